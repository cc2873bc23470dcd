"""What is counted from the issue or from the date named last, by the month, the quarter, the term and the day: 本月, 上季度, 下学期, 次日."""

from pipeline.entities.date_clock import Clock
from pipeline.entities.date_makers import of_month
from pipeline.entities.date_outlook import LIKELY, reach_of
from pipeline.entities.date_phrases import Phrase
from pipeline.entities.date_spans import Value
from pipeline.notation.calendar import iso, shift_days, shift_months
from pipeline.notation.date_atoms import Atom

_COMPARED = tuple("比较与")
_FIRST_DAYS = 10
"""Of a month, in which reports of the month before come out."""


def counted_month(phrase: Phrase, month: Atom, named: tuple[int | None, str] | None, clock: Clock, key: str) -> Value | None:
    """本月, 次月; 去年同月 in the year that is named."""
    told = month.mode != "relative" or _is_reported(phrase, month, clock, key) or _is_compared(month, clock, key)
    base = clock.anchor() if told else clock.reference
    if base is None or not base[1]:
        return Value(None, "none")
    year, number, _ = shift_months((base[0], base[1], 1), month.value)
    in_year = named[0] if named else year
    edtf = of_month(phrase, number)(in_year) if in_year else None
    return Value(edtf, "anaphora" if told else "relative") if edtf or not in_year else None


def _is_reported(phrase: Phrase, month: Atom, clock: Clock, key: str) -> bool:
    """Whether 本月 is the month that a report of the first days of the next one tells of: 1月降水情况：本月偏少."""
    reference, anchor = clock.reference, clock.anchor()
    if month.value or not reference or not anchor or reference[2] > _FIRST_DAYS or phrase.last is not month:
        return False
    return anchor[:2] == shift_months(reference, -1)[:2] and reach_of(key, phrase.start, phrase.end) < LIKELY


def _is_compared(atom: Atom, clock: Clock, key: str) -> bool:
    """Whether 上月 or 上季度 is the one before that of which the sentence tells: 10月份，…，比上月上涨."""
    return atom.value == -1 and key.endswith(_COMPARED, 0, atom.start) and clock.tells(key, atom.start)


def counted_quarter(quarter: Atom, clock: Clock, key: str) -> Value:
    """本季度, 上季度: of the issue, or of the one that the sentence tells of."""
    reference = clock.reference
    if reference is None:
        return Value(None, "none")
    if _is_compared(quarter, clock, key) and (told := _quarter_of(clock.last)):
        year, number = divmod(told + quarter.value, 4)
        return Value(f"{year:04}-{33 + number}", "anaphora")
    year, number = divmod(reference[0] * 4 + (reference[1] - 1) // 3 + quarter.value, 4)
    return Value(f"{year:04}-{33 + number}", "relative")


def counted_term(term: Atom, clock: Clock, key: str) -> Value:
    """本学期, and 上学期 that names no year: from the issue, the first from September, the second from February."""
    reference = clock.reference
    if reference is None:
        return Value(None, "none")
    step = term.value if term.mode == "relative" else -1 if key[term.start] == "上" else 1
    year, half = divmod((reference[0] if reference[1] > 1 else reference[0] - 1) * 2 + (reference[1] >= 9 or reference[1] == 1) + step, 2)
    return Value(f"{year}-09/{year + 1}-01" if half else f"{year}-02/{year}-07", "relative")


def counted_day(day: Atom, clock: Clock) -> Value:
    """昨天 from the issue, 次日 from the day named last."""
    base = clock.reference if day.mode == "relative" else clock.anchor_day()
    if base is None or not base[2]:
        return Value(None, "none")
    return Value(iso(shift_days(base, day.value)), day.mode)


def _quarter_of(edtf: str | None) -> int | None:
    """Quarters from the year 0 to that of a value, where it is one."""
    year, _, code = (edtf or "").partition("-")
    return int(year) * 4 + int(code) - 33 if code in ("33", "34", "35", "36") else None
