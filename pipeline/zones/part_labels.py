"""Words in brackets that name a part of a text and no title: 【问题】 and 【建议】 below it, 【答复】 below each of several headlines."""

from collections import Counter
from collections.abc import Callable

from pipeline.model.layout import Block
from pipeline.zones.forms import is_headline

_CLOSES = 5
"""Where the bracket of such a word closes, at the latest."""


def part_labels(blocks: tuple[Block, ...], prose: list[bool], closes: Callable[[int], bool], begin: int) -> set[int]:
    """The paragraphs from `begin` on that begin so: right below a text that has not come to its end (`closes`), or back below headlines."""
    keys = [block.key for block in blocks]
    labels = {index: key.partition("】")[0] for index, key in enumerate(keys) if key[0] == "【" and prose[index] and 2 < key.find("】") <= _CLOSES}
    times = Counter(labels.values())
    found: set[int] = set()
    below_text: set[int] = set()
    for index, label in labels.items():
        above = index - 1
        if index <= begin:
            continue
        if not prose[above]:
            found |= {index} if is_headline(keys[above]) and times[label] > 1 else set()
        elif not (blocks[index].gap or closes(above)) and (keys[above][0] != "【" or above in below_text):
            below_text.add(index)
    return found | below_text
