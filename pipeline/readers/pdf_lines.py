"""The printed lines of one page of a PDF, cut at wide gaps, their characters from left to right.

Blanks that pdfium puts in between Chinese and Latin type, which typesetters part by a quarter of a size, are no blanks.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.model.layout import Box
from pipeline.readers.pdf_text import PageText

_WIDE = 0.9
"""Sizes of type from which white space that is no character parts a line in two; a gutter may be as narrow."""
_NARROW = 0.45
"""Sizes of type below which white space beside Chinese that is no character is the typesetter's."""
_BACK = -2.0
"""Stands for a gap behind which the line goes on to the left of it."""
_QUOTES = re.compile("[“”‘’]")
"""What word processors set in a Latin font, and draw after the Chinese of the line."""


class Piece(NamedTuple):
    """Characters of one line without a wide gap: places in pdfium's text, and what they are."""

    start: int
    end: int
    text: str


def cut_lines(page: PageText) -> Iterator[Piece]:
    """Every piece of every line, in the order of the file."""
    start = 0
    for line in page.units.split("\n"):
        yield from _Line(page, start, start + len(line.rstrip("\r"))).pieces()
        start += len(line) + 1


class _Line:
    """One line of the text; `start` and `end` index its units."""

    def __init__(self, page: PageText, start: int, end: int) -> None:
        self._page, self._units = page, page.units
        self._start, self._end = start, end

    def pieces(self) -> Iterator[Piece]:
        """The line cut at wide gaps, without the blanks that are none."""
        gaps = [(at, self._gap(at)) for at in self._blanks()]
        if any(gap == _BACK for _, gap in gaps) or any(map(self._stands_before, self._quotes())):
            yield from self._from_left()
            return
        first, text, copied = self._start, "", self._start
        for at, gap in gaps:
            if gap >= _WIDE:
                yield Piece(first, at, text + self._units[copied:at])
                first, text, copied = at + 1, "", at + 1
            elif gap >= 0:
                text += self._units[copied:at]
                copied = at + 1 if gap < _NARROW and not self._units[at - 1 : at + 2].isascii() else at
        yield Piece(first, self._end, text + self._units[copied : self._end])

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

    def _from_left(self) -> Iterator[Piece]:
        """The same for a line that was not drawn from left to right, as word processors draw type of two fonts."""
        page = self._page
        boxes = [
            (box, unit)
            for unit in range(self._start, self._end)
            if (box := page.box(unit)) and not (self._units[unit] == " " and page.is_generated(unit))
        ]
        run: list[tuple[Box, int]] = []
        text = ""
        for box, unit in sorted(boxes):
            gap = (box[0] - run[-1][0][2]) / max(1.0, box[3] - box[1]) if run else 0.0
            if gap >= _WIDE:
                yield Piece(run[0][1], run[-1][1] + 1, text)
                run, text = [], ""
            text += (" " if gap >= _NARROW else "") + self._units[unit]
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
        size = max(1.0, min(max(b[2] - b[0], b[3] - b[1]) for b in (before, after)))
        return max(0.0, after[0] - before[2], before[1] - after[3], after[1] - before[3]) / size


def _level(box: Box, other: Box) -> bool:
    """Whether two characters stand on one line."""
    return min(box[3], other[3]) - max(box[1], other[1]) > 0.5 * min(box[3] - box[1], other[3] - other[1])
