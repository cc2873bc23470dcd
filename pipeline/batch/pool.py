"""A supervised pool of worker processes: whatever a job does to its process costs that job alone.

The supervisor ends a worker that takes too long or gives no sign of life, starts another in its place, tries the job once
more and then gives it up with the reason. Measured with `kill -9` of a worker in 2,000 jobs: ProcessPoolExecutor and loky
lose 1,700 of them, multiprocessing.Pool waits for ever, Pebble (LGPL) loses one.
"""

import time
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import Any, NamedTuple, Self

from pipeline.batch.limits import Limits
from pipeline.batch.process import ENDED, Event, Task, Worker
from pipeline.errors import PipelineError

_AHEAD = 2
"""Jobs that a worker has at a time while they are short, so that it need not wait for the next one."""
_SHORT = 0.2
"""Seconds of a short job; a long one that waits behind another could have been done elsewhere."""
_TICK = 0.2
"""Seconds between two looks at the limits."""
_STANDSTILL = 1.0
"""Seconds between two looks after which this process stood still (Ctrl-Z, a caller that takes its time): no worker is to blame."""
_MOST = 256
"""Answers in a burst."""
_FAILED_STARTS = 3
"""Workers in turn that end before they are ready: the next one will, too."""


class Answer(NamedTuple):
    """What became of a job."""

    job: Any
    result: Any
    """What the function gave; None if there is a fault."""
    fault: str
    """crash, time, silence, memory: every attempt cost its worker; error: the function raised; else empty."""
    message: str
    attempts: int
    seconds: float
    """Of the last attempt."""


class Pool:
    """Workers that call one function, `module:name`, with a job each. Jobs, which should be small, and results must pickle."""

    def __init__(self, function: str, workers: int, limits: Limits) -> None:
        self._function = function
        self._size = workers
        self._limits = limits
        self._workers: list[Worker] = []
        self._events: SimpleQueue[Event] = SimpleQueue()
        self._again: deque[Task] = deque()
        self._failed_starts = 0
        self._looked = 0.0
        """When the limits were looked at."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End all workers, whatever they are at; the next `run` starts new ones."""
        for worker in self._workers:
            worker.end()
        self._workers.clear()
        self._again.clear()

    def run(self, jobs: Iterable[Any]) -> Iterator[Answer]:
        """The answer to each job, as they come; jobs are taken when a worker can have them.

        PipelineError if no worker can be started. Whoever leaves the iterator early has to close the pool.
        """
        for burst in self.bursts(jobs, 0.0):
            yield from burst

    def bursts(self, jobs: Iterable[Any], seconds: float) -> Iterator[list[Answer]]:
        """As `run`; the answers of so many seconds together, for one who has a cost for each time. An interrupt loses none.

        One that took longer than that to find is not kept waiting.
        """
        waiting, more = map(Task, jobs), True
        found: list[Answer] = []
        due = 0.0
        self._looked = time.monotonic()
        try:
            while (more := more and self._feed(waiting)) or self._feed(iter(())) or self._is_at_work():
                for answer in self._answers():
                    due = due if found else time.monotonic() + seconds
                    due = 0.0 if answer.seconds > seconds else due
                    found.append(answer)
                if found and (time.monotonic() >= due or len(found) >= _MOST):
                    yield found
                    found = []
        except KeyboardInterrupt:
            yield found
            raise
        if found:
            yield found

    def _is_at_work(self) -> bool:
        return bool(self._again) or any(worker.tasks for worker in self._workers)

    def _feed(self, waiting: Iterator[Task]) -> bool:
        """Give the workers what they can have; False if nothing more is waiting."""
        while self._has_room():
            task = self._again.popleft() if self._again else next(waiting, None)
            if task is None:
                return False
            self._freest().give(task)
        return True

    def _has_room(self) -> bool:
        return len(self._workers) < self._size or any(map(self._can_take, self._workers))

    def _can_take(self, worker: Worker) -> bool:
        depth = _AHEAD if worker.ready and worker.pace < _SHORT else 1
        return len(worker.tasks) < depth and worker.given < self._limits.jobs

    def _freest(self) -> Worker:
        """The worker with the fewest tasks; a new one, if all are at work and there may be one more."""
        free = min(filter(self._can_take, self._workers), key=lambda worker: len(worker.tasks), default=None)
        if free is not None and (not free.tasks or len(self._workers) == self._size):
            return free
        worker = Worker(self._function, self._limits, self._events)
        self._workers.append(worker)
        return worker

    def _answers(self) -> Iterator[Answer]:
        """Those of the events that are there, or of the next one."""
        with suppress(Empty):
            event = self._events.get(timeout=_TICK)
            while True:
                if event[0] in self._workers:
                    yield from self._answer(*event)
                event = self._events.get_nowait()
        now = time.monotonic()
        passed = now - self._looked
        if passed >= _TICK:
            self._looked = now
            self._forgive(passed, now)
            yield from self._overdue(now)

    def _answer(self, worker: Worker, kind: str, value: Any, seconds: float) -> Iterator[Answer]:
        worker.seen = time.monotonic()
        if kind == ENDED:
            worker.gone = True
            yield from self._lost(worker, "crash", "")
        elif kind == "memory":
            yield from self._lost(worker, kind, value)
        elif kind == "ready":
            worker.ready, worker.since, self._failed_starts = True, worker.seen, 0
        elif kind != "alive":
            task = worker.finish(seconds)
            done = kind == "done"
            yield Answer(task.job, value if done else None, "" if done else kind, "" if done else value, task.attempts + 1, seconds)
            if worker.given >= self._limits.jobs and not worker.tasks:
                self._drop(worker)

    def _forgive(self, passed: float, now: float) -> None:
        """Leave a standstill out of account: what the workers did in it, and that they live, is still on its way."""
        for worker in self._workers if passed > _STANDSTILL else ():
            worker.since, worker.seen = min(worker.since + passed, now), min(worker.seen + passed, now)

    def _overdue(self, now: float) -> Iterator[Answer]:
        limits = self._limits
        for worker in list(self._workers):
            if worker.tasks and worker.ready and now - worker.since > limits.seconds:
                yield from self._lost(worker, "time", f"took more than {limits.seconds:g} s")
            elif worker.tasks and now - worker.seen > limits.silence:
                yield from self._lost(worker, "silence", f"gave no sign of life for {limits.silence:g} s")

    def _lost(self, worker: Worker, fault: str, message: str) -> Iterator[Answer]:
        """End a worker; its first task is to blame, the others are given to another one."""
        cause = self._drop(worker)
        if not worker.ready:
            self._failed_starts += 1
            if self._failed_starts >= _FAILED_STARTS:
                raise PipelineError(f"worker processes cannot be started ({cause}); is there memory, and is the installation whole?")
        elif worker.tasks:
            task = worker.tasks.popleft()
            task.attempts += 1
            if task.attempts < self._limits.attempts:
                self._again.append(task)
            else:
                seconds = time.monotonic() - worker.since
                yield Answer(task.job, None, fault, message or f"crashed ({cause})", task.attempts, seconds)
        self._again.extend(worker.tasks)

    def _drop(self, worker: Worker) -> str:
        self._workers.remove(worker)
        return worker.end()
