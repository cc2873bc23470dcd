"""How the paragraphs and lists of an OpenDocument text are set: its automatic styles, the common ones, and the defaults (ODF 1.3, part 3)."""

import re
from collections.abc import Iterator
from typing import Any

from pipeline.model.layout import Align
from pipeline.readers.list_numbers import Level
from pipeline.readers.setting import DEFAULT_SIZE, Setting

_SPACE = "urn:oasis:names:tc:opendocument:xmlns:"
TEXT, STYLE, TABLE, DRAW = (f"{{{_SPACE}{name}:1.0}}" for name in ("text", "style", "table", "drawing"))
_FO = f"{{{_SPACE}xsl-fo-compatible:1.0}}"
_LIST_FORMAT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}num-list-format"
OUTLINE = "outline"
"""Stands for the numbers of headings, a list without a name."""

_ALIGN: dict[str | None, Align] = {"center": "center", "right": "right", "end": "right"}
_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "一, 二, 三, ...": "chineseCounting", "①, ②, ③, ...": "decimalEnclosedCircle",
          "１, ２, ３, ...": "decimalFullWidth", "": "none"}  # fmt: skip
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pc": 12.0, "px": 0.75}
_LENGTH = re.compile(r"(-?[\d.]+)(pt|in|cm|mm|pc|px|%)")
_DEEPEST = 20
"""Styles that are based on one another; a file that goes on is damaged."""


class Styles:
    """The styles that the text of one part of a file may use; `roots` are that part and those that it shares, None where there is none."""

    def __init__(self, *roots: Any) -> None:
        self._styles: dict[tuple[str | None, str | None], Any] = {}
        self._lists: dict[str, Any] = {}
        for root in (root for root in roots if root is not None):
            for style in root.iter(f"{STYLE}style", f"{STYLE}default-style"):
                self._styles.setdefault((style.get(f"{STYLE}family"), style.get(f"{STYLE}name")), style)
            for found in root.iter(f"{TEXT}list-style", f"{TEXT}outline-style"):
                name = OUTLINE if found.tag == f"{TEXT}outline-style" else found.get(f"{STYLE}name") or ""
                self._lists.setdefault(name, found)

    def setting(self, paragraph: Any) -> Setting:
        """All that is known of the paragraph."""
        chain = self._chain("paragraph", paragraph.get(f"{TEXT}style-name"))
        size = self._size(paragraph, chain)
        lengths = (_points(_first(chain, f"{_FO}{name}"), size) for name in ("text-indent", "margin-left"))
        above = _points(_first(chain, f"{_FO}margin-top"), size)
        top, bottom = (_is_drawn(_first(chain, f"{_FO}border-{side}", f"{_FO}border")) for side in ("top", "bottom"))
        align = _ALIGN.get(_first(chain, f"{_FO}text-align"), "flush")
        return Setting(align, max(0.0, sum(lengths)), size, above, top, bottom)

    def is_hidden(self, span: Any) -> bool:
        """Whether a stretch of text is not printed."""
        return _first(self._chain("text", span.get(f"{TEXT}style-name")), f"{TEXT}display") == "none"

    def list_levels(self) -> dict[str, dict[int, Level]]:
        """The levels of every list style, by its name."""
        return {name: dict(_levels(found)) for name, found in self._lists.items()}

    def _chain(self, family: str, name: str | None) -> list[Any]:
        """The styles that may hold a property, the nearest first."""
        chain: list[Any] = []
        while name is not None and (family, name) in self._styles and len(chain) < _DEEPEST:
            chain.append(self._styles[family, name])
            name = chain[-1].get(f"{STYLE}parent-style-name")
        default = self._styles.get((family, None))
        return chain if default is None else [*chain, default]

    def _size(self, paragraph: Any, chain: list[Any]) -> float:
        """Of its first characters; a percentage is of the style that this one is based on."""
        span = None if (paragraph.text or "").strip() else next(paragraph.iter(f"{TEXT}span"), None)
        own = [] if span is None else self._chain("text", span.get(f"{TEXT}style-name"))
        share = 1.0
        for level in (*own, *chain):
            size = _first([level], f"{STYLE}font-size-asian", f"{_FO}font-size") or ""
            if not size.endswith("%"):
                found = _points(size, 0.0)
            else:
                share, found = share * _points(size, 1.0), 0.0
            if found:
                return share * found
        return share * DEFAULT_SIZE


def _first(chain: list[Any], *names: str) -> str | None:
    """The nearest value of a property, by any of its names, in their order."""
    for level in chain:
        values = {name: value for properties in level for name, value in properties.attrib.items()}
        for name in names:
            if name in values:
                return str(values[name])
    return None


def _points(length: str | None, whole: float) -> float:
    """A length in points, a percentage of `whole`; 0 where it is none."""
    found = _LENGTH.fullmatch(length or "")
    try:
        return float(found[1]) * (whole / 100 if found[2] == "%" else _POINTS[found[2]]) if found else 0.0
    except ValueError:
        return 0.0


def _is_drawn(border: str | None) -> bool:
    return border is not None and border not in ("none", "hidden")


def _levels(style: Any) -> Iterator[tuple[int, Level]]:
    """Its levels, 0 for the outermost."""
    for level in style:
        place, start, shown = (level.get(f"{TEXT}{name}") or "1" for name in ("level", "start-value", "display-levels"))
        if not (place.isdigit() and start.isdigit() and shown.isdigit()):
            continue
        form = "bullet" if level.tag == f"{TEXT}list-level-style-bullet" else _FORMS.get(level.get(f"{STYLE}num-format") or "", "decimal")
        numbers = ".".join(f"%{number}%" for number in range(max(1, int(place) - int(shown) + 1), int(place) + 1))
        pattern = level.get(_LIST_FORMAT) or f"{level.get(f'{STYLE}num-prefix') or ''}{numbers}{level.get(f'{STYLE}num-suffix') or ''}"
        yield int(place) - 1, Level("" if form == "none" else re.sub(r"%(\d+)%", r"%\1", pattern), form, int(start))
