"""Brackets around headings (栏目, 标题): 【要闻】 〔县乡动态〕 [简讯] 「言論」; and what a title holds in brackets at its end: 实施方案(试行)."""

from pipeline.notation.ordinals import is_sign
from pipeline.notation.pattern import Pattern

HEADING_BRACKETS = {"【": "】", "〔": "〕", "[": "]", "「": "」", "『": "』", "〖": "〗"}
"""Opening → closing; () explain the word before them, and 《》 are part of a name."""
_DRAWN = frozenset("*=~-—―_+#|·〓")
"""What a heading is set between beside printers' signs and drawn lines."""
_LAST = Pattern(r"\([^()]*\)[。 ]*$", needs="(")


def without_last_bracket(key: str) -> str:
    """A folded line without the brackets () that it ends in."""
    return _LAST.sub("", key)


def frame(key: str) -> tuple[int, int]:
    """Characters before and behind the words of a heading between the same signs, 〓〓 要闻 〓〓, or printers' signs, ◤要闻◢; (0, 0) for others."""
    if len(key) < 3 or not (_is_drawn(key[0]) and _is_drawn(key[-1])):
        return 0, 0
    left = next((at for at, character in enumerate(key) if not _is_drawn(character)), 0)
    right = next((at for at, character in enumerate(reversed(key)) if not _is_drawn(character)), 0)
    before, behind = {*key[:left]} - {" "}, {*key[len(key) - right :]} - {" "}
    around = before == behind or all(map(is_sign, before | behind))
    return (left, right) if around and before.isdisjoint(key[left : len(key) - right]) else (0, 0)


def _is_drawn(character: str) -> bool:
    return character in _DRAWN or character == " " or "\u2500" <= character <= "\u257f" or is_sign(character)
