"""The document: what one bulletin (简报, 工会信息 …) or 公文 becomes.

Values only: they parse nothing and import nothing of ours. Offsets are half-open and count Unicode code points;
`source_start`/`source_end` index `Document.text`, `start`/`end` index what the class says. Unknown is None, never "".

NamedTuple rather than a frozen dataclass: equally immutable and typed, and 25 classes cost a cold start 4 ms instead of 27
(bare Python 11 ms; measured with benchmarks/cold_start.py).
"""

from typing import Literal

from pipeline.model.record import NamedTuple

SCHEMA_VERSION = "1.0.0"

Role = Literal[
    "masthead",
    "contents",
    "section_heading",
    "item_title",
    "item_text",
    "attribution",
    "distribution",
    "colophon",
    "furniture",
    "separator",
    "unassigned",
]
"""What a run of the source is: furniture is page numbers and running heads, separator white space and printed rules."""

ItemKind = Literal["article", "brief", "editor_note", "attachment"]
"""报道, 简讯, 编者按, 附件."""

TitleBasis = Literal["contents", "own_line", "run_in", "none"]
"""How a title was recognised: listed in the printed contents, alone on its line, before a space in its paragraph, not at all."""

ContentsMatch = Literal["exact", "fuzzy", "none"]
RecipientKind = Literal["person", "organization", "group"]
EntityType = Literal["organization", "person"]


class Page(NamedTuple):
    """One page of the source."""

    number: int
    """1-based position in the file, not the printed number."""
    start: int
    """Offset of its first character in `Document.text`."""
    end: int
    width: float | None = None
    """Points; None for text files."""
    height: float | None = None


class Source(NamedTuple):
    """The file that was read."""

    file: str | None
    """Its name without the path; None when bytes or a nameless stream were given."""
    sha256: str
    byte_size: int
    media_type: str
    encoding: str | None
    decode_errors: tuple[int, ...] = ()
    """Byte offsets that could not be decoded; each stands as one U+FFFD in the text."""
    reader: str = "text"
    pages: tuple[Page, ...] = ()


class FieldSpan(NamedTuple):
    """Where the value of a field of the masthead or the colophon stands in the source."""

    field: str
    source_start: int
    source_end: int


class Masthead(NamedTuple):
    """报头 of a bulletin, 版头 of a 公文 (GB/T 9704-2012, 7.2)."""

    title: str | None = None
    """名称: 工会信息; of a 公文 the 发文机关标志."""
    issue_label: str | None = None
    """期号 as printed: 〔2020〕第十二期."""
    year: int | None = None
    issue_number: int | None = None
    """Number within the year, or the only number there is."""
    cumulative_number: int | None = None
    """总期号."""
    issuer: str | None = None
    """编发单位; of a 公文 the 署名."""
    permit_number: str | None = None
    """准印证号."""
    date_text: str | None = None
    date: str | None = None
    """ISO 8601 calendar date; year and month (1993-05) where the day is not printed."""
    classification: str | None = None
    """密级 or 内部资料."""
    urgency: str | None = None
    """紧急程度."""
    copy_number: str | None = None
    """份号."""
    document_number: str | None = None
    """发文字号: 国办发〔2004〕57号."""
    signatory: str | None = None
    """签发人."""
    spans: tuple[FieldSpan, ...] = ()


class ContentsEntry(NamedTuple):
    """One row of the printed contents (目录, 本期导读)."""

    section: str | None
    number: str | None
    """Entry number as printed, without its punctuation."""
    title: str | None
    """None for a section that is listed with nothing under it."""
    page: int | None
    """Printed page number."""
    item_id: str | None
    match: ContentsMatch
    source_start: int
    source_end: int


class Segment(NamedTuple):
    """How a stretch of an item's text maps back to the source, character for character."""

    item_start: int
    source_start: int
    length: int
    page: int
    """1-based."""
    bbox: tuple[float, float, float, float] | None = None
    """x0, top, x1, bottom in points from the page's top left; None for text files."""


class Attribution(NamedTuple):
    """供稿: one unit or one person out of （荔湾区总工会 柳莎）."""

    text: str
    """The whole attribution as printed, without a line break."""
    organization: str | None
    person: str | None
    role: str | None
    """供稿, 通讯员, 记者 …, as printed."""
    source_start: int
    """Of this unit or person."""
    source_end: int


class OutlineEntry(NamedTuple):
    """层次: a heading or an enumerated point inside an item; start and end index the item's `text`."""

    level: int
    """1 for 一、, 2 for （一）, 3 for 1., 4 for （1）, 5 for ①; 一是 counts as one below the level around it."""
    marker: str
    ordinal: int
    heading: str
    start: int
    end: int


class TableCell(NamedTuple):
    """One cell with text of a table (表格) inside an item; its row stands in the item's `text` as a line with tabs."""

    table: int
    """1-based number of the table in the item."""
    row: int
    """1-based."""
    column: int
    """1-based."""
    text: str
    start: int
    end: int


class DateMention(NamedTuple):
    """A point or span of calendar time."""

    text: str
    field: str
    """title or text."""
    start: int
    end: int
    edtf: str | None
    """EDTF (ISO 8601-2); None where no time can be computed."""
    date_start: str | None
    """First day, ISO 8601; None where it is open or unknown."""
    date_end: str | None
    precision: str | None
    """day, month, quarter, season, half, year, decade, century; of a span the coarser of its ends."""
    basis: str
    """How the value was reached: explicit (all of it is in the text), year_from_issue, previous_year, relative (去年), holiday, range (the
    rest is in the date beside it), anaphora (in a date before it), none."""
    calendar: str
    """gregorian, lunar 农历, minguo 民国, regnal 年号."""


class NameMention(NamedTuple):
    """An organisation (单位) or a place."""

    text: str
    field: str
    start: int
    end: int
    entity_id: str | None
    confidence: float


class PersonMention(NamedTuple):
    """A person."""

    text: str
    field: str
    start: int
    end: int
    entity_id: str | None
    confidence: float
    honorific: str | None
    position: str | None


class QuantityMention(NamedTuple):
    """A number with its unit: 1400多万元 is 14000000 元, gt."""

    text: str
    field: str
    start: int
    end: int
    value: float
    unit: str
    comparator: str
    approximate: bool


class DocumentNumberMention(NamedTuple):
    """文号 that is cited in the text."""

    text: str
    field: str
    start: int
    end: int
    issuer_code: str
    year: int | None
    number: int | None


class Item(NamedTuple):
    """One piece of a bulletin; a 公文's text is one item too."""

    id: str
    kind: ItemKind
    number: str | None
    """Printed before the title, without punctuation."""
    title: str | None
    title_basis: TitleBasis
    title_start: int | None
    """Offset of the title's first character in the source."""
    title_end: int | None
    text: str
    """The body: paragraphs joined by one line feed, no title, no attribution."""
    page_start: int | None
    page_end: int | None
    segments: tuple[Segment, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    outline: tuple[OutlineEntry, ...] = ()
    dates: tuple[DateMention, ...] = ()
    organizations: tuple[NameMention, ...] = ()
    persons: tuple[PersonMention, ...] = ()
    places: tuple[NameMention, ...] = ()
    quantities: tuple[QuantityMention, ...] = ()
    document_numbers: tuple[DocumentNumberMention, ...] = ()
    tables: tuple[TableCell, ...] = ()


class Section(NamedTuple):
    """栏目; items before any heading stand in a section whose title is None."""

    id: str
    title: str | None
    heading_text: str | None
    """As printed: 〔要情动态〕."""
    source_start: int | None
    source_end: int | None
    items: tuple[Item, ...] = ()


class Recipient(NamedTuple):
    """One recipient of the distribution list (报 送 发, 主送 抄送)."""

    relation: str
    text: str
    kind: RecipientKind
    organization: str | None
    person: str | None
    honorific: str | None
    source_start: int
    source_end: int


class Contact(NamedTuple):
    """A name in the colophon under its role: 责任编辑 黄立."""

    role: str
    name: str


class Colophon(NamedTuple):
    """报尾 of a bulletin, 版记 of a 公文."""

    text: str | None = None
    contacts: tuple[Contact, ...] = ()
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    address: str | None = None
    website: str | None = None
    printed_by: str | None = None
    """印发机关."""
    print_date: str | None = None
    """印发日期, ISO 8601."""
    print_run: int | None = None
    """印数."""
    note: str | None = None
    """附注 of a 公文: 此件公开发布."""
    spans: tuple[FieldSpan, ...] = ()


class Entity(NamedTuple):
    """An organisation or person of the issue, once, under its full name."""

    id: str
    type: EntityType
    name: str
    aliases: tuple[str, ...]
    mentions: int


class DocumentWarning(NamedTuple):
    """A fault of the source, or a doubt of the reader."""

    code: str
    message: str
    item_id: str | None
    source_start: int | None
    source_end: int | None


class LedgerRun(NamedTuple):
    """A stretch of the source and what it is; start and end index `Document.text`."""

    start: int
    end: int
    role: Role
    owner: str | None
    """Id of the item or section that it belongs to."""


class Document(NamedTuple):
    """One issue of a bulletin, or one 公文."""

    schema_version: str
    id: str
    source: Source
    style: str
    masthead: Masthead
    contents: tuple[ContentsEntry, ...]
    sections: tuple[Section, ...]
    distribution: tuple[Recipient, ...]
    colophon: Colophon
    entities: tuple[Entity, ...]
    warnings: tuple[DocumentWarning, ...]
    text: str
    ledger: tuple[LedgerRun, ...]
