"""What an issue teaches before its items are read: names of divisions, units and persons that it uses elsewhere."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from pipeline.entities.person_name import scan_persons
from pipeline.entities.unit_scan import scan
from pipeline.entities.vocabulary import vocabulary
from pipeline.model.mentions import IssueContext, Passage
from pipeline.notation.pattern import Pattern
from pipeline.normalize import fold

_DIVISION = Pattern(r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff]{2,3})(?=[省市县区州镇乡](?![\u4e00-\u9fff]{0,1}[级属直]))", needs="省市县区州镇乡")
_NO_DIVISION = frozenset("社小园地灾校景院各全两我本该某每外开新特高农城郊矿林辖乡镇县市区省州级在到的和与及对于")
_ENOUGH = 2
"""Times that a text must use a name of a division that no unit around the items bears."""


class Gazetteer(NamedTuple):
    """Names that hold in every text of one issue."""

    places: frozenset[str] = frozenset()
    """Divisions without 市, 县, 区."""
    units: frozenset[str] = frozenset()
    """Units that sign items or receive the bulletin, and short forms that follow from them."""
    persons: frozenset[str] = frozenset()


def learn(passages: Iterable[Passage], context: IssueContext) -> Gazetteer:
    """The names that the frame of an issue and the openings of its sentences make certain."""
    units = frozenset(fold(unit) for unit in context.units if len(unit) > 2)
    places = {place for unit in units for place in _places(unit)}
    counted: Counter[str] = Counter()
    for passage in passages:
        counted.update(match[1] for match in _DIVISION.finditer(passage.key))
    places |= {name for name, times in counted.items() if times >= _ENOUGH and _is_place(name)}
    return Gazetteer(frozenset(places), units, frozenset(fold(name).replace(" ", "") for name in context.persons))


def _places(unit: str) -> Iterable[str]:
    """The divisions in the name of a unit."""
    for name in scan(unit):
        if name.head == "open" and name.start == 0:
            whole = unit[: name.head_end]
            if whole[-1] in "省市县区州镇乡村" and 3 <= len(whole) <= 5 and _is_place(whole[:-1]):
                yield whole[:-1]


def _is_place(name: str) -> bool:
    words = vocabulary()
    return not any(c in _NO_DIVISION for c in name) and not words.is_common(name[-2:]) and not words.is_common(name[:2])


__all__ = ["Gazetteer", "learn", "scan_persons"]
