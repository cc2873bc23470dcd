"""Corrections beside the sources: a result is of them, too, and is made again when those of its source change."""

import json
import os
from functools import lru_cache

from pipeline.digest import sha256
from pipeline.source import CORRECTIONS


def corrections_digest(path: str, name: str) -> str:
    """Changes with the corrections that concern the source of this name, a file or in a zip file at the path; empty if there are none."""
    lines = _lines(os.path.dirname(path))
    if lines is None:
        return ""
    concerned = [*lines.get("", ()), *lines.get(name, ())]
    return sha256("\n".join(concerned).encode()).hexdigest()[:12] if concerned else ""


@lru_cache(maxsize=8)  # a walk comes to the files of a folder one after the other
def _read(path: str, size: int, changed: int) -> dict[str, list[str]]:  # noqa: ARG001  they tell a changed file from the old
    """Name of a source → lines about it; under "" those of which only `extract` can say what they are about."""
    found: dict[str, list[str]] = {}
    try:
        with open(path, encoding="utf-8-sig", errors="replace") as lines:
            for line in filter(str.strip, lines):
                found.setdefault(_file(line), []).append(line)
    except OSError:  # each of the sources will say so
        return {}
    return found


def _lines(folder: str) -> dict[str, list[str]] | None:
    path = os.path.join(folder, CORRECTIONS)
    try:
        found = os.stat(path)
    except OSError:
        return None
    return _read(path, found.st_size, found.st_mtime_ns)


def _file(line: str) -> str:
    try:
        return str(json.loads(line).get("file") or "")
    except (ValueError, AttributeError):
        return ""
