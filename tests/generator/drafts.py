"""Sections and items: what they say."""

from dataclasses import dataclass, replace

from generator.head import in_words
from generator.layout import Layout
from generator.rows import columns
from generator.truth import ItemTruth, SectionTruth
from generator.words import DISTRICTS, Dice, city_unit, day, headline, opening, paragraph, person, sentences, unit

SECTIONS = ("要闻动态", "基层风采", "工作交流", "经验做法", "权益维护", "重要会议", "服务之窗")
VERBS = ("召开", "开展", "举办", "启动", "扎实推进", "推进", "获评", "在")
"""Before which a headline may break."""
BRIEF_SECTIONS = ("信息短波", "简讯", "基层短讯")


@dataclass(frozen=True)
class Draft:
    """An item and how it will be printed."""

    truth: ItemTruth
    title_lines: tuple[str, ...] = ()
    credit: str = ""
    """The words of the attribution without bracket or label."""
    label: str = ""
    """Of an editor's note."""


@dataclass(frozen=True)
class Part:
    """A section with its drafts."""

    title: str | None
    drafts: tuple[Draft, ...]

    @property
    def truth(self) -> SectionTruth:
        """Its facts alone."""
        return SectionTruth(self.title, tuple(draft.truth for draft in self.drafts))


def draw_parts(dice: Dice, layout: Layout) -> tuple[Part, ...]:
    """All sections, the last one sometimes of briefs, with an editor's note before the first."""
    seen: set[str] = set()
    names = dice.some(SECTIONS, 1, 3) if layout.section else [None]
    parts = [Part(name, tuple(_article(dice, layout, seen) for _ in range(dice.number(1, 3)))) for name in names]
    if dice.chance(35):
        briefs = tuple(_brief(dice) for _ in range(dice.number(2, 5)))
        parts.append(Part(dice.pick(BRIEF_SECTIONS) if layout.section else None, briefs))
    if not layout.section:
        parts = [Part(None, tuple(draft for part in parts for draft in part.drafts))]
    if dice.chance(12):
        note = _note(dice)
        if not layout.section:
            parts = [Part(None, (note, *parts[0].drafts))]
        elif dice.chance(50):
            parts = [Part(None, (note,)), *parts]
        else:
            parts = [replace(parts[0], drafts=(note, *parts[0].drafts)), *parts[1:]]
    return tuple(_numbered(parts, layout))


def _numbered(parts: list[Part], layout: Layout) -> list[Part]:
    if layout.title != "number":
        return parts
    found, count = [], 0
    for part in parts:
        drafts = []
        for draft in part.drafts:
            if draft.truth.title:
                count += 1
                number = in_words(count) if "一" in layout.title_number else str(count)
                drafts.append(replace(draft, truth=replace(draft.truth, number=number)))
            else:
                drafts.append(draft)
        found.append(replace(part, drafts=tuple(drafts)))
    return found


def _article(dice: Dice, layout: Layout, seen: set[str]) -> Draft:
    title = _fresh_headline(dice, layout.columns - 8, seen)
    lines: tuple[str, ...] = (title,)
    if layout.title == "centre" and len(title) >= 12 and dice.chance(25):
        lines = _in_two(title)
    if layout.title in ("centre", "flush") and dice.chance(12):
        lines = (*lines, f"——{dice.pick(DISTRICTS)}区{dice.pick(('工会工作纪实', '开展主题活动侧记'))}")
    count = dice.number(1, 2 if layout.title == "run_in" else 4)
    body = tuple(paragraph(dice, first=not at) for at in range(count))
    if layout.title == "centre" and layout.indent and dice.chance(12):
        body = (body[0], "一、加强组织领导，夯实工作基础", paragraph(dice, first=False), "二、创新服务方式", paragraph(dice, first=False))
    units, persons, credit = _credit(dice, layout.credit) if layout.credit and dice.chance(85) else ((), (), "")
    return Draft(ItemTruth("".join(lines), body, organizations=units, persons=persons), lines, credit)


def _fresh_headline(dice: Dice, room: int, seen: set[str]) -> str:
    """One that the issue does not have yet and that one line holds."""
    title = next((t for t in (headline(dice) for _ in range(6)) if t not in seen and columns(t) <= room), "")
    title = title or f"市总工会召开第{in_words(len(seen) + 1)}次例会"
    seen.add(title)
    return title


def _in_two(title: str) -> tuple[str, ...]:
    """The title as it breaks over two lines: after a comma or before a verb."""
    place = title.find("，") + 1 or next((at for at in map(title.find, VERBS) if at >= 4), 0)
    return (title[:place], title[place:]) if place else (title,)


def _brief(dice: Dice) -> Draft:
    units, persons, credit = _credit(dice, "tail") if dice.chance(85) else ((), (), "")
    text = opening(dice) + (sentences(dice, 1, 1) if dice.chance(30) else "")
    return Draft(ItemTruth(None, (text,), "brief", organizations=units, persons=persons), (), credit)


def _note(dice: Dice) -> Draft:
    text = f"{day(dice)}，各级工会深入开展{dice.pick(('调查研究', '送温暖'))}活动，涌现出一批好经验、好做法。现予刊发，供各单位学习借鉴。"
    return Draft(ItemTruth(None, (text,), "editor_note"), label=dice.pick(("编者按：", "按语：", "【编者按】", "编者按:")))


def _credit(dice: Dice, style: str) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    """Units and persons of an attribution, and its words."""
    one, other = unit(dice), dice.pick(DISTRICTS) + "区文化馆"
    who = person(dice)
    second = person(dice)
    gap = dice.pick((" ", "　"))
    if style == "byline":
        return dice.pick((((), (who,), f"通讯员{gap}{who}"), ((one,), (who,), f"{one}{gap}通讯员{gap}{who}")))
    if style == "supplied":
        return dice.pick((((one,), (), f"{one}{gap}供稿"), ((one,), (who,), f"{one}{gap}{who}{gap}供稿")))
    choices = [
        ((one,), (), one),
        ((one,), (who,), one + gap + who),
        ((one, other), (), f"{one}、{other}"),
        ((one, other), (who,), f"{one}、{other}{gap}{who}"),
    ]
    if who != second:
        choices += [((one,), (who, second), f"{one}{gap}{who}{gap}{second}"), ((one, other), (who, second), f"{one}{gap}{who}；{other}{gap}{second}"),
                    ((one,), (who, second), f"{one}{gap}{who}、{second}")]  # fmt: skip
    several = [f"{district}区总工会" for district in DISTRICTS[: dice.number(3, 5)]]
    choices.append(((city_unit(dice), *several), (), ""))
    units, persons, words = dice.pick(choices)
    return units, persons, words or "、".join(units)
