"""What a date is counted from: the issue, the dates that the text named before, and what the sentence says (date_outlook.py)."""

from collections.abc import Callable

from pipeline.entities.date_makers import Make
from pipeline.entities.date_outlook import LIKELY, OPEN, PLANNED, SAID, paragraph_start, sentence_start
from pipeline.model.mentions import IssueContext
from pipeline.notation.calendar import Day, bounds, ordinal, parse_day
from pipeline.notation.pattern import Pattern

_OPENS = Pattern(r"[ △▲●◆○◇■□*·-]*(?:\d{1,2}[.、]|[一二三四五六七八九十]、)?[ ]?(?:早?在|于|於|自|[自早]?从|從|而|但|又|当|當|公元|[(（])?")
"""Before the year with which a sentence begins: it tells of that year. In 该队1981年组建 it only tells something of the unit."""
_SHORT = 9
"""Characters that may stand before it."""
_NEAR_FUTURE = 31
"""Days ahead of the issue for which a date without a year is taken to be still to come, though no word says so: notices and
bulletins that are dated before they appear."""
_NEXT_STEP = 62
"""Days from one step of a plan to the next."""
_LAST_DAY = 28
"""That every month has: what the days of an issue of a month are reckoned from."""
_MONTHS = Pattern(r"\d{4}-\d\d(?:/\d{4}-\d\d)?")
_SURELY_PAST = 17
"""Days: the same date a year later is more than CERTAIN times as far."""
_BEFORE_MINGUO, _NEAR_MINGUO = 1911, 5
"""The year before the first of 民国, and the years from the issue within which 101年2月 is told in it."""
_OF_AN_AGE = 25
"""Years from an issue that counts so within which 八十六年 is one: 十年 in 2002 is a length of time."""
_YEARS_TO_TRY = (0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6, 7, -7, 8, -8)
"""From the year of the issue: a 29 February or a leap month may be eight years away."""
_Candidate = tuple[int, str, int]
"""Days from the issue, EDTF, year."""


class Clock:
    """Reads dates that leave out their year or month; `saw` tells it every date in the order of the text."""

    def __init__(self, context: IssueContext) -> None:
        self.reference: Day | None = parse_day(context.date) if context.date and len(context.date) > len("1993-05") else None
        self._month_end: Day | None = (int(context.date[:4]), int(context.date[5:7]), _LAST_DAY) if context.date else None
        """Of the issue; where its day is not known, only what it is near to depends on it."""
        self.minguo = context.minguo
        self.year = self.reference[0] if self.reference else context.year
        self.last: str | None = None
        """EDTF of the date named last."""
        self._last_at = 0
        self.exact: str | None = None
        """The same, rough ones (月底, 两年来, 近日) left out: no 次日 follows them."""
        self._day: str | None = None
        """The same, those left out that are no day."""
        self.period: str | None = None
        """EDTF of the span named last."""
        self.plans = False
        """Whether the title says that the text tells what is to be done: …任务分解表."""
        self.goes_on = False
        """Whether the date named last begins a span that lasts to the day of the issue (7月5日以来): its month is not that of a later 20日."""
        self._ahead = False
        self._sentence = self._paragraph = -1
        self._topic: int | None = None
        self._topic_is_initial = False

    def minguo_year(self, number: int) -> int | None:
        """The year of 101年 or 八十六年 if it is counted from 1912: in an issue that counts so, or one of that time."""
        year = number + _BEFORE_MINGUO
        return year if self.minguo or (self.year and abs(year - self.year) <= _NEAR_MINGUO) else None

    def counts(self, mode: str, number: int) -> bool:
        """Whether a year of this mode is one in this issue: 八十六年二月 near its time, 八十六年 only where years are counted from 1912."""
        if mode == "years":
            return self.minguo and self.year is not None and abs(number + _BEFORE_MINGUO - self.year) <= _OF_AN_AGE
        return mode != "counted" or self.minguo_year(number) is not None

    def enter(self) -> None:
        """A new text begins: no year of the one before is its topic."""
        self._topic, self._sentence, self._paragraph, self._last_at = None, -1, -1, -1

    def saw(self, edtf: str, key: str, start: int, *, named_year: bool) -> None:
        """A date was read; `named_year` where the text itself says which year."""
        first, until = bounds(edtf)
        self.last, self._last_at = edtf, start
        self.exact = self.exact if "~" in edtf or edtf[0] == "[" else edtf
        if len(edtf.rpartition("/")[2]) == len("2020-05-19"):
            self._day = self.exact
        if "/" in edtf or edtf[5:7] > "12":
            self.period = edtf
        if self.reference and first and (parse_day(first) > self.reference or not until or parse_day(until) < self.reference):
            self._ahead = parse_day(first) > self.reference  # the year of the issue says nothing of what is to come
        if named_year and first:
            begin = sentence_start(key, start)
            self._topic, self._sentence, self._paragraph = int(first[:4]), begin, paragraph_start(key, start)
            self._topic_is_initial = start - begin < _SHORT and _OPENS.fullmatch(key[begin:start]) is not None

    def tells(self, key: str, start: int) -> bool:
        """Whether the date named last stands in the sentence that `start` is in."""
        return self.last is not None and self._last_at >= sentence_start(key, start)

    @property
    def names_year(self) -> bool:
        """Whether this text has named a year."""
        return self._topic is not None

    def year_told(self, key: str, start: int) -> int | None:
        """The year of which the sentence tells at this place, if it has named it and the date named last lies in it."""
        if self._topic is None or self.last is None or sentence_start(key, start) != self._sentence:
            return None
        return self._topic if {(edge or "")[:4] for edge in bounds(self.last)} == {f"{self._topic:04}"} else None

    def anchor(self) -> Day | None:
        """Year, month and day of the date named last, or of the end of the span; 0 for what it leaves open."""
        return _ymd(self.last) if self.last else None

    def anchor_day(self) -> Day | None:
        """The day named last, past a year or a month that is told in passing: 8月6日…, 1996年分家…, 当天."""
        last = _ymd(self.exact) if self.exact else None
        if last is None or last[2] or self._day is None:
            return last
        return max(last, _ymd(self._day) or last)

    def infer(self, make: Make, reach: Callable[[], float], key: str, start: int) -> tuple[str | None, str]:
        """The value of a date without a year, and its basis; None where nothing says which year it is.

        `reach` is asked only where it can decide.
        """
        topic = self._named(make, reach, key, start)
        edtf = make(topic) if topic else None
        if edtf:
            return edtf, "anaphora"
        if near := self.reference or self._month_end:
            return self._nearest(make, reach, near)
        return (make(self.year), "year_from_issue") if self.year else (None, "none")

    def _named(self, make: Make, reach: Callable[[], float], key: str, start: int) -> int | None:
        """The year that the text itself suggests: the topic of the sentence, or of the paragraph where that begins with a year.

        A new sentence that looks ahead does not tell of the year before: 去年…。会议要求7月25日前报送.
        """
        if self._topic is None:
            return None
        within = sentence_start(key, start) == self._sentence
        holds = within or (self._topic_is_initial and paragraph_start(key, start) == self._paragraph)
        if holds and not within and self.reference and self._topic == self.reference[0] - 1 and reach() >= LIKELY:
            return None
        return self._after_new_year(make, self._topic, within=within) if holds else None

    def _after_new_year(self, make: Make, year: int, *, within: bool) -> int:
        """2018年11月开工，3月竣工: the year after, if that is no later than the issue; so too where a new sentence tells what came next."""
        anchor, edtf = self.anchor(), make(year + 1)
        first = bounds(edtf)[0] if edtf else None
        if anchor is not None and anchor[0] == year + 1:
            return year if _holds(self.last or "", make(year)) else year + 1
        if anchor is None or first is None or anchor[0] != year:
            return year
        _, month, day = parse_day(first)
        turns = anchor[1] >= 10 and month <= 3 if within else (month, day) < anchor[1:]
        return year + 1 if turns and (self.reference is None or parse_day(first) <= self.reference) else year

    def _nearest(self, make: Make, reach: Callable[[], float], reference: Day) -> tuple[str | None, str]:
        past: _Candidate | None = None
        ahead: _Candidate | None = None
        today = ordinal(reference)
        for year in (reference[0] + step for step in _YEARS_TO_TRY):
            edtf = make(year)
            if edtf is None:
                continue
            first, last = (ordinal(parse_day(text or "")) for text in bounds(edtf))
            if first > today or (_sums_up(edtf) and 3 * (today - first) < last - first):
                ahead = ahead or (max(first - today, 1), edtf, year)
            else:
                past = past or (max(0, today - last), edtf, year)
            if past and (ahead or past[0] <= _SURELY_PAST):
                break
        chosen = self._choose(past, ahead, reach)
        if chosen is None:
            return None, "none"
        return chosen[1], "previous_year" if chosen[2] == reference[0] - 1 else "year_from_issue"

    def _choose(self, past: _Candidate | None, ahead: _Candidate | None, ask: Callable[[], float]) -> _Candidate | None:
        """Past, unless the sentence, the dates before or the nearness of the day say that it is to come."""
        if past is None or ahead is None:
            return past or ahead
        reach = ask()
        is_part = ahead[1][5:7] > "12" or _sums_up(ahead[1])
        if reach < SAID and past[2] == self.year and self._begins_anew(ahead) and (is_part or _MONTHS.fullmatch(ahead[1])):
            return past  # 上半年, 1月 in December
        if reach == OPEN and self.plans:
            reach = LIKELY
        if reach == OPEN and self._ahead:
            reach = LIKELY if self._goes_on(ahead[1]) else PLANNED
        if reach == OPEN:
            return ahead if ahead[0] <= _NEAR_FUTURE and past[0] > 2 * ahead[0] and not is_part else past
        return ahead if ahead[0] <= reach * past[0] else past

    def _begins_anew(self, ahead: _Candidate) -> bool:
        """Whether a date to come lies in the year after the issue, and no date before led there (12月至2月…1月)."""
        return self.year is not None and ahead[2] > self.year and not self._ahead and not (self.period and _holds(self.period, ahead[1]))

    def _goes_on(self, edtf: str) -> bool:
        """Whether a date soon follows the span to come that was named last, or lies in it, as the steps of a plan do: 5月至9月 …; 10月10日."""
        begin, end = bounds(self.period) if self.period else (None, None)
        first = bounds(edtf)[0]
        if not (begin and end and first and self.reference) or begin >= first or parse_day(begin) < self.reference:
            return False
        return ordinal(parse_day(first)) - ordinal(parse_day(end)) <= _NEXT_STEP


def _holds(span: str, edtf: str | None) -> bool:
    """Whether a value begins within a span: 9月1日 in 2021-2022学年第一学期."""
    (begin, end), first = bounds(span), bounds(edtf)[0] if edtf else None
    return "/" in span and begin is not None and end is not None and first is not None and begin <= first <= end


def _sums_up(edtf: str) -> bool:
    """Whether a value is most of a year from its beginning, which is told when it is over or nearly so: 前8个月, 1至11月."""
    return edtf[5:8] == "01/" and edtf[8:] > f"{edtf[:4]}-06"


def _ymd(edtf: str) -> Day | None:
    """Year, month and day of the end of a value; 0 for what it leaves open."""
    text = edtf.strip("[]").rpartition("..")[2].rpartition("/")[2].strip("~") or edtf.partition("/")[0].strip("~")
    parts = [int(part) for part in text.split("-") if part.isdigit()]
    if len(text) < 4 or not parts or "X" in text:
        return None
    year, month, day = (*parts, 0, 0)[:3]
    return year, month if month <= 12 else 0, day
