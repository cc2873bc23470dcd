"""What a person has put right in a document, so that it can be put right again on every later run.

A correction names the words that it is about, not their place: it survives a new version of the tool, and a source to which a
page was added. The quotation is the text quote selector of the W3C Web Annotation Data Model (exact, prefix, suffix).
"""

from typing import Any, Literal

from pipeline.model.record import NamedTuple
from pipeline.model.zone import ZoneRole

Operation = Literal["role", "add", "reject", "change", "set", "name"]
"""role: these words are a title, the beginning of an item … · add, reject, change: a row of a list of the item around the words ·
set: a field of masthead or colophon · name: the full name of an entity."""


class Quote(NamedTuple):
    """Words of the source, character for character, with what stands around them."""

    exact: str
    prefix: str = ""
    """What stands right before, to tell equal words apart."""
    suffix: str = ""


class Correction(NamedTuple):
    """One line of corrections.jsonl."""

    op: Operation
    quote: Quote
    target: str
    """role: a zone role · add, reject, change: organizations, dates … · set: masthead.issuer … · name: organization or person."""
    value: dict[str, Any]
    """The fields that the row gets; of `set` and `name` the one field `value`."""
    sha256: str | None
    """Of the source that it was made on; None where it is for every source."""
    file: str | None
    """Name of that source, by which a source that has changed is still known."""


class Pin(NamedTuple):
    """A stretch of the source whose role a person has named; `start` and `end` index the text."""

    start: int
    end: int
    role: ZoneRole
