"""Persons that texts name."""

from collections.abc import Iterator

from pipeline.entities.foreign_name import scan_foreign, scan_single
from pipeline.entities.masking import UNIT_END, mask
from pipeline.entities.person_name import scan_persons
from pipeline.entities.person_roster import Person
from pipeline.entities.positions import honorific_end, position_start
from pipeline.entities.unit_roster import scan_unit_rosters
from pipeline.entities.withheld_name import scan_withheld
from pipeline.model.item import PersonMention
from pipeline.model.mentions import IssueContext, Mentions, Passage


def find_persons(passages: tuple[Passage, ...], context: IssueContext, found: Mentions) -> tuple[PersonMention, ...]:
    """All of them in the texts of one item; `found` holds what the finders before have claimed."""
    return tuple(row for passage in passages for row in _in_passage(passage, context, found))


def _in_passage(passage: Passage, context: IssueContext, found: Mentions) -> Iterator[PersonMention]:
    field = passage.field
    key = mask(passage.plain, field, found.organizations, UNIT_END)
    certain = [*scan_foreign(key), *scan_withheld(key), *scan_unit_rosters(key)]
    if certain:
        key = mask(key, field, [_row(passage, start, end, 0) for start, end, *_ in certain])
    for start, end, weight, *_ in sorted(_longest([*scan_single(key), *scan_persons(key, context.learned.persons, certain)])):
        yield described(_row(passage, start, end, min(0.95, 0.5 + 0.04 * weight)), passage, key)


def described(row: PersonMention, passage: Passage, key: str) -> PersonMention:
    """The mention with the address and the position that stand beside it; units in `key` are blanked out."""
    first, last = position_start(key, row.start), honorific_end(key, row.end)
    return row._replace(honorific=passage.text[row.end : last] or None, position=passage.text[first : row.start].strip() or None)


def _longest(found: list[Person]) -> list[Person]:
    """Of those that overlap the longest one, and of two as long the first of the list."""
    kept: list[Person] = []
    for person in sorted(found, key=lambda person: person.start):
        if not kept or kept[-1].end <= person.start:
            kept.append(person)
        elif person.end - person.start > kept[-1].end - kept[-1].start:
            kept[-1] = person
    return kept


def _row(passage: Passage, start: int, end: int, confidence: float) -> PersonMention:
    return PersonMention(passage.text[start:end], passage.field, start, end, None, round(confidence, 2), None, None)
