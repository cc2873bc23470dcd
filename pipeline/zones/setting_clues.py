"""Clues of how a block is set: alignment, size, space above, and what stands before and after it."""

from pipeline.model.layout import SLANTED, STRONG, Block
from pipeline.notation.genres import names_notice
from pipeline.segment.attribution import UNIT_AND_PERSON
from pipeline.zones.forms import is_headline
from pipeline.zones.heading_clues import SAID, heads_rows, is_caption, is_row
from pipeline.zones.survey import Survey

_SENTENCE_TITLE = 24
"""Characters of the longest title that ends in a full stop."""
_LARGE = 1.15
"""Type size, body type being 1, from which a line is a heading; titles are set in 1.2 times the body type and more."""
_NEAR_CENTRE = 2
"""Columns by which the middle of the second line of a title may be off."""
_PAIR = 70
"""Characters that two lines of one title have together at most."""

_WIDEST_MARKER = 6
"""Columns of a sign or an ordinal, below whose text the second line of a title begins."""


def setting_clues(survey: Survey, index: int) -> list[str]:
    """How the block is set: alignment, space above, and what stands before and after it."""
    block = survey.blocks[index]
    names: list[str] = [block.align] if block.align in ("center", "right") else ["paragraph_indent"] if block.align == "indented" else []
    names += _size_clues(survey, index)
    if block.gap or block.rule_above:
        names.append("space_above")
    follows = following_clue(survey, index)
    if follows == "before_prose" and _is_sentence_title(survey, index):
        names.append("sentence_title")
    if follows == "before_prose" and index and is_headline(block.key) and _has_ended(survey, index):
        names.append("between_prose")
    names += _spacing_clues(survey, index)
    if block.rule_above and follows == "before_prose":
        names.append("ruled")
    if block.markup in (STRONG, SLANTED):
        names.append("strong_type")
    if index == 0:
        names.append("first_block")
    if index and _pairs_with_previous(survey, index):
        names.append("pairs_with_previous")
    if index + 1 < len(survey.blocks) and _pairs_with_previous(survey, index + 1):
        names.append("pairs_with_next")
    return [*names, follows] if follows else names


def _spacing_clues(survey: Survey, index: int) -> list[str]:
    """How the block stands to the others that may be titles, by its space above and its indent."""
    block = survey.blocks[index]
    spaced = survey.spaces_titles and index >= survey.text_start
    spacing = survey.spacing_of(index) if spaced else None
    names = [spacing] if spacing else []
    if _titles_rows(survey, index):
        names.append("within_series" if _is_within_series(survey, index) else "titles_rows")
    if survey.centres_titles and block.align == "indented" and not block.gap and not survey.markers[index]:
        names.append("unlike_titles")
    return names


def _has_ended(survey: Survey, index: int) -> bool:
    """Whether running text has come to its end right above, or the caption below it; or rows have, and space follows."""
    above = index - 1
    said = survey.prose[above] or (not is_headline(survey.keys[above]) and survey.keys[above][-1] == "。")
    rows = survey.blocks[index].gap > 0 and is_row(survey, above)
    return (said and survey.keys[above][-1] in SAID) or survey.sourced[above] or is_caption(survey, above) or rows


def _size_clues(survey: Survey, index: int) -> list[str]:
    block = survey.blocks[index]
    if block.size >= _LARGE:
        return ["large_type"]
    smaller = index > 0 and survey.blocks[index - 1].size >= _LARGE * block.size
    return ["below_large_type"] if smaller and not block.key.startswith("——") else []


def _is_sentence_title(survey: Survey, index: int) -> bool:
    """Whether one short sentence stands where a title would: centred, or by itself after an item that is closed."""
    key, block = survey.keys[index], survey.blocks[index]
    if key[-1] != "。" or len(key) > _SENTENCE_TITLE or survey.prose[index] or survey.markers[index] or "。" in key[:-1] or ":" in key:
        return False
    return block.align == "center" or (block.gap > 0 and index > 0 and survey.closes(index - 1))


def _pairs_with_previous(survey: Survey, index: int) -> bool:
    """Whether the line could be the second of a title that the line before begins."""
    block, before = survey.blocks[index], survey.blocks[index - 1]
    if survey.prose[index] or survey.prose[index - 1] or block.gap or block.rule_above or survey.markers[index] or names_notice(block.key):
        return False
    if (above := survey.markers[index - 1]) and above.kind == "markdown":  # ends with its line
        return False
    alike = block.align == before.align or _LARGE <= block.size == before.size or _share_centre(before, block) or index - 1 == survey.lone_unit
    alike = alike or (survey.markers[index - 1] is not None and 0 < block.indent - before.indent <= _WIDEST_MARKER)  # ★ 苦战一昼夜 / 日产创新高
    if not alike or block.size >= _LARGE * before.size:
        return False
    if block.key[0] in "(【〔[" or not is_headline(before.key) or not is_headline(block.key):
        return False
    return len(block.key) + len(before.key) <= _PAIR and survey.stems[index] not in ("", survey.stems[index - 1])


def _share_centre(first: Block, second: Block) -> bool:
    """Whether two lines are set around one middle, though only the shorter one looks centred by itself."""
    if "center" not in (first.align, second.align) or not min(first.indent, second.indent):
        return False
    return abs(first.indent + first.right - second.indent - second.right) <= 2 * _NEAR_CENTRE


def following_clue(survey: Survey, index: int) -> str | None:
    """What the next block is to this one."""
    if index + 1 >= len(survey.blocks):
        return None
    key, marker, credit = survey.keys[index + 1], survey.markers[index + 1], survey.credits[index + 1]
    if key.startswith("——"):
        return "before_subtitle"
    if marker and (index + 1 in survey.brief_column or (marker.kind == "bullet" and (survey.prose[index + 1] or not is_headline(key)))):
        return "before_bullet"
    if survey.prose[index + 1]:
        return "before_prose"
    if credit and (_brackets_sender(survey, index + 1) if key[0] == "(" else credit.weight >= UNIT_AND_PERSON or key[0] == "□"):
        return "before_byline"
    return "before_headline" if is_headline(key) else "before_line"


def _titles_rows(survey: Survey, index: int) -> bool:
    """Whether a headline is set off by space from the text or the rows above, and two rows and more stand below: a list that is an item."""
    key, block = survey.keys[index], survey.blocks[index]
    if not (block.gap or block.rule_above) or survey.prose[index] or survey.markers[index] or ":" in key or not is_headline(key):
        return False
    ended = survey.ends_text(index - 1) or survey.keys[index - 1][-1] in SAID or is_row(survey, index - 1)
    return index > survey.text_start and ended and heads_rows(survey, index) and heads_rows(survey, index + 1) and not is_row(survey, index)


def _is_within_series(survey: Survey, index: int) -> bool:
    """Whether two headings of one text, 一、 and 二、, stand above and below: what is listed between them belongs to that text."""
    above = next((i for i in range(index - 1, survey.text_start - 1, -1) if i in survey.series), -1)
    below = next((i for i in range(index + 1, len(survey.blocks)) if i in survey.series), -1)
    first, second = survey.markers[above], survey.markers[below]
    inside = survey.series.get(above) == survey.series.get(below) == "series_inside"
    return inside and first is not None and second is not None and first.kind == second.kind and first.ordinal + 1 == second.ordinal


def _brackets_sender(survey: Survey, index: int) -> bool:
    """Whether an attribution in brackets stands between a headline and its text: right below the one, which has space above, over prose."""
    if index + 1 >= len(survey.blocks) or not survey.prose[index + 1] or survey.prose[index - 1]:
        return False
    above, block = survey.blocks[index - 1], survey.blocks[index]
    return above.gap > 0 and not block.gap and not survey.blocks[index + 1].gap
