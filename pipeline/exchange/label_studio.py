"""Label Studio: a task for each item's title and text, its mentions as predictions (format of labelstud.io/guide/tasks).

Label Studio counts characters as JavaScript does, in UTF-16: a character beyond U+FFFF is two. Its labelling interface is CONFIG.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pipeline.exchange.labels import LISTS, MENTIONS, Marked, items, marked
from pipeline.model.document import Document
from pipeline.model.item import Item
from pipeline.writers.files import Path, PendingFile
from pipeline.writers.strings import as_unicode

CONFIG = (
    '<View><Header value="$field"/><Labels name="label" toName="text">'
    + "".join(f'<Label value="{label}"/>' for label in LISTS)
    + '</Labels><Text name="text" value="$text"/></View>'
)
"""What to paste into a project's labelling interface."""


def to_tasks(document: Document) -> str:
    """The tasks of one document, a JSON array with one task a line."""
    lines = ",\n".join(_json(task) for task in _tasks(document))
    return f"[\n{lines}\n]\n" if lines else "[]\n"


def write_tasks(documents: Iterable[Document], path: Path) -> None:
    """The tasks of many documents in one array; OutputError where the file cannot be written."""
    with PendingFile(path) as file:
        separator = "[\n"
        for document in documents:
            for task in _tasks(document):
                file.write(separator + _json(task))
                separator = ",\n"
        file.write("\n]\n" if separator != "[\n" else "[]\n")
        file.close()
        file.replace()


def _json(task: dict[str, Any]) -> str:
    """The task on one line; a lone surrogate is escaped, as in our own JSON."""
    return str(as_unicode(json.dumps(task, ensure_ascii=False)))


def _tasks(document: Document) -> Iterator[dict[str, Any]]:
    for item in items(document):
        for field, text in (("title", item.title), ("text", item.text)):
            if text:
                result = [_result(text, mark) for mark in marked(item, document.text) if mark.field == field]
                data = {"issue_id": document.id, "item_id": item.id, "field": field, "text": text}
                yield {"data": data, "predictions": [{"model_version": "bulletin-extract", "result": result}]}


def _result(text: str, mark: Marked) -> dict[str, Any]:
    start, end = (_utf16(text[:offset]) for offset in (mark.start, mark.end))
    value = {"start": start, "end": end, "text": text[mark.start : mark.end], "labels": [MENTIONS[mark.list]]}
    meta = {"meta": {"text": [mark.value]}} if mark.value else {}
    return {"from_name": "label", "to_name": "text", "type": "labels", "value": value, **meta}


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def read_task(task: Mapping[str, Any], item: Item) -> Iterator[tuple[str, str, int, int, str]]:
    """List, field, start, end and words of every label of an annotated task; offsets count code points of the item's text.

    The first annotation counts. ValueError for what is no label of ours; KeyError and TypeError for what is no task.
    """
    field = task["data"]["field"]
    text = getattr(item, field) or ""
    encoded = text.encode("utf-16-le", "surrogatepass")
    for result in task["annotations"][0]["result"]:
        if result.get("type") != "labels":
            continue
        value = result["value"]
        start, end = (len(encoded[: 2 * value[edge]].decode("utf-16-le", "surrogatepass")) for edge in ("start", "end"))
        for label in value["labels"]:
            if label not in LISTS:
                raise ValueError(f"{label!r} is none of the labels {', '.join(LISTS)}")
            yield LISTS[label], field, start, end, value.get("text", text[start:end])
