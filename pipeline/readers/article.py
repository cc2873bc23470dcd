"""Where the article of a saved web page stands in its tree: around its running text, and up to its headline.

resiliparse leaves out most of the site, but keeps what it is not sure of: paths, buttons, notices. Of what it keeps, sentences tell where
the article is; a page of lists and tables, which has few, is where most of it stands.
"""

import re
from typing import Any, NamedTuple

from lxml import etree
from resiliparse.extract.html2text import extract_plain_text

from pipeline.readers.html_style import SMALLEST_HEADING, letters, linked_letters, sized, style

_COVERED = 0.85
"""Share of the characters that were kept which the smallest element around the article holds."""
_PROSE_COVERED = 0.75
"""The same for its sentences; a notice of the site has sentences, too."""
_WORDS = re.compile(r"\w{2,}")
_MARKS, _ENDS = "，；。", tuple("！？；：”’）)")
_PROSE_SHARE = 0.15
"""Share of the characters kept that sentences have where they tell the place of the article."""
_HIDDEN = re.compile(r"display\s*:\s*none")
_UNSEEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?![.\d]))\s*(?:!important)?")
_MOST_HIDDEN = 0.5
"""Share of a page that is hidden where a script was to show it."""
_HEADLINE = 5
"""Characters of the shortest headline."""
_LONGEST_TITLE = 200
_BLANKS = 9
"""Times the length of a headline that is looked at for it, with the blanks of the file."""
_LONGEST_CELL = 200
"""Characters of a cell beyond which a table is one that places the parts of a page."""


class Article(NamedTuple):
    """Elements of the tree."""

    whole: Any
    """Holds the headline as well."""
    prose: Any
    """Holds the running text, and no more of the page than need be; the whole page where there is none."""
    headline: str = ""
    """Without blanks."""


def drop_hidden(body: Any) -> None:
    """Take out what the page does not show as it was saved; what is most of the page a script was to show."""
    whole = len(squeezed(body.text_content()))
    hidden = [element for element in body.iterdescendants(etree.Element) if _is_hidden(element)]
    for element in hidden:
        if len(squeezed(element.text_content())) < _MOST_HIDDEN * whole:
            element.clear(keep_tail=True)  # drop_tree, which moves what follows it, fails on control characters
    for element in body.iter(etree.Element):
        if _UNSEEN.search(style(element)) or element.get("hidden") is not None:
            element.attrib.pop("hidden", None)
            element.set("style", _UNSEEN.sub("", style(element)))


def find_article(body: Any, title: str) -> Article:
    """The article of a page with this title, without blanks."""
    mended = etree.tostring(body, encoding="unicode", method="html")  # as deep as lxml goes: its time grows with the square of the depth
    kept = extract_plain_text(mended, main_content=True, links=False)
    sentences = "\n".join(line for line in kept.splitlines() if _is_sentence(line))
    if _words(sentences) < _PROSE_SHARE * _words(kept):
        found = _holder(body, kept, _COVERED)
        return Article(found, found)
    return _with_headline(_holder(body, sentences, _PROSE_COVERED), body, title[:_LONGEST_TITLE])


def is_data(table: Any) -> bool:
    """Whether the table holds data: two rows and columns at least, short cells, no table inside."""
    rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
    cells = [cell for row in rows for cell in row]
    longest = max((len(squeezed(cell.text_content())) for cell in cells), default=0)
    wide = sum(len(row) > 1 for row in rows)
    return wide >= 2 and longest <= _LONGEST_CELL and next(table.iterdescendants("table"), None) is None


def squeezed(text: str) -> str:
    """The text without blanks."""
    return "".join(text.split())


def _is_hidden(element: Any) -> bool:
    return isinstance(element.tag, str) and (element.get("hidden") is not None or _HIDDEN.search(style(element)) is not None)


def _holder(body: Any, text: str, share: float) -> Any:
    """The smallest element that holds this share of the words of a text; the whole body where it has none."""
    words = set(_WORDS.findall(text))  # the text lacks marks here and there
    total = sum(map(len, words))
    found = body if total else None
    while found is not None:
        inner = next((child for child in found if isinstance(child.tag, str) and _held(child, words) >= share * total), None)
        if inner is None or inner.tag in ("p", "span") or (inner.tag == "table" and is_data(inner)):
            return found
        found = inner
    return body


def _is_sentence(line: str) -> bool:
    """Whether a line ends as sentences do; 网友评论（3） and 来源： have no mark before that."""
    text = line.rstrip()
    return text.rstrip("”’）)").endswith("。") or (text.endswith(_ENDS) and any(mark in text for mark in _MARKS))


def _words(text: str) -> int:
    return sum(map(len, _WORDS.findall(text)))


def _held(element: Any, words: set[str]) -> int:
    text = squeezed("".join(element.itertext()))
    return sum(len(word) for word in words if word in text)


def _start(element: Any, length: int) -> str:
    """Its text, if it is no longer than that, or somewhat more."""
    text = ""
    for piece in element.itertext():
        text += squeezed(piece[: _BLANKS * length])
        if len(text) > length:
            break
    return text


def _with_headline(prose: Any, body: Any, title: str) -> Article:
    """The smallest element around it that holds the longest line of the page that stands in its title, as well."""
    headline, found = "", prose
    for element in body.iterdescendants(etree.Element):
        text = _start(element, len(title)) if element.tag != "a" else ""
        if max(_HEADLINE, len(headline) + 1) <= len(text) and text in title:
            headline, found = text, element
    if not headline:
        if not linked_letters(body):
            return Article(body, body)  # of no site: a word processor's file, or the part of a page
        found = _heading_above(prose, body)
    return Article(_around_both(prose, found), prose, headline)


def _heading_above(prose: Any, body: Any) -> Any:
    """The last heading, or line in large type, above the running text where the title of the page names the site alone; else that text."""
    found = prose
    for element in body.iterdescendants(etree.Element):
        if element is prose:
            break
        if isinstance(element.tag, str) and sized(element, 0.0) >= SMALLEST_HEADING:
            text = element.text_content()
            if _HEADLINE <= letters(text) <= _LONGEST_TITLE and not linked_letters(element):
                found = element
    return found


def _around_both(prose: Any, heading: Any) -> Any:
    around = [heading, *heading.iterancestors()]
    return next(element for element in (prose, *prose.iterancestors()) if element in around)
