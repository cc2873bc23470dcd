"""Clues of the frame: printed contents, masthead, distribution, colophon, and the parts of a 公文."""

from pipeline.notation import labels
from pipeline.notation.frame import has_frame_label, opens_with_frame_label
from pipeline.notation.genres import heading_unit, letterhead_unit, names_genre
from pipeline.notation.names import is_unit
from pipeline.notation.pattern import Pattern
from pipeline.segment.attribution import ROLE, UNIT_AND_PERSON
from pipeline.zones.document_clues import document_clues
from pipeline.zones.forms import (
    is_document_number,
    is_headline,
    is_masthead_fact,
    is_row_of_roles,
)
from pipeline.zones.head import MASTHEAD_BLOCKS
from pipeline.zones.stems import strip_page
from pipeline.zones.survey import Survey

_STAFF = ("文字", "图片", "摄影", "图文", "撰文", "排版")
"""Roles that articles of chat accounts name below their text."""
_END_MARK = Pattern(r"[\W_]*(?:[全本][文刊期]?完|完|END|The End)[\W_]*$", last="完Dd)]】=-—*─>＞ ~")
_FRAME_REACH = 160
"""Characters of a block that are searched for a colophon's labels."""


def contents_clues(survey: Survey, index: int) -> list[str]:
    """How the block stands to the printed contents."""
    found = survey.contents
    if index == found.heading:
        return ["contents_heading", "contents_foot"] if found.at_foot else ["contents_heading"]
    if found.start <= index < found.end:
        return ["in_contents", "leader"] if strip_page(survey.keys[index])[1] is not None else ["in_contents"]
    listed = found.listed.get(index)
    if not listed:
        above = found.listed.get(index - 1)
        marker = survey.markers[index - 1] if index else None
        titled = above is not None and above.exact and not (marker and marker.text in survey.outer_signs)  # no section
        return ["below_listed"] if titled and survey.credits[index] else []
    if listed.continued:
        credit = survey.credits[index]
        return [] if credit and credit.weight >= UNIT_AND_PERSON else ["listed_on"]
    name = "listed" if listed.exact else "listed_like"
    if survey.prose[index]:
        return [name + "_run_in"]
    return [name, f"listed_{listed.level}"] if listed.level else [name]


def frame_clues(survey: Survey, index: int) -> list[str]:
    """What of masthead, distribution and colophon the block holds."""
    key = survey.keys[index]
    names = _masthead_clues(survey, index)
    late = 2 * index >= len(survey.blocks)
    if index in survey.recipients:
        names.append("relation_on")
    elif labels.RELATION.match(key):
        names += ["relation", "relation_late"] if late else ["relation"]
    if not survey.prose[index] or late:
        names += _colophon_clues(survey, index, late=late)
    if not survey.prose[index] or len(key) <= 200:
        names += document_clues(survey, index)
    return names


def _masthead_clues(survey: Survey, index: int) -> list[str]:
    if index < survey.front_matter:
        return ["front_matter"]
    names = []
    if index < survey.masthead_end:
        names.append("masthead_fact" if is_masthead_fact(survey.keys[index]) else "within_masthead")
    elif survey.masthead_end or index >= MASTHEAD_BLOCKS:
        names += ["past_masthead", "inner_mark"] if _is_inner_mark(survey, index) else ["past_masthead"]
    if index < survey.head_end or _is_letterhead(survey, index):
        names.append("joint_head")
    if index in survey.opening:
        names.append("opening")
    if index == 1 and survey.keys[1].isascii():  # the page's name in English
        names.append("within_masthead")
    if index <= survey.page_heading and not survey.credits[index]:
        names.append("page_heading" if index == survey.page_heading else "within_masthead")
    return names


def _is_letterhead(survey: Survey, index: int) -> bool:
    """A unit's name right above the 文号, or a rule and what stands with it, in the letter form of a 公文 (GB/T 9704-2012, 10.1): its mark.

    In the head of an older one its genre stands beside the name.
    """
    if index > 2 or index + 2 >= len(survey.blocks) or survey.prose[index]:
        return False
    if index < survey.masthead_end and (letterhead_unit(survey.keys[index]) or _heads_notice(survey, index)):
        return True
    ruled = survey.blocks[index + 1].rule_above and is_masthead_fact(survey.keys[index + 1])  # 特急　　平交函〔2015〕193号
    if not (ruled or is_document_number(survey.keys[index + 1])):
        return False
    return is_unit(survey.keys[index].replace(" ", "")) and not names_genre(survey.keys[index])


def _heads_notice(survey: Survey, index: int) -> bool:
    """Whether 某部公告, 某县人民政府通知 stands above its number and the title."""
    number, title = survey.keys[index + 1], survey.keys[index + 2]
    numbered = is_document_number(number) or labels.SERIAL_OF_YEAR.match(number) is not None
    titled = is_headline(title) and not survey.prose[index + 2] and survey.markers[index + 2] is None
    return numbered and titled and heading_unit(survey.keys[index]) is not None


def _is_inner_mark(survey: Survey, index: int) -> bool:
    """Whether the mark of a document that is forwarded stands above its 文号, below the day of the one that forwards it."""
    key = survey.keys[index].replace(" ", "")
    marked = key[-1] in "件令函" and (labels.OFFICE_MARK.match(key) is not None or heading_unit(key) is not None)
    return marked and any(map(is_document_number, survey.keys[index + 1 : index + 2])) and any(survey.dated[:index])


def _colophon_clues(survey: Survey, index: int, *, late: bool) -> list[str]:
    key, credit = survey.keys[index], survey.credits[index]
    if credit and credit.weight == ROLE and key[0] in "(【〔[*_":
        return []
    head = key[:_FRAME_REACH]
    names = []
    if (not survey.prose[index] or opens_with_frame_label(key)) and (
        has_frame_label(head)
        or labels.EMAIL.search(head)
        or (late and labels.PERMIT.search(head))
        or ("印" in head and len(key) < 60 and labels.PRINT_RUN.search(head))
    ):
        names += ["frame_fact", "frame_late"] if late else ["frame_fact"]
    if late and len(key) < 60 and labels.PRINTED.search(key):
        names.append("printed")
    if late and (tail := labels.EDITED.search(key)) and is_unit(key[: tail.start()].replace(" ", "")):
        names.append("issued")
    if late and index > survey.last_prose and (labels.METADATA.match(key) or labels.PUBLISHED.search(key)):
        names.append("issued")  # 发文单位：某某部 in a collection
    if late and _END_MARK.match(key) and index > survey.last_prose:
        names.append("end_mark")
    return [*names, "staff"] if late and (_is_staff(survey, index) or is_row_of_roles(key)) else names


def _is_staff(survey: Survey, index: int) -> bool:
    """Who made the issue, not who sent in its last item: 文字 | 佟欣 above 编辑 | 路遥, 整理:… 核稿:… between a rule and the recipients."""
    below = index + 1
    if below >= len(survey.blocks) or survey.blocks[below].gap or below <= survey.last_prose:
        return False
    if survey.blocks[index].rule_above and survey.keys[index].count(":") > 1 and labels.RELATION.match(survey.keys[below]):
        return True
    return survey.keys[index].partition("|")[0].strip() in _STAFF and has_frame_label(survey.keys[below])
