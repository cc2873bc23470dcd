"""Document → the same document with the rows, fields and names that a person has put right.

Warnings: correction_lost and correction_ambiguous (locate.py), correction_unfit: the words stand where no such row or field can be.
"""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from pipeline.corrections.locate import Lost, locate
from pipeline.corrections.rows import Place, amend_rows
from pipeline.model.correction import Correction
from pipeline.model.document import Document, DocumentWarning
from pipeline.model.frame import FieldSpan
from pipeline.model.item import Item
from pipeline.model.layout import Span

_PARTS = ("masthead", "colophon")


class _Unfit(NamedTuple):
    message: str


def amend(document: Document, corrections: Iterable[Correction]) -> Document:
    """Each correction in its turn; one that cannot be applied becomes a warning and leaves the document as it is."""
    warnings = []
    for correction in corrections:
        if correction.op == "role":
            continue  # pins.py has seen to it
        span = locate(correction.quote, document.text)
        result = span if isinstance(span, Lost) else _apply(document, correction, span)
        if isinstance(result, Document):
            document = result
        else:
            code = result.code if isinstance(result, Lost) else "correction_unfit"
            where = (None, None) if isinstance(span, Lost) else span
            warnings.append(DocumentWarning(code, result.message, None, *where))
    return document._replace(warnings=(*document.warnings, *warnings))


def _apply(document: Document, correction: Correction, span: Span) -> Document | _Unfit:
    if correction.op == "set":
        return _set(document, correction, span)
    if correction.op == "name":
        return _name(document, correction)
    return _rows(document, correction, span)


def _set(document: Document, correction: Correction, span: Span) -> Document | _Unfit:
    """A field of the masthead or colophon: its value, and that it stands at these words."""
    part, _, field = correction.target.partition(".")
    values = getattr(document, part) if part in _PARTS else None
    if values is None or field not in values._fields or field == "spans":
        return _Unfit(f"no field is called {correction.target}; a correction of it was not applied")
    spans = (*(s for s in values.spans if s.field != field), FieldSpan(field, *span))
    value = correction.value.get("value", correction.quote.exact)
    return document._replace(**{part: values._replace(**{field: value, "spans": spans})})


def _name(document: Document, correction: Correction) -> Document | _Unfit:
    """The full name of an entity; where another has it already, the two are one."""
    exact, name = correction.quote.exact, correction.value.get("value")
    old = next((e for e in document.entities if e.type == correction.target and exact in (e.name, *e.aliases)), None)
    if old is None or not isinstance(name, str) or not name:
        return _Unfit(f"no {correction.target} is called {exact}; a correction of its name was not applied")
    other = next((e for e in document.entities if e.type == old.type and e.name == name and e is not old), None)
    kept = other or old
    aliases = dict.fromkeys((*kept.aliases, old.name, *old.aliases))
    aliases.pop(name, None)
    merged = kept._replace(name=name, aliases=tuple(aliases), mentions=kept.mentions + (old.mentions if other else 0))
    entities = tuple(merged if e is kept else e for e in document.entities if e is not old or e is kept)
    return _each_item(document._replace(entities=entities), lambda item: _renamed(item, old.id, kept.id))


def _renamed(item: Item, old: str, new: str) -> Item:
    amended: dict[str, Any] = {
        name: tuple(row._replace(entity_id=new) if row.entity_id == old else row for row in getattr(item, name))
        for name in ("attributions", "organizations", "persons")
    }
    return item._replace(**amended)


def _each_item(document: Document, change: Callable[[Item], Item]) -> Document:
    return document._replace(
        sections=tuple(section._replace(items=tuple(change(item) for item in section.items)) for section in document.sections)
    )


def _rows(document: Document, correction: Correction, span: Span) -> Document | _Unfit:
    """The list of the item in whose title, text or attribution the words stand."""
    for item in (item for section in document.sections for item in section.items):
        place = Place.of(item, span, document.text)
        if place or (correction.target == "attributions" and _owns(document, item, span)):
            amended = amend_rows(item, correction, span, place)
            if amended:
                return _each_item(document, _instead(amended))
    return _Unfit(f"“{correction.quote.exact}” stands where no {correction.target} can be {_DONE[correction.op]}")


def _instead(amended: Item) -> Callable[[Item], Item]:
    return lambda item: amended if item.id == amended.id else item


_DONE = {"add": "added", "reject": "rejected", "change": "changed"}


def _owns(document: Document, item: Item, span: Span) -> bool:
    """Whether the ledger gives the place to this item."""
    return any(run.owner == item.id and run.start <= span.start < run.end for run in document.ledger)
