"""The document: what one bulletin (简报, 工会信息 …) or 公文 becomes.

Values only: they parse nothing and import nothing of ours. Offsets are half-open and count Unicode code points;
`source_start`/`source_end` index `Document.text`, `start`/`end` index what the class says. Unknown is None, never "".

NamedTuple rather than a frozen dataclass: equally immutable and typed, and 25 classes cost a cold start 4 ms instead of 27
(bare Python 11 ms; measured with benchmarks/cold_start.py).
"""

from typing import Literal

from pipeline.model.frame import Colophon, ContentsEntry, Masthead, Recipient
from pipeline.model.item import Item
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

EntityType = Literal["organization", "person"]
"""单位, 人物."""


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
    """Points; None for text files."""


class Source(NamedTuple):
    """The file that was read."""

    file: str | None
    """Its name without the path; None when bytes or a nameless stream were given."""
    sha256: str
    """Of the bytes of the file, hexadecimal."""
    byte_size: int
    """Bytes of the file."""
    media_type: str
    """text/plain, application/pdf …"""
    encoding: str | None
    """Of a text: utf-8, gb18030, big5, utf-16 …; None for files that have none of their own."""
    decode_errors: tuple[int, ...] = ()
    """Byte offsets that could not be decoded; each stands as one U+FFFD in the text."""
    reader: str = "text"
    """text, pdf, scan, docx, doc, odt, html …: what read it."""
    pages: tuple[Page, ...] = ()


class Section(NamedTuple):
    """栏目; items before any heading stand in a section whose title is None."""

    id: str
    """`sec-` and 12 hexadecimal digits: unique within the issue."""
    title: str | None
    """Without brackets and number: 要情动态; None for items before any heading."""
    heading_text: str | None
    """As printed: 〔要情动态〕."""
    source_start: int | None
    source_end: int | None
    items: tuple[Item, ...] = ()


class Entity(NamedTuple):
    """An organisation or person that the items name or that sent one in, once, under its full name."""

    id: str
    """`ent-` and 12 hexadecimal digits. A unit named in full has the same in every issue, a short name (县委) and a person in those of one issuer."""
    type: EntityType
    name: str
    """The full name, where the issue lets it be known."""
    aliases: tuple[str, ...]
    """Other names for it in this issue: 市总."""
    mentions: int
    """How often titles and texts of the issue name it, by whatever name; 0 for one that only sent something in."""


class DocumentWarning(NamedTuple):
    """A fault of the source, or a doubt of the reader."""

    code: str
    """What kind of warning it is: see docs/warnings.md."""
    message: str
    """In English, on one line."""
    item_id: str | None = None
    """The item that it is about, if it is one."""
    source_start: int | None = None
    source_end: int | None = None


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
    """Of this format: major.minor.patch."""
    id: str
    """`iss-` and 12 hexadecimal digits, from title, issuer, year and number; of the bytes of the file where no number, or hardly more, is known."""
    source: Source
    style: str
    """jianbao 简报, gongwen 公文, plain for anything else."""
    masthead: Masthead
    contents: tuple[ContentsEntry, ...]
    sections: tuple[Section, ...]
    distribution: tuple[Recipient, ...]
    colophon: Colophon
    entities: tuple[Entity, ...]
    warnings: tuple[DocumentWarning, ...]
    text: str
    """The whole source as decoded, or as read off its pages."""
    ledger: tuple[LedgerRun, ...]
