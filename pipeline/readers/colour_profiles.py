"""Colour profiles (ICC) of a PDF: pdfium makes a table of each, a third of the time that a short file takes, and text has no colour.

A profile that cannot be read stands for the plain grey, RGB or CMYK of as many components (PDF 32000, 8.6.5.5).
"""

import re
from collections.abc import Iterator

_NAME = b"/ICCBased"
_REFERENCE = re.compile(rb"\s{0,9}(\d{1,9})\s{1,9}(\d{1,5})\s{1,9}R\b")
_STREAM = re.compile(rb"\s{0,9}<<[^>]{0,999}>>\s{0,9}stream\r?\n")
_HEADER = 40
"""Bytes at the start of a profile, to the end of its signature (ICC.1, 7.2); of a compressed one those that tell how it is."""

_MOST = 20
"""Profiles of a file that are looked for; one has three."""


def without_profiles(data: bytes) -> bytes:
    """The file with the profiles that it names made unreadable, all else at its place; those named in object streams stay."""
    named = {b"%s %s obj" % found.groups() for at in _places(data, _NAME) if (found := _REFERENCE.match(data, at))}
    if not named or len(named) > _MOST:
        return data
    objects = [end + name for name in named for end in (b"\n", b"\r")]
    starts = [stream.end() for name in objects for at in _places(data, name) if (stream := _STREAM.match(data, at))]
    mended = bytearray(data)
    for start in starts:
        end = data.find(b"endstream", start, start + _HEADER)
        length = _HEADER if end < 0 else end - start
        mended[start : start + length] = bytes(length)
    return bytes(mended)


def _places(data: bytes, word: bytes) -> Iterator[int]:
    """Where each of these words ends."""
    at = data.find(word)
    while at >= 0:
        yield at + len(word)
        at = data.find(word, at + 1)
