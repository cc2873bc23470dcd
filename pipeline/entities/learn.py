"""What an issue teaches before its items are read: the names that its frame and the openings of its sentences make certain."""

from collections import Counter
from collections.abc import Iterable, Iterator

from pipeline.entities.unit_marks import DIVISIONS, GENERIC_DIVISIONS
from pipeline.entities.unit_scan import scan
from pipeline.entities.vocabulary import vocabulary
from pipeline.lexicon import in_simplified
from pipeline.model.mentions import IssueContext, Learned, Passage
from pipeline.normalize import fold
from pipeline.notation.pattern import Pattern

_DIVISION = Pattern("[^\u4e00-\u9fff]([\u4e00-\u9fff]{2,3})(?=[省市县区州镇乡](?![集场容域村镇亲]))", needs="省市县区州镇乡")
_NO_DIVISION = frozenset("送报请呈抄转给社小园地灾校景院各全两我本该某每外开新特高农城郊矿林辖乡镇县市区省级在到的和与及对于")
_ENOUGH = 2
"""Times that the texts must use a division that the name of no unit around the items bears."""


def learn(passages: Iterable[Passage], context: IssueContext) -> IssueContext:
    """The context with the names that hold in every text of the issue."""
    units = frozenset(in_simplified(fold(unit)) for unit in context.units if len(unit) > 2)
    counted: Counter[str] = Counter()
    for passage in passages:
        counted.update(match[1] for match in _DIVISION.finditer(f"\n{passage.plain}"))
    places = {name for name, times in counted.items() if times >= _ENOUGH and _is_place(name)}
    places.update(kind for kind in GENERIC_DIVISIONS if kind in (context.issuer or ""))
    places.update(place for unit in units for place in _places(unit))
    persons = frozenset(in_simplified(fold(name)).replace(" ", "") for name in context.persons)
    return context._replace(learned=Learned(frozenset(places), units, persons))


def _places(unit: str) -> Iterator[str]:
    """The division at the head of the name of a unit."""
    places = {at: unit[:at] for at in range(2, 5) if unit[at : at + 1] in DIVISIONS and _is_place(unit[:at])}
    for name in scan(unit) if places else ():
        if name.head == "open" and name.start == 0 and name.head_end - 1 in places:
            yield places[name.head_end - 1]


def _is_place(name: str) -> bool:
    words = vocabulary()
    return _NO_DIVISION.isdisjoint(name) and not words.is_common(name[-2:]) and not words.is_common(name[:2])
