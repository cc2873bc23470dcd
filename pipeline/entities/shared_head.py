"""Lists that share the end of a name: 越秀、海珠、荔湾区总工会 names three units, 省、市总工会 two."""

from collections.abc import Iterator

from pipeline.entities.unit_marks import is_han
from pipeline.entities.unit_scan import Name
from pipeline.entities.vocabulary import is_word, vocabulary

_DIVISIONS = frozenset("省市县区州旗镇乡")
_JOINTS = frozenset("、和与及")


def shared(key: str, name: Name, floor: int, places: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Spans of the names before `name` that share its end, last first; none begins before `floor`."""
    if name.head not in ("known", "open", "relative"):
        return
    size = name.head_end - name.start - 1
    if key[name.head_end - 1] not in _DIVISIONS:
        return
    at = name.start
    while at - 1 > floor and key[at - 1] in _JOINTS:
        if size == 0:
            if key[at - 2] not in _DIVISIONS or (at - 2 > floor and is_han(key[at - 3]) and key[at - 3] not in _JOINTS):
                return
            start = at - 2
        else:
            start = _start(key, at - 1, floor, places)
            if start < 0:
                return
        yield start, at - 1
        at = start


def _start(key: str, end: int, floor: int, places: frozenset[str]) -> int:
    """Where the name of a division that ends at `end` begins; -1 where none does."""
    words = vocabulary()
    for size in (3, 2, 4):
        start = end - size
        word = key[start:end]
        if start >= floor and (word in words.places or word in places):
            return start
    for size in (3, 2):
        start = end - size
        if key[end] != "、" and key[start - 1 : start] != "、":
            continue  # 官兵与…: between two names only one that is known belongs to a list
        if start >= floor and all(map(is_han, key[start:end])) and not is_word(key[end - 2 : end]) and _begins(key, start):
            return start
    return -1


def _begins(key: str, start: int) -> bool:
    """Whether a name may begin here: after punctuation, a joint or an everyday word."""
    before = key[start - 1 : start]
    return not is_han(before or " ") or before in _JOINTS or vocabulary().is_common(key[start - 2 : start])
