"""附件说明 whose label stands on a line of its own: 附件： above 1.检查企业名单 and 2.整改情况表, which name annexes and are none."""

from pipeline.model.layout import Block
from pipeline.notation import labels
from pipeline.notation.ordinals import Marker
from pipeline.zones.forms import is_headline

_SEVERAL = 2
"""Annexes that such a list names at least."""


def annex_lists(blocks: tuple[Block, ...], markers: list[Marker | None], prose: list[bool]) -> set[int]:
    """The label and the rows of each list: numbered from 1 on, one right below the other, with no text between."""
    found: set[int] = set()
    for index, block in enumerate(blocks):
        if block.key[0] == "附" and labels.ANNEX.match(block.key.replace(" ", "")):
            rows = _rows(blocks, markers, prose, index + 1)
            found |= {index, *rows} if len(rows) >= _SEVERAL else set()
    return found


def _rows(blocks: tuple[Block, ...], markers: list[Marker | None], prose: list[bool], begin: int) -> list[int]:
    rows: list[int] = []
    for index in range(begin, len(blocks)):
        marker, first = markers[index], markers[begin]
        if marker is None or first is None or prose[index] or not is_headline(blocks[index].key.rstrip(";。")):
            break
        if marker.kind != first.kind or marker.ordinal != len(rows) + 1:
            break
        rows.append(index)
    goes_on = len(rows) == 0 or (rows[-1] + 1 < len(blocks) and prose[rows[-1] + 1] and not blocks[rows[-1] + 1].gap)
    return rows[:-1] if goes_on else rows  # the last one heads a text
