"""What waits in the journal → jobs, in order; a source whose content is known is settled without one."""

import os
import shutil
import sys
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.batch.archives import read_member
from pipeline.batch.convert import INCOMPLETE, Job
from pipeline.batch.journal import Journal
from pipeline.batch.record import mark_same
from pipeline.batch.request import Request
from pipeline.batch.store import Store
from pipeline.batch.workplace import Workplace
from pipeline.console import STDIN
from pipeline.digest import sha256
from pipeline.errors import InputError
from pipeline.source import MAX_BYTES

_ROWS = 64
"""Read from the journal at a time, and looked at for known content."""
_BLOCK = 2**20


class Row(NamedTuple):
    """What the journal has of a source that waits."""

    position: int
    id: int
    name: str
    path: str
    member: int | None
    place: str
    target: str | None
    size: int | None
    state: str
    sha256: str | None
    recipe: str
    has_peer: bool
    """Whether another source has its size."""


_HAS_PEER = "EXISTS (SELECT 1 FROM files AS peer WHERE peer.size = files.size AND peer.position IS NOT NULL AND peer.id <> files.id)"
_WAITING = f"""
SELECT {", ".join(Row._fields[:-1])}, {_HAS_PEER} FROM files WHERE position > ? AND state IN ('pending', 'touched') ORDER BY position LIMIT {_ROWS}
"""  # noqa: S608  the fields are ours
_UNCHANGED = f"UPDATE files SET state = CASE reason WHEN '{INCOMPLETE}' THEN 'partial' ELSE 'done' END WHERE id = ?"  # noqa: S608
_FIRST = "SELECT key, name FROM files WHERE sha256 = ? AND recipe = ? AND position < ? AND twin IS NULL ORDER BY position LIMIT 1"


class Dispatch:
    """Hands out what waits."""

    def __init__(self, journal: Journal, request: Request, place: Workplace, store: Store) -> None:
        self._journal = journal
        self.request = request
        self._place = place
        self._store = store

    def jobs(self) -> Iterator[Job]:
        """A job for each source that waits and whose content is not known yet."""
        last = -1
        while rows := [Row._make(row) for row in self._journal.rows(_WAITING, (last,))]:
            last = rows[-1].position
            with self._journal.transaction():
                unknown = [row for row in rows if not self._is_known(row)]
            yield from map(self._job, unknown)

    def _job(self, row: Row) -> Job:
        """The job of a source."""
        path = row.path
        file = None if path == STDIN else os.path.basename(path if row.member is None else row.place)
        if path == STDIN or (row.size is None and os.path.exists(path) and not os.path.isdir(path)):
            path = self._spooled(path)
        target = os.path.join(self._place.folder, row.target) if row.target else ""
        return Job(row.id, row.name, path, row.member, file, self.request.format, self.request.options, target, self._place.scratch)

    def _is_known(self, row: Row) -> bool:
        """Whether its content is that of a source before it, or has not changed since its result was made.

        Only what has the size of another source is read for that.
        """
        if row.size is None or not (row.state == "touched" or row.has_peer):
            return False
        try:
            digest = _digest(row)
        except (OSError, InputError):  # the worker will say what there is to say of it
            return False
        if row.state == "touched" and digest == row.sha256:
            return self._journal.execute(_UNCHANGED, (row.id,)) > 0
        first = self._journal.row(_FIRST, (digest, row.recipe, row.position))
        if first is None:
            self._journal.execute("UPDATE files SET sha256 = ?, twin = NULL WHERE id = ?", (digest, row.id))
            return False
        mark_same(self._journal, self._store, (row.id, digest), first)
        return True

    def _spooled(self, path: str) -> str:
        """What can be read once only, as a file, for a worker may have to read it twice."""
        copy = os.path.join(self._place.scratch, os.urandom(8).hex())
        with open(copy, "wb") as file:
            if path != STDIN:
                with open(path, "rb") as source:
                    shutil.copyfileobj(source, file)
            elif sys.stdin is None:
                raise InputError("standard input is closed")
            else:
                file.write(sys.stdin.buffer.read(dict(self.request.options).get("max_bytes", MAX_BYTES) + 1))
        return copy


def _digest(row: Row) -> str:
    if row.member is not None:
        return sha256(read_member(row.path, row.member, MAX_BYTES)).hexdigest()
    digest = sha256()
    with open(row.path, "rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()
