"""单位 that texts name."""

from collections.abc import Iterator

from pipeline.entities.masking import mask
from pipeline.entities.shared_head import shared
from pipeline.entities.unit_evidence import is_venue
from pipeline.entities.unit_scan import Name, scan
from pipeline.lexicon import in_simplified
from pipeline.model.document import NameMention
from pipeline.model.mentions import IssueContext, Learned, Mentions, Passage


def find_organizations(passages: tuple[Passage, ...], context: IssueContext, found: Mentions) -> tuple[NameMention, ...]:
    """All of them in the texts of one item; `found` holds what the finders before have claimed."""
    return tuple(row for passage in passages for row in _in_passage(passage, context.learned, found))


def _in_passage(passage: Passage, learned: Learned, found: Mentions) -> Iterator[NameMention]:
    key = mask(in_simplified(passage.key), passage.field, (*found.document_numbers, *found.dates))
    floor = 0
    for name in _longest(scan(key, learned.places)):
        if is_venue(key, name.start, name.end):
            continue
        for start, end in reversed(list(shared(key, name, floor, learned.places))):
            yield NameMention(passage.text[start:end], passage.field, start, end, None, SHARED)
        yield NameMention(passage.text[name.start : name.end], passage.field, name.start, name.end, None, _confidence(key, name, learned))
        floor = name.end


FRAME, SHARED, HEADED, OPEN = 0.95, 0.85, 0.9, 0.7
"""Confidence of a name that stands in the issue's own frame, shares the end of another, bears a place, speaks by its form alone."""


def _confidence(key: str, name: Name, learned: Learned) -> float:
    if key[name.start : name.end] in learned.units:
        return FRAME
    return HEADED if name.head else OPEN


def _longest(names: Iterator[Name]) -> list[Name]:
    """Each name once, as far as it runs."""
    kept: list[Name] = []
    for name in names:
        if kept and kept[-1].start == name.start:
            kept.pop()
        kept.append(name)
    return kept
