from typing import Any

import pytest
from hypothesis import given, settings
from strategies import archives, bulletin, filled

from pipeline.errors import InputError, OutputError
from pipeline.model.document import Document, Section
from pipeline.writers.shape import Record, fields
from pipeline.writers.table_layout import IDS, TABLES
from pipeline.writers.tables import from_tables, to_tables


@settings(max_examples=60)
@given(archives)
def test_tables_hold_the_same_documents_with_unique_keys_in_any_order(archive: list[Document]) -> None:
    tables = to_tables(archive)
    assert repr(from_tables(tables)) == repr(tuple(archive))
    shuffled = {name: rows if name == "issues" else rows[::-1] for name, rows in tables.items()}
    assert from_tables(shuffled) == tuple(archive), "the order of rows is in the rows"
    for name, rows in tables.items():
        assert all(len(row) == len(TABLES[name].columns) for row in rows)
        assert not any(isinstance(cell, tuple | list) for row in rows for cell in row)
        names = [column.name for column in TABLES[name].columns]
        keys = [tuple(row[names.index(column)] for column in TABLES[name].primary_key) for row in rows]
        assert len(set(keys)) == len(keys)


def leaves(record: Record, path: str = "") -> list[tuple[str, str]]:
    """Class and field of everything that a document can hold, lists of plain values included."""
    found = []
    for field in fields(record):
        inner = field.record or (field.element and field.element.record)
        found += leaves(inner, path) if inner else [(field.owner, field.name)]
    return found


def test_every_field_of_the_model_has_a_column() -> None:
    columns = [column for table in TABLES.values() for column in table.columns]
    assert set(leaves(Document)) == {(column.owner, column.field) for column in columns if column.owner}


def test_columns_have_one_name_each_and_start_with_the_issue() -> None:
    for table in TABLES.values():
        names = [column.name for column in table.columns]
        assert len(set(names)) == len(names)
        assert names[0] == "issue_id"
        assert set(table.primary_key) <= set(names)
        for key in table.foreign_keys:
            assert set(key.columns) <= set(names)
            assert set(key.columns) <= {column.name for column in TABLES[key.table].columns}


def test_tables_of_the_contract() -> None:
    promised = (
        "issues contents sections items segments attributions outline dates organizations persons places quantities "
        "document_numbers recipients contacts entities warnings ledger sources"
    )
    assert set(promised.split()) <= set(TABLES)
    assert set(IDS.values()) == {"issue_id", "section_id", "item_id", "entity_id"}


def test_a_bulletin_as_rows() -> None:
    tables = to_tables(bulletin())
    start = bulletin().text.index("青岩区总工会")
    assert tables["attributions"] == [
        ("iss-00000000000c", "itm-00000000000c", 1, "青岩区总工会 柳莹", "青岩区总工会", "柳莹", None, start, start + 9, "ent-2")
    ]
    assert tables["emails"] == [("iss-00000000000c", 1, "ghxx@example.cn")]
    assert tables["segments"][0][-4:] == (None,) * 4
    assert tables["sources"][0][-1] == bulletin().text


def test_two_documents_of_one_id_are_refused() -> None:
    with pytest.raises(OutputError, match=r"two documents have the id iss-00000000000c \(d1.txt and d1.txt\)"):
        to_tables([bulletin(), bulletin()])


def test_two_items_of_one_id_are_refused() -> None:
    document = bulletin()
    section: Section = document.sections[0]
    with pytest.raises(OutputError, match="two items have the id"):
        to_tables(document._replace(sections=(section._replace(items=section.items * 2),)))


def test_a_row_that_belongs_to_nothing_is_refused() -> None:
    tables = to_tables(bulletin())
    tables["items"] = []
    with pytest.raises(InputError, match=r"belongs to issue_id .*, item_id .*, which is not in items"):
        from_tables(tables)


def test_a_document_without_its_source_is_refused() -> None:
    tables = to_tables(bulletin())
    tables["sources"] = []
    with pytest.raises(InputError, match="table sources: 0 rows for issue_id iss-00000000000c"):
        from_tables(tables)


def test_a_missing_table_is_refused() -> None:
    tables = to_tables(bulletin())
    del tables["dates"]
    with pytest.raises(InputError, match="the table dates is missing"):
        from_tables(tables)


def test_a_full_document_fills_every_column() -> None:
    tables = to_tables(filled(Document))
    assert all(rows and None not in rows[0] for rows in tables.values())


def test_two_rows_of_one_source_are_an_input_error() -> None:
    tables = to_tables(bulletin())
    file = [column.name for column in TABLES["sources"].columns].index("file")
    (row,) = tables["sources"]
    nameless = (*row[:file], None, *row[file + 1 :])
    for rows in ([], [row, row], [row, nameless], [nameless, row]):
        with pytest.raises(InputError, match=f"table sources: {len(rows)} rows for issue_id {row[0]}, not one; write the package anew"):
            from_tables(tables | {"sources": rows})


@pytest.mark.parametrize("hint", [int | str, int | str | None, bytes, list[str]])
def test_a_field_that_no_format_can_hold_is_a_fault_of_the_model(hint: Any) -> None:
    class Wrong:
        __annotations__ = {"field": hint}

    with pytest.raises(TypeError, match=r"Wrong\.field: "):
        fields(Wrong)
