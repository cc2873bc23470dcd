"""How sure the reader was of its characters (OCR) → confidence of the mentions that stand in them, and warnings.

Post-condition: where every line is certain, the document is the same.
"""

from bisect import bisect_right
from collections.abc import Iterator
from typing import TypeVar

from pipeline.model.document import Document, DocumentWarning
from pipeline.model.item import Item, NameMention, PersonMention
from pipeline.model.layout import LOST, PrintedLine, RawText
from pipeline.offsets import source_offset

_Name = TypeVar("_Name", NameMention, PersonMention)
DOUBTFUL = 0.8
"""Confidence below which a line is told as a doubt: of lines above, one character in two hundred is wrong, below it one in twelve."""
UNSURE = 0.6
"""Confidence below which a name is a doubt."""
_MOST_TOLD = 20
"""Doubtful lines of a document that are told one by one."""


def weigh(document: Document, raw: RawText) -> Document:
    """The document with the reader's doubts in the confidence of names."""
    lines = [line for line in raw.printed if line.confidence < 1.0]
    if not lines:
        return document
    sections = tuple(section._replace(items=tuple(_weighed(item, lines) for item in section.items)) for section in document.sections)
    return document._replace(sections=sections)


def unsure_names(document: Document) -> int:
    """How many names of a document are in doubt."""
    items = [item for section in document.sections for item in section.items]
    names = [row.confidence for item in items for row in (*item.organizations, *item.places)]
    return sum(confidence < UNSURE for confidence in (*names, *(row.confidence for item in items for row in item.persons)))


def reading_doubts(raw: RawText) -> Iterator[DocumentWarning]:
    """A warning for each line that the reader was not sure of, one for those that are too many to tell, and one for signs it has no name for."""
    doubtful = [line for line in raw.printed if line.confidence < DOUBTFUL]
    for line in doubtful[:_MOST_TOLD]:
        page = raw.pages[line.page].number if raw.pages else line.page + 1
        message = f"page {page}: the reader is {line.confidence:.0%} sure of “{raw.text[line.start : line.end]}”"
        yield DocumentWarning("ocr_doubt", message, None, line.start, line.end)
    if len(doubtful) > _MOST_TOLD:
        yield DocumentWarning("ocr_doubt", f"{len(doubtful) - _MOST_TOLD} more lines are as doubtful")
    signs = [line for line in raw.printed if line.confidence < 1.0 and raw.text.startswith(LOST, line.start)]
    if signs:
        message = f"the sign before {len(signs)} lines could not be read and stands as {LOST}"
        yield DocumentWarning("ocr_doubt", message, None, signs[0].start, signs[0].end)


def _weighed(item: Item, lines: list[PrintedLine]) -> Item:
    places = _Places(item, lines)
    return item._replace(
        organizations=tuple(map(places.weighed, item.organizations)),
        places=tuple(map(places.weighed, item.places)),
        persons=tuple(map(places.weighed, item.persons)),
    )


class _Places:
    """The lines in which an item stands."""

    def __init__(self, item: Item, lines: list[PrintedLine]) -> None:
        self._item = item
        self._lines = lines
        self._starts = [line.start for line in lines]

    def weighed(self, row: _Name) -> _Name:
        """The name with the doubt about the line in which it stands."""
        return row._replace(confidence=round(row.confidence * self._confidence(row.field, row.start), 3))

    def _confidence(self, field: str, offset: int) -> float:
        """Of the line in which a place of the title or text stands."""
        source = self._item.title_start if field == "title" else source_offset(self._item, offset)
        at = bisect_right(self._starts, source) - 1 if source is not None else -1
        return self._lines[at].confidence if at >= 0 and source is not None and source < self._lines[at].end else 1.0
