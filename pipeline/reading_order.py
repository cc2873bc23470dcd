"""Physical 0, of pages: the fragments of a page in the order in which a person reads them: rows, and columns (栏) where there are any.

Post-conditions:
1. Every fragment stands in exactly one row.
2. Rows of one column go from top to bottom; the left column is read before the right, between lines that cross both.
"""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import groupby

from pipeline.model.layout import Box
from pipeline.model.paper import Fragment, PaperPage, Row, RuledTable, TableRow
from pipeline.page_bands import headlines_of_all, is_centred, split_bands, split_columns
from pipeline.page_gutters import COLUMN_ROWS, WIDE_LINE, find_gutter, find_stripe, holds_two
from pipeline.page_lines import HIGHER, WIDE_GAP, join, rows_of, whole_lines

_HEAD_ROWS = 4
"""Rows of a page in which the name of a paper stands."""
_NARROWER = 6
"""Columns by which a column is narrower than the widest before its lines are set as if it were as wide."""
_RAGGED = 4
"""Columns that a full line may fall short of its margin."""


def order_rows(page: PaperPage) -> list[Row]:
    """All rows of the page."""
    fragments = whole_lines([f for f in page.fragments if not any(_inside(f.box, table.box) for table in page.tables)])
    rules = (*page.rules, *(_top_of(f.box, page.width) for f in page.sideways if f.upright))
    rows = _ear_behind(_ordered(fragments, rules, _extent(fragments), [])) if fragments else []
    for number, table in enumerate(page.tables):
        rows = _with_table(rows, table, number, page.fragments)
    for fragment in page.sideways:
        if fragment.upright and any(_inside(fragment.box, table.box) for table in page.tables):
            continue
        row = join([fragment], _extent(page.sideways))._replace(is_edge=fragment.slanted)
        rows = _with_upright(rows, row) if fragment.upright else [*rows, row]
    return rows


def _top_of(headline: Box, width: float) -> Box:
    """The line at which the article of an upright headline begins, to the right of it."""
    return headline[0], headline[1] - 1, width, headline[1]


def _with_upright(rows: list[Row], headline: Row) -> list[Row]:
    """The rows with a headline whose characters stand one below the other before the first line of the text beside it."""
    _, top, _, foot = headline.box
    beside = (index for index, row in enumerate(rows) if row.size < headline.size and top - row.size <= row.box[1] and row.box[3] <= foot)
    place = next(beside, len(rows))
    return [*rows[:place], headline, *rows[place:]]


def _ear_behind(rows: list[Row]) -> list[Row]:
    """The rows with what stands beside the name of a paper (报眼) behind the line below both, in which its head goes on."""
    name = max(rows[:_HEAD_ROWS], key=lambda row: row.size)
    ear = [row for row in rows[: 2 * _HEAD_ROWS] if _is_in_ear(row, name)]
    rest = [row for row in rows if row not in ear]
    below = next(iter(rest[rest.index(name) + 1 :]), None)
    if not ear or below is None or WIDE_GAP not in below.text or abs(below.box[0] - name.box[0]) > name.size:
        return rows
    place = rest.index(below) + 1
    return [*rest[:place], *ear, *rest[place:]]


def _is_in_ear(row: Row, name: Row) -> bool:
    """Whether it is in much smaller type than the name, to the right of it."""
    beside = row.box[0] > name.box[2] and name.box[1] - row.size <= row.box[1] and row.box[3] <= name.box[3] + row.size
    return beside and HIGHER * row.size < name.size


def _with_table(rows: list[Row], table: RuledTable, number: int, fragments: tuple[Fragment, ...]) -> list[Row]:
    """The rows of the table before the first row that stands below it in its column."""
    inside = [f.size for f in fragments if _inside(f.box, table.box)]
    size = max(set(inside), key=inside.count, default=0.0)
    low, _, high, foot = table.box
    below = (i for i, row in enumerate(rows) if row.box[1] >= foot - 1 and row.column[0] < high and low < row.column[1])
    place = next(below, len(rows))
    beside = rows[place] if place < len(rows) else rows[-1] if rows else None
    column = beside.column if beside else (table.box[0], table.box[2])
    found = [_table_row(row, index, (number, size, column)) for index, row in enumerate(table.rows)]
    return [*rows[:place], *found, *rows[place:]]


def _table_row(row: TableRow, index: int, setting: tuple[int, float, tuple[float, float]]) -> Row:
    """A row as one line, with tabs between its cells."""
    number, size, column = setting
    cells, at = [], 0
    filled = row.cells[: max((place + 1 for place, text in enumerate(row.cells) if text), default=0)]
    for place, text in enumerate(filled):
        cells.append((place, at, at + len(text)))
        at += len(text) + 1
    return Row("\t".join(filled), row.box, size, column, row.confidence, tuple(cells), number, index)


def _inside(box: Box, outer: Box) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return outer[0] <= x <= outer[2] and outer[1] <= y <= outer[3]


def _extent(fragments: Iterable[Fragment]) -> tuple[float, float]:
    fragments = list(fragments)
    return min(f.box[0] for f in fragments), max(f.box[2] for f in fragments)


def _ordered(fragments: list[Fragment], rules: tuple[Box, ...], column: tuple[float, float], known: list[tuple[float, float]]) -> list[Row]:
    """The rows of a part of the page; `known` are the white stripes between columns that its other parts have shown."""
    rows = rows_of(fragments)
    if all(len(row) == 1 for row in rows):
        return [join(row, column) for row in rows]
    if len(bands := split_bands(rows)) > 1:
        return [row for band in bands for row in _ordered([f for row in band for f in row], rules, column, known)]
    gutter = find_stripe(rows, column, known) or find_gutter(fragments, column)
    if gutter is None and (found := split_columns(rows)):
        above, columns = found
        around = _around(column, [edges for edges, _ in columns])
        before = _ordered([f for row in above for f in row], rules, column, known) if above else []
        return [*before, *(row for (_, inside), edges in zip(columns, around, strict=True) for row in _ordered(inside, rules, edges, known))]
    if gutter is None:
        return [join(row, column) for row in rows]
    result: list[Row] = []
    cuts = sorted(rule[1] for rule in rules if rule[0] < gutter[0] - 1 and rule[2] > gutter[1] + 1)
    kinds = [(crossing, bisect_right(cuts, _middle(row))) for row, crossing in zip(rows, _crossings(rows, gutter, column), strict=True)]
    for (crossing, _), pairs in groupby(zip(kinds, rows, strict=True), lambda pair: pair[0]):
        run = [row for _, row in pairs]
        if crossing:
            result += [join(row, column) for row in run]
        else:
            result += _band(run, gutter, column, rules, known)
    return result


def _crossings(rows: list[list[Fragment]], gutter: tuple[float, float], column: tuple[float, float]) -> list[bool]:
    """Whether each row crosses the gutter, or stands in the middle below one that does, as a byline over three columns."""
    found: list[bool] = []
    for row, heads in zip(rows, headlines_of_all(rows, column), strict=True):
        found.append(heads or any(_crosses(f.box, gutter) for f in row) or (bool(found) and found[-1] and is_centred(row, column)))
    return found


def _crosses(box: Box, gutter: tuple[float, float]) -> bool:
    return box[0] < gutter[0] - 1 and box[2] > (gutter[0] + gutter[1]) / 2


def _middle(row: list[Fragment]) -> float:
    return (row[0].box[1] + row[0].box[3]) / 2


def _band(
    rows: list[list[Fragment]], gutter: tuple[float, float], column: tuple[float, float], rules: tuple[Box, ...], known: list[tuple[float, float]]
) -> list[Row]:
    """Rows of what stands between two lines, or rules, that cross the gutter."""
    middle = (gutter[0] + gutter[1]) / 2
    left = [f for row in rows for f in row if f.box[0] < middle]
    right = [f for row in rows for f in row if f.box[0] >= middle]
    before, after = (column[0], gutter[0]), (gutter[1], column[1])
    if left and right and ((gutter in known and len(rows) > 1) or not _is_one_column(rows, (left, right), (before, after))):
        return [*_ordered(left, rules, before, known), *_ordered(right, rules, after, known)]
    if (left and right) or len(rows) < COLUMN_ROWS:
        return [join(row, column) for row in rows]
    return [join(row, before if left else after) for row in rows]


def _is_one_column(
    rows: list[list[Fragment]], sides: tuple[list[Fragment], list[Fragment]], columns: tuple[tuple[float, float], tuple[float, float]]
) -> bool:
    """Whether what stands to the right is the other end of lines, as a date beside the issuer or a title beside its number is."""
    alone = any(row[0] in sides[1] for row in rows)
    return not alone and not all(_has_text(side, column) for side, column in zip(sides, columns, strict=True))


def _has_text(fragments: list[Fragment], column: tuple[float, float]) -> bool:
    """Whether a line of running text is among them, of this column or of two in it."""
    wide = WIDE_LINE * (column[1] - column[0])
    return any(f.box[2] - f.box[0] >= wide for f in fragments) or holds_two(fragments, column)


def _around(column: tuple[float, float], edges: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """The edges of columns, the last, which may hold few words, as wide as what they stand in."""
    lows, highs = [low for low, _ in edges], [high for _, high in edges]
    return list(zip(lows, [*highs[:-1], max(column[1], highs[-1])], strict=True))


def as_wide(place: tuple[int, int], width: float, widest: int) -> tuple[int, int]:
    """Where a line stands in a type area as wide as the widest, from both its ends in a narrower one, in columns: full where it was full."""
    low, high = place
    spare = round(widest - width)
    if spare <= _NARROWER:
        return place
    if high >= width - _RAGGED:
        return (low if low <= width / 3 else low + spare), high + spare
    centred = low > _RAGGED and abs(low - (width - high)) <= _RAGGED
    return (low + spare // 2, high + spare // 2) if centred else place
