"""The proleptic Gregorian calendar by our own arithmetic, and the bounds of EDTF values (ISO 8601-2, levels 0 to 2 as far as we write them).

Own code: importing datetime costs a cold start 2 ms, and the published `edtf` package gives wrong bounds for open intervals.

2020  2020-05  2020-05-19      a year, month, day          199X  19XX          a decade, a century
2020-21 … -24                  a season                    2020-33 … -36       a quarter
2020-40  2020-41               a half of the year          2020-04-30~         about that day
2020-05-06/2020-05-15          an interval                 2020/..             open: still lasting
/2020-05-19                    unknown start               [..2020-05-19]      one day, not later than
"""

import re
from functools import lru_cache

from pipeline.notation.dates import days_in_month
from pipeline.notation.pattern import Pattern

Day = tuple[int, int, int]
"""Year, month, day of the month."""

_PARTS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14), 33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12), 40: (1, 6), 41: (7, 12)}
"""EDTF code → first and last month; a winter runs into the year after."""
_SIMPLE = Pattern(r"(\d{4}(?=[-~?%]|$)|\d{3}X(?!-)|\d\dXX(?!-))(?:-(\d\d))?(?:-(\d\d))?[~?%]?")
_UNKNOWN = ("", "..")
_NAMES = ((20, "month"), (24, "season"), (36, "quarter"), (41, "half"))
_COARSER = ("day", "month", "quarter", "season", "half", "year", "decade", "century")


def ordinal(day: Day) -> int:
    """Days since 1 March of the year 0; the difference of two is the time between them."""
    year, month, number = day
    year, month = (year, month - 3) if month > 2 else (year - 1, month + 9)
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * month + 2) // 5 + number - 1


def from_ordinal(number: int) -> Day:
    """The day of an `ordinal`."""
    era, rest = divmod(number, 146097)
    year = (rest - rest // 1460 + rest // 36524 - rest // 146096) // 365
    rest -= 365 * year + year // 4 - year // 100
    month = (5 * rest + 2) // 153
    day = rest - (153 * month + 2) // 5 + 1
    return era * 400 + year + (month > 9), month + 3 if month < 10 else month - 9, day


def shift_days(day: Day, days: int) -> Day:
    """So many days later, or earlier where `days` is negative."""
    return from_ordinal(ordinal(day) + days)


def shift_months(day: Day, months: int) -> Day:
    """So many months later; a day that the month lacks is its last."""
    year, month = divmod(day[0] * 12 + day[1] - 1 + months, 12)
    return year, month + 1, min(day[2], days_in_month(year, month + 1))


def weekday(day: Day) -> int:
    """0 for Monday … 6 for Sunday."""
    return (ordinal(day) + 2) % 7


def nth_weekday(year: int, month: int, which: int, day: int) -> Day:
    """The first, second … Monday (1) … Sunday (7) of a month; a fifth may fall in the month after."""
    first = (year, month, 1)
    return shift_days(first, (day - 1 - weekday(first)) % 7 + 7 * (which - 1))


def is_day(day: Day) -> bool:
    """Whether the calendar has it."""
    return 1 <= day[1] <= 12 and 1 <= day[2] <= days_in_month(day[0], day[1])


def iso(day: Day) -> str:
    """ISO 8601: 2020-05-19."""
    return f"{day[0]:04}-{day[1]:02}-{day[2]:02}"


@lru_cache(maxsize=1024)
def parse_day(text: str) -> Day:
    """The day that an ISO 8601 calendar date writes."""
    return int(text[:4]), int(text[5:7]), int(text[8:10])


@lru_cache(maxsize=1024)
def bounds(edtf: str) -> tuple[str | None, str | None]:
    """First and last day (ISO 8601) of an EDTF value; None where it is open or unknown there."""
    if edtf[:1] == "[":
        first, _, last = edtf[1:-1].partition("..")
    elif "/" in edtf:
        first, _, last = edtf.partition("/")
    else:
        first = last = edtf
    start = None if first in _UNKNOWN else _simple_bounds(first)[0]
    return start, None if last in _UNKNOWN else _simple_bounds(last)[1]


def _is_whole_day(edtf: str) -> bool:
    """As nearly all values are."""
    return len(edtf) == len("2020-05-19") and edtf.replace("-", "").isdigit()


def _parsed(edtf: str) -> re.Match[str]:
    found = _SIMPLE.fullmatch(edtf)
    if found is None:
        raise ValueError(f"{edtf!r} is none of the forms of EDTF that this package writes")
    return found


def _simple_bounds(edtf: str) -> tuple[str, str]:
    """First and last day of a value that is no interval."""
    if _is_whole_day(edtf):
        return edtf, edtf
    found = _parsed(edtf)
    text, month, day = found[1], int(found[2] or 0), int(found[3] or 0)
    early, late = int(text.replace("X", "0")), int(text.replace("X", "9"))
    if day:
        return edtf[:10], edtf[:10]
    first, last = _PARTS.get(month, (month, month)) if month else (1, 12)
    end, last = (late, last) if last <= 12 else (late + 1, last - 12)
    return iso((early, first, 1)), iso((end, last, days_in_month(end, last)))


@lru_cache(maxsize=1024)
def precision(edtf: str) -> str:
    """day, month, quarter, season, half, year, decade or century; of an interval the coarser of its ends."""
    ends = edtf.strip("[]").replace("/..", "/").replace("../", "/").replace("..", "/").split("/")
    return max((_simple_precision(end) for end in ends if end), key=_COARSER.index)


def _simple_precision(edtf: str) -> str:
    if _is_whole_day(edtf):
        return "day"
    found = _parsed(edtf)
    if found[3]:
        return "day"
    if found[2]:
        return next(name for last, name in _NAMES if int(found[2]) <= last)
    return {0: "year", 1: "decade", 2: "century"}[found[1].count("X")]
