"""The parts of the name of a unit, each found by where it ends: words for what the unit does, and proper names."""

from pipeline.entities.foreign_sounds import SOUNDS, is_dot
from pipeline.entities.unit_marks import (
    CLINICS,
    COUNTS,
    DIVISIONS,
    MEASURES,
    NUMBERED_SCHOOLS,
    NUMERALS,
    SETTLEMENTS,
    SOFT_STOP,
    STOP,
)
from pipeline.entities.vocabulary import Vocabulary
from pipeline.notation.han import is_han
from pipeline.notation.pattern import Pattern

LONGEST_RUN = 30
"""Characters of functions, or of places within places: a text of nothing else costs no more than another."""
_TROOPS = frozenset("师旅团营连")
_NUMBERED = ("支队", "大队", "中队")
"""Troops that are numbered in figures as well: 武警 | 7 | 支队."""
_CODE = 5
"""Digits that stand for the name of a regiment."""
_CAME_TO = frozenset("厂校院局所站场矿社村公")
"""Where somebody comes, or stays: 派人来 | 厂, 驻 | 厂."""
_NO_NAME = STOP - {"才"}
"""With which no name of a person ends: 王巨才 | 任 | 院长."""
_GREAT = frozenset("两三四五六七八九十")
"""Numerals that count with 大; 一大 is a congress."""
_VILLAGE, _SITES = 3, frozenset("大小前后东西南北上下新老")
"""Characters of the name of a village like 大王庄, and with which it begins."""
TENS_OF_SCHOOLS = frozenset(f"{tens}十" for tens in "二三四五六七八九")
"""Before the name of a middle school with one numeral more."""
_TENS = frozenset("十百")
"""With them numerals count: 三百二十所."""
_CONJOINED = frozenset("党国我你他她它这那省市县区镇乡村厂矿院校局处所社站队部司会班组团委")
"""What 和 joins to the next word though it is one character: 局和公司."""
_DWELLING = frozenset("房建宅院友")
"""Behind 住 it makes a word; behind another who lives somewhere: 家住 | 书院社区."""
_LONGEST_BRACKET = 10
"""Characters in which the bracket of 中国(上海)自由贸易 opens."""

_BY = ("记者", "通讯员", "本报", "本刊")
"""With which a bracket tells who reports: 电(记者陶波) | 邮电部."""
_FIRM = Pattern(r"[\u4e00-\u9fff]{0,10}?(?:公司|合作社|基金会|组委会|俱乐部)")
"""What makes what stands in quotation marks before it a proper name."""


class Parts:
    """Finds parts leftwards in one text (in simplified script, what is no name blanked out with NUL)."""

    def __init__(self, key: str, words: Vocabulary) -> None:
        self.key = key
        self.words = words

    def functions(self, at: int, floor: int) -> tuple[int, int]:
        """Where the words for what the unit does begin that end at `at`, and how many there are."""
        count = 0
        if self._is_clinic(at, floor) and not (at - 1 > floor and self.words.is_common(self.key[at - 2 : at])) and not self.function(at, floor):
            at, count = at - 1, 1
        least = max(floor, at - LONGEST_RUN)
        while at > least:
            size = self.function(at, floor) or self.ordinal(at, floor) or (self._joined(at, floor) if count else 0)
            if not size:
                break
            at -= size
            count += 1
        return at, count

    def function(self, at: int, floor: int) -> int:
        """Length of the word for what a unit does that ends here."""
        key, words = self.key, self.words
        for size in words.function_lengths.get(key[at - 2 : at], ()) if at > 1 else ():
            if size <= at - floor and key[at - size : at] in words.functions:
                counted = key[at - size] == "家" and key[at - size - 1 : at - size] in COUNTS  # 六家 | 电厂
                return 0 if counted else size
        return 0

    def has_function(self, at: int, floor: int) -> bool:
        """Whether a word for what a unit does, or a number, ends here; 儿 of 儿科 too."""
        return self.function(at, floor) > 0 or self._is_clinic(at, floor) or self.ordinal(at, floor) > 0

    def ordinal(self, at: int, floor: int) -> int:
        """Length of 第一, 第三届; of a code: 七〇八 | 所, 83021 | 部队; of a bare 二 where a name goes on to its left: 中铁 | 十二 | 局."""
        key = self.key
        start = numeral = at - (key[at - 1] == "届")
        while start > floor and key[start - 1] in NUMERALS and numeral - start < 5:
            start -= 1
        if start == numeral:
            return 0
        if start > floor and key[start - 1] == "第":
            return at - start + 1
        if key[start] in "0123456789" and not key.startswith(_NUMBERED, at):
            return at - start if at - start == _CODE and key.startswith("部队", at) else 0
        if numeral == at > start + 2 and _TENS.isdisjoint(key[start:at]):
            return at - start
        if start == floor or not is_han(key[start - 1]):
            troop = start == floor > 0 and key[at : at + 1] in _TROOPS  # 第四师 | 六十六 | 团
            school = key[start:at] in TENS_OF_SCHOOLS and key[at : at + 2] in NUMBERED_SCHOOLS  # 二十 | 三中
            return at - start if numeral == at and (start == at - 1 or troop or school) else 0
        return at - start if key[start - 1] in DIVISIONS or self.function(start, floor) or self.begins_name(start, floor) else 0

    def begins_name(self, at: int, floor: int) -> bool:  # noqa: ARG002  what a place is, only its finder knows
        """Whether what ends here may be the head of a name."""
        return False

    def step(self, at: int, floor: int, opened: int) -> tuple[int, int, str]:
        """One character of a proper name that has `opened` already: the place before it, how many it counts, why it may not be taken."""
        key = self.key
        if at <= floor:
            return at, 0, "unit" if floor else "edge"
        c = key[at - 1]
        stop = ""
        if c in "和都中外上" and self._is_first(c, at, floor, opened):
            size = 2 if c in "和都" else 1
            return at - size, size, ""
        if is_dot(c) and opened > 1 and SOUNDS.issuperset(key[at : at + opened]) and key[at - 2 : at - 1] in SOUNDS:
            return at - 1, 1, ""  # 约翰 | · | 鲁米特 | 基金会
        if not is_han(c):
            start, length = self._bracket(at, floor), 0
            if start < 0 and (start := self._quoted(at, floor)) >= 0:
                length = at - start - 2
            return (start, length, "") if start >= 0 else (at, 0, "edge")
        if c in MEASURES and at - 1 > floor and key[at - 2] in COUNTS and not (c == "家" and key[at : at + 1] in SETTLEMENTS):
            stop = "count"
        elif c == "大" and (not opened or key[at] == "总") and at - 1 > floor and key[at - 2] in _GREAT:
            stop = "count"  # 五大 | 总公司
        elif (
            c in STOP
            or (c == "暨" and key[at : at + 1] != "南")
            or (c == "住" and key[at : at + 1] not in _DWELLING)
            or (c == "任" and (not opened or (is_han(key[at - 2]) and key[at - 2] not in _NO_NAME)))
            or (not opened and c in "来驻" and key[at : at + 1] in _CAME_TO)
            or (opened >= 2 and c in SOFT_STOP)
            or (at - 1 > floor and self._closes_word(at, opened))
            or (opened and self.function(at, floor))
            or (opened == _VILLAGE and key[at] in _SITES and key[at + _VILLAGE - 1] in SETTLEMENTS)
        ):
            stop = "word"
        return (at, 0, stop) if stop else (at - 1, 1, "")

    def _closes_word(self, at: int, opened: int) -> bool:
        """Whether an everyday word ends here, whose first character is not needed by the word before it: 聘请 | 安泰."""
        key, words = self.key, self.words
        needed = opened == 1 and key[at - 1] not in NUMERALS and words.is_common(key[at - 3 : at - 1])
        return words.is_common(key[at - 2 : at]) and not needed

    def _is_first(self, c: str, at: int, floor: int, opened: int) -> bool:
        """Whether a little word is of a proper name behind a sign: 、敦和 | 慈善, ,洪都 | 职业, 与上好佳."""
        key = self.key
        if c in "和都":
            one = key[at - 2 : at - 1]
            return not opened and at - 2 >= floor and is_han(one) and one not in _CONJOINED and not is_han(key[at - 3 : at - 2] or " ")
        return opened >= 2 and (not is_han(key[at - 2 : at - 1] or " ") or key[at - 2] in STOP or key[at - 2] == "同")

    def _bracket(self, at: int, floor: int) -> int:
        """Where the bracket opens that closes here around a part of a name; -1 for none."""
        key = self.key
        start = key.rfind("(", max(floor, at - _LONGEST_BRACKET), at - 1) if key[at - 1] == ")" else -1
        return start if start >= 0 and key[start + 1 : at - 1].isalpha() and not key.startswith(_BY, start + 1) else -1

    def _quoted(self, at: int, floor: int) -> int:
        """Where the quotation mark opens that closes here around the proper name: “山里红” | 农业发展有限公司."""
        key = self.key
        start = key.rfind("“", max(floor, at - _LONGEST_BRACKET), at - 1) if key[at - 1] == "”" and _FIRM.match(key, at) else -1
        name = key[start + 1 : at - 1]
        return start if start >= 0 and len(name) > 1 and all(map(is_han, name)) and not NUMERALS.issuperset(name) else -1

    def _is_clinic(self, at: int, floor: int) -> bool:
        return self.key[at : at + 1] == "科" and at > floor and self.key[at - 1] in CLINICS

    def _joined(self, at: int, floor: int) -> int:
        """Length of 体育和 in 县教育体育和科学技术局: further functions, where the name has its head right before them, or begins."""
        size = self.function(at - 1, floor) if self.key[at - 1] in "和与及" else 0
        if not size:
            return 0
        start = at - 1 - size
        verb = self.key[at - 1] == "与" and self.words.is_common(self.key[start - 2 : start])  # 查看化学与材料学院
        while more := self.function(start, floor):
            start -= more
        before = self.key[start - 1 : start]
        headed = before in DIVISIONS or before == "校" or 0 < floor == start or self.begins_name(start, floor)
        return at - start if verb or headed or before in STOP or not is_han(before) else 0
