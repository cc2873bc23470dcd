"""A text in Markdown all of whose headings are of one level: what each is shows by what stands right below it.

## 要闻                  above a heading: a section          ## 关于食堂的调查      above 一、: a title, and
## 街道召开会议           above text: a title                 ## 一、基本情况        headings inside its text
"""

from itertools import pairwise

from pipeline.notation.ordinals import Marker, MarkerKind, parse_marker

_HEADLINE = 6
"""Characters of a headline; headings above text of which half have fewer are names of columns."""
_DASHES = ("—", "-")
"""With which a subtitle begins."""


def one_level(keys: list[str], markers: list[Marker | None], begin: int) -> dict[int, str]:
    """Heading → its level as the clue is named, in a text with a heading right above another; `begin` is the first block below the head."""
    found = [index for index in range(begin, len(keys)) if (marker := markers[index]) and marker.kind == "markdown"]
    above = {index for index, below in pairwise(found) if below == index + 1 and not _words(keys, markers, below).startswith(_DASHES)}
    titles = sorted(len(_words(keys, markers, index)) for index in found if index not in above)
    if not above or titles[len(titles) // 2] < _HEADLINE:
        return {}  # 读者来信, 文摘: sections, some of them without a text
    levels: dict[int, str] = {}
    inside = False
    for index in found:
        ordinal = _ordinal(keys, markers, index)
        inside = inside and ordinal == "han"
        levels[index] = "markdown_inner" if inside else "markdown_title"
        if index in above and not inside:
            inside = ordinal is None and _ordinal(keys, markers, index + 1) == "han"
            levels[index] = "markdown_title" if inside else "markdown_section"
    return levels


def _words(keys: list[str], markers: list[Marker | None], index: int) -> str:
    marker = markers[index]
    return keys[index][marker.length if marker else 0 :]


def _ordinal(keys: list[str], markers: list[Marker | None], index: int) -> MarkerKind | None:
    """The kind of ordinal before the words of a heading."""
    marker = parse_marker(_words(keys, markers, index))
    return marker.kind if marker else None
