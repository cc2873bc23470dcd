"""Names of persons of which a text withholds a part (隐名): 张某, 李某某, 王某甲, 岩某温.

* 张某、李某某        a surname before 某, in a court or among the sick
* 于某某, 被告向某    where it is a little word as well, a second 某 or what somebody is before it
* 江苏某厂, 于某日    a place, or a little word alone: none
"""

from collections.abc import Iterator

from pipeline.entities.foreign_sounds import NATIVE
from pipeline.entities.name_likelihood import ends_names
from pipeline.entities.person_roster import NEEDED, Person
from pipeline.entities.person_sides import ACT, BEFORE, CALLING, EDGE, UNKNOWN, left_weight, lists, place_before, right_weight
from pipeline.entities.unit_marks import STOP
from pipeline.notation.han import is_han
from pipeline.notation.pattern import Pattern

_WITHHELD = Pattern("[\u4e00-\u9fff](?:某某?[甲乙丙丁戊]?)(?!某)", needs="某")
_LITTLE = STOP | BEFORE | frozenset("曾那时后前上下来成全有关因")
"""Characters that stand before 某 as words: 于某日, 成某事."""


def scan_withheld(key: str) -> Iterator[Person]:
    """All of them, in order; units in `key` are blanked out."""
    for match in _WITHHELD.finditer(key):
        start, end = match.start(), _given_end(key, *match.span())
        if start and key[start - 1 : start + 1] in lists().surnames and left_weight(key, start - 1) >= UNKNOWN:  # 欧阳某
            yield Person(start - 1, end, NEEDED + 1)
        elif _may_begin(key, start, end):
            yield Person(start, end, NEEDED + 1)


def _may_begin(key: str, start: int, end: int) -> bool:
    left, right = left_weight(key, start), right_weight(key, end)
    if max(left, right) < 0 or place_before(key, start + 1):
        return False
    if key[start] in lists().surnames and key[start] not in lists().unlikely | _LITTLE:
        return left >= UNKNOWN
    twice = key[start + 1 : end] == "某某"
    return left >= EDGE and (twice or (right >= EDGE and (left >= CALLING or key[start] in NATIVE)))


def _given_end(key: str, start: int, end: int) -> int:
    """Behind the last character of a name of which the middle is withheld, where a mark or what persons do follows it."""
    last, behind = key[end : end + 1], key[end + 1 : end + 2]
    goes_on = is_han(last or " ") and ends_names(last) and right_weight(key, end) < ACT
    closed = not is_han(behind or " ") or right_weight(key, end + 1) >= ACT
    return end + 1 if end == start + 2 and goes_on and closed else end
