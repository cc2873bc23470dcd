"""datapackage.json: every column typed and titled, primary and foreign keys (Data Package v2, Table Schema).

It says nothing about the content of one package, so it is the same file in each, and in schemas/.
"""

import json
from typing import Any

from pipeline.model.document import SCHEMA_VERSION
from pipeline.writers.descriptions import descriptions
from pipeline.writers.labels import column_note, column_title, table_title
from pipeline.writers.shape import MINIMA, MONTHS, PATTERNS
from pipeline.writers.table_layout import TABLES, Column, ForeignKey, Table

DESCRIPTOR = "datapackage.json"
PROFILES = "https://datapackage.org/profiles/2.0"

DIALECT = {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "skipInitialSpace": False}


def descriptor() -> dict[str, Any]:
    """The descriptor of a package as JSON values."""
    return {
        "$schema": f"{PROFILES}/datapackage.json",
        "name": "bulletins",
        "title": "机构简报与公文数据",
        "description": f"Bulletins and official documents as tables, version {SCHEMA_VERSION}. "
        "An empty cell is unknown. A string cell that starts with an apostrophe stands for what follows it.",
        "resources": [_resource(table) for table in TABLES.values()],
    }


def descriptor_text() -> str:
    """The text of datapackage.json."""
    return json.dumps(descriptor(), ensure_ascii=False, indent=2) + "\n"


def _resource(table: Table) -> dict[str, Any]:
    return {
        "name": table.name,
        "type": "table",
        "path": f"{table.name}.csv",
        "title": table_title(table.name),
        **_described(descriptions().classes.get(table.record.__name__, "") if table.record else ""),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": DIALECT,
        "schema": table_schema(table),
    }


def table_schema(table: Table) -> dict[str, Any]:
    """The Table Schema of one table."""
    schema = {
        "$schema": f"{PROFILES}/tableschema.json",
        "fields": [_field(table, column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.primary_key),
    }
    keys = [_foreign_key(key) for key in table.foreign_keys]
    return schema | ({"foreignKeys": keys} if keys else {})


def _field(table: Table, column: Column) -> dict[str, Any]:
    docstring = descriptions().fields.get((column.owner, column.field), "")
    constraints = _constraints(column)
    return {
        "name": column.name,
        "type": column.kind,
        **({"format": "any"} if (column.owner, column.field) in MONTHS else {}),
        "title": column_title(table.name, column.name),
        **_described(column_note(table.name, column.name, docstring)),
        **({"constraints": constraints} if constraints else {}),
    }


def _constraints(column: Column) -> dict[str, Any]:
    pattern = PATTERNS.get((column.owner, column.field))
    return {
        **({"required": True} if column.required else {}),
        **({"enum": list(column.choices)} if column.choices else {}),
        **({"minimum": MINIMA[column.field]} if column.field in MINIMA else {}),
        **({"pattern": pattern} if pattern else {}),
    }


def _foreign_key(key: ForeignKey) -> dict[str, Any]:
    columns = list(key.columns)
    return {"fields": columns, "reference": {"resource": key.table, "fields": columns}}


def _described(text: str) -> dict[str, str]:
    return {"description": text} if text else {}
