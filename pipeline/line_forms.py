"""What one printed line looks like to the next: whether a sentence ends in it, whether it is running text, whether it opens with a sign."""

from pipeline.lexicon import ending
from pipeline.model.layout import Line
from pipeline.notation.names import is_person, is_unit
from pipeline.notation.ordinals import is_sign

STOPS = "。!?;:…."
COMMAS = ",、"
CLOSERS = "”’』」)]〕】》"
_PROSE_COLUMNS = 56
"""A line this long with a comma inside is running text: no title of the gold is as long and has one."""
_LONGEST_NAMES = 24
"""Characters of the names that follow a full stop without brackets."""
_BRIEF_COLUMNS = 32
"""A line that opens with a bullet and has a comma is running text from this length on."""


def has_stop(line: Line) -> bool:
    """Whether a sentence or clause ends inside the line."""
    return any(stop in line.key for stop in "。,;!?")


def has_comma(line: Line) -> bool:
    """Whether the line has a comma or full stop inside."""
    return "," in line.key or "。" in line.key


def ends_sentence(line: Line) -> bool:
    """Whether a sentence ends at the end of the line, or an attribution after one."""
    key = line.key
    bare = key.rstrip(CLOSERS + " ")
    if not bare or bare[-1] in STOPS or key[-1] in "]】〕":
        return True
    return _closes_with_names(key) if key[-1] == ")" else _trails_names(key)


def _trails_names(key: str) -> bool:
    """Whether nothing but names stands behind the last full stop and a blank."""
    at = key.rfind("。") + 1
    if not 0 < at < len(key) or key[at] != " " or len(key) - at > _LONGEST_NAMES:
        return False
    names = key[at:].replace("、", " ").split()
    return all(map(_may_sign, names)) or (len(names) > 1 and is_person(names[-1]))


def _closes_with_names(key: str) -> bool:
    """Whether the bracket at the end may name who sent a text in, rather than explain the word before it: 常委(扩大)."""
    at = key.rfind("(")
    if at <= 0 or key[at - 1] in STOPS + CLOSERS:
        return True
    return all(map(_may_sign, key[at + 1 : -1].replace("、", " ").replace(",", " ").split()))


def _may_sign(name: str) -> bool:
    return is_unit(name) or is_person(name) or ending(name, "credit_roles") != ""


def is_prose(line: Line, *, turned: bool) -> bool:
    """Whether the line is running text by its length and marks alone; `turned` says that a page ends below it."""
    width = line.right - line.indent
    brief = opens_with_bullet(line.key)
    return (width >= (_BRIEF_COLUMNS if brief and turned else _PROSE_COLUMNS) and ("," in line.key or "。" in line.key)) or (
        width >= _PROSE_COLUMNS and not brief and "、" in line.key
    )


def opens_with_bullet(key: str) -> bool:
    """Whether the (folded) line opens with a printer's sign; ○, folded to 〇, is one where no numeral follows."""
    return is_sign(key[0]) or (key[0] == "〇" and key[1:2] not in "〇一二三四五六七八九年")
