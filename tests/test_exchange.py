"""Mentions go out to annotation tools and come back as corrections; every offset is held against the words."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest

import pipeline
from pipeline.corrections.lines import parse_corrections, to_line
from pipeline.errors import InputError
from pipeline.exchange.imported import Imported, read_marks
from pipeline.exchange.label_studio import to_tasks, write_tasks
from pipeline.exchange.web_annotation import to_annotations
from pipeline.model.document import Document
from pipeline.review.command import main

SAMPLES = sorted((Path(__file__).resolve().parent.parent / "samples").glob("*/*/source.txt"))
TEXT = """\
　　　　　　　河 工 简 报
　　　　　　　　第5期
柳河工程局工会编　　　　　　2019年6月3日
━━━━━━━━━━━━━━━━━━━━━━━━━━━━

　　　　　　柳河工程局工会慰问𠮷野站
　　5月28日，柳河工程局工会到𠮷野站慰问职工，局工会送
去绿豆和毛巾300份。
　　　　　　　　　　　　　　（局工会　林远帆）
"""


@pytest.fixture(scope="module")
def document() -> Document:
    return pipeline.extract(TEXT.encode(), name="issue.txt")


def body_task(document: Document) -> Any:
    task = json.loads(to_tasks(document))[1]
    return {"data": task["data"], "annotations": [{"result": copy.deepcopy(task["predictions"][0]["result"])}]}


def applied(found: Imported) -> Document:
    assert found.faults == ()
    return pipeline.extract(TEXT.encode(), name="issue.txt", corrections=found.corrections)


def test_tasks_hold_the_mentions_with_offsets_of_javascript(document: Document) -> None:
    for task in json.loads(to_tasks(document)):
        text = task["data"]["text"].encode("utf-16-le")
        assert task["predictions"][0]["result"]
        for result in task["predictions"][0]["result"]:
            value = result["value"]
            assert text[2 * value["start"] : 2 * value["end"]].decode("utf-16-le") == value["text"]


def test_annotations_quote_the_source(document: Document) -> None:
    rows = json.loads(to_annotations(document))["items"]
    assert rows
    for row in rows:
        words, position = row["target"]["selector"]
        assert document.text[position["start"] : position["end"]] == words["exact"]


@pytest.mark.parametrize("source", SAMPLES, ids=lambda path: path.parent.name)
def test_what_comes_back_unchanged_corrects_nothing(source: Path) -> None:
    document = pipeline.extract(source)
    assert read_marks(to_annotations(document), document) == Imported((), ())
    tasks = json.loads(to_tasks(document))
    done = [{"data": task["data"], "annotations": [{"result": task["predictions"][0]["result"]}]} for task in tasks]
    assert read_marks(json.dumps(done), document) == Imported((), ())
    assert read_marks(to_tasks(document), document) == Imported((), ())  # nobody has annotated them yet


def test_an_annotator_adds_and_takes_away(document: Document) -> None:
    task = body_task(document)
    text = task["data"]["text"]
    at = text.index("𠮷野站")
    kept = [r for r in task["annotations"][0]["result"] if r["value"]["labels"] != ["date"]]
    added = {"type": "labels", "value": {"start": at, "end": at + 4, "text": "𠮷野站", "labels": ["place"]}}
    task["annotations"][0]["result"] = [r for r in kept if r["value"]["text"] != "𠮷野站"] + [added]
    item = applied(read_marks(json.dumps([task]), document)).sections[0].items[0]
    assert "𠮷野站" in [row.text for row in item.places]
    assert item.dates == ()


def test_a_page_of_annotations_adds_and_takes_away(document: Document) -> None:
    page = json.loads(to_annotations(document))
    at = document.text.index("绿豆")
    page["items"] = [row for row in page["items"] if row["body"][0]["value"] != "quantity"]
    page["items"].append({
        "body": {"type": "TextualBody", "value": "place"},
        "target": {"selector": {"type": "TextQuoteSelector", "exact": "绿豆", "prefix": document.text[at - 5 : at], "suffix": "和"}},
    })  # fmt: skip
    item = applied(read_marks(json.dumps(page), document)).sections[0].items[0]
    assert "绿豆" in [row.text for row in item.places]
    assert item.quantities == ()


def test_a_mark_that_does_not_fit_is_told(document: Document) -> None:
    task = body_task(document)
    task["annotations"][0]["result"].append({"type": "labels", "value": {"start": 0, "end": 2, "text": "会议", "labels": ["place"]}})
    found = read_marks(json.dumps([task]), document)
    assert found.corrections == ()
    assert "does not stand at 0–2" in found.faults[0]
    task["data"]["text"] += "。"
    assert "of another text" in read_marks(json.dumps([task]), document).faults[0]


@pytest.mark.parametrize("text", ["", "{", "{}", "[3]", '{"items": [{}]}', '[{"data": {}}]', '"x"', "null"])
def test_what_is_no_export(document: Document, text: str) -> None:
    with pytest.raises(InputError, match="neither a Label Studio export nor"):
        read_marks(text, document)


def test_an_unknown_label(document: Document) -> None:
    task = body_task(document)
    task["annotations"][0]["result"][0]["value"]["labels"] = ["weather"]
    with pytest.raises(InputError, match="weather"):
        read_marks(json.dumps([task]), document)


def test_a_correction_is_written_as_it_is_read(document: Document) -> None:
    page = json.loads(to_annotations(document))
    page["items"] = page["items"][1:]
    found = read_marks(json.dumps(page), document).corrections
    assert found
    assert parse_corrections([to_line(c) for c in found]) == found


def test_many_documents_make_one_file(tmp_path: Path, document: Document) -> None:
    write_tasks([document, document], tmp_path / "tasks.json")
    assert json.loads((tmp_path / "tasks.json").read_text(encoding="utf-8")) == 2 * json.loads(to_tasks(document))
    write_tasks([], tmp_path / "none.json")
    assert json.loads((tmp_path / "none.json").read_text(encoding="utf-8")) == []


def test_an_export_is_taken_in_beside_the_source(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "issue.txt").write_text(TEXT, encoding="utf-8")
    document = pipeline.extract(tmp_path / "issue.txt")
    task = body_task(document)
    task["annotations"][0]["result"] = task["annotations"][0]["result"][:1]
    (tmp_path / "marks.json").write_text(json.dumps([task]), encoding="utf-8")
    assert main([str(tmp_path), "--import", str(tmp_path / "marks.json")]) == 0
    assert "corrections added" in capsys.readouterr().err
    item = pipeline.extract(tmp_path / "issue.txt").sections[0].items[0]
    assert sum(row.field == "text" for kind in (item.dates, item.organizations, item.quantities) for row in kind) == 1
    assert main([str(tmp_path), "--import", str(tmp_path / "none.json")]) == 2
