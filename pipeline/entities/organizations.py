"""单位 that texts name."""

from collections.abc import Iterator

from pipeline.entities.unit_scan import Name, is_venue, scan
from pipeline.model.document import NameMention
from pipeline.model.mentions import IssueContext, Mentions, Passage


def find_organizations(passages: tuple[Passage, ...], context: IssueContext, found: Mentions) -> tuple[NameMention, ...]:  # noqa: ARG001
    """All of them in the texts of one item; `found` holds what the finders before have claimed."""
    rows = []
    for passage in passages:
        for name in _longest(scan(passage.key)):
            if not is_venue(passage.key, name):
                rows.append(NameMention(passage.text[name.start : name.end], passage.field, name.start, name.end, None, 0.9))
    return tuple(rows)


def _longest(names: Iterator[Name]) -> list[Name]:
    kept: list[Name] = []
    for name in names:
        if kept and kept[-1].start == name.start:
            kept.pop()
        kept.append(name)
    return kept
