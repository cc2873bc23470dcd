"""What a date means: its EDTF value with how it was reached, and values made of others."""

from pipeline.model.record import NamedTuple
from pipeline.notation.calendar import Day, bounds, is_day, iso, parse_day


class Value(NamedTuple):
    """What a phrase means."""

    edtf: str | None
    basis: str
    calendar: str = "gregorian"


def moved(edtf: str, years: int) -> str:
    """The same span so many years later."""
    ends = [f"{int(end[:4]) + years:04}{end[4:]}" if end[:4].isdigit() else end for end in edtf.split("/")]
    return "/".join(end[:8] + "28" + end[10:] if end[5:10] == "02-29" and not is_day(parse_day(end)) else end for end in ends)


def span(first: str, last: str) -> str:
    """The interval from the beginning of one value to the end of another; a quarter or half is told by its month there."""
    return f"{_end(first.partition('/')[0], 0)}/{_end(last.rpartition('/')[2], 1)}"


def _end(edtf: str, side: int) -> str:
    """As the start (side 0) or end (1) of an interval: EDTF has no quarters, halves and decades there."""
    exact = bounds(edtf)[side] if edtf not in ("", "..") else None
    if exact and "X" in edtf:
        return exact[:4]
    return exact[:7] if exact and edtf[5:7] > "12" else edtf


def until(edtf: str, reference: Day | None) -> str:
    """From the beginning of a value on, up to the issue (今年以来)."""
    first = _end(edtf.partition("/")[0], 0)
    start = bounds(first)[0] if first else None
    if reference is None or start is None or parse_day(start) > reference:
        return f"{first}/.."
    return f"{first}/{iso(reference)}"
