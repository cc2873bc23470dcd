"""What the reports of a run have to say, counted by code: kept in the journal, for a run that finds nothing to do tells it again."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from pipeline.model.warning_codes import NOTES
from pipeline.warning_lines import counted, plural


class Findings(NamedTuple):
    """Codes and how often they were found."""

    sources: int
    """Sources with a warning that asks to be checked."""
    warnings: Mapping[str, int]
    """Of the documents."""
    series: Mapping[str, int]
    """Of series.csv."""

    def to_json(self) -> str:
        """For the journal."""
        return json.dumps(self)

    @classmethod
    def from_json(cls, text: str) -> "Findings":
        """What `to_json` wrote."""
        return cls(*json.loads(text))

    def told(self, series: str) -> Iterator[str]:
        """A line for what asks to be checked in the sources, in the whole archive (`series` is where), and one for the rest."""
        if here := by_number(self.warnings, notes=False):
            yield f"to check in {plural(self.sources, 'source')}: {counted(here)}"
        if over_all := by_number(self.series, notes=False):
            yield f"to check over the whole archive: {counted(over_all)}; see {series}"
        if notes := by_number(Counter(self.warnings) + Counter(self.series), notes=True):
            yield f"for information: {counted(notes)}"


def by_number(counts: Mapping[str, int], *, notes: bool) -> dict[str, int]:
    """Those that are for information, or those that are not; the most frequent first."""
    found: Iterable[tuple[str, int]] = ((code, number) for code, number in counts.items() if (code in NOTES) is notes)
    return dict(sorted(found, key=lambda count: (-count[1], count[0])))
