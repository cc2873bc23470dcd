"""PDF files that carry text: what the page shows is what comes out, whatever the file does to say it."""

import subprocess
import sys
from collections.abc import Callable, Sequence
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pdfplumber
import pypdfium2
import pypdfium2.raw
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from printer.raw_pdf import FONT, Mark, Rule, Text, assemble, paragraph, pdf

import pipeline
from pipeline.blocks import group_blocks
from pipeline.errors import InputError
from pipeline.lines import placed_lines
from pipeline.model.layout import ReadOptions
from pipeline.model.paper import Fragment, PageImage, Recognised
from pipeline.model.warning_codes import UNREAD
from pipeline.normalize import fold
from pipeline.readers import recognition
from pipeline.readers.formats import read
from pipeline.readers.stand_in import squares_for_missing_fonts

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
    with pytest.raises(InputError, match="this one has none"):
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

    def recognise(self, image: PageImage) -> Recognised:
        self.shown.append(image)
        dot = image.dpi / 72
        return Recognised((Fragment("青山工会信息", (170 * dot, 90 * dot, 422 * dot, 132 * dot), 42 * dot, 0.9),))


def test_a_page_without_text_and_no_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recognition, "ENGINES", {})
    document = pipeline.extract(scan())
    (warning,) = [warning for warning in document.warnings if warning.code in UNREAD]
    assert warning.code == "ocr_missing"
    assert "page 1 " in warning.message
    assert "pip install" in warning.message
    assert document.source.pages[0].width == 595


def test_a_page_without_text_is_shown_to_the_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BULLETIN_EXTRACT_CACHE", "off")
    seer = Seer()
    monkeypatch.setattr(recognition, "ENGINES", {"none": lambda _: None, "seer": lambda _: seer})
    document = pipeline.extract(scan())
    assert document.text == "青山工会信息"
    (image,) = seer.shown
    assert (image.width, image.height) == pytest.approx((595 * 200 / 72, 842 * 200 / 72), abs=2)
    assert len(image.pixels) == image.width * image.height * 3
    assert image.pixels[:3] == b"\x80\x80\x80"


def test_a_page_with_text_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    seer = Seer()
    monkeypatch.setattr(recognition, "ENGINES", {"seer": lambda _: seer})
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


def text_of(*marks: Mark) -> str:
    return pipeline.extract(pdf([marks])).text


def codes(data: bytes) -> dict[str, str]:
    return {warning.code: warning.message for warning in pipeline.extract(data).warnings}


def test_radicals_are_the_ideographs_that_are_printed() -> None:
    assert text_of(Text(74, 120, "⼯会⼈员参加⺠主生活，凉\uf979")) == "工会人员参加民主生活，凉凉"


def test_full_width_marks_stay_as_they_are() -> None:
    assert text_of(Text(74, 120, "（一）工会，１２人：好")) == "（一）工会，１２人：好"


def test_a_font_of_gbk_codes_without_to_unicode() -> None:
    """方正 and 仿宋_GB2312, not embedded: the codes are those of GBK."""
    font = FONT.replace(b"UniGB-UCS2-H", b"GBK-EUC-H").replace(b"STSong-Light", b"FangSong_GB2312")
    data = pdf([paragraph(SENTENCE, 74, 120)], font=font, encoding="gbk")
    assert "".join(pipeline.extract(data).text.split()) == SENTENCE


def test_private_glyphs_are_counted() -> None:
    assert "2 characters of page 1" in codes(pdf([[Text(74, 120, "工会\ue001信息\uf0b7，各级工会要认真学习")]]))["unmapped_glyphs"]


def test_fake_bold_is_read_once() -> None:
    marks = [Text(74 + shift, 120, "市总工会召开会议") for shift in (0, 0.3, 0.6)]
    assert text_of(*marks) == "市总工会召开会议"


def test_hidden_text_is_left_out_and_told() -> None:
    data = pdf([[Text(74, 120, "看得见的文字"), Text(74, 160, "看不见的文字", extra="3 Tr"), Text(900, 200, "纸外的文字")]])
    assert pipeline.extract(data).text == "看得见的文字"
    assert "2 pieces of text of page 1" in codes(data)["hidden_text"]


def test_the_text_layer_of_a_scan_is_hidden_and_read() -> None:
    assert text_of(Text(74, 120, "识别出来的文字", extra="3 Tr")) == "识别出来的文字"


def test_letters_set_apart_are_one_word() -> None:
    assert text_of(Text(74, 120, "工会信息", 42, extra="20 Tc")).replace(" ", "") == "工会信息"
    document = pipeline.extract(pdf([[Text(120 + 90 * n, 120, c, 42) for n, c in enumerate("工会信息")], paragraph(SENTENCE, 74, 200)]))
    assert document.text.startswith("工 会 信 息\f")


def test_superscripts_stay_in_their_line() -> None:
    marks = [Text(74, 120, "占地面积一百二十"), Text(74 + 8 * 16, 114, "２", 8), Text(74 + 8 * 16 + 8, 120, "，投资三万元。")]
    assert text_of(*marks) == "占地面积一百二十２，投资三万元。"


@pytest.mark.parametrize(("turn", "matrix", "place"), [
    (90, "0 1 -1 0", lambda x, y: (y, 842 - x)),
    (270, "0 -1 1 0", lambda x, y: (595 - y, x)),
    (180, "-1 0 0 -1", lambda x, y: (595 - x, 842 - y)),
])  # fmt: skip
def test_turned_pages(turn: int, matrix: str, place: Callable[[float, float], tuple[float, float]]) -> None:
    """The page is drawn sideways and shown upright: boxes are those of the page that is shown."""
    marks = [Text(*place(100, 150 + 30 * n), line, 16, matrix=matrix) for n, line in enumerate(("第一行的文字", "第二行的文字"))]
    raw = read(pdf([marks], page=f"/Rotate {turn}"), ReadOptions())
    assert raw.text == "第一行的文字\n第二行的文字"
    assert (raw.pages[0].width, raw.pages[0].height) == ((842, 595) if turn != 180 else (595, 842))
    x0, top, x1, bottom = raw.printed[0].box or (0, 0, 0, 0)
    assert (x0, x1) == pytest.approx((100, 196), abs=2)
    assert top < 150 < bottom


def test_text_that_lies_on_its_side() -> None:
    """A landscape table on a page that is not turned."""
    marks = [Text(100 + 30 * n, 500, line, 16, matrix="0 1 -1 0") for n, line in enumerate(("第一行的文字", "第二行的文字"))]
    assert pipeline.extract(pdf([marks])).text == "第一行的文字\n第二行的文字"


def test_boxes_count_from_the_crop_box() -> None:
    raw = read(pdf([[Text(100, 150, "裁过的页面")]], page="/CropBox [ 50 42 545 792 ]"), ReadOptions())
    assert (raw.pages[0].width, raw.pages[0].height) == (495, 750)
    x0, top, _, bottom = raw.printed[0].box or (0, 0, 0, 0)
    assert x0 == pytest.approx(50, abs=1)
    assert top < 100 < bottom


def test_the_size_of_type_counts_the_matrix() -> None:
    """Some makers set type of size 1 and scale it."""
    scaled = [Text(74, 120 + 28 * n, line, 1, matrix="16 0 0 16") for n, line in enumerate((SENTENCE[:28], SENTENCE[28:56]))]
    raw = read(pdf([[Text(150, 80, "大标题", 1, matrix="32 0 0 32"), *scaled]]), ReadOptions())
    assert [line.size for line in raw.printed] == [2, 1, 1]


def test_lines_drawn_from_the_foot_up() -> None:
    marks = paragraph(SENTENCE * 3, 74, 120)
    assert pipeline.extract(pdf([marks[::-1]])).text == pipeline.extract(pdf([marks])).text


def test_quotation_marks_of_another_font_that_are_drawn_after_the_line() -> None:
    parts = [
        Text(74, 120, "外国语学院举办"),
        Text(202, 120, "书香四月"),
        Text(282, 120, "读书会"),
        Text(186, 120, "“"),
        Text(266, 120, "”"),
    ]
    assert text_of(*parts) == "外国语学院举办“书香四月”读书会"


def test_quotation_marks_drawn_as_one_around_a_word_that_stands_there() -> None:
    marks = [Text(74, 120, "一张餐桌"), Text(154, 120, "围"), Text(138, 120, "“”", extra="16 Tc"), Text(186, 120, "出来")]
    assert text_of(*marks) == "一张餐桌“围”出来"


def blocks_of(*lines: tuple[float, str], next_page: Sequence[tuple[float, str]] = ()) -> list[str]:
    """The paragraphs of a page or two whose lines begin at these places, 16 points to a character."""
    pages = [lines, next_page] if next_page else [lines]
    raw = read(pdf([[Text(x, 120 + 28 * number, line) for number, (x, line) in enumerate(page)] for page in pages]), ReadOptions())
    placed, _ = placed_lines(raw.printed, fold(raw.text))
    return [block.key for block in group_blocks(placed, 0, raw.measure)]


HALF = FONT.replace(b"/DW 1000", b"/DW 1000 /W [ 1 95 500 ]")
"""A font whose Latin characters are half as wide."""
LINE = "会议听取了上半年工作情况的汇报研究了下一步的工作安排，"  # 27 characters


def test_lines_that_do_not_reach_one_margin_are_running_text() -> None:
    ragged = [LINE[:n] for n in (27, 25, 26)]
    shorter = [(74.0, "项目部编制"), (74.0, "安全检查共")]
    text = [(106.0, ragged[0][2:]), (74.0, ragged[1]), (79.0, "并作出了部署。"), (106.0, ragged[2][2:]), (74.0, "部署完毕。")]
    assert len(blocks_of(*shorter, *text)) == 4


def test_a_sentence_that_ends_where_the_next_word_had_room_ends_its_paragraph() -> None:
    text = [
        (74.0, "二、" + LINE[:20] + "。"),
        (74.0, "三、" + LINE[:24]),
        (74.0, "并作出了部署，要求各单位抓好落实。"),
        (106.0, LINE[2:]),
    ]
    assert blocks_of(*text, (74.0, LINE), (74.0, "并作出了部署。"))[1].startswith("三、")


def test_what_would_open_a_line_is_text_where_the_margin_cuts_a_sentence() -> None:
    text = [(106.0, "会议听取了汇报，" + LINE[10:-1]), (74.0, "电话：" + LINE[:12] + "。")]
    assert len(blocks_of(*text, *text, *text)) == 3


def test_a_counted_paragraph_at_the_margin_begins_anew() -> None:
    item = [(74.0, "1.职工书屋添新书职工书屋添新书"), (106.0, LINE[2:]), (74.0, LINE[:26] + "。")]
    assert [block[:2] for block in blocks_of(*item, (74.0, "2." + LINE[:25]), (106.0, LINE[2:]), (74.0, LINE))][2] == "2."


def test_paragraphs_of_two_lines_tell_the_margin_that_no_long_line_has() -> None:
    paragraphs = [line for number in range(6) for line in ((106.0, f"第{number + 1}条　{LINE[:22]}"), (74.0, "一步的工作安排。"))]
    assert len(blocks_of(*paragraphs)) == 6


@pytest.mark.parametrize("listed", ["市总工会首批职工书屋挂牌", "市总工会首批职工书屋挂牌……（2）"])
def test_a_title_of_the_contents_begins_anew_below_a_full_line(listed: str) -> None:
    """At the top of a page, where nothing else tells it from the rest of a paragraph."""
    text = [(106.0, LINE[2:]), (74.0, LINE[:26] + "。")]
    title = "市总工会首批职工书屋挂牌"
    assert title in blocks_of((74.0, listed), *text, next_page=[(74.0, title), *text])
    assert title not in blocks_of((74.0, listed[1:]), *text, next_page=[(74.0, title), *text])


def test_a_heading_and_a_title_in_larger_type_are_not_one_title() -> None:
    first = [*HEAD, Text(170, 260, "代表讨论工作报告", 22), *paragraph(SENTENCE, 74, 310), Text(250, 460, "发言摘要")]
    second = [Text(210, 100, "包工到组以后", 22), *paragraph(SENTENCE, 74, 140), Text(210, 300, "带头算好账", 22), *paragraph(SENTENCE, 74, 340)]
    outline = [(section.title, [item.title for item in section.items]) for section in pipeline.extract(pdf([first, second])).sections]
    assert outline == [(None, ["代表讨论工作报告"]), ("发言摘要", ["包工到组以后", "带头算好账"])]


@pytest.mark.parametrize(
    ("before", "gap", "after", "read"),
    [
        ("技能大赛", 0.22, "11月", "技能大赛11月"),
        ("技能大赛", 0.35, "11月", "技能大赛 11月"),
        ("办公室", 0.3, "李青", "办公室 李青"),
        ("抗旱保苗", 0.65, "截至今日", "抗旱保苗  截至今日"),
        ("抗旱保苗", 0.65, "8月8日", "抗旱保苗  8月8日"),
        ("工会", 0.05, "信息", "工会信息"),
    ],
)
def test_white_space_that_was_typed(before: str, gap: float, after: str, read: str) -> None:
    """Sizes of type between two pieces of a line, as word processors leave them where a blank was typed."""
    width = sum(8 if c.isascii() else 16 for c in before)
    usual = [Text(74 + 16 * n, 300, c) for n, c in enumerate("共有")] + [Text(106 + 3.5, 300, "31"), Text(74 + 16 * 3 + 7, 300, "人参加")]
    marks: list[Mark] = [Text(74, 120, before), Text(74 + width + 16 * gap, 120, after), *usual]
    assert pipeline.extract(pdf([marks], font=HALF)).text.split("\n") == [read, "共有31人参加"]


def test_white_space_of_a_line_that_is_set_full() -> None:
    """Chinese and Latin type is parted by more there, on the whole page."""
    marks = [
        mark
        for number in range(4)
        for mark in (Text(74, 120 + 28 * number, "共有"), Text(106 + 5, 120 + 28 * number, "31"), Text(122 + 10, 120 + 28 * number, "人"))
    ]
    assert pipeline.extract(pdf([marks], font=HALF)).text == "\n".join(["共有31人"] * 4)


def test_white_space_of_the_one_line_of_a_page_that_is_set_full() -> None:
    usual = [mark for y in (120, 148, 176) for mark in (Text(74, y, "共有"), Text(106 + 3.5, y, "31"), Text(122 + 7, y, "人"))]
    end = 74 + 6 * 17.4 - 1.4
    full = [Text(74, 204, "县已投入机械", extra="1.4 Tc"), Text(end + 16 * 0.31, 204, "12"), Text(end + 16 * 1.62, 204, "台")]
    assert pipeline.extract(pdf([[*usual, *full]], font=HALF)).text.split("\n")[-1] == "县已投入机械12台"


def columns(*, rows_across: bool) -> list[Mark]:
    left = paragraph(SENTENCE * 3, 60, 200, columns=14)
    right = paragraph(SENTENCE[::-1] * 3, 60 + 15 * 16 + 8, 200, columns=14)
    drawn = [mark for pair in zip(left, right, strict=True) for mark in pair] if rows_across else [*left, *right]
    return [Text(170, 120, "市总工会召开会议", 22), *drawn]


@pytest.mark.parametrize("rows_across", [False, True])
def test_two_columns_are_read_one_after_the_other(rows_across: bool) -> None:  # noqa: FBT001  a case of a table
    text = "".join(pipeline.extract(pdf([columns(rows_across=rows_across)])).text.split())
    assert text == "市总工会召开会议" + SENTENCE * 3 + SENTENCE[::-1] * 3


def test_labels_beside_their_text_are_no_column() -> None:
    texts = [Text(160, 120 + 24 * number, "市委，市人大，市政府，市政协", 14) for number in range(12)]
    labels = [Text(74, 120 + 72 * number, label, 14) for number, label in enumerate(("报：", "送：", "发：", "抄："))]
    lines = pipeline.extract(pdf([[*labels, *texts]])).text.split("\n")
    assert [line.split()[0] for line in lines[::3]] == ["报：", "送：", "发：", "抄："]


def test_what_is_read_does_not_depend_on_the_fonts_of_the_machine() -> None:
    data = pdf([[Text(74, 120, "五月六日"), Text(200, 120, "甲", 16, "20 Tc"), Text(74, 800, "1")]])

    def words() -> str:
        with pypdfium2.PdfDocument(data) as file:
            return "".join(file[0].get_textpage().get_text_range().split())

    pypdfium2.raw.FPDF_SetSystemFontInfo(None)
    assert words() == "五月六日1"  # on a machine without fonts pdfium leaves out 甲, which stands alone
    with squares_for_missing_fonts():
        assert words() == "五月六日甲1"
    assert pipeline.extract(data).text.split() == ["五月六日", "甲", "1"]


@pytest.mark.parametrize(
    ("size", "up", "seen"),
    [
        pytest.param(9, 6, "建成驿站¹三十处", id="a mark"),
        pytest.param(9, -3, "建成驿站1三十处", id="lowered, as in CO2"),
        pytest.param(13.5, 0, "建成驿站1三十处", id="smaller Latin type"),
        pytest.param(16, 6, "建成驿站1三十处", id="as large as the line"),
    ],
)
def test_a_raised_digit_is_a_raised_mark(size: float, up: float, seen: str) -> None:
    line = [Text(74, 120, "建成驿站"), Text(138, 120 - up, "1", size), Text(138 + size, 120, "三十处")]
    assert pipeline.extract(pdf([line])).text == seen


def test_running_heads_odd_and_even() -> None:
    pages = [
        [Text(74, 50, "青山工会" if n % 2 else "内部资料", 9), *paragraph(SENTENCE * 2, 74, 120), Text(500 if n % 2 else 74, 800, str(n), 9)]
        for n in range(1, 5)
    ]
    document = pipeline.extract(pdf(pages))
    furniture = " ".join(document.text[run.start : run.end] for run in document.ledger if run.role == "furniture")
    assert furniture.split() == ["青山工会", "1", "内部资料", "2", "青山工会", "3", "内部资料", "4"]
    assert document.sections[0].items[0].text == "\n".join([SENTENCE * 2] * 4)


@pytest.mark.parametrize("rows_across", [False, True])
def test_three_columns_are_read_one_after_the_other(rows_across: bool) -> None:  # noqa: FBT001  a case of a table
    texts = SENTENCE * 2, SENTENCE[::-1] * 2, SENTENCE[20:] * 2
    marks = [mark for number, text in enumerate(texts) for mark in paragraph(text, 50 + 168 * number, 200, columns=9)]
    found = "".join(pipeline.extract(pdf([sorted(marks, key=lambda mark: mark.y) if rows_across else marks])).text.split())
    assert found == "".join(texts)


def test_a_word_cut_by_columns_and_pages_is_whole() -> None:
    text = SENTENCE * 8
    lines = paragraph(text, 74, 120)
    first, second = lines[:12], [mark._replace(y=120 + 28 * n) for n, mark in enumerate(lines[12:])]
    assert pipeline.extract(pdf([first, second])).sections[0].items[0].text == text


def test_locked() -> None:
    from pypdf import PdfReader, PdfWriter

    def locked(user: str) -> bytes:
        writer = PdfWriter()
        writer.append(PdfReader(BytesIO(bulletin())))
        writer.encrypt(user, "owner")
        buffer = BytesIO()
        writer.write(buffer)
        return buffer.getvalue()

    assert pipeline.extract(locked("")).masthead.title == "青山工会信息"
    with pytest.raises(InputError, match="the PDF is locked; give the right one with --password"):
        pipeline.extract(locked("secret"))
    with pytest.raises(InputError, match="the password is wrong"):
        pipeline.extract(locked("secret"), password="other")  # noqa: S106
    assert pipeline.extract(locked("secret"), password="secret").masthead.title == "青山工会信息"  # noqa: S106


TABLE: list[Mark] = [
    Text(74, 110, "统计表如下："),
    *(Rule(74, 434, y) for y in (130, 160, 190, 220)),
    *(Rule(x, x, 130, 220) for x in (74, 194, 314, 434)),
    *(Text(80 + 120 * column, 152 + 30 * row, text, 14)
      for row, texts in enumerate((("单位", "人数", "备注"), ("青山区总工会", "120", ""), ("云门区总工会", "96", "含 2 名干部")))
      for column, text in enumerate(texts) if text),
    *paragraph(SENTENCE, 74, 250),
]  # fmt: skip


def test_a_ruled_table() -> None:
    document = pipeline.extract(pdf([TABLE]))
    (item,) = document.sections[0].items
    assert item.text.split("\n")[:4] == ["统计表如下：", "单位\t人数\t备注", "青山区总工会\t120", "云门区总工会\t96\t含2名干部"]
    assert {(cell.row, cell.column): cell.text for cell in item.tables} == {
        (1, 1): "单位", (1, 2): "人数", (1, 3): "备注", (2, 1): "青山区总工会", (2, 2): "120",
        (3, 1): "云门区总工会", (3, 2): "96", (3, 3): "含2名干部",
    }  # fmt: skip
    assert {cell.table for cell in item.tables} == {1}
    assert all(item.text[cell.start : cell.end] == cell.text for cell in item.tables)


def test_a_page_number_below_a_table_that_reaches_beyond_the_other_lines() -> None:
    marks = [Text(230, 110, "统计表"), *(mark for mark in TABLE[1:] if isinstance(mark, Rule) or mark.size == 14), Text(270, 780, "— 1 —", 14)]
    shifted = [mark._replace(x=mark.x - 40) if isinstance(mark, Text) and mark.size == 14 and mark.y < 700 else mark for mark in marks]
    moved = [mark._replace(x0=mark.x0 - 40, x1=mark.x1 - 40) if isinstance(mark, Rule) else mark for mark in shifted]
    assert pipeline.extract(pdf([moved])).text.split("\n")[-1] == "— 1 —"


def test_type_of_two_cells_that_touch_is_parted() -> None:
    marks: list[Mark] = [mark for mark in TABLE if not isinstance(mark, Text)]
    marks += [Text(194 - 14 * 6, 152, "左格的文字满", 14), Text(194, 152, "右格的文字", 14), Text(80, 182, "下格", 14)]
    assert "左格的文字满\t右格的文字" in pipeline.extract(pdf([marks])).text


def test_a_frame_is_no_table() -> None:
    frame: list[Mark] = [Rule(70, 450, 90), Rule(70, 450, 300), Rule(70, 70, 90, 300), Rule(450, 450, 90, 300)]
    assert "\t" not in pipeline.extract(pdf([[*frame, *paragraph(SENTENCE[:60], 74, 120, columns=22)]])).text


@pytest.mark.parametrize("marks", [paragraph(SENTENCE * 6, 74, 120), HEAD])
def test_two_readers_see_the_same(marks: list[Mark]) -> None:
    """Characters and places as pdfplumber has them."""
    data = pdf([marks])
    raw = read(data, ReadOptions())
    with pdfplumber.open(BytesIO(data)) as file:
        seen = file.pages[0].extract_text_lines(x_tolerance=60)
    assert ["".join(line["text"].split()) for line in seen] == ["".join(raw.text[line.start : line.end].split()) for line in raw.printed]
    for line, other in zip(raw.printed, seen, strict=True):
        x0, top, x1, bottom = line.box or (0, 0, 0, 0)
        assert (x0, x1) == pytest.approx((other["x0"], other["x1"]), abs=2)
        assert top < (other["top"] + other["bottom"]) / 2 < bottom


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="Linux tells a process its own peak")
def test_many_pages_in_bounded_memory() -> None:
    """In a process of its own, by its own peak: that of getrusage is the peak of the process that started it, where that was higher."""
    script = (
        "import re, sys; sys.path.insert(0, 'tests')\n"
        "from printer.raw_pdf import paragraph, pdf\n"
        "import pipeline\n"
        "text = '五月六日，青山市总工会召开全市工会工作会议，传达学习上级会议精神，总结去年工作。'\n"
        "data = pdf([paragraph(text * 4, 74, 120)] * 1000)\n"
        "assert len(pipeline.extract(data).source.pages) == 1000\n"
        "print(int(re.search('VmHWM:[^0-9]*([0-9]+)', open('/proc/self/status').read())[1]) // 1024)"
    )
    root = Path(__file__).resolve().parent.parent
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=root)
    assert int(done.stdout) < 300


CHARACTERS = st.text("工会信息一、（）1.\t 　①—”，。Aa\u2f2f\ue000", min_size=1, max_size=12)
MARKS = st.lists(
    st.builds(Text, st.integers(-50, 600), st.integers(-50, 880), CHARACTERS, st.sampled_from([8, 16, 42]))
    | st.builds(Rule, st.integers(0, 300), st.integers(300, 595), st.integers(0, 842))
    | st.integers(0, 595).flatmap(lambda x: st.builds(Rule, st.just(x), st.just(x), st.integers(0, 400), st.integers(401, 842))),
    max_size=25,
)


@settings(max_examples=60, deadline=None)
@given(st.lists(MARKS, min_size=1, max_size=3))
def test_whatever_stands_on_a_page(pages: list[list[Mark]]) -> None:
    data = pdf(pages)
    raw = read(data, ReadOptions())
    document = pipeline.extract(data)
    assert "".join(document.text[run.start : run.end] for run in document.ledger) == document.text == raw.text
    assert [page.number for page in document.source.pages] == list(range(1, len(pages) + 1))
    assert all(a.end <= b.start for a, b in pairwise(raw.printed))
