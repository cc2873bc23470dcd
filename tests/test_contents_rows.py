"""Rows of the printed contents: numbers set apart by blanks, entries over two lines, page numbers on lines of their own."""

import pytest
from small_issue import OTHER, TEXT, items_of, read

FIRST, SECOND, THIRD = "3月份工作要点", "市志编纂进入总纂阶段并完成初稿", "关于加强值班和信息报送工作的几点意见"
BODY = f"\n{FIRST}\n　　{TEXT}\n\n{SECOND}\n　　{OTHER}\n\n{THIRD}\n　　{TEXT}\n"

ROWS = {
    "numbers and wide blanks": (f"1　　{FIRST} ……… 1\n2　　{SECOND} ……… 2\n10　{THIRD} ……… 3\n", ["1", "2", "10"]),
    "numbers and single blanks": (f"1 {FIRST} ……… 1\n2 {SECOND} ……… 2\n3 {THIRD} ……… 3\n", ["1", "2", "3"]),
    "page numbers below": (f"{FIRST}\n1\n{SECOND}\n2\n{THIRD}\n3\n", [None] * 3),
    "page numbers below entries of two lines": (f"{FIRST}\n1\n{SECOND[:10]}\n{SECOND[10:]}\n2\n{THIRD[:12]}\n{THIRD[12:]}\n3\n", [None] * 3),
    "the last page number below leaders": (f"{FIRST} ……… 1\n{SECOND[:10]}\n{SECOND[10:]} ………\n2\n{THIRD} ……… 3\n", [None] * 3),
    "page numbers above": (f"1\n{FIRST}\n2\n{SECOND[:10]}\n{SECOND[10:]}\n3\n{THIRD}\n", [None] * 3),
}


@pytest.mark.parametrize(("rows", "numbers"), ROWS.values(), ids=ROWS)
def test_rows(rows: str, numbers: list[str | None]) -> None:
    document = read(f"目　录\n{rows}{BODY}")
    assert [(row.title, row.page, row.match) for row in document.contents] == [(FIRST, 1, "exact"), (SECOND, 2, "exact"), (THIRD, 3, "exact")]
    assert [row.number for row in document.contents] == numbers
    assert [item.title for item in items_of(document)] == [FIRST, SECOND, THIRD]
    assert "furniture" not in {run.role for run in document.ledger}


def test_sections_behind_numerals_and_blanks() -> None:
    rows = f"一　领导讲话\n1　　{FIRST}……（1）\n二　业务交流\n2　　{SECOND}……（3）\n3　　{THIRD}……（5）\n"
    body = f"\n领导讲话\n\n{FIRST}\n　　{TEXT}\n\n业务交流\n\n{SECOND}\n　　{OTHER}\n\n{THIRD}\n　　{TEXT}\n"
    document = read(f"目　录\n{rows}{body}")
    assert [(row.section, row.title) for row in document.contents] == [("领导讲话", FIRST), ("业务交流", SECOND), ("业务交流", THIRD)]
    assert [(section.title, len(section.items)) for section in document.sections] == [("领导讲话", 1), ("业务交流", 2)]


def test_authors_behind_leaders_and_the_page_below() -> None:
    rows = f"{FIRST} ……… 青　松\n1\n{SECOND[:10]}\n{SECOND[10:]} ………… 东河街道\n4\n{THIRD}\n9\n"
    body = f"\n{FIRST}\n青　松\n　　{TEXT}\n\n{SECOND}\n东河街道\n　　{OTHER}\n\n{THIRD}\n　　{TEXT}\n"
    document = read(f"目　录\n{rows}{body}")
    assert [(row.title, row.page, row.match) for row in document.contents] == [(FIRST, 1, "exact"), (SECOND, 4, "exact"), (THIRD, 9, "exact")]
    assert [item.title for item in items_of(document)] == [FIRST, SECOND, THIRD]


def test_page_numbers_of_pages_below_the_contents() -> None:
    page = f"　　{TEXT}\n" * 4
    document = read(f"目　录\n{FIRST} ……… 1\n{SECOND} ……… 2\n\n{FIRST}\n{page}1\n{page}2\n\n{SECOND}\n{page}3\n")
    assert [document.text[run.start : run.end].strip() for run in document.ledger if run.role == "furniture"] == ["1", "2", "3"]
