"""A document beside the truth: every fact that differs, under the name of its family."""

import unicodedata
from collections.abc import Iterator
from itertools import zip_longest
from typing import Any, NamedTuple

from generator.truth import ItemTruth, Truth
from pipeline.model.document import Document
from pipeline.model.item import Item


class Difference(NamedTuple):
    """What should have been found, and what was."""

    family: str
    wanted: Any
    found: Any


def plain(value: Any) -> Any:
    """Text without white space and width, as facts are compared; anything else as it is."""
    return "".join(unicodedata.normalize("NFKC", value).split()) if isinstance(value, str) else value


def differences(document: Document, truth: Truth) -> list[Difference]:
    """All facts of the truth that the document does not hold, and what it holds instead."""
    return [d for d in _pairs(document, truth) if d.wanted != d.found]


def _pairs(document: Document, truth: Truth) -> Iterator[Difference]:
    for name, value in vars(truth.masthead).items():
        yield Difference(f"masthead.{name}", plain(value), plain(getattr(document.masthead, name)))
    found = [(plain(row.section), plain(row.title)) for row in document.contents]
    yield Difference("contents", [(plain(section), plain(title)) for section, title in truth.contents], found)
    titles = [plain(section.title) for section in document.sections if section.title]
    yield Difference("sections", [plain(section.title) for section in truth.sections if section.title], titles)
    yield from _items(document, truth)
    rows = [(plain(row.relation), plain(row.text)) for row in document.distribution]
    yield Difference("distribution", [(plain(relation), plain(text)) for relation, text in truth.distribution], rows)
    yield from _colophon(document, truth)


def _items(document: Document, truth: Truth) -> Iterator[Difference]:
    wanted = [(section.title, item) for section in truth.sections for item in section.items]
    found = [(section.title, item) for section in document.sections for item in section.items]
    if len(wanted) != len(found):
        yield Difference("item count", [plain(item.title or item.paragraphs[0][:12]) for _, item in wanted],
                         [plain(item.title or item.text[:12]) for _, item in found])  # fmt: skip
        return
    for (section, item), (other, have) in zip_longest(wanted, found):
        yield Difference("item section", plain(section), plain(other))
        yield from _item(item, have)


def _item(item: ItemTruth, have: Item) -> Iterator[Difference]:
    yield Difference("item title", plain(item.title), plain(have.title))
    yield Difference("item kind", item.kind, have.kind)
    yield Difference("item number", plain(item.number), plain(have.number))
    body = [plain(text) for text in item.paragraphs]
    if "".join(body) == plain(have.text):
        yield Difference("item paragraphs", body, [plain(text) for text in have.text.split("\n")])
    yield Difference("item body", "".join(body), plain(have.text))
    units = [plain(row.organization) for row in have.attributions if row.organization]
    yield Difference("item organizations", sorted(plain(unit) for unit in item.organizations), sorted(units))
    persons = [plain(row.person) for row in have.attributions if row.person]
    yield Difference("item persons", sorted(plain(person) for person in item.persons), sorted(persons))


def _colophon(document: Document, truth: Truth) -> Iterator[Difference]:
    want, have = truth.colophon, document.colophon
    contacts = sorted((plain(contact.role), plain(contact.name)) for contact in have.contacts)
    yield Difference("colophon.contacts", sorted((plain(role), plain(name)) for role, name in want.contacts), contacts)
    for name in ("emails", "phones"):
        yield Difference(f"colophon.{name}", [plain(v) for v in getattr(want, name)], [plain(v) for v in getattr(have, name)])
    for name in ("print_run", "printed_by", "print_date"):
        yield Difference(f"colophon.{name}", plain(getattr(want, name)), plain(getattr(have, name)))
