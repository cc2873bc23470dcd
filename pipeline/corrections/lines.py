"""corrections.jsonl ↔ corrections.

One JSON object a line:
{"op": "role", "target": "title", "quote": {"exact": "…", "prefix": "…", "suffix": "…"}, "sha256": "…", "file": "issue.txt"}
{"op": "change", "target": "dates", "quote": {…}, "value": {"edtf": "2020-05-06"}}
"""

import json
import os
from collections.abc import Iterable
from typing import Any, get_args

from pipeline.errors import InputError
from pipeline.model.correction import Correction, Operation, Quote
from pipeline.model.zone import ZoneRole

LISTS = ("attributions", "dates", "organizations", "persons", "places", "quantities", "document_numbers")
"""Lists of an item whose rows a person may add, reject and change."""
_TARGETS: dict[str, tuple[str, ...]] = {
    "role": get_args(ZoneRole),
    "add": LISTS,
    "reject": LISTS,
    "change": LISTS,
    "name": ("organization", "person"),
}


def read_corrections(path: str | os.PathLike[str]) -> tuple[Correction, ...]:
    """Every correction of a file; InputError where it cannot be read, and names the line that is none."""
    try:
        with open(path, encoding="utf-8-sig") as lines:
            return parse_corrections(lines, os.fspath(path))
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is no UTF-8"
        raise InputError(f"{os.fspath(path)}: the corrections cannot be read ({reason})") from error


def parse_corrections(lines: Iterable[str], path: str = "corrections.jsonl") -> tuple[Correction, ...]:
    """Every correction, in order; InputError names the line that is none."""
    found = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                found.append(_correction(json.loads(line)))
            except (ValueError, TypeError, KeyError, AttributeError) as error:
                raise InputError(f"{path}, line {number}: not a correction ({error}); mend or remove the line") from error
    return tuple(found)


def corrections_for(corrections: Iterable[Correction], sha256: str, file: str | None) -> tuple[Correction, ...]:
    """Those made on this source: on the same bytes, or on an earlier state of the file of this name."""
    return tuple(c for c in corrections if (c.sha256 is None and c.file is None) or c.sha256 == sha256 or (c.file and c.file == file))


def _correction(row: dict[str, Any]) -> Correction:
    op, target, value = row["op"], row["target"], row.get("value") or {}
    if op not in get_args(Operation):
        raise ValueError(f"op is {op!r}, not one of {', '.join(get_args(Operation))}")
    if op in _TARGETS and target not in _TARGETS[op]:
        raise ValueError(f"target is {target!r}, not one of {', '.join(_TARGETS[op])}")
    if not isinstance(value, dict):
        raise TypeError("value is no object")
    quote = {name: row["quote"].get(name) or "" for name in Quote._fields}
    if not all(isinstance(words, str) for words in quote.values()) or not quote["exact"]:
        raise ValueError("quote names no words")
    return Correction(op, Quote(**quote), target, value, row.get("sha256"), row.get("file"))


def to_line(correction: Correction) -> str:
    """The line of a correction, with its line feed."""
    row = {**correction._asdict(), "quote": correction.quote._asdict()}
    return json.dumps({name: value for name, value in row.items() if value not in (None, {})}, ensure_ascii=False) + "\n"
