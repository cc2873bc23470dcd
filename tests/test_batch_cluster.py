"""Addresses through fsspec, and a real Dask scheduler with workers that are processes of their own."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import fsspec
import pytest
from batch_tasks import POISONS, bulletin, fill, tree

import pipeline
from pipeline.batch import cluster as cluster_engine
from pipeline.batch.convert import Job, Outcome
from pipeline.batch.limits import Limits
from pipeline.batch.request import Request
from pipeline.batch.run import Summary, Watcher, run_batch
from pipeline.errors import InputError, UsageError

TESTS = Path(__file__).resolve().parent
START = 60
"""Seconds that a cluster may take to be there."""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", f"{Path(pipeline.__file__).parent.parent}{os.pathsep}{TESTS}")
    return tmp_path


def run(*paths: str, output: str = "out", watcher: Watcher | None = None, **settings: Any) -> Summary:
    return run_batch(Request(paths, output, **({"workers": 1} | settings)), lambda *_: None, watcher or Watcher())


@pytest.fixture
def memory() -> Iterator[Any]:
    """A file system that is nowhere but in this process."""
    system = fsspec.filesystem("memory")
    system.store.clear()
    yield system
    system.store.clear()


def stored(system: Any, folder: str) -> dict[str, bytes]:
    return {name[len(folder) + 1 :]: system.cat_file(name) for name in system.find(folder) if "/.extract/" not in name}


# Addresses


@pytest.mark.parametrize("form", ["json", "csv"])
def test_sources_and_output_at_an_address(memory: Any, form: str) -> None:
    memory.put(str(fill(Path("archive"), 40)) + "/", "/archive/", recursive=True)
    memory.pipe_file("/archive/bad.txt", bytes(99))
    Path("archive/bad.txt").write_bytes(bytes(99))
    run("archive", format=form)
    seen = Recorder()
    run("memory://archive", output="memory://out/deep", format=form, watcher=seen)
    assert len(seen.names) == 41
    local, remote = tree(Path("out")), stored(memory, "/out/deep")
    assert set(local) == set(remote)
    report = remote.pop("report.csv").decode().replace("memory://", "")
    assert report == local.pop("report.csv").decode()
    for name in ("series.csv", "joined_entities.csv"):
        assert remote.pop(name).decode().replace("memory://", "") == local.pop(name).decode()
    assert local == remote
    again = Recorder()
    memory.pipe_file("/archive/000/00001.txt", bulletin(99).encode())
    run("memory://archive", output="memory://out/deep", format=form, watcher=again)
    assert again.names == ["memory://archive/000/00001.txt"], "the journal came with the output"


class Recorder(Watcher):
    def __init__(self) -> None:
        self.names: list[str] = []

    def finished(self, job: Job, outcome: Outcome, seconds: float) -> None:  # noqa: ARG002
        self.names.append(job.name)


def test_one_file_at_an_address(memory: Any) -> None:
    fill(Path("archive"), 3)
    run("archive", output="memory://out/all.jsonl", format="jsonl")
    lines = memory.cat_file("/out/all.jsonl").splitlines()
    assert [json.loads(line)["source"]["file"] for line in lines] == ["00001.txt", "00002.txt", "00003.txt"]


def test_an_output_that_is_gone_is_made_again(memory: Any) -> None:
    fill(Path("archive"), 3)
    run("archive", output="memory://out")
    memory.rm_file("/out/000/00002.json")
    seen = Recorder()
    run("archive", output="memory://out", watcher=seen)
    assert seen.names == [os.path.join("archive", "000", "00002.txt")]


def test_an_address_that_cannot_be() -> None:
    with pytest.raises(InputError, match="nosuch://"):
        run("archive", output="nosuch://bucket")


# Dask


class Cluster:
    """A scheduler and its workers."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "scheduler.json"
        self.workers: list[subprocess.Popen[bytes]] = []
        self.scheduler = self.start("scheduler", "--port", "0", "--host", "127.0.0.1")
        self.wait(self.file.exists)
        self.address = json.loads(self.file.read_text())["address"]
        self.workers = [self.start("worker", "--nthreads", "1", "--no-nanny", "--host", "127.0.0.1") for _ in range(2)]

    def start(self, kind: str, *options: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "dask", kind, "--scheduler-file", str(self.file), "--no-dashboard", *options]
        return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=self.file.parent)

    def wait(self, condition: Any) -> None:
        deadline = time.monotonic() + START
        while not condition():
            assert time.monotonic() < deadline
            assert self.scheduler.poll() is None
            time.sleep(0.05)

    def end(self) -> None:
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait()


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    found = Cluster(tmp_path)
    yield found
    found.end()


class Killer(Watcher):
    """Kills a worker of the cluster when the first results are there."""

    def __init__(self, victim: subprocess.Popen[bytes]) -> None:
        self.victim = victim
        self.done = 0

    def finished(self, job: Job, outcome: Outcome, seconds: float) -> None:  # noqa: ARG002
        self.done += 1
        if self.done == 1:
            self.victim.send_signal(signal.SIGKILL)


@pytest.mark.skipif(os.name == "nt", reason="needs SIGKILL")
def test_a_cluster_gives_what_this_machine_gives_though_a_worker_is_killed(cluster: Cluster) -> None:
    fill(Path("archive"), 30)
    for name in ("crash", "loop"):
        Path(f"archive/{name}.txt").write_text(bulletin(99) + name, encoding="utf-8")
    settings: dict[str, Any] = {"convert": "batch_tasks:convert", "limits": Limits(seconds=2.0)}  # a cold worker of a busy machine needs one
    here = run("archive", **settings)
    killer = Killer(cluster.workers[0])
    there = run("archive", output="there", engine="dask", scheduler=cluster.address, watcher=killer, **settings)
    assert there.counts == here.counts
    assert tree(Path("there")) == tree(Path("out"))
    assert killer.victim.wait() == -signal.SIGKILL
    assert killer.done == 32
    assert {count.state for count in here.counts} == {"done", "given_up"}
    assert set(POISONS) >= {"crash", "loop"}
    table = run("archive", output="table", format="csv", engine="dask", scheduler=cluster.address, exclude=("crash*", "loop*"))
    run("archive", output="table-here", format="csv", exclude=("crash*", "loop*"))
    assert tree(Path("table")) == tree(Path("table-here"))
    assert [count.number for count in table.counts] == [30]


def test_a_scheduler_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster_engine, "_PATIENCE", 1)
    fill(Path("archive"), 1)
    with pytest.raises(UsageError, match=r"tcp://127\.0\.0\.1:9 cannot be reached"):
        run("archive", engine="dask", scheduler="tcp://127.0.0.1:9")
