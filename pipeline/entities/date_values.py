"""Phrase → EDTF: what time a phrase means, with the clock for what it leaves out."""

from pipeline.entities.date_alone import KINDS, read_alone
from pipeline.entities.date_clock import Clock
from pipeline.entities.date_counted import counted_day, counted_month, counted_quarter, counted_term
from pipeline.entities.date_makers import calendar_of, following, maker, of_month, span_maker
from pipeline.entities.date_outlook import FESTIVAL, LIKELY, OPEN, PAST, reach_of
from pipeline.entities.date_phrases import Phrase
from pipeline.entities.date_spans import Value, moved
from pipeline.notation.calendar import Day, bounds, ordinal, parse_day, shift_months
from pipeline.notation.date_atoms import Atom
from pipeline.notation.pattern import Pattern

_DECADE_PARTS = {1: (0, 3), 2: (4, 6), 3: (7, 9), 4: (0, 4), 5: (5, 9)}
_SOON = 3
"""Days: 10日 in an issue of the 9th is tomorrow."""
_ENDS = Pattern(r"[完投见建脱开立达入实竣动启招销]")
"""What is done within the year after 当年: 当年完工."""
_LAST_DECADE = 90
"""A larger number before 年代 is a year: 1980年代."""
_TODAY = 2020
"""Any year of the century in which this is written: what 上世纪 is counted from in a text without a date."""
_CENTURY_PARTS = {1: (0, 9), 2: (40, 59), 3: (90, 99), 4: (0, 49), 5: (50, 99)}


class Reader:
    """Reads the phrases of one text against a clock."""

    def __init__(self, key: str, clock: Clock) -> None:
        self.key = key
        self.clock = clock

    def read(self, phrase: Phrase, after: Value | None = None, until: Phrase | None = None) -> Value | None:
        """The value of a phrase, of one end of a range or list where `after` is that of the part before; None where it is no date.

        `until` is the end of the range that the phrase begins.
        """
        if phrase.get("every") or (phrase.atoms[0].kind == "era" and phrase.atoms[0].value):
            return Value(None, "none", calendar_of(phrase))  # 每年11月 is no point of time, and 公元前221年 none that a day can be told of
        if phrase.last.kind in KINDS:
            return read_alone(phrase, self.clock, self.key)
        if phrase.get("decade") or phrase.get("century"):
            return self._long(phrase)
        if phrase.get("same"):
            return self._same(phrase)
        day = phrase.get("day")
        if day and day.mode != "plain":
            return counted_day(day, self.clock)
        return self._calendar(phrase, after, until)

    # ---- what has a year, or lacks it

    def _calendar(self, phrase: Phrase, after: Value | None, until: Phrase | None) -> Value | None:
        year, month, quarter = (phrase.get(kind) for kind in ("year", "month", "quarter"))
        if month and month.mode != "plain":
            return counted_month(phrase, month, self._year(year) if year else None, self.clock, self.key)
        if quarter and quarter.mode != "plain":
            return counted_quarter(quarter, self.clock, self.key)
        if phrase.last.kind == "term" and phrase.last is phrase.atoms[0] and (phrase.last.mode == "relative" or self.key[phrase.start] in "上下"):
            return counted_term(phrase.last, self.clock, self.key)
        if year:
            return self._with_year(phrase, year)
        if phrase.atoms[0].kind in ("day", "part", "monthpart"):
            return self._in_month(phrase, after)
        follows = phrase.joint == "range" or phrase.atoms[0].kind in ("month", "quarter", "half")
        return self._without_year(phrase, after if follows else None, until)

    def _with_year(self, phrase: Phrase, year: Atom) -> Value | None:
        number, basis = self._year(year)
        if number is None:
            return Value(None, basis if basis != "explicit" else "none", calendar_of(phrase))
        edtf = maker(phrase)(number)
        calendar = "minguo" if self._is_minguo(year) else calendar_of(phrase)
        return Value(edtf, basis, calendar) if edtf else None

    def _without_year(self, phrase: Phrase, after: Value | None, until: Phrase | None) -> Value | None:
        make = maker(phrase)
        if after and after.edtf:
            edtf = following(make, after.edtf, phrase.joint)
            return Value(edtf, "range", calendar_of(phrase)) if edtf else None
        if make(2000) is None and make(2001) is None:
            return None
        months = until is not None and until.get("year") is None and phrase.last.kind == until.last.kind == "month"
        whole = span_maker(make, maker(until)) if until and months else make
        edtf, basis = self.clock.infer(whole, lambda: self._reach(phrase, until if months and until else phrase), self.key, phrase.start)
        edtf = edtf.partition("/")[0] if edtf and months else edtf
        return Value(edtf, "holiday" if phrase.last.kind == "holiday" and edtf else basis, calendar_of(phrase))

    def _reach(self, phrase: Phrase, last: Phrase) -> float:
        """What is said of past and future around a phrase, `last` the end of its range."""
        if phrase.tail in ("since", "now"):
            return PAST
        reach, reference = reach_of(self.key, phrase.start, last.end), self.clock.reference
        if phrase.atoms[0].kind == "yearpart" and phrase.atoms[0].value == 3 and reference is not None and reference[1] > 2:
            return LIKELY  # 年底 is that of the year of the issue, but in January
        return FESTIVAL if phrase.last.kind == "holiday" and reach == OPEN else reach

    def _is_ahead(self, phrase: Phrase, day: Day) -> bool:
        """Whether a day without its month, which has not come yet, is meant: 预计10日."""
        days = ordinal(day) - ordinal(self.clock.reference or day)
        return days <= _SOON or reach_of(self.key, phrase.start, phrase.end) >= LIKELY

    def _year(self, atom: Atom) -> tuple[int | None, str]:
        if atom.mode == "relative":
            told = self._told(atom)
            year = told or self.clock.year
            return (year + atom.value, "anaphora" if told else "relative") if year else (None, "none")
        if atom.mode == "anaphora":
            anchor = self.clock.anchor()
            if anchor is None or (self.key.startswith("当年", atom.start) and not self.clock.names_year and not _ENDS.match(self.key, atom.end)):
                return None, "none"  # 当年 is also: in those days
            return anchor[0] + atom.value, "anaphora"
        if self._is_minguo(atom):
            return self.clock.minguo_year(atom.value), "explicit"
        if atom.mode == "short":
            latest = self.clock.year or 2030
            return (2000 if 2000 + atom.value <= latest + 5 else 1900) + atom.value, "explicit"
        return atom.value, "explicit"

    def _told(self, year: Atom) -> int | None:
        """The year that the text has named, from which 上年 (1985年…，比上年增长) is counted, or which 这一年 is."""
        if self.key[year.start] in "这這" and self.clock.names_year:
            anchor = self.clock.anchor()
            return anchor[0] if anchor else None
        return self.clock.year_told(self.key, year.start) if self.key[year.start] in "上下" else None

    def _is_minguo(self, year: Atom) -> bool:
        """Whether a year is counted from 1912: by its form, or because the issue counts so."""
        return year.mode in ("counted", "years") or (year.mode == "short" and self.clock.minguo)

    def _in_month(self, phrase: Phrase, after: Value | None) -> Value | None:
        """14日, 下旬, 月底: of the month named last, or of the issue's."""
        anchor, reference = self.clock.anchor(), self.clock.reference
        if anchor and not anchor[2]:  # a month told in passing: 2月9日…1月份产钢…。14日
            anchor = max(anchor, self.clock.anchor_day() or anchor)
        word = phrase.atoms[0].kind == "monthpart"
        if anchor and anchor[1] and not word and not (reference and self.clock.goes_on):
            return self._after_anchor(phrase, anchor, after)
        if reference is None:
            return Value(None, "none")
        year, month, _ = reference
        edtf = of_month(phrase, month)(year)
        first = bounds(edtf)[0] if edtf else None
        if phrase.atoms[0].kind == "day" and (first is None or (parse_day(first) > reference and not self._is_ahead(phrase, parse_day(first)))):
            year, month, _ = shift_months((year, month, 1), -1)
            edtf = of_month(phrase, month)(year) or edtf
        return Value(edtf, "relative") if edtf else None

    def _after_anchor(self, phrase: Phrase, anchor: Day, after: Value | None) -> Value | None:
        edtf = of_month(phrase, anchor[1])(anchor[0])
        first = bounds(edtf)[0] if edtf else None
        turns = anchor[2] >= 25 and phrase.last.kind == "day"  # 28日…，3日…
        rolls = first is None or (parse_day(first)[2] < anchor[2] and (after is not None or (turns and parse_day(first)[2] <= 7)))
        if rolls and phrase.joint != "list":
            year, month, _ = shift_months((anchor[0], anchor[1], 1), 1)
            later = of_month(phrase, month)(year)
            last = bounds(later)[1] if later else None
            if last and (after is not None or self.clock.reference is None or parse_day(last) <= self.clock.reference):
                edtf = later
        return Value(edtf, "range" if after else "anaphora") if edtf else None

    # ---- what stands alone

    def _long(self, phrase: Phrase) -> Value | None:
        century, decade = phrase.get("century"), phrase.get("decade")
        number = century.value if century else 20
        if century and century.mode == "relative":
            number += ((self.clock.year or _TODAY) - 1) // 100 + 1
        if decade is None:
            low, high = _CENTURY_PARTS.get(century.extra if century else 0, (0, 0))
            return Value(f"{number - 1:02}{low:02}~/{number - 1:02}{high:02}~" if high else f"{number - 1:02}XX", "explicit")
        first = decade.value if decade.value > _LAST_DECADE else (number - 1) * 100 + decade.value
        if not century and decade.value <= 20 and (self.clock.year or 2000) > 2000 + decade.value - 1:
            first += 100
        if decade.extra > 9:
            return Value(f"{first}/{first + 19}", "explicit")
        if decade.extra:
            low, high = _DECADE_PARTS[decade.extra]
            return Value(f"{first + low}~/{first + high}~", "explicit")
        return Value(f"{first // 10:03}X", "explicit")

    def _same(self, phrase: Phrase) -> Value:
        """同期, 去年同期: the span named last, in the year that is named here."""
        period = self.clock.period or self.clock.last
        year = phrase.get("year")
        if period is None or period[0] == "[" or period[0] == "/":
            return Value(None, "none")
        if year is None:
            return Value(period, "anaphora")
        number, _ = self._year(year)
        if number is None:
            return Value(None, "none")
        return Value(moved(period, number - int(period[:4]) if period[:4].isdigit() else 0), "anaphora")
