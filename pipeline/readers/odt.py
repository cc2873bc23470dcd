"""OpenDocument texts (.odt, .fodt): paragraphs, lists and tables in order, with text boxes where they are anchored, heads and feet as such.

Footnotes stand behind the paragraph that has their mark. Tracked changes count as accepted; hidden text, comments and ruby are left out.
"""

import re
from collections.abc import Iterator
from typing import Any

from pipeline.errors import InputError
from pipeline.model.layout import RawText, ReadOptions
from pipeline.readers.archive import Archive, parse_xml
from pipeline.readers.flowing import Paragraph, Tables, set_paragraphs
from pipeline.readers.list_numbers import Numbers
from pipeline.readers.odt_styles import DRAW, OUTLINE, STYLE, TABLE, TEXT, Styles
from pipeline.readers.setting import set_lines

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_PARAGRAPHS = (f"{TEXT}p", f"{TEXT}h")
_LEFT_OUT = {f"{TEXT}tracked-changes", f"{TEXT}sequence-decls", f"{TEXT}variable-decls", f"{TEXT}user-field-decls", f"{_OFFICE}forms"}
_NO_TEXT = {f"{TEXT}note", f"{TEXT}ruby-text", f"{TEXT}hidden-text", f"{_OFFICE}annotation", f"{DRAW}a"}
_LINES = (f"{DRAW}line", f"{DRAW}connector")
_BOXES = (f"{DRAW}text-box", f"{DRAW}custom-shape", f"{DRAW}rect")
_CELLS = (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")
_WIDE_GAP = "    "
_BLANKS = re.compile("[ \t\r\n]+")
_MOST_BLANKS = 200


def read_odt(data: bytes, options: ReadOptions) -> RawText:  # noqa: ARG001  one signature for the family
    """The text of an OpenDocument file; InputError where it is locked, or damaged beyond opening."""
    archive = Archive(data)
    if _is_locked(archive):
        raise InputError("the OpenDocument file is locked; save it without a password")
    return _set(archive.part("content.xml"), archive.part("styles.xml"))


def read_fodt(data: bytes, options: ReadOptions) -> RawText:  # noqa: ARG001
    """The same for one that is a single file of XML (.fodt)."""
    root = parse_xml(data)
    return _set(root, root)


def _set(content: Any, styles: Any) -> RawText:
    body = None if content is None else content.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise InputError("the OpenDocument file holds no text that can be read; try to open it in LibreOffice and save it again")
    reading = _Reading(Styles(content, styles))
    heads, feet = (list(_edge(styles, side)) for side in ("header", "footer"))
    return set_paragraphs([*heads, *reading.blocks(body), *feet], MEDIA_TYPE, "odt")


def _is_locked(archive: Archive) -> bool:
    manifest = archive.part("META-INF/manifest.xml")
    return manifest is not None and any(str(element.tag).endswith("}encryption-data") for element in manifest.iter())


def _edge(styles: Any, side: str) -> Iterator[Paragraph]:
    """The lines of the running heads, or feet."""
    reading = _Reading(Styles(styles))
    for edge in styles.iter(*(f"{STYLE}{side}{kind}" for kind in ("", "-left", "-first"))) if styles is not None else ():
        yield from (line._replace(edge=True) for line in reading.blocks(edge) if line.text.strip())


class _Reading:
    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._numbers = Numbers(styles.list_levels())
        self._tables = Tables(self.blocks)
        self._ruled = False

    def blocks(self, parent: Any) -> Iterator[Paragraph]:
        """Paragraphs and table rows below an element, in order."""
        for child in parent:
            if child.tag in _PARAGRAPHS:
                yield from self._paragraph(child, self._heading_number(child))
            elif child.tag == f"{TEXT}list":
                yield from self._list(child, child.get(f"{TEXT}style-name") or "", 0)
            elif child.tag == f"{TABLE}table":
                yield from self._table(child)
            elif child.tag not in _LEFT_OUT and child.get(f"{TEXT}display") != "none":
                yield from self.blocks(child)

    def _heading_number(self, heading: Any) -> str:
        level = heading.get(f"{TEXT}outline-level") or ""
        return self._numbers.next(OUTLINE, int(level) - 1) if heading.tag == f"{TEXT}h" and level.isdigit() else ""

    def _list(self, element: Any, name: str, level: int) -> Iterator[Paragraph]:
        """The paragraphs of a list; the first of each point has its number."""
        if not level and not (element.get(f"{TEXT}continue-numbering") == "true" or element.get(f"{TEXT}continue-list")):
            self._numbers.restart(name)
        for point in element:
            numbered = point.tag == f"{TEXT}list-item"
            for child in point:
                if child.tag == f"{TEXT}list":
                    yield from self._list(child, child.get(f"{TEXT}style-name") or name, level + 1)
                elif child.tag in _PARAGRAPHS:
                    yield from self._paragraph(child, self._numbers.next(name, level) if numbered else "")
                    numbered = False

    def _paragraph(self, paragraph: Any, number: str) -> Iterator[Paragraph]:
        for box in _text_boxes(paragraph):
            yield from self.blocks(box)
        setting = self._styles.setting(paragraph)
        yield from set_lines(number + self._text(paragraph), setting, ruled=self._ruled or setting.rule_above)
        for note in paragraph.iter(f"{TEXT}note-body"):
            yield from self.blocks(note)
        self._ruled = setting.rule_below or next(paragraph.iter(*_LINES), None) is not None

    def _table(self, table: Any) -> Iterator[Paragraph]:
        rows = [[cell for cell in row if cell.tag in _CELLS] for row in table.iter(f"{TABLE}table-row") if _table_of(row) is table]
        return self._tables.rows(rows)

    def _text(self, element: Any) -> str:
        """The characters of a paragraph as they are printed; line breaks as line feeds."""
        pieces = [_BLANKS.sub(" ", element.text or "")]
        for child in element:
            pieces += [self._piece(child), _BLANKS.sub(" ", child.tail or "")]
        return "".join(pieces)

    def _piece(self, child: Any) -> str:
        if child.tag == f"{TEXT}s":
            count = child.get(f"{TEXT}c") or "1"
            return " " * min(int(count), _MOST_BLANKS) if count.isdigit() else " "
        if child.tag == f"{TEXT}tab":
            return _WIDE_GAP
        if child.tag == f"{TEXT}line-break":
            return "\n"
        if not str(child.tag).startswith((TEXT, _OFFICE)) or child.tag in _NO_TEXT:
            return ""
        return "" if child.tag == f"{TEXT}span" and self._styles.is_hidden(child) else self._text(child)


def _table_of(row: Any) -> Any:
    return next(row.iterancestors(f"{TABLE}table"), None)


def _text_boxes(paragraph: Any) -> Iterator[Any]:
    """The outermost text boxes that are anchored here."""
    for box in paragraph.iter(*_BOXES):
        above = list(box.iterancestors())
        if not any(element.tag in _BOXES for element in above[: above.index(paragraph)]):
            yield box
