"""The type area (版心) of printed pages: size of the body type, leading, and the margins of every column of every page."""

from collections import Counter, defaultdict
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from pipeline.model.paper import Row

_MOST_COLUMNS = 108
"""Columns of the widest type area that the stages after can tell from whole paragraphs."""
_LEADING = 1.5
"""Sizes of type from one line to the next, where no two lines tell."""
_SURE_SHARE = 0.25
"""Share of a page's rows at one edge from which the page tells its own margin; a page of a few lines does not."""
_LEAST_SHARE = 0.05
_SHIFT = 1.2
"""Sizes of type by which the margin of a page may differ from that of its like; paragraphs are set in by two."""
_FEW_ROWS = 5
"""Rows of a page up to which all of them tell its margins."""
_SURE_ROWS = 10.0
"""Rows of a page with the same margins that are margins, whatever those of other pages are, if they are so many of all:"""
_MOST_ROWS = 0.4
_RAGGED = 2.5
"""Sizes of type that a full line may fall short of its margin."""
_LEAST_FULL = 0.2
"""Share of full lines from which the rows of a page are set in a column."""
_ENOUGH_ROWS = 30
"""Rows of odd, or of even, pages from which they tell their own margins."""
_BOTH = 2
"""Stands for odd (0: the first) and even (1) pages together."""
_LONG = 0.5
"""Share of the longest row's width from which a row is long."""
_SLACK = 2.0
"""Points by which rows at one margin may differ."""

Pages = list[list[Row]]
Edges = tuple[float, float]


class TypeArea(NamedTuple):
    """Measures of the whole source, in points."""

    body: float
    """Size of the type that most characters are set in."""
    leading: float
    unit: float
    """Width of one column: half the body type."""
    columns: int
    """Columns of the widest margins."""
    margins: dict[tuple[int, Edges], Edges]
    """Page (0-based) and column of a row → its left and right margin."""


def measure_pages(pages: Pages) -> TypeArea:
    """The type area of all pages together."""
    body = _body_size(pages)
    margins = _margins(pages, body)
    widest = max((right - left for left, right in margins.values()), default=0)
    unit = max(body / 2, widest / _MOST_COLUMNS)
    return TypeArea(body, _leading(pages, body), unit, round(widest / unit), margins)


def _body_size(pages: Pages) -> float:
    weights: Counter[float] = Counter()
    for rows in pages:
        for row in rows:
            weights[row.size] += len(row.text)
    return max(1.0, weights.most_common(1)[0][0]) if weights else 10.5


def _leading(pages: Pages, body: float) -> float:
    steps: Counter[float] = Counter()
    for rows in pages:
        for before, after in pairwise(rows):
            step = after.box[3] - before.box[3]
            if before.column == after.column and abs(before.size - body) + abs(after.size - body) <= 1 and body < step < 4 * body:
                steps[round(2 * step) / 2] += 1
    return steps.most_common(1)[0][0] if steps else _LEADING * body


def _margins(pages: Pages, body: float) -> dict[tuple[int, Edges], Edges]:
    """Of all pages like it, odd or even where there are enough, or of the page itself where it is shifted a little."""
    columns = [sorted({row.column for row in rows}) for rows in pages]
    places = {(number, column): _place(column, beside) for number, beside in enumerate(columns) for column in beside}
    groups = {key: _inner([row for row in pages[key[0]] if row.column == key[1] and row.table < 0], pages[key[0]]) for key in places}
    pools: dict[tuple[int, int], list[Row]] = defaultdict(list)
    for key, place in places.items():
        pools[_BOTH, place] += groups[key]
        pools[key[0] % 2, place] += groups[key]
    general = {kind: _edges(pool, max(2.0, _LEAST_SHARE * len(pool)), body) or _extent(pool) for kind, pool in pools.items()}
    left_columns = [edges for (_, place), edges in general.items() if place == 1]
    found = {}
    for key, place in places.items():
        side = key[0] % 2 if len(pools[key[0] % 2, place]) >= _ENOUGH_ROWS else _BOTH
        like = (general[side, place], *(left_columns if place == 0 else []))
        own = _edges(groups[key], max(2.0, _SURE_SHARE * len(groups[key])), body) if place else None
        found[key] = own if own and _is_filled(own, key[1], body) else _fit(groups[key], like, body)
    return found


def _is_filled(own: Edges, column: Edges, body: float) -> bool:
    """Whether the lines of a column side by side with others reach from one white stripe to the next; its like may be wider."""
    return abs(own[0] - column[0]) <= _RAGGED * body and abs(own[1] - column[1]) <= _SHIFT * body


def _inner(rows: list[Row], page: list[Row]) -> list[Row]:
    """The rows without the page's first and last: a running head and foot have margins of their own."""
    inner = [row for row in rows if row is not page[0] and row is not page[-1]] if len(rows) > _FEW_ROWS else rows
    return inner or page


def _fit(rows: list[Row], like: tuple[Edges, ...], body: float) -> Edges:
    """Its own margins where they are nearly those of its like; or those of a left column, which may stand alone on a page."""
    own = _edges(rows, max(2.0, _SURE_SHARE * len(rows)), body)
    for left, right in like:
        if own and abs(own[0] - left) <= _SHIFT * body and abs(own[1] - right) <= _SHIFT * body:
            return own
    for left, right in like[1:]:
        full = sum(row.box[2] >= right - _RAGGED * body for row in rows)
        if full >= max(2.0, _LEAST_FULL * len(rows)) and all(row.box[2] <= right + body for row in rows):
            return left, right
    sure = _edges(rows, max(_SURE_ROWS, _MOST_ROWS * len(rows)), body)
    if sure and sum(row.box[0] < sure[0] - _SLACK for row in rows) <= _LEAST_SHARE * len(rows):
        return sure
    return like[0]  # what stands out of its own margins are lines of paragraphs that are indented


def _edges(rows: list[Row], least: float, body: float) -> Edges | None:
    """The outermost edges that so many of the long rows have; a page number or a heading tells nothing of the margins.

    A short row tells the left margin where it goes on with a full one: paragraphs of two lines have no long row there.
    """
    longest = max(row.box[2] - row.box[0] for row in rows)
    long = [row for row in rows if row.box[2] - row.box[0] >= _LONG * longest]
    ends = sorted(row.box[2] for row in long)
    full = {id(row) for row in long if row.box[2] >= ends[-1] - _RAGGED * body}
    lefts = [row for before, row in pairwise((rows[0], *rows)) if id(before) in full or row.box[2] - row.box[0] >= _LONG * longest]
    left, right = _outermost([row.box[0] for row in lefts], least), _outermost([-end for end in ends], least)
    if right is None or sum(end > body - right for end in ends) >= least:  # set ragged: no two rows end at one place
        right = -_ragged_edge(ends, least, body)
    return (left, -right) if left is not None and left < -right else None


def _ragged_edge(ends: list[float], least: float, body: float) -> float:
    """The farthest of rows that end within two characters of each other; in `ends`, ascending."""
    count = round(least)
    near = (ends[index] for index in range(len(ends) - 1, count - 2, -1) if ends[index] - ends[index - count + 1] <= 2 * body)
    return next(near, ends[-1])


def _extent(rows: list[Row]) -> Edges:
    left = min(row.box[0] for row in rows)
    return left, max(left + 1, *(row.box[2] for row in rows))


def _place(column: Edges, columns: list[Edges]) -> int:
    """0 for a column as wide as the page, else its place from the left, from 1."""
    widest = max(right for _, right in columns) - min(left for left, _ in columns)
    if column[1] - column[0] >= 0.7 * widest:
        return 0
    return 1 + sum(other[0] < column[0] and other[1] <= column[0] for other in columns)


def _outermost(edges: list[float], least: float) -> float | None:
    ordered = sorted(edges)
    count = round(least)
    for index in range(len(ordered) - count + 1):
        if ordered[index + count - 1] - ordered[index] <= _SLACK:
            return median(ordered[index : index + count])
    return None
