"""Patterns that are compiled when the package is built."""

import marshal
import re
from pathlib import Path
from typing import Any

import pytest

from pipeline import precompile
from pipeline.notation import precompiled
from pipeline.notation.pattern import Pattern

ONE = ("[一二三]、(?P<rest>.*)", re.VERBOSE)


@pytest.fixture
def kept_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "precompiled.bin"
    monkeypatch.setattr(precompiled, "PATH", str(path))
    monkeypatch.setattr(precompile, "PATH", str(path))
    return path


def keep(path: Path, patterns: set[tuple[str, int]], version: tuple[Any, ...] = precompiled.VERSION) -> None:
    path.write_bytes(marshal.dumps((version, precompile.compile_all(patterns))))


def test_every_pattern_is_what_re_makes_of_it(kept_at: Path) -> None:
    precompile.main()
    _, kept = marshal.loads(kept_at.read_bytes())  # noqa: S302  written the line before
    assert len(kept) > 100
    for source, flags in kept:
        ours, theirs = precompiled.compile_pattern(source, flags), re.compile(source, flags)
        assert ours == theirs
        assert (ours.groups, ours.groupindex, ours.flags) == (theirs.groups, theirs.groupindex, theirs.flags)


def test_patterns_of_tables_and_of_word_lists_are_kept() -> None:
    found = {source for source, _ in precompile.sources()}
    for kept in ("[\\W_]+", "@"):
        assert any(kept in source for source in found)
    assert all(isinstance(source, str) for source in found)


def test_a_kept_pattern_is_not_compiled_again(kept_at: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(kept_at, {(ONE[0], int(ONE[1]))})
    monkeypatch.setattr(re, "compile", lambda *_: pytest.fail("compiled"))
    found = Pattern(*ONE).match("二、工会")
    assert found is not None
    assert found["rest"] == "工会"


@pytest.mark.parametrize("version", [("cpython", 2, 7, 18), ()])
def test_patterns_of_another_version_are_passed_over(kept_at: Path, version: tuple[Any, ...]) -> None:
    kept_at.write_bytes(marshal.dumps((version, {(ONE[0], int(ONE[1])): b"nonsense"})))
    assert precompiled.compile_pattern(*ONE) == re.compile(*ONE)


@pytest.mark.parametrize("damaged", [b"", b"\xff\x00", marshal.dumps(7)])
def test_without_the_file_re_compiles(kept_at: Path, damaged: bytes) -> None:
    assert precompiled.compile_pattern(*ONE) == re.compile(*ONE)
    kept_at.write_bytes(damaged)
    precompiled._read.cache_clear()
    assert precompiled.compile_pattern(*ONE) == re.compile(*ONE)
