"""Physical 4: lines → blocks. Lines that were broken by hand, by a page end or by a bracket are joined again.

Post-conditions:
1. Every line stands in exactly one block, in order.
2. The block's key is its lines' keys joined with nothing, but for a blank where two Latin words meet.
"""

from pipeline.lexicon import ending, words
from pipeline.lines import columns
from pipeline.margins import Margins, measure
from pipeline.model.layout import Block, Line, Span
from pipeline.notation import labels
from pipeline.notation.frame import opens_with_frame_label
from pipeline.notation.names import is_person, is_unit
from pipeline.notation.ordinals import BULLETS, parse_marker
from pipeline.notation.pattern import Pattern

_STOPS = "。!?;:…."
_CLOSERS = "”’』」)]〕】》"
_OPENERS = "【〔[「『◇◆★■"
_COMMAS = ",、"
_PROSE_COLUMNS = 56
"""A line this long with a comma inside is running text: no title of the gold is as long and has one."""
_FULL_COLUMNS = 44
"""In a text with broken lines, a full line this long with a comma inside is running text."""
_WIDE_GAP = "   "
"""Blanks inside a line that set two things at its ends; such a line is no running text."""
_LEADER = Pattern(r"[.…·⋯]{2,}[ ]*[(第]?[ ]?\d{0,3}[ ]?[)页頁]?$|[ ](?:第[ ]?\d{1,3}[ ]?[页頁]|\(\d{1,3}\))$")
"""The end of a contents line."""
_DOUBLE_SPACED = 0.85
"""Share of lines with a blank line above from which a text is set with double space."""
_RAGGED = 5
_UNBROKEN = Pattern(r"[(“《〈【〔「]*(?:[A-Za-z0-9.,%:/~-]+|.)[%°℃]?[,。;:!?、)”》〉】〕」]*")
"""What a printer keeps on one line: a number or Latin word, a sign with what it opens, a mark with what it closes."""
_OFF_CENTRE = 4
"""Columns by which the middles of two centred lines may differ, twice taken."""
_BRIEF_COLUMNS = 32
"""A line that opens with a bullet and has a comma is running text from this length on."""
_BRACKET_REACH = 160
"""Characters within which an open bracket may be closed on the next line; a list of thirty units takes twice that in lines."""


def group_blocks(lines: tuple[Line, ...], rule_width: int = 0) -> tuple[Block, ...]:
    """Paragraphs, headings and other lines of the flow, joined where a line break is none of the author's."""
    margins = measure(lines, rule_width)
    spacing = _spacing(lines)
    if margins.wrapped and spacing:
        lines = tuple(line._replace(gap=max(0, line.gap - spacing)) for line in lines)
        spacing = 0
    blocks: list[Block] = []
    run: list[Line] = []
    for line in lines:
        if run and not _continues(run, line, margins):
            blocks.append(_block(run, margins, spacing))
            run = []
        run.append(line)
    if run:
        blocks.append(_block(run, margins, spacing))
    return tuple(blocks)


def _spacing(lines: tuple[Line, ...]) -> int:
    """1 where nearly every line has a blank line above it: the text was set with double space, and the blank line says nothing."""
    return int(sum(line.gap > 0 for line in lines) >= _DOUBLE_SPACED * len(lines))


def _block(run: list[Line], margins: Margins, spacing: int) -> Block:
    key = run[0].key
    for line in run[1:]:
        key = join_keys(key, line.key)
    first = run[0]
    parts = tuple(Span(line.start, line.end) for line in run)
    return Block(parts, key, margins.align(first), first.indent, max(0, first.gap - spacing), first.page, first.rule_above, run[-1].right)


def join_keys(before: str, after: str) -> str:
    """Two lines as one: Chinese needs no blank, two Latin words do."""
    return before + (" " if meets_latin(before, after) else "") + after


def meets_latin(before: str, after: str) -> bool:
    """Whether a Latin word would run into the next."""
    return before[-1:].isascii() and after[:1].isascii() and before[-1:].isalnum() and after[:1].isalnum() and (
        before[-1:].isalpha() or after[:1].isalpha()
    )


def _continues(run: list[Line], line: Line, margins: Margins) -> bool:
    """Whether `line` goes on with the block that `run` has begun."""
    last = run[-1]
    if line.rule_above:
        return False
    if _closes_bracket(run, line) or _hangs(run, line, margins) or _addresses(run, line):
        return True
    opens = opens_with_bullet(line.key) or line.key[0] in _OPENERS
    if opens or labels.RELATION.match(line.key) or opens_with_frame_label(line.key):
        return False
    if _shares_centre(last, line, margins):
        return last.key[-1] in _COMMAS
    turned = line.page != last.page
    if margins.wrapped and (turned or not line.gap):
        return _continues_wrapped(run, line, margins)
    if turned or line.gap:
        return _is_cut(last, line, margins) or (turned and last.key[-1] in _COMMAS)
    return last.key[-1] in _COMMAS and not parse_marker(line.key) and line.key[1:2] != ":"


def _continues_wrapped(run: list[Line], line: Line, margins: Margins) -> bool:
    last = run[-1]
    if _WIDE_GAP in last.key or _LEADER.search(last.key):
        return False
    if line.indent > margins.left + 1:
        return last.key[-1] in _COMMAS and line.indent > run[0].indent
    if last.key[-1] in _COMMAS:
        return True
    if len(run) == 1 and last.indent > margins.paragraph + 1:
        return False  # a centred line ends where it ends
    return _continues_indented(run, line, margins) if margins.paragraph > margins.left else _continues_flush(run, line, margins)


def _continues_indented(run: list[Line], line: Line, margins: Margins) -> bool:
    """Where paragraphs are indented, a line at the margin goes on, unless it is a heading or title set there."""
    last = run[-1]
    broken, long = _is_broken(last, line, margins), margins.is_long(last)
    if not _ends_sentence(last):
        return broken or (margins.ragged and long and not parse_marker(line.key))
    if line.page != last.page:
        return broken or (margins.ragged and long)
    return long and (_has_stop(line) or margins.is_full(line))


def _continues_flush(run: list[Line], line: Line, margins: Margins) -> bool:
    """Where they are not, a full line goes on; where blank lines part them, any long line does but a title with a sign."""
    last = run[-1]
    if margins.spaced and not line.gap:
        heading = len(run) == 1 and (opens_with_bullet(last.key) or parse_marker(last.key)) and not _has_stop(last)
        return margins.is_long(last) and not heading
    return _is_broken(last, line, margins) and (not _ends_sentence(last) or (last.key[-1] == ";" and not parse_marker(line.key)))


def _shares_centre(last: Line, line: Line, margins: Margins) -> bool:
    """Whether both lines are set around one middle, one right under the other, as the lines of a title are."""
    inset = min(last.indent, line.indent) > max(margins.paragraph, margins.left) + 2
    return inset and not line.gap and abs(last.indent + last.right - line.indent - line.right) <= _OFF_CENTRE


def _is_broken(last: Line, line: Line, margins: Margins) -> bool:
    """Whether the break between two lines is the margin's: the first is full, or what begins the second had no room on it."""
    if margins.is_full(last) or not margins.is_long(last):
        return margins.is_full(last)
    word = _UNBROKEN.match(line.key)
    return word is not None and last.right + columns(word[0]) > margins.right


def _has_stop(line: Line) -> bool:
    return any(stop in line.key for stop in "。,;!?")


def _is_cut(last: Line, line: Line, margins: Margins) -> bool:
    """Whether a page end or a blank line cuts a sentence in two."""
    if _ends_sentence(last) or line.indent > margins.left + 1 or parse_marker(line.key):
        return False
    turned = line.page != last.page
    if margins.paragraph > margins.left and margins.is_full(last) and _stands_as_text(last, margins):
        return line.key[-1] != ":"  # the addressees begin, below a title
    if margins.wrapped:
        return margins.is_full(last) and (_is_prose(last, turned=turned) or (_has_comma(last) and last.right - last.indent >= _FULL_COLUMNS))
    return _is_prose(last, turned=turned)


def _has_comma(line: Line) -> bool:
    return "," in line.key or "。" in line.key


def _stands_as_text(line: Line, margins: Margins) -> bool:
    """Whether the line begins at the margin or where paragraphs do; a centred one begins elsewhere."""
    return line.indent <= margins.left + 1 or abs(line.indent - margins.paragraph) <= 1


def _ends_sentence(line: Line) -> bool:
    key = line.key
    bare = key.rstrip(_CLOSERS + " ")
    return not bare or bare[-1] in _STOPS or key[-1] in "]】〕" or (key[-1] == ")" and _closes_with_names(key))


def _closes_with_names(key: str) -> bool:
    """Whether the bracket at the end may name who sent a text in, rather than explain the word before it: 常委(扩大)."""
    at = key.rfind("(")
    if at <= 0 or key[at - 1] in _STOPS + _CLOSERS:
        return True
    return all(map(_may_sign, key[at + 1 : -1].replace("、", " ").replace(",", " ").split()))


def _may_sign(name: str) -> bool:
    return is_unit(name) or is_person(name) or ending(name, "credit_roles") != ""


def _is_prose(line: Line, *, turned: bool) -> bool:
    width = line.right - line.indent
    brief = opens_with_bullet(line.key)
    return (width >= (_BRIEF_COLUMNS if brief and turned else _PROSE_COLUMNS) and ("," in line.key or "。" in line.key)) or (
        width >= _PROSE_COLUMNS and not brief and "、" in line.key
    )


def opens_with_bullet(key: str) -> bool:
    """Whether the (folded) line opens with a printer's sign; ○, folded to 〇, is one where no numeral follows."""
    return key[0] in BULLETS or (key[0] == "〇" and key[1:2] not in "〇一二三四五六七八九年")


def _hangs(run: list[Line], line: Line, margins: Margins) -> bool:
    """Whether the line is set under the text after a colon and goes on with it, as the recipients of 抄送： do."""
    head, colon, _ = run[0].key[:8].partition(":")
    last = run[-1]
    if not colon or line.gap or line.page != last.page or last.key[-1] in _STOPS or ":" in line.key[:8]:
        return False
    hanging = abs(line.indent - run[0].indent - columns(head) - 2) <= 2
    fragment = line.key.rstrip("。 ") in words("unit_suffixes")  # no recipient is just 工会
    return hanging and (fragment or last.key[-1] in _COMMAS or last.right >= margins.right - _RAGGED)


def _addresses(run: list[Line], line: Line) -> bool:
    """Whether a list of 主送机关 goes on, up to its colon."""
    last = run[-1]
    commas = last.key.count(",") + last.key.count("、")
    return (
        line.key[-1] == ":" and len(line.key) <= 40 and line.gap == 0 and line.indent == last.indent and line.page == last.page
        and commas >= 2 and last.key[-1] not in _STOPS and "。" not in last.key and len(run) <= 2
    )


def _closes_bracket(run: list[Line], line: Line) -> bool:
    """Whether `line` closes a bracket or quotation that the block has left open near its end."""
    if line.gap > 2:
        return False
    tail = run[-1].key[-_BRACKET_REACH:] if len(run) == 1 else "".join(part.key for part in run[-4:])[-_BRACKET_REACH * 2 :]
    return any(_closes(pair, tail, line.key) for pair in ("()", "“”", "《》"))


def _closes(pair: str, tail: str, key: str) -> bool:
    opener, closer = pair[0], pair[1]
    close = key.find(closer, 0, _BRACKET_REACH)
    if close < 0 or opener in key[:close]:
        return False
    opened = tail.rfind(opener)
    return opened > tail.rfind(closer) and "。" not in tail[opened:] and "。" not in key[:close]
