"""The form in which facts are compared: spacing and width never decide, all else has to be right to the character."""

import hashlib
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

Json = Any
"""A value out of a JSON file, of a shape that is not known yet."""

Row = tuple[str | None, ...]
"""A fact of one or more fields, each in its normal form."""

GRAM = 6
"""Characters in the pieces by which an item is recognised; the reference figures are made with 6."""

COLOPHON_LISTS = ("emails", "phones")
COLOPHON_VALUES = ("print_run", "print_date", "printed_by")

MENTION_VALUES = {"date": "edtf", "organization": None, "person": None, "quantity": "value"}
"""Kind of mention → the field that holds its computed value, where it has one."""


def normal(value: object) -> str | None:
    """NFKC without white space; a number as its digits; None where nothing is left."""
    if value is None:
        return None
    return "".join(unicodedata.normalize("NFKC", str(value)).split()) or None


def digest(value: object) -> str:
    """SHA-256 of the normal form: what stands in gold for a body that may not be copied."""
    return hashlib.sha256((normal(value) or "").encode("utf-8", "surrogatepass")).hexdigest()


def grams(text: str | None) -> frozenset[str]:
    """Every piece of GRAM characters; a shorter text is one piece, no text the empty piece."""
    whole = text or ""
    return frozenset(whole[at : at + GRAM] for at in range(max(1, len(whole) - GRAM + 1)))


def attribution_rows(organizations: Iterable[object], persons: Iterable[object]) -> tuple[Row, ...]:
    """(kind, name) of each unit and each person, as gold and documents both give them."""
    return (
        *(("organization", normal(name)) for name in organizations),
        *(("person", normal(name)) for name in persons),
    )


def colophon_rows(colophon: Mapping[str, Any]) -> tuple[Row, ...]:
    """(field, value) of each fact of a colophon; a contact is its name, its role is not compared."""
    rows: list[Row] = [("contacts", normal(_contact_name(contact))) for contact in colophon.get("contacts") or []]
    rows += [(field, normal(value)) for field in COLOPHON_LISTS for value in colophon.get(field) or []]
    rows += [(field, normal(colophon.get(field))) for field in COLOPHON_VALUES if normal(colophon.get(field))]
    return tuple(rows)


def mention_value(kind: str, mention: Mapping[str, Any]) -> str | float | None:
    """EDTF of a date, plain number of a quantity; None for names and where nothing can be computed."""
    value = mention.get(MENTION_VALUES.get(kind) or "")
    if value is not None and kind == "quantity":
        return float(value)
    return value if value is None or isinstance(value, int | float) else str(value)


def _contact_name(contact: Json) -> object:
    """Gold writes [role, name], a document {"role", "name"}."""
    return contact[1] if isinstance(contact, list | tuple) else contact.get("name")
