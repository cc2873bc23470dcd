"""Where a place of the source stands on paper: its page, and its box in points where the source has pages of its own."""

from bisect import bisect_left, bisect_right

from pipeline.lines import columns
from pipeline.model.document import Page
from pipeline.model.item import Segment, TableCell
from pipeline.model.layout import Box, RawText

_RULES = 400
"""Characters of the rules and blank lines at the top of a page."""


def pages_of_text(text: str, starts: tuple[int, ...]) -> tuple[Page, ...]:
    """The pages of a text whose first lines begin at `starts`."""
    starts = tuple(_page_start(text, start) for start in starts)
    return tuple(Page(number, start, end) for number, (start, end) in enumerate(zip(starts, (*starts[1:], len(text)), strict=True), 1))


def _page_start(text: str, first: int) -> int:
    """Right behind the form feed where only rules stand between it and the first line, else where that begins."""
    feed = text.rfind("\f", max(0, first - _RULES), first)
    return first if feed < 0 or any(map(str.isalnum, text[feed:first])) else feed + 1


class Places:
    """Answers for one source."""

    def __init__(self, pages: tuple[Page, ...], raw: RawText) -> None:
        self._pages = pages
        self._page_starts = [page.start for page in pages]
        self._text = raw.text
        self._printed = raw.printed
        self._cells = raw.cells
        self._cell_starts = [cell.start for cell in raw.cells]
        self._line_starts = [line.start for line in raw.printed]

    def page(self, offset: int) -> int:
        """1-based number of the page on which an offset of the source stands."""
        index = max(0, bisect_right(self._page_starts, offset) - 1)
        return self._pages[index].number if self._pages else 1

    def box(self, start: int, end: int) -> Box | None:
        """The box of a stretch of one line; of a part of it as far as its columns tell, for letters are not all of one width."""
        index = bisect_right(self._line_starts, start) - 1
        if index < 0 or (line := self._printed[index]).box is None:
            return None
        x0, top, x1, bottom = line.box
        if start <= line.start and end >= line.end:
            return line.box
        whole = max(1, columns(self._text[line.start : line.end]))
        left = columns(self._text[line.start : start]) / whole
        right = columns(self._text[line.start : min(end, line.end)]) / whole
        return (round(x0 + (x1 - x0) * left, 2), top, round(x0 + (x1 - x0) * right, 2), bottom)

    def cells(self, segments: tuple[Segment, ...]) -> tuple[TableCell, ...]:
        """The cells of tables that stand in these stretches of an item, tables counted from 1."""
        found: list[TableCell] = []
        numbers: dict[int, int] = {}
        for segment in segments if self._cells else ():
            first = bisect_left(self._cell_starts, segment.source_start)
            for cell in self._cells[first : bisect_left(self._cell_starts, segment.source_start + segment.length)]:
                if cell.end > cell.start:
                    number = numbers.setdefault(cell.table, len(numbers) + 1)
                    start = segment.item_start + cell.start - segment.source_start
                    text = self._text[cell.start : cell.end]
                    found.append(TableCell(number, cell.row + 1, cell.column + 1, text, start, start + cell.end - cell.start))
        return tuple(found)
