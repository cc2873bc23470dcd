"""The stem of a heading: what stays the same of it between the printed contents and the text."""

import re

from pipeline.notation.ordinals import parse_marker

_TRAILING_PAGE = re.compile(r"(?:[\s.…·⋯・‥\-—_]{2,}|[\s.…·⋯]*\(|[…·⋯]+|\s)\s*(?:第)?\d{1,3}(?:页)?\)?\s*$|\(\d{1,3}\)$")
_LEADING_PAGE = re.compile(r"^\(?\d{1,3}\)?(?:\s{1,}|\t)(?=\D)")
_NOT_WORD = re.compile(r"[\W_]+")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")


def strip_page(key: str) -> tuple[str, int | None]:
    """A contents line without leaders and page number, and the number: ……3, ···(2), (3), a tab and 4, 5 in front."""
    key = _LINK.sub(r"\1", key)
    for pattern in (_TRAILING_PAGE, _LEADING_PAGE):
        found = pattern.search(key)
        if found and found.start() + len(key) - found.end() >= 2:
            number = re.search(r"\d+", found[0])
            return (key[: found.start()] + key[found.end() :]).strip(" .…·⋯"), int(number[0]) if number else None
    return key.strip(" .…·⋯"), None


def stem(key: str) -> str:
    """The words of a heading: without ordinal, bullet, brackets, leaders, page number, blanks and punctuation."""
    bare, _ = strip_page(key)
    marker = parse_marker(bare)
    while marker and marker.kind != "point" and marker.length < len(bare):
        bare = bare[marker.length :]
        marker = parse_marker(bare)
    return _NOT_WORD.sub("", bare)
