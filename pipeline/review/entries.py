"""What is there to be reviewed: the sources of a folder, or those of an earlier run, whose OUT says where they are."""

import os
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from pipeline.batch.finished import Finished, finished, is_output
from pipeline.warning_lines import to_check


class Entry(NamedTuple):
    """One bulletin."""

    name: str
    """Unique on its shelf; with /."""
    source: str | None
    """File of the source, or the zip file that holds it; None if it is not there any more."""
    member: int | None = None
    """Place in the zip file."""
    output: str | None = None
    """JSON that was made of it."""
    fault: str | None = None
    """Why nothing was."""
    title: str | None = None
    doubts: int | None = None
    """As the earlier run has counted them; None if nothing is known."""
    options: dict[str, Any] = {}  # noqa: RUF012  never changed
    """How it was read: keyword arguments of `extract`."""

    @property
    def file(self) -> str:
        """Its name in the document."""
        return os.path.basename((self.source or "") if self.member is None else self.name)

    @property
    def is_correctable(self) -> bool:
        """Whether corrections can be kept beside the source, or beside its zip file."""
        return self.source is not None


def find_entries(folder: str, suffixes: Iterable[str]) -> dict[str, Entry]:
    """Name → entry: those of a run that wrote there, or the sources in the folder, or else the JSON documents in it."""
    if is_output(folder):
        return _named(map(_of_run, finished(folder)))
    sources = {name: Entry(name, path) for name, path in _files(folder, tuple(suffixes))}
    return sources or {name: Entry(name, None, output=path) for name, path in _files(folder, (".json",))}


def _of_run(row: Finished) -> Entry:
    facts = row.facts
    title = " ".join(str(part) for part in (facts.get("title"), facts.get("number"), facts.get("date")) if part)
    doubts = to_check(facts["warnings"]) + facts.get("unsure", 0) if facts else None
    source = row.path if os.path.exists(row.path) else None
    output = row.output if row.output and os.path.exists(row.output) else None
    return Entry(row.name.replace(os.sep, "/"), source, row.member, output, row.fault, title, doubts, row.options)


def _named(entries: Iterable[Entry]) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for entry in entries:
        name, number = entry.name, 2
        while name in found:
            name, number = f"{entry.name} ({number})", number + 1
        found[name] = entry._replace(name=name)
    return found


def _files(folder: str, suffixes: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for parent, _, files in sorted(os.walk(folder)):
        for file in sorted(files):
            if file.lower().endswith(suffixes) and not file.startswith("."):
                path = os.path.join(parent, file)
                yield os.path.relpath(path, folder).replace(os.sep, "/"), path
