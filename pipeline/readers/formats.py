"""Which reader reads a source: the table of file formats, told apart by their first bytes, never by the name."""

import os
from collections.abc import Callable

from pipeline.errors import InputError
from pipeline.model.layout import RawText, ReadOptions
from pipeline.model.record import NamedTuple
from pipeline.named import named

_HEAD = 1024
"""Bytes within which a PDF or a web page must say that it is one."""
_HEADERS = 16_384
"""Bytes of the headers of a letter, which name every server on its way; and of the root of an OpenDocument file, which names its name spaces."""

_LONGEST_TAG = 16
_PARTS = frozenset(b"article center div h1 h2 h3 main p section span table title".split())
"""Elements with which the part of a page begins that somebody has copied out of it."""

_ZIP = b"PK\x03\x04"


class Format(NamedTuple):
    """One file format: how it is recognised, and the name of its reader, `read(data, options) -> RawText`, which is imported when it is needed."""

    recognise: Callable[[bytes], bool]
    reader: str
    paged: bool = False
    """Whether such files have pages of their own, of which a user may name some."""


def _is_pdf(data: bytes) -> bool:
    return b"%PDF-" in data[:_HEAD]


def _is_docx(data: bytes) -> bool:
    return data.startswith(_ZIP) and b"word/" in data


def _is_odt(data: bytes) -> bool:
    return data.startswith(_ZIP) and b"mimetypeapplication/vnd.oasis.opendocument.text" in data[:_HEAD]


def _is_fodt(data: bytes) -> bool:
    return b"<office:document " in data[:_HEAD] and b"application/vnd.oasis.opendocument.text" in data[:_HEADERS]


def _is_doc(data: bytes) -> bool:
    return data.startswith(b"\xd0\xcf\x11\xe0")


def _is_rtf(data: bytes) -> bool:
    return data.startswith(b"{\\rtf")


def _is_html(data: bytes) -> bool:
    """A page, or the part of one that holds its article: an element from its first character, and its end tag; no Markdown with tags in its head."""
    head = data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if not head.startswith(b"<"):
        return False
    if b"<html" in head or b"<!doctype html" in head or b"<body" in head:
        return True
    name = head[1:_LONGEST_TAG].replace(b">", b" ").split(b" ")[0]
    return name in _PARTS and b"</" + name + b">" in data.lower() and b"\n## " not in data


def _is_ofd(data: bytes) -> bool:
    return data.startswith(_ZIP) and b"OFD.xml" in data


def _is_mail(data: bytes) -> bool:
    """A web archive or a letter: its headers, which end with an empty line, say that it is in the form of MIME."""
    headers = data[:_HEADERS].replace(b"\r", b"").lower().partition(b"\n\n")[0]
    return b"\nmime-version:" in b"\n" + headers and b"\ncontent-type:" in b"\n" + headers


_IMAGES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"II*\0", b"MM\0*", b"GIF8")


def _is_image(data: bytes) -> bool:
    """PNG, JPEG, TIFF, GIF, WebP, or a BMP that tells its own length."""
    if data.startswith(_IMAGES) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP"):
        return True
    return data[:2] == b"BM" and int.from_bytes(data[2:6], "little") == len(data)


READERS: dict[str, Format] = {
    "pdf": Format(_is_pdf, "pipeline.readers.pdf:read_pdf", paged=True),
    "ofd": Format(_is_ofd, "pipeline.readers.ofd:read_ofd", paged=True),
    "odt": Format(_is_odt, "pipeline.readers.odt:read_odt"),
    "fodt": Format(_is_fodt, "pipeline.readers.odt:read_fodt"),
    "docx": Format(_is_docx, "pipeline.readers.docx:read_docx"),
    "doc": Format(_is_doc, "pipeline.readers.legacy:read_doc"),
    "rtf": Format(_is_rtf, "pipeline.readers.legacy:read_rtf"),
    "html": Format(_is_html, "pipeline.readers.html:read_html"),
    "mail": Format(_is_mail, "pipeline.readers.mail:read_mail"),
    "image": Format(_is_image, "pipeline.readers.photo:read_photo", paged=True),
    "text": Format(lambda _: True, "pipeline.readers.text:read_text"),
}
"""Name of the reader → format; the first that recognises the source reads it."""


def read(data: bytes, options: ReadOptions, file_name: str | None = None) -> RawText:
    """The text of a source of any known format; InputError for one that is not known or cannot be opened.

    The name of the file has no say in how it is read, only in what a person is told of one that is not.
    """
    name = format_name(data)
    found = READERS[name]
    if options.pages and not found.paged:
        raise InputError("--pages is for files with pages of their own, PDF, OFD and TIFF; this one has none")
    try:
        return named(found.reader)(data, options)  # type: ignore[no-any-return]
    except InputError as error:
        if name == "text" and (reason := _no_text(os.path.splitext(file_name or "")[1].lower())):
            raise InputError(reason) from error
        raise


def _no_text(suffix: str) -> str | None:
    """Why a file with this suffix is no text, and what to do; None where by its name it should be some."""
    from pipeline.readers.other_kinds import ADVICE
    from pipeline.readers.suffixes import PLAIN, SUFFIXES

    if advice := ADVICE.get(suffix):
        return f"{suffix} files are not read; {advice}"
    if suffix in SUFFIXES and suffix not in PLAIN:
        return f"the file is damaged: what is in it is no {suffix}; get it anew, or save it again in the program that wrote it"
    return None


def format_name(data: bytes) -> str:
    """Name of the reader that reads a source."""
    return next(name for name, found in READERS.items() if found.recognise(data))
