"""`pipeline.extract_many`: documents of many files as they come, each read in a worker process that it cannot take others with."""

import os
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from pipeline.batch.limits import Limits
from pipeline.batch.pool import Answer, Pool
from pipeline.batch.request import processors
from pipeline.console import explain
from pipeline.errors import GivenUpError, PipelineError
from pipeline.model.document import Document

Path = str | os.PathLike[str]


class Extracted(NamedTuple):
    """What became of one file: a document or an error."""

    path: str
    document: Document | None
    error: PipelineError | None


def extract_many(paths: Iterable[Path], *, workers: int | None = None, seconds: float = Limits().seconds,
                 memory_mb: int = Limits().memory_mb, **options: Any) -> Iterator[Extracted]:  # fmt: skip
    """The document of each file, in the order in which they are done; `options` are those of `extract`.

    Paths are taken when a worker can have them, so there may be any number. A file that cannot be read, takes more than
    `seconds` or `memory_mb`, or crashes its process, twice, is given back with its error; the others go on. `workers` is one
    for each processor by default. The worker processes end with the iterator, also if it is left early.
    """
    with Pool("pipeline.batch.many:read", workers or processors(), Limits(seconds=seconds, memory_mb=memory_mb)) as pool:
        for answer in pool.run((os.path.abspath(path), os.fspath(path), options) for path in paths):
            yield _extracted(answer)


def read(job: tuple[str, str, dict[str, Any]]) -> Document | tuple[int, str]:
    """In the worker: the document, or exit code and message of an error."""
    from pipeline.extract import extract

    path, _, options = job
    try:
        return extract(path, **options)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001  it is given back
        return explain(error)


def _extracted(answer: Answer) -> Extracted:
    path = answer.job[1]
    if answer.fault:
        return Extracted(path, None, GivenUpError(answer.message))
    if isinstance(answer.result, Document):
        return Extracted(path, answer.result, None)
    code, message = answer.result
    kinds = {kind.exit_code: kind for kind in PipelineError.__subclasses__()}
    return Extracted(path, None, kinds.get(code, PipelineError)(message))
