"""The SQL of the SQLite file: tables with their keys, and the indexes that questions need.

A reference to a record of the same issue is made of two columns, `issue_id` and its id, as ids are sure to be unique in an
issue alone: an organization that several issues mention may have one id in all of them.
"""

from collections.abc import Iterator

from pipeline.writers.labels import table_title
from pipeline.writers.table_layout import SEQUENCE, TABLES, Column, Table

TYPES = {"string": "TEXT", "date": "TEXT", "integer": "INTEGER", "number": "REAL", "boolean": "INTEGER"}
"""Type of a column -> type affinity. A date is ISO 8601 text, as SQLite's own date functions want it; a boolean is 0 or 1."""

ASKED_FOR = {
    "issues": ("date", "title", "issuer", "document_number"),
    "contents": ("item_id",),
    "items": ("item_id", "title"),
    "attributions": ("entity_id", "organization", "person"),
    "dates": ("date_start",),
    "organizations": ("entity_id", "text"),
    "persons": ("entity_id", "text"),
    "places": ("entity_id", "text"),
    "quantities": ("unit",),
    "document_numbers": ("issuer_code",),
    "recipients": ("organization",),
    "entities": ("entity_id", "name"),
    "sources": ("file", "sha256"),
}
"""Columns that people select and join by, each with an index of its own."""

SEARCH = (
    (
        'CREATE TABLE searched_items ("search_id" INTEGER PRIMARY KEY, "issue_id" TEXT NOT NULL, "item_id" TEXT NOT NULL, '
        'FOREIGN KEY ("issue_id", "item_id") REFERENCES "items" ("issue_id", "item_id"))'
    ),
    "CREATE VIRTUAL TABLE item_search USING fts5 (title, text, content='')",
)
"""The index of sqlite_search.py, which keeps no text, and the item that each of its rows is about."""


def tables() -> Iterator[str]:
    """CREATE TABLE for each table, the search after them."""
    yield from map(_table, TABLES.values())
    yield from SEARCH


def indexes() -> Iterator[str]:
    """CREATE INDEX for each reference that the primary key does not serve, and for what is asked for."""
    for name, table in TABLES.items():
        wanted = [columns for columns, _ in references(table)] + [(column,) for column in ASKED_FOR.get(name, ())]
        for columns in dict.fromkeys(wanted):
            if table.primary_key[: len(columns)] != columns:
                yield f'CREATE INDEX "{name}_by_{"_".join(columns)}" ON "{name}" ({_list(columns)})'


def insert(table: Table) -> str:
    """INSERT of one row of a table."""
    return f'INSERT INTO "{table.name}" VALUES ({", ".join("?" * len(table.columns))})'  # noqa: S608  names of our own


def references(table: Table) -> Iterator[tuple[tuple[str, ...], str]]:
    """(columns, table that they name); the issue itself for each table, which Datasette makes a link of."""
    if table.name != "issues":
        yield ("issue_id",), "issues"
    for key in table.foreign_keys:
        if key.columns != ("issue_id",):
            yield tuple(dict.fromkeys(("issue_id", *key.columns))), key.table


def _table(table: Table) -> str:
    parts = [_column(column) for column in table.columns]
    parts.append(f"PRIMARY KEY ({_list(table.primary_key)})")
    for columns, name in references(table):
        parts.append(f'FOREIGN KEY ({_list(columns)}) REFERENCES "{name}" ({_list(columns)})')
    # Rows of a list are short and looked up by their parent: kept in the index of the key, they are stored once.
    clustered = " WITHOUT ROWID" if table.primary_key[-1] == SEQUENCE else ""
    return f'CREATE TABLE "{table.name}" ( -- {table_title(table.name)}\n  ' + ",\n  ".join(parts) + f"\n){clustered}"


def _column(column: Column) -> str:
    return f'"{column.name}" {TYPES[column.kind]}' + (" NOT NULL" if column.required else "")


def _list(names: tuple[str, ...]) -> str:
    return ", ".join(f'"{name}"' for name in names)
