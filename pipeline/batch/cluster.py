"""The same run on a Dask cluster: shards of sources as its tasks, in each of them the supervised pool. The only door to Dask.

Dask brings a task of a lost worker to another one, but has no time limit for a task and costs some ms for each: hence shards.
"""

import threading
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, NamedTuple

from pipeline import __version__
from pipeline.batch.convert import Job
from pipeline.batch.limits import Limits
from pipeline.batch.pool import Answer, Pool
from pipeline.batch.remote import run_shard
from pipeline.errors import DependencyError, PipelineError, UsageError

SHARD = 32
"""Sources in a task: some 0.1 ms of Dask's time for each, and a lost worker costs the work of a few seconds."""
_AHEAD = 3
"""Tasks for each thread of the cluster that are handed out at a time; the rest waits here, in the journal."""
_PATIENCE = 10
"""Seconds until a scheduler has to answer."""
_FEW = 8
"""Threads that are reckoned with where a cluster has none yet."""


class Work(NamedTuple):
    """What all shards of a run have in common."""

    convert: str
    limits: Limits
    stage: str
    url: str | None
    """OUT, if it is an address."""
    version: str = __version__


def shards(jobs: Iterable[Job], size: int = SHARD) -> Iterator[list[Job]]:
    """So many jobs at a time."""
    jobs = iter(jobs)
    while shard := list(islice(jobs, size)):
        yield shard


def cluster_answers(jobs: Iterable[Job], work: Work, scheduler: str) -> Iterator[list[Answer]]:
    """The answers of each shard, by the workers of a scheduler; PipelineError if it cannot be reached."""
    try:
        from distributed import Client, as_completed
    except ImportError as error:
        raise DependencyError("Dask is not installed; run: pip install 'bulletin-extract[cluster]'") from error
    try:
        client = Client(scheduler, timeout=_PATIENCE)
    except (OSError, ValueError) as error:
        raise UsageError(f"the scheduler {scheduler} cannot be reached ({error}); start it, or correct the address") from error
    with client:
        running = as_completed()
        most = _AHEAD * (sum(client.nthreads().values()) or _FEW)
        given: dict[str, list[Job]] = {}
        for shard in shards(jobs):
            while running.count() >= most:
                yield from _finished(client, running, given, work)
            _submit(client, running, given, (shard, work))
        while running.count():
            yield from _finished(client, running, given, work)


def _submit(client: Any, running: Any, given: dict[str, list[Job]], task: tuple[list[Job], Work]) -> None:
    future = client.submit(convert_shard, *task, pure=False)
    given[future.key] = task[0]
    running.add(future)


def _finished(client: Any, running: Any, given: dict[str, list[Job]], work: Work) -> Iterator[list[Answer]]:
    """The answers of the next task; a shard that has cost several workers is tried one by one."""
    from distributed import KilledWorker

    future = next(running)
    shard = given.pop(future.key)
    try:
        yield future.result()
    except KilledWorker:
        if len(shard) == 1:
            yield [Answer(shard[0], None, "crash", "several workers of the cluster were lost with it", 1, 0.0)]
        else:
            for job in shard:
                _submit(client, running, given, ([job], work))


_own = threading.local()


def convert_shard(jobs: list[Job], work: Work) -> list[Answer]:
    """In a thread of a Dask worker: a pool of one process, which stays for the next shard."""
    if work.version != __version__:
        raise PipelineError(f"bulletin-extract is {__version__} on a worker and {work.version} where the run was started; install the same")
    kept = getattr(_own, "pool", None)
    if kept is None or kept[0] != (work.convert, work.limits):
        if kept:
            kept[1].close()
        _own.pool = kept = ((work.convert, work.limits), Pool(work.convert, 1, work.limits))
    try:
        return run_shard(jobs, kept[1], work.stage, work.url)
    except BaseException:
        kept[1].close()
        raise
