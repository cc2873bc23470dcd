"""From places in a block's key back to the source."""

from pipeline.model.layout import Block, Span
from pipeline.model.record import Struct


class Piece(Struct):
    """A stretch of a block: `start` and `end` index its key."""

    block: Block
    start: int
    end: int

    @property
    def key(self) -> str:
        """The folded text of the stretch."""
        return self.block.key[self.start : self.end]


def trim(piece: Piece) -> Piece:
    """Without blanks at both ends."""
    key = piece.key
    left = len(key) - len(key.lstrip())
    return Piece(piece.block, piece.start + left, piece.start + max(left, len(key.rstrip())))


def seams(piece: Piece) -> tuple[int, ...]:
    """Places in the stretch where a line ended."""
    return tuple(seam - piece.start for seam in piece.block.seams if piece.start < seam < piece.end)


def whole(block: Block) -> Piece:
    """All of a block."""
    return Piece(block, 0, len(block.key))


def source_spans(piece: Piece) -> tuple[Span, ...]:
    """Where the stretch stands in the source, line by line; blanks that joining put in have no place."""
    if piece.end - piece.start == len(piece.block.key):
        return piece.block.parts
    if len(piece.block.parts) == 1:  # most blocks are one line
        start = piece.block.parts[0].start
        end = min(start + piece.end, piece.block.parts[0].end)
        return (Span(start + piece.start, end),) if start + piece.start < end else ()
    spans: list[Span] = []
    for at, part in zip(piece.block.begins, piece.block.parts, strict=True):
        low, high = max(piece.start, at), min(piece.end, at + part.end - part.start)
        if low < high:
            spans.append(Span(part.start + low - at, part.start + high - at))
    return tuple(spans)


def source_range(*pieces: Piece) -> tuple[int, int]:
    """Where stretches that belong together begin in the source, and the furthest place of them; what goes on in a next column goes back."""
    spans = [span for piece in pieces for span in source_spans(piece)]
    if not spans:
        return pieces[0].block.start, pieces[0].block.start
    return spans[0].start, max(span.end for span in spans)


def raw_text(piece: Piece, text: str) -> str:
    """The stretch as printed, its lines joined as in the block."""
    if len(piece.block.parts) == 1:
        span = piece.block.parts[0]
        return text[span.start + piece.start : min(span.start + piece.end, span.end)]
    result = ""
    for at, part in zip(piece.block.begins, piece.block.parts, strict=True):
        low, high = max(piece.start, at), min(piece.end, at + part.end - part.start)
        if low < high:
            joined = 0 < len(result) < at - piece.start
            result += (" " if joined else "") + text[part.start + low - at : part.start + high - at]
    return result
