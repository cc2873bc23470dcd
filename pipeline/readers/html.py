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
from pipeline.readers.html_style import BLOCKS, SMALLEST_HEADING, aligned, is_link, letters, linked_letters, sized, style

MEDIA_TYPE = "text/html"
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([A-Za-z0-9_-]+)", re.IGNORECASE)
_MOST_DAMAGED = 100
"""Characters to each byte that cannot be read in the encoding that a page names, at least."""
_HEAD = 4096
"""Bytes within which a page names its encoding."""
_SILENT = {"script", "style", "noscript", "template", "head", "select", "textarea", "button", "iframe", "object", "svg", "audio", "video"}
_BODY = 10.5
_INDENT = re.compile(r"text-indent\s*:\s*[1-9]")
_UNNUMBERED = re.compile(r"list-style(?:-type)?\s*:\s*(?!decimal)[a-z-]+")
_SPACES = re.compile(r"[ \t\r\n\f]+")
_SOURCE_BREAK = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef])[ \t\f]*[\r\n][ \t\r\n\f]*(?=[\u3000-\u9fff\uff00-\uffef])")
"""A line break of the file between two Chinese characters, which no browser shows as a blank that was meant."""
_LINKED = 0.9
"""Share of a line's letters in links from which it is navigation, beside the running text; 来源：市总工会 may be linked, too."""
_MENUS = ("ul", "ol", "nav", "dl")
_MENU_LINKED = 0.5
"""The same of a whole list, of which one point may be the page itself (首页 > 通告)."""
_MENU_NAME = 12
"""Characters of the name of such a list."""
_BESIDE = "\u3000"
"""Between elements that touch in the file."""


def read_html(data: bytes, options: ReadOptions) -> RawText:
    """The text of a web page; InputError where nothing of it can be read."""
    raw = decode(data, options.encoding) if options.encoding else _decoded(data)
    try:
        root = lxml.html.document_fromstring(raw.text.encode("utf-8", "replace"), _parser())
    except (etree.ParserError, ValueError) as error:
        raise InputError("the web page is empty or damaged") from error
    found = set_paragraphs(_Page(root).paragraphs(), MEDIA_TYPE, "html")
    return found._replace(encoding=raw.encoding, decode_errors=raw.decode_errors)


def _decoded(data: bytes) -> RawText:
    """The page in the encoding that it names; in the one that is recognised where it is damaged in that: sites name it wrongly, too."""
    named = decode(data, _charset(data))
    if len(named.decode_errors) * _MOST_DAMAGED <= len(named.text):
        return named
    return min(named, decode(data), key=lambda raw: len(raw.decode_errors))


def _parser() -> lxml.html.HTMLParser:
    return lxml.html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)


def _unframed(body: Any) -> None:
    """Put what a frame holds (srcdoc) into the page, as a page that was saved with its frames shows it."""
    for frame in list(body.iter("iframe")):
        inner = frame.get("srcdoc")
        if inner and inner.strip():
            page = lxml.html.document_fromstring(inner.encode("utf-8", "replace"), _parser())
            frame.clear(keep_tail=True)
            frame.tag = "div"
            frame.extend(page.iterchildren("body"))


def _charset(data: bytes) -> str | None:
    """The encoding that the page names."""
    found = _CHARSET.search(data[:_HEAD])
    return known(found[1].decode("ascii") if found else None)


class _Run:
    """Text of a line as it grows, and how many letters of it lead to other pages."""

    def __init__(self, *pieces: str) -> None:
        self.pieces = list(pieces)
        self.linked = 0
        self.links = 0

    def add(self, text: str, linked: int = 0) -> None:
        self.pieces.append(text)
        self.linked += linked
        self.links += linked > 0

    @property
    def text(self) -> str:
        return "".join(self.pieces)


class _Page:
    def __init__(self, root: Any) -> None:
        body = root.find("body")
        self._body = root if body is None else body
        self._title = squeezed(root.findtext(".//title") or "")
        _unframed(self._body)
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
            lines = self._blocks(element, aligned(element, align), sized(element, size))
            number = _list_number(element) if element.tag == "li" and self._is_in(self._article.prose) else ""
            for line in lines:
                yield line._replace(text=number + line.text) if line.text else line
                number = "" if line.text else number
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
            elif child.tag in BLOCKS or any(inner.tag in BLOCKS or inner.tag in ("br", "hr") for inner in child.iterdescendants()):
                yield from self._line(run, align, size)
                run = _Run()
                yield from self._walk(child, align, size)
            else:
                run.add(_BESIDE if self._is_beside(child) else "")
                run.add(_inline(child), linked_letters(child))
            run.add(child.tail or "")
        yield from self._line(run, align, size)

    def _line(self, run: _Run, align: Align, size: float, *, broken: bool = False) -> Iterator[Paragraph]:
        text, element = _collapsed(run.text).strip(" "), self._around[-1]
        if not text.strip() and not broken:
            return
        indent = 4 if _INDENT.search(style(element)) and align == "flush" else 0
        titled = size >= SMALLEST_HEADING and len(text) > 3 and squeezed(text) in self._title and run.linked < _LINKED * letters(run.text)
        is_edge = not titled and (not self._is_in(self._article.whole) or self._leads_away(run))
        yield Paragraph(text, "indented" if indent else align, indent, size=size or _BODY, edge=is_edge)

    def _is_in(self, element: Any) -> bool:
        return any(around is element for around in self._around)

    def _leads_away(self, run: _Run) -> bool:
        """Whether it is navigation inside of the article."""
        if self._is_in(self._article.prose):
            return run.links > 1 and run.linked >= _LINKED * letters(run.text) and "。" not in run.text
        if 0 < run.linked >= _LINKED * letters(run.text) or any(map(is_link, self._around)):
            return True
        menus = (element for element in reversed(self._around) if element.tag in _MENUS)
        return any(map(_is_menu, islice(menus, 1))) or self._heads_menu(squeezed(run.text))

    def _heads_menu(self, text: str) -> bool:
        """Whether it stands above a list of links, as 相关链接 does, and is not the headline."""
        below = self._around[-1].getnext()
        return below is not None and below.tag in _MENUS and len(text) <= _MENU_NAME and text not in self._title and _is_menu(below)

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


def _list_number(point: Any) -> str:
    """1. before a point of a list, as browsers show it."""
    around = point.getparent()
    if around.tag != "ol" or around.get("type") not in (None, "1") or _UNNUMBERED.search(style(around) + style(point)):
        return ""
    first = around.get("start") or "1"
    return f"{int(first) + sum(1 for _ in point.itersiblings('li', preceding=True))}." if first.isdecimal() else ""


def _is_menu(element: Any) -> bool:
    return linked_letters(element) >= max(1, _MENU_LINKED * letters(element.text_content()))


def _collapsed(text: str) -> str:
    return _SPACES.sub(" ", _SOURCE_BREAK.sub("", text))


def _inline(element: Any) -> str:
    """The text of an element without blocks, links included."""
    pieces = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _SILENT:
            pieces.append(" " if child.tag == "br" else _inline(child))
        pieces.append(child.tail or "")
    return "".join(pieces)
