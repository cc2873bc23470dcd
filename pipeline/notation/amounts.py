"""Numbers with their units, read without context: value, unit, and what the wording itself leaves open.

1400多万元  3.2亿元  63 套  40%  百分之四十  万分之三  5个百分点  三项  十余名  数十人  480多小时  1个多月  两年半  三分之二  一半
30-50人  15—20天  3至5期  5%至8%  两三个  800万吨/年  3763.63万元  1,234.5万元  12 345元  ¥500  -5℃  300万
"""

from collections.abc import Iterator

from pipeline.lexicon import words
from pipeline.notation.han import is_han
from pipeline.notation.measures import Measure, read_measure
from pipeline.notation.numbers import SCALES, SOME, Number, is_figures, read_number
from pipeline.notation.numerals import parse_numeral, with_digits
from pipeline.notation.pattern import Pattern
from pipeline.notation.shares import JOINTS, NUMBER, PART, RANGE, Amount, read_fraction, read_share
from pipeline.notation.subunits import SMALLER, with_formal_digits, with_smaller

_BEGINS = Pattern(r"[0-9万萬亿億半数數几幾]")
"""What an amount begins with: searching for one class takes a tenth of the time of searching for the pattern."""
_AMOUNT = Pattern(
    rf"[万萬]分之|(?<=[上近超逾过過破])[万萬亿億]{{1,2}}|[万萬亿億]{{1,2}}[余餘多]"
    rf"|半[个個小年天]|[数數几幾][万萬亿億]{{1,2}}|[数數几幾]?(?:{PART})+"
)
_MIXED = Pattern(r"[0-9](?=[^\W\d十百千万亿点多余几来萬億餘幾來个])")
_FIGURE_DOT = Pattern(r"(?<=[0-9])·(?=[0-9])", needs="·")
_NUMERAL_DOT = Pattern(r"(?<=[〇零一二三四五六七八九十])·(?=[〇零一二三四五六七八九])", needs="·")
_SIGNED = frozenset("% ‰ ℃ °C 摄氏度 度 个百分点".split())
"""Units of what may be below zero."""
_BALANCES = tuple("利润 利潤 损益 收益 结余 盈余 余额 净额 差额".split())
"""Before a minus sign and a sum, where 报名费-300元 has a dash."""
_SCALED = tuple("十百千拾佰仟万萬亿億")
"""After 数 and 几 where they say several: 数十, 几百; 印数二千 is 2000."""
_SIGN = Pattern(r"[A-Z]{0,3}[¥￥$€£]$")
"""Before a sum without a unit, with the country's letters: ¥500, HK$3,000."""
_MONEY = "¥￥$€£"
_AND = tuple("和与與及")
_TENS = Pattern(r"(?P<lead>[1-9一二三四五六七八九两])(?P<unit>[百千])(?![零〇一二三四五六七八九十百千])")
_TENTHS = Pattern(r"[一二三四五六七八九]{2}")
"""Before 折: 六五折 leaves 6.5 tenths of the price."""
_COUNTED_SUM = tuple("总人件次户个家场天额基倍指多少半常岁分位级参函系")
_ONE_HALF = Pattern("一半(?![天夜年月个小])", first="一")
_WHICH_HALF = tuple("另那这這每上下前后後")
"""Before 一半: it points to one of two."""
_ENDS_IN_ONE = tuple("统統唯单單同专划归合逐")
"""Characters that make a word with 一 (统一, 唯一)."""
_NO_ONE = tuple("计划 計劃 规划 策划 系统 传统 总统 名单 订单 清单 联合 组合 综合 集合 符合 配合 结合".split())
"""Words that end in one of them, so that 一 belongs to the number: 超计划一百吨."""


def find_amounts(key: str) -> Iterator[Amount]:
    """Every amount of a folded text, from left to right; they do not overlap."""
    key = _with_points(key)
    marked = with_formal_digits(key, with_digits(key))
    reader = _Reader(key, marked)
    begins = _BEGINS.search(marked)
    while begins:
        at = begins.end()
        found = _AMOUNT.match(marked, begins.start())
        if found:
            amount = reader.read(found.start(), found.end())
            if amount:
                yield amount
            at = amount.end if amount else reader.passed
        begins = _BEGINS.search(marked, at)


def _with_points(key: str) -> str:
    """A dot at half height between figures or numerals as a decimal point, as newspapers set it: 4·7万件, 百分之三·五."""
    return _NUMERAL_DOT.sub("点", _FIGURE_DOT.sub(".", key))


class _Reader:
    """Reads the amounts of one text."""

    def __init__(self, key: str, marked: str) -> None:
        self.key = key
        self.marked = marked
        self.passed = 0
        """Where to go on after a number that is no amount."""

    def read(self, start: int, end: int) -> Amount | None:
        """The amount whose number stands at `start`."""
        key = self.key
        begin = self._begin(start)
        if key[begin] == "半":
            return self._half(begin)
        if _ONE_HALF.match(key, begin) and key[begin - 1 : begin] not in _WHICH_HALF:
            return Amount(begin, begin + 2, 0.5, "", "ratio", "一半", more=False, between=False)
        if key.startswith("分之", end) or (key[start] in SCALES and key.startswith("分之", start + 1)):
            share = read_share(key, self.marked, begin)
            if share:
                return share
        in_figures = is_figures(key[begin])
        end = self._number_end(begin, end) if in_figures else end
        self.passed = max(end, begin + 1)
        found = self._single(begin, end)
        word = "" if in_figures else self._idiom(begin)
        if word and (found is None or begin + len(word) >= found.end):
            self.passed = begin + len(word)
            return None
        return self._range(begin, end, found) or found

    def _half(self, start: int) -> Amount | None:
        """半个月, 半小时, 半年."""
        self.passed = start + 1
        measure = read_measure(self.key, start + 1, figures=False)
        if measure is None or measure.kind != "unit":
            return None
        return Amount(start, measure.end, 0.5, measure.text, "unit", "半", measure.more, between=False)

    def _number_end(self, start: int, end: int) -> int:
        """The end of a number in figures; 2019两个 is 2019, and 两个."""
        if self.key[start:end].isascii():
            return end
        mixed = _MIXED.search(self.key, start, end)
        return mixed.start() + 1 if mixed else end

    def _begin(self, start: int) -> int:
        """Past a 数 that ends the word before (人数30, 印数二千), and a 一 that does (统一三项)."""
        key = self.key
        ends_word = key[start] in "数數" and key.endswith(_COUNTED_SUM, 0, start)
        if key[start] in SOME and (key[start + 1 : start + 2] not in _SCALED or ends_word):
            return start + 1
        if key[start] == "一" and self.marked[start + 1 : start + 2].isdigit() and key.endswith(_ENDS_IN_ONE, 0, start):
            return start + (not key.endswith(_NO_ONE, 0, start))
        return start

    def _idiom(self, start: int) -> str:
        row = _idioms().get(self.key[start : start + 2], ())
        return next((word for word in row if self.key.startswith(word, start)), "")

    def _single(self, start: int, end: int) -> Amount | None:
        key = self.key
        end = self._before_unit(start, end)
        number, start = self._number(start, end)
        if number is None:
            return None
        numeral = key[start:end]
        in_figures = is_figures(numeral)
        at = end + (key[end : end + 1] == " ")
        if at > end and not in_figures and start and is_han(key[start - 1]):
            return None  # 案例三　工作日
        measure = read_measure(key, at, figures=in_figures)
        if measure:
            return self._with_measure(start, number, numeral, measure)
        if start and key[start - 1] in _MONEY and (found := _SIGN.search(key, max(0, start - 4), start)):
            sign = found[0]
            return Amount(start - len(sign), end, number.value, sign, "money", numeral, number.open, number.pair)
        return read_fraction(key, start) or self._bare(start, end, number)

    def _before_unit(self, start: int, end: int) -> int:
        """The end of a number whose last character belongs to the unit: 5200万千瓦时, 5千米, 3两."""
        if end - start < 2 or self.key[end - 1] not in "千百两":
            return end
        is_liang = self.key[end - 1] == "两" and read_measure(self.key, end, figures=False) is None  # 三十两
        if not (is_liang or is_figures(self.key[start:end]) or self.key[end - 2] in SCALES or self.key.startswith(("瓦", "伏"), end)):
            return end
        return end - 1 if read_measure(self.key, end - 1, figures=False) else end

    def _number(self, start: int, end: int) -> tuple[Number | None, int]:
        """The number; where a Chinese numeral is none as a whole, the one without its first character (统一两项)."""
        if self.key.startswith("折", end) and _TENTHS.fullmatch(self.key[start:end]):
            return Number((parse_numeral(self.key[start:end]) or 0) / 10, open=False, pair=False), start
        number = read_number(self.key[start:end])
        is_after = start > 0 and self.key[start - 1] == "、"  # 八、九三个年级
        if number is None and (self.key[start] == "一" or is_after) and end > start + 1:
            return read_number(self.key[start + 1 : end]), start + 1
        return number, start

    def _with_measure(self, start: int, number: Number, numeral: str, measure: Measure) -> Amount:
        sign = self._sign(start, measure)
        value, end = number.value + 0.5 * measure.half, measure.end
        if measure.text in SMALLER and not measure.half:
            value, end = with_smaller(self.key, self.marked, end, measure.text, value)
        return Amount(start - sign, end, -value if sign else value, measure.text, measure.kind, numeral, number.open or measure.more, number.pair)

    def _sign(self, start: int, measure: Measure) -> int:
        """Characters of 零下, 负 or a minus sign before a number."""
        if measure.text in _SIGNED and self.key.endswith("零下", 0, start):
            return 2
        sign, before = self.key[start - 1 : start], self.key[start - 2 : start - 1] if start > 1 else ""
        if sign in ("负", "負"):
            return int(measure.kind == "unit" and before not in tuple("胜勝承担擔抱肩自欺辜减減") and not before.isdigit())
        is_free = not (before.isascii() and before.isalnum()) and before not in ("%", "℃")
        below_zero = measure.text in _SIGNED or (measure.text[-1] == "元" and self.key.endswith(_BALANCES, 0, start - 1))
        return int(sign == "-" and is_free and below_zero)

    def _bare(self, start: int, end: int, number: Number) -> Amount | None:
        """300万 before a sign: a number so round counts something though it does not say what."""
        numeral = self.key[start:end]
        is_last = end == len(self.key) or self.key[end] in "，。；、,;)” \n"
        is_last |= self.key[end : end + 1] in _AND and self.marked[end + 1 : end + 2].isdigit()  # 30万和45万元
        in_figures = is_figures(numeral) or "个" in numeral  # 两个亿
        if not is_last or not in_figures or not any(c in SCALES for c in numeral):
            return None
        return Amount(start, end, number.value, "", "bare", numeral, number.open, number.pair)

    def _range(self, start: int, end: int, first: Amount | None) -> Amount | None:
        """30-50人, 5万元至10万元, 20%-30%: one amount, its unit that of the second number."""
        at = first.end if first else end
        joint = RANGE.match(self.key, at) if self.key[at : at + 1] in JOINTS else None
        if joint is None:
            return None
        follows = NUMBER.match(self.marked, joint.end())
        if follows is None or (first and self.key.endswith(("从", "由", "自"), 0, start)):
            return None
        second = self._single(follows.start(), follows.end())
        lower = (first.value, start) if first else self._lower(start, end, second)
        if second is None or lower is None or second.start != follows.start() or second.kind == "bare":
            return None
        value = lower[0]
        if (first and first.unit != second.unit) or value >= second.value:
            return None
        begin = first.start if first else start
        return second._replace(start=begin, value=value, between=True, more=False, numeral=self.key[start : joint.start()])

    def _lower(self, start: int, end: int, second: Amount | None) -> tuple[float, int] | None:
        """The first number of a range that shares 万 with the second: 3-5万元."""
        number = read_number(self.key[start:end])
        if number is None or second is None:
            return None
        scale = 0 if any(c in SCALES for c in self.key[start:end]) else sum(SCALES.get(c, 0) for c in second.numeral)
        if end == start + 1 and (tens := _TENS.match(second.numeral)) and number.value <= (read_number(tens["lead"]) or number).value:
            scale += "十百千".index(tens["unit"]) + 1  # 二至三百人, 3—5千元
        value = number.value * 10**scale
        return (number.value if value >= second.value else value), start  # 8000至1万元


def _idioms() -> dict[str, tuple[str, ...]]:
    if not _IDIOMS:
        for word in sorted(words("numeral_words"), key=len, reverse=True):
            _IDIOMS[word[:2]] = (*_IDIOMS.get(word[:2], ()), word)
    return _IDIOMS


_IDIOMS: dict[str, tuple[str, ...]] = {}
