"""What a user asks of `extract`.

The plain call, paths and -q or -v, is understood here: argparse and what it brings would cost such a start a twentieth of its time.
"""

from collections.abc import Sequence
from types import SimpleNamespace

_PLAIN = {"-q": "quiet", "--quiet": "quiet", "-v": "verbose", "--verbose": "verbose"}
"""Flag → its option."""
WRITER_OPTIONS = ("metadata",)
"""Options that are for the writer of a format."""
BATCH_ONLY = ("workers", "files_from", "include", "exclude", "flat", "force", "retry_failed", "time_limit", "silence_limit",
              "memory_limit", "scheduler")  # fmt: skip
"""Options that mean nothing without -o."""


class Options(SimpleNamespace):
    """What was said, each under the name of its option as options.py describes it, or else what holds if nothing is said."""

    paths: list[str]
    format: str = "json"
    output: str | None = None
    metadata: str | None = None
    encoding: str | None = None
    style: str | None = None
    password: str | None = None
    pages: str | None = None
    max_mb: int | None = None
    quiet: bool = False
    verbose: bool = False
    workers: int | None = None
    files_from: str | None = None
    include: list[str] | None = None
    exclude: list[str] | None = None
    flat: bool = False
    force: bool = False
    retry_failed: bool = False
    time_limit: float | None = None
    silence_limit: float | None = None
    memory_limit: int | None = None
    engine: str = "local"
    scheduler: str | None = None


def parse(arguments: Sequence[str]) -> Options:
    """The options; UsageError where they are none. Prints and leaves if a user asks for help and the like."""
    flags = {argument for argument in arguments if argument.startswith("-") and argument != "-"}
    if flags <= _PLAIN.keys():
        given = dict.fromkeys((_PLAIN[flag] for flag in flags), True)
        return Options(paths=[argument for argument in arguments if argument not in flags], **given)
    from pipeline.options import parse_all

    return parse_all(arguments)
