"""What only the whole archive shows: OUT/series.csv, with a row for each finding, and OUT/joined_entities.csv.

issue_missing, issue_repeated: numbers of a bulletin that are not there, or there twice, in a year or, where they run on, in all
date_order: an issue that is dated before the one with the number below
section_renamed: a section that ends with one issue where another begins with the next
item_repeated: a text that stands in two issues
unit_names: a name that is short for a unit in one issue of a bulletin, and a unit of its own in another one

One issue of a bulletin is in memory at a time, and the names of its sections.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby, pairwise
from operator import attrgetter
from typing import NamedTuple

from pipeline.batch.journal import Journal
from pipeline.batch.merge import FIRST_OF_ITS_ISSUE
from pipeline.batch.report import in_language, write_rows

COLUMNS = ("code", "bulletin", "issue_id", "source", "message", "other_issue_id", "other_source")
ENTITY_COLUMNS = ("entity_id", "type", "name", "aliases", "issues", "mentions")

_DONE = "files.position IS NOT NULL AND files.state IN ('done', 'partial')"
_YEAR = "coalesce(json_extract(facts, '$.year'), CAST(substr(json_extract(facts, '$.date'), 1, 4) AS INTEGER))"
_ISSUER = "coalesce(json_extract(facts, '$.issuer'), '')"
_NUMBER = "coalesce(json_extract(facts, '$.number'), json_extract(facts, '$.cumulative'))"
_ISSUES = f"""
SELECT json_extract(facts, '$.title') AS title, {_ISSUER} AS issuer, {_YEAR} AS year,
    {_NUMBER} AS number,
    json_extract(facts, '$.date'), issue_id, name, json_extract(facts, '$.sections'),
    EXISTS (SELECT 1 FROM running WHERE running.title = json_extract(facts, '$.title') AND running.issuer = {_ISSUER})
FROM files JOIN facts USING (id) WHERE {_DONE} AND title IS NOT NULL AND number IS NOT NULL
ORDER BY title, issuer, year, number, position
"""  # noqa: S608  the conditions are ours, here and below
_RUNNING = f"""
CREATE TEMP TABLE running AS
WITH numbered AS (
    SELECT json_extract(facts, '$.title') AS title, {_ISSUER} AS issuer, {_YEAR} AS year, {_NUMBER} AS number
    FROM files JOIN facts USING (id) WHERE {_DONE}
), years AS (
    SELECT title, issuer, year, min(number) AS low, max(number) AS high FROM numbered
    WHERE title IS NOT NULL AND number IS NOT NULL AND year IS NOT NULL GROUP BY 1, 2, 3
), steps AS (SELECT title, issuer, low, lag(high) OVER (PARTITION BY title, issuer ORDER BY year) AS former FROM years)
SELECT title, issuer FROM steps WHERE former IS NOT NULL GROUP BY title, issuer HAVING min(low > former)
"""  # noqa: S608
"""Bulletins of which no year begins below the end of the one before."""
_TEXTS = f"""
SELECT json_extract(text.value, '$[2]') AS digest, json_extract(text.value, '$[1]'), json_extract(facts, '$.title'), issue_id, name
FROM files JOIN facts USING (id), json_each(facts, '$.texts') AS text WHERE {_DONE} AND {FIRST_OF_ITS_ISSUE} ORDER BY digest, position
"""  # noqa: S608
_ENTITIES = f"""
CREATE TEMP TABLE entities AS
SELECT json_extract(entity.value, '$[0]') AS id, json_extract(entity.value, '$[1]') AS type, json_extract(entity.value, '$[2]') AS name,
    json_extract(entity.value, '$[3]') AS aliases, json_extract(entity.value, '$[4]') AS mentions,
    json_extract(facts, '$.title') AS title, {_ISSUER} AS issuer, issue_id, files.name AS source, position
FROM files JOIN facts USING (id), json_each(facts, '$.entities') AS entity WHERE {_DONE} AND {FIRST_OF_ITS_ISSUE}
"""  # noqa: S608
_UNITS = """
CREATE TEMP TABLE units AS
SELECT id, type, name, title, issuer, issue_id, source, min(position) AS position FROM entities GROUP BY id, type, name, title, issuer
"""
"""Each unit and person where it stands first in a bulletin: joins are of these, not of all that an archive mentions."""
_ALIASES = """
CREATE TEMP TABLE aliases AS SELECT DISTINCT entities.id, entities.type, alias.value AS alias
FROM entities, json_each(entities.aliases) AS alias
"""
_JOINED = """
SELECT id, type, min(name), (
        SELECT group_concat(alias, '、') FROM (SELECT alias FROM aliases WHERE aliases.id = entities.id ORDER BY alias)),
    count(DISTINCT issue_id), sum(mentions)
FROM entities GROUP BY id, type ORDER BY type, count(DISTINCT issue_id) DESC, min(name), id
"""
_NAMES = """
SELECT own.name, full.name, own.title, own.issue_id, own.source, full.issue_id, full.source
FROM aliases
JOIN units AS own ON own.name = aliases.alias AND own.type = aliases.type AND own.id <> aliases.id AND own.type = 'organization'
JOIN units AS full ON full.id = aliases.id AND full.title IS own.title AND full.issuer = own.issuer
ORDER BY own.name, full.name, own.position, full.position
"""
_TEMPORARY = {
    "running": (_RUNNING, "title, issuer"), "entities": (_ENTITIES, "id"), "units": (_UNITS, "name"), "aliases": (_ALIASES, "id"),
}  # fmt: skip
"""Table that is made for the checks → how, and what it is indexed by."""


class Issue(NamedTuple):
    """What the series knows of one issue."""

    title: str
    issuer: str
    """Empty if it is not known: many bulletins have the same title."""
    year: int | None
    number: int
    date: str | None
    issue_id: str
    source: str
    sections: str
    """JSON."""
    runs_on: int
    """Whether the numbers of its bulletin go on from one year to the next."""


class Finding(NamedTuple):
    """A row of series.csv."""

    code: str
    bulletin: str | None
    issue_id: str
    source: str
    message: str
    other_issue_id: str | None = None
    other_source: str | None = None


def write_series(journal: Journal, path: str, entities_path: str) -> Counter[str]:
    """Write both tables; the codes of all findings, counted."""
    for table, (statement, column) in _TEMPORARY.items():
        journal.execute(f"DROP TABLE IF EXISTS temp.{table}")
        journal.execute(statement)
        journal.execute(f"CREATE INDEX temp.{table}_found ON {table} ({column})")
    write_rows(entities_path, ENTITY_COLUMNS, journal.rows(_JOINED))
    found: Counter[str] = Counter()

    def counted() -> Iterator[Finding]:
        for finding in findings(journal):
            found[finding.code] += 1
            yield finding

    write_rows(path, COLUMNS, map(_told, counted()))
    for table in _TEMPORARY:
        journal.execute(f"DROP TABLE temp.{table}")
    return found


def findings(journal: Journal) -> Iterator[Finding]:
    """All findings, one kind after the other."""
    for check in (_numbers, _dates, _sections):
        yield from _of_each_bulletin(journal, check)
    yield from _repeated_texts(journal)
    for own, full, *where in journal.rows(_NAMES):
        title, issue, source, *other = where
        yield Finding("unit_names", title, issue, source, f"{own} is a unit of its own here, and short for {full} elsewhere", *other)


def _of_each_bulletin(journal: Journal, check: Callable[[Iterator[Issue]], Iterator[Finding]]) -> Iterator[Finding]:
    issues = map(Issue._make, journal.rows(_ISSUES))
    for _, group in groupby(issues, attrgetter("title", "issuer")):
        yield from check(group)


def _numbers(issues: Iterable[Issue]) -> Iterator[Finding]:
    for before, issue in pairwise(issues):
        if issue.year != before.year:
            first = before.number + 1 if issue.runs_on else 1
            if issue.year is not None and before.year is not None and issue.number > first:
                yield _missing(issue, before, first)
        elif issue.number == before.number:
            message = f"number {issue.number} of {issue.year or 'no year'} stands in another source, too"
            yield _found("issue_repeated", issue, message, before)
        elif issue.number > before.number + 1:
            yield _missing(issue, before, before.number + 1)


def _missing(issue: Issue, before: Issue, first: int) -> Finding:
    last = issue.number - 1
    numbers = f"number {first}" if first == last else f"numbers {first} to {last}"
    return _found("issue_missing", issue, f"{numbers} of {issue.year or 'no year'} before this issue: not in the archive", before)


def _dates(issues: Iterable[Issue]) -> Iterator[Finding]:
    for before, issue in pairwise(issue for issue in issues if issue.date):
        first, second = before.date or "", issue.date or ""
        if second < first and not first.startswith(second):  # ISO dates are in the order of their texts; a month holds its days
            label = f"number {before.number} of {before.year or 'no year'}"
            yield _found("date_order", issue, f"{issue.date} is before {before.date}, the date of {label}", before)


class _Use(NamedTuple):
    """How long a section was in use."""

    first: int
    last: int
    start: Issue
    end: Issue


def _sections(issues: Iterable[Issue]) -> Iterator[Finding]:
    uses: dict[str, _Use] = {}
    for place, issue in enumerate(issues):
        for name in json.loads(issue.sections):
            use = uses.get(name)
            uses[name] = use._replace(last=place, end=issue) if use else _Use(place, place, issue, issue)
    starts: dict[int, list[str]] = {}
    for name, use in uses.items():
        starts.setdefault(use.first, []).append(name)
    for old, use in uses.items():
        for new in starts.get(use.last + 1, ()):
            if use.last > use.first and set(old) & set(new):
                message = f"the section {new} begins where {old} has ended"
                yield _found("section_renamed", uses[new].start, message, use.end)


def _repeated_texts(journal: Journal) -> Iterator[Finding]:
    for before, row in pairwise(journal.rows(_TEXTS)):
        digest, text, title, issue, source = row
        if digest == before[0] and issue != before[3]:
            yield Finding("item_repeated", title, issue, source, f"the text of {text} stands in another issue, too", *before[3:])


def _told(finding: Finding) -> Finding:
    return finding._replace(message=in_language(finding.message))


def _found(code: str, issue: Issue, message: str, other: Issue) -> Finding:
    return Finding(code, issue.title, issue.issue_id, issue.source, message, other.issue_id, other.source)
