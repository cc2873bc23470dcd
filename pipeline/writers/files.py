"""A file that appears under its name only when it is complete: a reader never sees half of it, nor does the next run.

The text goes to a temporary file in the same folder, which replaces the old file in one step.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Self

from pipeline.errors import OutputError

Path = str | os.PathLike[str]


def write_text(path: Path, text: str) -> None:
    """Replace the file by this text, as UTF-8 and with the line ends it has; OutputError if that is not possible."""
    with PendingFile(path) as file:
        file.write(text)
        file.close()
        file.replace()


def make_folder(path: Path) -> None:
    """Make the folder and those above it, unless it is there; OutputError if that is not possible."""
    with reported(path):
        os.makedirs(path, exist_ok=True)


@contextmanager
def replacing(path: Path) -> Iterator[str]:
    """The name of a new file beside `path`, for a library to write; it takes the place of `path` at the end.

    When the body raises, it is removed and `path` stays.
    """
    path = os.fspath(path)
    temporary = _temporary(path)
    try:
        with reported(path):
            open(temporary, "xb").close()  # says at once if the folder cannot be written
        yield temporary
        with reported(path):
            os.replace(temporary, path)
    finally:
        with suppress(OSError):
            os.unlink(temporary)


class PendingFile:
    """Text on its way to `path`; without `replace` it is removed again. Every OSError becomes an OutputError."""

    def __init__(self, path: Path) -> None:
        self.path = os.fspath(path)
        self._temporary = _temporary(self.path)
        with reported(self.path):
            self._file = open(self._temporary, "x", encoding="utf-8", newline="")  # noqa: SIM115  closed by close()

    def write(self, text: str) -> None:
        """Append the text."""
        try:  # not `reported`, which takes longer than the rows of a table
            self._file.write(text)
        except OSError as error:
            raise _fault(self.path, error) from error

    def close(self) -> None:
        """Everything is written: a full disk shows here at the latest."""
        with reported(self.path):
            self._file.close()

    def replace(self) -> None:
        """Put the file, which is closed, in its place."""
        with reported(self.path):
            os.replace(self._temporary, self.path)
            self._temporary = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        if not self._temporary:
            return
        for clean_up in (self._file.close, lambda: os.unlink(self._temporary)):
            try:
                clean_up()
            except OSError:  # the error that brought us here says more
                continue


def _temporary(path: str) -> str:
    folder, name = os.path.split(path)
    return os.path.join(folder, f".{name[:40]}.{os.urandom(6).hex()}.tmp")


@contextmanager
def reported(path: Path) -> Iterator[None]:
    """Within it an OSError becomes an OutputError about this path."""
    try:
        yield
    except OSError as error:
        raise _fault(path, error) from error


def _fault(path: Path, error: OSError) -> OutputError:
    if isinstance(error, (FileExistsError, NotADirectoryError)):
        return OutputError(f"cannot write {os.fspath(path)}: a file stands where a folder has to be; choose another name")
    reason = f"cannot write {os.fspath(path)}: {error.strerror or type(error).__name__}"
    return OutputError(f"{reason}; choose a folder that has space and that you may write to")
