"""OUT/report.csv: a row for each source, in order. It has no times in it, so a run that was disturbed ends with the same bytes."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from pipeline.batch.journal import Journal
from pipeline.batch.merge import FIRST_OF_ITS_ISSUE
from pipeline.console import localized
from pipeline.digest import sha256
from pipeline.errors import OutputError
from pipeline.file_names import readable
from pipeline.warning_lines import to_check
from pipeline.writers.csv_cells import to_field
from pipeline.writers.csv_package import BYTE_ORDER_MARK
from pipeline.writers.files import PendingFile

COLUMNS = ("source", "state", "reason", "message", "output", "issue_id", "title", "year", "number", "date", "pages", "items",
           "warnings", "to_check", "warning_codes", "sha256")  # fmt: skip
"""Columns of report.csv: state is done, partial, same, left_out, failed or given_up; to_check counts the warnings that are not for information."""
REPORTED = "reported"
"""Note of the journal: what the reports were made of."""

_FIRST = "(SELECT name FROM files AS first WHERE first.issue_id = files.issue_id AND first.position IS NOT NULL ORDER BY first.position LIMIT 1)"
_ROWS = f"""
SELECT name, state, reason, message, target, issue_id, sha256, (SELECT facts FROM facts WHERE facts.id = files.id), {FIRST_OF_ITS_ISSUE}, {_FIRST}
FROM files WHERE position IS NOT NULL ORDER BY position
"""  # noqa: S608  the condition is ours, here and below
_LEFT_OUT = f"""
SELECT name, issue_id, {_FIRST} FROM files
WHERE position IS NOT NULL AND state IN ('done', 'partial') AND NOT {FIRST_OF_ITS_ISSUE} ORDER BY position LIMIT ?
"""  # noqa: S608
_COUNTS = f"""
SELECT state, reason, code, {FIRST_OF_ITS_ISSUE} AS is_first, count(*), min(position) FROM files
WHERE position IS NOT NULL GROUP BY 1, 2, 3, 4
"""  # noqa: S608


class _Row(NamedTuple):
    """A source, as the journal knows it."""

    name: str
    state: str
    reason: str | None
    message: str | None
    target: str | None
    issue: str | None
    digest: str | None
    facts: str | None
    """JSON (facts.py)."""
    is_first: int
    """Whether no source before it is the same issue."""
    first: str | None
    """Name of the first source of its issue."""

    def is_left_out(self, *, merged: bool) -> bool:
        """Whether its document could not be put into the one output."""
        return merged and not self.is_first and self.state in {"done", "partial"}


class Count(NamedTuple):
    """How many sources ended in the same way."""

    state: str
    reason: str
    code: int
    number: int
    first: int
    """Position of the first of them."""


def write_report(journal: Journal, path: str, *, merged: bool) -> tuple[int, Counter[str]]:
    """Write the table; `merged` if all documents are in one output, which has each issue once.

    How many of the sources that gave a document have something to check, and the warnings of all these by code.
    """
    warnings: Counter[str] = Counter()
    sources = 0

    def written() -> Iterator[tuple[Any, ...]]:
        nonlocal sources
        for row in map(_Row._make, journal.rows(_ROWS)):
            facts = json.loads(row.facts) if row.facts else {}
            if facts and not row.is_left_out(merged=merged):
                warnings.update(facts["warnings"])
                sources += to_check(facts["warnings"]) > 0
            yield _cells(row, facts, merged=merged)

    write_rows(path, COLUMNS, written())
    return sources, warnings


def write_rows(path: str, columns: tuple[str, ...], rows: Iterable[Iterable[Any]]) -> None:
    """Write a table as CSV that a spreadsheet opens."""
    with PendingFile(path) as file:
        file.write(BYTE_ORDER_MARK + _line(columns))
        for row in rows:
            file.write(_line(row))
        file.close()
        file.replace()


def fingerprint(journal: Journal) -> str:
    """Changes with what the reports would say."""
    digest = sha256(in_language("done").encode())  # they tell it in the language of the locale
    for row in journal.rows("SELECT name, state, message, target, sha256, recipe FROM files WHERE position IS NOT NULL ORDER BY position"):
        digest.update(repr(row).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def counts(journal: Journal, *, merged: bool) -> list[Count]:
    """All endings, the most frequent first."""
    found = [
        Count("left_out", "same_issue", OutputError.exit_code, number, first)
        if merged and not is_first and state in {"done", "partial"}
        else Count(state, reason or "", code, number, first)
        for state, reason, code, is_first, number, first in journal.rows(_COUNTS)
    ]
    return sorted(found, key=lambda count: (-count.number, count))


def left_out(journal: Journal, most: int) -> list[tuple[Any, ...]]:
    """Name, issue and the name of the first source of that issue, of the first so many that a package cannot hold."""
    return list(journal.rows(_LEFT_OUT, (most,)))


def exit_code(found: Iterable[Count]) -> int:
    """That of the first source that came to nothing."""
    return min(((count.first, count.code) for count in found if count.code), default=(0, 0))[1]


def _cells(row: "_Row", facts: dict[str, Any], *, merged: bool) -> tuple[Any, ...]:
    if row.is_left_out(merged=merged):
        row = row._replace(state="left_out", reason="same_issue", message=f"the same issue as {row.first}")
    warnings = facts.get("warnings", {})
    codes = " ".join(f"{code}:{number}" for code, number in warnings.items()) or None
    told = in_language(readable(row.message)) if row.message else None
    numbers = (sum(warnings.values()), to_check(warnings)) if facts else (None, None)
    return (
        readable(row.name), row.state, row.reason or None, told, row.target if row.issue else None, row.issue,
        *map(facts.get, ("title", "year", "number", "date", "pages", "items")), *numbers, codes, row.digest,
    )  # fmt: skip


def in_language(message: str) -> str:
    """A message as the reports tell it: in Chinese where the locale is."""
    return localized(message, "utf-8")


def _line(cells: Iterable[Any]) -> str:
    return ",".join(map(to_field, cells)) + "\r\n"
