"""The place at the head of the name of a unit: known (广州市越秀区), of which nobody has heard (漓州市), or relative (市).

Larger places before it belong to it: 广东省 | 广州市 | 越秀区.
"""

from functools import cache, lru_cache

from pipeline.entities.masking import BLANK
from pipeline.entities.unit_marks import (
    ACTIONS,
    CLASS_BEFORE,
    DIVISION_STOP,
    DIVISIONS,
    GENERIC_DIVISIONS,
    HEADS,
    LEADING,
    NO_RELATIVE,
    NO_TRADE,
    NUMERALS,
    SOFT_STOP,
    STOP,
    WIDE_DIVISIONS,
)
from pipeline.entities.unit_parts import LONGEST_RUN, Parts
from pipeline.entities.vocabulary import Vocabulary, is_word, vocabulary
from pipeline.notation.han import is_han

_LONGEST_UNKNOWN = 4
"""Characters of the name of a division of which nobody has heard."""
_PEOPLE = "回族"
"""What a township is named with behind its own name: 百崎 | 回族 | 乡."""
_STATE_HEADS = ("中国", "国家")
_OWN = frozenset("省市县区州旗")
"""Divisions before the name of a place in one of them: 县 | 城关镇."""

_HOLDS = _OWN | {"镇", "乡"}
"""Divisions before the name of a smaller one."""
_LEVELS = 4
"""Of them that stand one before the other: province, city, county, town."""
_PLAIN = ("社区", "街道", "村")
"""What is called by an everyday word."""
_DASHES = frozenset("—－-")
_WORDS = ("上市", "超市", "农村", "下乡")
"""Words that end as divisions do: 新上市 | 公司."""
_STATE = 2
"""Characters of 国家 and 世界."""
REGIONS = tuple("欧洲 亚洲 非洲 美洲 拉美 北欧 西欧 东欧 南亚 东亚 中亚 东南亚 中东 海湾".split())
"""Parts of the world: their states are many."""
_NO_FIRST = STOP | SOFT_STOP | DIVISIONS | LEADING | frozenset("早晚今昨诉依系因暨奉")
"""With which no name of a place begins: 一大早 | 北京."""
_RANKS = ("直辖", "单列", "省辖")
"""With which a kind of cities is named: 计划单列市."""
DATELINE = frozenset("报刊社日" + BLANK)
"""Behind them 电 and 讯 open the text of a message: 5月1日电, 本刊讯."""


class Divisions(Parts):
    """Finds heads leftwards in one text."""

    def __init__(self, key: str, words: Vocabulary, places: frozenset[str]) -> None:
        super().__init__(key, words)
        self.places, self.own, self._own_tails = _learned(places)
        self._tails = _head_tails()

    def begins_name(self, at: int, floor: int) -> bool:
        """Whether a known place or another head ends here."""
        return self.place(at, floor) > 0 or ending_of(self.key, at, floor, HEADS) > 0

    def may_be_head(self, at: int) -> bool:
        """Whether the last characters allow a head; most do not."""
        tail = self.key[at - 2 : at]
        return self.key[at - 1] in DIVISIONS or tail in self._tails or tail in self._own_tails

    def place(self, at: int, floor: int) -> int:
        """Length of the known name of a place, without 市 or 县, that ends here."""
        key, words = self.key, self.words
        tail = key[at - 2 : at]
        if at < 2 or (tail not in words.place_tails and tail not in self._own_tails):
            return 0
        for size in (6, 5, 4, 3, 2):
            if at - size >= floor:
                word = key[at - size : at]
                if word in self.places or (word in words.places and not words.is_common(word)):
                    return size
        return 0

    def head(self, at: int, floor: int, *, direct: bool) -> tuple[str, int]:
        """The head that ends here and where it begins; `direct` where only functions stand between it and the ending."""
        division, start = self.division(at, floor, direct=direct)
        if division == "known":
            return division, start
        size = self.place(at, floor)
        if size and not direct and self._is_across(at - size, floor):
            return "", at
        if size and division in ("", "open") and self._is_cut(at - size, floor):
            return "open", min(start, at - size - 1)
        size = size or ending_of(self.key, at, floor, HEADS)
        if size == _STATE and self.key.endswith(REGIONS, floor, at - size) and self.key.endswith("国家", floor, at):
            return "class", at - size  # 非洲 | 国家 | 政府
        if size == _STATE and self.key.startswith("全世界", at - size - 1):
            return "class", at - size
        return ("known", self._chain(at - size, floor)) if size else (division, start)

    def _is_across(self, at: int, floor: int) -> bool:
        """Whether the name of a place begins in the middle of another: 上 | 海东 | 方明珠."""
        key, places = self.key, self.words.places
        return at > floor and key[at - 1 : at + 1] in places and key[at - 2 : at] not in places

    def _is_cut(self, at: int, floor: int) -> bool:
        """Whether the name of a place is the end of another that begins one character before it: 太 | 白山."""
        key = self.key
        c, before = key[at - 1 : at], key[at - 2 : at - 1] or " "
        if at <= floor or not is_han(c) or (c in "电讯" and before in DATELINE) or c in _NO_FIRST:
            return False
        if self.words.is_common(key[at - 1 : at + 1]) or is_word(before + c) or ending_of(key, at, floor, HEADS):
            return False
        return at - 1 == floor or not is_han(before) or before in STOP or self.words.is_common(key[at - 3 : at - 1])

    def division(self, at: int, floor: int, *, direct: bool = True) -> tuple[str, int]:
        """The division (石桥县, 柳林镇) that ends here: known, open, relative, class or nothing, and where it begins."""
        size = ending_of(self.key, at, floor, WIDE_DIVISIONS)
        if not size and self.key[at - 1] not in DIVISIONS:
            return "", at
        name = at - (size or 1)
        if size := self.place(name, floor) or self._whole_place(name, floor):
            return ("open", name - size - 1) if self._is_cut(name - size, floor) else ("known", self._chain(name - size, floor))
        name -= len(_PEOPLE) * self.key.endswith("族", floor + len(_PEOPLE), name)
        if self.key.endswith(_RANKS, floor, name):
            return "class", name
        start, length, stop = self._unknown(name, floor)
        if stop == "place":
            return "open", self._chain(start, floor)
        if size := self._worded(name, at, floor, length if stop == "word" else -1):
            return "open", self._chain(name - size, floor)
        return self._judged(name, at, length, stop, direct=direct)

    def _worded(self, name: int, at: int, floor: int, length: int) -> int:
        """Length of a name that is an everyday word, begins with one or is a number.

        `length` characters of it are behind a word, -1 where none stops it.
        """
        if length == 1 and self._is_long_name(name, floor):
            return 3
        if not length and self._is_plain_name(name, self.key[name:at], floor):
            return 2
        size = self.ordinal(name, floor) if self.key[name] == "区" and self.key[name - 1] in NUMERALS else 0
        return size if size and self.key[name - size] == "第" else 0  # 安澜县 | 第三 | 区

    def _unknown(self, name: int, floor: int, *, nested: bool = True) -> tuple[int, int, str]:
        """The characters before a division up to a word that begins no name: start, length, what stopped it.

        `nested` where another division of which nobody has heard may stand before it: 安澜县 | 柏岭 | 镇.
        """
        start, length, stop = name, 0, ""
        while length <= _LONGEST_UNKNOWN and not stop:
            start, step, stop = self.step(start, floor, length)
            if step and (self.key[start] in DIVISION_STOP or (length == 0 and self.key[start] == "同")):
                start, step, stop = start + 1, 0, "word"
            length += step
            if not stop and start > floor and (size := self.place(start, floor) or ending_of(self.key, start, floor, HEADS)):
                return start - size, length, "place"
            if not stop and length > 1 and (self._level(start, floor) < start if nested else self.key[start - 1] in _HOLDS):
                return start, length, "place"
            if not stop and start <= floor:
                stop = "unit"
        return start, length, stop

    def _larger(self, at: int, floor: int) -> int:
        """Where the divisions begin that end here, be it that nobody has heard of them: 安澜县 | 柏岭镇 | 团结村."""
        for _ in range(_LEVELS):
            begin = self._level(at, floor)
            if begin == at:
                break
            at = begin
        return at

    def _level(self, at: int, floor: int) -> int:
        """Where the one division begins that ends here."""
        name = at - (2 if self.key.endswith("街道", floor, at) else 1)
        if name <= floor or not (name < at - 1 or self.key[name] in _HOLDS):
            return at
        if size := self.place(name, floor) or self._whole_place(name, floor):
            return name - size
        start, length, stop = self._unknown(name, floor, nested=False)
        return start if length > 1 and self._judged(name, at, length, stop, direct=False)[0] == "open" else at

    def _judged(self, name: int, at: int, length: int, stop: str, *, direct: bool) -> tuple[str, int]:
        """What a division with `length` unknown characters before it is."""
        key = self.key
        before = key[name - 1] if length or name else ""
        plain = before not in CLASS_BEFORE and before not in SOFT_STOP and before not in LEADING
        alone = length == 1 and plain and (key[name] == "县" or (key[name] == "区" and before in NUMERALS))  # 五区: a district of the 1950s
        if stop and key[at - 2 : at] not in _WORDS and (2 <= length <= _LONGEST_UNKNOWN or alone):
            return ("class", name) if length == 2 and before in CLASS_BEFORE else ("open", name - length)
        if before in CLASS_BEFORE or stop == "count":
            return "class", name
        kind = key[name:at]
        if len(kind) == 1 and (before in NO_RELATIVE or (length == 1 and plain)):
            return "", at
        if kind not in GENERIC_DIVISIONS or (kind in self.own and not length) or (kind == "地区" and stop and not (length and plain)):
            return "relative", name
        return ("class", name) if direct else ("", at)

    def _is_long_name(self, name: int, floor: int) -> bool:
        """Whether a name of three characters begins with an everyday word: 大同川 | 市; not 号召全 | 市, 提倡乡 | 镇."""
        key = self.key
        word = key[name - 3 : name - 1]
        apart = name > 2 and (not is_han(key[name - 4 : name - 3] or " ") or self._level(name - 3, floor) < name - 3)
        begins = apart and word not in NO_TRADE and word not in ACTIONS and STOP.isdisjoint(word)
        return begins and key[name - 1] not in CLASS_BEFORE and key[name - 1] not in NO_RELATIVE and key[name - 1] not in DIVISIONS

    def _is_plain_name(self, name: int, kind: str, floor: int) -> bool:
        """Whether an everyday word alone names a neighbourhood, or a village behind its town: 幸福 | 社区, 柏岭镇 | 团结 | 村."""
        key = self.key
        word, before = key[name - 2 : name], key[name - 3 : name - 2]
        if kind not in _PLAIN or not self.words.is_common(word) or word in NO_TRADE or word in ACTIONS:
            return False
        apart = kind != "村" and (not is_han(before or " ") or before in STOP)
        return apart or self._level(name - 2, floor) < name - 2

    def _whole_place(self, name: int, floor: int) -> int:
        """Length of a place known only with its 市 or 县: 和平 | 区."""
        key, places = self.key, self.words.places
        return next((size for size in (4, 3, 2) if name - size >= floor and key[name - size : name] in places), 0)

    def _whole_state(self, at: int, floor: int) -> int:
        """Length of what names an enterprise of the whole state before the place of its branch: 中国铁路 | 广州 | 局集团."""
        size = self.function(at, floor)
        head = ending_of(self.key, at - size, floor, _STATE_HEADS) if size else 0
        return size + head if head else 0

    def _chain(self, at: int, floor: int) -> int:
        """Where the larger places before a place begin."""
        key = self.key
        least = max(floor, at - LONGEST_RUN)
        while at > least:
            size = ending_of(key, at, floor, HEADS)
            if not size and key[at - 1] in DIVISIONS:
                size = self.place(at - 1, floor) or self._whole_place(at - 1, floor)
                size += size > 0
            if not size and key[at - 1] in _DASHES and (size := self.place(at - 1, floor)):
                size += 1  # 奥地利— | 中国 | 友好协会
            size = size or self.place(at, floor) or self._whole_state(at, floor)
            if not size:
                break
            at -= size
        if (larger := self._larger(at, floor)) < at:
            return larger
        own = at > floor and key[at - 1] in _OWN and not is_han(key[at - 2 : at - 1] or " ")
        return at - own  # ,县 | 城关镇


@lru_cache(maxsize=4)
def _learned(places: frozenset[str]) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """What an issue teaches: names of divisions, without 市 or 县; kinds of which it means its own (街道妇联); the last two characters of all.

    Every text of the issue asks, and an issue may teach thousands.
    """
    return places - GENERIC_DIVISIONS, places & GENERIC_DIVISIONS, frozenset(place[-2:] for place in places)


@cache
def _head_tails() -> frozenset[str]:
    """Last two characters of what may be a head, but for the single 市 or 县."""
    return vocabulary().place_tails | {word[-2:] for word in (*HEADS, *WIDE_DIVISIONS)}


def ending_of(key: str, at: int, floor: int, words: tuple[str, ...]) -> int:
    """Length of the word of a short list that ends here."""
    if not key.endswith(words, floor, at):
        return 0
    return next((len(word) for word in words if key.endswith(word, floor, at)), 0)
