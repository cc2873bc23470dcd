"""The recipe: every stage, called once, top to bottom. The only file that knows the order.

file → read → fold → lines → columns in turn → furniture → blocks → issues → style → zones → parts → assemble (and ledger) → entities → checks
"""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from pipeline.assemble import ReadIssue, assemble
from pipeline.blocks import group_blocks
from pipeline.checks import check
from pipeline.digest import sha256
from pipeline.entities.annotate import annotate
from pipeline.errors import InputError
from pipeline.file_names import readable
from pipeline.furniture import mark_furniture
from pipeline.lines import columns, placed_lines, split_lines
from pipeline.model.document import Document, DocumentWarning, Source
from pipeline.model.layout import Block, RawText, ReadOptions
from pipeline.model.mentions import IssueDate
from pipeline.model.record import NamedTuple
from pipeline.model.zone import ZoneRole
from pipeline.normalize import fold, fold_seen
from pipeline.places import pages_of_text
from pipeline.readers.formats import read
from pipeline.segment.emphasis import keep_emphasis
from pipeline.segment.items import sort_parts
from pipeline.segment.signature import parse_head
from pipeline.side_by_side import read_in_turn
from pipeline.source import MAX_BYTES, SourceLike, corrections_beside, read_source
from pipeline.styles import STYLES
from pipeline.zones.decode import label_zones
from pipeline.zones.issues import Issue, read_issues, warn_of_issues
from pipeline.zones.style import detect_style

if TYPE_CHECKING:
    from pipeline.model.correction import Correction


def extract(  # noqa: PLR0913  the one door of the package: what a user may say of a source
    source: SourceLike, *, encoding: str | None = None, style: str | None = None,
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


def extract_whole(source: SourceLike, given: Given) -> Extraction:
    """As `extract`."""
    data, found_name = read_source(source, given.max_bytes)
    style = given.style
    if style is not None and style not in STYLES:
        raise InputError(f"unknown style {style!r}; choose one of {', '.join(STYLES)}")
    name = readable(given.name or found_name or "") or None
    raw = read(data, ReadOptions(given.encoding, given.password, given.pages, given.progress), name)
    file = Source(name, sha256(data).hexdigest(), len(data), raw.media_type, raw.encoding, raw.decode_errors, raw.reader)
    corrections = _own(corrections_beside(source) if given.corrections is None else given.corrections, file)
    return Extraction(_extract(raw, file, style, corrections), raw, data)


def _extract(raw: RawText, source: Source, style: str | None, corrections: tuple["Correction", ...]) -> Document:
    text = raw.text
    folded = fold_seen(text) if raw.reader == "scan" else fold(text)
    lines, rules = placed_lines(raw.printed, folded) if raw.printed else split_lines(text, folded)
    lines, rules, order = (lines, rules, ()) if raw.printed else read_in_turn(lines, rules, text)
    flow, furniture = mark_furniture(lines, rules, tuple(page.start for page in raw.pages))
    blocks = group_blocks(flow, max((columns(text[r.start : r.end]) for r in rules), default=0), raw.measure)
    blocks, pinned, warnings = _pin(blocks, text, corrections)
    issues = read_issues(blocks, text, pinned)
    style = style or ("jianbao" if issues[0].is_record else detect_style(issues[0].blocks, issues[0].clues))
    if not STYLES[style].transitions.keys() >= set(pinned.values()):
        style = "jianbao"  # the person has named a role that only bulletins have
    found = [_read_parts(issue, text, style) for issue in issues]
    source = source._replace(pages=raw.pages or pages_of_text(text, furniture.page_starts))
    further = tuple(IssueDate(issue.start, issue.masthead.date, issue.masthead.year) for issue in found[1:] if issue.masthead.year)
    document = annotate(assemble(raw, found, furniture, source, style), further)
    if raw.printed:
        document, doubts = _weigh(document, raw)
        warnings = (*doubts, *warnings)
    document = document._replace(warnings=check(document, (*raw.warnings, *order, *warn_of_issues(issues), *warnings)))
    return _amend(document, corrections)


def _read_parts(issue: Issue, text: str, style: str) -> ReadIssue:
    parts = sort_parts(keep_emphasis(label_zones(issue, STYLES[style]), text), signed_items=style != "gongwen")
    start = issue.blocks[0].start if issue.blocks else 0
    return ReadIssue(start, parts, *parse_head(parts, text, official=style == "gongwen"), issue.is_record)


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
