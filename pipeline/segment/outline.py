"""层次 inside an item: headings 一、（一）1.（1）① 第一章 第一条, and points 一是 二是 that run through a paragraph."""

from pipeline.model.item import OutlineEntry
from pipeline.normalize import fold
from pipeline.notation.numerals import parse_numeral
from pipeline.notation.ordinals import parse_marker
from pipeline.notation.pattern import Pattern

_LEVEL = {"formal": 1, "chapter": 1, "han": 1, "article": 2, "han_paren": 2, "digit": 3, "digit_paren": 4, "circled": 5}
_POINT = Pattern(r"(?:^|(?<=[。;:,!?”）)]))(?P<n>\d{1,3})(?:是|要)(?!否|些|个|旦|直|样)", needs="是要", numerals=True)
_EMPHASIS = "*_"
"""What stands around a heading in Markdown."""
_HEADING_END = "。;:!?"
_LONGEST_HEADING = 60
"""Characters; a longer first sentence is no heading but text, and its entry ends at the marker."""


def parse_outline(body: str) -> tuple[OutlineEntry, ...]:
    """The outline of an item's text; start and end index `body` and hold marker and heading."""
    folded = fold(body)
    entries: list[OutlineEntry] = []
    level = 0
    start = 0
    expected = 1
    for paragraph in folded.split("\n"):
        end = start + len(paragraph)
        words = paragraph.strip(_EMPHASIS)
        marker = parse_marker(words)
        if marker and marker.kind in _LEVEL:
            level = _LEVEL[marker.kind]
            expected = 1
            begin = start + paragraph.index(words)
            after = begin + marker.length
            until = _heading_end(folded, after, begin + len(words))
            entries.append(OutlineEntry(level, body[begin:after].strip(), marker.ordinal, body[after:until].strip(), begin, until))
        for found in _POINT.finditer(paragraph):
            numeral = paragraph[slice(*found.span("n"))]
            ordinal = parse_numeral(numeral)
            if ordinal not in (1, expected) or numeral.isascii():
                continue
            expected = ordinal + 1
            after = start + found.end()
            until = _heading_end(folded, after, end)
            heading = body[after:until].strip()
            entries.append(OutlineEntry(level + 1, paragraph[slice(*found.span())], ordinal, heading, start + found.start(), until))
        start = end + 1
    return tuple(entries)


def _heading_end(folded: str, after: int, stop: int) -> int:
    """Where the heading behind a marker ends: at its mark, at the paragraph's end; at once where it is none but text."""
    reach = range(after, min(stop, after + _LONGEST_HEADING))
    return next((at for at in reach if folded[at] in _HEADING_END), stop if stop - after <= _LONGEST_HEADING else after)
