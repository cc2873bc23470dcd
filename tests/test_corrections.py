"""What a person puts right is put right again on every run, or says that its words have gone."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import pipeline
from pipeline.corrections.lines import parse_corrections
from pipeline.corrections.locate import Lost, locate, quote
from pipeline.errors import InputError
from pipeline.model.correction import Correction, Quote
from pipeline.model.document import Document
from pipeline.model.item import Item

BULLETIN = """\
　　　　　　　河 工 简 报
　　　　　　　　第5期
柳河工程局工会编　　　　　　2019年6月3日
━━━━━━━━━━━━━━━━━━━━━━━━━━━━

　　　　　　局工会慰问一线职工
　　5月28日，局工会到三号闸慰问职工，送去绿豆和毛巾。
　　　　　　　　　　　　　　（局工会　林远帆）

　　　　　　防汛演练
　　5月30日，工程局举行防汛演练，局工会组织后勤保障。演练持续两小时。
第二天，各站总结了经验。
　　　　　　　　　　　　　　（办公室）

报：市总工会
"""


def correction(op: str, target: str, exact: str, text: str = BULLETIN, **value: Any) -> Correction:
    at = text.index(exact)
    return Correction(op, quote(text, at, at + len(exact)), target, value, None, None)  # type: ignore[arg-type]


def extract(*corrections: Correction, text: str = BULLETIN) -> Document:
    return pipeline.extract(text.encode(), corrections=corrections)


def items(document: Document) -> list[Item]:
    return [item for section in document.sections for item in section.items]


def codes(document: Document) -> list[str]:
    return [warning.code for warning in document.warnings if warning.code.startswith("correction")]


def is_conserved(document: Document) -> bool:
    return "".join(document.text[run.start : run.end] for run in document.ledger) == document.text


def test_without_corrections() -> None:
    assert [item.title for item in items(extract())] == ["局工会慰问一线职工", "防汛演练"]


def test_a_title_becomes_text() -> None:
    document = extract(correction("role", "body", "防汛演练"))
    assert [item.title for item in items(document)] == ["局工会慰问一线职工"]
    assert "防汛演练" in items(document)[0].text
    assert is_conserved(document)


def test_an_item_begins_inside_a_paragraph() -> None:
    document = extract(correction("role", "untitled", "演练持续两小时。"))
    assert items(document)[1].text == "5月30日，工程局举行防汛演练，局工会组织后勤保障。"
    assert items(document)[2].text.startswith("演练持续两小时。")
    assert items(document)[2].title is None
    assert is_conserved(document)


def test_words_of_a_paragraph_become_a_title() -> None:
    document = extract(correction("role", "title", "第二天，各站总结了经验"))
    assert items(document)[2].title == "第二天，各站总结了经验"
    assert is_conserved(document)


def test_a_line_becomes_a_section() -> None:
    document = extract(correction("role", "section", "防汛演练"))
    assert document.sections[1].title == "防汛演练"


def test_a_role_that_only_bulletins_have_makes_a_bulletin() -> None:
    text = "甲\n\n乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙。\n"
    assert extract(text=text).style == "plain"
    assert extract(correction("role", "section", "甲", text), text=text).sections[0].title == "甲"


def test_a_mention_is_added_changed_and_rejected() -> None:
    added = extract(correction("add", "places", "三号闸"))
    place = items(added)[0].places[-1]
    assert (place.text, place.confidence) == ("三号闸", 1.0)
    assert items(added)[0].text[place.start : place.end] == "三号闸"
    changed = extract(correction("change", "dates", "5月28日", edtf="2018-05-28"))
    assert items(changed)[0].dates[0].edtf == "2018-05-28"
    rejected = extract(correction("reject", "dates", "5月28日"))
    assert [date.text for date in items(rejected)[0].dates] == []


def test_a_mention_in_a_title() -> None:
    at = BULLETIN.index("局工会慰问")
    document = extract(Correction("add", quote(BULLETIN, at, at + 3), "organizations", {}, None, None))
    row = next(row for row in items(document)[0].organizations if row.field == "title")
    assert (items(document)[0].title or "")[row.start : row.end] == "局工会"


def test_an_attribution_is_changed() -> None:
    document = extract(correction("change", "attributions", "林远帆", person="林远凡"))
    assert [(row.person, row.entity_id) for row in items(document)[0].attributions] == [("林远凡", None)]


def test_a_unit_that_sent_something_in_is_named() -> None:
    (before,) = items(extract())[0].attributions
    document = extract(correction("name", "organization", before.organization or "", value="柳河工程局工会宣传部"))
    (row,) = items(document)[0].attributions
    assert next(entity.name for entity in document.entities if entity.id == row.entity_id) == "柳河工程局工会宣传部"


def test_a_field_of_the_masthead_is_set() -> None:
    document = extract(correction("set", "masthead.issuer", "柳河工程局工会", value="柳河工程局工会委员会"))
    assert document.masthead.issuer == "柳河工程局工会委员会"
    assert codes(document) == []


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (Correction("reject", Quote("不在其中的字"), "dates", {}, None, None), "correction_lost"),
        (Correction("role", Quote("不在其中的字"), "title", {}, None, None), "correction_lost"),
        (Correction("add", Quote("局工会"), "organizations", {}, None, None), "correction_ambiguous"),
        (Correction("add", Quote("三号闸", "去", "来"), "places", {}, None, None), "correction_lost"),
        (Correction("add", Quote("5月", "　　"), "dates", {}, None, None), "correction_ambiguous"),
        (correction("reject", "dates", "绿豆"), "correction_unfit"),
        (correction("add", "dates", "绿豆", nothing="x"), "correction_unfit"),
        (correction("set", "masthead.nothing", "绿豆"), "correction_unfit"),
        (correction("name", "organization", "绿豆", value="红豆"), "correction_unfit"),
        (correction("add", "organizations", "市总工会"), "correction_unfit"),
    ],
)
def test_what_cannot_be_applied_is_told_and_changes_nothing(wrong: Correction, code: str) -> None:
    document = extract(wrong)
    assert codes(document) == [code]
    assert document._replace(warnings=()) == extract()._replace(warnings=())


def test_words_that_have_moved_with_their_neighbours_are_found() -> None:
    text = BULLETIN.replace("柳河工程局工会编", "内部资料\n柳河工程局工会编")
    assert codes(extract(correction("add", "places", "三号闸"), text=text)) == []


def test_corrections_of_another_source_are_left_alone() -> None:
    other = correction("role", "body", "防汛演练")._replace(sha256="0" * 64, file="other.txt")
    assert len(items(extract(other))) == 2


def test_lines_are_read() -> None:
    row = {"op": "role", "target": "title", "quote": {"exact": "防汛演练"}, "sha256": "ab", "file": "a.txt"}
    found = parse_corrections(["\n", json.dumps(row)])
    assert found == (Correction("role", Quote("防汛演练"), "title", {}, "ab", "a.txt"),)


@pytest.mark.parametrize(
    "line",
    [
        "{", "[]", "3", '{"op": "role"}', '{"op": "burn", "target": "title", "quote": {"exact": "x"}}', '{"op": "role", "target": "king", "quote": {"exact": "x"}}',
        '{"op": "role", "target": "title", "quote": {"exact": ""}}', '{"op": "role", "target": "title", "quote": "x"}', '{"op": "add", "target": "dates", "quote": {"exact": 3}}',
        '{"op": "add", "target": "dates", "quote": {"exact": "x"}, "value": 3}',
    ],
)  # fmt: skip
def test_a_bad_line_is_named(line: str) -> None:
    with pytest.raises(InputError, match="line 2"):
        parse_corrections(["", line], "c.jsonl")


def test_a_file_beside_the_source_is_applied(tmp_path: Path) -> None:
    source = tmp_path / "issue.txt"
    source.write_text(BULLETIN, encoding="utf-8")
    found = correction("role", "body", "防汛演练")
    row = {"op": "role", "target": "body", "quote": found.quote._asdict(), "file": "issue.txt"}
    (tmp_path / "corrections.jsonl").write_text(json.dumps(row, ensure_ascii=False), encoding="utf-8")
    assert len(items(pipeline.extract(source))) == 1
    assert len(items(pipeline.extract(source, corrections=()))) == 2
    assert pipeline.extract(source, corrections=pipeline.read_corrections(tmp_path / "corrections.jsonl")) == pipeline.extract(source)


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"c\.jsonl: the corrections cannot be read"):
        pipeline.read_corrections(tmp_path / "c.jsonl")


@given(st.text(alphabet="甲乙\n ", max_size=60), st.data())
def test_a_quotation_finds_its_own_place_or_says_that_there_are_more(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    if start == end:
        return
    found = locate(quote(text, start, end), text)
    assert isinstance(found, Lost) or found == (start, end)


@given(st.data())
def test_any_pin_conserves_the_source(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(BULLETIN) - 1))
    end = data.draw(st.integers(start + 1, min(len(BULLETIN), start + 60)))
    role = data.draw(st.sampled_from(["title", "body", "section", "credit", "masthead", "untitled", "brief", "distribution", "contents", "byline"]))
    document = extract(Correction("role", quote(BULLETIN, start, end), role, {}, None, None))
    assert is_conserved(document)
    for item in items(document):
        for segment in item.segments:
            part = item.text[segment.item_start : segment.item_start + segment.length]
            assert part == document.text[segment.source_start : segment.source_start + segment.length]
