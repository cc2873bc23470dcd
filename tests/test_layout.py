"""Physical layout: lines, page numbers, running heads, margins, and lines joined again."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import extract
from pipeline.blocks import group_blocks
from pipeline.furniture import mark_furniture
from pipeline.lines import is_rule, split_lines
from pipeline.model.layout import Block, Furniture
from pipeline.normalize import fold

HEAD = "　　　　　　港 区 简 报\n\n　　　　　　2021年第3期\n\n某港集团工会编　　　　2021年3月2日\n━━━━━━━━━━━━━━━━━━━━━\n\n"


def layout(text: str) -> tuple[list[str], Furniture, tuple[Block, ...]]:
    lines, rules = split_lines(text, fold(text))
    flow, furniture = mark_furniture(lines, rules)
    return [text[span.start : span.end] for span in furniture.spans], furniture, group_blocks(flow)


def paragraphs(text: str) -> list[str]:
    return [block.key for block in layout(text)[2]]


@given(st.text(alphabet=st.characters(codec="utf-8") | st.sampled_from("\n\r\f　 ━（）。，1"), max_size=300))
def test_every_line_stands_in_one_block_or_is_furniture(text: str) -> None:
    lines, rules = split_lines(text, fold(text))
    flow, furniture = mark_furniture(lines, rules)
    spans = sorted([*furniture.spans, *furniture.rules, *(part for block in group_blocks(flow) for part in block.parts)])
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert "".join(text[span.start : span.end] for span in spans).replace(" ", "").replace("\u3000", "") != "" or not lines


@pytest.mark.parametrize("number", ["- 1 -", "— 1 —", "－1－", "─ 1 ─", "· 1 ·", "第1页", "第１页　共３页", "第一頁", "Page 1", "1/8"])
def test_page_numbers_are_furniture(number: str) -> None:
    furniture, pages, blocks = layout(f"{HEAD}会议听取了关于工会工作的情况汇报，\n\n{number}\n\n研究了下一步的工作。\n")
    assert furniture == [number]
    assert len(pages.page_starts) == 2
    assert blocks[-1].key.startswith("会议听取") or blocks[-1].key.startswith("研究")


def test_bare_numbers_that_count_up_are_page_numbers() -> None:
    body = "\n".join(f"这是第{n}段里面的一句很平常的话，写在这里。" for n in range(4))
    furniture, _, _ = layout(f"{HEAD}{body}\n3\n{body}\n4\n{body}\n")
    assert furniture == ["3", "4"]


def test_numbers_in_a_column_are_no_page_numbers() -> None:
    furniture, _, _ = layout(f"{HEAD}序号\n1\n2\n3\n合计\n")
    assert furniture == []


def test_running_heads_beside_page_ends_are_furniture() -> None:
    page = "　　会议听取了关于上半年工会工作的情况汇报，研究了下一步的工作。\n"
    furniture, _, _ = layout(HEAD + page + "\n— 1 —\n\n港区简报　　　　　2021年第3期\n\n" + page)
    assert furniture == ["— 1 —", "港区简报　　　　　2021年第3期"]


def test_a_form_feed_begins_a_page() -> None:
    _, pages, _ = layout("第一页的话，写完了。\f第二页的话，写完了。\f第三页的话。")
    assert len(pages.page_starts) == 3


@pytest.mark.parametrize("rule", ["━━━━━━", "------", "＊＊＊＊＊", "=====", "───────", "﹏﹏﹏﹏﹏", "* * * * *", "┌────┐", "---"])
def test_rules(rule: str) -> None:
    assert is_rule(fold(rule))


@pytest.mark.parametrize("line", ["……", "——记某某", "△△△会议", "--", "一二三四五", "1-2-3-4-5"])
def test_no_rules(line: str) -> None:
    assert not is_rule(fold(line))


def test_a_rule_behind_words_whose_line_end_is_lost_ends_them() -> None:
    lines, rules = split_lines(text := "某局办公室　2021年3月9日\ufffd━━━━━━━━━━\n夜市开张\n", fold(text))
    assert [(line.key, line.rule_above) for line in lines] == [("某局办公室 2021年3月9日\ufffd", False), ("夜市开张", True)]
    assert [text[rule.start : rule.end] for rule in rules] == ["━" * 10]


@pytest.mark.parametrize("line", ["第一节━━━", "━━━━━━━━第二版━━━━━━━━", "标题……………………"])
def test_signs_that_rule_off_nothing_stay_with_their_words(line: str) -> None:
    lines, rules = split_lines(line, fold(line))
    assert ([line.key for line in lines], rules) == ([fold(line)], ())


def test_lines_broken_by_hand_are_joined_without_a_blank() -> None:
    text = "　　会议听取并审议了院长工作报告、财务工作报告和院工会的工作报\n告。全年共收到提案四十七件，立案三十九件，办结率百分之百，职工\n满意度较高。\n　　院领导要求，全体职工要以高质量发展为主线，主动服务群众的健\n康，把实事办好。\n"
    assert paragraphs(text) == [
        "会议听取并审议了院长工作报告、财务工作报告和院工会的工作报告。全年共收到提案四十七件,立案三十九件,办结率百分之百,职工满意度较高。",
        "院领导要求,全体职工要以高质量发展为主线,主动服务群众的健康,把实事办好。",
    ]


def test_latin_words_keep_a_blank_between_them() -> None:
    text = "　　这次会议由市里主办，来自各地的代表参加了本次的论坛，主题是 Open\nSource 软件的开发以及它的应用前景，与会的各方代表进行了交流，效果\n很好，大家都有收获。\n"
    assert "Open Source" in paragraphs(text)[0]


def test_a_page_end_in_mid_sentence_is_no_paragraph_end() -> None:
    text = "会议听取了关于上半年工会工作的情况汇报，研究了下半年要做的几件实事，把普惠服务送到职工身\n\n边。会议还研究了其他事项。\n"
    assert len(paragraphs(text)) == 1


def test_whole_paragraphs_are_not_joined() -> None:
    text = "会议听取了关于上半年工会工作的情况汇报，研究了下半年要做的几件实事。\n\n会议还研究了其他的事项，作出了决定。\n"
    assert len(paragraphs(text)) == 2


def test_an_open_bracket_is_closed_on_the_next_line() -> None:
    text = "会议通过了十三个方面的内容，大家都很满意，纷纷表示要好好工作。（市总工会办公\n\n室)\n\n[工作交流]\n"
    assert paragraphs(text)[0].endswith("(市总工会办公室)")


def test_recipients_under_their_label_are_joined() -> None:
    text = "抄送：市委办公室，市人大常委会办公室，\n　　　市政协办公室。\n发：各乡镇党委\n"
    assert paragraphs(text) == ["抄送:市委办公室,市人大常委会办公室,市政协办公室。", "发:各乡镇党委"]


@pytest.mark.parametrize("top", ["", "━━━━━━\n", "\n\n＊　＊　＊\n\n"])
def test_a_page_begins_behind_the_form_feed_though_a_rule_stands_on_its_top(top: str) -> None:
    page = "　　3月2日，市里召开会议，部署全年工作。\n"
    text = f"工作简报\n第3期\n某市某局办公室　　2021年3月9日\n━━━━━━\n{page}\f{top}{page}"
    assert [found.start for found in extract(text.encode()).source.pages] == [0, text.index("\f") + 1]
