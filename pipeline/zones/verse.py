"""Lines of verse: many short ones, one below the other, with neither running text nor ordinals among them."""

from pipeline.model.layout import Block

_LEAST = 6
"""Lines of a poem with its title and author; a heading, a title over two lines, a subtitle and a byline are five."""
_HEAD = 3
"""Lines of a poem's title, subtitle and author at most."""
_LONGEST = 20
"""Characters."""


def verse_lines(blocks: tuple[Block, ...], may_be: list[bool], begin: int) -> set[int]:
    """Indices of the lines of poems from the block `begin` on; `may_be` leaves out what its words or signs show to be something else.

    Title and author stand above the first gap inside the poem. What stands right above running text is the title of that.
    """
    found: set[int] = set()
    run: list[int] = []
    for index in range(begin, len(blocks) + 1):
        if index < len(blocks) and may_be[index] and len(blocks[index].key) <= _LONGEST:
            run.append(index)
            continue
        found |= _lines(blocks, run, whole=index == len(blocks) or blocks[index].gap > 0)
        run = []
    return found


def _lines(blocks: tuple[Block, ...], run: list[int], *, whole: bool) -> set[int]:
    below = next((place for place, index in enumerate(run) if place and blocks[index].gap), 0)
    return set(run[below:]) if whole and len(run) >= _LEAST and 0 < below <= _HEAD else set()
