"""Texts composed of dated sentences whose values are known: whatever the order, every date is found with its value."""

import calendar
import datetime
from collections.abc import Callable
from typing import NamedTuple

import cn2an
from hypothesis import given
from hypothesis import strategies as st

from pipeline.entities.annotate import mentions

Day = datetime.date


class Dated(NamedTuple):
    """One sentence, and the wording and EDTF value of each date in it."""

    sentence: str
    dates: tuple[tuple[str, str | None], ...]


def han(number: int) -> str:
    return str(cn2an.an2cn(number)).removeprefix("一") if 10 <= number < 20 else str(cn2an.an2cn(number))


def han_year(year: int, zero: str = "〇") -> str:
    return "".join((zero + "一二三四五六七八九")[int(digit)] for digit in str(year))


WIDE = str.maketrans("0123456789", "０１２３４５６７８９")

WRITTEN: tuple[Callable[[Day], str], ...] = (
    lambda day: f"{day.year}年{day.month}月{day.day}日",
    lambda day: f"{day.year} 年 {day.month} 月 {day.day} 日",
    lambda day: f"{day.year}年{day.month:02}月{day.day:02}日",
    lambda day: f"{day.year}年{day.month}月{day.day}日".translate(WIDE),
    lambda day: f"{han_year(day.year)}年{han(day.month)}月{han(day.day)}日",
    lambda day: f"{han_year(day.year, '○')}年{han(day.month)}月{han(day.day)}日",
    lambda day: f"{han_year(day.year, '零')}年{han(day.month)}月{han(day.day)}日",
    lambda day: f"{day.year}年{day.month}月{day.day}號",
    lambda day: day.isoformat(),
    lambda day: f"{day.year}.{day.month}.{day.day}",
    lambda day: f"{day.year}/{day.month}/{day.day}",
)
YEARLESS: tuple[Callable[[Day], str], ...] = (
    lambda day: f"{day.month}月{day.day}日",
    lambda day: f"{day.month} 月 {day.day} 日",
    lambda day: f"{han(day.month)}月{han(day.day)}日",
    lambda day: f"{day.month}月{day.day}号",
)
DEEDS = ("市总工会召开会议，共85人参加", "该中心揭牌，面积1200平方米", "工作组走访15户职工，发放慰问金3.5万元", "评选出先进集体12个", "第95场发布会举行")
PLAIN = (
    "全市共有职工2020名，占比40%。", "联系电话020-87654321。", "工期540天，全长1.5公里。", "荣获全国五一劳动奖章。", "第3期培训班每期30-50人。",
    "该厂位于滨河路18号。", "值守480多小时。", "连续3年获评优秀。",
    "每周三次例会。", "毕业两年后可申请。", "应当提前三天通知。", "工号20200519。",
)  # fmt: skip
deeds = st.sampled_from(DEEDS)
issues = st.dates(Day(1990, 1, 1), Day(2035, 12, 31))


def whole(issue: Day) -> st.SearchStrategy[Dated]:
    def make(day: Day, write: Callable[[Day], str], deed: str) -> Dated:
        return Dated(f"{write(day)}，{deed}。", ((write(day), day.isoformat()),))

    return st.builds(make, st.dates(Day(1950, 1, 1), issue), st.sampled_from(WRITTEN), deeds)


def yearless(issue: Day) -> st.SearchStrategy[Dated]:
    """Up to five months back: the new year does not matter."""

    def make(back: int, write: Callable[[Day], str], deed: str) -> Dated:
        day = issue - datetime.timedelta(days=back)
        return Dated(f"{write(day)}，{deed}。", ((write(day), day.isoformat()),))

    return st.builds(make, st.integers(0, 150), st.sampled_from(YEARLESS), deeds)


def planned(issue: Day) -> st.SearchStrategy[Dated]:
    """Up to four months ahead, with a word that says so."""

    def make(ahead: int, write: Callable[[Day], str], frame: str) -> Dated:
        day = issue + datetime.timedelta(days=ahead)
        return Dated(frame.format(write(day)), ((write(day), day.isoformat()),))

    frames = st.sampled_from(("{}将召开代表大会。", "区工会拟于{}举办比赛。", "请于{}前报送名单。", "会议定于{}召开。", "预计{}竣工。"))
    return st.builds(make, st.integers(1, 120), st.sampled_from(YEARLESS), frames)


def ranged(issue: Day) -> st.SearchStrategy[Dated]:
    def make(back: int, length: int, joint: str, deed: str) -> Dated:
        first = issue - datetime.timedelta(days=back)
        last = first + datetime.timedelta(days=length)
        end = f"{last.day}日" if last.month == first.month else f"{last.month}月{last.day}日"
        wording = f"{first.month}月{first.day}日{joint}{end}"
        return Dated(f"{wording}，{deed}。", ((wording, f"{first.isoformat()}/{last.isoformat()}"),))

    return st.builds(make, st.integers(60, 150), st.integers(1, 50), st.sampled_from(("至", "—", "-", "～", "到")), deeds)


def listed(issue: Day) -> st.SearchStrategy[Dated]:
    def make(days: set[int], back: int, deed: str) -> Dated:
        month = (issue.replace(day=1) - datetime.timedelta(days=back)).replace(day=1)
        numbers = sorted(days)
        wordings = [f"{month.month}月{numbers[0]}日", *(f"{number}日" for number in numbers[1:])]
        values = [month.replace(day=number).isoformat() for number in numbers]
        return Dated(f"{'、'.join(wordings)}，{deed}。", tuple(zip(wordings, values, strict=True)))

    return st.builds(make, st.sets(st.integers(1, 28), min_size=2, max_size=4), st.integers(1, 120), deeds)


def larger(issue: Day) -> st.SearchStrategy[Dated]:
    """Parts of years that are counted from the issue or named."""
    year, past = issue.year, issue - datetime.timedelta(days=40)
    last = calendar.monthrange(past.year, past.month)[1]
    month = f"{past.year}-{past.month:02}"
    found = (
        ("今年", f"{year}"), ("去年", f"{year - 1}"), (f"{year - 3}年", f"{year - 3}"), ("去年11月", f"{year - 1}-11"), (f"{year - 2}年上半年", f"{year - 2}-40"),
        (f"{year - 1}年第三季度", f"{year - 1}-35"), ("去年前三季度", f"{year - 1}-01/{year - 1}-09"), ("20世纪80年代", "198X"), ("“十一五”期间", "2006/2010"),
        (f"{past.year}年{past.month}月", month), (f"{past.year}年{past.month}月中旬", f"{month}-11/{month}-20"),
        (f"{past.year}年{past.month}月下旬", f"{month}-21/{month}-{last}"), (f"{past.year}年{past.month}月底", f"{month}-{last}~"),
        ("近日", f"[..{issue.isoformat()}]"), ("今年以来", f"{year}/{issue.isoformat()}"), (f"{year - 4}年至{year - 2}年", f"{year - 4}/{year - 2}"),
        (f"{year - 4}-{year - 1}年", f"{year - 4}/{year - 1}"), ("去年“五一”期间", f"{year - 1}-05-01~/{year - 1}-05-05~"), ("近年来", f"/{issue.isoformat()}"),
    )  # fmt: skip
    return st.builds(lambda pair, deed: Dated(f"{pair[0]}，{deed}。", (pair,)), st.sampled_from(found), deeds)


def counted(issue: Day) -> st.SearchStrategy[Dated]:
    """So long before the issue, or after the date that was named last."""

    def ago(number: int, numeral: bool, tail: str, deed: str) -> Dated:  # noqa: FBT001  drawn
        wording = f"{'两' if number == 2 else han(number)}天{tail}" if numeral else f"{number}天{tail}"
        return Dated(f"{wording}，{deed}。", ((wording, (issue - datetime.timedelta(days=number)).isoformat()),))

    def later(back: int, number: int, deed: str) -> Dated:
        day = issue - datetime.timedelta(days=back)
        wording, then = f"{day.year}年{day.month}月{day.day}日", (day + datetime.timedelta(days=number)).isoformat()
        return Dated(f"{wording}立项，{number}天后，{deed}。", ((wording, day.isoformat()), (f"{number}天后", then)))

    tails = st.sampled_from(("前", "之前", "以前"))
    return st.one_of(
        st.builds(ago, st.integers(2, 60), st.booleans(), tails, deeds), st.builds(later, st.integers(90, 200), st.integers(2, 60), deeds)
    )


def by_weekday(issue: Day) -> st.SearchStrategy[Dated]:
    """本周三, 上周五; 第二个星期日 and 最后一个周五 of a month."""

    def of_week(week: int, day: int) -> Dated:
        monday = issue - datetime.timedelta(days=issue.weekday() - 7 * week)
        wording = f"{('上', '本', '下')[week + 1]}周{'一二三四五六日'[day]}"
        return Dated(f"{wording}，志愿者上门服务。", ((wording, (monday + datetime.timedelta(days=day)).isoformat()),))

    def of_month(month: int, which: int, day: int) -> Dated:
        days = [row[day] for row in calendar.monthcalendar(issue.year - 1, month) if row[day]]
        wording = f"{issue.year - 1}年{month}月{f'第{han(which)}个' if which else '最后一个'}星期{'一二三四五六日'[day]}"
        return Dated(f"{wording}，志愿者上门服务。", ((wording, f"{issue.year - 1}-{month:02}-{days[which - 1]:02}"),))

    day = st.integers(0, 6)
    return st.one_of(st.builds(of_week, st.integers(-1, 1), day), st.builds(of_month, st.integers(1, 12), st.integers(0, 4), day))


def bare(issue: Day) -> st.SearchStrategy[Dated]:
    """In digits alone: 20200519, 2020Q3."""

    def make(day: Day, written: str, deed: str) -> Dated:
        values = {"%Y%m%d": day.isoformat(), "Q": f"{day.year}-{33 + (day.month - 1) // 3}"}
        wording = f"{day.year}Q{1 + (day.month - 1) // 3}" if written == "Q" else day.strftime(written)
        return Dated(f"{wording}，{deed}。", ((wording, values[written]),))

    return st.builds(make, st.dates(Day(1950, 1, 1), issue), st.sampled_from(("%Y%m%d", "Q")), deeds)


def recurring(issue: Day) -> st.SearchStrategy[Dated]:  # noqa: ARG001
    """No point of time."""
    found = ("每年11月", "每年5月至9月", "每月15日", "每周三", "每逢春节", "每年秋天", "每月底", "每周一至周五", "每年3月5日")
    return st.builds(lambda wording, deed: Dated(f"{wording}，{deed}。", ((wording, None),)), st.sampled_from(found), deeds)


def no_date(issue: Day) -> st.SearchStrategy[Dated]:  # noqa: ARG001  one signature for the family
    return st.sampled_from(PLAIN).map(lambda sentence: Dated(sentence, ()))


KINDS = (whole, yearless, planned, ranged, listed, larger, counted, by_weekday, bare, recurring, no_date)


@st.composite
def dated_texts(draw: st.DrawFn) -> tuple[Day, list[Dated]]:
    issue = draw(issues)
    return issue, draw(st.lists(st.one_of(*(kind(issue) for kind in KINDS)), min_size=1, max_size=6))


@given(dated_texts())
def test_every_date_is_found_with_its_value(drawn: tuple[Day, list[Dated]]) -> None:
    issue, sentences = drawn
    text = "\n".join(dated.sentence for dated in sentences)
    found = mentions(text, issue_date=issue.isoformat()).dates
    assert [(date.text, date.edtf) for date in found] == [date for dated in sentences for date in dated.dates]
