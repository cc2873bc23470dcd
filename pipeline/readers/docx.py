"""Word files (.docx): paragraphs and tables in order, with text boxes where they are anchored, heads and feet as such.

Footnotes stand behind the paragraph that has their mark. Tracked changes count as accepted; hidden text, field codes and deleted text are left out.
"""

from collections.abc import Iterator
from typing import Any

from pipeline.errors import InputError
from pipeline.model.layout import RawText, ReadOptions
from pipeline.readers.archive import Archive
from pipeline.readers.docx_numbers import list_levels
from pipeline.readers.docx_styles import Styles, W
from pipeline.readers.flowing import Paragraph, Tables, set_paragraphs
from pipeline.readers.list_numbers import Numbers
from pipeline.readers.setting import set_lines

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MAIN = "word/document.xml"
_LEFT_OUT = {f"{W}{name}" for name in ("del", "moveFrom", "instrText", "pPr", "rPr", "rt", "delText")}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NOTES = {f"{W}footnoteReference": "word/footnotes.xml", f"{W}endnoteReference": "word/endnotes.xml"}
"""Mark in the text → the part that holds the notes."""
_BREAKS = {f"{W}br", f"{W}cr"}
_WIDE_GAP = "    "
_LINES = ("}line", "}straightConnector1")
"""Ends of the names of drawn lines, the red rule of a head among them."""


def read_docx(data: bytes, options: ReadOptions) -> RawText:  # noqa: ARG001  one signature for the family
    """The text of a Word file; InputError where it is damaged beyond opening."""
    archive = Archive(data)
    root = archive.part(MAIN)
    body = None if root is None else root.find(f"{W}body")
    if body is None:
        raise InputError("the Word file holds no text that can be read; try to open it in Word and save it again")
    reading = _Reading(archive)
    heads = [line for name in sorted(archive.names) if name.startswith("word/header") for line in reading.edge(name)]
    feet = [line for name in sorted(archive.names) if name.startswith("word/footer") for line in reading.edge(name)]
    return set_paragraphs([*heads, *reading.blocks(body), *feet], MEDIA_TYPE, "docx")


class _Reading:
    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._styles = Styles(archive.part("word/styles.xml"))
        self._numbers = Numbers(list_levels(archive.part("word/numbering.xml")))
        self._notes = dict(_notes(archive))
        self._tables = Tables(self.blocks)
        self._ruled = False

    def edge(self, name: str) -> Iterator[Paragraph]:
        """The lines of a running head or foot, each once."""
        root = self._archive.part(name)
        for line in self.blocks(root) if root is not None else ():
            if line.text.strip():
                yield line._replace(edge=True)

    def blocks(self, parent: Any) -> Iterator[Paragraph]:
        """Paragraphs and table rows below an element, in order."""
        for child in parent:
            if child.tag == f"{W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{W}tbl":
                yield from self._table(child)
            elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}moveTo", f"{W}customXml", f"{W}smartTag"):
                yield from self.blocks(child)

    def _paragraph(self, paragraph: Any) -> Iterator[Paragraph]:
        for box in _text_boxes(paragraph):
            yield from self.blocks(box)
        setting = self._styles.setting(paragraph)
        number = self._numbers.next(*setting.number) if setting.number else ""
        yield from set_lines(number + _text(paragraph), setting, ruled=self._ruled or setting.rule_above)
        for mark in paragraph.iter(*_NOTES):
            yield from self.blocks(self._notes.get((mark.tag, mark.get(f"{W}id")), ()))
        self._ruled = setting.rule_below or _draws_line(paragraph)

    def _table(self, table: Any) -> Iterator[Paragraph]:
        rows = [[cell for cell in row.iter(f"{W}tc") if _row_of(cell) is row] for row in table.iter(f"{W}tr") if _table_of(row) is table]
        return self._tables.rows(rows)


def _notes(archive: Archive) -> Iterator[tuple[tuple[str, str | None], Any]]:
    """Footnotes and endnotes, by the mark that stands for them in the text."""
    for mark, name in _NOTES.items():
        root = archive.part(name)
        yield from (((mark, note.get(f"{W}id")), note) for note in root if note.get(f"{W}type") is None) if root is not None else ()


def _row_of(cell: Any) -> Any:
    return next(cell.iterancestors(f"{W}tr"), None)


def _table_of(row: Any) -> Any:
    return next(row.iterancestors(f"{W}tbl"), None)


def _text_boxes(paragraph: Any) -> Iterator[Any]:
    """The outermost text boxes that are anchored here, each in one of its two forms."""
    for box in paragraph.iter(f"{W}txbxContent"):
        above = list(box.iterancestors())
        inner = above[: above.index(paragraph)]
        if not any(element.tag in (_FALLBACK, f"{W}txbxContent") for element in inner):
            yield box


def _draws_line(paragraph: Any) -> bool:
    return any(
        str(element.tag).endswith(_LINES) or element.get("prst") in ("line", "straightConnector1") for element in paragraph.iter("*")
    )


def _text(element: Any) -> str:
    """The characters of a paragraph as they are printed; line breaks as line feeds."""
    pieces: list[str] = []
    for child in element:
        if child.tag == f"{W}t":
            pieces.append(child.text or "")
        elif child.tag == f"{W}tab":
            pieces.append(_WIDE_GAP)
        elif child.tag in _BREAKS:
            pieces.append("\n")
        elif child.tag == f"{W}noBreakHyphen":
            pieces.append("-")
        elif child.tag == f"{W}r" and _is_hidden(child):
            continue
        elif child.tag not in _LEFT_OUT and not str(child.tag).endswith(("}drawing", "}pict", "}AlternateContent", "}object")):
            pieces.append(_text(child))
    return "".join(pieces)


def _is_hidden(run: Any) -> bool:
    hidden = run.find(f"{W}rPr/{W}vanish")
    return hidden is not None and hidden.get(f"{W}val") not in ("0", "false")
