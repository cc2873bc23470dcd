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


class Section(NamedTuple):
    """栏目; items before any heading stand in a section whose title is None."""

    id: str
    title: str | None
    heading_text: str | None
    """As printed: 〔要情动态〕."""
    source_start: int | None
    source_end: int | None
    items: tuple[Item, ...] = ()


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
