"""Roles that a person has named → blocks cut at their edges, and the role of each such block.

A pin runs through the whole pipeline: what follows from a title (its item, its text, its id) is found as if it had been seen at first.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple, cast

from pipeline.blocks import meets_latin
from pipeline.corrections.locate import Lost, locate
from pipeline.model.correction import Correction, Pin
from pipeline.model.document import DocumentWarning
from pipeline.model.layout import Block, Span
from pipeline.model.zone import ZoneRole

_RUNNING = frozenset(("untitled", "brief", "body", "note"))
"""Roles of running text: naming one says where it begins; it goes on to the end of its paragraph."""


class Pinned(NamedTuple):
    """Blocks of which some have the role that a person has named."""

    blocks: tuple[Block, ...]
    roles: dict[int, ZoneRole]
    """Index of a block → its role."""
    warnings: tuple[DocumentWarning, ...]
    """Corrections whose words have gone."""


def pin(blocks: tuple[Block, ...], text: str, corrections: Iterable[Correction]) -> Pinned:
    """The blocks under all corrections that name a role; the last word on a stretch counts."""
    pins: list[Pin] = []
    warnings = []
    for correction in corrections:
        if correction.op == "role":
            span = locate(correction.quote, text)
            if isinstance(span, Lost):
                warnings.append(DocumentWarning(span.code, span.message))
            else:
                pins.append(Pin(*span, cast("ZoneRole", correction.target)))
    return Pinned(*pin_blocks(blocks, tuple(pins)), tuple(warnings))


def pin_blocks(blocks: tuple[Block, ...], pins: tuple[Pin, ...]) -> tuple[tuple[Block, ...], dict[int, ZoneRole]]:
    """The blocks, cut wherever a pin begins or ends inside one, and index → role for those that pins cover."""
    edges = sorted({edge for pin in pins for edge in (pin.start, *(() if pin.role in _RUNNING else (pin.end,)))})
    cut = tuple(part for block in blocks for part in _cut(block, edges))
    roles: dict[int, ZoneRole] = {}
    for pin in pins:
        covered = [i for i, block in enumerate(cut) if pin.start <= block.start < pin.end]
        for index in covered:
            roles[index] = _after_first(pin.role) if index != covered[0] else pin.role
    return cut, roles


def _after_first(role: ZoneRole) -> ZoneRole:
    """Role of the further blocks under one pin: the second line of a title is no second title."""
    further: dict[ZoneRole, ZoneRole] = {"title": "subtitle", "brief": "brief_more", "note": "note_more", "untitled": "body", "run_in": "body"}
    return further.get(role, role)


def _cut(block: Block, edges: list[int]) -> list[Block]:
    inside = sorted({place for edge in edges for place in _places(block, edge)} - {0, len(block.key)})
    if not inside:
        return [block]
    cut = [_between(block, low, high) for low, high in pairwise((0, *inside, len(block.key)))]
    return [part for part in cut if part]


def _places(block: Block, edge: int) -> Iterator[int]:
    """Where in the key of a block a place of the source is, once for each line that it touches; what stands between lines is in none."""
    for at, part in zip(block.begins, block.parts, strict=True):
        if part.start <= edge <= part.end:
            yield at + edge - part.start


def _between(block: Block, low: int, high: int) -> Block | None:
    """What of a block stands between two places of its key, without blanks at its ends; None for nothing."""
    parts: list[Span] = []
    key = ""
    for at, part in zip(block.begins, block.parts, strict=True):
        start, end = max(low, at), min(high, at + part.end - part.start)
        piece = block.key[start:end]
        left, right = len(piece) - len(piece.lstrip()), len(piece.rstrip())
        if piece.strip():
            key += (" " if parts and meets_latin(key, piece) else "") + piece[left:right]
            parts.append(Span(part.start + start - at + left, part.start + start - at + right))
    if not parts:
        return None
    block = block._replace(parts=tuple(parts), key=key)
    return block if low == 0 else block._replace(gap=0, rule_above=False, align="indented")
