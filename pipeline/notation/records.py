"""Heads of records, as databases of newspapers export their articles, several to a file.

标题：柳河镇春耕备耕早谋划 / 作者：本报记者 秦朗 / 日期：1987-03-12 / 第2版(经济) / 专栏：;  第1版(要闻) / 专栏： / the title;
【青湖日报】【1996.05.18】【第1版】;  《青湖日报》 1996年5月18日 第1版;  【题    名】沙河镇治沙十年 … 【版    次】第2版;
1.标题：… 版次：A03 正文：;  labels with their values below them;  1950.03.04 第1版 the title
"""

from collections.abc import Sequence
from typing import Literal

from pipeline.model.record import NamedTuple
from pipeline.notation.dates import find_date
from pipeline.notation.labels import has_issue_number
from pipeline.notation.pattern import Pattern

FieldKind = Literal["title", "subtitle", "credit", "text", "paper", "source", "date", "page", "fact"]

KINDS: dict[FieldKind, str] = {
    "title": "标题 题目 题名 篇名 文题 主标题 正标题 文章标题 標題 題名",
    "subtitle": "副题 副标题 引题 肩题 副標題",
    "credit": "作者 记者 通讯员 供稿 撰稿 撰文 责任者 記者",
    "text": "正文 内容 全文 內容",
    "paper": "报纸名称 报纸 报名 报刊名称 刊名 報名",
    "source": "来源 媒体 出处 來源",
    "date": "日期 时间 刊期 发表日期 出版日期 见报日期 报纸日期 发表时间 出版时间",
    "page": "版次 版面 版号 版名 版别 版序 版號",
    "fact": "栏目 专栏 专题 编号 序号 字数 关键词 主题词 分类 分类号 体裁 类别 地区 图片 备注 专刊 欄目 專欄",
}
"""Labels by what they announce."""
_NAMES: dict[str, FieldKind] = {name: kind for kind, names in KINDS.items() for name in names.split()}
_BELOW: frozenset[FieldKind] = frozenset(("title", "credit", "date", "page", "paper", "source"))
"""Fields whose values may stand on the line below."""
_WORD = r"[\u4e00-\u9fff][\u4e00-\u9fff ]{0,9}[\u4e00-\u9fff]"
_OPENING = r"[【\[〔]"
_LABEL = Pattern(
    rf"(?:(?:\d{{1,4}}[.、]|[\[(]\d{{1,4}}[\])])[ ]*)?(?:{_OPENING}(?P<framed>{_WORD})[】\]〕][ ]*:?|(?P<bare>{_WORD})[ ]*:)[ ]*", needs="】]〕:"
)
_FURTHER = Pattern(rf"(?={_OPENING})(?:{_OPENING}(?P<framed>{_WORD})[】\]〕])|(?<= )(?P<bare>[\u4e00-\u9fff]{{2,4}}):", needs="】]〕:")
_P = r"第[ ]?[A-Z]?\d{1,3}[ ]?版"
_PAGE = Pattern(rf"\(?{_P}(?:[(:][^()。,]{{0,12}}\)?|\(\))?\)?$", first="(第", needs="版", numerals=True)
_PAGED = Pattern(rf"{_P}(?:\([^()]{{0,12}}\))?(?=[ 】\]〕]|$)|[A-Z]\d{{1,2}}[ ]?版?(?=[】\]〕]|$)", needs="版】]〕", numerals=True)
_BARE_DATE = Pattern(rf"\d{{4}}[-.年/]\d{{1,2}}[-.月/]\d{{1,2}}日?[ ,]+{_P}(?:\([^()]{{0,12}}\))?", needs="版", numerals=True)
_REACH = 18
"""Characters in which a label ends."""
_LONGEST = 60
"""Characters of a title, or of a line that names paper, day and page."""
_LONGEST_NAME = 14
_NO_TITLE = "。;,、:…!"
_ABOVE = 3
"""Lines above the first record at most: the name of the file, what was searched for."""
_SEVERAL, _MOST = 2, 30
"""Fields of a head, at least and at most."""


class RecordField(NamedTuple):
    """What a line of a record's head holds."""

    kind: FieldKind
    length: int = 0
    """Characters of the label before the value, 0 where there is none."""


class Records(NamedTuple):
    """The heads of records among the lines of a source."""

    fields: dict[int, RecordField]
    """By line."""
    starts: tuple[int, ...]
    """The first line of each head."""


NONE = Records({}, ())


def read_records(keys: Sequence[str]) -> Records:
    """The heads of records among folded lines; in a source that begins with one, but for a line or two that name the file."""
    if not may_hold_records(keys):
        return NONE
    fields = _with_values({index: field for index, key in enumerate(keys) if (field := read_field(key))}, keys)
    heads = [head for run in _runs(fields) for head in _part(run, fields)]
    titled = sum(_has(head, fields, "title") for head in heads) > 1
    kept = [head for head in heads if _is_head(head, fields, repeated=titled)]
    if not kept or any(_is_of_issue(key) for key in keys[: kept[0][0]]) or kept[0][0] > _ABOVE:
        return NONE
    above = kept[0][0] == 1 and _is_titled_above(kept[0], fields, keys)
    titles = {head[0] - 1 for head in kept if _is_titled_above(head, fields, keys, always=above)}
    fields |= {index: RecordField("title") for index in titles}
    places = sorted(titles.union(*kept))
    return Records({index: fields[index] for index in places}, tuple(head[0] - (head[0] - 1 in titles) for head in kept))


def may_hold_records(keys: Sequence[str]) -> bool:
    """Whether one of the first lines belongs to the head of a record, as it must."""
    return any(read_field(key) or field_cuts(key) for key in keys[: _ABOVE + 1])


def read_field(key: str) -> RecordField | None:
    """What a (folded) line would hold in the head of a record."""
    if found := _LABEL.match(key[:_REACH]):
        kind = _NAMES.get((found["framed"] or found["bare"]).replace(" ", ""))
        if kind:
            return RecordField(kind, found.end())
    if _PAGE.match(key):
        return RecordField("page")
    return RecordField("paper") if _names_paper(key) else None


def names_no_paper(key: str) -> bool:
    """Whether what is on the line belongs to a record and is no newspaper's name: 第2版(经济), 专栏:, 日期:."""
    field = read_field(key)
    return field is not None and field.kind not in ("paper", "source")


def field_cuts(key: str) -> list[int]:
    """Where further fields of a head, or the title, begin on the line of the first."""
    if dated := _BARE_DATE.match(key):
        end = len(key) - len(key[dated.end() :].lstrip())
        return [end] if end < len(key) else []
    field = read_field(key) if len(key) <= 4 * _LONGEST else None
    further = _FURTHER.finditer(key, max(field.length, 1)) if field else ()
    return [found.start() for found in further if (found["framed"] or found["bare"]).replace(" ", "") in _NAMES]


def _is_of_issue(key: str) -> bool:
    """Whether the line belongs to a bulletin, or a text, that holds what looks like records further down."""
    return len(key) > _LONGEST or key[-1] == "。" or has_issue_number(key)


def _names_paper(key: str) -> bool:
    """【青湖日报】【1996.05.18】【第1版】, 《青湖日报》 1996年5月18日 第1版: a name of a few words, a day and a page."""
    if len(key) > _LONGEST or "版" not in key or key[-1] in "。,;:" or not (paged := _PAGED.search(key)) or not (date := find_date(key)):
        return False
    places = sorted((paged.span(), (date.start, date.end)))
    rest = key[: places[0][0]] + key[places[0][1] : places[1][0]] + key[places[1][1] :]
    name = "".join(filter(str.isalnum, rest))
    return len(name) <= _LONGEST_NAME and key[0] != "(" and places[1][1] >= len(key.rstrip(" )】]〕"))


def _with_values(fields: dict[int, RecordField], keys: Sequence[str]) -> dict[int, RecordField]:
    """The fields, and the lines that hold the values of labels right above."""
    values = {
        index + 1: RecordField(field.kind)
        for index, field in fields.items()
        if field.length and field.length == len(keys[index]) and field.kind in _BELOW and index + 1 < len(keys) and index + 1 not in fields
        and len(keys[index + 1]) <= _LONGEST and keys[index + 1][-1] != "。"
    }  # fmt: skip
    return dict(sorted({**fields, **values}.items())) if values else fields


def _runs(fields: dict[int, RecordField]) -> list[list[int]]:
    """Lines with fields one right below the other."""
    runs: list[list[int]] = []
    for index in fields:
        if runs and runs[-1][-1] == index - 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


def _part(run: list[int], fields: dict[int, RecordField]) -> list[list[int]]:
    """A run with two titles is two heads: the first record has no text, or one behind the label of its text."""
    heads: list[list[int]] = [[]]
    for index in run:
        again = fields[index].kind == "title" and fields[index].length and _has(heads[-1], fields, "title")
        if again or (heads[-1] and _has(heads[-1][-1:], fields, "text")):
            heads.append([])
        heads[-1].append(index)
    return heads


def _has(head: list[int], fields: dict[int, RecordField], *kinds: FieldKind) -> bool:
    return any(fields[index].kind in kinds for index in head)


def _is_head(head: list[int], fields: dict[int, RecordField], *, repeated: bool) -> bool:
    """Whether the fields are those of a newspaper's article: its page beside its title or column, or where `repeated` title and day."""
    if len(head) > _MOST:
        return False
    if any(fields[index] == RecordField("paper") for index in head):
        return True
    if len(head) < _SEVERAL:
        return False
    if _has(head, fields, "page"):
        return _has(head, fields, "title", "fact", "date")
    return repeated and _has(head, fields, "title") and _has(head, fields, "date")


def _is_titled_above(head: list[int], fields: dict[int, RecordField], keys: Sequence[str], *, always: bool = False) -> bool:
    """Whether a headline stands above paper, day and page, and none below them; that may be the author where titles `always` stand above."""
    above, below = head[0] - 1, head[-1] + 1
    if above < 0 or _has(head, fields, "title") or fields[head[0]] != RecordField("paper"):
        return False
    return _may_title(keys[above]) and (always or not (below < len(keys) and _may_title(keys[below])))


def _may_title(key: str) -> bool:
    return len(key) <= _LONGEST and key[-1] not in _NO_TITLE
