"""Lists that share the end of a name: 越秀、海珠、荔湾区总工会 names three units, 省、市总工会 two."""

from collections.abc import Iterator, Sequence

from pipeline.entities.person_sides import title_before
from pipeline.entities.unit_marks import DIVISIONS, JOINTS
from pipeline.entities.unit_scan import Name, scan
from pipeline.entities.vocabulary import is_word, vocabulary
from pipeline.model.item import NameMention
from pipeline.notation.han import is_han

_PERSONS = frozenset("者员")
"""With which classes of persons end."""
_WHOSE = frozenset("你我本该各每")
"""With which no place begins, but whose it is."""
_NEIGHBOURHOODS = ("社区", "街道")
_LOCAL = ("法院", "检察院", "工会", "海关", "公安局", "税务局", "供电局", "分局", "支行", "分行", "分公司", "支公司", "红十字会", "工商联", "侨联")
"""Bodies of which every place has one: 勐山、青川法院 share their end, 北京、清江大学 do not."""
SHARED = 0.85
"""Confidence of a name that shares the end of another."""


def shared(key: str, name: Name, floor: int, places: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Spans of the names before `name` that share its end, last first; none begins before `floor`."""
    if name.head not in ("known", "open", "relative"):
        return
    kind = "near" if key.endswith(_NEIGHBOURHOODS, name.start, name.head_end) else key[name.head_end - 1]
    if kind != "near" and kind not in DIVISIONS and not (name.head == "known" and key.endswith(_LOCAL, name.start, name.end)):
        return
    size = name.head_end - name.start - 1
    at = name.start
    while at - 1 > floor and key[at - 1] in JOINTS:
        if size == 0:
            if key[at - 2] not in DIVISIONS or (at - 2 > floor and is_han(key[at - 3]) and key[at - 3] not in JOINTS):
                return
            start = at - 2
        else:
            start = _start(key, at - 1, floor, places, kind)
            if start < 0 or key[start] in _WHOSE:  # 你省 | 及 | 通海县人民政府
                return
        yield start, at - 1
        at = start


def _start(key: str, end: int, floor: int, places: frozenset[str], kind: str) -> int:
    """Where the name of a division that ends at `end` begins; -1 where none does.

    Of a kind that is not printed only known names count; those of what is near (社区) may be everyday words, between two signs.
    """
    words = vocabulary()
    for size in (3, 2, 4):
        start = end - size
        word = key[start:end]
        if start >= floor and (word in words.places or word in places) and not title_before(key, start - 1):
            return start  # no 渔民桑 | 大庆
    for size in (3, 2) if kind == "near" or kind in DIVISIONS else ():
        start = end - size
        if key[end] != "、" and key[start - 1 : start] != "、":
            continue  # 官兵与…: between two names only one that is known belongs to a list
        if start >= floor and all(map(is_han, key[start:end])) and _is_proper(key, start, end, near=kind == "near") and _begins(key, start):
            return start
    return -1


def _begins(key: str, start: int) -> bool:
    """Whether a name may begin here: after punctuation, a joint or an everyday word that is no post."""
    before = key[start - 1 : start]
    common = vocabulary().is_common(key[start - 2 : start]) and not title_before(key, start)
    return not is_han(before or " ") or before in JOINTS or common


def _is_proper(key: str, start: int, end: int, *, near: bool) -> bool:
    """Whether characters may be the name of a division, and no post or class of persons: 名誉 | 理事长, 获得者."""
    if key[end - 1] in _PERSONS or title_before(key, end):
        return False
    between = not is_han(key[start - 1 : start] or " ") and key[end] == "、"
    return (near and between) or not is_word(key[end - 2 : end])


def whole_names(rows: Sequence[NameMention], names: list[str]) -> list[str]:
    """The names of `rows` with the end that they share: 越秀、荔湾区总工会 are 越秀区总工会 and 荔湾区总工会."""
    whole, end = list(names), ""
    for at in range(len(rows) - 2, -1, -1):
        row, after = rows[at], rows[at + 1]
        if row.confidence != SHARED or after.start != row.end + 1 or after.field != row.field:
            end = ""
            continue
        end = end or _shared_end(names[at + 1])
        whole[at] += end[1:] if names[at] in DIVISIONS else end
    return whole


def _shared_end(name: str) -> str:
    """区总工会 of 荔湾区总工会, 社区居委会 of 横岭社区居委会."""
    at = next((found.head_end for found in scan(name)), len(name))
    if name.endswith(_NEIGHBOURHOODS, 0, at):
        return name[at - 2 :]
    return name[at - (name[at - 1] in DIVISIONS) :]
