"""Fields of a record, as databases of newspapers print their articles: 【标题】, 【作者】, 【正文】 before or above what they hold."""

from typing import Literal

from pipeline.notation import labels

Field = Literal["field_title", "field_credit", "field_text", "field_mark"]
"""Clue of a block: a title, who wrote it, running text behind its label, or a label without a value and facts of no field of ours."""

_TITLES = ("标题", "题目", "题名", "篇名")
_CREDITS = ("作者", "记者", "通讯员", "供稿", "来源", "单位")
_TEXTS = ("正文", "内容", "全文")


def read_fields(keys: list[str]) -> dict[int, Field]:
    """Block → what it holds, in a source with a label for titles and one for texts; elsewhere such words in brackets are headings."""
    found = {index: label for index, key in enumerate(keys) if (label := labels.FIELD.match(key))}
    names = {label["name"] for label in found.values()}
    if names.isdisjoint(_TITLES) or names.isdisjoint(_TEXTS):
        return {}
    return {index: _field(label["name"], has_value=label.end() < len(keys[index])) for index, label in found.items()}


def _field(name: str, *, has_value: bool) -> Field:
    if not has_value:
        return "field_mark"
    if name in _TITLES:
        return "field_title"
    return "field_credit" if name in _CREDITS else "field_text" if name in _TEXTS else "field_mark"
