"""Notices of the editors among the items, and lists of annexes below their texts."""

import pytest
from small_issue import OTHER, TEXT, items

from pipeline.extract import extract

NOTICE = "本刊第2期《夜市开张》一文，“14处”应为“41处”，特此更正。"


@pytest.mark.parametrize("label", ["更正", "更正启事", "更正说明", "本刊更正", "勘误", "补正", "正误", "致歉声明", "征稿启事", "更 正", "招领启事", "敬告"])
def test_a_notice_that_runs_into_its_label(label: str) -> None:
    found = items(f"夜市开张首日\n　　{TEXT}\n\n续保提醒通知\n　　{OTHER}\n{label}：{NOTICE}\n")
    assert [(item.title, item.text) for item in found] == [("夜市开张首日", TEXT), ("续保提醒通知", OTHER), (label, NOTICE)]
    assert found[-1].title_basis == "run_in"


@pytest.mark.parametrize("heading", ["更正", "更　　正", "补　正", "更正启事", "征稿启事", "【更正】"])
def test_a_notice_below_its_heading(heading: str) -> None:
    found = items(f"夜市开张首日\n　　{TEXT}\n\n续保提醒通知\n　　{OTHER}\n\n{heading}\n　　{NOTICE}\n")
    assert [item.text for item in found] == [TEXT, OTHER, NOTICE]


@pytest.mark.parametrize("line", [f"会议认为：{NOTICE}", f"经核对更正的数字如下：{NOTICE}", f"《征稿启事》说：{NOTICE}"])
def test_another_label_opens_no_notice(line: str) -> None:
    assert [item.text for item in items(f"夜市开张首日\n　　{TEXT}\n　　{line}\n")] == [f"{TEXT}\n{line}"]


def test_headlines_that_end_as_units_do_in_a_bulletin_named_for_news() -> None:
    """民政信息 is no heading of briefs where headlines with space above stand over each text."""
    body = f"县民政局走访困难家庭\n　　{TEXT}（救助科）\n\n养老院举办消夏晚会\n　　{OTHER}（福利科）\n"
    document = extract(f"民政信息\n第8期\n河口县民政局　2021年8月20日\n\n{body}".encode())
    assert [(section.title, [item.title for item in section.items]) for section in document.sections] == [(None, ["县民政局走访困难家庭", "养老院举办消夏晚会"])]


LISTS = ["附件：\n1.企业名单\n2.整改情况表\n", "附：\n（一）年会日程\n（二）回执\n（三）交通路线图\n", "　　附件\n　　１、企业名单；\n　　２、整改情况表。\n"]


@pytest.mark.parametrize("rows", LISTS)
def test_a_list_of_annexes_belongs_to_the_text_above(rows: str) -> None:
    found = items(f"夜市开张首日\n　　{TEXT}\n{rows}\n续保提醒通知\n　　{OTHER}\n")
    assert [item.kind for item in found] == ["article", "article"]
    assert found[0].text == "\n".join([TEXT, *(row.strip() for row in rows.splitlines())])


@pytest.mark.parametrize("annex", ["附件\n检查方案\n", "附件：\n1.检查方案\n", "附件1\n1.检查方案\n"])
def test_an_annex_with_its_text_is_an_item(annex: str) -> None:
    found = items(f"夜市开张首日\n　　{TEXT}\n\n{annex}　　{OTHER}\n")
    assert [(item.kind, item.title, item.text) for item in found] == [("article", "夜市开张首日", TEXT), ("attachment", "检查方案", OTHER)]
