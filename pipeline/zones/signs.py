"""Printers' signs and ordinals before headings, and which of them stand before sections: the outer of two levels."""

from pipeline.notation.ordinals import Marker

_LONGEST = 10
"""Characters of a section's name behind its sign."""
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
        if len(found) > 1 and all(1 < len(stems[index]) <= _LONGEST for index in found) and any(_nests(markers, stems, index) for index in found)
    }


def _nests(markers: list[Marker | None], stems: tuple[str, ...], index: int) -> bool:
    """Whether a heading behind another sign, or the first of numbered ones, stands right below."""
    marker, below = markers[index], markers[index + 1] if index + 1 < len(markers) else None
    if marker is None or below is None or not stems[index + 1]:
        return False
    return below.text != marker.text if below.kind == "bullet" else below.kind in _ORDINALS and below.ordinal == 1


def outer_ordinals(markers: list[Marker | None], series: dict[int, str], stems: tuple[str, ...]) -> set[int]:
    """Headings numbered as sections are: in one of their series, and outside of items, a heading of another such series stands right below."""
    outside = {index for index, place in series.items() if place == "series_outside" and stems[index]}
    kinds = {index: marker.kind for index in outside if (marker := markers[index])}
    outer = {kind for index, kind in kinds.items() if kinds.get(index + 1, kind) != kind}
    inner = {kinds[index + 1] for index, kind in kinds.items() if kinds.get(index + 1, kind) != kind}
    return {index for index, kind in kinds.items() if kind in outer - inner}
