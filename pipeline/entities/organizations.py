"""单位 that texts name."""

from collections.abc import Iterator

from pipeline.entities.company_names import company_names
from pipeline.entities.masking import mask
from pipeline.entities.shared_head import SHARED, shared
from pipeline.entities.trade_names import carriers, trade_names
from pipeline.entities.unit_evidence import is_counted, is_honour, is_of_each, is_opened, is_venue
from pipeline.entities.unit_scan import Name, scan
from pipeline.model.item import NameMention
from pipeline.model.mentions import IssueContext, Learned, Mentions, Passage

_PLACED = 4
"""Characters of a proper name that holds a place: 青井竹编."""
FRAME, HEADED, OPEN, TRADE = 0.95, 0.9, 0.7, 0.6
"""Confidence of a name that stands in the issue's own frame, bears a place, speaks by its form alone, has no ending."""
_SENT = ("纪检组", "纪检监察组", "监察组", "代表处", "办事处")
"""Ends of bodies that stand in another unit for the one that sends them."""


def find_organizations(passages: tuple[Passage, ...], context: IssueContext, found: Mentions) -> tuple[NameMention, ...]:
    """All of them in the texts of one item; `found` holds what the finders before have claimed."""
    return tuple(row for passage in passages for row in _in_passage(passage, context.learned, found))


def _in_passage(passage: Passage, learned: Learned, found: Mentions) -> list[NameMention]:
    key = mask(passage.plain, passage.field, (*found.document_numbers, *found.dates))
    rows = [
        NameMention(passage.text[start:end], passage.field, start, end, None, confidence) for start, end, confidence in _ended(key, learned)
    ]
    ends = frozenset(row.end for row in rows)
    key = mask(key, passage.field, rows)
    floor = 0
    bare = {*trade_names(key, ends), *carriers(key, learned.places), *company_names(key)}
    for start, end in sorted(bare, key=lambda span: (span[0], -span[1])):
        if start >= floor:
            rows.append(NameMention(passage.text[start:end], passage.field, start, end, None, TRADE))
            floor = end
    return sorted(rows, key=lambda row: row.start)


def _ended(key: str, learned: Learned) -> Iterator[tuple[int, int, float]]:
    """Names with an ending, and those that share it, in order: start, end, confidence."""
    floor = many = 0
    for name in _longest(key, scan(key, learned.places)):
        listed = 0 < many == name.start - 1 and key[many] == "、"
        if name.head in ("", "relative") and (listed or is_of_each(key, name.start)):
            many = name.end
            continue
        if is_venue(key, name.start, name.end) or is_honour(key, name.end) or _is_one_of_many(key, name):
            continue
        yield from ((start, end, SHARED) for start, end in reversed(list(shared(key, name, floor, learned.places))))
        yield name.start, name.end, FRAME if key[name.start : name.end] in learned.units else HEADED if name.head else OPEN
        floor = name.end


def _is_one_of_many(key: str, name: Name) -> bool:
    """Whether it is one of a kind that somebody opens or counts: 建起红领巾气象站, 成立院落党支部19个; no 办起 | 青井竹编厂."""
    opened = name.opened < _PLACED and is_opened(key, name.start)
    return name.head in ("", "fixed") and (opened or is_counted(key, name.end))


def _longest(key: str, names: Iterator[Name]) -> list[Name]:
    """Each name once, as far as it runs; who is sent to another unit with who sends him: 县纪委 | 驻 | 县教育局纪检监察组."""
    kept: list[Name] = []
    for name in names:
        if kept and kept[-1].start == name.start:
            kept.pop()
        kept.append(name)
    for at in range(len(kept) - 1, 0, -1):
        whole, sent = kept[at - 1], kept[at]
        if key[whole.end : sent.start] in ("驻", "派驻") and key.endswith(_SENT, sent.start, sent.end):
            kept[at - 1 : at + 1] = [whole._replace(end=sent.end)]
    return kept
