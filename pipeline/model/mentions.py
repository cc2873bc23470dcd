"""What the entity stage works on: the texts of an item, what the issue says of itself, and what was found."""

from pipeline.model.item import DateMention, DocumentNumberMention, NameMention, PersonMention, QuantityMention
from pipeline.model.record import NamedTuple


class Passage(NamedTuple):
    """One text in which mentions are looked for."""

    field: str
    """title or text: the field of the item that offsets index."""
    text: str
    key: str
    """The text folded for matching, of the same length."""
    plain: str
    """The key in simplified script, in which the lists of names are written."""


class Learned(NamedTuple):
    """Names, folded, that an issue teaches and that hold in all its texts."""

    places: frozenset[str] = frozenset()
    """Divisions without 市, 县, 区: what may stand before the names of units."""
    units: frozenset[str] = frozenset()
    """Units that sign items or receive the bulletin."""
    persons: frozenset[str] = frozenset()
    """Persons named around the items, without blanks."""
    short_names: tuple[tuple[str, str], ...] = ()
    """Short and full name of units, as the texts give them in brackets."""


class IssueContext(NamedTuple):
    """What an issue says of itself around its items; all of it helps to read them."""

    date: str | None = None
    """Of the issue, ISO 8601; what 5月6日 and 近日 are reckoned from."""
    year: int | None = None
    """Of the issue, where it bears no whole date."""
    issuer: str | None = None
    """编发单位: what 市总工会 and 我院 are short for."""
    units: tuple[str, ...] = ()
    """Names of units printed in the masthead, the attributions and the distribution, in order, each once."""
    persons: tuple[str, ...] = ()
    """Names of persons printed there."""
    title: str | None = None
    """Name of the bulletin."""
    heading: str | None = None
    """Title of the section that the item stands in: 一月 over the days of a chronicle."""
    led_by: str | None = None
    """EDTF of the date that the item before it in the section begins with: △5月6日… △8日…."""
    minguo: bool = False
    """Whether the issue counts its years from 1912 (中華民國98年): then so do its texts (98年5月)."""
    learned: Learned = Learned()
    """What follows from these and from the texts of the items together."""


class IssueDate(NamedTuple):
    """When a further issue of a source, which begins at `start` in its text, came out: see `IssueContext`."""

    start: int
    date: str | None
    year: int | None


class Mentions(NamedTuple):
    """Everything that was found in the texts of one item, each list in the order of the text, title first."""

    document_numbers: tuple[DocumentNumberMention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    organizations: tuple[NameMention, ...] = ()
    quantities: tuple[QuantityMention, ...] = ()
    persons: tuple[PersonMention, ...] = ()
    places: tuple[NameMention, ...] = ()
