"""What a generated bulletin says: the facts that a careful reader finds in it."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class MastheadTruth:
    """Values of the 报头 or 版头; None where nothing is printed."""

    title: str | None = None
    year: int | None = None
    issue_number: int | None = None
    cumulative_number: int | None = None
    issuer: str | None = None
    permit_number: str | None = None
    date: str | None = None
    document_number: str | None = None


@dataclass(frozen=True)
class ItemTruth:
    """One item: its headline, its paragraphs and who sent it in."""

    title: str | None
    paragraphs: tuple[str, ...]
    kind: str = "article"
    number: str | None = None
    organizations: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()


@dataclass(frozen=True)
class SectionTruth:
    """A 栏目, None where items stand under no heading."""

    title: str | None
    items: tuple[ItemTruth, ...]


@dataclass(frozen=True)
class ColophonTruth:
    """报尾 or 版记."""

    contacts: tuple[tuple[str, str], ...] = ()
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    print_run: int | None = None
    printed_by: str | None = None
    print_date: str | None = None


@dataclass(frozen=True)
class Truth:
    """Everything that is compared."""

    masthead: MastheadTruth
    sections: tuple[SectionTruth, ...]
    contents: tuple[tuple[str | None, str | None], ...] = ()
    distribution: tuple[tuple[str, str], ...] = ()
    colophon: ColophonTruth = ColophonTruth()


@dataclass(frozen=True)
class Generated:
    """A bulletin as text and as bytes, and what is true of it."""

    text: str
    truth: Truth = field(repr=False)
    data: bytes = field(default=b"", repr=False)
    encoding: str = "utf-8"
