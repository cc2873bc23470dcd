"""`extract … -o OUT`: options → one run → what is told of it."""

import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager

from pipeline.batch.limits import Limits
from pipeline.batch.progress import Progress, clock
from pipeline.batch.report import exit_code
from pipeline.batch.request import Request
from pipeline.batch.run import run_batch
from pipeline.batch.summary import described, remarks, shortfalls
from pipeline.console import INTERRUPTED, STDIN, Messages
from pipeline.errors import UsageError
from pipeline.invocation import WRITER_OPTIONS, Options
from pipeline.source import MAX_BYTES
from pipeline.writers import WRITERS, output_format

_LIMITS = {"time_limit": "seconds", "silence_limit": "silence", "memory_limit": "memory_mb"}
_SUFFIXES = {form.suffix for form in WRITERS.values() if form.suffix} | {".csv", ".db", ".parquet"}
"""Of names that people give to files, not to folders."""
_EXTRACT = ("encoding", "pages", "password", "style")
"""Options that are handed to `extract`."""


def convert_all(options: Options, messages: Messages) -> None:
    """Run, and tell what became of it; the exit code goes into `messages`."""
    start = time.monotonic()
    progress = Progress(messages, quiet=options.quiet, verbose=options.verbose)
    if options.output in {STDIN, ""}:
        raise UsageError("-o needs a folder, or a file such as all.jsonl; without -o one source goes to standard output")
    try:
        with _ended_as_by_hand():
            summary = run_batch(request_of(options), messages.failed, progress)
    except KeyboardInterrupt:
        messages.say("interrupted; what is done is kept, and the same command goes on from there")
        messages.code = INTERRUPTED
        return
    for line, name in shortfalls(summary, progress.failed):
        messages.say(line, name)
    messages.code = messages.code or exit_code(summary.counts)
    if not options.quiet:
        messages.say(f"{described(summary.counts)} in {clock(time.monotonic() - start)}; see {summary.report}")
        if progress.settled:
            messages.say(f"settled by an earlier run: {progress.settled}; converted now: {progress.done}")
        for line in remarks(summary):
            messages.say(line)


def request_of(options: Options) -> Request:
    """The run that the options ask for."""
    _check_place(options)
    if (options.engine == "dask") != (options.scheduler is not None):
        raise UsageError("--engine dask and --scheduler ADDRESS go together")
    given = {name: getattr(options, name) for name in _EXTRACT}
    given["max_bytes"] = options.max_mb * 2**20 if options.max_mb else MAX_BYTES
    limits = {field: getattr(options, name) for name, field in _LIMITS.items() if getattr(options, name)}
    writing = tuple((name, getattr(options, name)) for name in WRITER_OPTIONS if getattr(options, name) is not None)
    return Request(
        tuple(options.paths), options.output or "", options.format, tuple(sorted(given.items())), writing, options.files_from,
        tuple(options.include or ()), tuple(options.exclude or ()), options.flat, options.workers or 0, Limits()._replace(**limits),
        options.force, options.retry_failed, options.engine, options.scheduler,
    )  # fmt: skip


def _check_place(options: Options) -> None:
    """UsageError where OUT is called as a file is, and would be a folder."""
    form, name = output_format(options.format), options.output or ""
    suffix = os.path.splitext(name)[1].lower()
    if suffix not in _SUFFIXES or (form.write and suffix == form.suffix) or os.path.isdir(name):
        return
    if form.write and form.suffix:
        raise UsageError(f"-o {name}: {options.format} writes a file that ends in {form.suffix}; name it so, or name a folder")
    reason = f"-o {name}: {options.format} writes a folder; name one without a suffix"
    if form.text:
        reason = f"{reason}; one source alone is printed without -o, for > and a name"
    raise UsageError(reason)


@contextmanager
def _ended_as_by_hand() -> Iterator[None]:
    """Within it the signal by which a system or a scheduler ends a process is that of Ctrl-C: what is under way is given back."""
    try:
        former = signal.signal(signal.SIGTERM, signal.default_int_handler)
    except ValueError:  # not the main thread, which alone hears of signals
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, former)
