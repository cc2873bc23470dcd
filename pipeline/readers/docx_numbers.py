"""How the lists of a Word file are numbered."""

from collections.abc import Iterator
from typing import Any

from pipeline.readers.docx_styles import VAL, W
from pipeline.readers.list_numbers import Level


def list_levels(root: Any) -> dict[str, dict[int, Level]]:
    """The levels of every list, by its id; `root` is numbering.xml, None where a file has none."""
    if root is None:
        return {}
    abstract = {found.get(f"{W}abstractNumId"): dict(_levels(found)) for found in root.iter(f"{W}abstractNum")}
    return {str(number.get(f"{W}numId")): abstract.get(_value(number, "abstractNumId", ""), {}) for number in root.iter(f"{W}num")}


def _levels(abstract: Any) -> Iterator[tuple[int, Level]]:
    for level in abstract.iter(f"{W}lvl"):
        place, start = level.get(f"{W}ilvl") or "0", _value(level, "start", "1")
        if place.isdigit():
            yield int(place), Level(_value(level, "lvlText", ""), _value(level, "numFmt", "decimal"), int(start) if start.isdigit() else 1)


def _value(element: Any, name: str, default: str) -> str:
    found = element.find(f"{W}{name}")
    return default if found is None else found.get(VAL) or default
