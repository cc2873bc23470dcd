"""JSON -> Document, the inverse of json_writer.py, driven by the annotations of the model."""

import json
from collections.abc import Callable
from functools import cache
from math import isfinite
from typing import Any, cast

from pipeline.errors import InputError
from pipeline.model.document import SCHEMA_VERSION, Document
from pipeline.writers.shape import Field, Record, fields

_Read = Callable[[Any], Any]


def from_json(text: str | bytes) -> Document:
    """The document that `to_json` wrote; keys that this version does not know are ignored.

    InputError if it is no JSON, has another major schema_version, or a field is missing or of the wrong type.
    """
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"not a JSON document ({error}); give a file that extract wrote") from error
    _check_version(data)
    try:
        return cast("Document", _record_reader(Document)(data))
    except _MismatchError as mismatch:
        where = "".join(reversed(mismatch.path)).lstrip(".")
        raise InputError(f"not a valid document: {where} should be {mismatch.wanted}; see extract --schema") from None


class _MismatchError(Exception):
    """A value is not of the type that its field wants; the path grows from the leaf up."""

    def __init__(self, wanted: str) -> None:
        super().__init__(wanted)
        self.wanted = wanted
        self.path: list[str] = []


def _check_version(data: Any) -> None:
    version = data.get("schema_version") if isinstance(data, dict) else None
    if not isinstance(version, str):
        raise InputError("not a JSON document of bulletin-extract: it has no schema_version")
    if version.split(".")[0] != SCHEMA_VERSION.split(".")[0]:
        major = SCHEMA_VERSION.split(".")[0]
        raise InputError(f"schema_version {version} cannot be read, only {major}.x; extract the document anew")


@cache
def _reader(field: Field) -> _Read:
    if field.kind == "record":
        read = _record_reader(field.record)
    elif field.kind in ("list", "row"):
        read = _list_reader(_reader(field.element), field.width)
    else:
        read = _number if field.kind == "number" else _scalar_reader(field.kind)
    return (lambda value: None if value is None else read(value)) if field.optional else read


@cache
def _record_reader(kind: Record) -> _Read:
    plan = [(field.name, _reader(field)) for field in fields(kind)]
    defaults = kind._field_defaults

    def read(data: Any) -> Any:
        if type(data) is not dict:
            raise _MismatchError("an object")
        name, values = "", []
        try:
            for name, read_value in plan:
                values.append(read_value(data[name]) if name in data else defaults[name])
        except (KeyError, _MismatchError) as error:
            mismatch = error if isinstance(error, _MismatchError) else _MismatchError("there")
            mismatch.path.append(f".{name}")
            raise mismatch from None
        return kind._make(values)

    return read


def _list_reader(read_element: _Read, width: int) -> _Read:
    def read(data: Any) -> Any:
        if type(data) is not list or (width and len(data) != width):
            raise _MismatchError(f"a list of {width}" if width else "a list")
        values: list[Any] = []
        try:
            for element in data:
                values.append(read_element(element))  # noqa: PERF401  its length is the index of a faulty element
        except _MismatchError as mismatch:
            mismatch.path.append(f"[{len(values)}]")
            raise
        return tuple(values)

    return read


def _scalar_reader(kind: str) -> _Read:
    wanted, name = _SCALARS[kind]

    def read(value: Any) -> Any:
        if type(value) is wanted:
            return value
        raise _MismatchError(name)

    return read


def _number(value: Any) -> float:
    if type(value) not in (int, float) or not isfinite(value):
        raise _MismatchError("a finite number")
    return float(value)


_SCALARS = {"string": (str, "a string"), "integer": (int, "an integer"), "boolean": (bool, "true or false")}
