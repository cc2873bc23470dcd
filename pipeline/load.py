"""Documents and packages -> pandas DataFrames, one for each table. pandas is imported here only, when it is needed."""

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

from pipeline.errors import DependencyError, InputError
from pipeline.model.document import Document
from pipeline.writers.csv_package import read_tables
from pipeline.writers.json_reader import from_json
from pipeline.writers.table_layout import TABLES, Cell, Column, Table
from pipeline.writers.tables import Row, Tables, to_tables

if TYPE_CHECKING:
    from pandas import DataFrame, Series

DTYPES = {"string": "string[python]", "integer": "Int64", "number": "float64", "boolean": "boolean"}
"""Type of a column -> pandas dtype. Not string[pyarrow], which fails on a lone surrogate and need not be installed."""

INT64_MAX = 2**63 - 1


def load(source: Document | Iterable[Document] | str | os.PathLike[str]) -> "dict[str, DataFrame]":
    """Name of each table -> its rows, from a package folder, a JSON document, a Document or several.

    Dates are datetime64 and NaT where there is none that pandas can hold; an integer column with a number beyond 64
    bits is of dtype object. InputError if the source cannot be read, DependencyError without pandas.
    """
    try:
        import pandas  # noqa: F401
    except ImportError as error:
        raise DependencyError("pandas is not installed; run: pip install 'bulletin-extract[pandas]'") from error
    tables = _tables(source)
    return {name: _frame(table, tables[name]) for name, table in TABLES.items()}


def _tables(source: Document | Iterable[Document] | str | os.PathLike[str]) -> Tables:
    if isinstance(source, str | os.PathLike):
        return read_tables(source) if os.path.isdir(source) else to_tables(_read_document(source))
    return to_tables(source)


def _read_document(path: str | os.PathLike[str]) -> Document:
    try:
        with open(path, "rb") as file:
            return from_json(file.read())
    except OSError as error:
        raise InputError(f"cannot read {os.fspath(path)}: {error.strerror}; give a folder or JSON file") from error


def _frame(table: Table, rows: list[Row]) -> "DataFrame":
    import pandas

    cells = zip(*rows, strict=True) if rows else (() for _ in table.columns)
    columns = zip(table.columns, cells, strict=True)
    return pandas.DataFrame({column.name: _series(column, list(values)) for column, values in columns})


def _series(column: Column, values: list[Cell]) -> "Series":
    import pandas

    if column.kind == "date":
        return pandas.to_datetime(pandas.Series(values, dtype=object), format="%Y-%m-%d", errors="coerce")
    if column.kind == "integer" and any(value is not None and abs(int(value)) > INT64_MAX for value in values):
        return pandas.Series(values, dtype=object)
    return pandas.Series(values, dtype=DTYPES[column.kind])
