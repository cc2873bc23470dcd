"""The ink of one line of type on its picture: where it begins and ends, how large the type is, and where it is set apart.

Engines read the characters on both sides of white space and nothing between, pass over signs that they have no name for, and draw
boxes that are wider and higher than the type.
"""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple

from pipeline.lines import columns
from pipeline.model.layout import LOST

_CLOSING = "，。、；：！？）》”’〉】〕」』·"
_OPENING = "（《“‘〈【〔「『·"
"""Marks whose type is half white, after the mark and before it."""
_BLANK = 0.42
"""Sizes of type from which white space between two characters is a blank."""
_OF_MARK = 0.56
"""Sizes of type that the white half of a mark adds, with what justified lines add there."""
_OF_LATIN = 0.35
"""Sizes of type that a figure or Latin letter adds on its side, set in full width or parted from Chinese by the typesetter."""
_BESIDE = 0.12
"""Sizes of type that are white between two characters that are set solid."""
_FIRST = 0.75, 0.45
"""Sizes of type from the middle of the first character back to where its own ink begins at the latest: of full width, or narrow."""
_SIGN = 0.25
"""Sizes of type that the ink before it takes at least where it is a sign."""
_DASHES = "-—–─一"
_EDGE = 0.12
"""Share of the picture's height at its top and foot that the neighbouring lines may reach into."""
_CONTRAST = 0.45
"""Share of the way from paper to ink from which a pixel is ink."""
_FULL_WIDTH = 0.94
"""Height of a line's ink in sizes of its type."""
_FEW_COLUMNS = 4
"""Columns from which the width of a line tells the size of its type better than its height."""


class Measured(NamedTuple):
    """A line as its ink shows it; places and size in pixels of the picture."""

    text: str
    """With a blank wherever the type is set apart; a sign at the beginning that was not read (◆, ■, ◎ …) stands as U+FFFD."""
    left: float
    right: float
    size: float
    """Of the type."""


def measure_line(text: str, middles: Sequence[float], picture: Any) -> Measured:
    """`picture` is the line from left to right, rows of blue, green and red; `middles` are those of the characters that are no blanks.

    Post-condition: the text without blanks and U+FFFD is the text that was given, without them.
    """
    bare = "".join(text.split())
    ink = _ink(picture)
    across, down = ink.any(axis=0).nonzero()[0], ink.any(axis=1).nonzero()[0]
    if not bare or len(middles) != len(bare) or not len(across):
        return Measured(text, 0.0, float(picture.shape[1]), float(picture.shape[0]))
    height = float(down[-1] - down[0] + 1) / _FULL_WIDTH
    if bare[0] not in _DASHES and (across < middles[0] - height * _FIRST[bare[0].isascii()]).sum() >= _SIGN * height:
        bare, middles, text = LOST + bare, [float(across[0]), *middles], LOST + text
    gaps = [_gap(across, *pair) / height for pair in pairwise(middles)]
    apart, white = _set_apart(bare, gaps)
    size = _size(bare, float(across[-1] - across[0] + 1), height, white)
    return Measured(_with_blanks(text, apart), float(across[0]), float(across[-1] + 1), size)


def _ink(picture: Any) -> Any:
    """Where ink is, without the edges of the picture."""
    import numpy

    edge = round(_EDGE * picture.shape[0])
    dark = picture[edge : picture.shape[0] - edge].min(axis=2)
    ink, paper = (float(level) for level in numpy.percentile(dark, (2, 80)))
    return dark < paper - _CONTRAST * (paper - ink)


def _gap(across: Any, left: float, right: float) -> int:
    """Pixels of the widest white stripe between two places."""
    inside: list[int] = across[(across >= left) & (across < right)].tolist()
    return max(after - before - 1 for before, after in pairwise([round(left) - 1, *inside, round(right)]))


def _set_apart(text: str, gaps: list[float]) -> tuple[list[bool], float]:
    """Before which characters but the first there is a blank, and sizes of type that are white beyond what type set solid has."""
    pairs = list(pairwise(text))
    chinese = [gap for gap, pair in zip(gaps, pairs, strict=True) if not any(c.isascii() for c in pair) and not _is_mark(*pair)]
    spread = max(0.0, median(chinese) - _BESIDE) if len(chinese) > 1 else 0.0  # letter-spaced, or justified
    apart = [gap > spread + _most(before, after) for gap, (before, after) in zip(gaps, pairs, strict=True)]
    loose = (gap for gap, pair, is_apart in zip(gaps, pairs, apart, strict=True) if is_apart or not _is_mark(*pair))
    return apart, sum(max(0.0, gap - _BESIDE) for gap in loose)


def _is_mark(before: str, after: str) -> bool:
    return before in _CLOSING or after in _OPENING


def _most(before: str, after: str) -> float:
    """Sizes of type that may be white between two characters that are not set apart."""
    if before in _OPENING or after in _CLOSING:
        return float("inf")
    return _BLANK + _OF_MARK * ((before in _CLOSING) + (after in _OPENING)) + _OF_LATIN * (before.isascii() + after.isascii())


def _size(text: str, extent: float, height: float, white: float) -> float:
    """A full-width character is as wide as its type is high."""
    across = columns(text) + (text[0] == LOST) - (text[0] in _OPENING) - (text[-1] in _CLOSING)
    return height if across < _FEW_COLUMNS else 2 * (extent + (_BESIDE - white) * height) / across


def _with_blanks(text: str, apart: list[bool]) -> str:
    """The engine's own blanks are kept between Latin words alone: it sees some where a typesetter parts figures from Chinese."""
    words = text.split()
    found, at = words[0][0], 0
    for number, word in enumerate(words):
        for place, character in enumerate(word):
            if number or place:
                latin = not place and (found[-1] + character).isascii()
                found += (" " if apart[at] or latin else "") + character
                at += 1
    return found
