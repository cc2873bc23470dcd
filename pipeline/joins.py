"""Whether a line goes on with the one above: the break between them was the margin's, a page's or a blank line's, not the author's."""

from pipeline.bonds import is_bound
from pipeline.line_forms import COMMAS, ends_sentence, has_comma, has_stop, is_prose, opens_with_bullet
from pipeline.lines import columns
from pipeline.margins import Margins
from pipeline.model.layout import Line
from pipeline.notation import labels
from pipeline.notation.brackets import HEADING_BRACKETS
from pipeline.notation.dates import find_date
from pipeline.notation.document_numbers import find_document_number
from pipeline.notation.frame import opens_with_frame_label
from pipeline.notation.ordinals import parse_marker
from pipeline.notation.pattern import Pattern

_FULL_COLUMNS = 44
"""In a text with broken lines, a full line this long with a comma inside is running text."""
_WIDE_GAP = "   "
"""Blanks inside a line that set two things at its ends; such a line is no running text."""
_LEADER = Pattern(r"[.…·⋯]{2,}[ ]*[(第]?[ ]?\d{0,3}[ ]?[)页頁]?$|[ ](?:第[ ]?\d{1,3}[ ]?[页頁版]|[Pp]\d{1,3}|\(\d{1,3}\))$|[^;,、。: ]\(\d{1,3}\)$")
"""The end of a contents line."""
_NEWS = Pattern(r"(?:[\d〇一二三四五六七八九十]{1,3}月)?[\d一二三四五六七八九十]{1,3}日[^,。]{0,6},|(?:近日|日前|连日来),")
"""How the text below a headline opens."""
_UNBROKEN = Pattern(r"[(“《〈【〔「]*(?:[A-Za-z0-9.,%:/~-]+|.)[%°℃]?[,。;:!?、)”》〉】〕」]*")
"""What a printer keeps on one line: a number or Latin word, a sign with what it opens, a mark with what it closes."""
_LOOSE = 2
"""Columns of the margin that a full line may leave empty beside what no longer fitted on it."""
_ORDINALS = "一二三四五六七八九十"
_SOURCE = 24
"""Characters of a line that says where a text comes from, when, or under what number."""
_OTHER_SIZE = 1.15
"""Ratio of type sizes from which two lines are set in different sizes; headings are set in 1.2 times the body type and more."""
_OFF_CENTRE = 4
"""Columns by which the middles of two centred lines may differ, twice taken."""


def continues(run: list[Line], line: Line, margins: Margins) -> bool:
    """Whether `line` goes on with the block that `run` has begun."""
    last = run[-1]
    if line.rule_above or line.markup or last.markup or _is_fact(line.key) or _states_all(run):
        return False
    if is_bound(run, line, margins):
        return True
    if (_opens_anew(line) and not _cuts_text(last, line, margins)) or (_is_headline(run, margins) and _NEWS.match(line.key)):
        return False
    if line.size != last.size or line.size > _OTHER_SIZE:
        sized = _continues_sized(last, line, margins)
        if sized is not None:
            return sized
    return _continues_text(run, line, margins)


def _is_fact(key: str) -> bool:
    """Whether a whole date or a 文号 is all that the line holds."""
    if len(key) > _SOURCE or key[-1] not in "日)号號":
        return False
    found = find_date(key) if key[-1] == "日" else find_document_number(key)
    return found is not None and found.start <= (key[0] == "(") and found.end >= len(key) - (key[-1] == ")")


def _states_all(run: list[Line]) -> bool:
    """Whether the block has said what it has to say: the stamp of a page, 来源：某某报 above a text, 附件：表彰名单; with its mark."""
    key = run[-1].key
    if labels.PUBLISHED.search(key) or (key[-1] == ";" and labels.ANNEX_NOTE.match(run[0].key)):
        return True
    return len(key) <= _SOURCE and key[-1] not in COMMAS and labels.EDITED_BY.match(key) is not None


def repeats(last: Line, line: Line, listed: frozenset[str]) -> bool:
    """Whether, below a sentence that ends, a line stands that is `listed` elsewhere: a title."""
    return line.key in listed and ends_sentence(last)


def without_leader(key: str) -> str:
    """The line without the leader and page number of a contents row."""
    found = _LEADER.search(key)
    return key[: found.start()].rstrip() if found else key


def _continues_sized(last: Line, line: Line, margins: Margins) -> bool | None:
    """What the type sizes say: another size begins anew, a large one goes on where its line was full; None where they say nothing."""
    if max(last.size, line.size) > _OTHER_SIZE * min(last.size, line.size):
        return False
    return True if line.size > _OTHER_SIZE and not line.gap and _is_broken(last, line, margins) else None


def _continues_text(run: list[Line], line: Line, margins: Margins) -> bool:
    last = run[-1]
    if _WIDE_GAP in last.key:
        return False
    if _shares_centre(last, line, margins):
        return last.key[-1] in COMMAS
    turned = line.page != last.page
    if margins.wrapped and (turned or not line.gap):
        return _continues_wrapped(run, line, margins)
    if turned or line.gap:
        return _is_cut(last, line, margins) or (turned and last.key[-1] in COMMAS)
    return _goes_on_unwrapped(last, line, margins)


def _opens_anew(line: Line) -> bool:
    """Whether the line begins with a sign, a bracket or a label, as headings, briefs and lines of the foot do."""
    sign = opens_with_bullet(line.key) or line.key[0] in HEADING_BRACKETS or labels.ANNEX.match(line.key) is not None
    labelled = labels.RELATION.match(line.key) or labels.METADATA.match(line.key)
    return sign or labelled is not None or opens_with_frame_label(line.key)


def _is_headline(run: list[Line], margins: Margins) -> bool:
    """Whether the block is one line apart at the margin, where paragraphs are indented: a headline, though it may fill its line."""
    first = run[0]
    return len(run) == 1 and first.gap > 0 and first.indent <= margins.left + 1 < margins.paragraph and not has_stop(first)


def _cuts_text(last: Line, line: Line, margins: Margins) -> bool:
    """Whether, where paragraphs are indented, the margin cuts running text, before what would else open a line of its own."""
    at_margin = line.indent <= margins.left + 1 < margins.paragraph and not line.gap and line.size == last.size
    full = margins.exact and margins.is_full(last) and _stands_as_text(last, margins)
    return at_margin and full and has_stop(last) and not ends_sentence(last)


def _goes_on_unwrapped(last: Line, line: Line, margins: Margins) -> bool:
    """In a text whose paragraphs are single lines: after a comma, or after running text that breaks off."""
    if parse_marker(line.key) or line.key[1:2] == ":":
        return False
    breaks_off = is_prose(last, turned=False) and not ends_sentence(last)
    return last.key[-1] in COMMAS or (breaks_off and line.indent <= margins.left + 1)


def _continues_wrapped(run: list[Line], line: Line, margins: Margins) -> bool:
    last = run[-1]
    if _LEADER.search(last.key):
        return False
    if line.indent > margins.left + 1:
        return last.key[-1] in COMMAS and line.indent > run[0].indent and not margins.exact
    if last.key[-1] in COMMAS:
        return not margins.exact or _is_broken(last, line, margins)
    if len(run) == 1 and last.indent > margins.paragraph + 1:
        return False  # a centred line ends where it ends
    return _continues_indented(run, line, margins) if margins.paragraph > margins.left else _continues_flush(run, line, margins)


def _continues_indented(run: list[Line], line: Line, margins: Margins) -> bool:
    """Where paragraphs are indented, a line at the margin goes on, unless it is a heading or title set there."""
    last = run[-1]
    broken = _is_broken(last, line, margins)
    if not ends_sentence(last):
        return broken or _is_inside(run, line, margins) or (margins.ragged and margins.is_long(last) and not parse_marker(line.key))
    may = (broken and _had_no_room(last, line, margins)) or (margins.ragged and margins.is_long(last))
    return may and not _counts_on(run, line) and (line.page != last.page or has_stop(line) or margins.is_full(line))


def _is_inside(run: list[Line], line: Line, margins: Margins) -> bool:
    """Whether a paragraph has begun above, with more than one line or with one that a typist broke by the count of characters."""
    last = run[-1]
    if len(run) > 1 and last.indent <= margins.left + 1:
        return has_stop(last)
    return has_comma(last) and has_stop(line) and margins.is_long(last)


def _continues_flush(run: list[Line], line: Line, margins: Margins) -> bool:
    """Where they are not, a full line goes on; where blank lines part them, any long line does but a title with a sign."""
    last = run[-1]
    if "。" in last.key and not ends_sentence(last) and margins.is_long(last):
        return True
    if margins.spaced and not line.gap:
        heading = len(run) == 1 and (opens_with_bullet(last.key) or parse_marker(last.key)) and not has_stop(last)
        return margins.is_long(last) and not heading
    return _is_broken(last, line, margins) and (not ends_sentence(last) or (last.key[-1] == ";" and not parse_marker(line.key)))


def _shares_centre(last: Line, line: Line, margins: Margins) -> bool:
    """Whether both lines are set around one middle, one right under the other, as the lines of a title are."""
    inset = min(last.indent, line.indent) > max(margins.paragraph, margins.left) + 2
    return inset and not line.gap and abs(last.indent + last.right - line.indent - line.right) <= _OFF_CENTRE


def _is_broken(last: Line, line: Line, margins: Margins) -> bool:
    """Whether the break between two lines is the margin's: the first is full, or what begins the second had no room on it."""
    if not margins.right or margins.is_full(last) or not margins.is_long(last):
        return margins.is_full(last)
    word = _UNBROKEN.match(line.key)
    return word is not None and last.right + columns(word[0]) > margins.right


def _had_no_room(last: Line, line: Line, margins: Margins) -> bool:
    """Whether what begins the line would not have fit on the one above, as far as paper tells."""
    word = _UNBROKEN.match(line.key)
    return not margins.exact or word is None or last.right + columns(word[0]) > margins.right - _LOOSE


def _counts_on(run: list[Line], line: Line) -> bool:
    """Whether the line opens the next of paragraphs that are counted: the ordinal before its own stands above them, or opens one just as this."""
    marker = parse_marker(line.key)
    if marker is None or marker.kind not in ("han", "digit") or not 2 <= marker.ordinal <= len(_ORDINALS):
        return False
    numeral = _ORDINALS[marker.ordinal - 2] if marker.kind == "han" else str(marker.ordinal - 1)
    before = numeral + line.key[len(marker.text)]
    inside = any(before in part.key[number == 0 :] for number, part in enumerate(run))
    return not inside and (not run[0].key.startswith(before) or abs(run[0].indent - line.indent) <= 1)


def _is_cut(last: Line, line: Line, margins: Margins) -> bool:
    """Whether a page end or a blank line cuts a sentence in two."""
    if ends_sentence(last) or line.indent > margins.left + 1 or parse_marker(line.key):
        return False
    turned = line.page != last.page
    if margins.paragraph > margins.left and margins.is_full(last) and _stands_as_text(last, margins):
        return line.key[-1] != ":"  # the addressees begin, below a title
    if margins.wrapped:
        return margins.is_full(last) and (is_prose(last, turned=turned) or (has_comma(last) and last.right - last.indent >= _FULL_COLUMNS))
    return is_prose(last, turned=turned)


def _stands_as_text(line: Line, margins: Margins) -> bool:
    """Whether the line begins at the margin or where paragraphs do; a centred one begins elsewhere."""
    return line.indent <= margins.left + 1 or abs(line.indent - margins.paragraph) <= 1
