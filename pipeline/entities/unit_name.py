"""The name of a unit (单位) read from its ending leftwards: 广州市 | 莱克斯顿 | 服饰 | 有限公司.

    ending      有限公司, 总工会, 局                       where the reading begins
    functions   服饰, 教育, 人力资源和社会保障, 第一       words for what the unit does
    open        莱克斯顿, 圆方                             a proper name: characters that are no everyday word
    head        广州市, 越秀, 市, 中国                     the place, or the relative division, that it belongs to

A reading stops where the name of another unit ends, at punctuation, at a word that begins no name, or when the head is found.
"""

from typing import NamedTuple

from pipeline.entities.vocabulary import Vocabulary

LONGEST_OPEN = 9
"""Characters of a proper name; what runs on longer is a sentence."""
LONGEST_FUNCTION = 14
DIVISIONS = frozenset("省市区县州旗盟镇乡村")
_WIDE_DIVISIONS = (
    "自治区", "自治州", "自治县", "自治旗", "开发区", "高新区", "经开区", "新区", "示范区", "度假区", "社区", "街道", "地区", "特区", "园区",
)  # fmt: skip
_NO_RELATIVE = frozenset("社园地小灾校景院特辖城林矿牧郊乡农上超门都夜闹股")
"""小区, 城市, 上市, 农村: characters that make another word of a division."""
_HEADS = (
    "中华人民共和国", "中国人民", "中国", "全国", "国家", "中央", "中华", "中共", "共青团", "国际", "世界", "亚洲", "欧洲", "皇家", "解放军",
    "武警", "农行", "工行", "建行", "中行", "中铁", "中建", "中交",
)  # fmt: skip
_WIDE_ENDS = frozenset(word[-1] for word in _WIDE_DIVISIONS)
_HEAD_ENDS = frozenset(word[-1] for word in _HEADS)
_CLASS_BEFORE = frozenset("全各两每外几多某")
_STOP = frozenset("的在是到赴向对由从与及跟给被把将于并也都了着过让请以该本此这那每各我你他她它们就才已说称往据随至或但则某等和其级记")
"""Characters that stand in no proper name, as good as always."""
_SOFT_STOP = frozenset(
    "为来同进经原达任派率访前后由去入问送获受持驻距离令推选评授报转发抓促"
    "助帮救查督导借凭沿绕围靠抵现名家个位所次年月日号人中内外里上下地得原"
)
"""Characters that stop a proper name which has its two characters already."""
_DIVISION_STOP = frozenset("为经任派率访由去入问送获受持令推选评授报转抓促助帮救查督导借凭沿绕围靠抵现人")
"""Characters that stop the name of a division nobody has heard of."""
_MEASURES = frozenset("个家名所座支处条")
_COUNTS = frozenset("0123456789一二三四五六七八九十百千万两几多余数各这那每该某")
_CLINICS = frozenset("内外妇儿骨眼产")
_TRADES = ("厂", "公司", "集团", "研究所", "研究院", "设计院", "协会", "学会")
"""Endings before which any everyday word may say what the unit does: 松浦 | 机器 | 厂."""
_NO_TRADE = frozenset(
    "有关 相关 所属 下属 直属 当地 外地 本地 附近 各地 全体 一些 这些 那些 所在 工作 成立 走进 走访 来到 进入 加入 参加 参观 考察 组织 支持 帮助 要求 "
    "国有 国营 大型 小型 中型 知名 著名 优秀 上市 跨国 母公 这个 那个 这家 一家 多家 两家 几家 重点 主要 同类 同行 其他 其它 上述 自己 我们 他们".split()
)
_NUMERALS = frozenset("一二三四五六七八九十百零〇0123456789")
_OPENING_BRACKET = 10
"""Characters in which the bracket of 中国(上海)自由贸易 opens."""


class Reading(NamedTuple):
    """What was read before an ending."""

    start: int
    head: str
    """known, open, relative, class or nothing."""
    opened: int
    """Characters of the proper name."""
    functions: int
    """Words for what the unit does."""
    stop: str
    """What the reading stopped at: edge (punctuation), unit, word."""
    head_end: int
    """Where the head ends; the start for none."""
    ordinal: bool = False
    """Whether it is numbered: 第三人民医院."""


class Reader:
    """Reads names in one text (in simplified script, what is no name blanked out with NUL)."""

    def __init__(self, key: str, words: Vocabulary, places: frozenset[str]) -> None:
        self.key = key
        self.words = words
        self.places = places
        """Names of divisions that this issue teaches."""

    def read(self, end: int, floor: int, *, branch: bool = False) -> Reading:
        """The reading leftwards of `end`, where the ending begins; a unit was read that ends at `floor`.

        Before the place of a branch stands the name of the whole: 飞骑速递 | 澜州 | 分公司.
        """
        at, functions = self.functions(end, floor)
        kept = at
        opened, stop, traded = 0, "", False
        while True:
            if at <= floor:
                stop = "unit" if floor else "edge"
                break
            head, start = self._head(at, floor, direct=opened == 0)
            if head:
                if branch and start > floor:
                    whole = self.read(start, floor)
                    if whole.opened >= 2 or whole.head == "known":
                        return whole._replace(head=whole.head or head, head_end=whole.head_end if whole.head else at)
                return Reading(start, head, opened, functions, self._stop(start, floor), at)
            at, step, stop = self.step(at, floor, opened)
            if stop == "word" and not opened and not traded and (size := self._trade(end, at, floor)):
                at, functions, stop, traded = at - size, functions + 1, "", True
                continue
            if stop:
                break
            opened += step
            if opened > LONGEST_OPEN:
                stop = "long"
                break
        begin = at if stop != "long" else kept
        if opened and (size := self._ordinal(begin, floor)) and self.key[begin - size] == "第":
            begin -= size
        if traded and opened < 2:
            stop = "long"
        return Reading(begin, "", opened, functions, stop, at, ordinal=functions > 0 and self.key[begin] == "第")

    def _stop(self, at: int, floor: int) -> str:
        if at <= floor:
            return "unit" if floor else "edge"
        return "word" if is_han(self.key[at - 1]) else "edge"

    def functions(self, at: int, floor: int) -> tuple[int, int]:
        """Where the words for what the unit does begin, and how many there are."""
        count = 0
        if at < len(self.key) and self.key[at] == "科" and self.key[at - 1] in _CLINICS and at > floor:
            if not self._function(at, floor) and not self.words.is_common(self.key[at - 2 : at]):
                at, count = at - 1, 1
        while at > floor:
            size = self._function(at, floor) or self._ordinal(at, floor)
            if not size and count and self.key[at - 1] in "和与及":
                size = self._function(at - 1, floor)
                rest = at - 1 - size
                size = size + 1 if size and (self.key[rest - 1 : rest] in DIVISIONS or not is_han(self.key[rest - 1 : rest])) else 0
            if not size:
                break
            at -= size
            count += 1
        return at, count

    def has_function(self, at: int, floor: int) -> bool:
        """Whether a word for what a unit does ends here."""
        return self._function(at, floor) > 0 or (self.key[at - 1] in _CLINICS and self.key[at] == "科")

    def _function(self, at: int, floor: int) -> int:
        key, words = self.key, self.words
        if at < 2 or key[at - 2 : at] not in words.function_tails:
            return 0
        for size in range(min(LONGEST_FUNCTION, at - floor), 1, -1):
            if key[at - size : at] in words.functions:
                return size
        return 0

    def _ordinal(self, at: int, floor: int) -> int:
        """第一, 第 38; a bare 一 after a head (市一中 stands among the endings)."""
        key, start = self.key, at
        while start > floor and key[start - 1] in _NUMERALS and at - start < 5:
            start -= 1
        if start == at:
            return 0
        if start > floor and key[start - 1] == "第":
            return at - start + 1
        return at - start if start > floor and (key[start - 1] in DIVISIONS or self._place(start, floor)) else 0

    def _trade(self, end: int, at: int, floor: int) -> int:
        """Length of an everyday word that says what a factory or company does."""
        word = self.key[at - 2 : at]
        if at - 2 < floor or word in _NO_TRADE or not self.words.is_common(word) or not self.key.startswith(_TRADES, end):
            return 0
        return 2

    def _place(self, at: int, floor: int) -> int:
        """Length of the known name of a place that ends here."""
        key = self.key
        if at < 2 or (key[at - 2 : at] not in self.words.place_tails and not self.places):
            return 0
        for size in (5, 4, 3, 2):
            if at - size >= floor:
                word = key[at - size : at]
                if word in self.places or (word in self.words.places and not self.words.is_common(word)):
                    return size
        return 0

    def _head(self, at: int, floor: int, *, direct: bool) -> tuple[str, int]:
        """The head that ends here and where it begins; `direct` where only functions stand between it and the ending."""
        key = self.key
        if size := self._place(at, floor):
            return "known", self._chain(at - size, floor)
        if size := _ending(key, at, floor, _HEADS, _HEAD_ENDS):
            return "known", self._chain(at - size, floor)
        return self._division(at, floor, direct=direct)

    def _chain(self, at: int, floor: int) -> int:
        """The larger places before a place: 广东省广州市 | 越秀区."""
        key = self.key
        while at > floor:
            name = at - 1 if key[at - 1] in DIVISIONS else at
            size = self._place(name, floor) or self._whole_place(name, at, floor)
            if head := _ending(key, at, floor, _HEADS, _HEAD_ENDS):
                size, name = head, at
            if not size:
                break
            at = name - size
        return at

    def _whole_place(self, name: int, at: int, floor: int) -> int:
        """Length of a place known only with its 市 or 县: 和平 | 区."""
        if name == at:
            return 0
        return next((size for size in (4, 3, 2) if name - size >= floor and self.key[name - size : name] in self.words.places), 0)

    def _division(self, at: int, floor: int, *, direct: bool) -> tuple[str, int]:
        key = self.key
        size = _ending(key, at, floor, _WIDE_DIVISIONS, _WIDE_ENDS)
        if not size and key[at - 1] not in DIVISIONS:
            return "", at
        name = at - (size or 1)
        if size := self._place(name, floor) or self._whole_place(name, at, floor):
            return "known", self._chain(name - size, floor)
        return self._unknown_division(name, at, floor, direct=direct)

    def _unknown_division(self, name: int, at: int, floor: int, *, direct: bool) -> tuple[str, int]:
        """澜州市 of which nobody has heard, or 市 alone."""
        key, wide = self.key, at - name > 1
        length, stop = 0, ""
        start = name
        while length <= 4 and not stop:
            start, step, stop = self.step(start, floor, length)
            if step and key[start] in _DIVISION_STOP:
                start, step, stop = start + 1, 0, "word"
            length += step
            if not stop and start <= floor:
                stop = "unit"
            if not stop and (size := self._place(start, floor)) and length:
                return "open", self._chain(start - size, floor)
        before = key[name - 1] if name > floor else ""
        single = length == 1 and key[name] == "县" and before not in _CLASS_BEFORE and before not in _SOFT_STOP
        if stop and (2 <= length <= 4 or single):
            return ("open", start) if not (length == 2 and before in _CLASS_BEFORE) else ("class", name)
        if before in _CLASS_BEFORE:
            return "class", name
        if before in _NO_RELATIVE and not wide:
            return "", at
        if key[name:at] == "地区" and (stop and not length):
            return "relative", name
        if wide and key[name:at] in ("社区", "街道", "地区", "园区", "特区", "自治县"):
            return ("class", name) if direct else ("", at)
        return "relative", name

    def step(self, at: int, floor: int, opened: int) -> tuple[int, int, str]:
        """One character of a proper name: the place before it, how many it counts, and why it may not be taken."""
        key = self.key
        if at <= floor:
            return at, 0, "unit" if floor else "edge"
        c = key[at - 1]
        if c == ")" and (start := key.rfind("(", max(floor, at - _OPENING_BRACKET), at - 1)) >= 0 and key[start + 1 : at - 1].isalpha():
            return start, at - start, ""
        if not is_han(c):
            return at, 0, "edge"
        if c in _MEASURES and at - 1 > floor and key[at - 2] in _COUNTS:
            return at, 0, "count"
        if c in _STOP or (opened >= 2 and c in _SOFT_STOP):
            return at, 0, "word"
        if self.words.is_common(key[at - 2 : at]) or (self._function(at, floor) and opened):
            return at, 0, "word"
        return at - 1, 1, ""


def is_han(c: str) -> bool:
    """Whether a character is a Chinese one, or a Latin letter or digit of a company's name."""
    return "\u4e00" <= c <= "\u9fff" or "\u3400" <= c <= "\u4dbf" or c >= "\U00020000"


def _ending(key: str, at: int, floor: int, words: tuple[str, ...], lasts: frozenset[str]) -> int:
    """Length of the word of a short list that ends here."""
    if key[at - 1] not in lasts:
        return 0
    return next((len(word) for word in words if key.endswith(word, floor, at)), 0)
