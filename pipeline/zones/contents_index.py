"""The printed contents (目录, 本期导读) as a guess, and every later block held against it.

The strongest evidence there is: a title listed there, found once and in order in the text, is a title even when it runs into its
paragraph. The guess is wide; what is contents and what not is decided with everything else.
"""

from itertools import pairwise

from pipeline.lexicon import words
from pipeline.model.layout import Block
from pipeline.model.record import NamedTuple, Struct
from pipeline.notation.brackets import HEADING_BRACKETS
from pipeline.notation.frame import opens_with_frame_label
from pipeline.notation.labels import NOTE
from pipeline.notation.ordinals import parse_marker
from pipeline.notation.pattern import Pattern
from pipeline.zones.stems import (
    bracket_end,
    inline_entries,
    parts_at_colon,
    side_by_side,
    spaced_ordinal,
    stem,
    strip_page,
    without_author,
)

_LONGEST_HEADING = 24
_LEVELS, _LONGEST_SECTION = 2, 10
_HEADINGS = ("要目", "目录", "目錄", "目次", "导读", "導讀", "导览")
_BRIEFS = Pattern("(?:简|簡|快|短)(?:讯|訊)(?:[一二三四五六七八九十]{1,3}(?:则|則|条|條))?$")
"""A row for all the briefs of an issue: 简讯五则."""
_SEARCHED = 60
"""Blocks from the top, or from the end, within which a contents heading is looked for."""
_FEWEST = 2
"""Rows of a contents that tells itself by its page numbers."""
_MOST_ENTRIES = 400
_LONGEST_ENTRY = 90
"""Characters."""
_MATCH = 0.72
"""Dice coefficient of character pairs from which a heading is a reworded entry; unrelated headings of the gold stay below 0.5."""
_RUN_IN_REACH = 110
"""Characters of a paragraph within which a title that runs into it must end."""


class Listed(NamedTuple):
    """A block of the text that the contents lists."""

    length: int
    """Characters of the block's key that are the heading."""
    exact: bool
    continued: bool = False
    """The entry's words go on from the block before."""
    level: str = ""
    """section or title, where the contents sets its rows in two ways."""


class ContentsIndex(Struct):
    """Where the printed contents seems to stand, and what of the text it lists."""

    heading: int
    """Block of the contents heading, -1 for none."""
    start: int
    end: int
    listed: dict[int, Listed]
    """By block."""
    at_foot: bool = False
    """Whether it stands below the text that it lists."""


def index_contents(blocks: tuple[Block, ...], stems: tuple[str, ...]) -> ContentsIndex:
    """Guess the contents of a bulletin from its blocks and their stems ("" for running text)."""
    top, foot = range(min(_SEARCHED, len(blocks))), range(len(blocks) - 1, max(_SEARCHED, len(blocks) - _SEARCHED) - 1, -1)
    heading = next((i for i in (*top, *foot) if _is_heading(blocks[i])), -1)
    found = _index(blocks, stems, heading)
    holds = found.listed or found.end - found.start > 1  # 本版导读 right above the one column of a page is no contents
    return found if found.at_foot or (heading < len(top) and (heading < 0 or holds)) else _index(blocks, stems, -1)


def _index(blocks: tuple[Block, ...], stems: tuple[str, ...], heading: int) -> ContentsIndex:
    """As `index_contents`, with the contents below the block `heading`; where that lists none of the text below, it may list that above."""
    start, end = _region(blocks, stems, heading)
    rows = [part for i in range(start, end) for part in _parts(blocks[i].key, stems[i])]
    wrapped = _wrapped_rows(blocks[start:end], start)
    entries = _Entries(rows, {stems[i] + stems[i + 1] for i in wrapped})
    listed = _look_up(blocks, stems, range(end, len(blocks)), entries) if entries else {}
    above = _look_up(blocks, stems, range(heading), entries) if entries and not listed else {}
    at_foot = bool(above) and 2 * len(above) >= end - start
    listed = above if at_foot else listed
    levels = _levels(blocks, stems, [i for i in range(start, end) if i - 1 not in wrapped]) or _one_level(blocks, stems, range(start, end), listed)
    listed = {index: found._replace(level=levels.get(stems[index], "")) for index, found in listed.items()} if levels else listed
    return ContentsIndex(heading, start, end, listed, at_foot)


def _levels(blocks: tuple[Block, ...], stems: tuple[str, ...], rows: list[int]) -> dict[str, str]:
    """Whether each row, by its stem, is a section or a title, where rows are set in two ways: short ones, and others in under them."""
    looks = [(blocks[index].indent, _ordinal(blocks[index]), blocks[index].key[0] in HEADING_BRACKETS) for index in rows]
    outer = [index for index, look in zip(rows, looks, strict=True) if look == looks[0]]
    inner = [index for index in rows if index not in outer]
    if len(set(looks)) != _LEVELS or any(blocks[index].indent <= blocks[rows[0]].indent for index in inner):
        return {}
    if any(not 0 < len(stems[index]) <= _LONGEST_SECTION for index in outer) or any(blocks[index].key.startswith("——") for index in inner):
        return {}
    return {stems[index]: "section" if index in outer else "title" for index in rows}


def _one_level(blocks: tuple[Block, ...], stems: tuple[str, ...], rows: range, listed: dict[int, Listed]) -> dict[str, str]:
    """All rows as titles, where they are set in one way, most are longer than a section's name, and none heads another in the text."""
    looks = {(blocks[index].indent, _ordinal(blocks[index]), blocks[index].key[0] in HEADING_BRACKETS) for index in rows}
    headings = {index for index, found in listed.items() if not found.continued}
    long = sum(len(stems[index]) > _LONGEST_SECTION for index in headings)
    if len(looks) > 1 or 2 * long <= len(headings) or any(index + 1 in headings for index in headings):
        return {}
    return {stems[index]: "title" for index in rows if not _BRIEFS.search(stems[index])}


def _is_heading(block: Block) -> bool:
    if len(block.key) > _LONGEST_HEADING:
        return False
    name = "".join(c for c in block.key if c.isalpha()).lower()
    bare = "".join(c for c in name if not c.isascii()) or name  # CONTENTS 目录
    return bare in words("contents_headings") or (len(bare) == 4 and bare.endswith(_HEADINGS))  # 今日要目, 简报目录


def _region(blocks: tuple[Block, ...], stems: tuple[str, ...], heading: int) -> tuple[int, int]:
    """From below the heading to where a line repeats or running text begins; without a heading, the lines that recur."""
    prose = (i for i in range(heading + 1, len(blocks)) if not stems[i] and strip_page(blocks[i].key)[1] is None)
    first_prose = next(prose, len(blocks))
    if heading < 0:
        inline = next((at for at in range(min(_SEARCHED, len(blocks))) if inline_entries(blocks[at].key)), None)
        return _recurring_region(blocks, stems, first_prose) if inline is None else (inline, inline + 1)
    seen: set[str] = set()
    paged = [index for index in range(heading + 1, first_prose) if strip_page(blocks[index].key)[1] is not None]
    if len(paged) >= _FEWEST and paged[-1] - heading == len(paged) and _stands_apart(blocks, heading + 1, paged[-1] + 1):
        return heading + 1, paged[-1] + 1
    for index in range(heading + 1, min(first_prose + 1, len(blocks), heading + 1 + _MOST_ENTRIES)):
        if index > heading + 1 and (blocks[index].rule_above or opens_with_frame_label(blocks[index].key)):
            return heading + 1, index
        if index == first_prose or NOTE.match(blocks[index].key) or _is_listed(stems, index, seen):
            return heading + 1, index - _opens_text(blocks, stems, heading + 1, index)
        if stems[index]:
            key = blocks[index].key
            seen |= {stems[index], stems[index - 1] + stems[index], stem(key[spaced_ordinal(key) :])}  # the second is an entry over two lines
    return heading + 1, min(first_prose, heading + 1 + _MOST_ENTRIES)


def _stands_apart(blocks: tuple[Block, ...], start: int, end: int) -> bool:
    """Whether the gap below rows that all have a page number is wider than those between them."""
    return end < len(blocks) and blocks[end].gap > max(block.gap for block in blocks[start + 1 : end])


def _is_listed(stems: tuple[str, ...], index: int, seen: set[str]) -> bool:
    """Whether the block repeats an entry, or begins one that goes on in the next block."""
    return stems[index] in seen or (bool(stems[index]) and "".join(stems[index : index + 2]) in seen)


def _opens_text(blocks: tuple[Block, ...], stems: tuple[str, ...], start: int, end: int) -> bool:
    """Whether the line before the first repeated title is a section heading of the text.

    It is set as no entry is: alone in brackets, alone without a page number, with another ordinal, or below a gap of its own.
    """
    if end - start < 2 or not stems[end - 1]:
        return False
    entries, last = blocks[start : end - 1], blocks[end - 1]
    if last.key[0] in HEADING_BRACKETS:
        return not any(entry.key[0] in HEADING_BRACKETS for entry in entries)
    paged = [strip_page(entry.key)[1] is not None for entry in entries]
    unlike = (all(paged) and strip_page(last.key)[1] is None) or last.gap > max([1, *(entry.gap for entry in entries[1:])])
    return unlike or _ordinal(last) not in {_ordinal(entry) for entry in entries}


def _ordinal(block: Block) -> str:
    marker = parse_marker(block.key)
    return marker.kind if marker else ""


def _recurring_region(blocks: tuple[Block, ...], stems: tuple[str, ...], first_prose: int) -> tuple[int, int]:
    last = {s: i for i, s in enumerate(stems) if s}
    hits = [
        i
        for i in range(min(first_prose, _MOST_ENTRIES))
        if len(stems[i]) >= 2 and (last[stems[i]] > i or (strip_page(blocks[i].key)[1] is not None and "…" in blocks[i].key))
    ]
    return (_counted_from(blocks, hits[0]), hits[-1] + 1) if len(hits) >= 2 else (0, 0)


def _counted_from(blocks: tuple[Block, ...], start: int) -> int:
    """Where the count begins that a row of the contents goes on: its first rows may stand on two lines below."""
    marker = parse_marker(blocks[start].key)
    while start and marker and (before := parse_marker(blocks[start - 1].key)) and (before.kind, before.ordinal + 1) == (marker.kind, marker.ordinal):
        start, marker = start - 1, before
    return start


def _parts(key: str, name: str) -> tuple[str, ...]:
    """The stems of a row: one, or two where a section in brackets, or set apart by a gap, stands before an entry, or an author behind it."""
    if len(starts := side_by_side(key)) > 1:
        return tuple(stem(key[start:end]) for start, end in pairwise((*starts, len(key))))
    if ordinal := spaced_ordinal(key):
        return name, stem(key[ordinal:])
    title = stem(without_author(strip_page(key)[0]))
    if name.startswith(title) and title != name:
        return name, title
    cut = bracket_end(key) or len(key.partition("  ")[0])
    return (stem(key[:cut]), stem(key[cut:])) if 0 < cut < len(key) else (name, *parts_at_colon(key))


def _wrapped_rows(rows: tuple[Block, ...], start: int) -> set[int]:
    """Rows whose entry goes on in the next: by their page numbers, or where all without a sign hang below rows too long for sections."""
    wrapped = {at for at in range(len(rows) - 1) if _is_wrapped(rows[at].key, rows[at + 1].key)}
    plain = [at for at, row in enumerate(rows) if _ordinal(row) != "bullet"]
    if not wrapped and 2 * len(plain) < len(rows) and all(at and _hangs(rows[at - 1], rows[at]) for at in plain):
        wrapped = {at - 1 for at in plain}
    return {start + at for at in wrapped}


def _hangs(above: Block, row: Block) -> bool:
    return _ordinal(above) == "bullet" and not _ordinal(row) and row.indent > above.indent and len(stem(above.key)) > _LONGEST_SECTION


def _is_wrapped(key: str, following: str) -> bool:
    """Whether an entry that has a number goes on in the next line, which has none but the page."""
    numbered = parse_marker(key) is not None and parse_marker(following) is None
    return numbered and key.endswith(strip_page(key)[0]) and not following.endswith(strip_page(following)[0])


class _Entries:
    """The stems of the contents and of neighbouring lines together, for exact and for similar look-up."""

    def __init__(self, stems: list[str], wrapped: set[str]) -> None:
        self.wrapped = wrapped
        """Those of entries over two lines, of which neither is an entry."""
        self.exact = {s for s in stems if s}
        for n in (2, 3):
            self.exact |= {"".join(group) for i in range(len(stems) - n + 1) if all(group := stems[i : i + n])}
        self._by_pair: dict[str, list[int]] = {}
        self._stems = [s for s in stems if 5 <= len(s) <= _LONGEST_ENTRY]
        for number, entry in enumerate(self._stems):
            for pair in {entry[i : i + 2] for i in range(len(entry) - 1)}:
                self._by_pair.setdefault(pair, []).append(number)

    def __bool__(self) -> bool:
        return bool(self.exact)

    def is_similar(self, candidate: str) -> bool:
        """Whether an entry is nearly `candidate`."""
        pairs = {candidate[i : i + 2] for i in range(len(candidate) - 1)}
        counts: dict[int, int] = {}
        for pair in pairs:
            for number in self._by_pair.get(pair, ())[:40]:
                counts[number] = counts.get(number, 0) + 1
        return any(2 * n / (len(pairs) + len(self._stems[number]) - 1) >= _MATCH for number, n in counts.items())


def _look_up(blocks: tuple[Block, ...], stems: tuple[str, ...], text: range, entries: _Entries) -> dict[int, Listed]:
    listed: dict[int, Listed] = {}
    for index in text:
        if index in listed:
            continue
        key = blocks[index].key
        if not stems[index]:
            if found := _run_in(key, entries):
                listed[index] = found
        elif stems[index] in entries.exact and key[-1] != ":" and "".join(stems[index : index + 2]) not in entries.wrapped:
            listed[index] = Listed(len(key), exact=True)
        elif span := _joined(stems, index, entries):
            listed[index] = Listed(len(key), exact=True)
            listed.update({index + k: Listed(len(blocks[index + k].key), exact=True, continued=True) for k in range(1, span)})
        elif len(stems[index]) >= 5 and entries.is_similar(stems[index]):
            listed[index] = Listed(len(key), exact=False)
    return listed


def _joined(stems: tuple[str, ...], index: int, entries: _Entries) -> int:
    """How many lines from here on are one entry together; 0 for none."""
    for span in (2, 3):
        group = stems[index : index + span]
        if len(group) == span and all(group) and "".join(group) in entries.exact:
            return span
    return 0


def _run_in(key: str, entries: _Entries) -> Listed | None:
    """The entry with which a paragraph begins, up to a blank; the longest one."""
    found = None
    cuts = [i for i, c in enumerate(key[:_RUN_IN_REACH]) if c in " 】" and i >= 4]
    for cut in cuts:
        end = cut + (key[cut] == "】")
        if stem(key[:end]) in entries.exact:
            found = Listed(end, exact=True)
    if not found and cuts and len(name := stem(key[: cuts[0]])) >= 6 and entries.is_similar(name):
        found = Listed(cuts[0] + (key[cuts[0]] == "】"), exact=False)
    return found
