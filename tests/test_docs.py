"""The documentation: its commands work as printed, in order; it names every option, format and field; the site builds."""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config

import pipeline
from pipeline import options
from pipeline.writers import WRITERS
from pipeline.writers.reference import json_path, reference_text
from pipeline.writers.table_layout import TABLES

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted((ROOT / "docs").glob("*.md"))
TEXT = "\n".join(page.read_text("utf-8") for page in PAGES)
COMMANDS = {"extract": "pipeline", "extract-eval": "pipeline.evaluate"}
ISSUES = ("jianbao/reservoir-union", "jianbao/city-union-work", "jianbao/city-congress", "gongwen/minutes")


def blocks(page: Path) -> Iterator[tuple[str, str]]:
    """(language, content) of the fenced blocks that are to be run."""
    for language, content in re.findall(r"^```(\w+)\n(.*?)^```", page.read_text("utf-8"), re.MULTILINE | re.DOTALL):
        if language in ("sh", "python"):
            yield language, content


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder as a reader has it: issue.txt, archive/ and some samples, and the commands on the path."""
    for number, issue in enumerate(ISSUES, 10):
        shutil.copytree(ROOT / "samples" / issue, tmp_path / "samples" / issue)
        (tmp_path / "archive").mkdir(exist_ok=True)
        shutil.copy(ROOT / "samples" / issue / "source.txt", tmp_path / f"archive/{number}.txt")
    shutil.copy(tmp_path / "archive/10.txt", tmp_path / "issue.txt")
    (tmp_path / "bin").mkdir()
    for name, module in COMMANDS.items():
        command = tmp_path / "bin" / name
        command.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m {module} "$@"\n', "utf-8")
        command.chmod(0o755)
    return tmp_path


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_commands_of_a_page_work_in_order(page: Path, place: Path) -> None:
    path = os.pathsep.join((str(place / "bin"), os.environ["PATH"]))
    env = os.environ | {"PATH": path, "PYTHONPATH": str(Path(pipeline.__file__).parent.parent), "PYTHONUTF8": "1"}
    for language, content in blocks(page):
        program = ["bash", "-euo", "pipefail", "-c"] if language == "sh" else [sys.executable, "-c"]
        done = subprocess.run([*program, content], cwd=place, env=env, capture_output=True, timeout=120, check=False)
        assert done.returncode == 0, f"{content}\n{done.stderr.decode()}"
        assert b"Traceback" not in done.stderr
        if language == "python":
            assert done.stdout.strip(), content


def test_a_failing_command_would_be_seen(place: Path) -> None:
    page = place / "page.md"
    page.write_text("```sh\nextract missing.txt | cat\n```\n", "utf-8")
    with pytest.raises(AssertionError, match="no such file"):
        test_the_commands_of_a_page_work_in_order(page, place)


def test_most_pages_have_commands() -> None:
    assert [page.stem for page in PAGES if not list(blocks(page))] in (["fields"], [])


def test_the_reference_is_that_of_the_model() -> None:
    said = "run: python -m pipeline.writers.reference docs/fields.md"
    assert (ROOT / "docs/fields.md").read_text("utf-8") == reference_text(), said


def test_the_reference_says_where_a_table_is_in_the_json() -> None:
    assert json_path(TABLES["dates"]) == "sections[].items[].dates"
    assert json_path(TABLES["contacts"]) == "colophon.contacts"
    assert json_path(TABLES["issues"]) == ""


def test_every_format_is_described() -> None:
    page = (ROOT / "docs/outputs.md").read_text("utf-8")
    assert [name for name in WRITERS if f"| `{name}` |" not in page] == []


def test_every_option_in_the_docs_is_one() -> None:
    flags = {flag for action in options._parser()._actions for flag in action.option_strings}
    used = {word for line in re.findall(r"^.*\bextract [^`\n]*", TEXT, re.MULTILINE) for word in re.findall(r"(?<= )--[a-z-]+", line)}
    foreign = {"--floors", "--json", "--worst", "--metadata"}  # those of extract-eval and datasette
    assert used - flags - foreign == set()


def test_every_extra_that_a_user_needs_is_named() -> None:
    extras = set(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"])
    named = set(re.findall(r"^\| `(\w+)` \|", (ROOT / "docs/index.md").read_text("utf-8"), re.MULTILINE))
    assert named <= extras
    assert {"pandas", "parquet", "notebook", "completion"} <= named


def test_every_page_is_in_the_navigation() -> None:
    navigation = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))["nav"]
    assert sorted(name for entry in navigation for name in entry.values()) == [page.name for page in PAGES]


def test_the_site_builds_without_a_warning(tmp_path: Path) -> None:
    build(load_config(str(ROOT / "mkdocs.yml"), site_dir=str(tmp_path / "site"), strict=True))
    for page in PAGES:
        name = "index.html" if page.stem == "index" else f"{page.stem}/index.html"
        assert (tmp_path / "site" / name).exists()
    # A site that is read in an archive's own network fetches nothing from elsewhere.
    html = "".join(path.read_text("utf-8") for path in (tmp_path / "site").rglob("*.html"))
    assert re.findall(r'<(?:script|link|img)[^>]+(?:src|href)="(?:https?:)?//[^"]*', html) == []
