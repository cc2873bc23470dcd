"""Documents -> one Excel workbook for the archivist: 归档文件目录, 说明 with what did not fit, a sheet for each table, and what their columns hold.

Rows go to disk as they come (constant_memory), so an archive need not fit into memory.
"""

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from tempfile import TemporaryDirectory
from typing import Any

from pipeline.errors import OutputError
from pipeline.model.document import Document
from pipeline.translation import translate
from pipeline.writers.descriptions import descriptions
from pipeline.writers.files import Path, replacing, reported
from pipeline.writers.filing_list import COLUMNS, FILE, ISSUE, Fonds, filing_row, read_fonds
from pipeline.writers.labels import column_note, column_title, table_title
from pipeline.writers.table_layout import TABLES, Cell
from pipeline.writers.tables import Row, tables_of, unique
from pipeline.writers.xlsx_sheet import Book, Sheet

FILING_LIST = "归档文件目录"
NOTES = "说明"
COLUMN_NOTES = "字段 columns"
EPOCH = datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""Time of creation that the workbook states, as ZIP archives without one do: the same documents give the same bytes."""
_NUMBERS = ("序号", "页数")
_WIDTHS = dict(zip(COLUMNS, (6, 22, 22, 22, 48, 10, 10, 6, 18), strict=True))
"""Of the columns of the list, in characters: it is printed and bound."""


def write_xlsx(documents: Document | Iterable[Document], path: Path, metadata: Path | None = None) -> None:
    """Write a workbook, which is replaced; `metadata` is a table of the archive with 档号 and the like (filing_list.py).

    InputError if the metadata cannot be read; OutputError if the file cannot be written,
    or an id that must be unique stands twice.
    """
    import xlsxwriter

    fonds = read_fonds(metadata) if metadata else Fonds({})
    with replacing(path) as temporary, _scratch(path) as scratch:
        options = {"constant_memory": True, "tmpdir": scratch, "use_zip64": True}
        workbook = xlsxwriter.Workbook(temporary, options)
        with _closed(workbook, path):
            workbook.set_properties({"created": EPOCH})
            _Sheets(Book(workbook), fonds).fill(documents, path)


@contextmanager
def _closed(workbook: Any, path: Path) -> Iterator[None]:
    """Closing writes the file, and removes what was waiting for it."""
    from xlsxwriter.exceptions import XlsxWriterException

    try:
        yield
    except BaseException:
        with suppress(Exception):
            workbook.close()
        raise
    try:
        workbook.close()
    except (XlsxWriterException, OSError) as error:
        raise OutputError(f"cannot write {os.fspath(path)}: {error}; choose a folder that has space") from error


class _Sheets:
    """The sheets of a workbook."""

    def __init__(self, book: Book, fonds: Fonds) -> None:
        self._fonds = fonds
        self._filing = Sheet(book, FILING_LIST, [(name, "integer" if name in _NUMBERS else "string") for name in COLUMNS], self._note, _WIDTHS)
        self._notes = Sheet(book, NOTES, [("工作表 sheet", "string"), ("行 row", "integer"), ("说明 note", "string")])
        self._tables = {
            name: Sheet(book, f"{table_title(name)} {name}", [(column_title(name, c.name), c.kind) for c in table.columns], self._note)
            for name, table in TABLES.items()
        }
        self._columns = Sheet(book, COLUMN_NOTES, [(title, "string") for title in ("工作表 sheet", "列 column", "名称 name", "说明 note")])
        self._used: Counter[tuple[str, str]] = Counter()

    def fill(self, documents: Document | Iterable[Document], path: Path) -> None:
        self._explain()
        for number, document in enumerate(unique(documents), 1):
            rows = tables_of(document)
            with reported(path):
                self._add_filing(document, number)
                for name, sheet in self._tables.items():
                    for row in rows[name]:
                        sheet.add(in_chinese(row) if name == "warnings" else row)
        self._report_fonds()

    def _add_filing(self, document: Document, number: int) -> None:
        cells = filing_row(document, number, self._fonds)
        self._filing.add([_number(cells[name]) if name in _NUMBERS else cells[name] or None for name in COLUMNS])
        self._used.update(key for key in ((ISSUE, document.id), (FILE, document.source.file or "")) if key in self._fonds.rows)

    def _note(self, sheet: str, row: int, what: str) -> None:
        self._notes.add((sheet, row, what))

    def _explain(self) -> None:
        """What each column of each table holds."""
        for name, table in TABLES.items():
            for column in table.columns:
                docstring = descriptions().fields.get((column.owner, column.field), "")
                note = column_note(name, column.name, docstring) or None
                self._columns.add((self._tables[name].name, column_title(name, column.name), column.name, note))

    def _report_fonds(self) -> None:
        if self._fonds.ignored:
            self._notes.add((FILING_LIST, None, f"元数据中不属于九项的列未采用：{'、'.join(self._fonds.ignored)} (columns left out)"))
        for key in self._fonds.rows:
            if self._used[key] == 0:
                self._notes.add((FILING_LIST, None, f"元数据中的“{key[1]}”没有对应的文件 (names no file)"))
            elif self._used[key] > 1:
                self._notes.add((FILING_LIST, None, f"元数据中的“{key[1]}”对应 {self._used[key]} 个文件，请核对档号 (names several)"))


def in_chinese(row: Row) -> list[Cell]:
    """A warning as an archivist reads it; the other formats keep the wording of the document."""
    place = [column.name for column in TABLES["warnings"].columns].index("message")
    return [translate(cell) if at == place and isinstance(cell, str) else cell for at, cell in enumerate(row)]


def _number(cell: str) -> str | int | None:
    return int(cell) if cell.isascii() and cell.isdecimal() else cell or None


@contextmanager
def _scratch(path: Path) -> Iterator[str]:
    """A folder beside the file for the rows that wait; the system's own may be a small one in memory."""
    with reported(path):
        folder = TemporaryDirectory(dir=os.path.dirname(os.fspath(path)) or os.curdir, prefix=".xlsx-", ignore_cleanup_errors=True)
    with folder as name:
        yield name
