"""Our samples as PDF, Word and web page: the structure that comes out equals that of the text."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from printer import docx_maker, html_maker, reportlab_maker, typst_maker
from printer.sheet import Sheet, sheet

import pipeline
from pipeline.model.document import Document

ROOT = Path(__file__).resolve().parent.parent / "samples"
MARKUP = {"association-setext", "community-markdown", "mixed-readme"}
"""Markdown is no print."""
SAMPLES = sorted(path for path in ROOT.glob("*/*/source.txt") if path.parent.name not in MARKUP)
MAKERS: dict[str, Callable[[Sheet], bytes]] = {
    "typst": typst_maker.pdf,
    "reportlab": reportlab_maker.pdf,
    "docx": docx_maker.docx_file,
    "html": html_maker.html,
    "typst, two columns": lambda printed: typst_maker.pdf(printed, columns=2, size=10.5),
    "reportlab, two columns": lambda printed: reportlab_maker.pdf(printed, columns=2, size=10.5),
}
TWO_COLUMNS = 1000
"""Characters from which a text fills both columns of a page."""
FLOORS = {"typst": 0.96, "reportlab": 0.96, "docx": 0.98, "html": 0.97, "typst, two columns": 0.95, "reportlab, two columns": 0.94}
"""Share of the items of the text that the printed text gives whole."""


@cache
def texts() -> dict[Path, tuple[Sheet, Document]]:
    return {path: (sheet(path.read_bytes()), pipeline.extract(path)) for path in SAMPLES}


@pytest.mark.parametrize("maker", MAKERS)
def test_items_of_the_print_are_those_of_the_text(maker: str) -> None:
    right, missed = 0, []
    for path, (printed, document) in texts().items():
        if "columns" in maker and printed.characters < TWO_COLUMNS:
            continue
        found = items(pipeline.extract(MAKERS[maker](printed)))
        for item in items(document):
            right += item in found
            missed += [] if item in found else [(path.parent.name, item[1])]
    assert right >= FLOORS[maker] * (right + len(missed)), missed


def items(document: Document) -> list[tuple[str, ...]]:
    """Section, title, text and attributions, without blanks: a printer sets those as the line needs them."""
    return [
        (
            squeeze(section.title),
            squeeze(item.title),
            squeeze(item.text),
            *sorted({squeeze(row.text) for row in item.attributions}),
        )
        for section in document.sections
        for item in section.items
    ]


def squeeze(text: str | None) -> str:
    return "".join(c for c in text or "" if c == "\n" or not c.isspace())
