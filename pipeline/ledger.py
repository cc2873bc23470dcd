"""The ledger: every character of the source in exactly one run, whatever the stages before have found."""

from operator import itemgetter

from pipeline.lines import is_rule
from pipeline.model.document import LedgerRun, Role
from pipeline.model.layout import Span
from pipeline.notation.pattern import Pattern
from pipeline.segment.spans import Piece, source_spans

_BLANK = Pattern(r"[\s\u200b\ufeff|│┃║｜>]*")


class Ledger:
    """Collects places with their roles; the first to claim a character keeps it."""

    def __init__(self) -> None:
        self._runs: list[tuple[int, int, Role, str | None]] = []

    def add(self, piece: Piece, role: Role, owner: str | None = None) -> None:
        """Enter a stretch of a block; what an earlier entry holds of it stays with that entry."""
        for span in source_spans(piece):
            self.add_span(span, role, owner)

    def add_span(self, span: Span, role: Role, owner: str | None = None) -> None:
        """Enter a stretch of the source."""
        if span.end > span.start:
            self._runs.append((span.start, span.end, role, owner))

    def close(self, text: str) -> tuple[LedgerRun, ...]:
        """All runs in order, gaps filled: white space and rules as separators, anything else as unassigned."""
        runs: list[LedgerRun] = []
        at = 0
        for begin, end, role, owner in sorted(self._runs, key=itemgetter(0)):  # stable: of two the first entry comes first
            start = max(begin, at)
            if end <= start:
                continue
            _fill(runs, text, at, start)
            _append(runs, LedgerRun(start, end, role, owner), text)
            at = end
        _fill(runs, text, at, len(text))
        return tuple(runs)


def _fill(runs: list[LedgerRun], text: str, start: int, end: int) -> None:
    if start < end:
        gap = text[start:end]
        blank = gap.isspace() or _BLANK.fullmatch(gap) or is_rule(gap.strip())
        _append(runs, LedgerRun(start, end, "separator" if blank else "unassigned", None), text)


def _append(runs: list[LedgerRun], run: LedgerRun, text: str) -> None:
    """Add a run; white space between two runs of one role and owner belongs to them."""
    if len(runs) > 1 and run.role != "separator" and runs[-1].role == "separator" and _belong(runs[-2], run):
        gap = text[runs[-1].start : runs[-1].end]
        if not gap.strip():
            runs.pop()
    if runs and _belong(runs[-1], run):
        runs[-1] = LedgerRun(runs[-1].start, run.end, run.role, run.owner)
    else:
        runs.append(run)


def _belong(one: LedgerRun, other: LedgerRun) -> bool:
    return one.role == other.role and one.owner == other.owner
