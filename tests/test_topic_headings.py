"""Headings that say what a text is about are sections whose texts have no headline; those that tell what has happened are titles."""

import pytest

from pipeline.extract import extract
from pipeline.lexicon import words
from pipeline.model.document import Document
from pipeline.zones.topic_headings import names_topic

HEAD = "云江水质周报\n\n2020年第12期\n\n云江流域监测中心    2020年3月24日\n\n"
TEXT = "本周云江流域28个断面中，25个断面水质良好，占89.3%，比上周上升3.6个百分点。"
OTHER = "青山断面氨氮0.42毫克/升，总磷0.08毫克/升，达到三类标准，比上周略有好转。"
FOOT = "\n编辑：苗青　　审核：陶然\n"
Outline = list[tuple[str | None, list[str | None]]]


def read(body: str) -> Document:
    return extract((HEAD + body + FOOT).encode())


def outline(document: Document) -> Outline:
    return [(section.title, [item.title for item in section.items]) for section in document.sections]


def issue(*headings: str) -> str:
    return "\n".join(f"{heading}\n\n{(TEXT, OTHER)[at % 2]}\n" for at, heading in enumerate(headings))


NUMBERED = f"1、市局检查沿江企业\n{OTHER}\n\n2、两站开展比对监测\n{TEXT}\n"
TABLE = "断　面      氨氮      总磷\n青山        0.42      0.08\n桐湾        0.61      0.11\n"
ISSUES: dict[str, tuple[str, Outline]] = {
    "set apart": (
        issue("本周水质总体情况", "重点断面监测", "超标断面分析"), [("本周水质总体情况", [None]), ("重点断面监测", [None]), ("超标断面分析", [None])]),
    "one of four says no such thing": (
        issue("本周水质总体情况", "重点断面监测", "超标断面分析", "关于云江流域监测中心"),
        [("本周水质总体情况", [None]), ("重点断面监测", [None]), ("超标断面分析", [None]), ("关于云江流域监测中心", [None])]),
    "short ones beside columns of numbered titles": (
        f"一周人物\n\n{TEXT}\n\n新闻\n\n{NUMBERED}\n工具\n\n{NUMBERED}\n一句话\n\n世上没有白走的路。\n",
        [("一周人物", [None]), ("新闻", ["市局检查沿江企业", "两站开展比对监测"]), ("工具", ["市局检查沿江企业", "两站开展比对监测"]), ("一句话", [None])]),
    "numbered from the head on": (
        issue("一、水质监测", "二、雨情分析", "三、下周预测"), [("水质监测", [None]), ("雨情分析", [None]), ("下周预测", [None])]),
    "numbered below one that names the whole": (
        f"综合评价\n{TEXT}\n\n一、降水情况及评价\n{TABLE}{OTHER}\n\n二、气温情况及评价\n{OTHER}\n\n三、气候对各行业的影响\n1.对农业的影响\n{TEXT}\n2.对交通的影响\n{OTHER}\n",
        [("综合评价", [None]), ("降水情况及评价", [None]), ("气温情况及评价", [None]), ("气候对各行业的影响", [None])]),
    "headlines": (
        issue("居家养老服务站开门迎客", "老旧小区加装电梯动工", "垃圾分类情况"),
        [(None, ["居家养老服务站开门迎客", "老旧小区加装电梯动工", "垃圾分类情况"])]),
    "headlines above a column of numbered titles": (
        issue("居家养老服务站开门迎客", "老旧小区加装电梯动工") + f"\n简讯\n\n{NUMBERED}",
        [(None, ["居家养老服务站开门迎客", "老旧小区加装电梯动工"]), ("简讯", ["市局检查沿江企业", "两站开展比对监测"])]),
    "numbered headings below the title of an article": (
        f"　　　　　　　　　　上半年全流域水质情况\n\n　　{TEXT}\n\n" + issue("一、总体态势", "二、超标断面分析", "三、下半年形势研判"),
        [(None, ["上半年全流域水质情况"])]),
}  # fmt: skip


@pytest.mark.parametrize("name", ISSUES)
def test_outline(name: str) -> None:
    body, expected = ISSUES[name]
    document = read(body)
    assert outline(document) == expected
    assert [warning.code for warning in document.warnings if warning.code == "unassigned_text"] == []


@pytest.mark.parametrize("caption", ["图2　本周各类水质断面比例", "表1 重点断面监测结果", "图1-2 断面分布"])
def test_a_numbered_caption_between_two_texts_is_no_heading(caption: str) -> None:
    document = read(f"本周水质总体情况\n\n{TEXT}\n\n{caption}\n\n{OTHER}\n\n" + issue("重点断面监测", "超标断面分析"))
    assert document.sections[0].items[0].text == f"{TEXT}\n{caption}\n{OTHER}"
    assert len(document.sections) == 3


@pytest.mark.parametrize("word", sorted(words("topic_words")))
def test_every_word_says_what_a_text_is_about(word: str) -> None:
    assert names_topic(f"本周断面{word}")


@pytest.mark.parametrize("name", ["市局检查沿江企业", "关于春季河道整治情况的报告", "全流域春季河道整治和沿岸养殖废水排查工作开展情况", ""])
def test_other_headings(name: str) -> None:
    assert not names_topic(name)
