"""Damaged bytes: what can still be read is read, and the rest is told by its offset.

A codec's own error handling loses more than the damage: one byte lost or gained in GB18030 or Big5 text shifts the pairing
of every byte up to the next ASCII character, and the shifted pairs decode to other characters without an error. So a damaged
stretch is cut anew: of all ways to cut it into characters and bad bytes the cheapest is taken.
"""

import codecs
import re
from contextvars import ContextVar

from pipeline.lexicon import words

_STRETCH = re.compile(rb"[^\x00-\x2f]+|[\x00-\x2f]+")
"""Bytes below 0x30 never belong to a double-byte character, so that damage cannot reach across them."""
_BAD, _RARE, _USUAL, _ASCII, _FOUR = 2.0, 0.9, 0.3, 0.5, 1.0
"""Costs of a bad byte, of a character outside the charset's level 1, of one inside, of a byte that may be the second half of a
Big5 character, of a four-byte one; the commonest characters and punctuation cost nothing. Two rare characters in a row are
likelier than a damaged byte, three are not."""
_COMMON_LEADS = {"gb18030": range(0xB0, 0xD8), "big5hkscs": range(0xA4, 0xC7)}


def decode_damaged(data: bytes, encoding: str) -> tuple[str, list[int]]:
    """The text, each bad byte as one U+FFFD, and the byte offsets of the bad bytes."""
    if encoding not in _COMMON_LEADS:
        return _decode_marking(data, encoding)
    pieces: list[str] = []
    errors: list[int] = []
    for stretch in _STRETCH.finditer(data):
        raw = stretch.group()
        try:
            pieces.append(raw.decode(encoding))
        except UnicodeDecodeError:
            text, bad = _recut(raw, encoding)
            pieces.append(text)
            errors += [stretch.start() + offset for offset in bad]
    return "".join(pieces), errors


def _decode_marking(data: bytes, encoding: str) -> tuple[str, list[int]]:
    """Decode with Python's codec; every byte that it refuses becomes one U+FFFD."""
    errors: list[int] = []
    token = _bad_bytes.set(errors)
    try:
        return data.decode(encoding, _HANDLER), errors
    finally:
        _bad_bytes.reset(token)


def _mark(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bad = range(error.start, max(error.end, error.start + 1))
    _bad_bytes.get().extend(bad)
    return "\ufffd" * len(bad), bad.stop


_bad_bytes: ContextVar[list[int]] = ContextVar("bad_bytes")
_HANDLER = "pipeline.mark"
codecs.register_error(_HANDLER, _mark)


def _recut(raw: bytes, encoding: str) -> tuple[str, list[int]]:
    """The cheapest way to cut a stretch into characters and bad bytes."""
    cost = [0.0] * (len(raw) + 1)
    width = [1] * len(raw)
    for at in range(len(raw) - 1, -1, -1):
        choices = ((price + cost[at + abs(size)], size) for size, price in _choices(raw, at, encoding))
        cost[at], width[at] = min(choices)
    return _read_cut(raw, width, encoding)


def _choices(raw: bytes, at: int, encoding: str) -> list[tuple[int, float]]:
    if raw[at] < 0x80:
        return [(1, _ASCII)]
    pieces = (raw[at : at + size] for size in (2, 4) if at + size <= len(raw))
    return [(-1, _BAD), *((len(piece), price) for piece in pieces if (price := _price(piece, encoding)) is not None)]


def _price(raw: bytes, encoding: str) -> float | None:
    """What the bytes cost as one character; None where they are none."""
    try:
        character = raw.decode(encoding)
    except UnicodeDecodeError:
        return None
    if len(character) != 1:
        return None
    if len(raw) == 4:
        return _FOUR
    if character in words("common_characters") or 0xA1 <= raw[0] <= 0xA3:
        return 0.0
    return _USUAL if raw[0] in _COMMON_LEADS[encoding] and raw[1] >= 0xA1 - 0x61 * (encoding != "gb18030") else _RARE


def _read_cut(raw: bytes, width: list[int], encoding: str) -> tuple[str, list[int]]:
    pieces: list[str] = []
    errors: list[int] = []
    at = 0
    while at < len(raw):
        size = abs(width[at])
        if width[at] < 0:
            errors.append(at)
        pieces.append("\ufffd" if width[at] < 0 else raw[at : at + size].decode(encoding))
        at += size
    return "".join(pieces), errors
