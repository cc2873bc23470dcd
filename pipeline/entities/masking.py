"""Texts in which what other finders have claimed is blanked out."""

from collections.abc import Iterable
from typing import Protocol


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


def mask(key: str, field: str, rows: Iterable[Spanned], last: str = BLANK) -> str:
    """The key, of the same length, with the spans of `rows` in this field blanked out; `last` stands at their ends."""
    pieces: list[str] = []
    at = 0
    for start, end in sorted((row.start, row.end) for row in rows if row.field == field and row.start < row.end):
        if start >= at:
            pieces += (key[at:start], BLANK * (end - start - 1), last)
            at = end
    return "".join((*pieces, key[at:])) if pieces else key
