"""Which style a bulletin is of, from the clues at its top and its foot.

A 公文 has 文号, 主送机关, 署名 with a date, a title that ends in its genre; a 简报 has an issue number, contents, sections,
signed items, 报：送：发：. Each clue counts once; too few of either make the text plain.
"""

from collections.abc import Iterable

from pipeline.lexicon import ending
from pipeline.model.layout import Block
from pipeline.notation import labels
from pipeline.notation.document_numbers import find_document_number
from pipeline.notation.genres import heading_unit
from pipeline.notation.pattern import Pattern
from pipeline.segment.attribution import UNITS
from pipeline.zones.clues import Clues
from pipeline.zones.head import words_of

_TOP = 14
_FOOT = 12
_ENOUGH = 2.0
_RULED = 2
"""Headlines below a rule or a number of their own: more than one is a series of items."""
_NUMBERED, _NUMBERED_NAME = 3.0, 6.0
"""What an issue number says, and a number with a bulletin's name: that may print a whole 公文, which itself has neither."""

_GONGWEN = {"document_number": 3.0, "addressee": 2.5, "signature": 2.0, "date_only": 0.5, "genre_word": 1.5, "office_mark": 1.5, "promulgation": 1.0,
            "meeting_fact": 0.5, "postscript": 1.0, "subject_words": 1.5, "annex": 0.3, "printed": 0.5}  # fmt: skip
_JIANBAO = {"contents_heading": 3.0, "relation": 1.0, "bullet_prose": 1.0, "number_prose_closed": 2.0, "frame_fact": 1.0, "note": 1.5,
            "bracketed": 0.8,
            "listed": 1.5, "listed_run_in": 1.5, "leader": 1.0, "bulletin_name": 1.5, "markdown_section": 2.0, "credit_form": 0.8, "credit_sure": 0.8,
            "markdown_name": 0.5, "ruled": 0.4, "series_outside": 1.0, "month": 2.0, "label_heading": 2.0, "stamp": 2.0,
            "page_heading": 1.0}  # fmt: skip
_OWN = ("document_number", "office_mark")
"""What a 公文 has of itself, and a periodical (第4期) only of the documents that it prints."""
_PERIOD = Pattern(r"[^关關的]*期[^的]*$", needs="期")
"""A line with 第4期 that is no title of a 公文."""
_CREDITS = {"credit_sure", "credit_form"}
"""Attributions on lines of their own."""
_NAMED, _SEVERAL = 0.45, 2
"""Weight of one that is a person's name alone, and how many of these say nothing."""
_SIGNED_TEXTS = 2.0
"""What two attributions say: nothing but a bulletin has several texts that are signed."""
_NAMED_HEADING = 1.5
"""What a first heading of Markdown says that ends as names of bulletins do: # 社区周报 2021.11.15."""
_COLUMN, _COLUMNS = {"bracketed", "column_word"}, 1.5
"""【政策信息】, and what two such columns say."""
_OF_ISSUE = {"bracketed", "number_prose_closed"}
"""Headings of columns, and briefs."""
_HEADLINE = 3
"""Blocks of an article's title and stamp at most."""
_NEAR_TOP = 6
"""Blocks that the head of an issue has at least."""


def detect_style(blocks: tuple[Block, ...], clues: tuple[Clues, ...]) -> str:
    """jianbao, gongwen or plain."""
    head, foot = clues[:_TOP], clues[-_FOOT:]
    periodical = any(_is_numbered(block) and _PERIOD.match(block.key) for block in blocks[:_NEAR_TOP])
    official = {name: weight for name, weight in _GONGWEN.items() if not (periodical and name in _OWN)}
    gongwen = _score(official, head) + _score({k: v for k, v in _GONGWEN.items() if k in ("signature", "postscript", "subject_words")}, clues)
    jianbao = _score(_JIANBAO, clues) + (1.0 if sum("ruled" in clue.names for clue in clues) >= _RULED else 0.0)
    jianbao += _SIGNED_TEXTS if _count_signed(clues) > 1 or sum(clue.tail_weight >= _NAMED for clue in clues) > _SEVERAL else 0.0
    jianbao += _NAMED_HEADING if _names_bulletin(blocks, clues) else 0.0
    jianbao += _COLUMNS if sum(_COLUMN.issubset(clue.names) for clue in clues) > 1 else 0.0
    numbered = any(_is_numbered(block) and not _numbers_order(blocks, index) for index, block in enumerate(blocks[:_TOP]))
    if numbered or any(labels.LONE_NUMBER.search(block.key) for block in blocks[:_NEAR_TOP]):
        jianbao += _NUMBERED_NAME if periodical or any("bulletin_name" in clue.names for clue in head) else _NUMBERED
    else:
        jianbao -= 1.0 if _score(_GONGWEN, foot) >= 2.0 else 0.0
    if max(gongwen, jianbao) < _ENOUGH:
        return "plain"
    return "gongwen" if gongwen > jianbao else "plain" if _is_article(blocks, clues) else "jianbao"


def _is_article(blocks: tuple[Block, ...], clues: tuple[Clues, ...]) -> bool:
    """Whether the stamp of a web page or chat account stands right between one headline and one text, and no number above: no issue."""
    stamp = next((index for index, block in enumerate(blocks[:_HEADLINE]) if labels.PUBLISHED.search(block.key)), 0)
    if not stamp or stamp + 1 == len(blocks) or "prose" not in clues[stamp + 1].names:
        return False
    if any(labels.has_issue_number(block.key) or ending(block.key, "bulletin_names") for block in blocks[:stamp]):
        return False
    return _count_signed(clues[stamp + 1 :]) <= 1 and not any(_OF_ISSUE & set(clue.names) for clue in clues)


def _count_signed(clues: tuple[Clues, ...]) -> int:
    """Attributions, on lines of their own or at the end of a text: each closes an item, and more than one is a series of items."""
    return sum(clue.tail_weight >= UNITS or not _CREDITS.isdisjoint(clue.names) for clue in clues)


def _names_bulletin(blocks: tuple[Block, ...], clues: tuple[Clues, ...]) -> bool:
    named = bool(blocks) and "markdown_name" in clues[0].names
    return named and ending(words_of(blocks[0].key).rstrip("# -—–."), "bulletin_names") != ""


def _numbers_order(blocks: tuple[Block, ...], index: int) -> bool:
    """Whether 第十二号 stands alone below 某某委员会公告: the number of a public notice."""
    return index > 0 and labels.SERIAL_OF_YEAR.match(blocks[index].key) is not None and heading_unit(blocks[index - 1].key) is not None


def _is_numbered(block: Block) -> bool:
    key = labels.PERMIT.sub("", block.key)
    return len(key) <= 60 and "令" not in key and labels.has_issue_number(key) and find_document_number(key) is None


def _score(weights: dict[str, float], clues: Iterable[Clues]) -> float:
    seen = {name for clue in clues for name in clue.names}
    return sum(weight for name, weight in weights.items() if name in seen)
