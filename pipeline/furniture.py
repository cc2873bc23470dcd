"""Physical 4: page numbers and running heads, taken out of the flow and kept for the ledger.

- 3 -   — 3 —   · 3 ·   第3页 共8页   第三頁   3   〔3〕   医院工会简讯　　2022年第1期
"""

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from pipeline.lexicon import words
from pipeline.markup_settings import is_setting
from pipeline.model.layout import Furniture, Line, Span
from pipeline.notation.brackets import HEADING_BRACKETS
from pipeline.notation.labels import ANNEX, has_issue_number
from pipeline.notation.numerals import parse_numeral, with_digits
from pipeline.notation.ordinals import BULLETS
from pipeline.notation.pattern import Pattern
from pipeline.notation.records import read_records
from pipeline.site_residue import residue

_N = r"\d{1,4}"
_MARKED = Pattern(
    rf"[-—―–─━~]{{1,3}}{_N}[-—―–─━~]{{1,3}}|[·•.]{_N}[·•.]|第{_N}[页頁](?:[,/]?共{_N}[页頁])?|(?:[Pp]age|P\.?){_N}(?:of\d+)?|{_N}/\d+"
    rf"|[-—―–─━=_＿]{{4,}}{_N}|{_N}[-—―–─━=_＿]{{4,}}|(?:[-—―–─━=]*\()?[-—―–─━=]*第{_N}版[-—―–─━=]*(?:\)[-—―–─━=]*|\(\))?",
    first="-—―–─━~·•.第Pp0123456789=(_＿",
    last="-—―–─━~·•.页頁0123456789版=)_＿",
    numerals=True,
)
_MISREAD = Pattern(r"一\d{1,3}一", first="一", last="一")
"""— 3 — as OCR reads it."""
_BARE = Pattern(r"[〔\[(]?(\d{1,3})[)\]〕]?", first="〔[(0123456789", last="0123456789)]〕")
_PAGE_IN_HEAD = Pattern(
    rf"第[ ]?{_N}[ ]?[页頁版]|[-—–·][ ]?\d{{1,3}}[ ]?[-—–·]$"
    rf"|(?: {{4,}}|\t|[-—―–─━=]{{4,}} *)(?:\d{{1,3}}|\[?\d{{1,3}}[ ]?/[ ]?\d{{1,3}}\]?)$|^\d{{1,3}}(?: {{4,}}|\t)",
    numerals=True,
)
_RULED = Pattern(r"[-—―–─━=]{4,}", needs="-—―–─━=")
"""Between a bulletin's name and the number of the page."""
_LONGEST_NUMBER = 24
"""Characters of a page number with its words, 第3页 共8页, without the rules beside it."""
_HEAD_LENGTH = 40
"""Characters of the longest running head; bulletins print their name and number there."""
_HEAD_POOL = 6
"""Lines at the top of the first page from which a running head repeats one."""
_GAP, _PARTS = "   ", 3
"""Blanks between what stands at the two ends of a line."""
_OFTEN = 2
_OFTEN_SHARE = 0.3
"""Share of the pages on which a running head stands; left and right ones take turns. A heading may end two pages by chance."""
_HEADING_SIGNS = frozenset(BULLETS) | HEADING_BRACKETS.keys()
"""With what headings begin, which the contents repeats, and no running head."""
_DAY = Pattern(r"\d{4}年\d{1,2}月\d{1,2}日", numerals=True)
"""On which somebody signs."""
_CENTRED = 8
"""Columns; a bare number that is set in this far, with blank lines around it, is no cell of a table."""
_FIRST_HEAD = 3
"""Index of the first line that can be a running head: not the name itself."""
_ENTRY_END = Pattern(r"\d[ ]?[)页頁]?$", numerals=True)
"""The page number that a row of the contents ends in."""
_CONTENTS = 20
"""Lines in which the heading of the contents stands."""
_LEADERS = frozenset("….·⋯")
"""A number below a line that ends in these is the end of a row of the contents."""
_MOST_MISSED = 2
"""Two bare numbers are neighbours though the one between them was lost."""
_MIN_PAGE_LINES = 3
"""Fewer lines than this between two bare numbers, and they are cells of a table."""


def mark_furniture(
    lines: tuple[Line, ...], rules: tuple[Span, ...], page_starts: tuple[int, ...] = ()
) -> tuple[tuple[Line, ...], Furniture]:
    """The lines of the flow and what was taken out.

    `page_starts` are those of a source that has pages of its own; elsewhere pages are counted from form feeds and printed numbers.
    """
    if named := [line for line in lines if line.is_edge]:
        flow, found = mark_furniture(tuple(line for line in lines if not line.is_edge), rules, page_starts)
        return flow, found._replace(spans=tuple(sorted((*found.spans, *(Span(line.start, line.end) for line in named)))))
    numbers = _page_numbers(lines)
    records = read_records([line.key for line in lines]).fields.keys()
    numbers -= records
    markup = ({i for i, line in enumerate(lines) if is_setting(line.key)} | residue(lines)) - records
    heads = _running_heads(lines, numbers, _masthead_words([line for index, line in enumerate(lines) if index not in markup])) - records
    taken = numbers | heads | markup
    if page_starts:
        from pipeline.page_edges import find_heads_and_feet  # a text needs it not

        return _mark_on_pages(lines, rules, taken | find_heads_and_feet(lines), page_starts)
    return _count_pages(lines, rules, taken, numbers | {i for i in heads if _has_page_number(lines[i].key)})


def _count_pages(
    lines: tuple[Line, ...], rules: tuple[Span, ...], taken: set[int], numbers: set[int]
) -> tuple[tuple[Line, ...], Furniture]:
    """The lines that are not taken, on the pages that form feeds and the lines with page numbers end."""
    kept: list[Line] = []
    starts = [0]
    rule = False  # one that stands above furniture, below the contents, still ends them
    ahead = 0  # pages that printed numbers have opened and no form feed has
    for index, line in enumerate(lines):
        if index and line.page > lines[index - 1].page and not ahead:
            starts.append(line.start)
        ahead = 0 if index and line.page > lines[index - 1].page else ahead
        if index in numbers and index + 1 < len(lines) and lines[index + 1].start > line.start:  # else the page beside it follows
            starts.append(line.end)
            ahead = 1
        elif index not in taken:
            page, ruled = len(starts) - 1, line.rule_above or rule
            kept.append(line if (line.page, line.rule_above) == (page, ruled) else line._replace(page=page, rule_above=ruled))
        rule = index in taken and (rule or (line.rule_above and bool(kept) and _ENTRY_END.search(kept[-1].key) is not None))
    spans = tuple(Span(lines[i].start, lines[i].end) for i in sorted(taken))
    return tuple(kept), Furniture(spans, rules, tuple(starts))


def _mark_on_pages(
    lines: tuple[Line, ...], rules: tuple[Span, ...], taken: set[int], page_starts: tuple[int, ...]
) -> tuple[tuple[Line, ...], Furniture]:
    kept = tuple(line for index, line in enumerate(lines) if index not in taken)
    return kept, Furniture(tuple(Span(lines[i].start, lines[i].end) for i in sorted(taken)), rules, page_starts)


def _page_numbers(lines: tuple[Line, ...]) -> set[int]:
    found: set[int] = set()
    bare: list[tuple[int, int]] = []
    for index, line in enumerate(lines):
        if len(line.key.strip("-—─━=")) > _LONGEST_NUMBER or not index:
            continue
        key = line.key.replace(" ", "")
        if _MARKED.fullmatch(key) or _MISREAD.fullmatch(key):
            found.add(index)
        elif index > _FIRST_HEAD and (match := _BARE.fullmatch(key)) and not set(lines[index - 1].key[-2:]) <= _LEADERS:
            bare.append((index, parse_numeral(match[1]) or 0))
    return found | _bare_page_numbers(lines, bare)


def _bare_page_numbers(lines: tuple[Line, ...], bare: list[tuple[int, int]]) -> set[int]:
    """Bare numbers that count up over the issue, stand at a form feed or interrupt a sentence."""
    found: set[int] = set()
    listed = _contents_end(lines)
    for (index, number), (later, following) in pairwise(bare):
        if later >= listed and 0 < following - number <= _MOST_MISSED and later - index >= _MIN_PAGE_LINES * (following - number):
            found |= {index, later}
    for index, _ in bare:
        before, after = lines[index - 1], lines[index + 1] if index + 1 < len(lines) else None
        at_feed = before.page != lines[index].page or (after is not None and after.page != lines[index].page)
        centred = lines[index].indent >= _CENTRED and lines[index].gap and (after is None or after.gap)
        breaks = index >= listed and after and not after.indent and before.right >= _HEAD_LENGTH and before.key[-1] not in "。!?;:)”"
        if at_feed or centred or breaks:
            found.add(index)
    return found


def _contents_end(lines: tuple[Line, ...]) -> int:
    """The line below the contents, whose entries may have their page numbers on lines of their own: the first with a sentence; 0 for none."""
    heading = next((i for i, line in enumerate(lines[:_CONTENTS]) if line.key.replace(" ", "").strip("[]【】") in words("contents_headings")), None)
    if heading is None:
        return 0
    return next((i for i in range(heading + 1, len(lines)) if lines[i].key[-1] == "。" or "," in lines[i].key), len(lines))


def _running_heads(lines: tuple[Line, ...], numbers: set[int], pool: list[str]) -> set[int]:
    """Short lines beside a page end that repeat there, or repeat the masthead at the top of a page or before its number."""
    tops, feet = _beside_page_ends(lines, numbers)
    beside = {i: _squeeze(lines[i].key) for i in tops | feet if _is_short(lines[i].key) and _may_run(lines[i].key)}
    repeated = Counter(beside.values())
    often = max(_OFTEN, max(len(tops), len(feet)) * _OFTEN_SHARE)
    heads = {i for i, key in beside.items() if key and (repeated[key] >= often or (i in tops and _repeats(key, pool)))}
    return heads | _numbered_heads(lines, pool) | _split_heads(lines, pool)


def _split_heads(lines: tuple[Line, ...], pool: list[str]) -> set[int]:
    """The bulletin's name at one end of the line and its number, the day or the page at the other, changing sides from page to page."""
    return {
        index
        for index, line in enumerate(lines)
        if index >= _FIRST_HEAD and _GAP in line.key and _is_short(line.key) and _is_name_and_number(line.key, pool)
    }


def _is_name_and_number(key: str, pool: list[str]) -> bool:
    parts = [part.strip() for part in key.split(_GAP) if part.strip()]
    names = [part for part in parts if _squeeze(part) in pool]
    return 1 < len(parts) <= _PARTS and len(names) == 1 and all(part in names or _tells_issue(part) for part in parts)


def _tells_issue(part: str) -> bool:
    """Whether it is the number of the issue or of the page, or the day."""
    return has_issue_number(part) or _MARKED.fullmatch(part) is not None or _DAY.fullmatch(part.replace(" ", "")) is not None


def _numbered_heads(lines: tuple[Line, ...], pool: list[str]) -> set[int]:
    """Running heads that carry the page number themselves: 工会通讯 第27期　　第2页."""
    return {
        index
        for index, line in enumerate(lines)
        if index >= _HEAD_POOL
        and _is_short(_RULED.sub("", line.key))
        and _has_page_number(line.key)
        and _repeats(_squeeze(line.key), pool)
    }


def _may_run(key: str) -> bool:
    """Whether the line is no sentence, no heading in brackets, which the contents repeats, no day of a signature and no 附件2."""
    signed = key[0] in _HEADING_SIGNS and not any(has_issue_number(part.strip()) for part in key.split(_GAP)[1:])
    if signed or key[-1] in "、:" or any(stop in key for stop in "。;,"):
        return False
    return not (ANNEX.match(key) or _DAY.fullmatch(key.replace(" ", "")))


def _is_short(key: str) -> bool:
    return len(key.replace(" ", "")) <= _HEAD_LENGTH


def _masthead_words(lines: list[Line]) -> list[str]:
    """The first lines, down to the rule that closes the head or to the contents."""
    pool: list[str] = []
    for index, line in enumerate(lines[:_HEAD_POOL]):
        key = _squeeze(line.key)
        if (index and line.rule_above) or key.strip("[]【】") in words("contents_headings"):
            break
        parts = [_squeeze(part) for part in line.key.split(_GAP)] if _GAP in line.key else []
        pool += [words for words in (key, *parts) if len(words) >= 2]
    return pool


def _has_page_number(key: str) -> bool:
    may = key[-1] in "-—–·0123456789]" or key[0].isdigit() or any(word in key for word in "页頁版")
    return may and _PAGE_IN_HEAD.search(key) is not None


def _repeats(key: str, pool: Iterable[str]) -> bool:
    return len(key) >= 2 and any((head in key and len(head) > 2 and len(key) <= 2 * len(head) + 6) or key == head for head in pool)


def _squeeze(key: str) -> str:
    """The line without blanks and numbers, so that the heads of two pages are equal."""
    return "".join(c for c in with_digits(key) if not (c.isspace() or c.isdigit() or c in "·•—―–-第页頁期"))


def _beside_page_ends(lines: tuple[Line, ...], numbers: set[int]) -> tuple[set[int], set[int]]:
    """The lines at the top and at the foot of pages, page numbers apart."""
    tops: set[int] = set()
    feet: set[int] = set()
    for index in range(_FIRST_HEAD, len(lines)):
        turned = lines[index].page != lines[index - 1].page
        if turned or index - 1 in numbers:
            tops.add(index)
        if turned or index in numbers:
            feet.add(index - 1)
    return tops - numbers, feet - numbers
