"""What only the whole archive shows."""

import csv
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from batch_tasks import bulletin

from pipeline.batch.facts import Facts, facts_of
from pipeline.batch.journal import Journal
from pipeline.batch.series import write_series
from pipeline.extract import extract
from pipeline.model.document import Document, Entity

Findings = dict[str, list[dict[str, str]]]
Check = Callable[[list[Facts]], Findings]


def facts(number: int | None, year: int = 2021, **changes: Any) -> Facts:
    """Those of a bulletin in which nothing is to be found."""
    plain = Facts("工会信息", "滨江市总工会", year, number, None, f"{year}-{number or 1:02}-10", "jianbao", 1, 1, {}, ["要闻"], [], [])
    return plain._replace(**changes)


@pytest.fixture
def check(tmp_path: Path) -> Check:
    """Facts of an archive → findings by code."""

    def check(archive: list[Facts]) -> Findings:
        with Journal(str(tmp_path / "journal")) as journal:
            for place, row in enumerate(archive):
                values = (place, f"k{place}", f"{place}.txt", f"iss-{place}")
                journal.execute(
                    "INSERT INTO files (id, position, key, name, path, place, recipe, state, issue_id) "
                    "VALUES (?1, ?1, ?2, ?3, '', '', '', 'done', ?4)", values
                )  # fmt: skip
                journal.execute("INSERT INTO facts VALUES (?, ?)", (place, row.to_json()))
            counts = write_series(journal, str(tmp_path / "series.csv"), str(tmp_path / "entities.csv"))
        rows = read(tmp_path / "series.csv")
        assert counts == Counter(row["code"] for row in rows)
        return {code: [row for row in rows if row["code"] == code] for code in {row["code"] for row in rows}}

    return check


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_a_whole_series_has_no_findings(check: Check) -> None:
    assert check([*(facts(number) for number in range(1, 13)), *(facts(number, 2022) for number in range(1, 6))]) == {}


def test_missing_numbers(check: Check) -> None:
    found = check([facts(2), facts(4), facts(9), facts(3, 2022)])["issue_missing"]
    assert [row["message"].split(":")[0] for row in found] == [
        "number 3 of 2021 before this issue", "numbers 5 to 8 of 2021 before this issue", "numbers 1 to 2 of 2022 before this issue",
    ]  # fmt: skip
    assert (found[0]["source"], found[0]["other_source"]) == ("1.txt", "0.txt")


def test_numbers_that_run_on_from_year_to_year(check: Check) -> None:
    found = check([facts(11), facts(12), facts(13, 2022), facts(14, 2022), facts(16, 2023)])["issue_missing"]
    assert [row["message"].split(":")[0] for row in found] == ["number 15 of 2023 before this issue"]


def test_bulletins_of_the_same_title_are_told_apart_by_who_issues_them(check: Check) -> None:
    assert check([facts(1), facts(2), facts(8, issuer="江东区总工会"), facts(9, issuer="江东区总工会")]) == {}


def test_a_number_that_stands_twice(check: Check) -> None:
    (found,) = check([facts(1), facts(2), facts(2)])["issue_repeated"]
    assert (found["source"], found["other_source"]) == ("2.txt", "1.txt")


def test_a_total_number_will_do(check: Check) -> None:
    (found,) = check([facts(None, cumulative=30), facts(None, cumulative=32)])["issue_missing"]
    assert found["message"].startswith("number 31 of 2021")


def test_dates_out_of_order(check: Check) -> None:
    (found,) = check([facts(1), facts(2, date="2021-03-10"), facts(3, date="2021-02-28"), facts(4, date=None), facts(5)])["date_order"]
    assert found["message"] == "2021-02-28 is before 2021-03-10, the date of number 2 of 2021"


def test_a_month_holds_its_days(check: Check) -> None:
    found = check([facts(1, date="2021-03-10"), facts(2, date="2021-03"), facts(3, date="2021-02")])["date_order"]
    assert [row["message"] for row in found] == ["2021-02 is before 2021-03, the date of number 2 of 2021"]


def test_a_section_that_is_renamed(check: Check) -> None:
    before = [facts(number, sections=["要闻", "简讯"]) for number in (1, 2, 3)]
    after = [facts(number, sections=["要闻动态", "简讯"]) for number in (4, 5)]
    (found,) = check([*before, *after])["section_renamed"]
    assert found["message"] == "the section 要闻动态 begins where 要闻 has ended"
    assert (found["source"], found["other_source"]) == ("3.txt", "2.txt")


def test_a_text_in_two_issues(check: Check) -> None:
    text = ["itm-1", "市总召开座谈会", "0123456789abcdef"]
    (found,) = check([facts(1, texts=[text]), facts(2), facts(3, texts=[text, text])])["item_repeated"]
    assert (found["source"], found["other_source"]) == ("2.txt", "0.txt")


def test_entities_are_joined_and_names_that_mean_two_units_told(check: Check, tmp_path: Path) -> None:
    full = ["ent-1", "organization", "滨江市总工会", ["市总工会"], 3]
    own = ["ent-2", "organization", "市总工会", [], 2]
    again = ["ent-1", "organization", "滨江市总工会", ["市总工会", "市总"], 4]
    (found,) = check([facts(1, entities=[full]), facts(2, entities=[again]), facts(3, entities=[own])])["unit_names"]
    assert found["message"] == "市总工会 is a unit of its own here, and short for 滨江市总工会 elsewhere"
    assert (found["source"], found["other_source"]) == ("2.txt", "0.txt")
    rows = {row["entity_id"]: row for row in read(tmp_path / "entities.csv")}
    assert rows["ent-1"] == {
        "entity_id": "ent-1", "type": "organization", "name": "滨江市总工会", "aliases": "市总、市总工会", "issues": "2", "mentions": "7",
    }  # fmt: skip


@pytest.mark.parametrize("other", [{"title": "妇女工作"}, {"issuer": "江东区总工会"}])
def test_a_short_name_may_mean_another_unit_in_another_bulletin(check: Check, other: dict[str, Any]) -> None:
    full = ["ent-1", "organization", "滨江市财政局", ["市财政局"], 3]
    own = ["ent-2", "organization", "市财政局", [], 2]
    assert check([facts(1, entities=[full]), facts(2, entities=[own], **other)]) == {}


def test_facts_of_a_document() -> None:
    document = with_entity(extract(bulletin(3).encode()))
    found = facts_of(document)
    assert (found.title, found.number, found.date, found.sections, found.items) == ("工会信息", 3, "2021-03-19", ["要闻"], 1)
    item = document.sections[0].items[0]
    assert found.texts[0][:2] == [item.id, "市总工会召开第3次座谈会"]
    nameless = document._replace(sections=(document.sections[0]._replace(items=(item._replace(title=None),)),))
    assert facts_of(nameless).texts[0][1] == item.text[:20]
    assert found.entities == [["ent-1", "organization", "滨江市总工会\ud800", ["市总"], 1]]
    found.to_json().encode()  # a lone surrogate is no obstacle


def with_entity(document: Document) -> Document:
    return document._replace(entities=(Entity("ent-1", "organization", "滨江市总工会\ud800", ("市总",), 1),))
