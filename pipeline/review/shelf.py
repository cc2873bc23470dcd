"""The folder under review: its sources, their documents, and the corrections that are kept beside them."""

import os
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pipeline.corrections.lines import parse_corrections, to_line
from pipeline.errors import InputError, PipelineError
from pipeline.exchange.imported import read_marks
from pipeline.extract import CORRECTIONS, extract
from pipeline.model.document import Document
from pipeline.writers.files import write_text

_UNSURE = 0.6
"""Confidence below which a mention is a doubt."""


class Volume(NamedTuple):
    """One source and how much of it is in doubt."""

    name: str
    """Path below the folder, with /."""
    title: str
    doubts: int
    """Warnings, and mentions of which the reader is not sure; -1 where the source cannot be read."""
    corrections: int


class Shelf:
    """The sources of a folder; only these are ever read or written."""

    def __init__(self, folder: str, suffixes: Iterable[str]) -> None:
        self.folder = os.path.abspath(folder)
        if not os.path.isdir(self.folder):
            raise InputError(f"{folder}: no such folder")
        self.names = sorted(_sources(self.folder, tuple(suffixes)))
        self._read: dict[str, tuple[tuple[float, ...], Document]] = {}

    def path(self, name: str) -> str:
        """The file of a source; KeyError for a name that is none, whatever it looks like."""
        if name not in self.names:
            raise KeyError(name)
        return os.path.join(self.folder, *name.split("/"))

    def document(self, name: str) -> Document:
        """The document with its corrections applied; read again when the source or they have changed."""
        path = self.path(name)
        state = tuple(os.path.getmtime(file) for file in (path, self._corrections(name)) if os.path.exists(file))
        known = self._read.get(name)
        if known is None or known[0] != state:
            known = self._read[name] = (state, extract(path))
        return known[1]

    def volume(self, name: str) -> Volume:
        """A line of the list."""
        try:
            document = self.document(name)
        except PipelineError as error:
            return Volume(name, str(error), -1, 0)
        title = " ".join(part for part in (document.masthead.title, document.masthead.issue_label, document.masthead.date) if part)
        kept = self._lines(name)
        own = sum(c.file in (None, document.source.file) for c in parse_corrections(kept))
        return Volume(name, title, _doubts(document), own)

    def keep(self, name: str, lines: str) -> int:
        """Add corrections to those beside the source; how many. InputError where a line is none."""
        found = parse_corrections(lines.splitlines())
        self.path(name)
        if not found:
            return 0
        before = "".join(self._lines(name))
        write_text(self._corrections(name), before + ("" if before.endswith("\n") or not before else "\n") + lines)
        return len(found)

    def take_in(self, text: str) -> tuple[int, list[str]]:
        """Add what annotators have changed to the corrections of every source that the export is about.

        How many corrections, and a line about each mark that was left out. InputError for what is no export.
        """
        count, faults = 0, []
        for name in self.names:
            try:
                document = self.document(name)
            except PipelineError:
                continue
            if document.id in text or document.source.sha256 in text:
                found = read_marks(text, document)
                faults += [f"{name}: {fault}" for fault in found.faults]
                count += self.keep(name, "".join(to_line(c) for c in found.corrections))
        return count, faults

    def _corrections(self, name: str) -> str:
        return os.path.join(os.path.dirname(self.path(name)), CORRECTIONS)

    def _lines(self, name: str) -> list[str]:
        path = self._corrections(name)
        if not os.path.exists(path):
            return []
        with open(path, encoding="utf-8-sig") as file:
            return file.readlines()


def _sources(folder: str, suffixes: tuple[str, ...]) -> Iterator[str]:
    for parent, _, files in os.walk(folder):
        for file in files:
            if file.lower().endswith(suffixes) and not file.startswith("."):
                yield os.path.relpath(os.path.join(parent, file), folder).replace(os.sep, "/")


def _doubts(document: Document) -> int:
    items = [item for section in document.sections for item in section.items]
    names = sum(row.confidence < _UNSURE for item in items for row in (*item.organizations, *item.places))
    return len(document.warnings) + names + sum(row.confidence < _UNSURE for item in items for row in item.persons)
