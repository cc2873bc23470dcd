"""Names of persons in one text: a surname, one or two characters, and what stands on either side of them.

    title       副主席彭海斌率, 村民赵大山高兴地        a post, calling or relation before the name
    honorific   罗冀京同志, 欧阳春晓教授                one after it
    list        甘雁妃、颜柏青、朱山海等                names beside names
    speech      褚向东强调, 闵行舟介绍                  what persons do
    spaced      王　平                                  two characters, letter-spaced

What stands on the two sides is weighed; everyday words in the supposed name weigh against it.
"""

from collections.abc import Iterator
from itertools import pairwise

from pipeline.entities.person_sides import ACT, CALLING, COMMON, TITLE, WORD, left_weight, lists, right_weight
from pipeline.entities.unit_marks import is_han
from pipeline.entities.vocabulary import is_word, vocabulary
from pipeline.model.record import NamedTuple

NEEDED = 3
"""Weight that a name needs in all."""
KNOWN = 3
"""Weight of a name that the issue bears elsewhere."""
EVERYDAY = 3
"""What an everyday word inside a supposed name weighs against it (高度, 黄金)."""
ACROSS = 2
"""What a word across its end weighs against a name: 凌霜撰 | 写."""
LONGEST_GAP = 12
"""Blanks between the columns of a roster."""
_LONGEST_BRACKET = 24
"""Characters of what stands in brackets behind a name of a list."""
_CONTINUES = frozenset("、和与及")
_JOINTS = frozenset("、和与及 \n")
_ROSTER_ENDS = _JOINTS | {"("}
_MANY = ("等", "两位", "三位", "二人", "两人")
_PARTICLES = frozenset("任获把将向说在对被到的了是与从给就也都因等们副还又才便仍均已曾没不")
"""Characters that end no given name."""
_NUMERALS = frozenset("一二三四五六七八九十百千万零〇两")
_WORDLIKE = frozenset("向常成时高方文金安明全单曾都严易何古华水江经通关连温和万满白黄米麦石路陆车毛马牛羊龙雷云")
"""Surnames that are everyday words as well: beside no title they need one more reason."""
_VERBLIKE = frozenset("师全南任余向于")
"""Surnames that are nearly always another word, beside no title."""
_DIVISIONS = frozenset("省市县区乡镇村州旗路街河江湖山港桥潭坪岭沟坝塘寨屯")


class Person(NamedTuple):
    """A name of a person in a text."""

    start: int
    end: int
    weight: int
    """What speaks for it."""
    doubt: int = 0
    """What everyday words in it speak against it; counted in `weight` already."""
    left: int = 0
    """What stands before it; counted in `weight` already."""


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
        listed = [p._replace(weight=p.weight + max(0, supposed[first].left - p.left)) for p in supposed[first : at + 1]]
        first = at + 1
        if len(listed) == 1:
            if person.weight >= NEEDED:
                yield person
        elif _is_roster(key, listed):
            whole = _in_columns(key, listed) or (len(listed) == 2 and max(p.weight for p in listed) > NEEDED)
            yield from (p for p in listed if p.doubt < EVERYDAY or p.weight >= NEEDED or whole)
        else:
            yield from (p for p in listed if p.weight >= NEEDED)


def _joined(key: str, end: int, start: int) -> bool:
    """Whether two supposed names stand in one list: 甲、乙, or 甲　　乙 in columns; 甲(市住建局)、乙(市教育局)."""
    between = key[end:start]
    if between.startswith("(") and between.count(")") == 1 and len(between) <= _LONGEST_BRACKET:
        between = between[between.index(")") + 1 :]
    return between in _CONTINUES or (0 < len(between) <= LONGEST_GAP and not between.strip(" \n"))


def _is_roster(key: str, listed: list[Person]) -> bool:
    """Whether several supposed names between 、 are a list of persons."""
    if max(person.weight for person in listed) > NEEDED or _in_columns(key, listed):
        return True
    return (len(listed) > 2 and all(person.doubt < ACROSS for person in listed)) or key.startswith(_MANY, listed[-1].end)


def _in_columns(key: str, listed: list[Person]) -> bool:
    """Whether three or more supposed names, most of them no everyday words, stand in columns: 焦红梅　　宫　正　　南宫燕."""
    gaps = [key[one.end : two.start] for one, two in pairwise(listed)]
    return len(listed) > 2 and all(gap.startswith("  ") for gap in gaps) and 2 * sum(p.doubt < ACROSS for p in listed) > len(listed)


def _judge(key: str, start: int, known: frozenset[str]) -> Person | None:
    left = left_weight(key, start)
    if left < 0:
        return None
    best: tuple[int, int, Person] | None = None
    for end in _ends(key, start):
        name = key[start:end].replace(" ", "")
        right = right_weight(key, end)
        if left < CALLING and right < ACT and not _beside_joint(key, start, end) and name not in known:
            continue
        doubt = _everyday(key, start, end, left, right)
        if right < 0 and (left < TITLE or len(name) < 3 or doubt):
            continue
        weight = left + max(right, 0) - doubt + (KNOWN if name in known else 0)
        weight += left >= CALLING and right >= COMMON and len(name) > 2 and not doubt
        rank = (weight, right, Person(start, end, weight, doubt, left))
        if best is None or rank[:2] > best[:2] or (rank[:2] == best[:2] and key[end - 1] not in lists().acts):
            best = rank
    return best[2] if best else None


def _beside_joint(key: str, start: int, end: int) -> bool:
    """Whether a supposed name may stand in a list."""
    return key[start - 1 : start] in _JOINTS or key[end : end + 1] in _ROSTER_ENDS


def _ends(key: str, start: int) -> Iterator[int]:
    """Where a name that begins here may end."""
    surnames = lists().surnames
    compound = key[start : start + 2] in surnames
    if not compound and key[start] not in surnames:
        return
    if key[start + 1] == " ":
        blank = start + 1
        while key[blank : blank + 1] == " ":
            blank += 1
        if blank - start <= 4 and is_han(key[blank : blank + 1] or " "):
            yield blank + 1
        return
    for end in range(start + 2, min(start + (5 if compound else 4), len(key) + 1)):
        if not is_han(key[end - 1]):
            return
        yield end


def _everyday(key: str, start: int, end: int, left: int, right: int) -> int:
    """What speaks against a name: everyday words in it or across its end, names of places."""
    words = vocabulary()
    name = key[start:end]
    doubt = 0
    if is_word(name[:2]):
        plain = left == TITLE and right >= WORD and not (words.is_common(name[:2]) and is_han(key[end : end + 1] or " "))
        doubt = 1 if plain else EVERYDAY
    elif len(name) == 3 and is_word(name[1:]):
        doubt = (left < CALLING) if right >= COMMON else EVERYDAY
    if right == WORD and words.is_common(key[end - 1 : end + 1]):
        doubt += ACROSS
    if "副" in name or "某" in name:
        doubt += 2 * EVERYDAY
    if name[-1] in _PARTICLES or all(c in _NUMERALS for c in name[1:]) or _title_begins(key, start + 1, end):
        doubt += EVERYDAY
    if left < TITLE:
        if name in words.places or name in words.functions or (name[-1] in _DIVISIONS and left < CALLING):
            doubt += EVERYDAY
        if name[0] in _WORDLIKE and left < CALLING:
            doubt += 1
        if name[0] in _VERBLIKE:
            doubt += EVERYDAY
    return doubt


def _title_begins(key: str, start: int, end: int) -> bool:
    """Whether what follows the supposed surname is a post or an address: 任组长, 丘大爷."""
    titles, honorifics = lists().titles, lists().honorifics
    following = [key[start : start + size] for size in (2, 3, 4) if start + size >= end]
    return any(word in titles or word in honorifics for word in following)
