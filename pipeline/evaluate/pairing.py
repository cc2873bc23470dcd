"""Which found item stands for which item of gold: the two may cut and title the same text differently."""

from collections.abc import Iterable, Sequence

from pipeline.evaluate.found import FoundItem
from pipeline.evaluate.gold import GoldItem
from pipeline.evaluate.text import grams, normal

LEAST_LIKENESS = 0.34
"""Two items whose likeness is not above this are strangers; the reference figures are made with it."""

Grams = frozenset[str]


def pair_items(expected: Iterable[GoldItem], found: Sequence[FoundItem]) -> list[int | None]:
    """For each item of gold, in order, the position of the free found item that is most like it; None where none is."""
    free = {at: grams(normal(item.title)) | grams(normal(item.text)) for at, item in enumerate(found)}
    pairs = []
    for item in expected:
        best = _most_like(grams(normal(item.title)) | grams(item.clue), free)
        if best is not None:
            del free[best]
        pairs.append(best)
    return pairs


def _most_like(wanted: Grams, free: dict[int, Grams]) -> int | None:
    """The first of the best, so that equal texts pair in printed order."""
    best = max(free, key=lambda at: _likeness(wanted, free[at]), default=None)
    return None if best is None or _likeness(wanted, free[best]) <= LEAST_LIKENESS else best


def _likeness(one: Grams, other: Grams) -> float:
    """Share of the smaller that is in the larger, up to halved where their sizes differ."""
    smaller, larger = sorted((len(one), len(other)))
    return len(one & other) / smaller * (0.5 + 0.5 * (smaller / larger))
