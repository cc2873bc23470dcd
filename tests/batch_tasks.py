"""Archives for the tests of batch runs, and what workers are made to do in them: real crashes, loops and floods."""

import ctypes
import os
import signal
from collections.abc import Iterable, Iterator
from pathlib import Path

from pipeline.batch.convert import Job, Outcome
from pipeline.batch.convert import convert as real_convert
from pipeline.batch.pool import Answer, Pool

POISONS = {"crash": "SIGSEGV", "killed": "SIGKILL", "loop": "took more than", "deaf": "took more than", "flood": "memory"}
"""Poison → what is said of it."""


def bulletin(number: int, year: int = 2021, title: str = "工会信息") -> str:
    """A short bulletin whose parts depend on its number."""
    return f"""{title}
第{number}期
滨江市总工会办公室    {year}年{(number - 1) % 12 + 1}月19日

〔要闻〕

市总工会召开第{number}次座谈会
    5月13日，市总工会召开第{number}次座谈会，部署下半年的工作，各区总工会的负责人共{number}人参加了会议。
（市总工会办公室 王小明）

报：市委办公室
"""


def fill(folder: Path, count: int) -> Path:
    """An archive of so many bulletins, ten to a folder."""
    for number in range(1, count + 1):
        home = folder / f"{number // 10:03}"
        home.mkdir(parents=True, exist_ok=True)
        (home / f"{number:05}.txt").write_text(bulletin(number, 2000 + number // 12), encoding="utf-8")
    return folder


def tree(folder: Path) -> dict[str, bytes]:
    """Every file that a run leaves for its user."""
    files = (path for path in folder.rglob("*") if path.is_file() and ".extract" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def convert(job: Job) -> Outcome:
    """Convert, but do what the name of the source says before."""
    stem = Path(job.path).stem
    if stem in POISONS:
        poison(stem)
    if stem.startswith("once-"):
        die_once(Path(job.path))
    return real_convert(job)


def poison(name: str) -> object:
    """Does not come back."""
    if name == "crash":
        ctypes.string_at(0)
    elif name == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    elif name == "deaf":
        ctypes.pythonapi.sleep(3600)  # with the lock of the interpreter held: not even a signal handler would run
    elif name == "flood":
        return [bytes(2**20) for _ in range(2**20)]
    while True:
        pass


def die_once(path: Path) -> None:
    """The first time the process is killed; the second time all is well."""
    mark = path.with_suffix(".mark")
    if not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)


class NearPool(Pool):
    """Converts in this process, for tests of what is around the workers: to start one takes longer than an archive of theirs."""

    def bursts(self, jobs: Iterable[Job], seconds: float) -> Iterator[list[Answer]]:  # noqa: ARG002
        for job in jobs:
            yield [Answer(job, real_convert(job), "", "", 1, 0.0)]


def echo(job: int) -> int:
    """The job itself."""
    return job
