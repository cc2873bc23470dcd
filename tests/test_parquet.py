"""Parquet files, and the engines that read what is written here: DuckDB and pandas over Parquet, CSV and SQLite."""

import math
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb
import pandas as pd
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from strategies import NASTY, archives, bulletin, documents, filled, nasty_bulletin

from pipeline.errors import OutputError
from pipeline.load import load
from pipeline.model.document import Document
from pipeline.writers import parquet
from pipeline.writers.csv_package import write_package
from pipeline.writers.parquet import write_parquet
from pipeline.writers.strings import as_unicode
from pipeline.writers.table_layout import TABLES, Cell
from pipeline.writers.tables import to_tables


def expected(name: str, rows: list[tuple[Cell, ...]]) -> list[dict[str, Any]]:
    """The rows as Parquet has to give them back."""
    kinds = {column.name: column.kind for column in TABLES[name].columns}

    def value(column: str, cell: Cell) -> Any:
        if isinstance(cell, str) and kinds[column] == "date":
            return date.fromisoformat(cell)
        beyond = isinstance(cell, int) and not -(2**63) <= cell < 2**63
        return None if beyond else as_unicode(cell)

    return [{column: value(column, cell) for column, cell in zip(kinds, row, strict=True)} for row in rows]


def same(found: Any, wanted: Any) -> bool:
    return found == wanted or (isinstance(found, float) and math.isclose(found, wanted))


@settings(max_examples=10, deadline=None)
@given(archives)
def test_every_table_holds_its_rows(archive: list[Document]) -> None:
    with TemporaryDirectory() as folder:
        write_parquet(archive, folder)
        for name, rows in to_tables(archive).items():
            table = pq.read_table(f"{folder}/{name}.parquet")
            assert table.to_pylist() == expected(name, rows)
            assert table.schema.names == [column.name for column in TABLES[name].columns]


@pytest.mark.parametrize("text", NASTY)
def test_every_nasty_text_survives(text: str, tmp_path: Path) -> None:
    write_parquet(nasty_bulletin(text), tmp_path)
    (row,) = pq.read_table(tmp_path / "sources.parquet").to_pylist()
    assert row["text"] == as_unicode(text)


def test_rows_are_written_in_groups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "ROW_GROUP", 4)
    write_parquet(map(bulletin, range(10)), tmp_path)
    assert pq.ParquetFile(tmp_path / "items.parquet").num_row_groups == 3
    assert pq.read_table(tmp_path / "items.parquet")["issue_id"].to_pylist() == [bulletin(n).id for n in range(10)]
    monkeypatch.setattr(parquet, "CHARACTERS", 1)
    write_parquet(map(bulletin, range(10)), tmp_path)
    assert pq.ParquetFile(tmp_path / "items.parquet").num_row_groups == 10


def test_columns_have_their_chinese_titles(tmp_path: Path) -> None:
    write_parquet([], tmp_path)
    schema = pq.read_schema(tmp_path / "items.parquet")
    assert schema.metadata[b"title"].decode() == "篇目"
    assert schema.field("text").metadata[b"title"].decode() == "正文"


def test_a_date_that_is_no_date_is_null(tmp_path: Path) -> None:
    document = bulletin()
    write_parquet(document._replace(masthead=document.masthead._replace(date="2020-02-30")), tmp_path)
    assert pq.read_table(tmp_path / "issues.parquet")["date"].to_pylist() == [None]


def test_pandas_reads_what_load_gives(tmp_path: Path) -> None:
    write_parquet([bulletin(1), filled(Document)], tmp_path)
    for name, frame in load([bulletin(1), filled(Document)]).items():
        found = pd.read_parquet(tmp_path / f"{name}.parquet")
        assert found.astype(object).where(found.notna(), None).to_numpy().tolist() == [
            [value.date() if isinstance(value, pd.Timestamp) else value for value in row]
            for row in frame.astype(object).where(frame.notna(), None).to_numpy().tolist()
        ]


@pytest.mark.parametrize("suffix", ["parquet", "csv"])
def test_duckdb_reads_every_table(suffix: str, tmp_path: Path) -> None:
    archive = [bulletin(1), bulletin(2), filled(Document)]
    (write_parquet if suffix == "parquet" else write_package)(archive, tmp_path)
    for name, rows in to_tables(archive).items():
        found = duckdb.execute(f"SELECT * FROM '{tmp_path}/{name}.{suffix}'")  # noqa: S608
        assert [column[0] for column in found.description or ()] == [column.name for column in TABLES[name].columns]
        assert len(found.fetchall()) == len(rows)
    tables = f"'{tmp_path}/items.{suffix}' items JOIN '{tmp_path}/attributions.{suffix}' USING (issue_id, item_id)"
    counted = duckdb.execute(f"SELECT organization, count(*) FROM {tables} GROUP BY 1 ORDER BY 2 DESC").fetchall()  # noqa: S608
    assert counted == [("青岩区总工会", 2), ("文", 1)]
    assert duckdb.execute(f"SELECT max(date) FROM '{tmp_path}/issues.{suffix}'").fetchall() == [(date(2020, 5, 19),)]  # noqa: S608


@settings(max_examples=5, deadline=None)
@given(documents)
def test_an_id_twice_is_an_output_error(document: Document) -> None:
    with TemporaryDirectory() as folder:
        with pytest.raises(OutputError, match="two documents have the id"):
            write_parquet([document, document], folder)
        assert list(Path(folder).iterdir()) == []
