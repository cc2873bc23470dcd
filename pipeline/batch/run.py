"""The order of a run: plan, convert what waits, settle, merge, report. Stopped at any moment, it goes on from there."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from typing import NamedTuple

from pipeline.batch.convert import Job, Outcome
from pipeline.batch.dispatch import Dispatch
from pipeline.batch.journal import Journal
from pipeline.batch.merge import merge
from pipeline.batch.plan import keep_parts, name_outputs, plan
from pipeline.batch.pool import Answer, Pool
from pipeline.batch.record import outcome_of, record, settle_twins
from pipeline.batch.report import Count, counts, left_out, write_report
from pipeline.batch.request import Request, processors
from pipeline.batch.series import write_series
from pipeline.batch.sources import Selection, Source, Tell, find_sources, listed_sources
from pipeline.batch.workplace import Workplace, workplace
from pipeline.console import STDIN
from pipeline.errors import InputError
from pipeline.writers import archive_writer, output_format

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


class Summary(NamedTuple):
    """What became of all sources."""

    counts: list[Count]
    left_out: list[tuple[str, str, str]]
    """Name, issue, name of the first source of that issue: of each that a package could not hold."""
    report: str
    """Path of the report."""
    findings: int
    """Rows of series.csv."""


def run_batch(request: Request, tell: Tell, watcher: Watcher) -> Summary:
    """Run; `tell` hears of paths that give no source. OutputError if OUT cannot be written, or another run is at work on it."""
    one_file_each = archive_writer(request.format) is None
    place = workplace(request.output, request.format, output_format(request.format).suffix, one_file_each=one_file_each)
    with ExitStack() as stack:
        place.make()
        journal = stack.enter_context(Journal(place.journal))
        place.sweep()
        total = plan(journal, _sources(request, place, tell), request)
        if one_file_each:
            name_outputs(journal, place.folder, output_format(request.format).suffix)
        else:
            keep_parts(journal)
        _convert(journal, request, place, watcher, total)
        settle_twins(journal, place.folder)
        if not one_file_each:
            merge(journal, place, request.format, dict(request.writing))
        report = place.beside(REPORT)
        write_report(journal, report, merged=not one_file_each)
        found = write_series(journal, place.beside(SERIES), place.beside(ENTITIES))
        place.sweep()
        return Summary(counts(journal, merged=not one_file_each), [] if one_file_each else list(left_out(journal)), report, found)


def _sources(request: Request, place: Workplace, tell: Tell) -> Iterator[Source]:
    selection = Selection(request.include, request.exclude, os.path.abspath(place.folder))
    yield from find_sources(request.paths, selection, tell)
    if request.files_from is not None:
        yield from listed_sources(_lines(request.files_from), selection, tell)


def _lines(path: str) -> Iterator[str]:
    if path == STDIN:
        if sys.stdin is None:
            raise InputError("standard input is closed")
        yield from map(os.fsdecode, sys.stdin.buffer)
        return
    try:
        with open(path, "rb") as file:
            yield from map(os.fsdecode, file)
    except OSError as error:
        raise InputError(f"{path}: the list of files cannot be read ({error.strerror})") from error


def _convert(journal: Journal, request: Request, place: Workplace, watcher: Watcher, total: int) -> None:
    found = journal.row("SELECT count(*) FROM files WHERE position IS NOT NULL AND state IN ('pending', 'touched')")
    waiting = found[0] if found else 0
    watcher.planned(total, waiting)
    try:
        if waiting:
            for answer in _answers(Dispatch(journal, request, place).jobs(), request, waiting):
                outcome = outcome_of(answer)
                record(journal, place.folder, answer, outcome)
                watcher.finished(answer.job, outcome, answer.seconds)
    finally:
        watcher.closed()


def _answers(jobs: Iterable[Job], request: Request, waiting: int) -> Iterator[Answer]:
    workers = min(request.workers or processors(), waiting)
    with Pool(request.convert, workers, request.limits) as pool:
        yield from pool.run(jobs)


