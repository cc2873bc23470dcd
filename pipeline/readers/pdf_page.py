"""One page of a PDF: its lines with their boxes and type sizes, and the rules drawn on it, from pdfium's handles.

What of pdfium's answers needs care (measured on files of six makers): an index into the text is no index of a character where
control characters occur; a type size leaves out the text matrix; a tight box tells the height of the stroke, not of the type;
blanks that it puts in between Chinese and Latin type, which typesetters part by a quarter of a size, are no blanks.
"""

import ctypes
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from pipeline.model.document import DocumentWarning
from pipeline.model.layout import Box
from pipeline.model.paper import Fragment, PaperPage, RuledTable, TableRow, turned
from pipeline.normalize import fold_radicals
from pipeline.readers.legibility import is_junk
from pipeline.readers.ruled_tables import Grid, TableFinder

_MOST_CHARACTERS = 100_000
"""Characters of one page that are read; a page of a newspaper has 15,000."""
_MOST_OBJECTS = 5_000
"""Objects of one page that are looked at for rules."""
_SAMPLE = 7
"""Every which character is asked whether its font names it; asking all costs a fifth of the reading."""
_IMAGE_SHARE = 0.5
"""Share of the page that an image covers where the few characters beside it are not what the page says."""
_FEW_CHARACTERS = 60
"""Characters that a running head, a page number and a stamp bring to a scanned page."""
_WIDE = 0.9
"""Sizes of type from which white space that is no character parts a line in two; a gutter may be as narrow."""
_NARROW = 0.45
"""Sizes of type below which white space beside Chinese that is no character is the typesetter's."""
_BACK = -2.0
"""Stands for a gap behind which the line goes on to the left of it."""
_INVISIBLE = 3
"""Render mode of text that is not painted."""
_THIN = 3.5
"""Points; what is lower and much wider is a rule."""
_RULE_SHARE = 0.25
"""Share of the page's width that a rule takes at least; less is an underline."""
_CELL = 8
"""Points that a side of a cell is long at least."""
_FRAMES = 4
"""Things drawn that are neither lines nor images from which they may be the cells of a table."""
_AUTOSPACE = re.compile(r"(?<=[\u3000-\u9fff]) (?=[!-~])|(?<=[!-~]) (?=[\u3000-\u9fff])")
"""The blank that pdfium sees where a typesetter parts Chinese from Latin type."""
_QUOTES = re.compile("[“”‘’]")
"""What word processors set in a Latin font, and draw after the Chinese of the line."""
_HYPHENS = {0x02: "-", 0xFFFE: "-", 0xAD: "-"}
"""What pdfium gives for a hyphen at the end of a line."""


class PageReading(NamedTuple):
    """A page, and what could not be read of it."""

    page: PaperPage
    warnings: list[DocumentWarning]
    needs_ocr: bool = False
    """It carries no text, or none that is one."""


class _Piece(NamedTuple):
    """Characters of one line without a wide gap: places in pdfium's text, and what they are."""

    start: int
    end: int
    text: str


class _Placed(NamedTuple):
    """A piece with its place, the page not yet turned upright."""

    text: str
    box: Box
    size: float
    angle: int
    """Quarter turns clockwise of its writing."""
    hidden: bool


def read_page(page: Any, text: Any, number: int, finder: TableFinder) -> PageReading:
    """What stands on the page of these handles; `number` is 1-based."""
    reading = _Reading(page, text, number)
    found = reading.read()
    if found.needs_ocr or not reading.may_hold_table():
        return found
    tables = tuple(reading.table(grid, found.page) for grid in finder.find(number))
    return found._replace(page=found.page._replace(tables=tables))


class _Reading:
    def __init__(self, page: Any, text: Any, number: int) -> None:
        self._page = page
        self._text = text
        self._number = number
        self._count = max(0, min(pdfium.FPDFText_CountChars(text), _MOST_CHARACTERS))
        frame = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page, frame)
        self._left, self._top = frame.left, frame.top
        self._size: tuple[float, float] = (frame.right - frame.left, frame.top - frame.bottom)
        self._rect, self._matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
        self._thin: list[Box] = []
        self._frames = 0
        self._images: list[Box] = []
        self._read_objects()
        self._units = self._read_units()
        self._aligned = len(self._units) == self._count

    def read(self) -> PageReading:
        placed = [found for line in self._lines() for piece in self._pieces(*line) if (found := self._place(piece))]
        seen = [piece for piece in placed if self._is_on_page(piece.box)]
        hidden = [piece for piece in seen if piece.hidden]
        if len(hidden) < len(seen):  # where all is hidden, it is the text layer of a scan
            seen = [piece for piece in seen if not piece.hidden]
        angle = Counter(piece.angle for piece in seen).most_common(1)[0][0] if seen else self._rotation()
        fragments = tuple(Fragment(p.text, turned(p.box, -angle, *self._size), p.size) for p in seen if p.angle == angle)
        sideways = tuple(Fragment(p.text, turned(p.box, -angle, *self._size), p.size) for p in seen if p.angle != angle)
        width, height = self._size if angle % 2 == 0 else self._size[::-1]
        rules = tuple(turned(box, -angle, *self._size) for box in self._thin)
        rules = tuple(box for box in rules if box[3] - box[1] <= _THIN and box[2] - box[0] >= _RULE_SHARE * width)
        page = PaperPage(self._number, width, height, fragments, rules, turn=(self._rotation() + angle) % 4, sideways=sideways)
        warnings = [*self._doubts(), *self._lost(len(placed) - len(fragments) - len(sideways))]
        return PageReading(page, warnings, self._is_image() or is_junk(self._units, self._unnamed()))

    def _unnamed(self) -> float:
        """Share of the characters that their fonts do not name."""
        asked = range(0, self._count, _SAMPLE)
        unnamed = [char for char in asked if pdfium.FPDFText_HasUnicodeMapError(self._text, char) == 1]
        return len(unnamed) / max(1, len(asked))

    def _is_image(self) -> bool:
        """Whether the page is an image with hardly a character beside it."""
        area = self._size[0] * self._size[1]
        covered = sum((box[2] - box[0]) * (box[3] - box[1]) for box in self._images)
        return covered >= _IMAGE_SHARE * area and len("".join(self._units.split())) < _FEW_CHARACTERS

    def may_hold_table(self) -> bool:
        """Whether lines cross, or frames stand, as those of a table do."""
        upright = sum(box[3] - box[1] > _CELL for box in self._thin)
        level = sum(box[2] - box[0] > _CELL for box in self._thin)
        return (upright > 1 and level > 1) or self._frames >= _FRAMES

    def table(self, grid: Grid, page: PaperPage) -> RuledTable:
        """The table with the text of its cells, in the coordinates of `page`."""
        shown = (page.width, page.height) if page.turn % 2 == 0 else (page.height, page.width)

        def upright(box: Box) -> Box:
            return turned(box, -page.turn, *shown)

        rows = []
        for cells in grid.rows:
            boxes = [box for box in cells if box]
            if boxes:
                outline = (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
                rows.append(TableRow(upright(outline), tuple(self._text_within(box, shown) if box else "" for box in cells)))
        return RuledTable(upright(grid.box), tuple(rows))

    def _text_within(self, box: Box, shown: tuple[float, float]) -> str:
        """The characters inside a box of the page as it is shown, on one line."""
        x0, top, x1, bottom = turned(box, -self._rotation(), *shown)
        place = (x0 + self._left, self._top - top, x1 + self._left, self._top - bottom)
        length = pdfium.FPDFText_GetBoundedText(self._text, *place, None, 0)
        if length <= 0:
            return ""
        buffer = (ctypes.c_ushort * (length + 1))()
        pdfium.FPDFText_GetBoundedText(self._text, *place, buffer, length)
        text = bytes(buffer).decode("utf-16-le", "replace").split("\0")[0]
        return _AUTOSPACE.sub("", _clean("".join(line.strip() for line in text.splitlines()).replace("\t", " ")))

    def _rotation(self) -> int:
        """Quarter turns clockwise by which the page is shown."""
        return int(pdfium.FPDFPage_GetRotation(self._page)) % 4

    def _read_units(self) -> str:
        """The text, one character for each UTF-16 unit, as pdfium counts."""
        buffer = (ctypes.c_ushort * (self._count + 2))()
        found = pdfium.FPDFText_GetText(self._text, 0, self._count, buffer) if self._count else 0
        raw = bytes(memoryview(buffer)[: max(0, found - 1)])
        text = raw.decode("utf-16-le", "replace")
        return text if len(text) == len(raw) // 2 else "".join(map(chr, memoryview(raw).cast("H")))

    def _char(self, unit: int) -> int:
        return unit if self._aligned else pdfium.FPDFText_GetCharIndexFromTextIndex(self._text, unit)

    def _lines(self) -> Iterator[tuple[int, int]]:
        start = 0
        for line in self._units.split("\n"):
            yield start, start + len(line.rstrip("\r"))
            start += len(line) + 1

    def _pieces(self, start: int, end: int) -> Iterator[_Piece]:
        """The line cut at wide gaps, without the blanks that are none."""
        first, text = start, ""
        copied = start
        gaps = [(at, self._gap(at, start, end)) for at in self._blanks(start, end)]
        if any(gap == _BACK for _, gap in gaps) or any(self._stands_before(at, start) for at in self._quotes(start, end)):
            yield from self._from_left(start, end)
            return
        for at, gap in gaps:
            if gap >= _WIDE:
                yield _Piece(first, at, text + self._units[copied:at])
                first, text, copied = at + 1, "", at + 1
            elif gap >= 0:
                text += self._units[copied:at]
                copied = at + 1 if gap < _NARROW and not self._units[at - 1 : at + 2].isascii() else at
        yield _Piece(first, end, text + self._units[copied:end])

    def _blanks(self, start: int, end: int) -> Iterator[int]:
        at = self._units.find(" ", start, end)
        while at >= 0:
            yield at
            at = self._units.find(" ", at + 1, end)

    def _quotes(self, start: int, end: int) -> Iterator[int]:
        """The quotation marks of the line, and what follows them."""
        for found in _QUOTES.finditer(self._units, start, end):
            yield from range(found.start(), min(found.end() + 1, end))

    def _stands_before(self, unit: int, start: int) -> bool:
        """Whether the character stands to the left of the one that was drawn before it in the line."""
        before, box = self._box(self._char(max(start, unit - 1))), self._box(self._char(unit))
        if before is None or box is None or box[0] >= before[0]:
            return False
        return _level(before, box) and self._type(self._char(unit))[1] == 0

    def _from_left(self, start: int, end: int) -> Iterator[_Piece]:
        """The same for a line that was not drawn from left to right, as word processors draw type of two fonts."""
        boxes = [
            (box, unit)
            for unit in range(start, end)
            if (box := self._box(self._char(unit))) and not (self._units[unit] == " " and self._is_generated(unit))
        ]
        run: list[tuple[Box, int]] = []
        text = ""
        for box, unit in sorted(boxes):
            gap = (box[0] - run[-1][0][2]) / max(1.0, box[3] - box[1]) if run else 0.0
            if gap >= _WIDE:
                yield _Piece(run[0][1], run[-1][1] + 1, text)
                run, text = [], ""
            text += (" " if gap >= _NARROW else "") + self._units[unit]
            run.append((box, unit))
        if run:
            yield _Piece(run[0][1], run[-1][1] + 1, text)

    def _is_generated(self, unit: int) -> bool:
        """Whether pdfium put the character in."""
        return bool(pdfium.FPDFText_IsGenerated(self._text, self._char(unit)) == 1)

    def _gap(self, at: int, start: int, end: int) -> float:
        """Sizes of type that the white space is wide, if pdfium put the blank in; -1 if it is a character of the file."""
        if at == start or at + 1 >= end or not self._is_generated(at):
            return -1
        before, after = self._box(self._char(at - 1)), self._box(self._char(at + 1))
        if before is None or after is None:
            return -1
        if after[0] < before[0] and _level(before, after) and self._type(self._char(at + 1))[1] == 0:
            return _BACK
        size = max(1.0, min(max(b[2] - b[0], b[3] - b[1]) for b in (before, after)))
        return max(0.0, after[0] - before[2], before[1] - after[3], after[1] - before[3]) / size

    def _place(self, piece: _Piece) -> _Placed | None:
        text = piece.text.strip()
        start, end = self._stripped(piece) if piece.start < piece.end else (piece.start, piece.end)
        if not text or start == end:
            return None
        first, last = self._char(start), self._char(end - 1)
        boxes = [box for box in (self._box(first), self._box(last)) if box]
        if not boxes:
            return None
        box = (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
        (size, angle), (other, _) = self._type(first), self._type(last)
        size = max(size, other)  # a line may begin or end with a raised mark
        return _Placed(_clean(text), box, size, angle, self._is_hidden(first))

    def _stripped(self, piece: _Piece) -> tuple[int, int]:
        units = self._units[piece.start : piece.end]
        return piece.start + len(units) - len(units.lstrip()), piece.start + len(units.rstrip())

    def _box(self, char: int) -> Box | None:
        """Points from the top left of the page before it is turned."""
        if not pdfium.FPDFText_GetLooseCharBox(self._text, char, self._rect):
            return None
        rect = self._rect
        return (rect.left - self._left, self._top - rect.top, rect.right - self._left, self._top - rect.bottom)

    def _type(self, char: int) -> tuple[float, int]:
        """Size in points, and quarter turns clockwise of the writing."""
        matrix = self._matrix
        size = pdfium.FPDFText_GetFontSize(self._text, char)
        if not pdfium.FPDFText_GetMatrix(self._text, char, matrix):
            return size, 0
        along, across = matrix.a, -matrix.b  # in coordinates that go down
        angle = (0 if along > 0 else 2) if abs(along) >= abs(across) else (1 if across > 0 else 3)
        return round(2 * size * float((matrix.c**2 + matrix.d**2) ** 0.5)) / 2, angle

    def _is_hidden(self, char: int) -> bool:
        painted = pdfium.FPDFText_GetTextObject(self._text, char)
        return bool(painted) and pdfium.FPDFTextObj_GetTextRenderMode(painted) == _INVISIBLE

    def _is_on_page(self, box: Box) -> bool:
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        return -1 <= x <= self._size[0] + 1 and -1 <= y <= self._size[1] + 1

    def _read_objects(self) -> None:
        """Boxes of images, and of rules and other low or narrow things that are drawn."""
        edges = [ctypes.c_float() for _ in range(4)]
        for index in range(min(pdfium.FPDFPage_CountObjects(self._page), _MOST_OBJECTS)):
            drawn = pdfium.FPDFPage_GetObject(self._page, index)
            kind = pdfium.FPDFPageObj_GetType(drawn)
            if kind == pdfium.FPDF_PAGEOBJ_TEXT or not pdfium.FPDFPageObj_GetBounds(drawn, *edges):
                continue
            left, bottom, right, top = (edge.value for edge in edges)
            box = (left - self._left, self._top - top, right - self._left, self._top - bottom)
            if min(right - left, top - bottom) <= _THIN:
                self._thin.append(box)
            elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                self._images.append(box)
            elif kind == pdfium.FPDF_PAGEOBJ_PATH:
                self._frames += 1

    def _doubts(self) -> Iterator[DocumentWarning]:
        private = sum("\ue000" <= c <= "\uf8ff" for c in self._units)
        if private:
            yield self._warning("unmapped_glyphs", f"{private} characters of page {self._number} have no meaning outside of their font")

    def _lost(self, count: int) -> Iterator[DocumentWarning]:
        if count:
            yield self._warning("hidden_text", f"{count} pieces of text of page {self._number} cannot be seen on it and were left out")

    def _warning(self, code: str, message: str) -> DocumentWarning:
        return DocumentWarning(code, message, None, None, None)


def _level(box: Box, other: Box) -> bool:
    """Whether two characters stand on one line."""
    return min(box[3], other[3]) - max(box[1], other[1]) > 0.5 * min(box[3] - box[1], other[3] - other[1])


def _clean(text: str) -> str:
    if any("\ud800" <= c <= "\udfff" for c in text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return fold_radicals(text.translate(_HYPHENS))
