"""Runs over archives: what two workers give, what the engine costs for a file, how fast a finished run is decided, how memory grows."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from pipeline.batch.convert import Job, Outcome
from pipeline.batch.convert import convert as real_convert
from pipeline.batch.request import Request
from pipeline.batch.run import Watcher, run_batch
from pipeline.digest import sha256

TASK = 0.005
"""Seconds of the task of known length, as in the comparison of engines."""


def issue(number: int) -> str:
    """A bulletin of three items."""
    items = "\n\n".join(
        f"市总工会召开第{number}次{subject}座谈会\n    {day}月13日，市总工会召开第{number}次{subject}座谈会，部署下半年的工作，各区总工会的负责人"
        f"共{number}人参加了会议。会议要求，要把{subject}工作做实做细，为职工办好实事。\n（市总工会办公室 王小明）"
        for day, subject in enumerate(("民主管理", "劳动竞赛", "困难帮扶"), 3)
    )
    return f"工会信息\n第{number}期\n滨江市总工会办公室    {1900 + number // 12}年5月19日\n\n〔要闻〕\n\n{items}\n\n报：市委办公室\n"


def fill(folder: Path, count: int) -> None:
    """An archive, a hundred to a folder."""
    for number in range(1, count + 1):
        home = folder / f"{number // 100:05}"
        home.mkdir(parents=True, exist_ok=True)
        (home / f"{number:07}.txt").write_text(issue(number), encoding="utf-8")


def busy(job: Job) -> Outcome:
    """In a worker: a task of known length, with a small result."""
    end = time.perf_counter() + TASK
    while time.perf_counter() < end:
        pass
    return instant(job)


_one: list[Outcome] = []


def instant(job: Job) -> Outcome:
    """In a worker: what a bulletin would give, with no work for it; each is an issue of its own."""
    if not _one:
        _one.append(real_convert(job._replace(target="", format="csv")))
    digest = sha256(job.path.encode()).hexdigest()
    if job.target:
        os.makedirs(os.path.dirname(job.target), exist_ok=True)
        Path(job.target).touch()
    facts = json.loads(_one[0].facts or "{}")
    facts["number"] = int(Path(job.path).stem)
    facts["texts"] = [[item, title, f"{digest[:15]}{place}"] for place, (item, title, _) in enumerate(facts["texts"])]
    part = b"" if job.target else _one[0].part
    return _one[0]._replace(issue_id=f"iss-{digest[:12]}", sha256=digest, part=part, facts=json.dumps(facts, ensure_ascii=False))


def timed(output: Path, archive: Path, **settings: Any) -> float:
    """Seconds of a run."""
    start = time.perf_counter()
    run_batch(Request((str(archive),), str(output), **settings), lambda *_: None, Watcher())
    return time.perf_counter() - start


def workers(work: Path, count: int) -> None:
    """Print what two workers give."""
    fill(work / "real", count)
    one, two = (timed(work / f"w{number}", work / "real", workers=number) for number in (1, 2))
    print(f"{count} issues: one worker {one:.1f} s, two {two:.1f} s: {one / two:.2f} times (goal 1.8)")


def overhead(work: Path, count: int) -> None:
    """Print what the engine costs for a file, beyond a task of known length on two workers."""
    fill(work / "few", count // 5)
    fill(work / "small", count)
    few, taken = (timed(work / f"busy-{name}", work / name, workers=2, convert="batch:busy", format="csv") for name in ("few", "small"))
    more = count - count // 5
    begin = few - count // 5 * (taken - few) / more
    spent = (taken - few) / more - TASK / 2
    print(f"local: {spent * 1000:.2f} ms for a file beyond its task (goal 1), {begin:.2f} s for the run; {taken / (count * TASK / 2):.2f} of ideal")
    start = time.process_time()
    taken = timed(work / "instant", work / "small", workers=1, convert="batch:instant", format="csv")
    spent = time.process_time() - start
    print(f"local: {taken / count * 1000:.2f} ms for a file without a task, {spent / count * 1000:.2f} of them time of the parent's processor")


def dask(work: Path, count: int) -> None:
    """Print what Dask costs for a file more than this machine does, with two worker processes."""
    from distributed import LocalCluster

    fill(work / "shards", count)
    here = timed(work / "here", work / "shards", workers=2, convert="batch:busy", format="csv")
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        settings = {"engine": "dask", "scheduler": cluster.scheduler_address, "convert": "batch:busy", "format": "csv"}
        timed(work / "warm", work / "shards", **settings)
        there = timed(work / "there", work / "shards", **settings)
    print(f"Dask: {(there - here) / count * 1000:.2f} ms for a file more than without (goal 5): {there:.1f} s, {here:.1f} s")


def growth(work: Path, sizes: tuple[int, ...]) -> None:
    """Print the memory of the parent, and how long a finished run takes to be decided."""
    for size in sizes:
        fill(work / f"n{size}", size)
        for form in ("json", "csv"):
            for turn in ("first", "again"):
                command = [sys.executable, __file__, "--child", str(work / f"o{size}{form}"), str(work / f"n{size}"), form]
                done = subprocess.run(command, capture_output=True, text=True, check=True)
                print(f"{size:>8} files, {form:4} {turn}: {done.stdout.strip()}")


def child(output: str, archive: str, form: str) -> None:
    """One run, in a process of its own."""
    taken = timed(Path(output), Path(archive), format=form, convert="batch:instant", workers=2)
    print(f"{taken:7.1f} s, parent {peak():.0f} MB")


def peak() -> float:
    """MB that this process has had at most. Not ru_maxrss, which a process has from the one that started it."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--issues", type=int, default=5000, help="issues for one and two workers (default %(default)s)")
    parser.add_argument("--largest", type=int, default=100_000, help="largest archive (default %(default)s)")
    parser.add_argument("--child", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        child(*options.child)
        return
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        (work / "path").mkdir()
        (work / "path/batch.py").symlink_to(__file__)  # alone: encodings.py beside it would hide the module of that name
        os.environ["PYTHONPATH"] = f"{work / 'path'}{os.pathsep}{os.environ.get('PYTHONPATH', '')}"
        overhead(work, min(2000, options.issues))
        dask(work, min(2000, options.issues))
        growth(work, tuple(size for size in (1000, 10_000, 100_000) if size <= options.largest))
        workers(work, options.issues)


if __name__ == "__main__":
    main()
