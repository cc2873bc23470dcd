"""One judge for each part of a document: (gold, found) → figures and differences. JUDGES says which sit."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from pipeline.evaluate.found import Found
from pipeline.evaluate.gold import Gold
from pipeline.evaluate.judge_items import judge_items
from pipeline.evaluate.judge_rows import compare, share, show
from pipeline.evaluate.outcomes import Outcome, all_right
from pipeline.evaluate.text import MENTION_VALUES, normal

ISSUE_FAMILIES = frozenset({"masthead", "contents", "items", "whole item", "distribution", "colophon"})
"""What has to be perfect in an issue for it to be whole."""


def judge(gold: Gold, found: Found) -> list[Outcome]:
    """Everything there is to say about one document."""
    outcomes = [outcome for part in JUDGES for outcome in part(gold, found)]
    return [*outcomes, share("whole issue", is_right=all_right(outcomes, ISSUE_FAMILIES))]


def judge_masthead(gold: Gold, found: Found) -> Iterator[Outcome]:
    """Each scored field, an absent value as good as any other."""
    for field, expected in gold.masthead.items():
        is_right = normal(expected) == normal(found.masthead.get(field))
        yield share("masthead", is_right=is_right)
        yield share(f"masthead.{field}", is_right=is_right)
        if not is_right:
            yield show(f"masthead.{field}", expected, found.masthead.get(field))


def judge_contents(gold: Gold, found: Found) -> Iterable[Outcome]:
    """Rows of the printed contents."""
    return () if gold.contents is None else compare("contents", gold.contents, found.contents)


def judge_sections(gold: Gold, found: Found) -> Iterable[Outcome]:
    """Titles of sections."""
    return compare("sections", gold.sections, found.sections)


def judge_distribution(gold: Gold, found: Found) -> Iterable[Outcome]:
    """Recipients."""
    return () if gold.distribution is None else compare("distribution", gold.distribution, found.distribution)


def judge_colophon(gold: Gold, found: Found) -> Iterable[Outcome]:
    """Names, addresses, numbers and dates of the foot."""
    if gold.colophon is None:
        return ()
    return compare("colophon", gold.colophon, [row for row in found.colophon if row[0] not in gold.colophon_open])


def judge_ledger(_: Gold, found: Found) -> Iterator[Outcome]:
    """Whether no character of the source was lost."""
    yield share("ledger conserved", is_right=found.is_conserved)


def judge_mentions(gold: Gold, found: Found) -> Iterator[Outcome]:
    """Wording of every mention, and the computed value of dates and quantities."""
    for kind, value in MENTION_VALUES.items() if gold.mentions is not None else ():
        expected = [(mention.text,) for mention in gold.mentions or () if mention.kind == kind]
        yield from compare(f"mention {kind}", expected, [(mention.text,) for mention in found.mentions[kind]])
        if value:
            yield from judge_values(kind, gold, found)


def judge_values(kind: str, gold: Gold, found: Found) -> Iterator[Outcome]:
    """A value is right where wording and value are found together, each as often as gold has them."""
    left = Counter((mention.text, mention.value) for mention in found.mentions[kind])
    for mention in gold.mentions or ():
        if mention.kind != kind or mention.value_is_open:
            continue
        is_right = left[mention.text, mention.value] > 0
        left[mention.text, mention.value] -= is_right
        yield share(f"{kind} value", is_right=is_right)
        if not is_right:
            values = [
                "null" if value is None else str(value)
                for (text, value), n in left.items()
                if text == mention.text and n > 0
            ]
            yield show(f"{kind} value", mention.value, ", ".join(values) or None, place=mention.text)


JUDGES: tuple[Callable[[Gold, Found], Iterable[Outcome]], ...] = (
    judge_masthead,
    judge_contents,
    judge_sections,
    judge_items,
    judge_distribution,
    judge_colophon,
    judge_ledger,
    judge_mentions,
)
