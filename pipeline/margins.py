"""The type area (版心) of a text: its margins, its paragraph indent, and whether its lines were broken by hand."""

from bisect import bisect_right
from collections import Counter
from itertools import pairwise

from pipeline.model.layout import Align, Line
from pipeline.model.record import Struct

_WIDEST_TYPE_AREA = 110
"""Columns. A4 holds 56–80 columns of 三号 type; wider lines are whole paragraphs."""
_NARROWEST = 20
_LONGEST_LABEL = 24
_LABEL_SHARE = 0.75
"""Shorter lines, in columns and as a share of the widest, tell nothing of the type area."""
_OVERFULL = 0.1
"""Share of the lines that may go beyond the margin: a table, a line of recipients."""
_FULL_SHARE = 0.2
"""Share of long lines that end at the right margin from which lines count as broken by hand; whole paragraphs reach 0.05."""
RAGGED = 5
"""Columns that a full line may fall short of the margin: one character that did not fit, one mark that may not begin a line."""
_SPACED_SHARE = 0.9
_STRIPPED = 4
"""Columns that the first line of a paragraph falls short where its indent was stripped away."""
_STOPS = "。!?:;…)”"
"""What a paragraph ends in, before the next begins."""
_RAGGED_SHARE = 0.15
"""Share of the lines that break off in mid-sentence well before the margin from which the margin is ragged."""
_LONG_SHARE = 0.6
"""Share of the type area that a line fills which goes on below, where the margin is ragged."""


class Margins(Struct):
    """In columns from the left edge of the text."""

    left: int
    right: int
    """Right margin; 0 where it cannot be told."""
    paragraph: int
    """Indent of a paragraph's first line; equals `left` where paragraphs are not indented."""
    wrapped: bool
    """Lines were broken at the right margin."""
    spaced: bool = False
    """Blank lines stand between the paragraphs, so that lines without one between them belong together."""
    ragged: bool = False
    """Lines were broken at random places before the right margin."""
    rule: int = 0
    """Columns of the longest printed rule; the head and the foot are as wide."""
    exact: bool = False
    """Read off paper: a line that ends well before the margin was not broken by it."""

    def is_long(self, line: Line) -> bool:
        """Whether the line fills so much of the type area that it goes on below if the margin is ragged."""
        return line.right >= _LONG_SHARE * self.right

    def is_full(self, line: Line) -> bool:
        """Whether the line reaches the right margin, so that the next may continue it."""
        slack = RAGGED if self.paragraph > self.left else RAGGED + _STRIPPED
        return self.wrapped and line.right >= self.right - slack

    def align(self, line: Line) -> Align:
        """Where the line stands between the margins."""
        if line.indent < self.left + 2:
            return "flush"
        if line.indent <= self.paragraph + 2 and self.paragraph > self.left:
            return "indented"
        if line.indent < 6 or (line.indent < 12 and line.right > _WIDEST_TYPE_AREA):
            return "indented"
        space_right = max(0, self.right - line.right)
        return "right" if self.right and line.indent > 1.7 * space_right + 8 else "center"


def measure(lines: tuple[Line, ...], rule_width: int, type_area: int = 0) -> Margins:
    """The margins of a text, from its lines and the columns of its longest rule; `type_area` where its paper tells them (0 for none)."""
    label = min(_LONGEST_LABEL, _LABEL_SHARE * max((line.right for line in lines), default=0))
    long_lines = [line for line in lines if line.right - line.indent >= label and not _is_tabular(line.key)]
    right = type_area or _right_margin([line.right for line in long_lines])
    if not type_area and not any(line.key[-1] not in _STOPS for line in long_lines if right - RAGGED <= line.right <= right):
        right = 0  # whole paragraphs that are as long by chance: none breaks off in mid-sentence
    wrapped = right > 0
    left = _left_margin(list(lines))
    paragraph = _paragraph_indent(lines, left, right, label)
    if not wrapped:
        return Margins(left, _guess_right(lines, rule_width), paragraph, wrapped, rule=rule_width)
    spaced, ragged = _is_spaced(lines, right), _is_ragged(lines, left, right)
    return Margins(left, right, paragraph, wrapped, spaced, ragged, rule_width, type_area > 0)


def _right_margin(edges: list[int]) -> int:
    """The column at which most lines end and hardly any goes beyond; 0 where lines were not broken by hand."""
    edges = sorted(edges)
    counts = Counter(edge for edge in edges if edge <= _WIDEST_TYPE_AREA + RAGGED)
    best = max(counts, key=lambda edge: (_full_lines(counts, edge) - 2 * _beyond(edges, edge), edge), default=0)
    full = _full_lines(counts, best)
    if not _NARROWEST <= best <= _WIDEST_TYPE_AREA or _beyond(edges, best) > _OVERFULL * len(edges):
        return 0
    return best if full >= max(3, _FULL_SHARE * len(edges)) or 2 <= full >= len(edges) / 2 else 0


def _full_lines(counts: Counter[int], edge: int) -> int:
    return sum(counts[column] for column in range(edge - RAGGED, edge + 1))


def _beyond(edges: list[int], edge: int) -> int:
    return len(edges) - bisect_right(edges, edge)


def _is_spaced(lines: tuple[Line, ...], right: int) -> bool:
    """Whether sentences that end before the margin are followed by a blank line, nearly always; signs and brackets begin anew anyway."""
    ends = [
        after.gap > 0
        for line, after in pairwise(lines)
        if line.right < right - RAGGED - _STRIPPED and _ends_text(line.key) and _is_text(line) and _is_text(after)
    ]
    return bool(ends) and sum(ends) >= _SPACED_SHARE * len(ends)


def _ends_text(key: str) -> bool:
    """Whether a sentence ends with the line; a title may end in a quotation too."""
    return key[-1] in "。!?" or (key[-1] in "”)" and ("。" in key or "," in key))


def _is_text(line: Line) -> bool:
    """Whether the line may be one of running text: no sign, no bracket, no label, no row of the contents."""
    return (line.key[0].isalnum() or line.key[0] == "“") and ":" not in line.key[:8] and not _is_tabular(line.key)


def _is_ragged(lines: tuple[Line, ...], left: int, right: int) -> bool:
    """Whether lines that go on below, at the margin, often break off well before the right margin."""
    short = full = 0
    for line, after in pairwise(lines):
        if after.gap or after.indent > left + 1 or line.right < _LONG_SHARE * right or line.key[-1] in _STOPS or "," not in line.key:
            continue
        full += line.right >= right - RAGGED
        short += line.right < right - RAGGED
    return short > _RAGGED_SHARE * (short + full)


def _is_tabular(key: str) -> bool:
    """Contents lines and lines with something at each end, which tell nothing of the type area."""
    return "   " in key or ".." in key or "……" in key or "··" in key or "⋯⋯" in key or "--" in key


def _left_margin(lines: list[Line]) -> int:
    """The smallest indent that is no accident: at least a twentieth of the lines have it."""
    counts = Counter(line.indent for line in lines)
    return next((indent for indent, n in sorted(counts.items()) if n * 20 >= len(lines)), 0)


def _paragraph_indent(lines: tuple[Line, ...], left: int, right: int, label: float) -> int:
    """The commonest indent of long lines that begin a paragraph: one that goes on at the margin, or is whole."""
    counts: Counter[int] = Counter()
    long_lines = 0
    for index, line in enumerate(lines):
        if line.right - line.indent < label or _is_tabular(line.key):
            continue
        long_lines += 1
        if left + 2 <= line.indent <= left + 10:
            counts[line.indent] += 1 + 2 * _begins_paragraph(lines, index, left, right)
    best = max(counts, key=lambda indent: counts[indent], default=left)  # most_common would cost a start the import of heapq
    return best if counts[best] * 20 >= long_lines else left


def _begins_paragraph(lines: tuple[Line, ...], index: int, left: int, right: int) -> bool:
    line, before = lines[index], lines[index - 1] if index else None
    if before and not line.gap and before.right >= right - RAGGED and before.key[-1] not in _STOPS:
        return False  # set in under the line above, as recipients are
    after = lines[index + 1] if index + 1 < len(lines) else None
    return line.key[-1] in _STOPS or (after is not None and not after.gap and after.indent < left + 2)


def _guess_right(lines: tuple[Line, ...], rule_width: int) -> int:
    """Without broken lines: the rules' width, or twice the middle of the lines that are set far in."""
    if rule_width >= 20:
        return rule_width
    middles = [line.indent + line.right for line in lines if line.indent >= 8 and line.right <= _WIDEST_TYPE_AREA]
    return sorted(middles)[len(middles) // 2] if middles else 0
