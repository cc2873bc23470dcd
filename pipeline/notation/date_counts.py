"""Spans and points that are told by how many units of time they are from another.

前三季度 前4个月 后4个月      近三年来 过去五年 未来三年 半年来      三天前 两个月后 十多年前 半个世纪前      “十四五”期间
"""

from pipeline.notation.date_atoms import Atom
from pipeline.notation.numerals import parse_numeral
from pipeline.notation.pattern import Pattern

_FIRST = Pattern(r"(?P<end>[前头頭后後])[ ]?(?P<number>\d{1,2})[ ]?(?:[个個]?(?P<quarters>季度)|[个個]?月)(?![日份\d])")
_NEAR = Pattern(
    r"(?:最?近|[过過]去|(?P<ahead>未[来來]|今[后後]))(?:的|这)?[ ]?(?P<number>\d{1,4}|半|几|幾|数)[ ]?[多余]?[个個]?[ ]?"
    r"(?P<unit>年|月|季度|(?<=[个個])[多余]?世[纪紀]|[周週]|星期|(?<![个個])[天日])(?![龄级制份])(?:以?[来來](?![自到访源])|[间間]|里(?!程))?(?![之以]?前)"
)
_COUNTED = Pattern(
    r"(?P<number>\d{1,4}[几幾]?|半)[ ]?(?P<more>[多余])?(?P<unit>年|[个個][ ]?(?P<within>[多半])?[ ]?(?:月|世[纪紀])|[个個]?星期"
    r"|[个個]?[礼禮]拜|[个個]?季度|[周週]|天|日)"
    r"(?P<after>[多余半])?(?:(?P<since>以[来來]|[来來](?![自到访源电函回往的时料看说过]))"
    r"|(?:[之以])?(?:(?P<ago>前)(?![后後瞻往来列沿提景线期夕赴身途进台门面方任锋端])|[后後](?![勤续代期面方备台卫记缀果裔辈市街院山人世半])))"
)
_SIZES = {"纪": 1200, "紀": 1200, "年": 12, "度": 3, "月": 1, "周": -7, "週": -7, "期": -7, "拜": -7, "天": -1, "日": -1}
"""Last character of a unit → months, or days where negative."""
_YEAR, _CENTURY = _SIZES["年"], _SIZES["纪"]
_PLAN = Pattern(r"(?P<open>[“\"'「『])?(?P<number>\d{2,3})(?(open)[”\"'」』])(?:(?:[计計规規][划劃])?(?P<tail>[时時]期|期[间間]|以[来來]))?")
_NUMBERED_PLAN = Pattern(r"第[ ]?(?P<number>\d{1,2})[个個]0年[计計规規][划劃](?:(?P<during>[时時]期|期[间間])|(?=以[来來]))")
_LAST_PLAN = 20
_EARLIEST = 1000
"""A number of four digits before 年 is a year."""
_MANY = tuple("几幾数數上")
"""Before a number that is more than it says: 几十年前 is no 十年前."""


def read_first(key: str, marked: str, start: int) -> tuple[Atom, ...]:
    """前三季度, 前4个月: from the beginning of the year; 后4个月 to its end."""
    found = _FIRST.match(marked, start)
    number = parse_numeral(key[slice(*found.span("number"))]) if found else None
    if found is None or number is None or not 2 <= number <= (4 if found["quarters"] else 11):
        return ()
    last = found["end"] in "后後"
    if last and found["quarters"]:
        return ()
    return (Atom("quarters" if found["quarters"] else "lastmonths" if last else "firstmonths", number, start, found.end()),)


def read_near(key: str, marked: str, start: int) -> tuple[Atom, ...]:
    """近三年来, 过去五年, 未来三年, 近几天."""
    found = _NEAR.match(marked, start)
    if found is None:
        return ()
    text = key[slice(*found.span("number"))]
    number = 0 if text in "几幾数" else 1 if text == "半" else parse_numeral(text) or 0
    size = _SIZES[found["unit"][-1]]
    if size == _YEAR and number >= _EARLIEST and number % 100:
        return ()  # 临近1997年底
    size, number = _span(size, number, half=text == "半")
    return (Atom("near", number, start, found.end(), "ahead" if found["ahead"] else "plain", size),)


def read_counted(key: str, marked: str, start: int) -> tuple[Atom, ...]:
    """三年来, 半年来, 40多年来; 三天前, 两个月后, 十几年前."""
    if key.startswith("年", start + 4) and key[start] in "12":
        return ()  # most are years: 2020年
    found = _COUNTED.match(marked, start)
    if found is None:
        return ()
    text, size = key[slice(*found.span("number"))], _SIZES[found["unit"][-1]]
    number = 1 if text == "半" else parse_numeral(text.rstrip("几幾")) or 0
    if _is_year(text, number, size) or (found["since"] and text[-1] in "几幾") or key[start - 1 : start] in _MANY:  # 十几年来 is a word
        return ()
    if found["since"]:
        size, number = _span(size, number, half=text == "半")
        return (Atom("near", number, start, found.end(), "plain", size),)
    size, number = _with_half(size, number, alone=text == "半", added="半" in (found["within"], found["after"]))
    rough = text[-1] in "几幾" or bool(found["more"]) or "多" in (found["within"], found["after"])
    return (Atom("ago", -number if found["ago"] else number, start, found.end(), "more" if rough else "plain", size),)


def read_two_days(key: str, marked: str, start: int) -> tuple[Atom, ...]:
    """两日前, 两日后; 三日前 is before the third of the month as often."""
    return read_counted(key, marked, start) if key[start] in "两兩" else ()


def _is_year(text: str, number: int, size: int) -> bool:
    """2018年前, 98年以来, 07年以前, 五八年前七个月: no number of years."""
    if number >= _EARLIEST or text[0] in "0零〇":
        return True
    in_words = len(text) == 2 and text.isalpha() and not any(c in "十廿卅几幾" for c in text)
    return in_words or (size == _YEAR and 70 <= number < 100 and number % 10 > 0)


def _span(size: int, number: int, *, half: bool) -> tuple[int, int]:
    """Unit and number of what lasts so long: 半年 is six months, 半个月 15 days, 半个世纪 fifty years."""
    if size == _CENTURY:
        return _YEAR, 50 if half else 100 * number
    return (6 if size == _YEAR else -15, 1) if half else (size, number)


def _with_half(size: int, number: int, *, alone: bool, added: bool) -> tuple[int, int]:
    """Unit and number of 半年 and 一年半 in months, of 半个月 and 两个半月 in days."""
    if size == _CENTURY:
        return _YEAR, 50 if alone else 100 * number + 50 * added
    if alone:
        return (1, 6) if size == _YEAR else (-1, 15)
    if not added or size not in (_YEAR, 1):
        return size, number
    return (1, 12 * number + 6) if size == _YEAR else (-1, 30 * number + 15)


def read_plan(key: str, marked: str, start: int) -> tuple[Atom, ...]:
    """“十四五”期间, 十三五时期, “七五”计划期间; `start` is at the quote or the numeral. The five-year plans, numbered as they are called."""
    found = _PLAN.match(marked, start)
    if found is None or (found["open"] is None and found["tail"] is None):
        return ()
    text = key[slice(*found.span("number"))]
    if len(text) not in (2, 3) or text[-1] != "五" or text[0] not in "一二三四五六七八九十" or text == "五五":
        return ()
    tail = found["tail"] or ""
    end = found.end() if not tail.startswith("以") else found.start("tail")
    return _plan(parse_numeral(text[:-1]) or 0, start, end, during=bool(tail))


def read_numbered_plan(key: str, marked: str, start: int) -> tuple[Atom, ...]:
    """第七个五年计划期间."""
    found = _NUMBERED_PLAN.match(marked, start)
    if found is None or key[found.end("number") + 1] != "五":
        return ()
    return _plan(parse_numeral(key[slice(*found.span("number"))]) or 0, start, found.end(), during=found["during"] is not None)


def _plan(number: int, start: int, end: int, *, during: bool) -> tuple[Atom, ...]:
    return (Atom("plan", number, start, end, "plain", int(during)),) if 1 <= number <= _LAST_PLAN else ()
