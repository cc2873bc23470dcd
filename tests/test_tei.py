"""TEI: valid, faithful to the texts, and safe against every character."""

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from strategies import NASTY, bulletin, documents, filled, nasty_bulletin
from tei_schema import WRITTEN, tei_schema

import pipeline
from pipeline.model.document import Document
from pipeline.model.item import DateMention, NameMention, Segment
from pipeline.writers.tei import NAMESPACE, to_tei
from pipeline.writers.tei_markup import Span, escape, marked

SCHEMA = tei_schema()
SAMPLES = sorted((Path(__file__).parent.parent / "samples").glob("*/*/source.txt"))
NAMES = {"t": NAMESPACE, "xml": "http://www.w3.org/XML/1998/namespace"}


def valid(document: Document) -> Any:
    """The root of the TEI of the document, which is valid."""
    root = etree.fromstring(to_tei(document).encode())
    assert SCHEMA.validate(root), SCHEMA.error_log
    return root


def found(root: Any, path: str) -> list[Any]:
    return list(root.xpath(path, namespaces=NAMES))


def of_text(text: str, **lists: Any) -> Document:
    document = bulletin()
    section = document.sections[0]
    nothing = dict.fromkeys(("segments", "attributions", "dates", "organizations", "places", "quantities"), ())
    return document._replace(sections=(section._replace(items=(section.items[0]._replace(text=text, **(nothing | lists)),)),))


@settings(max_examples=40, deadline=None)
@given(documents)
def test_every_document_is_valid(document: Document) -> None:
    valid(document)


@pytest.mark.parametrize("document", [bulletin(), filled(Document), *map(nasty_bulletin, NASTY)])
def test_documents_by_hand_are_valid(document: Document) -> None:
    valid(document)


@pytest.mark.parametrize("path", SAMPLES[::4], ids=lambda path: path.parent.name)
def test_a_sample_keeps_its_texts(path: Path) -> None:
    document = pipeline.extract(path)
    root = valid(document)
    items = [item for section in document.sections for item in section.items]
    divisions = found(root, "//t:body/t:div/t:div")
    assert [division.get(f"{{{NAMES['xml']}}}id") for division in divisions] == [item.id for item in items]
    for item, division in zip(items, divisions, strict=True):
        assert "".join(division.xpath("string(t:head)", namespaces=NAMES)) == escaped(item.title or "")
        paragraphs = ["".join(p.itertext()) for p in found(division, "t:p")]
        assert [p for p in paragraphs if p] == [escaped(line) for line in item.text.split("\n") if line]
    printed = "".join("".join(p.itertext()) for p in found(root, "//t:div[@type='masthead']/t:p"))
    source = "".join(document.text[run.start : run.end] for run in document.ledger if run.role == "masthead")
    assert "".join(printed.split()) == "".join(source.split())


def escaped(text: str) -> str:
    """What is left of a text in XML."""
    return "".join(etree.fromstring(f"<a>{escape(text)}</a>").itertext())


def test_mentions_stand_in_the_text_with_their_values() -> None:
    root = valid(bulletin())
    (date,) = found(root, "//t:p/t:date")
    assert (date.text, date.get("when")) == ("5月13日", "2020-05-13")
    (unit,) = found(root, "//t:p/t:orgName")
    assert (unit.text, unit.get("ref")) == ("深圳市总工会", "#ent-1")
    assert found(root, "//t:org[@xml:id='ent-1']/t:orgName/text()") == ["深圳市总工会", "市总工会"]
    (measure,) = found(root, "//t:measure")
    assert (measure.text, dict(measure.attrib)) == ("20多人", {"type": "gt", "quantity": "20.0", "unit": "人"})
    assert ["".join(name.itertext()) for name in found(root, "//t:byline/*")] == ["青岩区总工会", "柳莹"]
    assert [name.get("ref") for name in found(root, "//t:byline/*")] == ["#ent-2", None]
    assert found(root, "//t:bibl/t:date/@when") == ["2020-05-19"]


def dated(start: int, end: int, edtf: str | None, *days: str | None) -> DateMention:
    first, last = days
    return DateMention("x", "text", start, end, edtf, first, last, None, "explicit", "gregorian")


@pytest.mark.parametrize(
    ("edtf", "days", "attributes"),
    [
        ("2020-05-06/2020-05-15", ("2020-05-06", "2020-05-15"), {"from": "2020-05-06", "to": "2020-05-15"}),
        ("[..2020-05-19]", (None, "2020-05-19"), {"notAfter": "2020-05-19"}),
        ("2020-05-06/..", ("2020-05-06", None), {"from": "2020-05-06"}),
        (None, (None, None), {}),
        ("2020-02-30", ("2020-02-30", "2020-02-30"), {}),
    ],
)
def test_spans_of_time(edtf: str | None, days: tuple[str | None, str | None], attributes: dict[str, str]) -> None:
    (date,) = found(valid(of_text("五月间", dates=(dated(0, 2, edtf, *days),))), "//t:p/t:date")
    assert dict(date.attrib) == attributes


def test_mentions_of_a_later_paragraph_stand_in_it() -> None:
    text = "会议\n县总工会和区总工会"
    names = [NameMention("", "text", text.index(name), text.index(name) + 4, None, 1.0) for name in ("县总工会", "区总工会")]
    first, second = found(valid(of_text(text, organizations=tuple(names))), "//t:body//t:p")
    assert len(first) == 0
    assert [name.text for name in second] == ["县总工会", "区总工会"]


def test_an_issue_number_without_its_label() -> None:
    document = bulletin()
    masthead = document.masthead._replace(issue_label=None, issue_number=0)
    (scope,) = found(valid(document._replace(masthead=masthead)), "//t:bibl/t:biblScope")
    assert (scope.text, scope.get("n")) == ("0", "0")
    assert found(valid(document._replace(masthead=masthead._replace(issue_number=None))), "//t:bibl/t:biblScope") == []


def test_mentions_nest_and_what_crosses_is_left_out() -> None:
    names = (NameMention("", "text", 0, 4, None, 1.0), NameMention("", "text", 3, 6, None, 1.0))
    places = (NameMention("", "text", 0, 2, None, 1.0),)
    (p,) = found(valid(of_text("广州市总工会慰问", organizations=names, places=places)), "//t:body//t:p")
    assert etree.tostring(p, encoding="unicode").partition(">")[2] == "<orgName><placeName>广州</placeName>市总</orgName>工会慰问</p>"


def test_pages_break_where_a_new_one_begins() -> None:
    segments = (Segment(0, 0, 2, 1), Segment(2, 9, 3, 2), Segment(5, 20, 2, 2), Segment(7, 30, 1, 3))
    root = valid(of_text("一二三四\n六七八", segments=segments))
    text = "".join(re.sub(r' xmlns="[^"]*"', "", etree.tostring(p, encoding="unicode").strip()) for p in found(root, "//t:body//t:p"))
    assert text == '<p><pb n="1"/>一二<pb n="2"/>三四</p><p>六七<pb n="3"/>八</p>'


@given(
    st.text("文a<&>\n", max_size=12),
    st.lists(st.tuples(st.integers(-1, 13), st.integers(-1, 13)), max_size=6),
    st.lists(st.integers(0, 12), max_size=3),
)
def test_marking_never_changes_the_text(text: str, places: list[tuple[int, int]], points: list[int]) -> None:
    spans = [Span(start, end, "x", {"n": f"{start}-{end}"}) for start, end in places]
    xml = marked(text, spans, [(place, "<pb/>") for place in points if place <= len(text)])
    root = etree.fromstring(f"<a>{xml}</a>")
    assert "".join(root.itertext()) == text
    for node in root.iter("x"):
        start, end = map(int, node.get("n").split("-"))
        assert "".join(node.itertext()) == text[start:end]


def test_a_control_character_is_replaced_and_markup_is_text() -> None:
    root = valid(of_text("a\0\x0b\ufffe]]>&amp;<!--\r"))
    assert "".join(found(root, "//t:body//t:p/text()")) == "a\ufffd\ufffd\ufffd]]>&amp;<!--\r"


def test_ids_that_are_no_names_or_stand_twice_are_left_out() -> None:
    document = bulletin()
    section = document.sections[0]._replace(id="1 <")
    root = valid(document._replace(sections=(section,), id="ent-1"))
    assert found(root, "//t:div[@type='section']/@xml:id") == []
    assert found(root, "//@xml:id") == ["ent-2", section.items[0].id]
    assert found(root, "//t:p//t:orgName/@ref") == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('when="2020-05-13"', 'when="13 May"'),
        ('type="article"', 'kind="article"'),
        ("<sourceDesc>", "<sourceDesc/><sourceDesc>"),
        ("<byline>", "<head/><byline>"),
        ("<body>", "<p/><body>"),
        ("<orgName", "<div/><orgName"),
    ],
)
def test_the_schema_refuses_what_is_wrong(old: str, new: str) -> None:
    right = to_tei(bulletin())
    assert old in right
    assert not SCHEMA.validate(etree.fromstring(right.replace(old, new, 1).encode()))


def test_the_schema_knows_every_element_that_is_written() -> None:
    names = {etree.QName(node).localname for node in valid(bulletin()).iter()} | {"language", "pb", "placeName", "num", "biblScope"}
    assert names <= WRITTEN
