"""Printers' signs and ordinals before headings, and which of them stand before sections: the outer of two levels."""

from collections.abc import Callable
from itertools import groupby

from pipeline.model.layout import SLANTED, STRONG, Block
from pipeline.notation.names import is_person, is_unit
from pipeline.notation.ordinals import Marker
from pipeline.zones.forms import is_bracketed

_LONGEST = 10
"""Characters of a section's name behind its sign."""
_LONGEST_NAME = 8
"""Those of one that stands right above text: longer ones are titles."""
_SEVERAL = 2
_LEAST_TITLE = 4
"""Characters of a headline below a sign's heading, which no name has."""
_BETWEEN = ("摘要", "节选", "節選", "同志们", "同志們", "代表", "朋友们", "朋友們", "乡亲们")
"""With what lines end that stand between a headline and its text: an aside, a salutation."""
_ORDINALS = ("han", "han_paren", "digit")


def outer_signs(markers: list[Marker | None], stems: tuple[str, ...], begin: int) -> set[str]:
    """Signs that from the block `begin` on stand before short headings only, one of them right above a heading of another form.

    `stems` are the headings without their signs, "" for running text.
    """
    places: dict[str, list[int]] = {}
    for index, marker in enumerate(markers):
        if marker and marker.kind == "bullet" and index >= begin:
            places.setdefault(marker.text, []).append(index)
    return {
        sign
        for sign, found in places.items()
        if len(found) > 1 and _are_outer([(len(stems[index]), _nests(markers, stems, index)) for index in found])
    }


def _are_outer(headings: list[tuple[int, bool]]) -> bool:
    """By the length of each heading and whether another stands below it: all short, and shorter those that stand above text."""
    return any(nests for _, nests in headings) and all(1 < length <= (_LONGEST if nests else _LONGEST_NAME) for length, nests in headings)


def _nests(markers: list[Marker | None], stems: tuple[str, ...], index: int) -> bool:
    """Whether a heading behind another sign, or the first of numbered ones, stands right below."""
    marker, below = markers[index], markers[index + 1] if index + 1 < len(markers) else None
    if marker is None or index + 1 == len(markers) or not stems[index + 1]:
        return False
    if below is None:
        return _is_titled(stems[index + 1 : index + 5])
    return below.text != marker.text if below.kind == "bullet" else below.kind in _ORDINALS and below.ordinal == 1


def _is_titled(stems: tuple[str, ...]) -> bool:
    """Whether a headline, no name of a unit, stands above running text, with or without its author between."""
    title, *below = stems
    while below and below[0] and (is_person(below[0]) or below[0].endswith(_BETWEEN)):
        below = below[1:]
    return below[:1] == [""] and len(title) > _LEAST_TITLE and not is_unit(title)


def outer_ordinals(keys: list[str], markers: list[Marker | None], series: dict[int, str], stems: tuple[str, ...]) -> set[int]:
    """Headings numbered as sections are, in one of their series and outside of items.

    A heading of another such series stands right below one of them; or all are short, and one has an unnumbered headline and text below.
    """
    outside = {index for index, place in series.items() if place == "series_outside" and stems[index]}
    kinds = {index: marker.kind for index in outside if (marker := markers[index])}
    outer = {kind for index, kind in kinds.items() if kinds.get(index + 1, kind) != kind}
    inner = {kinds[index + 1] for index, kind in kinds.items() if kinds.get(index + 1, kind) != kind}
    long = {kind for index, kind in kinds.items() if len(stems[index]) > _LONGEST}
    outer |= {kind for index, kind in kinds.items() if kind != "digit" and _heads_title(keys, markers, stems, index)} - long
    return {index for index, kind in kinds.items() if kind in outer - inner}


def _heads_title(keys: list[str], markers: list[Marker | None], stems: tuple[str, ...], index: int) -> bool:
    """Whether a headline without an ordinal stands below, no ——subtitle, and running text below that."""
    return stems[index + 2 : index + 3] == ("",) and stems[index + 1] != "" and markers[index + 1] is None and not keys[index + 1].startswith("——")


def bracket_levels(keys: list[str], markers: list[Marker | None], stems: tuple[str, ...], others: set[int]) -> dict[int, str]:
    """Short headings wholly in brackets, more than one: `bracket_label` where they name sections, over titles or over text.

    They are titles (`bracket_title`) where one stands right below a heading with a sign or an ordinal, or where a printer's sign stands at both
    ends of longer ones too. `others` are blocks of the head, the contents and attributions.
    """
    found = [i for i in range(len(keys)) if i not in others and 1 < len(stems[i]) <= _LONGEST and is_bracketed(keys[i])]
    above = [index - 1 for index in found if index and index - 1 not in others and stems[index - 1] and keys[index - 1][-1] not in "。!?)"]
    if len(found) < _SEVERAL or (above and not any(markers[index] for index in above)):
        return {}
    signs = {keys[index][0] for index in found if markers[index]}
    titles = {index for index in range(len(keys)) if keys[index][0] in signs and len(stems[index]) > _LONGEST and is_bracketed(keys[index])}
    return dict.fromkeys(sorted({*found, *titles}), "bracket_title" if above or titles else "bracket_label")


def emphasis_levels(blocks: tuple[Block, ...], stems: tuple[str, ...], others: set[int]) -> dict[int, str]:
    """Lines in bold that head sections, where one stands right above a line in italics that heads a text; `others` as for `bracket_levels`."""
    found = [index for index, block in enumerate(blocks[:-1]) if block.markup in (STRONG, SLANTED) and stems[index] and index not in others]
    outer = [index for index in found if blocks[index].markup == STRONG]
    inner = [index for index in found if blocks[index].markup == SLANTED and not stems[index + 1]]
    if len(outer) < _SEVERAL or not any(index + 1 in inner for index in outer):
        return {}
    return dict.fromkeys(outer, "topic_heading") | dict.fromkeys(inner, "slanted_title")


def dashed_items(markers: list[Marker | None], sentences: list[bool], is_section: Callable[[int], bool]) -> set[int]:
    """Sentences behind dashes, as Markdown lists them, right below a section; what stands below a title is a list in its text."""
    dashed = [marker is not None and marker.kind == "dash" for marker in markers]
    runs = [list(run) for is_dash, run in groupby(range(len(markers)), dashed.__getitem__) if is_dash]
    return {index for run in runs if run[0] and is_section(run[0] - 1) and all(sentences[i] for i in run) for index in run}
