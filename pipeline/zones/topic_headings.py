"""Headings of one level that all say what a text is about and not what has happened: sections whose texts have no headline of their own.

本周安全态势 / 本周漏洞情况 / 行业新闻;  一、水情监测 / 二、雨情分析 / 三、气象预报;  新闻 (1、某厂投产 …) / 本周金句
"""

from pipeline.lexicon import ending
from pipeline.model.layout import STRONG, Block
from pipeline.model.record import Struct
from pipeline.notation.ordinals import Marker
from pipeline.notation.pattern import Pattern
from pipeline.zones.forms import is_bracketed, is_headline
from pipeline.zones.stems import is_column_word

_LONGEST, _COLUMN, _WORD = 16, 6, 4
"""Characters of such a heading, of one that is a column's name, and of one that is too short to tell what has happened."""
_LEAST, _SEVERAL = 3, 2
"""Headings of a level that nothing but their words shows to be such, and of one under which titles are numbered anew."""
_OUTER = ("han", "formal", "digit")
_DOCUMENTS = ("关于", "關於")
"""With what titles of documents begin."""
_WHOLE = Pattern(
    r"(?:综合|綜合|总体|總體|整体|整體|基本|本[期周週月季年])?(?:评价|評價|情况|情況|概况|概況|概述|综述|綜述|评述|評述|摘要|提要|要点|要點|形势|形勢|态势|態勢|分析|小结|小結)$"
)
"""A heading that names the whole of an issue, and no text of its own: 综合评价, 总体情况, 综述."""


class Headings(Struct):
    """What is known of an issue; all by block."""

    blocks: tuple[Block, ...]
    stems: tuple[str, ...]
    sentences: list[bool]
    markers: list[Marker | None]
    signs: set[int]
    """Blocks that name who wrote or sent in a text, captions, and what else heads nothing."""
    begin: int
    """The first block below head and contents."""


def topic_headings(seen: Headings) -> set[int]:
    """Indices of such headings: numbered ones that the issue is made of, or such as have neither sign nor number."""
    return _numbered(seen) or _plain(seen)


def inner_topics(seen: Headings, topics: set[int]) -> set[int]:
    """Headings 1. 2. 3. below a numbered one of `topics` that say what a part of its text is about too: they belong to the text."""
    found: set[int] = set()
    run: list[int] = []
    for index in range(min(topics, default=len(seen.blocks)), len(seen.blocks)):
        marker = seen.markers[index]
        if index in topics:
            found |= set(run) if _are_topics(seen, run, least=_SEVERAL) else set()
            run = [] if marker else [-1]
        elif marker and marker.kind == "digit" and seen.stems[index] and -1 not in run and marker.ordinal == len(run) + 1:
            run.append(index)
    return found | (set(run) if -1 not in run and _are_topics(seen, run, least=_SEVERAL) else set())


def _numbered(seen: Headings) -> set[int]:
    """一、 二、 三、 from the first line on, or from the text of a heading on that names the whole: 综合评价."""
    first = next((i for i in range(seen.begin, len(seen.blocks)) if (m := seen.markers[i]) and m.kind in _OUTER and m.ordinal == 1), -1)
    kind = getattr(seen.markers[first], "kind", "") if first >= 0 else ""
    run: list[int] = []
    for index in range(max(first, 0), len(seen.blocks) if kind else 0):
        marker = seen.markers[index]
        if marker and marker.kind == kind and marker.ordinal == len(run) + 1:
            run.append(index)
    above = list(range(seen.begin, first))
    whole = bool(above) and _WHOLE.match(seen.stems[above[0]]) is not None and all(seen.sentences[i] for i in above[1:])
    headings = [*above[:1], *run]
    if (above and not whole) or len(run) < _LEAST or not all(seen.stems[i] for i in run):
        return set()
    words = all(len(seen.stems[index]) <= _WORD and seen.blocks[index].markup == STRONG for index in run)  # too short for headlines, all of them
    return set(headings) if words or _are_topics(seen, run, least=_LEAST) else set()


def _plain(seen: Headings) -> set[int]:
    """Lines set apart, above a text or above titles that are numbered from 1; none stands above a title like itself."""
    spaced = any(block.gap for block in seen.blocks[seen.begin :])
    found = [index for index in range(seen.begin, len(seen.blocks) - 1) if _heads(seen, index) and (not spaced or _stands_apart(seen, index))]
    above = {index for index in found if _counts_from_one(seen, index + 1)}
    over_text = [index for index in found if index not in above]
    if not found or any(not seen.sentences[index + 1] for index in over_text):
        return set()
    columns = len(above) >= _SEVERAL or any(is_column_word(seen.stems[index], longest=_COLUMN) for index in above)
    return set(found) if _are_topics(seen, over_text, least=1 if columns else _LEAST) else set()


def _stands_apart(seen: Headings, index: int) -> bool:
    return seen.blocks[index].gap > 0 or seen.blocks[index].rule_above or index == seen.begin


def _heads(seen: Headings, index: int) -> bool:
    block, name = seen.blocks[index], seen.stems[index]
    if not name or seen.markers[index] or block.key[-1] in "!?" or index in seen.signs or ":" in block.key or is_bracketed(block.key):
        return False
    return is_headline(block.key)


def _counts_from_one(seen: Headings, index: int) -> bool:
    marker = seen.markers[index]
    return marker is not None and marker.kind == "digit" and marker.ordinal == 1 and not seen.sentences[index]


def _are_topics(seen: Headings, headings: list[int], *, least: int) -> bool:
    """Whether three of four say what a text is about, at least half of them by their last word where nothing else shows it."""
    names = [seen.stems[index] for index in headings]
    worded = sum(map(names_topic, names))
    short = sum(len(name) <= _WORD and not names_topic(name) for name in names)
    return len(names) >= least and 4 * (worded + short) >= 3 * len(names) and (least < _LEAST or 2 * worded >= len(names))


def names_topic(name: str) -> bool:
    """Whether a heading's stem ends in a word for what a text is about."""
    if len(name) > _LONGEST or name.startswith(_DOCUMENTS):
        return False
    return ending(name, "topic_words") != "" or is_column_word(name, longest=_COLUMN)
