"""Bulletins in Org mode and in reStructuredText: what their signs set, and lines that only look like them."""

import pytest

from pipeline.extract import extract
from pipeline.model.document import Document

TEXT = "3月2日，市某局召开会议，部署全年工作，80人参加。"
OTHER = "3月5日，市某局检查工地14处，发现隐患23项，全部整改。"
ORG = "#+TITLE: 云岭读书会简讯\n#+SUBTITLE: 第 12 期\n#+DATE: 2021-06-05\n#+OPTIONS: toc:nil num:nil\n\n"
OUTLINE = [("要闻", ["夜市开张", "早市整修"]), ("启事", [None])]
Outline = list[tuple[str | None, list[str | None]]]


def read(source: str) -> Document:
    return extract(source.encode())


def outline(document: Document) -> Outline:
    return [(section.title, [item.title for item in section.items]) for section in document.sections]


def unassigned(document: Document) -> int:
    return sum(run.end - run.start for run in document.ledger if run.role == "unassigned")


ORG_BODIES = {
    "plain": f"* 要闻\n** 夜市开张\n{TEXT}\n** 早市整修\n\n{OTHER}\n\n* 启事\n{TEXT}\n",
    "tags and states": f"* 要闻      :news:\n** DONE 夜市开张\n\n{TEXT}\n\n** TODO 早市整修   :a:b:\n\n{OTHER}\n\n* 启事\n\n{TEXT}\n",
}


@pytest.mark.parametrize("head", [ORG, ORG.replace("#+TITLE", "#+title").replace("#+DATE", "#+date"), "云岭读书会简讯\n第12期　2021-06-05\n\n"])
@pytest.mark.parametrize("body", ORG_BODIES.values(), ids=ORG_BODIES)
def test_org_headings(head: str, body: str) -> None:
    document = read(head + body)
    masthead = document.masthead
    assert (masthead.title, masthead.issue_number, masthead.date) == ("云岭读书会简讯", 12, "2021-06-05")
    assert (outline(document), unassigned(document)) == (OUTLINE, 0)


def test_org_quotations_code_and_emphasis() -> None:
    code = "#+BEGIN_SRC sh\n* 不是标题\n#+END_SRC"
    body = f"* 要闻\n** 夜市开张\n*缘由*\n\n{TEXT}\n\n#+BEGIN_QUOTE\n{OTHER}\n#+END_QUOTE\n\n{code}\n\n** 早市整修\n{OTHER}\n* 启事\n{TEXT}\n"
    document = read(ORG + body)
    assert outline(document) == OUTLINE
    assert document.sections[0].items[0].text == f"*缘由*\n{TEXT}\n{OTHER}\n{code}"


def test_stars_before_the_points_of_a_list_are_no_org_headings() -> None:
    document = read(f"# 云岭读书会简讯　第12期·2021年6月5日\n\n## 要闻\n\n* {TEXT}\n* {OTHER}\n\n## 启事\n\n{TEXT}\n")
    assert outline(document) == [("要闻", [None, None]), ("启事", [None])]


REST_HEAD = "云岭水文简报\n{0}\n\n:期号: 第4期\n:编印: 云岭水文站\n:日期: 2019-05-06\n\n.. contents:: 目录\n\n"
BELOW = [("=", "-", "~"), ("*", "=", "-"), ("=", "~", '"'), ("-", "=", "^")]


def underlined(words: str, sign: str) -> str:
    return f"{words}\n{sign * 2 * len(words)}\n"


@pytest.mark.parametrize("overlined", [False, True])
@pytest.mark.parametrize("signs", BELOW, ids="".join)
def test_underlined_headings(signs: tuple[str, str, str], *, overlined: bool) -> None:
    first, second, third = signs
    head = REST_HEAD.format(first * 12)
    titles = [f"{underlined(name, third)}\n{text}\n" for name, text in (("夜市开张", TEXT), ("早市整修", OTHER))]
    foot = ":编辑: 陶然 苗青\n:电话: 0999-1234567\n"
    source = f"{first * 12}\n" * overlined + head + "\n".join([underlined("本站要闻", second), *titles, underlined("本站启事", second), TEXT, "", foot])
    document = read(source)
    masthead = document.masthead
    assert (masthead.title, masthead.issue_number, masthead.issuer, masthead.date) == ("云岭水文简报", 4, "云岭水文站", "2019-05-06")
    assert (outline(document), unassigned(document)) == ([("本站要闻", ["夜市开张", "早市整修"]), ("本站启事", [None])], 0)
    assert [contact.name for contact in document.colophon.contacts] == ["陶然", "苗青"]
    assert document.colophon.phones == ("0999-1234567",)


def test_fields_above_the_first_heading_and_options_of_directives() -> None:
    titles = "\n".join(f"{underlined(name, '=')}\n{text}\n" for name, text in (("夜市开张", TEXT), ("早市整修", OTHER)))
    contents = ".. contents:: 目录\n   :depth: 2\n\n"
    document = read(f"Issue: 第4期\nDate: 2019-05-06\n\n{underlined('云岭水文简报', '#')}\n{contents}{underlined('要闻栏', '*')}\n{titles}\n")
    assert (document.masthead.title, document.masthead.issue_number) == ("云岭水文简报", 4)
    assert outline(document) == [("要闻栏", ["夜市开张", "早市整修"])]


def test_rules_that_do_not_fit_the_words_above_underline_none() -> None:
    rule = "=" * 40
    source = f"工作简报\n{rule}\n第3期　某市某局　2021年3月9日\n{rule}\n【要闻】\n{rule}\n夜市开张\n{TEXT}\n{rule}\n早市整修\n{OTHER}\n{rule}\n报：市政府\n"
    document = read(source)
    assert outline(document) == [("要闻", ["夜市开张", "早市整修"])]
