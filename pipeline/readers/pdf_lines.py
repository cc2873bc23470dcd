"""The printed lines of one page of a PDF, cut at wide gaps, their characters from left to right.

pdfium puts in a blank wherever white space is no character. Between Chinese and Latin type, which typesetters part by a quarter of a
size, and between letters set apart it is none; what is wider than that is what was typed, for word processors draw no blanks.
"""

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import islice
from statistics import median
from typing import NamedTuple

from pipeline.model.layout import Box
from pipeline.readers.pdf_text import PageText

_WIDE = 0.9
"""Sizes of type from which white space that is no character parts a line in two; a gutter may be as narrow."""
_NARROW = 0.45
"""Sizes of type below which white space between letters set apart is none."""
_TOUCHING = 0.05
"""Sizes of type up to which two Latin letters or digits touch."""
_TYPED = 0.22
"""Sizes of type from which white space between two Chinese characters that are not set apart was typed: a Latin blank has a quarter."""
_TYPED_TWICE = 0.6
"""Sizes of type from which it is two blanks: one of a Chinese font has a half."""
_AUTOSPACE = 0.3
"""Sizes of type from which white space between Chinese and Latin type was typed; LibreOffice parts them by 0.22, Word and Typst by 0.25."""
_BEYOND = 0.08
"""Sizes of type by which that is wider than is usual on the page, for a line set full parts them by more."""
_BACK = -2.0
"""Stands for a gap behind which the line goes on to the left of it."""
_PAIRS = 15
"""Pairs of characters that tell how far those of a line are apart."""
_QUOTES = re.compile("[“”‘’]")
"""What word processors set in a Latin font, and draw after the Chinese of the line."""


class Piece(NamedTuple):
    """Characters of one line without a wide gap: places in pdfium's text, and what they are."""

    start: int
    end: int
    text: str


def cut_lines(page: PageText) -> Iterator[Piece]:
    """Every piece of every line, in the order of the file."""
    start, lines = 0, []
    for text in page.units.split("\n"):
        lines += [_Line(page, *ends) for ends in _level_parts(page, start, start + len(text.rstrip("\r")))]
        start += len(text) + 1
    usual = sorted(gap for line in lines for at, gap in line.gaps if 0 <= gap < _NARROW and page.is_mixed(at - 1, at + 1))
    least = max(_AUTOSPACE, usual[len(usual) // 2] + _BEYOND) if usual else _NARROW
    for line in lines:
        yield from line.pieces(least)


def _level_parts(page: PageText, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The ends of the lines in a line: where text lies askew pdfium does not see that the next begins, lower and to the left."""
    before: Box | None = None
    for unit in range(start, end) if page.is_askew else ():
        box = None if page.units[unit] == " " else page.box(unit)
        if before and box and box[0] < before[0] and not _level(before, box):
            yield start, unit
            start = unit
        before = box or before
    yield start, end


class _Line:
    """One line of the text; `start` and `end` index its units."""

    def __init__(self, page: PageText, start: int, end: int) -> None:
        self._page, self._units = page, page.units
        self._start, self._end = start, end
        self.gaps = [(at, self._gap(at)) for at in self._blanks()]

    def pieces(self, autospace: float) -> Iterator[Piece]:
        """The line cut at wide gaps, without the blanks that are none; what is less than `autospace` between Chinese and Latin is none."""
        if any(gap == _BACK for _, gap in self.gaps) or any(map(self._stands_before, self._quotes())):
            yield from self._from_left(autospace)
            return
        first, text, copied = self._start, "", self._start
        for at, gap in self.gaps:
            if gap >= _WIDE:
                yield Piece(first, at, text + self._units[copied:at])
                first, text, copied = at + 1, "", at + 1
            elif gap >= 0:
                text += self._units[copied:at] + self._typed(at - 1, at + 1, gap, autospace)
                copied = at + 1
        yield Piece(first, self._end, text + self._units[copied : self._end])

    def _typed(self, before: int, after: int, gap: float, autospace: float) -> str:
        """The blanks that white space between two units stands for."""
        if self._units[before].isascii() and self._units[after].isascii():
            return "" if gap < _TOUCHING else " "
        if self._page.is_mixed(before, after):
            least = autospace if gap < autospace else autospace + self._spread
        else:
            least = _NARROW if self._is_set_apart(before, after) else _TYPED
        return "" if gap < least else " " if gap < _TYPED_TWICE or least == _NARROW else "  "

    @cached_property
    def _spread(self) -> float:
        """Sizes of type that two Chinese characters stand apart where the line is set full; 0 where they touch."""
        pairs = islice((unit for unit in range(self._start, self._end - 1) if self._is_chinese(unit) and self._is_chinese(unit + 1)), _PAIRS)
        size = max(1.0, self._page.type(self._start)[0])
        boxes = [(self._page.box(unit), self._page.box(unit + 1)) for unit in pairs]
        gaps = [max(0.0, after[0] - before[2]) / size for before, after in boxes if before and after]
        return median(gaps) if gaps else 0.0

    def _is_chinese(self, unit: int) -> bool:
        return "\u4e00" <= self._units[unit] <= "\u9fff"

    def _is_set_apart(self, before: int, after: int) -> bool:
        """Whether there is white space on the other side of one of them as well."""
        return self._units[max(0, before - 1)] == " " or self._units[after + 1 : after + 2] == " "

    def _blanks(self) -> Iterator[int]:
        at = self._units.find(" ", self._start, self._end)
        while at >= 0:
            yield at
            at = self._units.find(" ", at + 1, self._end)

    def _quotes(self) -> Iterator[int]:
        """The quotation marks of the line, and what follows them."""
        for found in _QUOTES.finditer(self._units, self._start, self._end):
            yield from range(found.start(), min(found.end() + 1, self._end))

    def _stands_before(self, unit: int) -> bool:
        """Whether the character stands to the left of the one that was drawn before it in the line."""
        before, box = self._page.box(max(self._start, unit - 1)), self._page.box(unit)
        return before is not None and box is not None and self._goes_back(before, box, unit)

    def _goes_back(self, before: Box, box: Box, unit: int) -> bool:
        return box[0] < before[0] and _level(before, box) and self._page.type(unit)[1] == 0

    def _from_left(self, autospace: float) -> Iterator[Piece]:
        """The same for a line that was not drawn from left to right, as word processors draw type of two fonts."""
        page = self._page
        boxes = [
            (box, unit)
            for unit in range(self._start, self._end)
            if (box := page.box(unit)) and not (self._units[unit] == " " and page.is_generated(unit))
        ]
        slanted = {unit for _, unit in boxes if page.is_slanted(unit)}  # a watermark that is drawn behind the last line
        if 0 < len(slanted) < len(boxes):
            yield from self._set([each for each in boxes if each[1] in slanted], autospace)
        yield from self._set([each for each in boxes if each[1] not in slanted] or boxes, autospace)

    def _set(self, boxes: list[tuple[Box, int]], autospace: float) -> Iterator[Piece]:
        """The characters at these places, cut at wide gaps."""
        run: list[tuple[Box, int]] = []
        text = ""
        for box, unit in sorted(boxes):
            gap = (box[0] - run[-1][0][2]) / max(1.0, box[3] - box[1]) if run else 0.0
            if gap >= _WIDE:
                yield Piece(run[0][1], run[-1][1] + 1, text)
                run, text = [], ""
            if run and gap >= _TYPED:
                text += self._typed(run[-1][1], unit, gap, autospace)
            text += self._units[unit]
            run.append((box, unit))
        if run:
            yield Piece(run[0][1], run[-1][1] + 1, text)

    def _gap(self, at: int) -> float:
        """Sizes of type that the white space is wide, if pdfium put the blank in; -1 if it is a character of the file."""
        if at == self._start or at + 1 >= self._end or not self._page.is_generated(at):
            return -1
        before, after = self._page.box(at - 1), self._page.box(at + 1)
        if before is None or after is None:
            return -1
        if self._goes_back(before, after, at + 1):
            return _BACK
        if after[2] < before[0]:
            return _WIDE  # lower, and to the left: the next line, though pdfium sees none in tight setting
        size = max(1.0, self._page.type(at + 1)[0])
        return max(0.0, after[0] - before[2], before[1] - after[3], after[1] - before[3]) / size


def _level(box: Box, other: Box) -> bool:
    """Whether two characters stand on one line."""
    return min(box[3], other[3]) - max(box[1], other[1]) > 0.5 * min(box[3] - box[1], other[3] - other[1])
