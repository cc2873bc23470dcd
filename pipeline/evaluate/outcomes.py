"""What a judge says: figures of one family, which add up, and the differences behind them."""

from typing import NamedTuple


class Rate(NamedTuple):
    """A family of facts that are found, missed or found wrongly. Figures are micro-averaged over all issues."""

    family: str
    hits: int
    spurious: int
    missed: int

    def plus(self, other: "Rate") -> "Rate":
        """The sum of two parts of the same family."""
        return Rate(self.family, self.hits + other.hits, self.spurious + other.spurious, self.missed + other.missed)

    @property
    def is_perfect(self) -> bool:
        """Nothing missed and nothing too many."""
        return not self.spurious and not self.missed

    @property
    def n(self) -> int:
        """Facts in gold."""
        return self.hits + self.missed

    @property
    def precision(self) -> float | None:
        """Share right of what was found; None where nothing was."""
        return self.hits / (self.hits + self.spurious) if self.hits + self.spurious else None

    @property
    def recall(self) -> float | None:
        """Share found of what is in gold; None where gold has nothing."""
        return self.hits / self.n if self.n else None

    @property
    def figure(self) -> float | None:
        """F1; None where gold has nothing and nothing was found."""
        precision, recall = self.precision, self.recall
        if precision and recall:
            return 2 * precision * recall / (precision + recall)
        return None if self.is_perfect else 0.0


class Share(NamedTuple):
    """How many of how many were right."""

    family: str
    right: int
    n: int

    def plus(self, other: "Share") -> "Share":
        """The sum of two parts of the same family."""
        return Share(self.family, self.right + other.right, self.n + other.n)

    @property
    def is_perfect(self) -> bool:
        """Every one was right."""
        return self.right == self.n

    @property
    def figure(self) -> float | None:
        """The share that was right; None where there was none."""
        return self.right / self.n if self.n else None


class Difference(NamedTuple):
    """One disagreement, in words: a side is None where it has nothing."""

    name: str
    """File name of the source."""
    field: str
    expected: str | None
    found: str | None
    place: str | None = None
    """The item in which it is, by its title or opening words."""


Outcome = Rate | Share | Difference


def all_right(outcomes: list[Outcome], families: frozenset[str]) -> bool:
    """Whether every figure of these families is perfect."""
    return all(o.is_perfect for o in outcomes if not isinstance(o, Difference) and o.family in families)
