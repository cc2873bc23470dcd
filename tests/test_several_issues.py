"""A source that holds more than one issue: each is read by itself, and a warning stands where a further one begins."""

import pytest

from pipeline.extract import extract
from pipeline.model.document import Document

FOOT = "编辑：佟欣　　电话：87654321\n"


def issue(number: int, title: str, *, name: str = "工 作 简 报", first: str = "") -> str:
    head = f"{first}　　　　　　　{name}\n　　　　　　　　第{number}期\n某市某局办公室　　2021年{number}月9日\n━━━━━━━━━━━━━━━━━━━━\n\n"
    return f"{head}本期要目\n▲{title}\n▲续保提醒\n\n{title}\n　　{number}月2日，城北夜市开张，设摊位80个。\n\n续保提醒\n　　市局提醒职工续保，5月31日截止。\n\n{FOOT}"


def titles(document: Document) -> list[list[str | None]]:
    return [[item.title for item in section.items] for section in document.sections]


FURTHER = {
    "below": "\n\n" + issue(4, "早市整修完工"),
    "below a rule": "━━━━━━━━━━━━━━━━━━━━\n" + issue(4, "早市整修完工"),
    "on a new page": "\f" + issue(4, "早市整修完工"),
    "secret": "\n" + issue(4, "早市整修完工", first="内部资料　　　注意保存\n"),
    "of another name": "\n" + issue(4, "早市整修完工", name="防 汛 快 报").replace("某市某局", "某市防汛"),
}


@pytest.mark.parametrize("further", FURTHER.values(), ids=FURTHER)
def test_each_issue_has_its_own_contents_and_items(further: str) -> None:
    document = extract((issue(3, "夜市开张首日") + further).encode())
    assert titles(document) == [["夜市开张首日", "续保提醒"], ["早市整修完工", "续保提醒"]]
    assert [(row.title, row.match) for row in document.contents] == [
        ("夜市开张首日", "exact"), ("续保提醒", "exact"), ("早市整修完工", "exact"), ("续保提醒", "exact"),
    ]  # fmt: skip
    assert (document.masthead.title, document.masthead.issue_number, document.masthead.date) == ("工作简报", 3, "2021-03-09")
    (warning,) = [warning for warning in document.warnings if warning.code == "further_issue"]
    assert warning.source_start is not None
    assert document.text[warning.source_start : warning.source_end].strip() in further.partition("━\n\n")[0]
    assert "".join(document.text[run.start : run.end] for run in document.ledger) == document.text


def test_three_issues() -> None:
    document = extract("\n".join([issue(3, "夜市开张首日"), issue(4, "早市整修完工"), issue(5, "修路通告张贴")]).encode())
    assert [row[0] for row in titles(document)] == ["夜市开张首日", "早市整修完工", "修路通告张贴"]
    assert [warning.code for warning in document.warnings] == ["further_issue", "further_issue"]


ONE = {
    "a cover": "　　　　　　　工 作 简 报\n　　　　　　　　第3期\n某市某局办公室　　2021年3月9日\n\f" + issue(3, "夜市开张首日"),
    "a running head": issue(3, "夜市开张首日").replace("续保提醒\n　　", "\f工作简报　　第3期　　2021年3月9日\n\n续保提醒\n　　"),
    "an item about an issue": issue(3, "夜市开张首日").replace("续保提醒", "工作简报第2期更正"),
    "a note on another issue": issue(3, "夜市开张首日") + "\n本刊第2期2021年2月9日出版。\n",
}


@pytest.mark.parametrize("source", ONE.values(), ids=ONE)
def test_one_issue_stays_one(source: str) -> None:
    assert all(warning.code != "further_issue" for warning in extract(source.encode()).warnings)
