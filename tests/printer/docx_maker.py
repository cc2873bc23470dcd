"""Word files of our texts, with the heading, alignment and indents that a clerk sets."""

from io import BytesIO

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph as Typed

from printer.sheet import Paragraph, Sheet, tables

ALIGN = {"center": WD_ALIGN_PARAGRAPH.CENTER, "right": WD_ALIGN_PARAGRAPH.RIGHT}
SIZE = 16


def docx_file(sheet: Sheet) -> bytes:
    """The sheet, with its name as running head."""
    document = docx.Document()
    document.styles["Normal"].font.size = Pt(SIZE)
    document.sections[0].header.paragraphs[0].text = f"{sheet.name}　内部资料"
    document.sections[0].footer.paragraphs[0].text = "— 1 —"
    for paragraph in tables(sheet.paragraphs):
        if isinstance(paragraph, list):
            typed = document.add_table(len(paragraph), len(paragraph[0]))
            for row, texts in zip(typed.rows, paragraph, strict=True):
                for cell, text in zip(row.cells, texts, strict=True):
                    cell.text = text
            continue
        for _ in range(min(1, paragraph.gap)):
            document.add_paragraph()
        _typed(document.add_paragraph(), paragraph)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _typed(typed: Typed, paragraph: Paragraph) -> None:
    run = typed.add_run("\t".join(paragraph.ends))
    if paragraph.size != 1:
        run.font.size = Pt(SIZE * paragraph.size)
    if paragraph.align in ALIGN:
        typed.alignment = ALIGN[paragraph.align]
    elif paragraph.align == "indented":
        typed.paragraph_format.first_line_indent = Pt(paragraph.indent * SIZE / 2)
    if paragraph.rule_above:
        borders, top = OxmlElement("w:pBdr"), OxmlElement("w:top")
        for name, value in (("val", "single"), ("sz", "12"), ("color", "FF0000")):
            top.set(qn(f"w:{name}"), value)
        borders.append(top)
        typed._p.get_or_add_pPr().append(borders)
