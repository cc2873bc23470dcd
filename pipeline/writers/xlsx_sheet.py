"""One table in a workbook: typed cells, no formula ever, and the limits of Excel kept in the open.

A string is written as a string in a cell of the format Text, so that Excel neither runs `=1+1` nor makes a date of 5月6日, not
even when a person edits the cell. What does not fit is told to `note`: a cell beyond 32,767 characters ends in a mark, rows
beyond 1,048,576 go on in a sheet `name (2)`.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from pipeline.writers.strings import as_unicode
from pipeline.writers.table_layout import Cell

MAX_ROWS = 1_048_576
MAX_UNITS = 32_767
"""UTF-16 code units of a cell."""
CUT = "……〔未完 cut〕"
"""The end of a cell that was cut."""

EXACT = 10**15
"""Whole numbers from here on lose digits in Excel, and stand as text."""
FIRST_DATE = date(1900, 3, 1)
"""Excel counts a 29 February 1900, so that earlier dates are off by one, or not there at all: they stand as text."""

_LINE = 18
"""Points of a line in a list that is printed."""
_A4 = 9
"""Excel's number for it."""

Note = Callable[[str, int, str], None]
"""Takes the name of a sheet, the number of a row (1-based, as Excel shows it) and what is to be told."""


class Book:
    """A workbook and its cell formats."""

    def __init__(self, workbook: Any) -> None:
        self.workbook = workbook
        self.text = workbook.add_format({"num_format": "@", "quote_prefix": True})
        self.date = workbook.add_format({"num_format": "yyyy-mm-dd"})
        self.head = workbook.add_format({"bold": True, "bottom": 1, "num_format": "@"})
        boxed = {"border": 1, "text_wrap": True, "valign": "vcenter"}
        self.listed = workbook.add_format({"num_format": "@", "quote_prefix": True, **boxed})
        self.listed_number = workbook.add_format({"align": "center", **boxed})
        self.listed_head = workbook.add_format({"bold": True, "num_format": "@", "align": "center", **boxed})


class Sheet:
    """Rows of one table on their way into a workbook."""

    def __init__(
        self, book: Book, name: str, columns: Iterable[tuple[str, str]], note: Note | None = None, widths: Mapping[str, float] | None = None
    ) -> None:
        """`columns` are (title, kind), kind as in table_layout.Column; a list with `widths` of its columns is made to be printed."""
        self._book, self.name, self._note = book, name, note
        self._widths = widths or {}
        self._text = book.listed if widths else book.text
        self._number = book.listed_number if widths else None
        self._columns = list(columns)
        self._parts = 0
        self._new_part()

    def add(self, cells: Iterable[Cell]) -> None:
        """Append a row."""
        if self._row == MAX_ROWS:
            self._tell(f"Excel 每表至多 {MAX_ROWS:,} 行，其余见“{self.name} ({self._parts + 1})” (continued there)")
            self._new_part()
        cells = list(cells)
        if self._widths:
            self._sheet.set_row(self._row, self._height(cells))
        for place, (cell, (title, kind)) in enumerate(zip(cells, self._columns, strict=True)):
            if cell is not None:
                self._write(place, cell, title, kind)
            elif self._widths:
                self._sheet.write_blank(self._row, place, None, self._text)  # with its frame
        self._row += 1

    def _new_part(self) -> None:
        self._parts += 1
        self._shown = self.name if self._parts == 1 else f"{self.name} ({self._parts})"
        self._sheet = self._book.workbook.add_worksheet(self._shown)
        self._sheet.freeze_panes(1, 0)
        self._set_paper()
        for place, (title, kind) in enumerate(self._columns):
            self._sheet.set_column(place, place, self._widths.get(title) or _width(title, kind), self._book.text if kind == "string" else None)
        for place, (title, _) in enumerate(self._columns):
            self._sheet.write_string(0, place, title, self._book.listed_head if self._widths else self._book.head)
        self._row = 1

    def _height(self, cells: list[Cell]) -> float:
        """Points of a row that is printed: programs do not all make room for text that wraps."""
        widths = [self._widths[title] for title, _ in self._columns]
        return _LINE * max(-(-_across(str(cell or "")) // (width - 1)) for cell, width in zip(cells, widths, strict=True))

    def _set_paper(self) -> None:
        """On A4 across, all columns on one page, their titles on each."""
        self._sheet.set_landscape()
        self._sheet.set_paper(_A4)
        self._sheet.fit_to_pages(1, 0)
        self._sheet.repeat_rows(0)
        self._sheet.set_header(f"&C&16{self._shown}")
        self._sheet.set_footer("&C第 &P 页　共 &N 页")

    def _write(self, place: int, cell: Cell, title: str, kind: str) -> None:
        if isinstance(cell, bool):
            self._sheet.write_boolean(self._row, place, cell)
        elif isinstance(cell, float) or (isinstance(cell, int) and abs(cell) < EXACT):
            self._sheet.write_number(self._row, place, cell, self._number)
        elif kind == "date" and (day := _date(str(cell))):
            self._sheet.write_datetime(self._row, place, day, self._book.date)
        else:
            self._sheet.write_string(self._row, place, self._fitting(str(as_unicode(cell)), title), self._text)

    def _fitting(self, text: str, title: str) -> str:
        units = len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
        if units <= MAX_UNITS:
            return text
        self._tell(f"“{title}”共 {len(text):,} 字，超过 Excel 一格 {MAX_UNITS:,} 字之限，已截断，全文见 JSON、CSV、SQLite (cut)")
        kept = text[: MAX_UNITS - len(CUT)].encode("utf-16-le")[: 2 * (MAX_UNITS - len(CUT))]
        return kept.decode("utf-16-le", "ignore") + CUT

    def _tell(self, what: str) -> None:
        if self._note:
            self._note(self._shown, self._row + 1, what)


def _across(text: str) -> int:
    """Columns that a text takes, of which a Chinese character has two; at least one."""
    return max(1, sum(1 if character.isascii() else 2 for character in text))


def _width(title: str, kind: str) -> float:
    """In characters of the standard font, of which a Chinese one is two."""
    return max(2 * len(title) + 2, 24 if kind == "string" else 11)


def _date(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day >= FIRST_DATE else None
