"""Document -> TEI P5, for editions, concordances and corpora: header, front (masthead, contents), body, back, entities.

What TEI has no place for stays in the JSON: doubts, the ledger, offsets. Of two mentions that cross, the later one is not
marked. A control character, which XML cannot hold, is U+FFFD.
"""

import re
from collections import Counter
from collections.abc import Iterator

from pipeline.model.document import Document, Entity, Section
from pipeline.model.frame import ContentsEntry, Recipient
from pipeline.writers.tei_item import Course, iso_date, item_division
from pipeline.writers.tei_markup import element, escape, is_name
from pipeline.writers.titles import issue_title

NAMESPACE = "http://www.tei-c.org/ns/1.0"
_LARGE = re.compile("<(?:teiHeader|standOff|text|front|body|back|div|head|p|byline|list|item|listOrg|listPerson|org|person)(?=[ />])")
"""Starts of elements that stand among elements, never in running text, where a line end before them would be a part of it."""


def to_tei(document: Document) -> str:
    """The document as a TEI file with one line feed at its end; the same document gives the same text."""
    course = Course(_names(document))
    root = {"xmlns": NAMESPACE, "xml:lang": "zh", "xml:id": course.id(document.id)}
    stand_off = "".join(_entities(document.entities, course))
    content = [_header(document), element("standOff", stand_off) if stand_off else "", element("text", _parts(document, course))]
    lines = _LARGE.sub(r"\n\g<0>", "".join(content))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{element("TEI", lines, root)}\n'


def _names(document: Document) -> frozenset[str]:
    """Ids that can be names in XML and stand for one thing alone: an id must not stand twice."""
    sections = document.sections
    items = [item.id for section in sections for item in section.items]
    counted = Counter([document.id, *(section.id for section in sections), *items, *(entity.id for entity in document.entities)])
    return frozenset(name for name, count in counted.items() if count == 1 and is_name(name))


def _header(document: Document) -> str:
    made = f"Made with bulletin-extract from {document.source.file or 'a nameless source'}, SHA-256 {document.source.sha256}."
    described = element("bibl", _bibl(document))
    file = element(
        "fileDesc",
        (
            element("titleStmt", element("title", escape(issue_title(document) or ""))),
            element("publicationStmt", element("p", escape(made))),
            element("sourceDesc", described),
        ),
    )
    profile = element("profileDesc", element("langUsage", element("language", "中文", {"ident": "zh"})))
    return element("teiHeader", [file, profile])


def _bibl(document: Document) -> Iterator[str]:
    masthead = document.masthead
    if masthead.title:
        yield element("title", escape(masthead.title), {"level": "j"})
    if masthead.issue_label or masthead.issue_number is not None:
        number = None if masthead.issue_number is None else str(masthead.issue_number)
        yield element("biblScope", escape(masthead.issue_label or number or ""), {"unit": "issue", "n": number})
    if masthead.issuer:
        yield element("publisher", escape(masthead.issuer))
    if masthead.date or masthead.date_text:
        yield element("date", escape(masthead.date_text or masthead.date or ""), {"when": iso_date(masthead.date)})
    if masthead.document_number:
        yield element("idno", escape(masthead.document_number), {"type": "document_number"})
    for contact in document.colophon.contacts:
        yield element("respStmt", (element("resp", escape(contact.role)), element("name", escape(contact.name))))


def _parts(document: Document, course: Course) -> Iterator[str]:
    front = _printed(document, "masthead") + _contents(document.contents, course)
    if front:
        yield element("front", front)
    body = "".join(_section(section, course) for section in document.sections)
    yield element("body", body or element("div", "<p/>"))
    back = _recipients(document.distribution) + _printed(document, "colophon") + _printed(document, "unassigned")
    if back:
        yield element("back", back)


def _section(section: Section, course: Course) -> str:
    head = element("head", escape(section.title)) if section.title else ""
    items = "".join(item_division(item, course) for item in section.items)
    return element("div", head + items or "<p/>", {"xml:id": course.id(section.id), "type": "section"})


def _printed(document: Document, role: str) -> str:
    """The lines of the source that have this role."""
    text = "".join(document.text[run.start : run.end] for run in document.ledger if run.role == role)
    lines = [element("p", escape(line.strip())) for line in text.splitlines() if line.strip()]
    return element("div", lines, {"type": role}) if lines else ""


def _contents(rows: tuple[ContentsEntry, ...], course: Course) -> str:
    def entry(row: ContentsEntry) -> str:
        title = escape(row.title or row.section or "")
        target = course.reference(row.item_id)
        linked = element("ref", title, {"target": target}) if target else title
        page = "" if row.page is None else element("num", str(row.page), {"type": "page"})
        return element("item", linked + page, {"n": row.number or None})

    return element("div", element("list", map(entry, rows)), {"type": "contents"}) if rows else ""


def _recipients(rows: tuple[Recipient, ...]) -> str:
    items = [element("item", escape(row.text), {"n": row.relation or None}) for row in rows]
    return element("div", element("list", items), {"type": "distribution"}) if rows else ""


def _entities(entities: tuple[Entity, ...], course: Course) -> Iterator[str]:
    for kind, group, name in (("organization", "listOrg", "orgName"), ("person", "listPerson", "persName")):
        own = [entity for entity in entities if entity.type == kind]
        if own:
            yield element(group, [_entity(entity, name, course) for entity in own])


def _entity(entity: Entity, name: str, course: Course) -> str:
    aliases = [element(name, escape(alias), {"type": "alias"}) for alias in entity.aliases]
    return element("org" if name == "orgName" else "person", [element(name, escape(entity.name)), *aliases], {"xml:id": course.id(entity.id)})
