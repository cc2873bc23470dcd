"""Documents and packages -> pandas DataFrames, one for each table. pandas is imported here only, when it is needed."""

import os
import warnings
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from pipeline.errors import DependencyError
from pipeline.model.document import Document
from pipeline.writers.csv_package import read_tables
from pipeline.writers.json_files import each_document
from pipeline.writers.table_layout import TABLES, Cell, Column, Table
from pipeline.writers.tables import Row, Tables, to_tables

if TYPE_CHECKING:
    from pandas import DataFrame, Series

DTYPES = {"string": "string[python]", "integer": "Int64", "number": "float64", "boolean": "boolean"}
"""Type of a column -> pandas dtype. Not string[pyarrow], which fails on a lone surrogate and need not be installed."""

SQLITE_SUFFIXES = (".sqlite", ".sqlite3", ".db")

INT64_MAX = 2**63 - 1


def load(source: Document | Iterable[Document] | str | os.PathLike[str]) -> "dict[str, DataFrame]":
    """Name of each table -> its rows, from what `extract -o` wrote, a Document or several.

    A path is a folder of CSV tables or of JSON documents, a JSON or JSON Lines file, or a SQLite file. Ids are strings, which
    join one table to another; dates are datetime64, and NaT where there is none that pandas can hold; a column of few fixed
    values (`kind`, `role`) is a category; an integer column with a number beyond 64 bits is of dtype object. Of an issue that
    stands twice in a folder the first document counts, and a UserWarning names the other. InputError if the source cannot be
    read, DependencyError without pandas.
    """
    try:
        import pandas  # noqa: F401
    except ImportError as error:
        raise DependencyError("pandas is not installed; run: pip install 'bulletin-extract[pandas]'") from error
    tables = _tables(source)
    return {name: _frame(table, tables[name]) for name, table in TABLES.items()}


def _tables(source: Document | Iterable[Document] | str | os.PathLike[str]) -> Tables:
    if not isinstance(source, str | os.PathLike):
        return to_tables(source)
    if os.path.exists(os.path.join(source, "issues.csv")):
        return read_tables(source)
    if os.fspath(source).lower().endswith(SQLITE_SUFFIXES):
        from pipeline.writers.sqlite_reader import read_sqlite

        return read_sqlite(source)
    return to_tables(_once(each_document(source)))


def _once(documents: Iterable[Document]) -> Iterator[Document]:
    """The first document of each issue: an archive may hold its PDF and its scan, or two printings."""
    files: dict[str, str | None] = {}
    for document in documents:
        if document.id in files:
            message = f"{document.source.file}: the same issue as {files[document.id]}, and left out of the tables"
            warnings.warn(message, stacklevel=4)
            continue
        files[document.id] = document.source.file
        yield document


def _frame(table: Table, rows: list[Row]) -> "DataFrame":
    import pandas

    cells = zip(*rows, strict=True) if rows else (() for _ in table.columns)
    columns = zip(table.columns, cells, strict=True)
    return pandas.DataFrame({column.name: _series(column, list(values)) for column, values in columns})


def _series(column: Column, values: list[Cell]) -> "Series":
    import pandas

    if column.kind == "date":
        return pandas.to_datetime(pandas.Series(values, dtype=object), format="ISO8601", errors="coerce")
    if column.kind == "integer" and any(value is not None and abs(int(value)) > INT64_MAX for value in values):
        return pandas.Series(values, dtype=object)
    if column.choices:
        known = dict.fromkeys((*column.choices, *(value for value in values if value is not None)))
        return pandas.Series(pandas.Categorical(values, categories=list(known)))
    return pandas.Series(values, dtype=DTYPES[column.kind])
