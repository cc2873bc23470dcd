"""Headings of sections that neither sign, bracket nor ordinal marks: letter-spaced ones, 考 察 调 研, and such as are one short word each."""

from pipeline.model.layout import Block
from pipeline.notation.names import is_person
from pipeline.notation.pattern import Pattern

_LETTER_SPACED = Pattern(r"[^\s\d](?: +[^\s\d])+$", needs=" ")
_LONGEST, _WORD = 8, 3
"""Characters of such a heading, and of one that is a single word: 水情."""
_SPACED, _WORDS = 2, 3
"""Headings of each kind that an issue has at least."""


def label_headings(blocks: tuple[Block, ...], stems: tuple[str, ...], begin: int) -> set[int]:
    """Letter-spaced headings, one of them above a headline that is not; or the first line of a text and all others above paragraphs, each a word.

    `stems` are the headings, "" for running text; `begin` is the first block below head and contents.
    """
    short = [i for i in range(begin, len(blocks) - 1) if 1 < len(stems[i]) <= _LONGEST and blocks[i].key.replace(" ", "") == stems[i]]
    spaced = [i for i in short if _LETTER_SPACED.match(blocks[i].key) and not is_person(stems[i]) and not _LETTER_SPACED.match(blocks[i + 1].key)]
    if len(spaced) >= _SPACED and any(stems[index + 1] for index in spaced):
        return set(spaced)
    above = [index for index in range(begin, len(blocks) - 1) if stems[index] and not stems[index + 1]]
    words = len(above) >= _WORDS and above[0] == begin and all(len(stems[index]) <= _WORD and blocks[index].key == stems[index] for index in above)
    return set(above) if words else set()
