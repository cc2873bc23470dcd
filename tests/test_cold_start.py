"""What is loaded and when: a cold start pays for nothing that it does not use. benchmarks/cold_start.py has the times."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import pipeline

HEAVY = {
    "argparse", "asyncio", "ast", "cn2an", "csv", "distributed", "fsspec", "subprocess", "chardet", "charset_normalizer", "click", "concurrent", "dataclasses",
    "decimal", "email", "frictionless", "http", "inspect", "jieba", "json", "jsonschema", "logging", "multiprocessing",
    "ctypes", "lxml", "numpy", "pandas", "pathlib", "pdfplumber", "pydantic", "pypdfium2", "random", "regex", "socket", "sqlite3", "tempfile", "typing",
    "unittest", "urllib", "xml", "zipfile",
}  # fmt: skip
"""Modules that cost a cold start a millisecond or more."""
OF_THE_COMMAND = {"json", "typing"}
"""Those that a plain call cannot do without."""
BULLETIN = "工会信息\n第12期\n某市总工会    2020年5月19日\n\n区总工会开展送清凉活动\n\n5月13日，区总工会慰问一线职工。\n"


def heavy(found: set[str], *allowed: str) -> list[str]:
    return sorted(found & HEAVY - set(allowed))


def loaded(code: str, *arguments: str) -> set[str]:
    """The modules that are loaded after `code`, beyond those of a bare interpreter; -S: no site package has a say."""
    environment = os.environ | {"PYTHONPATH": str(Path(pipeline.__file__).parent.parent)}
    script = f"import sys; bare = set(sys.modules)\n{code}\nsys.stderr.write('\\0'.join(set(sys.modules) - bare))"
    command = [sys.executable, "-S", "-c", script, *arguments]
    return set(subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stderr.split("\0"))


def test_import_loads_the_package_alone() -> None:
    assert loaded("import pipeline; pipeline.__version__") == {"pipeline"}


@pytest.mark.parametrize("name", ["PipelineError", "Document", "extract", "to_json", "from_json", "to_tables", "load"])
def test_a_name_loads_nothing_heavy(name: str) -> None:
    assert heavy(loaded(f"import pipeline; pipeline.{name}"), "typing", "json", *(["csv", "ast"] if name == "load" else [])) == []


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_loads_no_stage(option: str) -> None:
    code = f"from pipeline.cli import main\ntry: main(['{option}'])\nexcept SystemExit: pass"
    found = loaded(code)
    ours = {name for name in found if name.startswith("pipeline.")} - {"pipeline.translation"}
    assert ours == {f"pipeline.{name}" for name in ("cli", "console", "errors", "file_names", "invocation", "options", "readers", "readers.suffixes")}  # which it lists
    assert heavy(found, "argparse", *OF_THE_COMMAND) == []


def test_utf8_to_json_loads_no_library(tmp_path: Path) -> None:
    path = tmp_path / "bulletin.txt"
    path.write_text(BULLETIN, encoding="utf-8")
    found = loaded("from pipeline.cli import main\nmain(['-q', sys.argv[1]])", str(path))
    assert heavy(found, *OF_THE_COMMAND) == []
    assert not {name for name in found if name.startswith(("pipeline.batch", "pipeline.load", "pipeline.evaluate", "pipeline.writers.csv"))}


def test_the_command_prints_what_the_library_gives(tmp_path: Path) -> None:
    path = tmp_path / "bulletin.txt"
    path.write_text(BULLETIN, encoding="utf-8")
    command = [sys.executable, "-m", "pipeline", "-q", str(path)]
    environment = os.environ | {"PYTHONPATH": str(Path(pipeline.__file__).parent.parent)}
    printed = subprocess.run(command, capture_output=True, check=True, env=environment).stdout.decode()
    assert printed == pipeline.to_json(pipeline.extract(path))
    assert json.loads(printed)["source"]["file"] == "bulletin.txt"
