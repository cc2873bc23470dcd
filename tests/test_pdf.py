"""PDF files that carry text: what the page shows is what comes out, whatever the file does to say it."""

import pytest
from printer.raw_pdf import Mark, Rule, Text, paragraph, pdf

import pipeline
from pipeline.errors import InputError

SENTENCE = "五月六日，青山市总工会召开全市工会工作会议，传达学习上级会议精神，总结去年工作，部署今年任务，各县区工会主席和市直机关工会负责人共一百二十人参加会议。"
HEAD: list[Mark] = [
    Text(170, 120, "青山工会信息", 42),
    Text(235, 160, "第３期（总第８６期）"),
    Text(74, 200, "青山市总工会办公室编"),
    Text(400, 200, "2020年5月6日"),
    Rule(74, 522, 210),
]


def bulletin() -> bytes:
    first = [*HEAD, Text(170, 260, "市总工会召开工会工作会议", 22), *paragraph(SENTENCE * 4, 74, 310), Text(270, 800, "— 1 —", 14)]
    second = [*paragraph(SENTENCE * 2, 74, 120), Text(330, 260, "（市总工会办公室　李青）"), Text(270, 800, "— 2 —", 14)]
    return pdf([first, second])


def test_a_bulletin() -> None:
    document = pipeline.extract(bulletin())
    assert document.masthead.title == "青山工会信息"
    assert (document.masthead.issue_number, document.masthead.cumulative_number, document.masthead.date) == (3, 86, "2020-05-06")
    (item,) = [item for section in document.sections for item in section.items]
    assert item.title == "市总工会召开工会工作会议"
    assert item.text == SENTENCE * 4 + "\n" + SENTENCE * 2
    assert [(row.organization, row.person) for row in item.attributions] == [("市总工会办公室", "李青")]
    assert (item.page_start, item.page_end) == (1, 2)


def test_source_pages_and_boxes() -> None:
    document = pipeline.extract(bulletin())
    assert (document.source.reader, document.source.media_type, document.source.encoding) == ("pdf", "application/pdf", None)
    assert [(page.number, page.width, page.height) for page in document.source.pages] == [(1, 595, 842), (2, 595, 842)]
    (item,) = [item for section in document.sections for item in section.items]
    assert item.segments[0].page == 1
    x0, top, x1, bottom = item.segments[0].bbox or (0, 0, 0, 0)
    assert (x0, x1) == pytest.approx((74 + 32, 74 + 28 * 16), abs=1)
    assert top < 310 < bottom
    assert bottom - top == pytest.approx(16, abs=3)
    assert item.segments[-1].page == 2


def test_every_character_is_accounted_for() -> None:
    document = pipeline.extract(bulletin())
    assert "".join(document.text[run.start : run.end] for run in document.ledger) == document.text
    numbers = [document.text[run.start : run.end].strip() for run in document.ledger if run.role == "furniture"]
    assert numbers == ["— 1 —", "— 2 —"]


def test_pages_of_the_file() -> None:
    document = pipeline.extract(bulletin(), pages="2")
    assert [page.number for page in document.source.pages] == [2]
    assert document.sections[0].items[0].page_start == 2
    for wrong in ("a", "7-9", "0"):
        with pytest.raises(InputError, match=f"--pages {wrong}"):
            pipeline.extract(bulletin(), pages=wrong)


def test_pages_of_a_text() -> None:
    with pytest.raises(InputError, match="a text has none"):
        pipeline.extract("工会信息\n".encode(), pages="1")


def test_damaged_beyond_opening() -> None:
    with pytest.raises(InputError, match="damaged"):
        pipeline.extract(b"%PDF-1.7\nnothing more")
