"""Values between the stages: what a reader hands over, and what physical layout analysis makes of it.

Offsets are half-open and index the whole source text. Columns count a Chinese character as two, an ASCII character as one.
"""

from typing import Literal, NamedTuple

Align = Literal["flush", "indented", "center", "right"]
"""indented is a paragraph's first line; center and right are read off the line's place between the margins."""


class RawText(NamedTuple):
    """The source as decoded."""

    text: str
    encoding: str
    decode_errors: tuple[int, ...]
    """Byte offsets, ascending; each bad byte stands as one U+FFFD in the text."""


class Line(NamedTuple):
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
    underline: int = 0
    """Level of a Markdown heading that is marked by the rule under it, 0 for none."""


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


class Block(NamedTuple):
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
    underline: int = 0
    """Level of a Markdown heading that is marked by the rule under it, 0 for none."""

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
        return self.begins[1:]

    @property
    def end(self) -> int:
        """Offset after its last character in the source."""
        return self.parts[-1].end
