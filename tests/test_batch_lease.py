"""The right to write to an OUT at an address: one run has it at a time, and nobody waits for ever for one that was killed."""

import json
import os
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Lock, Thread
from typing import Any

import fsspec
import pytest
from batch_tasks import fill

from pipeline.batch import lease as leases
from pipeline.batch.lease import EXPIRED, Flag, Lease
from pipeline.batch.request import Request
from pipeline.batch.run import Watcher, run_batch
from pipeline.errors import OutputError

FOLDER = "/out/.extract/json.journal.runs"
UNKNOWN = Flag("other", "elsewhere", 7, "", 0.0)
"""A run of another machine."""


@pytest.fixture
def memory(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A file system that is nowhere but in this process, on which nobody waits long."""
    monkeypatch.setattr(leases, "_PAUSE", 0.02)
    system = fsspec.filesystem("memory")
    system.store.clear()
    yield system
    system.store.clear()


def put_up(system: Any, flag: Flag) -> None:
    system.pipe_file(f"{FOLDER}/{flag.owner}", json.dumps(flag._asdict()).encode())


def test_the_second_is_told_who_is_there_and_the_third_has_it_then(memory: Any) -> None:
    with (
        Lease(memory, FOLDER) as first,
        pytest.raises(OutputError, match=f"another run is at work on memory:///out .*process {os.getpid()}\\)"),
        Lease(memory, FOLDER),
    ):
        pytest.fail("two at a time")
    with Lease(memory, FOLDER) as third:
        third.check()
        with pytest.raises(OutputError, match="taken over"):
            first.check()
    assert memory.find("/out") == []


def test_of_many_at_once_there_is_never_more_than_one(memory: Any) -> None:
    alone, held = Lock(), []

    def contend() -> None:
        for _ in range(20):
            try:
                with Lease(memory, FOLDER):
                    held.append(alone.acquire(blocking=False))
                    time.sleep(0.001)
                    alone.release()
            except OutputError:
                continue

    threads = [Thread(target=contend) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert held
    assert all(held)


def gone() -> Flag:
    """Of a process of this machine that is not there any more."""
    with subprocess.Popen(["true"]) as process:
        pass
    return UNKNOWN._replace(pid=process.pid, process=f"{leases._space()} 1", renewed=time.time())


@pytest.mark.parametrize("flag", [UNKNOWN._replace(renewed=time.time() - EXPIRED - 1), gone(), gone()._replace(pid=os.getpid())])
def test_a_run_that_was_killed_is_in_nobodys_way(memory: Any, flag: Flag) -> None:
    put_up(memory, flag)
    with Lease(memory, FOLDER):
        assert f"{FOLDER}/other" not in memory.find(FOLDER)


def test_one_of_another_machine_is_waited_for_and_it_is_told_how_long(memory: Any) -> None:
    put_up(memory, UNKNOWN._replace(renewed=time.time()))
    with pytest.raises(OutputError, match=r"elsewhere, process 7\).* if it was killed: 1[78]\d s".replace(" if", "[(]if")), Lease(memory, FOLDER):
        pytest.fail("it may be alive")
    assert memory.find(FOLDER) == [f"{FOLDER}/other"]


def test_what_is_no_flag_is_cleared_away(memory: Any) -> None:
    memory.pipe_file(f"{FOLDER}/half", b'{"owner": ')
    with Lease(memory, FOLDER):
        assert f"{FOLDER}/half" not in memory.find(FOLDER)


def test_it_is_renewed_while_it_is_held(memory: Any) -> None:
    with Lease(memory, FOLDER, interval=0.001):
        (flag,) = memory.find(FOLDER)
        before = memory.cat_file(flag)
        deadline = time.monotonic() + 30
        while memory.cat_file(flag) == before:
            assert time.monotonic() < deadline


def test_one_that_was_taken_for_dead_does_not_come_back(memory: Any) -> None:
    with Lease(memory, FOLDER) as first:
        memory.rm_file(memory.find(FOLDER)[0])  # as the next run does after minutes of silence
        with Lease(memory, FOLDER):
            first._beat()
            assert len(memory.find(FOLDER)) == 1
            with pytest.raises(OutputError, match="taken over"):
                first.check()


class Remembering:
    """A file system that remembers what it has listed, as those of object stores do."""

    def __init__(self, system: Any) -> None:
        self._system = system
        self._listed: dict[str, list[str]] = {}

    def __getattr__(self, name: str) -> Any:
        return getattr(self._system, name)

    def find(self, path: str) -> list[str]:
        return self._listed.setdefault(path, self._system.find(path))

    def invalidate_cache(self) -> None:
        self._listed.clear()


def test_what_a_store_remembers_is_not_believed(memory: Any) -> None:
    with Lease(Remembering(memory), FOLDER) as first:
        memory.rm_file(memory.find(FOLDER)[0])
        with pytest.raises(OutputError, match="taken over"):
            first.check()


@pytest.mark.parametrize("scheme", ["memory", "file"])
def test_a_run_keeps_others_out_and_goes_when_it_ends(memory: Any, tmp_path: Path, scheme: str) -> None:
    system = memory if scheme == "memory" else fsspec.filesystem("file")
    archive, out = fill(tmp_path / "archive", 3), f"{tmp_path}/out"

    class Second(Watcher):
        def planned(self, sources: int, waiting: int) -> None:  # noqa: ARG002
            with pytest.raises(OutputError, match="another run is at work"):
                run(Watcher())

    def run(watcher: Watcher) -> None:
        run_batch(Request((str(archive),), f"{scheme}://{out}", workers=1), lambda *_: None, watcher)

    run(Second())
    names = {name.rpartition("/out/")[2] for name in system.find(out)}
    assert names == {f"000/0000{n}.json" for n in (1, 2, 3)} | {"report.csv", "series.csv", "joined_entities.csv", ".extract/json.journal"}


def test_one_that_was_taken_over_writes_nothing_more(memory: Any, tmp_path: Path) -> None:
    archive = fill(tmp_path / "archive", 3)

    class Sleeper(Watcher):
        def closed(self) -> None:
            memory.rm(FOLDER, recursive=True)

    with pytest.raises(OutputError, match="taken over"):
        run_batch(Request((str(archive),), "memory://out", workers=1), lambda *_: None, Sleeper())
    assert not memory.exists("/out/report.csv")
    assert not memory.exists("/out/.extract/json.journal")
