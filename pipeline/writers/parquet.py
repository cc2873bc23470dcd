"""Documents -> a folder of Parquet files, one for each table, for DuckDB, Polars, Spark, R and pandas.

Dates are date32 (of a month its first day), booleans bool, columns of fixed values dictionaries; each column carries its Chinese
title. What the types of Parquet cannot hold is null: a date that the calendar does not have, an integer beyond 64 bits.
"""

import os
from collections.abc import Callable, Iterable
from contextlib import ExitStack, suppress
from datetime import date
from typing import TYPE_CHECKING, Any

from pipeline.model.document import Document
from pipeline.writers.files import Path, make_folder, replacing, reported
from pipeline.writers.labels import column_title, table_title
from pipeline.writers.strings import as_unicode
from pipeline.writers.table_layout import TABLES, Cell, Column, Table
from pipeline.writers.tables import Row, each_tables

if TYPE_CHECKING:
    import pyarrow

ROW_GROUP = 20_000
"""Rows that are gathered before they are written: larger groups scan no faster, and 27 tables of them are in memory."""
CHARACTERS = 4_000_000
"""Characters after which they are written earlier: a source may have a million."""

MAY_FAIL = ("date", "integer")
"""Kinds that may have to be null where the Document has a value."""
_LARGEST = 2**63


def write_parquet(documents: Document | Iterable[Document], folder: Path) -> None:
    """Write NAME.parquet for each table into the folder, which is made if need be; old files are replaced.

    Memory does not grow with the number of documents. OutputError if the folder cannot be
    written, or an id that must be unique stands twice.
    """
    make_folder(folder)
    with ExitStack() as replaced, ExitStack() as closed:
        files = {}
        for name, table in TABLES.items():
            path = os.path.join(folder, f"{name}.parquet")
            files[name] = _TableFile(table, path, replaced.enter_context(replacing(path)))
            closed.push(files[name].close)
        for tables in each_tables(documents):
            for name, rows in tables.items():
                files[name].add(rows)


class _TableFile:
    """One table on its way to its file: rows are gathered, and written as a row group."""

    def __init__(self, table: Table, path: str, temporary: str) -> None:
        from pyarrow.parquet import ParquetWriter

        self._table, self._path = table, path
        self._schema = _schema(table)
        with reported(path):
            self._writer = ParquetWriter(temporary, self._schema, compression="zstd")
        self._rows: list[Row] = []
        self._characters = 0

    def add(self, rows: list[Row]) -> None:
        """Append the rows."""
        self._rows += rows
        self._characters += sum(len(cell) for row in rows for cell in row if isinstance(cell, str))
        if len(self._rows) >= ROW_GROUP or self._characters >= CHARACTERS:
            self._flush()

    def close(self, kind: type[BaseException] | None, *_: object) -> None:
        """End the file; after an error what is gathered is dropped."""
        if kind is None:
            self._flush()
            with reported(self._path):
                self._writer.close()
        else:
            with suppress(OSError):
                self._writer.close()

    def _flush(self) -> None:
        import pyarrow

        if self._rows:
            columns = zip(self._table.columns, self._schema, zip(*self._rows, strict=True), strict=True)
            arrays = [pyarrow.array(_values(column, cells), field.type) for column, field, cells in columns]
            with reported(self._path):
                self._writer.write_table(pyarrow.Table.from_arrays(arrays, schema=self._schema), row_group_size=ROW_GROUP)
        self._rows, self._characters = [], 0


def _schema(table: Table) -> "pyarrow.Schema":
    import pyarrow

    fields = [
        pyarrow.field(column.name, _type(column), column.kind in MAY_FAIL or not column.required, {"title": column_title(table.name, column.name)})
        for column in table.columns
    ]
    return pyarrow.schema(fields, {"title": table_title(table.name)})


def _type(column: Column) -> Any:
    import pyarrow

    text = pyarrow.dictionary(pyarrow.int32(), pyarrow.string()) if column.choices else pyarrow.string()
    types = {"date": pyarrow.date32(), "integer": pyarrow.int64(), "number": pyarrow.float64(), "boolean": pyarrow.bool_()}
    return types.get(column.kind, text)


def _values(column: Column, cells: tuple[Cell, ...]) -> list[Any]:
    value = _VALUES.get(column.kind)
    return [None if cell is None else value(cell) for cell in cells] if value else list(cells)


def _date(cell: Any) -> date | None:
    """The day; of an issue that is dated by its month (1993-05) the first."""
    try:
        return date.fromisoformat(cell if len(cell) > len("1993-05") else f"{cell}-01")
    except ValueError:
        return None


def _integer(cell: Any) -> int | None:
    return cell if -_LARGEST <= cell < _LARGEST else None


_VALUES: dict[str, Callable[[Any], Any]] = {"string": as_unicode, "date": _date, "integer": _integer}
