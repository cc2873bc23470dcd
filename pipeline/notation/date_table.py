"""With which characters an atom of calendar time may begin, and who reads it there; the words by their first two characters."""

from collections.abc import Callable

from pipeline.notation import date_chains as chains
from pipeline.notation import date_counts as counts
from pipeline.notation import date_days as days
from pipeline.notation import date_digits as digits
from pipeline.notation.date_atoms import Atom
from pipeline.notation.date_words import Meaning, words
from pipeline.notation.eras import FIRST_YEARS
from pipeline.notation.holidays import names
from pipeline.notation.pattern import Pattern

LEAP, WEEK = "闰閏", "星礼禮周週"
Read = Callable[[str, str, int], tuple[Atom, ...]]
"""Folded text, the same with numerals as digits, place → the atoms that begin there."""
PREFIXED: dict[str, tuple[Read, ...]] = {
    "第": (chains.read_ordinal, days.read_week_of_year, days.read_nth_day, counts.read_numbered_plan),
    **dict.fromkeys("前头頭后後", (counts.read_first,)),
    "最": (counts.read_near, days.read_nth_day),
    **dict.fromkeys("近过過未今", (counts.read_near,)),
    "半": (counts.read_counted,),
    "Q": (digits.read_quarter,),
    **dict.fromkeys('“"「『', (counts.read_plan,)),
}
"""First character → readers of forms that a list of words cannot hold, to try in turn."""
SECOND = {
    **dict.fromkeys('第“"「『闰閏', "0123456789 "),
    **dict.fromkeys("前头頭后後", "0123456789 "),
    "近": "0123456789 半几幾数的这",
    "最": "近后後",
    **dict.fromkeys("过過", "去"),
    "未": "来來",
    "今": "后後",
    "半": "年个個多天",
    "星": "期",
    "Q": "1234",
    **dict.fromkeys("礼禮", "拜"),
    **dict.fromkeys("周週", "0日"),
}
"""First character of what `PREFIXED` or a 闰 begins → the second, numerals as digits: most places are dismissed by it."""
AFTER_DIGITS: dict[str, tuple[Read, ...]] = {
    "年": (counts.read_counted, digits.read_quarter, chains.read_chain),
    "日": (counts.read_two_days, chains.read_chain),
    **dict.fromkeys("月号號世季学學赛财財至到和及与與、—–―~〜/", (chains.read_chain,)),
    **dict.fromkeys("OoОΟ", (chains.read_chain, digits.read_spaced)),
    "-": (digits.read_digits_only, digits.read_quarter, chains.read_chain),
    "/": (digits.read_digits_only, chains.read_chain),
    ".": (digits.read_digits_only,),
    "Q": (digits.read_quarter,),
    **dict.fromkeys("个個", (counts.read_counted, chains.read_chain)),
    **dict.fromkeys("多余周週天几幾星礼禮", (counts.read_counted,)),
    **dict.fromkeys("规計计时時期以", (counts.read_plan,)),
    " ": (),
    "0": (digits.read_spaced,),
}
"""Character after the digits, or after a blank behind them → readers to try in turn; a digit there is the next of 1 9 9 8 年."""
COMPACT = 8
"""Digits of 20200519."""


class _Table:
    """Words by their first two characters, and a pattern of the characters with which an atom begins; made when first used."""

    def __init__(self) -> None:
        self.words: dict[str, list[tuple[str, Meaning]]] = {}
        self._sign: Pattern | None = None

    def sign(self) -> Pattern:
        """Finds places where an atom may begin: at a number, or at a character that a number may follow."""
        if self._sign is None:
            table: dict[str, Meaning] = {word: (("holiday", at, "plain"),) for word, at in names().items()} | words()
            table |= dict.fromkeys(FIRST_YEARS, (("reign", 0, "plain"),))
            for word in sorted(table, key=len, reverse=True):
                self.words.setdefault(word[:2], []).append((word, table[word]))
            first = {prefix[0] for prefix in self.words} - set("一二三四五六七八九十")
            first |= {*PREFIXED, *LEAP, *WEEK, *"初廿"}
            second = {prefix[1] for prefix in self.words} | set("".join(SECOND.values()))
            begins, follows = ("".join(sorted(characters)) for characters in (first, second | set("0123456789")))
            # begins with one class: that is searched ten times as fast
            self._sign = Pattern(f"[0-9{begins}](?:(?<=[0-9])|(?=[{follows}]))[0-9]*")
        return self._sign


TABLE = _Table()
