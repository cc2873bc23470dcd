"""One source in a process of its own, for formats whose native reader could hang, grow or fall over on a bad file."""

from typing import Any, NamedTuple

from pipeline.batch.limits import Limits
from pipeline.batch.pool import Pool
from pipeline.console import waiting
from pipeline.errors import InputError, PipelineError
from pipeline.extract import extract
from pipeline.facsimile import extract_with_facsimile
from pipeline.model.document import Document
from pipeline.model.paper import Facsimile

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
    facsimile: bool = False


Shown = tuple[Document, tuple[Facsimile, ...]]
"""A document, and its facsimile where that was asked for."""


def extract_apart(source: str | bytes, options: dict[str, Any], limits: Limits = LIMITS, *, facsimile: bool = False) -> Shown:
    """As `read`, and InputError where the source takes more than the limits."""
    with Pool(f"{__name__}:answer", 1, limits) as pool:
        found = next(iter(pool.run([Job(source, tuple(options.items()), facsimile)])))
    if found.fault:
        raise InputError(_FAULTS.get(found.fault, found.message))
    if isinstance(found.result, PipelineError):
        raise found.result
    shown: Shown = found.result
    return shown


def answer(job: Job) -> Shown | PipelineError:
    """In the worker: what was asked for, or why there is none."""
    try:
        return read(job)
    except PipelineError as error:
        return error


def read(job: Job) -> Shown:
    """As `extract`, with its errors."""
    options = dict(job.options)
    with waiting(shown=options.get("progress") is not None):
        if not job.facsimile:
            return extract(job.source, **options), ()
        document, facsimile = extract_with_facsimile(job.source, **options)
        return document, (facsimile,)
