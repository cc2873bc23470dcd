"""Pieces of text at their places on a page of a PDF, and those that are no line: headlines whose characters stand one below the other, seals.

pdfium gives each character of an upright headline (竖排) as a line of its own, and the ring of a seal in pieces, some of them level.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from pipeline.model.layout import Box

_LEAST = 4
"""Characters of an upright headline."""
_STEP = 1.35
"""Sizes of type from one of its characters to the next at most; lines of text stand farther apart."""
_ASIDE = 0.3
"""Sizes of type by which a character may stand aside of the one above."""
_TALL = 2.0
"""Times its width that a piece is high whose characters stand one below the other."""
_RING = 2.5
"""Sizes of type from one character of a seal to the next."""


class Placed(NamedTuple):
    """A piece with its place, the page not yet turned upright."""

    text: str
    box: Box
    size: float
    angle: int
    """Quarter turns clockwise of its writing; 1 where its characters stand upright one below the other, too."""
    hidden: bool
    slanted: bool = False
    """It runs across the lines of the page, as a watermark does."""
    upright: bool = False
    """Its characters stand one below the other."""


def with_shapes(pieces: list[Placed]) -> list[Placed]:
    """The pieces, upright headlines in one piece, and with what is slanted the level parts of the same ring."""
    return _with_rings(list(_with_stacks(map(_turned, pieces))))


def _turned(piece: Placed) -> Placed:
    x0, top, x1, bottom = piece.box
    is_tall = piece.angle == 0 and len(piece.text) >= _LEAST - 1 and bottom - top > _TALL * (x1 - x0) and not piece.slanted
    return piece._replace(angle=1, upright=True) if is_tall else piece


def _with_stacks(pieces: Iterator[Placed]) -> Iterator[Placed]:
    stack: list[Placed] = []
    for piece in pieces:
        if stack and not (_is_part(piece) and _is_below(piece, stack[-1])):
            yield from _stacked(stack)
            stack = []
        if _is_part(piece):
            stack.append(piece)
        else:
            yield piece
    yield from _stacked(stack)


def _is_part(piece: Placed) -> bool:
    return len(piece.text) == 1 and not piece.text.isascii() and piece.angle == 0


def _is_below(piece: Placed, above: Placed) -> bool:
    aside, step = abs(piece.box[0] + piece.box[2] - above.box[0] - above.box[2]) / 2, (piece.box[1] + piece.box[3] - above.box[1] - above.box[3]) / 2
    return piece.size == above.size and aside <= _ASIDE * piece.size and 0 < step <= _STEP * piece.size


def _stacked(stack: list[Placed]) -> list[Placed]:
    if len(stack) < _LEAST:
        return stack
    boxes = [piece.box for piece in stack]
    box = (min(b[0] for b in boxes), boxes[0][1], max(b[2] for b in boxes), boxes[-1][3])
    return [stack[0]._replace(text="".join(piece.text for piece in stack), box=box, angle=1, upright=True)]


def _with_rings(pieces: list[Placed]) -> list[Placed]:
    if not any(piece.slanted for piece in pieces):
        return pieces
    if all(piece.slanted for piece in pieces):
        return [piece._replace(slanted=False) for piece in pieces]
    for order in (range(len(pieces)), range(len(pieces) - 1, -1, -1)):
        for before, after in pairwise(order):
            if pieces[before].slanted and _is_near(pieces[after], pieces[before]):
                pieces[after] = pieces[after]._replace(slanted=True)
    return pieces


def _is_near(piece: Placed, other: Placed) -> bool:
    """Whether it is one character beside a slanted one."""
    across, down = (max(piece.box[i], other.box[i]) - min(piece.box[i + 2], other.box[i + 2]) for i in (0, 1))
    return len(piece.text) == 1 and max(across, down) <= _RING * max(piece.size, other.size)
