"""Headings inside the text of an item, told from titles by how they are set: otherwise than those that the contents lists, or without space."""

from collections.abc import Callable

from pipeline.model.layout import Block
from pipeline.notation.numerals import parse_numeral
from pipeline.notation.ordinals import Marker
from pipeline.notation.pattern import Pattern
from pipeline.zones.contents_index import Listed
from pipeline.zones.forms import is_headline

_LEAST = 3
"""Listed titles that show how titles are set."""
_COUNTED = Pattern("(?P<count>[二三四五六七八九十两兩]{1,2})首$", last="首")
_VERSE_ENDS = ",。;!?、"
_SEVERAL, _SHORT = 2, 9
"""Headings inside the one text of an issue at least, and the characters of each at most."""


def inner_headings(
    blocks: tuple[Block, ...], markers: list[Marker | None], prose: list[bool], listed: dict[int, Listed], closes: Callable[[int], bool]
) -> set[int]:
    """Headings with a sign or an ordinal that the contents does not list, right between two paragraphs of a text that it does list."""
    titles = [index for index, found in listed.items() if found.exact and not found.continued and not prose[index]]
    looks = {_look(blocks[index], markers[index]) for index in titles}
    found: set[int] = set()
    in_text = listed_above = False
    for index, block in enumerate(blocks if len(titles) >= _LEAST else ()):
        if index in listed:
            in_text, listed_above = prose[index], True
        elif prose[index]:
            in_text = listed_above
        elif in_text and markers[index] and _stands_between(blocks, prose, index) and _look(block, markers[index]) not in looks:
            found.add(index)
        elif is_headline(block.key) and (in_text or markers[index]):
            in_text = listed_above = False  # of another item, or of the first one of a section
        if in_text and closes(index):
            in_text = listed_above = False
    return found


def feature_headings(
    spacing: Callable[[int], str | None], indices: range, prose: list[bool], stems: tuple[str, ...], closes: Callable[[int], bool]
) -> set[int]:
    """Short headings without space below the one title of an issue, which space and a ——subtitle or a byline set off."""
    found: dict[str, list[int]] = {"spaced": [], "unspaced": []}
    for index in indices:
        if space := spacing(index):
            found[space].append(index)
    title, inner = found["spaced"], found["unspaced"]
    if len(title) != 1 or len(inner) < _SEVERAL or inner[0] < title[0] or prose[title[0] + 1]:
        return set()
    return set(inner) if all(len(stems[index]) <= _SHORT and not closes(index - 1) for index in inner) else set()


def counted_poems(blocks: tuple[Block, ...], stems: tuple[str, ...], prose: list[bool], begin: int) -> dict[int, range]:
    """The headings below a title that counts them, each with space above, and its verses below: 诗二首, 短歌三首."""
    found: dict[int, range] = {}
    for index in range(begin, len(blocks)):
        counted = _COUNTED.search(stems[index])
        if counted and not prose[index]:
            found |= _poems(blocks, prose, index + 1, parse_numeral(counted["count"]) or 0)
    return found


def _poems(blocks: tuple[Block, ...], prose: list[bool], begin: int, count: int) -> dict[int, range]:
    named: dict[int, range] = {}
    for index in range(begin, len(blocks) - 1):
        block, below = blocks[index], blocks[index + 1]
        if block.rule_above or len(named) == count:
            break
        if block.gap and len(block.key) <= _SHORT and is_headline(block.key) and (prose[index + 1] or below.key[-1] in _VERSE_ENDS):
            end = next((at for at in range(index + 2, len(blocks)) if blocks[at].gap or blocks[at].rule_above), len(blocks))
            named[index] = range(index + 1, end)
    return named if len(named) == count else {}


def _look(block: Block, marker: Marker | None) -> tuple[str, str]:
    """How a heading is set, and the sign or kind of ordinal before it."""
    return block.align, "" if marker is None else marker.text if marker.kind == "bullet" else marker.kind


def _stands_between(blocks: tuple[Block, ...], prose: list[bool], index: int) -> bool:
    """Whether a short line stands right below running text and above more of it."""
    block = blocks[index]
    return not (block.gap or block.rule_above) and is_headline(block.key) and prose[index - 1] and any(prose[index + 1 : index + 2])
