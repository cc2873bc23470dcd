"""Clues of a block's words, its ordinal and its place on the page."""

from pipeline.model.layout import Block
from pipeline.notation.frame import has_frame_label
from pipeline.notation.names import is_person
from pipeline.notation.ordinals import Marker
from pipeline.notation.pattern import Pattern
from pipeline.zones.forms import (
    BRACKETS,
    CLOSERS,
    LONG,
    is_headline,
    is_labelled_list,
    is_name_list,
    is_table_row,
    names_genre,
    opens_with_date,
)
from pipeline.zones.survey import CLOSES, Survey, is_column_word

_ENDINGS = {"。": "ends_sentence", ";": "ends_sentence", "…": "ends_sentence", "!": "ends_mark", "?": "ends_mark",
            ",": "ends_comma", "、": "ends_comma", ":": "ends_colon"}  # fmt: skip
_SPEAKER = Pattern(r"^[^,。:]{2,20}:(?=.)", needs=":")
_DIALOGUE = Pattern(r"^(?:问|問|答|记者|主持人|问题|甲|乙|[QA])[ ]*\d{0,2}[ ]*:", needs=":", numerals=True)
_CLOSES_LETTER = Pattern(r"(?:此致|(?:此致)?敬[礼禮上启啟]|[即顺順并敬此][颂頌].{1,3})!?$", first="此敬即顺順并")
_MEASURES_OF_TABLE = Pattern(r"\(?(?:计量)?单位:[^,。:]{1,16}\)?$", first="(计单")
_MARKUP = Pattern(r"^(?:>|!\[|\[[^\]]*\]|```|<|https?:|\||\* |- )")
_CAPTION = Pattern(
    r"\(?(?:[上下左右]?[图圖](?:[为為:]|[ ]?\d{1,2}[ :])|(?:[图圖]片|照片)(?:说明|說明)?:|表[ ]?\d{1,2}[ :])",
    first="(上下左右图圖照表", numerals=True,
)
_PHOTOGRAPHER = Pattern(r"\((?:摄影|摄|图|攝影|攝|圖)[ /:][^()]+\)$", last=")")
_ARROWS = "▲△↑◀▶▼←→"
_SENTENCE_TITLE = 24
"""Characters of the longest title that ends in a full stop."""
_LARGE = 1.15
"""Type size, body type being 1, from which a line is a heading; titles are set in 1.2 times the body type and more."""
_SAID = "。!?…”;"
_LABEL = 3
"""Characters of 时间, 地点, 负责人; a longer part before a colon may be that of a title."""
_NEAR_CENTRE = 2
"""Columns by which the middle of the second line of a title may be off."""
_PAIR = 70
"""Characters that two lines of one title have together at most."""


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
    if follows == "before_prose" and index and is_headline(block.key) and _has_ended(survey, index - 1):
        names.append("between_prose")
    if _titles_rows(survey, index):
        names.append("titles_rows")
    if survey.centres_titles and block.align == "indented" and not block.gap and not survey.markers[index]:
        names.append("unlike_titles")
    if block.rule_above and follows == "before_prose":
        names.append("ruled")
    if index == 0:
        names.append("first_block")
    if index and _pairs_with_previous(survey, index):
        names.append("pairs_with_previous")
    if index + 1 < len(survey.blocks) and _pairs_with_previous(survey, index + 1):
        names.append("pairs_with_next")
    return [*names, follows] if follows else names


def _has_ended(survey: Survey, index: int) -> bool:
    """Whether the block is running text that has come to its end, or the caption below it."""
    said = survey.prose[index] or (not is_headline(survey.keys[index]) and survey.keys[index][-1] == "。")
    return (said and survey.keys[index][-1] in _SAID) or survey.sourced[index] or _is_caption(survey, index)


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
    if survey.prose[index] or survey.prose[index - 1] or block.gap or block.rule_above or survey.markers[index]:
        return False
    alike = block.align == before.align or _LARGE <= block.size == before.size or _share_centre(before, block)
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
    if credit and (_brackets_sender(survey, index + 1) if key[0] == "(" else credit.weight >= 0.9 or key[0] == "□"):
        return "before_byline"
    return "before_headline" if is_headline(key) else "before_line"


def heads_rows(survey: Survey, index: int) -> bool:
    """Whether rows of a table or of names stand right below."""
    return index + 1 < len(survey.blocks) and _is_row(survey, index + 1)


def _is_row(survey: Survey, index: int) -> bool:
    return index in survey.rows or is_table_row(survey.keys[index]) or is_name_list(survey.keys[index])


def _titles_rows(survey: Survey, index: int) -> bool:
    """Whether a headline is set off by space from the text or the rows above, and two rows and more stand below: a list that is an item."""
    key, block = survey.keys[index], survey.blocks[index]
    if not (block.gap or block.rule_above) or survey.prose[index] or survey.markers[index] or ":" in key or not is_headline(key):
        return False
    ended = index > survey.text_start and (survey.prose[index - 1] or survey.keys[index - 1][-1] in _SAID or _is_row(survey, index - 1) or survey.closes(index - 1))
    return ended and heads_rows(survey, index) and heads_rows(survey, index + 1) and not _is_row(survey, index)


def _brackets_sender(survey: Survey, index: int) -> bool:
    """Whether an attribution in brackets stands between a headline and its text: right below the one, which has space above, over prose."""
    if index + 1 >= len(survey.blocks) or not survey.prose[index + 1] or survey.prose[index - 1]:
        return False
    above, block = survey.blocks[index - 1], survey.blocks[index]
    return above.gap > 0 and not block.gap and not survey.blocks[index + 1].gap


def word_clues(survey: Survey, index: int) -> list[str]:
    """What the block's words are."""
    key = survey.keys[index]
    names = [name for name, holds in (("prose", survey.prose[index]), ("long", len(key) > LONG)) if holds]
    ending = _ENDINGS.get((key.rstrip(CLOSERS) or key)[-1])
    if ending:
        names.append(ending)
    if index in survey.brief_column and not survey.markers[index] and opens_with_date(key):
        names.append("brief_lead")
    if names[:1] == ["prose"] or len(key) > LONG:
        return names
    if not ending or ending == "ends_mark":
        names += ["headline", "stop_inside"] if "。" in key else ["headline"]
    return names + _short_clues(survey, index) + _markup_clues(survey, index)


def _short_clues(survey: Survey, index: int) -> list[str]:
    key, name = survey.keys[index], survey.stems[index] or survey.keys[index]
    credit = survey.credits[index]
    squeezed = key.replace(" ", "")
    facts = {
        "label": len(name) <= 8,
        "tiny": len(name) <= 4,
        "wordy": len(name) > 14,
        "column_word": is_column_word(name, longest=12),
        "column_name": is_column_word(name, longest=6),
        "bracketed": len(squeezed) > 2 and BRACKETS.get(squeezed[0]) == squeezed[-1],
        "in_parens": squeezed[0] == "(" and squeezed[-1] == ")",
        "dash_start": key.startswith("——") and key[-1] != "—",
        "dialogue": _DIALOGUE.match(key) is not None,
        "speaker": _SPEAKER.match(key) is not None and not _is_title_with_colon(key),
        "verse": index in survey.verse,
        "closes_letter": _CLOSES_LETTER.match(key) is not None,
        "table_row": index in survey.rows or (is_table_row(key) and not has_frame_label(key)) or _names_measures(survey, index),
        "name_list": (is_name_list(key) or is_labelled_list(key)) and not (credit and credit.weight >= 0.9),
        "genre_word": names_genre(key),
    }
    levels = (survey.bracket_levels.get(index), survey.months.get(index))
    return [*(fact for fact, holds in facts.items() if holds), *filter(None, levels)]


def _is_title_with_colon(key: str) -> bool:
    """梅园街道:一部手机解决停车难, unlike 时间:3月5日, 甲:…。 and 冠军:王平 李莎."""
    head, _, rest = key.partition(":")
    return len(head) > _LABEL and len(rest) > _LABEL and " " not in rest and rest[-1] not in _SAID and not is_person(head)


def _names_measures(survey: Survey, index: int) -> bool:
    """Whether the line tells the measures of the table below: 单位：人、万元."""
    return _MEASURES_OF_TABLE.match(survey.keys[index]) is not None and heads_rows(survey, index)


def _markup_clues(survey: Survey, index: int) -> list[str]:
    key, marker = survey.keys[index], survey.markers[index]
    if not survey.is_markdown or (marker and marker.kind == "markdown"):
        return []
    if _MARKUP.match(key):
        return ["markup"]
    return [] if has_frame_label(key) else ["markdown_plain"]


def marker_clues(survey: Survey, index: int) -> list[str]:
    """What the ordinal or bullet before the block says."""
    marker = survey.markers[index]
    if not marker:
        return ["caption"] if _is_caption(survey, index) else []
    if marker.kind == "markdown":
        return [survey.heading_levels.get(marker.ordinal) or ("markdown_name" if index <= 2 else "markdown_title")]
    centred = ["marker_han_center"] if marker.kind == "han" and survey.blocks[index].align == "center" else []
    if index in survey.series and not survey.prose[index] and index not in survey.brief_column:
        return [survey.series[index], *centred, *(("outer_ordinal",) if index in survey.outer_ordinals else ())]
    return _bullet_clues(survey, index) if marker.kind == "bullet" else [*_ordinal_clues(survey, index, marker), *centred]


def _is_caption(survey: Survey, index: int) -> bool:
    """Whether a line tells what a picture above shows: 图为…, or behind an arrow right below text, and with none of its own below."""
    key, last = survey.keys[index], index + 1 == len(survey.blocks)
    if not index or survey.prose[index]:
        return False
    if _CAPTION.match(key):
        titled = survey.blocks[index].gap > 0 and not last and survey.prose[index + 1] and key[0] != "("
        return not titled and (survey.prose[index - 1] or _is_caption(survey, index - 1))
    if key[0] not in _ARROWS or not survey.prose[index - 1]:
        return False
    if _PHOTOGRAPHER.search(key):
        return True
    return not survey.blocks[index].gap and (last or survey.blocks[index + 1].gap > 0 or survey.credits[index + 1] is not None)


def _bullet_clues(survey: Survey, index: int) -> list[str]:
    if _is_caption(survey, index):
        return ["caption"]
    if (marker := survey.markers[index]) and marker.text in survey.outer_signs:
        return ["outer_sign", "bullet_label"]
    if index in survey.points and not _closes(survey, index):
        return ["marker_dash"]
    if survey.prose[index] or not is_headline(survey.keys[index]) or _closes(survey, index):
        return ["bullet_prose"]
    return ["bullet_short", "bullet_label"] if len(survey.stems[index]) <= 8 else ["bullet_short"]


def _ordinal_clues(survey: Survey, index: int, marker: Marker) -> list[str]:
    fixed = {"dash": "marker_dash", "chapter": "marker_chapter", "article": "marker_chapter", "point": "marker_point"}
    if marker.kind in fixed:
        return ["bullet_prose" if index in survey.dashed else fixed[marker.kind]]
    whole = survey.prose[index] or not is_headline(survey.keys[index])
    if whole and marker.kind != "han_paren" and (_closes(survey, index) or index in survey.brief_column):
        return ["number_prose_closed"]
    return ["marker_han"] if marker.kind in ("han", "formal") else ["marker_low"]


def _closes(survey: Survey, index: int) -> bool:
    tail = survey.tails[index]
    return tail is not None and tail[1].weight > CLOSES
