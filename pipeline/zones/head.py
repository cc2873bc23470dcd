"""How far the head of an issue reaches: front matter of Markdown, 报头 of a bulletin, 版头 of a 公文."""

from pipeline.lexicon import ending
from pipeline.model.layout import Block
from pipeline.model.record import NamedTuple
from pipeline.notation import labels
from pipeline.notation.dates import find_date
from pipeline.notation.document_numbers import find_document_number
from pipeline.notation.names import is_unit
from pipeline.notation.numerals import with_digits
from pipeline.notation.ordinals import Marker
from pipeline.notation.pattern import Pattern
from pipeline.zones.contents_index import ContentsIndex
from pipeline.zones.forms import BRACKETS, is_date_only, is_document_number, is_masthead_fact

MASTHEAD_BLOCKS = 16
"""A masthead that is longer has not been seen; the longest on record, in a box, has nine lines."""
_LONGEST_ISSUER = 30
_LONGEST_NAME = 15
_NAME_BELOW = 3
"""Lines of numbers and dates above a bulletin's name, and of whatever stands between its head and its contents, at most."""
_SAID = "。!?”"
_LETTER_SPACED = Pattern(r"[^\s\d](?: +[^\s\d]){2,}$")
_NO_WORDS = Pattern(r"[\W\d_第总總期号號年月日至到]+")
_ISSUERS = ("办公室", "委员会", "工会", "局", "部", "中心", "公司", "编辑部", "秘书处", "指挥部", "党委", "支部", "学校", "学院")
"""Last words of units that issue bulletins; no headline ends in them."""
_WHEN = Pattern(r"(?:会议|活动)?时[ ]*间[ ]*:", first="会活时")
"""When a meeting was held."""
_FRONT_MATTER = Pattern(r"^[a-z_]{2,20}:")


class Head(NamedTuple):
    """Indices after the last block of each part, 0 where there is none."""

    front_matter: int
    """Of a Markdown file: key: value lines above a rule at the very top."""
    masthead: int
    red: int
    """The 文号 of a 公文 or the number of an order, if a line above it ends in 文件 or the like."""


def find_head(blocks: tuple[Block, ...], prose: list[bool], markers: list[Marker | None], contents: ContentsIndex, meeting: set[int]) -> Head:
    """The head of an issue; `prose` and `markers` are by block, `meeting` are lines that state the facts of one (时间：… 地点：…)."""
    keys = [block.key for block in blocks]
    seen = _Seen(blocks, keys, prose, markers, contents, meeting)
    front_matter = _front_matter_end(blocks)
    return Head(front_matter, _masthead_end(seen, front_matter), _red_end(keys))


class _Seen(NamedTuple):
    blocks: tuple[Block, ...]
    keys: list[str]
    prose: list[bool]
    markers: list[Marker | None]
    contents: ContentsIndex
    meeting: set[int]


def _front_matter_end(blocks: tuple[Block, ...]) -> int:
    if not blocks or not _FRONT_MATTER.match(blocks[0].key):
        return 0
    if not (blocks[0].rule_above or blocks[0].key.startswith("title:")):
        return 0
    return next((i for i, block in enumerate(blocks[1:30], 1) if block.rule_above), 0)


def _masthead_end(seen: _Seen, start: int) -> int:
    """After the last line with a masthead's facts, before any running text, and what belongs to it below."""
    end, heading = start, seen.contents.heading
    closed = False
    limit = heading if heading >= 0 else MASTHEAD_BLOCKS
    for index in range(start, min(limit, MASTHEAD_BLOCKS, len(seen.keys))):
        fact = is_masthead_fact(seen.keys[index])
        if (seen.prose[index] and (not fact or seen.keys[index][-1] in _SAID)) or labels.NOTE.match(seen.keys[index]):
            break
        if index in seen.meeting or (is_date_only(seen.keys[index]) and (closed or _is_of_item(seen, index))):
            break
        if closed and (is_document_number(seen.keys[index]) or _WHEN.match(seen.keys[index])):
            break  # of the first 公文 that a gazette prints, of the meeting
        end = index + 1 if fact else end
        closed = closed or (fact and _tells_both(seen.keys[start:end]))
    end += _issuer_follows(seen, end)
    if end:
        end = next((index for index in range(end, len(seen.keys)) if not seen.keys[index].startswith("![")), end)  # a picture of the name
    if 0 < end <= _NAME_BELOW and not any(map(_has_words, seen.keys[:end])):
        end = _name_end(seen, end)
        end += _issuer_follows(seen, end)
    return heading if end and _leads_to_contents(seen, range(end, heading)) else end


def _is_of_item(seen: _Seen, index: int) -> bool:
    """Whether a date stands below a headline behind a sign and above text: when a site has published one of several."""
    marker = seen.markers[index - 1] if index else None
    return marker is not None and marker.kind == "bullet" and any(seen.prose[index + 1 : index + 2])


def _tells_both(keys: list[str]) -> bool:
    """Whether number and date stand above, all that a head must say; a further day, alone on its line, is an item's."""
    return any(map(labels.has_issue_number, keys)) and any(find_date(key) for key in keys)


def _issuer_follows(seen: _Seen, end: int) -> bool:
    """A unit's name right under the last fact, before the rule that closes the head or before headings."""
    if not 0 < end < len(seen.blocks) - 1 or seen.blocks[end].rule_above or seen.prose[end]:
        return False
    name = labels.LABELLED_ON.sub("", seen.keys[end])
    key = (seen.keys[end] if ":" in name else name).partition("  ")[0].replace(" ", "")
    if (edited := labels.EDITED.search(key)) and is_unit(key[: edited.start()]):
        return True
    if seen.blocks[end + 1].rule_above:
        return is_unit(key) or bool(labels.EDITED_BY.match(key) or labels.EDITED.search(key))
    return len(key) <= _LONGEST_ISSUER and not seen.prose[end + 1] and (
        (key.endswith(_ISSUERS) and seen.blocks[end].align != "center") or (is_unit(key) and _opens_with_sign(seen, end + 1))
    )


def _opens_with_sign(seen: _Seen, index: int) -> bool:
    """Whether the block is a heading in brackets, behind a printer's sign or marked as one."""
    marker = seen.markers[index]
    return (marker is not None and marker.kind in ("bullet", "markdown")) or seen.keys[index][0] in BRACKETS


def _name_end(seen: _Seen, start: int) -> int:
    """After the bulletin's name and what is set around its middle with it, where numbers and dates alone stand above."""
    if start + 1 >= len(seen.blocks) or seen.prose[start] or seen.markers[start] or start in seen.contents.listed:
        return start
    key, name = seen.keys[start], seen.keys[start].replace(" ", "")
    if len(name) > _LONGEST_NAME or not (_LETTER_SPACED.match(key) or ending(name, "bulletin_names")):
        return start
    below = range(start + 1, len(seen.blocks))
    return next((i for i in below if seen.blocks[i].align == "flush" or seen.blocks[i].gap or seen.prose[i] or seen.markers[i]), start + 1)


def words_of(key: str) -> str:
    """The words of a line of a head, without its numbers and date."""
    return _NO_WORDS.sub("", with_digits(key))


def _has_words(key: str) -> bool:
    """Whether the line holds more than numbers and dates."""
    return len(words_of(key)) > 1


def _leads_to_contents(seen: _Seen, between: range) -> bool:
    """Whether few lines lie between the head and the heading of the contents: a motto, a word to readers, who edits."""
    other = (seen.prose[i] or seen.markers[i] or labels.NOTE.match(seen.keys[i]) for i in between)
    return 0 < len(between) <= _NAME_BELOW and not any(other)


def _red_end(keys: list[str]) -> int:
    for index, key in enumerate(keys[:10]):
        if len(key) < 60 and (find_document_number(key) or labels.SERIAL_OF_YEAR.match(key)):
            return index if any(map(labels.OFFICE_MARK.match, keys[:index])) else 0
    return 0
