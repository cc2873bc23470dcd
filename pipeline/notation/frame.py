"""Labels before a colon, as the foot of a bulletin has them.

责任编辑：黄立 E-mail: ghxx@example.cn 电话：87654321;  电 话：…;  投稿邮箱：…;  主编：严守中　　编辑：宁静　谈笑
"""

from pipeline.lexicon import ending
from pipeline.model.record import NamedTuple
from pipeline.notation.pattern import Pattern

_LONGEST = 16
"""Characters back from the colon within which a label begins."""
_LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz."
_SHORT = 6
"""Characters of a label that stands in a row of them."""
_SIGNS = Pattern("[:|]", needs=":|")
_WIDEST = 4
"""Blanks between two characters that are one label: 总　　编:."""
_BREAKS = ",;。()|\t:、<>《》“”"


class Label(NamedTuple):
    """A label and where it stands: `start` of its words, `end` after its colon."""

    text: str
    """Without blanks."""
    start: int
    end: int


def find_labels(key: str) -> list[Label]:
    """Every label of a folded line, in order, before a colon or, of the foot, before a bar: 编辑|路遥."""
    found = [_label(key, sign.start()) for sign in _SIGNS.finditer(key) if sign.start()]
    words = [label for label in found if 2 <= len(label.text) <= 10 and not label.text.isdigit()]
    return [label for label in words if key[label.end - 1] == ":" or is_frame_label(label.text)]


def _label(key: str, sign: int) -> Label:
    end = _without_translation(key, sign)
    start = _label_start(key, end)
    return Label(key[start:end].replace(" ", ""), start, sign + 1)


def _without_translation(key: str, colon: int) -> int:
    """Where the Chinese words of a label end: 编辑 Editor:."""
    if key[colon - 1] not in _LATIN:
        return colon
    han = key[:colon].rstrip(_LATIN)
    return len(han.rstrip()) if len(han) > len(han.rstrip()) else colon


def _label_start(key: str, colon: int) -> int:
    """Back to a wide gap or a mark; past a single blank only where the label is letter-spaced (电 话)."""
    end = colon
    while end and key[end - 1] == " ":
        end -= 1
    start = end
    while start and end - start < _LONGEST and key[start - 1] not in _BREAKS:
        if key[start - 1] == " " and not (start >= 2 and key[start - 2] != " " and _is_spaced(key, start, end)):
            break
        start -= 1
    start += start < end and key[start] == " "
    return _first_of_two(key, start) if start == end - 1 else start


def _first_of_two(key: str, start: int) -> int:
    """Where the label begins whose second character stands at `start`, far from the first, which stands alone."""
    at = len(key[:start].rstrip(" "))
    alone = at > 0 and (at == 1 or key[at - 2] == " ") and key[at - 1] not in _BREAKS
    return at - 1 if alone and start - at <= _WIDEST else start


def _is_spaced(key: str, start: int, end: int) -> bool:
    """Whether the blank before `start` stands between two single characters."""
    alone_after = start + 1 >= end or key[start + 1] == " "
    alone_before = start < 3 or key[start - 3] in " " + _BREAKS
    return alone_after and alone_before


def is_editor_role(label: str) -> bool:
    """Whether a label names a role of an editor: 责任编辑, 校对."""
    return ending(label, "editor_roles") != ""


def is_frame_label(label: str) -> bool:
    """Whether a label belongs to the foot of a bulletin: a role, 联系电话, 印数."""
    return is_editor_role(label) or ending(label, "frame_labels") != ""


def has_frame_label(key: str) -> bool:
    """Whether any label of the line belongs to the foot of a bulletin."""
    return (":" in key or "|" in key) and any(is_frame_label(label.text) for label in find_labels(key))


def opens_with_frame_label(key: str) -> bool:
    """Whether the line begins with such a label, or with a short one that such a label follows after a gap: 摘编：佟欣　　核稿：黎阳."""
    colon = key.find(":", 0, _LONGEST)
    if colon <= 0:
        return False
    if is_frame_label(key[:colon].replace(" ", "").lstrip("*_-")):
        return True
    gap = key.find("  ", colon)
    return gap > 0 and colon <= _SHORT and opens_with_frame_label(key[gap:].lstrip())
