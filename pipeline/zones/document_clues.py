"""Clues of the parts of a 公文: 主送, 署名 and date, 附件, 附注, an editor's note."""

from pipeline.lexicon import ending
from pipeline.notation import labels
from pipeline.notation.dates import find_day
from pipeline.notation.genres import names_genre
from pipeline.notation.names import is_officer, is_unit
from pipeline.notation.promulgation import find_promulgation
from pipeline.zones.forms import CELLS, LONG, is_addressee, is_document_number, is_headline, is_signature, names_units
from pipeline.zones.heading_clues import heads_rows
from pipeline.zones.survey import Survey

_LEAP_YEAR = 2000
"""It has every day that a letter may bear."""
_LABELS_OPEN = "【[(〔编編按附主公信"
"""Characters with which the labels of notes, annexes, postscripts and subject words begin."""
_CLOSES = ("特此", "此致", "此函", "此复")
"""With what the text of a 公文 closes, above its signature."""
_HEAD_LINES = 4
"""Between the name of a 训令 and to whom it is given, at most."""


def document_clues(survey: Survey, index: int) -> list[str]:
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
        "office_mark": index < 6 and not 0 < survey.head_end < index and _is_office_mark(survey, index),
        "addressee": (is_addressee(key) and not _opens_letter(survey, index)) or _is_ordered(survey, index),
        "passed": key[0] == "(" and _tells_passing(survey, index),
        "subject": labels.SUBJECT.match(key) is not None,
        "promulgation": index < survey.masthead_end and find_promulgation(key) is not None,
        "below_annex": index > 0 and labels.ANNEX.match(survey.keys[index - 1]) is not None and not survey.prose[index] and is_headline(key),
    }
    return [fact for fact, holds in facts.items() if holds] + _signature_clues(survey, index)


def _is_office_mark(survey: Survey, index: int) -> bool:
    """Whether the line ends in 文件, 令 or the like; 会议纪要 right above when and where the meeting was is the title."""
    titles = index + 1 in survey.meeting_facts and survey.keys[index].endswith("纪要") and index == 0
    return labels.OFFICE_MARK.match(survey.keys[index]) is not None and not titles


def _is_ordered(survey: Survey, index: int) -> bool:
    """Whether 令某县县长 tells to whom a 训令 of the Republic is given, below its head and above its text."""
    key = survey.keys[index]
    if key[0] != "令" or index not in survey.opening or not any(survey.prose[index + 1 : index + 2]):
        return False
    return is_headline(key) and any("令" in above for above in survey.keys[max(0, index - _HEAD_LINES) : index])


def _tells_passing(survey: Survey, index: int) -> bool:
    """Whether the line below the title of an annexed rule says when it was passed: （2019年3月28日某会通过）."""
    below_title = index >= survey.masthead_end and {index - 1, index} <= survey.opening and not survey.dated[index - 1]
    return below_title and find_promulgation(survey.keys[index]) is not None


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
    if not survey.blocks[index].gap or index <= survey.last_prose or not any(map(labels.has_issue_number, survey.keys[: survey.masthead_end])):
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
            return labels.SEALED.match(survey.keys[index]) is not None or (bool(name) and (is_unit(name) or is_signature(survey.keys[index])))
        if survey.prose[later] or survey.markers[later] or not _may_sign(key):
            return False
        name += "" if key[0] == "(" else key.replace(" ", "")
    return False


def _opens_letter(survey: Survey, index: int) -> bool:
    """Whether it is the salutation of a letter among other texts: 感谢信, 致全县职工的公开信."""
    above = survey.stems[index - 1] if index else ""
    return ("信" in above or above.endswith("电")) and any(survey.prose[survey.text_start : index])
