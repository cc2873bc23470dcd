"""The printed head: 报头 with name, number, issuer and date, and the contents."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from generator.layout import Layout
from generator.rows import Row, columns, padded, pieces
from generator.truth import MastheadTruth, SectionTruth
from generator.words import CITIES, Dice

NAMES = ("工会信息", "工会简报", "政务简报", "工作动态", "医院工会简讯", "校园简报", "信息快报", "企业动态", "教育工会通讯")
ISSUERS = ("市总工会办公室", "市教育局办公室", "第二人民医院工会委员会", "实验中学校长办公室", "水务集团有限公司党群工作部")
_DIGITS = "〇一二三四五六七八九"


def in_words(number: int) -> str:
    """12 as 十二, 105 as 一百〇五 (to 999)."""
    if number < 10:
        return _DIGITS[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return ("" if tens == 1 else _DIGITS[tens]) + "十" + (_DIGITS[ones] if ones else "")
    hundreds, rest = divmod(number, 100)
    tail = "" if not rest else ("零" + _DIGITS[rest] if rest < 10 else ("一" if rest < 20 else "") + in_words(rest))
    return _DIGITS[hundreds] + "百" + tail


def digits(number: int) -> str:
    """2009 as 二〇〇九."""
    return "".join(_DIGITS[int(d)] for d in str(number))


@dataclass(frozen=True)
class Head:
    """The truth of a masthead and its lines."""

    truth: MastheadTruth
    lines: tuple[str, ...]
    running_head: str


def draw_date(dice: Dice) -> tuple[datetime.date, str]:
    """A day, and how it is printed."""
    day = datetime.date(dice.number(2001, 2025), dice.number(1, 12), dice.number(1, 28))
    wide = str.maketrans("0123456789", "０１２３４５６７８９")
    return day, dice.pick((
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year} 年 {day.month} 月 {day.day} 日",
        f"{digits(day.year)}年{in_words(day.month)}月{in_words(day.day)}日",
        f"{day.year}年{day.month}月{day.day}日".translate(wide),
        day.isoformat(),
        f"{day.year}.{day.month}.{day.day}",
    ))  # fmt: skip


def draw_number(dice: Dice, year: int) -> tuple[int, str, bool]:
    """The number within the year, how it is printed, and whether the year stands in it."""
    number = dice.number(1, 60)
    words = in_words(number)
    return number, *dice.pick((
        (f"第{number}期", False),
        (f"〔{year}〕第{words}期", True),
        (f"{year}年第{number}期", True),
        (f"（第{number}期）", False),
        (f"第 {number} 期", False),
        (f"[{year}]第{number}期", True),
        (f"{digits(year)}年第{words}期", True),
        (f"第{words}期", False),
    ))  # fmt: skip


def draw_head(dice: Dice, layout: Layout) -> Head:
    """A masthead in one of three arrangements."""
    day, date_text = draw_date(dice)
    number, number_text, dated = draw_number(dice, day.year)
    name = dice.pick(NAMES)
    issuer = dice.pick(CITIES) + dice.pick(ISSUERS)
    total = dice.number(61, 640) if dice.chance(35) else None
    permit = f"{issuer[0]}{dice.pick(('办准印证第', '内资准字第'))}{dice.number(1, 199):03}号" if dice.chance(25) else None
    with_date = not dated or dice.chance(90)
    truth = MastheadTruth(name, day.year, number, total, issuer, permit, day.isoformat() if with_date else None)
    total_text = dice.pick((f"（总第{total}期）", f"总第{total}期", f"(总第{in_words(total)}期)", f"（总第 {total} 期）")) if total else ""
    joined = bool(total) and dice.chance(50)
    spread = dice.pick(("", "", " ", "　", "  ")).join(name)
    signed = issuer + dice.pick(("", "编", "编印", "主办", "　编"))
    numbers = [number_text + total_text] if joined else [line for line in (number_text, total_text) if line]
    top = ["内部资料　注意保存", ""] if dice.chance(15) else []
    printed = _Printed(spread, numbers, signed, f"（{permit}）" if permit else "", date_text if with_date else "")
    lines = list(_arranged(dice, layout, printed))
    running = f"{name}{'　' * 12}{number_text}"
    return Head(truth, (*top, *lines), running)


class _Printed(NamedTuple):
    """The parts of a masthead in print, "" for what is missing."""

    name: str
    numbers: list[str]
    signed: str
    permit: str
    date: str


def _arranged(dice: Dice, layout: Layout, parts: _Printed) -> Iterator[str]:
    centred = dice.chance(60)
    form = dice.pick(("two lines", "one each", "one line"))

    def put(text: str) -> str:
        return padded(text, layout.columns, layout.space, "centre") if centred else text

    yield from (put(parts.name), "")
    rooms = [(layout.columns - columns(parts.signed + parts.date + number)) // 4 for number in (parts.numbers[0], "")]
    wide = "　" * max(1, min(dice.number(3, 10), rooms[form == "two lines"]))
    if rooms[form == "two lines"] < 2:
        form = "one each"
    permit = [put(parts.permit)] if parts.permit else []
    if form == "one line" and len(parts.numbers) == 1:
        yield wide.join(part for part in (parts.numbers[0], parts.signed, parts.date) if part)
        yield from permit
        return
    yield from map(put, parts.numbers)
    if form == "one each":
        yield from ("", put(parts.signed), *permit)
        yield from (["", put(parts.date)] if parts.date else [])
    else:
        yield from (*permit, "", parts.signed + (wide + parts.date if parts.date else ""))


def contents_rows(dice: Dice, layout: Layout, sections: tuple[SectionTruth, ...]) -> tuple[list[Row], list[tuple[str | None, str | None]]]:
    """The printed contents and its rows."""
    if not layout.contents or not any(item.title for section in sections for item in section.items):
        return [], []
    heading = dice.pick(("目录", "目　录", "【目录】", "本期导读", "本期要目", "目    录"))
    lines = [padded(heading, layout.columns, layout.space, "centre") if dice.chance(60) else heading, ""]
    truth: list[tuple[str | None, str | None]] = []
    count, page = 0, 1
    for order, section in enumerate((s for s in sections if s.title or not layout.section), 1):
        titles = [item.title.split("——")[0] for item in section.items if item.title]
        name = section.title if layout.contents == "sections" else None
        if name:
            page += 1
            printed = section_heading(layout, name, order)
            if not titles:
                truth.append((name, None))
                printed += layout.leader.format(page) if layout.section != "◇◇" else ""
            lines.append(printed)
        for title in titles:
            count, page = count + 1, page + 1
            number = layout.contents_number.format(count) if layout.contents_number else ""
            lines += _entry(layout, "　" if name else "", number, title + layout.leader.format(page))
            truth.append((name, title))
    return [Row(line, "no") for line in [*lines, ""]], truth


def _entry(layout: Layout, indent: str, number: str, text: str) -> list[str]:
    """A row of the contents; what is too long hangs under its beginning, if a number or a page shows where rows end."""
    if not layout.width or not (number or layout.leader) or columns(indent + number + text) <= layout.width:
        return [indent + number + text]
    hang = indent + "　" * max(1, (columns(number) + 1) // 2)
    first, *more = pieces(text, layout.width - columns(hang), layout.width - columns(indent + number))
    return [indent + number + first, *(hang + part for part in more)]


def section_heading(layout: Layout, title: str, order: int) -> str:
    """The heading as it is printed in the contents and over its items."""
    if layout.section == "number":
        return f"{in_words(order)}、{title}"
    return title if layout.section == "bare" else layout.section[0] + title + layout.section[-1]
