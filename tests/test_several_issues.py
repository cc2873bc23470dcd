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


def test_days_are_reckoned_from_the_issue_that_names_them() -> None:
    """3月2日 of an issue of March is no day of the year before where another of January stands below."""
    later = issue(1, "灯会筹备就绪").replace("2021年1月9日", "2022年1月9日")
    document = extract((issue(3, "夜市开张首日") + "\n" + later).encode())
    assert [item.dates[0].edtf for section in document.sections for item in section.items[:1]] == ["2021-03-02", "2022-01-02"]


def official(number: str, title: str, to: str, date: str, *, foot: bool = True) -> str:
    """A 公文; a number with a bracket in front is printed below the title."""
    head = f"{title}\n{number[1:]}\n" if number[0] == "/" else f"　　　　青山县某局文件\n\n　　　　{number}\n──────────\n\n　　　　{title}\n\n"
    printed = "主题词：林业　通知\n青山县某局办公室　　　2003年5月21日印发\n" if foot else ""
    return f"{head}{to}：\n　　去年全县平安无事，今春形势仍然严峻，请认真落实各项措施。\n\n　　　　　　　　　　　　　　　　青山县某局\n　　　　　　　　　　　　　　　　{date}\n\n{printed}\n"


BOUND = {
    "with red heads": [("青某发〔2003〕12号", "关于做好防火工作的通知", "各乡镇林业站"), ("青某办发〔2004〕2号", "关于表彰先进单位的决定", "局属各单位")],
    "as copied": [("/青某字〔2003〕12号", "青山县某局关于举办运动会的通知", "各乡镇林业站"), ("/青某字〔2004〕2号", "青山县某局关于修缮操场的批复", "县林场")],
}


@pytest.mark.parametrize("documents", BOUND.values(), ids=BOUND)
def test_several_documents_each_have_title_addressees_and_date(documents: list[tuple[str, str, str]]) -> None:
    dates = ["二○○三年二月二十六日", "2004年5月20日"]
    source = "".join(official(*parts, date, foot=parts[0][0] != "/") for parts, date in zip(documents, dates, strict=True))
    document = extract(source.encode())
    assert titles(document) == [[title] for _, title, _ in documents]
    assert {item.kind for section in document.sections for item in section.items} == {"article"}
    assert [row.text for row in document.distribution] == [to for _, _, to in documents]
    assert (document.masthead.document_number, document.masthead.date, document.masthead.issuer) == (documents[0][0].lstrip("/"), "2003-02-26", "青山县某局")
    assert [section.items[0].dates[0].edtf for section in document.sections] == ["2002", "2003"]
    assert [warning.code for warning in document.warnings if warning.code == "further_issue"] == ["further_issue"]
    assert "".join(document.text[run.start : run.end] for run in document.ledger) == document.text


ANNEXED = {
    "behind 附件": official("青某发〔2003〕12号", "关于下达计划的通知", "各乡镇", "2003年2月26日", foot=False)
    + "附件\n" + official("/省某发〔2003〕3号", "某省某厅关于编制计划的通知", "各县", "2003年1月6日", foot=False),
    "forwarded": official("青某发〔2003〕12号", "青山县某局转发省某厅关于编制计划的通知", "各乡镇", "2003年2月26日", foot=False)
    + official("/省某发〔2003〕3号", "某省某厅关于编制计划的通知", "各县", "2003年1月6日"),
    "cited": official("青某发〔2003〕12号", "关于下达计划的通知", "各乡镇", "2003年2月26日").replace("请认真", "请按\n省某发〔2003〕3号\n认真"),
}  # fmt: skip


@pytest.mark.parametrize("source", ANNEXED.values(), ids=ANNEXED)
def test_a_document_that_another_prints_is_its_annex(source: str) -> None:
    document = extract(source.encode())
    assert all(warning.code != "further_issue" for warning in document.warnings)
    assert document.masthead.document_number == "青某发〔2003〕12号"
