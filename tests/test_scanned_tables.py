"""Tables on scans: grid lines are found on the image, and what an engine saw is laid into their cells."""

import pytest
from PIL import Image, ImageDraw
from printer import scanner, typst_maker
from test_scan_pixels import FONT, image

import pipeline
from pipeline.model.layout import Box
from pipeline.model.paper import Fragment, Recognised
from pipeline.readers.drawn_rules import with_lines
from pipeline.readers.ruled_tables import find_tables
from pipeline.readers.scanned_tables import seen_page

PAGE = """
#set page(width: 15cm, height: 11cm, margin: 1.2cm)
#set text(font: "Noto Sans CJK SC", size: 12pt)
三月份，全镇安全检查情况如下。
#table(columns: (auto, 1fr, auto, 1.3fr), inset: 5pt, [序号], [单位], [隐患], [备注], [1], [砖瓦厂], [12], [已整改十处，其余两处限期在本月底整改完毕],
  [2], [农机站], [3], [], table.cell(colspan: 2)[合计], [15], [])
各单位要引以为戒。
"""
ROWS = ["序号\t单位\t隐患\t备注", "1\t砖瓦厂\t12\t已整改十处，其余两处限期在本月底整改完毕", "2\t农机站\t3", "合计\t\t15"]


def lines(xs: list[float], ys: list[float]) -> tuple[Box, ...]:
    return (*((xs[0], y, xs[-1], y + 1) for y in ys), *((x, ys[0], x + 1, ys[-1]) for x in xs))


def rows(*fragments: Fragment, grid: tuple[Box, ...]) -> list[tuple[tuple[str, ...], float]]:
    page = seen_page(1, 595, 842, Recognised(fragments, grid_lines=grid))
    return [(row.cells, row.confidence) for table in page.tables for row in table.rows]


GRID = lines([70, 130, 250, 400], [100, 130, 180])


def test_a_scanned_table_is_read_as_a_printed_one() -> None:
    printed = typst_maker.compile_source(PAGE)
    scan = scanner.tiff([scanner.askew(scanner.speckled(page), 1.5) for page in scanner.pages(printed)])
    found = [pipeline.extract(source).sections[0].items[0].text.split("\n") for source in (printed, scan)]
    assert [text[1:5] for text in found] == [ROWS, ROWS]
    assert [text[5:] for text in found] == [["各单位要引以为戒。"]] * 2


def test_the_lines_of_a_cell_are_one() -> None:
    cells = Fragment("序", (75, 108, 90, 122), 12), Fragment("单位", (135, 108, 160, 122), 12), Fragment("already", (255, 135, 390, 150), 12, 0.5)
    more = Fragment("mended", (255, 155, 300, 170), 12, 0.8)
    assert rows(*cells, more, grid=GRID) == [(("序", "单位", ""), 1.0), (("", "", "already mended"), 0.5)]


def test_what_an_engine_ran_together_is_cut_at_the_line() -> None:
    cells = Fragment("1砖瓦厂", (118, 108, 172, 122), 12), Fragment("单位", (140, 140, 165, 154), 12), Fragment("备注", (260, 140, 285, 154), 12)
    assert rows(*cells, grid=GRID)[0][0] == ("1", "砖瓦厂", "")


def test_words_side_by_side_in_a_cell_keep_apart() -> None:
    cells = Fragment("合计", (135, 108, 160, 122), 12), Fragment("15", (200, 109, 215, 122), 12), Fragment("无", (255, 108, 268, 122), 12)
    assert rows(*cells, grid=GRID)[0][0] == ("", "合计    15", "无")


@pytest.mark.parametrize(
    "fragments",
    [
        (Fragment("田", (100, 100, 400, 180), 80),),
        (Fragment("丰田公司", (20, 100, 460, 180), 80), Fragment("简", (140, 140, 160, 155), 12), Fragment("报", (260, 140, 280, 155), 12)),
        (),
    ],
    ids=["a large character", "one in a name", "nothing"],
)
def test_a_grid_that_holds_no_cells_of_type(fragments: tuple[Fragment, ...]) -> None:
    assert rows(*fragments, grid=GRID) == []


def drawn(ink: str = "black") -> Image.Image:
    """A grid of three columns and two rows, type in it one line close below the other."""
    page = Image.new("RGB", (1240, 900), "white")
    draw = ImageDraw.Draw(page)
    for x in (150, 400, 700, 1090):
        draw.line((x, 300, x, 500), ink, 2)
    for y in (300, 400, 500):
        draw.line((150, y, 1090, y), ink, 2)
    for x, y in ((160, 302), (160, 348), (410, 302), (710, 402), (710, 448)):
        draw.text((x, y - 8), "单田申中甲", ink, FONT)
    return page


@pytest.mark.parametrize("ink", ["black", "red"])
def test_strokes_of_type_are_no_lines_of_the_table(ink: str) -> None:
    (grid,) = find_tables(with_lines(image(drawn(ink), 150), Recognised(())).grid_lines)
    assert [[box is not None for box in row] for row in grid.rows] == [[True] * 3] * 2
    assert grid.box == pytest.approx((150, 300, 1090, 500), abs=4)


def test_a_page_of_type_has_no_table() -> None:
    page = Image.new("RGB", (1240, 900), "white")
    for line in range(12):
        ImageDraw.Draw(page).text((150, 100 + 44 * line), "国田申中甲由里单畢曲" * 2, "black", FONT)
    assert find_tables(with_lines(image(page, 150), Recognised(())).grid_lines) == ()
