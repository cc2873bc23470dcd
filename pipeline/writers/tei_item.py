"""An item as a <div> of TEI: head, paragraphs with what is mentioned in them, page breaks, bylines."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from pipeline.model.item import Attribution, DateMention, Item, QuantityMention
from pipeline.writers.tei_markup import Attributes, Span, element, marked, word


class Course:
    """What is written of a document so far."""

    def __init__(self, names: Iterable[str]) -> None:
        """`names` are the ids that may stand as xml:id."""
        self._names = frozenset(names)
        self._page: int | None = None

    def id(self, name: str) -> str | None:
        """The id, for xml:id, unless it is none that XML can hold."""
        return name if name in self._names else None

    def reference(self, name: str | None) -> str | None:
        """A pointer to what has this id."""
        return f"#{name}" if name in self._names else None

    def page_break(self, page: int) -> str:
        """A page break, where the page is another one than before."""
        if page == self._page:
            return ""
        self._page = page
        return element("pb", "", {"n": str(page)})


def item_division(item: Item, course: Course) -> str:
    """The <div> of the item."""
    spans = list(_spans(item, course))
    head = element("head", marked(item.title, spans_in(spans, "title"))) if item.title else ""
    paragraphs = list(_paragraphs(item, spans_in(spans, "text"), course))
    bylines = [element("byline", marked(text, _credited(rows, course))) for text, rows in _printed(item.attributions)]
    content = [head, *paragraphs] if head or paragraphs else ["<p/>"]
    return element("div", [*content, *bylines], {"xml:id": course.id(item.id), "type": item.kind, "n": item.number or None})


def spans_in(spans: Iterable[tuple[str, Span]], field: str) -> list[Span]:
    """Those of one field, which is title or text."""
    return [span for own, span in spans if own == field]


def _paragraphs(item: Item, spans: list[Span], course: Course) -> Iterator[str]:
    breaks = list(_page_breaks(item, course))
    start = 0
    for text in item.text.split("\n"):
        end = start + len(text)
        own = [span._replace(start=span.start - start, end=span.end - start) for span in spans if start <= span.start < end]
        points = [(place - start, piece) for place, piece in breaks if start <= place < end + 1]
        if text or points:
            yield element("p", marked(text, own, points))
        start = end + 1


def _page_breaks(item: Item, course: Course) -> Iterator[tuple[int, str]]:
    for segment in item.segments:
        if 0 <= segment.item_start < len(item.text) and (piece := course.page_break(segment.page)):
            yield segment.item_start, piece


def _spans(item: Item, course: Course) -> Iterator[tuple[str, Span]]:
    """(field, span) of every mention."""
    for rows, name, attributes in _MENTIONS:
        for row in getattr(item, rows):
            yield row.field, Span(row.start, row.end, name, attributes(row, course))


def _name(row: Any, course: Course) -> Attributes:
    return {"ref": course.reference(row.entity_id)}


def _date(row: DateMention, _: Course) -> Attributes:
    start, end = iso_date(row.date_start), iso_date(row.date_end)
    if start and start == end:
        return {"when": start}
    if (row.edtf or "").startswith("["):  # one day of these, not all of them
        return {"notBefore": start, "notAfter": end}
    return {"from": start, "to": end}


def _measure(row: QuantityMention, _: Course) -> Attributes:
    kind = None if row.comparator == "eq" else word(row.comparator)
    return {"type": kind, "quantity": repr(row.value), "unit": word(row.unit)}


_MENTIONS: tuple[tuple[str, str, Callable[[Any, Course], Attributes]], ...] = (
    ("dates", "date", _date),
    ("organizations", "orgName", _name),
    ("persons", "persName", _name),
    ("places", "placeName", _name),
    ("quantities", "measure", _measure),
    ("document_numbers", "ref", lambda *_: {"type": "document_number"}),
)
"""List of the item, element, its attributes; where two begin together the longer one is outside, then the earlier here."""


def iso_date(text: str | None) -> str | None:
    """The text, where it is a day or a month of the calendar."""
    try:
        return date.fromisoformat((text or "") + "-01" * (len(text or "") == len("1993-05"))).isoformat()[: len(text or "")]
    except ValueError:
        return None


def _printed(rows: tuple[Attribution, ...]) -> Iterator[tuple[str, list[Attribution]]]:
    """Each attribution as printed, with the units and persons in it."""
    group: list[Attribution] = []
    for row in rows:
        if group and row.text != group[0].text:
            yield group[0].text, group
            group = []
        group.append(row)
    if group:
        yield group[0].text, group


def _credited(rows: list[Attribution], course: Course) -> Iterator[Span]:
    text, place = rows[0].text, 0
    for row in rows:
        unit = course.reference(row.entity_id)
        for name, words, whom in (("orgName", row.organization, unit), ("persName", row.person, None if row.organization else unit)):
            start = text.find(words, place) if words else -1
            if words and start >= 0:
                yield Span(start, start + len(words), name, {"ref": whom})
                place = start + len(words)
