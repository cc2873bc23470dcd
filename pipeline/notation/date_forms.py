"""Text → atoms of calendar time: the smallest pieces that dates are made of, each with its value, blind to context.

Which of them may begin at a place, and who reads it, is a table (date_table.py). Here: the walk through the text, and the forms that are
made of a word and a mark: “五一”国际劳动节期间, 康熙三年, 本周三, 每周三, 年底 of 2020年底.
"""

from collections.abc import Iterator

from pipeline.notation import date_chains as chains
from pipeline.notation import date_days as days
from pipeline.notation.date_atoms import Atom
from pipeline.notation.date_digits import read_compact, read_run_together
from pipeline.notation.date_table import AFTER_DIGITS, COMPACT, LEAP, PREFIXED, SECOND, TABLE, WEEK, Read
from pipeline.notation.date_words import Meaning, is_alone
from pipeline.notation.eras import era_year
from pipeline.notation.holidays import is_day_named
from pipeline.notation.numerals import parse_numeral, with_digits
from pipeline.notation.pattern import Pattern

_ERA_YEAR = Pattern(r"[ ]?(?P<number>\d{1,3})[ ]?年")
_ERA_FIRST = Pattern(r"[ ]?元[ ]?年")
_WEEKDAY = Pattern(r"(?:[周週]|星期|礼拜|禮拜)?(?P<day>一(?![直些个批名场次定样])|[二三四五六末]|天(?!气)|日(?![常均本]))")
_WEEKLY = Pattern(
    r"(?P<day>[二三四五六日天末](?![天次个個小课節节场期篇名人十点时點時份条届回堂位至到、和及—-])|一(?=[,。;、)的上下早晚]|例会|$)"
    r"|[一二三四五六日天末](?:[至到、和及—-](?:[周週]|星期)?[一二三四五六日天末])+)"
)
"""每周三, 每周一至周五, 每周二、周四; not 每周三次."""
_DAY_NAME = Pattern(r"(?:星期|礼拜|禮拜)(?P<day>[一二三四五六日天])|[周週](?P<short>[一二三四五六日])(?=[上下中]午|凌晨|早|晚)")
_DAY_AFTER_EVERY = Pattern(r"[周週](?P<day>[一二三四五六日])")
_UNTIL_WEEKDAY = Pattern(r"[至到—–~～-](?P<end>(?:[周週]|星期|礼拜|禮拜)(?P<day>[一二三四五六日天]))", first="至到—–~～-")
"""The end of 下周一至周五."""
_VACATION = Pattern(r"(?:小长假|小長假|长假|長假|假期|黄金周|黃金週|假日)?(?:期[间間])?", first="小长長假黄黃期")
_FESTIVAL_TAIL = Pattern(r"(?:(?:国际|國際)?(?:劳动妇女|劳动|勞動|妇女|婦女|青年|儿童|兒童|建军|建軍|建党))?[节節]")
_PARTS_OF_A_YEAR = Pattern(
    r"[ ]?(?:(?P<a>年?初|年头|伊始)|(?P<b>年中(?![国央心学工会总考]))|(?P<c>年?[底末尾]|岁末|年终(?![总考奖决分述绩盘])))"
    r"(?![中步级审评赛选心始夏春秋冬端位层线数期])",
    first=" 年初伊底末尾岁",
)
_PARTS_OF_A_MONTH = Pattern(
    r"(?:(?P<a>月?初)|(?P<b>中)(?=[,。、;至到)]|$)|(?P<c>月?[底末]))(?![步级审评赛选心始夏春秋冬端位层线数一二三四五六七八九十])",
    first="月初中底末",
)
_TWO_PARTS = ("上、中旬", "中、下旬")
"""Behind a month."""
_YEAR_IN_DIGITS = Pattern(r"[一二][〇零一二三四五六七八九]{3}年", first="一二")
_LUNAR_MARK = Pattern("[农農阴陰旧夏][历曆]")
_SEASON = Pattern(
    r"[春夏秋冬](?:[初末](?![次步级审评赛选心端位层线数])|(?=[,。、;到) \n由自从該该我全各]|至\d|开始|以[来来]|起|$))"
    r"|[春夏秋](?=至(?![期节節當前后,。、]))"
    r"|(?:[初早仲暮晚]春(?!节)|[初盛仲]夏|[初深仲晚]秋|[初深隆严寒]冬)[天季]?(?![\d一二三四五六七八九十])"
)
"""Behind a year."""
_FIRST_MONTH = Pattern(r"元(?<![\d十百千万亿多余几美欧日港币公]元)(?=[ ]?(?:(?:——|--|[-–—―~〜/至到和及与、])\d{1,2})?月)", needs="元")
_RUN = COMPACT - 1
"""Digits of 2017821."""
_QUOTES = {"“": "”", '"': '"', "「": "」", "『": "』", "'": "'", "‘": "’"}


def find_atoms(key: str) -> Iterator[Atom]:
    """Every atom in a folded text, from left to right; they do not overlap."""
    marked, at = _with_first_month(with_digits(key)), 0
    reader, table = _Reader(key, marked), TABLE.words
    guarded = marked + "\0"
    for found in TABLE.sign().finditer(marked):
        start, end = found.span()
        if not "0" <= marked[start] <= "9":
            if start >= at and (key[start : start + 2] in table or start == at or guarded[start + 1] in SECOND.get(key[start], "")):
                for atom in reader.read(start, start + 1):
                    yield atom
                    reader.before, at = atom, atom.end
            start += 1
        start += _ends_a_name(key, start, end)
        length = end - start
        if at <= start < end and (guarded[end] in AFTER_DIGITS or start == at or _RUN <= length <= COMPACT or key[start : start + 2] in table):
            for atom in reader.read(start, end):
                yield atom
                reader.before, at = atom, atom.end


def _ends_a_name(key: str, start: int, end: int) -> bool:
    """Whether a Chinese numeral right before others ends a name: 丁一 | 3月8日; not 二0二0年."""
    return end - start > 1 and not key[start].isascii() and "1" <= key[start + 1] <= "9" and key[start + 1 : end].isascii()


def _with_first_month(marked: str) -> str:
    """元 as a digit too, where it is that of 元月, 元至三月."""
    return _FIRST_MONTH.sub("0", marked)


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
            return self._after_month(start, end) if self._follows_month(start) else self._number(start, end)
        if character in LEAP:
            return self._leap_month(start)
        if character in WEEK:
            return self._day_name(start)
        return self._first(PREFIXED.get(character, ()), start) or self._word(start)

    def _first(self, readers: tuple[Read, ...], start: int) -> tuple[Atom, ...]:
        for reader in readers:
            if found := reader(self.key, self.marked, start):
                return self._with_part(found)
        return ()

    def _number(self, start: int, end: int) -> tuple[Atom, ...]:
        if start > 1 and self.key[start - 1] in ".．" and self.marked[start - 2].isdigit() and not chains.follows_marker(self.key, start):
            return ()
        if end - start == _RUN and (found := read_run_together(self.key, start)):
            return found
        if end - start == COMPACT and (found := read_compact(self.key, self.marked, start)):
            return found
        if self.key[start + 1 : start + 2] == "月" and (found := self._word(start)) and not _YEAR_IN_DIGITS.match(self.key, max(0, start - 5)):
            return found  # 三月三
        after = self.marked[end : end + 1]
        after = self.marked[end + 1 : end + 2] if after == " " else after
        readers = AFTER_DIGITS.get("0" if after.isdigit() else after, ())
        return self._first(readers, start) or self._word(start)

    def _follows_month(self, start: int) -> bool:
        return self.before is not None and self.before.end == start and self.before.kind in ("month", "lunarmonth")

    def _after_month(self, start: int, end: int) -> tuple[Atom, ...]:
        """A day right after its month, with 日 or without."""
        found = self._number(start, end)
        if found and found[0].kind == "day":
            return found  # 二月十三到十五日
        return (self._bare_day(start, self.before) if self.before else ()) or found

    def _bare_day(self, start: int, before: Atom) -> tuple[Atom, ...]:
        mark = _LUNAR_MARK.search(self.key, max(0, before.start - 10), before.start) is not None
        if mark or before.kind == "lunarmonth":
            return days.read_lunar_day(self.key, before, start, marked_lunar=mark)
        if _YEAR_IN_DIGITS.match(self.key, max(0, before.start - 5)) and (found := days.read_day_in_words(self.key, start)):
            return found  # 二〇〇四年八月十五
        if not self.key[before.start].isascii():
            return days.read_lunar_day(self.key, before, start, marked_lunar=False)
        return days.read_bare_day(self.key, before, start)

    def _leap_month(self, start: int) -> tuple[Atom, ...]:
        found = chains.read_chain(self.key, self.marked, start + 1) if self.marked[start + 1 : start + 2].isdigit() else ()
        if len(found) != 1 or found[0].kind != "month":
            return ()
        return (found[0]._replace(kind="lunarmonth", start=start, mode="lunar", extra=1),)

    def _day_name(self, start: int) -> tuple[Atom, ...]:
        every = self.before is not None and self.before.kind == "every"
        if self.before and start - self.before.end <= 1 and not every:
            return ()  # 5月6日（星期三）, 5月6日，星期三
        found = _DAY_NAME.match(self.key, start) or (_DAY_AFTER_EVERY.match(self.key, start) if every else None)
        return (Atom("weekday", days.WEEKDAYS[found["day"] or found["short"]], start, found.end()),) if found else ()

    def _word(self, start: int) -> tuple[Atom, ...]:
        for word, meaning in TABLE.words.get(self.key[start : start + 2], ()):
            if self.key.startswith(word, start) and is_alone(word, self.key, start):
                return self._atoms(word, meaning, start)
        return ()

    def _atoms(self, word: str, meaning: Meaning, start: int) -> tuple[Atom, ...]:
        end = start + len(word)
        kind = meaning[0][0]
        if kind == "reign":
            return self._reign(word, start, end)
        if kind == "holiday":
            return (self._holiday(meaning[0][1], start, end),) if is_day_named(word, self.key, end) else ()
        atoms = tuple(Atom(kind, value, start, end, mode) for kind, value, mode in meaning)
        if kind == "century":
            return chains.with_part(self.key, atoms, end)
        return self._with_weekday(atoms) if kind in ("week", "every") else self._with_part(atoms)

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
        last = atoms[-1]
        if last.kind == "every" and self.key[last.end - 1] not in "周週期":
            return self._with_part(atoms)
        found = (_WEEKLY if last.kind == "every" else _WEEKDAY).match(self.key, last.end)
        if found is None:
            return atoms
        first = last._replace(extra=days.WEEKDAYS[found["day"][0]], end=found.end())
        until = _UNTIL_WEEKDAY.match(self.key, first.end) if last.kind == "week" else None
        return (first, first._replace(extra=days.WEEKDAYS[until["day"]], start=until.start("end"), end=until.end())) if until else (first,)

    def _with_part(self, atoms: tuple[Atom, ...]) -> tuple[Atom, ...]:
        """初, 底, 末 after a year or a month are atoms of their own: 2020年底, 4月初."""
        last = atoms[-1]
        if last.kind in ("quarter", "half") and self.key.startswith(("初", "末", "底"), last.end):
            return (*atoms[:-1], last._replace(end=last.end + 1, extra=1 if self.key[last.end] == "初" else 3))
        unit = {"年": "year", "月": "month"}.get(self.key[last.end - 1], "") if last.kind == "every" else last.kind
        if unit == "month" and self.key.startswith(_TWO_PARTS, last.end):
            return (*atoms, Atom("part", 12 if self.key[last.end] == "上" else 23, last.end, last.end + len(_TWO_PARTS[0])))
        pattern = {"year": _PARTS_OF_A_YEAR, "month": _PARTS_OF_A_MONTH}.get(unit)
        found = pattern.match(self.key, last.end) if pattern else None
        season = _SEASON.match(self.key, last.end) if last.kind == "year" and found is None else None
        if season:
            return (*atoms, Atom("season", 21 + next("春夏秋冬".index(c) for c in season[0] if c in "春夏秋冬"), last.end, season.end()))
        if found is None:
            return atoms
        value = 1 + [bool(group) for group in found.groups()].index(True)
        return (*atoms, Atom(f"{unit}part", value, last.end, found.end()))


def _end(pattern: Pattern, key: str, at: int) -> int:
    found = pattern.match(key, at)
    return found.end() if found else at
