"""The name of a unit (单位) read from its ending leftwards: 广州市 | 维特斯兰 | 服饰 | 有限公司.

    ending      有限公司, 总工会, 局                       where the reading begins
    functions   服饰, 教育, 人力资源和社会保障, 第一       words for what the unit does
    open        维特斯兰, 圆方                             a proper name: characters that are no everyday word
    head        广州市, 越秀, 市, 中国                     the place, or the relative division, that it belongs to

A reading stops where the name of another unit ends, at punctuation, at a word that begins no name, or when the head is found.
"""

from pipeline.entities.divisions import Divisions
from pipeline.entities.foreign_sounds import is_dot
from pipeline.entities.unit_marks import (
    ACTIONS,
    DIVISIONS,
    LANDFORMS,
    LEADING,
    NAMING,
    NO_TRADE,
    SERVICES,
    STOP,
    TRADES,
    VERBS,
)
from pipeline.model.record import Struct
from pipeline.notation.han import is_han

_SHORTEST_OPEN = 2
"""Characters that a proper name needs."""
LONGEST_OPEN = 9
"""Characters of a proper name; what runs on longer is a sentence."""
LONGEST_CROSSED = 16
"""Characters in which the head must stand where words for what the unit does stand before its proper name as well: 三江 | 航天 | 红峰 | 控制."""
_BEFORE = LEADING | frozenset("与和及在对向从到同")
"""Little words before a name."""
_FOUNDED = ("国立", "省立", "市立", "县立", "私立")
"""Behind who founded it stands the name of a school, whatever everyday word it is."""
_FOUNDS = ("成立", "组建", "设立", "授予", "现任", "历任", "兼任", "曾任", "担任", "出任")
"""Verbs behind which the name of a unit begins."""
_GIVES = ("派出", "支援", "赠送", "提供", "供应", "采用", "使用", "接受")
"""Further verbs between one unit and the next."""
_WORLD = "国际"
"""Behind its proper name a company says where it trades: 兰生 | 国际 | 贸易集团."""
_TRADING = ("公司", "集团", "有限", "股份", "(集团)", "酒店", "旅行社")
"""Endings of those that do."""
_STATES = ("中国", "中华")
_FOR_A_CAUSE = ("促进会", "基金会", "协会", "学会", "联合会", "研究会", "联盟")
"""What a state has one of for any everyday word."""
_LIMITED = ("有限公司", "有限责任公司", "股份有限公司", "集团公司")
"""Forms that no company has without a proper name."""


class Reading(Struct):
    """What was read before an ending."""

    start: int
    head: str
    """known, open, relative, class or nothing."""
    opened: int
    """Characters of the proper name."""
    functions: int
    """Words for what the unit does."""
    stop: str
    """What the reading stopped at: edge (punctuation), unit, word, count (两家); long for no name at all."""
    head_end: int
    """Where the head ends; the start for none."""


class Reader(Divisions):
    """Reads names in one text."""

    def read(self, end: int, floor: int, *, branch: bool = False) -> Reading:
        """The reading leftwards of `end`, where the ending begins; a unit was read that ends at `floor`.

        Before the place of a branch stands the name of the whole: 快马速递 | 漓州 | 分公司, 公安 | 云山 | 分局.
        """
        at, functions = self.functions(self._before_bracket(end, floor), floor)
        opened, stop, traded = 0, "", False
        crossed: Reading | None = None
        headed: Reading | None = None
        while not stop:
            if reading := self._with_head(at, floor, opened, functions):
                if headed or not self._is_of_trade(reading, end, floor):
                    return self._whole(reading, floor) if branch else reading
                at, functions, headed = reading.start, functions + 1, reading
            at, step, stop = self.step(at, floor, opened)
            opened += step
            if stop == "word" and ((not opened and self._is_naming(end, at, floor)) or (opened == 1 and self._is_landform(at, floor))):
                at, opened, stop = at - 2, opened + 2, ""
            if stop != "word":
                stop = stop or ("long" if opened > LONGEST_OPEN else "")
            elif not opened and not traded and self._is_trade(end, at, floor):
                at, more = self.functions(at - 2, floor)
                functions, stop, traded = functions + 1 + more, "", True
            elif size := self._crossing(end, at, floor):
                if branch and opened and self.key[at - size : at] in SERVICES:
                    return self._unheaded(at - size, opened, functions + 1, "word")
                crossed = crossed or self._unheaded(at, opened, functions, stop)
                at, functions, stop = at - size, functions + 1, ""
        if headed and (opened - headed.opened < _SHORTEST_OPEN or stop == "long"):
            return headed
        whole = headed is not None or (branch and crossed is not None and opened >= crossed.opened + 2)  # 快马 | 速递 | 漓州 | 分公司
        return (not whole and crossed) or self._unheaded(at, opened, functions, "long" if traded and opened < 2 else stop)

    def _with_head(self, at: int, floor: int, opened: int, functions: int) -> Reading | None:
        """The reading if the head ends here."""
        head, start = self.head(at, floor, direct=opened == 0) if at > floor and self.may_be_head(at) else ("", at)
        return Reading(start, head, opened, functions, self._stop(start, floor), at) if head else None

    def _is_of_trade(self, reading: Reading, end: int, floor: int) -> bool:
        """Whether a supposed head only says where a company trades, behind its proper name: 兰生 | 国际 | 贸易集团, 康菲石油 | 中国 | 有限公司."""
        key, at = self.key, reading.start
        if reading.stop != "word" or not key.startswith(_TRADING, end) or key[at - 1] in STOP:
            return False
        if self.words.is_common(key[at - 2 : at]) and not self.function(at, floor):
            return False
        world = key[at : reading.head_end] == _WORLD and key[at - 1] not in DIVISIONS
        return world or (reading.head_end == end and reading.head == "known" and key.startswith(_LIMITED, end) and at - 2 >= floor)

    def between_signs(self, end: int, floor: int) -> Reading | None:
        """What stands between a sign and a long ending, if it begins with a place and nobody acts in it: ,德国法恩海姆精密传动 | 有限公司."""
        key, start = self.key, end
        while start > floor and end - start <= LONGEST_CROSSED and is_han(key[start - 1]) and key[start - 1] != "的":
            start -= 1
        start = max([start, *(at + 2 for verb in _FOUNDS if (at := key.rfind(verb, start, end)) >= 0)])
        little = key[start] in _BEFORE
        if end - start > LONGEST_CROSSED or (start == floor > 0 and not little):
            return None
        start += little
        for at in range(start + 2, min(start + 7, end - 1)):
            if self.may_be_head(at) and self.head(at, start, direct=True)[0] in ("known", "open"):
                rest = key[at : self.functions(end, at)[0]]
                acts = not STOP.isdisjoint(rest) or any(word in rest for word in (*ACTIONS, *_GIVES))
                return None if acts or self.head(at, start, direct=True)[1] != start else Reading(start, "known", end - at, 1, "edge", at)
        return None

    def _whole(self, reading: Reading, floor: int) -> Reading:
        """The reading of a branch with the name of the whole before its place."""
        whole = self.read(reading.start, floor) if reading.start > floor else None
        service = whole is not None and self.key[whole.start : reading.start] in SERVICES
        if whole is None or not (whole.opened >= 2 or whole.head == "known" or service):
            return reading
        return whole if whole.head else whole._replace(head=reading.head, head_end=reading.head_end)

    def _crossing(self, end: int, at: int, floor: int) -> int:
        """Length of a word for what the unit does before its proper name."""
        if at <= end - LONGEST_CROSSED or self.key[at - 2 : at] in VERBS:
            return 0
        return self.function(at, floor)

    def _unheaded(self, at: int, opened: int, functions: int, stop: str) -> Reading:
        """A reading that found no head."""
        if stop == "word" and opened > _SHORTEST_OPEN and self.key[at - 1 : at + 1] in ACTIONS:
            at, opened = at + 1, opened - 1  # 评 | 议柳湾 | 安老院
        if opened and is_dot(self.key[at]):
            at, opened = at + 1, opened - 1
        if opened and (size := self.ordinal(at, 0)) and self.key[at - size] == "第":
            at -= size
        return Reading(at, "", opened, functions, stop, at)

    def _stop(self, at: int, floor: int) -> str:
        if at <= floor:
            return "unit" if floor else "edge"
        return "word" if is_han(self.key[at - 1]) else "edge"

    def _before_bracket(self, end: int, floor: int) -> int:
        """Where the words for what the unit does end, where the place in brackets stands behind them: 体育用品 | (上海) | 有限公司."""
        start = self._bracket(end, floor) if self.key[end - 1 : end] == ")" else -1
        return start if start > floor and self.function(start, floor) else end

    def _is_naming(self, end: int, at: int, floor: int) -> bool:
        """Whether an everyday word that ends here is the proper name of the unit: 阳光 | 医院, between words 大成 | 药业 | 股份有限公司."""
        key, word = self.key, self.key[at - 2 : at]
        if at - 2 < floor or word in NAMING or key[at - 4 : at - 2] in _FOUNDED:
            return at - 2 >= floor  # 国立 | 成功 | 大学
        if not STOP.isdisjoint(word) or word in NO_TRADE or word in ACTIONS:
            return False
        if key.endswith(_STATES, floor, at - 2) and key.startswith(_FOR_A_CAUSE, end):
            return True  # 中国 | 光彩 | 事业促进会
        before = key[at - 3 : at - 2] or " "
        apart = not is_han(before) or before in STOP or self.words.is_common(key[at - 4 : at - 2])
        return apart and at < end and key.startswith(_LIMITED, end)

    def _is_landform(self, at: int, floor: int) -> bool:
        """Whether an everyday word begins the name of a small place: 、馒头营 | 供电所."""
        before = self.key[at - 3 : at - 2] or " "
        if at - 2 < floor or self.key.startswith("子公司", at):
            return False  # 与两家 | 子公司
        return self.key[at] in LANDFORMS and (not is_han(before) or before in STOP)

    def _is_trade(self, end: int, at: int, floor: int) -> bool:
        """Whether an everyday word that ends here says what a factory or company does."""
        word = self.key[at - 2 : at]
        trade = at - 2 >= floor and word not in NO_TRADE and STOP.isdisjoint(word) and self.words.is_common(word)
        return trade and self.key.startswith(TRADES, end)
