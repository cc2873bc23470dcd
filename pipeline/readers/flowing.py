"""Sources without pages of their own, whose paragraphs say how they are set (Word, web): paragraphs → one text.

Post-conditions:
1. `text[line.start:line.end]` is the paragraph, for every printed line; empty ones leave a gap.
2. What is centred or set to the right stands so in a type area of `WIDTH` columns.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from pipeline.lines import columns
from pipeline.model.document import DocumentWarning
from pipeline.model.layout import Align, PrintedLine, RawText, SourceCell

WIDTH = 56
"""Columns of the type area of GB/T 9704: 28 characters."""
_CELL_BREAK = "\t"
_LONGEST_CELL = 200
"""Characters of a cell of a table at most."""
_ARTICLES = 0.8
"""Share of the text of a table in longer cells from which it places articles."""


class Paragraph(NamedTuple):
    """One line of the source, however long."""

    text: str
    align: Align = "flush"
    indent: int = 0
    """Columns."""
    gap: int = 0
    rule_above: bool = False
    size: float = 0
    """Points, 0 for the size of the body."""
    edge: bool = False
    """It belongs to the running head or foot, or to the navigation of a web page."""
    cells: tuple[tuple[int, int, int], ...] = ()
    """Of a row of a table: column, start and end in the text."""
    table: int = -1
    row: int = 0


def table_row(texts: list[str], table: int, row: int) -> Paragraph:
    """One row of a table as a line with tabs."""
    cells, at = [], 0
    for column, text in enumerate(texts):
        cells.append((column, at, at + len(text)))
        at += len(text) + len(_CELL_BREAK)
    return Paragraph(_CELL_BREAK.join(texts), cells=tuple(cells), table=table, row=row)


class Tables:
    """The tables of a file of a word processor, counted; `blocks` are the paragraphs of a cell."""

    def __init__(self, blocks: Callable[[Any], Iterable[Paragraph]]) -> None:
        self._blocks = blocks
        self._count = 0

    def rows(self, rows: Sequence[Sequence[Any]]) -> Iterator[Paragraph]:
        """A line with tabs for each row of cells; a frame, whose rows have one cell each, is no table, nor is what places articles."""
        if all(len(row) == 1 for row in rows):
            for row in rows:
                yield from self._blocks(row[0])
            return
        number = self._count
        cells = [[list(self._blocks(cell)) for cell in row] for row in rows]
        if _is_layout(cells):
            yield from (line for row in cells for cell in row for line in cell)
            return
        self._count = number + 1
        for index, row in enumerate(cells):
            yield table_row([" ".join(line.text.strip() for line in cell if line.text.strip()) for cell in row], number, index)


def _is_layout(rows: list[list[list[Paragraph]]]) -> bool:
    """Whether nearly all text stands in cells that hold as much, in several paragraphs, as no cell of a table does."""
    lengths = [(sum(len(line.text) for line in cell), sum(bool(line.text.strip()) for line in cell)) for row in rows for cell in row]
    articles = sum(length for length, lines in lengths if length > _LONGEST_CELL and lines > 1)
    return articles > 0 and articles >= _ARTICLES * sum(length for length, _ in lengths)


def set_paragraphs(paragraphs: Iterable[Paragraph], media_type: str, reader: str, warnings: Iterable[DocumentWarning] = ()) -> RawText:
    """The text of the paragraphs, with the place of each."""
    kept = [paragraph for paragraph in map(_trimmed, paragraphs) if paragraph.text or paragraph.gap or paragraph.rule_above]
    body = _body_size(kept)
    pieces: list[str] = []
    printed: list[PrintedLine] = []
    cells: list[SourceCell] = []
    at = gap = 0
    ruled = False
    for paragraph in kept:
        gap, ruled = gap + paragraph.gap + (not paragraph.text and not paragraph.rule_above), ruled or paragraph.rule_above
        if paragraph.text:
            printed.append(_line(paragraph._replace(gap=gap, rule_above=ruled), at, body))
            cells += [SourceCell(paragraph.table, paragraph.row, n, at + low, at + high) for n, low, high in paragraph.cells]
            gap, ruled = 0, False
        pieces.append(paragraph.text + "\n")
        at += len(paragraph.text) + 1
    text = "".join(pieces)
    return RawText(text, None, (), media_type, reader, (), tuple(printed), 0, tuple(cells), tuple(warnings))


def _trimmed(paragraph: Paragraph) -> Paragraph:
    """Without blanks at both ends; those before the text are its indent."""
    text = paragraph.text.strip()
    if text == paragraph.text or paragraph.cells:
        return paragraph
    before = columns(paragraph.text[: len(paragraph.text) - len(paragraph.text.lstrip())])
    align: Align = "indented" if before and paragraph.align == "flush" else paragraph.align
    return paragraph._replace(text=text, indent=paragraph.indent + before, align=align)


def _body_size(paragraphs: list[Paragraph]) -> float:
    weights: Counter[float] = Counter()
    for paragraph in paragraphs:
        if paragraph.size and not paragraph.edge:
            weights[paragraph.size] += len(paragraph.text)
    return weights.most_common(1)[0][0] if weights else 1.0


def _line(paragraph: Paragraph, start: int, body: float) -> PrintedLine:
    width = columns(paragraph.text)
    spare = max(0, WIDTH - width)
    indent = {"center": spare // 2, "right": spare}.get(paragraph.align, paragraph.indent)
    size = round(paragraph.size / body, 2) if paragraph.size else 1.0
    end = start + len(paragraph.text)
    return PrintedLine(start, end, 0, None, indent, indent + width, paragraph.gap, paragraph.rule_above, size, None, 1.0, paragraph.edge)
