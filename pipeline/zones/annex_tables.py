"""Annexed tables, forms and lists of names: what stands below 附件2 and a title that ends in 表, 名单 or the like is rows, however it is set."""

from pipeline.model.layout import Block
from pipeline.notation import labels
from pipeline.notation.frame import opens_with_frame_label
from pipeline.notation.ordinals import parse_marker
from pipeline.notation.pattern import Pattern
from pipeline.zones.forms import is_date_only, is_headline

_TABLE = Pattern(
    r"(?:表|[名清][单單]|目[录錄]|一[览覽]|明[细細]|名[册冊]|台账|式样|样式)(?:\([^()]*\))?$", last="表单單录錄览覽细細册冊账样式)"
)
_TITLE = 3
"""Lines of the title of a table at most."""


def annex_tables(blocks: tuple[Block, ...], prose: list[bool]) -> set[int]:
    """Indices of the rows."""
    found: set[int] = set()
    for index, block in enumerate(blocks):
        if block.key[0] == "附" and labels.ANNEX.match(block.key.replace(" ", "")):
            found |= _rows(blocks, prose, index + 1)
    return found


def _rows(blocks: tuple[Block, ...], prose: list[bool], begin: int) -> set[int]:
    """Those below the title at `begin`, up to the next annex, the foot, or a line that is set off as a title."""
    title = range(begin, min(begin + _TITLE, len(blocks)))
    last = next((index for index in title if _TABLE.search(blocks[index].key)), -1)
    if last < 0 or not all(is_headline(blocks[index].key) for index in range(begin, last)):
        return set()
    if parse_marker(blocks[begin].key) and any(parse_marker(below.key) for below in blocks[begin + 1 : begin + 2]):
        return set()  # a list that names several
    rows: set[int] = set()
    for index in range(last + 1, len(blocks)):
        if _ends(blocks[index]):
            break
        rows |= set() if prose[index] else {index}
    return rows


def _ends(block: Block) -> bool:
    key = block.key
    if block.rule_above or is_date_only(key) or labels.ANNEX.match(key.replace(" ", "")) or (block.gap and block.align == "center"):
        return True
    return labels.RELATION.match(key) is not None or labels.PRINTED.search(key) is not None or opens_with_frame_label(key)
