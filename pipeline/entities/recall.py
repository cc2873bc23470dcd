"""Names found once are known in the whole issue: 褚向东 without a title, 恒澈电子 that signs another item."""

from collections.abc import Iterable, Iterator

from pipeline.entities.company_names import short_names
from pipeline.entities.foreign_name import known_parts
from pipeline.entities.masking import INSIDE, UNIT_END, cover, mask
from pipeline.entities.organizations import TRADE
from pipeline.entities.person_sides import CALLING, EDGE, WORD, left_weight, lists, names_doctrine, right_weight
from pipeline.entities.persons import described
from pipeline.entities.unit_marks import CLASS_BEFORE
from pipeline.entities.vocabulary import is_word, vocabulary
from pipeline.lexicon import in_simplified
from pipeline.model.item import NameMention, PersonMention
from pipeline.model.mentions import IssueContext, Mentions, Passage
from pipeline.normalize import fold
from pipeline.notation.han import is_han
from pipeline.notation.pattern import Pattern, any_of

_SHORTEST_UNIT = 3
_PAIR = 2
"""Characters of a short name that may also be the end of one word and the beginning of the next."""
_CLASSES = ("单位", "部门", "企业", "机构", "会员", "处室", "科室", "班子", "领导", "自治区", "直辖市")
"""How recipients end that are many: 各会员单位."""
_OWN = ("本", "各", "我", "直属单位")
"""How recipients begin that are no names: 本县教师研习中心."""
RECALLED = 0.8
"""Confidence of a name that is known from elsewhere in the issue."""


def recall(items: list[tuple[Passage, ...]], found: list[Mentions], context: IssueContext) -> list[Mentions]:
    """The mentions of each item, with those of names that only other places of the issue make certain."""
    full = {in_simplified(fold(row.text)) for mentions in found for row in mentions.organizations}
    defined = {short for short, _ in context.learned.short_names}
    bare = {in_simplified(fold(row.text)) for mentions in found for row in mentions.organizations if row.confidence == TRADE}
    proper = bare.union(short_names(full | context.learned.units)) - defined
    units = _any_of({*filter(_is_name, context.learned.units), *proper, *defined})
    pairs = frozenset(name for name in proper if len(name) == _PAIR)
    named = {in_simplified(fold(row.text)).replace(" ", "") for mentions in found for row in mentions.persons}
    named |= {part for name in named for part in known_parts(name)}
    persons = _any_of(name for name in named | context.learned.persons if is_han(name[:1] or " "))
    return [_recall(passages, mentions, units, persons, pairs) for passages, mentions in zip(items, found, strict=True)]


def _is_name(unit: str) -> bool:
    """Whether what signs an item or receives the bulletin is the name of one unit, no class or post."""
    return len(unit) >= _SHORTEST_UNIT and not unit.endswith(_CLASSES) and not unit.startswith(_OWN) and unit not in lists().titles


def _recall(
    passages: tuple[Passage, ...], found: Mentions, units: Pattern | None, persons: Pattern | None, pairs: frozenset[str]
) -> Mentions:
    organizations, people = list(found.organizations), list(found.persons)
    for passage in passages:
        if not any(names.search(passage.plain) for names in (units, persons) if names):
            continue
        key = mask(passage.plain, passage.field, (*found.document_numbers, *found.persons))
        key = mask(key, passage.field, found.organizations, UNIT_END)
        if units:
            for start, end in _spans(units, key):
                if _is_cut(key, start, end) or (key[start:end] in pairs and not _acts(key, start, end)):
                    continue
                organizations.append(NameMention(passage.text[start:end], passage.field, start, end, None, RECALLED))
        if persons:
            people = _recall_persons(passage, people, organizations, persons)
    order = [passage.field for passage in passages]
    return found._replace(
        organizations=tuple(sorted(organizations, key=lambda row: (order.index(row.field), row.start))),
        persons=tuple(sorted(people, key=lambda row: (order.index(row.field), row.start))),
    )


def _is_cut(key: str, start: int, end: int) -> bool:
    """Whether what reads as a short name is of the words on either side of it: 陈松 | 钢材 is not 松钢, ISO9001 no ISO."""
    if key[start].isascii():
        return any(c.isascii() and c.isalnum() for c in key[start - 1 : start] + key[end : end + 1])
    if key[start - 1 : start] in CLASS_BEFORE and key[start:end] in vocabulary().endings:
        return True  # 各 | 管委会
    return end - start == _PAIR and (is_word(key[start - 1 : start + 1]) or is_word(key[end - 1 : end + 1]))


def _acts(key: str, start: int, end: int) -> bool:
    """Whether two characters that are the proper name of a company do something, or something is done with them: 与英澜签约."""
    return left_weight(key, start) >= EDGE and right_weight(key, end) >= EDGE


def _recall_persons(
    passage: Passage, people: list[PersonMention], units: list[NameMention], known: Pattern
) -> list[PersonMention]:
    """The persons with those that are known; a known name that goes on on either side of others that were found stands in their place."""
    key = mask(passage.plain, passage.field, units, UNIT_END)
    there = {row.start: row.end for row in people if row.field == passage.field}
    taken = cover(len(key), there.items())
    added: list[PersonMention] = []
    for start, end in _spans(known, key):
        longer = any(taken[start:end]) and taken[start] < INSIDE and taken[end : end + 1] != b"\2" and there.get(start) != end
        if longer or (not any(taken[start:end]) and _is_meant(key, start, end)):
            row = PersonMention(passage.text[start:end], passage.field, start, end, None, RECALLED, None, None)
            added.append(described(row, passage, key))
    covered = cover(len(key), ((row.start, row.end) for row in added))
    return [row for row in people if row.field != passage.field or not covered[row.start]] + added


def _is_meant(key: str, start: int, end: int) -> bool:
    """Whether characters that are a person elsewhere are one here; an everyday word only behind a mark or a post: ,辛勤是…."""
    name, right, marked = key[start:end], right_weight(key, end), not is_han(key[start - 1 : start] or " ")
    if name in lists().alike or is_word(name):
        return right >= WORD and is_han(key[end : end + 1] or " ") and (marked or left_weight(key, start) >= CALLING)
    if names_doctrine(key, end):
        return False
    return end - start > 2 or right > 0 or (marked and not is_word(key[end - 1 : end + 1]))


def _spans(pattern: Pattern, key: str) -> Iterator[tuple[int, int]]:
    return (match.span() for match in pattern.finditer(key))


def _any_of(names: Iterable[str]) -> Pattern | None:
    plain = sorted(name for name in names if name.replace("·", "").isalnum())
    return any_of(plain) if plain else None
