"""Dates in running text: the sentences of dated_sentences.txt, and what holds for any text."""

import itertools
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipeline import extract
from pipeline.entities import date_events, date_figures, date_outlook
from pipeline.entities.annotate import mentions
from pipeline.entities.dates import find_dates
from pipeline.model.item import DateMention
from pipeline.model.mentions import IssueContext, Mentions, Passage
from pipeline.notation.calendar import bounds, precision
from pipeline.notation.date_words import long_form

SENTENCES = Path(__file__).with_name("dated_sentences.txt")
BASES = {"explicit", "year_from_issue", "previous_year", "relative", "holiday", "range", "anaphora", "none"}
CALENDARS = {"gregorian", "lunar", "minguo", "regnal"}

Case = tuple[str, str, tuple[tuple[str, str | None], ...]]
"""Date of the issue, sentence, (wording, EDTF) of each date in it."""


def read_cases() -> list[Case]:
    """As the file says at its head."""
    cases: list[Case] = []
    issue = ""
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            issue = line[1:].strip()
        elif line and not line.startswith("#"):
            sentence, _, found = line.partition(" => ")
            pairs = [row.rpartition("=") for row in found.split(" ; ") if row]
            expected = tuple((text, None if edtf == "null" else edtf) for text, _, edtf in pairs)
            cases.append((issue, sentence.replace("\\n", "\n"), expected))
    return cases


CASES = read_cases()


def test_the_file_has_enough_of_both_kinds() -> None:
    assert len(CASES) >= 300
    assert sum(not expected for _, _, expected in CASES) >= 60


@pytest.mark.parametrize(("issue", "sentence", "expected"), CASES)
def test_sentence(issue: str, sentence: str, expected: tuple[tuple[str, str | None], ...]) -> None:
    found = mentions(sentence, issue_date=issue or None).dates
    assert tuple((date.text, date.edtf) for date in found) == expected
    for date in found:
        check(sentence, date)


def check(text: str, date: DateMention) -> None:
    """What holds for every mention."""
    assert text[date.start : date.end] == date.text
    assert date.basis in BASES
    assert date.calendar in CALENDARS
    if date.edtf is None:
        assert (date.date_start, date.date_end, date.precision) == (None, None, None)
    else:
        assert (date.date_start, date.date_end) == bounds(date.edtf)
        assert date.precision == precision(date.edtf)
        if date.date_start and date.date_end:
            assert date.date_start <= date.date_end


def test_either_script_says_the_same() -> None:
    for issue, sentence, _ in CASES:
        printed = f"{long_form(sentence)}\n本會於縣裡舉辦。"
        found = [[(date.start, date.end, date.edtf) for date in mentions(text, issue or None).dates] for text in (sentence, printed)]
        assert found[0] == found[1], printed


@pytest.mark.parametrize(
    ("title", "edtf"),
    [
        ("整治工作任务分解表", "2013-10-31"), ("整治方案(试行)", "2013-10-31"), ("2013年工作要点", "2013-10-31"),
        ("整治工作情况", "2012-10-31"), ("工作表彰", "2012-10-31"), ("关于印发整治方案的报告", "2012-10-31"),
    ],
)  # fmt: skip
def test_a_plan_looks_ahead(title: str, edtf: str) -> None:
    passages = tuple(Passage(field, text, text, text) for field, text in (("title", title), ("text", "清理河道　10月31日")))
    assert find_dates(passages, IssueContext("2013-03-18", 2013), Mentions())[-1].edtf == edtf


PIECES = st.sampled_from([*"年月日号旬季初底末至到、-—~～／/.（）“”〔〕去今明前后本上下同当次近三五十〇一0123456789 \n　农历正腊闰第期间以来春国庆世纪代", "2020", "期间", "以来", "十四五", "正月", "近日", "98年"])


@example("〇三至98年", "2020-05-19")
@given(st.lists(PIECES, max_size=30).map("".join), st.sampled_from(["2020-05-19", "1996-02-29", "2024-12-31", None]))
def test_any_text_is_read(text: str, issue: str | None) -> None:
    found = mentions(text, issue_date=issue).dates
    for date in found:
        check(text, date)
    assert all(before.end <= after.start for before, after in itertools.pairwise(found))


@pytest.mark.parametrize("word", date_outlook._JUST_BEFORE)
def test_what_is_decided_for_a_month_is_to_come(word: str) -> None:
    assert [row.edtf for row in mentions(f"会议{word}11月举办论坛。", "2014-04-28").dates] == ["2014-11"]


@pytest.mark.parametrize("word", date_figures._NEWS)
def test_what_somebody_does_behind_a_number_makes_it_a_day(word: str) -> None:
    assert [row.edtf for row in mentions(f"3月3日开会，市政府8日{word}了", "1999-03-20").dates] == ["1999-03-03", "1999-03-08"]


@pytest.mark.parametrize("who", date_figures._WHO)
def test_who_acts_before_a_number_makes_it_a_day(who: str) -> None:
    assert [row.edtf for row in mentions(f"3月3日开会，本地{who}8日突击检查，{who}9日内答复", "1999-03-20").dates] == ["1999-03-03", "1999-03-08"]


@pytest.mark.parametrize("hour", date_figures._HOURS)
def test_an_hour_behind_a_number_makes_it_a_day(hour: str) -> None:
    assert [row.edtf for row in mentions(f"预计21日{hour}有雨。", "2023-07-21").dates][:1] == ["2023-07-21"]


@pytest.mark.parametrize("verb", date_events._TELL)
def test_who_tells_what_happened_since_is_no_part_of_it(verb: str) -> None:
    assert [row.text for row in mentions(f"局长{verb}了夜校开办以来的情况，{verb}夜校开办以来的变化").dates] == ["夜校开办以来"] * 2


@pytest.mark.parametrize(("text", "edtf"), [("98年", "2009"), ("102年", "2013"), ("满102年", None), ("九十八年", "2009"), ("八十六年底", "1997-12~"), ("九十七年十二月", "2008-12"), ("九十七年度", "2008"), ("七年度", None), ("满98年", None), ("歷時十年", None)])
def test_years_of_an_issue_that_counts_from_1912(text: str, edtf: str | None) -> None:
    sentence = f"校舍{text}修繕"
    found = find_dates((Passage("text", sentence, sentence, sentence),), IssueContext("2009-06-30", 2009, minguo=True), Mentions())
    assert [(date.edtf, date.calendar) for date in found] == ([(edtf, "minguo")] if edtf else [])


CHRONICLE = """松林县大事记

2021年第1期

松林县档案馆编    2021年4月12日

〔一月〕

▲4日，县委召开经济工作会议，部署全年工作，各乡镇负责人参加会议。

▲28日至30日，县人民代表大会举行会议，审议通过了政府工作报告。

▲2日，县人民医院新住院楼启用，新增床位二百四十张。

〔二月〕

▲18日，县教育局与师范学院签订合作办学协议，首批教师已经到岗。
"""


def test_days_of_a_chronicle_are_of_the_month_above_them() -> None:
    items = [item for section in extract(CHRONICLE.encode()).sections for item in section.items]
    assert [[date.edtf for date in item.dates] for item in items] == [
        ["2021-01-04"], ["2021-01-28/2021-01-30"], ["2021-02-02"], ["2021-02-18"],
    ]  # fmt: skip
