"""Columns of briefs, lists and what stands between items: layouts in small."""

import pytest

from pipeline.extract import extract
from pipeline.normalize import fold

HEAD = "　　　　　　　工 作 简 报\n　　　　　　　　第3期\n某市某局办公室　　2021年3月9日\n━━━━━━━━━━━━━━━━━━━━\n\n"

Outline = list[tuple[str | None, list[str | None]]]


def outline(source: str) -> Outline:
    return [(section.title, [item.title for item in section.items]) for section in extract(source.encode()).sections]


CHRONICLE = (
    "　　　　　　　一　月\n　　6日　市局召开局务会议，部署寒假工作。\n　　14日至18日　城北小学教学楼竣工验收。\n　　教学楼有教室24间。\n\n"
    "　　　　　　　三　月\n　　2日　市局任命三名校长。\n　　下旬　各校植树3000余株。\n"
)


def test_months_of_a_chronicle_that_is_the_whole_issue_are_sections() -> None:
    document = extract(f"　　　　　　北港市教育大事记\n\n北港市教育局办公室整理　　　　2001年1月8日\n\n{CHRONICLE}".encode())
    assert document.masthead.title == "北港市教育大事记"
    assert [(section.title, [item.text for item in section.items]) for section in document.sections] == [
        ("一　月", ["6日　市局召开局务会议，部署寒假工作。", "14日至18日　城北小学教学楼竣工验收。\n教学楼有教室24间。"]),
        ("三　月", ["2日　市局任命三名校长。", "下旬　各校植树3000余株。"]),
    ]


def test_months_below_the_title_of_an_item_are_headings_inside_it() -> None:
    assert outline(f"{HEAD}　　　　　　　校史大事记摘编\n\n{CHRONICLE}\n　　　　　　　西迁岁月\n　　1938年10月，学校西迁，师生步行二十三天。\n") == [
        (None, ["校史大事记摘编", "西迁岁月"])
    ]


@pytest.mark.parametrize("dot", ["・", "‧", "∙", "･"])
def test_a_page_number_between_dots_of_any_kind(dot: str) -> None:
    assert fold(dot) == "·"
    source = HEAD + f"　　夜市开张\n　　3月2日，城北夜市开张，设摊位\n　　　　　{dot} 1 {dot}\n\n80个，客流2万人次。\n"
    assert [item.text for section in extract(source.encode()).sections for item in section.items] == ["3月2日，城北夜市开张，设摊位80个，客流2万人次。"]
