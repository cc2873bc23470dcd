"""A worker process: takes jobs from standard input, answers on standard output, tells in between that it lives.

It ends when its supervisor does, for standard input ends then. Whatever else writes to standard output goes nowhere.
"""

import gc
import os
import signal
import sys
import time
from contextlib import suppress
from queue import SimpleQueue
from threading import Lock, Thread
from typing import IO, Any

from pipeline.batch.frames import read_frame, write_frame
from pipeline.console import explain
from pipeline.named import named

_GRACE = 10.0
"""Seconds after the time limit at which the system ends a worker that has lost its supervisor in native code."""
_COLLECT_AFTER = 50_000
"""Allocations before the collector looks for cycles: documents have none, libraries may."""


class _Replies:
    """The way back, which the function's thread and the pulse share."""

    def __init__(self) -> None:
        self._stream = os.fdopen(os.dup(1), "wb")
        self._lock = Lock()
        os.dup2(2, 1)

    def send(self, kind: str, value: Any = None, seconds: float = 0.0) -> None:
        """Send one event; without a supervisor the process ends."""
        try:
            with self._lock:
                write_frame(self._stream, (kind, value, seconds))
        except OSError:
            _end()


def main() -> None:
    """Serve until standard input ends; arguments: package root, module:function, time limit, silence limit, memory limit in MB."""
    name, seconds, silence, memory = sys.argv[2], float(sys.argv[3]), float(sys.argv[4]), int(sys.argv[5])
    requests, replies = _requests(), _Replies()
    _limit_memory(memory)
    jobs: SimpleQueue[Any] = SimpleQueue()
    Thread(target=_listen, args=(requests, jobs), daemon=True).start()
    Thread(target=_beat, args=(replies, silence / 4), daemon=True).start()
    function = named(name)
    gc.freeze()
    gc.set_threshold(_COLLECT_AFTER)
    replies.send("ready")
    while True:
        _serve(function, jobs.get(), replies, seconds + _GRACE)


def _requests() -> IO[bytes]:
    """Standard input, which a program that a job starts must not read."""
    stream = os.fdopen(os.dup(0), "rb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    return stream


def _end() -> None:
    if hasattr(os, "killpg") and os.getpgrp() == os.getpid():
        os.killpg(0, signal.SIGKILL)  # with all that it has started
    os._exit(1)


def _serve(function: Any, job: Any, replies: _Replies, alarm: float) -> None:
    _set_alarm(alarm)
    start = time.perf_counter()
    try:
        kind, value = "done", function(job)
    except MemoryError:
        kind, value = "memory", "took more memory than the limit; raise it with --memory-limit, or split the source"
    except Exception as error:  # noqa: BLE001  the worker is to go on with the next job
        kind, value = "error", explain(error)[1]
    _set_alarm(0)
    try:
        replies.send(kind, value, time.perf_counter() - start)
    except MemoryError:
        replies.send("memory", "its result took more memory than the limit; raise it with --memory-limit")


def _listen(stream: IO[bytes], jobs: "SimpleQueue[Any]") -> None:
    with suppress(EOFError, OSError):
        while True:
            jobs.put(read_frame(stream))
    _end()  # the supervisor is gone: so is who wanted the result


def _beat(replies: _Replies, interval: float) -> None:
    while True:
        time.sleep(interval)
        replies.send("alive")


def _set_alarm(seconds: float) -> None:
    if hasattr(signal, "setitimer"):  # its default action ends the process, even one that never comes back to Python
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _limit_memory(megabytes: int) -> None:
    try:
        from resource import RLIM_INFINITY, RLIMIT_AS, getrlimit, setrlimit
    except ImportError:  # not on Windows
        return
    hard = getrlimit(RLIMIT_AS)[1]
    wanted = megabytes * 2**20
    setrlimit(RLIMIT_AS, (wanted if hard == RLIM_INFINITY else min(wanted, hard), hard))
