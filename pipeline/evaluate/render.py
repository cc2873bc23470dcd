"""A report in words: the table of families, the whole shares, the worst differences, the floors that were missed."""

from collections.abc import Iterable, Iterator

from pipeline.evaluate.floors import Shortfall
from pipeline.evaluate.outcomes import Difference, Rate, Share
from pipeline.evaluate.report import Report

SIDE_LENGTH = 160
"""Characters of a side of a difference; longer ones are cut."""
WHOLE = {"whole item": "section, title, body and attribution", "whole issue": "masthead, contents, all items, foot"}


def render(report: Report, worst: int) -> str:
    """What the command prints."""
    return "\n".join([*_table(report), "", *_whole(report), *_worst(report, worst), ""])


def render_shortfall(row: Shortfall) -> str:
    """One line for a family below its floor."""
    figure = "not measured" if row.figure is None else f"{row.figure:.4f}"
    return f"{row.family}: {figure}, floor {row.floor:.4f}"


def _table(report: Report) -> Iterator[str]:
    yield f"{'family':30}{'precision':>10}{'recall':>10}{'F1':>10}{'n':>8}"
    yield from (_rate(row) for row in report.rates)
    yield ""
    yield f"{'family':50}{'right':>10}{'n':>8}"
    yield from (f"{row.family:50}{_number(row.figure):>10}{row.n:8}" for row in report.shares)


def _rate(row: Rate) -> str:
    cells = "".join(f"{_number(figure):>10}" for figure in (row.precision, row.recall, row.figure))
    return f"{row.family:30}{cells}{row.n:8}"


def _number(figure: float | None) -> str:
    return "-" if figure is None else f"{figure:.3f}"


def _whole(report: Report) -> Iterator[str]:
    for family, parts in WHOLE.items():
        share: Share = report.share(family)
        percent = "" if share.figure is None else f" ({share.figure:.1%})"
        yield f"{family}s right: {share.right} of {share.n}{percent}: {parts}"


def _worst(report: Report, count: int) -> Iterable[str]:
    rows = report.worst(count)
    if not rows:
        return []
    head = ["", f"{len(rows)} of {len(report.differences)} differences, the gravest first:"]
    return head + [line for row in rows for line in _difference(row)]


def _difference(row: Difference) -> Iterator[str]:
    yield f"{row.name}  {row.field}" + (f"  in {_cut(row.place)}" if row.place else "")
    yield f"    expected  {_cut(row.expected)}"
    yield f"    found     {_cut(row.found)}"


def _cut(side: str | None) -> str:
    line = "-" if side is None else " ".join(side.split())
    return line if len(line) <= SIDE_LENGTH else line[: SIDE_LENGTH - 1] + "…"
