"""How likely characters are a name of a person, by the characters alone: 张来喜 is likelier one than 成本.

Counts are powers of two (bits): how much likelier a character is at its place in a name than in any text.
"""

from collections.abc import Iterator
from functools import cache

from pipeline.lexicon import table
from pipeline.model.record import NamedTuple
from pipeline.notation.pattern import Pattern

LONGER = 2
"""By how much likelier a given name has two characters than one."""
_COMPOUND, _UNHEARD = 6, -1
"""Of a surname of two characters, and of one that the list does not know."""
_RARE = 1
"""Of a character that is seldom seen at all."""
_LIKELY_SURNAME = 2
_LIKELY = 3
"""From which a name may stand beside anything."""


class _Bits(NamedTuple):
    """Character → bits; none for rare ones."""

    surname: dict[str, int]
    first: dict[str, int]
    """Of two characters of a given name."""
    last: dict[str, int]
    begins: Pattern
    """A likely surname."""


@cache
def _bits() -> _Bits:
    bits: dict[str, dict[str, int]] = {"surname": {}, "first": {}, "last": {}}
    for place, characters in table("name_characters").items():
        kind = place.rstrip("-0123456789")
        bits[kind].update(dict.fromkeys(characters, int(place[len(kind) :])))
    surnames = "".join(sorted(c for c, more in bits["surname"].items() if more >= _LIKELY_SURNAME))
    return _Bits(bits["surname"], bits["first"], bits["last"], Pattern(f"[{surnames}](?=[\u4e00-\u9fff])"))


def likelihood(surname: str, given: str) -> int:
    """How much likelier this is a name than a piece of text, as a power of two."""
    return _bits().surname.get(surname, _UNHEARD if len(surname) == 1 else _COMPOUND) + given_likelihood(given)


def given_likelihood(given: str) -> int:
    """How much likelier this is a given name than a piece of text, as a power of two."""
    first = _bits().first.get(given[0], _RARE) if len(given) > 1 else 0
    return first + _bits().last.get(given[-1], _RARE)


def ends_names(c: str) -> bool:
    """Whether a character is likelier as the last of a given name than elsewhere."""
    return _bits().last.get(c, _RARE) > 0


def likely_starts(key: str) -> Iterator[int]:
    """Where names begin that are likely by their characters alone."""
    for match in _bits().begins.finditer(key):
        if outlook(key, match.start()) >= _LIKELY:
            yield match.start()


def outlook(key: str, at: int) -> int:
    """How likely a name with a surname of one character begins here, in the better of the two lengths; what the length weighs is taken off."""
    surnames, firsts, lasts, _ = _bits()
    second, third = key[at + 1 : at + 2], key[at + 2 : at + 3]
    given = max(firsts.get(second, _RARE) + lasts.get(third, _RARE) - LONGER, lasts.get(second, _RARE) - 2 * LONGER)
    return surnames.get(key[at : at + 1], _UNHEARD) + given
