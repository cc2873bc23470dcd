"""Attributions at the ends of paragraphs: those whose names have the form of names, and those that only the others show to be some."""

from pipeline.model.layout import Block
from pipeline.segment.attribution import Credits
from pipeline.segment.credit_places import find_signs, find_tail

CLOSES = 0.4
"""Weight of an attribution at the end of a paragraph from which it counts in a survey; decode.py asks a little more."""
_LEAST = 3
"""Known names in brackets that make an unknown one a name too, and half as many of them as there are unknown ones."""

Tail = tuple[int, Credits] | None


def read_tails(blocks: tuple[Block, ...], prose: list[bool]) -> list[Tail]:
    """By block where its attribution begins, and what it names."""
    tails = [find_tail(block.key, block.seams) if len(block.key) > 8 else None for block in blocks]
    ends = [index for index, text in enumerate(prose) if text and blocks[index].key[-1] == ")"]
    known = sum((tail := tails[index]) is not None and tail[1].weight > CLOSES for index in ends)
    if _LEAST <= known < len(ends):
        # text that goes on below is no end
        last = [i for i in ends if not tails[i] and (i + 1 == len(prose) or not prose[i + 1] or blocks[i + 1].key[-1] == ")")]
        unknown = {index: found for index in last if (found := find_signs(blocks[index].key))}
        for index, found in unknown.items() if known >= 2 * len(unknown) else ():
            tails[index] = found
    return tails
