"""How an issue is printed: choices that hold for all of it, so that a reader who has seen one item knows the next."""

from dataclasses import dataclass

from generator.rows import PageBreak, columns
from generator.words import Dice

BRACKETS = ("【】", "〔〕", "[]", "「」", "◇◇", "［］")
RULES = ("━", "─", "—", "=", "＊", "-")
PAGE_NUMBERS = ("- {} -", "— {} —", "—{}—", "－{}－", "· {} ·", "第{}页", "{}")
LEADERS = ("", "……{}", "………………{}", "……（{}）", "      {}", "　　　（{}）", "······{}", "......{}", "　第{}页")


@dataclass(frozen=True)
class Layout:
    """The form of one issue."""

    width: int | None
    """Columns of the longest line; None for one line a paragraph."""
    indent: str
    space: str
    """What centres and aligns."""
    paragraph_gap: bool
    title: str
    """centre, flush, run_in, number or star."""
    title_number: str
    title_gap: bool
    blank: str
    """Between a title and its text in one paragraph."""
    section: str
    """A pair of brackets, number, bare, or "" for no sections."""
    section_centred: bool
    contents: str
    """sections, flat, or "" for none."""
    contents_number: str
    leader: str
    bullet: str
    credit: str
    """tail, supplied (tail with 供稿), right, line, label, labelled_tail, byline, or "" for none."""
    rule: str
    page_rows: int
    page_break: PageBreak

    @property
    def columns(self) -> int:
        """Width that centred lines are centred in."""
        return self.width or 72


def draw_layout(dice: Dice) -> Layout:
    """A layout that a careful reader can resolve."""
    indent = dice.pick(("　　", "    ", ""))
    width = dice.pick((None, 56, 64, 72, 80))
    space = dice.pick((" ", "　"))
    title = dice.pick(("centre", "flush", "run_in", "number", "star"))
    section = dice.pick((*BRACKETS[:2], "", *BRACKETS[2:], "number", "bare"))
    title_number = dice.pick(("{}. ", "{}、", "{}．", "{}.") + (() if section == "number" else ("{一}、",)))
    contents = dice.pick(("", "sections", "flat")) if section else dice.pick(("", "flat"))
    # A bare heading beside a bare title is told from it by its place, or by the contents.
    section_centred = section == "bare" or (title != "flush" and dice.chance(40))
    gap = not indent or dice.chance(15)
    return Layout(
        width, indent, space, gap, title, title_number,
        title_gap=title in ("flush", "number", "star") and (not indent or dice.chance(50)),
        blank=dice.pick((" ", "　", "  ")),
        section=section, section_centred=section_centred, contents=contents,
        contents_number=dice.pick(("", "{}. ", "{}、", "{}.", "（{}）")),
        leader=dice.pick(LEADERS),
        bullet=dice.pick("△▲◆●"),
        credit=dice.pick(("tail", "", "right", "line", "label", "supplied", "labelled_tail", "byline")) if title != "run_in"
        else dice.pick(("tail", "", "supplied", "labelled_tail", "right")),
        rule=_rule(dice, width or 72), page_rows=dice.pick((10**9, 30, 18, 12)),
        page_break=_page_break(dice, space, width or 72),
    )  # fmt: skip


def _rule(dice: Dice, width: int) -> str:
    if dice.chance(25):
        return ""
    mark = dice.pick(RULES)
    return mark * (dice.pick((width, width // 2)) // columns(mark))


def _page_break(dice: Dice, space: str, width: int) -> PageBreak:
    form = dice.pick(("number", "blank", "feed", "number and feed"))
    if form == "blank":
        return PageBreak(between=False)
    number = dice.pick(PAGE_NUMBERS) if "number" in form else ""
    if number and (number == "{}" or dice.chance(60)):
        number = space * ((width - 6) // 2 // columns(space)) + number
    return PageBreak(number, "running" if dice.chance(25) else "", "feed" in form, always=dice.chance(50))
