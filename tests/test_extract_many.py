"""`pipeline.extract_many`: results as they come, for notebooks and services."""

from itertools import islice
from pathlib import Path

import pytest
from batch_tasks import fill

import pipeline
from pipeline.errors import GivenUpError, InputError


def test_documents_come_as_they_are_done(tmp_path: Path) -> None:
    paths = sorted(fill(tmp_path, 8).rglob("*.txt"))
    found = {result.path: result for result in pipeline.extract_many([*paths, tmp_path / "no.txt"], workers=2)}
    missing = found.pop(str(tmp_path / "no.txt"))
    assert {Path(path): result.document for path, result in found.items()} == {path: pipeline.extract(path) for path in paths}
    assert all(result.error is None for result in found.values())
    assert isinstance(missing.error, InputError)
    assert missing.document is None


def test_options_are_those_of_extract(tmp_path: Path) -> None:
    (path,) = fill(tmp_path, 1).rglob("*.txt")
    (result,) = pipeline.extract_many([path], style="plain", workers=1)
    assert result.document == pipeline.extract(path, style="plain")
    (wrong,) = pipeline.extract_many([path], style="novel", workers=1)
    assert "unknown style" in str(wrong.error)


def test_whoever_has_seen_enough_may_leave(tmp_path: Path) -> None:
    (path,) = fill(tmp_path, 1).rglob("*.txt")
    assert len(list(islice(pipeline.extract_many((path for _ in range(10**9)), workers=1), 3))) == 3


def test_a_file_that_takes_too_long_is_given_back(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("会议要求做好三件事。\n" * 400_000, encoding="utf-8")
    (result,) = pipeline.extract_many([path], workers=1, seconds=0.3)
    assert isinstance(result.error, GivenUpError)
    with pytest.raises(GivenUpError, match="took more than"):
        raise result.error
