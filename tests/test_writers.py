"""What holds for every output format: the table, streams, whole files or none."""

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from strategies import bulletin, nasty_bulletin

from pipeline import cli, options
from pipeline.errors import OutputError, UsageError
from pipeline.model.document import Document
from pipeline.writers import WRITERS, archive_writer, text_writer
from pipeline.writers.csv_package import items_csv
from pipeline.writers.json_reader import from_json
from pipeline.writers.json_writer import to_json

ARCHIVES = [name for name in WRITERS if WRITERS[name].write]


def writes(name: str) -> Callable[..., None]:
    write = archive_writer(name)
    assert write
    return write


def target(folder: Path, name: str) -> Path:
    return folder / f"out{WRITERS[name].suffix}"


def content(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_the_command_offers_the_formats_of_the_table() -> None:
    assert list(WRITERS) == list(options.FORMATS)


def test_texts() -> None:
    assert text_writer("json")(bulletin()) == to_json(bulletin())
    assert text_writer("csv")(bulletin()) == items_csv(bulletin())
    assert text_writer("jsonl")(bulletin()) == to_json(bulletin(), indent=None)
    with pytest.raises(UsageError, match="choose one of json, jsonl, csv"):
        text_writer("xml")


@pytest.mark.parametrize("name", WRITERS)
def test_a_format_prints_or_says_that_it_is_no_text(name: str) -> None:
    if WRITERS[name].text:
        assert text_writer(name)(bulletin())
    else:
        with pytest.raises(UsageError, match=f"{name} is no text to print: add -o"):
            text_writer(name)


@pytest.mark.parametrize("name", ARCHIVES)
def test_documents_are_taken_one_after_the_other(name: str, tmp_path: Path) -> None:
    alive: list[int] = []

    def counted() -> Iterator[Document]:
        for number in (1, 2, 3):
            alive.append(number)
            yield bulletin(number)

    writes(name)(counted(), target(tmp_path, name))
    assert alive == [1, 2, 3]
    assert content(tmp_path)


@pytest.mark.parametrize("name", ARCHIVES)
@pytest.mark.parametrize("text", ["文", "=1+1", "\ud800\0\x0b\ufffe", "]]><a>&", "\r\n"])
def test_the_same_documents_give_the_same_bytes(name: str, text: str, tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        writes(name)([bulletin(), nasty_bulletin(text)], target(tmp_path / folder, name))
    assert content(tmp_path / "a") == content(tmp_path / "b")


@pytest.mark.parametrize("name", ARCHIVES)
def test_a_failure_leaves_the_old_output_and_nothing_else(name: str, tmp_path: Path) -> None:
    writes(name)([bulletin(1)], target(tmp_path, name))
    before = content(tmp_path)

    def broken() -> Iterator[Document]:
        yield bulletin(2)
        raise FileNotFoundError(2, "a source has gone")

    with pytest.raises(FileNotFoundError):
        writes(name)(broken(), target(tmp_path, name))
    assert content(tmp_path) == before


@pytest.mark.parametrize("name", ARCHIVES)
def test_a_place_that_cannot_be_written_is_an_output_error(name: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file", encoding="utf-8")
    with pytest.raises(OutputError, match="cannot write") as caught:
        writes(name)([bulletin()], target(tmp_path / "file", name))
    assert "\n" not in str(caught.value)
    assert content(tmp_path) == {"file": b"a file"}


def test_json_lines_read_back(tmp_path: Path) -> None:
    documents = [bulletin(1), nasty_bulletin("a\r\nb\u2028c\x85"), bulletin(2)]
    writes("jsonl")(iter(documents), tmp_path / "out.jsonl")
    lines = (tmp_path / "out.jsonl").read_bytes().split(b"\n")
    assert lines.pop() == b""
    assert [from_json(line) for line in lines] == documents


@pytest.mark.parametrize(("output", "written"), [("new/deep", "new/deep/bulletins.jsonl"), ("new/all.JSONL", "new/all.JSONL")])
def test_the_output_of_many_is_a_folder_or_a_file(output: str, written: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for number in (1, 2):
        Path(f"{number}.txt").write_text(f"工会信息\n第{number}期\n", encoding="utf-8")
    assert cli.main(["1.txt", "2.txt", "-q", "-f", "jsonl", "-o", output]) == 0
    assert os.path.isfile(written)
    files = [json.loads(line)["source"]["file"] for line in Path(written).read_text("utf-8").splitlines()]
    assert files == ["1.txt", "2.txt"]
