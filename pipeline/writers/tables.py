"""Documents <-> tables: one row for each fact, no list in a cell (table_layout.py says which tables and columns).

`from_tables(to_tables(documents)) == documents`. A row is a tuple of cells in the order of `TABLES[name].columns`.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from operator import attrgetter, itemgetter
from typing import Any, cast

from pipeline.errors import InputError, OutputError
from pipeline.model.document import Document
from pipeline.writers.shape import Record, fields
from pipeline.writers.table_layout import IDS, TABLES, Cell, Table, parent_key

Row = tuple[Cell, ...]
Tables = dict[str, list[Row]]
"""Name of each table -> its rows."""
_Groups = dict[str, dict[tuple[Cell, ...], list[Row]]]


def to_tables(documents: Document | Iterable[Document]) -> Tables:
    """The tables of one document or of many; OutputError if an id that must be unique stands twice."""
    tables: Tables = {name: [] for name in TABLES}
    for part in each_tables(documents):
        for name, rows in part.items():
            tables[name] += rows
    return tables


def each_tables(documents: Document | Iterable[Document]) -> Iterator[Tables]:
    """The tables of one document after the other: an archive need not fit into memory; errors as `to_tables`."""
    return map(tables_of, unique(documents))


def unique(documents: Document | Iterable[Document]) -> Iterator[Document]:
    """The documents; OutputError at the second that has the same id."""
    seen: dict[str, str | None] = {}
    for document in (documents,) if isinstance(documents, Document) else documents:
        if document.id in seen:
            files = f"{seen[document.id] or 'a nameless source'} and {document.source.file or 'a nameless source'}"
            raise OutputError(f"two documents have the id {document.id} ({files}); keep one of them in a package")
        seen[document.id] = document.source.file
        yield document


def from_tables(tables: Tables) -> tuple[Document, ...]:
    """The documents, in the order of the issues table; rows of a list are ordered by `sequence`.

    InputError if a table is missing, a document has no row in sources, or a row belongs to nothing.
    """
    if missing := [name for name in TABLES if name not in tables]:
        raise InputError(f"not a complete package: the table {missing[0]} is missing")
    groups = {name: _grouped(table, tables[name]) for name, table in TABLES.items() if name != "issues"}
    documents = tuple(_document(row, groups) for row in tables["issues"])
    for name, orphans in groups.items():
        for key in orphans:
            where = ", ".join(f"{column} {value}" for column, value in zip(parent_key(TABLES[name]), key, strict=True))
            raise InputError(f"table {name}: a row belongs to {where}, which is not in {TABLES[name].parent}")
    return documents


def tables_of(document: Document) -> Tables:
    """The rows of one document; OutputError if two of its sections, items or entities have the same id."""
    tables: Tables = {name: [] for name in TABLES}
    tables["issues"].append(_cells(TABLES["issues"])(document))
    tables["sources"].append((document.id, *_cells(TABLES["sources"])(document)))
    _add_lists("issues", (document.id,), document, tables)
    for name in ("sections", "items", "entities"):
        _check_ids(TABLES[name], tables[name])
    return tables


def _add_lists(parent: str, key: Row, record: Any, tables: Tables) -> None:
    for table, rows_of in _children(parent):
        records = rows_of(record)
        cells = _cells(table)
        tables[table.name] += [(*key, place, *cells(row)) for place, row in enumerate(records, 1)]
        if _children(table.name):
            for row in records:
                _add_lists(table.name, (key[0], row.id), row, tables)


def _check_ids(table: Table, rows: list[Row]) -> None:
    column = [column.name for column in table.columns].index(table.primary_key[-1])
    seen = set()
    for row in rows:
        if row[column] in seen:
            raise OutputError(f"{row[0]}: two {table.name} have the id {row[column]}; give each an id of its own")
        seen.add(row[column])


@cache
def _children(name: str) -> tuple[tuple[Table, Callable[[Any], Any]], ...]:
    """The tables of the lists in a record of this table, each with the function that gets the list."""
    return tuple((table, attrgetter(table.path)) for table in TABLES.values() if table.path and table.parent == name)


@cache
def _cells(table: Table) -> Callable[[Any], Row]:
    """Function from a record to the cells of `table.values`."""
    if table.record is None:
        return lambda value: (value,)
    if _is_flat(table):
        return tuple
    paths = [column.path for column in table.values]
    whole = list(dict.fromkeys(path.partition("[")[0] for path in paths))
    if whole == paths:
        return attrgetter(*paths)
    get = attrgetter(*whole)
    places = [(whole.index(path.partition("[")[0]), path.partition("[")[2][:-1]) for path in paths]

    def cells(record: Any) -> Row:
        values = get(record)
        return tuple(values[at] if not part or values[at] is None else values[at][int(part)] for at, part in places)

    return cells


def _is_flat(table: Table) -> bool:
    return table.record is not None and [column.path for column in table.values] == list(table.record._fields)


def _grouped(table: Table, rows: list[Row]) -> dict[tuple[Cell, ...], list[Row]]:
    """Rows by the key of their parent, in order of `sequence`."""
    width = len(parent_key(table))
    groups: dict[tuple[Cell, ...], list[Row]] = {}
    for row in rows:
        groups.setdefault(row[:width], []).append(row)
    if width < len(table.keys):
        for group in groups.values():
            group.sort(key=itemgetter(width))
    return groups


def _document(row: Row, groups: _Groups) -> Document:
    issue = _values(TABLES["issues"], row)
    sources = groups["sources"].pop((issue["id"],), [])
    if len(sources) != 1:
        raise InputError(
            f"table sources: {len(sources)} rows for issue_id {issue['id']}, not one; write the package anew"
        )
    values = issue | _values(TABLES["sources"], sources[0]) | _lists("issues", (issue["id"],), groups)
    return cast("Document", _build(Document, values))


def _values(table: Table, row: Row) -> dict[str, Any]:
    """Path in the record -> cell."""
    return dict(zip((column.path for column in table.values), row[len(table.keys) :], strict=True))


def _lists(parent: str, key: Row, groups: _Groups) -> dict[str, Any]:
    return {table.path: _records(table, groups[table.name].pop(key, []), groups) for table, _ in _children(parent)}


def _records(table: Table, rows: list[Row], groups: _Groups) -> tuple[Any, ...]:
    width = len(table.keys)
    if table.record is None:
        return tuple(row[width] for row in rows)
    if _is_flat(table):
        return tuple(table.record._make(row[width:]) for row in rows)
    return tuple(_nested(table, row, groups) for row in rows)


def _nested(table: Table, row: Row, groups: _Groups) -> Any:
    values = _values(table, row)
    if table.record.__name__ in IDS:
        values |= _lists(table.name, (row[0], values["id"]), groups)
    return _build(table.record, values)


def _build(record: Record, values: dict[str, Any], path: str = "") -> Any:
    """The record whose fields stand in `values` under `path`."""
    cells = []
    for field in fields(record):
        here = path + field.name
        if field.kind == "record":
            cells.append(_build(field.record, values, here + "."))
        elif field.kind == "row":
            row = tuple(values[f"{here}[{index}]"] for index in range(field.width))
            cells.append(None if None in row else row)
        else:
            cells.append(values[here])
    return record._make(cells)
