"""PDF files that carry text: what the page shows is what comes out, whatever the file does to say it."""

import pytest
from printer.raw_pdf import FONT, Mark, Rule, Text, assemble, paragraph, pdf

import pipeline
from pipeline.errors import InputError
from pipeline.model.paper import Fragment, PageImage
from pipeline.readers import recognition

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


def scan() -> bytes:
    """A page that is an image."""
    content = b"q 595 0 0 842 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x80 EI Q\n"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [ 4 0 R ] >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 595 842 ] /Contents 3 0 R >>",
    ]
    return assemble(objects)


class Seer:
    """An engine that sees one line, whatever it is shown."""

    def __init__(self) -> None:
        self.shown: list[PageImage] = []

    def recognise(self, image: PageImage) -> tuple[Fragment, ...]:
        self.shown.append(image)
        dot = image.dpi / 72
        return (Fragment("青山工会信息", (170 * dot, 90 * dot, 422 * dot, 132 * dot), 42 * dot, 0.9),)


def test_a_page_without_text_and_no_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recognition, "ENGINES", {})
    document = pipeline.extract(scan())
    (warning,) = [warning for warning in document.warnings if warning.code == "ocr_missing"]
    assert "page 1 " in warning.message
    assert "pip install" in warning.message
    assert document.source.pages[0].width == 595


def test_a_page_without_text_is_shown_to_the_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    seer = Seer()
    monkeypatch.setattr(recognition, "ENGINES", {"none": lambda: None, "seer": lambda: seer})
    document = pipeline.extract(scan())
    assert document.text == "青山工会信息"
    (image,) = seer.shown
    assert (image.width, image.height) == pytest.approx((595 * 200 / 72, 842 * 200 / 72), abs=2)
    assert len(image.pixels) == image.width * image.height * 3
    assert image.pixels[:3] == b"\x80\x80\x80"


def test_a_page_with_text_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    seer = Seer()
    monkeypatch.setattr(recognition, "ENGINES", {"seer": lambda: seer})
    pipeline.extract(bulletin())
    assert seer.shown == []


def test_a_font_that_names_nothing_is_junk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a CMap that is known and without ToUnicode the codes are no characters."""
    monkeypatch.setattr(recognition, "ENGINES", {})
    nameless = FONT.replace(b"/UniGB-UCS2-H", b"/Identity-H").replace(b"(GB1)", b"(Identity)")
    glyphs = "".join(chr(0x4E00 + ord(character) * 7919 % 20_000) for character in SENTENCE)
    document = pipeline.extract(pdf([paragraph(glyphs * 3, 74, 120)], font=nameless))
    assert document.text == ""
    assert "ocr_missing" in {warning.code for warning in document.warnings}
