"""What other finders have claimed of a text: as places, as marks beside it, or blanked out of it."""

from collections.abc import Iterable
from typing import Protocol

INSIDE = 2
"""In a cover: behind the first character of a span."""


class Spanned(Protocol):
    """Any mention."""

    @property
    def field(self) -> str: ...  # noqa: D102
    @property
    def start(self) -> int: ...  # noqa: D102
    @property
    def end(self) -> int: ...  # noqa: D102


BLANK = "\0"
UNIT_END = "\x01"
"""Stands for the last character of a unit."""


def spans(field: str, rows: Iterable[Spanned]) -> list[tuple[int, int]]:
    """Where the rows of this field stand."""
    return [(row.start, row.end) for row in rows if row.field == field and row.start < row.end]


def cover(size: int, places: Iterable[tuple[int, int]]) -> bytearray:
    """1 where a span of a text of this size begins, INSIDE at its other places: looking there takes no longer where there are many."""
    covered = bytearray(size)
    for start, end in places:
        covered[start:end] = b"\2" * (end - start)
        covered[start] = 1
    return covered


def mask(key: str, field: str, rows: Iterable[Spanned], last: str = BLANK) -> str:
    """The key, of the same length, with the spans of `rows` in this field blanked out; `last` stands at their ends."""
    places = spans(field, rows)
    if not places:
        return key
    pieces: list[str] = []
    at = 0
    for start, end in sorted(places):
        if start >= at:
            pieces += (key[at:start], BLANK * (end - start - 1), last)
            at = end
    return "".join((*pieces, key[at:]))
