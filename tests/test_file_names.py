import json
import os
import sys
from pathlib import Path

import pytest

from pipeline.cli import main
from pipeline.file_names import readable


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (b"plain.txt", "plain.txt"),
        ("第4期.txt".encode(), "第4期.txt"),
        ("年报/第4期.txt".encode("gbk"), "年报/第4期.txt"),
        ("年报/".encode() + "第5期 工会信息.txt".encode("gbk"), "年报/第5期 工会信息.txt"),
        (b"\xff\xff.txt", "\udcff\udcff.txt"),
    ],
)
def test_names_that_are_no_utf_8(name: bytes, shown: str) -> None:
    assert readable(name.decode("utf-8", "surrogateescape")) == shown


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes on Linux alone")
def test_a_folder_that_windows_has_packed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, content in (("第1期", "工会信息\n第1期\n\n市总工会慰问职工。\n".encode()), ("第2期", b"\0" * 900)):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + f"{name}.txt".encode("gbk"))).write_bytes(content)
    assert main([str(tmp_path), "-o", str(tmp_path / "out")]) == 2
    assert "第2期.txt: this is a binary file" in capsys.readouterr().err
    report = (tmp_path / "out/report.csv").read_text("utf-8-sig")
    assert [line.split(",")[0].rpartition("/")[2] for line in report.splitlines()[1:]] == ["第1期.txt", "第2期.txt"]
    (document,) = (tmp_path / "out").glob("*.json")
    assert json.loads(document.read_bytes())["source"]["file"] == "第1期.txt"
