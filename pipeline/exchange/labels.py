"""Mentions as marked stretches of the source, the common ground of all annotation tools."""

from collections.abc import Iterator
from typing import NamedTuple

from pipeline.model.document import Document
from pipeline.model.item import Item
from pipeline.offsets import source_offset

MENTIONS = {
    "organizations": "organization",
    "persons": "person",
    "places": "place",
    "dates": "date",
    "quantities": "quantity",
    "document_numbers": "document_number",
}
"""List of an item → what annotators call one of its rows."""
LISTS = {label: kind for kind, label in MENTIONS.items()}


class Marked(NamedTuple):
    """A mention of an item: its offsets in the item's title or text, and where it stands in the source."""

    list: str
    """organizations, dates …"""
    field: str
    start: int
    end: int
    source_start: int
    source_end: int
    value: str | None
    """What it comes to: EDTF of a date, number and unit of a quantity."""


def marked(item: Item, text: str) -> Iterator[Marked]:
    """Every mention of an item that has a place in the source; `text` is the source."""
    for kind in MENTIONS:
        for row in getattr(item, kind):
            place = source_place(item, row.field, row.start, row.end, text)
            if place:
                yield Marked(kind, row.field, row.start, row.end, *place, _value(kind, row))


def source_place(item: Item, field: str, start: int, end: int, text: str) -> tuple[int, int] | None:
    """Where a stretch of an item's title or text stands in the source; None where the line that it is from is not known."""
    if start >= end:
        return None
    first, last = (_title_place if field == "title" else _text_place)(item, (start, end - 1), text)
    return None if first is None or last is None else (first, last + 1)


def _text_place(item: Item, offsets: tuple[int, int], _: str) -> list[int | None]:
    return [source_offset(item, offset) for offset in offsets]


def _title_place(item: Item, offsets: tuple[int, int], text: str) -> list[int | None]:
    """Title and source hold the same characters in the same order; between two lines stand others."""
    at, places = item.title_start or 0, []
    for character in item.title or "":
        found = text.find(character, at, item.title_end)
        places.append(found if found >= 0 else None)
        at = found + 1 if found >= 0 else at
    return [places[offset] for offset in offsets]


def _value(kind: str, row: object) -> str | None:
    if kind == "dates":
        return getattr(row, "edtf", None)
    return f"{getattr(row, 'value', '')} {getattr(row, 'unit', '')}".strip() if kind == "quantities" else None


def items(document: Document) -> Iterator[Item]:
    """All items, in order."""
    return (item for section in document.sections for item in section.items)
