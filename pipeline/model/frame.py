"""The frame of an issue, all that stands around its items: head, contents, distribution, foot. Offsets: see `pipeline.model.document`."""

from typing import Literal

from pipeline.model.record import NamedTuple

ContentsMatch = Literal["exact", "fuzzy", "none"]
RecipientKind = Literal["person", "organization", "group"]


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
