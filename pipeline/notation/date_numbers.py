"""Numbers that name calendar time: with a unit, in a chain that shares one, or in digits alone.

2020年 二〇二〇年 二O二O年 98年 2018-2020年 2018、2019年 2018/19年度      1—4月 6月份      6日 5、8日 15号
20世纪 90年代 80年代初      一季度 第三季度 前三季度 前4个月      2020-05-19 2020.5.19 2020/5/19 2018.09
“十四五”期间      近三年来 过去五年 半年来      腊月廿三 八月十五

`key` is the folded text, `marked` the same with every numeral as a digit (numerals.with_digits).
"""

from pipeline.model.record import NamedTuple
from pipeline.notation.date_atoms import NEAR_UNITS, Atom
from pipeline.notation.numerals import parse_numeral
from pipeline.notation.pattern import Pattern

_CHAIN = Pattern(
    r"(?P<chain>\d[\dOoОΟ]{0,7}(?:[ ]?(?:——|--|[-–—―~〜/至到和及与、])[ ]?\d{1,7}){0,12})[ ]?"
    r"(?P<unit>年代|世[纪紀]|学年度?|學年度?|赛季|财年|年度|年|季度|月份|月|日|号|號)"
)
_PART = Pattern(r"\d[\dOoОΟ]*")
_ISO = Pattern(r"(?P<y>(?:1[89]|20)\d\d)(?P<sep>[-./])(?P<m>\d\d?)(?:(?P=sep)(?P<d>\d\d?))?(?!\d)(?!(?P=sep)\d)")
_ISO_END = Pattern(r"[ ]?(?:——|--|[-–—―~至到])[ ]?(?:(?P<m>\d\d?)(?P<sep>[-./]))?(?P<d>\d\d?)(?![\d.\-/年月])")
_AMOUNTS = tuple("元万亿%‰吨米斤克公千百亩美欧平立个")
"""After 2018.09 these make it a number."""
_ORDINAL = Pattern(r"第[ ]?(?P<chain>\d(?:[、和至到-]\d)*)[ ]?季度")
_FIRST = Pattern(r"[前头頭][ ]?(?P<number>\d{1,2})[ ]?(?:[个個]?(?P<quarters>季度)|[个個]月)")
_NEAR = Pattern(
    r"(?:最?近|[过過]去|(?P<ahead>未[来來]|今[后後]))(?:的|这)?[ ]?(?P<number>\d{1,4}|半|几|幾|数)[ ]?[多余]?[个個]?[ ]?"
    r"(?P<unit>年|月|季度|周|星期|天|日)(?![龄级制份])(?:以?[来來](?![自到访源])|[间間]|里(?!程))?"
)
_SINCE = Pattern(r"(?P<number>\d{1,4}|半)[ ]?[多余]?(?P<unit>年|[个個][ ]?月|周|天)[多余半]?(?:以[来來]|[来來](?![自到访源电函回往的时料看说过]))")
_PLAN = Pattern(r"(?P<open>[“\"'「『])?(?P<number>\d{2,3})(?(open)[”\"'」』])(?P<tail>[时時]期|期[间間]|以[来來])?")
_LUNAR_DAY = Pattern(r"初[一二三四五六七八九十]|廿[一二三四五六七八九]?|[二三]十[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九]")
_LUNAR_END = Pattern(r"[,。、,;:!?))”’」』 \n]|是|前|后|当|这|至|到|夜|晚|$")
_DECADE_PART = Pattern(r"(?P<first>初期?|前期|早期)|(?P<second>中后期|中期|中叶)|(?P<third>末期?|后期|晚期|末叶)")
_UNITS = {
    "年": "year", "学": "year", "學": "year", "赛": "year", "财": "year", "月": "month", "日": "day", "号": "day", "號": "day",
    "世": "century", "季": "quarter",
}  # fmt: skip
_LIMITS = {"month": 12, "day": 31, "quarter": 4, "century": 22, "decade": 90}
_EARLIEST, _LATEST = 1000, 2200
"""Years of four digits that texts name; beyond them a number before 年 is a duration."""


class _Part(NamedTuple):
    """One number of a chain."""

    value: int
    start: int
    end: int
    plain: bool
    """In Arabic numerals."""


def read_chain(key: str, marked: str, start: int) -> tuple[Atom, ...]:
    """Numbers at `start` with the unit that they share; none where they have no unit or the calendar does not know them."""
    found = _CHAIN.match(marked, start)
    if found is None:
        return ()
    unit, end = found["unit"], found.end("chain")
    if found["chain"].isdigit():
        parts = [_part(key, start, end)]
    else:
        parts = [_part(key, *part.span()) for part in _PART.finditer(marked, start, end)]
        parts = _of_one_style(parts, key, followed=marked[found.end() : found.end() + 1].isdigit())
    kind = "decade" if unit == "年代" else _UNITS[unit[0]]
    if kind == "year":
        return _years(parts, key, found.end(), school=int(unit[0] in "学學"))
    pair = _neighbours(key[parts[0].start : parts[0].end]) if kind in ("month", "day") and len(parts) == 1 else None
    if pair:  # 三四月份 is no 34th month, and 一二日 no 12th day
        return (Atom("monthpair", 100 * pair[0] + pair[1], start, found.end()),) if kind == "month" else ()
    if kind == "decade" and len(parts) == 1 and (pair := _two_decades(key[parts[0].start : parts[0].end])):
        return (Atom("decade", pair[0], start, found.end(), "plain", pair[1]),)
    limit = _LIMITS[kind]
    if not all(1 <= part.value <= limit for part in parts) or (kind == "decade" and any(part.value % 10 for part in parts)):
        return ()
    extra = int(unit in "号號")
    atoms = tuple(Atom(kind, part.value, part.start, part.end, "plain", extra) for part in parts)
    return _to_the_end(with_part(key, atoms, found.end()) if kind in ("decade", "century") else atoms, found.end())


def _part(key: str, start: int, end: int) -> _Part:
    text = key[start:end]
    if not text.isdecimal():
        for look_alike in "OoОΟ":
            text = text.replace(look_alike, "0" if text[0].isascii() else "〇")
    return _Part(parse_numeral(text) or 0, start, end, text.isascii())


def _of_one_style(parts: list[_Part], key: str, *, followed: bool) -> list[_Part]:
    """The numbers at the end of a chain that are written alike: the 一 of 一、5月6日 is the number of a paragraph."""
    first = len(parts) - 1
    later = parts[-1].value == parts[-2].value + 1 if first else False  # 二、三季度 is no list number, 二、5月 is one
    while first and (parts[first - 1].plain == parts[-1].plain or "、" not in key[parts[first - 1].end : parts[first].start]):
        first -= 1
    at = parts[first].start
    begins = first < len(parts) - 1 and not (later and not followed) and parts[first].value < 50 and (at == 0 or key[at - 1] in "\n(")
    return parts[first + 1 :] if begins and "、" in key[parts[first].end : parts[first + 1].start] else parts[first:]


def _to_the_end(atoms: tuple[Atom, ...], end: int) -> tuple[Atom, ...]:
    """The last number of a chain has the unit."""
    kind, value, start, own_end, mode, extra = atoms[-1]
    return (*atoms[:-1], Atom(kind, value, start, max(end, own_end), mode, extra))


def _years(parts: list[_Part], key: str, end: int, *, school: int) -> tuple[Atom, ...]:
    atoms: list[Atom] = []
    for part in parts:
        value, mode = part.value, "plain"
        if atoms and atoms[-1].mode == "plain" and value < 100 and part.plain and part.end - part.start == 2:
            value += atoms[-1].value // 100 * 100  # 2018-19年
        elif value < 100 and _is_short(key[part.start : part.end]):
            mode = "short"
        elif value % 1000 == 0 and value != 2000 and "千" in key[part.start : part.end]:
            return ()  # 千年古城
        elif not _EARLIEST <= value <= _LATEST and not _is_early(key, part, end):
            return ()
        atoms.append(Atom("year", value, part.start, part.end, mode, school))
    return _to_the_end(tuple(atoms), end)


def _is_early(key: str, part: _Part, end: int) -> bool:
    """公元789年: three digits, where the text leaves no doubt."""
    return 100 <= part.value < _EARLIEST and part.end - part.start == 3 and key.endswith("公元", 0, part.start) and key[end - 1] == "年"


def _is_short(text: str) -> bool:
    """Whether two digits may be a year of a century that goes without saying: 98, 九八, 零八; not 二十, 五 or 三五 (three to five)."""
    return len(text) == 2 and "十" not in text and "廿" not in text


def _two_decades(text: str) -> tuple[int, int] | None:
    """七八十年代."""
    pair = _neighbours(text[:2]) if len(text) == 3 and text[2] == "十" else None
    return (10 * pair[0], 10 * pair[1]) if pair else None


def _neighbours(text: str) -> tuple[int, int] | None:
    """三四: two numbers of which the second is the next."""
    digits = "〇一二三四五六七八九"
    if len(text) == 2 and digits.find(text[0]) > 0 and digits.find(text[1]) == digits.find(text[0]) + 1:
        return digits.index(text[0]), digits.index(text[1])
    return None


def with_part(key: str, atoms: tuple[Atom, ...], end: int) -> tuple[Atom, ...]:
    """初, 中期, 末 of a decade or a century, at `end`."""
    found = _DECADE_PART.match(key, end)
    if found is None:
        return atoms
    extra = 1 + [bool(group) for group in found.groups()].index(True)
    return (*atoms[:-1], atoms[-1]._replace(extra=extra, end=found.end()))


def read_digits_only(key: str, marked: str, start: int) -> tuple[Atom, ...]:
    """2020-05-19, 2020.5.19, 2020/5/19; 2018.09 has no day (extra 100 × month)."""
    found = _ISO.match(marked, start)
    if found is None or not key[start : found.end()].isascii():
        return ()
    year, month, day = int(found["y"]), int(found["m"]), int(found["d"] or 0)
    if not 1 <= month <= 12 or day > 31 or (found["d"] is None and (len(found["m"]) < 2 or found["sep"] != ".")):
        return ()
    if not day and key.startswith(_AMOUNTS, found.end()):
        return ()
    first = Atom("iso", year, start, found.end(), "plain", 100 * month + day)
    return (first, *_iso_end(marked, first, found["sep"])) if day else (first,)


def _iso_end(marked: str, first: Atom, separator: str) -> tuple[Atom, ...]:
    """5.25 or 25 of 2020.5.19—5.25 and 2020.5.19-25."""
    found = _ISO_END.match(marked, first.end)
    if found is None or (found["sep"] or separator) != separator:
        return ()
    month, day = int(found["m"] or first.extra // 100), int(found["d"])
    later = 100 * month + day > first.extra and month <= 12 and day <= 31
    return (Atom("iso", first.value, found.start("m") if found["m"] else found.start("d"), found.end(), "plain", 100 * month + day),) if later else ()


def read_ordinal(key: str, marked: str, start: int) -> tuple[Atom, ...]:
    """第三季度, 第一、二季度."""
    found = _ORDINAL.match(marked, start)
    if found is None:
        return ()
    parts = [_part(key, *part.span()) for part in _PART.finditer(marked, start, found.end("chain"))]
    if not all(1 <= part.value <= 4 for part in parts):
        return ()
    atoms = [Atom("quarter", part.value, part.start, part.end) for part in parts]
    atoms[0] = atoms[0]._replace(start=start)
    return _to_the_end(tuple(atoms), found.end())


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


def read_since(key: str, marked: str, start: int) -> tuple[Atom, ...]:
    """三年来, 半年来, 40多年来."""
    found = _SINCE.match(marked, start)
    if found is None:
        return ()
    text = key[slice(*found.span("number"))]
    number, unit = (1 if text == "半" else parse_numeral(text) or 0), NEAR_UNITS[found["unit"][-1]]
    if text == "半":
        unit = 6 if unit == 12 else -15
    return (Atom("near", number, start, found.end(), "plain", unit),) if number < (_EARLIEST if unit < 12 or text[-1] == "0" else 70) else ()


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


def read_lunar_day(key: str, before: Atom, start: int, *, marked_lunar: bool) -> tuple[Atom, ...]:
    """初八, 廿三, 十五 after a month that is written in words; a plain numeral only where nothing else may follow."""
    found = _LUNAR_DAY.match(key, start)
    if found is None or start != before.end:
        return ()
    text = found[0]
    certain = marked_lunar or before.kind == "lunarmonth"
    if text[0] not in "初廿" and not (len(text) > 1 or certain or text[0] == "十"):
        return ()
    if text[0] not in "初廿" and key[found.end() : found.end() + 1] in tuple("日号號月年"):
        return ()
    if text[0] not in "初廿" and not certain and _LUNAR_END.match(key, found.end()) is None:
        return ()
    value = parse_numeral(text.removeprefix("初")) or 0
    return (Atom("lunarday", value, start, found.end(), "lunar"),) if 1 <= value <= 30 else ()
