"""Fields of a record, as databases of newspapers print their articles: 【标题】, 【作者】, 【正文】 before or above what they hold.

In a site's list of articles the one field is the day, between a headline and its text.
"""

from collections.abc import Mapping

from pipeline.model.record import NamedTuple
from pipeline.notation import labels
from pipeline.zones.forms import is_headline

_TITLES = ("标题", "题目", "题名", "篇名")
_CREDITS = ("作者", "记者", "通讯员", "供稿", "来源", "单位")
_TEXTS = ("正文", "内容", "全文")
_FACTS = {"版次", "版面", "栏目", "专栏", "日期", "刊期"}


class Field(NamedTuple):
    """What a block holds of a record."""

    clue: str
    """A title, who wrote it, running text, or a label without a value and facts of no field of ours."""
    label_length: int
    """Characters of the label before the value, 0 where there is none."""


NO_FIELDS: Mapping[int, Field] = {}


def read_fields(keys: list[str]) -> dict[int, Field]:
    """Block → what it holds, in a source with a label for titles and one for texts; elsewhere such words in brackets are headings."""
    found = {index: label for index, key in enumerate(keys) if (label := labels.FIELD.match(key))}
    names = {label["name"] for label in found.values()}
    if names.isdisjoint(_TITLES) or names.isdisjoint(_TEXTS):
        return {}
    first = next(index for index, label in found.items() if label["name"] in _TITLES)
    facts = _FACTS | {label["name"] for index, label in found.items() if index < first}  # 【编号】
    return {index: _field(label["name"], label.end() if label.end() < len(keys[index]) else 0, facts) for index, label in found.items()}


def read_stamps(keys: list[str], dated: list[bool], prose: list[bool]) -> dict[int, Field]:
    """The days on which a site has published the articles of a list: more than one stands between a headline and running text."""
    text = [holds or key.endswith(("...", "…")) for key, holds in zip(keys, prose, strict=True)]
    found = [index for index in range(1, len(keys) - 1) if dated[index] and text[index + 1] and is_headline(keys[index - 1])]
    return dict.fromkeys(found, Field("stamp", 0)) if len(found) > 1 else {}


def _field(name: str, length: int, facts: set[str]) -> Field:
    for clue, known in (("field_title", _TITLES), ("field_credit", _CREDITS), ("field_text", _TEXTS)):
        if length and name in known:
            return Field(clue, length)
    return Field("field_mark" if name in facts or not length else "field_text", 0)  # 【建议】 is part of the text
