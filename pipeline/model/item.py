"""An item (篇目) and the rows of its lists. See `pipeline.model.document` for what offsets count."""

from typing import Literal

from pipeline.model.record import NamedTuple

ItemKind = Literal["article", "brief", "editor_note", "attachment"]
"""报道, 简讯, 编者按, 附件."""

TitleBasis = Literal["contents", "own_line", "run_in", "none"]
"""How a title was recognised: listed in the printed contents, alone on its line, before a space in its paragraph, not at all."""


class Segment(NamedTuple):
    """How a stretch of an item's text maps back to the source, character for character."""

    item_start: int
    """Offset in the item's `text` where the stretch begins."""
    source_start: int
    """Offset in the source where it begins."""
    length: int
    """Characters of it, as many in the item as in the source."""
    page: int
    """1-based."""
    bbox: tuple[float, float, float, float] | None = None
    """x0, top, x1, bottom in points from the page's top left; None for text files."""


class Attribution(NamedTuple):
    """供稿: one unit or one person out of （青岩区总工会 柳莹）."""

    text: str
    """The whole attribution as printed, without a line break."""
    organization: str | None
    """The unit that sent it in or wrote it, as printed; None where the row is a person alone."""
    person: str | None
    """The person, as printed; None where the row is a unit alone."""
    role: str | None
    """供稿, 通讯员, 记者 …, as printed."""
    source_start: int
    """Of this unit or person."""
    source_end: int
    entity_id: str | None = None
    """Id of the unit; where the row names a person alone, of that person."""


class OutlineEntry(NamedTuple):
    """层次: a heading or an enumerated point inside an item; start and end index the item's `text`."""

    level: int
    """1 for 一、, 2 for （一）, 3 for 1., 4 for （1）, 5 for ①; 一是 counts as one below the level around it."""
    marker: str
    """As printed: 一、, （二）, 3., 一是."""
    ordinal: int
    """The number that the marker says."""
    heading: str
    """What stands behind the marker, up to the end of its sentence or line."""
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
    """The cell's own, on one line."""
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
    """Last day, ISO 8601; None where it is open or unknown."""
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
    """Post or calling beside the name, as printed, with its unit where that is named: 县委书记, 市纺织厂职工."""


class QuantityMention(NamedTuple):
    """A number with its unit: 1400多万元 is 14000000 元, gt."""

    text: str
    field: str
    start: int
    end: int
    value: float
    """The number, with 万 and 亿 multiplied out; of a share the per cent."""
    unit: str
    """As printed, without 万 and 亿: 元, 人次, %."""
    comparator: str
    """eq; gt (余, 多, 超过), ge (以上, 至少), lt (不足, 近), le (以下, 至多): the real number compared with the value."""
    approximate: bool
    """Whether the text itself says that it is not exact: 约, 余, 近."""


class DocumentNumberMention(NamedTuple):
    """文号 that is cited in the text."""

    text: str
    field: str
    start: int
    end: int
    issuer_code: str
    """机关代字: 国办发."""
    year: int | None
    """Between the brackets: 〔2004〕."""
    number: int | None
    """Number within the year: 57号."""


class Item(NamedTuple):
    """One piece of a bulletin; a 公文's text is one item too."""

    id: str
    """`itm-` and 12 hexadecimal digits, from the issue and the title or opening words: unique within the issue, the same in every run."""
    kind: ItemKind
    number: str | None
    """Printed before the title, without punctuation."""
    title: str | None
    """As printed, its lines joined; None where there is none."""
    title_basis: TitleBasis
    title_start: int | None
    """Offset of the title's first character in the source."""
    title_end: int | None
    """Offset behind its last character in the source."""
    text: str
    """The body: paragraphs joined by one line feed, no title, no attribution."""
    page_start: int | None
    """Page on which its text begins, 1-based position in the file."""
    page_end: int | None
    """Page on which it ends."""
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
