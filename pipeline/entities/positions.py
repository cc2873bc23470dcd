"""What a text says of a person beside the name: position (市总工会党组书记、主席) and address (同志, 教授)."""

from pipeline.entities.divisions import ending_of
from pipeline.entities.masking import BLANK, UNIT_END
from pipeline.entities.person_sides import lists, title_before
from pipeline.notation.han import is_han

_PREFIXES = tuple(
    (
        "党组 党委 党总支 总支 党支部 支部 党工委 常务 第一 专职 执行 名誉 荣誉 首席 高级 主治 特约 本刊 本报 代理 "
        "原 前 时任 现任 兼 副 总 代 机关 工会 团委 青年 老 女"
    ).split()
)
"""Words before a post that belong to it."""
_JOINTS = "、,和兼"
LONGEST = 60
"""Characters in which a position stands."""


def position_start(key: str, start: int) -> int:
    """Where the position that stands before a name begins; `start` for none. Units in `key` are blanked out."""
    first = at = start
    floor = max(0, start - LONGEST)
    while at > floor:
        title = title_before(key, at)
        if not title:
            break
        at = first = _unit_start(key, _prefixes(key, at - len(title), floor), floor)
        if at > floor and key[at - 1] in _JOINTS:
            at -= 1
    return first


def _prefixes(key: str, at: int, floor: int) -> int:
    while size := ending_of(key, at, floor, _PREFIXES):
        at -= size
    return at


def _unit_start(key: str, at: int, floor: int) -> int:
    if at <= floor or key[at - 1] != UNIT_END:
        return at
    at -= 1
    while at > floor and key[at - 1] == BLANK:
        at -= 1
    return at


def honorific_end(key: str, end: int) -> int:
    """Where the address that follows a name ends; `end` for none."""
    last = next((end + size for size in (4, 3, 2) if key[end : end + size] in lists().honorifics), end)
    verb = key[end:last] == "代表" and is_han(key[last : last + 1] or " ")
    return end if verb else last
