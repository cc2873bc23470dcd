"""单位 that texts name."""

from collections.abc import Iterator

from pipeline.entities.gazetteer import Gazetteer
from pipeline.entities.shared_head import shared
from pipeline.entities.unit_scan import Name, is_venue, scan
from pipeline.model.document import NameMention
from pipeline.model.mentions import Mentions, Passage


def find_organizations(passages: tuple[Passage, ...], gazetteer: Gazetteer, found: Mentions) -> tuple[NameMention, ...]:
    """All of them in the texts of one item; `found` holds what the finders before have claimed."""
    return tuple(row for passage in passages for row in _in_passage(passage, gazetteer, found))


def _in_passage(passage: Passage, gazetteer: Gazetteer, found: Mentions) -> Iterator[NameMention]:
    key = masked(passage, (*found.document_numbers, *found.dates))
    floor = 0
    for name in _longest(scan(key, gazetteer.places)):
        if is_venue(key, name):
            continue
        for start, end in reversed(list(shared(key, name, floor, gazetteer.places))):
            yield NameMention(passage.text[start:end], passage.field, start, end, None, SHARED)
        yield NameMention(passage.text[name.start : name.end], passage.field, name.start, name.end, None, _confidence(key, name, gazetteer))
        floor = name.end


FRAME, SHARED, HEADED, OPEN = 0.95, 0.85, 0.9, 0.7
"""Confidence of a name that stands in the issue's own frame, shares the end of another, bears a place, speaks by its form alone."""


def _confidence(key: str, name: Name, gazetteer: Gazetteer) -> float:
    if key[name.start : name.end] in gazetteer.units:
        return FRAME
    return HEADED if name.head else OPEN


def masked(passage: Passage, rows: tuple[object, ...]) -> str:
    """The passage's key with the spans of mentions blanked out."""
    key = passage.key
    for row in rows:
        if row.field == passage.field:  # type: ignore[attr-defined]
            start, end = row.start, row.end  # type: ignore[attr-defined]
            key = f"{key[:start]}{chr(0) * (end - start)}{key[end:]}"
    return key


def _longest(names: Iterator[Name]) -> list[Name]:
    """Each name once, as far as it runs."""
    kept: list[Name] = []
    for name in names:
        if kept and kept[-1].start == name.start:
            kept.pop()
        kept.append(name)
    return kept
