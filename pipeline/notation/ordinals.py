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
_HAN = "[一二三四五六七八九十百〇零]"
_MARKER = Pattern(
    rf"""(?P<markdown>\#{{1,6}})[ ]+
    |(?P<han>{_HAN}{{1,4}})[、,.][ ]*
    |\((?P<han_paren>{_HAN}{{1,4}})\)[、,.]?[ ]*
    |第[ ]?(?P<chapter>{_HAN}{{1,4}}|\d{{1,3}})[ ]?[章节編编部][ ]*
    |第[ ]?(?P<article>{_HAN}{{1,4}}|\d{{1,3}})[ ]?[条條](?:[ ]+|$)
    |(?P<digit>\d{{1,3}})(?:[、,]|\.(?!\d)|\.(?=\d{{1,2}}月))[ ]*
    |[(（](?P<digit_paren>\d{{1,3}})\)[、,.]?[ ]*
    |(?P<digit_half>\d{{1,2}})\)[ ]*
    |(?P<circled>[{_CIRCLED}])[ ]*
    |(?P<bullet>[{BULLETS}]+)[ ]*
    |(?P<dash>[-*+]|—(?!—))[ ]+
    |(?:第)?(?P<point>{_HAN}{{1,2}})(?:是(?!否|些|个|一)|要(?!闻)|,)""",
    re.VERBOSE,
)


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
    kind, text = found.lastgroup, found[found.lastgroup]
    if kind == "digit_half":
        kind = "digit_paren"
    return Marker(kind, text, _ordinal(kind, text), found.end())  # type: ignore[arg-type]


def _ordinal(kind: str, text: str) -> int:
    if kind == "markdown":
        return len(text)
    if kind in ("bullet", "dash"):
        return 0
    if kind == "circled":
        return _CIRCLED.index(text) + 1
    return parse_numeral(text) or 0
