"""The warnings of a document in a line: for a person who has many documents, or who reads no JSON."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from pipeline.model.document import DocumentWarning
from pipeline.model.warning_codes import NOTES, UNREAD


def what_is_lost(warnings: Iterable[DocumentWarning]) -> str:
    """What says that a part of the source could not be read, "" if all was."""
    first, *more = [warning.message for warning in warnings if warning.code in UNREAD] or [""]
    return f"{first} (the first of {len(more) + 1} such warnings)" if more else first


def in_short(lost: str, codes: Iterable[str]) -> list[str]:
    """A line of what is lost, and one of the other warnings, where there are any."""
    return [line for line in (lost, warning_summary([code for code in codes if code not in UNREAD])) if line]


def warning_summary(codes: Sequence[str]) -> str:
    """3 warnings (contents_missing 1, count_mismatch 2), 1 note (columns_in_turn 1)."""
    warnings = [code for code in codes if code not in NOTES]
    notes = [code for code in codes if code in NOTES]
    parts = ((warnings, "warning"), (notes, "note"))
    return ", ".join(f"{plural(len(found), kind)} ({counted(Counter(sorted(found)))})" for found, kind in parts if found)


def to_check(counts: Mapping[str, int]) -> int:
    """How many of the warnings of a document ask to be checked; the others are for information."""
    return sum(number for code, number in counts.items() if code not in NOTES)


def counted(counts: Mapping[str, int]) -> str:
    """contents_missing 1, count_mismatch 2."""
    return ", ".join(f"{code} {number}" for code, number in counts.items())


def plural(number: int, noun: str) -> str:
    """1 warning, 2 warnings."""
    return f"{number} {noun}{'s' if number != 1 else ''}"
