import csv
import io
import json
import os
import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from frictionless import system, validate
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import NASTY, archives, bulletin, documents, nasty_bulletin, texts

from pipeline.errors import InputError, OutputError
from pipeline.model.document import Document
from pipeline.writers import files
from pipeline.writers.csv_cells import GUARDED, from_content, guard, to_field, unguard
from pipeline.writers.csv_package import items_csv, read_package, write_package
from pipeline.writers.table_layout import TABLES


@settings(max_examples=40, deadline=None)
@given(archives)
def test_reading_gives_the_same_documents(archive: list[Document]) -> None:
    with TemporaryDirectory() as folder:
        write_package(archive, folder)
        assert repr(read_package(folder)) == repr(tuple(archive))


@pytest.mark.parametrize("text", NASTY)
def test_every_nasty_text_survives(text: str, tmp_path: Path) -> None:
    document = nasty_bulletin(text)
    write_package(document, tmp_path)
    assert read_package(tmp_path) == (document,)


@given(texts | st.text(st.characters(exclude_categories=())))
def test_the_guard_is_reversible(text: str) -> None:
    content = guard(text)
    assert unguard(content) == text
    assert content[:1] not in set(GUARDED) - {"'"}
    assert content.encode()
    assert "\0" not in content


@given(st.lists(texts | st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False), min_size=1))
def test_a_row_is_what_the_csv_module_reads(cells: list[str | bool | int | float | None]) -> None:
    text = ",".join(map(to_field, cells)) + "\r\n"
    (row,) = csv.reader(io.StringIO(text, newline=""), strict=True) if text != "\r\n" else ([""],)
    wanted = [guard(cell) if isinstance(cell, str) else to_field(cell) for cell in cells]
    assert row == wanted


@pytest.mark.parametrize(
    ("cell", "field"),
    [
        (None, ""),
        ("", '"\'"'),
        ("'", "\"''\""),
        ("=1", '"\'=1"'),
        ("－1", '"\'－1"'),
        (-1, "-1"),
        (-0.5, "-0.5"),
        (True, "true"),
        ("中文", "中文"),
        ("a;=1", '"a;=1"'),
        (" ", '" "'),
        ('a"b', '"a""b"'),
        ("\r=1", '"\'\r=1"'),
        ("\0\\", r'''"'\\u0000\\"'''),
    ],
)
def test_cells(cell: str | float | None, field: str) -> None:
    assert to_field(cell) == field


def test_the_items_of_a_document() -> None:
    text = items_csv(bulletin())
    head, row, end = text.split("\r\n")
    assert head == "\ufeff" + ",".join(column.name for column in TABLES["items"].columns)
    assert row.startswith("iss-00000000000c,sec-1,1,itm-00000000000c,article,")
    assert end == ""


def check_with_frictionless(folder: Path) -> list[tuple[str, str, str]]:
    """Table, type and message of every fault; with an empty name for the package itself."""
    with system.use_context(trusted=True):
        report = validate(str(folder / "datapackage.json"))
    faults = [("", error.type, error.message) for error in report.errors]
    return faults + [(task.name, error.type, error.message) for task in report.tasks for error in task.errors]


def test_frictionless_accepts_a_package_of_several_bulletins(tmp_path: Path) -> None:
    write_package((bulletin(number) for number in (12, 13)), tmp_path)
    assert check_with_frictionless(tmp_path) == []
    assert [document.masthead.issue_number for document in read_package(tmp_path)] == [12, 13]


@pytest.mark.parametrize("text", ["=1+1", "a\r\nb\rc\n", "\ud800\0\\", "", ' "'])
def test_frictionless_accepts_a_package_of_nasty_text(text: str, tmp_path: Path) -> None:
    write_package(nasty_bulletin(text), tmp_path)
    assert check_with_frictionless(tmp_path) == []


def test_frictionless_accepts_a_package_of_nothing(tmp_path: Path) -> None:
    write_package([], tmp_path)
    assert check_with_frictionless(tmp_path) == []
    assert read_package(tmp_path) == ()


def test_frictionless_would_see_a_broken_reference(tmp_path: Path) -> None:
    document = bulletin()
    write_package(document._replace(contents=(document.contents[0]._replace(item_id="itm-none"),)), tmp_path)
    assert [fault[:2] for fault in check_with_frictionless(tmp_path)] == [("contents", "foreign-key")]


def test_files_are_utf_8_with_a_mark_and_crlf(tmp_path: Path) -> None:
    write_package(bulletin(), tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"datapackage.json"} | {f"{name}.csv" for name in TABLES}
    for name in TABLES:
        data = (tmp_path / f"{name}.csv").read_bytes()
        assert data.startswith(b"\xef\xbb\xbfissue_id,")
        assert data.endswith(b"\r\n")
    descriptor = json.loads((tmp_path / "datapackage.json").read_text("utf-8"))
    assert all("title" in field for resource in descriptor["resources"] for field in resource["schema"]["fields"])


def test_the_same_documents_give_the_same_bytes(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        write_package([bulletin()], tmp_path / folder)
    for path in (tmp_path / "a").iterdir():
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes()


def test_a_cell_may_be_longer_than_the_limit_of_the_csv_module(tmp_path: Path) -> None:
    before = csv.field_size_limit(100)
    try:
        document = bulletin()._replace(text="工" * 1000)
        write_package(document, tmp_path)
        assert read_package(tmp_path) == (document,)
        assert csv.field_size_limit() == 100
    finally:
        csv.field_size_limit(before)


def test_columns_may_be_moved_and_added(tmp_path: Path) -> None:
    write_package(bulletin(), tmp_path)
    path = tmp_path / "contacts.csv"
    path.write_text("name,extra,role,issue_id,sequence\n黄立,x,责任编辑,iss-00000000000c,1\n", "utf-8")
    assert read_package(tmp_path) == (bulletin(),)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("pages", None, "cannot read .*pages.csv: No such file"),
        ("pages", "issue_id,sequence\r\n", "the column number is missing"),
        (
            "emails",
            "issue_id,sequence,email\r\niss-1,one,a\r\n",
            "line 2: the cell in column sequence should be of type int",
        ),
        ("emails", "issue_id,sequence,email\r\niss-1,1,\r\n", "column email should be of type string, not empty"),
        ("emails", "issue_id,sequence,email\r\niss-1,1\r\n", "column email should be"),
        ("emails", 'issue_id,sequence,email\r\niss-1,1,"a', "cannot read .*emails.csv"),
        ("emails", b"\xb9\xa4", "cannot read .*emails.csv: .* save it as CSV UTF-8"),
        ("emails", "issue_id,sequence,email\r\niss-1,1,a\r\n", "belongs to issue_id iss-1, which is not in issues"),
    ],
)
def test_a_faulty_package_is_an_input_error(
    name: str, content: str | bytes | None, message: str, tmp_path: Path
) -> None:
    write_package(bulletin(), tmp_path)
    path = tmp_path / f"{name}.csv"
    path.unlink()
    if content is not None:
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(InputError, match=message) as caught:
        read_package(tmp_path)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(("content", "value"), [("TRUE", True), ("false", False)])
def test_a_spreadsheet_may_change_the_case_of_booleans(content: str, value: bool) -> None:  # noqa: FBT001
    column = next(column for column in TABLES["quantities"].columns if column.kind == "boolean")
    assert from_content(content, column) is value
    with pytest.raises(ValueError, match="neither"):
        from_content("yes", column)


def test_a_file_in_place_of_the_folder_is_an_output_error(tmp_path: Path) -> None:
    path = tmp_path / "package"
    path.write_text("a file")
    with pytest.raises(OutputError, match=re.escape(f"cannot write {path}: ")):
        write_package(bulletin(), path)
    with pytest.raises(OutputError, match="a file stands where a folder has to be"):
        write_package(bulletin(), path / "below")


def test_a_folder_in_place_of_a_file_is_an_output_error(tmp_path: Path) -> None:
    (tmp_path / "dates.csv").mkdir()
    with pytest.raises(OutputError, match=r"cannot write .*dates\.csv: Is a directory"):
        write_package(bulletin(), tmp_path)
    assert not list(tmp_path.glob(".*.tmp"))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_permission_is_an_output_error(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(OutputError, match="Permission denied"):
        write_package(bulletin(), tmp_path)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
def test_a_full_disk_is_an_output_error_and_leaves_the_old_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def open_full(*_: object, **options: Any) -> Any:
        return open("/dev/full", "w", **options)

    write_package(bulletin(12), tmp_path)
    monkeypatch.setattr(files, "open", open_full, raising=False)
    with pytest.raises(OutputError, match="No space left on device"):
        write_package(bulletin(13), tmp_path)
    monkeypatch.undo()
    assert read_package(tmp_path) == (bulletin(12),)


def test_an_error_of_the_caller_leaves_no_temporary_files(tmp_path: Path) -> None:
    def broken() -> Any:
        yield bulletin()
        raise FileNotFoundError(2, "a source has gone")

    with pytest.raises(FileNotFoundError):
        write_package(broken(), tmp_path)
    assert list(tmp_path.iterdir()) == []


@settings(max_examples=20, deadline=None)
@given(documents)
def test_items_csv_holds_the_items_table(document: Document) -> None:
    with TemporaryDirectory() as folder:
        write_package(document, folder)
        assert items_csv(document).encode() == Path(folder, "items.csv").read_bytes()
