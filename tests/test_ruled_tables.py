"""Tables drawn with lines: their cells are those that a person sees, and that pdfplumber finds where the sides are drawn."""

from collections.abc import Callable, Sequence
from io import BytesIO
from itertools import chain, pairwise, product

import pdfplumber
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from printer.raw_pdf import Mark, Rule, Text, pdf
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

import pipeline
from pipeline.model.layout import Box
from pipeline.model.paper import turned
from pipeline.readers.ruled_tables import Grid, find_tables

A4 = (595.0, 842.0)


def rules(xs: Sequence[float], ys: Sequence[float]) -> list[Rule]:
    """A grid of whole lines."""
    return [*(Rule(xs[0], xs[-1], y) for y in ys), *(Rule(x, x, ys[0], ys[-1]) for x in xs)]


def lines(drawn: Sequence[Rule]) -> list[Box]:
    return [(rule.x0, rule.y, rule.x1, rule.y if rule.y1 is None else rule.y1) for rule in drawn]


def boxes(grids: Sequence[Grid]) -> list[list[Box]]:
    return [sorted(cell for row in grid.rows for cell in row if cell) for grid in grids]


def test_cells_that_span_rows_and_columns() -> None:
    drawn = [Rule(70, 370, y) for y in (100, 190)] + [Rule(170, 370, 130), Rule(70, 370, 160)]
    drawn += [Rule(x, x, 100, 190) for x in (70, 370)] + [Rule(170, 170, 100, 160), Rule(270, 270, 130, 190)]
    (grid,) = find_tables(lines(drawn))
    assert grid.rows == (
        ((70, 100, 170, 160), (170, 100, 370, 130), None),
        (None, (170, 130, 270, 160), (270, 130, 370, 160)),
        ((70, 160, 270, 190), None, (270, 160, 370, 190)),
    )


def test_a_table_with_open_sides() -> None:
    """As statistical tables are printed: level lines from margin to margin, and no line at the margins."""
    drawn = [*(Rule(70, 500, y) for y in (100, 130, 160)), *(Rule(x, x, 100, 160) for x in (210, 350))]
    (grid,) = find_tables(lines(drawn))
    assert [len(row) for row in grid.rows] == [3, 3]
    assert grid.box == (70, 100, 500, 160)


def test_the_last_row_of_a_table_over_the_page() -> None:
    (grid,) = find_tables(lines(rules((70, 170, 270, 370), (100, 130))))
    assert [len(row) for row in grid.rows] == [3]


@pytest.mark.parametrize(
    "drawn",
    [
        rules((70, 450), (90, 300)),
        rules((70, 450), (90, 120, 150)),
        rules((70, 250, 450), (90, 120)),
        rules((70, 200, 330, 450), (90, 700)),
        [Rule(70, 500, 100), Rule(285, 285, 110, 700)],
        [Rule(70, 500, y) for y in (100, 104, 700)],
        [],
    ],
    ids=["a frame", "one column", "two cells", "columns in a frame", "a head above two columns", "rules", "nothing"],
)
def test_lines_that_are_no_table(drawn: list[Rule]) -> None:
    assert find_tables(lines(drawn)) == ()


def test_a_drawing_of_many_lines_is_no_table() -> None:
    assert find_tables(lines(rules(range(0, 2000, 10), range(0, 2000, 10)))) == ()


PLACES = st.lists(st.integers(12, 90), min_size=2, max_size=5).map(lambda steps: [60 + sum(steps[:end]) for end in range(len(steps) + 1)])


@settings(max_examples=25, deadline=None)
@given(PLACES, PLACES, st.data())
def test_cells_are_those_of_another_reader(xs: list[int], ys: list[int], data: st.DataObject) -> None:
    """Cells of one row, or of one column, are joined by leaving out what parts them."""
    stretches = [(Rule(x, x, y, y1), x in (xs[0], xs[-1])) for x in xs for y, y1 in pairwise(ys)]
    across = [(Rule(x, x1, y), y in (ys[0], ys[-1])) for y in ys for x, x1 in pairwise(xs)]
    inner = [rule for rule, outer in (stretches if data.draw(st.booleans()) else across) if not outer]
    gone = data.draw(st.sets(st.sampled_from(inner))) if inner else set()
    drawn = [rule for rule, _ in (*stretches, *across) if rule not in gone]
    with pdfplumber.open(BytesIO(pdf([drawn]))) as file:
        tables = [table.rows for table in file.pages[0].find_tables()]
    theirs = [row.cells for row in tables[0]]
    if len(theirs) > 1 and any(sum(cell is not None for cell in row) > 1 for row in theirs):
        (ours,) = boxes(find_tables(lines(drawn)))
        assert ours == [pytest.approx(cell, abs=1) for cell in sorted(filter(None, chain(*theirs)))]


COORDINATES = st.integers(0, 60).map(float)
LINES = st.lists(st.tuples(COORDINATES, COORDINATES, COORDINATES, COORDINATES), max_size=30).map(
    lambda found: [(min(a, c), b, max(a, c), b) if number % 2 else (a, min(b, d), a, max(b, d)) for number, (a, b, c, d) in enumerate(found)]
)


@example([(13.0, 0.0, 13.0, 9.0), (9.0, 0.0, 9.0, 9.0), (0.0, 0.0, 0.0, 0.0), (0.0, 0.0, 22.0, 0.0)])  # a rule that crosses at its end only
@given(LINES)
def test_no_place_of_a_table_is_outside_of_its_cells(drawn: list[Box]) -> None:
    for grid in find_tables(drawn):
        cells = [cell for row in grid.rows for cell in row if cell]
        area = sum((x1 - x0) * (bottom - top) for x0, top, x1, bottom in cells)
        assert area == pytest.approx((grid.box[2] - grid.box[0]) * (grid.box[3] - grid.box[1]))
        assert all(row for row in grid.rows)


LEAD = Text(74, 100, "统计表如下：", 14)
CELLS = [Text(80 + 120 * column, 120 + 30 * row, f"第{row}{column}格", 14) for row in (1, 2) for column in (1, 2)]
WANTED = {(row, column): f"第{row}{column}格" for row in (1, 2) for column in (1, 2)}


def cells(data: bytes) -> dict[tuple[int, int], str]:
    return {(cell.row, cell.column): cell.text for section in pipeline.extract(data).sections for item in section.items for cell in item.tables}


def drawn_by_reportlab(draw: Callable[[Canvas], None]) -> bytes:
    """The text of the cells, and what is drawn beside it."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    buffer = BytesIO()
    page = Canvas(buffer, pagesize=A4)
    draw(page)
    page.setFillGray(0)
    page.setFont("STSong-Light", 14)
    for mark in [LEAD, *CELLS]:
        page.drawString(mark.x, 842 - mark.y, mark.text)
    page.save()
    return buffer.getvalue()


def in_a_form(page: Canvas) -> None:
    """As makers of PDF draw what has a shadow or an opacity: in coordinates of its own, here half as large."""
    page.beginForm("grid", 0, 0, 300, 300)
    page.scale(0.5, 0.5)
    page.grid([0, 120, 240], [0, 30, 60])
    page.endForm()
    page.saveState()
    page.translate(190, 842 - 190)
    page.scale(2, 2)
    page.doForm("grid")
    page.restoreState()


def filled(grey: float) -> Callable[[Canvas], None]:
    """Cells as grounds of one colour, as web pages are printed."""

    def draw(page: Canvas) -> None:
        page.setFillGray(grey)
        for x, y in product((190, 310), (130, 160)):
            page.rect(x, 842 - y - 30, 120, 30, stroke=0, fill=1)

    return draw


@pytest.mark.parametrize("draw", [in_a_form, filled(0.9)], ids=["in a form", "filled"])
def test_how_makers_draw_cells(draw: Callable[[Canvas], None]) -> None:
    assert cells(drawn_by_reportlab(draw)) == WANTED


def test_white_ground_is_no_table() -> None:
    assert cells(drawn_by_reportlab(filled(1))) == {}


def test_lines_of_a_page_that_is_turned() -> None:
    """The page is shown a quarter turn clockwise, and its text stands upright then."""

    def moved(x: float, y: float) -> tuple[float, float]:
        x0, top, _, _ = turned((x, y, x, y), -1, *A4)
        return x0, top

    marks: list[Mark] = [Text(*moved(mark.x, mark.y), mark.text, mark.size, matrix="0 1 -1 0") for mark in [LEAD, *CELLS]]
    for box in lines(rules((190, 310, 430), (130, 160, 190))):
        x0, top, x1, bottom = turned(box, -1, *A4)
        marks.append(Rule(x0, x1, top, bottom))
    assert cells(pdf([marks], page="/Rotate 90")) == WANTED
