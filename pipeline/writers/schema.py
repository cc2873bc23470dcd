"""The published contract, made from the model: JSON Schema (draft 2020-12) of a document, and datapackage.json.

`python -m pipeline.writers.schema schemas/` writes both; a test holds the files and the model together.
"""

import json
import os
import sys
from typing import Any

from pipeline.model.document import SCHEMA_VERSION, Document
from pipeline.writers.datapackage import DESCRIPTOR, descriptor_text
from pipeline.writers.descriptions import descriptions
from pipeline.writers.files import Path, make_folder, write_text
from pipeline.writers.labels import column_note
from pipeline.writers.shape import DATES, MINIMA, MONTHS, PATTERNS, Field, Record, fields

DOCUMENT_SCHEMA = "document.schema.json"


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a document, as JSON values; each class of the model but Document is one of its $defs."""
    definitions: dict[str, Any] = {}
    root = _object(Document, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:bulletin-extract:document:{SCHEMA_VERSION}",
        "title": "Document",
        **root,
        "$defs": dict(sorted(definitions.items())),
    }


def schema_text() -> str:
    """The text of the JSON Schema as it is published."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"


def write_schemas(folder: Path) -> None:
    """Write document.schema.json and datapackage.json into the folder; OutputError if that is not possible."""
    make_folder(folder)
    write_text(os.path.join(folder, DOCUMENT_SCHEMA), schema_text())
    write_text(os.path.join(folder, DESCRIPTOR), descriptor_text())


def _object(record: Record, definitions: dict[str, Any]) -> dict[str, Any]:
    """The schema of one class; the classes that it holds are added to `definitions`."""
    return {
        "description": descriptions().classes.get(record.__name__, ""),
        "type": "object",
        "properties": {field.name: _property(field, definitions) for field in fields(record)},
        "required": list(record._fields),
        "additionalProperties": True,
    }


def _property(field: Field, definitions: dict[str, Any]) -> dict[str, Any]:
    text = column_note("", field.name, descriptions().fields.get((field.owner, field.name), ""))
    schema = _value(field, definitions)
    if field.optional:
        schema = _or_null(schema)
    return ({"description": text} if text else {}) | schema


def _value(field: Field, definitions: dict[str, Any]) -> dict[str, Any]:
    if field.kind == "record":
        name = field.record.__name__
        if name not in definitions:
            definitions[name] = {}  # takes its place first, in case that a class holds itself
            definitions[name] = _object(field.record, definitions)
        return {"$ref": f"#/$defs/{name}"}
    if field.kind == "list":
        return {"type": "array", "items": _value(field.element, definitions)}
    if field.kind == "row":
        items = [_value(field.element, definitions)] * field.width
        return {"type": "array", "prefixItems": items, "items": False, "minItems": field.width}
    return {"type": field.kind} | _limits(field)


def _limits(field: Field) -> dict[str, Any]:
    place = (field.owner, field.name)
    return {
        **({"enum": list(field.choices)} if field.choices else {}),
        **({"format": "date"} if place in DATES - MONTHS else {}),
        **({"pattern": r"^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$"} if place in MONTHS else {}),
        **({"pattern": PATTERNS[place]} if place in PATTERNS else {}),
        **({"minimum": MINIMA[field.name]} if field.name in MINIMA else {}),
    }


def _or_null(schema: dict[str, Any]) -> dict[str, Any]:
    if "$ref" in schema:
        return {"anyOf": [schema, {"type": "null"}]}
    choices = {"enum": [*schema["enum"], None]} if "enum" in schema else {}
    return schema | {"type": [schema["type"], "null"]} | choices


if __name__ == "__main__":
    write_schemas(sys.argv[1] if len(sys.argv) > 1 else "schemas")
