"""The text layer that a scanner's OCR leaves in a PDF: hidden, a blank behind every word, askew as the paper lay on the glass."""

import math

import pytest
from printer.raw_pdf import A4, Mark, Text, paragraph, pdf

import pipeline
from pipeline.model.document import Document
from pipeline.model.layout import ReadOptions
from pipeline.readers.formats import read

SENTENCE = "五月六日，青山市总工会召开全市工会工作会议，传达学习上级会议精神，总结去年工作，部署2020年任务，各县区工会主席和市直机关工会负责人共一百二十人参加会议。"
PAGE: list[Mark] = [
    Text(170, 120, "青山工会信息", 42),
    Text(235, 160, "第３期（总第８６期）"),
    Text(74, 200, "青山市总工会办公室编"),
    Text(400, 200, "2020年5月6日"),
    Text(170, 260, "市总工会召开工会工作会议", 22),
    *paragraph(SENTENCE * 3, 74, 310),
    Text(170, 600, "第二届职工运动会开幕", 22),
    *paragraph(SENTENCE * 2, 74, 650),
]


def texts() -> list[Text]:
    return [mark for mark in PAGE if isinstance(mark, Text)]


def told(document: Document) -> tuple[object, ...]:
    """What the document says, without where."""
    items = [(item.title, item.text) for section in document.sections for item in section.items]
    head = document.masthead
    return head.title, head.issue_number, head.date, items


PLAIN = told(pipeline.extract(pdf([PAGE])))


def spaced(text: Text, *, length: int = 1, hidden: bool = True) -> list[Mark]:
    """Words of so many characters, each for itself, its blank over the next."""
    words = [(at, text.text[at : at + length]) for at in range(0, len(text.text), length)]
    return [Text(text.x + text.size * at, text.y, f"{word} ", text.size, "3 Tr" if hidden else "") for at, word in words]


def askew(text: Text, degrees: float) -> Mark:
    """As it lies on a page turned around its middle, counter-clockwise."""
    sine, cosine = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))
    x, y = text.x - A4[0] / 2, A4[1] / 2 - text.y
    place = A4[0] / 2 + cosine * x - sine * y, A4[1] / 2 - sine * x - cosine * y
    return text._replace(x=place[0], y=place[1], extra="3 Tr", matrix=f"{cosine} {sine} {-sine} {cosine}")


def test_the_page_as_it_was_typed() -> None:
    assert PLAIN == ("青山工会信息", 3, "2020-05-06", [("市总工会召开工会工作会议", SENTENCE * 3), ("第二届职工运动会开幕", SENTENCE * 2)])


@pytest.mark.parametrize("length", [1, 2, 3])
def test_blanks_between_all_words_are_none(length: int) -> None:
    marks = [mark for text in texts() for mark in spaced(text, length=length)]
    assert told(pipeline.extract(pdf([marks]))) == PLAIN


def test_so_they_are_where_the_layer_is_painted_and_lies_under_the_image() -> None:
    marks = [mark for text in texts() for mark in spaced(text, hidden=False)]
    assert told(pipeline.extract(pdf([marks]))) == PLAIN


def test_a_wide_gap_is_one_where_blanks_are_none() -> None:
    marks = [*spaced(Text(74, 200, "青山市总工会办公室")), *spaced(Text(340, 200, "主席签发"))]
    assert read(pdf([marks]), ReadOptions()).text == "青山市总工会办公室    主席签发"


@pytest.mark.parametrize("degrees", [-3, -1.2, 0.4, 1.2, 3])
def test_text_that_lies_askew(degrees: float) -> None:
    assert told(pipeline.extract(pdf([[askew(text, degrees) for text in texts()]]))) == PLAIN


def test_boxes_of_text_askew_are_those_of_the_straight_page() -> None:
    straight, turned = (read(pdf([marks]), ReadOptions()).printed for marks in (PAGE, [askew(text, 1.2) for text in texts()]))
    for one, other in zip(straight, turned, strict=True):
        assert one.box is not None
        assert one.box == pytest.approx(other.box, abs=2)


def test_one_line_across_the_page_makes_it_not_askew() -> None:
    stamp = Text(150, 700, "内部资料", 60, "", "0.7 0.7 -0.7 0.7")
    assert told(pipeline.extract(pdf([[*PAGE, stamp]])))[3][0] == ("市总工会召开工会工作会议", SENTENCE * 3)  # type: ignore[index]
