"""Items: found or not, and of those that are found section, title, body and attribution."""

from collections.abc import Iterator

from pipeline.evaluate.found import Found, FoundItem
from pipeline.evaluate.gold import Gold, GoldItem
from pipeline.evaluate.judge_rows import compare, share, show
from pipeline.evaluate.outcomes import Outcome, Rate, all_right
from pipeline.evaluate.pairing import pair_items
from pipeline.evaluate.text import digest, normal

ITEM_FAMILIES = frozenset({"item section", "item title", "item body", "attributions"})
"""What has to be perfect in an item for it to be whole."""
NAME_LENGTH = 24
"""Characters of a body that stand for a title that is missing."""
BEFORE, AFTER = 12, 16
"""Characters shown around the place where two bodies part."""


def judge_items(gold: Gold, found: Found) -> Iterator[Outcome]:
    """Every item of gold, then what was found beside them."""
    pairs = pair_items(gold.items, found.items)
    for expected, at in zip(gold.items, pairs, strict=True):
        yield from _missed(expected) if at is None else _judge_item(expected, found.items[at])
    spurious = [item for at, item in enumerate(found.items) if at not in pairs]
    yield Rate("items", len(found.items) - len(spurious), len(spurious), pairs.count(None))
    yield from (show("item too many", None, _name(item.title, normal(item.text))) for item in spurious)


def _missed(expected: GoldItem) -> Iterator[Outcome]:
    yield share("whole item", is_right=False)
    yield show("item missed", _name(expected.title, expected.clue), None)


def _judge_item(expected: GoldItem, found: FoundItem) -> Iterator[Outcome]:
    outcomes = [*_judge_headings(expected, found), *_judge_body(expected, found)]
    if expected.attribution is not None:
        outcomes += compare("attributions", expected.attribution, found.attribution, _name_of(expected))
    yield from outcomes
    yield share("whole item", is_right=all_right(outcomes, ITEM_FAMILIES))


def _judge_headings(expected: GoldItem, found: FoundItem) -> Iterator[Outcome]:
    section_is_right = expected.section == found.section
    yield share("item section", is_right=section_is_right)
    if not section_is_right:
        yield show("item section", expected.section, found.section, _name_of(expected))
    title_is_right = expected.title_is_open or normal(expected.title) == normal(found.title)
    yield share("item title", is_right=title_is_right)
    if not title_is_right:
        yield show("item title", expected.title, found.title, _name_of(expected))


def _judge_body(expected: GoldItem, found: FoundItem) -> Iterator[Outcome]:
    is_right = expected.body_sha256 == digest(found.text)
    yield share("item body", is_right=is_right)
    if not is_right:
        yield show("item body", *_where_they_part(expected.body or "", normal(found.text) or ""), _name_of(expected))


def _where_they_part(expected: str, found: str) -> tuple[str, str]:
    """Both bodies around the first character in which they differ."""
    together = zip(expected, found, strict=False)
    at = next((k for k, (one, other) in enumerate(together) if one != other), min(len(expected), len(found)))
    return _around(at, expected), _around(at, found)


def _around(at: int, text: str) -> str:
    return f"{text[max(0, at - BEFORE) : at + AFTER]} (at {at} of {len(text)} characters)"


def _name_of(item: GoldItem) -> str | None:
    return _name(item.title, item.clue)


def _name(title: object, body: str | None) -> str | None:
    return normal(title) or (body or "")[:NAME_LENGTH] or None
