"""One source → its output: what a worker process does. It raises nothing but MemoryError: an error is an outcome, too."""

import errno
import os
import zlib
from typing import Any, NamedTuple

from pipeline.batch.archives import SUFFIX as ZIP
from pipeline.batch.archives import member_corrections, members, read_member
from pipeline.batch.durable import write_durably
from pipeline.batch.facts import facts_of
from pipeline.console import explain
from pipeline.errors import DependencyError, InputError, OutputError
from pipeline.extract import extract
from pipeline.facsimile import extract_with_facsimile
from pipeline.model.document import Document
from pipeline.model.paper import Facsimile
from pipeline.source import MAX_BYTES
from pipeline.warning_lines import what_is_lost
from pipeline.writers import output_format, part_writer, text_writer

INCOMPLETE = "incomplete"
"""Reason of a partial result."""
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO})
"""Faults of a disk that the next file will meet, too."""
_REASONS = ((InputError, "unreadable"), (DependencyError, "missing_library"), (OutputError, "unwritable"))


class Job(NamedTuple):
    """A source that is to be converted."""

    id: int
    """Of the source, in the journal."""
    name: str
    """As it is shown to people."""
    path: str
    """Of a local file."""
    member: int | None
    """Place in the zip file."""
    file: str | None
    """Its name in the document."""
    format: str
    options: tuple[tuple[str, Any], ...]
    target: str = ""
    """File to write; empty if the part is to be returned."""
    scratch: str = ""


class Outcome(NamedTuple):
    """What became of it."""

    state: str
    """done, partial (some of it could not be read), failed, or stopped: the disk is full, and the run has to end."""
    code: int = 0
    """Exit code that it stands for."""
    reason: str = ""
    message: str = ""
    sha256: str | None = None
    issue_id: str | None = None
    facts: str | None = None
    pages: int = 0
    warnings: tuple[str, ...] = ()
    """Their codes."""
    part: bytes = b""
    """Compressed, where the format is one for all documents."""


def convert(job: Job) -> Outcome:
    """Read, extract, write."""
    try:
        document, shown = read_document(job)
        part = _write(document, shown, job)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001  whatever it is, the other sources are to go on
        return failure(error, job.name)
    facts = facts_of(document)
    codes = tuple(warning.code for warning in document.warnings)
    state, reason = ("partial", INCOMPLETE) if facts.incomplete else ("done", "")
    return Outcome(state, 0, reason, what_is_lost(document.warnings), document.source.sha256, document.id, facts.to_json(), facts.pages, codes, part)


def read_document(job: Job) -> tuple[Document, tuple[Facsimile, ...]]:
    """The document of a source, and its facsimile where the format shows it; errors as those of `extract`."""
    options = {**dict(job.options), "name": job.file}
    source: str | bytes = job.path
    if job.member is not None:
        source = read_member(job.path, job.member, options.get("max_bytes", MAX_BYTES) + 1)
        options["corrections"] = member_corrections(job.path)
    elif job.path.lower().endswith(ZIP):
        next(members(job.path), None)  # raises what is wrong with it
    if not output_format(job.format).facsimile:
        return extract(source, **options), ()
    document, facsimile = extract_with_facsimile(source, **options)
    return document, (facsimile,)


def failure(error: Exception, name: str) -> Outcome:
    """The outcome of an error with the source of this name, which the message need not name again."""
    code, message = explain(error)
    message = message.removeprefix(f"{name}: ")
    if isinstance(error, OutputError) and isinstance(error.__cause__, OSError) and error.__cause__.errno in _FULL:
        return Outcome("stopped", code, "disk", message)
    reason = next((reason for kind, reason in _REASONS if isinstance(error, kind)), "error")
    return Outcome("failed", code, reason, message)


def _write(document: Document, shown: tuple[Facsimile, ...], job: Job) -> bytes:
    if not job.target:
        return zlib.compress(part_writer(job.format)(document).encode("utf-8", "surrogatepass"), 1)
    write_durably(os.path.abspath(job.target), text_writer(job.format)(document, *shown).encode(), job.scratch)
    return b""
