"""Amounts that stand in a name: “三张清单”  《…100条》  四个“坚持”."""

from functools import lru_cache

from pipeline.notation.numbers import is_figures
from pipeline.notation.pattern import Pattern
from pipeline.notation.shares import Amount

_QUOTES = ("“”", "「」", "『』", "‘’", '""', "《》", "〈〉")
_STRAIGHT = Pattern('"')
_OPENING = frozenset(pair[0] for pair in _QUOTES)
_LONGEST_NAME = 14
"""Characters of a name in quotes; 《》 hold a name of any length."""
_LONGEST_TITLE = 80
_STOPS = tuple("，。；：！？,;\n")
_SLOGAN_AFTER = Pattern(r"[“\"「‘][^”\"」’]{1,2}[”\"」’]")


def is_slogan(key: str, amount: Amount) -> bool:
    """四个“坚持”, 3个100%."""
    if amount.unit not in ("个", "個"):
        return False
    return key[amount.end : amount.end + 1].isdigit() or (
        not is_figures(amount.numeral) and _SLOGAN_AFTER.match(key, amount.end) is not None
    )


def is_quoted(key: str, start: int, end: int) -> bool:
    """Whether it stands in a name: in 《》, or in quotes around a few words without a stop."""
    if _OPENING.isdisjoint(key[max(0, start - _LONGEST_TITLE) : start]):
        return False
    return any(_is_inside(key, start, end, pair) for pair in _QUOTES)


@lru_cache(maxsize=1)
def _straight_openings(key: str) -> frozenset[int]:
    """Where a straight quote opens: each other one. Kept, since every amount of a text asks, and counting takes longer the later it stands."""
    return frozenset([match.start() for match in _STRAIGHT.finditer(key)][::2])


def _is_inside(key: str, start: int, end: int, pair: str) -> bool:
    opening, closing = pair[0], pair[1]
    longest = _LONGEST_TITLE if opening == "《" else _LONGEST_NAME
    first = key.rfind(opening, max(0, start - longest), start)
    if first < 0 or (opening == closing and first not in _straight_openings(key)):
        return False
    last = key.find(closing, end, end + longest)
    if last < 0 or last - first > longest + 2 or closing in key[first + 1 : start]:
        return False
    return opening == "《" or not any(stop in key[first:last] for stop in _STOPS)
