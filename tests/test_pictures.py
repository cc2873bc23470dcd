"""Pictures of pages: as many as fit, none where there is nothing to be seen, whatever is in the file."""

import base64
import ctypes
import io
import sys
from collections.abc import Iterator

import pypdfium2.raw
import pytest
from PIL import Image
from printer.raw_pdf import Text, pdf

from pipeline.facsimile import extract_with_facsimile
from pipeline.model.paper import Picture
from pipeline.readers import pictures, stand_in
from pipeline.readers.pictures import drawing, take_pictures

HELVETICA = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
"""pdfium draws it itself: a machine without Chinese fonts has nothing else to draw with."""
PAGES = pdf([[Text(100, 100 + 40 * n, f"第{n}页")] for n in range(4)])


def image(picture: Picture) -> Image.Image:
    head, _, data = picture.address.partition(",")
    assert head == "data:image/webp;base64"
    return Image.open(io.BytesIO(base64.b64decode(data)))


def darkest(picture: Image.Image) -> float:
    return min(picture.convert("L").tobytes())


def photo(kind: str = "PNG", size: tuple[int, int] = (400, 200), **options: object) -> bytes:
    buffer = io.BytesIO()
    drawn = Image.new("RGB", size, "white")
    drawn.paste("black", (0, 0, 40, 40))
    drawn.save(buffer, kind, **options)
    return buffer.getvalue()


def test_pages_of_a_pdf() -> None:
    found = list(take_pictures(PAGES, [2, 4]))
    assert [picture.number for picture in found] == [2, 4]
    assert image(found[0]).size == (910, 1287)
    assert darkest(image(found[0])) < 60


@pytest.fixture
def no_chinese_fonts(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """pdfium finds no font on the machine."""
    nothing = {name: lambda *_: 0 for name in ("Release", "EnumFonts", "MapFont", "GetFont", "GetFontData", "GetFaceName", "GetFontCharset", "DeleteFont")}
    bare = stand_in._font_info(**nothing)
    stand_in._machine_first.cache_clear()
    with monkeypatch.context() as patch:
        patch.setattr(pypdfium2.raw, "FPDF_GetDefaultSystemFontInfo", lambda: ctypes.pointer(bare))
        yield
    stand_in._machine_first.cache_clear()
    pypdfium2.raw.FPDF_SetSystemFontInfo(pypdfium2.raw.FPDF_GetDefaultSystemFontInfo())


def inked(character: str) -> int:
    """Dark pixels of a page with this character."""
    (found,) = take_pictures(pdf([[Text(100, 300, character, 200)]]), [1])
    return sum(pixel < 128 for pixel in image(found).convert("L").tobytes())


@pytest.mark.usefixtures("no_chinese_fonts")
def test_a_machine_without_chinese_fonts_draws_with_that_of_the_extra() -> None:
    pytest.importorskip("pylopdf_fonts_zh_cn")
    assert 0 < inked("一") < inked("國") / 2


@pytest.mark.usefixtures("no_chinese_fonts")
def test_without_any_chinese_font_a_page_shows_squares(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pylopdf_fonts_zh_cn", None)
    assert 10_000 < inked("一") == inked("國")


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_lines_stand_on_the_picture_where_they_are_seen(turn: int) -> None:
    pages = [[Text(60, 100, "Page 1")], [Text(120, 300, "2020 No. 2")]]
    data = pdf(pages, page=f"/Rotate {turn}", font=HELVETICA, encoding="ascii")
    document, facsimile = extract_with_facsimile(data, pages="2")
    assert [picture.number for picture in facsimile.pictures] == [2] == [page.number for page in document.source.pages]
    (line,) = facsimile.lines
    assert document.text[line.start : line.end] == "2020 No. 2"
    assert line.box
    page = image(facsimile.pictures[0]).convert("L")
    scale = page.width / (document.source.pages[0].width or 1)
    x0, top, x1, bottom = (round(edge * scale) for edge in line.box)
    assert darkest(page.crop((x0, top, x1, bottom))) < 60
    page.paste(255, (x0 - 6, top - 6, x1 + 6, bottom + 6))
    assert darkest(page) > 200


def test_a_source_that_is_no_paper() -> None:
    assert extract_with_facsimile("会议\n".encode())[1] == ((), ())


def test_as_many_as_fit_and_each_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    (one,) = take_pictures(PAGES, [1])
    monkeypatch.setattr(pictures, "MOST_BYTES", len(one.address) * 3 / 4 * 2.5)
    told: list[tuple[int, int]] = []
    assert [picture.number for picture in take_pictures(PAGES, [1, 2, 3, 4], progress=lambda *count: told.append(count))] == [1, 2]
    assert told[-1] == (4, 4)


def test_a_turned_photograph_stands_upright() -> None:
    turned = Image.Exif()
    turned[0x0112] = 6  # the camera lay on its side
    found = image(next(take_pictures(photo("JPEG", exif=turned), [1])))
    assert found.size == (200, 400)
    assert darkest(found.crop((180, 0, 200, 20))) < 60
    assert darkest(found.crop((0, 0, 100, 400))) > 200


def test_a_large_photograph_is_made_smaller() -> None:
    assert max(image(next(take_pictures(photo(size=(3000, 4000)), [1]))).size) == 1300


@pytest.mark.parametrize("data", [photo()[:90], photo("TIFF")[:200], b"RIFF0000WEBPxx"])
def test_what_is_damaged_has_no_pictures(data: bytes) -> None:
    assert list(take_pictures(data, [1, 7])) == []


def test_a_page_that_is_not_there() -> None:
    with drawing(PAGES) as draw:
        assert draw(9) is None
    with drawing(photo()) as draw:
        assert draw(2) is None
        assert draw(1)
