"""Clues of who wrote or sent in an item: names between a headline and its text, below it, at its margin."""

from pipeline.model.layout import LINKED, SLANTED, STRONG
from pipeline.notation.names import is_person, is_unit
from pipeline.segment.attribution import LEAD, PERSONS, ROLE, UNIT_AND_PERSON, UNITS, Credits, is_dated
from pipeline.segment.credit_places import SOURCE, is_label
from pipeline.zones.forms import is_headline
from pipeline.zones.setting_clues import following_clue
from pipeline.zones.survey import Survey

_FAR_OFF = 4
"""Columns by which a name stands farther in than a title that is not its own first line."""
_FAR_IN, _FAR_BACK = 24, 30
"""Columns from which a line may be set right in a text without a right margin; blocks back to the headline that it is held against."""
_LONGEST_NAME = 4
_WHOLE_TITLE = 10
"""Characters of a headline that needs no second line, and is the name of no column."""
_GOES_ON = "在与與和及对對向到赴为為由给給让讓被获獲受进進访訪、"
"""With what the first line of a title ends."""
_BODIES = tuple("工会 协会 学会 员会 委会 合会 商会 总会 分会 事会 金会 工會 協會 學會 員會 委會 合會 商會 總會 分會 事會 金會".split())
"""With what bodies end, of the words that end in 会."""
_TELLS = "记記访訪追献獻致给給读讀"
"""With what a ——subtitle begins that says of whom the text tells."""


def credit_clues(survey: Survey, index: int) -> list[str]:
    """Whether the block names who sent an item in."""
    credit, marker = survey.credits[index], survey.markers[index]
    source = survey.sourced[index] and SOURCE.fullmatch(survey.keys[index])
    if source or not credit or index in survey.label_headings:
        return ["credit_sure"] if source else []
    key, align = survey.keys[index], survey.blocks[index].align
    ornament = marker is not None and marker.kind == "bullet" and (credit.weight >= UNIT_AND_PERSON or marker.text == "□")
    if (marker and align not in ("right", "center") and not ornament) or _goes_on(survey, index, credit):
        return []
    if credit.weight == ROLE and (is_label(key) or key[0] in "(【〔[*_" or len(key) <= 40):
        between = _is_between(survey, index) and (LEAD.match(key) or (survey.spaces_titles and survey.spacings[index - 1] == "spaced"))
        return ["credit_sure", "credit_between"] if between else ["credit_sure"]
    if key[0] in "(【〔[*_" and key.rstrip(" 。.*_")[-1:] in ")】〕]*_":
        return ["credit_form", "credit_between"] if _is_between(survey, index) else ["credit_form"]
    if align == "right" or key.startswith("——") or (credit.weight >= UNITS and _is_set_far_in(survey, index)):
        return _set_right(survey, index, credit)
    return _plain_credit(survey, index, credit)


def _goes_on(survey: Survey, index: int, credit: Credits) -> bool:
    """Whether the block is the second line of a title that the contents lists and ends as the name of a unit does."""
    listed = survey.contents.listed.get(index)
    return listed is not None and listed.continued and credit.weight < UNIT_AND_PERSON


def _set_right(survey: Survey, index: int, credit: Credits) -> list[str]:
    """Names at the right margin or behind a dash, below a text or between it and its title."""
    if not _is_between(survey, index):
        return ["credit_right"]
    key = survey.keys[index]
    named = key.startswith("——") and credit.weight >= UNIT_AND_PERSON and " " in key and key[2] not in _TELLS
    return ["credit_pair", "dash_names"] if named else ["credit_right", "credit_between"]


def _is_between(survey: Survey, index: int) -> bool:
    """Whether a headline stands above and text below that no bullet opens."""
    if not 0 < index < len(survey.blocks) - 1 or survey.prose[index - 1] or not is_headline(survey.keys[index - 1]):
        return False
    if (below := survey.markers[index + 1]) and below.kind == "bullet":
        return False
    return survey.prose[index + 1] or survey.keys[index + 1][-1] in "。:;" or index + 1 in survey.verse or _is_first(survey, index + 1)


def _plain_credit(survey: Survey, index: int, credit: Credits) -> list[str]:
    """Names with nothing around them that says what they are."""
    key, align, marker = survey.keys[index], survey.blocks[index].align, survey.markers[index]
    paired = credit.weight >= UNIT_AND_PERSON and any(row.organization and row.person for row in credit.rows) and " " in key
    if is_dated(key) and survey.prose[index - 1]:
        return ["credit_sure"]
    linked = survey.blocks[index - 1].markup == LINKED and not survey.blocks[index].gap  # who wrote what the link above leads to
    emphasised = survey.blocks[index].markup in (STRONG, SLANTED) and _names_one(credit) and _is_between(survey, index)
    if paired or linked or emphasised or (marker and marker.text == "□") or (index == 1 and survey.page_heading == 0):
        return ["credit_pair"]
    ends_item = following_clue(survey, index) in (None, "before_headline", "before_bullet") and not _opens_title(survey, index)
    if ends_item and not marker and align != "center" and (credit.weight >= UNITS or _signs_text(survey, index)):
        return ["credit_plain"]
    if credit.weight >= UNITS and (_follows_subtitle(survey, index) or (survey.signs_titles and _is_between(survey, index))):
        return ["credit_pair"]
    alike = align in ("center", survey.blocks[index - 1].align)
    below_title = _is_between(survey, index)
    between = below_title and (len(key.replace(" ", "")) <= _LONGEST_NAME or _names_one(credit) or (credit.weight >= UNITS and alike))
    marked = (above := survey.markers[index - 1]) is not None and above.kind == "markdown" and not survey.blocks[index].gap
    sure = index + 1 in survey.verse or _is_set_off(survey, index) or credit.rows[0].role or marked
    several = below_title and survey.prose[index + 1] and len(credit.rows) > 1 and " " in key
    units = several and all(row.organization for row in credit.rows)
    persons = several and all(_is_full_name(row.person) for row in credit.rows)
    if units or persons or (between and sure) or (not marker and _is_author_unit(survey, index, credit)):
        return ["credit_pair"]
    return ["credit_bare"] if credit.weight >= PERSONS and (align == "center" or " " in key or between) else []


def _is_full_name(person: str | None) -> bool:
    return person is not None and is_person(person) and not is_unit(person)


def _opens_title(survey: Survey, index: int) -> bool:
    """Whether space above, and none below, makes it the first line of a headline of which the text stands below."""
    block, below = survey.blocks[index], index + 1
    if not block.gap or below + 1 >= len(survey.blocks) or survey.blocks[below].gap or survey.blocks[below].rule_above:
        return False
    return is_headline(survey.keys[below]) and not survey.markers[below] and survey.prose[below + 1] and survey.blocks[below].align == block.align


def _is_author_unit(survey: Survey, index: int, credit: Credits) -> bool:
    """Whether nothing but units stands between a whole headline, no name of a column, and its text or the first heading of that."""
    above, below = survey.keys[index - 1], index + 1
    listed = survey.contents.listed.get(index)
    if survey.prose[index - 1] or len(above) < _WHOLE_TITLE or above[-1] in _GOES_ON or not is_headline(above) or (listed and listed.continued):
        return False
    opens = below < len(survey.blocks) and (survey.prose[below] or _is_first(survey, below))
    return opens and credit.weight == UNITS and all(_is_surely_unit(row.organization or "") for row in credit.rows)


def _is_surely_unit(name: str) -> bool:
    """A unit, and not what ends in a meeting or in joining one: 推进劳动者入会."""
    return is_unit(name) and (name[-1] not in "会會" or name.endswith(_BODIES))


def _is_first(survey: Survey, index: int) -> bool:
    """一、 or (一) above a text."""
    marker = survey.markers[index]
    return marker is not None and marker.kind in ("han", "han_paren") and marker.ordinal == 1 and any(survey.prose[index + 1 : index + 2])


def _is_set_off(survey: Survey, index: int) -> bool:
    """Whether one name stands much farther in than the title above, or around another middle than a centred title right above."""
    block, above = survey.blocks[index], survey.blocks[index - 1]
    farther = block.indent - above.indent
    middle = (block.indent + block.right) - (above.indent + above.right)
    beside = above.align == "center" and not block.gap and min(farther, middle) > _FAR_OFF
    return (beside or (above.align != "center" and farther > 2 * _FAR_OFF)) and _names_one(survey.credits[index])


def _names_one(credit: Credits | None) -> bool:
    """王平, 王平女士, 县长　王平: one person and no unit."""
    return credit is not None and len(credit.rows) == 1 and credit.rows[0].organization is None


def _signs_text(survey: Survey, index: int) -> bool:
    """Whether one name of three characters, or letter-spaced, stands right below running text."""
    key, block = survey.keys[index], survey.blocks[index]
    name = key.replace(" ", "")
    right_below = index > 0 and survey.prose[index - 1] and not (block.gap or block.rule_above)
    return right_below and is_person(name) and not is_unit(name) and len(key) >= 3


def _is_set_far_in(survey: Survey, index: int) -> bool:
    """Whether the line below a text stands much farther in than the headline next to it: set right, in a text of long lines."""
    indent = survey.blocks[index].indent
    if indent < _FAR_IN or not index or not survey.prose[index - 1]:
        return False
    near = [i for i in (index + 1, *range(index - 2, max(-1, index - _FAR_BACK), -1)) if i < len(survey.blocks) and not survey.prose[i]]
    return bool(near) and survey.blocks[near[0]].indent <= indent - _FAR_IN // 2


def _follows_subtitle(survey: Survey, index: int) -> bool:
    """Whether the line stands between a ——subtitle and the text."""
    return 0 < index < len(survey.blocks) - 1 and survey.keys[index - 1].startswith("——") and survey.prose[index + 1]
