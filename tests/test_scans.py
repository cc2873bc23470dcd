"""Scans and photographs: pages that are askew, upside down, faint, sealed or in columns give what the text gives."""

import difflib
import io
import math
import re
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from printer import scanner, typst_maker
from printer.sheet import sheet

import pipeline
from pipeline.certainty import DOUBTFUL
from pipeline.errors import DependencyError, InputError
from pipeline.model.document import Document
from pipeline.model.item import Item
from pipeline.model.paper import Fragment, PageImage, Recognised
from pipeline.normalize import fold, fold_seen
from pipeline.readers import recognition
from pipeline.readers.keystone import find_keystone, set_upright
from pipeline.readers.page_cache import FOLDER
from pipeline.readers.quads import Quad, lay_straight

TEXT = """\
　　　　　　　　青 石 工 会 简 讯

　　　　　　　　　第6期（总第18期）

青石水泥厂工会编　　　　　　　　2021年6月8日
━━━━━━━━━━━━━━━━━━━━━━━━━━━━

　　　　　　　厂工会为一线职工送清凉
　　6月5日，厂工会主席马远征带队到烧成车间、矿山车间慰问高温岗位职工，送去绿豆、毛巾和防暑药品共320份，
叮嘱大家注意休息，防止中暑。
　　　　　　　　　　　　　（厂工会办公室　沈碧波）

　　　　　　　职工书屋添新书
　　近日，厂图书室购进文学、科技类图书六百余册，全部上架供职工借阅，开放时间延长到晚上九点。
　　　　　　　　　　　　　（宣传科）

报：市总工会
"""

Change = Callable[[list[Image.Image]], list[Image.Image]]


@pytest.fixture(autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv(FOLDER, str(folder))
    return folder


@pytest.fixture(scope="module")
def printed() -> list[Image.Image]:
    return scanner.pages(typst_maker.pdf(sheet(TEXT.encode()), size=14))


def items(document: Document) -> list[Item]:
    return [item for section in document.sections for item in section.items]


def likeness(one: str | None, other: str | None) -> float:
    bare, like = (re.sub(r"\s", "", fold(text or "")) for text in (one, other))
    return difflib.SequenceMatcher(None, bare, like, autojunk=False).ratio()


def check(found: Document) -> None:
    expected = pipeline.extract(TEXT.encode())
    assert (found.masthead.issue_number, found.masthead.cumulative_number, found.masthead.date) == (6, 18, "2021-06-08")
    assert likeness(found.masthead.title, expected.masthead.title) > 0.8
    assert len(items(found)) == len(items(expected))
    for mine, theirs in zip(items(found), items(expected), strict=True):
        assert likeness(mine.title, theirs.title) > 0.8
        assert likeness(mine.text, theirs.text) > 0.93
        assert [likeness(row.person, name.person) > 0.6 for row, name in zip(mine.attributions, theirs.attributions, strict=True)] == [True]
    assert "".join(found.text[run.start : run.end] for run in found.ledger) == found.text


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda pages: [scanner.photographed(scanner.askew(page, -1.5)) for page in pages], id="photographed aslant"),
        pytest.param(lambda pages: [scanner.sealed(page, 0.62, 0.47).rotate(180) for page in pages], id="a seal, upside down"),
        pytest.param(lambda pages: [scanner.faint(page).transpose(Image.Transpose.ROTATE_90) for page in pages], id="faint, on its side"),
    ],
)
def test_a_page_is_read_however_it_lies(printed: list[Image.Image], change: Change) -> None:
    found = pipeline.extract(scanner.scanned_pdf(change(printed)))
    check(found)
    assert found.source.reader == "scan"


def test_two_columns() -> None:
    long = TEXT.replace("共320份", "共320份，" + "并详细询问了轮休安排、食堂伙食和更衣室降温设备的使用情况，" * 9)
    pages = scanner.pages(typst_maker.pdf(sheet(long.encode()), columns=2, size=12))
    found = pipeline.extract(scanner.tiff(pages))
    assert [likeness(mine.text, theirs.text) > 0.95 for mine, theirs in zip(items(found), items(pipeline.extract(long.encode())), strict=True)] == [True] * 2


class Stub:
    """Stands for an engine where what is tested is what we make of its answers."""

    def __init__(self, *fragments: Fragment, turn: int = 0) -> None:
        self.answer = Recognised(fragments, turn)
        self.shown: list[PageImage] = []

    def recognise(self, image: PageImage) -> Recognised:
        self.shown.append(image)
        return self.answer


def install(monkeypatch: pytest.MonkeyPatch, stub: Stub) -> Stub:
    monkeypatch.setattr(recognition, "ENGINES", {"stub": lambda _: stub})
    return stub


def png(width: int = 600, height: int = 800, **options: object) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (width, height), "white").save(file, "PNG", **options)
    return file.getvalue()


def test_a_page_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    stub = install(monkeypatch, Stub(Fragment("会议纪要", (10, 10, 90, 30), 20)))
    first = pipeline.extract(png())
    assert pipeline.extract(png()) == first
    assert len(stub.shown) == 1
    monkeypatch.setenv(FOLDER, "off")
    pipeline.extract(png())
    assert len(stub.shown) == 2


def test_a_cache_that_is_torn_or_cannot_be_written_is_none(monkeypatch: pytest.MonkeyPatch, cache: Path) -> None:
    stub = install(monkeypatch, Stub(Fragment("会议纪要", (10, 10, 90, 30), 20)))
    first = pipeline.extract(png())
    (kept,) = [path for path in cache.rglob("*") if path.is_file()]
    kept.write_text("{", encoding="utf-8")
    assert pipeline.extract(png()) == first
    monkeypatch.setenv(FOLDER, "/dev/null/nowhere")
    assert pipeline.extract(png()) == first
    assert len(stub.shown) == 3


def test_pages_come_in_order_and_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    class Widths(Stub):
        def recognise(self, image: PageImage) -> Recognised:
            return Recognised((Fragment(f"第{image.width}页", (10, 10, 60, 30), 20),))

    install(monkeypatch, Widths())
    told: list[tuple[int, int]] = []
    pages = [Image.new("RGB", (300 + number, 400), "white") for number in range(7)]
    document = pipeline.extract(scanner.tiff(pages, dpi=72), progress=lambda *page: told.append(page))
    assert document.text == "\f".join(f"第{300 + number}页" for number in range(7))
    assert told == [(number + 1, 7) for number in range(7)]
    assert pipeline.extract(scanner.tiff(pages, dpi=72), pages="3-4").text == "第302页\f第303页"


def test_an_interruption_does_not_wait_for_the_other_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    stub = install(monkeypatch, Stub())

    def interrupt(*_: int) -> None:
        raise KeyboardInterrupt

    pages = [Image.new("RGB", (300 + number, 400), "white") for number in range(40)]
    with pytest.raises(KeyboardInterrupt):
        pipeline.extract(scanner.tiff(pages), progress=interrupt)
    assert len(stub.shown) < 20


def test_a_page_on_which_the_engine_fails_is_told_and_costs_itself_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    class Failing(Stub):
        def recognise(self, image: PageImage) -> Recognised:
            if 305 < image.width < 315:
                raise MemoryError
            return super().recognise(image)

    stub = install(monkeypatch, Failing(Fragment("会议纪要", (10, 10, 90, 30), 20)))
    pages = [Image.new("RGB", (300 + 10 * number, 400), "white") for number in range(3)]
    for source in (scanner.tiff(pages, dpi=72), scanner.scanned_pdf(pages, dpi=200)):
        document = pipeline.extract(source)
        assert document.text == "会议纪要\f\f会议纪要"
        (warning,) = [warning for warning in document.warnings if warning.code == "ocr_failed"]
        assert warning.message.startswith("page 2 ")
    assert stub.shown


def test_doubts_of_the_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    sure = Fragment("5月3日，市总工会召开会议。", (10, 10, 330, 30), 20, 0.99)
    unsure = Fragment("5月4日，县总工会召开会议。", (10, 50, 330, 70), 20, 0.5)
    install(monkeypatch, Stub(sure, unsure))
    document = pipeline.extract(png())
    (warning,) = [warning for warning in document.warnings if warning.code == "ocr_doubt"]
    assert document.text[warning.source_start : warning.source_end] == unsure.text
    assert unsure.confidence < DOUBTFUL < sure.confidence
    rows = {row.text: row.confidence for item in items(document) for row in item.organizations}
    assert rows["县总工会"] < 0.5 < rows["市总工会"]


def test_a_turned_page_and_its_boxes(monkeypatch: pytest.MonkeyPatch) -> None:
    text = Fragment("昨天下午，局里召开了安全生产工作会议。", (100, 100, 500, 120), 20)
    install(monkeypatch, Stub(Fragment("会议纪要", (100, 60, 180, 80), 20), text, turn=1))
    document = pipeline.extract(png(600, 800, dpi=(72, 72)))
    (page,) = document.source.pages
    assert (page.width, page.height) == pytest.approx((600, 800), abs=0.5)
    (segment,) = items(document)[0].segments
    assert segment.bbox == pytest.approx((600 - 120, 100, 600 - 100, 500), abs=0.5)


def test_without_an_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recognition, "ENGINES", {})
    with pytest.raises(DependencyError, match="pip install"):
        pipeline.extract(png())


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0" + b"\0" * 50, b"II*\0\xff\xff\xff\xff", png()[:-300], b"GIF89a"])
def test_a_damaged_image(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    install(monkeypatch, Stub())
    try:
        pipeline.extract(data)
    except InputError as error:
        assert "image" in str(error)  # noqa: PT017  half an image may be read or refused, but in one line


def claiming(width: int, height: int) -> bytes:
    """A small PNG whose header claims another size."""
    data = png(8, 8)
    header = b"IHDR" + struct.pack(">II", width, height) + data[24:29]
    return data[:12] + header + struct.pack(">I", zlib.crc32(header)) + data[33:]


@pytest.mark.parametrize("side", [12_000, 20_000], ids=["more than a page", "more than Pillow opens"])
def test_an_image_that_is_a_bomb(monkeypatch: pytest.MonkeyPatch, side: int) -> None:
    install(monkeypatch, Stub())
    with pytest.raises(InputError, match="too large"):
        pipeline.extract(claiming(side, side))


def test_an_image_that_claims_pixels_it_has_not(monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, Stub())
    with pytest.raises(InputError, match="damaged"):
        pipeline.extract(claiming(600, 800))


@pytest.mark.parametrize(
    ("seen", "meant"), [("2O2O年", "2020年"), ("l0日", "10日"), ("党员十部", "党员干部"), ("十部门", "十部门"), ("No.1", "No.1"), ("O型", "O型")]
)
def test_habits_of_engines_are_seen_through(seen: str, meant: str) -> None:
    assert fold_seen(seen) == meant


@given(st.text(alphabet="20Ol年月日十部干党员 ", max_size=30))
def test_seeing_through_keeps_the_length(text: str) -> None:
    assert len(fold_seen(text)) == len(text)


@given(st.floats(-0.08, 0.08), st.integers(0, 3))
def test_any_skew_is_taken_out(angle: float, turn: int) -> None:
    """Lines that lie level on a page lie level again when the page was turned by a few degrees around its middle."""
    wide, high = (1000, 1400) if turn % 2 == 0 else (1400, 1000)
    quads = []
    for row in range(5):
        level = [(100, 200 + 60 * row), (800, 200 + 60 * row), (800, 230 + 60 * row), (100, 230 + 60 * row)]
        turned = [
            (
                wide / 2 + (x - wide / 2) * math.cos(angle) - (y - high / 2) * math.sin(angle),
                high / 2 + (x - wide / 2) * math.sin(angle) + (y - high / 2) * math.cos(angle),
            )
            for x, y in level
        ]
        quads.append(Quad(tuple(turned), "会" * 23, 1.0, 30))
    boxes = [fragment.box for fragment in lay_straight(quads, 1000, 1400, turn).fragments]
    assert all(box[3] - box[1] == pytest.approx(30, abs=4) for box in boxes)
    assert [box[1] for box in boxes] == sorted((box[1] for box in boxes), reverse=turn >= 2)


def test_signs_that_have_no_name_open_briefs(monkeypatch: pytest.MonkeyPatch) -> None:
    """They stand as U+FFFD, a warning tells them, and they say what bullets say."""
    rows = ["工会简讯", "2021年第3期", "青石水泥厂工会    2021年3月5日", "�3月1日，厂工会慰问困难职工。", "�3月2日，厂工会开展读书活动。", "�3月4日，厂女工委组织登山。"]
    fragments = [Fragment(text, (40, 40 * n, 40 + 20 * len(text), 40 * n + 20), 20, 0.98) for n, text in enumerate(rows, 1)]
    install(monkeypatch, Stub(*fragments))
    document = pipeline.extract(png())
    assert [item.text for item in items(document)] == [row[1:] for row in rows[3:]]
    assert [warning.message for warning in document.warnings if warning.code == "ocr_doubt"] == [
        "the sign before 3 lines could not be read and stands as �"
    ]


def leaning(line: tuple[float, float, float, float], left: float, right: float) -> tuple[float, float, float, float]:
    """The box of a line of a page of 1000 by 1400 whose margins, at 100 and 900, lean by so much."""
    x0, top, x1, bottom = line
    y = (top + bottom) / 2 - 700
    start, end = 100 + left * y, 900 + right * y
    return (start + (x0 - 100) * (end - start) / 800, top, start + (x1 - 100) * (end - start) / 800, bottom)


PARAGRAPHS = [(100 + 40 * (row % 4 == 0), 150 + 36 * row, 900 if row % 4 < 3 else 500 + 37 * (row % 9), 174 + 36 * row) for row in range(30)]


@given(st.floats(-0.06, 0.06), st.floats(-0.06, 0.06))
def test_a_page_photographed_aslant_stands_upright(left: float, right: float) -> None:
    lines = [(leaning(line, left, right), 0.0) for line in PARAGRAPHS]
    keystone = find_keystone(lines, 1000, 1400)
    placed = [set_upright(box, keystone)[0] if keystone else box for box, _ in lines]
    assert max(abs(box[0] - line[0]) for box, line in zip(placed, PARAGRAPHS, strict=True)) < 9
    assert max(abs(box[2] - line[2]) for box, line in zip(placed, PARAGRAPHS, strict=True)) < 9


HEADINGS = [
    *((100, 150 + 60 * row, 190 + 31 * (row % 5), 174 + 60 * row) for row in range(16)),
    *((140, 180 + 240 * row, 900, 204 + 240 * row) for row in range(5)),
    (100, 1200, 800, 1224),
]
"""Few lines are long, and most of these begin a paragraph; headings and names begin at the margin."""


@pytest.mark.parametrize("left", [-0.07, -0.05, 0.05, 0.07])
def test_short_lines_tell_the_margin_as_well(left: float) -> None:
    lines = [(leaning(line, left, -left), 0.0) for line in HEADINGS]
    keystone = find_keystone(lines, 1000, 1400)
    assert keystone is not None
    assert keystone.lean == pytest.approx(left, abs=0.004)


def test_neighbours_that_stand_one_below_the_other_make_no_margin_upright() -> None:
    rows = [(100, top, 900, top + 22) for top in (150, 175, 200, 450, 700, 950, 1200)]
    keystone = find_keystone([(leaning(line, 0.0, 0.03), 0.0) for line in rows], 1000, 1400)
    assert keystone is not None
    assert keystone.widening == pytest.approx(0.03, abs=0.004)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(8, 20)), min_size=1, max_size=40), st.integers(0, 1))
def test_a_page_on_glass_is_left_alone(rows: list[tuple[int, int]], columns: int) -> None:
    lines: list[tuple[tuple[float, float, float, float], float]] = []
    for number, (indent, length) in enumerate(rows):
        x = 100 + 20 * indent + (420 if columns and number % 2 else 0)
        lines += [((x, 100 + 30 * number, x + 20 * length, 120 + 30 * number), 0.0), ((100, 115 + 30 * number, 500, 135 + 30 * number), 0.0)]
    assert find_keystone(lines, 1000, 1400) is None


def test_lines_that_fan_out_lie_level() -> None:
    lines = [((100.0, 150 + 36.0 * row, 900.0, 174 + 36.0 * row), 0.0004 * row) for row in range(30)]
    keystone = find_keystone(lines, 1000, 1400)
    assert keystone is not None
    heads = [set_upright((100 + 700 * side, 1158 + 0.012 * 350 * (2 * side - 1), 200 + 700 * side, 1180 + 0.012 * 350 * (2 * side - 1)), keystone)[0] for side in (0, 1)]
    assert abs(heads[0][1] - heads[1][1]) < 5
