"""What a date is made of: its smallest pieces."""

from pipeline.model.record import Struct


class Atom(Struct):
    """One piece of a date: 2020年, 5月, 上旬, 去年, “五一”期间."""

    kind: str
    """century decade year half quarter quarters season months firstmonths lastmonths monthpair term yearpart yearweek
    month lunarmonth part monthpart week weekday
    twodays twoyears day lunarday nthday holiday plan near ago lately past same turn iso;
    lunar, era (1 for 公元前) and every (每年) are marks that say how the others count."""
    value: int
    start: int
    end: int
    mode: str = "plain"
    """plain, relative (to the issue), anaphora (to the date named last), lunar, minguo, regnal, short (a year of two digits),
    counted (a year of 民国 that does not say so: 101年2月, 八十六年二月),
    years (the same, or so many years: 八十六年), ahead (未来五年),
    more (十多年前; the value of ago is negative for 前)."""
    extra: int = 0
    """iso: month × 100 + day; near, ago: the unit in months, in days where negative; holiday: 1 if named as a span (期间, 长假);
    week, every: 1 Monday … 7 Sunday, 8 its end;
    lunarmonth: 1 for 闰月; day: 1 where it is printed as 号; decade, century: 1 初, 2 中, 3 末, 4 上半叶, 5 下半叶, of 七八十年代 the second decade;
    year: 1 for a 学年."""

