"""The printed contents (目录, 本期导读): its rows, and what of the text each of them names.

〔要情动态〕 / 1. 市总工会召开会议………3;  一、重要会议 / 县政协召开常委会议    1;  简讯………8;  5　标题;  entries over two lines
"""

from itertools import pairwise

from pipeline.lexicon import words
from pipeline.model.record import NamedTuple
from pipeline.notation.brackets import HEADING_BRACKETS
from pipeline.notation.document_numbers import find_document_number
from pipeline.notation.pattern import Pattern
from pipeline.segment.headings import heading_core, section_core, split_number
from pipeline.segment.items import ItemDraft, Parts
from pipeline.segment.spans import Piece, raw_text, trim
from pipeline.zones.stems import (
    bracket_end,
    is_column_word,
    parts_at_colon,
    side_by_side,
    spaced_ordinal,
    stem,
    strip_page,
    without_author,
)

_SECTION_SIGNS = ("", *HEADING_BRACKETS, *"★■◇")
"""With what a row that is a section begins."""
_SIMILAR = 0.6
"""Dice coefficient of character pairs from which an entry is a reworded title."""


class Entry(NamedTuple):
    """A row of the contents, still as places in the text."""

    section: str | None
    number: str | None
    pieces: tuple[Piece, ...]
    """Of the title; empty for a section that is listed with nothing under it."""
    page: int | None
    item: ItemDraft | None
    exact: bool
    lines: tuple[Piece, ...]


class _Targets:
    """What the text has to offer: item titles and section headings by their stems."""

    def __init__(self, parts: Parts) -> None:
        self.items: dict[str, ItemDraft] = {}
        self.sections: set[str] = set()
        for section in parts.sections:
            if section.title:
                self.sections.add(stem(section.title.key))
            for item in section.items:
                if item.title:
                    self.items.setdefault(stem("".join(p.key for p in item.title)), item)
        self.main = {stem(item.title[0].key): item for item in self.items.values()}
        self._pairs = [(_pairs(title), item) for title, item in self.items.items()]

    def item(self, name: str) -> ItemDraft | None:
        return self.items.get(name) or self.main.get(name)

    def has(self, name: str) -> bool:
        return name in self.sections or self.item(name) is not None

    def similar(self, name: str) -> ItemDraft | None:
        """The item whose title is most like the entry, by the Dice coefficient."""
        pairs = _pairs(name)
        best, score = None, _SIMILAR
        for other, item in self._pairs:
            shorter = min(len(pairs), len(other))
            if 2 * shorter > score * (len(pairs) + len(other)) and (value := 2 * len(pairs & other) / (len(pairs) + len(other))) > score:
                best, score = item, value
        return best


def parse_contents(parts: Parts, text: str) -> list[Entry]:
    """The rows of the contents, each with the item that it lists where there is one."""
    targets = _Targets(parts)
    lines = _merge_lines([_line(part, targets) for piece in parts.contents for row in _rows(piece) for part in _part_sections(row, targets)], targets)
    paged = sum(line.page is not None for line in lines)
    entries: list[Entry] = []
    section: str | None = None
    for index, line in enumerate(lines):
        if _is_section(line, lines[index + 1] if index + 1 < len(lines) else None, targets, paged, len(lines)):
            section = _wording([section_core(line.pieces[0])], text)
            following = lines[index + 1] if index + 1 < len(lines) else None
            if following is None or _is_section(following, lines[index + 2] if index + 2 < len(lines) else None, targets, paged, len(lines)):
                entries.append(Entry(section, line.number, (), line.page, None, line.name in targets.sections, line.pieces))
        else:
            item = targets.item(line.name)
            entries.append(Entry(section, line.number, line.pieces, line.page, item or targets.similar(line.name), item is not None, line.pieces))
    return entries


def _rows(piece: Piece) -> list[Piece]:
    """The entries that stand side by side on a line, without what parts them."""
    edges = (*side_by_side(piece.key), len(piece.key))
    ends = [start + len(piece.key[start:end].rstrip("; ")) for start, end in pairwise(edges)]
    return [trim(Piece(piece.block, piece.start + start, piece.start + end)) for start, end in zip(edges, ends, strict=False)]


def _part_sections(piece: Piece, targets: _Targets) -> tuple[Piece, ...]:
    """A section in brackets, or one that the text has, and the entry behind it on one line are two rows."""
    name, gap, _ = piece.key.partition("  ")
    cut = len(name) if gap and stem(name) in targets.sections else bracket_end(piece.key)
    if not 0 < cut < len(piece.key) or strip_page(piece.key[cut:])[0] == "" or _LINK.match(piece.key) or targets.item(stem(piece.key)):
        return (piece,)
    return Piece(piece.block, piece.start, piece.start + cut), trim(Piece(piece.block, piece.start + cut, piece.end))


class _Line(NamedTuple):
    number: str | None
    pieces: tuple[Piece, ...]
    page: int | None
    name: str
    """Its stem."""
    bracketed: bool
    marker: str


_LINK = Pattern(r"^\W*\[(?P<words>[^\]]+)\]\([^)]*\)\s*$", needs="[")


def _line(piece: Piece, targets: _Targets) -> _Line:
    if link := _LINK.match(piece.key):
        piece = Piece(piece.block, piece.start + link.start("words"), piece.start + link.end("words"))
    head, colon, rest = piece.key.partition(":")
    if colon and rest.strip() and head.replace(" ", "") in words("contents_headings"):
        piece = trim(Piece(piece.block, piece.start + len(head) + 1, piece.end))
    bare, page = strip_page(piece.key)
    at = piece.key.find(bare[:1]) if page is None or not bare else piece.key.find(bare)
    core = trim(Piece(piece.block, piece.start + max(at, 0), piece.start + max(at, 0) + len(bare))) if bare in piece.key else trim(piece)
    core = _without_author(core, targets)
    number, title, name = _spaced_number(core, targets) or (*split_number(core), stem(core.key))
    if not targets.has(name):
        name = next((part for part in reversed(parts_at_colon(core.key)) if targets.item(part)), name)
    marker = core.key[: title.start - core.start].strip()
    return _Line(number, (heading_core(title),), page, name, core.key[:1] in _SECTION_SIGNS, marker)


def _without_author(core: Piece, targets: _Targets) -> Piece:
    """Without the author behind a title that the text has."""
    words = without_author(core.key)
    return Piece(core.block, core.start, core.start + len(words)) if words != core.key and targets.has(stem(words)) else core


def _spaced_number(core: Piece, targets: _Targets) -> tuple[str, Piece, str] | None:
    """Ordinal, title and stem of 一　生产经营, where the text has such a heading."""
    ordinal = spaced_ordinal(core.key)
    title = Piece(core.block, core.start + ordinal, core.end)
    name = stem(title.key)
    return (core.key[:ordinal].strip(), title, name) if ordinal and targets.has(name) else None


def _merge_lines(lines: list[_Line], targets: _Targets) -> list[_Line]:
    """Entries over two or three lines, and those with their 文号 below, put together."""
    paged = sum(line.page is not None for line in lines)
    lines = _with_pages_above(lines) if lines and not lines[0].name and lines[0].page is not None else lines
    merged: list[_Line] = []
    for line in lines:
        before = merged[-1] if merged else None
        if before and _is_number(line.pieces[0].key):
            merged[-1] = before._replace(page=line.page or before.page)
        elif before and _goes_on(before, line, targets, paged=2 * paged > len(lines)):
            pieces = before.pieces + (line.pieces if line.name else ())
            merged[-1] = before._replace(pieces=pieces, page=line.page or before.page, name=before.name + line.name)
        else:
            merged.append(line)
    return merged


def _with_pages_above(lines: list[_Line]) -> list[_Line]:
    """The lines, where page numbers stand above their entries: each with its entry's first line."""
    found: list[_Line] = []
    page: int | None = None
    for line in lines:
        if line.name:
            found.append(line._replace(page=line.page or page))
        page = None if line.name else line.page
    return found


def _is_number(key: str) -> bool:
    """Whether a row is a 文号 and nothing else."""
    found = find_document_number(key)
    return found is not None and found.end - found.start == len(key)


def _goes_on(before: _Line, line: _Line, targets: _Targets, *, paged: bool) -> bool:
    if targets.item(before.name + line.name) or not line.name:
        return True
    if line.pieces[0].key.startswith("——"):
        return True
    known = before.name in targets.sections or targets.item(before.name) or line.name in targets.sections or targets.item(line.name)
    return bool(paged and before.page is None and line.page is not None and not known and not before.bracketed and not line.marker
                and len(before.name) >= 8)  # fmt: skip


def _is_section(line: _Line, following: _Line | None, targets: _Targets, paged: int, total: int) -> bool:
    if line.name in targets.sections:
        return targets.item(line.name) is None or line.bracketed
    if targets.item(line.name):
        return False
    if line.bracketed:
        return True
    if line.page is None and 2 * paged > total and len(line.name) <= 12:
        return True
    return is_column_word(line.name, longest=8) and (following is None or following.marker != line.marker or bool(following.page) != bool(line.page))


def _pairs(name: str) -> set[str]:
    return {name[i : i + 2] for i in range(len(name) - 1)}


def _wording(pieces: list[Piece], text: str) -> str:
    return "".join(raw_text(piece, text).strip() for piece in pieces)


def entry_title(entry: Entry, text: str) -> str | None:
    """The title as printed, a second line joined."""
    return _wording(list(entry.pieces), text) or None
