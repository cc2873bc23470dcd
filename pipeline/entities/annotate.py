"""Document → the same document with the mentions of every item and the entities of the issue."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from pipeline.entities.dates import find_dates
from pipeline.entities.defined_names import defined_names
from pipeline.entities.document_numbers import find_document_numbers
from pipeline.entities.learn import learn
from pipeline.entities.organizations import find_organizations
from pipeline.entities.persons import find_persons
from pipeline.entities.places import find_places
from pipeline.entities.quantities import find_quantities
from pipeline.entities.recall import recall
from pipeline.entities.resolve import resolve
from pipeline.lexicon import in_simplified
from pipeline.model.document import Document, Entity
from pipeline.model.item import Attribution, Item
from pipeline.model.mentions import IssueContext, IssueDate, Mentions, Passage
from pipeline.model.record import NamedTuple
from pipeline.normalize import fold, fold_seen
from pipeline.notation.numerals import parse_numeral
from pipeline.notation.pattern import Pattern

_FINDERS: dict[str, Callable[[tuple[Passage, ...], IssueContext, Mentions], Any]] = {
    "document_numbers": find_document_numbers,
    "dates": find_dates,
    "organizations": find_organizations,
    "quantities": find_quantities,
    "persons": find_persons,
    "places": find_places,
}
"""In this order: a later one leaves alone what an earlier one has claimed (the 12号 of a 文号 is no day)."""
_CHRONICLE = Pattern(r"(?P<year>\d{4})年度?[^,。]{0,12}(?:大事|纪事|記事|记事|要事|日志|日誌)", numerals=True)
_BULLET = 2
"""Characters that may stand before the date that an item begins with."""


def annotate(document: Document, further: tuple[IssueDate, ...] = ()) -> Document:
    """The document with the lists of its items and its `entities` filled; `further` are the issues in its source below the first, in order."""
    items = [item for section in document.sections for item in section.items]
    headings = [section.title for section in document.sections for _ in section.items]
    plain = fold_seen if document.source.reader == "scan" else fold
    context = read_context(document)
    settings = [_Setting(heading, *(_of_chronicle(heading) or _dated(item, context, further))) for heading, item in zip(headings, items, strict=True)]
    found, credited, entities = _find([_passages(item, plain) for item in items], settings, context, items)
    filled = iter([
        item._replace(**mentions._asdict(), attributions=attributions)
        for item, mentions, attributions in zip(items, found, credited, strict=True)
    ])
    sections = tuple(section._replace(items=tuple(next(filled) for _ in section.items)) for section in document.sections)
    return document._replace(sections=sections, entities=entities)


class _Setting(NamedTuple):
    """Where an item stands, see `IssueContext`."""

    heading: str | None
    date: str | None
    year: int | None


def _dated(item: Item, context: IssueContext, further: tuple[IssueDate, ...]) -> tuple[str | None, int | None]:
    """Date and year of the issue that the item stands in."""
    start = item.segments[0].source_start if item.segments else item.title_start or 0
    at = bisect_right(further, start, key=lambda issue: issue.start)
    return (further[at - 1].date, further[at - 1].year) if at else (context.date, context.year)


def _of_chronicle(heading: str | None) -> tuple[None, int] | None:
    """The year of which a chronicle (大事记) tells, printed in a later one."""
    key = fold(heading or "")
    found = _CHRONICLE.match(key)
    year = parse_numeral(key[slice(*found.span("year"))]) if found else None
    return (None, year) if year else None


def _find(
    texts: list[tuple[Passage, ...]], settings: list["_Setting"], context: IssueContext, items: Sequence[Item] = ()
) -> tuple[list[Mentions], list[tuple[Attribution, ...]], tuple[Entity, ...]]:
    """As `resolve` gives them: learn, find, find again what was named elsewhere, resolve."""
    context = learn([passage for passages in texts for passage in passages], context)
    found: list[Mentions] = []
    for at, (passages, setting) in enumerate(zip(texts, settings, strict=True)):
        led_by = _first_date(found[-1]) if at and setting == settings[at - 1] else None
        found.append(find_mentions(passages, context._replace(led_by=led_by, **setting._asdict())))
    context = context._replace(learned=context.learned._replace(short_names=tuple(defined_names(texts, found).items())))
    return resolve(recall(texts, found, context), context, items)


def _first_date(found: Mentions) -> str | None:
    """EDTF of the date that an item begins with."""
    return next((date.edtf for date in found.dates[:1] if date.start <= _BULLET), None)


def find_mentions(passages: tuple[Passage, ...], context: IssueContext) -> Mentions:
    """Every mention in the texts of one item."""
    found = Mentions()
    for kind, finder in _FINDERS.items():
        if rows := finder(passages, context, found):
            found = found._replace(**{kind: rows})
    return _without_namesakes(found) if found.persons and found.dates else found


def _without_namesakes(found: Mentions) -> Mentions:
    """Without the festivals that persons are called by: 涂国庆."""
    begins = {(person.field, person.end): person.start for person in found.persons}
    dates = tuple(date for date in found.dates if date.basis != "holiday" or date.start <= begins.get((date.field, date.end), date.start))
    return found._replace(dates=dates)


def mentions(text: str, issue_date: str | None = None, issuer: str | None = None) -> Mentions:
    """The mentions of a plain text that belongs to no bulletin; offsets index `text`.

    `issue_date` (ISO 8601) is the day from which 5月6日 and 近日 are reckoned, `issuer` the unit that 市总工会 is short for.
    """
    context = IssueContext(issue_date, int(issue_date[:4]) if issue_date else None, issuer, (issuer,) if issuer else ())
    found, _, _ = _find([(_passage("text", text, fold(text)),)], [_Setting(None, context.date, context.year)], context)
    return found[0]


def read_context(document: Document) -> IssueContext:
    """What the parts around the items say: date, issuer, and every unit and person that they name."""
    masthead = document.masthead
    names = list(_names(document))
    units = dict.fromkeys(unit for unit, _ in names if unit)
    persons = dict.fromkeys(person for _, person in names if person)
    minguo = masthead.date_text is not None and "民国" in in_simplified(masthead.date_text)
    return IssueContext(masthead.date, masthead.year, masthead.issuer, tuple(units), tuple(persons), masthead.title, minguo=minguo)


def _names(document: Document) -> Iterator[tuple[str | None, str | None]]:
    """Units and persons of masthead, attributions, distribution and colophon."""
    yield document.masthead.issuer, None
    yield from ((None, name) for name in (document.masthead.signatory or "").split())
    for section in document.sections:
        for item in section.items:
            yield from ((row.organization, row.person) for row in item.attributions)
    yield from ((row.organization, row.person) for row in document.distribution)
    yield document.colophon.printed_by, None
    yield from ((None, contact.name) for contact in document.colophon.contacts)


def _passages(item: Item, plain: Callable[[str], str]) -> tuple[Passage, ...]:
    return tuple(_passage(field, text, plain(text)) for field, text in (("title", item.title), ("text", item.text)) if text)


def _passage(field: str, text: str, key: str) -> Passage:
    return Passage(field, text, key, in_simplified(key))
