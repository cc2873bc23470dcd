"""Bulletins in Markdown: what its signs set, and what they are no part of."""

import pytest

from pipeline.extract import extract
from pipeline.model.document import Document

HEAD = "# 巷口双周报　第7期·2024年3月9日\n\n"
TEXT = "3月2日，市某局召开会议，部署全年工作，80人参加。"
OTHER = "3月5日，市某局检查工地14处，发现隐患23项，全部整改。"
LINK = f"https://example.cn/{'a' * 70}"
CODE = '```toml\n# 写进设置：\n[report]\nlevel = "day"\n\n# 或者：\n[digest]\n```\n'


def read(body: str) -> Document:
    return extract((HEAD + body).encode())


def outline(document: Document) -> list[tuple[str | None, list[str | None]]]:
    return [(section.title, [item.title for item in section.items]) for section in document.sections]


def unassigned(document: Document) -> int:
    return sum(run.end - run.start for run in document.ledger if run.role == "unassigned")


LAYOUTS: dict[str, tuple[str, list[tuple[str | None, list[str | None]]]]] = {
    "sections without a text": (
        f"## 卷首语\n\n## 夜市\n\n{TEXT}\n\n## 早市\n\n## 菜场\n{OTHER}\n\n## 河道\n",
        [("卷首语", []), ("夜市", [None]), ("早市", []), ("菜场", [None]), ("河道", [])]),
    "# in code heads nothing": (
        f"## 夜市\n\n{TEXT}\n\n{CODE}\n{OTHER}\n\n## 早市\n\n{OTHER}\n\n## 菜场\n\n{TEXT}\n",
        [("夜市", [None]), ("早市", [None]), ("菜场", [None])]),
    "a fence that none closes": (
        f"## 夜市\n\n{TEXT}\n\n```\n\n## 早市\n\n{OTHER}\n", [("夜市", [None]), ("早市", [None])]),
    "a picture below a heading": (
        f"## 影像\n\n### 夜市一角\n\n![夜市](a.jpg)\n\n### 早市一角\n\n![早市](b.jpg)\n\n## 要闻\n\n### 夜市开张\n\n{TEXT}\n",
        [("影像", ["夜市一角", "早市一角"]), ("要闻", ["夜市开张"])]),
    "a picture of the name": (
        f"![刊头](head.png)\n\n## 夜市\n\n{TEXT}\n\n## 早市\n\n{OTHER}\n", [("夜市", [None]), ("早市", [None])]),
    "headings set by tags, closed by #, or linked": (
        f'## 要闻\n\n### <font color="red">1、夜市开张</font>\n\n{TEXT}\n\n### [早市整修]({LINK}) ###\n\n{OTHER}\n\n## 启事\n\n### 续保 {{#new}}\n\n{TEXT}\n',
        [("要闻", ["夜市开张", "早市整修"]), ("启事", ["续保"])]),
    "a heading that is a sentence right above its text": (
        f"## 要闻\n\n### 夜市开张，摊位一百二十个，三天卖出凉粉两千碗\n{TEXT}\n\n### 早市整修\n{OTHER}\n\n## 启事\n\n{TEXT}\n",
        [("要闻", ["夜市开张，摊位一百二十个，三天卖出凉粉两千碗", "早市整修"]), ("启事", [None])]),
    "headings in bold": (
        f"**一、街区要闻**\n\n{TEXT}\n\n**二、网格动态**\n\n**第三网格：楼道清理见成效**\n\n{OTHER}\n\n**第五网格：加装电梯开工**\n\n{TEXT}\n",
        [("街区要闻", [None]), ("网格动态", ["第三网格：楼道清理见成效", "第五网格：加装电梯开工"])]),
    "headings that are links": (
        f"## 街区\n\n[夜市开张](a.html) @何川\n  \n  {TEXT}\n\n[早市整修：首日]({LINK}) @yan\n  \n  {OTHER}\n\n## 河道\n\n1. [清淤](c.html)\n\n{TEXT}\n",
        [("街区", ["夜市开张", "早市整修：首日"]), ("河道", [None])]),
    "links, one below the other": (
        f"## 街区\n\n{TEXT}\n\n[第六期](a.html)\n\n[第五期](b.html)\n\n## 河道\n\n{OTHER}\n", [("街区", [None]), ("河道", [None])]),
    "headings in bold below sections": (
        f"## 街区\n\n**夜市开张**\n\n{TEXT}\n\n**早市整修**\n\n{OTHER}\n\n## 河道\n\n{TEXT}\n", [("街区", ["夜市开张", "早市整修"]), ("河道", [None])]),
    "sections in bold, titles in italics": (
        f"**概览**\n\n{TEXT}\n\n**街区**\n\n*东街*\n\n{TEXT}\n\n*西街*\n\n{OTHER}\n\n**排名**\n\n{OTHER}\n",
        [("概览", [None]), ("街区", ["东街", "西街"]), ("排名", [None])]),
    "a list of links": (
        f"## 夜市\n\n{TEXT}\n\n## 参考链接\n\n- [夜市开张：第一天的一百二十个摊位都卖了什么](a.html)\n- 早市整修公告 {LINK}\n- [河道](b.html)\n\n## 早市\n\n{OTHER}\n",
        [("夜市", [None]), ("参考链接", [None]), ("早市", [None])]),
    "links whose worth is told": (
        f"## 夜市\n\n{TEXT}\n\n## 阅读\n\n- [夜市一年](a.html)：讲了夜市的来历，值得一读。\n- [早市十年](b.html)：三个摊主的故事，附有照片。\n\n## 早市\n\n{OTHER}\n",
        [("夜市", [None]), ("阅读", [None, None]), ("早市", [None])]),
    "an exclamation right below a section": (
        f"## 卷首语\n\n巷口双周报今天出到第七期了，谢谢各位街坊的投稿！\n{TEXT}\n\n## 早市\n\n{OTHER}\n", [("卷首语", [None]), ("早市", [None])]),
    "numbered titles below sections, counted anew": (
        f"## 街区\n\n1、夜市今晚开张\n\n{TEXT}\n\n2、[早市整修](a.html)\n\n{OTHER}\n\n## 河道\n\n1、[清淤](b.html)\n\n{TEXT}\n\n## 言论\n\n1、\n\n慢慢走。\n",
        [("街区", ["夜市今晚开张", "早市整修"]), ("河道", ["清淤"]), ("言论", [None])]),
    "numbered parts of one text": (
        f"## 专题\n\n1、背景\n\n{TEXT}\n\n2、做法\n\n{OTHER}\n\n## 河道\n\n1、背景\n\n{TEXT}\n\n## 启事\n\n{OTHER}\n",
        [("专题", [None]), ("河道", [None]), ("启事", [None])]),
    "bold inside an item": (
        f"## 街区\n\n### 夜市开张\n\n**规模**\n\n{TEXT}\n\n### 早市整修\n\n{OTHER}\n\n## 河道\n\n{TEXT}\n",
        [("街区", ["夜市开张", "早市整修"]), ("河道", [None])]),
    "a blank after a word in Latin letters": (
        f"## 夜市\n\nease 表示减缓，所以 easeInOut 表示进入和完成都是减缓的，中间就是快速的。\n\n## 早市\n\n{TEXT}\n",
        [("夜市", [None]), ("早市", [None])]),
}  # fmt: skip


@pytest.mark.parametrize("name", LAYOUTS)
def test_outline(name: str) -> None:
    source, expected = LAYOUTS[name]
    document = read(source)
    assert outline(document) == expected
    assert unassigned(document) == 0
    assert document.masthead.title == "巷口双周报"


def test_code_stands_in_the_text_line_by_line() -> None:
    document = read(f"## 夜市\n\n{TEXT}\n\n{CODE}\n{OTHER}\n\n## 早市\n\n{OTHER}\n")
    assert document.sections[0].items[0].text == "\n".join([TEXT, *CODE.replace("\n\n", "\n").strip().split("\n"), OTHER])


def test_emphasis_hides_no_label_and_no_name() -> None:
    document = read(f"## 夜市\n\n{TEXT}\n\n*（街道办 何川）*\n\n## 早市\n\n{OTHER}\n\n---\n\n**报送**：区委办、区政府办\n**编辑**：佟欣\n")
    assert [credit.person for credit in document.sections[0].items[0].attributions] == ["何川"]
    assert [(row.relation, row.text) for row in document.distribution] == [("报送", "区委办"), ("报送", "区政府办")]
    assert [contact.name for contact in document.colophon.contacts] == ["佟欣"]
    assert unassigned(document) == 0


@pytest.mark.parametrize("foot", ["**主编** 佟欣 | **编辑** 何川、柳莹 | **电话** 0999-1234567", "**主编**：佟欣　**编辑**：何川、柳莹　**电话**：0999-1234567　QQ群：10000000"])
def test_roles_in_bold_on_one_line_of_the_foot(foot: str) -> None:
    colophon = read(f"## 夜市\n\n{TEXT}\n\n## 早市\n\n{OTHER}\n\n---\n\n{foot}\n").colophon
    assert [(contact.role, contact.name) for contact in colophon.contacts] == [("主编", "佟欣"), ("编辑", "何川"), ("编辑", "柳莹")]
    assert colophon.phones == ("0999-1234567",)


@pytest.mark.parametrize("title", ["馆务简报 2019年第2期", "馆务简报 第2期（2019年4月）", "馆务简报·2019年第2期", "“馆务简报”", "馆务简报 · 2019 年 4 月"])
def test_a_name_in_front_matter_ends_before_its_number(title: str) -> None:
    document = extract(f"---\ntitle: {title}\ndate: 2019-04-22\n---\n\n## 夜市\n\n{TEXT}\n\n## 早市\n\n{OTHER}\n".encode())
    assert document.masthead.title == "馆务简报"


BODY = f"## 夜市\n\n### 夜市开张\n\n{TEXT}\n\n### 早市整修\n\n{OTHER}\n\n## 河道\n\n{TEXT}\n"
HEADS = {
    "of a month": ("# 巷口社区月报 · 2024 年 5 月\n\n> 编辑：@lanlan、@zhoumo ｜ 发布日期：2024-06-03\n\n", ("巷口社区月报", None, "2024-06-03", None)),
    "of a month in figures": ("# 巷口社区月报 2024-05\n\n", ("巷口社区月报", None, "2024-05", None)),
    "a volume and its days": ("# 巷口双周报 Vol. 26\n\n> 2023/08/14 – 2023/08/27\n>\n> 编辑：佟欣、何川\n\n", ("巷口双周报", 26, "2023-08-14", None)),
    "a number behind a sign": ("# 巷口周报 #37\n\n2022-09-11\n\n", ("巷口周报", 37, "2022-09-11", None)),
    "who issues it in bold": ("# 巷口通讯\n\n**2018年第4期**　　**2018年12月20日**\n**主办**：巷口街道图书馆\n\n", ("巷口通讯", 4, "2018-12-20", "巷口街道图书馆")),
    "badges and a place for the contents": (
        "[![stars](https://img.shields.io/a.svg)](https://a.example.cn) ![build](https://b.example.cn/badge.svg)\n# 巷口通讯 第4期\n\n2018-12-20\n\n[TOC]\n\n",
        ("巷口通讯", 4, "2018-12-20", None)),
    "tags": ('<h1 align="center">巷口通讯</h1>\n<p align="center">第4期（2018.12.20）</p>\n\n', ("巷口通讯", 4, "2018-12-20", None)),
}  # fmt: skip


@pytest.mark.parametrize("name", HEADS)
def test_heads(name: str) -> None:
    head, expected = HEADS[name]
    document = extract((head + BODY).encode())
    masthead = document.masthead
    assert (masthead.title, masthead.issue_number, masthead.date, masthead.issuer) == expected
    assert outline(document) == [("夜市", ["夜市开张", "早市整修"]), ("河道", [None])]
    assert unassigned(document) == 0


def test_names_on_the_net_are_editors() -> None:
    document = extract((HEADS["of a month"][0] + BODY).encode())
    assert [(contact.role, contact.name) for contact in document.colophon.contacts] == [("编辑", "lanlan"), ("编辑", "zhoumo")]


def test_links_as_contents() -> None:
    contents = "## 目录\n\n- [夜市](#夜市)\n- [河道](#河道)\n\n"
    document = read(contents + BODY)
    assert [(row.section, row.title, row.match) for row in document.contents] == [("夜市", None, "exact"), ("河道", None, "exact")]


def test_who_sent_it_in_between_tags() -> None:
    document = read(f'## 夜市\n\n### 夜市开张\n{TEXT}\n<p align="right">（街道办 何川）</p>\n\n### 早市整修\n{OTHER}\n\n## 河道\n\n{TEXT}\n')
    item = document.sections[0].items[0]
    assert ([(row.organization, row.person) for row in item.attributions], item.text) == ([("街道办", "何川")], TEXT)
    assert unassigned(document) == 0


VERSIONS = [
    (("3.1.4 安全更新", "3.2.0 进入测试"), [(None, "3.1.4 安全更新"), (None, "3.2.0 进入测试")]),
    (("2.1 安全更新", "2.2 进入测试"), [("2.1", "安全更新"), ("2.2", "进入测试")]),
    (("3 安全更新", "3.4 进入测试"), [(None, "3 安全更新"), (None, "3.4 进入测试")]),
    (("3. 安全更新", "3.4 进入测试"), [("3", "安全更新"), ("3.4", "进入测试")]),
]


@pytest.mark.parametrize(("headings", "expected"), VERSIONS)
def test_the_number_of_a_version_is_no_ordinal(headings: tuple[str, str], expected: list[tuple[str | None, str]]) -> None:
    first, second = headings
    document = read(f"## 发布\n\n### {first}\n\n{TEXT}\n\n### {second}\n\n{OTHER}\n\n## 河道\n\n{TEXT}\n")
    assert [(item.number, item.title) for item in document.sections[0].items] == expected


@pytest.mark.parametrize("lines", [("支持导出报表 (#512, @zhang)", "新增夜间模式 (#520)"), ("支持导出报表：", "新增夜间模式。"), ("支持导出报表", "新增夜间模式")])
def test_a_list_that_is_no_row_of_sentences_is_one_text(lines: tuple[str, str]) -> None:
    document = read(f"## 夜市\n\n* {lines[0]}\n* {lines[1]}\n\n## 早市\n\n{OTHER}\n")
    assert [item.text for item in document.sections[0].items] == [f"* {lines[0]}\n* {lines[1]}"]


def test_an_address_alone_below_the_last_heading_is_of_the_foot() -> None:
    document = read(f"## 夜市\n\n{TEXT}\n\n## 早市\n\n{OTHER}\n\n## 联系我们\n\n投稿邮箱：news@example.cn\n")
    assert (outline(document)[-1], document.colophon.emails) == (("联系我们", []), ("news@example.cn",))


def test_emphasis_inside_a_sentence_stays() -> None:
    sentence = "**注意：**夜市每天22时收摊，**不得延时**。"
    assert read(f"## 夜市\n\n{sentence}\n\n## 早市\n\n**{OTHER}**\n").sections[0].items[0].text == sentence


@pytest.mark.parametrize("label", ["**缘由**", "__缘由__", "*一、缘由*", "***缘由***"])
def test_emphasis_around_a_line_of_a_text_stays(label: str) -> None:
    text = f"{label}\n{TEXT}\n{label}\n{OTHER}"
    body = text.replace("\n", "\n\n")
    document = read(f"## 街区\n\n### 夜市开张\n\n{body}\n\n### 早市整修\n\n{OTHER}\n\n## 河道\n\n{TEXT}\n")
    item = document.sections[0].items[0]
    assert (item.title, item.text) == ("夜市开张", text)
    assert [entry.heading for entry in item.outline] == ["缘由"] * 2 * ("一" in label)
    assert [item.text[entry.start : entry.end] for entry in item.outline] == ["一、缘由"] * 2 * ("一" in label)
    assert unassigned(document) == 0


def test_who_wrote_what_a_link_leads_to() -> None:
    document = read(f"## 街区\n\n[夜市开张：首日](a.html) @何川\n  \n  {TEXT}\n\n[早市](b.html) @柳莹\n\n{OTHER}\n\n## 河道\n\n{TEXT}\n")
    items = document.sections[0].items
    assert [(item.title, [row.person for row in item.attributions], item.text) for item in items] == [
        ("夜市开张：首日", ["何川"], TEXT), ("早市", ["柳莹"], OTHER),
    ]  # fmt: skip
    assert unassigned(document) == 0


def test_a_label_in_bold_inside_a_text_stays() -> None:
    text = f"**地址**：城北大道\n{TEXT}"
    assert read(f"## 夜市\n\n{text}\n\n## 早市\n\n{OTHER}\n").sections[0].items[0].text == text


def test_a_name_in_italics_below_a_title() -> None:
    item = read(f"## 来信\n\n### 我在头寨的四十天\n\n*罗依*\n\n{TEXT}\n\n### 修书记\n\n*高玥*\n\n{OTHER}\n\n## 启事\n\n{TEXT}\n").sections[0].items[0]
    assert ([row.person for row in item.attributions], item.text) == (["罗依"], TEXT)


def test_a_quotation_keeps_its_sign_in_a_text() -> None:
    text = f"{TEXT}\n> 居民说：“早该开了。”\n>\n> 办事处答：“天天开。”"
    assert read(f"## 夜市\n\n{text}\n\n## 早市\n\n{OTHER}\n").sections[0].items[0].text.replace("\n>\n", "\n") == text.replace("\n>\n", "\n")


def test_front_matter_above_underlined_sections() -> None:
    head = "---\ntitle: 馆务简报\nissue: 第11期\ndate: 2019-12-02\nissuer: 青河师范学院图书馆\nlayout: bulletin\n---\n\n"
    document = extract(f"{head}要闻\n--------\n\n**剔旧完成**\n\n{TEXT}\n\n数据库\n--------\n\n{OTHER}\n".encode())
    assert outline(document) == [("要闻", ["剔旧完成"]), ("数据库", [None])]
    masthead = document.masthead
    assert (masthead.title, masthead.issue_number, masthead.date, masthead.issuer) == ("馆务简报", 11, "2019-12-02", "青河师范学院图书馆")


def test_sections_and_titles_of_one_level() -> None:
    """A heading right above another is a section, whatever its length; one above text is a title."""
    body = f"## 要闻\n\n## 夜市开张首日\n\n{TEXT}\n\n## 早市整修完工\n\n{OTHER}\n\n## 河道治理工作的新动向\n\n## 河道清淤完工\n\n{TEXT}\n"
    assert outline(read(body)) == [("要闻", ["夜市开张首日", "早市整修完工"]), ("河道治理工作的新动向", ["河道清淤完工"])]


def test_titles_of_one_level_with_subtitles_and_headings_of_their_own() -> None:
    body = f"## 夜市的调查\n\n## 一、基本情况\n\n{TEXT}\n\n## 二、几点建议\n\n{OTHER}\n\n## 早市开张首日\n\n{TEXT}\n"
    assert outline(read(body)) == [(None, ["夜市的调查", "早市开张首日"])]
    body = f"## 要闻\n\n## 1. 夜市开张首日\n\n{TEXT}\n\n## 2. 早市整修完工\n\n{OTHER}\n"
    assert outline(read(body)) == [("要闻", ["夜市开张首日", "早市整修完工"])]


def test_short_headings_of_one_level_each_above_text_are_sections() -> None:
    assert outline(read(f"## 夜市\n\n{TEXT}\n\n## 早市\n\n{OTHER}\n")) == [("夜市", [None]), ("早市", [None])]
