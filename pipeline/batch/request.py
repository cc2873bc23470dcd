"""What is asked of a run, as one value."""

import os
from typing import Any, NamedTuple

from pipeline import __version__
from pipeline.batch.limits import Limits
from pipeline.digest import sha256
from pipeline.model.document import SCHEMA_VERSION

STATE_FOLDER = ".extract"
"""In OUT: journals and unfinished files."""


class Request(NamedTuple):
    """A run."""

    paths: tuple[str, ...]
    output: str
    """A folder, or the one file of a format that writes one."""
    format: str = "json"
    options: tuple[tuple[str, Any], ...] = ()
    """Keyword arguments of `extract`: encoding, style, max_bytes."""
    writing: tuple[tuple[str, Any], ...] = ()
    """Keyword arguments of the writer: metadata."""
    files_from: str | None = None
    """A file with a path on each line; `-` is standard input."""
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    flat: bool = False
    workers: int = 0
    """0 for one on each processor that the process may use."""
    limits: Limits = Limits()
    force: bool = False
    retry_failed: bool = False
    engine: str = "local"
    scheduler: str | None = None
    convert: str = "pipeline.batch.convert:convert"
    """What the workers call; tests let them call worse."""

    @property
    def recipe(self) -> str:
        """A digest of all that a result depends on besides its source."""
        parts = (__version__, SCHEMA_VERSION, self.format, *sorted(self.options))
        return sha256(repr(parts).encode()).hexdigest()[:16]


def processors() -> int:
    """Those that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
