"""The bulletins under review: their documents, how much of each is in doubt, and the corrections that are kept beside them."""

import os
from collections import Counter, OrderedDict
from collections.abc import Iterable
from typing import NamedTuple

from pipeline.batch.archives import member_corrections, read_member
from pipeline.certainty import unsure_names
from pipeline.corrections.lines import parse_corrections, to_line
from pipeline.errors import InputError, PipelineError
from pipeline.exchange.imported import read_marks
from pipeline.extract import Given, extract_whole
from pipeline.model.document import Document
from pipeline.model.layout import PrintedLine
from pipeline.readers.pictures import drawing
from pipeline.review.entries import Entry, find_entries
from pipeline.source import CORRECTIONS, MAX_BYTES
from pipeline.warning_lines import to_check
from pipeline.writers.files import write_text
from pipeline.writers.json_reader import from_json

_MOST_KEPT = 16
"""Documents that are held at a time."""


class Volume(NamedTuple):
    """One bulletin and how much of it is in doubt."""

    name: str
    title: str
    doubts: int | None
    """Warnings to check, and names in doubt; -1 where the source cannot be read, None where it has not been yet."""
    corrections: int


class Reading(NamedTuple):
    """A document, and where the lines of its source stand on its pages."""

    document: Document
    lines: tuple[PrintedLine, ...] = ()


class Shelf:
    """The bulletins of a folder, or of an earlier run that wrote there; no other file is ever read or written."""

    def __init__(self, folder: str, suffixes: Iterable[str]) -> None:
        self.folder = os.path.abspath(folder)
        if not os.path.isdir(self.folder):
            raise InputError(f"{folder}: no such folder")
        self.entries = find_entries(self.folder, suffixes)
        self._read: OrderedDict[str, tuple[tuple[float, ...], Reading]] = OrderedDict()
        self._counted: dict[str, tuple[str, int]] = {}
        self._corrected: dict[str, tuple[float, Counter[str | None]]] = {}

    def reading(self, name: str) -> Reading:
        """The document with its corrections applied; read again when the source or they have changed. KeyError for no name of ours."""
        entry = self.entries[name]
        state = tuple(os.path.getmtime(file) for file in (*_files(entry), entry.output or "") if os.path.exists(file))
        known = self._read.pop(name, None)
        if known is None or known[0] != state:
            known = (state, _read(entry))
            self._counted[name] = _counted(known[1].document)
        self._read[name] = known
        while len(self._read) > _MOST_KEPT:
            self._read.popitem(last=False)
        return known[1]

    def picture(self, name: str, page: int) -> bytes | None:
        """A page as it looks, if it can be shown."""
        entry = self.entries[name]
        if entry.source is None:
            return None
        with drawing(_data(entry)) as draw:
            return draw(page)

    def known(self, name: str) -> Volume:
        """A line of the list, out of what is known without reading the source."""
        entry = self.entries[name]
        if name in self._counted:
            return Volume(name, *self._counted[name], self._corrections(entry))
        if entry.fault or (entry.source is None and entry.output is None):
            return Volume(name, entry.fault or f"{entry.name}: the source is gone, and OUT has no JSON of it", -1, 0)
        return Volume(name, entry.title or "", entry.doubts, self._corrections(entry))

    def volume(self, name: str) -> Volume:
        """A line of the list; the source is read, if nothing is known of it."""
        if self.known(name).doubts is None:
            try:
                self.reading(name)
            except PipelineError as error:
                self._counted[name] = (str(error), -1)
        return self.known(name)

    def keep(self, name: str, lines: str) -> int:
        """Add corrections to those beside the source; how many. InputError where a line is none, or there is no place for them."""
        found = parse_corrections(lines.splitlines())
        entry = self.entries[name]
        if not found:
            return 0
        if not entry.is_correctable:
            raise InputError("the source is gone, and corrections are kept beside it; put it back")
        path = _beside(entry)
        before = "".join(_lines(path))
        write_text(path, before + ("" if before.endswith("\n") or not before else "\n") + lines)
        return len(found)

    def take_in(self, text: str) -> tuple[int, list[str]]:
        """Add what annotators have changed to the corrections of every source that the export is about.

        How many corrections, and a line about each mark that was left out. InputError for what is no export.
        """
        count, faults = 0, []
        for name in self.entries:
            try:
                document = self.reading(name).document
            except PipelineError:
                continue
            if document.id in text or document.source.sha256 in text:
                found = read_marks(text, document)
                faults += [f"{name}: {fault}" for fault in found.faults]
                count += self.keep(name, "".join(to_line(c) for c in found.corrections))
        return count, faults

    def _corrections(self, entry: Entry) -> int:
        """How many there are beside the source about it."""
        path = _beside(entry)
        if not entry.is_correctable or not os.path.exists(path):
            return 0
        changed = os.path.getmtime(path)
        if self._corrected.get(path, (0.0,))[0] != changed:
            self._corrected[path] = (changed, Counter(c.file for c in parse_corrections(_lines(path))))
        counts = self._corrected[path][1]
        return counts[None] + counts[entry.file]


def _read(entry: Entry) -> Reading:
    if entry.source is not None:
        given = Given(**entry.options)._replace(name=entry.file)
        if entry.member is not None:
            given = given._replace(corrections=member_corrections(entry.source))
        document, raw, _ = extract_whole(entry.source if entry.member is None else _data(entry), given)
        return Reading(document, raw.printed)
    if entry.output is None:
        raise InputError(f"{entry.name}: the source is gone, and OUT has no JSON of it")
    with open(entry.output, "rb") as file:
        return Reading(from_json(file.read()))


def _data(entry: Entry) -> bytes:
    if entry.member is not None:
        return read_member(entry.source or "", entry.member, MAX_BYTES)
    with open(entry.source or "", "rb") as file:
        return file.read()


def _counted(document: Document) -> tuple[str, int]:
    head = document.masthead
    title = " ".join(part for part in (head.title, head.issue_label or head.document_number, head.date) if part)
    return title, to_check(Counter(warning.code for warning in document.warnings)) + unsure_names(document)


def _files(entry: Entry) -> tuple[str, ...]:
    return (entry.source, _beside(entry)) if entry.source else ()


def _beside(entry: Entry) -> str:
    return os.path.join(os.path.dirname(entry.source or ""), CORRECTIONS)


def _lines(path: str) -> list[str]:
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8-sig") as file:
        return file.readlines()
