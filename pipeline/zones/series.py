"""Ordinals that count up together: headings inside one item, or the titles and sections themselves."""

from collections.abc import Callable

from pipeline.notation.ordinals import Marker

_KINDS = ("formal", "han", "han_paren", "digit")
"""Outermost first."""

Markers = list[Marker | None]


def read_series(markers: Markers, heads: Callable[[int], bool], closes: Callable[[int], bool]) -> dict[int, str]:
    """For every block of a series whether it stands inside an item (`series_inside`) or not (`series_outside`).

    It is outside where the first stands right under the head or a section (`heads`), where an attribution stands before one
    (`closes`), or where each heading of an outer series has the inner one right below: 一、医疗工作 （一）手术室运行 （二）病历质控.
    """
    found: dict[int, str] = {}
    nested: set[int] = set()
    runs = _runs(markers)
    for kind in _KINDS:
        for run in runs.get(kind, ()):
            under = run[0] - 1 in nested
            if len(run) < 2 and not under:
                continue
            outside = under or heads(run[0] - 1) or any(closes(index - 1) for index in run[1:])
            found.update(dict.fromkeys(run, "series_outside" if outside else "series_inside"))
            if outside and all(_counts_anew(markers, index) for index in run):
                nested |= set(run)
    return found


def _runs(markers: Markers) -> dict[str, list[list[int]]]:
    """Blocks whose ordinals count up one by one, by kind."""
    runs: dict[str, list[list[int]]] = {}
    for index, marker in enumerate(markers):
        if not marker or marker.kind not in _KINDS:
            continue
        known = runs.setdefault(marker.kind, [])
        last = markers[known[-1][-1]] if known else None
        if last and marker.ordinal != 1 and marker.ordinal == last.ordinal + 1:
            known[-1].append(index)
        else:
            known.append([index])
    return runs


def _counts_anew(markers: Markers, index: int) -> bool:
    """Whether right below stands the first of an inner series."""
    marker, below = markers[index], markers[index + 1] if index + 1 < len(markers) else None
    return marker is not None and below is not None and below.kind in _KINDS and below.kind != marker.kind and below.ordinal == 1
