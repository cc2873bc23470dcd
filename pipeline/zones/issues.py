"""The issues of a source: one, or more where bulletins are bound together or saved one below the other; each is read by itself."""

from collections.abc import Mapping
from itertools import pairwise

from pipeline.lexicon import ending
from pipeline.model.document import DocumentWarning
from pipeline.model.layout import Block
from pipeline.model.record import NamedTuple
from pipeline.model.zone import ZoneRole
from pipeline.notation import labels
from pipeline.notation.dates import find_date
from pipeline.notation.document_numbers import find_document_number
from pipeline.notation.frame import has_frame_label
from pipeline.zones.clues import Clues, read_clues
from pipeline.zones.documents import document_starts
from pipeline.zones.forms import is_masthead_fact
from pipeline.zones.head import words_of
from pipeline.zones.records import Record, part_records, record_roles

_TOP = 16
"""Blocks in which the number of the first issue stands."""
_SEVERAL = 2
_NEAR = 4
"""Blocks from the number of an issue to the ends of its head."""
_NUMBERED = frozenset("期辑輯集")
"""What bulletins count in; 第38号 may be the number of a document that one prints."""
_LONGEST = 60
"""Characters of a line that holds the number of an issue."""
_SEEN = 24
"""Characters of a block as printed that tell its ordinal."""


class Issue(NamedTuple):
    """What is seen of one issue, block by block, and the roles that a person has named."""

    blocks: tuple[Block, ...]
    clues: tuple[Clues, ...]
    pinned: Mapping[int, ZoneRole]
    is_record: bool = False
    """Whether it is an article of a newspaper's database."""


def read_issues(blocks: tuple[Block, ...], text: str, pinned: Mapping[int, ZoneRole]) -> tuple[Issue, ...]:
    """The issues that the blocks of `text` make up, at least one; each article of a newspaper's database is one, of its own day."""
    if records := part_records(blocks):
        return tuple(_record(blocks[record.start : record.end], text, record, pinned) for record in records)
    return tuple(_issue(blocks[start:end], text, start, pinned) for start, end in pairwise((*_starts(blocks), len(blocks))))


def warn_of_issues(issues: tuple[Issue, ...]) -> tuple[DocumentWarning, ...]:
    """A warning for each further issue, at its first line."""
    if issues[0].is_record:
        return ()
    message = f"the source holds {len(issues)} issues; a further one begins here, and number and date given are those of the first: split the file"
    heads = [issue.blocks[0] for issue in issues[1:]]
    return tuple(DocumentWarning("further_issue", message, None, head.start, head.end) for head in heads)


def _issue(blocks: tuple[Block, ...], text: str, start: int, pinned: Mapping[int, ZoneRole]) -> Issue:
    return Issue(blocks, read_clues(blocks, _raws(blocks, text)), _own(pinned, start, len(blocks)))


def _record(blocks: tuple[Block, ...], text: str, record: Record, pinned: Mapping[int, ZoneRole]) -> Issue:
    """An article whose head says what each of its lines is."""
    fields = record_roles(blocks, record.fields)
    roles = {index: role for index, (role, _) in fields.items()}
    clues = read_clues(blocks, _raws(blocks, text), {index: field for index, (_, field) in fields.items()})
    return Issue(blocks, clues, roles | _own(pinned, record.start, len(blocks)), is_record=True)


def _raws(blocks: tuple[Block, ...], text: str) -> tuple[str, ...]:
    return tuple(text[b.start : min(b.end, b.start + _SEEN)] for b in blocks)


def _own(pinned: Mapping[int, ZoneRole], start: int, count: int) -> dict[int, ZoneRole]:
    """The roles that a person has named, of the `count` blocks from `start` on."""
    return {index - start: role for index, role in pinned.items() if 0 <= index - start < count}


def _starts(blocks: tuple[Block, ...]) -> tuple[int, ...]:
    """Index of the first block of each issue, (0,) where there is one.

    A further one has a head: another number beside a date, with a line of the first head, at the top of a page, or below a foot and
    with a bulletin's name. A sentence stands between two heads.
    """
    numbered = [index for index, block in enumerate(blocks) if _is_number(block.key)]
    if not numbered:
        return document_starts(blocks)
    if len(numbered) < _SEVERAL or numbered[0] >= _TOP:
        return (0,)
    starts, last = [0], numbered[0]
    names = _names(blocks[: last + _NEAR])
    for index in numbered[1:]:
        top = _top(blocks, index, last, names)
        renumbered = _number(blocks[index].key) != _number(blocks[last].key)
        if renumbered and _is_head(blocks, top, index, names) and any(block.key[-1] == "。" for block in blocks[last:top]):
            starts.append(top)
            last = index
    return tuple(starts)


def _is_number(key: str) -> bool:
    """Whether the line bears the number of an issue and is none of a text."""
    if len(key) > _LONGEST or key[-1] in "。,;:" or _NUMBERED.isdisjoint(key):
        return False
    return labels.has_issue_number(key) and find_document_number(key) is None


def _number(key: str) -> str:
    """The words and numbers of the line without its date."""
    date = find_date(key)
    return "".join(filter(str.isalnum, key[: date.start] + key[date.end :] if date else key))


def _names(blocks: tuple[Block, ...]) -> set[str]:
    return {name for block in blocks if len(name := words_of(block.key)) > 1}


def _top(blocks: tuple[Block, ...], index: int, floor: int, names: set[str]) -> int:
    """The first line of the head around the number: names that the first head has too, a bulletin's name, facts."""
    top = index
    while top - 1 > max(floor, index - _NEAR) and _may_be_head(blocks[top - 1].key, names):
        top -= 1
    return top


def _may_be_head(key: str, names: set[str]) -> bool:
    if _is_foot(key):
        return False
    marked = any(labels.URGENCY.match(part) or labels.CLASSIFICATION.match(part) for part in key.split("  "))
    return marked or words_of(key) in names or _names_bulletin(key) or is_masthead_fact(key)


def _is_head(blocks: tuple[Block, ...], top: int, index: int, names: set[str]) -> bool:
    head = blocks[top : index + _NEAR]
    if not any(find_date(block.key) for block in head):
        return False
    if _names(blocks[top : index + 1]) & names or blocks[top].page > blocks[top - 1].page:
        return True
    return _is_foot(blocks[top - 1].key) and any(_names_bulletin(block.key) for block in head)


def _names_bulletin(key: str) -> bool:
    return ending(key.replace(" ", ""), "bulletin_names") != ""


def _is_foot(key: str) -> bool:
    return has_frame_label(key) or labels.RELATION.match(key) is not None or labels.PRINTED.search(key) is not None
