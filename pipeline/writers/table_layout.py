"""Which tables there are, and what their columns, keys and references are.

Written out here is only what the model cannot know: the name of a table, its parent, and where its rows stand in the
record of the parent. The columns follow from the fields of the model. Every table starts with `issue_id`, then the id
of its parent if that is not the issue, then `sequence` (1-based place in its list); a list in a record is a table too.
"""

from functools import cache
from typing import Any, NamedTuple

from pipeline.model.document import Document
from pipeline.writers.shape import DATES, Field, Record, fields

ROOTS = {
    "issues": ("schema_version", "id", "style", "masthead", "colophon"),
    "sources": ("source", "text"),
}
"""Table with one row for each document -> the fields of Document that it holds; records in them are flattened."""

LISTS = (
    ("pages", "issues", "source.pages"),
    ("decode_errors", "issues", "source.decode_errors"),
    ("masthead_spans", "issues", "masthead.spans"),
    ("contents", "issues", "contents"),
    ("sections", "issues", "sections"),
    ("items", "sections", "items"),
    ("segments", "items", "segments"),
    ("attributions", "items", "attributions"),
    ("outline", "items", "outline"),
    ("dates", "items", "dates"),
    ("organizations", "items", "organizations"),
    ("persons", "items", "persons"),
    ("places", "items", "places"),
    ("quantities", "items", "quantities"),
    ("document_numbers", "items", "document_numbers"),
    ("table_cells", "items", "tables"),
    ("recipients", "issues", "distribution"),
    ("contacts", "issues", "colophon.contacts"),
    ("emails", "issues", "colophon.emails"),
    ("phones", "issues", "colophon.phones"),
    ("colophon_spans", "issues", "colophon.spans"),
    ("entities", "issues", "entities"),
    ("entity_aliases", "entities", "aliases"),
    ("warnings", "issues", "warnings"),
    ("ledger", "issues", "ledger"),
)
"""(table, its parent, the list in the parent's record), a parent before its children."""

IDS = {"Document": "issue_id", "Section": "section_id", "Item": "item_id", "Entity": "entity_id"}
"""Class of the model -> what its field `id` is called in every table."""

ID_TABLES = {"section_id": "sections", "item_id": "items", "entity_id": "entities"}
"""Column that names a record of the same issue -> the table of that record."""

PREFIXES = {"colophon": "colophon_"}
"""Flattened field of Document -> what its columns start with, because masthead and colophon share field names."""

VALUES = {"decode_errors": "byte_offset", "emails": "email", "phones": "phone", "aliases": "alias"}
"""List of plain values -> the name of its one column."""

ROWS = {"bbox": ("x0", "top", "x1", "bottom")}
"""Field of fixed width -> its columns."""

SEQUENCE = "sequence"

Cell = str | int | float | bool | None


class Column(NamedTuple):
    """One column of a table."""

    name: str
    kind: str
    """Type of a Table Schema: string, integer, number, boolean or date."""
    required: bool
    """False if the cell may be None."""
    choices: tuple[str, ...]
    owner: str
    """Class of the model whose field it holds; empty for a key that only tables have."""
    field: str
    path: str
    """Where the value stands in the record of the row: `masthead.title`, `bbox[0]`."""


class ForeignKey(NamedTuple):
    """Columns that name a row of another table."""

    columns: tuple[str, ...]
    table: str


class Table(NamedTuple):
    """One table: key columns, then the columns of its record."""

    name: str
    parent: str
    """Name of the parent table; empty for issues."""
    path: str
    """The list in the parent's record; empty for issues and sources."""
    record: Any
    """Class of the model that a row holds; None for a list of plain values."""
    keys: tuple[Column, ...]
    """Columns that come from the place of the row, not from its record."""
    values: tuple[Column, ...]
    primary_key: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...]

    @property
    def columns(self) -> tuple[Column, ...]:
        """All columns in their order."""
        return self.keys + self.values


def field_at(record: Record, path: str) -> Field:
    """The field of a model class that a dotted path leads to; KeyError if there is none."""
    head, _, rest = path.partition(".")
    field = {field.name: field for field in fields(record)}[head]
    return field_at(field.record, rest) if rest else field


def parent_key(table: Table) -> tuple[str, ...]:
    """The columns that name the parent of a row: issue_id, and the id of the parent if that is another record."""
    return tuple(column.name for column in table.keys if column.name != SEQUENCE)


def _columns(record: Record, names: tuple[str, ...] = (), path: str = "", prefix: str = "") -> list[Column]:
    """Columns of the fields of `record` (of those in `names`, if any); lists have tables of their own."""
    columns: list[Column] = []
    for field in fields(record):
        if field.kind == "list" or (names and field.name not in names):
            continue
        if field.kind == "record":
            columns += _columns(field.record, (), f"{path}{field.name}.", PREFIXES.get(field.name, ""))
        elif field.kind == "row":
            names_of_row = enumerate(ROWS[field.name])
            columns += [_column(field, name, f"{path}{field.name}[{index}]") for index, name in names_of_row]
        else:
            name = IDS[field.owner] if field.name == "id" else prefix + field.name
            columns.append(_column(field, name, path + field.name))
    return columns


def _column(field: Field, name: str, path: str) -> Column:
    kind = field.element.kind if field.element else field.kind
    kind = "date" if (field.owner, field.name) in DATES else kind
    return Column(name, kind, not field.optional, field.choices, field.owner, field.name, path)


def _key(name: str, kind: str = "string") -> Column:
    return Column(name, kind, required=True, choices=(), owner="", field=name, path="")


def _root(name: str) -> Table:
    values = tuple(sorted(_columns(Document, ROOTS[name]), key=lambda column: column.name != "issue_id"))
    if name == "issues":
        return Table(name, "", "", Document, (), values, ("issue_id",), ())
    return Table(
        name, "issues", "", Document, (_key("issue_id"),), values, ("issue_id",), _foreign_keys(("issue_id",), ())
    )


def _list(name: str, parent: str, path: str) -> Table:
    parent_record = Document if parent == "issues" else _records()[parent]
    field = field_at(parent_record, path)
    record = field.element.record
    values = tuple(_columns(record)) if record else (_column(field, VALUES[field.name], ""),)
    parents = tuple(dict.fromkeys(("issue_id", IDS[parent_record.__name__])))
    own_id = IDS.get(record.__name__) if record else None
    primary_key = ("issue_id", own_id) if own_id else (*parents, SEQUENCE)
    keys = (*map(_key, parents), _key(SEQUENCE, "integer"))
    names = tuple(column.name for column in values if column.name != own_id)
    return Table(name, parent, path, record, keys, values, primary_key, _foreign_keys(parents, names))


@cache
def _records() -> dict[str, Any]:
    """Table -> class of its rows, for the tables that are parents."""
    records: dict[str, Any] = {"issues": Document}
    for name, parent, path in LISTS:
        records[name] = field_at(records[parent], path).element.record
    return records


def _foreign_keys(parents: tuple[str, ...], values: tuple[str, ...]) -> tuple[ForeignKey, ...]:
    """To the parent by its whole key; to a mentioned record by its id alone, as a half empty key matches nothing."""
    parent = ForeignKey(parents, ID_TABLES.get(parents[-1], "issues"))
    return (parent, *(ForeignKey((name,), ID_TABLES[name]) for name in values if name in ID_TABLES))


TABLES: dict[str, Table] = {
    table.name: table for table in (_root("issues"), *(_list(*place) for place in LISTS), _root("sources"))
}
"""Every table under its name, in the order of publication."""
