"""Columns that stand side by side on the lines of a text: each is found again, and what only looks like columns is left as it is."""

import unicodedata
from itertools import zip_longest

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import extract
from pipeline.corrections.lines import parse_corrections
from pipeline.model.document import Document
from pipeline.model.item import Item
from pipeline.offsets import source_offset

NEWS = (
    ("河口闸提前完成检修", (
     "河口闸管理所组织三十二名职工，用十八天时间完成闸门检修，比计划提前六天。检修中更换止水橡皮九十米，除锈刷漆四百平方米，节约经费一万二千元，"
     "闸门启闭时间由四十分钟缩短到二十五分钟。")),
    ("东渡村通了自来水", (
     "东渡村三百一十户村民，上月底全部用上了自来水。工程由县水务站设计，村民投工二千四百个，埋管七千六百米，水质经县防疫站化验合格，"
     "结束了多年来挑河水吃的历史。")),
    ("白石滩植树八千株", (
     "白石滩林场趁雨后墒情好，连续奋战五天，栽植杨树、刺槐八千株，成活率可望达到九成。场长带头挖坑挑水，青年突击队承担了最远的一段，"
     "受到前来检查的同志称赞。")),
    ("南坝小学修好校舍", (
     "南坝小学十二间校舍漏雨多年，今年由镇里拨款、群众集资、师生义务劳动，赶在雨季之前全部修好。新换的课桌椅一百四十套，"
     "由镇木器厂按成本价供应，二百六十名学生搬进了教室。")),
)  # fmt: skip
HEAD = "                    河 口 工 作\n2003年第8期                         2003年4月15日\n━━━━━━━━━━━━━━━━━━━━━━━━━━━━\n"
FOOT = "━━━━━━━━━━━━━━━━━━━━━━━━━━━━\n报：县委、县政府\n责任编辑：王岩　电话：5551234\n"


def width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)


def typed(news: tuple[tuple[str, str], ...], columns: int) -> list[str]:
    """Lines of a column so wide, a blank one between two pieces; no mark stands at the head of a line."""
    lines: list[str] = []
    for title, text in news:
        lines += ([""] if lines else []) + [title, ""]
        for character in "　　" + text:
            if width(lines[-1] + character) > columns and character not in "，。、；：":
                lines.append("")
            lines[-1] += character
        lines = [line for number, line in enumerate(lines) if line or lines[number - 1 : number] != [title]]
    return lines


def beside(left: list[str], right: list[str], columns: int, gutter: str = "    ", blank: str = " ") -> str:
    """Both columns on the same lines; `gutter` may hold a bar."""
    rows = []
    for before, after in zip_longest(left, right, fillvalue=""):
        spare = max(0, columns + 2 - width(before))
        rows.append((before + blank * (spare // width(blank)) + " " * (spare % width(blank)) + gutter + after).rstrip())
    return "\n".join(rows) + "\n"


def items(document: Document) -> list[tuple[str | None, str]]:
    return [(item.title, item.text) for section in document.sections for item in section.items]


def in_turn(document: Document) -> bool:
    return any(warning.code == "columns_in_turn" for warning in document.warnings)


def check(document: Document) -> None:
    """Every character stands in one run, and every character of a text where its segment says."""
    assert "".join(document.text[run.start : run.end] for run in document.ledger) == document.text
    assert all(run.role != "unassigned" for run in document.ledger)
    for section in document.sections:
        for item in section.items:
            _check_places(document.text, item)


def _check_places(text: str, item: Item) -> None:
    for at, character in enumerate(item.text):
        place = source_offset(item, at)
        assert place is None or text[place] == character
    assert item.title_start is None or item.title_end is None or 0 <= item.title_start < item.title_end <= len(text)


@settings(max_examples=12, deadline=None)
@given(st.permutations(NEWS), st.sampled_from([28, 32, 36, 40]), st.sampled_from(["  ", "　　", "    ", " │ ", "　　　"]), st.sampled_from([" ", "　"]))
def test_the_text_of_each_column_is_found_again(news: list[tuple[str, str]], columns: int, gutter: str, blank: str) -> None:
    left, right = typed(tuple(news[:2]), columns), typed(tuple(news[2:]), columns)
    document = extract((HEAD + beside(left, right, columns, gutter, blank) + FOOT).encode())
    assert items(document) == news
    assert in_turn(document)
    assert document.masthead.issue_number == 8
    assert [contact.name for contact in document.colophon.contacts] == ["王岩"]
    check(document)


def test_a_text_goes_on_at_the_top_of_the_next_column() -> None:
    lines = typed(NEWS, 36)
    half = next(number for number, line in enumerate(lines) if number > len(lines) // 2 and width(line) > 34 and line[-1] not in "，。")
    document = extract((HEAD + beside(lines[: half + 1], lines[half + 1 :], 36) + FOOT).encode())
    assert items(document) == list(NEWS)
    check(document)


def test_a_headline_over_both_columns_is_read_between_them() -> None:
    above, below = (beside(typed(pair[:1], 36), typed(pair[1:], 36), 36) for pair in (NEWS[:2], NEWS[2:]))
    first, second = (f"\n{' ' * 30}【{name}】\n\n" for name in ("水利建设动态", "各乡镇工作简讯"))
    document = extract((HEAD + first + above + second + below + FOOT).encode())
    found = [(section.title, [(item.title, item.text) for item in section.items]) for section in document.sections]
    assert found == [("水利建设动态", list(NEWS[:2])), ("各乡镇工作简讯", list(NEWS[2:]))]
    check(document)


def test_pages_side_by_side_with_their_numbers() -> None:
    def sheet(pair: tuple[tuple[str, str], ...], first: int) -> str:
        left, right = (typed((news,), 36) for news in pair)
        tall = max(len(left), len(right))
        one, other = ([*page, *[""] * (tall - len(page)), "", f"               - {number} -"] for number, page in enumerate((left, right), first))
        return beside(one, other, 36, "        ")

    document = extract((HEAD + sheet(NEWS[:2], 1) + "\f" + sheet(NEWS[2:], 3)).encode())
    assert items(document) == list(NEWS)
    assert [page.number for page in document.source.pages] == list(range(1, len(document.source.pages) + 1))
    assert all(before.end == after.start for before, after in zip(document.source.pages, document.source.pages[1:], strict=False))
    check(document)


def test_columns_counted_in_characters() -> None:
    """As tools leave them that take a PDF apart: the right column begins behind so many characters, wide or not."""
    left, right = typed(NEWS[:2], 36), typed(NEWS[2:], 36)
    left = [line.replace("十", "10") for line in left]
    rows = [(before.replace("　　", "  ").ljust(26) + after).rstrip() for before, after in zip_longest(left, right, fillvalue="")]
    document = extract((HEAD + "\n".join(rows) + "\n" + FOOT).encode())
    assert items(document) == [(title, text.replace("十", "10")) for title, text in NEWS[:2]] + list(NEWS[2:])


def test_tabs_lead_to_the_right_column() -> None:
    rows = []
    for before, after in zip_longest(typed(NEWS[:2], 36), typed(NEWS[2:], 36), fillvalue=""):
        rows.append(before + "\t" * max(1, (47 - width(before)) // 8) + after if after else before)
    document = extract((HEAD + "\n".join(rows) + "\n" + FOOT).encode())
    assert items(document) == list(NEWS)


def test_a_name_is_corrected_and_a_title_pinned_in_the_right_column() -> None:
    text = HEAD + beside(typed(NEWS[:2], 36), typed(NEWS[2:], 36), 36) + FOOT
    line = '{"op": "add", "target": "organizations", "quote": {"exact": "白石滩林场"}}\n{"op": "role", "target": "body", "quote": {"exact": "南坝小学修好校舍"}}'
    document = extract(text.encode(), corrections=parse_corrections(line.splitlines()))
    found = items(document)
    assert found[:2] == list(NEWS[:2])
    assert found[2] == (NEWS[2][0], "\n".join((NEWS[2][1], *NEWS[3])))
    check(document)


TABLE = "".join(f"    {name}      {amount}      {share}      完成任务较好，但进度不平衡\n" for name, amount, share in [
    ("河口镇", "1200亩", "85%"), ("东渡乡", "960亩", "79%"), ("白石镇", "1430亩", "91%"), ("南坝乡", "870亩", "68%"), ("北岭乡", "990亩", "80%"), ("西桥镇", "1010亩", "88%"),
])  # fmt: skip
NAMES = "".join(f"{left}        {right}\n" for left, right in [
    ("河口镇农业技术推广服务站", "东渡乡农业技术推广服务站"), ("白石镇农业技术推广服务站", "南坝乡农业技术推广服务站"), ("北岭乡农业技术推广服务站", "西桥镇农业技术推广服务站"),
    ("河口镇畜牧兽医技术服务站", "东渡乡畜牧兽医技术服务站"), ("白石镇畜牧兽医技术服务站", "南坝乡畜牧兽医技术服务站"), ("北岭乡畜牧兽医技术服务站", "西桥镇畜牧兽医技术服务站"),
])  # fmt: skip
CONTENTS = "".join(f"{left}……{n}        {right}……{n + 6}\n" for n, (left, right) in enumerate([
    ("河口闸提前完成检修任务", "关于做好春灌工作的通知"), ("东渡村村民用上自来水了", "各乡镇植树造林进展情况"), ("白石滩林场植树八千多株", "南坝小学师生搬进新校舍"),
    ("我县召开水利建设现场会", "农业技术推广服务站简讯"), ("全县春耕物资准备就绪了", "信用社发放贷款三百万元"), ("县广播站开办新闻节目了", "供销社收购鲜蛋情况良好"),
], 1))  # fmt: skip
VERSE = "".join(f"{left}        {right}\n" for left, right in [
    ("春风吹绿河边柳，", "铁锹挥舞歌声起，"), ("喜看渠水到田头。", "战天斗地争上游。"), ("男女老少齐上阵，", "今年多打万斤粮，"), ("不获丰收誓不休。", "社员笑脸迎金秋。"),
    ("党员带头挑重担，", "全村老少齐努力，"), ("干群同心乐悠悠。", "明年更上一层楼。"),
])  # fmt: skip
SPACED = "　　" + "　".join("河口闸管理所组织职工检修闸门") + "\n" + "　".join("用十八天时间完成任务比计划提前") + "\n"


@pytest.mark.parametrize("body", [TABLE, NAMES, CONTENTS, VERSE, SPACED * 4], ids=["table", "names", "contents", "verse", "letter-spaced"])
def test_what_only_looks_like_columns_is_read_across(body: str) -> None:
    text = HEAD + "各乡镇情况\n" + body + "\n" + NEWS[0][0] + "\n　　" + NEWS[0][1] + "\n" + FOOT
    assert not in_turn(extract(text.encode()))


def test_short_lines_in_two_columns_are_too_few_to_tell() -> None:
    lines = beside(typed(NEWS[:1], 36)[:3], typed(NEWS[1:2], 36)[:3], 36)
    assert not in_turn(extract((HEAD + lines + FOOT).encode()))
