"""Tables that are drawn with lines (表格): the lines of a page → their cells.

Lines that cross one another make a grid; where no line parts two of its fields they are one cell. A table whose sides are open,
as is usual in Chinese print, is closed where its level lines end.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise, product
from statistics import median
from typing import NamedTuple

from pipeline.model.layout import Box
from pipeline.model.paper import RuledTable, TableRow

_SNAP = 3.0
"""Points by which lines that are one may differ, and by which lines that meet may miss each other."""
_CELL = 8.0
"""Points that a side of a cell is long at least."""
_FRAME = 2
"""Lines each way that make a frame."""
_ROW = 60.0
"""Points that one row with three cells is high at most: the rest of a table over the page, and no frame around columns."""
_MOST_FIELDS = 20_000
"""Fields of one page's grids; what has more is a drawing."""
_Field = tuple[int, int]
"""Row and column."""


class Grid(NamedTuple):
    """Outline of a table and the boxes of its cells."""

    box: Box
    rows: tuple[tuple[Box | None, ...], ...]
    """None where a cell of another row or column spans the place."""


class _Line(NamedTuple):
    at: float
    """Where it stands: y of a level line, x of an upright one."""
    low: float
    high: float

    def covers(self, at: float) -> bool:
        return self.low - _SNAP <= at <= self.high + _SNAP

    def crosses(self, other: "_Line") -> bool:
        return self.covers(other.at) and other.covers(self.at)


def find_tables(lines: Iterable[Box]) -> tuple[Grid, ...]:
    """The tables of a page from its lines, from top to bottom; two columns and two rows at least, or one low row of three cells."""
    boxes = list(lines)
    level = _joined(_Line((top + bottom) / 2, x0, x1) for x0, top, x1, bottom in boxes if x1 - x0 > bottom - top)
    upright = _joined(_Line((x0 + x1) / 2, top, bottom) for x0, top, x1, bottom in boxes if x1 - x0 <= bottom - top)
    if len(level) * len(upright) > _MOST_FIELDS:
        return ()
    grids = [grid for rows, columns in _groups(level, upright) if columns and (grid := _grid(rows, columns))]
    return tuple(sorted(grids, key=lambda grid: (grid.box[1], grid.box[0])))


def fill(grid: Grid, text_within: Callable[[Box], tuple[str, float]]) -> RuledTable:
    """The table with the text inside the boxes of its cells, and how sure that is."""
    rows = []
    for cells in grid.rows:
        boxes = [box for box in cells if box]
        if boxes:
            outline = (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
            texts = [text_within(box) if box else ("", 1.0) for box in cells]
            rows.append(TableRow(outline, tuple(text for text, _ in texts), min(sure for _, sure in texts)))
    return RuledTable(grid.box, tuple(rows))


def _joined(lines: Iterable[_Line]) -> list[_Line]:
    """Lines that lie in one another or go on as one, long enough for a cell."""
    found: list[_Line] = []
    for stack in _stacks(sorted(lines)):
        at = sum(line.at for line in stack) / len(stack)
        low, high = stack[0][1:]
        for line in stack[1:]:
            if line.low > high + _SNAP:
                found.append(_Line(at, low, high))
                low = line.low
            high = max(high, line.high) if line.low >= low else line.high
        found.append(_Line(at, low, high))
    return [line for line in found if line.high - line.low > _CELL]


def _stacks(ordered: Sequence[_Line]) -> Iterator[list[_Line]]:
    """Lines at one place, by where they begin."""
    stack: list[_Line] = []
    for line in ordered:
        if stack and line.at - stack[-1].at > _SNAP:
            yield sorted(stack, key=lambda each: each.low)
            stack = []
        stack.append(line)
    if stack:
        yield sorted(stack, key=lambda each: each.low)


def _groups(level: list[_Line], upright: list[_Line]) -> Iterator[tuple[list[_Line], list[_Line]]]:
    """Lines that cross one another, directly or by way of others."""
    left, right = set(level), set(upright)
    while left:
        rows: list[_Line] = []
        columns: list[_Line] = []
        fresh = [left.pop()]
        while fresh:
            rows += fresh
            met = {line for line in right if any(line.crosses(row) for row in fresh)}
            right -= met
            columns += met
            fresh = [line for line in left if any(line.crosses(column) for column in met)]
            left -= set(fresh)
        yield rows, columns


def _grid(level: list[_Line], upright: list[_Line]) -> Grid | None:
    """The cells of lines that cross; None where they make no table."""
    upright = [*upright, *_open_sides(level, upright)]
    ys, xs = _places(level), _places(upright)
    if len(xs) <= _FRAME or (len(ys) <= _FRAME and (len(xs) <= _FRAME + 1 or ys[-1] - ys[0] > _ROW)):
        return None
    floors = {(row, column) for row, column in _stretches(level, ys, xs)}
    walls = {(row, column) for column, row in _stretches(upright, xs, ys)}
    cells = {}
    for fields in _cells(floors, walls, len(ys) - 1, len(xs) - 1):
        (row, column), (last_row, last_column) = min(fields), max(fields)
        cells[row, column] = (xs[column], ys[row], xs[last_column + 1], ys[last_row + 1])
    rows = tuple(tuple(cells.get((row, column)) for column in range(len(xs) - 1)) for row in range(len(ys) - 1))
    is_one_column = max((sum(cell is not None for cell in row) for row in rows), default=0) <= 1
    is_one_row = sum(any(row) for row in rows) == 1 and len(rows) > 1
    return None if is_one_column or is_one_row else Grid((xs[0], ys[0], xs[-1], ys[-1]), rows)


def _open_sides(level: list[_Line], upright: list[_Line]) -> Iterator[_Line]:
    """The sides that are not drawn: most rows reach beyond the outermost upright line."""
    rows = {line.at: [other for other in level if other.at == line.at] for line in level}
    left = median(min(line.low for line in row) for row in rows.values())
    right = median(max(line.high for line in row) for row in rows.values())
    if min(line.at for line in upright) - left > _CELL:
        yield _Line(left, min(rows), max(rows))
    if right - max(line.at for line in upright) > _CELL:
        yield _Line(right, min(rows), max(rows))


def _places(lines: list[_Line]) -> list[float]:
    """Where they stand, each place once; lines closer than a cell are one, bent or double."""
    found: list[float] = []
    for at in sorted(line.at for line in lines):
        if not found or at - found[-1] > _CELL:
            found.append(at)
    return found


def _stretches(lines: list[_Line], places: list[float], across: list[float]) -> Iterator[tuple[int, int]]:
    """Every stretch between two neighbours of `across` along which a line is drawn: index of the line's place, and of the stretch."""
    for line in lines:
        place = min(range(len(places)), key=lambda index: abs(places[index] - line.at))
        for stretch, (low, high) in enumerate(pairwise(across)):
            if line.covers((low + high) / 2):
                yield place, stretch


def _cells(floors: set[_Field], walls: set[_Field], rows: int, columns: int) -> Iterator[set[_Field]]:
    """Fields that no line parts, where they make a rectangle; else each alone, so that no field is left out."""
    left = set(product(range(rows), range(columns)))
    while left:
        joined = _flood(min(left), left, floors, walls)
        left -= joined
        height, width = (max(ends) - min(ends) + 1 for ends in zip(*joined, strict=True))
        if len(joined) == height * width:
            yield joined
        else:
            yield from ({field} for field in joined)


def _flood(start: _Field, fields: set[_Field], floors: set[_Field], walls: set[_Field]) -> set[_Field]:
    """The field and all to which no line bars the way."""
    found, fresh = {start}, [start]
    while fresh:
        row, column = fresh.pop()
        ways = (((row - 1, column), (row, column) in floors), ((row + 1, column), (row + 1, column) in floors),
                ((row, column - 1), (row, column) in walls), ((row, column + 1), (row, column + 1) in walls))  # fmt: skip
        reached = {field for field, barred in ways if not barred} & fields - found
        found |= reached
        fresh += reached
    return found
