"""What is drawn on a page of a PDF beside its text: the lines of rules, tables and frames, and images, from pdfium's handles."""

import ctypes
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from pipeline.model.layout import Box

_MOST_OBJECTS = 5_000
"""Objects of one page that are looked at."""
_MOST_CORNERS = 64
"""Corners of one outline that are looked at; a grid drawn in one go has as many, a map has thousands."""
_DEEPEST = 4
"""Forms within forms."""
_THIN = 3.5
"""Points; what is lower, or narrower, is a line."""
_WHITE = 250
"""Of 255; red, green and blue from which a ground is not seen."""

_LINE_HIGH = 12.0, 160.0
"""Points that a picture of words is high: a heading, or the red head of a bulletin."""
_LINE_WIDE = 2.5
"""Times its height that it is wide at least; photographs have 1.5."""

_Matrix = tuple[float, float, float, float, float, float]


class Drawn(NamedTuple):
    """Boxes in points from the top left of the page before it is turned."""

    lines: list[Box]
    """Level or upright, each a box at most _THIN wide or high; the sides of frames among them."""
    images: list[Box]


def read_drawn(page: Any, left: float, top: float) -> Drawn:
    """What is drawn on the page that lies with its corner at `left`, `top` (points, upwards)."""
    drawn = Drawn([], [])
    unturned = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    for item, kind, matrix in islice(_objects(page, unturned), _MOST_OBJECTS):
        outline = _placed(_bounds(item), matrix, left, top)
        if _is_line(outline):
            drawn.lines.append(outline)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            drawn.images.append(outline)
        else:
            drawn.lines.extend(side for side in (_placed(s, matrix, left, top) for s in _sides(item)) if _is_line(side))
    return drawn


def line_pictures(images: Iterable[Box], texts: Iterable[Box]) -> list[Box]:
    """The images that are as low and wide as a line of type, with no text on them: headings that were pasted in as pictures."""
    low = [box for box in images if _LINE_HIGH[0] <= box[3] - box[1] <= min(_LINE_HIGH[1], (box[2] - box[0]) / _LINE_WIDE)]
    middles = [((x0 + x1) / 2, (top + bottom) / 2) for x0, top, x1, bottom in texts] if low else []
    return [box for box in low if not any(box[0] <= x <= box[2] and box[1] <= y <= box[3] for x, y in middles)]


def is_level(line: Box) -> bool:
    """Whether the line runs from left to right."""
    return line[3] - line[1] <= _THIN


def _is_line(box: Box) -> bool:
    return min(box[2] - box[0], box[3] - box[1]) <= _THIN


def _objects(page: Any, matrix: _Matrix) -> Iterator[tuple[Any, int, _Matrix]]:
    """Images and what is painted, with its kind and what moves it to its place on the page."""
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        yield from _unfolded(pdfium.FPDFPage_GetObject(page, index), matrix, 0)


def _unfolded(item: Any, matrix: _Matrix, depth: int) -> Iterator[tuple[Any, int, _Matrix]]:
    """The object, or what the form holds."""
    kind = pdfium.FPDFPageObj_GetType(item)
    if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
        inner = _times(_matrix_of(item), matrix)
        for index in range(max(0, pdfium.FPDFFormObj_CountObjects(item))):
            yield from _unfolded(pdfium.FPDFFormObj_GetObject(item, index), inner, depth + 1)
    elif kind == pdfium.FPDF_PAGEOBJ_IMAGE or (kind == pdfium.FPDF_PAGEOBJ_PATH and _is_seen(item)):
        yield item, kind, matrix


def _is_seen(path: Any) -> bool:
    """Whether it is stroked, or filled with another colour than white."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    if stroke.value or not fill.value:
        return bool(stroke.value)
    colour = [ctypes.c_uint() for _ in range(4)]
    pdfium.FPDFPageObj_GetFillColor(path, *colour)
    return any(part.value < _WHITE for part in colour[:3])


def _bounds(item: Any) -> Box:
    edges = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(item, *edges)
    left, bottom, right, top = (edge.value for edge in edges)
    return left, bottom, right, top


def _sides(path: Any) -> Iterator[Box]:
    """Its straight stretches from corner to corner, in the coordinates of its form."""
    matrix = _matrix_of(path)
    before = first = None
    for index in range(min(pdfium.FPDFPath_CountSegments(path), _MOST_CORNERS)):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        x, y = ctypes.c_float(), ctypes.c_float()
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = _moved(x.value, y.value, matrix)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            first = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO and before:
            yield _between(before, point)
        if pdfium.FPDFPathSegment_GetClose(segment) and first:
            yield _between(point, first)
        before = point


def _matrix_of(item: Any) -> _Matrix:
    found = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, found)
    return found.a, found.b, found.c, found.d, found.e, found.f


def _times(inner: _Matrix, outer: _Matrix) -> _Matrix:
    a, b = inner[0] * outer[0] + inner[1] * outer[2], inner[0] * outer[1] + inner[1] * outer[3]
    c, d = inner[2] * outer[0] + inner[3] * outer[2], inner[2] * outer[1] + inner[3] * outer[3]
    return (a, b, c, d, *_moved(inner[4], inner[5], outer))


def _moved(x: float, y: float, matrix: _Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return x * a + y * c + e, x * b + y * d + f


def _between(one: tuple[float, float], other: tuple[float, float]) -> Box:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1])


def _placed(box: Box, matrix: _Matrix, left: float, top: float) -> Box:
    """The box of a form in coordinates of the page that go down."""
    x0, y0, x1, y1 = _between(_moved(box[0], box[1], matrix), _moved(box[2], box[3], matrix))
    return x0 - left, top - y1, x1 - left, top - y0
