"""PDF by ReportLab with a Chinese font that is not embedded, as old office software wrote it."""

from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    HRFlowable,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Spacer,
    Table,
)
from reportlab.platypus import Paragraph as Set

from printer.sheet import Paragraph, Sheet, blanks, tables

FONT = "STSong-Light"
SIDE, TOP, FOOT, GUTTER = 76, 105, 90, 24
_WIDEST_CELL = 12
"""Characters from which the text of a cell is broken."""
ALIGN = {"center": TA_CENTER, "right": TA_RIGHT}


def pdf(sheet: Sheet, *, columns: int = 1, size: float = 16) -> bytes:
    """The sheet on A4; with two columns the head has a page of its own."""
    registerFont(UnicodeCIDFont(FONT))
    buffer = BytesIO()
    template = BaseDocTemplate(buffer, pagesize=A4, invariant=1)

    def edges(canvas: Any, document: Any) -> None:
        canvas.setFont(FONT, 12)
        canvas.drawCentredString(A4[0] / 2, 50, f"— {document.page} —")
        if document.page > 1:  # a head on the first page of one would be its title
            canvas.setFont(FONT, 10)
            canvas.drawString(SIDE, A4[1] - 60, sheet.name)

    template.addPageTemplates([PageTemplate("whole", _frames(1), edges), PageTemplate("columns", _frames(columns), edges)])
    story: list[Flowable] = []
    for part in tables(sheet.paragraphs[: sheet.head]):
        story += _flowables(part, size, _width(1))
    if columns > 1:
        story += [NextPageTemplate("columns"), PageBreak()] if story else [NextPageTemplate("columns")]
    for part in tables(sheet.paragraphs[sheet.head :]):
        story += _flowables(part, size, _width(columns))
    template.build(story)
    return buffer.getvalue()


def _width(columns: int) -> float:
    return float(A4[0] - 2 * SIDE - GUTTER * (columns - 1)) / columns


def _frames(columns: int) -> list[Frame]:
    width = _width(columns)
    return [
        Frame(SIDE + number * (width + GUTTER), FOOT, width, A4[1] - TOP - FOOT, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)
        for number in range(columns)
    ]


def _flowables(paragraph: Paragraph | list[tuple[str, ...]], size: float, width: float) -> list[Flowable]:
    if isinstance(paragraph, list):
        plain = ParagraphStyle("cell", fontName=FONT, fontSize=size, leading=size * 1.5, wordWrap="CJK")
        cells = [[Set(escape(blanks(cell)), plain) for cell in row] for row in paragraph]
        longest = [min(_WIDEST_CELL, max(map(len, column))) + 2 for column in zip(*paragraph, strict=True)]
        widths = [f"{100 * each / sum(longest):.1f}%" for each in longest]
        return [Table(cells, widths, style=[("GRID", (0, 0), (-1, -1), 0.5, "black")])]
    type_size = size * paragraph.size
    style = ParagraphStyle(
        "set", fontName=FONT, fontSize=type_size, leading=type_size * 1.75, wordWrap="CJK", alignment=ALIGN.get(paragraph.align, TA_JUSTIFY),
        firstLineIndent=paragraph.indent * size / 2 if paragraph.align == "indented" else 0,
    )  # fmt: skip
    above: list[Flowable] = [HRFlowable(width="100%", color="red", spaceBefore=4, spaceAfter=4)] if paragraph.rule_above else []
    if paragraph.gap:
        above.append(Spacer(1, size * 1.75))
    if len(paragraph.ends) == 2 and stringWidth("".join(paragraph.ends), FONT, type_size) + 2 * type_size <= width:
        return [*above, Ends(*paragraph.ends, style)]
    return [*above, Set(escape(blanks(paragraph.text)), style)]


class Ends(Flowable):  # type: ignore[misc]  # ReportLab is not typed
    """Two things at the ends of one line."""

    def __init__(self, left: str, right: str, style: ParagraphStyle) -> None:
        super().__init__()
        self.left, self.right, self.style = left, right, style

    def wrap(self, width: float, _: float) -> tuple[float, float]:
        self.width = width
        return width, self.style.leading

    def draw(self) -> None:
        self.canv.setFont(FONT, self.style.fontSize)
        self.canv.drawString(0, 6, self.left)
        self.canv.drawString(self.width - stringWidth(self.right, FONT, self.style.fontSize), 6, self.right)
