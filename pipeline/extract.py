"""The recipe: every stage, called once, top to bottom. The only file that knows the order.

file → read → fold → lines → columns in turn → furniture → blocks → issues → style → zones → parts → assemble → ledger → entities → checks → Document
"""

import os
from collections.abc import Callable, Iterable
from typing import IO, TYPE_CHECKING

from pipeline.assemble import Assembler, issue_id
from pipeline.blocks import group_blocks
from pipeline.checks import check
from pipeline.digest import sha256
from pipeline.entities.annotate import annotate
from pipeline.errors import InputError
from pipeline.furniture import mark_furniture
from pipeline.ledger import Ledger
from pipeline.lines import columns, placed_lines, split_lines
from pipeline.model.document import SCHEMA_VERSION, Document, DocumentWarning, Page, Source
from pipeline.model.frame import Masthead, Recipient
from pipeline.model.layout import Block, Furniture, RawText, ReadOptions
from pipeline.model.mentions import IssueDate
from pipeline.model.record import NamedTuple
from pipeline.model.zone import ZoneRole
from pipeline.normalize import fold, fold_seen
from pipeline.places import Places
from pipeline.readers.formats import read
from pipeline.segment.colophon import parse_colophon
from pipeline.segment.contents import parse_contents
from pipeline.segment.distribution import parse_distribution, parse_recipients
from pipeline.segment.items import Parts, join_parts, sort_parts
from pipeline.segment.signature import parse_head
from pipeline.segment.spans import Piece
from pipeline.side_by_side import read_in_turn
from pipeline.styles import STYLES
from pipeline.zones.decode import label_zones
from pipeline.zones.issues import Issue, read_issues, warn_of_issues
from pipeline.zones.style import detect_style

if TYPE_CHECKING:
    from pipeline.model.correction import Correction

MAX_BYTES = 64 * 2**20
"""Largest source: a bulletin has 10–200 kB; 64 MB of text would take a minute and 6 GB of memory."""

_RULES = 400
"""Characters of the rules and blank lines at the top of a page."""

CORRECTIONS = "corrections.jsonl"
"""File in the folder of a source with what a person has put right."""


def extract(  # noqa: PLR0913  the one door of the package: what a user may say of a source
    source: str | os.PathLike[str] | bytes | IO[bytes] | IO[str], *, encoding: str | None = None, style: str | None = None,
    name: str | None = None, max_bytes: int = MAX_BYTES, password: str | None = None, pages: str | None = None,
    corrections: Iterable["Correction"] | None = None, progress: Callable[[int, int], None] | None = None,
) -> Document:  # fmt: skip
    """The document of one bulletin or 公文.

    `source` is a path, the bytes themselves or a stream; `name` overrules the file name that is kept. `encoding` and `style`
    (jianbao, gongwen, plain) overrule what would be recognised; `password` opens a locked PDF, `pages` ("1-3,7") reads only
    those pages of the file. `corrections` are what a person has put right before, without them those in
    corrections.jsonl beside a path; those of this source are applied. `progress(done, pages)` is told of pages
    that are read off images, which takes seconds each. Bad content never raises: it gives warnings. Raises
    InputError where the source cannot be read at all (missing, of a kind that is not known, locked, larger than `max_bytes`).
    """
    return extract_whole(source, Given(encoding, style, name, max_bytes, password, pages, corrections, progress)).document


class Given(NamedTuple):
    """What a user says of a source, see `extract`."""

    encoding: str | None = None
    style: str | None = None
    name: str | None = None
    max_bytes: int = MAX_BYTES
    password: str | None = None
    pages: str | None = None
    corrections: Iterable["Correction"] | None = None
    progress: Callable[[int, int], None] | None = None


class Extraction(NamedTuple):
    """A document and what it was made of, for who shows the pages of its source."""

    document: Document
    raw: RawText
    data: bytes


def extract_whole(source: str | os.PathLike[str] | bytes | IO[bytes] | IO[str], given: Given) -> Extraction:
    """As `extract`."""
    data, found_name = _read(source, given.max_bytes)
    style = given.style
    if style is not None and style not in STYLES:
        raise InputError(f"unknown style {style!r}; choose one of {', '.join(STYLES)}")
    raw = read(data, ReadOptions(given.encoding, given.password, given.pages, given.progress))
    name = given.name or found_name
    file = Source(name, sha256(data).hexdigest(), len(data), raw.media_type, raw.encoding, raw.decode_errors, raw.reader)
    corrections = _own(corrections_beside(source) if given.corrections is None else given.corrections, file)
    return Extraction(_extract(raw, file, style, corrections), raw, data)


def _read(source: str | os.PathLike[str] | bytes | IO[bytes] | IO[str], max_bytes: int) -> tuple[bytes, str | None]:
    if isinstance(source, bytes):
        data, name = source, None
    elif isinstance(source, (str, os.PathLike)):
        data, name = _read_file(os.fspath(source), max_bytes), os.path.basename(os.fspath(source))
    else:
        content = source.read(max_bytes + 1)
        data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
        own = getattr(source, "name", None)
        name = os.path.basename(own) if isinstance(own, str) else None
    if len(data) > max_bytes:
        raise InputError(f"{name or 'the source'} is larger than {max_bytes // 2**20} MB; split it, or raise the limit with --max-mb")
    return data, name


def _read_file(path: str, max_bytes: int) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read(max_bytes + 1)
    except FileNotFoundError as error:
        reason = "the link leads to no file; mend or remove it" if os.path.islink(path) else "no such file"
        raise InputError(f"{path}: {reason}") from error
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror or error}); see whether you may read it") from error


def _extract(raw: RawText, source: Source, style: str | None, corrections: tuple["Correction", ...]) -> Document:
    text = raw.text
    folded = fold_seen(text) if raw.reader == "scan" else fold(text)
    lines, rules = placed_lines(raw.printed, folded) if raw.printed else split_lines(text, folded)
    lines, rules, order = (lines, rules, ()) if raw.printed else read_in_turn(lines, rules, text)
    flow, furniture = mark_furniture(lines, rules, tuple(page.start for page in raw.pages))
    blocks = group_blocks(flow, max((columns(text[r.start : r.end]) for r in rules), default=0), raw.measure)
    blocks, pinned, warnings = _pin(blocks, text, corrections)
    issues = read_issues(blocks, text, pinned)
    style = style or detect_style(issues[0].blocks, issues[0].clues)
    if not STYLES[style].transitions.keys() >= set(pinned.values()):
        style = "jianbao"  # the person has named a role that only bulletins have
    found = [_read_parts(issue, text, style) for issue in issues]
    source = source._replace(pages=raw.pages or _pages(text, furniture))
    further = tuple(IssueDate(issue.start, issue.masthead.date, issue.masthead.year) for issue in found[1:] if issue.masthead.year)
    document = annotate(_document(raw, found, furniture, source, style), further)
    if raw.printed:
        document, doubts = _weigh(document, raw)
        warnings = (*doubts, *warnings)
    document = document._replace(warnings=check(document, (*raw.warnings, *order, *warn_of_issues(issues), *warnings)))
    return _amend(document, corrections)


class _Issue(NamedTuple):
    """One of the issues of a source."""

    start: int
    """Where it begins in the text."""
    parts: Parts
    masthead: Masthead
    editors: list[Piece]
    """Lines of its head that name who edits it."""


def _read_parts(issue: Issue, text: str, style: str) -> _Issue:
    parts = sort_parts(label_zones(issue, STYLES[style]), signed_items=style != "gongwen")
    return _Issue(issue.blocks[0].start if issue.blocks else 0, parts, *parse_head(parts, text, official=style == "gongwen"))


def corrections_beside(source: object) -> Iterable["Correction"]:
    """All corrections in the folder of a source that is a file, whichever source they are of; InputError where they cannot be read."""
    if not isinstance(source, (str, os.PathLike)):
        return ()
    path = os.path.join(os.path.dirname(os.fspath(source)), CORRECTIONS)
    if not os.path.isfile(path):
        return ()
    from pipeline.corrections.lines import read_corrections

    return read_corrections(path)


def _own(corrections: Iterable["Correction"], source: Source) -> tuple["Correction", ...]:
    """Those of the corrections that were made on this source."""
    if not corrections:
        return ()
    from pipeline.corrections.lines import corrections_for

    return corrections_for(corrections, source.sha256, source.file)


def _pin(
    blocks: tuple[Block, ...], text: str, corrections: tuple["Correction", ...]
) -> tuple[tuple[Block, ...], dict[int, ZoneRole], tuple[DocumentWarning, ...]]:
    """The blocks, and the roles that a person has given some of them."""
    if not corrections:
        return blocks, {}, ()
    from pipeline.corrections.pins import pin

    return pin(blocks, text, corrections)


def _weigh(document: Document, raw: RawText) -> tuple[Document, tuple[DocumentWarning, ...]]:
    """The document with the doubts of what read the page in its confidences, and warnings of them."""
    from pipeline.certainty import reading_doubts, weigh

    return weigh(document, raw), tuple(reading_doubts(raw))


def _amend(document: Document, corrections: tuple["Correction", ...]) -> Document:
    """The document with the rows and fields that a person has corrected."""
    if not corrections:
        return document
    from pipeline.corrections.amend import amend

    return amend(document, corrections)


def _pages(text: str, furniture: Furniture) -> tuple[Page, ...]:
    starts = [_page_start(text, start) for start in furniture.page_starts]
    return tuple(Page(number, start, end) for number, (start, end) in enumerate(zip(starts, (*starts[1:], len(text)), strict=True), 1))


def _page_start(text: str, first: int) -> int:
    """Right behind the form feed where only rules stand between it and the first line, else where that begins."""
    feed = text.rfind("\f", max(0, first - _RULES), first)
    return first if feed < 0 or any(map(str.isalnum, text[feed:first])) else feed + 1


def _document(raw: RawText, issues: list[_Issue], furniture: Furniture, source: Source, style: str) -> Document:
    text = raw.text
    _, _, masthead, editors = issues[0]
    entries = [entry for issue in issues for entry in parse_contents(issue.parts, text)]
    parts = join_parts([issue.parts for issue in issues])
    colophon = parse_colophon(parts.colophon, editors, parts.postscript, parts.distribution, text)
    ledger = Ledger()
    issue = issue_id(masthead, source.sha256)
    assembler = Assembler(text, issue, Places(source.pages, raw), ledger)
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
