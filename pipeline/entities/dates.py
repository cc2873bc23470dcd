"""Points and spans of calendar time: atoms (notation/date_forms.py) → phrases → what is no date left out → values.

What belongs to a mention: 期间, 以来, 来, 至今 and the quotes of “五一”期间 do; 前, 起, 截至, a weekday and a clock time do not.
A range (5月6日至15日) is one mention, a list (5月6日、8日、13日) one for each.
"""

from collections.abc import Iterator

from pipeline.entities.date_clock import Clock
from pipeline.entities.date_events import find_event_spans
from pipeline.entities.date_evidence import is_date
from pipeline.entities.date_phrases import Phrase, group
from pipeline.entities.date_spans import Value, span, until
from pipeline.entities.date_values import Reader
from pipeline.model.item import DateMention
from pipeline.model.mentions import IssueContext, Mentions, Passage
from pipeline.normalize import fold
from pipeline.notation.calendar import bounds, precision
from pipeline.notation.date_atoms import Atom
from pipeline.notation.date_forms import find_atoms
from pipeline.notation.date_misread import as_meant
from pipeline.notation.pattern import Pattern

_BEGINS_WITH_DAY = Pattern(r"[^\w\n]{0,4}(?:\d{1,2}|[一二三四五六七八九十]{1,3})日")
"""A brief of a chronicle whose month is that of the brief before."""
_PLAN = Pattern(r"(?:方案|计划|安排|要点|日程|行事历|预告|(?:分解|任务|时间|进度|日程|配档)表)(?:\([^()]{1,8}\))?$", last="案划排点程历告表)")
"""A title of what is to be done."""
_IS = Pattern(r"[)]?(?:\([^()]{1,6}\))?是(?:[^,。;是]{0,4}第?\d{1,3}[个届])?[“\"]?", numerals=True)
_LONGEST_COPULA = 14
"""Characters between a day and the festival that it is."""
_COMPARED = tuple("比较與与同自从")
"""Before a year: it is no topic of what follows (比2019年增长)."""
_ATTRIBUTE = Pattern(r"[年度](?![我全该本各])[^,。;:、\n的]{2,6}的(?![,。;\n])|度(?![,。;\n])")
"""The end of a year that only tells something of a noun, and what is behind it: 一九六八年下乡的青年, 2019年度续保."""
_MINGUO_AHEAD = 11
"""Of two digits: 98年 of 民国 is 2009."""
_OF_PRICES = ("不变价", "可比价", "价格计算")
"""Behind a year of which nothing is told: what is counted in its prices."""
_SINCE = ("自", "从", "從", "早在")


def find_dates(passages: tuple[Passage, ...], context: IssueContext, found: Mentions) -> tuple[DateMention, ...]:
    """All of them in the texts of one item; `found` holds what the finders before have claimed."""
    clock = Clock(context)
    if context.heading:
        key = fold(context.heading).replace(" ", "")
        _Text(Passage("title", context.heading, key, key), clock, set()).read()
    if context.led_by and passages and _BEGINS_WITH_DAY.match(passages[0].key):
        clock.last = context.led_by
    mentions: list[DateMention] = []
    for passage in passages:
        clock.plans |= passage.field == "title" and _PLAN.search(passage.plain) is not None
        taken = {at for number in found.document_numbers if number.field == passage.field for at in range(number.start, number.end)}
        mentions += _Text(passage, clock, taken).read()
    return tuple(mentions)


def _ends_range(phrase: Phrase, follows: Phrase) -> bool:
    """Whether a later day stands at the end of a range from a whole date: 4月1日至20日为报名阶段 are days, whatever follows them.

    So too a year behind a year: 18年至19年.
    """
    first, last = phrase.last, follows.last
    if first.kind == last.kind == "year":
        return first.mode == last.mode == "short"
    return first.kind == last.kind == "day" and phrase.get("month") is not None and first.value < last.value


class _Text:
    """The dates of one text."""

    def __init__(self, passage: Passage, clock: Clock, taken: set[int]) -> None:
        self.passage = passage
        self.key = as_meant(passage.plain)
        self.clock = clock
        self.taken = taken
        self.reader = Reader(self.key, clock)
        self.mentions: list[DateMention] = []
        self.named = -1
        """Where the name of the festival ends that stands behind its date."""
        self._refused = False
        """Whether the phrase before was none: then neither are those that are joined to it."""
        self._recurs = False
        """Whether the phrase before recurs: then those that are joined to it do (每月5日、15日)."""

    def read(self) -> list[DateMention]:
        """In the order of the text."""
        self.clock.enter()
        phrases = list(group(self._atoms(), self.key))
        at = 0
        while at < len(phrases):
            at += self._read_range(phrases, at)
        spans = list(find_event_spans(self.key))
        read = {at for mention in self.mentions for at in range(mention.start, mention.end)} if spans else set()
        for start, end in spans:
            if read.isdisjoint(range(start, end)):
                read.update(range(start, end))
                self._add(start, end, Value(None, "none"))
        return sorted(self.mentions, key=lambda mention: mention.start)

    def _atoms(self) -> Iterator[Atom]:
        """Those that no 文号 holds, without numbers of years that an issue does not count from 1912 (建校三十年)."""
        dropped = -1
        for atom in find_atoms(self.key):
            if atom.start in self.taken or atom.end - 1 in self.taken:
                continue
            plain = self.key[atom.start].isascii() and atom.mode != "years"
            if not (plain or self.clock.counts(atom.mode, atom.value)):
                dropped = atom.end
            elif atom.start != dropped or atom.kind not in ("yearpart", "season"):
                yield atom

    def _read_range(self, phrases: list[Phrase], at: int) -> int:
        """Reads one phrase, or the two of a range; how many it has read."""
        phrase = phrases[at]
        follows = phrases[at + 1] if at + 1 < len(phrases) and phrases[at + 1].joint == "range" else None
        joined = phrase.joint != "" and phrase.atoms[0].kind in ("day", "month", "quarter")
        self._refused = (self._refused and joined) or not self._is_date(phrase, follows)
        if self._refused:
            return 1
        self._recurs = phrase.get("every") is not None or (self._recurs and joined)
        if self._recurs:
            self._add(phrase.start, (follows or phrase).end, Value(None, "none"))
            return 2 if follows else 1
        before = self._before(phrase)
        value = self.reader.read(phrase, before, follows)
        if value is None:
            return 1
        self._saw(phrase, value)
        whole = self._read_end(phrase, value, follows) if follows else None
        if follows is None or whole is None:
            self._add(phrase.start, phrase.end, self._with_tail(phrase, value))
            return 1
        self._add(phrase.start, follows.end, whole)
        return 2

    def _read_end(self, phrase: Phrase, value: Value, follows: Phrase) -> Value | None:
        """The value of a whole range; None where what follows is not the end of one."""
        if not (_ends_range(phrase, follows) or self._is_date(follows, None)):
            return None
        last = self.reader.read(follows, value)
        if last is None or (value.edtf is None) != (last.edtf is None):
            return None
        if value.edtf is None or last.edtf is None:
            return value  # 1月至8月 in an issue without a date
        whole = last if follows.get("term") else value._replace(edtf=span(value.edtf, last.edtf))
        first_day, last_day = bounds(whole.edtf or "")
        if first_day and last_day and first_day > last_day:
            return None  # 〇三至98年
        self._saw(follows, last)
        self.clock.period = whole.edtf
        return self._with_tail(follows, whole)

    def _is_date(self, phrase: Phrase, follows: Phrase | None) -> bool:
        same = phrase.last.kind == "day" and phrase.last.mode == "anaphora" and phrase.last.value == 0
        if same and self.mentions and phrase.start in (self.mentions[-1].end, self.named):
            return False  # 重阳节当天 is one date, 4月23日世界读书日当天 too
        if phrase.atoms[0].kind == "holiday" and self.mentions and self._tells_day(self.mentions[-1].end, phrase.start):
            self.named = phrase.end
            return False
        year = self.clock.year
        return is_date(self.key, phrase, follows, year - _MINGUO_AHEAD if year and self.clock.minguo else year)

    def _tells_day(self, end: int, start: int) -> bool:
        """Whether a festival only says what the day before it is: 3月5日学雷锋日, 4月23日是第29个世界读书日."""
        return end == start or (start - end <= _LONGEST_COPULA and _IS.fullmatch(self.key[end:start]) is not None)

    def _before(self, phrase: Phrase) -> Value | None:
        """The value of the part before in a list."""
        if phrase.joint != "list" or not self.mentions or self.clock.last is None:
            return None
        return Value(self.clock.last, self.mentions[-1].basis)

    def _saw(self, phrase: Phrase, value: Value) -> None:
        year = phrase.get("year")
        if value.edtf and not (phrase.last is year and self.key.startswith(_OF_PRICES, phrase.end)):
            compared = self.key.endswith(_COMPARED if phrase.last is year else _SINCE, 0, phrase.start)
            compared |= phrase.last is year and _ATTRIBUTE.match(self.key, phrase.end - 1) is not None
            named = phrase.last.kind == "iso" or (year is not None and phrase.tail != "since" and not compared)
            self.clock.saw(value.edtf, self.key, phrase.start, named_year=named)
            self.clock.goes_on = year is None and phrase.tail in ("since", "now")

    def _with_tail(self, phrase: Phrase, value: Value) -> Value:
        if phrase.tail in ("since", "now") and value.edtf and value.edtf[0] not in "[/":
            return value._replace(edtf=until(value.edtf, self.clock.reference))
        return value

    def _add(self, start: int, end: int, value: Value) -> None:
        first, last = bounds(value.edtf) if value.edtf else (None, None)
        exact = precision(value.edtf) if value.edtf else None
        text = self.passage.text[start:end]
        self.mentions.append(
            DateMention(text, self.passage.field, start, end, value.edtf, first, last, exact, value.basis, value.calendar)
        )
