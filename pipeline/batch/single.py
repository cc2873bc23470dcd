"""One source in a process of its own, for formats whose native reader could hang, grow or fall over on a bad file."""

from typing import Any, NamedTuple

from pipeline.batch.limits import Limits
from pipeline.batch.pool import Pool
from pipeline.errors import InputError, PipelineError
from pipeline.extract import extract
from pipeline.model.document import Document

LIMITS = Limits(seconds=900.0, silence=60.0, memory_mb=8192, attempts=1, alone=True)
"""A scan of three hundred pages takes so long; those that were read are kept, and the next run goes on from there."""
_FAULTS = {
    "time": f"reading it took more than {LIMITS.seconds:.0f} s; read fewer pages of it with --pages",
    "silence": "its reader hangs on it; read other pages of it with --pages",
    "memory": f"reading it took more than {LIMITS.memory_mb // 1024} GB of memory; read fewer pages of it with --pages",
    "crash": "its reader fell over it; save it again from a PDF viewer",
}


class Job(NamedTuple):
    """What `extract` is called with."""

    source: str | bytes
    options: tuple[tuple[str, Any], ...]


def extract_apart(source: str | bytes, options: dict[str, Any], limits: Limits = LIMITS) -> Document:
    """As `extract`, and InputError where the source takes more than the limits."""
    with Pool(f"{__name__}:read", 1, limits) as pool:
        answer = next(iter(pool.run([Job(source, tuple(options.items()))])))
    if answer.fault:
        raise InputError(_FAULTS.get(answer.fault, answer.message))
    if isinstance(answer.result, PipelineError):
        raise answer.result
    document: Document = answer.result
    return document


def read(job: Job) -> Document | PipelineError:
    """In the worker: the document, or why there is none."""
    try:
        return extract(job.source, **dict(job.options))
    except PipelineError as error:
        return error
