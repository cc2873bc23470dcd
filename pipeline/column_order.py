"""The lines of columns that stand side by side, set as lines of one text: the left column, then the right.

What is not in columns stays as it was. A line that fills its column reaches the right margin of the widest, as lines of a printed page do.
"""

from collections.abc import Iterator
from itertools import accumulate

from pipeline.cells import by_count, by_place, row
from pipeline.gutter import Band, Column, find_bands, is_full, rows_of_both
from pipeline.lines import is_ornament, is_rule
from pipeline.margins import measure
from pipeline.model.document import DocumentWarning
from pipeline.model.layout import Line, Span
from pipeline.reading_order import as_wide


def order_columns(
    lines: tuple[Line, ...], rules: tuple[Span, ...], text: str, stretches: list[tuple[int, int]]
) -> tuple[tuple[Line, ...], tuple[Span, ...], tuple[DocumentWarning, ...]]:
    """The lines, those of columns in pieces one column after the other; with a warning that says so."""
    bands = [band for low, high in stretches for band in _bands(lines[low:high], text, low)]
    if not bands:
        return lines, rules, ()
    setting = _Setting(lines, bands)
    result: list[Line] = []
    at = 0
    for band in bands:
        result += setting.around(at, band.first)
        result += setting.band(band)
        at = band.last
    result += setting.around(at, len(lines))
    return tuple(result), tuple(sorted((*rules, *setting.rules))), (_warning(lines, bands),)


def _bands(lines: tuple[Line, ...], text: str, first: int) -> list[Band]:
    """Under the ruler by which more lines stand in columns."""
    numbers = list(accumulate(line.gap + line.rule_above + 1 for line in lines))
    found = [
        find_bands([row(text, line, number, ruler) for line, number in zip(lines, numbers, strict=True)], text)
        for ruler in (by_place, by_count)
    ]
    return [band.moved(first) for band in max(found, key=lambda bands: sum(rows_of_both(band.columns) for band in bands))]


def _warning(lines: tuple[Line, ...], bands: list[Band]) -> DocumentWarning:
    first = bands[0]
    message = (
        "the text is set in columns side by side in one place; each column is read to its end before the next: compare the order"
        if len(bands) == 1
        else f"the text is set in columns side by side in {len(bands)} places; each column is read to its end before the next: compare the order"
    )
    return DocumentWarning("columns_in_turn", message, None, lines[first.first].start, lines[first.last - 1].end)


class _Setting:
    """Sets lines of columns as lines of one text."""

    def __init__(self, lines: tuple[Line, ...], bands: list[Band]) -> None:
        inside = {i for band in bands for i in range(band.first, band.last)}
        around = measure(tuple(line for i, line in enumerate(lines) if i not in inside), 0)
        widths = [column.width for band in bands for column in band.columns]
        self._left = around.left if around.wrapped else 0
        self._widest = max(around.right - self._left if around.wrapped else 0, *widths)
        self._lines = lines
        self.rules: list[Span] = []

    def around(self, first: int, last: int) -> Iterator[Line]:
        """Lines between two bands; the first goes on with no column."""
        for index in range(first, last):
            line = self._lines[index]
            yield line._replace(gap=max(1, line.gap)) if first == index > 0 else line

    def band(self, band: Band) -> Iterator[Line]:
        """The lines of a band, column by column."""
        head = self._lines[band.first]
        left, right = (list(self._column(column)) for column in band.columns)
        if left:
            gap = left[0].gap or max(head.gap, int(band.first > 0 and self._lines[band.first - 1].page == head.page))
            left[0] = left[0]._replace(gap=gap, rule_above=left[0].rule_above or head.rule_above)
        if right and not is_full(band.columns[0].entries[-1], band.columns[0]):
            right[0] = right[0]._replace(gap=1)
        yield from (*left, *right)

    def _column(self, column: Column) -> Iterator[Line]:
        """Its lines; nothing stands above the first."""
        rule = False
        above = column.entries[0].row.number - 1
        for entry in column.entries:
            key = entry.row.line.key[entry.start - entry.row.line.start : entry.end - entry.row.line.start]
            if is_rule(key) or is_ornament(key):
                self.rules.append(Span(entry.start, entry.end))
                rule = True
                continue
            low, high = as_wide((entry.indent, entry.right), column.width, self._widest)
            gap = entry.row.number - above - 1
            yield entry.row.line._replace(start=entry.start, end=entry.end, key=key, indent=low + self._left, right=high + self._left,
                                          gap=gap, rule_above=rule)  # fmt: skip
            rule, above = False, entry.row.number
