"""Parts → Document: ids from the content, texts with their way back to the source, and the ledger.

Post-condition: the ledger cuts the text into runs that meet without gap or overlap; every character stands in exactly one.
"""

from collections import Counter

from pipeline.digest import sha256
from pipeline.ledger import Ledger
from pipeline.model.document import SCHEMA_VERSION, Document, Section, Source
from pipeline.model.frame import ContentsEntry, Masthead, Recipient
from pipeline.model.item import Attribution, Item, Segment
from pipeline.model.layout import Furniture, RawText
from pipeline.model.record import NamedTuple
from pipeline.notation.genres import names_genre
from pipeline.places import Places
from pipeline.segment.attribution import Credits
from pipeline.segment.colophon import parse_colophon
from pipeline.segment.contents import Entry, entry_title, parse_contents
from pipeline.segment.distribution import parse_distribution, parse_recipients
from pipeline.segment.items import ItemDraft, Parts, SectionDraft, join_parts
from pipeline.segment.outline import parse_outline
from pipeline.segment.spans import Piece, raw_text, source_range, source_spans

_COUPLET = 4
"""Two lines of a title of the same length, at least this long, are a couplet: a blank stands between them in one line."""
_ABOUT = ("关于", "關於")
"""Words of a title that goes on to its 通知 or 报告: no line of a couplet."""
_TELLING = 2
"""Facts that tell an issue from others of the same number: 第12期 has many a bulletin, and many a unit a 简报."""


def digest(*parts: object) -> str:
    """12 hex digits that name a thing by its content."""
    return sha256("\x1f".join("" if part is None else str(part) for part in parts).encode("utf-8", "replace")).hexdigest()[:12]


def issue_id(masthead: Masthead, sha256: str) -> str:
    """`iss-` and a digest of title, issuer, year and number; of the file where it bears no number, or hardly more than one."""
    number = masthead.issue_number or masthead.document_number or masthead.cumulative_number
    known = sum(value is not None for value in (masthead.title, masthead.issuer, masthead.year, masthead.document_number))
    if not number or known < _TELLING:
        return f"iss-{sha256[:12]}"
    return f"iss-{digest(masthead.title, masthead.issuer, masthead.year, number)}"


class ReadIssue(NamedTuple):
    """What was read of one of the issues of a source."""

    start: int
    """Where it begins in the text."""
    parts: Parts
    masthead: Masthead
    editors: list[Piece]
    """Lines of its head that name who edits it."""
    is_record: bool = False
    """Whether it is an article of a newspaper's database."""


def assemble(raw: RawText, issues: list[ReadIssue], furniture: Furniture, source: Source, style: str) -> Document:
    """The document of the issues of a source, without its mentions and warnings; number and date are those of the first issue."""
    text = raw.text
    masthead, editors = issues[0].masthead, issues[0].editors
    entries = [entry for issue in issues for entry in parse_contents(issue.parts, text)]
    parts = join_parts([issue.parts for issue in issues], one_section=issues[0].is_record)
    colophon = parse_colophon(parts.colophon, editors, parts.postscript, parts.distribution, text)
    ledger = Ledger()
    issue = issue_id(masthead, source.sha256)
    assembler = _Assembler(text, issue, Places(source.pages, raw), ledger)
    sections = assembler.sections(parts.sections)
    contents = assembler.contents(entries)
    _enter_frame(ledger, parts, furniture)
    return Document(SCHEMA_VERSION, issue, source, style, masthead, contents, sections, _distribution(parts, text), colophon, (), (),
                    text, ledger.close(text))  # fmt: skip


def _distribution(parts: Parts, text: str) -> tuple[Recipient, ...]:
    addressed = [row for piece in parts.addressee for row in parse_recipients(piece, "主送", text)]
    return (*addressed, *parse_distribution(parts.distribution, text))


def _enter_frame(ledger: Ledger, parts: Parts, furniture: Furniture) -> None:
    """Everything around the items."""
    for role, pieces in (
        ("masthead", [*parts.masthead, *parts.other_mastheads]),
        ("contents", [*parts.contents_heading, *parts.contents]),
        ("distribution", [*parts.addressee, *parts.other_addressees, *parts.distribution]),
        ("attribution", [*parts.signature, *parts.other_signatures, *parts.signed_date]),
        ("colophon", [*parts.postscript, *parts.colophon]),
    ):
        for piece in pieces:
            ledger.add(piece, role)  # type: ignore[arg-type]
    for span in furniture.spans:
        ledger.add_span(span, "furniture")
    for span in furniture.rules:
        ledger.add_span(span, "separator")


class _Assembler:
    """Turns drafts into values and writes every place that it uses into the ledger."""

    def __init__(self, text: str, issue: str, places: Places, ledger: Ledger) -> None:
        self.text = text
        self.issue = issue
        self.places = places
        self.ledger = ledger
        self.item_ids: dict[int, str] = {}
        self._turns: Counter[tuple[str | None, ...]] = Counter()

    def sections(self, drafts: list[SectionDraft]) -> tuple[Section, ...]:
        """All sections with their items."""
        return tuple(self._section(draft) for draft in drafts)

    def _section(self, draft: SectionDraft) -> Section:
        title = raw_text(draft.title, self.text).strip() if draft.title else None
        section_id = self._id("sec", title)
        span: tuple[int | None, int | None] = (None, None)
        if draft.heading:
            self.ledger.add(draft.heading, "section_heading", section_id)
            span = source_range(draft.heading)
        heading = raw_text(draft.heading, self.text).strip() if draft.heading else None
        return Section(section_id, title, heading, *span, tuple(self._item(item) for item in draft.items))

    def _id(self, prefix: str, *parts: str | None) -> str:
        """An id from the issue's and the thing's own words; what has the same words is told apart by its turn."""
        turn = self._turns[prefix, *parts]
        self._turns[prefix, *parts] += 1
        return f"{prefix}-{digest(self.issue, *parts, turn or None)}"

    def _item(self, draft: ItemDraft) -> Item:
        title = self._title(draft)
        body, segments = self._body(draft)
        item_id = self._id("itm", title or body[:40])
        self.item_ids[id(draft)] = item_id
        self._enter(draft, item_id)
        head: tuple[int | None, int | None] = source_range(*draft.title) if draft.title else (None, None)
        pieces = (*draft.title, *draft.body)
        attributions = tuple(row for piece, credit in draft.credits for row in self._attributions(piece, credit))
        return Item(
            id=item_id,
            kind=draft.kind,
            number=draft.number,
            title=title,
            title_basis=draft.basis if title else "none",
            title_start=head[0],
            title_end=head[1],
            text=body,
            page_start=self.places.page(source_range(pieces[0])[0]) if pieces else None,
            page_end=self.places.page(max(0, source_range(pieces[-1])[1] - 1)) if pieces else None,
            segments=segments,
            attributions=attributions,
            outline=parse_outline(body),
            tables=self.places.cells(segments),
        )

    def _enter(self, draft: ItemDraft, item_id: str) -> None:
        for piece in draft.marks:
            self.ledger.add(piece, "item_title" if draft.title else "item_text", item_id)
        for piece in draft.title:
            self.ledger.add(piece, "item_title", item_id)
        for piece in draft.body:
            self.ledger.add(piece, "item_text", item_id)
        for piece, _ in draft.credits:
            self.ledger.add(piece, "attribution", item_id)

    def _title(self, draft: ItemDraft) -> str | None:
        title = ""
        for number, piece in enumerate(draft.title):
            line = raw_text(piece, self.text).strip()
            before = raw_text(draft.title[number - 1], self.text).strip() if number else ""
            goes_on = line.startswith("——") or any(word in before for word in _ABOUT) or names_genre(piece.key)
            couplet = len(line) == len(before) >= _COUPLET and not goes_on
            title += ("\u3000" if couplet else "") + line
        return title or None

    def _body(self, draft: ItemDraft) -> tuple[str, tuple[Segment, ...]]:
        paragraphs: list[str] = []
        segments: list[Segment] = []
        at = 0
        for piece in draft.body:
            raw = raw_text(piece, self.text)
            low = at
            for span in source_spans(piece):
                length = span.end - span.start
                found = raw.find(self.text[span.start : span.end], low - at)
                low = at + found
                segments.append(Segment(low, span.start, length, self.places.page(span.start), self.places.box(*span)))
                low += length
            paragraphs.append(raw)
            at += len(raw) + 1
        return "\n".join(paragraphs), tuple(segments)

    def _attributions(self, piece: Piece, credit: Credits) -> list[Attribution]:
        raw = raw_text(piece, self.text).strip()
        rows = []
        for row in credit.rows:
            place = source_range(Piece(piece.block, piece.start + row.start, piece.start + row.end))
            rows.append(Attribution(raw, row.organization, row.person, row.role, *place))
        return rows

    def contents(self, entries: list[Entry]) -> tuple[ContentsEntry, ...]:
        """The printed contents; items must have been assembled before."""
        rows = []
        for entry in entries:
            start, end = source_range(*entry.lines)
            match = "exact" if entry.exact else "fuzzy" if entry.item else "none"
            item = self.item_ids[id(entry.item)] if entry.item else None
            rows.append(ContentsEntry(entry.section, entry.number, entry_title(entry, self.text), entry.page, item, match, start, end))  # type: ignore[arg-type]
        return tuple(rows)
