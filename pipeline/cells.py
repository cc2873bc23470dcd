"""The lines of a text as cells: what white space of two columns and more, or a drawn bar, parts; each with its place on the line."""

from collections.abc import Callable, Iterator

from pipeline.lines import BARS, columns
from pipeline.model.layout import Line
from pipeline.model.record import NamedTuple
from pipeline.notation.pattern import Pattern

_TAB = 8
"""Columns from one tab stop to the next, in DOS and on typewriters."""
_LONGEST = 240
"""Characters of a line that may hold two columns."""
_CELL = Pattern(r"[^\s|│┃║｜]+(?: [^\s|│┃║｜]+)*")
"""A blank of one column stands between words, a wider one between cells."""


class Cell(NamedTuple):
    """Text of a line between white space: offsets in the source, columns from its left edge."""

    start: int
    end: int
    left: int
    right: int


class Row(NamedTuple):
    """A line and its cells."""

    number: int
    """Which line it is, blank ones counted."""
    line: Line
    cells: tuple[Cell, ...]


Ruler = Callable[[int, str], int]
"""The column behind some text that begins in a column."""


def by_place(at: int, text: str) -> int:
    """As typed: wide characters take two columns, tabs lead to the next stop."""
    first, *stops = text.split("\t")
    at += columns(first)
    for piece in stops:
        at += _TAB - at % _TAB + columns(piece)
    return at


def by_count(at: int, text: str) -> int:
    """Every character takes one column, as for tools that take pages apart and know no wide ones."""
    return at + len(text)


def row(text: str, line: Line, number: int, ruler: Ruler) -> Row:
    """The line with its cells; one that is too long, or a row of a drawn table, is one cell as it is."""
    begin = text.rfind("\n", max(0, line.start - _LONGEST), line.start) + 1 or max(0, line.start - _LONGEST)
    raw = text[begin : line.end] if line.end - begin <= _LONGEST else ""
    if not raw or sum(map(line.key.count, BARS)) > 1:
        return Row(number, line, (Cell(line.start, line.end, 0, 10 * _LONGEST),))
    return Row(number, line, tuple(_cells(raw, begin, ruler)))


def _cells(raw: str, begin: int, ruler: Ruler) -> Iterator[Cell]:
    end = column = 0
    for found in _CELL.finditer(raw):
        left = ruler(column, raw[end : found.start()])
        end, column = found.end(), ruler(left, found[0])
        yield Cell(begin + found.start(), begin + end, left, column)
