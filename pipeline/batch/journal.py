"""The journal: an SQLite file in OUT that knows every source, what became of it, and for tables and lines its part of them.

Its lock is what keeps a second run out, and goes with the process that holds it. A record is durable against the end of the
process at once, against a power failure after the next checkpoint; what is not recorded is done again, with the same bytes.
"""

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, Self

from pipeline.errors import OutputError

_SCHEMA = """
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS files (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    position INTEGER,      -- place in the present run, NULL if it is not part of it
    name TEXT NOT NULL,
    path TEXT NOT NULL,
    member INTEGER,
    place TEXT NOT NULL,
    target TEXT,           -- its output, below OUT
    size INTEGER,
    stamp INTEGER,
    recipe TEXT NOT NULL,  -- version and options that the result is of
    state TEXT NOT NULL,   -- pending, touched, done, partial, failed, given_up, same
    code INTEGER NOT NULL DEFAULT 0,
    reason TEXT,
    message TEXT,
    attempts INTEGER NOT NULL DEFAULT 0,
    seconds REAL,
    sha256 TEXT,
    twin TEXT,             -- key of the source that has the same content and was converted instead
    issue_id TEXT
);
CREATE TABLE IF NOT EXISTS facts (id INTEGER PRIMARY KEY, facts TEXT NOT NULL);  -- JSON, see facts.py
CREATE TABLE IF NOT EXISTS parts (id INTEGER PRIMARY KEY, data BLOB NOT NULL);
CREATE INDEX IF NOT EXISTS files_position ON files (position) WHERE position IS NOT NULL;
CREATE INDEX IF NOT EXISTS files_waiting ON files (position) WHERE position IS NOT NULL AND state IN ('pending', 'touched');
CREATE INDEX IF NOT EXISTS files_size ON files (size) WHERE position IS NOT NULL;
CREATE INDEX IF NOT EXISTS files_sha256 ON files (sha256, position) WHERE sha256 IS NOT NULL;
CREATE INDEX IF NOT EXISTS files_issue ON files (issue_id, position) WHERE issue_id IS NOT NULL;
"""
_VERSION = 2
_SETTINGS = ("locking_mode=EXCLUSIVE", "journal_mode=WAL", "synchronous=NORMAL", "cache_size=-2048", "temp_store=FILE", "temp.cache_size=-1024")
"""EXCLUSIVE also does without the shared memory that network file systems lack; the caches, in kB, bound the memory of a run of any size
and are full soon; four times as much was no faster with 100,000 sources."""


class Journal:
    """The connection, and a few helpers; the SQL stands with the step that it is of."""

    def __init__(self, path: str) -> None:
        """Open it, or make it; OutputError if another run has it, or it cannot be written."""
        self.path = path
        with self._reported():
            self._connection = sqlite3.connect(path, timeout=0, isolation_level=None)
            for setting in _SETTINGS:
                self._connection.execute(f"PRAGMA {setting}")
            self._connection.execute("BEGIN IMMEDIATE")
            self._prepare()
            self._connection.execute("COMMIT")

    def _prepare(self) -> None:
        (version,) = self._connection.execute("PRAGMA user_version").fetchone()
        if version not in (0, _VERSION):
            raise OutputError(f"{self.path} is the journal of another version; choose a new folder, or remove it to do everything again")
        for statement in _SCHEMA.split(";"):
            self._connection.execute(statement)
        self._connection.execute(f"PRAGMA user_version={_VERSION}")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(sqlite3.Error):
            self._connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of it or nothing."""
        self.execute("BEGIN")
        try:
            yield
            self.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                self._connection.execute("ROLLBACK")
            raise

    def execute(self, statement: str, values: Iterable[Any] = ()) -> int:
        """Run a statement; how many rows it changed."""
        try:
            return self._connection.execute(statement, tuple(map(_cell, values))).rowcount
        except sqlite3.Error as error:
            raise self._fault(error) from error

    def execute_many(self, statement: str, rows: Iterable[Iterable[Any]]) -> None:
        """Run a statement for each row."""
        with self._reported():
            self._connection.executemany(statement, (tuple(map(_cell, row)) for row in rows))

    def rows(self, query: str, values: Iterable[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """The rows of a query, as they are read; what they are read of should not be changed meanwhile."""
        try:
            for row in self._connection.execute(query, tuple(map(_cell, values))):
                yield tuple(map(_text, row))
        except sqlite3.Error as error:
            raise self._fault(error) from error

    def row(self, query: str, values: Iterable[Any] = ()) -> tuple[Any, ...] | None:
        """The first row, or None."""
        return next(self.rows(query, values), None)

    def blobs(self, query: str) -> Iterator[bytes]:
        """The first column of a query, as bytes."""
        with self._reported():
            for (data,) in self._connection.execute(query):
                yield data

    def function(self, name: str, arguments: int, function: Any) -> None:
        """Let SQL call a pure function of texts."""

        def call(*values: Any) -> Any:
            return None if None in values else _cell(function(*map(_text, values)))

        self._connection.create_function(name, arguments, call, deterministic=True)

    def flush(self) -> None:
        """Have everything in the one file, so that it can be copied."""
        self.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def note(self, name: str) -> str | None:
        """What was kept under a name."""
        found = self.row("SELECT value FROM meta WHERE name = ?", (name,))
        return found[0] if found else None

    def keep(self, name: str, value: str | None) -> None:
        """Keep a line under a name."""
        self.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    @contextmanager
    def _reported(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise self._fault(error) from error

    def _fault(self, error: sqlite3.Error) -> OutputError:
        if "locked" in str(error):
            return OutputError(f"another run is at work on {self.path}; wait until it has ended")
        reason = "choose a folder that has space and that you may write to, and give the command again: it goes on where it was"
        return OutputError(f"cannot write {self.path}: {error}; {reason}")


def _cell(value: Any) -> Any:
    """Names of files may be bytes that are no text, which SQLite keeps as such."""
    if type(value) is str and not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            return os.fsencode(value) if _is_bytes(value) else value.encode("utf-8", "replace").decode()
    return value


def _text(value: Any) -> Any:
    return os.fsdecode(value) if type(value) is bytes else value


def _is_bytes(value: str) -> bool:
    try:
        os.fsencode(value)
    except UnicodeEncodeError:
        return False
    return True
