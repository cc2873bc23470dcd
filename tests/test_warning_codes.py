"""Codes of warnings and findings: all of them are documented, and what asks to be checked is told from what is for information."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import pipeline
from pipeline.batch.findings import Findings
from pipeline.model.document import DocumentWarning
from pipeline.model.warning_codes import NOTES, UNREAD
from pipeline.warning_lines import to_check, warning_summary, what_is_lost

ROOT = Path(pipeline.__file__).parent
PAGE = (Path(__file__).resolve().parent.parent / "docs/warnings.md").read_text("utf-8")
GIVEN = re.compile(r"^(DocumentWarning|Finding|Lost|self\._warning|_warn|_found)$")
"""Calls whose first or second words are a code."""
CODE = re.compile(r"[a-z]+(_[a-z]+)+")


def codes_of(path: Path) -> Iterator[str]:
    """Words with an underscore that are handed to such a call, or wait in a variable `code`."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and GIVEN.match(ast.unparse(node.func)):
            found = node.args[:1]
        elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "code":
            found = [node.value]
        else:
            continue
        words = [part.value for value in found for part in ast.walk(value) if isinstance(part, ast.Constant)]
        yield from (word for word in words if isinstance(word, str) and CODE.fullmatch(word))


def documented(heading: str) -> set[str]:
    section = PAGE.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    return set(re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE))


def test_every_code_stands_in_the_docs_under_what_it_asks_for() -> None:
    given = {code for path in ROOT.rglob("*.py") for code in codes_of(path)}
    assert given >= UNREAD | NOTES
    assert documented("A part of the source was not read") == UNREAD
    assert documented("For information") == NOTES
    assert documented("To check") == given - UNREAD - NOTES


@pytest.mark.parametrize(
    ("codes", "line"),
    [
        (["count_mismatch"], "1 warning (count_mismatch 1)"),
        (["no_items", "count_mismatch", "no_items"], "3 warnings (count_mismatch 1, no_items 2)"),
        (["columns_in_turn"], "1 note (columns_in_turn 1)"),
        (["hidden_text", "no_items", "hidden_text"], "1 warning (no_items 1), 2 notes (hidden_text 2)"),
        ([], ""),
    ],
)
def test_the_warnings_of_a_document_in_a_line(codes: list[str], line: str) -> None:
    assert warning_summary(codes) == line


def test_what_is_lost_is_told_first() -> None:
    lost, doubt = (DocumentWarning(code, f"{code} is told", None, None, None) for code in ("ocr_missing", "no_items"))
    assert what_is_lost([doubt, lost]) == "ocr_missing is told"
    assert what_is_lost([lost, doubt, lost]) == "ocr_missing is told (the first of 2 such warnings)"
    assert what_is_lost([doubt]) == ""


def test_what_asks_to_be_checked_is_told_before_what_is_for_information() -> None:
    warnings = {"columns_in_turn": 7, "no_items": 1, "decode_errors": 3}
    findings = Findings(3, warnings, {"issue_missing": 1, "item_repeated": 9})
    assert list(findings.told("out/series.csv")) == [
        "to check in 3 sources: decode_errors 3, no_items 1",
        "to check over the whole archive: issue_missing 1; see out/series.csv",
        "for information: item_repeated 9, columns_in_turn 7",
    ]
    assert list(Findings(0, {"hidden_text": 1}, {}).told("x")) == ["for information: hidden_text 1"]
    assert list(Findings(1, {"no_items": 1}, {"date_order": 1}).told("x"))[1:] == ["to check over the whole archive: date_order 1; see x"]
    assert list(Findings(0, {}, {}).told("x")) == []
    assert to_check(warnings) == 4
    assert Findings.from_json(findings.to_json()) == findings
