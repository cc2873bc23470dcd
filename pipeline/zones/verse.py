"""Lines of verse: many short ones, one below the other, with neither running text nor ordinals among them."""

from pipeline.model.layout import Block

_LEAST = 6
"""Lines of a poem with its title and author; a heading, a title over two lines, a subtitle and a byline are five."""
_HEAD = 3
"""Lines of a poem's title, subtitle and author at most."""
_LONGEST = 20
"""Characters."""


def verse_lines(blocks: tuple[Block, ...], may_be: list[bool], signed: list[bool], begin: int) -> set[int]:
    """Indices of the lines of poems from the block `begin` on; `may_be` leaves out what its words or signs show to be something else.

    Title and author stand above the first gap inside the poem, or its author right above it (`signed` are lines that name persons).
    What stands right above running text is the title of that.
    """
    found: set[int] = set()
    run: list[int] = []
    for index in range(begin, len(blocks) + 1):
        if index < len(blocks) and may_be[index] and len(blocks[index].key) <= _LONGEST:
            run.append(index)
            continue
        if index == len(blocks) or blocks[index].gap:
            found |= _lines(blocks, run) | _below_author(blocks, run, signed)
        run = []
    return found


def _lines(blocks: tuple[Block, ...], run: list[int]) -> set[int]:
    below = next((place for place, index in enumerate(run) if place and blocks[index].gap), 0)
    if len(run) < _LEAST or not 0 < below <= _HEAD:
        return set()
    end = next((place for place in range(below + 1, len(run)) if _is_next_head(blocks, run, below, place)), len(run))
    return set(run[below:end]) | _lines(blocks, run[end:])


def _is_next_head(blocks: tuple[Block, ...], run: list[int], below: int, place: int) -> bool:
    """Whether the title of another poem, or list, stands here: between gaps, alone or above a name, and set as no line is."""
    if not blocks[run[place]].gap or blocks[run[place]].indent == blocks[run[below]].indent:
        return False
    return any(blocks[index].gap for index in run[place + 1 : place + _HEAD])


def _below_author(blocks: tuple[Block, ...], run: list[int], signed: list[bool]) -> set[int]:
    """A short poem: its lines, set alike, right below the name that stands below its title."""
    below = next((place + 1 for place, index in enumerate(run[: _HEAD + 1]) if place and signed[index]), len(run))
    lines = run[below:]
    return set(lines) if len(lines) > 1 and len({blocks[index].indent for index in lines}) == 1 else set()
