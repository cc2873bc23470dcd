"""Names of persons in one text: a surname, one or two characters, and what stands on either side of them.

    title       副主席彭海斌率, 村民赵大山高兴地        a post, calling or relation before the name
    honorific   罗冀京同志, 欧阳春晓教授                one after it
    list        甘雁妃、颜柏青、朱山海等                names beside names
    speech      褚向东强调, 闵行舟介绍                  what persons do
    foreign     买买提·艾力, 莱昂纳多·罗西              parts joined by a dot
    spaced      王　平                                  two characters, letter-spaced

What stands on the two sides is weighed; everyday words in the supposed name weigh against it.
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from pipeline.entities.masking import UNIT_END
from pipeline.entities.unit_name import is_han
from pipeline.entities.vocabulary import vocabulary
from pipeline.lexicon import entries
from pipeline.notation.pattern import Pattern

TITLE, UNIT, CALLING, ACT, WORD, EDGE, COMMON, NOTHING = 3, 2, 2, 2, 1, 1, 0, -9
"""Weight of what stands beside a name; a name needs NEEDED in all."""
NEEDED = 3
EVERYDAY = 3
"""What an everyday word inside a supposed name weighs against it (高度, 黄金)."""
_SPEECH = frozenset("指出 强调 表示 介绍 认为 告诉 说道 坦言 回忆 感慨 讲话 主持 出席 一行 率队 带队 致辞 宣读".split())
_SINGLE_SPEECH = frozenset("说率")
_BEFORE = frozenset("由对向与为让请给和及被把以从是随跟同任派到称于")
_INTRODUCTIONS = (
    "增补", "选举", "推选", "任命", "聘任", "聘请", "免去", "邀请", "慰问", "看望", "采访", "表彰", "奖励", "追授", "授予", "批准", "陪同", "包括", "以及", "其中",
    "开除", "控告", "起诉", "判处", "逮捕", "抓获", "救出", "营救", "抢救", "悼念", "纪念", "怀念", "拜访", "会见", "接见", "欢迎", "感谢", "祝贺", "就是", "名叫",
)  # fmt: skip
"""Words that bring a person in."""
_CALLINGS = frozenset("员手师匠工警兵")
"""Last characters of callings that no list holds: 防护员, 爆破手."""
_COUNTS = frozenset("0123456789一二三四五六七八九十百千万两几多余数各这那每该某")
_CONTINUES = frozenset("、和与及")
LONGEST_GAP = 12
"""Blanks between the columns of a roster."""
_LOOSE = frozenset(("代表", "委员", "老人", "医生", "护士", "一家", "两位", "三位", "二位"))
"""Words of address that stand as often before a name or beside none."""
_MANY = ("等", "两位", "三位", "二人", "两人")
_PARTICLES = frozenset("把将向说在对被到的了是与从给就也都因等们副")
"""Characters that end no given name."""
_NUMERALS = frozenset("一二三四五六七八九十百千万零〇两")
_WORDLIKE = frozenset("向常成时高方文金安明全单曾都严易何古华水江经通关连温和万满白黄米麦石路陆车毛马牛羊龙雷云")
"""Surnames that are everyday words as well: beside no title they need one more reason."""
_VERBLIKE = frozenset("师修全宣满南任余")
"""Surnames that are nearly always another word, beside no title."""
_DIVISIONS = frozenset("省市县区乡镇村州旗路街河江湖山港")


class Lists(NamedTuple):
    """What is known of persons before a text is read."""

    surnames: frozenset[str]
    titles: frozenset[str]
    groups: frozenset[str]
    title_ends: frozenset[str]
    honorifics: frozenset[str]
    acts: frozenset[str]
    begins: Pattern
    """A surname behind something that speaks for a name."""
    addressed: Pattern
    """A surname, one or two characters, and an address: 习近平总书记."""


@cache
def lists() -> Lists:
    """The lists, from the data files of the lexicon."""
    surnames = entries("surnames") - entries("no_surnames")
    titles = entries("person_titles")
    first = "".join(sorted({name[0] for name in surnames}))
    ends = frozenset(title[-1] for title in titles)
    left = "".join(sorted(ends | _BEFORE | _CALLINGS | {word[-1] for word in _INTRODUCTIONS}))
    begins = Pattern(f"(?:^|(?<=[^\u4e00-\u9fff])|(?<=[{left}]))[{first}](?=[ \u4e00-\u9fff])")
    honorifics = entries("person_honorifics")
    addressed = Pattern(f"[{first}](?=[\u4e00-\u9fff]{{1,2}}(?:{'|'.join(sorted(honorifics - _LOOSE))}))")
    return Lists(surnames, titles, entries("person_groups"), ends, honorifics, entries("person_acts"), begins, addressed)


_FOREIGN = Pattern(r"[\u4e00-\u9fff]{1,8}(?:[·•・‧∙・][\u4e00-\u9fff]{1,10})+", needs="·•・‧∙・")


class Person(NamedTuple):
    """A name of a person in a text."""

    start: int
    end: int
    weight: int
    """What speaks for it."""
    doubt: int = 0
    """What everyday words in it speak against it; counted in `weight` already."""


def scan_persons(key: str, known: frozenset[str] = frozenset()) -> list[Person]:
    """Names of persons by what stands beside them, in order, none overlapping; units in `key` are blanked out."""
    words = lists()
    supposed: list[Person] = []
    starts = {match.start() for match in words.begins.finditer(key)}
    starts.update(match.start() for match in words.addressed.finditer(key))
    for start in sorted(starts):
        end = supposed[-1].end if supposed else 0
        found = _judge(key, start, known)
        if not found:
            continue
        if start < end:
            if found.weight <= supposed[-1].weight:
                continue
            supposed.pop()
        supposed.append(found)
    return list(_convinced(key, supposed))


def _convinced(key: str, supposed: list[Person]) -> Iterator[Person]:
    """Those for which enough speaks; in a list of names (甲、乙和丙) what speaks for one speaks for all."""
    first = 0
    for at, person in enumerate(supposed):
        following = supposed[at + 1] if at + 1 < len(supposed) else None
        if following and _joined(key, person.end, following.start):
            continue
        listed = supposed[first : at + 1]
        first = at + 1
        if len(listed) == 1:
            if person.weight >= NEEDED:
                yield person
        elif _is_roster(key, listed):
            yield from (p for p in listed if p.doubt < EVERYDAY or p.weight >= NEEDED or len(listed) == 2)
        else:
            yield from (p for p in listed if p.weight >= NEEDED)


def _joined(key: str, end: int, start: int) -> bool:
    """Whether two supposed names stand in one list: 甲、乙, or 甲　　乙 in columns."""
    between = key[end:start]
    return between in _CONTINUES or (0 < len(between) <= LONGEST_GAP and not between.strip(" \n"))


def _is_roster(key: str, listed: list[Person]) -> bool:
    """Whether several supposed names between 、 are a list of persons."""
    if max(person.weight for person in listed) > NEEDED:
        return True
    return (len(listed) > 2 and all(person.doubt == 0 for person in listed)) or key.startswith(_MANY, listed[-1].end)


def _judge(key: str, start: int, known: frozenset[str]) -> Person | None:
    left = _left(key, start)
    if left < 0:
        return None
    best: Person | None = None
    for end in _ends(key, start):
        name = key[start:end].replace(" ", "")
        right = right_weight(key, end)
        doubt = _everyday(key, start, end, left, right)
        if right < 0 and (left < TITLE or len(name) < 3 or doubt):
            continue
        weight = left + max(right, 0) - doubt + (3 if name in known else 0)
        if best is None or weight > best.weight or (weight == best.weight and key[end - 1] not in lists().acts):
            best = Person(start, end, weight, doubt)
    return best


def _ends(key: str, start: int) -> Iterator[int]:
    """Where a name that begins here may end."""
    compound = key[start : start + 2] in lists().surnames
    if key[start + 1] == " ":
        blank = start + 1
        while key[blank : blank + 1] == " ":
            blank += 1
        if blank - start <= 4 and is_han(key[blank : blank + 1] or " "):
            yield blank + 1
        return
    for size in (2, 3, 4) if compound else (2, 3):
        if len(key) >= start + size and all(map(is_han, key[start : start + size])):
            yield start + size


def _left(key: str, start: int) -> int:
    """What stands before speaks for a name."""
    c = key[start - 1] if start else " "
    if c == UNIT_END:
        return UNIT
    if _title_ends(key, start + 1) or _title_ends(key, start + 2) or c in _COUNTS:
        return NOTHING  # the 长 of 护士长, the 程师 of 工程师
    at = _before_blanks(key, start) if c in " :" else start
    if title := _title_ends(key, at):
        return TITLE if title not in lists().groups else CALLING
    if c in _CALLINGS and not vocabulary().is_common(key[start - 1 : start + 1]):
        return CALLING
    if key.startswith(_INTRODUCTIONS, start - 2):
        return WORD
    if vocabulary().is_common(key[start - 2 : start]):
        return COMMON
    if is_han(c) and (c not in _BEFORE or vocabulary().is_common(key[start - 1 : start + 1])):
        return NOTHING
    return EDGE


def _before_blanks(key: str, at: int) -> int:
    while at and key[at - 1] in " :":
        at -= 1
    return at


def _title_ends(key: str, at: int) -> str:
    """The longest title that ends here."""
    words = lists()
    if at < 2 or key[at - 1] not in words.title_ends:
        return ""
    return next((key[at - size : at] for size in (5, 4, 3, 2) if size <= at and key[at - size : at] in words.titles), "")


def right_weight(key: str, end: int) -> int:
    """What stands behind speaks for a name."""
    words = lists()
    c = key[end : end + 1]
    if not c or not is_han(c):
        return EDGE
    following = [key[end : end + size] for size in (4, 3, 2)]
    if any(word in words.honorifics or word in _SPEECH for word in following):
        return TITLE
    if c in _SINGLE_SPEECH or any(word in words.acts for word in following):
        return ACT
    if c in words.acts:
        return WORD
    return COMMON if vocabulary().is_common(following[-1]) else NOTHING


def _everyday(key: str, start: int, end: int, left: int, right: int) -> int:
    """What speaks against a name: everyday words in it or across its end, names of places."""
    words = vocabulary()
    name = key[start:end]
    doubt = 0
    if words.is_common(name[:2]):
        doubt = 1 if left == TITLE and right >= WORD else EVERYDAY
    elif len(name) == 3 and words.is_common(name[1:]):
        doubt = 1 if right >= WORD else EVERYDAY
    if "副" in name:
        doubt += 2 * EVERYDAY
    if name[-1] in _PARTICLES or all(c in _NUMERALS for c in name[1:]) or _title_begins(key, start + 1, end):
        doubt += EVERYDAY
    if left < TITLE:
        if name in words.places or name[-1] in _DIVISIONS:
            doubt += EVERYDAY
        if name[0] in _WORDLIKE:
            doubt += 1
        if name[0] in _VERBLIKE:
            doubt += EVERYDAY
    return doubt


def _title_begins(key: str, start: int, end: int) -> bool:
    """Whether what follows the supposed surname is a post or an address: 任组长, 丘大爷."""
    words = lists()
    return any(key[start : start + size] in words.titles or key[start : start + size] in words.honorifics for size in (2, 3, 4) if start + size >= end)


def scan_foreign(key: str) -> list[Person]:
    """Names of several parts with a dot between."""
    words, found = vocabulary(), []
    for match in _FOREIGN.finditer(key):
        start, end = match.span()
        dots = [at for at in range(start, end) if not is_han(key[at])]
        first = next((at for at in range(dots[0] - 1, start, -1) if _breaks_before(key, at)), start)
        last = dots[-1] + 2
        while last < end and key[last] not in _PARTICLES and right_weight(key, last) < EDGE and not words.is_common(key[last : last + 2]):
            last += 1
        found.append(Person(first, min(last, end), NEEDED))
    return found


def _breaks_before(key: str, at: int) -> bool:
    """Whether the part of a foreign name begins here: after a title or an everyday word."""
    return bool(_title_ends(key, at)) or key[at - 1] in _BEFORE or key[at - 1] in "的是和" or vocabulary().is_common(key[at - 2 : at])
