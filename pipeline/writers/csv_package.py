"""Documents <-> a folder of CSV tables with datapackage.json (Data Package v2); the items of a document as CSV text.

UTF-8 with a byte order mark, because Excel takes a file without one for GBK; RFC 4180 with CRLF after each row.
"""

import csv
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from threading import Lock

from pipeline.errors import InputError
from pipeline.model.document import Document
from pipeline.writers.csv_cells import from_content, to_field
from pipeline.writers.datapackage import DESCRIPTOR, descriptor_text
from pipeline.writers.files import Path, PendingFile, make_folder, write_text
from pipeline.writers.table_layout import TABLES, Cell, Column, Table
from pipeline.writers.tables import Row, Tables, each_tables, from_tables, to_tables

BYTE_ORDER_MARK = "\ufeff"

_FIELD_LIMIT = 2**31 - 1
"""The largest limit that the csv module takes on every platform; its default, 131,072, is less than a long bulletin."""
_field_limit_lock = Lock()


def items_csv(document: Document) -> str:
    """The items table of one document, with byte order mark and header."""
    return _head(TABLES["items"]) + _lines(to_tables(document)["items"])


def write_package(documents: Document | Iterable[Document], folder: Path) -> None:
    """Write all tables and datapackage.json into the folder, which is made if need be; an old package is replaced.

    Documents are taken one after the other, so memory does not grow with their number. Nothing is replaced before
    everything is written. OutputError if the folder cannot be written, or an id that must be unique stands twice.
    """
    _write(({name: _lines(rows) for name, rows in tables.items()} for tables in each_tables(documents)), folder)


def to_part(document: Document) -> str:
    """What a document adds to the tables, for `join_parts`: JSON of table → lines."""
    return json.dumps({name: _lines(rows) for name, rows in to_tables(document).items() if rows})


def join_parts(parts: Iterable[str], folder: Path) -> None:
    """Write the package that `write_package` would write of the documents, whose ids have to be unique."""
    _write(map(json.loads, parts), folder)


def _write(parts: Iterable[Mapping[str, str]], folder: Path) -> None:
    make_folder(folder)
    with ExitStack() as stack:
        files = {name: stack.enter_context(PendingFile(_path(folder, name))) for name in TABLES}
        for name, table in TABLES.items():
            files[name].write(_head(table))
        for part in parts:
            for name, lines in part.items():
                files[name].write(lines)
        for file in files.values():
            file.close()
        for file in files.values():
            file.replace()
    write_text(os.path.join(folder, DESCRIPTOR), descriptor_text())


def read_package(folder: Path) -> tuple[Document, ...]:
    """The documents of a folder that `write_package` wrote; InputError if a table is missing or a cell is wrong."""
    return from_tables(read_tables(folder))


def read_tables(folder: Path) -> Tables:
    """The tables of a package with typed cells; columns may stand in any order, unknown ones are ignored."""
    with _any_field_size():
        return {name: _read_table(table, _path(folder, name)) for name, table in TABLES.items()}


def _path(folder: Path, name: str) -> str:
    return os.path.join(folder, f"{name}.csv")


def _head(table: Table) -> str:
    return BYTE_ORDER_MARK + ",".join(column.name for column in table.columns) + "\r\n"


def _lines(rows: list[Row]) -> str:
    return "".join([",".join(map(to_field, row)) + "\r\n" for row in rows])


def _read_table(table: Table, path: str) -> list[Row]:
    try:
        with open(path, encoding="utf-8-sig", newline="") as file:
            rows = csv.reader(file, strict=True)
            plan = _plan(table, next(rows, []), path)
            return [_row(cells, plan, f"{path}, line {rows.line_num}") for cells in rows if cells]
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror}; give the folder of a package") from error
    except (csv.Error, UnicodeDecodeError) as error:
        raise InputError(f"cannot read {path}: {error}; save it as CSV UTF-8") from error


def _plan(table: Table, header: list[str], path: str) -> list[tuple[int, Column]]:
    """Place in the row and column, in the order of the table; -1 for a column that is not there and need not be."""
    places = {name: place for place, name in enumerate(header)}
    for column in table.columns:
        if column.required and column.name not in places:
            raise InputError(f"{path}: the column {column.name} is missing")
    return [(places.get(column.name, -1), column) for column in table.columns]


def _row(cells: list[str], plan: list[tuple[int, Column]], where: str) -> Row:
    row: list[Cell] = []
    for place, column in plan:
        try:
            row.append(from_content(cells[place], column) if place >= 0 else None)
        except (ValueError, IndexError):
            wanted = f"should be of type {column.kind}" + (", not empty" if column.required else "")
            raise InputError(f"{where}: the cell in column {column.name} {wanted}") from None
    return tuple(row)


@contextmanager
def _any_field_size() -> Iterator[None]:
    """The limit belongs to the whole process: raise it for one reader at a time and put it back."""
    with _field_limit_lock:
        limit = csv.field_size_limit()
        csv.field_size_limit(max(limit, _FIELD_LIMIT))
        try:
            yield
        finally:
            csv.field_size_limit(limit)
