"""One page of a PDF: its lines with their boxes and type sizes, and the rules drawn on it, from pdfium's handles."""

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
from pipeline.readers.pdf_lines import Piece, cut_lines
from pipeline.readers.pdf_text import PageText
from pipeline.readers.ruled_tables import Grid, TableFinder

_MOST_OBJECTS = 5_000
"""Objects of one page that are looked at for rules."""
_IMAGE_SHARE = 0.5
"""Share of the page that an image covers where the few characters beside it are not what the page says."""
_FEW_CHARACTERS = 60
"""Characters that a running head, a page number and a stamp bring to a scanned page."""
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
_HYPHENS = {0x02: "-", 0xFFFE: "-", 0xAD: "-"}
"""What pdfium gives for a hyphen at the end of a line."""


class PageReading(NamedTuple):
    """A page, and what could not be read of it."""

    page: PaperPage
    warnings: list[DocumentWarning]
    needs_ocr: bool = False
    """It carries no text, or none that is one."""


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
        self._number = number
        frame = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page, frame)
        self._left, self._top = frame.left, frame.top
        self._size: tuple[float, float] = (frame.right - frame.left, frame.top - frame.bottom)
        self._text = PageText(text, frame.left, frame.top)
        self._thin: list[Box] = []
        self._frames = 0
        self._images: list[Box] = []
        self._read_objects()

    def read(self) -> PageReading:
        placed = [found for piece in cut_lines(self._text) if (found := self._place(piece))]
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
        return PageReading(page, warnings, self._is_image() or is_junk(self._text.units, self._text.unnamed()))

    def _is_image(self) -> bool:
        """Whether the page is an image with hardly a character beside it."""
        area = self._size[0] * self._size[1]
        covered = sum((box[2] - box[0]) * (box[3] - box[1]) for box in self._images)
        return covered >= _IMAGE_SHARE * area and len("".join(self._text.units.split())) < _FEW_CHARACTERS

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
        text = self._text.within(turned(box, -self._rotation(), *shown))
        return _AUTOSPACE.sub("", _clean("".join(line.strip() for line in text.splitlines()).replace("\t", " ")))

    def _rotation(self) -> int:
        """Quarter turns clockwise by which the page is shown."""
        return int(pdfium.FPDFPage_GetRotation(self._page)) % 4

    def _place(self, piece: Piece) -> _Placed | None:
        text = piece.text.strip()
        start, end = self._stripped(piece) if piece.start < piece.end else (piece.start, piece.end)
        if not text or start == end:
            return None
        boxes = [box for box in (self._text.box(start), self._text.box(end - 1)) if box]
        if not boxes:
            return None
        box = (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
        (size, angle), (other, _) = self._text.type(start), self._text.type(end - 1)
        size = max(size, other)  # a line may begin or end with a raised mark
        return _Placed(_clean(text), box, size, angle, self._text.is_hidden(start))

    def _stripped(self, piece: Piece) -> tuple[int, int]:
        units = self._text.units[piece.start : piece.end]
        return piece.start + len(units) - len(units.lstrip()), piece.start + len(units.rstrip())

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
        private = sum("\ue000" <= c <= "\uf8ff" for c in self._text.units)
        if private:
            yield self._warning("unmapped_glyphs", f"{private} characters of page {self._number} have no meaning outside of their font")

    def _lost(self, count: int) -> Iterator[DocumentWarning]:
        if count:
            yield self._warning("hidden_text", f"{count} pieces of text of page {self._number} cannot be seen on it and were left out")

    def _warning(self, code: str, message: str) -> DocumentWarning:
        return DocumentWarning(code, message, None, None, None)


def _clean(text: str) -> str:
    if any("\ud800" <= c <= "\udfff" for c in text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return fold_radicals(text.translate(_HYPHENS))
