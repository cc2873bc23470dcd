"""Titles of a newsletter in Markdown that marks its sections alone: 1、某公司开源图形库 below ## 科技, counted anew below ## 工具."""

from pipeline.notation.ordinals import Marker
from pipeline.notation.pattern import Pattern
from pipeline.zones.forms import is_headline

_SECTIONS = 2
"""Sections below which the count begins anew, at least."""
_LEAST = 5
"""Characters of a title that is no link; shorter ones may head the parts of one text: 1、背景."""
_LINK = Pattern(r"\[(?P<words>[^\[\]]+)\]\([^()]*\)$", first="[")


def numbered_titles(keys: list[str], markers: list[Marker | None], sections: list[bool]) -> set[int]:
    """Indices of such titles: every line of the count is a headline with text below; `sections` says which blocks are marked so."""
    runs: list[list[int]] = []
    inside = False
    for index, marker in enumerate(markers):
        if sections[index]:
            inside = True
        elif marker and marker.kind == "digit" and inside and marker.ordinal == 1 and sections[index - 1]:
            runs.append([index])
        elif marker and marker.kind == "digit" and inside and runs and marker.ordinal == len(runs[-1]) + 1:
            runs[-1].append(index)
    titled = [run for run in runs if all(_heads_text(keys, markers, index) for index in run)]
    return {index for run in titled for index in run} if len(titled) >= _SECTIONS else set()


def _heads_text(keys: list[str], markers: list[Marker | None], index: int) -> bool:
    marker, below = markers[index], index + 1
    name = keys[index][marker.length :] if marker else ""
    link = _LINK.match(name)
    words = link["words"] if link else name
    return (link is not None or len(words) >= _LEAST) and is_headline(words) and below < len(keys) and markers[below] is None
