"""One of our texts as paragraphs to be set: what a clerk would type into a word processor to have the bulletin printed."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

import pipeline
from pipeline.blocks import group_blocks
from pipeline.furniture import mark_furniture
from pipeline.lines import columns, split_lines
from pipeline.model.document import Document
from pipeline.model.layout import Block, ReadOptions
from pipeline.normalize import fold
from pipeline.readers.formats import read

_WIDE = re.compile(r"\t|[ \t]{3,}|\u3000{2,}|[ \t\u3000]{3,}")

_LONG = 20
"""Characters from which a paragraph is typed with two blanks before it."""


class Paragraph(NamedTuple):
    """What is typed between two returns."""

    text: str
    align: str
    """flush, indented, center, right."""
    indent: int
    """Columns."""
    gap: int
    """Blank lines above."""
    rule_above: bool
    size: float
    """Type size, body type being 1."""

    @property
    def ends(self) -> tuple[str, ...]:
        """The two things that are set at the ends of one line, or the whole."""
        parts = tuple(part.strip() for part in _WIDE.split(self.text) if part.strip())
        return parts if len(parts) == 2 and len(self.text) < 60 else (_WIDE.sub("\u3000\u3000", self.text),)


def tables(paragraphs: tuple[Paragraph, ...]) -> Iterator[Paragraph | list[tuple[str, ...]]]:
    """The paragraphs, and where rows with tabs follow one another the cells of their table, every row as long as the longest."""
    for is_row, run in groupby(paragraphs, lambda paragraph: "\t" in paragraph.text):
        rows = list(run)
        if not is_row or len(rows) < 2:
            yield from rows
            continue
        cells = [tuple(part.strip() for part in row.text.split("\t")) for row in rows]
        width = max(map(len, cells))
        yield [row + ("",) * (width - len(row)) for row in cells]


def blanks(text: str) -> str:
    """The text with blanks that typesetters of markup keep as wide as they are, as word processors do with any."""
    return text.replace("\u3000", "  ").replace("  ", "\u00a0\u00a0")


class Sheet(NamedTuple):
    """A bulletin to be printed."""

    name: str
    """What the running head says."""
    paragraphs: tuple[Paragraph, ...]
    head: int
    """How many of them stand above the columns."""

    @property
    def characters(self) -> int:
        """Characters below the head."""
        return sum(len(paragraph.text) for paragraph in self.paragraphs[self.head :])


def sheet(data: bytes) -> Sheet:
    """The paragraphs of a text file."""
    raw = read(data, ReadOptions())
    document = pipeline.extract(data)
    lines, rules = split_lines(raw.text, fold(raw.text))
    flow, _ = mark_furniture(lines, rules)
    blocks = group_blocks(flow, max((columns(raw.text[r.start : r.end]) for r in rules), default=0))
    paragraphs = tuple(_paragraph(block, raw.text, document) for block in blocks)
    head = next((i for i, block in enumerate(blocks) if _role(block, document) not in ("masthead", "contents")), 0)
    return Sheet(document.masthead.title or "工作简报", paragraphs, head)


def _role(block: Block, document: Document) -> str:
    return next(run.role for run in document.ledger if run.start <= block.start < run.end)


def _paragraph(block: Block, text: str, document: Document) -> Paragraph:
    raw = ""
    for part in block.parts:
        line = text[part.start : part.end]
        latin = raw[-1:].isascii() and line[:1].isascii() and raw[-1:].isalnum() and line[:1].isalnum()
        raw += (" " if latin else "") + line
    role = _role(block, document)
    size = 1.0
    if role == "masthead" and document.masthead.title and raw.replace(" ", "").replace("\u3000", "") == document.masthead.title:
        size = 2.0
    elif role == "item_title" and block.align == "center":
        size = 1.375
    if role == "item_text" and block.align == "flush" and len(raw) > _LONG:
        return Paragraph(raw, "indented", 4, block.gap, block.rule_above, size)  # without, a full last line would hide the paragraph's end
    return Paragraph(raw, block.align, block.indent, block.gap, block.rule_above, size)
