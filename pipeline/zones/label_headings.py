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
    """Letter-spaced headings, or such as a rule underlines, one of them above a headline that is not.

    Or the first line of a text and all others above paragraphs, each a word.
    `stems` are the headings, "" for running text; `begin` is the first block below head and contents.
    """
    short = [i for i in range(begin, len(blocks) - 1) if 1 < len(stems[i]) <= _LONGEST and blocks[i].key.replace(" ", "") == stems[i]]
    underlined = [i for i in short if blocks[i + 1].rule_above and not blocks[i].rule_above]
    if len(underlined) >= _SPACED and any(stems[index + 1] for index in underlined):
        return set(underlined)
    spaced = [i for i in short if _LETTER_SPACED.match(blocks[i].key) and not is_person(stems[i]) and not _LETTER_SPACED.match(blocks[i + 1].key)]
    if len(spaced) >= _SPACED and any(stems[index + 1] for index in spaced):
        return set(spaced)
    above = [index for index in range(begin, len(blocks) - 1) if stems[index] and not stems[index + 1]]
    words = len(above) >= _WORDS and above[0] == begin and all(len(stems[index]) <= _WORD and blocks[index].key == stems[index] for index in above)
    return set(above) if words else set()
