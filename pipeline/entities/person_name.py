"""Names of persons in one text: a surname, one or two characters, and what stands on either side of them.

    title       副主席彭江斌率, 村民赵大山高兴地        a post, calling or relation before the name
    honorific   罗晋京同志, 欧阳春晓教授                one after it
    list        甘雁如、颜松青、朱江海等                names beside names
    speech      褚向东强调, 闵远舟介绍                  what persons do
    spaced      王　平                                  two characters, letter-spaced

What stands on the two sides is weighed; everyday words in the supposed name weigh against it.
"""

from collections.abc import Iterator
from itertools import pairwise

from pipeline.entities.name_likelihood import LONGER, likelihood, likely_starts, outlook
from pipeline.entities.person_doubt import ACROSS, EVERYDAY, doubt_of
from pipeline.entities.person_sides import ACT, CALLING, COMMON, TITLE, UNKNOWN, left_weight, lists, right_weight, title_before
from pipeline.entities.unit_marks import is_han
from pipeline.model.record import NamedTuple

NEEDED = 3
"""Weight that a name needs in all."""
LIKELY = 1
"""Weight of its characters from which a name may stand beside anything."""
_UNHEARD_BITS = 4
"""What the characters of a name with a surname of which nobody has heard weigh at least."""
SPACED = 2
"""Weight of blanks between the characters of a supposed name."""
KNOWN = 3
"""Weight of a name that the issue bears elsewhere."""
LONGEST_GAP = 12
"""Blanks between the columns of a roster."""
_LONGEST_BRACKET = 24
"""Characters of what stands in brackets behind a name of a list."""
WHOLE = 6
"""By how much likelier what stands between 、 and 、 is one name than a name and a word."""
_UNLIKELY = 0
"""Outlook below which nothing is a name that stands behind no post."""
_NO_NAME = -99
_CONTINUES = frozenset("、和与及")
_JOINTS = frozenset("、和与及 \n")
_LABELS = frozenset((" ", ":", "\n"))
_ROSTER_ENDS = _JOINTS | {"("}
_MANY = ("等", "两位", "三位", "二人", "两人")


class Person(NamedTuple):
    """A name of a person in a text."""

    start: int
    end: int
    weight: int
    """What speaks for it."""
    doubt: int = 0
    """What everyday words in it speak against it; counted in `weight` already."""
    left: int = 0
    """What stands before it; counted in `weight` already."""


class _Reading(NamedTuple):
    """One of the names that may begin at a place."""

    end: int
    surname: int
    """Its length."""
    name: str
    """Without blanks."""
    bits: int
    """How likely its characters are a name."""


def scan_persons(key: str, known: frozenset[str] = frozenset()) -> list[Person]:
    """Names of persons by what stands beside them, in order, none overlapping; units in `key` are blanked out."""
    words = lists()
    supposed: list[Person] = []
    starts = {match.start() for match in words.begins.finditer(key) if _promises(key, match.start())}
    starts.update(match.start() for match in words.addressed.finditer(key))
    starts.update(likely_starts(key))
    starts.update(match.end() for match in words.posts.finditer(key) if title_before(key, match.end()))
    for start in sorted(starts):
        end = supposed[-1].end if supposed else 0
        found = _judge(key, start, known)
        if not found:
            continue
        if start < end:
            before = supposed[-1]
            if found.weight <= before.weight or (found.end <= end and key[before.start : before.start + 2] in words.surnames):
                continue
            supposed.pop()
        supposed.append(found)
    return list(_convinced(key, supposed))


def _convinced(key: str, supposed: list[Person]) -> Iterator[Person]:
    """Those for which enough speaks; in a list of names (甲、乙和丙) what speaks for one speaks for all."""
    first = 0
    for at, person in enumerate(supposed):
        following = supposed[at + 1] if at + 1 < len(supposed) else None
        if following and _joined(key, person.end, following.start):
            continue
        listed = [p._replace(weight=p.weight + max(0, supposed[first].left - p.left)) for p in supposed[first : at + 1]]
        first = at + 1
        if len(listed) == 1:
            if person.weight >= NEEDED:
                yield person
        elif _is_roster(key, listed):
            whole = _in_columns(key, listed) or (len(listed) == 2 and max(p.weight for p in listed) > NEEDED)
            yield from (p for p in listed if p.weight > 0 and (p.doubt < EVERYDAY or p.weight >= NEEDED or whole))
        else:
            yield from (p for p in listed if p.weight >= NEEDED)


def _joined(key: str, end: int, start: int) -> bool:
    """Whether two supposed names stand in one list: 甲、乙, or 甲　　乙 in columns; 甲(市住建局)、乙(市教育局)."""
    between = key[end:start]
    if between.startswith("(") and between.count(")") == 1 and len(between) <= _LONGEST_BRACKET:
        between = between[between.index(")") + 1 :]
    return between in _CONTINUES or (0 < len(between) <= LONGEST_GAP and not between.strip(" \n"))


def _is_roster(key: str, listed: list[Person]) -> bool:
    """Whether several supposed names between 、 are a list of persons."""
    if max(person.weight for person in listed) > NEEDED or _in_columns(key, listed):
        return True
    return (len(listed) > 2 and all(person.doubt < ACROSS for person in listed)) or key.startswith(_MANY, listed[-1].end)


def _in_columns(key: str, listed: list[Person]) -> bool:
    """Whether three or more supposed names, most of them no everyday words, stand in columns: 焦红梅　　宫　正　　南宫燕."""
    gaps = [key[one.end : two.start] for one, two in pairwise(listed)]
    return (
        len(listed) > 2 and all(gap.startswith("  ") for gap in gaps) and 2 * sum(p.doubt < ACROSS for p in listed) > len(listed)
    )


def _promises(key: str, start: int) -> bool:
    """Whether a look at what begins here is worth its time."""
    words = lists()
    before, pair = key[start - 1 : start], key[start : start + 2]
    return before in words.title_ends or pair[1:] == " " or outlook(key, start) >= _UNLIKELY or pair in words.surnames


def _judge(key: str, start: int, known: frozenset[str]) -> Person | None:
    """The likeliest name that begins here."""
    left = left_weight(key, start)
    if left < UNKNOWN:
        return None
    judged = [
        _weigh(key, start, reading, left, known) for reading in _readings(key, start) if _may_begin(key, start, reading, left)
    ]
    return max(judged, key=lambda ranked: ranked[0], default=(0, None))[1]


def _weigh(key: str, start: int, reading: _Reading, left: int, known: frozenset[str]) -> tuple[int, Person | None]:
    """How good a reading is beside others that begin here, and what speaks for it."""
    end, _, name, bits = reading
    right = right_weight(key, end)
    like = max(_like(bits, len(name)), -1 if left == TITLE else -3)
    in_list = left > UNKNOWN and (key[start - 1 : start] in _JOINTS or key[end : end + 1] in _ROSTER_ENDS)
    if like < LIKELY and left < CALLING and right < ACT and not in_list and name not in known:
        return _NO_NAME, None
    doubt = doubt_of(key, start, end, left, right)
    right += right < 0 and len(name) > 2
    known_weight = KNOWN * (name in known)
    weight = left + right - doubt + like + known_weight + SPACED * (end - start > len(name))
    weight += left >= CALLING and right >= COMMON and len(name) > 2 and not doubt
    whole = WHOLE * (key[start - 1 : start] == key[end : end + 1] == "、")
    return 3 * (right - doubt + known_weight) + bits + LONGER * (len(name) > 2) + whole, Person(start, end, weight, doubt, left)


def _may_begin(key: str, start: int, reading: _Reading, left: int) -> bool:
    """Whether a name may begin with these characters, though they are no surname or hardly ever one."""
    words = lists()
    if reading.surname == 1 and key[start] in words.unlikely:
        return key[start - 1 : start] in _LABELS
    unheard = left >= TITLE and reading.bits >= _UNHEARD_BITS and key[start] not in words.title_ends
    return unheard or key[start : start + reading.surname] in words.surnames


def _like(bits: int, length: int) -> int:
    """What the characters of a name weigh for it; names of two are rarer, and harder to tell from words."""
    bits -= LONGER if length > 2 else 2 * LONGER
    return max(-3, min(4, bits // 3)) if bits < -3 or bits >= 0 else 0


def _readings(key: str, start: int) -> Iterator[_Reading]:
    """Names that may begin here."""
    for end, size in _ends(key, start):
        name = key[start:end].replace(" ", "")
        yield _Reading(end, size, name, likelihood(name[:size], name[size:]))


def _ends(key: str, start: int) -> Iterator[tuple[int, int]]:
    """Where a name that begins here may end, and how long its surname is."""
    surnames = lists().surnames
    compound = key[start : start + 2] in surnames
    if not compound and key[start] not in surnames:
        if is_han(key[start + 1]) and is_han(key[start + 2 : start + 3] or " "):
            yield start + 3, 1
        return
    if key[start + 1] == " ":
        blank = start + 1
        while key[blank : blank + 1] == " ":
            blank += 1
        if blank - start <= 4 and is_han(key[blank : blank + 1] or " "):
            yield blank + 1, 1
        return
    for end in range(start + 2, min(start + (5 if compound else 4), len(key) + 1)):
        if not is_han(key[end - 1]):
            return
        yield end, 1 + (compound and end > start + 2)
