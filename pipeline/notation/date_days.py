"""Days that are printed without 日: 初八 and 廿三 of the lunar calendar, 22 of 10月22, 第二个星期日 of a month; its 第一周, and 第24周 of a year."""

from pipeline.notation.date_atoms import Atom
from pipeline.notation.numerals import parse_numeral
from pipeline.notation.pattern import Pattern

_LUNAR_DAY = Pattern(
    r"初(?:[一二三四五六七八九十]|\d{1,2}(?!\d))|廿[一二三四五六七八九]?|[二三]十[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九]"
    r"|\d{1,2}(?![\d.])"
)
_DAY_IN_WORDS = Pattern(r"(?:[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])(?=[,。;:)〕\n ]|[上下]午|中午|晚上?|凌晨|早上|当天|前后?|起|$)")
_LUNAR_END = Pattern(r"[,。、,;:!?))”’」』 \n]|是|前|后|当|这|至|到|夜|晚|$")
_BARE_DAY = Pattern(r"\d{1,2}(?=[ ]?(?:——|[-–—―~〜至到])[ ]?\d{1,2}月|,(?!\d{3})|[。;)]|\n|$)")
_NTH_DAY = Pattern(r"(?:第(?P<n>\d)|最后一|最後一)[个個]?(?:星期|周|週|礼拜|禮拜)(?:(?P<day>[一二三四五六日天])|(?![期年岁末刊报報]))")
_WEEK_OF_YEAR = Pattern(r"第[ ]?(?P<number>\d{1,2})[周週](?![岁年期])")
_WEEKS = 53
WEEKDAYS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "日": 7, "天": 7, "末": 8}
"""Monday is 1; 8 for 周末."""
LAST = 9
"""For the last Friday of a month: 最后一个星期五."""


def read_lunar_day(key: str, before: Atom, start: int, *, marked_lunar: bool) -> tuple[Atom, ...]:
    """初八, 廿三, 十五 after a month that is written in words; a plain numeral only where nothing else may follow."""
    found = _LUNAR_DAY.match(key, start)
    if found is None or start != before.end:
        return ()
    text = found[0]
    certain = marked_lunar or before.kind == "lunarmonth"
    if text[0] not in "初廿" and not (len(text) > 1 or certain or text[0] == "十"):
        return ()
    if text[0] not in "初廿" and key[found.end() : found.end() + 1] in tuple("日号號月年个個"):
        return ()
    if (text[0].isdigit() or (text[0] not in "初廿" and not certain)) and _LUNAR_END.match(key, found.end()) is None:
        return ()
    value = parse_numeral(text.removeprefix("初")) or 0
    return (Atom("lunarday", value, start, found.end(), "lunar"),) if 1 <= value <= 30 else ()


def read_day_in_words(key: str, start: int) -> tuple[Atom, ...]:
    """十五 of 二〇〇四年八月十五, a day of the common calendar as its year is; 初五 and 廿三 are not."""
    found = _DAY_IN_WORDS.match(key, start)
    return (Atom("day", parse_numeral(found[0]) or 0, start, found.end()),) if found else ()


def read_bare_day(key: str, month: Atom, start: int) -> tuple[Atom, ...]:
    """22 of 10月22, where a mark follows or the other end of a range: 1月3至2月10."""
    found = _BARE_DAY.match(key, start) if month.mode == "plain" and key[month.start].isascii() else None
    return (Atom("day", int(found[0]), start, found.end()),) if found and 1 <= int(found[0]) <= 31 else ()


def read_nth_day(key: str, marked: str, start: int) -> tuple[Atom, ...]:
    """第二个星期日, 最后一个周五 of a month: 10 × which + day of the week; 第一周, 最后一周: 0 for the day."""
    text = key[start] + marked[start + 1 : start + 2] + key[start + 2 : start + 10]
    found = _NTH_DAY.match(text)
    number = (parse_numeral(key[start + 1]) or 0) if found and found["n"] else LAST
    return (Atom("nthday", 10 * number + WEEKDAYS.get(found["day"], 0), start, start + found.end()),) if found and number else ()


def read_week_of_year(key: str, marked: str, start: int) -> tuple[Atom, ...]:
    """第24周 of 2013年."""
    found = _WEEK_OF_YEAR.match(marked, start) if key[start - 1 : start] == "年" else None
    number = (parse_numeral(key[slice(*found.span("number"))]) or 0) if found else 0
    return (Atom("yearweek", number, start, found.end()),) if found and 1 <= number <= _WEEKS else ()
