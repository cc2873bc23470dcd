"""All figures of an archive, by family, and the differences behind them."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pipeline.evaluate.found import Answer, Missing, read_answer
from pipeline.evaluate.gold import Gold
from pipeline.evaluate.judges import judge
from pipeline.evaluate.outcomes import Difference, Outcome, Rate, Share

GRAVITY = (
    "document", "item missed", "item too many", "contents", "item title", "item body", "item section", "sections",
    "attributions", "masthead", "distribution", "colophon", "date value", "quantity value", "mention",
)  # fmt: skip
"""Fields from the gravest difference to the lightest: what is lost or cut wrongly spoils all that is read from it."""


class Report(NamedTuple):
    """How far documents agree with gold."""

    rates: tuple[Rate, ...]
    shares: tuple[Share, ...]
    differences: tuple[Difference, ...]
    """In the order of the sources."""

    @property
    def missing(self) -> tuple[Difference, ...]:
        """Sources without a document; each was scored as if nothing had been found."""
        return tuple(difference for difference in self.differences if difference.field == "document")

    def figure(self, family: str) -> float | None:
        """F1 or share of a family; None where it was not measured."""
        rows: tuple[Rate | Share, ...] = (*self.rates, *self.shares)
        return next((row.figure for row in rows if row.family == family), None)

    def share(self, family: str) -> Share:
        """A share by its name; of nothing where it was not measured."""
        return next((row for row in self.shares if row.family == family), Share(family, 0, 0))

    def worst(self, count: int) -> tuple[Difference, ...]:
        """The gravest differences first, those of a kind in the order of the sources."""
        return tuple(sorted(self.differences, key=_gravity)[:count])

    def as_json(self) -> dict[str, dict[str, float | None]]:
        """Family → `p`, `r`, `f1`, `n` of a rate, `share`, `n` of a share."""
        rates = {row.family: {"p": row.precision, "r": row.recall, "f1": row.figure, "n": row.n} for row in self.rates}
        return rates | {row.family: {"share": row.figure, "n": row.n} for row in self.shares}


def evaluate(pairs: Iterable[tuple[Gold, Answer]]) -> Report:
    """The figures of documents beside their gold, summed over all."""
    rates: dict[str, Rate] = {}
    shares: dict[str, Share] = {}
    differences: list[Difference] = []
    for outcome in (outcome for gold, answer in pairs for outcome in _outcomes(gold, answer)):
        if isinstance(outcome, Difference):
            differences.append(outcome)
        elif isinstance(outcome, Rate):
            rates[outcome.family] = outcome.plus(rates.get(outcome.family, Rate(outcome.family, 0, 0, 0)))
        else:
            shares[outcome.family] = outcome.plus(shares.get(outcome.family, Share(outcome.family, 0, 0)))
    return Report(tuple(rates.values()), tuple(shares.values()), tuple(differences))


def _outcomes(gold: Gold, answer: Answer) -> Iterator[Outcome]:
    found = read_answer(answer)
    if isinstance(found, Missing):
        yield Difference(gold.doc, "document", "a document", found.reason)
        yield from (o for o in _outcomes(gold, {}) if not isinstance(o, Difference))
        return
    for outcome in judge(gold, found):
        yield outcome._replace(name=gold.doc) if isinstance(outcome, Difference) else outcome


def _gravity(difference: Difference) -> int:
    return next((rank for rank, field in enumerate(GRAVITY) if difference.field.startswith(field)), len(GRAVITY))
