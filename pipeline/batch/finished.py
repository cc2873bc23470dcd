"""What an earlier run knows of its sources: read off the journals in its OUT, without reading a source again."""

import json
import os
from collections.abc import Iterator
from glob import escape, glob
from typing import Any, NamedTuple

from pipeline.batch.journal import Journal
from pipeline.batch.request import STATE_FOLDER

OPTIONS = "options"
"""Note of the journal: how its sources were read, as JSON."""
_ROWS = """
SELECT key, name, path, member, target, state, message, (SELECT facts FROM facts WHERE facts.id = files.id) FROM files
WHERE position IS NOT NULL AND state <> 'same' ORDER BY position
"""


class Finished(NamedTuple):
    """One source of the run."""

    name: str
    path: str
    """Where it was, or its zip file."""
    member: int | None
    """Place in the zip file."""
    output: str | None
    """JSON that was made of it."""
    fault: str | None
    """Why nothing was."""
    facts: dict[str, Any]
    """See facts.py."""
    options: dict[str, Any]
    """Keyword arguments of `extract`."""


def is_output(folder: str) -> bool:
    """Whether a run has written there."""
    return bool(_journals(folder))


def finished(folder: str) -> Iterator[Finished]:
    """Each source once, whatever was made of it; OutputError while a run is at work there."""
    seen: set[str] = set()
    for path in _journals(folder):
        with Journal(path) as journal:
            options = json.loads(journal.note(OPTIONS) or "{}")
            for key, *row in journal.rows(_ROWS):
                if key not in seen:
                    seen.add(key)
                    yield _finished(folder, key, tuple(row), options)


def _journals(folder: str) -> list[str]:
    """That of JSON first, whose documents can be shown where the source is gone."""
    found = glob(os.path.join(escape(folder), STATE_FOLDER, "*.journal"))
    return sorted(found, key=lambda path: (os.path.basename(path) != "json.journal", path))


def _finished(folder: str, key: str, row: tuple[Any, ...], options: dict[str, Any]) -> Finished:
    name, given, member, target, state, message, facts = row
    there = key if member is None else key.rsplit("|", 2)[0]
    path = there if os.path.exists(there) else given
    is_json = target and target.endswith(".json") and state in {"done", "partial"}
    output = os.path.join(folder, *target.split("/")) if is_json else None
    fault = message if state in {"failed", "given_up"} else None
    return Finished(name, path, member, output, fault, json.loads(facts or "{}"), options)
