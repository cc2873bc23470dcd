"""Physical 0, of pages: the fragments of a page in the order in which a person reads them: rows, and columns (栏) where there are any.

Post-conditions:
1. Every fragment stands in exactly one row.
2. Rows of one column go from top to bottom; the left column is read before the right, between lines that cross both.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from itertools import groupby, pairwise

from pipeline.model.layout import Box
from pipeline.model.paper import Fragment, PaperPage, Row, RuledTable, TableRow

WIDE_GAP = "    "
"""Stands in the text for white space that sets two things apart on one line."""
_WIDE = 1.5
"""Sizes of type from which white space inside a line is wide."""
_OVERLAP = 0.5
"""Share of the lower fragment's height that two fragments of one row have in common; a superscript has more."""
_GUTTER = 0.8
"""Sizes of type from which white space between columns is a gutter; a narrower one would not be seen as one."""
_COLUMN_ROWS = 4
"""Lines that a column has at least."""
_WIDE_LINE = 0.6
"""Share of its column that a line of running text fills; cells of a table and headings do not."""
_LABEL = 4
"""Sizes of type that a line of running text is wide at least; 报： and 送： stand in no column of their own."""
_PROSE_SHARE = 0.4
"""Share of the lines of a column that are running text."""
_NARROWER = 6
"""Columns by which a column is narrower than the widest before its lines are set as if it were as wide."""
_RAGGED = 4
"""Columns that a full line may fall short of its margin."""


def order_rows(page: PaperPage) -> list[Row]:
    """All rows of the page."""
    fragments = [f for f in page.fragments if not any(_inside(f.box, table.box) for table in page.tables)]
    rows = _ordered(fragments, page.rules, _extent(fragments)) if fragments else []
    for number, table in enumerate(page.tables):
        rows = _with_table(rows, table, number, page.fragments)
    return [*rows, *(_join([fragment], _extent(page.sideways)) for fragment in page.sideways)]


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


def _ordered(fragments: list[Fragment], rules: tuple[Box, ...], column: tuple[float, float]) -> list[Row]:
    rows = _rows(fragments)
    gutter = _gutter(fragments, column) if any(len(row) > 1 for row in rows) else None
    if gutter is None:
        return [_join(row, column) for row in rows]
    result: list[Row] = []
    cuts = sorted(rule[1] for rule in rules if rule[0] < gutter[0] - 1 and rule[2] > gutter[1] + 1)
    for (crossing, _), run in groupby(rows, lambda row: (any(_crosses(f.box, gutter) for f in row), bisect_right(cuts, _middle(row)))):
        if crossing:
            result += [_join(row, column) for row in run]
        else:
            result += _band(list(run), gutter, column, rules)
    return result


def _crosses(box: Box, gutter: tuple[float, float]) -> bool:
    return box[0] < gutter[0] - 1 and box[2] > (gutter[0] + gutter[1]) / 2


def _middle(row: list[Fragment]) -> float:
    return (row[0].box[1] + row[0].box[3]) / 2


def _band(rows: list[list[Fragment]], gutter: tuple[float, float], column: tuple[float, float], rules: tuple[Box, ...]) -> list[Row]:
    """Rows of what stands between two lines, or rules, that cross the gutter."""
    middle = (gutter[0] + gutter[1]) / 2
    left = [f for row in rows for f in row if f.box[0] < middle]
    right = [f for row in rows for f in row if f.box[0] >= middle]
    before, after = (column[0], gutter[0]), (gutter[1], column[1])
    if left and right and not _is_one_column(rows, (left, right), (before, after)):
        return [*_ordered(left, rules, before), *_ordered(right, rules, after)]
    if (left and right) or len(rows) < _COLUMN_ROWS:
        return [_join(row, column) for row in rows]
    return [_join(row, before if left else after) for row in rows]


def _is_one_column(
    rows: list[list[Fragment]], sides: tuple[list[Fragment], list[Fragment]], columns: tuple[tuple[float, float], tuple[float, float]]
) -> bool:
    """Whether what stands to the right is the other end of lines, as a date beside the issuer or a title beside its number is."""
    alone = any(row[0] in sides[1] for row in rows)
    return not alone and not all(_has_text(side, column) for side, column in zip(sides, columns, strict=True))


def _has_text(fragments: list[Fragment], column: tuple[float, float]) -> bool:
    """Whether a line of running text is among them, of this column or of two in it."""
    wide = _WIDE_LINE * (column[1] - column[0])
    return any(f.box[2] - f.box[0] >= wide for f in fragments) or _holds_two(fragments, column)


def _rows(fragments: list[Fragment]) -> list[list[Fragment]]:
    """Fragments that share a line, from top to bottom, each row from left to right."""
    rows: list[list[Fragment]] = []
    for fragment in sorted(fragments, key=lambda f: (f.box[1] + f.box[3], f.box[0])):
        for row in rows[-2:]:
            if any(_beside(fragment.box, other.box) for other in row):
                row.append(fragment)
                break
        else:
            rows.append([fragment])
    for row in rows:
        row.sort(key=lambda f: f.box[0])
    return rows


def _beside(box: Box, other: Box) -> bool:
    common = min(box[3], other[3]) - max(box[1], other[1])
    return common >= _OVERLAP * min(box[3] - box[1], other[3] - other[1]) and not _stacked(box, other)


def _stacked(box: Box, other: Box) -> bool:
    """Whether one stands over the other, though their boxes overlap, as lines set very tight do."""
    common = min(box[2], other[2]) - max(box[0], other[0])
    return common > 0.5 * min(box[2] - box[0], other[2] - other[0]) and box[1] != other[1]


def _gutter(fragments: list[Fragment], column: tuple[float, float]) -> tuple[float, float] | None:
    """Left and right edge of the white stripe between two columns of running text, None where there is one column."""
    width = column[1] - column[0]
    starts = Counter(round(f.box[0] / 2) for f in fragments if 0.25 * width < f.box[0] - column[0] < 0.75 * width)
    edge, count = max(starts.items(), key=lambda pair: (pair[1], -pair[0]), default=(0, 0))
    right = min((f.box[0] for f in fragments if round(f.box[0] / 2) == edge), default=column[1])
    left = max((f.box[2] for f in fragments if f.box[2] <= right - _GUTTER * f.size), default=column[0])
    if count < _COLUMN_ROWS - 1 or not _are_columns(fragments, left, right, column):
        return _gutter_of_left(fragments, column)
    return left, right


def _are_columns(fragments: list[Fragment], left: float, right: float, column: tuple[float, float]) -> bool:
    before = [f for f in fragments if f.box[2] <= left]
    after = [f for f in fragments if f.box[0] >= right - 1]
    both = _is_text(before, (column[0], left)) and _is_text(after, (right, column[1]))
    return both and _side_by_side(before, after)


def _is_text(fragments: list[Fragment], column: tuple[float, float]) -> bool:
    """Whether they are the running text of this column, or of two in it."""
    return _is_prose(fragments, column[1] - column[0]) or _holds_two(fragments, column)


def _holds_two(fragments: list[Fragment], column: tuple[float, float]) -> bool:
    return len(fragments) >= 2 * _COLUMN_ROWS and _gutter(fragments, column) is not None


def _gutter_of_left(fragments: list[Fragment], column: tuple[float, float]) -> tuple[float, float] | None:
    """The stripe where the left column is full of running text and the right one holds only the end of the bulletin."""
    width = column[1] - column[0]
    ends = Counter(round(f.box[2] / 2) for f in fragments if 0.35 * width < f.box[2] - column[0] < 0.65 * width)
    edge, count = max(ends.items(), key=lambda pair: pair[1], default=(0, 0))
    left = max((f.box[2] for f in fragments if round(f.box[2] / 2) == edge), default=0.0)
    after = [f for f in fragments if f.box[0] >= left + _GUTTER * f.size]
    before = [f for f in fragments if f.box[2] <= left]
    if count < 2 * _COLUMN_ROWS or not after or not _is_prose(before, left - column[0]):
        return None
    right = min(f.box[0] for f in after)
    return (left, right) if sum(f.box[0] < left - 1 and f.box[2] > right + 1 for f in fragments) < count else None


def _is_prose(fragments: list[Fragment], width: float) -> bool:
    wide = sum(f.box[2] - f.box[0] >= max(_WIDE_LINE * width, _LABEL * f.size) for f in fragments)
    return len(fragments) >= _COLUMN_ROWS and wide >= _PROSE_SHARE * len(fragments)


def _side_by_side(before: list[Fragment], after: list[Fragment]) -> bool:
    """Whether the columns stand beside each other, not one below the other."""
    top, foot = max(min(f.box[1] for f in side) for side in (before, after)), min(max(f.box[3] for f in side) for side in (before, after))
    return sum(top <= f.box[1] and f.box[3] <= foot for f in (*before, *after)) >= _COLUMN_ROWS


def _join(row: list[Fragment], column: tuple[float, float]) -> Row:
    text = row[0].text
    if len(row) == 1:
        return Row(text, row[0].box, row[0].size, column, row[0].confidence)
    spaced = all(len(f.text) == 1 for f in row)
    for before, after in pairwise(row):
        gap = after.box[0] - before.box[2]
        wide = gap >= _WIDE * min(before.size, after.size)
        narrow = gap >= 0.25 * min(before.size, after.size)
        text += ("" if not narrow else WIDE_GAP if wide and not spaced else " ") + after.text
    boxes = [f.box for f in row]
    box = (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
    size = max(row, key=lambda f: len(f.text)).size
    return Row(text, box, size, column, confidence=min(f.confidence for f in row))


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
