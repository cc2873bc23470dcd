"""The characters of one page of a PDF, from pdfium's handle of its text: what they are, where they stand, in which type.

What of pdfium's answers needs care (measured on files of six makers): an index into the text is no index of a character where
control characters occur; a type size leaves out the text matrix; a tight box tells the height of the stroke, not of the type.

The text layer of a scan lies askew as the paper did; and engines put a blank behind every word, which in Chinese is every character.
"""

import ctypes
import re
from statistics import median
from typing import Any

import pypdfium2.raw as pdfium

from pipeline.model.layout import Box

_MOST_CHARACTERS = 100_000
"""Characters of one page that are read; a page of a newspaper has 15,000."""
_SAMPLE = 7
"""Every which character is asked whether its font names it; asking all costs a fifth of the reading."""
_INVISIBLE = 3
"""Render mode of text that is not painted."""
_ASKEW = 0.002
"""Slope (rise for each point to the right) from which the text lies askew: one point over the width of a page."""
_MOST_ASKEW = 0.2
"""Slope up to which it does; what is steeper was meant to be."""
_SLANTED = 0.1
"""Slope from which a character runs across the lines of the page."""
_ASKED = 15
"""Characters of a page that are asked for the slope."""
_RAISED = 0.75
"""Share of the size of the line up to which a digit in it may be a raised mark; Latin type beside Chinese is set as small as 0.85."""
_SPACED_SHARE = 0.2
"""Share of pairs of ideographs with a blank between them from which an engine puts one behind every word; 0.004 in print, 0.17 in lists of names."""
_PAIRS = re.compile("(?<=[\u4e00-\u9fff]) ?(?=[\u4e00-\u9fff])")
"""What stands between two ideographs: a blank or nothing."""


class PageText:
    """The text of a page whose `frame` is given in points, upwards."""

    def __init__(self, text: Any, frame: Any) -> None:
        self._text = text
        self._left, self._top = frame.left, frame.top
        self._middle = (frame.right - frame.left) / 2, (frame.top - frame.bottom) / 2
        self._count = max(0, min(pdfium.FPDFText_CountChars(text), _MOST_CHARACTERS))
        self._rect, self._matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
        self.units = self._read_units()
        """The text, one character for each UTF-16 unit, as pdfium counts."""
        self._aligned = len(self.units) == self._count
        self._slope = self._askew()
        self.is_askew = self._slope != 0
        self._is_spaced = _is_spaced(self.units)

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
        box = (rect.left - self._left, self._top - rect.top, rect.right - self._left, self._top - rect.bottom)
        return self._straight(box) if self._slope else box

    def _straight(self, box: Box) -> Box:
        """The box where it would lie on a page that is not askew."""
        x, y = (box[0] + box[2]) / 2 - self._middle[0], (box[1] + box[3]) / 2 - self._middle[1]
        right, down = self._slope * -y, self._slope * x
        return (box[0] + right, box[1] + down, box[2] + right, box[3] + down)

    def _askew(self) -> float:
        """Rise of the lines for each point to the right; 0 where they are level, or upright."""
        slopes = []
        for char in range(0, self._count, max(1, self._count // _ASKED)):
            if pdfium.FPDFText_GetMatrix(self._text, char, self._matrix):
                a, b = self._matrix.a, self._matrix.b
                slopes.append(b / a if abs(a) > abs(b) else -a / b if b else 0.0)
        slope = median(slopes) if any(slopes) else 0.0
        return slope if _ASKEW <= abs(slope) <= _MOST_ASKEW else 0.0

    def type(self, unit: int) -> tuple[float, int]:
        """Size in points, and quarter turns clockwise of the writing."""
        char, matrix = self._char(unit), self._matrix
        size = pdfium.FPDFText_GetFontSize(self._text, char)
        if not pdfium.FPDFText_GetMatrix(self._text, char, matrix):
            return size, 0
        along, across = matrix.a, -matrix.b  # in coordinates that go down
        angle = (0 if along > 0 else 2) if abs(along) >= abs(across) else (1 if across > 0 else 3)
        return round(2 * size * float((matrix.c**2 + matrix.d**2) ** 0.5)) / 2, angle

    def is_slanted(self, unit: int) -> bool:
        """Whether the character is turned by no quarter turn from the lines of the page."""
        matrix = self._matrix
        if not pdfium.FPDFText_GetMatrix(self._text, self._char(unit), matrix):
            return False
        long, short = sorted((abs(matrix.a), abs(matrix.b)), reverse=True)
        return bool(short > (_SLANTED + abs(self._slope)) * long)

    def is_raised(self, unit: int, first: int) -> bool:
        """Whether the character is set smaller and higher than the first of its line, as the mark of a note is, and the 2 of m²."""
        size, other = (pdfium.FPDFText_GetFontSize(self._text, self._char(place)) for place in (unit, first))
        if size > _RAISED * other:
            return False
        (box, line) = self.box(unit), self.box(first)
        return box is not None and line is not None and box[3] < line[3] and box[1] + box[3] < line[1] + line[3]

    def is_generated(self, unit: int) -> bool:
        """Whether pdfium put the character in, or it is a blank of an engine that puts one behind every word."""
        return (self._is_spaced and self.units[unit] == " ") or bool(pdfium.FPDFText_IsGenerated(self._text, self._char(unit)) == 1)

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


def _is_spaced(text: str) -> bool:
    """Whether there is a blank behind every word."""
    if text.count(" ") < _SPACED_SHARE / 2 * len(text):
        return False
    pairs = _PAIRS.findall(text)
    return pairs.count(" ") > _SPACED_SHARE * len(pairs)
