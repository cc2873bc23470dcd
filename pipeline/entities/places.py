"""Places that texts name.

    divisions   越秀区, 石桥县, 柳林镇, 青石村, 望桥街道        of any name
    known       广州, 越秀、海珠                                the divisions of China without 市, 区; countries and cities
    venues      横岗公园, 人民广场, 市工人文化宫                where something is held, with a name of their own

What the name of a unit or a person holds is no place beside it.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from operator import concat

from pipeline.entities.divisions import ending_of
from pipeline.entities.masking import mask
from pipeline.entities.unit_evidence import is_venue
from pipeline.entities.unit_marks import COUNTS
from pipeline.entities.unit_name import Reader
from pipeline.entities.vocabulary import is_word, vocabulary
from pipeline.lexicon import entries
from pipeline.model.item import NameMention
from pipeline.model.mentions import IssueContext, Mentions, Passage
from pipeline.notation.han import is_han
from pipeline.notation.pattern import Pattern

_ENDS = Pattern("[省市县区州旗镇乡村道园场陵厦堂馆宫桥路街库](?![长民场域容委府政名级貌集值价])(?<!乡(?=镇))")
"""With what a place may end; not the 乡 of 乡镇."""
_VENUES = (
    "公园", "广场", "陵园", "大厦", "大会堂", "会堂", "体育馆", "体育场", "博物馆", "纪念馆", "文化宫", "大桥", "大道", "路", "街", "水库", "步道",
)  # fmt: skip
_DIVIDED = frozenset("县乡镇区")
_LANDMARKS = tuple("路街桥站山河江湖港渠团牌厂店")
"""Characters that make the name of something else of a place: 湖北路."""
_KINDS = ("特色", "梦", "籍", "族", "式")
"""What makes a kind of something of it: 中国特色."""
_FEW = 50
"""Places that an issue teaches of which each is looked for by itself: of more, all at once, in a time that does not grow with them."""
KNOWN, OPEN, VENUE = 0.9, 0.75, 0.7
"""Confidence of a place that the lists or the issue know, of a division by its form, of a venue."""


def find_places(passages: tuple[Passage, ...], context: IssueContext, found: Mentions) -> tuple[NameMention, ...]:
    """All of them in the texts of one item; `found` holds what the finders before have claimed."""
    return tuple(row for passage in passages for row in _in_passage(passage, context, found))


def _in_passage(passage: Passage, context: IssueContext, found: Mentions) -> Iterator[NameMention]:
    key = mask(passage.plain, passage.field, (*found.organizations, *found.persons, *found.dates, *found.document_numbers))
    places = context.learned.places
    taken = 0
    for start, end, confidence in sorted((*_ended(key, places), *_bare(key, places)), key=lambda row: (row[0], -row[1])):
        if start >= taken:
            taken = end
            yield NameMention(passage.text[start:end], passage.field, start, end, None, confidence)


def _ended(key: str, places: frozenset[str]) -> Iterator[tuple[int, int, float]]:
    """Places with 市, 镇, 公园 at their end."""
    reader = Reader(key, vocabulary(), places)
    floor = 0
    for match in _ENDS.finditer(key):
        end = match.end()
        head, start = reader.division(end, floor)
        if head == "open" and key[end - 1] == "州" and (size := reader.place(end, floor)):
            head, start = "known", end - size  # 前往 | 广州, whose 州 is a part of its name
        if head == "known" or (head == "open" and _is_name(key, start, end)):
            yield start, end, KNOWN if head == "known" else OPEN
            floor = end
        elif (start := _venue(key, reader, end, floor)) >= 0:
            yield start, end, VENUE
            floor = end


def _is_name(key: str, start: int, end: int) -> bool:
    """Whether the name of a division of which nobody has heard is one: no word, no count, no 矿区, 撤乡设镇 or 改造县乡."""
    name = key[start : end - 1]
    if name[-1] in "长員员" or not _DIVIDED.isdisjoint(name[1:]):
        return False
    return key[end - 1] not in "省旗" and not is_word(name[-2:]) and not is_word(key[end - 2 : end]) and COUNTS.isdisjoint(name)


def _venue(key: str, reader: Reader, end: int, floor: int) -> int:
    """Where the name of a venue begins; -1 for none."""
    size = ending_of(key, end, floor, _VENUES)
    if not size:
        return -1
    reading = reader.read(end - size, floor)
    if size == 1 and (reading.head or key[end : end + 1] not in "号段口东西南北中上，,。、（( " or reading.stop != "edge"):
        return -1
    named = reading.head in ("known", "open") or (2 <= reading.opened <= 4 and not reading.functions)
    relative = reading.head == "relative" and is_venue(key, reading.start, end)
    if "型" in key[reading.start : end]:
        return -1  # 小（二）型水库
    return reading.start if (named or relative) and reading.stop not in ("long", "count") else -1


@cache
def _beginnings() -> tuple[frozenset[str], Pattern]:
    """The first two characters of all places that the lists know, and a pattern that dismisses most others."""
    pairs = frozenset(name[:2] for name in vocabulary().places)
    first, second = ("".join(sorted({pair[at] for pair in pairs})) for at in (0, 1))
    return pairs, Pattern(f"[{first}](?=[{second}])")


@lru_cache(maxsize=1)
def _openings(places: frozenset[str]) -> frozenset[str]:
    """The first two characters of the places that an issue teaches; every text of the issue asks for them."""
    return frozenset(name[:2] for name in places)


def _starts(key: str, places: frozenset[str]) -> list[int]:
    """Where a place may begin that the lists or the issue know."""
    pairs, begins = _beginnings()
    starts = [start for match in begins.finditer(key) if key[(start := match.start()) : start + 2] in pairs]
    if len(places) > _FEW:
        own = _openings(places)
        starts += [start for start, pair in enumerate(map(concat, key, key[1:])) if pair in own]
    else:
        starts += [start for name in places for start in _occurrences(key, name)]
    return sorted(starts)


def _occurrences(key: str, name: str) -> Iterator[int]:
    start = key.find(name)
    while start >= 0:
        yield start
        start = key.find(name, start + 1)


@cache
def _ambiguous() -> frozenset[str]:
    return entries("ambiguous_places")


def _bare(key: str, places: frozenset[str]) -> Iterator[tuple[int, int, float]]:
    """Places known without 市 and 区."""
    words = vocabulary()
    at = 0
    for start in _starts(key, places):
        if start < at:
            continue
        for size in range(min(6, len(key) - start), 1, -1):
            name = key[start : start + size]
            if ((name in words.places and name not in _ambiguous()) or name in places) and not _is_part(key, start, start + size):
                at = start + size
                yield start, at, KNOWN
                break


def _is_part(key: str, start: int, end: int) -> bool:
    """Whether the characters belong to other words: 西安 in 西安排, or are an everyday word themselves."""
    return (
        key[end : end + 1] in _LANDMARKS
        or key.startswith(_KINDS, end)
        or is_word(key[start:end])
        or (end < len(key) and key[end - 1] != "国" and is_word(key[end - 1 : end + 1]) and is_han(key[end]))
        or (start > 0 and is_word(key[start - 1 : start + 1]))
    )
