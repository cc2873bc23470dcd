"""What stands on one page of an OFD file (GB/T 33190-2016): characters, each at its place, and lines that are drawn.

A file counts in millimetres from the top left, y downward. A text object holds codes, each with the places of its characters: `X`, `Y`
and the steps `DeltaX`, `DeltaY`, in which `g 3 4.5` stands for three steps of 4.5.
"""

import math
import unicodedata
from collections.abc import Iterator
from itertools import chain, islice, pairwise, repeat
from typing import Any, NamedTuple

from pipeline.model.layout import Box
from pipeline.model.paper import Fragment, PaperPage
from pipeline.readers.ruled_tables import fill, find_tables

POINTS = 72 / 25.4
"""To a millimetre."""
_DEEPEST = 32
"""Blocks within blocks; a file that goes on is damaged."""
_ABOVE, _BELOW = 0.85, 0.15
"""Sizes of type that a character reaches above and below its base line."""
_WIDE = 0.9
"""Sizes of type from which white space parts a line in two."""
_BLANK = 0.3
"""Sizes of type from which white space between Latin letters is a blank."""
_LEVEL = 0.3
"""Sizes of type by which the base lines of one line differ at most."""
_THIN = 3.5
"""Points that a drawn line is thick at most."""
_RULE_SHARE = 0.25
"""Share of the page's width that a rule takes at least; less is an underline."""
_IMAGE_SHARE = 0.5
"""Share of the page that an image covers where the few characters beside it are not what the page says."""
_FEW = 60
_MOST_OBJECTS = 10**5
"""Of a page; a drawing that is made up of itself has more. A page set character by character has 2,000."""
_MOST = 10**4
"""Steps that are repeated at most; a line has tens."""

Matrix = tuple[float, float, float, float, float, float]
"""a b c d e f: x' = ax + cy + e, y' = bx + dy + f."""


class _Glyph(NamedTuple):
    """A character at its place, in points of the page."""

    text: str
    x0: float
    x1: float
    base: float
    size: float


class Sheet:
    """What is laid on a page, the templates first."""

    def __init__(self, area: str, units: dict[str, Any]) -> None:
        """`area` is its PhysicalBox, `units` are the drawings that its document uses again, by id."""
        left, top, width, height = _numbers(area, 4) or (0.0, 0.0, 210.0, 297.0)
        self.width, self.height = width * POINTS, height * POINTS
        self.glyphs: list[_Glyph] = []
        self.sideways: list[Fragment] = []
        self.lines: list[Box] = []
        self._image = (0.0, "")
        self._left = _MOST_OBJECTS
        self._units = units
        self._origin: Matrix = (POINTS, 0, 0, POINTS, -left * POINTS, -top * POINTS)

    def lay(self, content: Any) -> None:
        """Lay the objects of a page or of a template on it."""
        for layer in children(content, "Content", "Layer"):
            self._lay(layer, self._origin, _DEEPEST)

    @property
    def image(self) -> str | None:
        """Id of the image that the page is, with hardly a character beside it; None where it is none."""
        area, key = self._image
        return key if area >= _IMAGE_SHARE * self.width * self.height and len(self.glyphs) < _FEW else None

    def _lay(self, block: Any, outer: Matrix, depth: int) -> None:
        for element in block if depth else ():
            kind = _kind(element)
            self._left -= 1
            if not kind or element.get("Visible") == "false" or self._left < 0:
                continue
            own = _within(outer, element)
            if kind == "TextObject":
                self._write(element, own)
            elif kind == "PathObject":
                self.lines += _drawn(element, own)
            elif kind == "ImageObject":
                _, _, width, height = _numbers(element.get("Boundary"), 4) or (0.0, 0.0, 0.0, 0.0)
                self._image = max(self._image, (width * height * POINTS**2, element.get("ResourceID", "")))
            elif kind == "PageBlock":
                self._lay(element, outer, depth - 1)
            elif kind == "CompositeObject":
                for drawing in children(self._units.get(element.get("ResourceID", "")), "Content"):
                    self._lay(drawing, own, depth - 1)

    def _write(self, element: Any, own: Matrix) -> None:
        a, b, c, d, _, _ = own
        _, _, _, high = _numbers(element.get("Boundary"), 4) or (0.0, 0.0, 0.0, 0.0)
        size, stretch = _number(element.get("Size"), high), _number(element.get("HScale"), 1.0)
        scale, x, y = math.hypot(c, d), 0.0, 0.0
        for code in children(element, "TextCode"):
            text = "".join(sign if sign.isprintable() else " " for sign in code.text or "")
            x, y = _number(code.get("X"), x), _number(code.get("Y"), y)
            across, down = (list(islice(_steps(code.get(name)), len(text))) for name in ("DeltaX", "DeltaY"))
            glyphs = list(_placed(text, (x, y, size * stretch), across, own))
            if abs(b) > abs(a) / 10 or any(down):
                self.sideways += _run(text, [glyph._replace(size=size * scale) for glyph in glyphs])
            else:
                self.glyphs += [glyph._replace(size=size * scale) for glyph in glyphs]


def read_sheet(sheet: Sheet, number: int) -> PaperPage:
    """The page with its lines of type, rules and ruled tables; `number` is 1-based."""
    glyphs = sorted(sheet.glyphs, key=lambda glyph: (glyph.base, glyph.x0))
    fragments = [piece for row in _rows(glyphs) for piece in _pieces(row)]

    def text_within(box: Box) -> tuple[str, float]:
        inside = [g for g in glyphs if box[0] <= (g.x0 + g.x1) / 2 <= box[2] and box[1] <= g.base - g.size / 3 <= box[3]]
        return "".join(_joined(row).strip() for row in _rows(inside)), 1.0

    rules = tuple(line for line in sheet.lines if line[2] - line[0] >= _RULE_SHARE * sheet.width and line[3] - line[1] <= _THIN)
    tables = tuple(fill(grid, text_within) for grid in find_tables(sheet.lines))
    return PaperPage(number, sheet.width, sheet.height, tuple(fragments), rules, tables, 0, tuple(sheet.sideways))


def children(element: Any, *path: str) -> Iterator[Any]:
    """What stands below along these names, whatever name space a program has given them."""
    if element is None or not path:
        return
    for child in element:
        if _kind(child) == path[0]:
            yield from children(child, *path[1:]) if path[1:] else [child]


def _kind(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _within(outer: Matrix, element: Any) -> Matrix:
    """From the object to the page: its CTM, then its Boundary."""
    left, top, *_ = _numbers(element.get("Boundary"), 4) or (0.0, 0.0)
    a, b, c, d, e, f = _numbers(element.get("CTM"), 6) or (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    e, f = e + left, f + top
    o = outer
    return (
        o[0] * a + o[2] * b, o[1] * a + o[3] * b, o[0] * c + o[2] * d, o[1] * c + o[3] * d, *_at(outer, e, f),
    )  # fmt: skip


def _at(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _placed(text: str, start: tuple[float, float, float], steps: list[float], own: Matrix) -> Iterator[_Glyph]:
    """The characters of a code from `start`: x, y and the width of a Chinese one; a step of no more than that is the width of its character."""
    x, y, size = start
    for sign, step in zip(text, chain(steps, repeat(0.0)), strict=False):
        width = size if unicodedata.east_asian_width(sign) in "WF" or "‘" <= sign <= "…" else size / 2
        (x0, base), (x1, _) = _at(own, x, y), _at(own, x + (step if 0 < step <= size else width), y)
        yield _Glyph(sign, x0, x1, base, size)
        x += step or width


def _run(text: str, glyphs: list[_Glyph]) -> list[Fragment]:
    """A code that does not run from left to right, as one piece."""
    return [_fragment(glyphs)._replace(text=text.strip())] if text.strip() else []


def _rows(glyphs: list[_Glyph]) -> Iterator[list[_Glyph]]:
    """Those of one base line from left to right, from top to bottom; they come ordered by their base lines."""
    row: list[_Glyph] = []
    for glyph in glyphs:
        if row and glyph.base - row[0].base > _LEVEL * min(glyph.size, row[0].size):
            yield sorted(row, key=lambda found: found.x0)
            row = []
        row.append(glyph)
    if row:
        yield sorted(row, key=lambda found: found.x0)


def _pieces(row: list[_Glyph]) -> Iterator[Fragment]:
    """The row cut at wide gaps."""
    piece: list[_Glyph] = []
    for glyph in row:
        if piece and glyph.x0 - piece[-1].x1 >= _WIDE * glyph.size:
            yield from _stripped(piece)
            piece = []
        if not (piece and _is_twice(piece[-1], glyph)):
            piece.append(glyph)
    yield from _stripped(piece)


def _is_twice(before: _Glyph, glyph: _Glyph) -> bool:
    """Whether it is drawn over the same one, to be bold."""
    return before.text == glyph.text and glyph.x0 - before.x0 < _LEVEL * (before.x1 - before.x0)


def _stripped(piece: list[_Glyph]) -> Iterator[Fragment]:
    filled = [place for place, glyph in enumerate(piece) if not glyph.text.isspace()]
    if filled:
        yield _fragment(piece[filled[0] : filled[-1] + 1])


def _fragment(glyphs: list[_Glyph]) -> Fragment:
    size, base = max(glyph.size for glyph in glyphs), max(glyph.base for glyph in glyphs)
    top = min(glyph.base - _ABOVE * glyph.size for glyph in glyphs)
    box = (min(glyph.x0 for glyph in glyphs), top, max(glyph.x1 for glyph in glyphs), base + _BELOW * size)
    return Fragment(_joined(glyphs), box, size)


def _joined(glyphs: list[_Glyph]) -> str:
    """The characters, with blanks where Latin letters stand apart."""
    text = "".join(glyph.text for glyph in glyphs[:1])
    for before, glyph in pairwise(glyphs):
        apart = glyph.x0 - before.x1 >= _BLANK * glyph.size and (before.text + glyph.text).isascii()
        text += f" {glyph.text}" if apart and not (before.text + glyph.text).count(" ") else glyph.text
    return text


def _drawn(element: Any, own: Matrix) -> Iterator[Box]:
    """The straight lines of a path that are level or upright."""
    for data in children(element, "AbbreviatedData"):
        here: tuple[float, float] | None = None
        for mark, numbers in _strokes((data.text or "").split()):
            there = _at(own, *numbers[-2:]) if len(numbers) >= 2 else None
            if mark == "L" and here and there:
                box = (min(here[0], there[0]), min(here[1], there[1]), max(here[0], there[0]), max(here[1], there[1]))
                if min(box[2] - box[0], box[3] - box[1]) <= _THIN:
                    yield box
            here = there or here


def _strokes(tokens: list[str]) -> Iterator[tuple[str, list[float]]]:
    """Letters with the numbers behind each: M 0 0 L 120 0."""
    starts = [place for place, token in enumerate(tokens) if token.isalpha()]
    for start, end in pairwise([*starts, len(tokens)]):
        yield tokens[start], [_number(token) for token in tokens[start + 1 : end]]


def _steps(typed: str | None) -> Iterator[float]:
    """The steps of DeltaX or DeltaY."""
    words = iter((typed or "").split())
    for word in words:
        if word == "g":
            count, step = _number(next(words, None)), _number(next(words, None))
            yield from repeat(step, max(0, int(min(count, _MOST))))
        else:
            yield _number(word)


def _number(typed: str | None, otherwise: float = 0.0) -> float:
    try:
        number = float(typed or "")
    except ValueError:
        return otherwise
    return number if math.isfinite(number) else otherwise


def _numbers(typed: str | None, count: int) -> tuple[float, ...] | None:
    found = tuple(_number(token) for token in (typed or "").replace(",", " ").split())
    return found[:count] if len(found) >= count else None
