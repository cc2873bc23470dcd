"""Physical 2: the characters cut into printed lines, each with its place between the margins."""

from collections.abc import Iterator
from itertools import pairwise

from pipeline.markdown import mark_up, underline_level
from pipeline.model.layout import Line, PrintedLine, Span
from pipeline.notation import labels
from pipeline.notation.frame import opens_with_frame_label
from pipeline.notation.records import field_cuts, may_hold_records, read_records

_RULE = frozenset("\"'#×✕^-—―─━═=_＿*＊﹡~～﹏‐–﹣·.+…┄┅┈┉▬■□◆◇★☆※●◎△▲〇〓￣¯‾ˉ▁▂▃▄▔▀┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬╭╮╰╯")
_SHORT_RULE = frozenset("-*＊_＿=")
"""Three of these are a rule too, in Markdown."""
_LONG = 5
"""Characters from which any signs are one."""
_LEFT_OUT = frozenset("×✕〇〓.·")
"""Those that stand for characters left out, where few of them stand apart."""
BARS = "|│┃║"
"""Signs of drawn boxes and columns that stand upright, as folded."""
_LONE_SIGNS = frozenset("★☆◆◇■□●◎▲△▼▽※❖✦↓")
"""Alone on a line, such a sign parts what is above from what is below, as the star in the rule of a red head does."""
_LONGEST_ORNAMENT = 8
_DRAWN, _LEAST_RULE = "─━═", 8
"""What rules below words on the same line are drawn with, and how long they are at least."""
_FRAMES = "-—/·~=|"
_TAB = 4
_TOP = 8
_LABELLED = 10
"""Characters in which a label ends."""
_COLONS = str.maketrans(dict.fromkeys(BARS, ":"))


def split_lines(text: str, folded: str) -> tuple[tuple[Line, ...], tuple[Span, ...]]:
    """The lines with something on them, and the printed rules between them; `folded` is `text` folded."""
    lines: list[Line] = []
    rules: list[Span] = []
    gap = page = 0
    rule_above = False
    for start, end, form_feed in _spans(text):
        key = folded[start:end].strip()
        if not key or _is_empty_box(key):
            gap += 1
        elif is_rule(key) or is_ornament(key):
            rules.append(_content(folded, start, end))
            if lines and not gap and not rule_above:
                lines[-1] = lines[-1]._replace(markup=underline_level(key))
            rule_above = True
        else:
            ruled = _rule_behind(folded, start, end)
            span = _content(folded, start, ruled.start if ruled else end)
            lines.append(Line(*span, _with_colons(folded[span.start : span.end]), *_edges(text, start, span), gap, page, rule_above))
            rules += [ruled] if ruled else []
            gap, rule_above = 0, ruled is not None
        page += form_feed
    return mark_up(_part_fields(lines), rules, folded), tuple(rules)


def _part_fields(lines: list[Line]) -> list[Line]:
    """The lines; in a file of records those with several fields cut into lines of their own: 日期：… 版次：… 作者：…."""
    if not may_hold_records([line.key for line in lines[:_TOP]]):
        return lines
    cuts = {at: found for at, line in enumerate(lines) if (found := field_cuts(line.key))}
    if not cuts:
        return lines
    parted = [part for at, line in enumerate(lines) for part in (_cut(line, cuts[at]) if at in cuts else (line,))]
    return parted if read_records([line.key for line in parted]).fields else lines


def _cut(line: Line, cuts: list[int]) -> Iterator[Line]:
    for start, end in pairwise((0, *cuts, len(line.key))):
        key = line.key[start:end].rstrip()
        gap, ruled = (0, False) if start else (line.gap, line.rule_above)
        yield line._replace(start=line.start + start, end=line.start + start + len(key), key=key, gap=gap, rule_above=ruled)


def _with_colons(key: str) -> str:
    """A line of the frame in which bars stand for the colons behind its labels: 主办 │ 某某街道, 发 | 各社区."""
    if key[0] in BARS or not any(bar in key[:_LABELLED] for bar in BARS):
        return key
    told = key.translate(_COLONS)
    return told if opens_with_frame_label(told) or labels.RELATION.match(told) else key


def _rule_behind(folded: str, start: int, end: int) -> Span | None:
    """A drawn rule that follows the words of a line, where the end of that is lost: 2021年3月9日�━━━━━━━━."""
    line = folded[start:end].rstrip()
    if line[-1] not in _DRAWN or line.lstrip()[0] in _RULE:
        return None
    words = line.rstrip(_DRAWN)
    return Span(start + len(words), start + len(line)) if len(line) - len(words) >= _LEAST_RULE else None


def placed_lines(printed: tuple[PrintedLine, ...], folded: str) -> tuple[tuple[Line, ...], tuple[Span, ...]]:
    """The same for a source whose lines were read off pages; rules that are typed are rules there too."""
    lines: list[Line] = []
    rules: list[Span] = []
    rule_above = False
    for line in printed:
        raw = folded[line.start : line.end]
        key = raw.strip()
        start = line.start + len(raw) - len(raw.lstrip())
        if not key:
            continue
        if is_rule(key):
            rules.append(Span(start, start + len(key)))
            rule_above = True
            continue
        above = rule_above or line.rule_above
        lines.append(Line(start, start + len(key), key, line.indent, line.right, line.gap, line.page, above, 0, line.size, line.height,
                          line.is_edge))  # fmt: skip
        rule_above = False
    return tuple(lines), tuple(rules)


def _spans(text: str) -> Iterator[tuple[int, int, bool]]:
    """Start, end and whether a form feed ends it, for each line."""
    start = 0
    for line in text.splitlines(keepends=True):
        yield start, start + len(line), line[-1] == "\f"
        start += len(line)


def is_rule(key: str) -> bool:
    """Whether the line is a printed rule: ━━━━, ———, ＊＊＊＊, =====, ※　※　※."""
    squeezed = key.replace(" ", "")
    if len(squeezed) < 3 or squeezed[0] not in _RULE:
        return False
    signs = set(squeezed)
    if len(squeezed) >= _LONG:
        return len(signs) <= 4 and signs <= _RULE
    return len(signs) == 1 and (signs <= _SHORT_RULE or (" " in key and signs.isdisjoint(_LEFT_OUT)))


def is_ornament(key: str) -> bool:
    """Whether the line is nothing but a sign, a number or a word in English that sets off what is around it: ★, 01, PART 2, — NEWS —."""
    if key in _LONE_SIGNS or _is_framed_word(key):
        return True
    if len(key) > _LONGEST_ORNAMENT or not key[-1].isdigit():
        return False
    return (len(key) == 2 and key[0] == "0") or key.rstrip("0123456789").rstrip(" .").upper() == "PART"


def _is_framed_word(key: str) -> bool:
    """A heading in English between signs, which repeats the Chinese one beside it: — SERVICE —, // NEWS //."""
    if key[0] not in _FRAMES or key[-1] != key[0]:
        return False
    word = key.strip(key[0] + " ").replace("&", "").replace(" ", "")
    return word.isascii() and word.isalpha() and word.upper().removeprefix("THE") != "END"


def _is_empty_box(key: str) -> bool:
    """Whether nothing stands between the sides of a box."""
    return key[0] in BARS and not key.strip(BARS + " ")


def _content(folded: str, start: int, end: int) -> Span:
    raw = folded[start:end]
    left, right = len(raw) - len(raw.lstrip()), len(raw.rstrip())
    if right - left > 2 and raw[left] in BARS and raw[right - 1] in BARS:
        inner = raw[left + 1 : right - 1]
        if any(bar in inner for bar in BARS):
            return Span(start + left, start + right)  # a row of a table, not the side of a box
        right = left + 1 + len(inner.rstrip())
        left += 1 + len(inner) - len(inner.lstrip())
    elif raw[right - 2 : right] == " |" and raw.count("|") == 1 and left < right - 1:  # what is left of the table in which a page sets its text
        right = len(raw[: right - 1].rstrip())
    return Span(start + left, start + max(left, right))


def _edges(text: str, line_start: int, span: Span) -> tuple[int, int]:
    """Columns from the start of the line to the content's left and right edge."""
    indent = columns(text[line_start : span.start])
    return indent, indent + columns(text[span.start : span.end])


def columns(raw: str) -> int:
    """Width on paper: two for a Chinese character, one for an ASCII one, four for a tab."""
    if raw.isascii():
        return len(raw) + (_TAB - 1) * raw.count("\t")
    # In GBK a character takes as many bytes as columns.
    return len(raw.encode("gbk", "replace")) + (_TAB - 1) * raw.count("\t")
