"""The name of a bulletin that is printed over several lines of its head.

江岭省 / 人民政府公报;  白沙县 / 农村工作 / 简　报;  某市人民政府 / 公　报;  青年 / 之声;  石 / 桥 / 职 / 工
"""

from pipeline.lexicon import ending
from pipeline.notation import labels
from pipeline.notation.han import all_han, is_han
from pipeline.notation.names import is_unit
from pipeline.notation.pattern import Pattern
from pipeline.segment.spans import Piece

_PLACE = Pattern(r"[\u4e00-\u9fff]{1,6}(?:[省市县縣区區州盟旗镇鎮乡鄉]|自治[区區])$", last="省市县縣区區州盟旗镇鎮乡鄉")
"""A place issues nothing: alone above a name it is its first word."""
_GAZETTE = ("公报", "公報")
"""What a unit's name needs in front."""
_LAST_WORD = 2
"""Characters of 简报, 通讯: alone below a letter-spaced line they end the name that it begins."""
_HALF = 4
"""Characters of each half of a name that stands over two lines at the top of the page: 青年 / 之声."""
_ALIKE = 2
"""Columns by which the places of two lines that are set alike may differ."""
_SPACED = Pattern(r"^(?:[^\s](?:\s+|$)){2,}$")
_UPRIGHT = 3
"""Characters of a name that is set upright, one on each line, at least."""


def name_lines(title: Piece, rest: list[Piece]) -> tuple[Piece, ...]:
    """The lines of the name, top to bottom; `title` is the one that looks like it among the pieces of the head."""
    if upright := _upright(rest):
        return upright
    lines = [title]
    at = rest.index(title)
    below = rest[at + 1] if at + 1 < len(rest) else None
    if below and _is_last_word(below) and _are_lines(title, below) and not _is_apart(below) and is_set_alike(title, below):
        lines.append(below)
    while at and _continues(rest[at - 1], lines, at):
        at -= 1
        lines.insert(0, rest[at])
    return tuple(lines)


def is_set_alike(first: Piece, second: Piece) -> bool:
    """Whether two lines begin at one column or are set around one middle."""
    return first.block.indent == second.block.indent or abs(_middle(first) - _middle(second)) <= 2 * _ALIKE


def is_line(piece: Piece) -> bool:
    """Whether it is all that stands on its line."""
    return len(piece.key) == len(piece.block.key)


def _upright(rest: list[Piece]) -> tuple[Piece, ...]:
    """A name with one character on each line."""
    run: list[Piece] = []
    for piece in rest:
        if len(piece.key) == 1 and is_line(piece) and is_han(piece.key):
            run.append(piece)
        elif len(run) >= _UPRIGHT:
            break
        else:
            run = []
    return tuple(run) if len(run) >= _UPRIGHT else ()


def _continues(above: Piece, lines: list[Piece], at: int) -> bool:
    """Whether the name begins on the line above."""
    title, name = lines[0], _squeezed(above)
    if not is_line(above) or title.start or title.block.rule_above or labels.CLASSIFICATION.match(above.key):
        return False
    if _PLACE.match(name) or _squeezed(title) in _GAZETTE:
        return _PLACE.match(name) is not None or is_unit(name)
    if len(lines) > 1 or _is_apart(title) or is_unit(name):
        return False
    if len(_squeezed(title)) <= _LAST_WORD and _SPACED.match(above.key):
        return True
    return at == 1 and is_set_alike(above, title) and all_han(name) and _are_halves(name, _squeezed(title))


def _are_halves(above: str, title: str) -> bool:
    """Whether the words are those of one name at the top of the page, the first of no more than the second."""
    if ending(above, "bulletin_names") or not ending(title, "bulletin_names") or len(above) > max(len(title), _LAST_WORD):
        return False
    return len(title) > _LAST_WORD or len(above) <= _HALF


def _is_last_word(piece: Piece) -> bool:
    """Whether nothing but 简报 or the like stands on the line."""
    word = _squeezed(piece)
    return len(word) == _LAST_WORD and ending(word, "strong_bulletin_names") == word


def _are_lines(*pieces: Piece) -> bool:
    return all(map(is_line, pieces))


def _is_apart(piece: Piece) -> bool:
    return bool(piece.block.gap or piece.block.rule_above)


def _squeezed(piece: Piece) -> str:
    return piece.key.replace(" ", "")


def _middle(piece: Piece) -> int:
    """Twice the column of the middle of its line."""
    return piece.block.indent + piece.block.right
