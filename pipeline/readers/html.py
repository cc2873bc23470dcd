"""Web pages as saved from a site: the article as text, with its tables and links; navigation is kept apart as furniture.

resiliparse finds the article; what it would drop of it is kept: the smallest element that holds what it has found is the article,
and all of that element's text is read in order.
"""

import re
from collections.abc import Iterator
from typing import Any

import lxml.html
from lxml import etree
from resiliparse.extract.html2text import extract_plain_text

from pipeline.errors import InputError
from pipeline.model.layout import Align, RawText, ReadOptions
from pipeline.readers.encoding import decode, known
from pipeline.readers.flowing import Paragraph, set_paragraphs, table_row

MEDIA_TYPE = "text/html"
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([A-Za-z0-9_-]+)", re.IGNORECASE)
_HEAD = 4096
"""Bytes within which a page names its encoding."""
_COVERED = 0.85
"""Share of the article's characters that the smallest element around it holds."""
_SILENT = {"script", "style", "noscript", "template", "head", "select", "textarea", "button", "iframe", "object", "svg", "form"}
_BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "div", "dl", "dt", "fieldset", "figcaption", "figure",
    "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "td",
    "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
_SIZES = {"h1": 21.0, "h2": 16.0, "h3": 14.0}
_BODY = 10.5
_LONGEST_CELL = 200
"""Characters of a cell beyond which a table is one that places the parts of a page."""
_ALIGN = re.compile(r"text-align\s*:\s*(center|right)")
_INDENT = re.compile(r"text-indent\s*:\s*[1-9]")
_WORDS = re.compile(r"\w{2,}")
_SPACES = re.compile(r"[ \t\r\n\f]+")
_SOURCE_BREAK = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef])[ \t\f]*[\r\n][ \t\r\n\f]*(?=[\u3000-\u9fff\uff00-\uffef])")
"""A line break of the file between two Chinese characters, which no browser shows as a blank that was meant."""
_SIZE = re.compile(r"font-size\s*:\s*([0-9.]+)\s*(px|pt)")


def read_html(data: bytes, options: ReadOptions) -> RawText:
    """The text of a web page; InputError where nothing of it can be read."""
    if options.pages:
        raise InputError("--pages is for PDF; a web page has none")
    charset = options.encoding or _charset(data)
    raw = decode(data, charset)
    try:
        parser = lxml.html.HTMLParser(encoding="utf-8", no_network=True)
        root = lxml.html.document_fromstring(raw.text.encode("utf-8", "replace"), parser)
    except (etree.ParserError, ValueError) as error:
        raise InputError("the web page is empty or damaged") from error
    for element in list(root.iter(etree.Comment, etree.ProcessingInstruction)):
        element.drop_tree()
    found = set_paragraphs(_Page(root).paragraphs(), MEDIA_TYPE, "html")
    return found._replace(encoding=raw.encoding, decode_errors=raw.decode_errors)


def _charset(data: bytes) -> str | None:
    """The encoding that the page names."""
    found = _CHARSET.search(data[:_HEAD])
    return known(found[1].decode("ascii") if found else None)


class _Page:
    def __init__(self, root: Any) -> None:
        body = root.find("body")
        self._body = root if body is None else body
        self._title = _squeezed(root.findtext(".//title") or "")
        self._article = _article(root, self._body)
        self._tables = 0
        self._inside = self._article is self._body
        self._pending: list[str] = []

    def paragraphs(self) -> Iterator[Paragraph]:
        """All lines of the page in order."""
        yield from self._walk(self._body, "flush", 0.0)

    def _walk(self, element: Any, align: Align, size: float) -> Iterator[Paragraph]:
        if element.tag == "table" and _is_data(element):
            yield from self._rows(element)
            return
        entered = element is self._article and not self._inside
        self._inside = self._inside or entered
        align, size = _aligned(element, align), _sized(element, size)
        text = element.text or ""
        for child in element:
            if not isinstance(child.tag, str) or child.tag in _SILENT:
                pass
            elif child.tag == "br":
                yield from self._line(text, element, align, size, broken=True)
                text = ""
            elif child.tag == "hr":
                yield from self._line(text, element, align, size)
                yield Paragraph("", rule_above=True)
                text = ""
            elif child.tag in _BLOCKS or any(inner.tag in _BLOCKS or inner.tag in ("br", "hr") for inner in child.iterdescendants()):
                yield from self._line(text, element, align, size)
                text = ""
                yield from self._walk(child, align, size)
            else:
                text += _inline(child)
            text += child.tail or ""
        yield from self._line(text, element, align, size)
        self._inside = self._inside and not entered

    def _line(self, text: str, element: Any, align: Align, size: float, *, broken: bool = False) -> Iterator[Paragraph]:
        text = _collapsed(text).strip(" ")
        if not text.strip() and not broken:
            return
        indent = 4 if _INDENT.search(_style(element)) and align == "flush" else 0
        titled = size >= _SIZES["h3"] and len(text) > 3 and _squeezed(text) in self._title
        is_edge = not self._inside and not titled
        yield Paragraph(text, "indented" if indent else align, indent, size=size or _BODY, edge=is_edge)

    def _rows(self, table: Any) -> Iterator[Paragraph]:
        number, self._tables = self._tables, self._tables + 1
        for index, row in enumerate(table.iter("tr")):
            texts = [_collapsed(_inline(cell)).strip() for cell in row if cell.tag in ("td", "th")]
            if texts:
                yield table_row(texts, number, index)._replace(edge=not self._inside)


def _article(root: Any, body: Any) -> Any:
    """The smallest element that holds what is taken for the article; the whole body where none is found."""
    mended = etree.tostring(root, encoding="unicode", method="html")  # as deep as lxml goes: its time grows with the square of the depth
    parts = set(_WORDS.findall(extract_plain_text(mended, main_content=True, links=False)))  # it drops marks here and there
    total = sum(map(len, parts))
    if not total:
        return body
    article = body
    while True:
        inner = next((child for child in article if isinstance(child.tag, str) and _held(child, parts) >= _COVERED * total), None)
        if inner is None or inner.tag in ("p", "span", "table", "tr", "td"):
            return article
        article = inner


def _held(element: Any, parts: set[str]) -> int:
    text = _squeezed("".join(element.itertext()))
    return sum(len(part) for part in parts if part in text)


def _collapsed(text: str) -> str:
    return _SPACES.sub(" ", _SOURCE_BREAK.sub("", text))


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _style(element: Any) -> str:
    return (element.get("style") or "").lower()


def _aligned(element: Any, align: Align) -> Align:
    found = _ALIGN.search(_style(element))
    named = found[1] if found else (element.get("align") or "").lower()
    if element.tag == "center" or named == "center":
        return "center"
    if named in ("left", "justify"):
        return "flush"
    return "right" if named == "right" else align


def _sized(element: Any, size: float) -> float:
    """Points: of the heading that it is, of its style, or of the element that is all of it."""
    found = _SIZE.search(_style(element))
    if found is None and len(element) == 1 and not (element.text or "").strip() and not (element[0].tail or "").strip():
        found = _SIZE.search(_style(element[0]))
    if found is None:
        return _SIZES.get(element.tag, size)
    try:
        return float(found[1]) * (0.75 if found[2] == "px" else 1)
    except ValueError:
        return size


def _inline(element: Any) -> str:
    """The text of an element without blocks, links included."""
    pieces = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _SILENT:
            pieces.append(" " if child.tag == "br" else _inline(child))
        pieces.append(child.tail or "")
    return "".join(pieces)


def _is_data(table: Any) -> bool:
    """Whether the table holds data: two rows and columns at least, short cells, no table inside."""
    rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
    cells = [cell for row in rows for cell in row]
    longest = max((len(_squeezed(cell.text_content())) for cell in cells), default=0)
    wide = sum(len(row) > 1 for row in rows)
    return wide >= 2 and longest <= _LONGEST_CELL and next(table.iterdescendants("table"), None) is None
