"""Whether the characters that a file gives for a page are its text, or junk: a font that names none of its characters, a bad OCR."""

from collections import Counter
from collections.abc import Callable
from functools import lru_cache
from operator import mul

_FEWEST = 30
"""Characters beyond ASCII below which a page is too short to judge."""
_COMMON_SHARE = 0.7
"""Share of common characters that text has at least: bulletins 0.97 and more, ideographs by chance 0.35."""
_UNNAMED_SHARE = 0.3
"""Share of characters without a name of which a page is junk: 0.4–0.92 in fonts that name none, 0 in good files."""
_SURELY_TEXT = 0.9
"""Share of common characters from which a page is text, whatever its fonts leave out."""

_MOST_KNOWN = 4096
"""Characters of which it is known whether they are common; a year of a bulletin has some 3,000."""


def is_junk(text: str, unnamed: Callable[[], float]) -> bool:
    """Whether the text is none; `unnamed` tells the share of its characters that their fonts do not name, and is asked in doubt alone."""
    foreign = len(text) - len(text.encode("ascii", "ignore"))
    if foreign < _FEWEST:
        return unnamed() > _UNNAMED_SHARE
    counts = Counter(text)
    common = sum(map(mul, map(_is_common, counts), counts.values())) / foreign
    return common < _COMMON_SHARE or (common < _SURELY_TEXT and unnamed() > _UNNAMED_SHARE)


@lru_cache(_MOST_KNOWN)
def _is_common(character: str) -> bool:
    """Whether it is an ideograph of GB 2312 or Big5, level 1 each, or a mark or full-width form."""
    if not "\u3400" <= character <= "\u9fff":
        return "\u2000" <= character <= "\u33ff" or "\uff00" <= character <= "\uffef" or character == "·"
    simplified, traditional = character.encode("gb2312", "ignore"), character.encode("big5", "ignore")
    return b"\xb0" <= simplified[:1] <= b"\xd7" or b"\xa4" <= traditional[:1] <= b"\xc6"
