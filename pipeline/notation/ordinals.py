"""Ordinals that open a heading, an item or a point, as printed:

一、  （一）  1.  1．  1、  （1）  1）  ①  第一章  第一条  一是  第一，  # ## ###  △ ▲ ◆ ●  - *
"""

import re
from typing import Literal, NamedTuple

from pipeline.notation.numerals import parse_numeral
from pipeline.notation.pattern import Pattern

MarkerKind = Literal["han", "han_paren", "digit", "digit_paren", "circled", "chapter", "article", "point", "markdown", "bullet", "dash"]

BULLETS = "△▲▽▼◆◇●○◎⊙■□★☆※✦✧✪❖➢➤►▶▷♦♢•·§◈▪"
"""Signs that printers set before a brief or a title."""
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_MARKER = Pattern(
    rf"""(?P<markdown>\#{{1,6}})[ ]+
    |(?P<digit>\d{{1,4}})(?:[、,]|\.(?!\d)|\.(?=\d{{1,2}}月))[ ]*
    |\((?P<digit_paren>\d{{1,4}})\)[、,.]?[ ]*
    |第[ ]?(?P<chapter>\d{{1,4}})[ ]?[章节編编部][ ]*
    |第[ ]?(?P<article>\d{{1,4}})[ ]?[条條](?:[ ]+|$)
    |(?P<half>\d{{1,2}})\)[ ]*
    |(?P<circled>[{_CIRCLED}])[ ]*
    |(?P<bullet>[{BULLETS}]+)[ ]*
    |(?P<dash>[-*+]|—(?!—))[ ]+
    |(?:第)?(?P<point>\d{{1,2}})(?:是(?!否|些|个|一)|要(?!闻)|,)""",
    re.VERBOSE,
    numerals=True,
)
_HAN_KIND: dict[str, MarkerKind] = {"digit": "han", "digit_paren": "han_paren"}


class Marker(NamedTuple):
    """An ordinal at the start of a text."""

    kind: MarkerKind
    text: str
    """Without its punctuation: 一 of 一、."""
    ordinal: int
    """0 for a bullet, the number of # for a Markdown heading."""
    length: int
    """Characters up to the text that it opens."""


def parse_marker(key: str, raw: str | None = None) -> Marker | None:
    """The ordinal that opens `key` (folded); `raw` is the same text unfolded, in which ○ is a bullet and no zero."""
    head = key[:12]
    if raw and raw[:1] in BULLETS:
        head = raw[:1] + head[1:]
    found = _MARKER.match(head)
    if not found or not found.lastgroup:
        return None
    text = head[slice(*found.span(found.lastgroup))]
    kind = _kind(found.lastgroup, text)
    return Marker(kind, text, _ordinal(kind, text), found.end()) if kind else None


def _kind(group: str, text: str) -> MarkerKind | None:
    """一、 and 1、 are of two kinds; a number of four digits is a year, 2要 no point."""
    if group in _HAN_KIND and not text.isascii():
        return _HAN_KIND[group]
    if (group in _HAN_KIND and len(text) > 3) or (group == "point" and text.isascii()):
        return None
    return "digit_paren" if group == "half" else group  # type: ignore[return-value]


def _ordinal(kind: MarkerKind, text: str) -> int:
    if kind == "markdown":
        return len(text)
    if kind in ("bullet", "dash"):
        return 0
    if kind == "circled":
        return _CIRCLED.index(text) + 1
    return parse_numeral(text) or 0
