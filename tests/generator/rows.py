"""Printed lines: centring, hard wraps, and pages that end in mid-sentence."""

import itertools
import unicodedata
from dataclasses import dataclass
from typing import Literal

_NOT_FIRST = "，。、；：！？）》”’」】〕%….\u3000 "
_NOT_LAST = "（《“‘「【〔"
_SENTENCE_OVER = "。！？；：”）》…"


@dataclass(frozen=True)
class Row:
    """One line; `cut` says whether a page may begin with it: in mid-sentence, between two blocks, or not at all."""

    text: str
    cut: Literal["no", "mid", "gap"] = "no"
    glued: bool = False
    """Belongs to the line before unless a page begins here."""


def columns(text: str) -> int:
    """Width on paper; a Chinese character takes two columns."""
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)


def padded(text: str, width: int, space: str, place: Literal["centre", "right"]) -> str:
    """The text in the middle or at the right of a line of `width` columns."""
    free = max(2, width - columns(text))
    left = free // 2 if place == "centre" else free
    return space * max(1, left // columns(space)) + text


def pieces(text: str, width: int, first_width: int) -> list[str]:
    """The text cut into lines of at most `width` columns (one closing mark may hang over); numbers stay whole."""
    lines: list[str] = []
    line: list[str] = []
    limit = first_width
    for word in _words(text):
        room = limit - columns("".join(line)) - columns(word)
        if line and (room < -2 or (room < 0 and word[0] not in _NOT_FIRST)):
            keep = len(line)
            # No line begins with a closing mark, and none ends with an opening one.
            while keep > 1 and [*line, word][keep][0] in _NOT_FIRST:
                keep -= 1
            while keep > 1 and line[keep - 1] in _NOT_LAST:
                keep -= 1
            lines.append("".join(line[:keep]))
            line, limit = line[keep:], width
        line.append(word)
    return [*lines, "".join(line)]


def _words(text: str) -> list[str]:
    words: list[str] = []
    for char in text:
        if words and char.isascii() and words[-1][-1].isascii() and not char.isspace() and not words[-1][-1].isspace():
            words[-1] += char
        else:
            words.append(char)
    return words


def may_break(before: str, after: str, done: int, left: int) -> bool:
    """Whether a reader sees at once that the sentence goes on over the page: plain characters on both sides, well inside."""
    return done >= 16 and left >= 5 and before not in _SENTENCE_OVER and _is_han(after) and (_is_han(before) or before in "，、")


def _is_han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"


def paragraph_rows(text: str, indent: str, width: int | None, *, gap: bool = False, head: int = 0) -> list[Row]:
    """The rows of a paragraph: wrapped at `width`, or one long line; `head` characters at its beginning stay on one page."""
    line_width = width or 76
    parts = pieces(text, line_width, line_width - columns(indent))
    rows = [Row("", "gap")] if gap else []
    rows.append(Row(indent + parts[0], "no" if gap else "gap"))
    done = 0
    for before, part in itertools.pairwise(parts):
        done += len(before)
        part_cut = may_break(before[-1], part[0], done - head, len(text) - done)
        rows.append(Row(part, "mid" if part_cut else "no", glued=width is None))
    return rows


def paged(rows: list[Row], every: int, make_break: "PageBreak") -> list[str]:
    """The rows with a page break wherever one is due and allowed, glued rows joined."""
    lines: list[str] = []
    since, page = 0, 1
    for row in rows:
        since += 1
        if lines and since > every and (row.cut == "mid" or (row.cut == "gap" and make_break.between)):
            lines += make_break.lines(page)
            page, since = page + 1, 0
            lines.append(make_break.lead + row.text)
        elif row.glued and lines:
            lines[-1] += row.text
        else:
            lines.append(row.text)
    if page > 1 or make_break.always:
        lines += make_break.last(page)
    return lines


@dataclass(frozen=True)
class PageBreak:
    """How pages end: a page number, a running head, a form feed, or nothing but a blank line."""

    number: str = ""
    """With {} for the number, padded already."""
    running_head: str = ""
    feed: bool = False
    between: bool = True
    always: bool = False

    @property
    def lead(self) -> str:
        """What stands directly before the first character of a page."""
        return "\f" if self.feed and not self.running_head else ""

    def lines(self, page: int) -> list[str]:
        """The lines between two pages."""
        foot = ["", self.number.format(page)] if self.number else []
        head = [("\f" if self.feed else "") + self.running_head, ""] if self.running_head else []
        return [*foot, *head] if self.feed else [*foot, "", *head]

    def last(self, page: int) -> list[str]:
        """The foot of the last page."""
        return ["", self.number.format(page)] if self.number else []
