"""Jobs → answers: on the processors of this machine, or on a cluster."""

from collections.abc import Iterable, Iterator

from pipeline.batch.convert import Job
from pipeline.batch.pool import Answer, Pool
from pipeline.batch.request import Request, processors
from pipeline.batch.sources import is_url
from pipeline.batch.store import Store

_TOGETHER = 0.05
"""Seconds of answers that are entered at once; what was done and not entered when the run was killed is done again, with the same
bytes: only what takes less time than this."""


def answers(jobs: Iterable[Job], request: Request, store: Store, extent: tuple[int, bool]) -> Iterator[list[Answer]]:
    """The answer to each of the jobs, some at a time; `extent` is how many there are, and whether some are at an address."""
    waiting, remote = extent
    url = request.output if is_url(request.output) else None
    if request.engine == "dask":
        from pipeline.batch.cluster import Work, cluster_answers

        yield from cluster_answers(jobs, Work(request.convert, request.limits, store.folder, url), request.scheduler or "")
        return
    workers = min(request.workers or processors(), waiting)
    with Pool(request.convert, workers, request.limits) as pool:
        if url or remote:
            from pipeline.batch.cluster import SHARD, shards
            from pipeline.batch.remote import run_shard

            for shard in shards(jobs, SHARD * workers):
                yield run_shard(shard, pool, store.folder, url)
        else:
            yield from pool.bursts(jobs, _TOGETHER)
