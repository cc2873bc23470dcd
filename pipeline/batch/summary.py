"""What a run tells at its end: what came to nothing, how many of each, what asks to be checked, what is for information."""

from collections.abc import Iterator, Mapping

from pipeline.batch.report import Count
from pipeline.batch.run import Summary
from pipeline.readers.other_kinds import ADVICE
from pipeline.warning_lines import plural

_STATES = {"done": "done", "partial": "partly read", "same": "same as another", "left_out": "left out", "failed": "failed", "given_up": "given up"}
"""State → what it is called, in the order of telling."""
_MOST_KINDS = 8
"""Suffixes that are told."""


def shortfalls(summary: Summary, failed_now: int) -> Iterator[tuple[str, str | None]]:
    """Lines, and the source that each is about, of what the run has not told yet: it has told of so many failures."""
    for name, issue, first in summary.left_out:
        yield f"left out: it is the same issue ({issue}) as {first}, and a package holds it once", name
    if (more := _number(summary.counts, "left_out") - len(summary.left_out)) > 0:
        yield f"left out for the same reason: {plural(more, 'more source')}; see {summary.report}", None
    if (earlier := _number(summary.counts, "failed", "given_up") - failed_now) > 0:
        yield f"{plural(earlier, 'source')} failed in an earlier run: see {summary.report}; --retry-failed tries again", None


def remarks(summary: Summary) -> Iterator[str]:
    """Lines of what else a person may want to look at."""
    yield from summary.findings.told(summary.series)
    if summary.others:
        yield f"files of other kinds were left alone: {_kinds(summary.others)}"
        yield from _advice(summary.others)


def described(counts: list[Count]) -> str:
    """12 sources: 10 done, 2 failed (unreadable 1, error 1)."""
    parts = []
    for state, name in _STATES.items():
        if number := _number(counts, state):
            reasons = ", ".join(f"{count.reason} {count.number}" for count in counts if count.state == state and count.reason)
            parts.append(f"{number} {name}" + (f" ({reasons})" if reasons and state in {"failed", "given_up"} else ""))
    return f"{plural(_number(counts, *_STATES), 'source')}: {', '.join(parts) or 'nothing to do'}"


def _number(counts: list[Count], *states: str) -> int:
    return sum(count.number for count in counts if count.state in states)


def _kinds(others: Mapping[str, int]) -> str:
    """12 .ceb, 3 other: the most frequent first."""
    found = sorted(others.items(), key=lambda kind: (-kind[1], kind[0]))
    told = [f"{number} {suffix or 'other'}" for suffix, number in found[:_MOST_KINDS]]
    return ", ".join(told + ["…"] * (len(found) > _MOST_KINDS))


def _advice(others: Mapping[str, int]) -> Iterator[str]:
    """A line of what to do with .7z, .rar, and one for each other thing to do."""
    kinds: dict[str, list[str]] = {}
    for suffix in sorted(others.keys() & ADVICE.keys()):
        kinds.setdefault(ADVICE[suffix], []).append(suffix)
    return (f"to have {', '.join(suffixes)} files read: {advice}" for advice, suffixes in kinds.items())
