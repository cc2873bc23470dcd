"""What a style is: which role may follow which, and at what price.

Prices are log-odds on the scale of the evidence table: 0 is free, -2 needs a good reason, what is not listed cannot follow.
"""

from collections.abc import Mapping

from pipeline.model.record import NamedTuple
from pipeline.model.zone import ZoneRole

Transitions = Mapping[ZoneRole, Mapping[ZoneRole, float]]


class Style(NamedTuple):
    """A family of bulletins, as data."""

    name: str
    start: Mapping[ZoneRole, float]
    transitions: Transitions
    after_close: Mapping[ZoneRole, float]
    """Added to the price of a role that follows a block which ends in an attribution."""
    evidence: Mapping[str, Mapping[ZoneRole, float]] = {}
    """Clues that weigh otherwise in this style."""
