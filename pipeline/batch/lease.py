"""Who is at work on an OUT at an address, where no file can be locked: each run has a flag there, which it renews while it lives.

A run puts its flag up, and looks only then whether another one is up: of two at once at least one sees the other, and whoever
sees another one takes his own down. All that a store has to do for it is to list at once what was written, as S3, GCS, Azure
and HDFS do. A flag that was not renewed for some minutes is that of a run that was killed, and is taken down by the next.
"""

import json
import os
import time
from contextlib import suppress
from threading import Event, Thread
from typing import Any, NamedTuple, Self

from pipeline.errors import OutputError

RENEWED = 20.0
"""Seconds between two renewals."""
EXPIRED = 180.0
"""Seconds without one after which a run is taken for dead; clocks may differ by less than this."""
_PAUSE = 1.0
"""Seconds at most before the second of two attempts, so that of two runs which saw each other one goes on."""
_LOOKS = 5
"""Attempts to read a flag of a file system on which a file is seen before it is whole."""


class Flag(NamedTuple):
    """What a run says of itself."""

    owner: str
    """A random name: that of its file."""
    host: str
    pid: int
    process: str
    """Boot, name space of numbers, and time of start: which one of all that have this number; empty if that is not known."""
    renewed: float
    """Seconds since 1970, by the clock of its host."""

    @property
    def is_dead(self) -> bool:
        """Whether its run has ended without taking it down."""
        if time.time() - self.renewed > EXPIRED:
            return True
        space, _, start = self.process.rpartition(" ")
        return bool(space) and space == _space() and start != _start(self.pid)


class Lease:
    """The right to write to an OUT: within it, no other run has it."""

    def __init__(self, system: Any, folder: str, interval: float = RENEWED) -> None:
        """Of an fsspec file system, with a folder in it for the flags of this OUT."""
        self._system, self._folder, self._interval = system, folder, interval
        self._owner = os.urandom(8).hex()
        self._stopped = Event()
        self._pulse = Thread(target=self._renew, daemon=True)

    def __enter__(self) -> Self:
        """OutputError if another run is at work; errors of the file system as they are."""
        other = self._contest()
        if other:
            time.sleep(os.urandom(1)[0] / 255 * _PAUSE)
            other = self._contest()
        if other:
            left = max(0.0, other.renewed + EXPIRED - time.time())
            raise OutputError(
                f"another run is at work on {self._system.unstrip_protocol(self._folder.rpartition('/.')[0])} ({other.host}, process "
                f"{other.pid}); wait until it has ended (if it was killed: {left:.0f} s), and give the command again"
            )
        self._pulse.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopped.set()
        self._pulse.join()
        self._take_down(self._owner)

    def check(self) -> None:
        """OutputError if it was lost: this run stood still for so long that another one took it for dead."""
        if self._owner not in self._owners():
            raise OutputError("another run has taken over, for this one gave no sign of life for minutes; let that one end")

    def _contest(self) -> Flag | None:
        """Put the flag up; if that of another living run is there, take it down again and give that back."""
        self._raise()
        for owner in self._owners() - {self._owner}:
            flag = self._read(owner)
            if flag and not flag.is_dead:
                self._take_down(self._owner)
                return flag
            self._take_down(owner)
        return None

    def _raise(self) -> None:
        flag = Flag(self._owner, _host(), os.getpid(), f"{_space()} {_start(os.getpid())}", time.time())
        self._system.makedirs(self._folder, exist_ok=True)
        self._system.pipe_file(f"{self._folder}/{self._owner}", json.dumps(flag._asdict()).encode())

    def _owners(self) -> set[str]:
        with suppress(FileNotFoundError):
            self._system.invalidate_cache()
            return {name.rpartition("/")[2] for name in self._system.find(self._folder)}
        return set()

    def _read(self, owner: str) -> Flag | None:
        """A flag; None if it is gone, or is none, also when looked at again: it may be about to be written."""
        for _ in range(_LOOKS):
            try:
                return Flag(**json.loads(self._system.cat_file(f"{self._folder}/{owner}")))
            except FileNotFoundError:
                return None
            except (OSError, ValueError, TypeError):
                time.sleep(_PAUSE / _LOOKS)
        return None

    def _take_down(self, owner: str) -> None:
        with suppress(OSError):
            self._system.rm_file(f"{self._folder}/{owner}")

    def _renew(self) -> None:
        while not self._stopped.wait(self._interval):
            with suppress(Exception):  # the next time, or when the run wants to write
                self._beat()

    def _beat(self) -> None:
        if self._owner in self._owners():  # else it was taken for dead, and is not to come back
            self._raise()


def _host() -> str:
    return os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")


def _space() -> str:
    """Where the number of a process is that of one process; empty where that is not told."""
    with suppress(OSError), open("/proc/sys/kernel/random/boot_id", encoding="ascii") as boot:
        return f"{boot.read().strip()} {os.readlink('/proc/self/ns/pid')}"
    return ""


def _start(pid: int) -> str:
    """When a process was started, in ticks since the boot; empty if there is none."""
    with suppress(OSError), open(f"/proc/{pid}/stat", encoding="utf-8", errors="replace") as file:
        return file.read().rpartition(")")[2].split()[19]
    return ""
