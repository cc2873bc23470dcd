"""Bulletins and 公文 of random layout, composed together with their truth.

`bulletins()` and `officials()` are strategies, which shrink; `bulletin(seed)`, `traditional(seed)` and `official(seed)` compose
one text.
"""

from generator.bulletin import bulletins, compose_bulletin
from generator.official import compose_official, officials
from generator.truth import ColophonTruth, Generated, ItemTruth, MastheadTruth, SectionTruth, Truth
from generator.words import SeededDice

__all__ = ["ColophonTruth", "Generated", "ItemTruth", "MastheadTruth", "SectionTruth", "Truth", "bulletin", "bulletins", "official", "officials", "traditional"]


def bulletin(seed: int) -> Generated:
    """The bulletin with this number."""
    return compose_bulletin(SeededDice(seed))


def traditional(seed: int) -> Generated:
    """The bulletin with this number in traditional characters, in Big5 now and then."""
    return compose_bulletin(SeededDice(seed), traditional=True)


def official(seed: int) -> Generated:
    """The 公文 with this number."""
    return compose_official(SeededDice(seed))
