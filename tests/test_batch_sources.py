"""What the paths of a run stand for, and where the output of each source goes; end of a run in words."""

import os
import zipfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

from pipeline.batch.findings import Findings
from pipeline.batch.names import safe_place
from pipeline.batch.report import Count
from pipeline.batch.run import Summary
from pipeline.batch.sources import Selection, Source, find_sources, listed_sources
from pipeline.batch.summary import described, remarks, shortfalls
from pipeline.readers.other_kinds import ADVICE
from pipeline.readers.suffixes import SUFFIXES


@pytest.fixture(autouse=True)
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """archive/1990/a.txt, archive/1990/[b].txt, archive/2000/b.txt and archive/box.zip with old/c.txt, d.ceb and an empty folder."""
    monkeypatch.chdir(tmp_path)
    for name in ("1990/a.txt", "1990/[b].txt", "2000/b.txt"):
        path = Path("archive", name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    with zipfile.ZipFile("archive/box.zip", "w") as box:
        box.mkdir("old")
        for name in ("old/c.txt", "old/café.txt", "d.ceb"):
            box.writestr(name, "")
    return tmp_path


def places(sources: Iterable[Source]) -> list[str]:
    return sorted(source.place for source in sources)


def refuse(error: Exception, name: str) -> None:
    raise AssertionError(f"{name}: {error}")


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["archive/*/*.txt"], ["1990/[b].txt", "1990/a.txt", "2000/b.txt"]),
        (["archive/19*/*.txt"], ["1990/[b].txt", "1990/a.txt"]),
        (["archive/1990/?.txt"], ["a.txt"]),
        (["archive/[12]*/b.txt"], ["2000/b.txt"]),
        (["archive/**/*.txt"], ["1990/[b].txt", "1990/a.txt", "2000/b.txt"]),
        (["*/2000/b.txt"], ["archive/2000/b.txt"]),
        (["archive/1990/[b].txt"], ["[b].txt"]),
        (["archive/3*"], ["3_"]),
        (["archive/1990"], ["[b].txt", "a.txt"]),
        (["archive/1990", "archive/2000"], ["1990/[b].txt", "1990/a.txt", "2000/b.txt"]),
        (["archive/box.zip"], ["old/café.txt", "old/c.txt"]),
        (["archive/box.zip", "archive/2000"], ["2000/b.txt", "box/old/café.txt", "box/old/c.txt"]),
        (["archive/gone.zip"], ["gone.zip"]),
    ],
)
def test_paths_and_patterns(paths: list[str], expected: list[str]) -> None:
    found = places(find_sources(paths, Selection(), refuse))
    assert [place.replace("*", "_") for place in found] == sorted(expected)


def test_paths_of_a_list_keep_their_folders() -> None:
    listed = ["archive/1990/a.txt", "./archive/2000/b.txt", os.path.abspath("archive/box.zip"), ""]
    root = os.path.abspath(os.curdir).lstrip(os.sep)
    expected = ["archive/1990/a.txt", "archive/2000/b.txt", f"{root}/archive/box/old/c.txt", f"{root}/archive/box/old/café.txt"]
    assert places(listed_sources(listed, Selection(), refuse)) == sorted(expected)


def test_what_is_passed_over_is_counted_but_for_folders() -> None:
    others: Counter[str] = Counter()
    list(find_sources(["archive"], Selection(others=others), refuse))
    assert others == {".ceb": 1}


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("con.txt", "_con.txt"), ("a/LPT1", "a/_LPT1"), ("console.txt", "console.txt"), ("..\\a?.txt", "a_.txt"), ("a./b ", "a/b"), ("/", "_"),
        (f"{'a' * 176}.txt", f"{'a' * 176}.txt"),
    ],
)  # fmt: skip
def test_safe_places(path: str, place: str) -> None:
    assert safe_place(path) == place


def test_a_name_that_is_too_long_is_cut_and_stays_its_own() -> None:
    one, other = (safe_place(f"{'简' * 90}{number}.txt") for number in (1, 2))
    assert one != other
    assert one.startswith("简" * 30 + "~")
    assert one.endswith(".txt")


# The end of a run


def summary(*counts: Count, left_out: int = 0, others: dict[str, int] | None = None) -> Summary:
    left = [(f"{number}.txt", "iss-1", "a.txt") for number in range(left_out)]
    return Summary(list(counts), left, "out/report.csv", Findings(0, {}, {}), "out/series.csv", others or {})


def count(state: str, number: int, reason: str = "") -> Count:
    return Count(state, reason, 0, number, 0)


def test_how_many_ended_in_which_way() -> None:
    counts = [count("failed", 3, "unreadable"), count("done", 2), count("partial", 2, "incomplete"), count("failed", 1, "error"), count("given_up", 1, "time")]
    assert described(counts) == "9 sources: 2 done, 2 partly read, 4 failed (unreadable 3, error 1), 1 given up (time 1)"
    assert described([count("done", 1)]) == "1 source: 1 done"
    assert described([]) == "0 sources: nothing to do"


def test_what_the_run_has_not_told_yet() -> None:
    assert list(shortfalls(summary(count("failed", 2), count("given_up", 1)), 3)) == []
    ((line, name),) = shortfalls(summary(count("failed", 2), count("given_up", 1)), 2)
    assert (line, name) == ("1 source failed in an earlier run: see out/report.csv; --retry-failed tries again", None)
    lines = list(shortfalls(summary(count("left_out", 2), left_out=2), 0))
    assert lines[1] == ("left out: it is the same issue (iss-1) as a.txt, and a package holds it once", "1.txt")
    assert len(lines) == 2
    assert list(shortfalls(summary(count("left_out", 3), left_out=2), 0))[2][0] == "left out for the same reason: 1 more source; see out/report.csv"


def test_files_of_other_kinds_the_most_frequent_first() -> None:
    kinds = {f".{number}": 1 for number in range(6)}
    assert list(remarks(summary(others={".lnk": 2, "": 3}))) == ["files of other kinds were left alone: 3 other, 2 .lnk"]
    (line,) = remarks(summary(others={"": 2, ".x": 9} | kinds))
    assert line.endswith("9 .x, 2 other, 1 .0, 1 .1, 1 .2, 1 .3, 1 .4, 1 .5")
    (line,) = remarks(summary(others={"": 2, ".x": 9, ".y": 1} | kinds))
    assert line.endswith("1 .5, …")
    assert list(remarks(summary())) == []


def test_what_to_do_with_files_of_other_kinds() -> None:
    _, *advice = remarks(summary(others={".rar": 1, ".xls": 9, ".7z": 2, ".lnk": 1}))
    assert advice == [
        "to have .7z, .rar files read: unpack the file and give what is in it",
        "to have .xls files read: open the file in its own program and save or print it as PDF",
    ]


def test_there_is_a_reader_or_an_advice() -> None:
    assert not ADVICE.keys() & set(SUFFIXES)
