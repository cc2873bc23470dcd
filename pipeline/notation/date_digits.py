"""Dates in digits alone, or digit by digit.

2020-05-19 2020.5.19 2020/5/19      2018.09      2020.5.19—25      20200519      2020Q1 2020-Q3      1 9 9 8 年 1 0 月 5 日
"""

from pipeline.notation.date_atoms import Atom
from pipeline.notation.dates import days_in_month
from pipeline.notation.measures import read_measure
from pipeline.notation.numerals import parse_numeral
from pipeline.notation.pattern import Pattern

_ISO = Pattern(r"(?P<y>(?:1[6-9]|20)\d\d)(?P<sep>[-./])(?P<m>\d\d?)(?:(?P=sep)(?P<d>\d\d?))?(?!\d(?!\d:\d\d))(?!(?P=sep)\d)")
"""A day may be followed by its hour without a blank: 2020-05-1909:30."""
_ISO_END = Pattern(r"[ ]?(?:——|--|[-–—―~至到])[ ]?(?:(?P<m>\d\d?)(?P<sep>[-./]))?(?P<d>\d\d?)(?![\d.\-/年月])")
_AMOUNTS = tuple("元万亿%‰吨米斤克公千百亩美欧平立个")
"""After 2018.09 these make it a number."""
_COMPACT = Pattern(r"(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)(?![0-9A-Za-z./_-])")
_SCALES = tuple("万萬亿億")
_CODE_BEFORE = (*tuple("-./_#№:+*"), *"号 号码 编号 代码 编码 账号 电话 热线 密码 工号".split())
_EARLIEST, _LATEST = 1840, 2100
"""Years that texts print digit by digit."""
_LABEL = Pattern(r"(?:日期|时间|時間|公示期|有效期)[:]?[ ]?$")
_RUN_BEFORE = Pattern(r"(?:19|20)\d{5}[ ]?(?:[-—–~～至到]|——)[ ]?$")
_QUARTER = Pattern(r"(?:(?P<y>(?:19|20)\d\d)[-年]?[ ]?)?Q(?P<q>[1-4])(?![0-9A-Za-z])")
_SPACED = Pattern(
    r"(?P<year>\d(?:[ ][\dOoОΟ]){3})[ ]?年(?:[ ]?(?P<month>\d(?:[ ]?\d)?)[ ]?月(?:[ ]?(?P<day>\d(?:[ ]?\d){0,2})[ ]?[日号號])?)?"
)
"""As machines print it that leave a blank behind every character."""
_SPACED_PART = Pattern(r"(?P<number>[1-3][ ]\d)[ ]?(?P<unit>[月日号])")
_LARGER = {"月": "年", "日": "月", "号": "月"}
_KINDS = ("year", "month", "day")


def read_spaced(key: str, marked: str, start: int) -> tuple[Atom, ...]:
    """1 9 9 8 年 1 0 月 5 日, 二 ○ ○ 三 年."""
    if key[start + 1 : start + 2] != " ":
        return ()
    found = _SPACED.match(marked, start)
    if found is None:
        return _spaced_part(key, start)
    if (start > 1 and marked[start - 1] == " " and marked[start - 2].isdigit()):
        return ()
    year, month, day = (_joined(key[slice(*found.span(kind))]) if found[kind] else None for kind in _KINDS)
    if year is None or not _EARLIEST <= year <= _LATEST or (month is not None and not 1 <= month <= 12):
        return ()
    if month is not None and day is not None and not 1 <= day <= days_in_month(year, month):
        return ()
    ends = [found.start(kind) for kind in _KINDS[1:] if found[kind]] + [found.end()]
    values = [value for value in (year, month, day) if value is not None]
    return tuple(Atom(*row) for row in zip(_KINDS, values, (start, *ends), ends, strict=False))


def _spaced_part(key: str, start: int) -> tuple[Atom, ...]:
    """1 1 月 behind 年, 2 1 日 behind 月."""
    found = _SPACED_PART.match(key, start)
    before = key[start - 2 : start].rstrip()[-1:] if start > 1 else ""
    if found is None or before != _LARGER[found["unit"]]:
        return ()
    kind, number = ("month" if found["unit"] == "月" else "day"), int(found["number"].replace(" ", ""))
    return (Atom(kind, number, start, found.end()),) if number <= (12 if kind == "month" else 31) else ()


def _joined(text: str) -> int | None:
    plain = text.replace(" ", "")
    for look_alike in "OoОΟ":
        plain = plain.replace(look_alike, "0" if plain[0].isascii() else "〇")
    return parse_numeral(plain)


def read_digits_only(key: str, marked: str, start: int) -> tuple[Atom, ...]:
    """2020-05-19, 2020.5.19, 2020/5/19; 2018.09 has no day (extra 100 × month)."""
    found = _ISO.match(marked, start)
    if found is None or not key[start : found.end()].isascii():
        return ()
    year, month, day = int(found["y"]), int(found["m"]), int(found["d"] or 0)
    if not 1 <= month <= 12 or day > 31 or (found["d"] is None and (len(found["m"]) < 2 or found["sep"] != ".")):
        return ()
    if not day and key.startswith(_AMOUNTS, found.end()):
        return ()
    first = Atom("iso", year, start, found.end(), "plain", 100 * month + day)
    return (first, *_iso_end(marked, first, found["sep"])) if day else (first,)


def _iso_end(marked: str, first: Atom, separator: str) -> tuple[Atom, ...]:
    """5.25 or 25 of 2020.5.19—5.25 and 2020.5.19-25."""
    found = _ISO_END.match(marked, first.end)
    if found is None or (found["sep"] or separator) != separator:
        return ()
    month, day = int(found["m"] or first.extra // 100), int(found["d"])
    later = 100 * month + day > first.extra and month <= 12 and day <= 31
    return (Atom("iso", first.value, found.start("m") if found["m"] else found.start("d"), found.end(), "plain", 100 * month + day),) if later else ()


def read_run_together(key: str, start: int) -> tuple[Atom, ...]:
    """2017821 behind 日期: or as the end of a range, where its signs were lost and it can be one day only (not 2017111)."""
    digits, before = key[start : start + 7], key[max(0, start - 12) : start]
    if not digits.isascii() or digits[:2] not in ("19", "20") or not (_LABEL.search(before) or _RUN_BEFORE.search(before)):
        return ()
    year, halves = int(digits[:4]), [(int(digits[4:at]), int(digits[at:])) for at in (5, 6) if digits[4] != "0" != digits[at]]
    days = [(month, day) for month, day in halves if 1 <= month <= 12 and 1 <= day <= days_in_month(year, month)]
    return (Atom("iso", year, start, start + 7, "plain", 100 * days[0][0] + days[0][1]),) if len(days) == 1 else ()


def read_compact(key: str, marked: str, start: int) -> tuple[Atom, ...]:
    """20200519, where it can be a day and is no number of something."""
    found = _COMPACT.match(marked, start)
    before = key[start - 1 : start]
    if found is None or not found[0].isascii() or not key[start : found.end()].isascii() or (before.isascii() and before.isalnum()):
        return ()
    year, month, day = int(found["y"]), int(found["m"]), int(found["d"])
    if key[found.end() : found.end() + 1] in _SCALES or read_measure(key, found.end(), figures=True) is not None:
        return ()  # 20550801名
    if key.endswith(_CODE_BEFORE, 0, start) or not 1 <= month <= 12 or not 1 <= day <= days_in_month(year, month):
        return ()
    return (Atom("iso", year, start, found.end(), "plain", 100 * month + day),)


def read_quarter(key: str, marked: str, start: int) -> tuple[Atom, ...]:
    """2020Q1, 2020-Q1, 2020年Q1; Q1 alone only behind a year that is written otherwise (今年Q1)."""
    found = _QUARTER.match(key, start) if marked[start] in "12Q" else None
    if found is None or (found["y"] is None and key[start - 1 : start] not in ("年", " ")):
        return ()
    quarter = Atom("quarter", int(found["q"]), found.start("q") - 1, found.end())
    if found["y"] is None:
        return (quarter,)
    return (Atom("year", int(found["y"]), start, quarter.start), quarter)
