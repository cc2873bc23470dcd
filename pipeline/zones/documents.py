"""Where further 公文 begin in a source that holds several, one below the other as archives bind them: each has a 文号 of its own."""

from pipeline.model.layout import Block
from pipeline.notation import labels
from pipeline.notation.document_numbers import find_document_number
from pipeline.notation.frame import opens_with_frame_label
from pipeline.notation.genres import letterhead_unit, names_genre
from pipeline.notation.names import is_unit
from pipeline.zones.forms import is_addressee, is_date_only, is_document_number, is_headline, is_masthead_fact

_TOP = 12
"""Blocks in which the 文号 of the first stands."""
_HEAD = 6
"""Blocks above a 文号 that belong to its head at most, and below it within which title and 主送 stand."""
_FORWARDS = ("转发", "轉發", "批转", "批轉", "转批")
"""What the title of a 公文 says that prints another with its 文号 as its annex."""


def document_starts(blocks: tuple[Block, ...]) -> tuple[int, ...]:
    """Index of the first block of each 公文, (0,) where there is one.

    A further one has another 文号 on a line of its own, with a title beside it, below the date (成文日期) or the foot (版记) of the last.
    """
    numbers = [index for index, block in enumerate(blocks) if "号" in block.key and _bears_number(block.key)]
    if len(numbers) < 2 or numbers[0] >= _TOP:
        return (0,)
    starts, last = [0], numbers[0]
    for index in numbers[1:]:
        top = _top(blocks, index, last)
        above = blocks[last:top]
        renumbered = blocks[index].key != blocks[last].key
        if renumbered and any(_ends(block.key) for block in above) and _is_titled(blocks, top, index) and not _is_annexed(blocks, starts[-1], top):
            starts.append(top)
            last = index
    return tuple(starts)


def _bears_number(key: str) -> bool:
    return is_document_number(key) or (find_document_number(key) is not None and key[-1] not in "。;,:" and is_masthead_fact(key))


def _top(blocks: tuple[Block, ...], index: int, floor: int) -> int:
    """The first line of the head around the 文号: 发文机关标志, 密级, a title that stands above."""
    top = index
    while top - 1 > max(floor, index - _HEAD) and _may_be_head(blocks[top - 1].key):
        top -= 1
    return top


def _may_be_head(key: str) -> bool:
    if _ends(key) or labels.ANNEX.match(key) or not is_headline(key) or labels.POSTSCRIPT.match(key):
        return False
    squeezed = key.replace(" ", "")
    marked = labels.OFFICE_MARK.match(squeezed) or labels.URGENCY.match(key) or labels.CLASSIFICATION.match(key) or labels.COPY_NUMBER.match(key)
    return marked is not None or is_unit(squeezed) or names_genre(key) or letterhead_unit(key) is not None or "关于" in key or "關於" in key


def _ends(key: str) -> bool:
    """Whether the line stands at the end of a 公文."""
    return is_date_only(key) or labels.PRINTED.search(key) is not None or labels.RELATION.match(key) is not None or opens_with_frame_label(key)


def _is_titled(blocks: tuple[Block, ...], top: int, index: int) -> bool:
    """Whether a title or 主送 stands in the head or right below the 文号."""
    return any(names_genre(block.key) or is_addressee(block.key) for block in blocks[top : index + _HEAD])


def _is_annexed(blocks: tuple[Block, ...], start: int, top: int) -> bool:
    """Whether the one that begins at `start` prints the next as its annex: behind 附件, or forwarded before its own foot."""
    if labels.ANNEX.match(blocks[top - 1].key.replace(" ", "")):
        return True
    forwards = any(word in block.key for block in blocks[start : start + _TOP] for word in _FORWARDS if is_headline(block.key))
    return forwards and not any(labels.PRINTED.search(block.key) for block in blocks[start:top])
