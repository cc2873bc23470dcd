"""The supervisor's end of one worker process: jobs go in by a pipe, events come out of a queue."""

import os
import pickle
import signal
import subprocess
import sys
import time
from collections import deque
from contextlib import suppress
from threading import Thread
from typing import IO, TYPE_CHECKING, Any

from pipeline.batch.frames import read_frame, write_frame
from pipeline.batch.limits import Limits
from pipeline.readers.recognition import WORKERS

if TYPE_CHECKING:
    from queue import SimpleQueue

_ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
"""Where the package is found, for the worker to find the same one."""
_START = "import sys; root = sys.argv[1]; root in sys.path or sys.path.insert(0, root); from pipeline.batch.worker import main; main()"

_LAST_BREATHS, _BREATH = 200, 0.005
"""How often, and after how many seconds each, a process is looked for whose pipe has ended."""
ENDED = "ended"
"""The kind of the last event of every worker."""
Event = tuple["Worker", str, Any, float]
"""Worker, kind (ready, alive, done, error, memory, ended), value, seconds that the job took."""


class Task:
    """A job and how often it was tried."""

    def __init__(self, job: Any) -> None:
        self.job = job
        self.attempts = 0


class Worker:
    """One process and the tasks that it has: the first is the one it works at."""

    def __init__(self, function: str, limits: Limits, events: "SimpleQueue[Event]") -> None:
        """Start it. No fork, so the caller may have threads; no `__main__` is imported again, so that may be a notebook."""
        settings = [function, str(limits.seconds), str(limits.silence), str(limits.memory_mb)]
        command = [sys.executable, "-P", "-c", _START, _ROOT, *settings]
        pipe, said = subprocess.PIPE, None if limits.alone else subprocess.DEVNULL
        environment = dict(os.environ) if limits.alone else {**os.environ, WORKERS: "1"}  # its like are on the other processors
        self._process = subprocess.Popen(  # noqa: S603  our code
            command, stdin=pipe, stdout=pipe, stderr=said, start_new_session=True, env=environment
        )
        self.tasks: deque[Task] = deque()
        self.given = 0
        self.ready = False
        self.gone = False
        """Its pipe has ended."""
        self.pace = 0.0
        """Seconds of its last job."""
        self.since = self.seen = time.monotonic()
        """When it began its task, and when it gave its last sign of life."""
        Thread(target=self._listen, args=(self._process.stdout, events), daemon=True).start()

    def _listen(self, stream: IO[bytes], events: "SimpleQueue[Event]") -> None:
        with suppress(OSError, EOFError, ValueError, pickle.UnpicklingError):
            while True:
                events.put((self, *read_frame(stream)))
        events.put((self, ENDED, None, 0.0))

    def give(self, task: Task) -> None:
        """Hand over one more task; if the process is gone, its last event is on its way."""
        if not self.tasks:
            self.since = self.seen = time.monotonic()
        self.tasks.append(task)
        self.given += 1
        with suppress(OSError, ValueError):
            write_frame(self._process.stdin, task.job)  # type: ignore[arg-type]  # it is a pipe

    def finish(self, seconds: float) -> Task:
        """The first task is answered, the next one begins."""
        self.pace = seconds
        self.since = time.monotonic()
        return self.tasks.popleft()

    def end(self) -> str:
        """Kill the process and wait for it; what it had died of, if it was dead."""
        died = self._has_died()
        with suppress(OSError, AttributeError):  # nothing of it is left, or this is Windows
            os.killpg(self._process.pid, signal.SIGKILL)  # also what it has started, such as a converter of old formats
        self._process.kill()
        code = self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            with suppress(OSError, ValueError):
                stream.close()  # type: ignore[union-attr]  # both are pipes
        return _cause(code) if died else ""

    def _has_died(self) -> bool:
        """Whether it has ended by itself; its number stays taken until it is waited for."""
        if not hasattr(os, "waitid"):
            return self._process.poll() is not None
        for _ in range(_LAST_BREATHS if self.gone else 1):
            if os.waitid(os.P_PID, self._process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT):
                return True
            time.sleep(_BREATH)
        return False


def _cause(code: int) -> str:
    """Of -11: SIGSEGV."""
    if code < 0:
        with suppress(ValueError):
            return signal.Signals(-code).name
        return f"signal {-code}"
    return f"exit code {code}"
