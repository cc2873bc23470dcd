"""One page of a PDF: its lines with their boxes and type sizes, and the rules drawn on it, from pdfium's handles."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import compress
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from pipeline.model.document import DocumentWarning
from pipeline.model.layout import Box
from pipeline.model.paper import Fragment, PaperPage, RuledTable, turned
from pipeline.normalize import fold_radicals
from pipeline.readers.legibility import is_junk
from pipeline.readers.pdf_drawn import is_level, line_pictures, read_drawn
from pipeline.readers.pdf_lines import Piece, cut_lines
from pipeline.readers.pdf_pieces import Placed, with_shapes
from pipeline.readers.pdf_text import PageText
from pipeline.readers.ruled_tables import Grid, fill, find_tables

_IMAGE_SHARE = 0.5
"""Share of the page that an image covers where the few characters beside it are not what the page says."""
_FEW_CHARACTERS = 60
"""Characters that a running head, a page number and a stamp bring to a scanned page."""
_RULE_SHARE = 0.25
"""Share of the page's width that a rule takes at least; less is an underline."""
_AUTOSPACE = re.compile(r"(?<=[\u3000-\u9fff]) (?=[!-~])|(?<=[!-~]) (?=[\u3000-\u9fff])")
"""The blank that pdfium sees where a typesetter parts Chinese from Latin type."""
_HYPHENS = {0x02: "-", 0xFFFE: "-", 0xAD: "-"}
"""What pdfium gives for a hyphen at the end of a line."""
_ODD = re.compile("[\x02\xad\ufffe\ud800-\udfff]")
"""These, and halves of characters."""
_MARK = re.compile(r"(?<=[^\W\d]|[，。；：！？、”》）)\]%％])\d{1,2}(?!\d)")
"""Digits behind a word or a stop."""
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_PRIVATE = re.compile("[\ue000-\uf8ff]")


class PageReading(NamedTuple):
    """A page, and what could not be read of it."""

    page: PaperPage
    warnings: list[DocumentWarning]
    needs_ocr: bool = False
    """It carries no text, or none that is one."""
    pictures: tuple[Box, ...] = ()
    """Where words may stand in pictures, in points of the page as it is shown."""


def read_page(page: Any, text: Any, number: int) -> PageReading:
    """What stands on the page of these handles; `number` is 1-based."""
    return _Reading(page, text, number).read()


class _Reading:
    def __init__(self, page: Any, text: Any, number: int) -> None:
        self._page = page
        self._number = number
        frame = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page, frame)
        self._size: tuple[float, float] = (frame.right - frame.left, frame.top - frame.bottom)
        self._text = PageText(text, frame)
        self._drawn = read_drawn(page, frame.left, frame.top)

    def read(self) -> PageReading:
        placed = with_shapes([found for piece in cut_lines(self._text) if (found := self._place(piece))])
        seen = [piece for piece in placed if self._is_on_page(piece.box)]
        hidden = [piece for piece in seen if piece.hidden]
        if len(hidden) < len(seen):  # where all is hidden, it is the text layer of a scan
            seen = [piece for piece in seen if not piece.hidden]
        angles = Counter(piece.angle for piece in seen if not piece.slanted)
        angle = angles.most_common(1)[0][0] if angles else self._rotation()
        level = [piece.angle == angle and not piece.slanted for piece in seen]
        page = self._upright(list(compress(seen, level)), [piece for piece, is_level in zip(seen, level, strict=True) if not is_level], angle)
        warnings = [*self._doubts(), *self._lost(len(placed) - len(seen))]
        pictures = [] if page.turn else line_pictures(self._drawn.images, [piece.box for piece in placed])
        shown = tuple(turned(box, -angle, *self._size) for box in pictures)
        return PageReading(page, warnings, self._is_image() or is_junk(self._text.units, self._text.unnamed), shown)

    def _upright(self, level: list[Placed], sideways: list[Placed], angle: int) -> PaperPage:
        """The page turned so that most of its text stands upright."""

        def turn(box: Box) -> Box:
            return turned(box, -angle, *self._size)

        def fragments(pieces: list[Placed]) -> tuple[Fragment, ...]:
            return tuple(Fragment(piece.text, turn(piece.box), piece.size, 1.0, piece.slanted, piece.upright) for piece in pieces)

        width, height = self._size if angle % 2 == 0 else self._size[::-1]
        lines = [turn(line) for line in self._drawn.lines]
        rules = tuple(line for line in lines if is_level(line) and line[2] - line[0] >= _RULE_SHARE * width)
        tables = tuple(self._table(grid, angle) for grid in find_tables(lines))
        return PaperPage(self._number, width, height, fragments(level), rules, tables, (self._rotation() + angle) % 4, fragments(sideways))

    def _is_image(self) -> bool:
        """Whether the page is an image with hardly a character beside it."""
        area = self._size[0] * self._size[1]
        covered = sum((box[2] - box[0]) * (box[3] - box[1]) for box in self._drawn.images)
        return covered >= _IMAGE_SHARE * area and len("".join(self._text.units.split())) < _FEW_CHARACTERS

    def _table(self, grid: Grid, angle: int) -> RuledTable:
        """The table with the text of its cells."""
        size = self._size if angle % 2 == 0 else self._size[::-1]
        return fill(grid, lambda box: (self._text_within(turned(box, angle, *size)), 1.0))

    def _text_within(self, box: Box) -> str:
        """The characters inside a box of the page before it is turned, on one line."""
        text = self._text.within(box)
        return _AUTOSPACE.sub("", _clean("".join(line.strip() for line in text.splitlines()).replace("\t", " ")))

    def _rotation(self) -> int:
        """Quarter turns clockwise by which the page is shown."""
        return int(pdfium.FPDFPage_GetRotation(self._page)) % 4

    def _place(self, piece: Piece) -> Placed | None:
        text = piece.text.strip()
        start, end = self._stripped(piece)
        if not text or start == end:
            return None
        box = _around(self._text.box(start), self._text.box(end - 1))
        if box is None:
            return None
        (size, angle), (other, _) = self._text.type(start), self._text.type(end - 1)
        size = max(size, other)  # a line may begin or end with a raised mark
        return Placed(_clean(self._with_marks(text, start, end)), box, size, angle, self._text.is_hidden(start), self._text.is_slanted(start))

    def _with_marks(self, text: str, start: int, end: int) -> str:
        """The text with the digits that are raised as what they are, ¹; as it is where pdfium has it in another order."""
        if text != self._text.units[start:end]:
            return text
        for found in _MARK.finditer(text):
            if self._text.is_raised(start + found.start(), start):
                text = text[: found.start()] + found[0].translate(_RAISED) + text[found.end() :]
        return text

    def _stripped(self, piece: Piece) -> tuple[int, int]:
        units, start, end = self._text.units, piece.start, piece.end
        while start < end and units[start].isspace():
            start += 1
        while start < end and units[end - 1].isspace():
            end -= 1
        return start, end

    def _is_on_page(self, box: Box) -> bool:
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        return -1 <= x <= self._size[0] + 1 and -1 <= y <= self._size[1] + 1

    def _doubts(self) -> Iterator[DocumentWarning]:
        private = len(_PRIVATE.findall(self._text.units))
        if private:
            yield DocumentWarning("unmapped_glyphs", f"{private} characters of page {self._number} have no meaning outside of their font")

    def _lost(self, count: int) -> Iterator[DocumentWarning]:
        if count:
            yield DocumentWarning("hidden_text", f"{count} pieces of text of page {self._number} cannot be seen on it and were left out")


def _around(first: Box | None, last: Box | None) -> Box | None:
    """The box around a line, from those of its ends."""
    if first is None or last is None:
        return first or last
    return min(first[0], last[0]), min(first[1], last[1]), max(first[2], last[2]), max(first[3], last[3])


def _clean(text: str) -> str:
    if _ODD.search(text):
        text = text.translate(_HYPHENS).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return fold_radicals(text)
