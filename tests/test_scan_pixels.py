"""What is seen on the pixels of a page beside its characters: rules, white space inside a line, seals."""

from collections.abc import Callable
from pathlib import Path

import manimgx_fonts_cjk
import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFont
from printer import scanner

from pipeline.model.layout import Box
from pipeline.model.paper import Fragment, PageImage, Recognised
from pipeline.readers.drawn_rules import with_lines
from pipeline.readers.ink import without_red
from pipeline.readers.line_ink import measure_line

RED = (215, 35, 40)
FONT = ImageFont.truetype(Path(manimgx_fonts_cjk.__file__).parent / "NotoSansCJK-VF.otf.ttc", 36, index=2)
FONT.set_variation_by_axes([400])
Change = Callable[[Image.Image], Image.Image]
LINES = ("各单位要把思想和行动统一到会议精神上来，二三十人一", "起上工地，一月一日开工，三月十二日完工。", "工会主席王一丁主持会议。")


def image(page: Image.Image, dpi: int = 200) -> PageImage:
    return PageImage(page.width, page.height, page.tobytes(), dpi)


def written(*, above: int = 400) -> Image.Image:
    """A page with a few lines of type, as wide as A4 at 150 dpi."""
    page = Image.new("RGB", (1240, 1754), "white")
    for number, line in enumerate(LINES):
        ImageDraw.Draw(page).text((150, above + 60 * number), line, "black", FONT)
    return page


def ruled(*lines: tuple[int, int, int, int], ink: str | tuple[int, int, int] = RED, thick: int = 3) -> Image.Image:
    page = written()
    for line in lines:
        ImageDraw.Draw(page).line(line, fill=ink, width=thick)
    return page


def middles(rules: tuple[Box, ...]) -> list[float]:
    return [(rule[1] + rule[3]) / 2 for rule in rules]


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda page: page, id="clean"),
        pytest.param(scanner.speckled, id="specks"),
        pytest.param(scanner.faint, id="faint"),
        pytest.param(lambda page: scanner.askew(page, 0.1), id="hardly askew"),
        pytest.param(lambda page: page.resize((827, 1169)).resize((1240, 1754)), id="coarse"),
    ],
)
@pytest.mark.parametrize(("ink", "thick"), [(RED, 3), ("black", 2), ("black", 6)])
def test_rules_are_seen(change: Change, ink: str | tuple[int, int, int], thick: int) -> None:
    page = change(ruled((150, 300, 1090, 300), (150, 640, 1090, 640), ink=ink, thick=thick))
    found = with_lines(image(page, 150), Recognised(())).rules
    assert middles(found) == pytest.approx([300, 640], abs=3)
    assert all(rule[0] == pytest.approx(150, abs=12) and rule[2] == pytest.approx(1090, abs=12) for rule in found)


@settings(max_examples=12)
@given(st.floats(-3, 3), st.integers(0, 3))
def test_rules_of_a_page_askew_or_turned(degrees: float, turn: int) -> None:
    page = scanner.askew(ruled((150, 300, 1090, 300)), degrees).rotate(-90 * turn, expand=True)
    (found,) = with_lines(image(page, 150), Recognised((), turn, -numpy.radians(degrees))).rules
    assert found == pytest.approx((150, 298, 1090, 303), abs=8)


def test_what_is_no_rule() -> None:
    page = ruled((150, 300, 230, 300), ink="black")  # under a word
    ImageDraw.Draw(page).rectangle((0, 0, 1240, 60), fill="black")  # the edge of the glass
    ImageDraw.Draw(page).rectangle((200, 900, 1000, 1300), fill=(120, 120, 120))  # a photograph
    assert with_lines(image(page, 150), Recognised(())).rules == ()


def test_leaders_and_underlines_belong_to_the_type() -> None:
    page = ruled((150, 300, 1090, 300), (400, 830, 900, 830), (150, 902, 600, 902), ink="black")
    type_ = Fragment("会务纪要", (150, 800, 380, 840), 36), Fragment("会务纪要和创作谈要上工地", (140, 855, 610, 900), 36)
    assert middles(with_lines(image(page, 150), Recognised(type_)).rules) == pytest.approx([300], abs=3)
    assert middles(with_lines(image(page, 150), Recognised(())).rules) == pytest.approx([300, 830, 902], abs=3)


def strip(text: str) -> tuple[numpy.ndarray, list[float]]:
    """A line of type as an engine cuts it out, and the middles of the characters that are no blanks."""
    wide = round(FONT.getlength(text)) + 12
    picture = Image.new("RGB", (wide, 56), "white")
    ImageDraw.Draw(picture).text((6, 0), text, "black", FONT)
    middles = [6 + FONT.getlength(text[:at]) + FONT.getlength(c) / 2 for at, c in enumerate(text) if not c.isspace()]
    return numpy.asarray(picture), middles


@pytest.mark.parametrize(
    ("printed", "seen"),
    [
        pytest.param("（局工会办公室　沈碧波）", "（局工会办公室 沈碧波）", id="unit and person"),
        pytest.param("每小时报一次水位。县防办  聂小风", "每小时报一次水位。县防办 聂小风", id="two narrow blanks"),
        pytest.param("每小时报一次水位。　县防办　聂小风", "每小时报一次水位。 县防办 聂小风", id="behind a full stop"),
        pytest.param("他说：“要抓实、抓细。”会议（扩大）于6月5日召开。", "他说：“要抓实、抓细。”会议（扩大）于6月5日召开。", id="white halves of marks"),
        pytest.param("青 石 工 会 简 讯", "青石工会简讯", id="letter-spaced"),
        pytest.param("简　讯", "简 讯", id="two characters"),
        pytest.param("审核：马远航　电话：0999　共40份", "审核：马远航 电话：0999 共40份", id="figures"),
        pytest.param("·重点关注·", "·重点关注·", id="points"),
    ],
)
def test_white_space_inside_a_line(printed: str, seen: str) -> None:
    picture, middles = strip(printed)
    assert measure_line("".join(printed.split()), middles, picture).text == seen


def test_blanks_of_an_engine() -> None:
    """Those between figures and Chinese are the typesetter's; those between Latin words are kept."""
    picture, middles = strip("于6月5日开通Open Data网站")
    assert measure_line("于 6 月5 日开通Open Data网站", middles, picture).text == "于6月5日开通Open Data网站"


@pytest.mark.parametrize("sign", "◆■◎◇※►")
def test_a_sign_that_an_engine_passes_over(sign: str) -> None:
    picture, middles = strip(f"{sign}会务纪要")
    assert measure_line("会务纪要", middles[1:], picture).text == "\ufffd会务纪要"
    assert measure_line(f"{sign}会务纪要", middles, picture).text == f"{sign}会务纪要"


@pytest.mark.parametrize("line", ["一、会务纪要", "“三八”活动", "（一）会务", "2021年", "— 1 —", "小结", "1.会务"])
def test_a_line_without_a_sign(line: str) -> None:
    picture, middles = strip(line)
    assert not measure_line("".join(line.split()), middles, picture).text.startswith("\ufffd")


@pytest.mark.parametrize("line", ["会务纪要", "会 务 纪 要", "【领导重视】", "·重点关注·", "5月21日，区委书记到所在支部讲党课。", "（局工会办公室　沈碧波）", "一三", "◎会务"])
def test_the_size_of_type_is_that_of_its_characters(line: str) -> None:
    picture, middles = strip(line)
    measured = measure_line("".join(line.split()), middles, picture)
    assert measured.size == pytest.approx(36, rel=0.1)
    assert [measured.left, measured.right] == pytest.approx([6, picture.shape[1] - 6], abs=26)


@given(st.text(alphabet="工会主席一，。（A1 ", max_size=12), st.lists(st.floats(0, 400), max_size=12))
def test_places_that_do_not_fit_change_no_character(text: str, middles: list[float]) -> None:
    picture, _ = strip("工会主席一行到会")
    assert "".join(measure_line(text, middles, picture).text.split()).lstrip("\ufffd") == "".join(text.split())


def test_a_seal_is_taken_off_where_it_hides_words() -> None:
    sealed = numpy.asarray(scanner.sealed(written(), 0.3, 0.27))
    cleaned = without_red(sealed[:, :, ::-1])
    assert cleaned is not None
    assert (cleaned.max(axis=2) < 110).sum() == pytest.approx((numpy.asarray(written()).max(axis=2) < 110).sum(), rel=0.05)
    beside = numpy.asarray(scanner.sealed(written(), 0.5, 0.7))
    assert without_red(beside[:, :, ::-1]) is None
    assert without_red(numpy.asarray(ruled((150, 380, 1090, 380)))[:, :, ::-1]) is None


@settings(max_examples=25)
@given(st.integers(1, 90), st.integers(1, 90), st.sampled_from(["white", "black", "noise", RED]), st.floats(60, 300))
def test_any_picture_can_be_looked_at(width: int, height: int, ink: str | tuple[int, int, int], dpi: float) -> None:
    page = Image.effect_noise((width, height), 80).convert("RGB") if ink == "noise" else Image.new("RGB", (width, height), ink)
    high, wide = (width, height) if width % 2 else (height, width)
    seen = with_lines(image(page, round(dpi)), Recognised((), width % 4))
    assert all(0 <= x0 < x1 <= wide and 0 <= y0 < y1 <= high for x0, y0, x1, y1 in (*seen.rules, *seen.grid_lines))
    pixels = numpy.asarray(page)
    assert measure_line("工会", [1.0, width / 2], pixels).text.replace(" ", "").lstrip("\ufffd") == "工会"
    assert without_red(pixels) is None or ink == "noise"
