"""One correction of one row: in which list of an item, at which place, with which values."""

from typing import Any, NamedTuple

from pipeline.model.correction import Correction
from pipeline.model.item import Attribution, DateMention, DocumentNumberMention, Item, NameMention, PersonMention, QuantityMention
from pipeline.model.layout import Span
from pipeline.offsets import item_offset

_BLANK: dict[str, Any] = {
    "attributions": Attribution("", None, None, None, 0, 0),
    "dates": DateMention("", "", 0, 0, None, None, None, None, "none", "gregorian"),
    "organizations": NameMention("", "", 0, 0, None, 1.0),
    "places": NameMention("", "", 0, 0, None, 1.0),
    "persons": PersonMention("", "", 0, 0, None, 1.0, None, None),
    "quantities": QuantityMention("", "", 0, 0, 0.0, "", "eq", approximate=False),
    "document_numbers": DocumentNumberMention("", "", 0, 0, "", None, None),
}
"""List → a row of it in which nothing is known; what a person has seen is certain, so its confidence is 1."""
_FIXED = ("text", "field", "start", "end", "source_start", "source_end")
"""Fields that follow from the quoted words."""


class Place(NamedTuple):
    """A stretch of an item's title or text."""

    field: str
    start: int
    end: int

    @classmethod
    def of(cls, item: Item, span: Span, text: str) -> "Place | None":
        """Where in the item a stretch of the source stands; None where it does not."""
        start, end = item_offset(item, span.start), item_offset(item, span.end - 1)
        if start is not None and end is not None:
            return cls("text", start, end + 1)
        if item.title is None or item.title_start is None or not item.title_start <= span.start < (item.title_end or 0):
            return None
        words = "".join(text[span.start : span.end].split("\n"))
        at = item.title.find(words, max(0, span.start - item.title_start - len(words)))
        return cls("title", at, at + len(words)) if at >= 0 else None


def amend_rows(item: Item, correction: Correction, span: Span, place: Place | None) -> Item | None:
    """The item with the corrected list; None where the correction does not fit it."""
    rows = getattr(item, correction.target)
    touched = [row for row in rows if _meets(row, span, place)]
    if not _fits(correction):
        return None
    if correction.op != "add" and not touched:
        return None
    kept = [row for row in rows if row not in touched]
    if correction.op != "reject":
        model = touched[0] if correction.op == "change" else _BLANK[correction.target]
        kept.append(_row(model, item, correction, span, place))
    amended: dict[str, Any] = {correction.target: tuple(sorted(kept, key=_order))}
    return item._replace(**amended)


def _fits(correction: Correction) -> bool:
    """Whether its values are fields of such a row."""
    return set(correction.value) <= {*_BLANK[correction.target]._fields} - {*_FIXED}


def _meets(row: Any, span: Span, place: Place | None) -> bool:
    """Whether a row stands at the quoted words: it begins and ends there, or for an attribution overlaps them."""
    if isinstance(row, Attribution):
        return row.source_start < span.end and span.start < row.source_end
    return place is not None and (row.field, row.start, row.end) == place


def _row(model: Any, item: Item, correction: Correction, span: Span, place: Place | None) -> Any:
    if isinstance(model, Attribution):
        known = {} if {"organization", "person"}.isdisjoint(correction.value) else {"entity_id": None}  # of whom it was
        text = model.text or correction.quote.exact
        return model._replace(**{"text": text, **known, **correction.value}, source_start=span.start, source_end=span.end)
    if place is None:
        return model
    words = getattr(item, place.field)[place.start : place.end]
    changed = model._replace(**correction.value, text=words, **place._asdict())
    return changed._replace(confidence=1.0) if "confidence" in changed._fields else changed


def _order(row: Any) -> tuple[object, ...]:
    if isinstance(row, Attribution):
        return (row.source_start, row.source_end)
    return (row.field != "title", row.start, row.end)
