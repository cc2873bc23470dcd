"""What a person sees of a run: on a terminal a line that is drawn again and again, elsewhere a line now and then."""

import sys
import time
from contextlib import AbstractContextManager

from pipeline.batch.convert import Job, Outcome
from pipeline.batch.run import Watcher
from pipeline.console import Messages, draw, is_terminal, localized, waiting
from pipeline.warning_lines import in_short, warning_summary

_REDRAW = 0.2
"""Seconds between two drawings on a terminal."""
_REPORT = 30.0
"""Seconds between two lines where there is no terminal."""
_TOLD = 20
"""Failures that are told one by one; the report has them all. Also the largest run of which each warning is told."""
_BAR = 24
"""Characters of the bar."""


class Progress(Watcher):
    """Shows a run on standard error."""

    def __init__(self, messages: Messages, *, quiet: bool, verbose: bool = False) -> None:
        self._messages = messages
        self._quiet, self._verbose = quiet, verbose
        self._terminal = is_terminal() and not quiet
        self._start = self._shown = time.monotonic()
        self._total = self._waiting = self._pages = 0
        self.done = self.failed = 0
        """Sources that this run has worked at, and those of them that came to nothing."""

    @property
    def settled(self) -> int:
        """Sources that an earlier run had worked at."""
        return self._total - self._waiting

    def planned(self, sources: int, waiting: int) -> None:
        """Begin."""
        self._total, self._waiting = sources, waiting
        self._start = self._shown = time.monotonic()

    def finished(self, job: Job, outcome: Outcome, seconds: float) -> None:
        """Count, and say what is to be said."""
        self.done += 1
        self._pages += outcome.pages
        if outcome.code:
            self._failure(job.name, outcome)
        elif self._verbose:
            told = f", {warning_summary(outcome.warnings)}" if outcome.warnings else ""
            self._say(f"{outcome.state} in {seconds:.2f} s{told}", job.name)
        elif outcome.warnings and not self._quiet and self._total <= _TOLD:
            for line in in_short(outcome.message, outcome.warnings):
                self._say(line, job.name)
        self._show()

    def closed(self) -> None:
        """Take the line away."""
        self._erase()

    def waiting(self) -> AbstractContextManager[None]:
        """Tell that it goes on."""
        return waiting(shown=self._terminal)

    def _failure(self, name: str, outcome: Outcome) -> None:
        self.failed += 1
        if self.failed <= _TOLD:
            self._say(outcome.message, name)
        elif self.failed == _TOLD + 1:
            self._say("more sources fail than are told here; the report has them all")

    def _say(self, line: str, name: str | None = None) -> None:
        self._erase()
        self._messages.say(line, name)

    def _show(self) -> None:
        now = time.monotonic()
        if self._quiet or now - self._shown < (_REDRAW if self._terminal else _REPORT):
            return
        self._shown = now
        if self._terminal:
            draw(f"\r{self._bar()} {localized(self._line(now - self._start), sys.stderr.encoding)}\x1b[K")
        else:
            self._messages.say(self._line(now - self._start))

    def _bar(self) -> str:
        full = _BAR * self.done // max(self._waiting, 1)
        return f"[{'#' * full}{'.' * (_BAR - full)}]"

    def _line(self, seconds: float) -> str:
        rate = self.done / max(seconds, 1e-3)
        left = max(self._waiting - self.done, 0) / max(rate, 1e-3)
        return (
            f"{self.done}/{self._waiting} files, {rate:.1f} files/s, {self._pages / max(seconds, 1e-3):.1f} pages/s, "
            f"{self.failed} failed, {clock(left)} left"
        )

    def _erase(self) -> None:
        if self._terminal:
            draw("\r\x1b[K")


def clock(seconds: float) -> str:
    """3:25, or 1:02:03."""
    minutes, second = divmod(round(seconds), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"
