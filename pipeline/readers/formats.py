"""Which reader reads a source: the table of file formats, told apart by their first bytes, never by the name."""

from collections.abc import Callable
from typing import NamedTuple

from pipeline.errors import InputError
from pipeline.model.layout import RawText, ReadOptions

_HEAD = 1024
"""Bytes within which a PDF must say that it is one."""


class Format(NamedTuple):
    """One file format: how it is recognised, and the reader, whose libraries are imported when it is called."""

    recognise: Callable[[bytes], bool]
    read: Callable[[bytes, ReadOptions], RawText]


def _is_pdf(data: bytes) -> bool:
    return b"%PDF-" in data[:_HEAD]


def _read_pdf(data: bytes, options: ReadOptions) -> RawText:
    from pipeline.readers.pdf import read_pdf

    return read_pdf(data, options)


def _read_text(data: bytes, options: ReadOptions) -> RawText:
    from pipeline.readers.text import read_text

    if options.pages:
        raise InputError("--pages is for files with pages of their own, such as PDF; a text has none")
    return read_text(data, options.encoding)


READERS: dict[str, Format] = {
    "pdf": Format(_is_pdf, _read_pdf),
    "text": Format(lambda _: True, _read_text),
}
"""Name of the reader → format; the first that recognises the source reads it."""


def read(data: bytes, options: ReadOptions) -> RawText:
    """The text of a source of any known format; InputError for one that is not known or cannot be opened."""
    return next(found for found in READERS.values() if found.recognise(data)).read(data, options)
