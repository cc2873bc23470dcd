"""Footnotes: they stand at the foot of their page, and in the item behind the paragraph that the page cuts."""

import pytest
from printer.raw_pdf import Mark, Text, paragraph, pdf

import pipeline
from pipeline.footnotes import find_footnotes
from pipeline.model.layout import Line

SENTENCE = "五月六日，青山市总工会召开全市工会工作会议，传达学习上级会议精神，总结去年工作，部署今年任务，各县区工会主席和市直机关工会负责人共一百二十人参加会议。"


def pages(*notes: str, size: float = 9) -> tuple[str, list[list[Mark]]]:
    """A paragraph that runs over a page with these lines at its foot; and its text."""
    text = f"{SENTENCE * 2}新建职工之家十二个1，新增驿站三十处2，{SENTENCE * 4}"
    lines = paragraph(text, 74, 120)
    cut = [mark._replace(y=120 + 28 * number) for number, mark in enumerate(lines[15:])]
    foot = [Text(74, 600 + 14 * number, note, size) for number, note in enumerate(notes)]
    return text, [[*lines[:15], *foot, Text(280, 790, "— 1 —", 14)], [*cut, Text(280, 790, "— 2 —", 14)]]


def item_text(marks: list[list[Mark]]) -> str:
    ((item,),) = [section.items for section in pipeline.extract(pdf(marks)).sections]
    return item.text


def test_notes_stand_behind_the_paragraph_that_the_page_cuts() -> None:
    text, marks = pages("1职工之家指有场地、有制度、有活动的", "基层工会。", "2数据来自五月快报。")
    assert item_text(marks).split("\n") == [text, "1职工之家指有场地、有制度、有活动的基层工会。", "2数据来自五月快报。"]


def test_nothing_is_lost_and_every_note_maps_back() -> None:
    document = pipeline.extract(pdf(pages("1职工之家指有场地的基层工会。")[1]))
    assert "".join(document.text[run.start : run.end] for run in document.ledger) == document.text
    (item,) = document.sections[0].items
    for piece in item.segments:
        found = document.text[piece.source_start : piece.source_start + piece.length]
        assert found == item.text[piece.item_start : piece.item_start + piece.length]


def line(key: str, size: float, page: int = 0, start: int = 0) -> Line:
    return Line(start, start + len(key), key, 0, 2 * len(key), 0, page, rule_above=False, size=size)


@pytest.mark.parametrize(
    ("text", "note", "is_note"),
    [
        ("新建职工之家十二个1,新增驿站三十处", "1职工之家指有场地的基层工会。", True),
        ("新建职工之家¹十二个", "1职工之家指有场地的基层工会。", True),
        ("新建职工之家¹十二个", "¹职工之家指有场地的基层工会。", True),
        ("新建职工之家²十二个", "1职工之家指有场地的基层工会。", False),
        ("新建职工之家十二个①", "①职工之家指有场地的基层工会。", True),
        ("新建职工之家[1]十二个", "[1]职工之家指有场地的基层工会。", True),
        ("新建职工之家*十二个", "* 职工之家指有场地的基层工会。", True),
        ("新建职工之家1个", "1职工之家指有场地的基层工会。", False),  # counts, and marks nothing
        ("新建职工之家21,", "1职工之家指有场地的基层工会。", False),
        ("新建职工之家十二个1,", "1.宣传到位。", False),  # an ordinal
        ("新建职工之家十二个1,", "5月6日印发", False),
        ("新建职工之家十二个", "1职工之家指有场地的基层工会。", False),
        ("新建职工之家十二个1,", "抄送:市委办", False),
    ],
)
def test_what_a_note_is_known_by(text: str, note: str, is_note: bool) -> None:  # noqa: FBT001  a case of a table
    lines = (line(text, 1), line(note, 0.6, start=100), line("下一页", 1, page=1, start=200))
    assert (100 in find_footnotes(lines)) == is_note


def test_type_of_the_size_of_the_text_is_no_note() -> None:
    assert not find_footnotes((line("十二个1,", 1), line("1职工之家指有场地的基层工会。", 1, start=100)))
