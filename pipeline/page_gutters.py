"""Physical 0, of pages: the white stripe between two columns of running text."""

from collections import Counter

from pipeline.model.paper import Fragment
from pipeline.page_bands import HEADLINE, Edges, PaperRow, headlines_of_all, stripes

_GUTTER = 0.8
"""Sizes of type from which white space between columns is a gutter; a narrower one would not be seen as one."""
COLUMN_ROWS = 4
"""Lines that a column has at least."""
_OUTER = 0.18
"""Share of the width that the outermost column takes at least."""
WIDE_LINE = 0.6
"""Share of its column that a line of running text fills; cells of a table and headings do not."""
_LABEL = 4
"""Sizes of type that a line of running text is wide at least; 报： and 送： stand in no column of their own."""
_PROSE_SHARE = 0.4
"""Share of the lines of a column that are running text."""
_TRIALS = 3
"""Places that are tried as gutters."""
_LEAST_BELOW = 2
"""Lines of text below a headline."""
_SAME = 6.0
"""Points by which both edges of a stripe may differ together from those of the same one."""


def find_stripe(rows: list[PaperRow], column: Edges, known: list[Edges]) -> Edges | None:
    """The first white stripe between columns that no line crosses; where another part has it too, columns may be as low as they like."""
    if any(headlines_of_all(rows, column)):
        return None
    fragments = [f for row in rows for f in row]
    for stripe in stripes(fragments):
        again = any(abs(other[0] - stripe[0]) + abs(other[1] - stripe[1]) <= _SAME for other in known)
        if again or _are_headed(fragments, stripe[0]) or _are_columns(fragments, *stripe, column):
            known.append(stripe)
            return stripe
    return None


def _are_headed(fragments: list[Fragment], left: float) -> bool:
    """Whether a headline stands above the text on both sides, at one height."""
    sides = [sorted((f for f in fragments if (f.box[2] <= left) == first), key=lambda f: f.box[1]) for first in (True, False)]
    heads = [side[0] for side in sides]
    texts = [[f for f in side if head.size >= HEADLINE * f.size] for head, side in zip(heads, sides, strict=True)]
    return abs(heads[0].box[3] - heads[1].box[3]) < heads[0].size / 2 and all(len(text) >= _LEAST_BELOW for text in texts)


def find_gutter(fragments: list[Fragment], column: Edges) -> Edges | None:
    """Left and right edge of the white stripe between two columns of running text, None where there is one column."""
    width = column[1] - column[0]
    starts = Counter(round(f.box[0] / 2) for f in fragments if _OUTER * width < f.box[0] - column[0] < (1 - _OUTER) * width)
    often = max(COLUMN_ROWS - 1, max(starts.values(), default=0) / 2)
    edges = sorted((_crossing(fragments, 2 * edge), -count, edge) for edge, count in starts.items() if count >= often)
    for _, _, edge in edges[:_TRIALS]:
        right = min(f.box[0] for f in fragments if round(f.box[0] / 2) == edge)
        left = max((f.box[2] for f in fragments if f.box[2] <= right - _GUTTER * f.size), default=column[0])
        if _are_columns(fragments, left, right, column):
            return left, right
    return _gutter_of_left(fragments, column)


def _crossing(fragments: list[Fragment], edge: float) -> int:
    """How many fragments a column that begins there would cut."""
    return sum(f.box[0] < edge - f.size and f.box[2] > edge + f.size for f in fragments)


def _are_columns(fragments: list[Fragment], left: float, right: float, column: Edges) -> bool:
    before = [f for f in fragments if f.box[2] <= left]
    after = [f for f in fragments if f.box[0] >= right - 1]
    both = _is_text(before, (column[0], left)) and _is_text(after, (right, column[1]))
    return both and _side_by_side(before, after)


def _is_text(fragments: list[Fragment], column: Edges) -> bool:
    """Whether they are the running text of this column, or of two in it."""
    return _is_prose(fragments, column[1] - column[0]) or holds_two(fragments, column)


def holds_two(fragments: list[Fragment], column: Edges) -> bool:
    """Whether they are set in two columns themselves."""
    return len(fragments) >= 2 * COLUMN_ROWS and find_gutter(fragments, column) is not None


def _gutter_of_left(fragments: list[Fragment], column: Edges) -> Edges | None:
    """The stripe where the left column is full of running text and the right one holds only the end of the bulletin."""
    width = column[1] - column[0]
    ends = Counter(round(f.box[2] / 2) for f in fragments if 0.35 * width < f.box[2] - column[0] < 0.65 * width)
    edge, count = max(ends.items(), key=lambda pair: pair[1], default=(0, 0))
    left = max((f.box[2] for f in fragments if round(f.box[2] / 2) == edge), default=0.0)
    after = [f for f in fragments if f.box[0] >= left + _GUTTER * f.size]
    before = [f for f in fragments if f.box[2] <= left]
    if count < 2 * COLUMN_ROWS or not after or not _is_prose(before, left - column[0]):
        return None
    right = min(f.box[0] for f in after)
    return (left, right) if sum(f.box[0] < left - 1 and f.box[2] > right + 1 for f in fragments) < count else None


def _is_prose(fragments: list[Fragment], width: float) -> bool:
    wide = sum(f.box[2] - f.box[0] >= max(WIDE_LINE * width, _LABEL * f.size) for f in fragments)
    return len(fragments) >= COLUMN_ROWS and wide >= _PROSE_SHARE * len(fragments)


def _side_by_side(before: list[Fragment], after: list[Fragment]) -> bool:
    """Whether the columns stand beside each other, not one below the other."""
    top, foot = max(min(f.box[1] for f in side) for side in (before, after)), min(max(f.box[3] for f in side) for side in (before, after))
    return sum(top <= f.box[1] and f.box[3] <= foot for f in (*before, *after)) >= COLUMN_ROWS
