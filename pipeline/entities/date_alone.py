"""Dates that stand alone, without year or month beside them: 近三年来, 近日, 三天前, “十四五”期间, 本周三, 星期五, 今明两天."""

from collections.abc import Callable

from pipeline.entities.date_clock import Clock
from pipeline.entities.date_outlook import LIKELY, reach_of
from pipeline.entities.date_phrases import Phrase
from pipeline.entities.date_spans import Value
from pipeline.notation.calendar import Day, is_day, iso, shift_days, shift_months
from pipeline.notation.calendar import weekday as day_of_week
from pipeline.notation.date_atoms import Atom

_SUNDAY = 7
_FIRST_PLAN = 1953
_UNKNOWN = Value(None, "none")


def read_alone(phrase: Phrase, clock: Clock, key: str) -> Value | None:
    """The value of a phrase that ends in one of `KINDS`; None where the calendar has no such day."""
    kind = phrase.last.kind
    if kind in _ABSOLUTE:
        return _ABSOLUTE[kind](phrase)
    return _FROM_TODAY[kind](phrase, clock.reference, clock, key) if clock.reference else _UNKNOWN


def _iso_day(phrase: Phrase) -> Value | None:
    """2020-05-19, 20200519; 2018.09."""
    atom = phrase.last
    month, day = divmod(atom.extra, 100)
    if not day:
        return Value(f"{atom.value}-{month:02}", "explicit")
    return Value(iso((atom.value, month, day)), "explicit") if is_day((atom.value, month, day)) else None


def _plan(phrase: Phrase) -> Value:
    """“十四五”期间; the second plan was followed by three years without one."""
    number = phrase.last.value
    first = _FIRST_PLAN + 5 * (number - 1) + (3 if number > 2 else 0)
    return Value(f"{first}/{first + 4}", "explicit")


def _near(phrase: Phrase, today: Day, clock: Clock, key: str) -> Value:  # noqa: ARG001  one signature for the family
    """近三年来, 未来五年: so long before or after the issue, approximately."""
    atom, ahead = phrase.last, phrase.last.mode == "ahead"
    if not atom.value:
        return Value(f"{iso(today)}/" if ahead else f"/{iso(today)}", "relative")
    other = _shifted(today, atom.value if ahead else -atom.value, atom.extra)
    if other is None:
        return _UNKNOWN
    return Value(f"{iso(today)}/{iso(other)}~" if ahead else f"{iso(other)}~/{iso(today)}", "relative")


def _ago(phrase: Phrase, today: Day, clock: Clock, key: str) -> Value:
    """三天前, 两年后: 前 from the issue; 后 from the date named last, unless there is none or the sentence looks ahead."""
    atom = phrase.last
    anchor = clock.anchor() if atom.value > 0 and reach_of(key, phrase.start, phrase.end) < LIKELY else None
    year, month, day = anchor or today
    if (atom.extra < 0 and not day) or (atom.extra != 12 and not month):
        return _UNKNOWN
    other = _shifted((year, month or 1, day or 1), atom.value, atom.extra)
    if other is None:
        return _UNKNOWN
    told = _as_rough_as(atom, other)
    if atom.mode == "more":
        told = f"[..{told}]" if atom.value < 0 else f"[{told}..]"
    elif atom.extra != -1:
        told += "~"
    return Value(told, "anaphora" if anchor else "relative")


def _as_rough_as(atom: Atom, day: Day) -> str:
    """三年前 is a year, 两个月前 a month."""
    return {12: iso(day)[:4], 1: iso(day)[:7], 3: iso(day)[:7]}.get(atom.extra, iso(day))


def _shifted(day: Day, count: int, size: int) -> Day | None:
    """So many units later, `size` in months, in days where negative; None before the calendar begins."""
    if size < 0:
        return shift_days(day, -count * size)
    return shift_months(day, count * size) if day[0] * 12 + count * size >= 12 else None


def _lately(phrase: Phrase, today: Day, clock: Clock, key: str) -> Value:  # noqa: ARG001
    """近年来, 连日来: up to the issue, since nobody knows when."""
    return Value(f"/{iso(today)}", "relative")


def _past(phrase: Phrase, today: Day, clock: Clock, key: str) -> Value:  # noqa: ARG001
    """近日, 日前: a day not later than the issue; 近期 of what is planned, not earlier."""
    ahead = key[phrase.start : phrase.end] in ("近期", "近日") and key[phrase.end : phrase.end + 1] in ("将", "拟")
    return Value(f"[{iso(today)}..]" if ahead else f"[..{iso(today)}]", "relative")


def _week(phrase: Phrase, today: Day, clock: Clock, key: str) -> Value:  # noqa: ARG001
    """本周, 上周三, 下周末."""
    week = phrase.last
    monday = shift_days(today, 7 * week.value - day_of_week(today))
    if week.extra > _SUNDAY:
        return Value(f"{iso(shift_days(monday, 5))}/{iso(shift_days(monday, 6))}", "relative")
    if week.extra:
        return Value(iso(shift_days(monday, week.extra - 1)), "relative")
    return Value(f"{iso(monday)}/{iso(shift_days(monday, 6))}", "relative")


def _weekday(phrase: Phrase, today: Day, clock: Clock, key: str) -> Value:  # noqa: ARG001
    """星期三, 周五下午: the last one up to the issue, or the next where the sentence looks ahead."""
    back = (day_of_week(today) + 1 - phrase.last.value) % 7
    ahead = back and reach_of(key, phrase.start, phrase.end) >= LIKELY
    return Value(iso(shift_days(today, 7 - back if ahead else -back)), "relative")


def _two_days(phrase: Phrase, today: Day, clock: Clock, key: str) -> Value:  # noqa: ARG001
    """今明两天."""
    first, last = (shift_days(today, phrase.last.value + step) for step in (0, 1))
    return Value(f"{iso(first)}/{iso(last)}", "relative")


def _two_years(phrase: Phrase, today: Day, clock: Clock, key: str) -> Value:  # noqa: ARG001
    """今明两年."""
    first = today[0] + phrase.last.value
    return Value(f"{first}/{first + 1}", "relative")


def _turn(phrase: Phrase, today: Day, clock: Clock, key: str) -> Value:  # noqa: ARG001
    """岁末年初: the turn of the year that is nearest to the issue."""
    year = today[0] - (today[1] <= 6)
    return Value(f"{year}-12~/{year + 1}-01~", "relative")


_ABSOLUTE: dict[str, Callable[[Phrase], Value | None]] = {"iso": _iso_day, "plan": _plan}
_FROM_TODAY: dict[str, Callable[[Phrase, Day, Clock, str], Value]] = {
    "near": _near, "ago": _ago, "lately": _lately, "past": _past, "turn": _turn, "week": _week, "weekday": _weekday, "twodays": _two_days,
    "twoyears": _two_years,
}  # fmt: skip
KINDS = {*_ABSOLUTE, *_FROM_TODAY}
"""Kinds of atoms that stand alone; the others stand together in phrases."""
