"""How far a name that begins at a place may go, and whether one may begin there with these characters."""

from collections.abc import Iterator
from functools import cache

from pipeline.entities.foreign_sounds import NATIVE, NO_NATIVE, SOUNDS
from pipeline.entities.name_likelihood import ends_names, given_likelihood, likelihood
from pipeline.entities.person_doubt import PARTICLES
from pipeline.entities.person_sides import ACT, BEFORE, CALLING, CALLINGS, COMMON, EDGE, TITLE, lists, right_weight, title_before
from pipeline.entities.unit_marks import NUMERALS, SOFT_STOP, STOP
from pipeline.entities.vocabulary import is_word, vocabulary
from pipeline.lexicon import entries
from pipeline.model.record import NamedTuple
from pipeline.notation.han import is_han
from pipeline.notation.pattern import Pattern

_UNHEARD_BITS = (6, 0)
"""What the characters of a name with a surname of which nobody has heard weigh at least behind a calling, and behind a post."""
_SHORT_UNHEARD_BITS = (4, 0)
"""Those of one with two characters."""
_FAMILIAR = frozenset("老小大阿")
"""Before a surname they are an address among friends: 老孟."""
_LABELS = frozenset((" ", ":", "\n"))
_STOP_BITS = 5
"""Those of one that begins as a little word: 会长 | 和春柳."""
_SOUND_BITS = 6
"""How much less those need that write the sounds of another language."""
_SHORTEST = 2
"""Characters of a name."""
_WIDEST = 2
"""Blanks between the two characters of a name."""
_TWO_GIVEN = 12
"""By how much likelier the given name of a Japanese has two characters or three."""
_MARRIED_BITS = 5
"""What the given name weighs at least behind two surnames."""
_WRITTEN = SOUNDS | NATIVE
_LONG = range(8, 3, -1)
"""Characters of a name in the sounds of another language that bears no dot: 布和朝鲁, 宝音德力格尔."""
_ENDS_NO_NAME = (STOP - {"让"}) | PARTICLES | frozenset("山河湖海岛县市乡镇村区")
"""Characters that end no such name; some of them end names of places."""
_CONJUNCTIONS = frozenset("和与及但叫")
"""With which no such name begins."""
_BEFORE_JOINT = frozenset("布孟呼")
"""Before 和 inside a name they make one word of Mongolian with it: 额尔敦布和."""
_LONG_BITS = (6, 12)
"""What they weigh between the signs of a list, and behind a post."""


class Reading(NamedTuple):
    """One of the names that may begin at a place."""

    end: int
    surname: int
    """Its length."""
    name: str
    """Without blanks."""
    bits: int
    """How likely its characters are a name."""


@cache
def _japanese() -> frozenset[str]:
    return entries("japanese_surnames")


@cache
def _japanese_heads() -> frozenset[str]:
    return frozenset(name[:2] for name in _japanese())


@cache
def _sounding() -> Pattern:
    """The first of four sounds of another language behind a sign or a little word."""
    sounds = "".join(sorted(_WRITTEN))
    return Pattern(f"[{sounds}](?=[{sounds}]{{3}})(?:(?<=[^\u4e00-\u9fff].)|(?<=^.)|(?<=[和与及为].))")


def long_starts(key: str) -> Iterator[int]:
    """Where names of another language may begin."""
    return (match.start() for match in _sounding().finditer(key))


def may_be_rare(key: str, start: int) -> bool:
    """Whether a name with no common surname may begin here, by its first two characters."""
    pair = key[start : start + 2]
    return not is_word(pair) or pair in _japanese_heads()


def readings(key: str, start: int, left: int) -> Iterator[Reading]:
    """Names that may begin here; `left` is what the characters before weigh."""
    if left >= CALLING:
        yield from _japanese_names(key, start)
        yield from _married_names(key, start)
    if left >= CALLING or (left >= EDGE and _WRITTEN.issuperset(key[start + 1 : start + 3])):
        yield from _long_names(key, start, _LONG_BITS[left >= CALLING])
    for end, size in _ends(key, start):
        name = key[start:end].replace(" ", "")
        reading = Reading(end, size, name, likelihood(name[:size], name[size:]))
        if name[size:] not in lists().titles and name[size:] not in lists().honorifics and _may_begin(key, start, reading, left):  # no 洪 | 里长
            yield reading


def _may_begin(key: str, start: int, reading: Reading, left: int) -> bool:
    """Whether a name may begin with these characters, though they are no surname or hardly ever one."""
    words = lists()
    unlikely = reading.surname == 1 and key[start] in words.unlikely
    if not unlikely and key[start : start + reading.surname] in words.surnames:
        return True
    if (unlikely and key[start - 1 : start] in _LABELS) or (key[start + 1] == " " and left >= CALLING):
        return True
    if left < TITLE and unlikely and reading.end - start == _SHORTEST:
        return False
    if left < CALLING or (key[start] in SOFT_STOP and not unlikely):
        return False
    if key[start] in STOP and not _all_sounds(reading.name) and (not unlikely or key[start + 1] in words.surnames or reading.bits < _STOP_BITS):
        return False
    return _unheard(key, start, reading, left)


def _unheard(key: str, start: int, reading: Reading, left: int) -> bool:
    """Whether the characters are a name though their surname is none of the list: no words, no numbers, no post."""
    short = len(reading.name) == _SHORTEST
    right = right_weight(key, reading.end)
    sure = left >= TITLE or (right >= ACT and not short)
    bits = reading.bits + _SOUND_BITS * (not short and _all_sounds(reading.name))
    if bits < (_SHORT_UNHEARD_BITS if short else _UNHEARD_BITS)[sure] or _ends_a_post(key, start):
        return False
    if right < (EDGE if short else COMMON) or (short and (key[start] in _FAMILIAR or not ends_names(reading.name[1]))):
        return False
    acts = right >= ACT and not short and key[start] in lists().surnames  # 副会长 | 区永年 | 率队
    return NUMERALS.isdisjoint(reading.name) and (acts or not has_words(reading.name))


def _ends_a_post(key: str, start: int) -> bool:
    """Whether the supposed surname still belongs to what somebody is: 护士 | 长, 翻译 | 员."""
    return bool(title_before(key, start + 1)) or (key[start] in CALLINGS and key[start - 1] not in CALLINGS)


def _all_sounds(name: str) -> bool:
    return _WRITTEN.issuperset(name)


def has_words(name: str) -> bool:
    """Whether two characters beside each other are a word."""
    return any(is_word(name[at : at + 2]) for at in range(len(name) - 1))


def japanese_surname(name: str) -> str:
    """The surname by which a Japanese is called, of the whole name: 高桥 of 高桥真一."""
    size = next((size for size in (3, 2) if name[:size] in _japanese() and len(name) >= size + _SHORTEST), 0)
    return name[:size]


def _japanese_names(key: str, start: int) -> Iterator[Reading]:
    """高桥真一, 佐藤美奈子."""
    size = next((size for size in (3, 2) if key[start : start + size] in _japanese()), 0)
    first = start + size + 1
    for end in range(first, first + 3) if size else ():
        if not is_han(key[end - 1 : end] or " ") or (end > first and not (ends_names(key[end - 1]) or key[end - 1] in NUMERALS)):
            return
        likely = likelihood(key[start : start + 2], key[start + size : end]) + _TWO_GIVEN * (end > first)
        yield Reading(end, size, key[start:end], likely)
        if right_weight(key, end) >= ACT or (is_word(key[end - 1 : end + 1]) and not ends_names(key[end])):
            return


def _married_names(key: str, start: int) -> Iterator[Reading]:
    """冯黄淑芬: the surname of the husband before the wife's own, as in Hong Kong; 张简光辉: one surname made of two."""
    surnames, name = lists().surnames, key[start : start + 4]
    two = name[1:2] in surnames and name[0] in surnames and name[0] not in BEFORE and len(name) == 4 and all(map(is_han, name))
    if two and name[2:] not in lists().titles and given_likelihood(name[2:]) >= _MARRIED_BITS and not has_words(key[start : start + 5]):
        yield Reading(start + 4, 2, name, likelihood(name[0], name[2:]))


def _long_names(key: str, start: int, bits: int) -> Iterator[Reading]:
    """Names of Mongols, Tibetans, Uyghurs and others in four characters or more."""
    first = key[start : start + 1]
    if first not in _CONJUNCTIONS and (_all_sounds(first) or first in lists().surnames):
        for size in _LONG:
            name = key[start : start + size]
            if len(name) == size and is_long_name(name) and _stands_alone(key, start + size, name):
                yield Reading(start + size, 2, name, bits)


def _stands_alone(key: str, end: int, name: str) -> bool:
    """Whether what follows a long name is no part of it."""
    right = right_weight(key, end)
    c = key[end : end + 1] or " "
    if right >= ACT or not is_han(c):
        return True
    return not is_word(name[-1] + c) and right >= COMMON and (_all_sounds(name) or not _all_sounds(c))


def is_long_name(name: str) -> bool:
    """Whether four characters or more write the sounds of a name of another language, and no words."""
    if len(name) < _LONG[-1] or name[-1] in _ENDS_NO_NAME or not _all_sounds(name[-1]):
        return False
    if not all(map(is_han, name)) or not NO_NATIVE.isdisjoint(name[1:]):
        return False
    joint = name.find("和", 2, -2)
    negated = name.find("不", 1)
    if negated > 0 and name[negated - 1] != "阿":  # 柳青 | 都 | 不爱, 阿不都
        return False
    if name[0] == name[2] or (joint > 0 and name[joint - 1] not in _BEFORE_JOINT):  # 多劳多得, 岩香 | 和 | 岩温
        return False
    sounds = sum(c in _WRITTEN for c in name)
    pairs = [name[at : at + 2] for at in range(len(name) - 1)]
    words = any(vocabulary().is_common(pair) if _all_sounds(pair) else is_word(pair) for pair in pairs)  # 乌云 | 其木格
    return 3 * sounds >= 2 * len(name) and not words and name.partition("和")[0] not in vocabulary().places


def _ends(key: str, start: int) -> Iterator[tuple[int, int]]:
    """Where a name that begins here may end, and how long its surname is."""
    if key[start + 1] == " ":
        yield from _spaced(key, start)
        return
    surnames = lists().surnames
    compound = key[start : start + 2] in surnames or (key[start + 1] == "氏" and key[start] in surnames)
    for end in range(start + 2, min(start + (5 if compound else 4), len(key) + 1)):
        if not is_han(key[end - 1]):
            return
        yield end, 1 + (compound and end > start + 2)


def _spaced(key: str, start: int) -> Iterator[tuple[int, int]]:
    """王　平."""
    blank = start + 1
    while key[blank : blank + 1] == " ":
        blank += 1
    if blank - start <= 1 + _WIDEST and is_han(key[blank : blank + 1] or " "):
        yield blank + 1, 1
