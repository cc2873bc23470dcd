"""Numbers that share a unit of calendar time.

2020年 二〇二〇年 二O二O年 98年 2018-2020年 2018、2019年 2018/19年度      1—4月 6月份 七、八两月      6日 5、8日 15号
20世纪 90年代 80年代初      一季度 第三季度

`key` is the folded text, `marked` the same with every numeral as a digit (numerals.with_digits).
"""

from pipeline.model.record import NamedTuple
from pipeline.notation.date_atoms import Atom
from pipeline.notation.numerals import DIGITS, parse_numeral
from pipeline.notation.pattern import Pattern

_CHAIN = Pattern(
    r"(?P<chain>\d[\dOoОΟ]{0,7}(?:[ ]?(?:——|--|[-–—―~〜/至到和及与、])[ ]?\d{1,7}){0,12})[ ]?"
    r"(?P<unit>(?<=0)年代|(?<=0 )年代|世[纪紀]|学年度?|學年度?|赛季|财年|財年|财政年度|財政年度|年度|年|季度|月份|[个個]?月|日|号|號)"
)
_PART = Pattern(r"\d[\dOoОΟ]*")
_ORDINAL = Pattern(r"第[ ]?(?P<chain>\d(?:[、和至到-]\d)*)[ ]?(?:季度|(?<=\d)季(?![节節]))")
_DECADE_PART = Pattern(
    r"(?P<first>初叶|初期?|前期|早期)|(?P<second>中后期|中期|中叶)|(?P<third>末期?|后期|晚期|末叶)"
    r"|(?P<fourth>[上前]半[叶期])|(?P<fifth>[下后]半[叶期])"
)
_MARKER = Pattern(r"(?:^|\n)[ ]*\d{1,2}\.$")
"""Up to the number of a paragraph: 1.8月20日."""
_DATED = Pattern(r"\d{1,2}月\d{1,2}[日号]|(?:19|20)\d\d年")
_UNITS = {
    "年": "year", "学": "year", "學": "year", "赛": "year", "财": "year", "財": "year", "月": "month", "日": "day", "号": "day", "號": "day",
    "世": "century", "季": "quarter",
}  # fmt: skip
_LIMITS = {"month": 12, "day": 31, "quarter": 4, "century": 22, "decade": 90}
_EARLIEST, _LATEST = 1000, 2200
"""Years of four digits that texts name; beyond them a number before 年 is a duration."""
_LAST_MINGUO = 200
"""Of the years that Taiwan counts from 1912 those with three digits."""


class _Part(NamedTuple):
    """One number of a chain."""

    value: int
    start: int
    end: int
    plain: bool
    """In Arabic numerals."""


def read_chain(key: str, marked: str, start: int) -> tuple[Atom, ...]:
    """Numbers at `start` with the unit that they share; none where they have no unit or the calendar does not know them."""
    found = _CHAIN.match(marked, start)
    if found is None:
        return ()
    unit, end = found["unit"], found.end("chain")
    if key[end - 1] in "两兩" or unit[0] in "个個":
        return _two_months(key, start, end, found.end()) if unit[-1] == "月" else ()
    if found["chain"].isdigit():
        parts = [_part(key, start, end)]
    else:
        parts = [_part(key, *part.span()) for part in _PART.finditer(marked, start, end)]
        parts = _of_one_style(parts, key, followed=marked[found.end() : found.end() + 1].isdigit())
    kind = "decade" if unit == "年代" else _UNITS[unit[0]]
    if kind == "year":
        return _years(parts, key, found.end(), school=int(unit[0] in "学學"))
    pair = None if len(parts) > 1 or parts[0].plain else _pair(key[start:end], kind)
    if pair:
        return _of_pair(pair, kind, start, found.end())
    if not all(_is_known(part.value, kind) for part in parts):
        return ()
    extra = int(unit in "号號")
    atoms = tuple(Atom(kind, part.value, part.start, part.end, "plain", extra) for part in parts)
    return _to_the_end(with_part(key, atoms, found.end()) if kind in ("decade", "century") else atoms, found.end())


def _is_known(value: int, kind: str) -> bool:
    """Whether the calendar has a month 7, a decade 80年代 or 1980年代."""
    if kind == "decade":
        return value % 10 == 0 and (1 <= value <= _LIMITS[kind] or _EARLIEST <= value <= _LATEST)
    return 1 <= value <= _LIMITS[kind]


def _pair(text: str, kind: str) -> tuple[int, int] | None:
    """The two of 三四月份, 一二日, 七八十年代."""
    if kind == "decade":
        return _two_decades(text)
    return _neighbours(text) if kind in ("month", "day") else None


def _of_pair(pair: tuple[int, int], kind: str, start: int, end: int) -> tuple[Atom, ...]:
    """三四月份 is no 34th month, and 一二日 no 12th day."""
    if kind == "decade":
        return (Atom("decade", pair[0], start, end, "plain", pair[1]),)
    return (Atom("monthpair", 100 * pair[0] + pair[1], start, end),) if kind == "month" else ()


def _two_months(key: str, start: int, end: int, after: int) -> tuple[Atom, ...]:
    """七、八两月, 7、8两个月; 两月 alone is no month, nor 两日 a day."""
    if key[end - 1] not in "两兩":
        return ()
    first, _, last = key[start : end - 1].replace("和", "、").rpartition("、")
    pair = (parse_numeral(first), parse_numeral(last)) if first else _neighbours(last)
    if pair is None or not (pair[0] and pair[1] and pair[0] < pair[1] <= 12):
        return ()
    return (Atom("monthpair", 100 * pair[0] + pair[1], start, after),)


def _part(key: str, start: int, end: int) -> _Part:
    text = key[start:end]
    if not text.isdecimal():
        for look_alike in "OoОΟ":
            text = text.replace(look_alike, "0" if text[0].isascii() else "〇")
    return _Part(parse_numeral(text) or 0, start, end, text.isascii())


def _of_one_style(parts: list[_Part], key: str, *, followed: bool) -> list[_Part]:
    """The numbers at the end of a chain that are written alike: the 一 of 一、5月6日 is the number of a paragraph."""
    first = len(parts) - 1
    later = parts[-1].value == parts[-2].value + 1 if first else False  # 二、三季度 is no list number, 二、5月 is one
    while first and (parts[first - 1].plain == parts[-1].plain or "、" not in key[parts[first - 1].end : parts[first].start]):
        first -= 1
    at = parts[first].start
    begins = first < len(parts) - 1 and not (later and not followed) and parts[first].value < 50 and (at == 0 or key[at - 1] in "\n(")
    return parts[first + 1 :] if begins and "、" in key[parts[first].end : parts[first + 1].start] else parts[first:]


def _to_the_end(atoms: tuple[Atom, ...], end: int) -> tuple[Atom, ...]:
    """The last number of a chain has the unit."""
    last = atoms[-1]
    return (*atoms[:-1], last._replace(end=max(end, last.end)))


def _years(parts: list[_Part], key: str, end: int, *, school: int) -> tuple[Atom, ...]:
    atoms: list[Atom] = []
    for part in parts:
        value, mode = part.value, "plain"
        if atoms and atoms[-1].mode == "plain" and value < 100 and _is_short(key[part.start : part.end]):
            value += atoms[-1].value // 100 * 100  # 2018-19年, 一九九八至九九年
        elif value < 100 and _is_short(key[part.start : part.end]):
            mode = "short"
        elif value % 1000 == 0 and value != 2000 and "千" in key[part.start : part.end]:
            return ()  # 千年古城
        elif counted := _as_minguo(part, key, end):
            mode = counted
        elif not _EARLIEST <= value <= _LATEST and not _is_early(key, part, end):
            return ()
        atoms.append(Atom("year", value, part.start, part.end, mode, school))
    return _to_the_end(tuple(atoms), end)


def _is_early(key: str, part: _Part, end: int) -> bool:
    """公元789年, 三六七年, 789年6月: three digits, where the text leaves no doubt."""
    if not 100 <= part.value < _EARLIEST or part.end - part.start != 3 or key[end - 1] != "年":
        return False
    if part.plain:
        return _before_month(key, end) or key.endswith(("公元", "公元前"), 0, part.start)
    return not any(unit in key[part.start : part.end] for unit in "十百千廿卅")


def _as_minguo(part: _Part, key: str, end: int) -> str:
    """The mode of 101年2月 and 八十六年度, 2012 and 1997 in issues of that time, and of 八十六年 or 112年 alone, elsewhere as long a time."""
    in_words = not part.plain and any(unit in key[part.start : part.end] for unit in "十百")
    if part.value >= _LAST_MINGUO or not (in_words or (part.plain and part.value >= 100)):
        return ""
    if key[end - 1] == "度" or _before_month(key, end):
        return "counted"
    return "years"


def _before_month(key: str, at: int) -> bool:
    return key[at : at + 1].isdigit() or key[at : at + 1] in tuple("一二三四五六七八九十")


def _is_short(text: str) -> bool:
    """Whether two digits may be a year of a century that goes without saying: 98, 九八, 零八; not 二十, 五 or 三五 (three to five)."""
    return len(text) == 2 and "十" not in text and "廿" not in text


def _two_decades(text: str) -> tuple[int, int] | None:
    """七八十年代."""
    pair = _neighbours(text[:2]) if len(text) == 3 and text[2] == "十" else None
    return (10 * pair[0], 10 * pair[1]) if pair else None


def _neighbours(text: str) -> tuple[int, int] | None:
    """三四: two numbers of which the second is the next."""
    if len(text) == 2 and DIGITS.find(text[0]) > 0 and DIGITS.find(text[1]) == DIGITS.find(text[0]) + 1:
        return DIGITS.index(text[0]), DIGITS.index(text[1])
    return None


def with_part(key: str, atoms: tuple[Atom, ...], end: int) -> tuple[Atom, ...]:
    """初, 中期, 末 of a decade or a century, at `end`."""
    found = _DECADE_PART.match(key, end)
    if found is None:
        return atoms
    extra = 1 + [bool(group) for group in found.groups()].index(True)
    return (*atoms[:-1], atoms[-1]._replace(extra=extra, end=found.end()))


def read_ordinal(key: str, marked: str, start: int) -> tuple[Atom, ...]:
    """第三季度, 第一、二季度; 第一季 only behind a year, elsewhere it is of a series."""
    found = _ORDINAL.match(marked, start)
    if found is None:
        return ()
    parts = [_part(key, *part.span()) for part in _PART.finditer(marked, start, found.end("chain"))]
    if not all(1 <= part.value <= 4 for part in parts) or (found[0][-1] == "季" and key[start - 1 : start] != "年"):
        return ()
    atoms = [Atom("quarter", part.value, part.start, part.end) for part in parts]
    atoms[0] = atoms[0]._replace(start=start)
    return _to_the_end(tuple(atoms), found.end())


def follows_marker(key: str, at: int) -> bool:
    """Whether the number of a paragraph stands right before a date (1.8月20日前完成), so that its point is no decimal one."""
    return key[at - 1 : at] == "." and _DATED.match(key, at) is not None and _MARKER.search(key, max(0, at - 6), at) is not None
