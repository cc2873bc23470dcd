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
    margins: dict[tuple[int, Edges], Edges]
    """Page (0-based) and column of a row → its left and right margin."""

    @property
    def columns(self) -> int:
        """Columns of the widest margins."""
        return round(max((right - left for left, right in self.margins.values()), default=0) / self.unit)


def measure_pages(pages: Pages) -> TypeArea:
    """The type area of all pages together."""
    body = _body_size(pages)
    margins = _margins(pages)
    widest = max((right - left for left, right in margins.values()), default=0)
    return TypeArea(body, _leading(pages, body), max(body / 2, widest / _MOST_COLUMNS), margins)


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


def _margins(pages: Pages) -> dict[tuple[int, Edges], Edges]:
    groups: dict[tuple[int, Edges], list[Row]] = defaultdict(list)
    pools: dict[tuple[int, int], list[Row]] = defaultdict(list)
    for number, rows in enumerate(pages):
        columns = sorted({row.column for row in rows})
        for row in rows:
            groups[number, row.column].append(row)
            pools[number % 2, _place(row.column, columns)].append(row)
    found: dict[tuple[int, Edges], Edges] = {}
    for (number, column), rows in groups.items():
        pool = pools[number % 2, _place(column, sorted({row.column for row in pages[number]}))]
        left = _edge([row.box[0] for row in rows], [row.box[0] for row in pool])
        right = -_edge([-row.box[2] for row in rows], [-row.box[2] for row in pool])
        found[number, column] = (left, max(left + 1, right))
    return found


def _place(column: Edges, columns: list[Edges]) -> int:
    """0 for a column as wide as the page, else its place from the left, from 1."""
    widest = max(right - left for left, right in columns)
    if column[1] - column[0] >= 0.7 * widest:
        return 0
    return 1 + sum(other[0] < column[0] and other[1] <= column[0] for other in columns)


def _edge(own: list[float], pool: list[float]) -> float:
    """The outermost edge that is no accident, of a page's rows if they tell, else of the rows of all pages like it."""
    edge = _outermost(own, max(2.0, _SURE_SHARE * len(own)))
    if edge is None:
        edge = _outermost(pool, max(2.0, _LEAST_SHARE * len(pool)))
    return min(own) if edge is None else edge


def _outermost(edges: list[float], least: float) -> float | None:
    ordered = sorted(edges)
    count = round(least + 0.49)
    for index in range(len(ordered) - count + 1):
        if ordered[index + count - 1] - ordered[index] <= _SLACK:
            return median(ordered[index : index + count])
    return None
