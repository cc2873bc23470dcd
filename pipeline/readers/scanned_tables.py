"""A page as an engine has seen it: what stands inside a grid of lines is laid into its cells, so that a table is read row by row.

An engine sees the text of a cell line by line, and may see what stands in two narrow cells as one line.
"""

from collections.abc import Iterator
from itertools import groupby

from pipeline.model.layout import Box
from pipeline.model.paper import Fragment, PaperPage, Recognised, RuledTable
from pipeline.readers.ruled_tables import Grid, fill, find_tables
from pipeline.reading_order import order_rows

_BESIDE = 0.5
"""Sizes of type that a line reaches beyond a side of a cell before it stands in the next one too; and beyond a table of which it is no part."""
_LEAST = 3
"""Lines of type inside a table; the strokes of a large character may be a grid."""


def seen_page(number: int, width: float, height: float, found: Recognised) -> PaperPage:
    """The page on which this was seen, all in points; `number` is 1-based."""
    tables = tuple(table for grid in find_tables(found.grid_lines) if (table := _table(grid, found.fragments)))
    return PaperPage(number, width, height, found.fragments, found.rules, tables, found.turn)


def _table(grid: Grid, fragments: tuple[Fragment, ...]) -> RuledTable | None:
    """The table with what stands in it; None where the grid is that of no table."""
    inside = [fragment for fragment in fragments if _holds(grid.box, fragment)]
    if len(inside) < _LEAST or any(_sticks_out(fragment, grid.box) for fragment in inside):
        return None
    cells = [cell for row in grid.rows for cell in row if cell]
    pieces = [piece for fragment in inside for piece in _cut(fragment, cells)]

    def text_within(box: Box) -> tuple[str, float]:
        found = [piece for piece in pieces if _holds(box, piece)]
        return _joined(found), min((piece.confidence for piece in found), default=1.0)

    return fill(grid, text_within)


def _holds(box: Box, fragment: Fragment) -> bool:
    """Whether the middle of the line stands in the box."""
    x, y = (fragment.box[0] + fragment.box[2]) / 2, (fragment.box[1] + fragment.box[3]) / 2
    return box[0] <= x < box[2] and box[1] <= y < box[3]


def _sticks_out(fragment: Fragment, box: Box) -> bool:
    beyond = _BESIDE * fragment.size
    return fragment.box[0] < box[0] - beyond or fragment.box[2] > box[2] + beyond


def _cut(fragment: Fragment, cells: list[Box]) -> Iterator[Fragment]:
    """The line cut at the sides of the cells in which it stands, its characters taken for half as wide if they are Latin."""
    x0, top, x1, bottom = fragment.box
    beside = _BESIDE * fragment.size
    walls = sorted({cell[2] for cell in cells if cell[1] <= (top + bottom) / 2 < cell[3] and x0 + beside < cell[2] < x1 - beside})
    weights = [1 if character.isascii() else 2 for character in fragment.text]
    unit = (x1 - x0) / max(1, sum(weights))
    middles = [x0 + unit * (sum(weights[:at]) + weight / 2) for at, weight in enumerate(weights)]
    for _, group in groupby(range(len(weights)), lambda at: sum(wall < middles[at] for wall in walls)):
        places = list(group)
        text = fragment.text[places[0] : places[-1] + 1]
        yield fragment._replace(text=text.strip(), box=(middles[places[0]] - unit, top, middles[places[-1]] + unit, bottom))


def _joined(pieces: list[Fragment]) -> str:
    """The lines of a cell as one; Latin words keep apart."""
    text = ""
    for row in order_rows(PaperPage(0, 0, 0, tuple(pieces))):
        apart = f"{text[-1:]}{row.text[:1]}".isascii() and text[-1:].isalnum() and row.text[:1].isalnum()
        text += f" {row.text}" if apart else row.text
    return text
