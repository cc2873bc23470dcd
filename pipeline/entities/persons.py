"""Persons that texts name."""

from pipeline.entities.person_name import UNIT_END, scan_foreign, scan_persons
from pipeline.model.document import PersonMention
from pipeline.model.mentions import IssueContext, Mentions, Passage


def find_persons(passages: tuple[Passage, ...], context: IssueContext, found: Mentions) -> tuple[PersonMention, ...]:
    """All of them in the texts of one item; `found` holds what the finders before have claimed."""
    known = frozenset(context.persons)
    rows = []
    for passage in passages:
        key = passage.key
        for name in found.organizations:
            if name.field == passage.field:
                key = key[: name.start] + "\0" * (name.end - name.start - 1) + UNIT_END + key[name.end :]
        foreign = list(scan_foreign(key))
        for person in foreign:
            key = key[: person.start] + "\0" * (person.end - person.start) + key[person.end :]
        for person in sorted((*foreign, *scan_persons(key, known))):
            rows.append(PersonMention(passage.text[person.start : person.end], passage.field, person.start, person.end, None, 0.9, None, None))
    return tuple(rows)
