"""What annotators have made of exported mentions → corrections: what they added, and what they took away.

Every offset is checked against the words that stand there; a mark that does not fit is told and left out.
"""

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from pipeline.corrections.locate import Lost, locate, quote
from pipeline.errors import InputError
from pipeline.exchange.label_studio import read_task
from pipeline.exchange.labels import items, marked, source_place
from pipeline.exchange.web_annotation import read_annotations
from pipeline.model.correction import Correction, Quote
from pipeline.model.document import Document


class Imported(NamedTuple):
    """The corrections, and a line about each mark that was left out."""

    corrections: tuple[Correction, ...]
    faults: tuple[str, ...]


Mark = tuple[str, int, int]
"""List, and start and end in the source."""


def read_marks(text: str, document: Document) -> Imported:
    """The corrections that turn the document's mentions into those of a Label Studio export or an annotation page.

    InputError where the text is neither.
    """
    try:
        content = json.loads(text)
        faults: list[str] = []
        found = _label_studio(content, document, faults) if isinstance(content, list) else _annotated(content, document, faults)
        return _differences(document, found, faults)
    except (ValueError, KeyError, TypeError, IndexError, AttributeError) as error:
        raise InputError(f"neither a Label Studio export nor a page of W3C Web Annotations ({type(error).__name__}: {error})") from error


class _Scope(NamedTuple):
    """What was annotated: marks, and the stretches of the source in which a mark that is missing was taken away."""

    marks: set[Mark]
    fields: set[tuple[str, str]] | None
    """(item id, field) of the tasks; None for the whole document."""


def _label_studio(tasks: list[Any], document: Document, faults: list[str]) -> _Scope:
    known = {item.id: item for item in items(document)}
    marks: set[Mark] = set()
    fields: set[tuple[str, str]] = set()
    for task in tasks:
        data = task["data"]
        if data["issue_id"] != document.id:
            continue  # an export holds the tasks of many documents
        item = known.get(data["item_id"])
        if item is None or getattr(item, data["field"]) != data["text"]:
            faults.append(f"a task about item {data['item_id']} is of another text")
            continue
        if task.get("annotations"):
            fields.add((item.id, data["field"]))
            marks |= {mark for row in read_task(task, item) if (mark := _checked(row, item, document, faults))}
    return _Scope(marks, fields)


def _checked(row: tuple[str, str, int, int, str], item: Any, document: Document, faults: list[str]) -> Mark | None:
    kind, field, start, end, words = row
    place = source_place(item, field, start, end, document.text) if getattr(item, field)[start:end] == words else None
    if place is None:
        faults.append(f"“{words}” does not stand at {start}–{end} of {field} of item {item.id}")
        return None
    return (kind, *place)


def _annotated(page: Any, document: Document, faults: list[str]) -> _Scope:
    marks: set[Mark] = set()
    for kind, *words in read_annotations(page):
        place = locate(Quote(*words), document.text)
        if isinstance(place, Lost):
            faults.append(place.message)
        else:
            marks.add((kind, *place))
    return _Scope(marks, None)


def _differences(document: Document, scope: _Scope, faults: list[str]) -> Imported:
    before = {
        (mark.list, mark.source_start, mark.source_end)
        for item in items(document)
        for mark in marked(item, document.text)
        if scope.fields is None or (item.id, mark.field) in scope.fields
    }
    rejected = [("reject", mark) for mark in sorted(before - scope.marks, key=_order)]
    added = [("add", mark) for mark in sorted(scope.marks - before, key=_order)]
    return Imported(tuple(_corrections(document, [*rejected, *added])), tuple(faults))


def _order(mark: Mark) -> tuple[int, int, str]:
    return mark[1], mark[2], mark[0]


def _corrections(document: Document, changes: list[tuple[str, Mark]]) -> Iterator[Correction]:
    for op, (kind, start, end) in changes:
        words = quote(document.text, start, end)
        yield Correction(op, words, kind, {}, document.source.sha256, document.source.file)  # type: ignore[arg-type]
