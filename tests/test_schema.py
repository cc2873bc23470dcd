import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator
from strategies import NASTY, bulletin, documents, filled, nasty_bulletin

from pipeline.errors import OutputError
from pipeline.model.document import Document
from pipeline.writers.datapackage import descriptor, descriptor_text
from pipeline.writers.json_writer import to_json
from pipeline.writers.labels import COLUMN_NOTES, COLUMN_TITLES, TABLE_TITLES, column_note, column_title, table_title
from pipeline.writers.schema import json_schema, schema_text, write_schemas
from pipeline.writers.table_layout import TABLES

ROOT = Path(__file__).parent.parent
VALIDATOR = Draft202012Validator(json_schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(json_schema())


@settings(max_examples=30, deadline=None)
@given(documents)
def test_every_document_is_valid(document: Document) -> None:
    VALIDATOR.validate(json.loads(to_json(document)))


@pytest.mark.parametrize("document", [bulletin(), filled(Document), *map(nasty_bulletin, NASTY)])
def test_documents_by_hand_are_valid(document: Document) -> None:
    VALIDATOR.validate(json.loads(to_json(document)))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["id"], "12"),
        (["text"], None),
        (["masthead", "date"], "2020年5月19日"),
        (["masthead", "year"], "2020"),
        (["sections", 0, "items", 0, "kind"], "件"),
        (["sections", 0, "items", 0, "segments", 0, "bbox"], [1, 2, 3]),
        (["sections", 0, "items", 0, "segments", 0, "bbox"], [1, 2, 3, 4, 5]),
        (["sections", 0, "items", 0, "dates", 0, "start"], -1),
        (["ledger", 0, "role"], None),
        (["source"], {}),
    ],
)
def test_what_is_not_valid_is_found(path: list[str | int], value: object) -> None:
    data: Any = json.loads(to_json(bulletin()))
    target = data
    for part in path[:-1]:
        target = target[part]
    target[path[-1]] = value
    assert not VALIDATOR.is_valid(data)


def test_a_field_may_be_added() -> None:
    data = json.loads(to_json(bulletin()))
    data["later"] = data["masthead"]["later"] = 1
    VALIDATOR.validate(data)


def test_the_published_files_are_those_of_the_model() -> None:
    hint = "run: python -m pipeline.writers.schema schemas/"
    assert (ROOT / "schemas/document.schema.json").read_text("utf-8") == schema_text(), hint
    assert (ROOT / "schemas/datapackage.json").read_text("utf-8") == descriptor_text(), hint


def test_writing_the_schemas(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "pipeline.writers.schema", str(tmp_path / "made")]
    subprocess.run(command, check=True, cwd=ROOT)
    assert {path.name for path in (tmp_path / "made").iterdir()} == {"document.schema.json", "datapackage.json"}
    with pytest.raises(OutputError):
        write_schemas(tmp_path / "made/datapackage.json")


def test_every_table_and_column_has_a_chinese_title_and_every_title_a_column() -> None:
    used = {
        key if (key := f"{table.name}.{column.name}") in COLUMN_TITLES else column.name
        for table in TABLES.values()
        for column in table.columns
    }
    assert used == set(COLUMN_TITLES)
    assert set(TABLE_TITLES) == set(TABLES)
    titles = [table_title(name) for name in TABLES] + [column_title(*key.rpartition(".")[::2]) for key in COLUMN_TITLES]
    assert not [title for title in titles if "件" in title.replace("文件", "")]
    assert not [title for title in titles if title in ("档号", "保管期限")]


def test_every_english_note_is_used() -> None:
    places = [(table.name, column.name) for table in TABLES.values() for column in table.columns]
    used = {place if (place := f"{table}.{name}") in COLUMN_NOTES else name for table, name in places}
    assert set(COLUMN_NOTES) <= used
    assert column_note("sources", "text").startswith("The whole text")
    assert column_note("dates", "start", "Of the model.") == "Of the model."
    assert column_note("dates", "start").startswith("Offset of the first character")


def test_every_column_and_every_value_of_the_document_says_what_it_means() -> None:
    fields = [(resource["name"], field) for resource in descriptor()["resources"] for field in resource["schema"]["fields"]]
    assert not [f"{table}.{field['name']}" for table, field in fields if not field.get("description")]
    schema = json_schema()
    silent = [
        f"{name}.{key}"
        for name, record in {"Document": schema, **schema["$defs"]}.items()
        for key, value in record["properties"].items()
        if not value.get("description") and "$ref" not in value.get("items", value)  # a class says itself what it is
    ]
    assert not silent



def test_docstrings_of_the_model_become_descriptions() -> None:
    schema = json_schema()
    assert schema["$defs"]["Masthead"]["properties"]["cumulative_number"]["description"] == "总期号."
    assert schema["$defs"]["LedgerRun"]["properties"]["role"]["description"].startswith("What a run of the source is")
    assert schema["description"].startswith("One issue of a bulletin")
    assert all(definition["description"] for definition in schema["$defs"].values())


def test_the_descriptor_types_every_column() -> None:
    resources = descriptor()["resources"]
    assert [resource["name"] for resource in resources] == list(TABLES)
    kinds = {field["type"] for resource in resources for field in resource["schema"]["fields"]}
    assert kinds == {"string", "integer", "number", "boolean", "date"}
