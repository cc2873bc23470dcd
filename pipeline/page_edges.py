"""Running heads and feet (书眉, 页脚) of a source with pages of its own: what repeats at the same place, and page numbers there."""

from collections import defaultdict

from pipeline.model.layout import Line
from pipeline.notation.numerals import with_digits
from pipeline.notation.pattern import Pattern

_EDGE = 0.13
"""Share of the page's height at its top and foot in which heads and feet stand; the type area of GB/T 9704 begins at 0.125."""
_OUTSIDE = 0.09
"""Share of the height in which no type area reaches, and a small line that does not come back is a head or foot too."""
_SMALL = 0.95
_SAME_PLACE = 0.008
"""Share of the height by which the places of two running heads may differ: 7 points on A4."""
_NUMBER = Pattern(r"[-—―–─━~·•.〔\[(第]*\d{1,4}[-—―–─━~·•.)\]〕页頁]*(?:[,/]?共?\d{1,4}页?)?", numerals=True)


def find_heads_and_feet(lines: tuple[Line, ...]) -> set[int]:
    """Indexes of the lines at the edges of pages that are no part of the text."""
    edges = [i for i, line in enumerate(lines) if line.height is not None and not _EDGE < line.height < 1 - _EDGE]
    found = {i for i in edges if _is_number(lines, i)}
    alike: dict[tuple[str, float], list[int]] = defaultdict(list)
    for index in edges:
        if index not in found:
            alike[_bare(lines[index].key), lines[index].size].append(index)
    for group in alike.values():
        found |= {i for i in group if _is_small(lines[i]) or any(_repeats(lines[i], lines[k]) for k in group)}
    return found


def _is_number(lines: tuple[Line, ...], index: int) -> bool:
    """Whether the line is a page number, with nothing of its page beyond it."""
    line = lines[index]
    if not _NUMBER.fullmatch(line.key.replace(" ", "")):
        return False
    beside = lines[index - 1 : index] if (line.height or 0) < _EDGE else lines[index + 1 : index + 2]
    return not beside or beside[0].page != line.page or abs((beside[0].height or 0) - (line.height or 0)) < _SAME_PLACE


def _is_small(line: Line) -> bool:
    """Whether a line of a further page stands outside of the type area in smaller type than the text."""
    return line.page > 0 and line.size <= _SMALL and not _OUTSIDE < (line.height or 0) < 1 - _OUTSIDE


def _repeats(line: Line, other: Line) -> bool:
    return line.page != other.page and abs((line.height or 0) - (other.height or 0)) <= _SAME_PLACE


def _bare(key: str) -> str:
    """The line without blanks and numbers, so that the heads of two pages are equal."""
    return "".join(c for c in with_digits(key) if not (c.isspace() or c.isdigit()))
