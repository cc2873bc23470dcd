"""Web pages as saved from a site: the article as text, with its tables and links; navigation is kept apart as furniture.

All that the page shows is read in order. Furniture is what stands outside of the article (see article.py), and links to other pages
beside its running text. White space between things beside it, such as date and source, the style of the site puts in.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

import lxml.html
from lxml import etree

from pipeline.errors import InputError
from pipeline.model.layout import Align, RawText, ReadOptions
from pipeline.readers.article import drop_hidden, find_article, is_data, squeezed
from pipeline.readers.encoding import decode, known
from pipeline.readers.flowing import Paragraph, set_paragraphs, table_row

MEDIA_TYPE = "text/html"
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([A-Za-z0-9_-]+)", re.IGNORECASE)
_HEAD = 4096
"""Bytes within which a page names its encoding."""
_SILENT = {"script", "style", "noscript", "template", "head", "select", "textarea", "button", "iframe", "object", "svg", "audio", "video"}
_BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "div", "dl", "dt", "fieldset", "figcaption", "figure",
    "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "td",
    "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
_SIZES = {"h1": 21.0, "h2": 16.0, "h3": 14.0}
_FONT_SIZES = {"1": 7.5, "2": 10.0, "3": 12.0, "4": 13.5, "5": 18.0, "6": 24.0, "7": 36.0}
"""Points of <font size> (HTML 4, 15.2.2) in browsers."""
_BODY = 10.5
_ALIGN = re.compile(r"text-align\s*:\s*(center|right)")
_INDENT = re.compile(r"text-indent\s*:\s*[1-9]")
_SPACES = re.compile(r"[ \t\r\n\f]+")
_SOURCE_BREAK = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef])[ \t\f]*[\r\n][ \t\r\n\f]*(?=[\u3000-\u9fff\uff00-\uffef])")
"""A line break of the file between two Chinese characters, which no browser shows as a blank that was meant."""
_FILE = re.compile(r"\.(?:docx?|xlsx?|pptx?|pdf|ofd|wps|et|txt|zip|rar|jpe?g|png)$", re.IGNORECASE)
"""A link to one is what the article brings along (附件), no navigation."""
_LINKED = 0.9
"""Share of a line's letters in links from which it is navigation, beside the running text; 来源：市总工会 may be linked, too."""
_MENUS = ("ul", "ol", "nav", "dl")
_MENU_LINKED = 0.5
"""The same of a whole list, of which one point may be the page itself (首页 > 通告)."""
_LETTERS = re.compile(r"[^\W\d_]")
_BESIDE = "\u3000"
"""Between elements that touch in the file."""
_SIZE = re.compile(r"font-size\s*:\s*([0-9.]+)\s*(px|pt)")


def read_html(data: bytes, options: ReadOptions) -> RawText:
    """The text of a web page; InputError where nothing of it can be read."""
    charset = options.encoding or _charset(data)
    raw = decode(data, charset)
    try:
        parser = lxml.html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
        root = lxml.html.document_fromstring(raw.text.encode("utf-8", "replace"), parser)
    except (etree.ParserError, ValueError) as error:
        raise InputError("the web page is empty or damaged") from error
    found = set_paragraphs(_Page(root).paragraphs(), MEDIA_TYPE, "html")
    return found._replace(encoding=raw.encoding, decode_errors=raw.decode_errors)


def _charset(data: bytes) -> str | None:
    """The encoding that the page names."""
    found = _CHARSET.search(data[:_HEAD])
    return known(found[1].decode("ascii") if found else None)


class _Run:
    """Text of a line as it grows, and how many letters of it lead to other pages."""

    def __init__(self, *pieces: str) -> None:
        self.pieces = list(pieces)
        self.linked = 0

    def add(self, text: str, linked: int = 0) -> None:
        self.pieces.append(text)
        self.linked += linked

    @property
    def text(self) -> str:
        return "".join(self.pieces)


class _Page:
    def __init__(self, root: Any) -> None:
        body = root.find("body")
        self._body = root if body is None else body
        self._title = squeezed(root.findtext(".//title") or "")
        drop_hidden(self._body)
        self._article = find_article(self._body, self._title)
        self._around: list[Any] = []
        """Elements that the walk is in."""
        self._tables = 0

    def paragraphs(self) -> Iterator[Paragraph]:
        """All lines of the page in order."""
        yield from self._walk(self._body, "flush", 0.0)

    def _walk(self, element: Any, align: Align, size: float) -> Iterator[Paragraph]:
        self._around.append(element)
        if element.tag == "table" and is_data(element):
            yield from self._rows(element)
        else:
            yield from self._blocks(element, _aligned(element, align), _sized(element, size))
        self._around.pop()

    def _blocks(self, element: Any, align: Align, size: float) -> Iterator[Paragraph]:
        run = _Run(element.text or "")
        for child in element:
            if not isinstance(child.tag, str) or child.tag in _SILENT:
                pass
            elif child.tag == "br":
                yield from self._line(run, align, size, broken=True)
                run = _Run()
            elif child.tag == "hr":
                yield from self._line(run, align, size)
                yield Paragraph("", rule_above=True)
                run = _Run()
            elif child.tag in _BLOCKS or any(inner.tag in _BLOCKS or inner.tag in ("br", "hr") for inner in child.iterdescendants()):
                yield from self._line(run, align, size)
                run = _Run()
                yield from self._walk(child, align, size)
            else:
                run.add(_BESIDE if self._is_beside(child) else "")
                run.add(_inline(child), _linked(child))
            run.add(child.tail or "")
        yield from self._line(run, align, size)

    def _line(self, run: _Run, align: Align, size: float, *, broken: bool = False) -> Iterator[Paragraph]:
        text, element = _collapsed(run.text).strip(" "), self._around[-1]
        if not text.strip() and not broken:
            return
        indent = 4 if _INDENT.search(_style(element)) and align == "flush" else 0
        titled = size >= _SIZES["h3"] and len(text) > 3 and squeezed(text) in self._title
        is_edge = not titled and (not self._is_in(self._article.whole) or self._leads_away(run))
        yield Paragraph(text, "indented" if indent else align, indent, size=size or _BODY, edge=is_edge)

    def _is_in(self, element: Any) -> bool:
        return any(around is element for around in self._around)

    def _leads_away(self, run: _Run) -> bool:
        """Whether it is navigation inside of the article."""
        if self._is_in(self._article.prose):
            return False
        if 0 < run.linked >= _LINKED * _letters(run.text) or any(map(_is_link, self._around)):
            return True
        menus = (element for element in reversed(self._around) if element.tag in _MENUS)
        return any(_linked(menu) >= _MENU_LINKED * _letters(menu.text_content()) for menu in islice(menus, 1))

    def _is_beside(self, child: Any) -> bool:
        """Whether an element touches the one before it, where the style of a site and no author has set them."""
        before = child.getprevious()
        if before is None or before.tag in ("br", "hr") or self._is_in(self._article.prose):
            return False
        between = before.tail or ""
        return not between or ("\n" in between and not between.strip())

    def _rows(self, table: Any) -> Iterator[Paragraph]:
        number, self._tables = self._tables, self._tables + 1
        for index, row in enumerate(table.iter("tr")):
            texts = [_collapsed(_inline(cell)).strip() for cell in row if cell.tag in ("td", "th")]
            if texts:
                yield table_row(texts, number, index)._replace(edge=not self._is_in(self._article.whole) or self._is_repeated(texts))

    def _is_repeated(self, texts: list[str]) -> bool:
        """Whether a row above the text is that of its headline (标题), which stands there again."""
        return not self._is_in(self._article.prose) and self._article.headline in map(squeezed, texts)


def _is_link(element: Any) -> bool:
    return element.tag == "a" and not _FILE.search((element.get("href") or "").partition("?")[0])


def _linked(element: Any) -> int:
    """Letters of an inline element that lead to other pages."""
    outer = [element] if _is_link(element) else [link for link in element.iter("a") if _is_link(link)]
    return sum(_letters(link.text_content()) for link in outer)


def _letters(text: str) -> int:
    return len(_LETTERS.findall(text))


def _collapsed(text: str) -> str:
    return _SPACES.sub(" ", _SOURCE_BREAK.sub("", text))


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
    """Points: of the innermost element that is all of it and says so, or of the heading that it is."""
    found = _SIZES.get(element.tag, size)
    while element is not None:
        found = _own_size(element) or found
        alone = len(element) == 1 and not (element.text or "").strip() and not (element[0].tail or "").strip()
        element = element[0] if alone and element[0].tag not in _BLOCKS else None
    return found


def _own_size(element: Any) -> float:
    """Points that an element sets its type in, 0 where it says nothing."""
    if element.tag == "font":
        return _FONT_SIZES.get((element.get("size") or "").strip(), 0.0)
    found = _SIZE.search(_style(element))
    try:
        return float(found[1]) * (0.75 if found[2] == "px" else 1) if found else 0.0
    except ValueError:
        return 0.0


def _inline(element: Any) -> str:
    """The text of an element without blocks, links included."""
    pieces = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _SILENT:
            pieces.append(" " if child.tag == "br" else _inline(child))
        pieces.append(child.tail or "")
    return "".join(pieces)
