"""Physical 5, of pages: footnotes (脚注), which stand between two halves of a paragraph where that runs on over the page.

A careful reader knows them by their place, the smaller type, and the mark that the text above has too.
"""

from itertools import groupby

from pipeline.model.layout import Line
from pipeline.notation.pattern import Pattern

_SMALLER = 0.92
"""Size up to which type is smaller than that of the body; notes are set in 0.55 to 0.85 of it."""
_MARK = Pattern(r"\d{1,2}(?![\d.,、:;)年月日%])|[⁰¹²³⁴-⁹]{1,2}|[①-⑳]|[(\[〔]\d{1,2}[)\]〕]|[*※]{1,3}")
"""What a note opens with; 1. and 1、 count paragraphs."""

_RAISED = {ord("0") + value: raised for value, raised in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")}


def find_footnotes(lines: tuple[Line, ...]) -> frozenset[int]:
    """Where the lines of footnotes start in the source."""
    pages = (list(page) for _, page in groupby(lines, key=lambda line: line.page))
    return frozenset(line.start for page in pages if page[-1].size <= _SMALLER for line in _notes(page))


def opens_note(line: Line) -> bool:
    """Whether a footnote begins with this line of one."""
    return _MARK.match(line.key) is not None


def _notes(page: list[Line]) -> list[Line]:
    """The lines of small type at its foot, from the first whose mark stands in the text above them."""
    count = next((index for index, line in enumerate(reversed(page)) if line.size > _SMALLER), len(page))
    text, foot = page[: len(page) - count], page[len(page) - count :]
    first = next((index for index, line in enumerate(foot) if _is_marked(line, text)), len(foot))
    return foot[first:]


def _is_marked(note: Line, text: list[Line]) -> bool:
    mark = _MARK.match(note.key)
    return mark is not None and any(_stands_in(form, line.key) for line in text for form in (mark[0], mark[0].translate(_RAISED)))


def _stands_in(mark: str, key: str) -> bool:
    """Whether the mark is set behind a word of the line; a number has no other digit beside it, and counts nothing there."""
    at = key.find(mark, 1)
    while at > 0:
        after = key[at + len(mark) : at + len(mark) + 1]
        if not mark.isdecimal() or (not key[at - 1].isascii() and (not after or after in ",。、;:!?)”》")):
            return True
        at = key.find(mark, at + 1)
    return False
