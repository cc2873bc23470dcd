"""Pieces of XML: elements, attributes and text with nested spans. A string can hold nothing that becomes markup."""

import re
from collections.abc import Iterable
from typing import NamedTuple

_IMPOSSIBLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 has no way to write, not even as references."""
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
_WORD = re.compile(r"[^\s\x00-\x1f]+")
_TEXT = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord("\r"): "&#13;"}
_VALUE = {**_TEXT, ord('"'): "&quot;", ord("\n"): "&#10;", ord("\t"): "&#9;"}

Attributes = dict[str, str | None]


class Span(NamedTuple):
    """An element around a stretch of a text."""

    start: int
    end: int
    name: str
    attributes: Attributes


def escape(text: str) -> str:
    """Character data; what XML cannot hold (a control character) becomes U+FFFD."""
    return _IMPOSSIBLE.sub("\ufffd", text).translate(_TEXT)


def element(name: str, content: str | Iterable[str] = "", attributes: Attributes | None = None) -> str:
    """An element with content that is XML already; attributes that are None are left out."""
    content = content if isinstance(content, str) else "".join(content)
    opened = _opened(name, attributes or {})
    return f"<{opened}>{content}</{name}>" if content else f"<{opened}/>"


def is_name(text: str | None) -> bool:
    """Whether it may stand in xml:id."""
    return bool(text and _NAME.fullmatch(text))


def word(text: str | None) -> str | None:
    """The text where it is one word, as the lists of TEI's attributes want it, or else None."""
    return text if text and _WORD.fullmatch(text) else None


def marked(text: str, spans: Iterable[Span], points: Iterable[tuple[int, str]] = ()) -> str:
    """The text with an element around each span, and a piece of XML at each point; a span that crosses one before it is left out."""
    inserted: dict[int, list[str]] = {}
    for place, piece in points:
        inserted.setdefault(place, []).append(piece)
    kept = _nested(spans, len(text))
    starts: dict[int, list[Span]] = {}
    for span in kept:
        starts.setdefault(span.start, []).append(span)
    pieces: list[str] = []
    stack: list[Span] = []
    cuts = sorted({0, len(text), *inserted, *(place for span in kept for place in (span.start, span.end))})
    for place, following in zip(cuts, [*cuts[1:], len(text)], strict=True):
        while stack and stack[-1].end == place:
            pieces.append(f"</{stack.pop().name}>")
        pieces += inserted.get(place, ())
        for span in starts.get(place, ()):
            stack.append(span)
            pieces.append(f"<{_opened(span.name, span.attributes)}>")
        pieces.append(escape(text[place:following]))
    return "".join(pieces)


def _nested(spans: Iterable[Span], length: int) -> list[Span]:
    kept: list[Span] = []
    stack: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        while stack and stack[-1].end <= span.start:
            stack.pop()
        if 0 <= span.start < span.end <= length and (not stack or span.end <= stack[-1].end):
            kept.append(span)
            stack.append(span)
    return kept


def _opened(name: str, attributes: Attributes) -> str:
    values = {key: value for key, value in attributes.items() if value is not None}
    return name + "".join(f' {key}="{_IMPOSSIBLE.sub(chr(0xFFFD), value).translate(_VALUE)}"' for key, value in values.items())
