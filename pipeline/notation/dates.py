"""A whole calendar date, as mastheads and signatures print it.

2020年5月19日  2020 年 5 月 19 日  ２０２０年５月１９日  二〇二〇年五月十九日  一九九六年二月六日  2020-05-19  2020.5.19  2020/5/19
民国三十八年五月一日  中華民國98年5月1日
"""

import re

from pipeline.model.record import NamedTuple
from pipeline.notation.numerals import parse_numeral
from pipeline.notation.pattern import Pattern

_DATE = Pattern(
    r"""(?P<era>(?:中[华華])?民[国國][ ]?)?(?P<year>\d{1,4}|元)[ ]?年[ ]?(?P<month>\d{1,3}|元)[ ]?月[ ]?(?P<day>\d{1,3})[ ]?[日号號]
    |(?<!\d)(?P<y>(?:19|20)\d\d)(?P<sep>[-./])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})(?!\d)""",
    re.VERBOSE,
    needs="年-./",
    numerals=True,
)

_DAY = Pattern(r"(?<![\d年])(?P<month>\d{1,3}|元)[ ]?月[ ]?(?P<day>\d{1,3})[ ]?[日号號]", needs="月", numerals=True)


class CalendarDate(NamedTuple):
    """A date and where it stands in the text."""

    iso: str
    year: int
    start: int
    end: int


def find_date(key: str, start: int = 0) -> CalendarDate | None:
    """The first whole date in `key` (folded) at or after `start`; None where there is none that the calendar knows."""
    for found in _DATE.finditer(key, start):
        date = _read(found, key)
        if date:
            year, month, day = date
            return CalendarDate(f"{year:04}-{month:02}-{day:02}", year, found.start(), found.end())
    return None


def find_day(key: str, year: int) -> CalendarDate | None:
    """A day in `key` (folded) that is printed without its year, 5月4日, in the year given."""
    for found in _DAY.finditer(key):
        month, day = (parse_numeral(key[slice(*found.span(name))]) or 0 for name in ("month", "day"))
        if 1 <= month <= 12 and 1 <= day <= days_in_month(year, month):
            return CalendarDate(f"{year:04}-{month:02}-{day:02}", year, found.start(), found.end())
    return None


def _read(found: re.Match[str], key: str) -> tuple[int, int, int] | None:
    names = ("year", "month", "day") if found["year"] else ("y", "m", "d")
    parts = [parse_numeral(key[slice(*found.span(name))]) for name in names]
    if None in parts:
        return None
    year, month, day = (part or 0 for part in parts)
    year += 1911 if found["era"] else 0
    if year < 1000 or not 1 <= month <= 12 or not 1 <= day <= days_in_month(year, month):
        return None
    return year, month, day


def days_in_month(year: int, month: int) -> int:
    """Days of a month of the Gregorian calendar; own arithmetic, since importing datetime costs a cold start 2 ms."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 30 + (month + month // 8) % 2 - (month == 2) * (2 - leap)
