"""Physical 3: columns (栏) that stand side by side on the lines of a text are read one after the other.

Post-conditions:
1. The words of the lines are those before, in pieces; what was white space, or a bar, between two columns is in none.
2. Pieces of one column go from top to bottom, the left column stands before the right; their offsets in the source may go backward.
3. A text without columns gets the very lines that it had.
"""

from pipeline.lines import BARS
from pipeline.model.document import DocumentWarning
from pipeline.model.layout import Line, Span

_LEAST_GAPS = 4
"""Lines with white space and a comma or stop inside, one near the other, from which a text is looked at."""
_NEAR = 8
"""Lines within which the next such line stands."""
_REACH = 60
"""Lines above and below that may be the end of a longer column."""
InTurn = tuple[tuple[Line, ...], tuple[Span, ...], tuple[DocumentWarning, ...]]
"""Lines in the order in which they are read, the rules between them, and a warning where that is not the order of the source."""


def read_in_turn(lines: tuple[Line, ...], rules: tuple[Span, ...], text: str) -> InTurn:
    """The lines and rules of a text, those of columns in pieces, one column after the other."""
    stretches = _stretches(lines)
    if not stretches:
        return lines, rules, ()
    from pipeline.column_order import order_columns  # nearly no text needs it

    return order_columns(lines, rules, text, stretches)


def _stretches(lines: tuple[Line, ...]) -> list[tuple[int, int]]:
    """Where columns may stand: first and last index (behind) of lines that often have white space inside; empty for nearly every text."""
    gaps = [i for i, line in enumerate(lines) if "  " in line.key or "\t" in line.key or any(bar in line.key for bar in BARS)]
    found: list[list[int]] = []
    for index in gaps:
        if found and index - found[-1][-1] <= _NEAR:
            found[-1].append(index)
        else:
            found.append([index])
    dense = [run for run in found if sum("," in lines[i].key or "。" in lines[i].key for i in run) >= _LEAST_GAPS]
    stretches: list[tuple[int, int]] = []
    for run, following in zip(dense, [*(run[0] for run in dense), len(lines)][1:], strict=True):
        low = max(stretches[-1][1] if stretches else 0, run[0] - _REACH)
        stretches.append((low, min(following, run[-1] + 1 + _REACH)))
    return stretches
