"""The pool of workers, with workers that really crash, hang and flood."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path

import pytest
from batch_tasks import POISONS

from pipeline.batch.limits import Limits
from pipeline.batch.pool import Answer, Pool
from pipeline.errors import PipelineError

TESTS = Path(__file__).resolve().parent
_LIMITS = Limits()
pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals and limits of POSIX")


@pytest.fixture(autouse=True)
def tasks_can_be_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(TESTS))


def answers(function: str, jobs: list[object], limits: Limits = _LIMITS, workers: int = 2) -> list[Answer]:
    with Pool(function, workers, limits) as pool:
        return list(pool.run(jobs))


def test_every_job_has_one_answer() -> None:
    found = answers("batch_tasks:echo", list(range(500)))
    assert sorted(answer.result for answer in found) == list(range(500))
    assert {(answer.fault, answer.attempts) for answer in found} == {("", 1)}


def test_no_job_no_worker() -> None:
    assert answers("no.such.module:function", []) == []


@pytest.mark.parametrize("name", POISONS)
def test_a_poison_costs_itself_alone(name: str) -> None:
    jobs = ["good", name, *["good"] * 20]
    limits = Limits(seconds=1.0, memory_mb=600)
    with Pool("test_batch_pool:swallow", 2, limits) as pool:
        found = list(pool.run(jobs))
    faults = [answer for answer in found if answer.fault]
    assert [answer.job for answer in faults] == [name]
    assert faults[0].attempts == 2
    assert POISONS[name] in faults[0].message
    assert len(found) == len(jobs)


def swallow(name: str) -> str:
    """In the worker: whatever the name says."""
    if name in POISONS:
        from batch_tasks import poison

        poison(name)
    return name


def test_a_job_that_was_ended_by_chance_is_done_the_second_time(tmp_path: Path) -> None:
    jobs: list[object] = [tmp_path / f"once-{number}" for number in range(5)]
    found = answers("batch_tasks:die_once", jobs)
    assert {answer.job for answer in found} == set(jobs)
    assert {(answer.fault, answer.attempts) for answer in found} == {("", 2)}


def test_a_process_that_was_stopped_is_silent() -> None:
    found = answers("test_batch_pool:stop", [0], Limits(silence=1.0), workers=1)
    assert [(answer.fault, answer.attempts) for answer in found] == [("silence", 2)]
    assert "no sign of life" in found[0].message


def stop(_: int) -> None:
    """In the worker: as a debugger, or a device that never answers, would stop it."""
    os.kill(os.getpid(), signal.SIGSTOP)


def test_an_error_is_told_and_not_tried_again() -> None:
    (answer,) = answers("builtins:int", ["twelve"])
    assert (answer.fault, answer.attempts) == ("error", 1)
    assert "ValueError" in answer.message


def test_what_a_job_prints_goes_nowhere() -> None:
    assert [answer.result for answer in answers("builtins:print", ["noise"] * 3)] == [None] * 3


def test_a_worker_is_replaced_after_its_jobs() -> None:
    found = answers("test_batch_pool:process", list(range(10)), Limits(jobs=3), workers=1)
    assert len({answer.result for answer in found}) == 4
    assert sorted(answer.job for answer in found) == list(range(10)), "what it still had is done"


def process(_: int) -> int:
    return os.getpid()


def test_jobs_are_taken_when_they_are_needed() -> None:
    taken = []

    def jobs() -> Iterator[int]:
        for number in count():
            taken.append(number)
            yield number

    with Pool("batch_tasks:echo", 2, Limits()) as pool:
        assert len(list(islice(pool.run(jobs()), 50))) == 50
    assert len(taken) < 60


def test_what_took_long_is_not_kept_for_a_burst() -> None:
    order = []

    def jobs() -> Iterator[float]:
        for seconds in (0.06, 0.06):
            order.append("taken")
            yield seconds

    with Pool("time:sleep", 1, Limits(jobs=1)) as pool:
        order.extend("given" for _ in pool.bursts(jobs(), 0.05))
    assert order == ["taken", "given"] * 2


def test_a_function_that_cannot_be_imported() -> None:
    with pytest.raises(PipelineError, match="worker processes cannot be started"):
        answers("no.such.module:function", [1])


def test_workers_end_with_their_supervisor() -> None:
    script = "from pipeline.batch.pool import *\np = Pool('test_batch_pool:told', 1, Limits())\nfor a in p.run([1, 2]): pass"
    process = subprocess.Popen([sys.executable, "-c", script])
    worker = wait_for_child(process.pid)
    process.kill()
    process.wait()
    deadline = time.monotonic() + 30
    while is_alive(worker):
        assert time.monotonic() < deadline, "the worker has outlived its supervisor"
        time.sleep(0.02)


def test_a_supervisor_that_was_stopped_blames_no_job() -> None:
    script = "from pipeline.batch.pool import *\np = Pool('time:sleep', 1, Limits(seconds=1.5, silence=1.5))\n"
    script += "for a in p.run([0.02] * 60): print(a.attempts, a.fault, flush=True)"
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        first = process.stdout.readline()
        process.send_signal(signal.SIGSTOP)
        time.sleep(2)  # longer than the limits
        process.send_signal(signal.SIGCONT)
        assert {first, *process.stdout} == {"1 \n"}


def test_what_a_worker_has_started_ends_with_it(tmp_path: Path) -> None:
    (answer,) = answers("test_batch_pool:fall_over_a_converter", [str(tmp_path / "pid")], Limits(attempts=1))
    assert answer.fault == "crash"
    started, deadline = int((tmp_path / "pid").read_text()), time.monotonic() + 30
    while is_alive(started):
        assert time.monotonic() < deadline, "the converter has outlived the worker"
        time.sleep(0.02)


def fall_over_a_converter(path: str) -> None:
    """In the worker: it is killed while another program works for it."""
    process = subprocess.Popen(["sleep", "60"])
    Path(path).write_text(str(process.pid))
    os.kill(os.getpid(), signal.SIGKILL)


def told(_: int) -> None:
    """In the worker: a job that takes its time."""
    time.sleep(60)


def wait_for_child(pid: int) -> int:
    children = Path(f"/proc/{pid}/task/{pid}/children")
    deadline = time.monotonic() + 30
    while not (found := children.read_text().split()):
        assert time.monotonic() < deadline
        time.sleep(0.02)
    return int(found[0])


def is_alive(pid: int) -> bool:
    status = Path(f"/proc/{pid}/stat")
    try:
        return status.read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False
