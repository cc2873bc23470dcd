"""Lists of persons: what speaks for one name speaks for those beside it, whatever their characters (甲、乙和丙, 甲　　乙 in columns)."""

from collections.abc import Iterator
from itertools import pairwise

from pipeline.entities.foreign_sounds import NO_NATIVE
from pipeline.entities.masking import BLANK, UNIT_END
from pipeline.entities.name_likelihood import likelihood
from pipeline.entities.person_doubt import ACROSS, EVERYDAY, LONGEST_COMMON, PARTICLES
from pipeline.entities.person_readings import has_words, is_long_name
from pipeline.entities.person_sides import ACT, CALLING, EDGE, TITLE, left_weight, lists, right_weight
from pipeline.entities.unit_marks import DIVISIONS, JOINTS, NUMERALS, SOFT_STOP, STOP
from pipeline.entities.vocabulary import vocabulary
from pipeline.model.record import NamedTuple
from pipeline.notation.han import is_han
from pipeline.notation.pattern import Pattern

NEEDED = 3
"""Weight that a name needs in all."""
LONGEST_GAP = 12
"""Blanks between the columns of a roster."""
_LONGEST_BRACKET = 24
"""Characters of what stands in brackets behind a name of a list."""
_SHORTEST, _LONGEST_NAME = 2, 8
_MANY = ("等", "两位", "三位", "二人", "两人")
_COUPLES = ("夫妇", "夫妻", "父子", "父女", "母子", "母女", "兄弟", "姐妹", "兄妹", "姐弟")
"""Behind two names, whatever everyday words they are."""
_BLANKS = frozenset(" \n")
_ENDS = frozenset(("", *"、,。;!?() \n等获和与及"))
_SIGNS = _BLANKS | {"、"}
_UNLIKELY = -4
"""What the characters of a name without a known surname weigh at least where it stands in a list of names."""
_HAN = "\u4e00-\u9fff"
_LAST = Pattern(f"(?:^|[^{_HAN}])([{_HAN}]{{2,8}}|[{_HAN}] {{1,2}}[{_HAN}])$")


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


def convinced(key: str, supposed: list[Person]) -> Iterator[Person]:
    """Those for which enough speaks; in a list of names (甲、乙和丙) what speaks for one speaks for all."""
    first = 0
    for at, person in enumerate(supposed):
        following = supposed[at + 1] if at + 1 < len(supposed) else None
        if following and joined(key, person.end, following.start):
            continue
        listed = supposed[first : at + 1]
        first = at + 1
        if len(listed) > 1:
            listed = [p._replace(weight=p.weight + max(0, listed[0].left - p.left)) for p in listed]
        if len(listed) == 2 and key.startswith(_COUPLES, listed[1].end):
            yield from listed
        elif len(listed) > 1 and _is_roster(key, listed):
            whole = _in_columns(key, listed) or (len(listed) == 2 and max(p.weight for p in listed) > NEEDED)
            yield from (p for p in listed if p.weight > 0 and (p.doubt < EVERYDAY or p.weight >= NEEDED or whole))
        else:
            yield from (p for p in listed if p.weight >= NEEDED)


def joined(key: str, end: int, start: int) -> bool:
    """Whether two supposed names stand in one list: 甲、乙, or 甲　　乙 in columns; 甲(市住建局)、乙(市教育局)."""
    between = key[end:start]
    if between.startswith("(") and between.count(")") == 1 and len(between) <= _LONGEST_BRACKET:
        between = between[between.index(")") + 1 :]
    if between.endswith(UNIT_END):  # 市第一小学甲,市第二小学乙
        between = between[:1] * (not between[1:-1].strip(BLANK))
        return between in JOINTS or between in (",", ";")
    return between in JOINTS or (0 < len(between) <= LONGEST_GAP and not between.strip(" \n"))


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


def with_neighbours(key: str, found: list[Person]) -> Iterator[Person]:
    """The persons, in order, and those that stand in a list beside one of them and have nothing else that speaks for them."""
    floor = 0
    for at, person in enumerate(found):
        limit = found[at + 1].start if at + 1 < len(found) else len(key)
        follows, goes_on = at > 0 and joined(key, found[at - 1].end, person.start), joined(key, person.end, limit)
        sure = follows or goes_on or person.left >= CALLING
        if key[person.start - 1 : person.start] in _SIGNS and not follows:
            yield from reversed(list(_before(key, floor, person.start, sure=sure)))
        yield _whole(key, person, floor, sure=sure)
        floor = person.end
        if not goes_on:
            for neighbour in _behind(key, person.end, limit, sure=sure):
                yield neighbour
                floor = neighbour.end


def _whole(key: str, person: Person, floor: int, *, sure: bool) -> Person:
    """The person with a character more where that is all that stands between two signs of a list: 、从 | 秀梅、, 、格 | 桑卓玛、."""
    start, end = person.start - 1, person.end
    listed = sure and end - start > LONGEST_COMMON and key[start : start + 1] == key[end + 1 : end + 2] == "、"
    more = key[end : end + 1]
    if (listed or _is_cut(key, person)) and is_han(more or " ") and more not in STOP:
        return person._replace(end=end + 1)
    grows = end - start == LONGEST_COMMON or is_long_name(key[start:end])
    alone = grows and start > 0 and key[start - 1] in _SIGNS and key[end : end + 1] in _ENDS
    listed = alone and is_han(key[start]) and " " not in key[start:end] and (sure or joined(key, floor, start))
    return person._replace(start=start) if listed else person


def _is_cut(key: str, person: Person) -> bool:
    """Whether all that stands between a name behind a post and the next sign is one more character of it: 会长青山杉 | 雨、."""
    start, end = person.start, person.end
    alone = person.left >= TITLE and end - start == LONGEST_COMMON and not is_han(key[end + 1 : end + 2] or " ")
    more = key[end : end + 1]
    return alone and more not in PARTICLES and more not in lists().acts and not has_words(key[start : end + 1])


def _behind(key: str, end: int, limit: int, *, sure: bool) -> Iterator[Person]:
    """Members of the list behind a name that ends here."""
    while True:
        end = _past_bracket(key, end)
        if not (key.startswith("、", end) or (sure and key[end : end + 1] in _BLANKS)):
            return
        gap = key[end : end + LONGEST_GAP]
        start = end + len(gap) - len(gap.lstrip("、 \n"))
        if start == end + len(gap):
            return
        ends = range(start + 2, min(start + _LONGEST_NAME, limit) + 1)
        end = next((at for at in ends if _ends_member(key, start, at, sure=sure)), 0)
        if not end:
            return
        yield Person(start, end, NEEDED)
        sure = True


def _ends_member(key: str, start: int, end: int, *, sure: bool) -> bool:
    """Whether a member of a list that begins at `start` is a name that ends at `end`."""
    spaced = key[start + 1] == " "
    open_end = end == start + _SHORTEST if spaced else key[end : end + 1] not in _ENDS and right_weight(key, end) < ACT
    if open_end or key[end : end + 1] == ":":  # 司 库: is a label
        return False
    return _is_member(key[start:end], sure=sure) and not any(key[start : start + size] in lists().titles for size in (3, 4, 5))


def _before(key: str, floor: int, start: int, *, sure: bool) -> Iterator[Person]:
    """Members of the list before a name that begins here, the last one first."""
    while start > floor and (key[start - 1] == "、" or (sure and key[start - 1] in _BLANKS)):
        low = max(floor, start - LONGEST_GAP)
        end = _before_bracket(key, floor, low + len(key[low:start].rstrip("、 \n")))
        first = _member_start(key, max(floor, end - _LONGEST_NAME - 1), end, sure=sure)
        if first == end or key[end : end + 1] == ":" or not _is_member(key[first:end], sure=sure):
            return
        yield Person(first, end, NEEDED)
        start, sure = first, True


def _member_start(key: str, floor: int, end: int, *, sure: bool) -> int:
    """Where the member of a list that ends here begins: behind a mark, or behind a post."""
    run = _LAST.search(key[floor:end])
    if run and (floor == 0 or run.start(1) > 0) and _is_member(run[1], sure=sure):
        return floor + run.start(1)
    weights = ((left_weight(key, end - size), -size) for size in (3, 2, 4, 5) if end - size >= floor)
    weight, size = max(weights, default=(0, 0))
    return end + size if weight >= EDGE else end


def _past_bracket(key: str, end: int) -> int:
    """Behind what stands in brackets behind a name: 甲(市住建局)."""
    if key.startswith("(", end):
        close = key.find(")", end, end + _LONGEST_BRACKET)
        return close + 1 if close > 0 else end
    return end


def _before_bracket(key: str, floor: int, end: int) -> int:
    """Before what stands in brackets that end here."""
    opening = key.rfind("(", max(floor, end - _LONGEST_BRACKET), end) if key[end - 1] == ")" else -1
    return opening if opening > floor else end


def _is_member(text: str, *, sure: bool) -> bool:
    """Whether characters between two signs of a list of persons are a name; `sure` where more than one name speaks for it."""
    name = text.replace(" ", "")
    if len(name) < _SHORTEST:
        return False
    surname = name[0] in lists().surnames and name[0] not in lists().unlikely
    if len(name) < len(text):
        return len(name) == _SHORTEST and all(map(is_han, name)) and (name[0] in lists().surnames or not has_words(name))
    if _is_other(name, begins=surname or sure) or name in vocabulary().places or (len(name) > _SHORTEST and name in lists().alike):
        return False
    if len(name) > LONGEST_COMMON:
        compound = name[:2] in lists().surnames or (sure and surname)
        return is_long_name(name) or (len(name) == LONGEST_COMMON + 1 and compound and not has_words(name[1:]))
    if has_words(name):
        return sure and surname
    return surname or likelihood(name[0], name[1:]) >= _UNLIKELY


def _is_other(name: str, *, begins: bool) -> bool:
    """Whether characters are no name of a person, but a post, a unit, a piece of a sentence; where one `begins` any character may stand first."""
    if not all(map(is_han, name)) or name[0] in NUMERALS or name[-1] in PARTICLES or (name[0] in SOFT_STOP and name[0] not in lists().surnames):
        return True
    tails = [name[at:] for at in range(len(name) - 1)]
    if any(tail in lists().titles or tail in lists().honorifics for tail in tails):
        return True
    long = len(name) > LONGEST_COMMON
    return _ends_a_unit(name) or not NO_NATIVE.isdisjoint(name[begins:] if long else name[begins:-1]) or (long and name[-1] in STOP)


def _ends_a_unit(name: str) -> bool:
    return len(name) > 2 and (name[-1] in DIVISIONS or any(name[-size:] in vocabulary().endings for size in (1, 2, 3)))
