"""Clues of the frame: printed contents, masthead, distribution, colophon, and the parts of a 公文."""

from pipeline.lexicon import ending
from pipeline.notation import labels
from pipeline.notation.dates import find_day
from pipeline.notation.frame import has_frame_label, opens_with_frame_label
from pipeline.notation.genres import letterhead_unit, names_genre
from pipeline.notation.names import is_officer, is_unit
from pipeline.notation.pattern import Pattern
from pipeline.notation.promulgation import find_promulgation
from pipeline.segment.attribution import ROLE, UNIT_AND_PERSON
from pipeline.zones.forms import (
    CELLS,
    LONG,
    is_addressee,
    is_document_number,
    is_headline,
    is_masthead_fact,
    is_row_of_roles,
    is_signature,
    names_units,
)
from pipeline.zones.head import MASTHEAD_BLOCKS
from pipeline.zones.heading_clues import heads_rows
from pipeline.zones.stems import strip_page
from pipeline.zones.survey import Survey

_LEAP_YEAR = 2000
"""It has every day that a letter may bear."""
_LABELS_OPEN = "【[(〔编編按附主公信"
"""Characters with which the labels of notes, annexes, postscripts and subject words begin."""
_STAFF = ("文字", "图片", "摄影", "图文", "撰文", "排版")
"""Roles that articles of chat accounts name below their text."""
_END_MARK = Pattern(r"[\W_]*(?:[全本][文刊期]?完|完|END|The End)[\W_]*$", last="完Dd)]】=-—*─>＞ ~")
_CLOSES = ("特此", "此致", "此函", "此复")
"""With what the text of a 公文 closes, above its signature."""
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
        names += _document_clues(survey, index)
    return names


def _masthead_clues(survey: Survey, index: int) -> list[str]:
    if index < survey.front_matter:
        return ["front_matter"]
    names = []
    if index < survey.masthead_end:
        names.append("masthead_fact" if is_masthead_fact(survey.keys[index]) else "within_masthead")
    elif survey.masthead_end or index >= MASTHEAD_BLOCKS:
        names.append("past_masthead")
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
    """Whether 某部公告 stands above its number and the title of what it makes known."""
    number, title = survey.keys[index + 1], survey.keys[index + 2]
    numbered = is_document_number(number) or labels.SERIAL_OF_YEAR.match(number) is not None
    return numbered and labels.NOTICE_MARK.match(survey.keys[index]) is not None and is_headline(title) and not survey.prose[index + 2]


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


def _opens_letter(survey: Survey, index: int) -> bool:
    """Whether it is the salutation of a letter among other texts: 感谢信, 致全县职工的公开信."""
    above = survey.stems[index - 1] if index else ""
    return ("信" in above or above.endswith("电")) and any(survey.prose[survey.text_start : index])


def _document_clues(survey: Survey, index: int) -> list[str]:
    """The parts of a 公文, an editor's note and an annex label."""
    key = survey.keys[index]
    if index in survey.annex_lists:
        return ["annex_list"]
    dated, letter = survey.dated[index], not survey.dated[index] and _dates_letter(survey, index)
    facts = {"date_only": dated or letter, "dates_letter": letter, "bare_date": dated and key[0] != "("}
    facts["document_number"] = is_document_number(key)
    facts |= _label_facts(key, late=2 * index >= len(survey.blocks)) if key[0] in _LABELS_OPEN else {}
    facts["annex_titled"] = facts.get("annex_note", False) and heads_rows(survey, index)
    facts |= {
        "bulletin_name": index < 4 and ending(labels.LONE_NUMBER.sub("", key).replace(" ", ""), "strong_bulletin_names") != "",
        "office_mark": index < 6 and labels.OFFICE_MARK.match(key) is not None and not 0 < survey.head_end < index,
        "addressee": is_addressee(key) and not _opens_letter(survey, index),
        "promulgation": index < survey.masthead_end and find_promulgation(key) is not None,
        "below_annex": index > 0 and labels.ANNEX.match(survey.keys[index - 1]) is not None and not survey.prose[index] and is_headline(key),
    }
    return [fact for fact, holds in facts.items() if holds] + _signature_clues(survey, index)


def _dates_letter(survey: Survey, index: int) -> bool:
    """6月3日 right below the names of who wrote a letter, 2014年11月 at the margin below those of who wrote a report."""
    key = survey.keys[index]
    if key[-1] not in "日号號月" or not index or survey.blocks[index].gap or not survey.credits[index - 1] or survey.prose[index - 1]:
        return False
    if key[-1] == "月":
        return survey.blocks[index].align == "right" and labels.YEAR_MONTH.match(key) is not None
    date = find_day(key, _LEAP_YEAR)
    return date is not None and date.end - date.start == len(key)


def _label_facts(key: str, *, late: bool) -> dict[str, bool]:
    return {
        "note": labels.NOTE.match(key) is not None,
        "annex": labels.ANNEX.match(key.replace(" ", "")) is not None,
        "annex_note": labels.ANNEX_NOTE.match(key) is not None,
        "postscript": labels.POSTSCRIPT.match(key) is not None and (key[0] == "(" or late),
        "subject_words": labels.SUBJECT_WORDS.match(key) is not None,
    }


def _signature_clues(survey: Survey, index: int) -> list[str]:
    if survey.prose[index] or index < 2 or _is_stamped(survey, index):
        return []
    if _leads_to_date(survey, index) or _is_officer_at_end(survey, index):
        signs = _is_of_document(survey, index) or _signs_issue(survey, index)
        return ["signature", "signs_document"] if signs else ["signature"]
    if _signs_below_date(survey, index):
        return ["signature", "signs_document"]
    if _issues_below_title(survey, index):
        return ["issues_document"]
    return ["unit_late"] if is_signature(survey.keys[index]) else []


def _is_stamped(survey: Survey, index: int) -> bool:
    """Whether the day below is that on which a site has published the article that begins there."""
    field = survey.fields.get(index + 1)
    return field is not None and field.clue == "stamp"


def _signs_below_date(survey: Survey, index: int) -> bool:
    """Whether a unit closes the text of a document below the date, where it should stand above."""
    last = index + 1 == len(survey.blocks)
    return last and survey.dated[index - 1] and survey.prose[index - 2] and not survey.blocks[index].gap and is_unit(survey.keys[index])


def _issues_below_title(survey: Survey, index: int) -> bool:
    """Whether units, and no title that ends as their names do, stand right below the title of a document and above its text or 主送."""
    key, above, below = survey.keys[index], index - 1, index + 1
    if index not in survey.opening or above not in survey.opening or below == len(survey.blocks) or not names_genre(survey.keys[above]):
        return False
    opens = survey.prose[below] or survey.markers[below] is not None or is_addressee(survey.keys[below]) or survey.dated[below]
    return opens and (is_unit(key) or names_units(key)) and not is_unit(survey.keys[above])


def _is_of_document(survey: Survey, index: int) -> bool:
    """Whether a 文号 or 主送 stands above, and no other document's date between."""
    for above in range(index - 1, survey.text_start - 1, -1):
        if survey.dated[above]:
            return False
        if not survey.prose[above] and (is_document_number(survey.keys[above]) or is_addressee(survey.keys[above])):
            return True
    return False


def _signs_issue(survey: Survey, index: int) -> bool:
    """Whether it stands apart below the last text of a bulletin whose head names no unit."""
    if not survey.blocks[index].gap or any(survey.prose[index:]) or not any(map(labels.has_issue_number, survey.keys[: survey.masthead_end])):
        return False
    words = (word.replace(" ", "") for key in survey.keys[: survey.masthead_end] for word in CELLS.split(labels.EDITED.sub("", key)))
    return not any(is_unit(word) and not ending(word, "bulletin_names") for word in words)


def _is_officer_at_end(survey: Survey, index: int) -> bool:
    """廳長　某某 below a document whose date stands in its head: nothing follows, a sentence has ended above."""
    ended = index + 1 == len(survey.blocks) and (survey.keys[index - 1][-1] == "。" or labels.RELATION.match(survey.keys[index - 1]) is not None)
    return ended and is_officer(survey.keys[index])


def _may_sign(key: str) -> bool:
    """Whether a short line is no sentence, title or label but that of an officer."""
    said = len(key) > LONG or key[-1] in "。;,!?" or key.startswith(_CLOSES) or names_genre(key)
    return not said and (":" not in key or is_officer(key))


def _leads_to_date(survey: Survey, index: int) -> bool:
    """Whether short lines lead from here to a date that stands alone, and name a unit or an officer together."""
    name = ""
    for later in range(index, min(index + 4, len(survey.blocks))):
        key = survey.keys[later]
        if later > index and survey.dated[later]:
            return bool(name) and (is_unit(name) or is_signature(survey.keys[index]))
        if survey.prose[later] or survey.markers[later] or not _may_sign(key):
            return False
        name += "" if key[0] == "(" else key.replace(" ", "")
    return False
