"""Runs that are really killed, starved and poisoned, and go on: no file lost, none twice, the same bytes. benchmarks/faults.py does more."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from batch_tasks import POISONS, NearPool, bulletin, fill, tree

import pipeline
from pipeline.batch import engine
from pipeline.batch.journal import Journal
from pipeline.batch.limits import Limits
from pipeline.batch.report import exit_code
from pipeline.batch.request import Request
from pipeline.batch.run import Summary, Watcher, run_batch
from pipeline.errors import OutputError

TESTS = Path(__file__).resolve().parent
COMMAND = [sys.executable, "-m", "pipeline", "archive", "-j", "2"]
pytestmark = pytest.mark.skipif(not Path("/proc/self").exists(), reason="watches processes in /proc")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", f"{Path(pipeline.__file__).parent.parent}{os.pathsep}{TESTS}")
    return tmp_path


def run(output: str = "out", **settings: Any) -> Summary:
    return run_batch(Request(("archive",), output, **({"workers": 2} | settings)), lambda *_: None, Watcher())


def undisturbed(**settings: Any) -> None:
    """A run into a folder of this name, in this process alone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "Pool", NearPool)
        run("undisturbed", **settings)


def start(*arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([*COMMAND, *arguments], stderr=subprocess.PIPE)


def wait_for(condition: Any, process: subprocess.Popen[bytes]) -> None:
    """Until it holds, or the process has ended."""
    while process.poll() is None and not condition():
        time.sleep(0.005)


def outputs(folder: Path) -> int:
    return sum(len(files) for _, _, files in os.walk(folder) if files)


def recorded(journal: str) -> dict[str, tuple[str, int]]:
    """Name → state and attempts."""
    with Journal(journal) as opened:
        return {name: (state, attempts) for name, state, attempts in opened.rows("SELECT name, state, attempts FROM files")}


def children(pid: int) -> list[int]:
    try:
        return list(map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text().split()))
    except FileNotFoundError:
        return []


@pytest.mark.parametrize(("form", "seed"), [("json", 1), ("csv", 2)])
def test_killed_again_and_again_it_ends_as_if_nothing_had_been(form: str, seed: int) -> None:
    dice = random.Random(seed)
    count = 60
    fill(Path("archive"), count)
    undisturbed(format=form)
    done: dict[str, tuple[str, int]] = {}
    for _ in range(3):
        with start("-o", "out", "-f", form, "-v") as process:
            told = {name.decode().split(": ")[1] for name in islice(process.stderr or (), dice.randrange(2, 15))}
            process.kill()
        now = {name: row for name, row in recorded(f"out/.extract/{form}.journal").items() if row[0] == "done"}
        assert done.items() <= now.items(), "what is done is not done again"
        assert told <= now.keys() - done.keys(), "what was told is kept"
        done = now
    assert 0 < len(done) < count, "it was killed before its end each time"
    with start("-o", "out", "-f", form, "-q") as process:
        assert process.wait() == 0
    assert tree(Path("out")) == tree(Path("undisturbed"))
    assert done.items() <= recorded(f"out/.extract/{form}.journal").items()
    assert os.listdir(f"out/.extract/{form}.tmp") == []


def test_workers_that_are_killed_at_random_cost_nothing() -> None:
    fill(Path("archive"), 90)
    undisturbed()
    dice = random.Random(3)
    with start("-o", "out", "-q") as process:
        for goal in (10, 30, 50):
            wait_for(lambda goal=goal: outputs(Path("out")) >= goal and len(children(process.pid)) == 2, process)
            os.kill(dice.choice(children(process.pid)), signal.SIGKILL)
        assert process.wait() in {0, 4}
    run(retry_failed=True)  # a file may have been hit twice
    assert tree(Path("out")) == tree(Path("undisturbed"))


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_ends_it_within_seconds_and_it_goes_on(number: signal.Signals) -> None:
    fill(Path("archive"), 40)
    undisturbed()
    with start("-o", "out", "-q") as process:
        wait_for(lambda: outputs(Path("out")) >= 10, process)
        workers = children(process.pid)
        process.send_signal(number)
        _, said = process.communicate(timeout=20)
    assert (process.returncode, said) == (130, b"extract: interrupted; what is done is kept, and the same command goes on from there\n")
    assert not [pid for pid in workers if Path(f"/proc/{pid}").exists()]
    assert 0 < sum(state == "done" for state, _ in recorded("out/.extract/json.journal").values()) < 40
    run()
    assert tree(Path("out")) == tree(Path("undisturbed"))


def test_two_runs_at_once_on_one_output() -> None:
    fill(Path("archive"), 40)
    with start("-o", "out", "-q") as first, start("-o", "out", "-q") as second:
        said = {process.wait(): process.stderr.read().decode() for process in (first, second) if process.stderr}
    assert set(said) == {0, 5}
    assert "another run is at work" in said[5]
    assert len(tree(Path("out"))) == 43


def test_a_folder_with_every_poison() -> None:
    """The good ones are done, each poison costs itself, and the next run leaves it alone."""
    fill(Path("archive"), 20)
    for name in POISONS:
        Path(f"archive/{name}.txt").write_text(bulletin(99) + name, encoding="utf-8")
    Path("archive/once-1.txt").write_text(bulletin(98), encoding="utf-8")
    Path("archive/binary.txt").write_bytes(bytes(99))
    Path("archive/nowhere.txt").symlink_to("nothing")
    os.mkfifo("archive/pipe.txt")
    settings: dict[str, Any] = {"convert": "batch_tasks:convert", "limits": Limits(seconds=1.5, memory_mb=600)}
    summary = run(**settings)
    states = {Path(name).stem: state for name, (state, _) in recorded("out/.extract/json.journal").items()}
    assert {name for name, state in states.items() if state == "given_up"} == set(POISONS)
    assert {name for name, state in states.items() if state == "failed"} == {"binary", "nowhere"}
    assert sum(state == "done" for state in states.values()) == 21
    assert {count.reason: count.number for count in summary.counts if count.state == "given_up"} == {"crash": 2, "time": 2, "memory": 1}
    assert exit_code(summary.counts) in {2, 4}
    began = time.monotonic()
    assert run(**settings).counts == summary.counts
    assert time.monotonic() - began < 60
    assert set(recorded("out/.extract/json.journal").values()) <= {("done", 1), ("done", 2), ("given_up", 2), ("failed", 1), ("failed", 2)}


def test_a_file_that_vanishes_in_mid_run() -> None:
    fill(Path("archive"), 10)

    class Thief(Watcher):
        def planned(self, sources: int, waiting: int) -> None:  # noqa: ARG002
            Path("archive/000/00007.txt").unlink()

    summary = run_batch(Request(("archive",), "out", workers=2), lambda *_: None, Thief())
    assert {(count.state, count.reason): count.number for count in summary.counts} == {("done", ""): 9, ("failed", "unreadable"): 1}


@pytest.fixture
def small_disk(here: Path) -> Iterator[Path]:
    """A file system of half a MB."""
    disk = here / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=500k", "none", disk], capture_output=True, check=False)
    if mounted.returncode:
        pytest.skip("file systems can be mounted by root only")
    yield disk
    subprocess.run(["umount", "-l", disk], check=True)


@pytest.mark.parametrize("form", ["json", "csv"])
def test_a_full_disk_ends_the_run_and_with_space_it_goes_on(small_disk: Path, form: str) -> None:
    fill(Path("archive"), 60)
    undisturbed(format=form)
    with pytest.raises(OutputError, match=r"(?s)(full|No space left).*choose a folder that has space"):
        run(str(small_disk / "out"), format=form)
    subprocess.run(["mount", "-o", "remount,size=64m", small_disk], check=True)
    run(str(small_disk / "out"), format=form)
    assert tree(small_disk / "out") == tree(Path("undisturbed"))


def test_a_disk_that_cannot_be_written(small_disk: Path) -> None:
    fill(Path("archive"), 3)
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    with start("-o", str(small_disk / "out")) as process:
        _, said = process.communicate()
    assert process.returncode == 5
    assert said.decode().startswith(f"extract: cannot write {small_disk / 'out'}")
    assert said.count(b"\n") == 1
