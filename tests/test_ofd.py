from io import BytesIO

import pytest
import test_printed
from PIL import Image
from printer import ofd_maker, typst_maker
from printer.ofd_maker import line, package, page_part, path

import pipeline
from pipeline.errors import InputError
from pipeline.model.layout import RawText, ReadOptions
from pipeline.model.paper import Fragment, PageImage, Recognised
from pipeline.readers import recognition
from pipeline.readers.formats import read

SENTENCE = "昨天下午，局里召开了安全生产工作会议，各站负责人参加。"


def raw(*pages: str, **more: object) -> RawText:
    return read(package(list(pages), **more), ReadOptions())  # type: ignore[arg-type]


def test_items_of_the_print_are_those_of_the_text() -> None:
    """All samples give 486 of 500 items, as many as the PDF that they are made of."""
    right, missed = 0, []
    for path_, (printed, document) in list(test_printed.texts().items())[::9]:
        found = test_printed.items(pipeline.extract(ofd_maker.ofd(typst_maker.pdf(printed))))
        for item in test_printed.items(document):
            right += item in found
            missed += [] if item in found else [(path_.parent.name, item[1])]
    assert right >= 0.96 * (right + len(missed)), missed


def test_places_are_kept() -> None:
    found = raw(line(30, 40, "工会信息", size=10), line(20, 60, SENTENCE))
    assert found.text == f"工会信息\f{SENTENCE}"
    assert (found.reader, found.media_type, found.measure) == ("ofd", "application/ofd", round(len(SENTENCE) * 2))
    first, second = found.printed
    assert first.box == pytest.approx((30 * 72 / 25.4, 31.5 * 72 / 25.4, 70 * 72 / 25.4, 41.5 * 72 / 25.4), abs=0.1)
    assert second.page == 1
    assert [(page.width, page.height) for page in found.pages] == [pytest.approx((595.28, 841.89), abs=0.01)] * 2


@pytest.mark.parametrize(
    ("objects", "text"),
    [
        (line(20, 40, "一二三四五", steps="g 2 5.64 5.64 5.64"), "一二三四五"),
        (line(20, 40, "左边右边", steps="5.64 60 5.64"), "左边    右边"),
        (line(20, 40, "甲乙", steps="g"), "甲乙"),
        (line(20, 40, "甲乙", steps="g 99999999999 5.64"), "甲乙"),
        (line(20, 40, "ISO", steps="1.6 4.2") + line(31, 40, "9001"), "ISO 9001"),
        (line(20, 40, "NIKE", steps="4.1 1.6 3.9"), "NIKE"),
        (line(20, 40, "　　另起一段"), "另起一段"),
        ("".join(line(20 + 5.64 * place, 40, sign) for place, sign in enumerate("逐字排版")), "逐字排版"),
        (line(20, 40, "加粗") + line(20.1, 40, "加粗"), "加粗"),
        (line(20, 40, "看得见") + line(20, 50, "看不见", extra='Visible="false"'), "看得见"),
        (line(20, 40, "a\tb"), "a b"),
        (line(20, 40, "缺字号").replace('Size="5.640"', 'size="5.640"'), "缺字号"),
        (line(20, 40, "乱数").replace('X="0"', 'X="nan"').replace("20.000", "2e999"), "乱数"),
    ],
)  # fmt: skip
def test_codes(objects: str, text: str) -> None:
    assert raw(objects).text == text


def test_blocks_and_drawings_that_are_used_again() -> None:
    unit = f'<ofd:CompositeGraphicUnit ID="7"><ofd:Content>{line(5, 6, "准印证")}<ofd:CompositeObject ResourceID="7" Boundary="0 1 9 9"/></ofd:Content></ofd:CompositeGraphicUnit>'
    parts: dict[str, str | bytes] = {"Doc_0/Res.xml": f"<r:Res xmlns:r='x'>{'<r:CompositeGraphicUnits>' + unit.replace('ofd:', 'r:') + '</r:CompositeGraphicUnits>'}</r:Res>"}
    used = '<ofd:PageBlock><ofd:CompositeObject ResourceID="7" Boundary="40 30 50 20" CTM="2 0 0 2 0 0"/></ofd:PageBlock>'
    found = raw(used, common="<ofd:DocumentRes>Res.xml</ofd:DocumentRes>", parts=parts)
    assert found.text.startswith("准印证")
    assert found.printed[0].box is not None
    assert found.printed[0].box[0] == pytest.approx(50 * 72 / 25.4, abs=0.1)


def test_a_template_lies_below_and_places_are_written_in_many_ways() -> None:
    parts: dict[str, str | bytes] = {"Doc_0/Tpls/Tpl_0/Content.xml": page_part(line(20, 30, "青岩水库管理局文件", size=9))}
    common = '<ofd:TemplatePage ID="3" BaseLoc="/doc_0\\Tpls/Tpl_0/content.xml"/>'
    before = '<ofd:Area><ofd:PhysicalBox>10 10 100 200</ofd:PhysicalBox></ofd:Area><ofd:Template TemplateID="3"/>'
    parts["Doc_0/Pages/Page_0/Content.xml"] = page_part(line(20, 60, SENTENCE[:8]), before)
    found = raw("", common=common, parts=parts)
    assert found.text == f"青岩水库管理局文件\n{SENTENCE[:8]}"
    assert found.printed[0].box is not None
    assert found.printed[0].box[0] == pytest.approx(10 * 72 / 25.4, abs=0.1)
    assert found.pages[0].width == pytest.approx(100 * 72 / 25.4, abs=0.01)


def test_a_ruled_table_and_a_rule() -> None:
    grid = "".join(path(20, y, 140, y) for y in (50, 60, 70)) + "".join(path(x, 50, x, 70) for x in (20, 80, 140))
    cells = line(25, 57, "姓名") + line(85, 57, "单位") + line(25, 67, "柳莹") + line(85, 67, "青岩区总工会")
    found = raw(line(20, 30, "名单", size=8) + path(20, 40, 190, 40) + line(20, 45, "如下：") + grid + cells)
    assert found.text == "名单\n如下：\n姓名\t单位\n柳莹\t青岩区总工会"
    assert [(cell.row, cell.column) for cell in found.cells] == [(0, 0), (0, 1), (1, 0), (1, 1)]
    assert [row.rule_above for row in found.printed][:2] == [False, True]


def test_what_does_not_run_from_left_to_right_stands_at_the_end() -> None:
    upright = line(180, 60, "内部使用", extra='CTM="0 1 -1 0 0 0"')
    below = line(150, 50, "竖排").replace('Y="5.640"', 'Y="5.640" DeltaY="6"')
    assert raw(upright + below + line(20, 40, SENTENCE)).text == f"{SENTENCE}\n内部使用\n竖排"


def test_a_page_that_is_lost_is_told() -> None:
    found = raw(line(20, 40, "第一页"), line(20, 40, "第二页"), parts={"Doc_0/Pages/Page_0/Content.xml": b"\x00\x01"})
    assert found.text == "\f第二页"
    assert [(warning.code, warning.message) for warning in found.warnings] == [("page_unreadable", "page 1 is damaged and was left out")]


def test_pages_that_are_asked_for() -> None:
    data = package([line(20, 40, f"第{number}页") for number in "一二三"])
    assert read(data, ReadOptions(pages="3")).text == "第三页"
    with pytest.raises(InputError, match="none of these"):
        read(data, ReadOptions(pages="7"))


@pytest.mark.parametrize("data", [package([]), package(["x"], parts={"OFD.xml": "<a/>"}), package(["x"], parts={"Doc_0/Document.xml": ""})])
def test_a_file_without_pages(data: bytes) -> None:
    with pytest.raises(InputError, match="damaged or locked; open it in an OFD viewer"):
        pipeline.extract(data)


def picture(width: int = 420, height: int = 594) -> bytes:
    buffer = BytesIO()
    Image.new("RGB", (width, height), "white").save(buffer, "PNG")
    return buffer.getvalue()


def scanned(image: bytes) -> bytes:
    resources = '<Res BaseLoc="Res"><MultiMedias><MultiMedia ID="5"><MediaFile>a.png</MediaFile></MultiMedia></MultiMedias></Res>'
    parts: dict[str, str | bytes] = {"Doc_0/DocumentRes.xml": resources, "Doc_0/Res/a.png": image}
    shown = '<ofd:ImageObject ResourceID="5" Boundary="0 0 210 297" CTM="210 0 0 297 0 0"/>'
    return package([shown, line(20, 40, SENTENCE)], common="<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>", parts=parts)


class Seer:
    """Sees one line at an inch from the top and the left of every image."""

    def recognise(self, image: PageImage) -> Recognised:
        dot = image.dpi
        return Recognised((Fragment("青山工会信息", (dot, dot, 3 * dot, 1.4 * dot), 0.4 * dot, 0.9),))


def test_a_page_that_is_an_image_is_shown_to_the_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BULLETIN_EXTRACT_CACHE", "off")
    monkeypatch.setattr(recognition, "ENGINES", {"seer": lambda _: Seer()})
    found = read(scanned(picture()), ReadOptions())
    assert found.text == f"青山工会信息\f{SENTENCE}"
    assert found.printed[0].box == pytest.approx((72, 72, 216, 100.8), abs=0.5)
    assert [line.confidence for line in found.printed] == [0.9, 1.0]
    assert read(scanned(picture()), ReadOptions(pages="1")).reader == "scan"


@pytest.mark.parametrize("image", [b"", b"GB2", picture()[:60]])
def test_an_image_that_cannot_be_opened_costs_its_page(monkeypatch: pytest.MonkeyPatch, image: bytes) -> None:
    monkeypatch.setattr(recognition, "ENGINES", {"seer": lambda _: Seer()})
    found = read(scanned(image), ReadOptions())
    assert found.text == f"\f{SENTENCE}"
    assert [warning.code for warning in found.warnings] == ["page_unreadable"]


def test_an_image_and_no_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recognition, "ENGINES", {})
    found = read(scanned(picture()), ReadOptions())
    assert found.text == f"\f{SENTENCE}"
    assert [warning.code for warning in found.warnings] == ["ocr_missing"]
