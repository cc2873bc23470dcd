"""The characters of one page of a PDF, from pdfium's handle of its text: what they are, where they stand, in which type.

What of pdfium's answers needs care (measured on files of six makers): an index into the text is no index of a character where
control characters occur; a type size leaves out the text matrix; a tight box tells the height of the stroke, not of the type.
"""

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

from pipeline.model.layout import Box

_MOST_CHARACTERS = 100_000
"""Characters of one page that are read; a page of a newspaper has 15,000."""
_SAMPLE = 7
"""Every which character is asked whether its font names it; asking all costs a fifth of the reading."""
_INVISIBLE = 3
"""Render mode of text that is not painted."""


class PageText:
    """The text of a page that lies with its corner at `left`, `top` (points, upwards)."""

    def __init__(self, text: Any, left: float, top: float) -> None:
        self._text = text
        self._left, self._top = left, top
        self._count = max(0, min(pdfium.FPDFText_CountChars(text), _MOST_CHARACTERS))
        self._rect, self._matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
        self.units = self._read_units()
        """The text, one character for each UTF-16 unit, as pdfium counts."""
        self._aligned = len(self.units) == self._count

    def _read_units(self) -> str:
        buffer = (ctypes.c_ushort * (self._count + 2))()
        found = pdfium.FPDFText_GetText(self._text, 0, self._count, buffer) if self._count else 0
        raw = bytes(memoryview(buffer)[: max(0, found - 1)])
        text = raw.decode("utf-16-le", "replace")
        return text if len(text) == len(raw) // 2 else "".join(map(chr, memoryview(raw).cast("H")))

    def _char(self, unit: int) -> int:
        return unit if self._aligned else pdfium.FPDFText_GetCharIndexFromTextIndex(self._text, unit)

    def unnamed(self) -> float:
        """Share of the characters that their fonts do not name."""
        asked = range(0, self._count, _SAMPLE)
        unnamed = [char for char in asked if pdfium.FPDFText_HasUnicodeMapError(self._text, char) == 1]
        return len(unnamed) / max(1, len(asked))

    def box(self, unit: int) -> Box | None:
        """Points from the top left of the page before it is turned; None where pdfium has none."""
        if not pdfium.FPDFText_GetLooseCharBox(self._text, self._char(unit), self._rect):
            return None
        rect = self._rect
        return (rect.left - self._left, self._top - rect.top, rect.right - self._left, self._top - rect.bottom)

    def type(self, unit: int) -> tuple[float, int]:
        """Size in points, and quarter turns clockwise of the writing."""
        char, matrix = self._char(unit), self._matrix
        size = pdfium.FPDFText_GetFontSize(self._text, char)
        if not pdfium.FPDFText_GetMatrix(self._text, char, matrix):
            return size, 0
        along, across = matrix.a, -matrix.b  # in coordinates that go down
        angle = (0 if along > 0 else 2) if abs(along) >= abs(across) else (1 if across > 0 else 3)
        return round(2 * size * float((matrix.c**2 + matrix.d**2) ** 0.5)) / 2, angle

    def is_generated(self, unit: int) -> bool:
        """Whether pdfium put the character in."""
        return bool(pdfium.FPDFText_IsGenerated(self._text, self._char(unit)) == 1)

    def is_hidden(self, unit: int) -> bool:
        """Whether the character is not painted."""
        painted = pdfium.FPDFText_GetTextObject(self._text, self._char(unit))
        return bool(painted) and pdfium.FPDFTextObj_GetTextRenderMode(painted) == _INVISIBLE

    def is_mixed(self, unit: int, other: int) -> bool:
        """Whether one of the two is of ASCII, and one is not."""
        return self.units[unit].isascii() != self.units[other].isascii()

    def within(self, box: Box) -> str:
        """The text inside a box, line by line."""
        x0, top, x1, bottom = box
        place = (x0 + self._left, self._top - top, x1 + self._left, self._top - bottom)
        length = pdfium.FPDFText_GetBoundedText(self._text, *place, None, 0)
        if length <= 0:
            return ""
        buffer = (ctypes.c_ushort * (length + 1))()
        pdfium.FPDFText_GetBoundedText(self._text, *place, buffer, length)
        return bytes(buffer).decode("utf-16-le", "replace").split("\0")[0]
