"""Gold: what a careful reader finds in one source. Texts of rows stand in their normal form, ready to be compared."""

from collections.abc import Mapping
from typing import NamedTuple

from pipeline.evaluate.text import Row


class GoldItem(NamedTuple):
    """One item that has to be found."""

    section: str | None
    title: str | None
    title_is_open: bool
    body: str | None
    """Normal form of the body, or of its opening where gold holds only a hash of the whole."""
    clue: str | None
    """Normal form of all that gold holds of the body: by it, and by the title, the item is recognised."""
    body_sha256: str
    attribution: tuple[Row, ...] | None
    """None where it is not scored."""


class GoldMention(NamedTuple):
    """One occurrence of a date, name or quantity."""

    kind: str
    text: str | None
    value: str | float | None
    value_is_open: bool


class Gold(NamedTuple):
    """What has to be found in one source. None, or a field left out of `masthead`, is not scored."""

    doc: str
    """Source: its file name, or its path below the folder of gold."""
    masthead: Mapping[str, object]
    contents: tuple[Row, ...] | None
    sections: tuple[Row, ...]
    items: tuple[GoldItem, ...]
    distribution: tuple[Row, ...] | None
    colophon: tuple[Row, ...] | None
    colophon_open: frozenset[str]
    mentions: tuple[GoldMention, ...] | None
