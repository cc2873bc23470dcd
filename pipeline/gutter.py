"""Where a text is set in columns (栏) side by side: the white stripe between them, and the evidence that it is one.

What stands beside each other may as well be a table, names in rows, a masthead, verse or a contents. Columns of running text tell
themselves: on both sides a line that fills its column breaks off in mid-clause, and goes on at the margin of its own column, line after line.
"""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import groupby, pairwise

from pipeline.model.layout import Line
from pipeline.model.record import NamedTuple
from pipeline.notation.frame import opens_with_frame_label
from pipeline.notation.labels import RELATION, has_issue_number

_BARS = frozenset("|│┃║｜")
"""Signs that may be drawn between columns."""
_TAB = 8
"""Columns from one tab stop to the next, in DOS and on typewriters."""
_LONGEST = 240
"""Characters of a line that may hold two columns."""
_NARROWEST = 2
"""Columns of white space that parts two cells of a line."""
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


class _Widths(dict[str, int]):
    """Columns of a character in a Chinese typeface, in which signs of ambiguous width are as wide as ideographs."""

    def __missing__(self, character: str) -> int:
        wide = unicodedata.east_asian_width(character) in "WFA"
        self[character] = width = 0 if unicodedata.category(character) in ("Mn", "Me", "Cf") else 1 + wide
        return width


_WIDTHS = _Widths()


def width(text: str) -> int:
    """Columns of a text without tabs."""
    return sum(map(_WIDTHS.__getitem__, text))


def by_place(raw: str) -> Iterator[tuple[str, int]]:
    """Each character and the column behind it, as typed: tabs lead to the next stop."""
    at = 0
    for character in raw:
        at = at + _TAB - at % _TAB if character == "\t" else at + _WIDTHS[character]
        yield character, at


def by_count(raw: str) -> Iterator[tuple[str, int]]:
    """The same where every character counts as one, as tools count that take pages apart and know no wide ones."""
    return zip(raw, range(1, len(raw) + 1), strict=True)


Ruler = Callable[[str], Iterator[tuple[str, int]]]


def row(text: str, line: Line, number: int, ruler: Ruler) -> Row:
    """The line with its cells; one that is too long, or a row of a drawn table, is one cell as it is."""
    begin = text.rfind("\n", max(0, line.start - _LONGEST), line.start) + 1 or max(0, line.start - _LONGEST)
    raw = text[begin : line.end] if line.end - begin <= _LONGEST else ""
    if not raw or sum(map(line.key.count, _BARS)) > 1:
        return Row(number, line, (Cell(line.start, line.end, 0, 10 * _LONGEST),))
    return Row(number, line, tuple(_cells(raw, begin, ruler)))


def _cells(raw: str, begin: int, ruler: Ruler) -> Iterator[Cell]:
    start = end = -1
    left = right = edge = 0
    for at, (character, column) in enumerate(ruler(raw)):
        if not (character.isspace() or character in _BARS):
            if start < 0 or edge - right >= _NARROWEST or "\u3000" in raw[end:at]:
                if start >= 0:
                    yield Cell(begin + start, begin + end, left, right)
                start, left = at, edge
            end, right = at + 1, column
        edge = column
    if start >= 0:
        yield Cell(begin + start, begin + end, left, right)


def find_bands(rows: list[Row], text: str, depth: int = 3) -> list[Band]:
    """Runs of rows that stand in two columns, in order."""
    places = {row.number: index for index, row in enumerate(rows)}
    for cut in _cuts(rows):
        runs = [_trimmed(run, cut, text, crossed=crossed) for run, crossed in _runs(rows, cut)]
        bands = [Band(places[run[0].number], places[run[-1].number] + 1, _columns(run, cut, text)) for run in runs if run]
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
    """How many cells stand in the left column; None for a line that crosses the gutter."""
    gaps = [after.left - before.right for before, after in pairwise(row.cells)]
    place = next((i for i, cell in enumerate(row.cells) if cell.left >= cut - _JITTER), len(row.cells))
    if place and row.cells[place - 1].right >= cut:
        return None
    if 0 < place < len(row.cells) and len(gaps) > 1:
        spaced = sum(cell.right - cell.left for cell in row.cells) <= _SPACED * len(row.cells)
        if spaced and max(gaps[: place - 1] + gaps[place:]) >= gaps[place - 1]:
            return None
    return place


def _runs(rows: list[Row], cut: int) -> Iterator[tuple[list[Row], bool]]:
    """Rows one after the other that do not cross the gutter, on one page, with no rule between them; and whether a line that does is next."""
    run: list[Row] = []
    for row in rows:
        crosses = _side(row, cut) is None
        if run and (row.line.rule_above or row.line.page != run[-1].line.page):
            yield run, False
            run = []
        if crosses:
            yield run, True
            run = []
        else:
            run.append(row)
    yield run, False


def _columns(run: list[Row], cut: int, text: str) -> tuple[Column, Column]:
    sides = [(row, row.cells[: _side(row, cut)], row.cells[_side(row, cut) :]) for row in run]
    return _column([(row, left) for row, left, _ in sides], text), _column([(row, right) for row, _, right in sides], text)


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


def _trimmed(run: list[Row], cut: int, text: str, *, crossed: bool) -> list[Row]:
    """The run without what is no column at its ends: a head above, labels of the foot and headings of a line that is `crossed` below."""
    columns = _columns(run, cut, text)
    full = {entry.row.number for column in columns for entry in column.entries if is_full(entry, column)}
    for index, row in enumerate(run[: 2 * _LEAST_ROWS]):
        if row.number not in full and has_issue_number(row.line.key):
            return _trimmed(run[index + 1 :], cut, text, crossed=crossed)
    groups = [[row for _, row in group] for _, group in groupby(enumerate(run), lambda pair: pair[1].number - pair[0])]
    while groups and _is_alone(groups[0], cut, full):
        del groups[0]
    while groups and (_is_foot(groups[-1]) or (crossed and _is_alone(groups[-1], cut, full))):
        del groups[-1]
    return [row for group in groups for row in group]


def _is_alone(group: list[Row], cut: int, full: set[int]) -> bool:
    """Whether rows between blank lines stand on one side, and none of them fills its column."""
    sides = {0 if not _side(row, cut) else 2 if _side(row, cut) == len(row.cells) else 1 for row in group}
    return len(sides) == 1 and 1 not in sides and not any(row.number in full for row in group)


def _is_foot(group: list[Row]) -> bool:
    return all(opens_with_frame_label(row.line.key) or RELATION.match(row.line.key) for row in group)
