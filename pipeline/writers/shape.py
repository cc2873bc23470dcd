"""What the fields of a model class hold, read from its annotations, so that no writer lists them a second time.

Forms that are understood: str int float bool, `X | None`, Literal of strings, a NamedTuple, `tuple[X, ...]` (a list)
and `tuple[float, float, float, float]` (a row of fixed width).
"""

from functools import cache
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pipeline.model.record import NamedTuple

Record = Any
"""A NamedTuple class of the model."""

Kind = Literal["string", "integer", "number", "boolean", "record", "list", "row"]

SCALARS: dict[type, Kind] = {str: "string", int: "integer", float: "number", bool: "boolean"}

DATES = {("Masthead", "date"), ("Colophon", "print_date"), ("DateMention", "date_start"), ("DateMention", "date_end")}
"""Class and field of every complete ISO 8601 calendar date (YYYY-MM-DD); an annotation says no more than str."""
MONTHS = {("Masthead", "date")}
"""Those of them that may lack the day (YYYY-MM)."""

PATTERNS = {
    ("Document", "schema_version"): r"^[0-9]+\.[0-9]+\.[0-9]+$",
    ("Document", "id"): r"^iss-[0-9a-f]{12}$",
    ("Source", "sha256"): r"^[0-9a-f]{64}$",
}

MINIMA = dict.fromkeys(
    ("start", "end", "source_start", "source_end", "title_start", "title_end", "item_start", "length"), 0
) | {"byte_size": 0, "decode_errors": 0, "mentions": 0, "confidence": 0, "page_start": 1, "page_end": 1, "level": 1}
"""Name of a field -> its smallest value, in every class that has it: offsets count from 0, pages and levels from 1."""


class Field(NamedTuple):
    """One field of a model class, or the element of a list, which has the name of its list."""

    owner: str
    """Name of the class."""
    name: str
    kind: Kind
    optional: bool
    """Whether it may be None."""
    choices: tuple[str, ...]
    """Values of a Literal."""
    record: Record
    """The NamedTuple class, if the kind is record."""
    element: Any
    """The Field of one element, if the kind is list or row."""
    width: int
    """Number of elements, if the kind is row."""


@cache
def fields(record: Record) -> tuple[Field, ...]:
    """The fields of a class of the model in order; TypeError for an annotation that is none of the forms above."""
    return tuple(_field(record.__name__, name, hint) for name, hint in record.__annotations__.items())


def _field(owner: str, name: str, hint: Any) -> Field:
    optional = get_origin(hint) in (Union, UnionType)
    if optional:
        hint, *others = (part for part in get_args(hint) if part is not type(None))
        if others:
            raise TypeError(f"{owner}.{name}: a field holds one type or None, not {hint}, {others}")
    field = Field(owner, name, "string", optional, (), None, None, 0)
    if get_origin(hint) is Literal:
        return field._replace(choices=get_args(hint))
    if get_origin(hint) is tuple:
        return _sequence(field, get_args(hint))
    if hasattr(hint, "_fields"):
        return field._replace(kind="record", record=hint)
    if hint not in SCALARS:
        raise TypeError(f"{owner}.{name}: cannot write a field of type {hint}")
    return field._replace(kind=SCALARS[hint])


def _sequence(field: Field, elements: tuple[Any, ...]) -> Field:
    element = _field(field.owner, field.name, elements[0])
    if elements[-1] is Ellipsis:
        return field._replace(kind="list", element=element)
    return field._replace(kind="row", element=element, width=len(elements))
