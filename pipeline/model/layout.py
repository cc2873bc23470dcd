"""Values between the stages: what a reader hands over, and what physical layout analysis makes of it.

Offsets are half-open and index the whole source text. Columns count a Chinese character as two, an ASCII character as one.
"""

from collections.abc import Callable
from typing import Literal

from pipeline.model.document import DocumentWarning, Page
from pipeline.model.record import NamedTuple, Struct

Box = tuple[float, float, float, float]
"""x0, top, x1, bottom in points from the top left of the page as it is shown."""

LOST = "\ufffd"
"""Stands in the text for a byte, or a printed sign, that could not be read."""

Align = Literal["flush", "indented", "center", "right"]
"""indented is a paragraph's first line; center and right are read off the line's place between the margins."""


class ReadOptions(NamedTuple):
    """What the user said of how the source is to be read; a reader takes what concerns it."""

    encoding: str | None = None
    password: str | None = None
    pages: str | None = None
    """Page numbers of the file, as typed: 1-3,7."""
    progress: Callable[[int, int], None] | None = None
    """Is told, where a page takes seconds, how many of how many are read."""


class PrintedLine(NamedTuple):
    """Where a line of the source stands on paper, for sources that have paper. Columns are half the body type's size wide."""

    start: int
    end: int
    page: int
    """0-based index of its page in `RawText.pages`."""
    box: Box | None
    indent: int
    """Columns from the left edge of the type area to its first character."""
    right: int
    """Column after its last character."""
    gap: int
    """Blank lines that would fit above it."""
    rule_above: bool
    size: float
    """Type size, body type being 1."""
    height: float | None
    """Where on its page it stands: 0 is the top edge, 1 the foot; None where it has no page."""
    confidence: float = 1.0
    """How sure the reader is of its characters."""
    is_edge: bool = False
    """The file itself says that it is a running head or foot, or the navigation of a web site."""


class SourceCell(NamedTuple):
    """One cell of a ruled table (表格): where its text stands in the source."""

    table: int
    """0-based number of the table in the source."""
    row: int
    column: int
    start: int
    end: int


class RawText(NamedTuple):
    """The source as decoded, or as read off its pages."""

    text: str
    encoding: str | None
    decode_errors: tuple[int, ...] = ()
    """Byte offsets, ascending; each bad byte stands as one U+FFFD in the text."""
    media_type: str = "text/plain"
    reader: str = "text"
    pages: tuple[Page, ...] = ()
    """None for a source that has no pages of its own."""
    printed: tuple[PrintedLine, ...] = ()
    """Every line with something on it, in order; empty where the text itself shows how it is set."""
    measure: int = 0
    """Columns of the type area (版心), 0 where it is not known."""
    cells: tuple[SourceCell, ...] = ()
    warnings: tuple[DocumentWarning, ...] = ()
    """What the reader could not read."""


CODE, STRONG, SLANTED = -1, -2, -3
"""`markup` of what stands between Markdown's fences, and of a line that is emphasised as a whole: **in bold**, *in italics*."""
LINKED = 7
"""Level of Markdown headings that are links, below those behind signs."""


class Line(Struct):
    """One printed line, without the white space around it."""

    start: int
    end: int
    key: str
    """The line's characters, folded; `len(key) == end - start`."""
    indent: int
    """Columns of white space before it."""
    right: int
    """Column after its last character."""
    gap: int
    """Blank lines above it."""
    page: int
    """0-based."""
    rule_above: bool
    """A printed rule stands between this line and the one before."""
    markup: int = 0
    """Level of a Markdown heading, or CODE, STRONG or SLANTED, 0 for any other."""
    size: float = 1.0
    """Type size, body type being 1."""
    height: float | None = None
    """Where on its page it stands, from 0 at the top edge to 1; None where the source has no pages of its own."""
    is_edge: bool = False
    """The file itself says that it is a running head or foot, or the navigation of a web site."""


class Span(NamedTuple):
    """A stretch of the source."""

    start: int
    end: int


class Furniture(NamedTuple):
    """Page numbers, running heads and rules: taken out of the flow, kept for the ledger."""

    spans: tuple[Span, ...]
    rules: tuple[Span, ...]
    page_starts: tuple[int, ...]
    """Offset of each page's first character, beginning with 0."""


class Block(Struct):
    """A paragraph, heading or other line, with its wrapped lines joined."""

    parts: tuple[Span, ...]
    """Source spans of its lines; their texts joined give the block's text."""
    key: str
    """The joined lines, folded; as long as the parts together (and one blank where two Latin words meet)."""
    align: Align
    indent: int
    gap: int
    page: int
    rule_above: bool
    right: int = 0
    """Right edge of the last line, columns."""
    markup: int = 0
    """Level of a Markdown heading, or CODE, STRONG or SLANTED, 0 for any other."""
    size: float = 1.0
    """Type size of its first line, body type being 1."""
    is_spaced: bool = False
    """Whether it is typed with blanks between all characters; each then is a part of its own."""

    @property
    def start(self) -> int:
        """Offset of its first character in the source."""
        return self.parts[0].start

    @property
    def begins(self) -> tuple[int, ...]:
        """Places in the key where its lines begin; a line begins with no blank, so one found there was put in to join."""
        if len(self.parts) == 1:
            return (0,)
        found: list[int] = []
        at = 0
        for part in self.parts:
            at += bool(found) and self.key.startswith(" ", at)
            found.append(at)
            at += part.end - part.start
        return tuple(found)

    @property
    def seams(self) -> tuple[int, ...]:
        """Places in the key where a further line begins."""
        return () if self.is_spaced else self.begins[1:]

    @property
    def end(self) -> int:
        """Offset after its last character in the source."""
        return self.parts[-1].end
