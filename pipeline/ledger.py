"""The ledger: every character of the source in exactly one run, whatever the stages before have found."""

from operator import itemgetter

from pipeline.lines import is_rule
from pipeline.model.document import LedgerRun, Role
from pipeline.model.layout import Span
from pipeline.notation.pattern import Pattern
from pipeline.segment.spans import Piece, source_spans

_BLANK = Pattern(
    r"(?:</?(?:p|div|center|span|font|h[1-6])(?: [^<>]*)?>|[\s\u200b\ufeff|│┃║｜>*_@])*"
    r"(?::[\w@:]{1,40}:\s)?[\s*]*(?:TODO|DONE|:|#\+[A-Za-z]+:)?\s*"
)
"""White space, and what light markup sets around words."""

_Run = tuple[int, int, Role, str | None]
"""As LedgerRun; most are put together with others."""


class Ledger:
    """Collects places with their roles; the first to claim a character keeps it."""

    def __init__(self) -> None:
        self._runs: list[_Run] = []

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
        runs: list[_Run] = []
        at = 0
        for begin, end, role, owner in sorted(self._runs, key=itemgetter(0)):  # stable: of two the first entry comes first
            start = max(begin, at)
            if end <= start:
                continue
            _fill(runs, text, at, start)
            _append(runs, (start, end, role, owner), text)
            at = end
        _fill(runs, text, at, len(text))
        return tuple(LedgerRun(*run) for run in runs)


def _fill(runs: list[_Run], text: str, start: int, end: int) -> None:
    if start < end:
        gap = text[start:end]
        blank = gap.isspace() or _BLANK.fullmatch(gap) or is_rule(gap.strip())
        _append(runs, (start, end, "separator" if blank else "unassigned", None), text)


def _append(runs: list[_Run], run: _Run, text: str) -> None:
    """Add a run; white space between two runs of one role and owner belongs to them."""
    kind = run[2:]
    if len(runs) > 1 and runs[-1][2] == "separator" and runs[-2][2:] == kind and not text[runs[-1][0] : runs[-1][1]].strip():
        runs.pop()
    if runs and runs[-1][2:] == kind:
        runs[-1] = (runs[-1][0], run[1], *kind)
    else:
        runs.append(run)
