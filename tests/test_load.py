import builtins
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from strategies import archives, bulletin, filled

from pipeline.errors import DependencyError, InputError
from pipeline.load import load
from pipeline.model.document import Document
from pipeline.writers.csv_package import write_package
from pipeline.writers.json_lines import write_lines
from pipeline.writers.json_writer import to_json
from pipeline.writers.sqlite_file import write_sqlite
from pipeline.writers.table_layout import TABLES

DTYPES = {"string": "string", "integer": "Int64", "number": "float64", "boolean": "boolean"}


def test_all_sources_give_the_same_frames(tmp_path: Path) -> None:
    documents = [bulletin(1), bulletin(2), filled(Document, "=1+1\n")]
    for number, document in enumerate(documents):
        path = tmp_path / f"json/{number}/d.json"
        path.parent.mkdir(parents=True)
        path.write_text(to_json(document), "utf-8")
    (tmp_path / "json/all.metadata.json").write_text("{}", "utf-8")
    write_package(documents, tmp_path / "package")
    write_lines(documents, tmp_path / "d.jsonl")
    write_sqlite(documents, tmp_path / "d.sqlite")
    frames = load(documents)
    assert len(frames["issues"]) == 3
    for source in ("json", "package", "d.jsonl", "d.sqlite"):
        for name, frame in load(tmp_path / source).items():
            pd.testing.assert_frame_equal(frame, frames[name])
    for name, frame in load(str(tmp_path / "json/1/d.json")).items():
        pd.testing.assert_frame_equal(frame, load(documents[1])[name])


def test_an_issue_that_stands_twice_counts_once(tmp_path: Path) -> None:
    for name in ("a", "b"):
        document = bulletin(1)
        document = document._replace(source=document.source._replace(file=f"{name}.pdf"))
        (tmp_path / f"{name}.json").write_text(to_json(document), "utf-8")
    with pytest.warns(UserWarning, match=r"b\.pdf: the same issue as a\.pdf"):
        frames = load(tmp_path)
    assert frames["sources"]["file"].tolist() == ["a.pdf"]


def test_a_value_that_is_not_among_the_fixed_ones_is_kept() -> None:
    document = bulletin()
    role: Any = "footnote"  # of a later version
    ledger = (document.ledger[0]._replace(role=role),)
    assert load(document._replace(ledger=ledger))["ledger"]["role"].tolist() == ["footnote"]


@pytest.mark.parametrize("documents", [[], [bulletin(1), bulletin(2)], filled(Document)])
def test_every_column_has_its_type_even_without_a_row(documents: Any) -> None:
    frames = load(documents)
    assert list(frames) == list(TABLES)
    for name, table in TABLES.items():
        assert list(frames[name].columns) == [column.name for column in table.columns]
        for column in table.columns:
            dtype = str(frames[name][column.name].dtype)
            if column.choices:
                assert list(frames[name][column.name].cat.categories)[: len(column.choices)] == list(column.choices)
            else:
                assert dtype.startswith("datetime64") if column.kind == "date" else dtype == DTYPES[column.kind]


@settings(max_examples=15, deadline=None)
@given(archives)
def test_any_document_can_be_loaded(archive: list[Document]) -> None:
    assert len(load(archive)["issues"]) == len(archive)


def test_values() -> None:
    frames = load(bulletin())
    date = frames["dates"].iloc[0]
    assert date["date_start"] == pd.Timestamp("2020-05-13")
    assert frames["issues"]["colophon_print_date"].isna().all()
    assert frames["places"]["entity_id"].isna().all()
    assert frames["quantities"]["value"].sum() == 20
    joined = frames["items"].merge(frames["attributions"], on=["issue_id", "item_id"], suffixes=("", "_printed"))
    assert joined["organization"].tolist() == ["青岩区总工会"]


def test_a_date_that_is_no_date_is_missing() -> None:
    document = bulletin()
    frames = load(document._replace(masthead=document.masthead._replace(date="2020-02-30")))
    assert frames["issues"]["date"].isna().all()


def test_an_integer_beyond_64_bits_is_kept() -> None:
    document = bulletin()
    frames = load(document._replace(masthead=document.masthead._replace(issue_number=10**30)))
    assert frames["issues"]["issue_number"].tolist() == [10**30]


def test_without_pandas_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    original = builtins.__import__

    def refuse(name: str, *args: Any, **options: Any) -> Any:
        if name == "pandas":
            raise ImportError(name)
        return original(name, *args, **options)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(DependencyError, match=r"pip install 'bulletin-extract\[pandas\]'"):
        load(bulletin())


def test_what_cannot_be_read_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot read"):
        load(tmp_path / "none.json")
    with pytest.raises(InputError, match="no document is in"):
        load(tmp_path)
    (tmp_path / "a.json").write_text("{}", "utf-8")
    with pytest.raises(InputError, match=r"a\.json: not a JSON document of bulletin-extract"):
        load(tmp_path)
    (tmp_path / "b.jsonl").write_text(to_json(bulletin(), indent=None) + "{\n", "utf-8")
    with pytest.raises(InputError, match=r"b\.jsonl, line 2: not a JSON document"):
        load(tmp_path / "b.jsonl")
    write_package(bulletin(), tmp_path / "package")
    (tmp_path / "package/dates.csv").unlink()
    with pytest.raises(InputError, match=r"cannot read .*dates\.csv"):
        load(tmp_path / "package")
