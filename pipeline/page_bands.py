"""Physical 0, of pages: where articles stand one below the other across several columns, as on the page of a newspaper.

White space across all columns ends what stands above it where a column of that goes on in the next, or where headlines begin below it
side by side, or over some of the columns. White space alone tells nothing: columns of one text may have headings at one height.
"""

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from pipeline.model.paper import Fragment

PaperRow = list[Fragment]
"""Fragments that share a line."""
Edges = tuple[float, float]
_GAP = 0.5
"""Sizes of type by which white space across the page is higher than between most lines."""
_NAME = 3.0
"""Times the size of most type from which type is the name of the paper."""
_TIGHT = 0.3
"""Sizes of type by which the boxes of two lines one below the other may overlap."""
_STRIPE = 0.8
"""Sizes of type that white space between columns is wide at least."""
HEADLINE = 1.15
"""Times the size of most type that a headline is set in at least."""
_RAGGED = 2.0
"""Sizes of type that a full line may fall short of its margin."""
_FLUSH = 0.5
"""Sizes of type by which a line that goes on may miss the left margin."""
_INDENT = 2.5
"""Sizes of type by which the first line of a paragraph is set in at most."""
_STOPS = frozenset("。！？；：…”’）)》】.!?;:")
_MARKS = frozenset("，。；,;")
_SHORT = 0.6
"""Share of the width that a line in the middle takes at most."""
_LONG = 8
"""Characters that a column of running text holds at least."""
_LEAST = 2
"""Columns side by side, and rows of them."""


class _Columns(NamedTuple):
    """The columns in which the last rows of a band are set."""

    edges: list[Edges]
    fragments: list[PaperRow]
    """Of each, from top to bottom."""
    depth: int
    """Rows."""
    begin: list[bool]
    """Whether the text of each begins in these rows, and no line of it stands close above."""
    below_line: bool
    """A line that crosses them stands above."""


def split_bands(rows: list[PaperRow]) -> list[list[PaperRow]]:
    """The rows in bands that are read one below the other."""
    size = _body(rows)
    bands, first = [], 0
    for index in _gaps(rows, size):
        columns = _columns(rows[first : index + 1], size)
        if (not first and _is_name(rows[: index + 1], size)) or (columns and _is_end(columns, rows[index + 1], size)):
            bands.append(rows[first : index + 1])
            first = index + 1
    return [*bands, rows[first:]]


def _is_name(rows: list[PaperRow], size: float) -> bool:
    """Whether they are a name in very large type and what stands beside it, which head all columns below."""
    name = max((f for row in rows for f in row), key=lambda f: f.size)
    return name.size >= _NAME * size and all(f.box[1] < name.box[3] and name.box[1] < f.box[3] for row in rows for f in row)


def split_columns(rows: list[PaperRow]) -> tuple[list[PaperRow], list[tuple[Edges, PaperRow]]] | None:
    """The rows above, and the fragments of each column with its edges, where the text of one goes on in the next; else None."""
    size = _body(rows)
    columns = _columns(rows, size)
    if columns is None or not all(map(_is_text, columns.fragments[:-1])):
        return None
    open_ends, goes_on = _ends(columns, size)
    if not any(is_open and on for is_open, on in zip(open_ends, goes_on, strict=False)):
        return None
    return rows[: -columns.depth], list(zip(columns.edges, columns.fragments, strict=True))


def is_centred(row: PaperRow, edges: Edges) -> bool:
    """Whether it is one short line in the middle between the edges."""
    low, _, high, _ = row[0].box
    return len(row) == 1 and abs(low - edges[0] - (edges[1] - high)) <= row[0].size and high - low < _SHORT * (edges[1] - edges[0])


def headlines_of_all(rows: list[PaperRow], edges: Edges) -> list[bool]:
    """Whether each row is a headline in the middle between the edges, with nothing beside it."""
    size = _body(rows)
    found = [_is_head(row[0], size) and is_centred(row, edges) for row in rows]
    for index, (row, after) in enumerate(pairwise(rows)):
        if min(f.box[1] for f in after) < max(f.box[3] for f in row) - _TIGHT * size:
            found[index] = found[index + 1] = False
    return found


def stripes(fragments: Iterable[Fragment]) -> list[Edges]:
    """The white stripes that run through all fragments from the first to the last, from left to right."""
    fragments = sorted(fragments, key=lambda f: f.box[0])
    found, right = [], fragments[0].box[2]
    for fragment in fragments:
        if fragment.box[0] - right >= _STRIPE * fragment.size:
            found.append((right, fragment.box[0]))
        right = max(right, fragment.box[2])
    return found


def _body(rows: list[PaperRow]) -> float:
    """Size of most type."""
    weights: dict[float, int] = {}
    for row in rows:
        for fragment in row:
            weights[fragment.size] = weights.get(fragment.size, 0) + len(fragment.text)
    return max(weights, key=lambda size: weights[size])


def _gaps(rows: list[PaperRow], size: float) -> list[int]:
    """Indices of rows below which white space runs across the page."""
    tops = [min(f.box[1] for f in row) for row in rows]
    for index in range(len(tops) - 2, -1, -1):
        tops[index] = min(tops[index], tops[index + 1])
    high, foot = _line_gap(rows, size) + _GAP * size, 0.0
    found = []
    for index, row in enumerate(rows[:-1]):
        foot = max(foot, *(f.box[3] for f in row))
        if tops[index + 1] - foot > high:
            found.append(index)
    return found


def _line_gap(rows: list[PaperRow], size: float) -> float:
    """Points of white between two lines one below the other that begin at one place, as most have."""
    fragments = sorted((round(f.box[0] / 2), f.box[1], f.box[3]) for row in rows for f in row)
    gaps = sorted(after[1] - before[2] for before, after in pairwise(fragments) if before[0] == after[0] and after[1] - before[2] < 3 * size)
    return max(0.0, gaps[len(gaps) // 2]) if gaps else 0.0


def _columns(rows: list[PaperRow], size: float) -> _Columns | None:
    """Those of the last rows, up to one that crosses the white between them; None where they are in one column."""
    edges: list[Edges] = []
    count = 0
    for row in reversed(rows):
        joined = _joined([*edges, *((f.box[0], f.box[2]) for f in row)], _STRIPE * size)
        if len(joined) < len(edges) or _is_above_all(row, edges, size):
            break
        edges, count = joined, count + 1
    if len(edges) < _LEAST or count < _LEAST:
        return None
    inside = [f for row in rows[-count:] for f in row]
    fragments = [sorted((f for f in inside if low <= f.box[0] < high), key=lambda f: f.box[1]) for low, high in edges]
    if not all(fragments):
        return None
    begin = [not any(_is_close_above(f, column[0]) for row in rows[:-count] for f in row) for column in fragments]
    return _Columns(edges, fragments, count, begin, count < len(rows))


def _is_close_above(line: Fragment, other: Fragment) -> bool:
    """Whether the other line may go on with this one."""
    common = min(line.box[2], other.box[2]) - max(line.box[0], other.box[0])
    return common > 0 and other.size == line.size and other.box[1] - line.box[3] < line.size


def _is_above_all(row: PaperRow, edges: list[Edges], size: float) -> bool:
    """Whether it is one line in the middle of several columns that begins where none of them does."""
    if len(edges) < _LEAST:
        return False
    begins = not _is_head(row[0], size) and any(abs(row[0].box[0] - low) < size for low, _ in edges)
    width = max(high - low for low, high in edges)  # the last column may hold few words
    return not begins and is_centred(row, (edges[0][0], max(edges[-1][1], edges[-1][0] + width)))


def _joined(spans: list[Edges], least: float) -> list[Edges]:
    found: list[Edges] = []
    for low, high in sorted(spans):
        if found and low - found[-1][1] < least:
            found[-1] = (found[-1][0], max(high, found[-1][1]))
        else:
            found.append((low, high))
    return found


def _is_end(columns: _Columns, below: PaperRow, size: float) -> bool:
    """Whether the columns end where they stand, and the row below belongs to other articles."""
    open_ends, goes_on = _ends(columns, size)
    pairs = zip(open_ends, goes_on, columns.begin[1:], strict=False)
    if open_ends[-1] or any(is_open > on or (begins and on > is_open) for is_open, on, begins in pairs):
        return False
    if any(open_ends) and any(_is_head(f, size) for f in below):
        return True
    if any(_is_head(f, size) and _crosses(f, columns.edges) for f in below):
        return True
    firsts = [(column[0], edges[0]) for column, edges in zip(columns.fragments, columns.edges, strict=True)]
    headed = all(_is_head(f, size) or (columns.below_line and f.box[0] - low <= _INDENT * size) for f, low in firsts)
    return headed and len(below) >= _LEAST and all(_is_head(f, size) for f in below)


def _ends(columns: _Columns, size: float) -> tuple[list[bool], list[bool]]:
    """Whether each column breaks off in mid-clause, and whether each but the first begins as a line does that goes on."""
    pairs = list(zip(columns.fragments, columns.edges, strict=True))
    goes_on = [column[0].box[0] <= edges[0] + _FLUSH * size and not _is_head(column[0], size) for column, edges in pairs[1:]]
    return [_is_text(column) and _breaks_off(column[-1], edges, size) for column, edges in pairs], goes_on


def _is_text(column: PaperRow) -> bool:
    """Whether it holds running text: names that fill a column have no stops."""
    marks = sum(character in _MARKS for f in column for character in f.text)
    return len(column) >= _LEAST and marks > 0 and max(len(f.text) for f in column) >= _LONG


def _breaks_off(last: Fragment, edges: Edges, size: float) -> bool:
    """Whether a text goes on behind the line that stands lowest in its column."""
    return last.text[-1] not in _STOPS and last.box[2] >= edges[1] - _RAGGED * size and not _is_head(last, size)


def _is_head(fragment: Fragment, size: float) -> bool:
    return fragment.size >= HEADLINE * size


def _crosses(fragment: Fragment, edges: list[Edges]) -> bool:
    return sum(min(fragment.box[2], high) - max(fragment.box[0], low) > 0 for low, high in edges) >= _LEAST
