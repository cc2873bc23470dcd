"""供稿: who sent an item in, taken apart into units and persons.

（青岩区总工会 柳莹）  （市总工会宣教部、越秀区总工会、海珠区总工会）  （语文组　供稿）  供稿：县政协经科委　方思远
路桥公司　通讯员　钟鸣　叶知夏  （区委办信息科　杜明达；区住建局　高思贤）  （文/图 何苇）  本报讯（通讯员 江小舟）
"""

from collections.abc import Iterable
from functools import cache

from pipeline.lexicon import ending, entries, first_characters, in_simplified, last_characters, words
from pipeline.model.record import NamedTuple
from pipeline.notation.han import all_han, is_han
from pipeline.notation.names import is_person, is_unit
from pipeline.notation.pattern import Pattern
from pipeline.segment.credit_pieces import (
    APART,
    ROLE_TAILS,
    Piece,
    is_role,
    part_at_seams,
    part_unit_and_person,
    pieces_of,
    status_length,
)

LEAD = Pattern(r"本[报報刊][讯訊]|[\u4e00-\u9fff]{1,7}[讯訊] ?(?=\()|\((?:本[报報]|特[约約])?(?:通讯员|通訊員|记者|記者)|(?=\([^()]{2,30}供稿\))")
"""How a text begins whose sender is named first: 本报讯（通讯员 某某）, 新闻网讯（某某）, （记者 某某）, （某某学院供稿）."""
NO_CREDIT = (
    "以下", "简称", "簡稱", "见", "見", "含", "如", "注", "上接", "下转", "下轉", "待续", "試行", "试行", "暂行", "草案", "修订", "全文",
    "节选", "略", "完", "摘自", "摘编", "据", "附件", "附表", "原载", "此件", "本文", "会议", "截至", "排名", "联系", "图为", "图:", "左起",
)  # fmt: skip
"""Words with which a bracket opens that names nobody; 见习记者 and 据某报报道 are taken back."""
_REPORTED = Pattern(r"据.{2,20}(?:报道|報導|消息)$", first="据")
_NOUNS = frozenset("作者 单位 單位 来源 文字 图片".split())
"""Roles that are also the end of a longer word: 先进工作者, 违规出版单位."""
_DAY_BEHIND = Pattern(r" +(?:\d{4}年)?\d{1,2}月\d{1,3}[日号]$", last="日号", numerals=True)
"""When a letter was written, behind who wrote it."""
_POSTED = Pattern(r"(?:发布|更新|发表)?(?:时间|日期):[ ]*(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?", needs="间期")
"""When a text was put on a site, beside its source: 来源：某某学会　时间：2013-07-01."""
_HANDLE = Pattern(r"(?<![^\s、,;/|:(])@(?=\w)", needs="@")
"""The sign before a name on the net: 作者：@lanlan."""
_PAPER = Pattern(r"《[^《》。]{2,20}》(?=[编杂报][辑志社])", needs="《")
"""What an editorial office is of: 《力学进展》编辑部."""
_OTHERS = Pattern(r"等(?:\d{1,4}|[一二三四五六七八九十百]{1,5})(?:人|位同志)$", last="人志")
"""(机修班　刘春生等六人): the one who is named stands for those who are not."""
_ABOVE = Pattern(r"以上[^,。:]{0,6}?由|均?由(?=.*供稿)", first="以均由")
"""(以上由某某供稿): for all the briefs above."""
_LEADERS = " *_□■○◇▲△●"
"""Signs that printers set before a byline."""
_NO_NAME = frozenset("。!?“”《》〔〕@")
"""Marks that no name holds."""
_BRACKETED = 8
"""Characters in the brackets of a unit's name: 各县（市、区）总工会."""
_LONGEST = 1200
"""Characters of an attribution; a list of a hundred units has 900."""
_LONGEST_UNKNOWN = 4
"""Characters of a name that nothing but the unit before it tells, in brackets or behind another name: 买买提江, 仁青卓玛."""
_LONGEST_CALLING = 8
_LONGEST_PEN_NAME = 20
_HEADS = "长長任记記席"
"""Last characters of the posts of those who head a unit."""
_ADDRESS = Pattern(r"(?:女士|先生|小姐|校[长長]|主席|老[师師])$", last="士生姐长長席师師")
_LONGEST_UNIT = 30
"""Characters; the longest unit names have some 25."""


class Credit(NamedTuple):
    """One unit or person; offsets index the text that was read."""

    organization: str | None
    person: str | None
    role: str | None
    start: int
    end: int


ROLE, UNIT_AND_PERSON, UNITS, UNKNOWN_UNIT, PERSONS = 1.0, 0.9, 0.8, 0.6, 0.5
"""How sure an attribution is one: a role word says so, a unit and a person are named, units alone, a person of what has not the form
of a unit, persons alone."""


class Credits(NamedTuple):
    """What an attribution names, and how sure that it is one."""

    rows: tuple[Credit, ...]
    weight: float
    """One of the weights above; less at the end of a text where that has not come to its end."""


def read_credits(key: str, seams: Iterable[int] = ()) -> Credits | None:
    """The units and persons of an attribution's content (folded, with or without brackets); None where it is none.

    `seams` are places in `key` where a line ended: there a unit and a person may meet without a blank.
    """
    start, end = _content(key)
    content = _POSTED.sub(lambda day: " " * len(day[0]), key[start:end])
    content = _HANDLE.sub(" ", content)
    if not 2 <= len(content) <= _LONGEST or _names_nobody(content):
        return None
    if (not _NO_NAME.isdisjoint(content) and not _NO_NAME.isdisjoint(_PAPER.sub("", content))) or not _has_only_unit_brackets(content):
        return None
    inner = {seam - start for seam in seams}
    if not inner and not start and _is_one_word(content):
        return None
    pieces = part_at_seams(pieces_of(content), inner)
    if start and len(pieces) == 1:
        pieces = part_unit_and_person(pieces[0])
    rows, role, sure, unsure = _read_pieces(pieces, start)
    if unsure and not role and _is_unknown_unit(pieces, rows, bracketed=start > 0):
        return Credits(tuple(_pair(rows)), UNKNOWN_UNIT)
    closing = pieces[-1].text.rstrip(": ") if pieces else ""
    behind = role if is_role(closing) else None if role else _trailing_role(content)  # 语文组 供稿, of all before it
    return _weigh(tuple(row if row.role or not behind else row._replace(role=behind) for row in _pair(rows)), role or behind, sure, unsure)


def is_dated(key: str) -> bool:
    """Whether a day stands behind the names, as below a letter: 某某门市部　4月11日."""
    return _DAY_BEHIND.search(key) is not None


def _is_unknown_unit(pieces: list[Piece], rows: list[Credit], *, bracketed: bool) -> bool:
    """Whether brackets hold two words, the second a person's name: the first is who the person works for, whatever its form."""
    if not bracketed or len(pieces) != 2 or len(rows) != 2 or pieces[1].listed:
        return False
    unit, person = rows
    name = unit.organization or ""
    word = name.lstrip("0123456789")
    return person.person is not None and word != "" and all_han(word) and 3 <= len(name) <= _LONGEST_UNIT


def _has_only_unit_brackets(content: str) -> bool:
    """Whether every bracket is one inside a unit's name: after a word, short, and closed."""
    opened = content.find("(")
    while opened >= 0:
        closed = content.find(")", opened)
        inner = content[opened + 1 : closed]
        if not opened or closed < 0 or not 1 <= len(inner) <= _BRACKETED or "(" in inner or not is_han(content[opened - 1]):
            return False
        opened = content.find("(", closed)
    return content.count("(") == content.count(")")


def _is_one_word(content: str) -> bool:
    """Whether the content is a single word that is no name and holds no role: most headlines, told apart without taking them to pieces."""
    first = content[status_length(content) :][:1]
    if first in first_characters("credit_roles") or content[-1] in last_characters("credit_roles") or content.endswith(ROLE_TAILS):
        return False
    return not APART.search(content) and not is_unit(content) and not is_person(_without_address(content))


def _names_nobody(content: str) -> bool:
    if content.startswith("见习"):
        return False
    return content.startswith(NO_CREDIT)


def _read_pieces(pieces: list[Piece], origin: int) -> tuple[list[Credit], str | None, int, int]:
    """The rows, the last role word, and how many names have the form of one and how many not."""
    rows: list[Credit] = []
    role: str | None = None
    calling: str | None = None
    unsure = 0
    after_unit = False
    names = [_without_address(_OTHERS.sub("", "".join(piece.text.split()))) for piece in pieces]
    for index, (text, at, stop, listed) in enumerate(pieces):
        if is_role(word := text.rstrip(": ")):
            role = word
            continue
        follows = index + 1 < len(pieces) and not pieces[index + 1].listed and _names_person(names[index + 1])
        if follows and (text in words("posts") or (ending(text, "posts") and not is_person(names[index]))):
            if employer := _employer_length(text):
                rows.append(Credit(text[:employer], None, None, origin + at, origin + at + employer))
            role = text[employer:]
            continue
        if follows and not rows and _is_calling(names[index]):
            calling = names[index]
            continue
        if follows and not rows and len(pieces) == 2 and in_simplified(names[index]) in _places():
            continue  # where the one who writes lives
        name, span = names[index], (origin + at, origin + stop)
        longest = _LONGEST_UNKNOWN if origin or (rows and rows[-1].person) else _LONGEST_UNKNOWN - 1
        source = not rows and role is not None and role.endswith("来源")  # 来源：安客网 is no person
        kind = "unit" if source else _classify(name, role, longest if after_unit and not listed else 0, before_person=follows)
        unsure += kind is None
        rows.append(Credit(None, name, role or calling, *span) if kind == "person" else Credit(name, None, role, *span))
        after_unit = kind == "unit" or (after_unit and kind == "person")
    return rows, role, len(rows) - unsure, unsure


@cache
def _places() -> frozenset[str]:
    return entries("place_names")


def _employer_length(calling: str) -> int:
    """Characters of the unit in 县一中教师 and 某某酒厂青年工人; 0 for 县委书记 and 第二小学校长, who are heads of it."""
    if calling[-1] in _HEADS:
        return 0
    return max((end for end in range(2, len(calling) - 1) if is_unit(calling[:end])), default=0)


def _pair(rows: list[Credit]) -> list[Credit]:
    """A unit and the person named right after it are one row: 青岩区总工会 柳莹."""
    paired: list[Credit] = []
    for row in rows:
        if paired and row.person and paired[-1].organization and not paired[-1].person:
            unit = paired.pop()
            paired.append(Credit(unit.organization, row.person, row.role, unit.start, row.end))
        else:
            paired.append(row)
    return paired


def _content(key: str) -> tuple[int, int]:
    """Without brackets, label and closing stop."""
    start, end = 0, len(key)
    if (lead := LEAD.match(key)):
        start = max(0, key.find("(", 0, lead.end() + 3))
    bare = key[start:].rstrip(" 。.*_")
    if day := _DAY_BEHIND.search(bare):
        bare = bare[: day.start()]
    end = start + len(bare)
    while start < end and key[start] in _LEADERS:
        start += 1
    if bare.strip()[:1] in "([【〔" and bare[-1:] in ")]】〕":
        start, end = start + 1, end - 1
    elif key[start : start + 2] == "——":
        start += 2
    while start < end and key[start] == " ":
        start += 1
    above = _ABOVE.match(key, start)
    return above.end() if above else start + bool(_REPORTED.match(key[start:end])), end


def _classify(name: str, role: str | None, after_unit: int, *, before_person: bool) -> str | None:
    """unit, person, or None where the form tells neither; behind a unit up to `after_unit` characters are a person."""
    if len(name) > _LONGEST_UNIT or ":" in name:
        return None
    person, unit = _names_person(name), is_unit(name) or _is_class(name)
    if unit and before_person:
        return "unit"
    if role and _is_personal(role) and (2 <= len(name) <= 4 or _is_pen_name(name)) and (person or not unit):
        return "person"
    if person and unit:
        return "person" if after_unit and len(name) <= 3 else "unit"
    if person or unit:
        return "person" if person else "unit"
    return "person" if 2 <= len(name) <= after_unit and name.isalpha() else None


def _without_address(name: str) -> str:
    """梁詠詩校長, 何佩文女士: the person's name alone."""
    address = _ADDRESS.search(name)
    return name[: address.start()] if address and is_person(name[: address.start()]) else name


def _is_calling(word: str) -> bool:
    """县长, 校级督导员: what somebody is, whose name follows; no unit, no name."""
    return 2 <= len(word) <= _LONGEST_CALLING and word[-1] in "长長员員师師" and not is_unit(word) and not is_person(word)


def _names_person(name: str) -> bool:
    """王平, and 老屈 or 小王 too."""
    return is_person(name) or (len(name) == 2 and name[0] in "老小阿" and name[1] in words("surnames"))


def _is_class(name: str) -> bool:
    """2021级, 高二3班: a class of a school."""
    return name[-1] in "级級届屆班" and any(map(str.isdigit, name))


def _is_personal(role: str) -> bool:
    """Whether the role is one of persons: 通讯员, 作者, 摄影, 整理编辑, 主任."""
    return any(c in role for c in "员員者人摄文图撰") or role == "执笔" or ending(role, "posts") != "" or ending(role, "editor_roles") != ""


def _is_pen_name(name: str) -> bool:
    """Mimosa, lan_lan: a name in Latin letters, as people bear it on the net."""
    return name.isascii() and 2 <= len(name) <= _LONGEST_PEN_NAME and name[0].isalpha() and name.replace("_", "").replace("-", "").isalnum()


def _trailing_role(content: str) -> str | None:
    content = content.rstrip()
    word = ending(content, "credit_roles")
    apart = word not in _NOUNS or content[: -len(word)].endswith(" ")
    return word if len(word) > 1 and apart else None


def _weigh(rows: tuple[Credit, ...], role: str | None, sure: int, unsure: int) -> Credits | None:
    if not rows or (unsure and not role) or unsure > sure + 1:
        return None
    if role:
        return Credits(rows, ROLE)
    if not any(row.organization for row in rows):
        return Credits(rows, PERSONS) if len(rows) <= 3 else None
    return Credits(rows, UNIT_AND_PERSON if any(row.person for row in rows) else UNITS)
