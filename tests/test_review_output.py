"""The review of what a run has made: its OUT says what there is and how doubtful, no source is read for that."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from pipeline import cli
from pipeline.batch.journal import Journal
from pipeline.corrections.locate import quote
from pipeline.errors import InputError, OutputError
from pipeline.review import shelf as shelves
from pipeline.review.shelf import Shelf, Volume

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
TEXT = (SAMPLES / "jianbao" / "reservoir-union" / "source.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with archive/, in which one file is broken and one zipped, and the out/ of a run."""
    place = tmp_path_factory.mktemp("made")
    archive = place / "archive"
    archive.mkdir()
    (archive / "04.txt").write_text(TEXT, encoding="utf-8")
    (archive / "05.txt").write_text("工会信息\n第5期\n\n市总工会开会\n    5月6日，市总工会开会，部署三件事。一是学习。\n", encoding="utf-8")
    (archive / "broken.txt").write_bytes(b"\x7fELF\0\0\0\1" * 100)
    with zipfile.ZipFile(archive / "old.zip", "w") as packed:
        packed.writestr("03.txt", TEXT.replace("第4期", "第3期"))
    cli.main([str(archive), "-o", str(place / "out"), "--style", "jianbao", "--password", "secret", "-q"])
    return place


@pytest.fixture
def place(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(made / "out", tmp_path / "out")
    archive = made / "archive"
    for name in ("corrections.jsonl",):
        (archive / name).unlink(missing_ok=True)
    monkeypatch.setattr(shelves, "extract_whole", pytest.fail)
    return tmp_path


def volumes(shelf: Shelf) -> dict[str, Volume]:
    return {name.rpartition("/")[2]: shelf.volume(name) for name in shelf.entries}


def name_of(shelf: Shelf, ending: str) -> str:
    return next(name for name in shelf.entries if name.endswith(ending))


def test_the_list_needs_no_source(place: Path) -> None:
    found = volumes(Shelf(str(place / "out"), (".txt",)))
    assert set(found) == {"04.txt", "05.txt", "broken.txt", "03.txt"}
    assert found["04.txt"].doubts
    assert found["04.txt"].doubts > 0
    assert found["04.txt"].title.startswith("水库工会简讯 4 2022-04-08")
    assert found["broken.txt"].doubts == -1
    assert "program" in found["broken.txt"].title


def test_the_count_of_doubts_is_that_of_the_page(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = Shelf(str(place / "out"), (".txt",))
    before = volumes(shelf)["04.txt"].doubts
    monkeypatch.undo()
    shelf.reading(name_of(shelf, "04.txt"))
    assert volumes(shelf)["04.txt"].doubts == before


def test_corrections_go_beside_the_source_and_show_at_once(made: Path, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    shelf = Shelf(str(place / "out"), (".txt",))
    name = name_of(shelf, "04.txt")
    at = TEXT.index("近日，渠首管理站")
    line = {"op": "role", "target": "section", "quote": quote(TEXT, at, at + 8)._asdict(), "file": "04.txt"}
    before = shelf.reading(name).document
    assert shelf.keep(name, json.dumps(line) + "\n") == 1
    assert (made / "archive" / "corrections.jsonl").exists()
    assert shelf.known(name).corrections == 1
    assert shelf.reading(name).document.sections != before.sections
    assert shelf.reading(name).document.source == before.source


def test_a_source_is_read_as_the_run_has_read_it(place: Path) -> None:
    options = {entry.name: entry.options for entry in Shelf(str(place / "out"), ()).entries.values()}
    assert all(found["style"] == "jianbao" for found in options.values())
    assert not any("password" in found for found in options.values())
    assert b"secret" not in (place / "out" / ".extract" / "json.journal").read_bytes()


def test_corrections_of_a_source_in_a_zip_file_go_beside_the_zip_file(made: Path, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    shelf = Shelf(str(place / "out"), (".txt",))
    name = name_of(shelf, "03.txt")
    source = shelf.reading(name).document.source
    line = {"op": "set", "target": "masthead.issue_number", "quote": {"exact": "第3期"}, "value": {"value": 33}}
    others = {"sha256": "0" * 64, "file": "03.txt", "value": {"value": 44}}
    assert shelf.keep(name, "".join(json.dumps(line | own) + "\n" for own in ({"sha256": source.sha256, "file": source.file}, others))) == 2
    assert (made / "archive" / "corrections.jsonl").exists()
    assert shelf.known(name).corrections == 2
    assert shelf.reading(name).document.masthead.issue_number == 33
    codes = [warning.code for warning in shelf.reading(name).document.warnings]
    assert not [code for code in codes if code.startswith("correction")], "the other one is of a member of the same name"


def test_where_the_source_is_gone_the_json_is_shown(made: Path, place: Path) -> None:
    moved = made / "elsewhere"
    (made / "archive").rename(moved)
    try:
        shelf = Shelf(str(place / "out"), (".txt",))
        name = name_of(shelf, "04.txt")
        assert not shelf.entries[name].is_correctable
        assert shelf.reading(name).document.text == TEXT
        assert shelf.picture(name, 1) is None
        with pytest.raises(InputError, match="put it back"):
            shelf.keep(name, json.dumps({"op": "role", "target": "body", "quote": {"exact": "局"}}) + "\n")
        for path in (place / "out").rglob("*.json"):
            path.unlink()
        shelf = Shelf(str(place / "out"), (".txt",))
        assert shelf.known(name).doubts == -1
        assert "the source is gone" in shelf.known(name).title
    finally:
        moved.rename(made / "archive")


def test_documents_without_a_journal(place: Path) -> None:
    shutil.rmtree(place / "out" / ".extract")
    (place / "out" / "not.json").write_text("[1]", encoding="utf-8")
    found = volumes(Shelf(str(place / "out"), (".txt",)))
    assert found["04.json"].title.startswith("水库工会简讯")
    assert found["not.json"].doubts == -1


def test_a_run_that_is_at_work_is_told(place: Path) -> None:
    with Journal(str(place / "out" / ".extract" / "json.journal")), pytest.raises(OutputError, match="another run is at work"):
        Shelf(str(place / "out"), (".txt",))
