"""What an error makes of a source: failed with its reason, or the end of the run where the next source would meet it, too."""

import errno
from pathlib import Path

import pytest
from batch_tasks import NearPool

from pipeline import cli
from pipeline.batch import engine
from pipeline.batch.convert import failure
from pipeline.errors import DependencyError, GivenUpError, InputError, OutputError, PipelineError


def caused(error: Exception, cause: OSError) -> Exception:
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "state", "code", "reason"),
    [
        (InputError("no such file"), "failed", 2, "unreadable"),
        (DependencyError("rapidocr is not installed"), "failed", 3, "missing_library"),
        (OutputError("cannot write"), "failed", 5, "unwritable"),
        (GivenUpError("too long"), "failed", 4, "error"),
        (ZeroDivisionError("division by zero"), "failed", PipelineError.exit_code, "error"),
        (caused(OutputError("cannot write"), OSError(errno.ENOSPC, "full")), "stopped", 5, "disk"),
        (caused(OutputError("cannot write"), OSError(errno.EIO, "broken")), "stopped", 5, "disk"),
        (caused(OutputError("cannot write"), PermissionError(errno.EACCES, "not allowed")), "failed", 5, "unwritable"),
        (caused(InputError("cannot be read"), OSError(errno.EIO, "a bad sector of the archive")), "failed", 2, "unreadable"),
    ],
)
def test_an_error_is_an_outcome(error: Exception, state: str, code: int, reason: str) -> None:
    found = failure(error, "a.txt")
    assert (found.state, found.code, found.reason) == (state, code, reason)
    assert found.message


def test_a_message_does_not_name_its_source_again() -> None:
    assert failure(InputError("a.txt: no such file"), "a.txt").message == "no such file"
    assert failure(InputError("b.txt: no such file"), "a.txt").message == "b.txt: no such file"


def test_a_source_on_a_pipe_keeps_to_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(engine, "Pool", NearPool)
    monkeypatch.chdir(tmp_path)
    for size, code in ((2**20, 0), (2**20 + 1, 2)):
        Path("long").write_bytes(b"\n" * size)
        with open("long", encoding="utf-8") as stream:
            monkeypatch.setattr("sys.stdin", stream)
            assert cli.main(["-", "-o", f"out{size}", "--max-mb", "1"]) == code
    assert "is larger than 1 MB; split it, or raise the limit with --max-mb" in capsys.readouterr().err
    monkeypatch.setattr("sys.stdin", None)
    assert cli.main(["-", "-o", "out"]) == 2
    assert "standard input is closed" in capsys.readouterr().err
