"""PDF by Typst, whose compiler comes with its Python package; the type is Noto Sans CJK, embedded."""

import json
from functools import cache
from pathlib import Path

import manimgx_fonts_cjk
import typst

from printer.sheet import Paragraph, Sheet, tables

FONTS = [str(Path(manimgx_fonts_cjk.__file__).parent)]
PREAMBLE = """
#set page(paper: "a4", margin: (x: 2.7cm, top: 3.7cm, bottom: 3.2cm), columns: {columns},
  header: context if counter(page).final().first() > 1 [#set text(size: 10pt); #{name} #h(1fr) 内部资料 #line(length: 100%, stroke: 0.5pt)],
  footer: context align(center)[#text(size: 12pt)[— #counter(page).display() —]])
#set text(font: "Noto Sans CJK SC", size: {size}pt, lang: "zh", region: "cn")
#set par(justify: true, leading: {leading}em, spacing: {leading}em)
#set block(spacing: {leading}em)
#set columns(gutter: 1cm)
"""


def pdf(sheet: Sheet, *, columns: int = 1, size: float = 16) -> bytes:
    """The sheet on A4; the head runs over all columns."""
    source = PREAMBLE.format(columns=columns, name=_string(sheet.name), size=size, leading=0.75)
    head = "\n".join(map(_set, tables(sheet.paragraphs[: sheet.head])))
    if columns > 1 and head:
        head += "\n#line(length: 100%, stroke: 1pt + red)"
        source += f'#place(top, scope: "parent", float: true)[{head}]\n'
        head = ""
    source += head + "\n" + "\n".join(map(_set, tables(sheet.paragraphs[sheet.head :])))
    return compile_source(source)


def compile_source(source: str) -> bytes:
    """What this says in Typst's own language."""
    data = _compiler().compile(source.encode(), format="pdf")
    assert isinstance(data, bytes)
    return data


@cache
def _compiler() -> typst.Compiler:
    """One for all sheets: it reads the fonts when it is made."""
    return typst.Compiler(font_paths=FONTS, ignore_system_fonts=True)


def _set(part: Paragraph | list[tuple[str, ...]]) -> str:
    if isinstance(part, Paragraph):
        return _paragraph(part)
    cells = ", ".join(f"[#{_string(cell)}]" for row in part for cell in row)
    return f"#table(columns: {len(part[0])}, {cells})"


def _string(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _paragraph(paragraph: Paragraph) -> str:
    text = " #h(1fr) ".join(f"#{_string(part)}" for part in paragraph.ends)
    if paragraph.size != 1:
        text = f"#text(size: {paragraph.size}em)[{text}]"
    if paragraph.align in ("center", "right"):
        body = f"#align({paragraph.align})[{text}]"
    else:
        indent = paragraph.indent / 2 if paragraph.align == "indented" else 0
        body = f"#par(first-line-indent: (amount: {indent}em, all: true))[{text}]"
    above = ("#line(length: 100%, stroke: 1pt + red)\n" if paragraph.rule_above else "") + ("#v(1em)\n" if paragraph.gap else "")
    return above + body
