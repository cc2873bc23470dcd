"""Documents -> one SQLite file with keys, indexes and a search, and the metadata that Datasette shows with it.

Written in one transaction to a file that nobody reads yet, so without a journal. Exact but for what SQLite cannot hold: a lone
surrogate is written out (strings.py), and an integer beyond 64 bits stands as a BLOB of its digits.
"""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from itertools import pairwise
from re import compile as pattern

from pipeline.errors import OutputError
from pipeline.model.document import Document
from pipeline.writers.datasette import metadata_name, metadata_text
from pipeline.writers.files import Path, replacing, write_text
from pipeline.writers.sqlite_schema import indexes, insert, tables
from pipeline.writers.strings import as_unicode
from pipeline.writers.table_layout import TABLES
from pipeline.writers.tables import Row, each_tables

CACHE_KIB = 64 * 1024
"""Pages that SQLite keeps in memory; rows of an archive go to many places of the file."""

_SETTINGS = ("journal_mode=OFF", "synchronous=OFF", f"cache_size=-{CACHE_KIB}", "locking_mode=EXCLUSIVE")
_WORD = pattern(r"[^\W_]+")
_LARGEST = 2**63


def write_sqlite(documents: Document | Iterable[Document], path: Path) -> None:
    """Write all tables to a SQLite file, which is replaced, and NAME.metadata.json for Datasette beside it.

    Documents are taken one after the other, so memory does not grow with their number. OutputError if the file cannot be
    written, or an id that must be unique stands twice.
    """
    with replacing(path) as temporary, _reported(path), closing(sqlite3.connect(temporary, isolation_level=None)) as connection:
        for setting in _SETTINGS:
            connection.execute(f"PRAGMA {setting}")
        connection.execute("BEGIN")
        _fill(connection, documents)
        connection.execute("COMMIT")
    write_text(os.path.join(os.path.dirname(path), metadata_name(path)), metadata_text(path))


def _fill(connection: sqlite3.Connection, documents: Document | Iterable[Document]) -> None:
    for statement in tables():
        connection.execute(statement)
    inserts = {name: insert(table) for name, table in TABLES.items()}
    items = 0
    for part in each_tables(documents):
        for name, rows in part.items():
            connection.executemany(inserts[name], map(_cells, rows))
        _add_to_search(connection, part["items"], items)
        items += len(part["items"])
    connection.execute("INSERT INTO item_search(item_search) VALUES ('optimize')")
    for statement in (*indexes(), "ANALYZE"):
        connection.execute(statement)


_ISSUE_ID, _ITEM_ID, _TITLE, _TEXT = (
    [column.name for column in TABLES["items"].columns].index(name) for name in ("issue_id", "item_id", "title", "text")
)


def _add_to_search(connection: sqlite3.Connection, items: list[Row], start: int) -> None:
    numbered = list(enumerate(map(_cells, items), start + 1))
    connection.executemany(
        "INSERT INTO searched_items VALUES (?, ?, ?)", [(number, row[_ISSUE_ID], row[_ITEM_ID]) for number, row in numbered]
    )
    connection.executemany(
        "INSERT INTO item_search(rowid, title, text) VALUES (?, ?, ?)",
        [(number, pairs(row[_TITLE]), pairs(row[_TEXT])) for number, row in numbered],
    )


def pairs(text: object) -> str:
    """工会信息，2020 as 工会 会信 信息 息 20 02 20 0: each two neighbours, and the last of each run of letters and digits."""
    runs = _WORD.findall(text) if isinstance(text, str) else ()
    return " ".join([" ".join([first + second for first, second in pairwise(run)] + [run[-1]]) for run in runs])


def _cells(row: Row) -> tuple[object, ...]:
    return tuple([cell if cell is None else _CELLS[type(cell)](cell) for cell in row])


def _integer(cell: int) -> int | bytes:
    return cell if -_LARGEST <= cell < _LARGEST else str(cell).encode()


_CELLS: dict[type, Callable[..., object]] = {str: as_unicode, int: _integer, float: float, bool: int}


@contextmanager
def _reported(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise OutputError(f"cannot write {os.fspath(path)}: {error}; choose a folder that has space") from error
