"""The words of a heading: without its ordinal, brackets, decoration and what Markdown marks it with."""

from pipeline.notation.brackets import HEADING_BRACKETS, frame
from pipeline.notation.ordinals import is_sign, parse_marker
from pipeline.notation.pattern import Pattern
from pipeline.segment.spans import Piece, trim

_RULED = "~=-—"
"""Signs that stand in rows on both sides of a heading."""
_LINKED = Pattern(r"\[(?P<words>[^\[\]]+)\]\([^()]*\)$", first="[")
_MARKUP_BEHIND = Pattern(r"(?:</[a-z]{1,8}>|[ ]#{1,6}|[ ]\{#[^{}]*\})$", last=">#}")
"""Closing tags, the signs that close a heading as they open it, and an anchor."""


def split_number(piece: Piece, ordinals: frozenset[str] | None = None) -> tuple[str | None, Piece]:
    """The ordinal or bullet before a title, and the title; 3.1.4 is one where its parent or a neighbour is among those of the issue."""
    piece = trim(piece)
    number = None
    while (marker := parse_marker(piece.key)) and marker.kind not in ("point", "article", "chapter") and marker.length < len(piece.key):
        if ordinals is not None and "." in marker.text and not _counts(marker.text, ordinals):
            break
        if marker.kind not in ("bullet", "markdown", "dash"):
            number = marker.text
        piece = Piece(piece.block, piece.start + marker.length, piece.end)
    return number, piece


def _counts(text: str, ordinals: frozenset[str]) -> bool:
    """Whether 2.3 goes on from 2.2, stands below 2 or opens a count: the number of a version does none of these."""
    parent, _, last = text.rpartition(".")
    number = int(last) if last.isdecimal() else 0
    return parent in ordinals or f"{parent}.{number - 1}" in ordinals or (number == 1 and f"{parent}.2" in ordinals)


def heading_core(piece: Piece, ordinals: frozenset[str] | None = None) -> Piece:
    """A heading without ordinal, brackets and decoration; 《》 and quotes that are part of it stay. `ordinals` as for `split_number`."""
    _, piece = split_number(_words_of_link(_without_markup_behind(_without_frame(piece))), ordinals)
    key = piece.key
    while len(key) > 2 and (_is_wrapped(key) or _is_ornament(key[0]) or _is_ornament(key[-1])):
        left = 1 if _is_wrapped(key) or _is_ornament(key[0]) else 0
        right = 1 if _is_wrapped(key) or _is_ornament(key[-1]) else 0
        _, piece = split_number(Piece(piece.block, piece.start + left, piece.end - right), ordinals)
        key = piece.key
    if key[-1:] == ":":
        return trim(Piece(piece.block, piece.start, piece.end - 1))
    if ("【" in key) != ("】" in key) and (key[0] == "【" or key[-1] == "】"):
        piece = trim(Piece(piece.block, piece.start + (key[0] == "【"), piece.end - (key[-1] == "】")))
    return piece


def _without_frame(piece: Piece) -> Piece:
    left, right = frame(piece.key)
    return trim(Piece(piece.block, piece.start + left, piece.end - right))


def _without_markup_behind(piece: Piece) -> Piece:
    while found := _MARKUP_BEHIND.search(piece.key):
        piece = trim(Piece(piece.block, piece.start, piece.start + found.start()))
    return piece


def _words_of_link(piece: Piece) -> Piece:
    """[标题](地址) → 标题."""
    _, bare = split_number(piece)
    found = _LINKED.match(bare.key)
    return Piece(bare.block, bare.start + found.start("words"), bare.start + found.end("words")) if found else piece


def section_core(piece: Piece) -> Piece:
    """The heading of a section, without 《》 or 〈〉 around it too: 《调查研究》."""
    core = heading_core(piece)
    if (closer := {"《": "》", "〈": "〉", "<": ">"}.get(core.key[:1])) and core.key.find(closer) == len(core.key) - 1 > 1:
        return Piece(core.block, core.start + 1, core.end - 1)
    return core


def _is_ornament(character: str) -> bool:
    return character in "*━─═┃│║" or is_sign(character)


def _is_wrapped(key: str) -> bool:
    closer = HEADING_BRACKETS.get(key[0]) or (key[0] if key[0] in _RULED else None)
    if closer is None or key[-1] != closer:
        return False
    if closer == key[0]:  # ~~~~ 学会活动 ~~~~
        return closer not in key.strip(closer)
    return key.find(closer, 1) == len(key) - (2 if key[-2:] == closer * 2 else 1)
