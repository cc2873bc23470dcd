"""The order of a run: plan, convert what waits, settle, merge, report. Stopped at any moment, it goes on from there."""

import json
import os
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, nullcontext
from tempfile import TemporaryDirectory
from typing import NamedTuple

from pipeline.batch.convert import Job, Outcome
from pipeline.batch.dispatch import Dispatch
from pipeline.batch.engine import answers
from pipeline.batch.findings import Findings
from pipeline.batch.finished import OPTIONS
from pipeline.batch.journal import Journal
from pipeline.batch.merge import merge
from pipeline.batch.plan import keep_parts, name_outputs, plan
from pipeline.batch.record import outcome_of, record, settle_twins
from pipeline.batch.report import REPORTED, Count, counts, fingerprint, left_out, write_report
from pipeline.batch.request import Request
from pipeline.batch.series import write_series
from pipeline.batch.sources import Selection, Source, Tell, find_sources, is_url, listed_paths, listed_sources
from pipeline.batch.store import Store
from pipeline.batch.workplace import Workplace, workplace
from pipeline.console import STDIN
from pipeline.errors import InputError
from pipeline.writers import archive_writer, check_writer, output_format

_SAVE, _SHARE = 15.0, 20
"""Seconds between two copies of the journal to an address, and how many times as long as a copy takes: that of a million
sources has a GB. What was done since is done again after a fall."""
_TOLD = 20
"""Sources that the summary names."""
_FINDINGS = "found"
"""Note of the journal: what the reports have to say."""
REPORT = "report.csv"
SERIES = "series.csv"
ENTITIES = "joined_entities.csv"


class Watcher:
    """What a run tells while it runs; this one listens to nothing."""

    def planned(self, sources: int, waiting: int) -> None:
        """So many there are, so many have no result yet."""

    def finished(self, job: Job, outcome: Outcome, seconds: float) -> None:
        """One more is done, or has come to nothing."""

    def closed(self) -> None:
        """Nothing more comes."""

    def waiting(self) -> AbstractContextManager[None]:
        """Within it something is done that cannot be counted."""
        return nullcontext()


class Summary(NamedTuple):
    """What became of all sources."""

    counts: list[Count]
    left_out: list[tuple[str, str, str]]
    """Name, issue, name of the first source of that issue: of the first that a package could not hold; the report has them all."""
    report: str
    """Path of the report."""
    findings: Findings
    """What the reports have to say."""
    series: str
    """Path of series.csv."""
    others: Mapping[str, int] = {}
    """Suffix → how many files of it were found that no reader is there for."""


def run_batch(request: Request, tell: Tell, watcher: Watcher) -> Summary:
    """Run; `tell` hears of paths that give no source. OutputError if OUT cannot be written, or another run is at work on it."""
    check_writer(request.format, dict(request.writing))
    form = output_format(request.format)
    one_file_each = archive_writer(request.format) is None
    with ExitStack() as stack:
        place = workplace(_stage(request, stack), request.format, form.suffix, one_file_each=one_file_each)
        store = stack.enter_context(_store(request, place))
        place.make()
        journal = stack.enter_context(Journal(place.journal))
        place.sweep()
        journal.keep(OPTIONS, json.dumps({name: value for name, value in request.options if name != "password"}))
        others: Counter[str] = Counter()
        selection = Selection(request.include, request.exclude, os.path.abspath(place.folder), others)
        with watcher.waiting():
            total = plan(journal, _sources(request, selection, tell), request)
            if one_file_each:
                name_outputs(journal, store, form.suffix)
            else:
                keep_parts(journal)
        _convert(journal, Dispatch(journal, request, place, store), store, watcher, total)
        with watcher.waiting():
            settle_twins(journal, store)
            if not one_file_each:
                merge(journal, place, request.format, dict(request.writing))
            summary = _report(journal, place, store, merged=not one_file_each)
        place.sweep()
        journal.flush()
        store.save(final=True)
        return summary._replace(others=others)


def _stage(request: Request, stack: ExitStack) -> str:
    """OUT; where that is an address, a folder here for the journal and what is made at the end."""
    if not is_url(request.output):
        return request.output
    return os.path.join(stack.enter_context(TemporaryDirectory(prefix="extract-")), os.path.basename(request.output.rstrip("/")))


def _store(request: Request, place: Workplace) -> Store:
    if not is_url(request.output):
        return Store(place.folder)
    from pipeline.batch.remote import RemoteStore

    url = request.output if place.bundle in {"", place.folder} else request.output.rpartition("/")[0]
    return RemoteStore(url, place.folder, (os.path.relpath(place.journal, place.folder),))


def _report(journal: Journal, place: Workplace, store: Store, *, merged: bool) -> Summary:
    report, series, entities = map(place.beside, (REPORT, SERIES, ENTITIES))
    made_of = f"{merged} {fingerprint(journal)}"
    found = journal.note(_FINDINGS)
    if found and journal.note(REPORTED) == f"{made_of} {_stamps(report, series, entities)}":
        findings = Findings.from_json(found)
    else:
        findings = Findings(*write_report(journal, report, merged=merged), write_series(journal, series, entities))
        journal.keep(_FINDINGS, findings.to_json())
        journal.keep(REPORTED, f"{made_of} {_stamps(report, series, entities)}")
    left = left_out(journal, _TOLD) if merged else []
    return Summary(counts(journal, merged=merged), left, store.shown(report), findings, store.shown(series))


def _stamps(*paths: str) -> list[tuple[int, int]]:
    """When the files that are there were written: the run of another format in this folder puts its own in their place."""
    return [(found.st_mtime_ns, found.st_size) for found in map(os.stat, filter(os.path.exists, paths))]


def _sources(request: Request, selection: Selection, tell: Tell) -> Iterator[Source]:
    yield from find_sources(request.paths, selection, tell)
    if request.files_from is not None:
        yield from listed_sources(_listed(request.files_from), selection, tell)


def _listed(path: str) -> Iterator[str]:
    if path == STDIN:
        if sys.stdin is None:
            raise InputError("standard input is closed")
        yield from listed_paths(sys.stdin.buffer)
        return
    try:
        with open(path, "rb") as file:
            yield from listed_paths(file)
    except OSError as error:
        raise InputError(f"{path}: the list of files cannot be read ({error.strerror})") from error


def _convert(journal: Journal, dispatch: Dispatch, store: Store, watcher: Watcher, total: int) -> None:
    row = journal.row("SELECT count(*) FROM files WHERE position IS NOT NULL AND state IN ('pending', 'touched')")
    waiting = row[0] if row else 0
    remote = journal.row("SELECT 1 FROM files WHERE position IS NOT NULL AND path LIKE '%://%' LIMIT 1") is not None
    watcher.planned(total, waiting)
    due = time.monotonic() + _SAVE
    try:
        for found in answers(dispatch.jobs(), dispatch.request, store, (waiting, remote)) if waiting else ():
            settled = [(answer, outcome_of(answer)) for answer in found]
            record(journal, store, settled)
            for answer, outcome in settled:
                watcher.finished(answer.job, outcome, answer.seconds)
            if (start := time.monotonic()) >= due:
                journal.flush()
                store.save(final=False)
                due = max(start + _SAVE, time.monotonic() + _SHARE * (time.monotonic() - start))
    finally:
        watcher.closed()
