"""Text → atoms of calendar time: the smallest pieces that dates are made of, each with its value, blind to context.

Numbers are read in date_numbers.py, words (去年, 本月, 近日) are listed in date_words.py, festivals in holidays.py. Here: which of them
begins at a place, and the forms that are made of a word and a mark: “五一”国际劳动节期间, 康熙三年, 本周三, 年底 of 2020年底.
"""

from collections.abc import Iterator

from pipeline.notation import date_numbers as numbers
from pipeline.notation.date_atoms import Atom
from pipeline.notation.date_words import UNLIKE_AFTER, UNLIKE_BEFORE, Meaning, words
from pipeline.notation.eras import FIRST_YEARS, era_year
from pipeline.notation.holidays import names
from pipeline.notation.numerals import parse_numeral, with_digits
from pipeline.notation.pattern import Pattern

_ERA_YEAR = Pattern(r"[ ]?(?P<number>\d{1,3})[ ]?年")
_ERA_FIRST = Pattern(r"[ ]?元[ ]?年")
_CENTURIES = {"上世纪": -1, "上个世纪": -1, "本世纪": 0, "上世紀": -1, "上個世紀": -1, "本世紀": 0}
_WEEKDAYS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "日": 7, "天": 7, "末": 8}
_WEEKDAY = Pattern(r"(?P<day>一(?![直些个批名场次定样])|[二三四五六天末]|日(?![常均本]))")
_DAY_NAME = Pattern(r"(?:星期|礼拜|禮拜)(?P<day>[一二三四五六日天])|[周週](?P<short>[一二三四五六日])(?=[上下中]午|凌晨|早|晚)")
_VACATION = Pattern(r"(?:小长假|小長假|长假|長假|假期|黄金周|黃金週|假日)?(?:期[间間])?", first="小长長假黄黃期")
_FESTIVAL_TAIL = Pattern(r"(?:国际|國際)?(?:劳动妇女|劳动|勞動|妇女|婦女|青年|儿童|兒童|建军|建軍|建党)?[节節]?")
_PARTS_OF_A_YEAR = Pattern(
    r"[ ]?(?:(?P<a>年?初|伊始)|(?P<b>年中(?![国央心学工会总考]))|(?P<c>年?[底末尾]|岁末|年终(?![总考奖决分述绩盘])))"
    r"(?![中步级审评赛选心始夏春秋冬端位层线数期])",
    first=" 年初伊底末尾岁",
)
_PARTS_OF_A_MONTH = Pattern(
    r"(?:(?P<a>月?初)|(?P<b>中)(?=[,。、;至到)])|(?P<c>月?[底末]))(?![步级审评赛选心始夏春秋冬端位层线数一二三四五六七八九十])",
    first="月初中底末",
)
_LUNAR_MARK = Pattern("[农農阴陰旧夏][历曆]")
_SEASON = Pattern(r"[春夏秋冬](?=[,。、;到) \n]|至\d|$)|[春夏秋](?=至)", first="春夏秋冬")
_QUOTES = {"“": "”", '"': '"', "「": "」", "『": "』", "'": "'", "‘": "’"}
_LEAP, _WEEK = "闰閏", "星礼禮周週"
_PREFIXED = {
    "第": numbers.read_ordinal,
    **dict.fromkeys("前头頭", numbers.read_first),
    **dict.fromkeys("近最过過未今", numbers.read_near),
    "半": numbers.read_since,
    **dict.fromkeys('“"「『', numbers.read_plan),
}
"""First character → reader of forms that a list of words cannot hold."""
_SECOND = {
    **dict.fromkeys('第“"「『闰閏', "0123456789 "),
    **dict.fromkeys("前头頭", "0123456789 "),
    "近": "0123456789 半几幾数的这",
    "最": "近",
    **dict.fromkeys("过過", "去"),
    "未": "来來",
    "今": "后後",
    "半": "年个個多",
    "星": "期",
    **dict.fromkeys("礼禮", "拜"),
    **dict.fromkeys("周週", "0日"),
}
"""First character of what `_PREFIXED` or a 闰 begins → the second, numerals as digits: most places are dismissed by it."""
_AFTER_DIGITS = {
    "年": (numbers.read_since, numbers.read_chain),
    **dict.fromkeys("月日号號世季学學赛财至到和及与與、—–―~〜/OoОΟ", (numbers.read_chain,)),
    "-": (numbers.read_digits_only, numbers.read_chain),
    "/": (numbers.read_digits_only, numbers.read_chain),
    ".": (numbers.read_digits_only,),
    **dict.fromkeys("多余个個周天", (numbers.read_since,)),
    **dict.fromkeys("规計计时時期以", (numbers.read_plan,)),
    " ": (),
}
"""Character after the digits → readers to try in turn."""


class _Table:
    """Words by their first two characters, and a pattern of the characters with which an atom begins; made when first used."""

    def __init__(self) -> None:
        self.words: dict[str, list[tuple[str, Meaning]]] = {}
        self._sign: Pattern | None = None

    def sign(self) -> Pattern:
        """Finds places where an atom may begin: at a number, or at a character that a number may follow."""
        if self._sign is None:
            table: dict[str, Meaning] = {word: (("holiday", at, "plain"),) for word, at in names().items()} | words()
            table |= {word: (("century", value, "relative"),) for word, value in _CENTURIES.items()}
            table |= dict.fromkeys(FIRST_YEARS, (("reign", 0, "plain"),))
            for word in sorted(table, key=len, reverse=True):
                self.words.setdefault(word[:2], []).append((word, table[word]))
            first = {prefix[0] for prefix in self.words} - set("一二三四五六七八九十")
            first |= {*_PREFIXED, *_LEAP, *_WEEK, *"初廿"}
            self._sign = Pattern(f"[0-9{''.join(sorted(first))}][0-9]*")  # begins with one class: that is searched ten times as fast
        return self._sign


_TABLE = _Table()


def find_atoms(key: str) -> Iterator[Atom]:
    """Every atom in a folded text, from left to right; they do not overlap."""
    marked, at = with_digits(key), 0
    reader, table = _Reader(key, marked), _TABLE.words
    guarded = marked + "\0"
    for found in _TABLE.sign().finditer(marked):
        start, end = found.span()
        if not "0" <= marked[start] <= "9":
            if start >= at and (key[start : start + 2] in table or start == at or guarded[start + 1] in _SECOND.get(key[start], "")):
                for atom in reader.read(start, start + 1):
                    yield atom
                    reader.before, at = atom, atom.end
            start += 1
        if at <= start < end and (guarded[end] in _AFTER_DIGITS or start == at or key[start : start + 2] in table):
            for atom in reader.read(start, end):
                yield atom
                reader.before, at = atom, atom.end


class _Reader:
    """Reads the atoms of one text."""

    def __init__(self, key: str, marked: str) -> None:
        self.key = key
        self.marked = marked
        self.before: Atom | None = None

    def read(self, start: int, end: int) -> tuple[Atom, ...]:
        """The atoms that begin at `start`: of one word, or of numbers that share a unit; `end` is that of the digits there."""
        character = self.key[start]
        if self.marked[start].isdigit() or character in "初廿":
            return self._lunar_day(start) or self._number(start, end)
        if character in _LEAP:
            return self._leap_month(start)
        if character in _WEEK:
            return self._day_name(start)
        reader = _PREFIXED.get(character)
        found = reader(self.key, self.marked, start) if reader else ()
        return self._with_part(found) if found else self._word(start)

    def _number(self, start: int, end: int) -> tuple[Atom, ...]:
        if start > 1 and self.key[start - 1] in ".．" and self.marked[start - 2].isdigit():
            return ()
        after = self.marked[end : end + 1]
        for reader in _AFTER_DIGITS.get(self.marked[end + 1 : end + 2] if after == " " else after, ()):
            if found := reader(self.key, self.marked, start):
                return self._with_part(found)
        return self._word(start)

    def _lunar_day(self, start: int) -> tuple[Atom, ...]:
        before = self.before
        if before is None or before.end != start or before.kind not in ("month", "lunarmonth"):
            return ()
        written = before.kind == "lunarmonth" or not self.key[before.start].isascii()
        chain = numbers.read_chain(self.key, self.marked, start) if self.marked[start].isdigit() else ()
        if chain and chain[0].kind == "day":
            return ()  # 二月十三到十五日
        mark = _LUNAR_MARK.search(self.key, max(0, before.start - 10), before.start)
        return numbers.read_lunar_day(self.key, before, start, marked_lunar=mark is not None) if written else ()

    def _leap_month(self, start: int) -> tuple[Atom, ...]:
        found = numbers.read_chain(self.key, self.marked, start + 1) if self.marked[start + 1 : start + 2].isdigit() else ()
        if len(found) != 1 or found[0].kind != "month":
            return ()
        return (found[0]._replace(kind="lunarmonth", start=start, mode="lunar", extra=1),)

    def _day_name(self, start: int) -> tuple[Atom, ...]:
        if self.before and start - self.before.end <= 1:
            return ()  # 5月6日（星期三）, 5月6日，星期三
        found = _DAY_NAME.match(self.key, start)
        return (Atom("weekday", _WEEKDAYS[found["day"] or found["short"]], start, found.end()),) if found else ()

    def _word(self, start: int) -> tuple[Atom, ...]:
        for word, meaning in _TABLE.words.get(self.key[start : start + 2], ()):
            if self.key.startswith(word, start) and self._is_alone(word, start):
                return self._atoms(word, meaning, start)
        return ()

    def _is_alone(self, word: str, start: int) -> bool:
        """Whether the characters around leave a word what it is."""
        before, after = UNLIKE_BEFORE.get(word, ()), UNLIKE_AFTER.get(word, ())
        return not self.key.endswith(before, 0, start) and not self.key.startswith(after, start + len(word))

    def _atoms(self, word: str, meaning: Meaning, start: int) -> tuple[Atom, ...]:
        end = start + len(word)
        kind = meaning[0][0]
        if kind == "reign":
            return self._reign(word, start, end)
        if kind == "holiday":
            return (self._holiday(meaning[0][1], start, end),)
        atoms = tuple(Atom(kind, value, start, end, mode) for kind, value, mode in meaning)
        if kind == "century":
            return numbers.with_part(self.key, atoms, end)
        return self._with_weekday(atoms) if kind == "week" else self._with_part(atoms)

    def _reign(self, era: str, start: int, end: int) -> tuple[Atom, ...]:
        found = _ERA_YEAR.match(self.marked, end) or _ERA_FIRST.match(self.key, end)
        if found is None:
            return ()
        number = (parse_numeral(self.key[slice(*found.span("number"))]) or 0) if found.groupdict() else 1
        year = era_year(era, number)
        mode = "minguo" if era[0] == "民" else "regnal"
        return self._with_part((Atom("year", year, start, found.end(), mode),)) if year else ()

    def _holiday(self, at: int, start: int, end: int) -> Atom:
        """With the quotes around its name, 国际劳动节 after a short one, and 假期, 期间."""
        closing = _QUOTES.get(self.key[start - 1 : start], "")
        if closing and self.key.startswith(closing, end):
            start, end = start - 1, end + 1
            end = _end(_FESTIVAL_TAIL, self.key, end)
        tail = _end(_VACATION, self.key, end)
        return Atom("holiday", at, start, tail, "plain", int(tail > end))

    def _with_weekday(self, atoms: tuple[Atom, ...]) -> tuple[Atom, ...]:
        found = _WEEKDAY.match(self.key, atoms[-1].end)
        return (atoms[0]._replace(extra=_WEEKDAYS[found["day"]], end=found.end()),) if found else atoms

    def _with_part(self, atoms: tuple[Atom, ...]) -> tuple[Atom, ...]:
        """初, 底, 末 after a year or a month are atoms of their own: 2020年底, 4月初."""
        last = atoms[-1]
        if last.kind == "quarter" and self.key.startswith(("末", "底"), last.end):
            return (*atoms[:-1], last._replace(end=last.end + 1, extra=3))
        pattern = {"year": _PARTS_OF_A_YEAR, "month": _PARTS_OF_A_MONTH}.get(last.kind)
        found = pattern.match(self.key, last.end) if pattern else None
        season = _SEASON.match(self.key, last.end) if last.kind == "year" and found is None else None
        if season:
            return (*atoms, Atom("season", 21 + "春夏秋冬".index(season[0]), last.end, season.end()))
        if found is None:
            return atoms
        value = 1 + [bool(group) for group in found.groups()].index(True)
        return (*atoms, Atom(f"{last.kind}part", value, last.end, found.end()))


def _end(pattern: Pattern, key: str, at: int) -> int:
    found = pattern.match(key, at)
    return found.end() if found else at
