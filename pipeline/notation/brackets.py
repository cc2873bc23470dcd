"""Brackets around headings (栏目, 标题): 【要闻】 〔县乡动态〕 [简讯] 「言論」; and what a title holds in brackets at its end: 实施方案(试行)."""

from pipeline.notation.pattern import Pattern

HEADING_BRACKETS = {"【": "】", "〔": "〕", "[": "]", "「": "」", "『": "』", "〖": "〗"}
"""Opening → closing; () explain the word before them, and 《》 are part of a name."""
_LAST = Pattern(r"\([^()]*\)[。 ]*$", needs="(")


def without_last_bracket(key: str) -> str:
    """A folded line without the brackets () that it ends in."""
    return _LAST.sub("", key)
