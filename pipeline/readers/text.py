"""Plain text files: bytes → characters, with binary files refused and damage counted."""

from pipeline.errors import InputError
from pipeline.model.layout import RawText, ReadOptions

MEDIA_TYPE = "text/plain"
_SIGNATURES = (
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"SQLite format 3", "a database"),
)
"""Of files that no reader is there for."""
_NOTHING_SAID = ReadOptions()
_UNPRINTABLE = "".join(map(chr, [*range(0x09), *range(0x0E, 0x1B), 0x7F, 0xFFFD]))
_SAMPLE = 65536
_LEAST_PLAUSIBLE = 0.3
"""Share of common Chinese characters below which a guess is refused: bulletins score above 0.8, noise 0.1–0.2."""
_BINARY_SHARE = 0.1
"""Share of unprintable characters from which a file is no text: damaged bulletins stay below 0.02, images are above 0.3."""


def read_text(data: bytes, options: ReadOptions = _NOTHING_SAID) -> RawText:
    """The characters of a text file.

    Raises InputError for a binary file and for an unknown encoding.
    """
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            raise InputError(f"this is {name}, not a text file; give the document that is in it, or save it as .docx, .pdf or .txt")
    raw = _utf8(data) if options.encoding is None else None
    if raw is None:
        raw = _recognised(data, options.encoding)
    sample = raw.text[:_SAMPLE]
    if len(sample) >= 32 and sum(map(sample.count, _UNPRINTABLE)) > _BINARY_SHARE * len(sample):
        raise InputError("this is a binary file, not text; if it is text, name its encoding with --encoding")
    return raw


def _utf8(data: bytes) -> RawText | None:
    """The text of intact UTF-8, for which no recognition has to be loaded; None for anything else."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None
    try:
        return RawText(data.removeprefix(b"\xef\xbb\xbf").decode("utf-8"), "utf-8", ())
    except UnicodeDecodeError:
        return None


def _recognised(data: bytes, encoding: str | None) -> RawText:
    from pipeline.readers.encoding import decode, score

    raw = decode(data, encoding)
    if encoding is None and raw.encoding and raw.encoding != "utf-8" and score(data[:_SAMPLE], raw.encoding) < _LEAST_PLAUSIBLE:
        raise InputError("this is a binary file, or text in an encoding that was not recognised; name it with --encoding")
    return raw
