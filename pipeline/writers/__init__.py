"""Document -> text of one output format. A new format is one file here and one line in WRITERS.

Nothing is imported until a format is asked for: a cold start that writes JSON never loads the tables.
"""

from collections.abc import Callable
from importlib import import_module
from typing import cast

from pipeline.errors import UsageError
from pipeline.model.document import Document

WRITERS = {
    "json": "pipeline.writers.json_writer:to_json",
    "csv": "pipeline.writers.csv_package:items_csv",
}
"""Name of the format -> module:function, which takes a Document and returns the whole text of the file."""


def writer(name: str) -> Callable[[Document], str]:
    """The function that writes a Document in the format `name`, a key of WRITERS; UsageError for any other name."""
    if name not in WRITERS:
        raise UsageError(f"unknown output format {name!r}: choose one of {', '.join(WRITERS)}")
    module, function = WRITERS[name].split(":")
    return cast("Callable[[Document], str]", getattr(import_module(module), function))
