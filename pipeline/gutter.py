"""Where a text is set in columns (栏) side by side: the white stripe between them, and the evidence that it is one.

What stands beside each other may as well be a table, names in rows, a masthead, verse or a contents. Columns of running text tell
themselves: on both sides a line that fills its column breaks off in mid-clause, and goes on at the margin of its own column, line after line.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby, pairwise

from pipeline.cells import Cell, Row
from pipeline.lines import columns as width
from pipeline.model.record import NamedTuple
from pipeline.notation.frame import opens_with_frame_label
from pipeline.notation.labels import RELATION, has_issue_number

_JITTER = 2
"""Columns by which typists miss the margin of the right column: a half-width character more or less, a quotation mark taken for half."""
_LEAST_ROWS = 4
"""Lines with text on both sides that columns have."""
_LEAST_JOINS = 2
_LEAST_JOINS_OF_BOTH = 5
"""Lines that go on below in their own column, on each side and together."""
_JOINED_SHARE = 0.2
"""Share of the lines of a column that go on below; a column of titles and signatures has few."""
_MARKS_SHARE = 0.5
"""Commas and stops inside its lines, to the lines that go on below: names and titles that fill a column have none."""
_NARROWEST_COLUMN = 16
"""Columns; eight characters."""
_RAGGED = 5
"""Columns that a full line may fall short of its margin."""
_LEVEL = 3
"""Lines at the ends that may be as long as the margin by chance: a column is as wide as the third longest."""
_SPACED = 4
"""Columns of a cell, at most, on a line whose letters are set apart."""
_TRIALS = 3
"""Places that are tried as gutters of one stretch of lines."""
_MARKS = frozenset("，。；？！,;?!")


class Entry(NamedTuple):
    """A line of one column; columns count from the left edge of that."""

    row: Row
    start: int
    end: int
    indent: int
    right: int


class Column(NamedTuple):
    """The lines of one column, and how wide it is."""

    entries: tuple[Entry, ...]
    width: int


class Band(NamedTuple):
    """Rows that stand in two columns: index of the first, index behind the last."""

    first: int
    last: int
    columns: tuple[Column, Column]

    def moved(self, by: int) -> "Band":
        """The same band where so many rows stand before."""
        return self._replace(first=self.first + by, last=self.last + by)


Sides = dict[int, int | None]
"""Number of a row → how many of its cells stand in the left column; None for a line that crosses the gutter."""


def find_bands(rows: list[Row], text: str, depth: int = 3) -> list[Band]:
    """Runs of rows that stand in two columns, in order."""
    places = {row.number: index for index, row in enumerate(rows)}
    for cut in _cuts(rows):
        sides = {row.number: _side(row, cut) for row in rows}
        runs = [_trimmed(run, sides, text, crossed=crossed) for run, crossed in _runs(rows, sides) if len(run) >= _LEAST_ROWS - 1]
        bands = [Band(places[run[0].number], places[run[-1].number] + 1, _columns(run, sides, text)) for run in runs if run]
        bands = [band for band in bands if _are_running(band.columns, text)]
        if _are_columns([band.columns for band in bands], text):
            return sorted([*bands, *_between(rows, bands, text, depth)])
    return []


def _between(rows: list[Row], bands: list[Band], text: str, depth: int) -> list[Band]:
    """Bands with another gutter in what is left of the rows."""
    if not depth or not bands:
        return []
    starts, ends = (0, *(band.last for band in bands)), (*(band.first for band in bands), len(rows))
    return [band.moved(low) for low, high in zip(starts, ends, strict=True) for band in find_bands(rows[low:high], text, depth - 1)]


def _cuts(rows: list[Row]) -> Iterator[int]:
    """Columns at which the right one may begin: where white space ends, or may end, on the most lines."""
    turns: Counter[int] = Counter()
    for row in rows:
        for before, after in pairwise(row.cells):
            turns[before.right + 1] += 1
            turns[after.left + 1] -= 1
    counts: dict[int, int] = {}
    count = 0
    for low, high in pairwise(sorted(turns)):
        count += turns[low]
        counts[high - 1] = count
    for _ in range(_TRIALS):
        cut = max(counts, key=lambda place: (counts[place], place), default=0)
        if counts.get(cut, 0) < _LEAST_ROWS:
            return
        yield cut
        counts = {place: count for place, count in counts.items() if abs(place - cut) > _NARROWEST_COLUMN}


def _side(row: Row, cut: int) -> int | None:
    """How many cells stand in the left column; None for a line that crosses the gutter, or whose letters are set apart."""
    cells = row.cells
    place = next((i for i, cell in enumerate(cells) if cell.left >= cut - _JITTER), len(cells))
    if place and cells[place - 1].right >= cut:
        return None
    if 0 < place < len(cells) > 2 and sum(cell.right - cell.left for cell in cells) <= _SPACED * len(cells):
        gaps = [after.left - before.right for before, after in pairwise(cells)]
        return None if max(gaps[: place - 1] + gaps[place:]) >= gaps[place - 1] else place
    return place


def _runs(rows: list[Row], sides: Sides) -> Iterator[tuple[list[Row], bool]]:
    """Rows one after the other that do not cross the gutter, on one page, with no rule between them; and whether a line that does is next."""
    run: list[Row] = []
    for row in rows:
        crosses = sides[row.number] is None
        if run and (row.line.rule_above or row.line.page != run[-1].line.page):
            yield run, False
            run = []
        if crosses:
            yield run, True
            run = []
        else:
            run.append(row)
    yield run, False


def _columns(run: list[Row], sides: Sides, text: str) -> tuple[Column, Column]:
    left = [(row, row.cells[: sides[row.number]]) for row in run]
    right = [(row, row.cells[sides[row.number] :]) for row in run]
    return _column(left, text), _column(right, text)


def _column(pieces: list[tuple[Row, tuple[Cell, ...]]], text: str) -> Column:
    pieces = [(row, cells) for row, cells in pieces if cells]
    edge = _edge(Counter(cells[0].left for _, cells in pieces))
    entries = []
    for row, cells in pieces:
        start, end = cells[0].start, cells[-1].end
        indent = _level(max(0, cells[0].left - edge))
        entries.append(Entry(row, start, end, indent, indent + width(text[start:end])))
    rights = sorted((entry.right for entry in entries), reverse=True)
    return Column(tuple(entries), rights[min(len(rights), _LEVEL) - 1] if rights else 0)


def _edge(starts: Counter[int]) -> int:
    """Where most lines begin, near the leftmost place at which they do so again and again."""
    often = [start for start, count in starts.items() if count > 1 and count * 10 >= starts.total()]
    first = min(often or starts, default=0)
    return max(range(first, first + _JITTER + 1), key=lambda start: starts[start])


def _level(indent: int) -> int:
    """The indent that was meant: two ideographs are four columns, and a typist misses them by one."""
    return (indent + 1) // 4 * 4 if indent % 2 else indent


def is_full(entry: Entry, column: Column) -> bool:
    """Whether the line reaches the right margin of its column."""
    return entry.right >= column.width - _RAGGED and entry.indent * 3 <= column.width


def _joins(column: Column, text: str) -> int:
    """Lines that break off in mid-clause at the margin and go on below at the left of the column."""
    return sum(
        is_full(entry, column) and after.row.number == entry.row.number + 1 and after.indent <= 1
        and _breaks(text[entry.end - 1], text[after.start])
        for entry, after in pairwise(column.entries)
    )  # fmt: skip


def _breaks(last: str, first: str) -> bool:
    """Whether a line breaks off between two characters of a clause; two numbers one below the other are cells of a table."""
    return last.isalnum() and first.isalnum() and (last.isalpha() or first.isalpha())


def _marks(column: Column, text: str) -> int:
    return sum(character in _MARKS for entry in column.entries for character in text[entry.start : entry.end - 1])


def _are_columns(bands: list[tuple[Column, Column]], text: str) -> bool:
    """Whether what stands on both sides of one gutter is enough to tell that it is running text."""
    joins = [sum(_joins(columns[side], text) for columns in bands) for side in (0, 1)]
    return sum(map(rows_of_both, bands)) >= _LEAST_ROWS and min(joins) >= _LEAST_JOINS and sum(joins) >= _LEAST_JOINS_OF_BOTH


def _are_running(columns: tuple[Column, Column], text: str) -> bool:
    """Whether running text stands on both sides of one band; in a low one, lines that go on below on one side do."""
    joins = [_joins(column, text) for column in columns]
    return (
        (min(joins) > 0 or (max(joins) > 0 and rows_of_both(columns) >= _LEAST_ROWS - 1))
        and all(join >= _JOINED_SHARE * len(column.entries) for join, column in zip(joins, columns, strict=True) if join)
        and all(_marks(column, text) >= max(1, _MARKS_SHARE * join) for join, column in zip(joins, columns, strict=True))
        and min(column.width for column in columns) >= _NARROWEST_COLUMN
    )  # fmt: skip


def rows_of_both(columns: tuple[Column, Column]) -> int:
    """How many lines hold text of both columns."""
    left, right = ({entry.row.number for entry in column.entries} for column in columns)
    return len(left & right)


def _trimmed(run: list[Row], sides: Sides, text: str, *, crossed: bool) -> list[Row]:
    """The run without what is no column at its ends: a head above, labels of the foot and headings of a line that is `crossed` below."""
    columns = _columns(run, sides, text)
    full = {entry.row.number for column in columns for entry in column.entries if is_full(entry, column)}
    for index, row in enumerate(run[: 2 * _LEAST_ROWS]):
        if row.number not in full and has_issue_number(row.line.key):
            return _trimmed(run[index + 1 :], sides, text, crossed=crossed)
    groups = [[row for _, row in group] for _, group in groupby(enumerate(run), lambda pair: pair[1].number - pair[0])]
    while groups and _is_alone(groups[0], sides, full):
        del groups[0]
    while groups and (_is_foot(groups[-1]) or (crossed and _is_alone(groups[-1], sides, full))):
        del groups[-1]
    return [row for group in groups for row in group]


def _is_alone(group: list[Row], sides: Sides, full: set[int]) -> bool:
    """Whether rows between blank lines stand on one side, and none of them fills its column."""
    found = {0 if not sides[row.number] else 2 if sides[row.number] == len(row.cells) else 1 for row in group}
    return len(found) == 1 and 1 not in found and not any(row.number in full for row in group)


def _is_foot(group: list[Row]) -> bool:
    return all(opens_with_frame_label(row.line.key) or RELATION.match(row.line.key) for row in group)
