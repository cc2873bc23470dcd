"""Chinese institutional bulletins (简报, 工会信息 …) and 公文 → data.

    import pipeline
    document = pipeline.extract("bulletin.txt")
    print(pipeline.to_json(document))

Nothing is loaded until one of the names below is asked for: `import pipeline` costs no more than this file.
"""

import sys

TYPE_CHECKING = False  # type checkers take this name for True; `typing` itself would cost an import
__version__ = "0.1.0"
__all__ = [
    "DependencyError",
    "Document",
    "GivenUpError",
    "InputError",
    "OutputError",
    "PipelineError",
    "UsageError",
    "__version__",
    "extract",
    "extract_many",
    "from_json",
    "from_tables",
    "load",
    "mentions",
    "read_corrections",
    "read_package",
    "search",
    "to_json",
    "to_tables",
    "write_package",
]

_HOMES = {
    "DependencyError": "pipeline.errors",
    "Document": "pipeline.model.document",
    "GivenUpError": "pipeline.errors",
    "InputError": "pipeline.errors",
    "OutputError": "pipeline.errors",
    "PipelineError": "pipeline.errors",
    "UsageError": "pipeline.errors",
    "extract": "pipeline.extract",
    "extract_many": "pipeline.batch.many",
    "from_json": "pipeline.writers.json_reader",
    "from_tables": "pipeline.writers.tables",
    "load": "pipeline.load",
    "mentions": "pipeline.entities.annotate",
    "read_corrections": "pipeline.corrections.lines",
    "read_package": "pipeline.writers.csv_package",
    "search": "pipeline.writers.sqlite_search",
    "to_json": "pipeline.writers.json_writer",
    "to_tables": "pipeline.writers.tables",
    "write_package": "pipeline.writers.csv_package",
}
"""Exported name → the module that it is imported from when it is first asked for."""


class _Package(type(sys)):  # type: ignore[misc]  # types.ModuleType, without the import
    """This module, in which `extract` and `load` stay the functions.

    They are modules too, and importing one of these would put it in the place of its function.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOMES and isinstance(value, type(sys))):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package

if TYPE_CHECKING:
    from pipeline.batch.many import extract_many
    from pipeline.corrections.lines import read_corrections
    from pipeline.entities.annotate import mentions
    from pipeline.errors import DependencyError, GivenUpError, InputError, OutputError, PipelineError, UsageError
    from pipeline.extract import extract
    from pipeline.load import load
    from pipeline.model.document import Document
    from pipeline.writers.csv_package import read_package, write_package
    from pipeline.writers.json_reader import from_json
    from pipeline.writers.json_writer import to_json
    from pipeline.writers.sqlite_search import search
    from pipeline.writers.tables import from_tables, to_tables
else:

    def __getattr__(name: str) -> object:
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module  # costs more than all the rest of this file

        value = globals()[name] = getattr(import_module(_HOMES[name]), name)
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})
