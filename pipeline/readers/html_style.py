"""What the elements of a web page say of how they are set, and which of their letters lead to other pages."""

import re
from typing import Any

from pipeline.model.layout import Align

BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "div", "dl", "dt", "fieldset", "figcaption", "figure",
    "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "td",
    "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
_SIZES = {"h1": 21.0, "h2": 16.0, "h3": 14.0}
SMALLEST_HEADING = _SIZES["h3"]
"""Points."""
_FONT_SIZES = {"1": 7.5, "2": 10.0, "3": 12.0, "4": 13.5, "5": 18.0, "6": 24.0, "7": 36.0}
"""Points of <font size> (HTML 4, 15.2.2) in browsers."""
_ALIGN = re.compile(r"text-align\s*:\s*(center|right)")
_SIZE = re.compile(r"font-size\s*:\s*([0-9.]+)\s*(px|pt)")
_FILE = re.compile(r"\.(?:docx?|xlsx?|pptx?|pdf|ofd|wps|et|txt|zip|rar|jpe?g|png)$", re.IGNORECASE)
"""A link to one is what the article brings along (附件), no navigation."""
_LETTERS = re.compile(r"[^\W\d_]")


def style(element: Any) -> str:
    """What its attribute of that name says."""
    return (element.get("style") or "").lower()


def aligned(element: Any, align: Align) -> Align:
    """Where its text stands; `align` is that of what is around it."""
    found = _ALIGN.search(style(element))
    named = found[1] if found else (element.get("align") or "").lower()
    if element.tag == "center" or named == "center":
        return "center"
    if named in ("left", "justify"):
        return "flush"
    return "right" if named == "right" else align


def sized(element: Any, size: float) -> float:
    """Points: of the innermost element that is all of it and says so, or of the heading that it is."""
    found = _SIZES.get(element.tag, size)
    while element is not None:
        found = _own_size(element) or found
        alone = len(element) == 1 and not (element.text or "").strip() and not (element[0].tail or "").strip()
        element = element[0] if alone and element[0].tag not in BLOCKS else None
    return found


def _own_size(element: Any) -> float:
    """Points that an element sets its type in, 0 where it says nothing."""
    if element.tag == "font":
        return _FONT_SIZES.get((element.get("size") or "").strip(), 0.0)
    found = _SIZE.search(style(element))
    try:
        return float(found[1]) * (0.75 if found[2] == "px" else 1) if found else 0.0
    except ValueError:
        return 0.0


def is_link(element: Any) -> bool:
    """Whether it leads to another page."""
    return element.tag == "a" and not _FILE.search((element.get("href") or "").partition("?")[0])


def linked_letters(element: Any) -> int:
    """Letters of an inline element that lead to other pages."""
    outer = [element] if is_link(element) else [link for link in element.iter("a") if is_link(link)]
    return sum(letters(link.text_content()) for link in outer)


def letters(text: str) -> int:
    """How many letters it has."""
    return len(_LETTERS.findall(text))
