"""公文 after GB/T 9704: 版头, title, 主送, body, 附件说明, 署名, 成文日期, 附注, annex, 版记."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from hypothesis import strategies as st

from generator.head import digits, draw_date, in_words
from generator.noise import with_noise
from generator.rows import PageBreak, Row, columns, padded, paged, paragraph_rows, pieces
from generator.truth import ColophonTruth, Generated, ItemTruth, MastheadTruth, SectionTruth, Truth
from generator.words import CITIES, TOPICS, Dice, person, sentences

OFFICES = ("市人民政府办公室", "市人民政府", "市总工会", "市教育局")
ADDRESSEES = ("各县（区）人民政府", "市政府各部门", "各直属机构", "各区总工会", "市直有关单位", "各产业工会")
COPIES = ("市委办公室", "市人大常委会办公室", "市政协办公室", "市中级人民法院", "市人民检察院", "各民主党派")
HEADINGS = ("总体要求", "重点任务", "实施步骤", "工作要求")


@dataclass(frozen=True)
class Sheet:
    """The form of one 公文."""

    width: int | None
    indent: str
    space: str
    page_rows: int
    page_break: PageBreak

    @property
    def columns(self) -> int:
        """Width of the text."""
        return self.width or 72

    def put(self, text: str, place: Literal["centre", "right"]) -> str:
        """A line in the middle or at the right; flush where nothing is indented."""
        return padded(text, self.columns - 4, self.space, place) if self.indent else text


def compose_official(dice: Dice, *, encodings: bool = True) -> Generated:
    """A 公文 with its truth."""
    indent = dice.pick(("　　", "    ", ""))
    width = dice.pick((None, 56, 64, 72)) if indent else None
    number = dice.pick(("— {} —", "- {} -", "—{}—"))
    feed = dice.chance(40)
    sheet = Sheet(width, indent, dice.pick(("　", " ")), dice.pick((10**9, 22, 14)), PageBreak(number, feed=feed, always=dice.chance(40)))
    office = dice.pick(CITIES) + dice.pick(OFFICES)
    day, date_text = draw_date(dice)
    if not date_text.endswith("日"):
        date_text = dice.pick((f"{day.year}年{day.month}月{day.day}日", f"{digits(day.year)}年{in_words(day.month)}月{in_words(day.day)}日"))
    code = f"{office[0]}{dice.pick(('政发', '政办发', '工发', '教函'))}{dice.pick(('〔{}〕', '[{}]')).format(day.year)}{dice.number(1, 190)}号"
    marked = dice.chance(60)
    title = _title(dice, sheet, office)
    rows = [Row(line) for line in _front(dice, sheet, f"{office}文件" if marked else None, code, title)]
    addressees = dice.some(ADDRESSEES, 1, 3)
    rows += [Row(text) for text in ([""] if dice.chance(30) else [])]
    rows.append(Row(dice.pick("，、").join(addressees) + dice.pick("：:")))
    body = _body(dice)
    for text in body:
        rows += paragraph_rows(text, indent, width)
    annexes = [f"{topic}{dice.pick(('任务分工表', '登记表'))}" for topic in dice.some(TOPICS, 0, 2)] if dice.chance(50) else []
    note_rows, note = _annex_note(sheet, annexes)
    rows += note_rows
    rows += [Row(""), Row(sheet.put(office, "right")), Row(sheet.put(date_text, "right"))]
    rows += [Row(indent + "（此件公开发布）")] if dice.chance(30) else []
    items = [ItemTruth("".join(title), (*body, *note))]
    if annexes and dice.chance(40):
        annex_rows, annex = _annex(dice, sheet, annexes[0])
        rows += annex_rows
        items.append(annex)
    imprint, copies, colophon = _imprint(dice, sheet, office)
    rows += [Row(line) for line in imprint]
    truth = Truth(
        MastheadTruth(f"{office}文件" if marked else None, day.year, issuer=office, date=day.isoformat(), document_number=code),
        (SectionTruth(None, tuple(items)),),
        distribution=(*(("主送", name) for name in addressees), *(("抄送", name) for name in copies)),
        colophon=colophon,
    )
    return with_noise(dice, Generated("\n".join(paged(rows, sheet.page_rows, sheet.page_break)), truth), encodings=encodings)


def _title(dice: Dice, sheet: Sheet, office: str) -> tuple[str, ...]:
    # What is longer than a line of the narrowest sheet stands on two or three.
    subject = f"关于{dice.pick(('进一步做好', '印发', '开展'))}{dice.pick(TOPICS)}工作方案的通知"
    forms = ((office, subject), (office + subject[:2], subject[2:-7], subject[-7:]))
    return dice.pick(forms if columns(office + subject) > sheet.columns - 4 else ((office + subject,), *forms))


def _front(dice: Dice, sheet: Sheet, mark: str | None, code: str, title: tuple[str, ...]) -> list[str]:
    lines = [dice.pick(("特急", "加急")), ""] if dice.chance(15) else []
    names = [sheet.put(line, "centre") for line in title]
    number = sheet.put(code, "centre")
    if not mark:
        return [*lines, *names, number, ""]
    if dice.chance(20):
        number = f"{sheet.indent}{code}{'　' * 8}签发人：{person(dice)}"
    rule = dice.pick("━─—") * 30
    return [*lines, sheet.put(mark, "centre"), "", number, rule, "", *names, ""]


def _body(dice: Dice) -> tuple[str, ...]:
    lead = f"为深入推进{dice.pick(TOPICS)}，根据《{dice.pick(TOPICS)}实施方案》（省政发〔2020〕{dice.number(1, 90)}号）要求，现将有关事项通知如下："
    found = [lead]
    for at, heading in enumerate(dice.some(HEADINGS, 1, 3), 1):
        if dice.chance(30):
            found.append(f"{in_words(at)}、{heading}。{sentences(dice, 1, 2)}")
            continue
        found.append(f"{in_words(at)}、{heading}")
        form = dice.pick(("", "words", "figures"))
        for point in range(1, dice.number(1, 3) + 1):
            mark = {"words": f"（{in_words(point)}）", "figures": f"{point}."}.get(form, "")
            found.append(f"{mark}{'加强组织领导。' if mark else ''}{sentences(dice, 1, 3)}")
    return (*found, "请各单位认真贯彻执行。")


def _annex_note(sheet: Sheet, annexes: list[str]) -> tuple[list[Row], list[str]]:
    """附件：1.… 2.…, and how the body holds it."""
    if not annexes:
        return [], []
    texts = [f"附件：{annexes[0]}"] if len(annexes) == 1 else [f"附件：1.{annexes[0]}", *(f"{at}.{name}" for at, name in enumerate(annexes[1:], 2))]
    hang = sheet.space * (6 // columns(sheet.space)) if sheet.indent else ""
    return [Row(""), *(Row(sheet.indent + (hang if at else "") + text) for at, text in enumerate(texts))], texts


def _annex(dice: Dice, sheet: Sheet, title: str) -> tuple[list[Row], ItemTruth]:
    """The annex itself, after the 成文日期."""
    texts = [sentences(dice, 1, 3) for _ in range(dice.number(1, 3))]
    rows = [Row("", "gap"), Row(""), Row(dice.pick(("附件", "附件1", "附件："))), Row(""), Row(sheet.put(title, "centre")), Row("")]
    for text in texts:
        rows += paragraph_rows(text, sheet.indent, sheet.width)
    return rows, ItemTruth(title, tuple(texts), "attachment")


def _imprint(dice: Dice, sheet: Sheet, office: str) -> tuple[list[str], list[str], ColophonTruth]:
    if dice.chance(35):
        return [], [], ColophonTruth()
    rule = dice.pick("─━—") * 28
    copies = dice.some(COPIES, 1, 5)
    day, _ = draw_date(dice)
    printed = f"{day.year}年{day.month}月{day.day}日印发"
    label = sheet.indent[:1] + dice.pick(("抄送：", "抄送:"))
    margin = "　" * (columns(label) // 2)
    first, *more = pieces("，".join(copies) + "。", (sheet.width or 200) - columns(margin), (sheet.width or 200) - columns(label))
    lines = ["", "", rule, label + first, *(margin + part for part in more)]
    lines += [rule] if dice.chance(80) else []
    lines += [sheet.indent[:1] + office + "　" * dice.number(4, 10) + printed]
    lines += [rule] if dice.chance(80) else []
    return lines, copies, ColophonTruth(printed_by=office, print_date=day.isoformat())


@st.composite
def officials(draw: Callable[[st.SearchStrategy[Any]], Any], *, encodings: bool = True) -> Generated:
    """公文 with their truth."""
    return compose_official(Dice(draw), encodings=encodings)
