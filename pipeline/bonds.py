"""What binds a line to the one above whatever the margins say: an open bracket, a list of recipients or of 主送机关, a cut e-mail address."""

from pipeline.lexicon import words
from pipeline.line_forms import COMMAS, STOPS
from pipeline.lines import columns
from pipeline.margins import RAGGED, Margins
from pipeline.model.layout import Line
from pipeline.notation import labels
from pipeline.notation.pattern import Pattern

_CLOSERS = ",、。;:!?)”》】〕"
"""Marks before which only a printer breaks a line."""
_NAME_ENDS = Pattern(r"[,、;。]")
_RECIPIENTS = "各省市县區区乡镇街本驻有全党"
"""Characters with which the names of recipients begin; what begins otherwise, below a line that breaks off, is the rest of a name."""
_ADDRESS_BEGUN = Pattern(r"(?:[Mm]ail|MAIL|[邮郵信]箱)[ ]*:[ ]*(?P<begun>[A-Za-z0-9._%+@-]{1,64})$")
_SEVERAL = 2
_BRACKET_REACH = 160
"""Characters within which an open bracket may be closed on the next line; a list of thirty units takes twice that in lines."""


def is_bound(run: list[Line], line: Line, margins: Margins) -> bool:
    """Whether `line` belongs to the block that `run` has begun."""
    if _begins_no_line(line.key) or _closes_bracket(run, line) or _hangs(run, line, margins) or _addresses(run, line):
        return True
    return line.key[0].isascii() and cuts_address(run[-1].key, line.key)


def _begins_no_line(key: str) -> bool:
    """Whether a printer has broken the line before a mark; Markdown's pictures begin with one."""
    return key[0] in _CLOSERS and not key.startswith("![")


def cuts_address(before: str, after: str) -> bool:
    """Whether an e-mail address that a label announces at the end of `before` is whole only with the head of `after`."""
    found = _ADDRESS_BEGUN.search(before)
    if not found or labels.EMAIL.search(found["begun"]):
        return False
    whole = labels.EMAIL.match(found["begun"] + after)
    return whole is not None and whole.end() > len(found["begun"])


def _hangs(run: list[Line], line: Line, margins: Margins) -> bool:
    """Whether the line is set under the text after a colon and goes on with it, as the recipients of 抄送： do."""
    head, colon, _ = run[0].key[:8].partition(":")
    last = run[-1]
    if not colon or line.gap or _parts_with_blanks(last.key) or line.page != last.page or last.key[-1] in STOPS or ":" in line.key[:8]:
        return False
    hanging = abs(line.indent - run[0].indent - columns(head) - 2) <= 2
    full = margins.right > 0 and last.right >= margins.right - RAGGED
    return hanging and (last.key[-1] in COMMAS or full or _breaks_name(run, line, margins))


def _parts_with_blanks(key: str) -> bool:
    """Whether blanks alone part the names on a line: joined with the next, the last of them would run into its first."""
    return key.count(" ") >= _SEVERAL and not any(comma in key for comma in COMMAS)


def _breaks_name(run: list[Line], line: Line, margins: Margins) -> bool:
    """Whether a list whose names are set apart by commas breaks off inside a name, at the right edge of a foot narrower than the text."""
    if line.key.rstrip("。 ") in words("unit_suffixes"):
        return True  # no recipient is just 工会
    names = [name.strip() for part in run for name in _NAME_ENDS.split(part.key[part.key.find(":", 0, 8) + 1 :]) if name.strip()]
    if len(names) < len(run) + 1:
        return False  # each name has a line of its own
    widest = max(part.right for part in (*run, line))
    edge = max(widest, margins.rule) if margins.rule or len(run) > 1 else margins.right
    opens = line.key[0] in _RECIPIENTS or line.key[0] in {name[0] for name in names}
    return run[-1].right >= edge - (RAGGED if opens else 2 * RAGGED)


def _addresses(run: list[Line], line: Line) -> bool:
    """Whether a list of 主送机关 goes on, up to its colon."""
    last = run[-1]
    commas = last.key.count(",") + last.key.count("、")
    return (
        line.key[-1] == ":" and len(line.key) <= 40 and line.gap == 0 and line.indent == last.indent and line.page == last.page
        and commas >= 2 and last.key[-1] not in STOPS and "。" not in last.key and len(run) <= 2
    )


def _closes_bracket(run: list[Line], line: Line) -> bool:
    """Whether `line` closes a bracket or quotation that the block has left open near its end."""
    pairs = [pair for pair in ("()", "“”", "《》") if pair[1] in line.key]
    if line.gap > 2 or not pairs:
        return False
    tail = run[-1].key[-_BRACKET_REACH:] if len(run) == 1 else "".join(part.key for part in run[-4:])[-_BRACKET_REACH * 2 :]
    return any(_closes(pair, tail, line.key) for pair in pairs)


def _closes(pair: str, tail: str, key: str) -> bool:
    opener, closer = pair[0], pair[1]
    close = key.find(closer, 0, _BRACKET_REACH)
    if close < 0 or opener in key[:close]:
        return False
    opened = tail.rfind(opener)
    return opened > tail.rfind(closer) and "。" not in tail[opened:] and "。" not in key[:close]
