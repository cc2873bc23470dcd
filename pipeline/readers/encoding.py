"""Which encoding a text file is in, and its text, with damaged bytes costing only themselves.

Order of evidence: byte order mark; strict UTF-8; then the double-byte candidates that decode cleanly, each scored by the share
of its characters in the charset's own level of common characters (GB 2312 level 1, Big5 level 1); where two come close, the
statistics of chardet and, for UTF-16 without a mark, charset-normalizer decide. GB text is always decoded as gb18030.
"""

import codecs
from collections import Counter

from pipeline.errors import InputError
from pipeline.model.layout import RawText

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_SAMPLE = 65536
"""Bytes that are looked at; more did not change an answer."""
_CLEAR_LEAD = 0.12
"""Difference of two scores above which no second opinion is asked. GB read as Big5 scores 0.2–0.6, text in its own charset 0.85–1."""
_MOSTLY_UTF8 = 0.8
"""Share of a file's non-ASCII bytes in valid UTF-8 sequences that makes it damaged UTF-8 rather than something else: other
encodings reach 0.1."""
_ALIASES = {
    "gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "cp936": "gb18030", "hz": "gb18030",
    "big5": "big5hkscs", "big5hkscs": "big5hkscs", "cp950": "big5hkscs", "big5-hkscs": "big5hkscs",
}  # fmt: skip
_CHARSETS = {"gb18030": "gb2312", "big5": "big5", "big5hkscs": "big5"}
"""Encoding → the charset whose common characters speak for it."""
_UTF16 = ("utf-16-le", "utf-16-be")
_TRIED = ("gb18030", "big5hkscs", *_UTF16)


def decode(data: bytes, encoding: str | None = None) -> RawText:
    """The text of `data`, read in `encoding` or in the one that is recognised.

    Raises InputError where `encoding` names none that Python knows.
    """
    mark, marked = next(((m, name) for m, name in _MARKS if data.startswith(m)), (b"", None))
    name = _canonical(encoding) if encoding else marked or recognise(data)
    if marked != name and not (marked and encoding and marked.startswith(name)):
        mark = b""
    elif marked:
        name = marked
    return _decode_as(data, name, len(mark))


def known(name: str | None) -> str | None:
    """The encoding that a file names itself, None where Python knows none of that name."""
    try:
        "".encode(name or "")
    except LookupError:
        return None
    return name


def _decode_as(data: bytes, name: str, skip: int) -> RawText:
    body = data[skip:]
    for charset in ("big5", name) if name == "big5hkscs" else (name,):  # HKSCS is named only where it is needed
        try:
            return RawText(body.decode(charset), charset, ())
        except UnicodeDecodeError:
            continue
    from pipeline.readers.recovery import decode_damaged

    text, errors = decode_damaged(body, name)
    return RawText(text, name, tuple(offset + skip for offset in errors))


def _canonical(encoding: str) -> str:
    try:
        name = codecs.lookup(encoding).name
        "".encode(name)
    except (LookupError, ValueError) as error:
        raise InputError(f"unknown encoding {encoding!r}; try utf-8, gb18030, big5 or utf-16") from error
    return _ALIASES.get(name, name)


def recognise(data: bytes) -> str:
    """The name of the encoding of `data`, which has no byte order mark."""
    if _is_utf8(data):
        return "utf-8"
    sample = data[:_SAMPLE]
    scores = sorted(((score(sample, name), name) for name in _TRIED), reverse=True)
    (best, name), (second, _) = scores[0], scores[1]
    if best - second >= _CLEAR_LEAD:
        return name
    return _second_opinion(sample, [n for s, n in scores if s > 0 and best - s < _CLEAR_LEAD] or [n for _, n in scores])


def _is_utf8(data: bytes) -> bool:
    """Whether the bytes are UTF-8, or were before some of them were damaged."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        high = sum(map(data.count, range(0x80, 0x100))) if len(data) < 4096 else len(data.translate(None, bytes(range(0x80))))
        kept = data.decode("utf-8", "ignore")
        valid = len(kept.encode()) - len(kept.encode("ascii", "ignore"))
        return valid >= _MOSTLY_UTF8 * high
    return True


def score(sample: bytes, name: str) -> float:
    """Plausibility that `sample` is Chinese in the encoding, from 0 to 1: the share of common characters among the rest."""
    text = sample.decode(name, "replace")
    counts = Counter(text)  # a character that stands in it a hundred times is judged once
    foreign = {c: n for c, n in counts.items() if c > "\x7f"}
    if not foreign:
        return 0.0
    if name in _CHARSETS:
        good = _count_common(foreign, _CHARSETS[name])
    elif name in _UTF16:
        good = sum(n for c, n in foreign.items() if _is_common_unicode(c))
    else:
        return 1.0  # a mark named it
    controls = sum(n for c, n in counts.items() if c < " " and c not in "\t\r\n\f")
    return max(0.0, (good - 2 * counts["\ufffd"] - 2 * controls) / sum(foreign.values()))


def _count_common(counts: dict[str, int], charset: str) -> int:
    low, high = (0xB0, 0xD7) if charset == "gb2312" else (0xA4, 0xC6)
    good = 0
    for character, count in counts.items():
        coded = character.encode(charset, "ignore")
        # Punctuation and symbols of the charset (leads A1–A3) are as common as level 1.
        if len(coded) == 2 and (low <= coded[0] <= high or 0xA1 <= coded[0] <= 0xA3):
            good += count
    return good


def _is_common_unicode(character: str) -> bool:
    return ("\u4e00" <= character <= "\u9fff" and bool(character.encode("gb2312", "ignore") or character.encode("big5", "ignore"))) or (
        "\u3000" <= character <= "\u303f" or "\uff00" <= character <= "\uff5e" or character in "“”‘’—…·"
    )


def _second_opinion(sample: bytes, names: list[str]) -> str:
    """The candidate that the libraries' statistics name, else the one that scored best."""
    import chardet
    from charset_normalizer import from_bytes

    if any(name.startswith("utf-16") for name in names):
        match = from_bytes(sample).best()
        guesses = [match.encoding.replace("_", "-")] if match else []
    else:
        guesses = [(chardet.detect(sample)["encoding"] or "").lower()]
    for guess in guesses:
        if _ALIASES.get(guess, guess) in names:
            return _ALIASES.get(guess, guess)
    return names[0]
