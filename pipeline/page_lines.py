"""Physical 0, of pages: the fragments that share a line, and the lines that they make."""

from collections import Counter
from itertools import pairwise

from pipeline.model.layout import Box
from pipeline.model.paper import Fragment, Row

WIDE_GAP = "    "
"""Stands in the text for white space that sets two things apart on one line."""
_WIDE = 1.5
"""Sizes of type from which white space inside a line is wide."""
_OVERLAP = 0.5
"""Share of the lower fragment's height that two fragments of one row have in common; a superscript has more."""
HIGHER = 3.0
"""Times the height of the other from which type stands beside several lines: the name of a paper beside a box."""
_FEW = 2
"""Lines with an edge at one place up to which no column has its margin there."""


def whole_lines(fragments: list[Fragment]) -> list[Fragment]:
    """The fragments, two that a blank parts in the middle of a line joined, where no column begins or ends: a byline over two columns."""
    starts, ends = (Counter(round(f.box[edge] / 2) for f in fragments) for edge in (0, 2))
    found: list[Fragment] = []
    for after in fragments:
        before = found[-1] if found else None
        if before and _is_one_line(before, after) and _is_no_margin(starts, before.box[0]) and _is_no_margin(ends, after.box[2]):
            row = join([before, after], (0.0, 0.0))
            found[-1] = Fragment(row.text, row.box, row.size, row.confidence)
        else:
            found.append(after)
    return found


def _is_one_line(before: Fragment, after: Fragment) -> bool:
    gap = after.box[0] - before.box[2]
    return 0 < gap < _WIDE * min(before.size, after.size) and before.size == after.size and _beside(before.box, after.box)


def _is_no_margin(edges: Counter[int], edge: float) -> bool:
    """Whether no more than two lines have an edge there: no column has."""
    place = round(edge / 2)
    return sum(edges[near] for near in (place - 1, place, place + 1)) <= _FEW


def rows_of(fragments: list[Fragment]) -> list[list[Fragment]]:
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
    common, heights = min(box[3], other[3]) - max(box[1], other[1]), (box[3] - box[1], other[3] - other[1])
    if max(heights) > HIGHER * min(heights):
        return False
    return common >= _OVERLAP * min(heights) and not _stacked(box, other)


def _stacked(box: Box, other: Box) -> bool:
    """Whether one stands over the other, though their boxes overlap, as lines set very tight do."""
    common = min(box[2], other[2]) - max(box[0], other[0])
    return common > 0.5 * min(box[2] - box[0], other[2] - other[0]) and box[1] != other[1]


def join(row: list[Fragment], column: tuple[float, float]) -> Row:
    """The line that they make, in this column."""
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
