"""Foreign names of persons: 买买提·艾力, 莱昂纳多·罗西, J. R. 史密斯; one word beside a post or what persons do: 总统恩科洛, 恩科洛指出."""

from collections.abc import Iterator
from functools import cache
from itertools import takewhile

from pipeline.entities.foreign_sounds import NO_SOUNDS, SOUNDS, is_dot
from pipeline.entities.masking import UNIT_END
from pipeline.entities.person_doubt import in_place
from pipeline.entities.person_readings import has_words, japanese_surname
from pipeline.entities.person_roster import NEEDED, Person
from pipeline.entities.person_sides import (
    ACT,
    BEFORE,
    CALLING,
    COMMON,
    EDGE,
    INTRODUCTIONS,
    TITLE,
    UNKNOWN,
    WORD,
    left_weight,
    lists,
    right_weight,
    title_before,
)
from pipeline.entities.unit_marks import LEADING, STOP
from pipeline.entities.vocabulary import is_word, vocabulary
from pipeline.lexicon import table
from pipeline.model.record import NamedTuple
from pipeline.notation.han import is_han
from pipeline.notation.pattern import Pattern

_PARTS = Pattern(
    r"[·•](?:[\u4e00-\u9fff]{1,10}|[A-Z]\.?(?=[·•]))(?:[·•](?:[\u4e00-\u9fff]{1,10}|[A-Z]\.?(?=[·•])))*",
    needs="·•",
)
"""What follows the first part of a name."""
_INITIALS = Pattern(
    r"[A-Z](?<![A-Za-z.·•].)(?:\. ?|[·•])(?:[A-Z](?:\. ?|[·•])){0,2}(?=[\u4e00-\u9fff]{2})", needs=".·•"
)
_LONGEST_FIRST = 8
_LITTLE = (BEFORE | LEADING) - SOUNDS
"""Little words that stand in no part of a foreign name."""
_JOINTS = frozenset("和与及")
_SHORTEST_FIRST = 3
"""Characters of a first name by which alone somebody is called."""
_LONGEST_PART = 6
"""Characters of a part of a name that may have any characters."""
_FOREIGN_BITS = 10
"""What the characters of a foreign name of one word weigh at least."""
_CALLED_BITS = 6
"""And before an address: 科雷先生."""

_DAY = Pattern(r"\d{1,2}(?:日|月\d{1,2}日)", first="0123456789")
"""Behind who does something on it: 外长利维 | 4日 | 宣布."""
_SIDES = 3
"""Powers of two for a step of what stands behind it."""


def scan_foreign(key: str) -> list[Person]:
    """Names of several parts with a dot between: from a post or a mark before the first part to where a word begins behind the last one."""
    found = []
    for dots, limit in _dotted(key):
        run = "".join(takewhile(is_han, reversed(key[max(0, dots[0] - _LONGEST_FIRST) : dots[0]])))
        first, last = _first_part(key, dots[0] - len(run), dots[0]), _last_part(key, dots[-1] + 1, limit)
        middle = [c for c in key[first:last] if is_han(c)]
        foreign = 3 * sum(c in SOUNDS for c in middle) >= len(middle)
        if foreign and len(middle) > 2 and first < dots[0] and last > dots[-1] + 1:
            found.append(Person(first, last, NEEDED))
    return found + list(_with_initials(key))


def _dotted(key: str) -> Iterator[tuple[list[int], int]]:
    """The dots of each name, and how far its last part may reach; a post or 和 between two dots parts two names."""
    for match in _PARTS.finditer(key):
        dots: list[int] = []
        for at in (at for at in range(match.start(), match.end()) if is_dot(key[at])):
            if dots and any(key[c] in _JOINTS or title_before(key, c) for c in range(dots[-1] + 1, at)):
                yield dots, at
                dots = []
            dots.append(at)
        yield dots, match.end()


def _first_part(key: str, floor: int, dot: int) -> int:
    """Where the first part of a name begins, of which the dot follows."""
    brought = (at for at in range(dot - 1, floor, -1) if title_before(key, at) or key.startswith(INTRODUCTIONS, at - 2))
    post = next(brought, None)
    if post is not None and dot - post <= _LONGEST_PART and not has_words(key[post:dot]):
        return post
    floor = post or floor
    for start in range(floor, dot):
        if has_words(key[start + 1 : dot]) or not _LITTLE.isdisjoint(key[start:dot]):
            continue
        sounds = sum(c in SOUNDS for c in key[start:dot])
        before = key[start - 1 : start] or " "
        if not is_han(before) and (sounds == dot - start or (sounds and dot - start <= _SHORTEST_FIRST and before != UNIT_END)):
            return start
        if 2 * sounds >= dot - start and is_han(before) and left_weight(key, start) >= CALLING:
            return start
    first = dot
    while first > floor and key[first - 1] in SOUNDS and not (first < dot and _breaks_before(key, first)):
        first -= 1
    return first


def _last_part(key: str, start: int, limit: int) -> int:
    """Where the last part ends, which begins here: at a mark, before a word, or at a character of no foreign sound."""
    limit = next((end for end in range(start + 2, limit) if _goes_on(key, end) and not _begins_later(key, end, limit)), limit)
    part = key[start:limit]
    if len(part) <= _LONGEST_PART and not has_words(part) and (NO_SOUNDS | _LITTLE).isdisjoint(part) and right_weight(key, limit) >= EDGE:
        return limit
    last = start
    while last < limit and key[last] in SOUNDS and (last < start + 2 or right_weight(key, last) < WORD):
        last += 1
    if last == start and right_weight(key, start + 1) >= COMMON and key[start] in lists().surnames:
        return start + 1
    return last


def _goes_on(key: str, end: int) -> bool:
    """Whether the sentence goes on behind a part of a name that may end here: 布朗 | 合作, 买买提 | 曾任."""
    right = right_weight(key, end)
    return right >= ACT or (right >= COMMON and vocabulary().is_common(key[end : end + 2])) or (right >= WORD and key[end : end + 1] not in SOUNDS)


def _begins_later(key: str, end: int, limit: int) -> bool:
    """Whether what somebody does begins a character later just as well: 达瓦买提 | 出席, no 达瓦买 | 提出."""
    return end + 1 < limit and key[end] in SOUNDS and right_weight(key, end + 1) >= ACT


def _with_initials(key: str) -> Iterator[Person]:
    """J. R. 史密斯."""
    for match in _INITIALS.finditer(key):
        first = last = match.end()
        while key[last : last + 1] in SOUNDS and (last < first + 2 or right_weight(key, last) < WORD):
            last += 1
        if last > first + 1:
            yield Person(match.start(), last, NEEDED)


class _Sounds(NamedTuple):
    """Characters that write foreign sounds."""

    bits: dict[str, int]
    """How much likelier each is in a foreign name than in a text, as a power of two."""
    run: Pattern
    """Several of them."""


@cache
def _sounds() -> _Sounds:
    bits = {c: int(more) for more, characters in table("foreign_characters").items() for c in characters}
    bits |= dict.fromkeys(SOUNDS - STOP - bits.keys(), 0)
    return _Sounds(bits, Pattern(f"[{''.join(sorted(bits))}]{{2,10}}"))


def scan_single(key: str) -> Iterator[Person]:
    """恩科洛, where a post stands beside it or what persons do behind it."""
    bits, run = _sounds()
    for match in run.finditer(key):
        first, last = match.span()
        if sum(bits[c] for c in match[0]) < _CALLED_BITS or any(is_dot(c) for c in (key[first - 1 : first], key[last : last + 1])):
            continue
        for start in range(first, last - 1):
            end = _likely_end(key, start, last)
            weight = _foreign_weight(key, start, end, sum(bits[c] for c in key[start:end]))
            if weight >= NEEDED:
                yield Person(start, end, weight)
                break


def _likely_end(key: str, start: int, last: int) -> int:
    """Where a name that begins here ends, at `last` or before."""
    bits = _sounds().bits

    def rank(end: int) -> int:
        return _SIDES * right_weight(key, end) + sum(bits[c] for c in key[start:end])

    return max(range(start + 2, last + 1), key=rank)


def _foreign_weight(key: str, start: int, end: int, bits: int) -> int:
    left = left_weight(key, start)
    right = ACT if left >= TITLE and _DAY.match(key, end) else right_weight(key, end)
    name = key[start:end]
    called, short = right >= TITLE or left + right >= TITLE + ACT, len(name) == 2
    if bits < (_CALLED_BITS if called else _FOREIGN_BITS) or left < (UNKNOWN if called else COMMON):
        return 0
    if name in vocabulary().places or in_place(key, start) or name in lists().alike:
        return 0
    if vocabulary().is_common(name[-2:]) or (is_word(name[-2:]) and left + right < TITLE + ACT):
        return 0
    beside = max(left, right) + key.endswith("名叫", 0, start)
    return 0 if beside < (TITLE if short else ACT) else left + right + (not short)


def known_parts(name: str) -> Iterator[str]:
    """By what the bearer is called once he has been named in full: 拉尔森 of 埃里克·拉尔森, 阿依努尔 of 阿依努尔·买买提, 高桥 of 高桥真一."""
    if surname := japanese_surname(name):
        yield surname
    first, last = "".join(takewhile(is_han, name)), "".join(takewhile(is_han, reversed(name)))[::-1]
    if 1 < len(last) < len(name):
        yield last
    if _SHORTEST_FIRST <= len(first) < len(name):
        yield first


def _breaks_before(key: str, at: int) -> bool:
    """Whether the part of a foreign name begins here: after a title or an everyday word."""
    return (
        bool(title_before(key, at))
        or key[at - 1] in BEFORE
        or key[at - 1] in "的是和"
        or vocabulary().is_common(key[at - 2 : at])
    )
