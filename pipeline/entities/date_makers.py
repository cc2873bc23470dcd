"""Phrase → a function from the year to the EDTF value: what a phrase without its year means in any year."""

from collections.abc import Callable

from pipeline.entities.date_phrases import Phrase
from pipeline.entities.date_spans import span
from pipeline.notation.calendar import bounds, is_day, iso, nth_weekday, shift_days, weekday
from pipeline.notation.date_atoms import Atom
from pipeline.notation.date_days import LAST
from pipeline.notation.dates import days_in_month
from pipeline.notation.holidays import HOLIDAYS, day_of
from pipeline.notation.lunar import month_length, to_gregorian

Make = Callable[[int], str | None]
"""Year → the EDTF value in that year; None where the year has no such day."""
_XUN = {1: (1, 10), 2: (11, 20), 3: (21, 0), 12: (1, 20), 23: (11, 0)}
_YEAR_PARTS = {1: "01", 2: "06", 3: "12"}
_MONTHS = {708: ("07", "08"), 102: ("01", "02")}


def calendar_of(phrase: Phrase) -> str:
    """gregorian, lunar, minguo or regnal: how the text counts."""
    for atom in phrase.atoms:
        if atom.mode in ("minguo", "regnal"):
            return atom.mode
        if atom.mode in ("counted", "years"):
            return "minguo"
        if atom.kind in ("lunar", "lunarmonth", "lunarday"):
            return "lunar"
    return "gregorian"


def maker(phrase: Phrase) -> Make:
    """Year → the value of the phrase in it."""
    if calendar_of(phrase) == "regnal":
        return "{:04}".format  # its months are lunar, and older than the table
    if calendar_of(phrase) == "lunar" and phrase.get("holiday") is None:
        return _of_lunar_month(phrase)
    term, school = phrase.get("term"), phrase.get("year")
    if term and school and school.extra:
        first = phrase.joint != "range"  # the second term of 2019学年, and that of 2019-2020学年, is in 2020
        return lambda year: _of_term(term)(year if (term.value == 1) == first else year + 1 if first else year - 1)
    for atom in phrase.atoms:
        make = _MAKERS.get(atom.kind)
        if make:
            return make(atom)
    month = phrase.get("month")
    return of_month(phrase, month.value) if month else "{:04}".format


def of_month(phrase: Phrase, month: int) -> Make:
    """Year → the value of the phrase in that month of the year."""
    day, part, rough, nth = phrase.get("day"), phrase.get("part"), phrase.get("monthpart"), phrase.get("nthday")

    def make(year: int) -> str | None:
        if day:
            return iso((year, month, day.value)) if is_day((year, month, day.value)) else None
        if nth:
            return _of_weekday(year, month, *divmod(nth.value, 10)) if nth.value % 10 else _of_week(year, month, nth.value // 10)
        if part:
            first, last = _XUN[part.value]
            return f"{iso((year, month, first))}/{iso((year, month, last or days_in_month(year, month)))}"
        if rough:
            return iso((year, month, {1: 1, 2: 15, 3: days_in_month(year, month)}[rough.value])) + "~"
        return f"{year:04}-{month:02}"

    return make


def _of_weekday(year: int, month: int, which: int, day: int) -> str | None:
    """第二个星期日; the last one counts back from the end."""
    if which == LAST:
        end = (year, month, days_in_month(year, month))
        return iso(shift_days(end, -((weekday(end) + 1 - day) % 7)))
    found = nth_weekday(year, month, which, day)
    return iso(found) if found[1] == month else None


def _of_week(year: int, month: int, which: int) -> str | None:
    """第二周 of a month, about its second seven days, and the last seven of 最后一周."""
    length = days_in_month(year, month)
    last = length if which == LAST else min(7 * which, length)
    return f"{iso((year, month, last - 6))}~/{iso((year, month, last))}~" if which in (1, 2, 3, 4, 5, LAST) else None


def _of_week_of_year(atom: Atom) -> Make:
    """第24周 as ISO 8601 numbers the weeks, about: others begin on 1 January."""

    def make(year: int) -> str:
        first = shift_days((year, 1, 4), 7 * (atom.value - 1) - weekday((year, 1, 4)))
        return f"{iso(first)}~/{iso(shift_days(first, 6))}~"

    return make


def _of_lunar_month(phrase: Phrase) -> Make:
    named, plain, day = phrase.get("lunarmonth"), phrase.get("month"), phrase.get("lunarday") or phrase.get("day")
    month = named or plain
    leap = bool(named and named.extra)

    def make(year: int) -> str | None:
        if month is None:
            return f"{year:04}"
        length = month_length(year, month.value, leap=leap)
        first, last = (day.value, day.value) if day else (1, length or 0)
        start, end = (to_gregorian(year, month.value, number, leap=leap) for number in (first, last))
        if start is None or end is None:
            return None
        return iso(start) if day else f"{iso(start)}/{iso(end)}"

    return make


def _of_holiday(atom: Atom) -> Make:
    holiday = HOLIDAYS[atom.value]

    def make(year: int) -> str | None:
        day = day_of(holiday, year)
        if day is None or not atom.extra:
            return iso(day) if day else None
        if holiday.vacation == 1:
            return f"{iso(day)}~"
        return f"{iso(day)}~/{iso(shift_days(day, holiday.vacation - 1))}~"

    return make


def _of_term(atom: Atom) -> Make:
    return lambda year: f"{year:04}-09/{year + 1:04}-01" if atom.value == 1 else f"{year:04}-02/{year:04}-07"


def _of_part(atom: Atom, months: int, code: int) -> Make:
    """A half or a quarter of the year; 初 and 末 of it are its first and its last month."""
    month = months * atom.value - (months - 1) * (atom.extra == 1)
    return lambda year: f"{year:04}-{month:02}~" if atom.extra else f"{year:04}-{code + atom.value}"


_MAKERS = {
    "half": lambda atom: _of_part(atom, 6, 39),
    "quarter": lambda atom: _of_part(atom, 3, 32),
    "quarters": lambda atom: lambda year: f"{year:04}-01/{year:04}-{3 * atom.value:02}",
    "firstmonths": lambda atom: lambda year: f"{year:04}-01/{year:04}-{atom.value:02}",
    "lastmonths": lambda atom: lambda year: f"{year:04}-{13 - atom.value:02}/{year:04}-12",
    "monthpair": lambda atom: lambda year: f"{year:04}-{atom.value // 100:02}/{year:04}-{atom.value % 100:02}",
    "season": lambda atom: lambda year: f"{year:04}-{atom.value}",
    "months": lambda atom: lambda year: f"{year:04}-{_MONTHS[atom.value][0]}~/{year:04}-{_MONTHS[atom.value][1]}~",
    "yearpart": lambda atom: lambda year: f"{year:04}-{_YEAR_PARTS[atom.value]}~",
    "yearweek": _of_week_of_year,
    "term": _of_term,
    "holiday": _of_holiday,
}
"""Kind of the smallest atom → atom → year → value."""


def span_maker(first: Make, last: Make) -> Make:
    """Year → the span from the value of `first` in it to that of `last` in it or in the year after: 1至11月."""

    def make(year: int) -> str | None:
        begin = first(year)
        end = following(last, begin, "range") if begin else None
        return span(begin, end) if begin and end else None

    return make


def following(make: Make, before: str, joint: str) -> str | None:
    """The value in the year of what stands before it, or in the year after where a range would run backwards or a list passes new year."""
    start = bounds(before)[0]
    if start is None:
        return None
    year = int(start[:4])
    edtf, later = make(year), make(year + 1)
    last = bounds(edtf)[1] if edtf else None
    if last and (last >= start or (joint == "list" and not (start[5:7] >= "10" and last[5:7] <= "03"))):
        return edtf
    return later or make(year + 2)
