"""Names of persons in one text: a surname, one or two characters, and what stands on either side of them.

    title       副主席彭江斌率, 村民赵大山高兴地        a post, calling or relation before the name
    honorific   罗晋京同志, 欧阳春晓教授                one after it
    list        甘雁如、颜松青、朱江海等                names beside names
    speech      褚向东强调, 闵远舟介绍                  what persons do
    spaced      王　平                                  two characters, letter-spaced

What stands on the two sides is weighed; everyday words in the supposed name weigh against it.
"""

from collections.abc import Sequence

from pipeline.entities.masking import UNIT_END
from pipeline.entities.name_likelihood import LONGER, ends_names, likely_starts, outlook
from pipeline.entities.person_doubt import LONGEST_COMMON, doubt_of
from pipeline.entities.person_readings import Reading, long_starts, may_be_rare, readings
from pipeline.entities.person_roster import Person, convinced, with_neighbours
from pipeline.entities.person_sides import (
    ACT,
    CALLING,
    COMMON,
    EDGE,
    INTRODUCTIONS,
    TITLE,
    UNKNOWN,
    left_weight,
    lists,
    right_weight,
)

LIKELY = 1
"""Weight of its characters from which a name may stand beside anything."""
SHORT, SHORT_BITS = 2, 3
"""Characters of a short name, and what they weigh at least behind a calling: 学生 | 爱听."""
SPACED = 2
"""Weight of blanks between the characters of a supposed name."""
KNOWN = 3
"""Weight of a name that the issue bears elsewhere."""
BYLINE = 2
"""Weight of brackets in which somebody signs a text."""
_AFTER_SENTENCE, _BEFORE_BREAK = frozenset(("。(", "!(", "?(", "”(")), frozenset((")", ")\n"))
WHOLE = 6
"""By how much likelier what stands between 、 and 、 is one name than a name and a word."""
_UNLIKELY = 0
"""Outlook below which nothing is a name that stands behind no post."""
_NO_NAME = -99
_JOINTS = frozenset("、和与及 \n")
_LINE_ENDS = frozenset(("", "\n", "。"))
"""Behind the only thing that a label stands before: 请假:方立明."""
_ROSTER_ENDS = _JOINTS | {"("}


def scan_persons(key: str, known: frozenset[str] = frozenset(), certain: Sequence[Person] = ()) -> list[Person]:
    """Names of persons by what stands beside them, in order, none overlapping; units in `key` are blanked out.

    So are persons that are `certain`: they are among those returned, and what stands in a list with them is a person too.
    """
    words = lists()
    supposed: list[Person] = []
    starts = {*likely_starts(key), *long_starts(key)}
    starts.update(start for match in words.begins.finditer(key) if (start := match.start()) in starts or _promises(key, start))
    starts.update(match.start() for match in words.addressed.finditer(key))
    starts.update(match.end() for match in words.posts.finditer(key) if may_be_rare(key, match.end()))
    starts.update(match.end() for match in words.belonging.finditer(key))
    starts.update(match.start() - 1 for match in words.spaced.finditer(key) if left_weight(key, match.start() - 1) >= EDGE)
    for start in sorted(starts):
        end = supposed[-1].end if supposed else 0
        found = _judge(key, start, known)
        if not found:
            continue
        if start < end:
            before = supposed[-1]
            whole = end - before.start > LONGEST_COMMON or key[before.start : before.start + 2] in words.surnames
            if found.weight <= before.weight or (found.end <= end and whole):
                continue
            supposed.pop()
        supposed.append(found)
    return list(with_neighbours(key, list(convinced(key, sorted((*supposed, *certain))))))


def _promises(key: str, start: int) -> bool:
    """Whether a look at what begins here is worth its time."""
    words = lists()
    before, pair = key[start - 1 : start], key[start : start + 2]
    brought = before == UNIT_END or before in words.title_ends or key.startswith(INTRODUCTIONS, start - 2)
    return brought or pair[1:] == " " or pair in words.surnames or outlook(key, start) >= _UNLIKELY


def _judge(key: str, start: int, known: frozenset[str]) -> Person | None:
    """The likeliest name that begins here."""
    left = left_weight(key, start)
    if left < UNKNOWN:
        return None
    judged = [_weigh(key, start, reading, left, known) for reading in readings(key, start, left)]
    return max(judged, key=lambda ranked: ranked[0], default=(0, None))[1]


def _weigh(key: str, start: int, reading: Reading, left: int, known: frozenset[str]) -> tuple[int, Person | None]:
    """How good a reading is beside others that begin here, and what speaks for it."""
    end, _, name, bits = reading
    right = right_weight(key, end)
    like = max(_like(bits, len(name)), -1 if left == TITLE else -3)
    in_list = left > UNKNOWN and (key[start - 1 : start] in _JOINTS or key[end : end + 1] in _ROSTER_ENDS)
    signs = _signs(key, start, end)
    if like < LIKELY and left < CALLING and right < ACT and not (in_list or signs) and name not in known:
        return _NO_NAME, None
    doubt = doubt_of(key, start, end, left, right)
    rank = right + (right < 0 and len(name) > 2 and ends_names(name[-1]))
    right += right < 0 and len(name) > 2
    known_weight = KNOWN * (name in known)
    weight = left + right - doubt + like + known_weight + SPACED * (end - start > len(name))
    weight += len(name) > 2 and key[start - 1 : start] == ":" and key[end : end + 1] in _LINE_ENDS
    weight += BYLINE * signs
    weight -= left == CALLING and end - start == SHORT and bits < SHORT_BITS
    weight += left >= CALLING and right >= COMMON and len(name) > 2 and not doubt
    whole = WHOLE * (key[start - 1 : start] == key[end : end + 1] == "、")
    return 3 * (rank - doubt + known_weight) + bits + LONGER * (len(name) > 2) + whole, Person(start, end, weight, doubt, left)


def _signs(key: str, start: int, end: int) -> bool:
    """Whether what stands at `start:end` is all in brackets between the end of a sentence and that of its paragraph: 很好。(石武)."""
    return key[start - 2 : start] in _AFTER_SENTENCE and key[end : end + 2] in _BEFORE_BREAK


def _like(bits: int, length: int) -> int:
    """What the characters of a name weigh for it; names of two are rarer, and harder to tell from words."""
    bits -= LONGER if length > 2 else 2 * LONGER
    return max(-3, min(4, bits // 3)) if bits < -3 or bits >= 0 else 0
