"""Floors: the figure of each family under which an archive must not fall, kept in a JSON file {family: floor}."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from pipeline.errors import InputError
from pipeline.evaluate.report import Report


class Shortfall(NamedTuple):
    """A family below its floor."""

    family: str
    figure: float | None
    """None where it was not measured, which is never enough: a misspelt family would guard nothing."""
    floor: float


def read_floors(path: Path) -> dict[str, float]:
    """Family → least F1 or share. Raises InputError where the file does not say so."""
    try:
        floors = json.loads(path.read_text(encoding="utf-8-sig"))
        return {family: _share(floor) for family, floor in floors.items()}
    except (OSError, ValueError, TypeError, AttributeError, RecursionError) as error:
        message = f"{path} cannot be read as floors, a JSON object of family and number from 0 to 1: {error}"
        raise InputError(message) from error


def below(report: Report, floors: Mapping[str, float]) -> list[Shortfall]:
    """Every family whose figure is below its floor, or was not measured."""
    rows = [Shortfall(family, report.figure(family), floor) for family, floor in floors.items()]
    return [row for row in rows if row.figure is None or row.figure < row.floor]


def _share(floor: object) -> float:
    if isinstance(floor, bool) or not isinstance(floor, int | float) or not 0 <= floor <= 1:
        message = f"{floor!r} is not a number from 0 to 1"
        raise ValueError(message)
    return float(floor)
