"""Sources → the journal: what is new, what has changed, what is done; and a name for the output of each."""

from collections.abc import Iterable

from pipeline.batch.beside import corrections_digest
from pipeline.batch.journal import Journal
from pipeline.batch.names import candidates, fold
from pipeline.batch.request import Request
from pipeline.batch.sources import Source
from pipeline.batch.store import Store

_ENTER = """
INSERT INTO files (key, position, name, path, member, place, size, stamp, recipe, state)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'pending')
ON CONFLICT (key) DO UPDATE SET
    state = CASE
        WHEN files.recipe <> excluded.recipe THEN 'pending'
        WHEN files.size IS excluded.size AND files.stamp IS excluded.stamp AND excluded.size IS NOT NULL THEN files.state
        WHEN files.state IN ('done', 'partial') AND files.size IS excluded.size THEN 'touched'
        ELSE 'pending' END,
    position = coalesce(files.position, excluded.position), name = excluded.name, path = excluded.path, member = excluded.member,
    place = excluded.place, size = excluded.size, stamp = excluded.stamp, recipe = excluded.recipe
"""
"""A source that was touched may have the content that it had; its digest will tell."""


def plan(journal: Journal, sources: Iterable[Source], request: Request) -> int:
    """Enter the sources in their order, with what is known of them; how many there are."""
    with journal.transaction():
        journal.execute("UPDATE files SET position = NULL WHERE position IS NOT NULL")
        rows = (
            (source.key, position, *source[:3], _place(source, request), source.size, source.stamp, _recipe(source, request))
            for position, source in enumerate(sources)
        )
        journal.execute_many(_ENTER, rows)
        _reopen(journal, request)
    found = journal.row("SELECT count(*) FROM files WHERE position IS NOT NULL")
    return found[0] if found else 0


def _recipe(source: Source, request: Request) -> str:
    return request.recipe + (corrections_digest(source.path) if source.member is None else "")


def _place(source: Source, request: Request) -> str:
    return source.place.rpartition("/")[2] if request.flat else source.place


def _reopen(journal: Journal, request: Request) -> None:
    """What has a result is to be done again if it is asked for, or if the twin that stood for it is gone."""
    if request.force:
        journal.execute("UPDATE files SET state = 'pending', sha256 = NULL WHERE position IS NOT NULL")
    if request.retry_failed:
        journal.execute("UPDATE files SET state = 'pending' WHERE position IS NOT NULL AND state IN ('failed', 'given_up')")
    journal.execute("""
        UPDATE files SET state = 'pending', twin = NULL WHERE position IS NOT NULL AND state = 'same' AND NOT EXISTS (
            SELECT 1 FROM files AS first WHERE first.key = files.twin AND first.sha256 = files.sha256 AND first.position < files.position)
    """)


def name_outputs(journal: Journal, store: Store, suffix: str) -> None:
    """Give each source a file in OUT of its own; a result whose name has changed, or that is gone, is to be made again."""
    with journal.transaction():
        _choose_names(journal, suffix)
        moved = journal.rows("""
            SELECT files.target FROM files JOIN wanted USING (key)
            WHERE files.target <> wanted.target AND fold(files.target) NOT IN (SELECT fold FROM wanted)
        """)
        for (target,) in list(moved):
            store.remove(target)
        journal.execute("""
            UPDATE files SET target = wanted.target, state = CASE WHEN state IN ('done', 'partial', 'touched') THEN 'pending' ELSE state END
            FROM wanted WHERE wanted.key = files.key AND files.target IS NOT wanted.target
        """)
        journal.execute("""
            UPDATE files SET state = 'pending' WHERE position IS NULL AND state <> 'pending' AND fold(target) IN (SELECT fold FROM wanted)
        """)  # of an earlier run, whose file this one replaces
        journal.execute("DROP TABLE wanted")
        done = journal.rows("SELECT key, target FROM files WHERE position IS NOT NULL AND state IN ('done', 'partial', 'touched')")
        gone = [(key,) for key, target in done if not store.has(target)]
        journal.execute_many("UPDATE files SET state = 'pending' WHERE key = ?", gone)


def _choose_names(journal: Journal, suffix: str) -> None:
    """The table `wanted`: of several sources that wish for the same name each gets its next one."""
    names = [lambda place, key, rank=rank: tuple(candidates(place, key, suffix))[rank] for rank in range(3)]
    journal.function("fold", 1, fold)
    journal.execute("DROP TABLE IF EXISTS wanted")
    journal.execute("CREATE TEMP TABLE wanted (key PRIMARY KEY, place, target, fold)")
    for rank, name in enumerate(names):
        journal.function(f"name{rank}", 2, name)
    journal.execute("INSERT INTO wanted SELECT key, place, name0(place, key), NULL FROM files WHERE position IS NOT NULL")
    journal.execute("UPDATE wanted SET fold = fold(target)")
    journal.execute("CREATE INDEX wanted_fold ON wanted (fold)")
    for rank in (1, 2):
        journal.execute(f"""
            UPDATE wanted SET target = name{rank}(place, key)
            WHERE fold IN (SELECT fold FROM wanted GROUP BY fold HAVING count(*) > 1)
        """)  # noqa: S608  the number is ours
        journal.execute("UPDATE wanted SET fold = fold(target)")


def keep_parts(journal: Journal) -> None:
    """A result without its part is to be made again."""
    journal.execute("""
        UPDATE files SET state = 'pending' WHERE position IS NOT NULL AND state IN ('done', 'partial', 'touched')
        AND key NOT IN (SELECT key FROM parts)
    """)
