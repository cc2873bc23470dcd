"""Bulletins and 公文 of random layout, composed together with their truth."""

from generator.bulletin import bulletins
from generator.official import officials
from generator.truth import ColophonTruth, Generated, ItemTruth, MastheadTruth, SectionTruth, Truth

__all__ = ["ColophonTruth", "Generated", "ItemTruth", "MastheadTruth", "SectionTruth", "Truth", "bulletins", "officials"]
