"""Every sample is read as a careful reader reads it, up to the floors; a style without samples fails."""

import json
from pathlib import Path

import pytest

from pipeline.evaluate import evaluate, read_gold
from pipeline.extract import extract
from pipeline.model.document import Document
from pipeline.styles import STYLES

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = sorted(path.parent for path in (ROOT / "samples").glob("*/*/source.txt"))
FLOORS = json.loads((ROOT / "tests" / "sample_floors.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def documents() -> dict[Path, Document]:
    return {sample: extract(sample / "source.txt") for sample in SAMPLES}


@pytest.mark.parametrize("style", sorted(STYLES))
def test_every_style_has_three_samples(style: str) -> None:
    assert len([sample for sample in SAMPLES if sample.parent.name == style]) >= 3


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_a_sample_says_what_is_in_it_and_where_it_is_from(sample: Path) -> None:
    gold = json.loads((sample / "expected.json").read_text(encoding="utf-8"))
    assert gold["doc"] == "source.txt"
    assert "Licence" in (sample / "ORIGIN").read_text(encoding="utf-8")


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_style_is_recognised(sample: Path, documents: dict[Path, Document]) -> None:
    assert documents[sample].style == sample.parent.name


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_nothing_is_lost(sample: Path, documents: dict[Path, Document]) -> None:
    document = documents[sample]
    assert "".join(document.text[run.start : run.end] for run in document.ledger) == document.text
    assert [run.role for run in document.ledger if run.role == "unassigned"] == []


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_segments_lead_back_to_the_source(sample: Path, documents: dict[Path, Document]) -> None:
    document = documents[sample]
    for section in document.sections:
        for item in section.items:
            for piece in item.segments:
                there = document.text[piece.source_start : piece.source_start + piece.length]
                assert item.text[piece.item_start : piece.item_start + piece.length] == there


MENTIONS = ("dates", "organizations", "persons", "places", "quantities", "document_numbers")


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_a_mention_is_what_stands_at_its_place(sample: Path, documents: dict[Path, Document]) -> None:
    """Its length too: a slice forgives an end that lies beyond the text."""
    for section in documents[sample].sections:
        for item in section.items:
            for row in (row for name in MENTIONS for row in getattr(item, name)):
                text = (item.title if row.field == "title" else item.text) or ""
                assert (text[row.start : row.end], row.end - row.start) == (row.text, len(row.text))


def test_figures_stay_above_the_floors(documents: dict[Path, Document]) -> None:
    report = evaluate((read_gold(sample / "expected.json"), document) for sample, document in documents.items())
    below = {family: report.figure(family) for family, floor in FLOORS.items() if (report.figure(family) or 0.0) < floor}
    assert below == {}
