"""Ordinals that Word puts before paragraphs itself (自动编号): 一、 （一） 1. ① stand in no text of the file and on every print of it."""

import re
from collections import defaultdict
from typing import Any

from pipeline.readers.docx_styles import VAL, W

_DIGITS = "〇一二三四五六七八九"
_FULL_DIGITS = str.maketrans("0123456789", "０１２３４５６７８９")


class Numbers:
    """Counts the lists of one file."""

    def __init__(self, root: Any) -> None:
        self._levels: dict[str, dict[int, Any]] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        if root is not None:
            abstract = {found.get(f"{W}abstractNumId"): found for found in root.iter(f"{W}abstractNum")}
            for number in root.iter(f"{W}num"):
                kind = number.find(f"{W}abstractNumId")
                levels = abstract.get(None if kind is None else kind.get(VAL))
                if levels is not None:
                    found = {int(level.get(f"{W}ilvl") or 0): level for level in levels.iter(f"{W}lvl") if (level.get(f"{W}ilvl") or "0").isdigit()}
                    self._levels[str(number.get(f"{W}numId"))] = found

    def next(self, number: str, level: int) -> str:
        """What stands before the next paragraph of this list and level; empty where the file does not say."""
        levels, counts = self._levels.get(number, {}), self._counts[number]
        if level not in levels:
            return ""
        counts[level] = counts.get(level, _start(levels[level]) - 1) + 1
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        pattern = levels[level].find(f"{W}lvlText")
        text = "" if pattern is None else pattern.get(VAL) or ""
        if _format(levels[level]) == "bullet":
            return "·"
        return re.sub(r"%([1-9])", lambda found: self._ordinal(levels, counts, int(found[1]) - 1), text)

    def _ordinal(self, levels: dict[int, Any], counts: dict[int, int], level: int) -> str:
        if level not in levels:
            return ""
        return _written(counts.get(level, _start(levels[level])), _format(levels[level]))


def _start(level: Any) -> int:
    found = level.find(f"{W}start")
    value = "1" if found is None else found.get(VAL) or "1"
    return int(value) if value.isdigit() else 1


def _format(level: Any) -> str:
    found = level.find(f"{W}numFmt")
    return "decimal" if found is None else found.get(VAL) or "decimal"


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
