"""An issue that is dated by its month alone: 1993-05, in every output, and what its days are reckoned from."""

import json
from datetime import date
from pathlib import Path

import pandas
import pytest
from frictionless import system, validate
from jsonschema import Draft202012Validator

import pipeline
from pipeline.writers.parquet import write_parquet
from pipeline.writers.schema import json_schema
from pipeline.writers.tei import to_tei

SOURCE = """　　　青 岚 昆 虫 学 会 通 讯

　　1993年第2期　（总第21期）
　　青岚昆虫学会秘书处编印
　　　　1993年5月

　　第六届年会在青岚召开
　　学会第六届年会于4月16日召开，到会代表29人。昨日发出通知，6月10日举办讲座，12月3日整理的标本全部上架。
"""


@pytest.fixture(scope="module")
def document() -> pipeline.Document:
    return pipeline.extract(SOURCE.encode())


def test_the_month_is_its_date(document: pipeline.Document) -> None:
    assert (document.masthead.date, document.masthead.date_text, document.masthead.year) == ("1993-05", "1993年5月", 1993)


@pytest.mark.parametrize(
    ("line", "told"),
    [("1993年5月号", "1993-05"), ("一九九三年五月出版", "1993-05"), ("1993年5月20日　　1993年6月", "1993-05-20"), ("1993年13月", None)],
)
def test_what_a_line_says(line: str, told: str | None) -> None:
    assert pipeline.extract(SOURCE.replace("1993年5月", line).encode()).masthead.date == told


def test_days_are_reckoned_from_the_end_of_the_month(document: pipeline.Document) -> None:
    dates = document.sections[0].items[0].dates
    assert [(row.text, row.edtf) for row in dates] == [
        ("4月16日", "1993-04-16"), ("昨日", None), ("6月10日", "1993-06-10"), ("12月3日", "1992-12-03"),
    ]  # fmt: skip


def test_the_outputs_hold_it(document: pipeline.Document, tmp_path: Path) -> None:
    Draft202012Validator(json_schema(), format_checker=Draft202012Validator.FORMAT_CHECKER).validate(json.loads(pipeline.to_json(document)))
    pipeline.write_package([document], tmp_path)
    with system.use_context(trusted=True):
        assert validate(str(tmp_path / "datapackage.json")).valid
    assert pipeline.load(tmp_path)["issues"]["date"][0] == pandas.Timestamp(1993, 5, 1)
    write_parquet(document, tmp_path / "parquet")
    assert pandas.read_parquet(tmp_path / "parquet" / "issues.parquet")["date"][0] == date(1993, 5, 1)
    assert '<date when="1993-05">1993年5月</date>' in to_tei(document)


@pytest.mark.parametrize("heading", ["一九八五年大事记", "1985年度全县大事记", "1985年青岚大事纪要"])
def test_a_chronicle_tells_of_the_year_that_its_heading_names(heading: str) -> None:
    days = "●1月　青岚砂轮厂下放，隶属县机械公司。\n●3月5日　县经委召开厂长会议，到会代表29人。\n●12月28日　青岚煤矿投产，年产原煤21万吨。\n"
    issue = f"　　　青 岚 史 料\n　　1986年第2期\n青岚县史志办公室　　1986年3月1日\n────────\n\n　　　{heading}\n\n{days}"
    items = [item for section in pipeline.extract(issue.encode()).sections for item in section.items]
    assert [date.edtf for item in items for date in item.dates] == ["1985-01", "1985-03-05", "1985-12-28"]
