"""Who may import whom, which library comes in by which door, and which names are exported: read off the source, not run."""

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path
from typing import NamedTuple

import pytest

import pipeline

ROOT = Path(__file__).resolve().parent.parent / "pipeline"

VALUES = {"model", "errors"}
STAGES = {
    "readers", "normalize", "lines", "side_by_side", "furniture", "blocks", "styles", "zones", "segment", "places", "assemble", "entities.annotate", "corrections", "certainty", "checks", "source",
}  # fmt: skip
MAY_IMPORT: dict[str, set[str]] = {
    "errors": set(),
    "model": set(),
    "digest": set(),
    "file_names": set(),
    "named": set(),
    "lexicon": {"errors"},
    "notation": {"lexicon", "model.record"},
    "readers": {*VALUES, "named", "digest", "lexicon", "lines", "normalize", "reading_order"},
    "page_bands": {"model"},
    "page_gutters": {"model", "page_bands"},
    "page_lines": {"model"},
    "reading_order": {"model", "page_bands", "page_gutters", "page_lines"},
    "page_edges": {"model", "notation"},
    "places": {"model", "lines"},
    "normalize": {"model", "notation"},
    "lines": {"model", "markdown", "notation"},
    "markdown": {"model", "notation", "org_mode", "restructured_text"},
    "markup_settings": {"notation"},
    "org_mode": {"model", "notation"},
    "restructured_text": {"model"},
    "margins": {"model"},
    "side_by_side": {"model", "lines", "column_order"},
    "column_order": {"model", "cells", "gutter", "lines", "margins", "reading_order"},
    "gutter": {"model", "notation", "lines", "cells"},
    "cells": {"model", "notation", "lines"},
    "furniture": {"lexicon", "markup_settings", "model", "notation", "page_edges", "site_residue"},
    "site_residue": {"lexicon", "model", "notation", "site_forms"},
    "site_forms": {"model", "notation"},
    "line_forms": {"model", "notation", "lexicon"},
    "bonds": {"model", "notation", "lexicon", "lines", "line_forms", "margins"},
    "joins": {"model", "notation", "lines", "line_forms", "margins", "bonds"},
    "footnotes": {"model", "notation"},
    "blocks": {"model", "notation", "bonds", "footnotes", "joins", "letter_spacing", "margins"},
    "letter_spacing": {"model", "notation"},
    "styles": VALUES,
    "zones": {"model", "styles", "notation", "lexicon", "segment.attribution", "segment.credit_places"},
    "segment": {"model", "styles", "notation", "lexicon", "normalize", "zones.stems"},
    "ledger": {"model", "notation", "lines", "segment.spans"},
    "assemble": {"model", "notation", "digest", "ledger", "places", "segment"},
    "entities": {"model", "normalize", "notation", "lexicon", "digest"},
    "corrections": {*VALUES, "blocks", "offsets"},
    "offsets": {"model"},
    "certainty": {"model", "offsets"},
    "warning_lines": {"model"},
    "checks": {"model", "notation", "normalize", "offsets"},
    "source": {*VALUES, "corrections.lines"},
    "extract": {*VALUES, *STAGES, "digest", "file_names"},
    "facsimile": {"model", "extract", "readers.pictures"},
    "writers": {*VALUES, "named", "translation"},
    "load": {*VALUES, "writers"},
    "exchange": {*VALUES, "corrections.locate", "offsets", "writers"},
    "review": {*VALUES, "batch.archives", "batch.finished", "certainty", "extract", "source", "readers.pictures", "translation", "exchange.imported", "corrections.lines", "readers.suffixes", "warning_lines", "writers", "console", "__init__"},
    "evaluate": {*VALUES, "extract", "console", "translation"},
    "translation": set(),
    "console": {"errors", "file_names", "translation"},
    "batch": {*VALUES, "file_names", "named", "certainty", "extract", "source", "facsimile", "writers", "console", "digest", "readers.other_kinds", "readers.suffixes", "readers.recognition", "invocation", "warning_lines", "__init__"},
    "invocation": {"options"},
    "options": {"invocation", "readers.suffixes", "styles", "translation", "writers.schema", "console", "errors", "__init__"},
    "cli": {*VALUES, "batch.command", "batch.single", "extract", "source", "facsimile", "warning_lines", "writers", "console", "invocation"},
    "__init__": {*VALUES, "batch.many", "extract", "entities.annotate", "corrections.lines", "load", "writers"},
    "precompile": {"__init__", "notation.pattern", "notation.precompiled"},
    "__main__": {"cli"},
}
"""Unit → units that it may import, or single modules of one. What is not listed is forbidden."""

DOORS: dict[str, set[str]] = {
    "chardet": {"readers/encoding.py"},
    "charset_normalizer": {"readers/encoding.py"},
    "pandas": {"load.py"},
    "sqlite3": {"batch/journal.py", "writers/sqlite_file.py", "writers/sqlite_reader.py", "writers/sqlite_search.py"},
    "pypdfium2": {"readers/pdf.py", "readers/pdf_drawn.py", "readers/pdf_page.py", "readers/pdf_text.py", "readers/pictures.py", "readers/stand_in.py"},
    "ctypes": {"readers/pdf_drawn.py", "readers/pdf_text.py", "readers/stand_in.py"},
    "lxml": {"readers/archive.py", "readers/article.py", "readers/html.py"},
    "resiliparse": {"readers/article.py"},
    "rapidocr": {"readers/rapid.py"},
    "onnxruntime": {"readers/rapid.py"},
    "numpy": {"readers/rapid.py", "readers/ink.py", "readers/line_ink.py", "readers/drawn_rules.py"},
    "pylopdf_fonts_zh_cn": {"readers/stand_in.py"},
    "PIL": {"readers/photo.py", "readers/pictures.py", "readers/drawn_rules.py"},
    "concurrent": {"readers/recognition.py"},
    "statistics": {"readers/type_area.py", "readers/quads.py", "readers/ruled_tables.py", "readers/line_ink.py", "readers/keystone.py", "readers/pdf_lines.py", "readers/pdf_text.py"},
    "pyarrow": {"writers/parquet.py"},
    "xlsxwriter": {"writers/xlsx.py"},
    "tempfile": {"batch/remote.py", "batch/run.py", "readers/legacy.py", "writers/xlsx.py"},
    "shtab": {"options.py"},
    "datasette": {"writers/datasette_plugin.py"},
    "fsspec": {"batch/remote.py"},
    "distributed": {"batch/cluster.py"},
    "argparse": {"options.py", "evaluate/command.py", "review/command.py", "translation.py"},
    "hashlib": {"digest.py", "evaluate/text.py", "review/page.py"},
    "http": {"review/server.py"},
    "array": {"precompile.py"},
    "email": {"readers/mail.py"},
    "pkgutil": {"precompile.py"},
    "marshal": {"precompile.py", "notation/precompiled.py"},
    "_sha2": {"digest.py"},
    "_sha256": {"digest.py"},
}
"""Library → the files that may import it."""
LAZY = {"distributed", "fsspec", "chardet", "charset_normalizer", "pandas", "pyarrow", "shtab", "xlsxwriter", "rapidocr", "onnxruntime", "numpy", "PIL", "pylopdf_fonts_zh_cn"}
"""Libraries that are imported inside a function, when they are needed."""
PACKAGES = {"PIL": "Pillow", "numpy": "rapidocr"}
"""Library → the package that brings it, where that has another name."""
STANDARD = {
    "argparse", "base64", "bisect", "ast", "codecs", "collections", "contextlib", "contextvars", "csv", "datetime", "functools", "gc",
    "hmac", "html", "importlib", "io", "itertools", "json", "locale", "math", "operator", "os", "posixpath", "pathlib", "re", "secrets", "string", "sys", "threading", "types",
    "typing", "unicodedata", "urllib", "warnings", "webbrowser",
}  # fmt: skip
"""Modules of the standard library that are in use; another one is a decision, because each costs a cold start its import."""
STANDARD_OF_BATCH = {
    "errno", "fnmatch", "glob", "pickle", "queue", "resource", "shutil", "signal", "stat", "struct", "subprocess", "time", "zipfile",
    "zlib",
}  # fmt: skip
"""Those that batch/ and the readers of office files alone may import, which a run of one text never loads."""


class Import(NamedTuple):
    """One import statement."""

    file: str
    """Relative to the package: zones/decode.py."""
    module: str
    """zones.decode for one of ours, without the package; pandas for another."""
    ours: bool
    lazy: bool
    """Inside a function, or for type checkers only."""

    @property
    def unit(self) -> str:
        """The unit that imports."""
        return unit_of(self.file)


def unit_of(file: str) -> str:
    return file.partition("/")[0].removesuffix(".py")


def imports() -> list[Import]:
    return [found for path in sorted(ROOT.rglob("*.py")) for found in imports_of(path)]


def imports_of(path: Path) -> Iterator[Import]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    eager = {id(node) for node in run_at_import(tree.body)}
    file = path.relative_to(ROOT).as_posix()
    for node in ast.walk(tree):
        for name in names_of(node):
            ours = name.partition(".")[0] == ROOT.name
            module = (name.removeprefix(ROOT.name).lstrip(".") or "__init__") if ours else name
            yield Import(file, module, ours, lazy=id(node) not in eager)


def run_at_import(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    for node in body:
        yield node
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            continue
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield from run_at_import([child for child in ast.iter_child_nodes(node) if isinstance(child, ast.stmt)])


def names_of(node: ast.AST) -> list[str]:
    """Modules that a statement imports; `from pipeline.zones import stems` is pipeline.zones.stems."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if not isinstance(node, ast.ImportFrom):
        return []
    assert node.level == 0, "a relative import hides where it goes"
    module = node.module or ""
    return [f"{module}.{alias.name}" if is_module(f"{module}.{alias.name}") else module for alias in node.names]


def is_module(name: str) -> bool:
    path = ROOT.parent.joinpath(*name.split("."))
    return path.with_suffix(".py").exists() or (path / "__init__.py").exists()


IMPORTS = imports()


def test_every_unit_is_in_the_table() -> None:
    units = {unit_of(path.relative_to(ROOT).as_posix()) for path in ROOT.rglob("*.py")}
    assert units == set(MAY_IMPORT)


@pytest.mark.parametrize("unit", MAY_IMPORT)
def test_a_unit_imports_only_what_it_may(unit: str) -> None:
    wrong = {
        f"{found.file}: {found.module}"
        for found in IMPORTS
        if found.ours and found.unit == unit and not is_allowed(unit, found.module)
    }
    assert wrong == set()


def is_allowed(unit: str, module: str) -> bool:
    return module.partition(".")[0] == unit or any(f"{module}.".startswith(f"{allowed}.") for allowed in MAY_IMPORT[unit])


@pytest.mark.parametrize("unit", MAY_IMPORT)
def test_what_is_allowed_is_used(unit: str) -> None:
    """A permission that nobody needs any more is a hole in the wall."""
    used = {found.module for found in IMPORTS if found.ours and found.unit == unit}
    groups = {"errors", "model", "styles"}  # a unit may do without the errors, values or styles
    unused = {allowed for allowed in MAY_IMPORT[unit] - groups if not any(f"{name}.".startswith(f"{allowed}.") for name in used)}
    assert unused == set()


def test_modules_make_no_cycle() -> None:
    graph: dict[str, set[str]] = {}
    for found in IMPORTS:
        if found.ours and not found.lazy:
            name = found.file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
            graph.setdefault(name, set()).add(found.module)
    TopologicalSorter(graph).prepare()  # CycleError names the modules of a cycle


@pytest.mark.parametrize("library", DOORS)
def test_a_library_has_one_door(library: str) -> None:
    users = {found for found in IMPORTS if not found.ours and found.module.partition(".")[0] == library}
    assert {found.file for found in users} == DOORS[library]
    if library in LAZY:
        assert all(found.lazy for found in users)


def test_no_other_library() -> None:
    names = {found.module.partition(".")[0] for found in IMPORTS if not found.ours}
    assert names <= STANDARD | STANDARD_OF_BATCH | set(DOORS)
    outside = {found for found in IMPORTS if found.module.partition(".")[0] in STANDARD_OF_BATCH and found.unit not in ("batch", "readers")}
    assert {found.file for found in outside} == set()


def test_a_heavy_module_is_a_dependency() -> None:
    project = (ROOT.parent / "pyproject.toml").read_text(encoding="utf-8")
    for library in LAZY:
        package = PACKAGES.get(library, library.replace("_", "-"))
        assert f'"{package}>=' in project


def test_exported_names() -> None:
    assert sorted(pipeline.__all__) == [
        "DependencyError", "Document", "GivenUpError", "InputError", "OutputError", "PipelineError", "UsageError", "__version__",
        "extract", "extract_many", "from_json", "from_tables", "load", "mentions", "read_corrections", "read_package", "search", "to_json", "to_tables", "write_package",
    ]  # fmt: skip
    for name in pipeline.__all__:
        assert getattr(pipeline, name) is not None
        assert name in dir(pipeline)


def test_exports_for_types_are_those_at_run_time() -> None:
    """The imports that type checkers see, and the table that runs, say the same."""
    tree = ast.parse((ROOT / "__init__.py").read_text(encoding="utf-8"))
    typed = {alias.name: node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names}
    typed.pop("import_module")
    assert typed == pipeline._HOMES
    assert set(pipeline.__all__) == {*typed, "__version__"}


def test_a_function_is_not_replaced_by_the_module_of_its_name() -> None:
    import pipeline.extract
    import pipeline.load
    from pipeline.extract import extract as function

    assert pipeline.extract is function
    assert callable(pipeline.load)


def test_an_unknown_name() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        getattr(pipeline, "nothing")  # noqa: B009  type checkers know that it has none
