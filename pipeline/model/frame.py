"""The frame of an issue, all that stands around its items: head, contents, distribution, foot. Offsets: see `pipeline.model.document`."""

from typing import Literal

from pipeline.model.record import NamedTuple

ContentsMatch = Literal["exact", "fuzzy", "none"]
"""Whether the title stands in the text as it is listed, in other words, or not at all."""
RecipientKind = Literal["person", "organization", "group"]
"""Who is named (局长 柳莹), which unit, or which units or persons without a name of their own (各乡镇党委)."""


class FieldSpan(NamedTuple):
    """Where the value of a field of the masthead or the colophon stands in the source."""

    field: str
    """Name of the field: issuer, date, print_run …"""
    source_start: int
    source_end: int


class Masthead(NamedTuple):
    """报头 of a bulletin, 版头 of a 公文 (GB/T 9704-2012, 7.2)."""

    title: str | None = None
    """名称: 工会信息; of a 公文 the 发文机关标志."""
    issue_label: str | None = None
    """期号 as printed: 〔2020〕第十二期."""
    year: int | None = None
    """Of the number of the issue; where that names none, of its date."""
    issue_number: int | None = None
    """Number within the year, or the only number there is."""
    cumulative_number: int | None = None
    """总期号."""
    issuer: str | None = None
    """编发单位; of a 公文 the 署名."""
    permit_number: str | None = None
    """准印证号."""
    date_text: str | None = None
    """The date as printed."""
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
    """栏目 under which the entry is listed."""
    number: str | None
    """Entry number as printed, without its punctuation."""
    title: str | None
    """None for a section that is listed with nothing under it."""
    page: int | None
    """Printed page number."""
    item_id: str | None
    """The item that it was found to be; None where there is none."""
    match: ContentsMatch
    source_start: int
    source_end: int


class Recipient(NamedTuple):
    """One recipient of the distribution list (报 送 发, 主送 抄送)."""

    relation: str
    """What the line says: 报, 送, 发, 主送, 抄送, 增发 …, as printed."""
    text: str
    """The recipient as printed."""
    kind: RecipientKind
    organization: str | None
    """The unit that is named."""
    person: str | None
    """The person who is named."""
    honorific: str | None
    """同志, 主任 …, as printed."""
    source_start: int
    source_end: int


class Contact(NamedTuple):
    """A name in the colophon under its role: 责任编辑 黄立."""

    role: str
    """责任编辑, 编辑, 审核, 签发, 校对 …, as printed."""
    name: str
    """A person, or the unit that edits."""


class Colophon(NamedTuple):
    """报尾 of a bulletin, 版记 of a 公文."""

    text: str | None = None
    """All of it as printed."""
    contacts: tuple[Contact, ...] = ()
    emails: tuple[str, ...] = ()
    """Addresses of the editors."""
    phones: tuple[str, ...] = ()
    """Numbers of telephone and fax, as printed."""
    address: str | None = None
    """Postal address of the editors."""
    website: str | None = None
    """Of the issuer or the bulletin."""
    printed_by: str | None = None
    """印发机关."""
    print_date: str | None = None
    """印发日期, ISO 8601."""
    print_run: int | None = None
    """印数."""
    note: str | None = None
    """附注 of a 公文: 此件公开发布."""
    spans: tuple[FieldSpan, ...] = ()
