"""Lines as an engine sees them on an image, four corners each → upright fragments on a straight page.

A page that lies askew by a few degrees is turned by the median slope of its long lines; the pixels are not touched, since the engine
has read every line along its own slope.
"""

import math
from statistics import median
from typing import NamedTuple

from pipeline.model.layout import Box
from pipeline.model.paper import Fragment, Recognised, turned
from pipeline.readers.keystone import find_keystone, set_upright

Point = tuple[float, float]

_LONG = 0.25
"""Share of the page's width that a line is long whose slope tells the page's."""
_LEVEL = 0.002
"""Slopes (radians) that are noise: two pixels over a whole line."""
_SAME_SIZE = 0.14
"""Difference to the body type that is noise."""


class Quad(NamedTuple):
    """One line: its corners clockwise from the top left of its writing, in pixels."""

    corners: tuple[Point, ...]
    text: str
    confidence: float
    size: float
    """Of its type."""

    @property
    def width(self) -> float:
        """Length of its upper edge."""
        return math.dist(self.corners[0], self.corners[1])

    @property
    def height(self) -> float:
        """Length of its left edge."""
        return math.dist(self.corners[0], self.corners[3])

    @property
    def slope(self) -> float:
        """Radians, clockwise, of its upper edge."""
        (x0, y0), (x1, y1) = self.corners[:2]
        return math.atan2(y1 - y0, x1 - x0)

    def between(self, left: float, right: float) -> "Quad":
        """The part of it between two shares of its width."""
        (a, b, c, d) = self.corners
        return self._replace(corners=(_along(a, b, left), _along(a, b, right), _along(d, c, right), _along(d, c, left)))


def _along(start: Point, end: Point, share: float) -> Point:
    return (start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1]))


def overlap(one: Quad, other: Quad) -> bool:
    """Whether the middle of one line lies on the other."""
    return _holds(one, other) or _holds(other, one)


def _holds(outer: Quad, inner: Quad) -> bool:
    xs, ys = [x for x, _ in outer.corners], [y for _, y in outer.corners]
    middle = [sum(edge) / len(inner.corners) for edge in zip(*inner.corners, strict=True)]
    return bool(min(xs) <= middle[0] <= max(xs) and min(ys) <= middle[1] <= max(ys))


def lay_straight(quads: list[Quad], width: int, height: int, turn: int) -> Recognised:
    """The lines of an image of this size, straight and upright.

    `turn` is the number of quarter turns counter-clockwise that the page takes to stand upright; for odd ones the quads
    are those of the image already turned once.
    """
    wide, high = (height, width) if turn % 2 else (width, height)
    angle = _skew(quads, wide)
    lines = []
    for quad in quads:
        box = _straight_box(quad, angle, wide / 2, high / 2)
        lines.append((turned(box, 2, wide, high) if turn >= 2 else box, math.remainder(quad.slope - angle, math.pi)))
    keystone = find_keystone(lines, wide, high)
    placed = [set_upright(box, keystone) if keystone else (box, 1.0) for box, _ in lines]
    sizes = [quad.size * scale for quad, (_, scale) in zip(quads, placed, strict=True)]
    body = _body_size(quads, sizes)
    rows = zip(quads, placed, sizes, strict=True)
    found = [Fragment(quad.text, box, _size(size, body), round(quad.confidence, 3)) for quad, (box, _), size in rows]
    return Recognised(tuple(found), turn, angle, keystone)


def _skew(quads: list[Quad], width: float) -> float:
    """Slope of the page; a line that reads from right to left, on a page upside down, slopes as well."""
    slopes = [math.remainder(quad.slope, math.pi) for quad in quads if quad.width >= _LONG * width]
    angle = median(slopes) if slopes else 0.0
    return angle if abs(angle) > _LEVEL else 0.0


def _straight_box(quad: Quad, angle: float, x: float, y: float) -> Box:
    """The box after the page is turned back by `angle` around its middle."""
    cosine, sine = math.cos(-angle), math.sin(-angle)
    points = [(x + (px - x) * cosine - (py - y) * sine, y + (px - x) * sine + (py - y) * cosine) for px, py in quad.corners]
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    middle, half = (min(ys) + max(ys)) / 2, min(max(ys) - min(ys), quad.height) / 2
    return (min(xs), middle - half, max(xs), middle + half)


def _body_size(quads: list[Quad], sizes: list[float]) -> float:
    weighted = [size for quad, size in zip(quads, sizes, strict=True) for _ in quad.text]
    return median(weighted) if weighted else 1.0


def _size(size: float, body: float) -> float:
    return round(body if abs(size - body) <= _SAME_SIZE * body else size, 1)
