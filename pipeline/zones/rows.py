"""Rows of lists and tables that only the lines around them tell: names with their posts, one below the other, and the heads of columns."""

from itertools import groupby

from pipeline.model.layout import Block
from pipeline.notation.names import is_person
from pipeline.notation.pattern import Pattern
from pipeline.zones.forms import is_table_row

_ASIDE = Pattern(r"\([^()]*\)", needs="(")
_LEAST = 3
"""Rows of a list of names, cells of the head of a table."""


def list_rows(blocks: tuple[Block, ...], prose: list[bool]) -> set[int]:
    """Indices of the blocks that are such rows."""
    found: set[int] = set()
    for is_row, run in groupby(range(len(blocks)), lambda index: not prose[index] and ":" not in blocks[index].key and " " in blocks[index].key):
        rows = list(run)
        if is_row and len(rows) >= _LEAST and 3 * sum(_begins_with_name(blocks[index].key) for index in rows) >= 2 * len(rows):
            found.update(rows)
    return found | {index for index in range(len(blocks) - 2) if not prose[index] and _heads_columns(blocks, index)}


def _begins_with_name(key: str) -> bool:
    """关德海(满族) 发电厂技师, 栾 凤(女) 会计."""
    first, *others = _ASIDE.sub("", key).split() or [""]
    if len(first) == 1 and others and len(others[0]) == 1:
        first += others.pop(0)
    return bool(others) and is_person(first)


def _heads_columns(blocks: tuple[Block, ...], index: int) -> bool:
    return len(blocks[index].key.split()) >= _LEAST and all(is_table_row(block.key) for block in blocks[index + 1 : index + 3])
