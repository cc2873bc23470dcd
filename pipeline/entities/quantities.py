"""Numbers with their units: amounts (notation/amounts.py) → what is none left out → comparators.

The text of a mention holds the number, 多, 余, 几 and the measure word (13个 of 13个方面), not 约, 超过, 近 before it nor 以上 after it.
A range (30-50人) and a pair (两三个) are one row: `value` is the lower bound, `comparator` ge, `approximate` true. 数十人 is more than 10.
一 before a measure word is an article, unless words that count stand before it (共一项) or it stands in a list of amounts with the
same measure word (一等奖一名、二等奖两名).
"""

from pipeline.entities.comparators import compare
from pipeline.entities.masking import INSIDE, cover, mask, spans
from pipeline.entities.quantity_evidence import is_quantity
from pipeline.entities.quantity_names import is_quoted
from pipeline.model.item import QuantityMention
from pipeline.model.mentions import IssueContext, Mentions, Passage
from pipeline.notation.amounts import find_amounts
from pipeline.notation.numbers import is_figures
from pipeline.notation.shares import Amount

_NEAR = 24
"""Characters between the amounts of a list."""


def find_quantities(passages: tuple[Passage, ...], context: IssueContext, found: Mentions) -> tuple[QuantityMention, ...]:  # noqa: ARG001
    """All of them in the texts of one item; `found` holds what the finders before have claimed."""
    rows: list[QuantityMention] = []
    for passage in passages:
        free = mask(passage.plain, passage.field, (*found.document_numbers, *found.dates))
        names = cover(len(free), spans(passage.field, found.organizations))
        rows += [_mention(passage, amount) for amount in _read(passage.plain, free, names)]
    return tuple(rows)


def _read(key: str, free: str, names: bytearray) -> list[Amount]:
    """The amounts in what dates and 文号 leave free, at places that no name holds."""
    amounts = [amount for amount in find_amounts(free) if not _is_named(amount, names)]
    sure = {amount.start for amount in amounts if is_quantity(key, amount)}
    return [
        amount
        for at, amount in enumerate(amounts)
        if amount.start in sure or _is_listed(key, amount, [row for row in amounts[max(0, at - 1) : at + 2] if row.start in sure])
    ]


def _is_named(amount: Amount, names: bytearray) -> bool:
    """Whether it is a part of a unit's name.

    No name begins with figures (11个区总工会) or a measure of two characters (半小时), or amid them.
    """
    is_firm = is_figures(amount.numeral) or (amount.kind == "unit" and len(amount.unit) > 1)
    return names[amount.start] == INSIDE if is_firm else any(names[amount.start : amount.end])


def _is_listed(key: str, amount: Amount, beside: list[Amount]) -> bool:
    """一名 or 二成 in a list, beside an amount with the same measure word: 一名教师和两名学生, 一等奖一名、二等奖两名."""
    if amount.numeral not in ("一", "二") or is_quoted(key, amount.start, amount.end) or key.endswith(("第", "每", "同", "另"), 0, amount.start):
        return False
    return any(row.unit == amount.unit and _is_joined(key[min(row.end, amount.end) : max(row.start, amount.start)]) for row in beside)


def _is_joined(between: str) -> bool:
    """Whether what stands between two amounts joins them to a list."""
    return len(between) <= _NEAR and any(c in between for c in "、和及与") and not any(c in between for c in "。；\n")


def _mention(passage: Passage, amount: Amount) -> QuantityMention:
    comparator, approximate = compare(passage.plain, amount)
    text = passage.text[amount.start : amount.end]
    return QuantityMention(
        text, passage.field, amount.start, amount.end, float(amount.value), _printed_unit(passage, amount), comparator, approximate
    )


def _printed_unit(passage: Passage, amount: Amount) -> str:
    """The unit in the script of the text, not in that of the lists."""
    if passage.plain == passage.key:
        return amount.unit
    printed, at = "", amount.end
    for character in reversed(amount.unit):
        at = max(amount.start, passage.plain.rfind(character, amount.start, at))
        printed = (passage.key[at] if passage.plain[at] == character else character) + printed
    return printed
