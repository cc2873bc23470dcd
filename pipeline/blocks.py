"""Physical 5: lines → blocks. Lines that were broken by hand, by a page end or by a bracket are joined again.

Post-conditions:
1. Every line stands in exactly one block, in order.
2. The block's key is its lines' keys joined with nothing, but for a blank where two Latin words meet.
3. Footnotes stand behind the paragraph that the end of their page cuts.
"""

from collections import Counter
from collections.abc import Iterator

from pipeline.bonds import cuts_address
from pipeline.footnotes import find_footnotes, opens_note
from pipeline.joins import continues, repeats, without_leader
from pipeline.letter_spacing import is_letter_spaced, without_spacing
from pipeline.margins import Margins, measure
from pipeline.model.layout import Block, Line, Span
from pipeline.notation.records import read_records

_DOUBLE_SPACED = 0.85
"""Share of lines with a blank line above from which a text is set with double space."""
_TELLING = 6
"""Characters of a line that does not stand twice by chance."""


def group_blocks(lines: tuple[Line, ...], rule_width: int = 0, type_area: int = 0) -> tuple[Block, ...]:
    """Paragraphs, headings and other lines of the flow, joined where a line break is none of the author's."""
    margins = measure(lines, rule_width, type_area)
    spacing = _spacing(lines)
    if margins.wrapped and spacing:
        lines = tuple(line._replace(gap=max(0, line.gap - spacing)) for line in lines)
        spacing = 0
    listed = _listed(lines) if margins.exact else frozenset[str]()
    runs = _runs(lines, margins, listed)
    spaced = is_letter_spaced(lines)
    return tuple(_block(run, margins, spacing, spaced=spaced) for run in runs)


def _runs(lines: tuple[Line, ...], margins: Margins, listed: frozenset[str]) -> Iterator[list[Line]]:
    """The lines of each block."""
    noted = find_footnotes(lines)
    fields = {lines[at].start for at in read_records([line.key for line in lines]).fields}
    notes: list[list[Line]] = []
    run: list[Line] = []
    for line in lines:
        if line.start in noted:
            if opens_note(line) or not notes:
                notes.append([])
            notes[-1].append(line)
            continue
        if run and (run[0].start in fields or line.start in fields or repeats(run[-1], line, listed) or not continues(run, line, margins)):
            yield from (run, *notes)
            run, notes = [], []
        run.append(line)
    yield from ([run] if run else [])
    yield from notes


def _listed(lines: tuple[Line, ...]) -> frozenset[str]:
    """Lines that stand a second time: titles and their rows of the contents. On paper one may stand below a full line, at the margin as it is."""
    counts = Counter(without_leader(line.key) for line in lines)
    return frozenset(key for key, count in counts.items() if count > 1 and len(key) >= _TELLING)


def _spacing(lines: tuple[Line, ...]) -> int:
    """1 where nearly every line has a blank line above it: the text was set with double space, and the blank line says nothing."""
    return int(sum(line.gap > 0 for line in lines) >= _DOUBLE_SPACED * len(lines))


def _block(run: list[Line], margins: Margins, spacing: int, *, spaced: bool) -> Block:
    words = [without_spacing(line) if spaced else (line.key, (Span(line.start, line.end),)) for line in run]
    key = words[0][0]
    for line_key, _ in words[1:]:
        key = join_keys(key, line_key)
    first = run[0]
    parts = tuple(part for _, found in words for part in found)
    gap = max(0, first.gap - spacing)
    align, above = margins.align(first), first.rule_above
    return Block(parts, key, align, first.indent, gap, first.page, above, run[-1].right, first.markup, first.size, spaced)


def join_keys(before: str, after: str) -> str:
    """Two lines as one: Chinese needs no blank, two Latin words do."""
    return before + (" " if meets_latin(before, after) else "") + after


def meets_latin(before: str, after: str) -> bool:
    """Whether a Latin word would run into the next; an address that the margin cuts is one word."""
    return before[-1:].isascii() and after[:1].isascii() and before[-1:].isalnum() and after[:1].isalnum() and (
        before[-1:].isalpha() or after[:1].isalpha()
    ) and not cuts_address(before, after)
