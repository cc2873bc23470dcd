"""Articles of a newspaper's database in one file: where each begins, and what the lines of its head are."""

from itertools import pairwise

from pipeline.lexicon import ending
from pipeline.model.layout import Block
from pipeline.model.record import NamedTuple
from pipeline.model.zone import ZoneRole
from pipeline.notation.records import FieldKind, RecordField, read_records
from pipeline.segment.attribution import read_credits
from pipeline.zones.fields import Field
from pipeline.zones.forms import is_headline, is_prose

_ROLES: dict[FieldKind, ZoneRole] = {"title": "title", "subtitle": "subtitle", "credit": "byline", "text": "body"}
"""Those that the article has itself; the others belong to its head."""


class Record(NamedTuple):
    """One article of such a file."""

    start: int
    """Of its blocks, and the one after the last."""
    end: int
    fields: dict[int, RecordField]
    """Of its head, by block from its first one on."""


def part_records(blocks: tuple[Block, ...]) -> list[Record]:
    """The articles, in order; none where the source is no such file."""
    found = read_records([block.key for block in blocks])
    bounds = pairwise((0, *found.starts[1:], len(blocks))) if found.starts else ()
    fields = iter(found.fields.items())
    following = next(fields, None)
    records = []
    for start, end in bounds:
        own: dict[int, RecordField] = {}
        while following and following[0] < end:
            own[following[0] - start] = following[1]
            following = next(fields, None)
        records.append(Record(start, end, own))
    return records


def record_roles(blocks: tuple[Block, ...], fields: dict[int, RecordField]) -> dict[int, tuple[ZoneRole, Field]]:
    """Block → its role and what it holds, for the head of an article and the title below, where the head has none."""
    keys = [block.key for block in blocks]
    title = next((index for index, field in fields.items() if field.kind == "title"), None)
    found = {index: _role(field, keys[index], titled=title is not None and title < index) for index, field in fields.items()}
    found |= {index: ("masthead", Field("field_mark", 0)) for index in range(min(fields))}
    below = range(max(fields) + 1, len(blocks))
    if title is None and below and is_headline(keys[below[0]]) and not is_prose(keys[below[0]]):
        return found | {below[0]: ("title", Field("field_title", 0))} | _names_below(keys, below[1:])
    return found | (_text_below(keys, below) if title is not None and found[max(fields)][0] == "masthead" else {})


def _names_below(keys: list[str], below: range) -> dict[int, tuple[ZoneRole, Field]]:
    """Who wrote the article, where nothing else stands between title and text."""
    text = next((index for index in below if is_prose(keys[index])), below.start)
    named = ((index, read_credits(keys[index])) for index in range(below.start, text))
    return {index: ("byline", Field("field_byline", 0)) for index, credit in named if credit and any(row.person or row.role for row in credit.rows)}


def _text_below(keys: list[str], below: range) -> dict[int, tuple[ZoneRole, Field]]:
    """The names below the head, and the first line of the text, which a title far above has opened."""
    text = next((index for index in below if is_prose(keys[index]) or not read_credits(keys[index])), below.stop)
    found: dict[int, tuple[ZoneRole, Field]] = {index: ("byline", Field("field_byline", 0)) for index in range(below.start, text)}
    return found | ({text: ("body", Field("field_body", 0))} if text < below.stop else {})


def _role(field: RecordField, key: str, *, titled: bool) -> tuple[ZoneRole, Field]:
    value = key[field.length :].strip()
    role = _ROLES.get(field.kind, "masthead")
    if not value:
        return "byline" if titled and role != "masthead" else "masthead", Field("field_mark", 0)
    stripped = role != "masthead" or field.kind == "paper" or (field.kind == "source" and _names_paper(value))
    return role, Field(f"field_{role}", field.length if stripped else 0)


def _names_paper(value: str) -> bool:
    return ending(value.strip("《》"), "bulletin_names") != ""
