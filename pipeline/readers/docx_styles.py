"""How the paragraphs of a Word file are set: properties of the paragraph, else of its style, else of what that is based on."""

from typing import Any

from pipeline.model.layout import Align
from pipeline.readers.setting import DEFAULT_SIZE, Setting

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{W}val"
_ALIGN: dict[str | None, Align] = {"center": "center", "right": "right", "end": "right"}
_DEEPEST = 20
"""Styles that are based on one another; a file that goes on is damaged."""


class Styles:
    """The styles of a file."""

    def __init__(self, root: Any) -> None:
        self._styles = {} if root is None else {style.get(f"{W}styleId"): style for style in root.iter(f"{W}style")}
        self._default = next((i for i, s in self._styles.items() if s.get(f"{W}default") == "1" and s.get(f"{W}type") == "paragraph"), None)
        self._defaults = None if root is None else root.find(f"{W}docDefaults")

    def setting(self, paragraph: Any) -> Setting:
        """All that is known of the paragraph."""
        chain = self._chain(paragraph)
        size = self._size(paragraph, chain)
        align = _ALIGN.get(_first(chain, "jc", VAL), "flush")
        borders = next((found for level in chain if (found := level.find(f".//{W}pBdr")) is not None), None)
        return Setting(
            align,
            self._indent(chain, size),
            size,
            _points(_first(chain, "spacing", f"{W}before")) or 0.0,
            borders is not None and borders.find(f"{W}top") is not None,
            borders is not None and borders.find(f"{W}bottom") is not None,
            _number(chain),
        )

    def _chain(self, paragraph: Any) -> list[Any]:
        """The elements that may hold a property, the nearest first."""
        own = paragraph.find(f"{W}pPr")
        chosen = None if own is None else own.find(f"{W}pStyle")
        name = self._default if chosen is None else chosen.get(VAL)
        chain = [] if own is None else [own]
        while name in self._styles and len(chain) < _DEEPEST:
            chain.append(self._styles[name])
            based = self._styles[name].find(f"{W}basedOn")
            name = None if based is None else based.get(VAL)
        return chain if self._defaults is None else [*chain, self._defaults]

    def _size(self, paragraph: Any, chain: list[Any]) -> float:
        """Of its first characters."""
        runs = [run for run in paragraph.iter(f"{W}r") if run.find(f"{W}t") is not None]
        sizes = [run.find(f"{W}rPr/{W}sz") for run in runs[:1]]
        styles = [level for level in chain if level.tag != f"{W}pPr"]  # there it is the size of the mark at its end
        found = next((size.get(VAL) for size in sizes if size is not None), None) or _first(styles, "sz", VAL)
        return (_number_of(found) or 2 * DEFAULT_SIZE) / 2

    def _indent(self, chain: list[Any], size: float) -> float:
        characters = [_number_of(_first(chain, "ind", f"{W}{name}")) for name in ("firstLineChars", "leftChars")]
        points = [_points(_first(chain, "ind", f"{W}{name}")) for name in ("firstLine", "left")]
        hanging = _points(_first(chain, "ind", f"{W}hanging")) or 0.0
        first, left = (c * size / 100 if c else p or 0.0 for c, p in zip(characters, points, strict=True))
        return max(0.0, first + left - hanging)


def _first(chain: list[Any], name: str, attribute: str) -> str | None:
    """The nearest value of a property."""
    for level in chain:
        for found in level.iter(f"{W}{name}"):
            value = found.get(attribute)
            if value is not None:
                return str(value)
    return None


def _number(chain: list[Any]) -> tuple[str, int] | None:
    for level in chain:
        found = level.find(f".//{W}numPr")
        if found is not None:
            number, depth = found.find(f"{W}numId"), found.find(f"{W}ilvl")
            if number is None or number.get(VAL) in (None, "0"):
                return None
            return str(number.get(VAL)), int(_number_of(None if depth is None else depth.get(VAL)) or 0)
    return None


def _number_of(value: str | None) -> float | None:
    try:
        return None if value is None else float(value)
    except ValueError:
        return None


def _points(value: str | None) -> float | None:
    """Twentieths of a point as points."""
    number = _number_of(value)
    return None if number is None else number / 20
