"""Sources → the journal: what is new, what has changed, what is done; and a name for the output of each."""

import os
from collections.abc import Iterable, Iterator
from typing import Any

from pipeline.batch.beside import corrections_digest
from pipeline.batch.journal import Journal
from pipeline.batch.merge import MERGED
from pipeline.batch.names import candidates, fold
from pipeline.batch.report import REPORTED
from pipeline.batch.request import Request
from pipeline.batch.sources import Source
from pipeline.batch.store import Store

_NAMED = "named"
"""Note of the journal: all that it knows of this run has its output named."""
_FOUND = ("key", "position", "name", "path", "member", "place", "size", "stamp", "recipe")
_TABLE = "CREATE TEMP TABLE found (key TEXT UNIQUE, position INTEGER PRIMARY KEY, name, path, member, place, size, stamp, recipe)"
_FIND = "INSERT OR IGNORE INTO found VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
_COLUMNS, _SEEN, _KNOWN = (", ".join(f"{table}{name}" for name in _FOUND) for table in ("", "found.", "files."))
_GONE = "UPDATE files SET position = NULL WHERE position IS NOT NULL AND NOT EXISTS (SELECT 1 FROM found WHERE found.key = files.key)"
_ENTER = f"""
INSERT INTO files ({_COLUMNS}, state)
SELECT {_SEEN}, 'pending' FROM found LEFT JOIN files ON files.key = found.key
WHERE found.size IS NULL OR ({_SEEN}) IS NOT ({_KNOWN})
ON CONFLICT (key) DO UPDATE SET
    state = CASE
        WHEN files.recipe <> excluded.recipe THEN 'pending'
        WHEN files.size IS excluded.size AND files.stamp IS excluded.stamp AND excluded.size IS NOT NULL THEN files.state
        WHEN files.state IN ('done', 'partial') AND files.size IS excluded.size THEN 'touched'
        ELSE 'pending' END,
    position = excluded.position, name = excluded.name, path = excluded.path, member = excluded.member,
    place = excluded.place, size = excluded.size, stamp = excluded.stamp, recipe = excluded.recipe
"""  # noqa: S608  the fields are ours
"""What is as it was is not written again. A source that was touched may have the content that it had; its digest will tell."""


def plan(journal: Journal, sources: Iterable[Source], request: Request) -> int:
    """Enter the sources in their order, with what is known of them; how many there are."""
    with journal.transaction():
        journal.execute(_TABLE)
        journal.execute_many(_FIND, _rows(sources, request))
        if journal.execute(_GONE) + journal.execute(_ENTER):
            journal.keep(_NAMED, None)
        journal.execute("DROP TABLE found")
        _reopen(journal, request)
    found = journal.row("SELECT count(*) FROM files WHERE position IS NOT NULL")
    return found[0] if found else 0


def _rows(sources: Iterable[Source], request: Request) -> Iterator[tuple[Any, ...]]:
    """What is entered; a source that comes twice is the one that it was the first time."""
    common = request.recipe
    for position, source in enumerate(sources):
        place = source.place.rpartition("/")[2] if request.flat else source.place
        recipe = common + corrections_digest(source.path, os.path.basename(source.path if source.member is None else place))
        yield source.key, position, *source[:3], place, source.size, source.stamp, recipe


def _reopen(journal: Journal, request: Request) -> None:
    """What has a result is to be done again if it is asked for, or if the twin that stood for it is gone."""
    if request.force:
        journal.execute("UPDATE files SET state = 'pending', sha256 = NULL WHERE position IS NOT NULL")
        for made in (MERGED, REPORTED):
            journal.keep(made, None)
    if request.retry_failed:
        journal.execute("UPDATE files SET state = 'pending' WHERE position IS NOT NULL AND state IN ('failed', 'given_up', 'partial')")
    journal.execute("""
        UPDATE files SET state = 'pending', twin = NULL WHERE position IS NOT NULL AND state = 'same' AND NOT EXISTS (
            SELECT 1 FROM files AS first WHERE first.key = files.twin AND first.sha256 = files.sha256 AND first.position < files.position)
    """)


def name_outputs(journal: Journal, store: Store, suffix: str) -> None:
    """Give each source a file in OUT of its own; a result whose name has changed, or that is gone, is to be made again."""
    with journal.transaction():
        if not journal.note(_NAMED):
            _enter_names(journal, store, suffix)
            journal.keep(_NAMED, "yes")
        done = journal.rows("SELECT id, target FROM files WHERE position IS NOT NULL AND state IN ('done', 'partial', 'touched')")
        journal.execute("CREATE TEMP TABLE gone (id INTEGER PRIMARY KEY)")
        journal.execute_many("INSERT INTO gone VALUES (?)", ((number,) for number, target in done if not store.has(target)))
        journal.execute("UPDATE files SET state = 'pending' WHERE id IN gone")
        journal.execute("DROP TABLE gone")


def _enter_names(journal: Journal, store: Store, suffix: str) -> None:
    """What has another name than it had is to be made again, and so is what loses its file to another source."""
    _choose_names(journal, suffix)
    moved = journal.rows("""
        SELECT files.target FROM files JOIN wanted USING (key)
        WHERE files.target <> wanted.target AND fold(files.target) NOT IN (SELECT fold FROM wanted)
    """)
    for (target,) in moved:
        store.remove(target)
    journal.execute("""
        UPDATE files SET target = wanted.target, state = CASE WHEN state IN ('done', 'partial', 'touched') THEN 'pending' ELSE state END
        FROM wanted WHERE wanted.key = files.key AND files.target IS NOT wanted.target
    """)
    journal.execute("""
        UPDATE files SET state = 'pending' WHERE position IS NULL AND state <> 'pending' AND fold(target) IN (SELECT fold FROM wanted)
    """)  # of an earlier run, whose file this one replaces
    journal.execute("DROP TABLE wanted")


def _choose_names(journal: Journal, suffix: str) -> None:
    """The table `wanted`: of several sources that wish for the same name each gets its next one."""
    journal.function("fold", 1, fold)
    journal.function("wish", 3, lambda place, key, rank: candidates(place, key, suffix)[rank])
    journal.execute("CREATE TEMP TABLE wanted (key TEXT PRIMARY KEY, place, target, fold)")
    journal.execute("INSERT INTO wanted (key, place, target) SELECT key, place, wish(place, key, 0) FROM files WHERE position IS NOT NULL")
    journal.execute("UPDATE wanted SET fold = fold(target)")
    journal.execute("CREATE INDEX wanted_fold ON wanted (fold)")
    for rank in (1, 2):
        journal.execute("""
            UPDATE wanted SET target = wish(place, key, ?1), fold = fold(wish(place, key, ?1))
            WHERE fold IN (SELECT fold FROM wanted GROUP BY fold HAVING count(*) > 1)
        """, (rank,))  # fmt: skip


def keep_parts(journal: Journal) -> None:
    """A result without its part is to be made again."""
    journal.execute("""
        UPDATE files SET state = 'pending' WHERE position IS NOT NULL AND state IN ('done', 'partial', 'touched')
        AND id NOT IN (SELECT id FROM parts)
    """)
