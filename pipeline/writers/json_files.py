"""Documents from files of JSON: one document, JSON Lines, or a folder of either, as `extract` wrote them."""

import os
from collections.abc import Iterator

from pipeline.errors import InputError
from pipeline.model.document import Document
from pipeline.writers.datapackage import DESCRIPTOR
from pipeline.writers.files import Path
from pipeline.writers.json_reader import from_json

LINES = ".jsonl"
_NOT_DOCUMENTS = (DESCRIPTOR, ".metadata.json")
"""Ends of the names of JSON files that other formats come with."""


def each_document(path: Path) -> Iterator[Document]:
    """The documents of a file, or of all files in and beneath a folder, by name; InputError if one cannot be read.

    One document is in memory at a time. In a folder JSON Lines are left alone where single documents are, which they repeat.
    """
    path = os.fspath(path)
    files = _files(path) if os.path.isdir(path) else [path]
    if not files:
        raise InputError(f"no document is in {path}: neither .json nor {LINES}; give a folder that extract wrote")
    for name in files:
        yield from _lines(name) if name.lower().endswith(LINES) else _single(name)


def _files(folder: str) -> list[str]:
    names = []
    for home, folders, found in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]  # what a run keeps for itself
        names += [os.path.join(home, name) for name in found if not name.startswith(".")]
    names.sort()
    single = [name for name in names if name.lower().endswith(".json") and not name.endswith(_NOT_DOCUMENTS)]
    return single or [name for name in names if name.lower().endswith(LINES)]


def _single(name: str) -> Iterator[Document]:
    try:
        with open(name, "rb") as file:
            data = file.read()
    except OSError as error:
        raise InputError(f"cannot read {name}: {error.strerror}; give a folder, a JSON file or a SQLite file") from error
    yield _document(data, name)


def _lines(name: str) -> Iterator[Document]:
    try:
        with open(name, "rb") as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield _document(line, f"{name}, line {number}")
    except OSError as error:
        raise InputError(f"cannot read {name}: {error.strerror}") from error


def _document(data: bytes, where: str) -> Document:
    try:
        return from_json(data)
    except InputError as error:
        raise InputError(f"{where}: {error}") from None
