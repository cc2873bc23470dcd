"""What a date is counted from: the issue, the dates that the text named before, and what the sentence says of past and future."""

from collections.abc import Callable

from pipeline.entities.date_makers import Make
from pipeline.model.mentions import IssueContext
from pipeline.notation.calendar import Day, bounds, ordinal, parse_day
from pipeline.notation.pattern import Pattern, any_of

_AHEAD_WORDS = (
    "将于 将在 将要 将会 将持续 将举 将召开 将开 将组织 将启动 将全面 将陆续 将继续 将正式 将进一步 将完成 将建成 将投入 将进行 将实行 将实施 将施行 "
    "将推出 将迎 将达 将分 将对 将为 将由 将起 将从 将自 将再 将前往 将赴 將於 將在 將於 將會 將舉 將由 即将 即將 拟于 拟在 拟举 拟召 拟开 拟对 "
    "拟新 拟建 拟组 拟邀 拟投 擬於 定于 定於 订于 訂於 預定 预定 预计 預計 计划于 计划在 计划到 计划用 计划建 计划投 计划下 计划今 计划年 "
    "计划新 计划开 计划组 计划完 计划实 计划举 计划召 计划培 计划对 计划再 計劃於 部署 筹备 截止 截稿 请于 應於 应于 要于 须于 务必 "
    "放假 调休 争取 力争 确保 安排于 时限 期限 届时 下一步 阶段 快到"
)
_AHEAD = any_of(_AHEAD_WORDS.split())
"""Said of what is to come. 将 alone is also 把, and 计划 a plan that was made."""
_AT_ONCE = Pattern(r",?(?:[将將拟擬再]|即将|计划|預計|预计)", first=",将將拟擬再即计預预")
_JUST_BEFORE = tuple("决定 計劃 计划 拟 擬 预计 預計 约定 商定 确定 力争 争取 请 须 应".split())
"""The same, right before a date: 会议决定11月举办."""
_DONE = any_of("了 已 圆满 荣获 顺利 成功 落下帷幕 闭幕 以来 截至目前".split())
"""Said of what is over."""
_DEADLINE = Pattern(r"(?:之|以)?前(?!后|往|夕|期|来|赴|身|不久)|起(?:施行|实施|执行|生效|正式|试行|开始|实行)|施行|生效", first="之以前起施生")
_OPENS = Pattern(r"[ △▲●◆○◇■□*·-]*(?:\d{1,2}[.、]|[一二三四五六七八九十]、)?[ ]?(?:早?在|于|於|自|[自早]?从|從|而|但|又|当|當|公元|[(（])?")
"""Before the year with which a sentence begins: it tells of that year. In 该队1981年组建 it only tells something of the unit."""
_SHORT = 9
"""Characters that may stand before it."""
_LONGEST = 2000
"""Characters of a sentence or paragraph that are looked back on: a text without ends must not cost its square."""
_SENTENCE_ENDS = "。!?;\n"
_ENDS = Pattern(f"[{_SENTENCE_ENDS}]")
_REACH = 40
"""Characters of a sentence before and behind a date that are asked for what it says of past and future."""
_NEAR_FUTURE = 31
"""Days ahead of the issue for which a date without a year is taken to be still to come, though no word says so: notices and
bulletins that are dated before they appear."""
CERTAIN, SAID, LIKELY, PLANNED, FESTIVAL, REPORTED, OPEN, PAST = 20.0, 4.0, 3.0, 1.0, 1 / 3, 1 / 20, 0.0, -1.0
"""How many times as far from the issue a date to come may be as the one that is past, for it to be the one that is meant. For a
cue at the date itself (上半年将), for one right before it (力争上半年), for one in the sentence (将 is also 把, and 计划 a plan that was
made), after a date that is to come, for a festival, in a report of what is done, and where nothing says (then it is 31 days); none to
come where the wording itself looks back (年初以来)."""
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
        self.exact: str | None = None
        """The same, rough ones (月底, 两年来, 近日) left out: no 次日 follows them."""
        self._day: str | None = None
        """The same, those left out that are no day."""
        self.period: str | None = None
        """EDTF of the span named last."""
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
        self._topic, self._sentence, self._paragraph = None, -1, -1

    def saw(self, edtf: str, key: str, start: int, *, named_year: bool) -> None:
        """A date was read; `named_year` where the text itself says which year."""
        first, until = bounds(edtf)
        self.last = edtf
        self.exact = self.exact if "~" in edtf or edtf[0] == "[" else edtf
        if len(edtf.rpartition("/")[2]) == len("2020-05-19"):
            self._day = self.exact
        if "/" in edtf or edtf[5:7] > "12":
            self.period = edtf
        if self.reference and first and (parse_day(first) > self.reference or not until or parse_day(until) < self.reference):
            self._ahead = parse_day(first) > self.reference  # the year of the issue says nothing of what is to come
        if named_year and first:
            begin = _sentence_start(key, start)
            self._topic, self._sentence, self._paragraph = int(first[:4]), begin, _paragraph_start(key, start)
            self._topic_is_initial = start - begin < _SHORT and _OPENS.fullmatch(key[begin:start]) is not None

    @property
    def names_year(self) -> bool:
        """Whether this text has named a year."""
        return self._topic is not None

    def year_told(self, key: str, start: int) -> int | None:
        """The year of which the sentence tells at this place, if it has named it and the date named last lies in it."""
        if self._topic is None or self.last is None or _sentence_start(key, start) != self._sentence:
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
        within = _sentence_start(key, start) == self._sentence
        holds = within or (self._topic_is_initial and _paragraph_start(key, start) == self._paragraph)
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


def reach_of(key: str, start: int, end: int) -> float:
    """What the sentence says of past and future."""
    stop = _ENDS.search(key, end, end + _REACH)
    after = key[end : stop.start() if stop else end + _REACH]
    if _AT_ONCE.match(after):
        return CERTAIN
    if key.endswith(_JUST_BEFORE, 0, start - key.startswith(",", start - 1)):
        return SAID
    done = _DONE.search(after) is not None
    if _DEADLINE.match(after):
        return REPORTED if done else LIKELY
    if _AHEAD.search(key[max(_sentence_start(key, start), start - _REACH) : start] + "\0" + after):
        return LIKELY
    return REPORTED if done else OPEN


def _sentence_start(key: str, at: int) -> int:
    start = max(0, at - _LONGEST)
    return max(start, *(key.rfind(mark, start, at) + 1 for mark in _SENTENCE_ENDS))


def _paragraph_start(key: str, at: int) -> int:
    return key.rfind("\n", max(0, at - _LONGEST), at)
