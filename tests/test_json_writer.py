import json
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given, settings
from strategies import NASTY, bulletin, documents, nasty_bulletin

from pipeline.errors import InputError
from pipeline.model.document import Document, Page
from pipeline.writers.json_reader import from_json
from pipeline.writers.json_writer import to_json
from pipeline.writers.shape import fields


def plain(value: Any) -> Any:
    """What json.dumps would have to be given."""
    if hasattr(value, "_fields"):
        return {name: plain(part) for name, part in zip(value._fields, value, strict=True)}
    return [plain(part) for part in value] if isinstance(value, tuple) else value


@settings(max_examples=80)
@given(documents)
def test_the_text_is_what_json_would_write_and_gives_the_same_document_and_types(document: Document) -> None:
    indented, one_line = to_json(document), to_json(document, indent=None)
    assert from_json(indented) == document
    assert repr(from_json(indented.encode())) == repr(document)
    assert to_json(from_json(indented)) == indented
    assert indented.endswith("}\n")
    assert one_line.count("\n") == 1
    assert one_line.encode()
    assert (
        one_line == json.dumps(plain(document), ensure_ascii=False).encode("utf-8", "backslashreplace").decode() + "\n"
    )
    assert json.loads(indented) == json.loads(one_line) == plain(document)


@pytest.mark.parametrize("text", NASTY)
def test_no_text_breaks_the_layout_of_rows(text: str) -> None:
    document = nasty_bulletin(text)
    run = document.ledger[0]
    document = document._replace(ledger=(run._replace(owner=text),) * 3)
    assert from_json(to_json(document)) == document
    assert len(to_json(document).splitlines()) >= len(to_json(bulletin()).splitlines()) // 2


def test_each_row_of_a_list_is_one_line() -> None:
    lines = to_json(bulletin()).splitlines()
    assert '    {"start": 5, "end": 16, "role": "masthead", "owner": null},' in lines
    assert '    {"code": "count", "message": "13 announced, 12 listed", "item_id": null,' in "\n".join(lines)
    assert '  "style": "jianbao",' in lines


def test_a_number_that_json_does_not_know_is_refused() -> None:
    document = bulletin()
    source = document.source._replace(pages=(Page(1, 0, 1, float("nan"), None),))
    with pytest.raises(ValueError, match="not JSON compliant"):
        to_json(document._replace(source=source))


def test_unknown_fields_are_ignored_and_missing_ones_take_their_default() -> None:
    data = json.loads(to_json(bulletin()))
    data["later"] = {"added": 1}
    data["sections"][0]["items"][0]["later"] = []
    data["schema_version"] = "1.7.0"
    del data["masthead"]["spans"]
    assert from_json(json.dumps(data)) == bulletin()._replace(schema_version="1.7.0")


def test_an_integer_in_a_field_of_numbers_becomes_a_float() -> None:
    data = json.loads(to_json(bulletin()))
    data["sections"][0]["items"][0]["quantities"][0]["value"] = 20
    value = from_json(json.dumps(data)).sections[0].items[0].quantities[0].value
    assert repr(value) == "20.0"


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "{}", '{"schema_version": 1}', b"\xff\xfe\x00", "[" * 200_000])
def test_what_is_no_document_is_an_input_error(text: str | bytes) -> None:
    with pytest.raises(InputError, match="not a JSON document") as caught:
        from_json(text)
    assert "\n" not in str(caught.value)


def test_another_major_version_is_refused() -> None:
    with pytest.raises(InputError, match=r"schema_version 2\.0\.0 cannot be read, only 1\.x"):
        from_json(to_json(bulletin()._replace(schema_version="2.0.0")))


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (["text"], None, "text should be a string"),
        (["masthead", "year"], True, "masthead.year should be an integer"),
        (["source", "byte_size"], 1.5, "source.byte_size should be an integer"),
        (["sections"], {}, "sections should be a list"),
        (["sections", 0, "items", 0, "dates", 0, "start"], "0", r"sections\[0\].items\[0\].dates\[0\].start should"),
        (["sections", 0, "items", 0, "segments", 0, "bbox"], [1.0], r"segments\[0\].bbox should be a list of 4"),
        (["sections", 0, "items", 0, "quantities", 0, "value"], float("inf"), "value should be a finite number"),
        (["sections", 0, "items", 0, "quantities", 0, "approximate"], 1, "approximate should be true or false"),
        (["colophon"], [], "colophon should be an object"),
        (["ledger", 1], {"start": 0, "end": 1, "role": "masthead"}, r"ledger\[1\].owner should be there"),
    ],
)
def test_a_faulty_value_is_named_by_its_path(path: list[str | int], value: object, message: str) -> None:
    data: Any = json.loads(to_json(bulletin()))
    *parents, last = path
    target = data
    for part in parents:
        target = target[part]
    target[last] = value
    with pytest.raises(InputError, match=message):
        from_json(json.dumps(data))


def test_writing_json_loads_nothing_heavy() -> None:
    code = (
        "import sys, pipeline.writers as w; w.text_writer('json');"
        "print(*{'csv', 'pathlib', 'dataclasses', 'inspect', 'ast', 'tempfile', 'pandas'} & set(sys.modules))"
    )
    result = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == ""


def test_an_annotation_that_cannot_be_written_is_refused() -> None:
    class Wrong:
        __annotations__ = {"field": int | str}

    with pytest.raises(TypeError, match=r"Wrong\.field"):
        fields(Wrong)
