"""Headings of sections that neither sign, bracket nor ordinal marks: letter-spaced ones, 考 察 调 研, and such as are one short word each."""

from pipeline.model.layout import Block
from pipeline.notation.names import is_person
from pipeline.notation.numerals import parse_numeral
from pipeline.notation.pattern import Pattern

_LETTER_SPACED = Pattern(r"[^\s\d](?: +[^\s\d])+$", needs=" ")
_COUNTED = Pattern("第(?P<number>[一二三四五六七八九十]{1,3})(?P<tail>(?:代表)?团|(?:讨论)?组|小组)$", first="第")
"""Groups of a congress by which an issue of its journal is parted."""
_LONGEST, _WORD = 8, 3
"""Characters of such a heading, and of one that is a single word: 水情."""
_SPACED, _WORDS = 2, 3
"""Headings of each kind that an issue has at least."""


def label_headings(blocks: tuple[Block, ...], stems: tuple[str, ...], begin: int) -> set[int]:
    """Letter-spaced headings, or such as a rule underlines, one of them above a headline that is not.

    Or the first line of a text and all others above paragraphs, each a word or a label with its colon (安全提示：), and groups that count (第一小组).
    `stems` are the headings, "" for running text; `begin` is the first block below head and contents.
    """
    short = [i for i in range(begin, len(blocks) - 1) if 1 < len(stems[i]) <= _LONGEST and blocks[i].key.replace(" ", "") == stems[i]]
    underlined = [i for i in short if blocks[i + 1].rule_above and not blocks[i].rule_above]
    if len(underlined) >= _SPACED and any(stems[index + 1] for index in underlined):
        return set(underlined)
    spaced = [i for i in short if _LETTER_SPACED.match(blocks[i].key) and not is_person(stems[i]) and not _LETTER_SPACED.match(blocks[i + 1].key)]
    if len(spaced) >= _SPACED and any(stems[index + 1] for index in spaced):
        return set(spaced)
    if groups := _counted_groups(stems, begin):
        return groups
    above = [index for index in range(begin, len(blocks) - 1) if stems[index] and not stems[index + 1]]
    words = len(above) >= _WORDS and above[0] == begin and all(len(stems[index]) <= _WORD and blocks[index].key == stems[index] for index in above)
    return set(above) if words else _labels(blocks, stems, begin)


def _counted_groups(stems: tuple[str, ...], begin: int) -> set[int]:
    """第一代表团, 第二代表团: headings that count up from one and are alike but for that."""
    counted = [(index, found) for index in range(begin, len(stems)) if (found := _COUNTED.match(stems[index]))]
    tails = {found["tail"] for _, found in counted}
    numbers = [parse_numeral(found["number"]) for _, found in counted]
    return {index for index, _ in counted} if len(tails) == 1 and len(counted) >= _SPACED and numbers == [*range(1, len(numbers) + 1)] else set()


def _labels(blocks: tuple[Block, ...], stems: tuple[str, ...], begin: int) -> set[int]:
    """Words with a colon and space above, from the first line of the text on, where no other line is set so: 安全提示：."""
    found = [i for i in range(begin, len(blocks) - 1) if blocks[i].key[-1] == ":" and 1 < len(stems[i]) <= _LONGEST and (blocks[i].gap or i == begin)]
    bare = all(blocks[i].key[:-1] == stems[i] and blocks[i + 1].key[-1] != ":" for i in found)
    return set(found) if len(found) >= _WORDS and found[0] == begin and bare else set()
