"""Columns whose paragraphs are items by themselves: 简讯, numbered anew below 一、, each of another day, months of a chronicle (大事记)."""

from collections.abc import Sequence
from itertools import pairwise

from pipeline.lexicon import ending, words
from pipeline.model.layout import Block
from pipeline.model.record import Struct
from pipeline.notation.dates import find_day
from pipeline.notation.names import is_person
from pipeline.notation.ordinals import Marker
from pipeline.notation.pattern import Pattern
from pipeline.zones.forms import is_headline, opens_with_time
from pipeline.zones.stems import bracket_end

COLUMN_NAME = 10
"""Characters of the heading of such a column at most."""
_SEVERAL = 2
"""Headings that are numbered, or name months, at least; paragraphs of different days below one that does neither."""
_LEAST_BRIEFS, _BRIEFS_BEGIN = 3, 2
"""Briefs that one heading has at least, and the block with which they begin at the latest."""
_HEAD_LINES = 5
_LEAP_YEAR = 2000
"""It has every day that there is."""
_MONTH = Pattern(r"(?:\d{4}年)?(?:\d{1,2}|[正元腊])月份?$|\d{4}年$", last="月份年", numerals=True)
_MONTH_DAY = Pattern(r"(?:\d{4}年)?\d{1,2}月\d{1,3}日", needs="月", numerals=True)


class Look(Struct):
    """What is known of an issue; all by block."""

    blocks: tuple[Block, ...]
    stems: tuple[str, ...]
    prose: list[bool]
    sentences: list[bool]
    """Running text, or at least one sentence."""
    markers: list[Marker | None]
    names: Sequence[object]
    """What names who sent an item in, None for all other blocks."""
    series: dict[int, str]
    begin: int
    """The first block below head and contents."""

    def text(self, index: int) -> str:
        """The block's key without its ordinal or sign."""
        marker, key = self.markers[index], self.blocks[index].key
        return key[marker.length :] if marker and marker.kind != "markdown" else key


def brief_columns(look: Look, months: dict[int, str]) -> set[int]:
    """Paragraphs right under the heading of such a column, with no headline between; `months` as `read_months` gives them."""
    found: set[int] = set()
    inside = False
    numbered = _numbered_columns(look) | _dated_columns(look) - months.keys() | {index for index, place in months.items() if place == "month"}
    for index, name in enumerate(look.stems):
        named = names_briefs(name.rstrip("0123456789年月日第期") if index < look.begin else name)
        if look.prose[index] or (inside and index - 1 in numbered | found and look.sentences[index]):
            found |= {index} if inside else set()
        elif named or not (_names_author(look, index) or (inside and index < look.begin)):  # the stamp of a page
            inside = named or index in numbered
    return found | _dated_issue(look)


def _names_author(look: Look, index: int) -> bool:
    """Whether names of who sent the briefs in stand below their heading; what looks like a unit, with space above and over text, is a headline."""
    titles = look.blocks[index].gap > 0 and index >= look.begin and any(look.prose[index + 1 : index + 2])
    return look.names[index] is not None and not titles


def page_heading(look: Look, labels: set[int]) -> int:
    """The line over the briefs of a page of something larger, with its author below it or not, and no bulletin's name: no fact stands there.

    The first of `labels`, headings of sections, where it ends a head of a few lines. -1 for none.
    """
    if look.begin or not look.prose or look.prose[0]:
        return -1
    if 0 < min(labels, default=0) <= _HEAD_LINES and not any(look.prose[: min(labels)]):
        return min(labels)
    briefs = [index for index in range(1, len(look.stems)) if look.sentences[index] and _opens_brief(look, index)]
    if len(briefs) < _LEAST_BRIEFS or briefs[0] > _BRIEFS_BEGIN or any(look.prose[: briefs[0]]):
        return -1
    heading = 0 if briefs[0] == 1 or is_person(look.stems[1]) else 1
    key = look.blocks[heading].key
    named = heading == 0 and ending(key.replace(" ", ""), "bulletin_names")
    return heading if is_headline(key) and not named else -1


def _opens_brief(look: Look, index: int) -> bool:
    marker = look.markers[index]
    return look.blocks[index].key[0] == "【" or (marker is not None and marker.kind == "bullet")


def names_briefs(name: str) -> bool:
    """信息快递, 简讯: a heading's stem that ends as those of columns of briefs do."""
    return 0 < len(name) <= COLUMN_NAME and name.endswith(tuple(words("brief_columns")))


def read_months(look: Look) -> dict[int, str]:
    """Headings that name nothing but a month, or a year, with what happened on a day, or in a month, right below each.

    They are sections (`month`) where the first stands right below the head, a chronicle being the whole issue; below the title of an
    item they are headings inside it (`month_inside`).
    """
    found = [index for index in range(look.begin, len(look.stems) - 1) if _MONTH.match(look.stems[index])]
    dated = all(look.sentences[index + 1] and opens_with_time(look.text(index + 1)) for index in found)
    return dict.fromkeys(found, "month" if found[0] == look.begin else "month_inside") if len(found) >= _SEVERAL and dated else {}


def _numbered_columns(look: Look) -> set[int]:
    """Headings 一、二、三 right under the head, or in brackets, that stand for sections: each has text numbered from 1 right below."""
    short = [i for i, prose in enumerate(look.prose) if not prose and 2 <= len(look.stems[i]) <= COLUMN_NAME]
    found: set[int] = set()
    for headings in (
        [i for i in short if look.series.get(i) == "series_outside"],
        [i for i in short if bracket_end(key := look.blocks[i].key.replace(" ", "")) == len(key)],
    ):
        if len(headings) >= _SEVERAL and all(_numbers_anew(look, index) for index in headings):
            found |= set(headings)
    return found


def _numbers_anew(look: Look, index: int) -> bool:
    """Whether text with the ordinal 1 stands right below."""
    marker = look.markers[index + 1] if index + 1 < len(look.blocks) else None
    return marker is not None and marker.kind == "digit" and marker.ordinal == 1 and look.sentences[index + 1]


def _dated_columns(look: Look) -> set[int]:
    """Short headings over paragraphs that each begin with another day: what happened, one by one."""
    found: set[int] = set()
    marked = {index for index, marker in enumerate(look.markers) if marker and marker.kind == "markdown"}
    for index, name in enumerate(look.stems):
        heads = index in marked or not marked  # among headings behind # a line without is none
        if heads and 2 <= len(name) <= COLUMN_NAME and not look.prose[index] and not _stands_below_heading(look, index):
            below = index + 1
            while below < len(look.blocks) and look.prose[below] and _MONTH_DAY.match(look.text(below)):
                below += 1
            ends = below == len(look.blocks) or not look.prose[below]
            found |= {index} if ends and below - index > _SEVERAL else set()
    return found


def _dated_issue(look: Look) -> set[int]:
    """All running text of an issue, where no heading stands above and each paragraph begins with another day, counted on: 每周要情."""
    texts = [index for index in range(look.begin, len(look.blocks)) if look.prose[index]]
    if look.begin == 0 or len(texts) <= _SEVERAL or texts != list(range(look.begin, look.begin + len(texts))):
        return set()
    if not all(opens_with_time(look.text(index)) for index in texts):
        return set()
    days = [find_day(look.text(index), _LEAP_YEAR) for index in texts]
    dates = [day.iso for day in days if day and day.start == 0]
    return set(texts) if len(dates) > _SEVERAL and all(before < after for before, after in pairwise(dates)) else set()


def _stands_below_heading(look: Look, index: int) -> bool:
    """Whether a heading stands right above, so that the line is the title of what happened, or the second line of it."""
    block, above = look.blocks[index], look.blocks[index - 1]
    if index == look.begin or look.prose[index - 1] or look.markers[index - 1] or above.key[-1] in "。!?:;":
        return False
    return not look.names[index - 1] or (block.align == above.align and not (block.gap or block.rule_above))
