"""Spans and points that are told by how many units of time they are from another.

前三季度 前4个月      近三年来 过去五年 未来三年 半年来      三天前 两个月后 十多年前      “十四五”期间
"""

from pipeline.notation.date_atoms import NEAR_UNITS, Atom
from pipeline.notation.numerals import parse_numeral
from pipeline.notation.pattern import Pattern

_FIRST = Pattern(r"[前头頭][ ]?(?P<number>\d{1,2})[ ]?(?:[个個]?(?P<quarters>季度)|[个個]?月)(?![日份\d])")
_NEAR = Pattern(
    r"(?:最?近|[过過]去|(?P<ahead>未[来來]|今[后後]))(?:的|这)?[ ]?(?P<number>\d{1,4}|半|几|幾|数)[ ]?[多余]?[个個]?[ ]?"
    r"(?P<unit>年|月|季度|[周週]|星期|天|日)(?![龄级制份])(?:以?[来來](?![自到访源])|[间間]|里(?!程))?"
)
_COUNTED = Pattern(
    r"(?P<number>\d{1,4}[几幾]?|半)[ ]?(?P<more>[多余])?(?P<unit>年|[个個][ ]?(?P<within>[多半])?[ ]?月|[个個]?星期"
    r"|[个個]?[礼禮]拜|[个個]?季度|[周週]|天)"
    r"(?P<after>[多余半])?(?:(?P<since>以[来來]|[来來](?![自到访源电函回往的时料看说过]))"
    r"|(?:[之以])?(?:(?P<ago>前)(?![后後瞻往来列沿提景线期夕赴身途进台门面方任锋端])|[后後](?![勤续代期面方备台卫记缀果裔辈市街院山人世半])))"
)
_SIZES = {**NEAR_UNITS, "週": -7, "期": -7, "拜": -7, "度": 3}
"""Last character of a unit → months, or days where negative."""
_PLAN = Pattern(r"(?P<open>[“\"'「『])?(?P<number>\d{2,3})(?(open)[”\"'」』])(?P<tail>[时時]期|期[间間]|以[来來])?")
_EARLIEST = 1000
"""A number of four digits before 年 is a year."""


def read_first(key: str, marked: str, start: int) -> tuple[Atom, ...]:
    """前三季度, 前4个月: from the beginning of the year."""
    found = _FIRST.match(marked, start)
    number = parse_numeral(key[slice(*found.span("number"))]) if found else None
    if found is None or number is None or not 2 <= number <= (4 if found["quarters"] else 11):
        return ()
    return (Atom("quarters" if found["quarters"] else "firstmonths", number, start, found.end()),)


def read_near(key: str, marked: str, start: int) -> tuple[Atom, ...]:
    """近三年来, 过去五年, 未来三年, 近几天."""
    found = _NEAR.match(marked, start)
    if found is None:
        return ()
    text = key[slice(*found.span("number"))]
    number = 0 if text in "几幾数" else 1 if text == "半" else parse_numeral(text) or 0
    unit = NEAR_UNITS[found["unit"][0]]
    if text == "半":
        unit = 6 if unit == 12 else -15
    return (Atom("near", number, start, found.end(), "ahead" if found["ahead"] else "plain", unit),)


def read_counted(key: str, marked: str, start: int) -> tuple[Atom, ...]:
    """三年来, 半年来, 40多年来; 三天前, 两个月后, 十几年前."""
    if key.startswith("年", start + 4) and key[start] in "12":
        return ()  # most are years: 2020年
    found = _COUNTED.match(marked, start)
    if found is None:
        return ()
    text, size = key[slice(*found.span("number"))], _SIZES[found["unit"][-1]]
    number = 1 if text == "半" else parse_numeral(text.rstrip("几幾")) or 0
    if _is_year(text, number, size) or (found["since"] and text[-1] in "几幾"):  # 十几年来 is a word
        return ()
    if found["since"]:
        return (Atom("near", number, start, found.end(), "plain", _half(size) if text == "半" else size),)
    size, number = _with_half(size, number, alone=text == "半", added="半" in (found["within"], found["after"]))
    rough = text[-1] in "几幾" or bool(found["more"]) or "多" in (found["within"], found["after"])
    return (Atom("ago", -number if found["ago"] else number, start, found.end(), "more" if rough else "plain", size),)


def _is_year(text: str, number: int, size: int) -> bool:
    """2018年前, 98年以来, 07年以前, 五八年前七个月: no number of years."""
    if number >= _EARLIEST or text[0] in "0零〇":
        return True
    in_words = len(text) == 2 and text.isalpha() and not any(c in "十廿卅几幾" for c in text)
    return in_words or (size == 12 and 70 <= number < 100 and number % 10 > 0)


def _half(size: int) -> int:
    """半年, 半个月: six months, 15 days."""
    return 6 if size == 12 else -15


def _with_half(size: int, number: int, *, alone: bool, added: bool) -> tuple[int, int]:
    """Unit and number of 半年 and 一年半 in months, of 半个月 and 两个半月 in days."""
    if alone:
        return (1, 6) if size == 12 else (-1, 15)
    if not added or size not in (12, 1):
        return size, number
    return (1, 12 * number + 6) if size == 12 else (-1, 30 * number + 15)


def read_plan(key: str, marked: str, start: int) -> tuple[Atom, ...]:
    """“十四五”期间, 十三五时期; `start` is at the quote or the numeral. The five-year plans, numbered as they are called."""
    found = _PLAN.match(marked, start)
    if found is None or (found["open"] is None and found["tail"] is None):
        return ()
    text = key[slice(*found.span("number"))]
    if len(text) not in (2, 3) or text[-1] != "五" or text[0] not in "一二三四五六七八九十" or text == "五五":
        return ()
    number = parse_numeral(text[:-1]) or 0
    tail = found["tail"] or ""
    end = found.end() if not tail.startswith("以") else found.start("tail")
    return (Atom("plan", number, start, end, "plain", int(bool(tail))),) if 1 <= number <= 20 else ()
