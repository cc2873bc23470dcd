"""What a user gives as a source → its bytes, its name, and the corrections that lie beside it."""

import os
from collections.abc import Iterable
from typing import IO, TYPE_CHECKING

from pipeline.errors import InputError

if TYPE_CHECKING:
    from pipeline.model.correction import Correction

SourceLike = str | os.PathLike[str] | bytes | IO[bytes] | IO[str]
"""A path, the bytes themselves, or a stream."""
MAX_BYTES = 64 * 2**20
"""Largest source: a bulletin has 10–200 kB; 64 MB of text would take a minute and 6 GB of memory."""
CORRECTIONS = "corrections.jsonl"
"""File in the folder of a source with what a person has put right."""


def read_source(source: SourceLike, max_bytes: int) -> tuple[bytes, str | None]:
    """The bytes, and the name of the file; InputError where it cannot be read or has more than `max_bytes`."""
    if isinstance(source, bytes):
        data, name = source, None
    elif isinstance(source, (str, os.PathLike)):
        data, name = _read_file(os.fspath(source), max_bytes), os.path.basename(os.fspath(source))
    else:
        content = source.read(max_bytes + 1)
        data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
        own = getattr(source, "name", None)
        name = os.path.basename(own) if isinstance(own, str) else None
    if len(data) > max_bytes:
        raise InputError(f"{name or 'the source'} is larger than {max_bytes // 2**20} MB; split it, or raise the limit with --max-mb")
    return data, name


def _read_file(path: str, max_bytes: int) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read(max_bytes + 1)
    except FileNotFoundError as error:
        reason = "the link leads to no file; mend or remove it" if os.path.islink(path) else "no such file"
        raise InputError(f"{path}: {reason}") from error
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror or error}); see whether you may read it") from error


def corrections_beside(source: object) -> Iterable["Correction"]:
    """All corrections in the folder of a source that is a file, whichever source they are of; InputError where they cannot be read."""
    if not isinstance(source, (str, os.PathLike)):
        return ()
    path = os.path.join(os.path.dirname(os.fspath(source)), CORRECTIONS)
    if not os.path.isfile(path):
        return ()
    from pipeline.corrections.lines import read_corrections

    return read_corrections(path)
