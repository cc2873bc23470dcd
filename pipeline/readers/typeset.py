"""Printed pages → one source text: rows in reading order, each with its place in columns of half the body type.

Post-conditions:
1. Rows are joined by line feeds, pages by form feeds; a page begins after the form feed of the one before.
2. `text[line.start:line.end]` is the row, for every printed line.
3. A line that fills its column reaches the right margin of the widest column, so that columns of two widths read as one.
"""

from collections.abc import Iterable

from pipeline.model.document import DocumentWarning, Page
from pipeline.model.layout import Box, PrintedLine, RawText, SourceCell
from pipeline.model.paper import PaperPage, Row, turned
from pipeline.readers.type_area import Pages, TypeArea, measure_pages
from pipeline.reading_order import as_wide, order_rows

_EDGE = 0.15
"""Share of the page's height at its top and foot where a rule that comes back on other pages belongs to the running head."""
_RULE_SHARE = 0.4
"""Share of a column that a rule crosses at least."""


def typeset(pages: list[PaperPage], media_type: str, reader: str, warnings: Iterable[DocumentWarning] = ()) -> RawText:
    """The text of the pages with the place of every line."""
    rows = [order_rows(page) for page in pages]
    sheet = _Sheet(pages, rows, measure_pages(rows))
    for index in range(len(pages)):
        sheet.set_page(index)
    text = "".join(sheet.pieces)
    return RawText(text, None, (), media_type, reader, tuple(sheet.places), tuple(sheet.printed), sheet.area.columns,
                   tuple(sheet.cells), tuple(warnings))  # fmt: skip


class _Sheet:
    """What has been set so far."""

    def __init__(self, pages: list[PaperPage], rows: Pages, area: TypeArea) -> None:
        self.area = area
        self.pieces: list[str] = []
        self.places: list[Page] = []
        self.printed: list[PrintedLine] = []
        self.cells: list[SourceCell] = []
        self._pages = pages
        self._rows = rows
        self._rules = _text_rules(pages)
        self._at = 0
        self._tables = 0

    def set_page(self, index: int) -> None:
        """Set the rows of one page."""
        start, page, rows = self._at, self._pages[index], self._rows[index]
        before: Row | None = None
        for number, row in enumerate(rows):
            self._set_row(index, row, before)
            self._add("\n" if number + 1 < len(rows) else "")
            before = row
        if index + 1 < len(self._pages):
            self._add("\f")
        self._tables += 1 + max((row.table for row in rows), default=-1)
        width, height = (page.width, page.height) if page.turn % 2 == 0 else (page.height, page.width)
        self.places.append(Page(page.number, start, self._at, round(width, 2), round(height, 2)))

    def _add(self, piece: str) -> None:
        self.pieces.append(piece)
        self._at += len(piece)

    def _set_row(self, index: int, row: Row, before: Row | None) -> None:
        page, start = self._pages[index], self._at
        self._add(row.text)
        indent, right = self._columns(index, row)
        box = _rounded(turned(row.box, page.turn, page.width, page.height))
        above = before if before and before.column == row.column else None
        gap = self._gap(row, above) if above else 0
        turned_up = before is not None and above is None and row.box[1] < before.box[1]  # to the top of the next column
        in_table = row.table >= 0 or (before is not None and before.table >= 0)
        ruled = in_table or (not turned_up and _is_ruled(row, before, self._rules[index]))
        height = (row.box[1] + row.box[3]) / 2 / max(1.0, page.height)
        size = round(row.size / self.area.body, 2)
        self.printed.append(PrintedLine(start, self._at, index, box, indent, right, gap, ruled, size, height, row.confidence, row.is_edge))
        for column, low, high in row.cells:
            self.cells.append(SourceCell(self._tables + row.table, row.number, column, start + low, start + high))

    def _columns(self, index: int, row: Row) -> tuple[int, int]:
        """Columns from the left margin to both ends of the row, in a type area as wide as the widest."""
        left, right = self.area.margins[index, row.column]
        unit, widest = self.area.unit, self.area.columns
        width = (right - left) / unit
        low, high = max(0, round((row.box[0] - left) / unit)), max(1, round((row.box[2] - left) / unit))
        return as_wide((low, high), width, widest)

    def _gap(self, row: Row, above: Row) -> int:
        """Lines that would fit between the two."""
        step = row.box[3] - above.box[3]
        expected = self.area.leading * max(1.0, row.size / self.area.body, above.size / self.area.body)
        return max(0, int(step / expected + 0.5) - 1)


def _rounded(box: Box) -> Box:
    x0, top, x1, bottom = box
    return (round(x0, 2), round(top, 2), round(x1, 2), round(bottom, 2))


def _is_ruled(row: Row, above: Row | None, rules: list[Box]) -> bool:
    """Whether a rule stands between the row and the one above it."""
    low = above.box[3] - 1 if above else 0.0
    high = (row.box[1] + row.box[3]) / 2
    left, right = row.column
    return any(
        low <= rule[1] <= high and min(right, rule[2]) - max(left, rule[0]) >= _RULE_SHARE * (right - left) for rule in rules
    )


def _text_rules(pages: list[PaperPage]) -> list[list[Box]]:
    """The rules of each page but for those of running heads and feet: at the edge of a further page, or of the first and another."""
    edges = [(round(rule[1] / 3), page.number) for page in pages for rule in page.rules if _at_edge(rule, page)]
    seen: dict[int, set[int]] = {}
    for place, number in edges:
        for near in (place - 1, place, place + 1):
            seen.setdefault(near, set()).add(number)
    first = pages[0].number if pages else 0
    return [
        [rule for rule in page.rules if not _at_edge(rule, page) or (page.number == first and len(seen[round(rule[1] / 3)]) < 2)]
        for page in pages
    ]


def _at_edge(rule: Box, page: PaperPage) -> bool:
    return not _EDGE * page.height < rule[1] < (1 - _EDGE) * page.height
