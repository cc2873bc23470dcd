"""Runs over archives: plan, journal, outputs, report; nothing is done twice, nothing is mixed up."""

import csv
import itertools
import json
import os
import shutil
import struct
import sys
import tracemalloc
import zipfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from batch_tasks import NearPool, bulletin, fill, tree
from hypothesis import given
from hypothesis import strategies as st

import pipeline
from pipeline import cli
from pipeline.batch import engine
from pipeline.batch import request as requests
from pipeline.batch import run as runs
from pipeline.batch.convert import Job, Outcome
from pipeline.batch.journal import Journal
from pipeline.batch.names import candidates, fold, safe_place
from pipeline.batch.plan import name_outputs, plan
from pipeline.batch.pool import Answer
from pipeline.batch.record import record
from pipeline.batch.report import exit_code
from pipeline.batch.request import Request
from pipeline.batch.run import Summary, Watcher, run_batch
from pipeline.batch.sources import Source
from pipeline.batch.store import Store
from pipeline.batch.summary import described
from pipeline.errors import OutputError, PipelineError

Run = Callable[..., Summary]


class Recorder(Watcher):
    """Which sources were converted."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.told: list[str] = []

    def finished(self, job: Any, outcome: Any, seconds: float) -> None:  # noqa: ARG002
        self.names.append(Path(job.name).name)

    def tell(self, error: PipelineError, name: str) -> None:
        self.told.append(f"{name}: {error}")


def run(*paths: str, output: str = "out", workers: int = 0, **settings: Any) -> tuple[Summary, Recorder]:
    """Without `workers` in this process; test_batch_faults.py has more with workers."""
    seen = Recorder()
    with pytest.MonkeyPatch.context() as patch:
        if not workers:
            patch.setattr(engine, "Pool", NearPool)
        return run_batch(Request(paths, output, workers=workers, **settings), seen.tell, seen), seen


def converted(*paths: str, **settings: Any) -> list[str]:
    return sorted(run(*paths, **settings)[1].names)


def report(folder: str = "out") -> dict[str, dict[str, str]]:
    with open(f"{folder}/report.csv", encoding="utf-8-sig", newline="") as file:
        return {row["source"]: row for row in csv.DictReader(file)}


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def archive(here: Path) -> Path:
    """Twelve bulletins in two folders."""
    return fill(here / "archive", 12)


# What is done, and what is not done again


@pytest.mark.usefixtures("archive")
def test_a_second_run_converts_nothing_and_writes_the_same() -> None:
    assert len(converted("archive")) == 12
    assert {(row["state"], row["reason"], row["message"]) for row in report().values()} == {("done", "", "")}
    before = tree(Path("out"))
    assert set(before) == {f"{n // 10:03}/{n:05}.json" for n in range(1, 13)} | {"report.csv", "series.csv", "joined_entities.csv"}
    assert converted("archive") == []
    assert tree(Path("out")) == before
    assert not [path for path in Path("out/.extract").rglob("*") if path.is_file() and "journal" not in path.name]


def test_a_second_run_tells_what_was_done_before(archive: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(engine, "Pool", NearPool)
    cli.main(["archive", "-o", "out"])
    assert "earlier" not in capsys.readouterr().err
    (archive / "new.txt").write_text(bulletin(50), encoding="utf-8")
    cli.main(["archive", "-o", "out"])
    assert "extract: settled by an earlier run: 12; converted now: 1\n" in capsys.readouterr().err


def test_what_has_changed_is_done_again(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("archive")
    changed, touched, gone = (archive / name for name in ("000/00001.txt", "000/00002.txt", "000/00003.txt"))
    changed.write_text(bulletin(77), encoding="utf-8")
    os.utime(touched, (1, 1))
    gone.unlink()
    Path("out/000/00004.json").unlink()
    assert converted("archive") == ["00001.txt", "00004.txt"]
    assert json.loads(Path("out/000/00001.json").read_text("utf-8"))["masthead"]["issue_number"] == 77
    assert len(report()) == 11
    assert converted("archive", force=True) == sorted(path.name for path in archive.rglob("*.txt"))
    assert len(converted("archive", options=(("style", "plain"),))) == 11
    monkeypatch.setattr(requests, "__version__", "99")
    assert len(converted("archive", options=(("style", "plain"),))) == 11


def test_what_has_failed_is_done_again_when_asked_or_changed(archive: Path) -> None:
    bad = archive / "bad.txt"
    bad.write_bytes(bytes(99))
    summary, _ = run("archive")
    assert exit_code(summary.counts) == 2
    assert described(summary.counts) == "13 sources: 12 done, 1 failed (unreadable 1)"
    row = report()[str(Path("archive/bad.txt"))]
    assert {name for name, cell in row.items() if cell} == {"source", "state", "reason", "message"}, "nothing is counted of what is not there"
    assert converted("archive") == []
    assert exit_code(run("archive")[0].counts) == 2
    assert converted("archive", retry_failed=True) == ["bad.txt"]
    bad.write_text(bulletin(30), encoding="utf-8")
    assert converted("archive") == ["bad.txt"]
    bad.write_bytes(bytes(98))
    assert converted("archive") == ["bad.txt"]
    assert not Path("out/bad.json").exists(), "what an earlier content gave is no result of this one"


def test_a_source_of_which_a_part_is_lost_says_which(here: Path) -> None:
    (here / "damaged").mkdir()
    (here / "damaged/a.txt").write_bytes("工作简报\n第3期\n".encode() + b"\xff\xfe\n" + "要闻\n".encode())
    run("damaged")
    (row,) = report().values()
    assert (row["state"], row["reason"]) == ("partial", "incomplete")
    assert row["message"] == "2 bytes could not be decoded as utf-8; each stands as U+FFFD"
    assert (row["warnings"], row["to_check"], row["warning_codes"]) == ("3", "3", "decode_errors:1 masthead_incomplete:1 no_items:1")
    assert converted("damaged") == []
    assert converted("damaged", retry_failed=True) == ["a.txt"], "a library may have come that reads it"


def test_the_end_of_a_run_tells_what_to_check_from_what_is_for_information(
    archive: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(engine, "Pool", NearPool)
    for number, text in ((50, bulletin(50) + "（市总\n\n工会）\n"), (51, bulletin(51).replace("滨江市总工会办公室", "", 1))):
        (archive / f"{number}.txt").write_text(text, encoding="utf-8")
    for arguments in ((), (), ("--force",)):
        cli.main(["archive", "-o", "out", *arguments])
        told = [line for line in capsys.readouterr().err.splitlines() if "to check" in line or "for information" in line]
        assert told == [
            "extract: to check in 1 source: masthead_incomplete 1",
            f"extract: to check over the whole archive: issue_missing 1; see {Path('out/series.csv')}",
            "extract: for information: attribution_broken 1",
        ]
    Path("out/series.csv").unlink()
    cli.main(["archive", "-o", "out", "-q"])
    assert capsys.readouterr().err == ""


def test_what_a_package_leaves_out_is_told_up_to_a_number(here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(engine, "Pool", NearPool)
    monkeypatch.setattr(runs, "_TOLD", 2)
    (here / "box").mkdir()
    for name in "abcde":
        (here / f"box/{name}.txt").write_text(bulletin(1) + f"打印：{name}\n", encoding="utf-8")
    assert cli.main(["box", "-f", "csv", "-o", "out"]) == 5
    told = [line for line in capsys.readouterr().err.splitlines() if "left out" in line]
    assert [line.split(": ")[1].split(os.sep)[-1] for line in told[:2]] == ["b.txt", "c.txt"]
    assert told[2] == f"extract: left out for the same reason: 2 more sources; see {Path('out/report.csv')}"
    assert told[3].startswith("extract: 5 sources: 1 done, 4 left out in ")


@pytest.mark.usefixtures("archive")
def test_another_folder_into_the_same_output(here: Path) -> None:
    run("archive")
    other = here / "other/000"
    other.mkdir(parents=True)
    (other / "00001.txt").write_text(bulletin(50), encoding="utf-8")
    assert converted("other") == ["00001.txt"]
    assert set(report()) == {"other/000/00001.txt"}
    assert converted("archive") == ["00001.txt"], "its file was replaced by that of the other archive"


@pytest.mark.usefixtures("archive")
def test_a_second_run_at_the_same_time_is_refused() -> None:
    run("archive")
    with Journal("out/.extract/json.journal"), pytest.raises(OutputError, match="another run is at work"):
        run("archive")


def test_a_journal_of_another_version_is_left_alone() -> None:
    run()
    with Journal("out/.extract/json.journal") as journal:
        journal.execute("PRAGMA user_version=99")
    with pytest.raises(OutputError, match="another version"):
        run()


# The same content


def test_the_same_content_is_converted_once(archive: Path) -> None:
    shutil.copy(archive / "000/00002.txt", archive / "000/00009-copy.txt")
    shutil.copy(archive / "000/00002.txt", archive / "000/00001-first.txt")
    assert "00002.txt" not in converted("archive")
    rows = {Path(name).name: row for name, row in report().items()}
    assert rows["00001-first.txt"]["state"] == "done"
    for name in ("00002.txt", "00009-copy.txt"):
        assert (rows[name]["state"], rows[name]["output"]) == ("same", "")
        assert "00001-first.txt" in rows[name]["message"]
    (archive / "000/00001-first.txt").unlink()
    assert converted("archive") == ["00002.txt"], "the one that stood for it is gone"
    (archive / "000/00001-first.txt").write_bytes((archive / "000/00002.txt").read_bytes())
    run("archive")
    assert not Path("out/000/00002.json").exists()
    fresh = run("archive", output="fresh")[0]
    assert tree(Path("out")) == tree(Path("fresh"))
    assert {count.state: count.number for count in fresh.counts} == {"done": 12, "same": 2}


def test_corrections_beside_a_source_are_part_of_it(archive: Path) -> None:
    run("archive")
    correction = {"op": "set", "target": "masthead.issuer", "quote": {"exact": "滨江市总工会办公室"}, "value": {"value": "滨江总工会"}}
    line = json.dumps(correction | {"file": "00002.txt"}, ensure_ascii=False)
    (archive / "000/corrections.jsonl").write_text(line + "\n", encoding="utf-8")
    assert converted("archive") == ["00002.txt"]
    assert json.loads(Path("out/000/00002.json").read_text("utf-8"))["masthead"]["issuer"] == "滨江总工会"
    assert converted("archive") == []
    (archive / "000/corrections.jsonl").unlink()
    assert converted("archive") == ["00002.txt"]


def test_corrections_beside_a_zip_file_are_part_of_its_members() -> None:
    Path("archive").mkdir()
    zip_of("archive/box.zip", {"2020/1.txt": bulletin(1).encode(), "2021/1.txt": bulletin(2).encode(), "3.txt": bulletin(3).encode()})
    run("archive")
    digest = json.loads(Path("out/box/2020/1.json").read_text("utf-8"))["source"]["sha256"]
    correction = {"op": "set", "target": "masthead.issuer", "quote": {"exact": "滨江市总工会办公室"}, "value": {"value": "滨江总工会"}}
    Path("archive/corrections.jsonl").write_text(json.dumps(correction | {"file": "1.txt", "sha256": digest}), encoding="utf-8")
    assert converted("archive") == ["1.txt", "1.txt"]
    issuers = [json.loads(Path(f"out/box/{year}/1.json").read_text("utf-8"))["masthead"]["issuer"] for year in (2020, 2021)]
    assert issuers == ["滨江总工会", "滨江市总工会办公室"]


# One output of all


@pytest.mark.parametrize(("form", "output"), [("csv", "out"), ("jsonl", "all.jsonl"), ("sqlite", "all.sqlite"), ("jsonl", "new/deep")])
def test_one_output_is_that_of_its_writer(archive: Path, form: str, output: str) -> None:
    from pipeline.writers import archive_writer

    for workers in (0, 2):
        run("archive", output=output, format=form, workers=workers, force=True)
    documents = (pipeline.extract(path) for path in sorted(archive.rglob("*.txt")))
    write = archive_writer(form)
    assert write
    expected = "expected" if form == "csv" else f"expected/{Path(output).name if '.' in output else 'bulletins.jsonl'}"
    Path("expected").mkdir()
    write(documents, expected)
    folder = Path(output) if form == "csv" or "." not in output else Path()
    found = tree(folder) if folder != Path() else {path.name: path.read_bytes() for path in folder.glob("all.*") if path.is_file()}
    reports = {name for name in found if "series" in name or "report" in name or "joined" in name}
    assert {name: data for name, data in found.items() if name not in reports} == tree(Path("expected"))
    assert len(reports) == 3


def test_a_library_that_is_missing_is_told_before_anything_is_read(
    archive: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    (archive / "bad.txt").write_bytes(bytes(99))
    assert cli.main(["archive", "-f", "parquet", "-o", "out"]) == 3
    assert capsys.readouterr().err == "extract: pyarrow is not installed; run: pip install 'bulletin-extract[parquet]'\n"
    assert not Path("out").exists()


@pytest.mark.usefixtures("archive")
def test_a_result_without_its_part_is_made_again() -> None:
    run("archive", format="csv")
    with Journal("out/.extract/csv.journal") as journal:
        journal.execute("DELETE FROM parts WHERE id IN (SELECT id FROM files WHERE name LIKE '%00003.txt')")
    assert converted("archive", format="csv") == ["00003.txt"]
    assert len(pipeline.read_package("out")) == 12


def test_an_output_that_is_there_is_not_written_again_and_one_that_is_gone_is() -> None:
    fill(Path("archive"), 3)
    run("archive", format="csv")
    before = os.stat("out/items.csv").st_mtime_ns
    run("archive", format="csv")
    assert os.stat("out/items.csv").st_mtime_ns == before
    run("archive", format="csv", force=True)
    assert os.stat("out/items.csv").st_mtime_ns > before
    shutil.rmtree("out")
    run("archive", format="csv")
    assert len(pipeline.read_package("out")) == 3


def test_an_issue_that_is_there_twice_is_left_out_of_tables(archive: Path) -> None:
    (archive / "again.txt").write_text(bulletin(1, 2000) + "电话：87654321\n", encoding="utf-8")
    summary, _ = run("archive", format="csv")
    assert [(name, first) for name, _, first in summary.left_out] == [(str(Path("archive/again.txt")), str(Path("archive/000/00001.txt")))]
    assert exit_code(summary.counts) == 5
    assert report()[str(Path("archive/again.txt"))]["state"] == "left_out"
    assert len(pipeline.read_package("out")) == 12
    assert exit_code(run("archive", output="json")[0].counts) == 0
    assert {row["state"] for row in report("json").values()} == {"done"}, "each has a file of its own"


@pytest.mark.usefixtures("archive")
def test_outputs_side_by_side_have_reports_of_their_own() -> None:
    summaries = [run("archive", output=f"all.{form}", format=form)[0] for form in ("jsonl", "sqlite")]
    assert [summary.report for summary in summaries] == ["all.jsonl.report.csv", "all.sqlite.report.csv"]
    assert all(Path(summary.report).exists() and Path(summary.series).exists() for summary in summaries)


@pytest.mark.usefixtures("archive")
def test_the_report_is_that_of_the_last_run_also_where_there_was_nothing_to_do() -> None:
    for form in ("json", "tei", "json"):
        run("archive", format=form)
        assert {Path(row["output"]).suffix for row in report().values()} == {".xml" if form == "tei" else ".json"}


# What is found


def test_what_is_taken_of_a_folder(archive: Path) -> None:
    (archive / "notes.docx.bak").write_text("x", encoding="utf-8")
    (archive / "extra.log").write_text(bulletin(40), encoding="utf-8")
    assert converted("archive", include=("*.log", "001/*")) == ["00010.txt", "00011.txt", "00012.txt", "extra.log"]
    assert converted("archive", exclude=("000/*",), output="o2") == ["00010.txt", "00011.txt", "00012.txt"]
    assert converted("archive/*/*1.txt", output="o3") == ["00001.txt", "00011.txt"]
    assert Path("o3/001/00011.json").exists()


def test_what_a_run_wrote_is_no_source(here: Path) -> None:
    fill(here, 2)
    run(".", output="out")
    assert converted(".", output="out", include=("*",)) == []
    assert len(report()) == 2


def test_a_list_of_files(archive: Path) -> None:
    listed = [str(archive / "000/00001.txt"), "archive/001/00010.txt", "missing.txt"]
    Path("list").write_text("\n".join(listed), encoding="utf-8")
    assert converted(files_from="list") == ["00001.txt", "00010.txt", "missing.txt"]
    assert Path("out/archive/001/00010.json").exists()
    assert Path(f"out{archive}/000/00001.json").exists(), "an absolute path without its root, as tar does"
    assert report()["missing.txt"]["reason"] == "unreadable"


@pytest.mark.usefixtures("archive")
def test_a_list_as_find_print0_writes_it() -> None:
    names = ["archive/000/00001.txt", "archive/two\nlines.txt"]
    Path(names[1]).write_text(bulletin(50), encoding="utf-8")
    Path("list").write_bytes(b"".join(os.fsencode(name) + b"\0" for name in names))
    assert converted(files_from="list") == ["00001.txt", "two\nlines.txt"]
    Path("list").write_bytes(b"archive/000/00002.txt\r\n\r\n")
    assert converted(files_from="list") == ["00002.txt"]


def test_what_no_person_made_is_left_alone(archive: Path) -> None:
    names = [".backup.txt", "~$draft.txt", ".snapshot/1.txt", "__MACOSX/1.txt"]
    for name in names:
        (archive / name).parent.mkdir(exist_ok=True)
        (archive / name).write_text(bulletin(60 + len(name)), encoding="utf-8")
    zip_of("archive/box.zip", dict.fromkeys([*names, "box.txt"], bulletin(70).encode()))
    assert len(converted("archive", include=("*.txt",))) == 13
    assert converted("archive/.backup.txt", "archive/.snapshot") == [".backup.txt", "1.txt"], "named themselves"


def test_what_is_not_taken_is_told(archive: Path, here: Path) -> None:
    for name in ("1.ceb", "2.CEB", "000/3.xlsx", "corrections.jsonl", ".hidden.ceb", "left/4.ceb"):
        (archive / name).parent.mkdir(exist_ok=True)
        (archive / name).write_text("", encoding="utf-8")
    zip_of("archive/box.zip", {"5.ceb": b"", "6.txt": bulletin(70).encode()})
    summary, _ = run("archive", exclude=("left/*",))
    assert summary.others == {".ceb": 3, ".xlsx": 1}
    assert run("archive", include=("*.txt",))[0].others == {}
    assert run("archive", include=("*.pdf", "*.odt"))[1].told == ["archive: no file that fits --include *.pdf *.odt is in this folder"]
    (here / "elsewhere").mkdir()
    for name, target in (("years", "../elsewhere"), ("loop", "."), ("gone.txt", "nothing"), ("self", "self"), ("000/up.txt", "../001")):
        (archive / name).symlink_to(target)
    summary, seen = run("archive")
    assert seen.told == ["archive/years: is a link to a folder elsewhere, which is not followed; give that folder besides"]
    assert report()["archive/gone.txt"]["message"] == "the link leads to no file; mend or remove it"


def test_one_folder_for_all() -> None:
    for name in ("a/1.txt", "b/1.txt", "b/1.md"):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(bulletin(len(name) + ord(name[0])) + name, encoding="utf-8")
    run("a", "b", output="tree")
    assert {"a/1.json", "b/1.md.json", "b/1.txt.json"} <= set(tree(Path("tree")))
    run("a", "b", output="flat", flat=True)
    names = sorted(name for name in tree(Path("flat")) if name.endswith("json"))
    assert len(names) == 3
    assert "1.md.json" in names
    assert all("/" not in name for name in names)


def test_a_run_of_any_size_is_planned_in_the_same_memory() -> None:
    """In the worst case: all wish for one name, all were done, and all that was made is gone."""
    peaks = []
    for count in (500, 2000):
        sources = (Source(f"{n}/1.txt", f"{n}/1.txt", None, f"{n}/1.txt", 1, 1) for n in range(count))
        with Journal(f"{count}.journal") as journal:
            tracemalloc.start()
            plan(journal, sources, Request((), "out", flat=True))
            name_outputs(journal, Store("out"), ".json")
            journal.execute("UPDATE files SET state = 'done'")
            name_outputs(journal, Store("out"), ".json")
            peaks.append(tracemalloc.get_traced_memory()[1])
            tracemalloc.stop()
            assert journal.row("SELECT count(DISTINCT target), sum(state = 'pending') FROM files") == (count, count)
    assert peaks[1] < peaks[0] + 100_000, peaks


# Zip files


def zip_of(path: str, members: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)


def test_members_of_a_zip_file_stay_below_the_output(here: Path) -> None:
    names = ["../../evil.txt", "/etc/evil.txt", "C:\\evil.txt", "2021/1.txt", "nul.txt", "2021/1.txt"]
    with zipfile.ZipFile("box.zip", "w") as archive:
        for number, name in enumerate(dict.fromkeys(names)):
            archive.writestr(zipfile.ZipInfo(name), bulletin(number + 1))
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr(names[-1], bulletin(90))
    run("box.zip", output="deep/out")
    assert {path.name for path in here.iterdir()} == {"box.zip", "deep"}
    found = [name for name in tree(Path("deep/out")) if name.endswith(".json")]
    assert len(found) == len(names)
    assert len(list(here.rglob("*.json"))) == len(names)
    assert "etc/evil.json" in found


def test_a_bomb_in_a_zip_file_is_not_unpacked() -> None:
    zip_of("bomb.zip", {"bomb.txt": bytes(50 * 2**20), "good.txt": bulletin(1).encode()})
    data = bytearray(Path("bomb.zip").read_bytes())
    place = data.rfind(b"PK\x01\x02", 0, data.rfind(b"PK\x01\x02"))
    struct.pack_into("<I", data, place + 24, 100)  # the directory says 100 bytes
    Path("lying.zip").write_bytes(data)
    for name in ("bomb.zip", "lying.zip"):
        shutil.rmtree("out", ignore_errors=True)
        run(name, options=(("max_bytes", 2**20),))
        assert report()[f"{name}/good.txt"]["state"] == "done"
        assert report()[f"{name}/bomb.txt"]["state"] == "failed"


def test_names_in_a_zip_file_of_a_chinese_packer() -> None:
    zip_of("box.zip", {"name.txt": bulletin(1).encode()})
    old, new = b"name.txt", "简报.txt".encode("gb18030")
    assert len(old) == len(new)
    Path("box.zip").write_bytes(Path("box.zip").read_bytes().replace(old, new))
    run("box.zip")
    assert json.loads(Path("out/简报.json").read_text("utf-8"))["source"]["file"] == "简报.txt"


def test_zip_files_that_cannot_be_read() -> None:
    Path("broken.zip").write_bytes(b"PK\x03\x04" + bytes(50))
    zip_of("locked.zip", {"a.txt": bulletin(1).encode()})
    data = bytearray(Path("locked.zip").read_bytes())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(mark) + place] |= 1
    Path("locked.zip").write_bytes(data)
    _, seen = run("broken.zip", "locked.zip")
    assert seen.told == []
    assert "cannot be read as a zip file" in report()["broken.zip"]["message"]
    assert report()["locked.zip/a.txt"]["message"] == "is encrypted in its zip file; unpack it with the password first"
    assert converted("broken.zip", "locked.zip") == []
    zip_of("broken.zip", {"b.txt": bulletin(2).encode()})
    assert converted("broken.zip", "locked.zip") == ["b.txt"]
    assert "broken.zip" not in report()


def test_a_zip_file_in_a_folder_and_a_changed_member() -> None:
    Path("archive/old").mkdir(parents=True)
    zip_of("archive/old/box.zip", {"1.txt": bulletin(1).encode(), "2.txt": bulletin(2).encode()})
    assert converted("archive") == ["1.txt", "2.txt"]
    assert Path("out/old/box/1.json").exists()
    zip_of("archive/old/box.zip", {"1.txt": bulletin(1).encode(), "2.txt": bulletin(3).encode()})
    assert converted("archive") == ["2.txt"]


# Names


@given(st.text(max_size=40))
def test_a_safe_place_is_below(path: str) -> None:
    place = safe_place(path.encode("utf-8", "replace").decode())
    root = os.path.abspath("root")
    assert os.path.abspath(os.path.join(root, place)).startswith(root + os.sep)
    assert not {"", ".", ".."} & set(place.split("/"))
    assert safe_place(place) == place


@given(st.lists(st.sampled_from(["a", "A", "a.txt", "b"]), min_size=1), st.sampled_from([".txt", ".pdf", ""]))
def test_the_last_name_is_its_own(stems: list[str], suffix: str) -> None:
    names = [list(candidates(stem + suffix, f"/{number}/{stem}", ".json"))[-1] for number, stem in enumerate(stems)]
    assert len({fold(name) for name in names}) == len(names)


@pytest.mark.parametrize("moment", range(8))
def test_an_interrupt_while_outcomes_are_entered_loses_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: int) -> None:
    jobs = [Job(number, f"{number}.txt", f"{number}.txt", None, None, "json", ()) for number in (1, 2)]
    settled = [(Answer(job, None, "", "", 1, 0.1), Outcome("done", issue_id="iss-1", facts="{}")) for job in jobs]
    with Journal(str(tmp_path / "journal")) as journal, Store(str(tmp_path)) as store:
        for job in jobs:
            journal.execute(
                "INSERT INTO files (id, position, key, name, path, place, recipe, state) VALUES (?1, ?1, ?2, ?2, '', '', '', 'pending')",
                (job.id, job.name),
            )
        execute, calls = journal.execute, itertools.count()

        def interrupted(statement: str, values: Iterable[Any] = ()) -> int:
            done = execute(statement, values)
            if next(calls) == moment and statement != "BEGIN":
                raise KeyboardInterrupt
            return done

        monkeypatch.setattr(journal, "execute", interrupted)
        with suppress(KeyboardInterrupt):
            record(journal, store, settled)
        assert list(journal.rows("SELECT state, attempts FROM files")) == [("done", 1), ("done", 1)]
