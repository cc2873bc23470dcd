"""The reference of fields for people, in Markdown, made from the model as the schemas are.

`python -m pipeline.writers.reference docs/fields.md` writes it; a test holds the file and the model together.
"""

import sys
from collections.abc import Iterator

from pipeline.model.document import SCHEMA_VERSION
from pipeline.writers.descriptions import descriptions
from pipeline.writers.files import write_text
from pipeline.writers.labels import column_note, column_title, table_title
from pipeline.writers.table_layout import TABLES, Column, Table

HEAD = f"""\
# Fields

Made from the model, version {SCHEMA_VERSION} of the format. The JSON document and the tables hold the same facts: each table below is
a list of the document, or the document itself, and each column says where its value stands in the JSON. Unknown is `null`, and an
empty cell. A field of the document may be added, none is renamed or removed without a new major version.

Offsets count Unicode code points from 0; an end is the offset behind the last character. `source_start` and `source_end` index the
text of the source (`text`), `start` and `end` index the item's `title` or `text`, as `field` says, or in `ledger` and `pages` the
source.

The same as schemas: `extract --schema` prints that of the document, `datapackage.json` beside the CSV tables has that of the tables.
"""


def reference_text() -> str:
    """The page."""
    contents = " · ".join(f"[{name}](#{name})" for name in TABLES)
    return "\n".join([HEAD, contents, "", *(line for table in TABLES.values() for line in _table(table))])


def _table(table: Table) -> Iterator[str]:
    yield f"## {table.name} {table_title(table.name)} {{ #{table.name} }}"
    yield ""
    if table.record and (said := descriptions().classes.get(table.record.__name__)):
        yield said
        yield ""
    path = json_path(table)
    yield f"In the JSON: `{path}[]`." if path else "In the JSON: the document itself."
    yield ""
    yield f"Key: {', '.join(f'`{name}`' for name in table.primary_key)}."
    yield ""
    yield "| column | 中文 | type | in the JSON | meaning |"
    yield "|---|---|---|---|---|"
    yield from (_row(table, column) for column in table.columns)
    yield ""


def json_path(table: Table) -> str:
    """Where the list of the table stands: sections[].items[].dates; empty for the document itself."""
    if not table.path:
        return ""
    above = json_path(TABLES[table.parent])
    return f"{above}[].{table.path}" if above else table.path


def _row(table: Table, column: Column) -> str:
    docstring = descriptions().fields.get((column.owner, column.field), "")
    meaning = column_note(table.name, column.name, docstring)
    if column.choices:
        meaning = f"{meaning} One of {', '.join(f'`{choice}`' for choice in column.choices)}.".strip()
    kind = column.kind if column.required else f"{column.kind} or null"
    where = f"`{column.path}`" if column.path else ""
    cells = (f"`{column.name}`", column_title(table.name, column.name), kind, where, meaning)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


if __name__ == "__main__":
    write_text(sys.argv[1] if len(sys.argv) > 1 else "docs/fields.md", reference_text())
