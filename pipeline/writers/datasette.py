"""NAME.metadata.json beside NAME.sqlite: what Datasette shows of it. `datasette NAME.sqlite -m NAME.metadata.json`."""

import json
import os
from typing import Any

from pipeline.writers.datapackage import descriptor
from pipeline.writers.files import Path
from pipeline.writers.sqlite_search import QUERY

_LABELS = {"issues": "title", "sections": "title", "items": "title", "entities": "name"}
"""Table -> the column that is shown for a row which another table refers to."""
_FACETS = {
    "issues": ["title", "year", "style"],
    "items": ["kind"],
    "attributions": ["organization"],
    "dates": ["precision", "basis"],
    "quantities": ["unit"],
    "recipients": ["relation"],
    "entities": ["type"],
    "warnings": ["code"],
}
"""Table -> columns whose values are counted beside it."""


def metadata_name(path: Path) -> str:
    """archive.sqlite -> archive.metadata.json."""
    return f"{_stem(path)}.metadata.json"


def metadata_text(path: Path) -> str:
    """The metadata of the file: titles and descriptions of tables and columns, and a query that finds Chinese words."""
    package = descriptor()
    tables = {resource["name"]: _table(resource) for resource in package["resources"]}
    tables |= {name: {"hidden": True} for name in ("item_search", "searched_items")}
    queries = {
        "search": {
            "title": "检索 Search",
            "description": "Items that hold every word, apart by spaces: 慰问 工会",
            "sql": QUERY,
            "params": ["words"],
        }
    }
    database = {"title": package["title"], "description": package["description"], "tables": tables, "queries": queries}
    return json.dumps({"title": package["title"], "databases": {_stem(path): database}}, ensure_ascii=False, indent=2) + "\n"


def _stem(path: Path) -> str:
    return os.path.splitext(os.path.basename(os.fspath(path)))[0]


def _table(resource: dict[str, Any]) -> dict[str, Any]:
    name = resource["name"]
    columns = {field["name"]: " ".join(filter(None, (field["title"], field.get("description")))) for field in resource["schema"]["fields"]}
    return {
        "title": f"{name} {resource['title']}",
        **({"description": resource["description"]} if "description" in resource else {}),
        "columns": columns,
        **({"label_column": _LABELS[name]} if name in _LABELS else {}),
        **({"facets": _FACETS[name]} if name in _FACETS else {}),
    }
