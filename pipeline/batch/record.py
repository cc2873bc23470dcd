"""What became of a source → the journal."""

from collections.abc import Iterable

from pipeline.batch.convert import Outcome
from pipeline.batch.journal import Journal
from pipeline.batch.pool import Answer
from pipeline.batch.store import Store
from pipeline.errors import GivenUpError, OutputError, PipelineError

_RECORD = """
UPDATE files SET state = ?, code = ?, reason = ?, message = ?, sha256 = coalesce(?, sha256), issue_id = ?,
    attempts = attempts + ?, seconds = ?, twin = NULL
WHERE id = ?
"""
_SAME = """
UPDATE files SET state = 'same', code = 0, reason = 'same_content', message = ?, sha256 = ?, twin = ?, issue_id = NULL
WHERE id = ?
"""
_TWINS = """
CREATE TEMP TABLE twins AS
SELECT files.id, files.sha256, first.key, first.name, files.twin, min(first.position) FROM files
JOIN files AS first ON first.sha256 = files.sha256 AND first.recipe = files.recipe
WHERE files.position IS NOT NULL AND files.state IN ('done', 'partial', 'same')
    AND first.position < files.position AND first.state IN ('done', 'partial')
GROUP BY files.id
"""

Settled = tuple[Answer, Outcome]


def outcome_of(answer: Answer) -> Outcome:
    """The outcome of a job, also where its workers did not survive it."""
    if not answer.fault:
        return answer.result  # type: ignore[no-any-return]  # what convert gives
    if answer.fault == "error":
        return Outcome("failed", PipelineError.exit_code, answer.fault, answer.message)
    tries = f"{answer.attempts} attempts" if answer.attempts > 1 else "one attempt"
    return Outcome("given_up", GivenUpError.exit_code, answer.fault, f"{answer.message}; given up after {tries}")


def record(journal: Journal, store: Store, settled: Iterable[Settled]) -> None:
    """Enter outcomes, all at once, also where an interrupt comes meanwhile; OutputError if one of them is that the disk is full."""
    settled = list(settled)
    try:
        _enter_all(journal, store, settled)
    except KeyboardInterrupt:
        if settled and not _is_entered(journal, settled):
            _enter_all(journal, store, settled)
        raise
    for _, outcome in settled:
        if outcome.state == "stopped":
            raise OutputError(f"{outcome.message}; then give the command again: it goes on where it was")


def _enter_all(journal: Journal, store: Store, settled: list[Settled]) -> None:
    with journal.transaction():
        for answer, outcome in settled:
            if outcome.state != "stopped":
                _enter(journal, store, answer, outcome)


def _is_entered(journal: Journal, settled: list[Settled]) -> bool:
    answer, outcome = settled[0]
    return journal.row("SELECT state FROM files WHERE id = ?", (answer.job.id,)) == (outcome.state,)


def _enter(journal: Journal, store: Store, answer: Answer, outcome: Outcome) -> None:
    number = answer.job.id
    if outcome.issue_id is None:
        forget_output(journal, store, number)
    journal.execute(_RECORD, (*outcome[:6], answer.attempts, answer.seconds, number))
    if outcome.facts:
        journal.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (number, outcome.facts))
    if outcome.part:
        journal.execute("INSERT OR REPLACE INTO parts VALUES (?, ?)", (number, memoryview(outcome.part)))


def mark_same(journal: Journal, store: Store, row: tuple[int, str], first: tuple[str, str]) -> None:
    """Enter that a source (id, digest) has the content of another one (key, name)."""
    forget_output(journal, store, row[0])
    journal.execute(_SAME, (f"the same content as {first[1]}, which was converted", row[1], first[0], row[0]))


def settle_twins(journal: Journal, store: Store) -> None:
    """Of results with the same content keep the first: it may have come last, or its digest with its result."""
    with journal.transaction():
        journal.execute(_TWINS)
        for number, digest, first, name in journal.rows("SELECT id, sha256, key, name FROM twins WHERE twin IS NOT key"):
            mark_same(journal, store, (number, digest), (first, name))
        journal.execute("DROP TABLE twins")


def forget_output(journal: Journal, store: Store, number: int) -> None:
    """Remove what an earlier run had made of a source that now gives nothing."""
    found = journal.row("SELECT target FROM files WHERE id = ? AND issue_id IS NOT NULL", (number,))
    if found is None:
        return
    if found[0]:
        store.remove(found[0])
    for table in ("facts", "parts"):
        journal.execute(f"DELETE FROM {table} WHERE id = ?", (number,))  # noqa: S608  the names are ours
