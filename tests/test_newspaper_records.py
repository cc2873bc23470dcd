"""Several articles of a newspaper's database in one file, each below the fields of its record."""

import pytest
from small_issue import HEAD, items_of

from pipeline import extract
from pipeline.model.document import Document
from pipeline.model.item import Item
from pipeline.notation.records import KINDS, RecordField, read_field, read_records

SPRING = "三月以来，柳河镇把春耕备耕作为头等大事来抓，已检修农机具三百二十台。"
LAMP = "老街的灯是一盏一盏亮起来的。先是茶馆，再是药铺，最后是巷子尽头的铁匠铺。"

LABELS = f"""标题：柳河镇春耕备耕早谋划
作者：本报记者 秦朗 通讯员 何苗
日期：1987-03-12
第2版(经济)
专栏：

　　{SPRING}
　　县委推广了他们的做法。

标题：老街的灯
作者：于小曼
日期：1988-03-14
第3版()
专栏：乡土

　　{LAMP}
"""
BELOW = f"标题：\n柳河镇春耕备耕早谋划\n作者：\n秦朗\n日期：\n1987-03-12\n版次：\n第2版\n正文：\n{SPRING}\n县委推广了他们的做法。\n\n标题：\n老街的灯\n作者：\n于小曼\n日期：\n1988-03-14\n版次：\n第3版\n正文：\n{LAMP}\n"
FORMS = {
    "labels": LABELS,
    "values below": BELOW,
    "framed": LABELS.replace("标题：", "【标　题】").replace("作者：", "【作　者】").replace("日期：", "【日期】").replace("专栏：", "【专栏】"),
    "numbered, with 正文": LABELS.replace("标题：柳", "1.标题：柳").replace("标题：老", "2、标题：老").replace("专栏：\n\n", "正文：\n").replace("专栏：乡土\n\n", "正文："),
    "the day and no page": LABELS.replace("第2版(经济)\n专栏：\n", "").replace("第3版()\n专栏：乡土\n", ""),
    "one line": f"青湖日报选编\n\n日期：1987-03-12　版次：第2版　作者：秦朗\n标题：柳河镇春耕备耕早谋划\n　　{SPRING}\n　　县委推广了他们的做法。\n\n日期：1988-03-14　版次：第3版　作者：于小曼\n标题：老街的灯\n　　{LAMP}\n",
    "framed on one line": f"【标题】柳河镇春耕备耕早谋划【作者】秦朗【日期】1987-03-12【版次】2\n{SPRING}\n县委推广了他们的做法。\n\n【标题】老街的灯【作者】于小曼【日期】1988-03-14【版次】3\n{LAMP}\n",
    "paper, day and page": f"【青湖日报】【1987.03.12】【第2版】\n\n柳河镇春耕备耕早谋划\n秦朗\n\n{SPRING}\n县委推广了他们的做法。\n\n【青湖日报】【1988.03.14】【第3版】\n\n老街的灯\n于小曼\n\n{LAMP}\n",
    "below the title": f"柳河镇春耕备耕早谋划\n《青湖日报》 1987年3月12日 第2版\n作者：秦朗\n　　{SPRING}\n　　县委推广了他们的做法。\n\n老街的灯\n《青湖日报》 1988年3月14日 第3版\n作者：于小曼\n　　{LAMP}\n",
    "author below what stands below the title": f"柳河镇春耕备耕早谋划\n1987.03.12 第2版\n{SPRING}\n县委推广了他们的做法。\n（秦朗）\n\n老街的灯\n1988.03.14 第3版\n于小曼\n{LAMP}\n",
    "numbers in brackets": f"检索结果\n共2条\n\n[1] 标题：柳河镇春耕备耕早谋划\n[日期] 1987年3月12日\n[版次] 第2版\n[作者] 秦朗\n[正文]\n{SPRING}\n县委推广了他们的做法。\n\n[2] 标题：老街的灯\n[日期] 1988年3月14日\n[版次] 第3版\n[作者] 于小曼\n[正文]\n{LAMP}\n",
    "texts behind labels, rules": f"日期：1987年3月12日\n版面：第2版\n标题：柳河镇春耕备耕早谋划\n作者：秦朗\n内容：{SPRING}\n县委推广了他们的做法。\n----------------\n日期：1988年3月14日\n版面：第3版\n标题：老街的灯\n作者：于小曼\n内容：{LAMP}\n----------------\n",
    "before the title": f"1987.03.12 第2版 柳河镇春耕备耕早谋划\n秦朗\n{SPRING}\n县委推广了他们的做法。\n\n1988.03.14 第3版 老街的灯\n于小曼\n{LAMP}\n",
}  # fmt: skip


def authors(item: Item) -> set[str | None]:
    return {row.person for row in item.attributions}


def titles(document: Document) -> list[str | None]:
    return [item.title for item in items_of(document)]


@pytest.mark.parametrize("source", FORMS.values(), ids=FORMS)
def test_each_article_is_an_item(source: str) -> None:
    document = extract(source.encode())
    first, second = items_of(document)
    assert len(document.sections) == 1
    assert (first.title, first.text) == ("柳河镇春耕备耕早谋划", f"{SPRING}\n县委推广了他们的做法。")
    assert (second.title, second.text) == ("老街的灯", LAMP)
    assert "秦朗" in authors(first)
    assert authors(second) == {"于小曼"}
    assert document.masthead.date == "1987-03-12"
    assert all(warning.code not in ("further_issue", "unassigned_text") for warning in document.warnings)


def test_without_titles_and_days_in_the_head() -> None:
    """第1版 and 专栏, as text exports of newspapers print them, with the title below and its second line."""
    source = f"第1版(要闻)\n专栏：\n\n    石桥县建成三座水库\n    ——水利建设见闻\n    秦　朗\n    {SPRING}\n\n第1版(要闻)\n专栏：\n\n    老街的灯\n    {LAMP}\n"
    first, second = items_of(extract(source.encode()))
    assert (first.title, first.text, authors(first)) == ("石桥县建成三座水库——水利建设见闻", SPRING, {"秦朗"})
    assert (second.title, second.text) == ("老街的灯", LAMP)


def test_dates_are_reckoned_from_the_day_of_their_article() -> None:
    source = LABELS.replace(LAMP, "昨日，老街的灯会开幕。")
    first, second = items_of(extract(source.encode()))
    assert [date.edtf for date in second.dates] == ["1988-03-13"]
    assert first.dates[0].date_start == "1987-03-01"


@pytest.mark.parametrize(("name", "kind"), [(name, kind) for kind, names in KINDS.items() for name in names.split()])
def test_labels(name: str, kind: str) -> None:
    assert [read_field(key) for key in (f"{name}:某某", f"【{name}】")] == [RecordField(kind, len(name) + 1), RecordField(kind, len(name) + 2)]  # type: ignore[arg-type]


def test_the_paper_is_the_name_of_the_issue() -> None:
    head = extract(LABELS.replace("作者：本报记者", "来源：《青湖日报》\n作者：本报记者", 1).encode()).masthead
    assert (head.title, head.year) == ("青湖日报", 1987)


NONE = {
    "a running head": f"{HEAD}夜市开张\n　　{SPRING}\n{'=' * 30}\n第2版　　　　工作简报　　　　2021年3月9日\n{'=' * 30}\n续保提醒\n　　{LAMP}\n",
    "sources at the foot of articles": f"夜市开张\n　　{SPRING}\n《青湖日报》 1987年3月12日 第2版\n\n续保提醒\n　　{LAMP}\n《青湖日报》 1987年3月14日 第2版\n",
    "a bulletin with fields": f"{HEAD}标题：夜市开张\n日期：2021-03-02\n正文：{SPRING}\n\n标题：续保提醒\n日期：2021-03-04\n正文：{LAMP}\n",
    "the table of a page": f"标题：关于开展检查的通知\n发文日期：2021年3月2日\n主题分类：城乡建设\n\n　　{SPRING}\n",
    "fields and nothing else": "日期：1987-03-12\n第2版\n" * 5000,
    "one title": f"题目：我的家乡\n日期：2021年3月2日\n{SPRING}\n",
}


@pytest.mark.parametrize("source", NONE.values(), ids=NONE)
def test_no_records(source: str) -> None:
    assert not read_records([line.strip() for line in source.splitlines() if line.strip(" =　")]).starts
