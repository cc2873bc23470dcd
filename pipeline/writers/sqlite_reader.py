"""The tables of a SQLite file that sqlite_file.py wrote, with typed cells."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from typing import Any

from pipeline.errors import InputError
from pipeline.writers.files import Path
from pipeline.writers.table_layout import SEQUENCE, TABLES, Cell, Column, Table, parent_key
from pipeline.writers.tables import Row, Tables

_FROM_SQL: dict[str, Callable[[Any], Cell]] = {"string": str, "date": str, "integer": int, "number": float, "boolean": bool}
"""int reads a large number back from its digits too, as sqlite_file.py stores it."""


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """The file, to be read only; InputError if it is not there or no SQLite file."""
    name = os.path.abspath(os.fspath(path))
    try:
        with open(name, "rb") as file:
            if file.read(16) != b"SQLite format 3\0":
                raise InputError(f"{os.fspath(path)} is not a SQLite file; write one with extract -f sqlite")
    except OSError as error:
        raise InputError(f"cannot read {os.fspath(path)}: {error.strerror}") from error
    # As a URI, in which only ? # and % have a meaning of their own.
    uri = name.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    with closing(sqlite3.connect(f"file:{uri}?mode=ro", uri=True)) as connection:
        yield connection


def read_sqlite(path: Path) -> Tables:
    """The tables of the file; InputError if one is missing or a cell is wrong. Columns of other names are ignored."""
    with opened(path) as connection:
        try:
            return {name: list(_rows(connection, table)) for name, table in TABLES.items()}
        except sqlite3.Error as error:
            raise InputError(f"cannot read {os.fspath(path)}: {error}; write it anew with extract -f sqlite") from error
        except (TypeError, ValueError) as error:
            raise InputError(f"cannot read {os.fspath(path)}: a cell is of the wrong type ({error})") from error


def _rows(connection: sqlite3.Connection, table: Table) -> Iterator[Row]:
    readers = [_reader(column) for column in table.columns]
    for row in connection.execute(_select(table)):
        yield tuple([read(cell) for read, cell in zip(readers, row, strict=True)])


def _select(table: Table) -> str:
    """All rows in the order of the documents, which a table that is kept in its key does not have by itself."""
    columns = ", ".join(f'rows."{column.name}"' for column in table.columns)
    if table.primary_key[-1] != SEQUENCE:
        return f'SELECT {columns} FROM "{table.name}" AS rows ORDER BY rowid'  # noqa: S608  names of our own
    parent = " AND ".join(f'parents."{name}" = rows."{name}"' for name in parent_key(table))
    tables = f'"{table.name}" AS rows LEFT JOIN "{table.parent}" AS parents ON {parent}'
    return f'SELECT {columns} FROM {tables} ORDER BY parents.rowid, rows."{SEQUENCE}"'  # noqa: S608


def _reader(column: Column) -> Callable[[Any], Cell]:
    read = _FROM_SQL[column.kind]
    return read if column.required else lambda cell: None if cell is None else read(cell)
