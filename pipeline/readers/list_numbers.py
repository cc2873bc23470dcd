"""Ordinals that a word processor puts before paragraphs itself (自动编号): 一、 （一） 1. ① stand in no text of the file and on every print of it."""

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

_DIGITS = "〇一二三四五六七八九"
_FULL_DIGITS = str.maketrans("0123456789", "０１２３４５６７８９")


class Level(NamedTuple):
    """How one level of a list is numbered."""

    pattern: str
    """（%2）: %1 stands for the number of the outermost level."""
    form: str
    """Of its number, as WordprocessingML names it (ST_NumberFormat): decimal, chineseCounting …"""
    start: int = 1


class Numbers:
    """Counts the lists of one file; `lists` are their levels, 0 for the outermost, by the name of the list."""

    def __init__(self, lists: Mapping[str, Mapping[int, Level]]) -> None:
        self._lists = lists
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)

    def next(self, name: str, level: int) -> str:
        """What stands before the next paragraph of this list and level; empty where the file does not say."""
        levels, counts = self._lists.get(name, {}), self._counts[name]
        if level not in levels:
            return ""
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        if levels[level].form == "bullet":
            return "·"
        return re.sub(r"%([1-9])", lambda found: _ordinal(levels, counts, int(found[1]) - 1), levels[level].pattern)

    def restart(self, name: str) -> None:
        """The list begins anew."""
        self._counts.pop(name, None)


def _ordinal(levels: Mapping[int, Level], counts: Mapping[int, int], level: int) -> str:
    return _written(counts.get(level, levels[level].start), levels[level].form) if level in levels else ""


def _written(number: int, form: str) -> str:
    if form in ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting", "taiwaneseCountingThousand"):
        return _chinese(number)
    if form in ("ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital"):
        return "".join(_DIGITS[int(digit)] for digit in str(number))
    if form.startswith("decimalEnclosedCircle") and 1 <= number <= 20:
        return chr(0x2460 + number - 1)
    if form in ("upperLetter", "lowerLetter"):
        letter = chr(ord("A") + (number - 1) % 26)
        return letter if form == "upperLetter" else letter.lower()
    if form == "decimalFullWidth":
        return str(number).translate(_FULL_DIGITS)
    return "" if form == "none" else str(number)


def _chinese(number: int) -> str:
    """一 … 九十九; beyond, the digits."""
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else _DIGITS[tens] + "十"
    return head + (_DIGITS[ones] if ones else "")
