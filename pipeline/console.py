"""The standard streams of a command: data to standard output, messages to standard error, and an exit code for each error."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from pipeline.errors import OutputError, PipelineError
from pipeline.file_names import readable

if TYPE_CHECKING:
    from threading import Event

STDIN = "-"
"""The path that means standard input."""
INTERRUPTED = 130
"""128 + SIGINT, as shells report it."""
_PATIENCE = 2.0
"""Seconds after which a person wants to see that something happens."""
_TICK = 0.5


def print_data(text: str, encoding: str = "utf-8") -> None:
    """Write to standard output, by default in UTF-8 whatever the terminal's encoding; what `encoding` lacks is escaped.

    Raises OutputError if that is not possible, BrokenPipeError if nobody reads any more (`| head -1`).
    """
    if sys.stdout is None:
        raise OutputError("standard output is closed; name an output folder")
    try:
        number = sys.stdout.fileno()
    except OSError:  # no file but a notebook or a test
        sys.stdout.write(text)
        return
    try:
        # A buffer of its own: what could not be written is gone with it, where sys.stdout would try again at exit.
        with open(number, "wb", closefd=False) as output:
            output.write(text.encode(encoding, "backslashreplace"))
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"cannot write to standard output: {error.strerror or error}") from error


class _Wait:
    """What is counted while somebody waits."""

    counted = ""


def show_pages(done: int, pages: int) -> None:
    """Count pages, or whatever takes long, in the line of `waiting`."""
    _Wait.counted = "" if done == pages else f"{done}/{pages}, "


@contextmanager
def waiting(*, shown: bool = True) -> Iterator[None]:
    """Within it a terminal tells, from the third second on, that the work goes on; its line is gone at the end."""
    if not shown or not is_terminal():
        yield
        return
    from threading import Event, Thread  # costs a start that nobody watches a millisecond

    ended = Event()
    _Wait.counted = ""
    clock = Thread(target=_tick, args=(ended,), daemon=True)
    clock.start()
    try:
        yield
    finally:
        ended.set()
        clock.join()


def _tick(ended: "Event") -> None:
    waited = _PATIENCE
    while not ended.wait(_PATIENCE if waited == _PATIENCE else _TICK):
        draw(f"\r{localized(f'working: {_Wait.counted}{int(waited)} s', sys.stderr.encoding)}\x1b[K")
        waited += _TICK
    if waited > _PATIENCE:
        draw("\r\x1b[K")


def is_terminal() -> bool:
    """Whether messages go to somebody who watches."""
    try:
        return sys.stderr.isatty()
    except (AttributeError, ValueError):  # closed, or not there
        return False


def draw(text: str) -> None:
    """Write to standard error as it is; it must never fail."""
    with suppress(OSError, ValueError, AttributeError):
        sys.stderr.write(text)
        sys.stderr.flush()


class Messages:
    """Lines on standard error, each with the name of the command, and the exit code that they add up to."""

    def __init__(self, command: str) -> None:
        self.command = command
        self.code = 0
        """That of the first failure."""

    def say(self, line: str, name: str | None = None) -> None:
        """One line, of a source if it has a `name`; it must never fail, on whatever terminal."""
        line = readable(line.removeprefix(f"{name}: ") if name else line)
        name = readable(name) if name else name
        with suppress(OSError, ValueError, AttributeError):  # standard error is full, closed or not there
            encoding = sys.stderr.encoding or "ascii"
            line = localized(line, encoding)
            line = f"{name}: {line}" if name else line
            shown = " ".join(f"{self.command}: {line}".split()).encode(encoding, "backslashreplace").decode(encoding)
            sys.stderr.write(f"{shown}\n")
            sys.stderr.flush()

    def failed(self, error: BaseException, name: str | None = None) -> None:
        """A source, or without a `name` the whole run, came to nothing."""
        code, reason = explain(error)
        self.code = self.code or code
        self.say(reason, name)


def localized(line: str, encoding: str) -> str:
    """The line in Chinese, where the locale is Chinese and the terminal can show it."""
    from pipeline.translation import is_chinese, translate

    if not is_chinese():
        return line
    chinese = translate(line)
    try:
        chinese.encode(encoding)
    except (UnicodeError, LookupError):
        return line
    return chinese


def explain(error: BaseException) -> tuple[int, str]:
    """The exit code of an error, and what to tell of it in a line."""
    if isinstance(error, PipelineError):
        return error.exit_code, str(error)
    if isinstance(error, KeyboardInterrupt):
        return INTERRUPTED, "interrupted"
    if isinstance(error, MemoryError):
        return PipelineError.exit_code, "out of memory; split the source"
    return PipelineError.exit_code, f"internal error ({type(error).__name__}: {error}); please report it with the source"
