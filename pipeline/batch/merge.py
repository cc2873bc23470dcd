"""The parts of all documents → one file, or one set of tables: in the order of the sources, whoever was done first."""

import os
import zlib
from collections.abc import Iterator
from typing import Any

from pipeline.batch.durable import move, sync_file
from pipeline.batch.journal import Journal
from pipeline.batch.workplace import Workplace
from pipeline.digest import sha256
from pipeline.writers import part_joiner
from pipeline.writers.files import reported

FIRST_OF_ITS_ISSUE = """NOT EXISTS (
    SELECT 1 FROM files AS first
    WHERE first.issue_id = files.issue_id AND first.position < files.position AND first.state IN ('done', 'partial'))"""
"""Condition: no source before it is the same issue, which a package can hold only once."""

_MERGED = f"FROM files WHERE position IS NOT NULL AND state IN ('done', 'partial') AND {FIRST_OF_ITS_ISSUE} ORDER BY position"
MERGED = "merged"
"""Note of the journal: what the output was made of."""


def merge(journal: Journal, place: Workplace, format_name: str, writing: dict[str, Any]) -> None:
    """Write the one output, unless it is there and nothing has changed; without a document there is none.

    `writing` are further arguments of the writer; what they stand for may have changed.
    """
    digest = _fingerprint(journal)
    if digest is None or (not writing and journal.note(MERGED) == digest and os.path.exists(place.bundle)):
        return
    journal.keep(MERGED, None)
    build = os.path.join(place.scratch, "build", os.path.basename(os.path.abspath(place.bundle)))
    with reported(place.bundle):
        os.makedirs(os.path.dirname(build), exist_ok=True)
        part_joiner(format_name)(_parts(journal), build, **writing)
        written = list(_files(build if place.bundle == place.folder else os.path.dirname(build)))
        for _, path in written:
            sync_file(path)
        for name, path in written:
            move(path, os.path.join(place.folder, name))
    journal.keep(MERGED, digest)


def _fingerprint(journal: Journal) -> str | None:
    """Changes with what would be written; None if nothing would."""
    digest, found = sha256(), False
    for row in journal.rows(f"SELECT key, sha256, recipe {_MERGED}"):
        digest.update(repr(row).encode())
        found = True
    return digest.hexdigest() if found else None


def _parts(journal: Journal) -> Iterator[str]:
    for data in journal.blobs(f"SELECT (SELECT data FROM parts WHERE parts.id = files.id) {_MERGED}"):  # noqa: S608  ours
        yield zlib.decompress(data).decode("utf-8", "surrogatepass")


def _files(folder: str) -> Iterator[tuple[str, str]]:
    """The files in a folder, with their names in it."""
    for name in sorted(os.listdir(folder)):
        yield name, os.path.join(folder, name)
