"""Rows against rows: the comparison that most parts of a document share."""

from collections import Counter
from collections.abc import Iterable, Iterator

from pipeline.evaluate.outcomes import Difference, Outcome, Rate, Share
from pipeline.evaluate.text import Row

SHOWN_ROWS = 4
"""Rows that a difference names; the rest are counted."""


def compare(family: str, expected: Iterable[Row], found: Iterable[Row], place: str | None = None) -> Iterator[Outcome]:
    """A family in which order does not count and repetition does."""
    wanted, had = Counter(expected), Counter(found)
    missed, spurious = wanted - had, had - wanted
    yield Rate(family, (wanted & had).total(), spurious.total(), missed.total())
    if missed or spurious:
        yield show(family, _in_words(missed), _in_words(spurious), place)


def share(family: str, *, is_right: bool) -> Share:
    """One that is right or not."""
    return Share(family, int(is_right), 1)


def show(field: str, expected: object, found: object, place: str | None = None) -> Difference:
    """A difference whose source is named later, by the one who knows it."""
    return Difference("", field, _text(expected), _text(found), place)


def _text(value: object) -> str | None:
    return None if value is None or value == "" else str(value)


def _in_words(rows: Counter[Row]) -> str:
    words = [" ".join(cell or "-" for cell in row) for row in rows.elements()]
    more = [f"and {len(words) - SHOWN_ROWS} more"] if len(words) > SHOWN_ROWS else []
    return "; ".join(words[:SHOWN_ROWS] + more)
