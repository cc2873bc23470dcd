"""Where the output of a source goes: below OUT whatever a zip file or an address says, and never over that of another source."""

import os
import re

from pipeline.digest import sha256

_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\]')
_RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)")
_LONGEST = 180
"""Bytes of a name; file systems take 255, of which the suffix and a digest need some."""
_DIGEST = 8


def safe_place(path: str) -> str:
    """A relative path that stays below where it is put and that every file system takes: `..`, drives and marks are taken out.

    For names that come from elsewhere: members of a zip file, addresses. What is left of two names may be the same.
    """
    parts = [_safe(part) for part in path.replace("\\", "/").split("/") if part not in {"", ".", ".."}]
    return "/".join(parts) or "_"


def _safe(part: str) -> str:
    name = _UNSAFE.sub("_", part).rstrip(". ") or "_"
    name = f"_{name}" if _RESERVED.match(name) else name
    if len(os.fsencode(name)) <= _LONGEST:
        return name
    stem, suffix = os.path.splitext(name)
    return f"{os.fsdecode(os.fsencode(stem)[: _LONGEST // 2]).encode('utf-8', 'ignore').decode()}~{_digest(name)}{suffix[:16]}"


def candidates(place: str, key: str, suffix: str) -> tuple[str, str, str]:
    """Names for the output of the source at `place`, the wish first: a.json, a.txt.json, a.txt~1f3a6c02.json.

    The last one belongs to no other source, for it has a digest of the key in it.
    """
    return os.path.splitext(place)[0] + suffix, place + suffix, f"{place}~{_digest(key)}{suffix}"


def fold(target: str) -> str:
    """What a file system that sees no difference between A and a takes the name for."""
    return target.casefold()


def _digest(name: str) -> str:
    return sha256(os.fsencode(name)).hexdigest()[:_DIGEST]
