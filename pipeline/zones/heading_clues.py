"""Clues of a block's words and its ordinal."""

from itertools import takewhile

from pipeline.lexicon import words
from pipeline.model.layout import CODE, SLANTED, STRONG
from pipeline.notation import labels
from pipeline.notation.frame import has_frame_label
from pipeline.notation.genres import names_genre, names_notice
from pipeline.notation.names import is_person
from pipeline.notation.ordinals import Marker
from pipeline.notation.pattern import Pattern
from pipeline.segment.attribution import UNIT_AND_PERSON, UNITS, Credits
from pipeline.zones.forms import (
    CLOSERS,
    FIGURE,
    LONG,
    is_bracketed,
    is_headline,
    is_labelled_list,
    is_name_list,
    is_row_of_roles,
    is_table_row,
    names_units,
    opens_with_date,
    opens_with_time,
)
from pipeline.zones.stems import is_column_word
from pipeline.zones.survey import Survey
from pipeline.zones.tails import CLOSES

_ENDINGS = {"。": "ends_sentence", ";": "ends_sentence", "…": "ends_sentence", "!": "ends_mark", "?": "ends_mark",
            ",": "ends_comma", "、": "ends_comma", ":": "ends_colon"}  # fmt: skip
_SPEAKER = Pattern(r"^[^,。:]{2,20}:(?=.)", needs=":")
_DIALOGUE = Pattern(r"^(?:问|問|答|记者|主持人|问题|甲|乙|[QA])[ ]*\d{0,2}[ ]*:", needs=":", numerals=True)
_ASIDES = ("(摘要)", "(节选)", "(摘登)", "(选登)", "(要点)", "(草案)", "(试行)", "(讨论稿)", "(征求意见稿)", "(修订稿)", "(代序)", "(摘編)", "(節選)")
"""What stands alone below the title of a text that is not printed whole, or not yet in force."""
_CLOSES_LETTER = Pattern(r"(?:此致|(?:此致)?敬[礼禮上启啟]|[即顺順并敬此][颂頌].{1,3})!?$", first="此敬即顺順并")
_MEASURES_OF_TABLE = Pattern(r"\(?(?:计量)?单位:[^,。:]{1,16}\)?$", first="(计单")
_MARKUP = Pattern(r"^(?:>|!\[|\[[^\]]*\]|```|<|https?:|\||\* |- )")
_CAPTION = Pattern(
    r"\(?(?:[上下左右]?[图圖](?:[为為:]|[ ]?\d{1,2}[ :])|(?:[图圖]片|照片)(?:说明|說明)?:|表[ ]?\d{1,2}[ :])",
    first="(上下左右图圖照表", numerals=True,
)
_PHOTOGRAPHER = Pattern(r"\((?:摄影|摄|图|攝影|攝|圖)[ /:][^()]+\)$", last=")")
_ARROWS = "▲△↑◀▶▼←→"
SAID = "。!?…”;"
_EDITORS = ("编者", "編者", "本刊编者", "编辑部", "編輯部")
"""Who signs a notice of the bulletin itself."""
_SIGNING = 4
"""Lines of units side by side that sign together, at most."""
_LABEL = 3
"""Characters of 时间, 地点, 负责人; a longer part before a colon may be that of a title."""


def heads_rows(survey: Survey, index: int) -> bool:
    """Whether rows of a table or of names stand right below."""
    return index + 1 < len(survey.blocks) and is_row(survey, index + 1)


def is_row(survey: Survey, index: int) -> bool:
    """Whether the block is a row of a table or of names."""
    return index in survey.rows or is_table_row(survey.keys[index]) or is_name_list(survey.keys[index])


def _is_row(key: str) -> bool:
    """Whether the line is a row of a table, and no stamp of a page or label of the frame with wide gaps."""
    return is_table_row(key) and not (has_frame_label(key) or is_row_of_roles(key)) and not labels.PUBLISHED.search(key)


def _signs(survey: Survey, index: int) -> bool:
    """Whether units side by side stand above the day on which they sign, others perhaps between."""
    below = takewhile(lambda at: not survey.dated[at], range(index, min(index + _SIGNING, len(survey.keys))))
    last = index
    for last in below:
        if not names_units(survey.keys[last]):
            return False
    return any(survey.dated[last + 1 : last + 2])


def word_clues(survey: Survey, index: int) -> list[str]:
    """What the block's words are."""
    key = survey.keys[index]
    if _is_markup(survey, index):
        return ["markup"]
    names = [name for name, holds in (("prose", survey.prose[index]), ("long", len(key) > LONG)) if holds]
    ending = None if index in survey.label_headings else _ENDINGS.get((key.rstrip(CLOSERS) or key)[-1])
    if ending:
        names.append(ending)
    opens = opens_with_time if survey.months else opens_with_date
    if index in survey.brief_column and not survey.markers[index] and opens(key):
        names.append("brief_lead")
    if index in survey.parted_bullets:
        names.append("parted_bullet")
    if names[:1] == ["prose"] or len(key) > LONG:
        return [*names, "numbered_title"] if survey.heading_forms.get(index) == "numbered_title" else names
    if not ending or ending == "ends_mark":
        names += ["headline", "stop_inside"] if "。" in key else ["headline"]
    return names + _short_clues(survey, index) + _markup_clues(survey, index)


def _is_markup(survey: Survey, index: int) -> bool:
    """Whether the block is code or a picture of a text in Markdown."""
    return survey.blocks[index].markup == CODE or (survey.is_markdown and survey.keys[index].startswith("!["))


def _short_clues(survey: Survey, index: int) -> list[str]:
    key, name = survey.keys[index], survey.stems[index] or survey.keys[index]
    squeezed = key.replace(" ", "")
    facts = {
        "label": len(name) <= 8,
        "tiny": len(name) <= 4,
        "wordy": len(name) > 14,
        "column_word": is_column_word(name, longest=12),
        "column_name": is_column_word(name, longest=6),
        "briefs": name in words("brief_columns") and any(survey.prose[index + 1 : index + 2]),
        "bracketed": is_bracketed(key) and not _signs_text(survey, index),
        "title_aside": squeezed in _ASIDES and index > 0 and not survey.prose[index - 1] and not survey.blocks[index].gap,
        "in_parens": squeezed[0] == "(" and squeezed[-1] == ")",
        "dash_start": key.startswith("——") and key[-1] != "—",
        "dialogue": _DIALOGUE.match(key) is not None,
        "speaker": _SPEAKER.match(key) is not None and not _is_title_with_colon(key),
        "verse": index in survey.verse,
        "meeting_fact": index in survey.meeting_facts,
        "closes_letter": _CLOSES_LETTER.match(key) is not None,
        "table_row": index in survey.rows or (_is_row(key) and not _signs(survey, index)) or _names_measures(survey, index),
        "name_list": _lists_names(key, survey.credits[index]) or _is_announced(survey, index),
        "inner_heading": index in survey.inner_headings,
        "genre_word": names_genre(key),
        "notice_name": names_notice(key),
        "editor_signs": squeezed.strip("()—") in _EDITORS and index > 0 and survey.sentences[index - 1],
    }
    levels = (survey.heading_forms.get(index), survey.months.get(index))
    return [*(fact for fact, holds in facts.items() if holds), *filter(None, levels)]


def _signs_text(survey: Survey, index: int) -> bool:
    """Whether brackets right below a text hold who has sent it in: 〔县妇联权益部〕."""
    credit = survey.credits[index]
    right_below = index > 0 and survey.prose[index - 1] and not survey.blocks[index].gap
    return right_below and credit is not None and credit.weight >= UNITS


def _lists_names(key: str, credit: Credits | None) -> bool:
    return (is_name_list(key) or is_labelled_list(key)) and not (credit and credit.weight >= UNIT_AND_PERSON)


def _is_announced(survey: Survey, index: int) -> bool:
    """Whether units or persons stand right below a numbered heading, 一、先进集体, and above no text that they could have sent in."""
    credit, below = survey.credits[index], index + 1
    listed = credit is not None and not any(row.role for row in credit.rows) and index - 1 in survey.series and survey.announces(index - 1)
    return listed and not (below < len(survey.blocks) and survey.prose[below])


def _is_title_with_colon(key: str) -> bool:
    """梅园街道:一部手机解决停车难, unlike 时间:3月5日, 甲:…。 and 冠军:王平 李莎."""
    head, _, rest = key.partition(":")
    return len(head) > _LABEL and len(rest) > _LABEL and " " not in rest and rest[-1] not in SAID and not is_person(head)


def _names_measures(survey: Survey, index: int) -> bool:
    """Whether the line tells the measures of the table below: 单位：人、万元."""
    return _MEASURES_OF_TABLE.match(survey.keys[index]) is not None and heads_rows(survey, index)


def _markup_clues(survey: Survey, index: int) -> list[str]:
    key, marker = survey.keys[index], survey.markers[index]
    if not survey.is_markdown or (marker and marker.kind == "markdown"):
        return []
    if _MARKUP.match(key):
        return ["markup"]
    heads = survey.blocks[index].markup in (STRONG, SLANTED) and len(survey.heading_levels) == 1
    return [] if heads or has_frame_label(key) or _is_below_underlined(survey, index) else ["markdown_plain"]


def _is_below_underlined(survey: Survey, index: int) -> bool:
    """Whether a headline stands between a heading that a rule underlines and its text, as where typists rule off sections only."""
    above, key = survey.markers[index - 1] if index else None, survey.keys[index]
    underlined = above is not None and above.kind == "markdown" and survey.keys[index - 1][0] != "#"
    return underlined and is_headline(key) and key[-1] not in SAID and any(survey.prose[index + 1 : index + 2])


def marker_clues(survey: Survey, index: int) -> list[str]:
    """What the ordinal or bullet before the block says."""
    marker = survey.markers[index]
    if not marker:
        return ["caption"] if is_caption(survey, index) else []
    if marker.kind == "markdown":
        return [survey.heading_level(index) or ("markdown_name" if index <= 2 else "markdown_title")]
    centred = ["marker_han_center"] if marker.kind == "han" and survey.blocks[index].align == "center" else []
    if index in survey.series and not survey.prose[index] and index not in survey.brief_column:
        return [survey.series[index], *centred, *(("outer_ordinal",) if index in survey.outer_ordinals else ())]
    return _bullet_clues(survey, index) if marker.kind == "bullet" else [*_ordinal_clues(survey, index, marker), *centred]


def is_caption(survey: Survey, index: int) -> bool:
    """Whether a line tells what a picture above shows: 图为…, or behind an arrow right below text, and with none of its own below."""
    key, last = survey.keys[index], index + 1 == len(survey.blocks)
    if not index or survey.prose[index]:
        return False
    if _CAPTION.match(key) or _is_figure(key):
        titled = survey.blocks[index].gap > 0 and not last and survey.prose[index + 1] and key[0] != "(" and not _is_figure(key)
        return not titled and (survey.prose[index - 1] or is_caption(survey, index - 1))
    if key[0] not in _ARROWS or not survey.prose[index - 1] or survey.keys[index - 1][0] == key[0]:
        return False  # the last of several behind one sign is a brief too
    if _PHOTOGRAPHER.search(key):
        return True
    return not survey.blocks[index].gap and (last or survey.blocks[index + 1].gap > 0 or survey.credits[index + 1] is not None)


def _is_figure(key: str) -> bool:
    """Whether a caption is numbered and no sentence: 图2 本周数量, with its text above and below."""
    return FIGURE.match(key) is not None and is_headline(key)


def _bullet_clues(survey: Survey, index: int) -> list[str]:
    if is_caption(survey, index):
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
    if whole and (index in survey.brief_column or (marker.kind != "han_paren" and _closes(survey, index))):
        return ["number_prose_closed"]
    return ["marker_han"] if marker.kind in ("han", "formal") else ["marker_low"]


def _closes(survey: Survey, index: int) -> bool:
    tail = survey.tails[index]
    return tail is not None and tail[1].weight > CLOSES
