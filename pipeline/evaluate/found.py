"""What a document found, in the terms of gold: read from a `Document` or from the JSON that `extract` wrote of it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from pipeline.evaluate.text import Json, Row, attribution_rows, colophon_rows, mention_value, normal
from pipeline.model.document import Document

MENTION_LISTS = {"date": "dates", "organization": "organizations", "person": "persons", "quantity": "quantities"}
"""Kind of mention → the list of an item that holds it."""


class Missing(NamedTuple):
    """There is no document, and why; it scores as one in which nothing was found."""

    reason: str


class FoundItem(NamedTuple):
    """One item of a document, with the normal form of its section's title."""

    section: str | None
    title: str | None
    text: str | None
    attribution: tuple[Row, ...]


class FoundMention(NamedTuple):
    """One mention in the title or text of an item."""

    text: str | None
    value: str | float | None


class Found(NamedTuple):
    """All that is compared of one document."""

    masthead: Mapping[str, object]
    contents: tuple[Row, ...]
    sections: tuple[Row, ...]
    items: tuple[FoundItem, ...]
    distribution: tuple[Row, ...]
    colophon: tuple[Row, ...]
    mentions: Mapping[str, tuple[FoundMention, ...]]
    is_conserved: bool
    """Whether the ledger cuts the text into runs that lose nothing."""


Answer = Document | Mapping[str, Any] | Missing
"""What stands beside gold: a document, its JSON, or the reason why there is none."""


def read_answer(answer: Answer) -> Found | Missing:
    """The findings of a document; Missing where JSON does not have the shape of one."""
    if isinstance(answer, Missing):
        return answer
    try:
        return _found(_plain(answer))
    except (AttributeError, TypeError, ValueError, LookupError) as error:
        return Missing(f"not a document: {error}")


def _plain(value: Json) -> Json:
    """Values of the model as the JSON that is written of them."""
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {field: _plain(inner) for field, inner in value._asdict().items()}
    return [_plain(inner) for inner in value] if isinstance(value, tuple) else value


def _found(document: Mapping[str, Any]) -> Found:
    sections = document.get("sections") or []
    items = [(section.get("title"), item) for section in sections for item in section.get("items") or []]
    return Found(
        masthead=dict(document.get("masthead") or {}),
        contents=_rows(document.get("contents"), "section", "title"),
        sections=tuple((normal(section.get("title")),) for section in sections if section.get("title")),
        items=tuple(_item(title, item) for title, item in items),
        distribution=_rows(document.get("distribution"), "relation", "text"),
        colophon=colophon_rows(document.get("colophon") or {}),
        mentions={kind: tuple(_mentions(kind, (item for _, item in items))) for kind in MENTION_LISTS},
        is_conserved=_is_conserved(document.get("text"), document.get("ledger") or []),
    )


def _rows(rows: Iterable[Mapping[str, Any]] | None, *fields: str) -> tuple[Row, ...]:
    return tuple(tuple(normal(row.get(field)) for field in fields) for row in rows or [])


def _item(section: object, item: Mapping[str, Any]) -> FoundItem:
    names = item.get("attributions") or []
    organizations = [row["organization"] for row in names if normal(row.get("organization"))]
    persons = [row["person"] for row in names if normal(row.get("person"))]
    return FoundItem(normal(section), item.get("title"), item.get("text"), attribution_rows(organizations, persons))


def _mentions(kind: str, items: Iterable[Mapping[str, Any]]) -> Iterator[FoundMention]:
    for row in (row for item in items for row in item.get(MENTION_LISTS[kind]) or []):
        yield FoundMention(normal(row.get("text")), mention_value(kind, row))


def _is_conserved(text: object, ledger: Iterable[Mapping[str, Any]]) -> bool:
    at = 0
    for run in ledger:
        if run.get("start") != at or run.get("end", -1) <= at:
            return False
        at = run["end"]
    return isinstance(text, str) and at == len(text)
