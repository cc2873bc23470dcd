"""A page that was photographed aslant: its margins lean and its lines fan out. The lines of type tell how.

The margin is where most of the long lines begin, or end; a page that lay on glass has upright ones and stays as it is.
"""

from collections.abc import Sequence
from itertools import combinations
from statistics import fmean, linear_regression, median
from typing import NamedTuple

from pipeline.model.layout import Box
from pipeline.model.paper import Keystone

_LONG = 0.25
"""Share of the page's width from which a line is long."""
_WORD = 2.0
"""Heights of a line that it is long at least to begin at the margin; headings do as lines of text do."""
_FEW = 6
"""Long lines that tell how a page lies."""
_MOST = 60
_SHARE = 0.4
"""Share of the long lines that begin, or end, at the margin."""
_AT_MARGIN = 0.3
"""Heights of a line within which it is at the margin."""
_UPRIGHT = 0.08
"""Heights of a line within which the ends of lines on glass stand one below the other."""
_UPRIGHT_SHARE = 0.4
"""Share of the lines at a leaning margin that stand so at the most; indents make margins that lean by chance."""
_APART = 0.2
"""Share of the page's height that two lines are apart at least whose ends tell how the margin leans."""
_STEEPEST = 0.15
_LEVEL = 0.012
"""Lean of a margin, or difference of slopes from head to foot, that a scanner has too."""


class _Margin(NamedTuple):
    at: float
    """x at the middle of the page's height."""
    lean: float


def find_keystone(lines: Sequence[tuple[Box, float]], width: float, height: float) -> Keystone | None:
    """How the page leans, from the boxes and slopes of its lines; None where it does not, or cannot be told."""
    long = sorted((line for line in lines if line[0][2] - line[0][0] >= _LONG * width), key=lambda line: line[0][0] - line[0][2])[:_MOST]
    if len(long) < _FEW:
        return None
    ys = [(box[1] + box[3]) / 2 - height / 2 for box, _ in long]
    size, apart = median(box[3] - box[1] for box, _ in long), _APART * height
    words = [box for box, _ in lines if box[2] - box[0] >= _WORD * size][:_MOST]
    left = _margin([(box[0], (box[1] + box[3]) / 2 - height / 2) for box in words], size, apart)
    right = _margin([(box[2], y) for (box, _), y in zip(long, ys, strict=True)], size, apart)
    fanning = _fanning(sorted(zip(ys, [slope for _, slope in long], strict=True)), apart)
    if left is None:  # seen from above or below, a page leans to both sides alike
        left = _Margin(width - right.at, -right.lean) if right else _Margin(min(box[0] for box, _ in long), 0.0)
    if right is None:
        right = _Margin(width - left.at, -left.lean)
    if max(abs(left.lean), abs(right.lean), abs(fanning) * height) < _LEVEL or right.at - left.at < _LONG * width:
        return None
    return Keystone(height / 2, width / 2, left.at, left.lean, right.at - left.at, right.lean - left.lean, fanning)


def _fanning(slopes: list[tuple[float, float]], apart: float) -> float:
    """Change of slope for each pixel down, from the upper half of the lines to the lower."""
    half = len(slopes) // 2
    (high, before), (low, after) = ([median(column) for column in zip(*part, strict=True)] for part in (slopes[:half], slopes[-half:]))
    return (after - before) / (low - high) if low - high > apart else 0.0


def _margin(ends: list[tuple[float, float]], size: float, apart: float) -> _Margin | None:
    """The line through most of the ends of lines."""
    best: list[tuple[float, float]] = []
    for (x, y), (other_x, other_y) in combinations(ends, 2):
        lean = (other_x - x) / (other_y - y) if abs(other_y - y) > apart else 1.0
        if abs(lean) <= _STEEPEST:
            best = max(best, [end for end in ends if abs(end[0] - x - lean * (end[1] - y)) <= _AT_MARGIN * size], key=len)
    if len(best) < max(_FEW - 1, _SHARE * len(ends)):
        return None
    upright = max(([end for end in ends if abs(end[0] - x) <= _UPRIGHT * size] for x, _ in ends), key=len)
    heights = [y for _, y in upright]
    if len(upright) >= _UPRIGHT_SHARE * len(best) and max(heights) - min(heights) > apart:
        return _Margin(median(x for x, _ in upright), 0.0)
    lean, at = linear_regression([y for _, y in best], [x for x, _ in best])
    return _Margin(at, lean)


def set_upright(box: Box, keystone: Keystone) -> tuple[Box, float]:
    """The box on a page that does not lean, and how much larger it is there."""
    x0, top, x1, bottom = box
    y = (top + bottom) / 2 - keystone.middle_y
    scale = keystone.width / (keystone.width + keystone.widening * y)
    left, shift = keystone.left + keystone.lean * y, -keystone.fanning * y * (fmean((x0, x1)) - keystone.middle_x)
    return (keystone.left + (x0 - left) * scale, top + shift, keystone.left + (x1 - left) * scale, bottom + shift), scale


def seen_at(x: float, y: float, keystone: Keystone) -> tuple[float, float]:
    """Where a point of the page that does not lean stands on the image."""
    down = y - keystone.middle_y
    across = keystone.left + keystone.lean * down + (x - keystone.left) * (keystone.width + keystone.widening * down) / keystone.width
    return across, y + keystone.fanning * down * (across - keystone.middle_x)
