"""Markdown's signs of emphasis around a line that turned out to be text: **问题背景** inside a body keeps them, a heading does not."""

from pipeline.model.layout import SLANTED, STRONG, Block, Span
from pipeline.model.zone import Zoned, ZoneRole
from pipeline.notation.ordinals import parse_marker

_SIGNS = "*_"
_TEXT: frozenset[ZoneRole] = frozenset(("body", "untitled", "brief_more", "note_more"))


def keep_emphasis(zoned: tuple[Zoned, ...], text: str) -> tuple[Zoned, ...]:
    """The blocks with their roles, those of text with the signs around them that were set aside to see what the line is."""
    return tuple(_with_signs(zone, text) if zone.block.markup in (STRONG, SLANTED) and zone.role in _TEXT else zone for zone in zoned)


def _with_signs(zone: Zoned, text: str) -> Zoned:
    block = zone.block
    start, end = block.start, block.end
    marker = parse_marker(block.key) if zone.role == "untitled" else None
    while start and text[start - 1] in _SIGNS and text[end : end + 1] == text[start - 1]:
        start, end = start - 1, end + 1
    width = block.start - start
    if not width or marker:  # the sign before a brief goes with those around it
        return zone
    tail = zone.tail_start + width if zone.tail_start >= 0 else -1
    return zone._replace(block=_widened(block, start, end, text), tail_start=tail)


def _widened(block: Block, start: int, end: int, text: str) -> Block:
    first, last = block.parts[0], block.parts[-1]
    parts = (Span(start, end),) if len(block.parts) == 1 else (Span(start, first.end), *block.parts[1:-1], Span(last.start, end))
    return block._replace(parts=parts, key=text[start : block.start] + block.key + text[block.end : end])
