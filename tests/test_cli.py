"""`extract` as a user runs it: a process of its own, real files, real pipes."""

import csv
import io
import json
import os
import re
import shlex
import shutil
import signal
import stat
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import jsonschema
import pytest

import pipeline
from pipeline import cli
from pipeline import options as command_line

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = {path.parent.parent.name: path for path in sorted((ROOT / "samples").glob("*/*/source.txt"))}
"""Style → one of its samples."""
FULL = Path("/dev/full")

BULLETIN = """\
                    工 会 信 息
                      第 12 期
滨江市总工会办公室                          2021年5月19日

                      本期目录

［要情动态］
    市总工会召开全委会
    城东区总工会开展送清凉活动

［要情动态］

市总工会召开全委会
    5月13日，市总工会召开全委会，部署下半年工作，会议由主席主持。各区总工会负责人参加会议。
                                      （市总工会办公室  王小明）

城东区总工会开展送清凉活动
    5月15日，城东区总工会到工地慰问高温岗位职工，送去清凉用品300份，价值2万元。
                                        （城东区总工会  李莎）

报：市委办公室
发：各区总工会
责任编辑：赵敏    电话：87654321
"""
OTHER = BULLETIN.replace("第 12 期", "第 13 期").replace("5月19日", "6月19日")


def run(
    *arguments: str | os.PathLike[str], cwd: Path, stdin: bytes = b"", env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "pipeline", *arguments]
    return subprocess.run(command, cwd=cwd, input=stdin, capture_output=True, env=environment(env), timeout=60, check=False)


def environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """That of the tests, with the package on the path from any folder, and without what would hide an encoding."""
    kept = {name: value for name, value in os.environ.items() if name not in {"PYTHONIOENCODING", "PYTHONUTF8"}}
    return kept | {"PYTHONPATH": str(Path(pipeline.__file__).parent.parent), **(extra or {})}


def messages(done: subprocess.CompletedProcess[bytes]) -> list[str]:
    """The lines on standard error: each with the name of the command, none of a traceback."""
    lines = done.stderr.decode().splitlines()
    assert all(line.startswith("extract: ") for line in lines), lines
    assert "internal error" not in done.stderr.decode()
    return lines


def only_message(done: subprocess.CompletedProcess[bytes], code: int) -> str:
    """The one line of a run that failed with `code`."""
    assert done.returncode == code, done.stderr
    (line,) = messages(done)
    return line


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A working folder with a.txt in it."""
    (tmp_path / "a.txt").write_text(BULLETIN, encoding="utf-8")
    return tmp_path


REPORTS = {"report.csv", "series.csv", "joined_entities.csv"}


def written(folder: Path) -> set[str]:
    """Files in and beneath a folder, without the journal and the reports, which are always there."""
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file() and ".extract" not in path.parts}
    assert found >= REPORTS
    return found - REPORTS


def archive(folder: Path) -> Path:
    """Two bulletins, one of them in a folder beneath, and files that are none."""
    (folder / "archive/2021").mkdir(parents=True)
    (folder / "archive/12.txt").write_text(BULLETIN, encoding="utf-8")
    (folder / "archive/2021/13.TXT").write_text(OTHER, encoding="gb18030")
    (folder / "archive/notes.exe").write_bytes(b"PK\x03\x04")
    return folder / "archive"


# One source to standard output


def test_json_is_that_of_the_library(folder: Path) -> None:
    done = run("a.txt", cwd=folder)
    assert done.returncode == 0
    assert done.stdout.decode() == pipeline.to_json(pipeline.extract(folder / "a.txt"))
    assert done.stdout.endswith(b"}\n")
    assert not done.stdout.endswith(b"\n\n")


def test_csv_is_the_items_table(folder: Path) -> None:
    done = run("a.txt", "-f", "csv", cwd=folder)
    rows = list(csv.DictReader(io.StringIO(done.stdout.decode("utf-8-sig"), newline="")))
    document = pipeline.extract(folder / "a.txt")
    assert [row["item_id"] for row in rows] == [item.id for section in document.sections for item in section.items]
    assert rows


def test_standard_input_has_no_name(folder: Path) -> None:
    done = run("-", cwd=folder, stdin=BULLETIN.encode("gb18030"))
    document = json.loads(done.stdout)
    assert done.returncode == 0
    assert (document["source"]["file"], document["source"]["encoding"]) == (None, "gb18030")


def test_options_may_stand_anywhere(folder: Path) -> None:
    (folder / "-odd.txt").write_text(BULLETIN, encoding="utf-8")
    assert run("-q", "a.txt", "-f", "csv", cwd=folder).stdout == run("-f", "csv", "-q", "a.txt", cwd=folder).stdout
    assert run("a.txt", "-f", "csv", "a.txt", "-o", "out", cwd=folder).returncode == 0
    assert run("-q", "--", "-odd.txt", cwd=folder).returncode == 0


def test_encoding_and_style_overrule(folder: Path) -> None:
    done = run("a.txt", "--encoding", "utf8", "--style", "plain", cwd=folder)
    document = json.loads(done.stdout)
    assert (document["style"], document["source"]["encoding"]) == ("plain", "utf-8")


def test_warnings_are_summarised_in_one_line(folder: Path) -> None:
    text = BULLETIN.replace("    城东区总工会开展送清凉活动\n", "    某某街道召开座谈会\n", 1)
    (folder / "a.txt").write_text(text, encoding="utf-8")
    document = pipeline.extract(folder / "a.txt")
    done = run("a.txt", cwd=folder)
    (line,) = messages(done)
    n = len(document.warnings)
    assert n
    found = re.fullmatch(r"extract: a\.txt: (\d+) warnings? \((\w+ \d+(?:, \w+ \d+)*)\)", line)
    assert found
    assert int(found[1]) == n == sum(int(part.split()[1]) for part in found[2].split(", "))
    assert run("a.txt", "--quiet", cwd=folder).stderr == b""


# Bad input


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "no PATH is given"),
        ([""], "a PATH is empty"),
        (["--bogus"], "--bogus"),
        (["a.txt", "-f", "xml"], "invalid choice"),
        (["a.txt", "--style", "novel"], "choose one of jianbao, gongwen, plain"),
        (["a.txt", "--encoding", "klingon"], "unknown encoding 'klingon'"),
        (["a.txt", "--encoding", "hex"], "unknown encoding 'hex'"),
        (["a.txt", "--max-mb", "0"], "is not a whole number from 1"),
        (["a.txt", "--max-mb", "9999999999999999999999"], "is not a whole number from 1"),
        (["a.txt", "--max"], "see extract --help"),
        (["."], "is a folder and needs one for the output: add -o DIR"),
        ([".", "-o", "-"], "-o needs a folder"),
        ([".", "-o", ""], "-o needs a folder"),
        (["a.txt", "b.txt"], "add -o DIR"),
        (["a.txt", "--retry-failed"], "--retry-failed is for runs that write files: add -o OUT"),
        (["a.txt", "-o", "out", "--engine", "dask"], "--engine dask and --scheduler ADDRESS go together"),
        (["a.txt", "-o", "a.json"], "-o a.json: json writes a folder; name one without a suffix; one source alone is printed without -o"),
        (["a.txt", "-f", "parquet", "-o", "a.parquet"], "-o a.parquet: parquet writes a folder; name one without a suffix"),
        (["a.txt", "-f", "sqlite", "-o", "a.DB"], "-o a.DB: sqlite writes a file that ends in .sqlite; name it so, or name a folder"),
        (["a.txt", "-j", "0"], "is not a whole number above 0"),
        (["a.txt", "--time-limit", "nan"], "is not a number of seconds"),
        (["-", "-", "-o", "out"], "can be read once only"),
    ],
)
def test_wrong_arguments(folder: Path, arguments: list[str], said: str) -> None:
    done = run(*arguments, cwd=folder)
    assert said in only_message(done, 1)
    assert done.stdout == b""
    assert sorted(os.listdir(folder)) == ["a.txt"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"%PDF-1.7\n" + bytes(range(256)) * 9, "a PDF"),
        (b"PK\x03\x04" + bytes(100), "a ZIP archive"),
        (bytes(500), "binary"),
        (bytes(range(32)) * 99, "binary"),
        (BULLETIN.encode() * 3000, "larger than 1 MB"),
    ],
)
def test_a_source_that_is_no_text(folder: Path, content: bytes, said: str) -> None:
    (folder / "bad.txt").write_bytes(content)
    line = only_message(run("bad.txt", "--max-mb", "1", cwd=folder), 2)
    assert line.startswith("extract: bad.txt: ")
    assert said in line


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.PDF", bytes(range(128, 256)) * 9, "damaged: what is in it is no .pdf; get it anew"),
        ("a.docx", b"PK\x03\x04" + bytes(100), "damaged: what is in it is no .docx"),
        ("a.rar", b"Rar!" + bytes(range(256)) * 9, ".rar files are not read; unpack"),
        ("a.xlsx", b"PK\x03\x04" + bytes(100), ".xlsx files are not read; open the file in its own program"),
        ("a.txt", bytes(range(128, 256)) * 9, "--encoding"),
        ("a", bytes(range(128, 256)) * 9, "--encoding"),
    ],
)
def test_what_is_said_of_a_file_that_is_no_text_fits_its_name(folder: Path, name: str, content: bytes, said: str) -> None:
    (folder / name).write_bytes(content)
    assert said in only_message(run(name, cwd=folder), 2)


def test_a_text_is_read_whatever_its_name_says(folder: Path) -> None:
    (folder / "a.rar").write_text(BULLETIN, encoding="utf-8")
    assert run("a.rar", "-q", cwd=folder).returncode == 0


def test_a_missing_file(folder: Path) -> None:
    assert only_message(run("no/such.txt", cwd=folder), 2) == "extract: no/such.txt: no such file"
    assert only_message(run("two\nlines.txt", cwd=folder), 2) == "extract: two lines.txt: no such file"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read and write everything")
def test_a_file_without_permission(folder: Path) -> None:
    (folder / "a.txt").chmod(0)
    assert "cannot be read" in only_message(run("a.txt", cwd=folder), 2)
    (folder / "out").mkdir(mode=stat.S_IRUSR | stat.S_IXUSR)
    (folder / "a.txt").chmod(stat.S_IRUSR)
    assert "cannot write" in only_message(run("a.txt", "-q", "-o", "out", cwd=folder), 5)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"\n\n \t\r\n", id="blank"),
        pytest.param("，。！？——……（）".encode() * 40, id="punctuation"),
        pytest.param("- 1 -\n\f- 2 -\n\f— 3 —\n\f4\n".encode(), id="page numbers"),
        pytest.param("\ud800\udc00\udfff".encode("utf-8", "surrogatepass") + BULLETIN.encode(), id="surrogates"),
        pytest.param(BULLETIN.encode().replace("，".encode(), b"\0"), id="NUL"),
        pytest.param(BULLETIN.encode("gb18030")[:-3] + b"\xff\xff", id="damaged"),
        pytest.param(BULLETIN.encode().replace(b"\n", b""), id="one line"),
        pytest.param(b"\xef\xbb\xbf", id="mark alone"),
    ],
)
def test_bad_content_gives_a_document_with_warnings(folder: Path, content: bytes) -> None:
    (folder / "bad.txt").write_bytes(content)
    done = run("bad.txt", cwd=folder)
    document = json.loads(done.stdout)
    assert done.returncode == 0
    assert document["warnings"]
    assert messages(done)
    assert "".join(document["text"][run["start"] : run["end"]] for run in document["ledger"]) == document["text"]
    assert run("bad.txt", "-q", "-f", "csv", cwd=folder).returncode == 0
    assert run("bad.txt", "-q", "-f", "csv", "-o", "out", cwd=folder).returncode == 0


# Standard streams


ASCII = [
    {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    {"PYTHONIOENCODING": "ascii"},
    {"PYTHONIOENCODING": "ascii:strict"},
    {"PYTHONIOENCODING": "gbk"},
]


@pytest.mark.parametrize("env", ASCII, ids=str)
def test_the_output_is_utf8_on_any_terminal(folder: Path, env: dict[str, str]) -> None:
    (folder / "简报.txt").write_text(BULLETIN.replace("本期目录", "目　录"), encoding="utf-8")
    name = os.fsencode("简报.txt")  # as the shell hands it over
    done = run(os.fsdecode(name), "缺.txt", "-f", "json", "-o", "out", cwd=folder, env=env)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert b"no such file" in done.stderr
    printed = run("简报.txt", "-q", cwd=folder, env=env).stdout
    assert printed == (folder / "out/简报.json").read_bytes()
    assert "城东区总工会".encode() in printed
    for option in ("--help", "--version", "--schema"):
        assert run(option, cwd=folder, env=env).returncode == 0


@pytest.mark.skipif(os.name == "nt", reason="names of files are bytes elsewhere only")
def test_a_name_that_is_no_text(folder: Path) -> None:
    name = os.fsdecode(b"\xff\xfe.txt")
    shutil.copy(folder / "a.txt", folder / name)
    assert json.loads(run(name, cwd=folder).stdout)["source"]["file"] == name
    assert run(name, "-f", "csv", cwd=folder).returncode == 0
    assert run(name, "-o", "out", cwd=folder).returncode == 0
    assert (folder / "out" / os.fsdecode(b"\xff\xfe.json")).exists()


@pytest.mark.skipif(not FULL.exists(), reason="needs /dev/full")
@pytest.mark.parametrize("arguments", [["a.txt"], ["a.txt", "-f", "csv"], ["--schema"], ["--help"], ["--version"]], ids=str)
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_full_disk(folder: Path, arguments: list[str], unbuffered: str) -> None:
    command = [sys.executable, "-m", "pipeline", "-q", *arguments]
    env = environment({"PYTHONUNBUFFERED": unbuffered})
    with FULL.open("wb") as full:
        done = subprocess.run(command, cwd=folder, stdout=full, stderr=subprocess.PIPE, env=env, check=False)
    assert "cannot write to standard output: No space left" in only_message(done, 5)


@pytest.mark.skipif(not FULL.exists(), reason="needs /dev/full")
def test_a_full_standard_error(folder: Path) -> None:
    with FULL.open("wb") as full:
        command = [sys.executable, "-m", "pipeline", "missing.txt"]
        assert subprocess.run(command, cwd=folder, stderr=full, env=environment(), check=False).returncode == 2


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("arguments", [["big.txt"], ["--schema"], ["--help"]], ids=str)
def test_a_reader_that_leaves(folder: Path, arguments: list[str], unbuffered: str) -> None:
    (folder / "big.txt").write_text(BULLETIN * 20, encoding="utf-8")  # as JSON more than a pipe holds
    command = shlex.join([sys.executable, "-m", "pipeline", "-q", *arguments])
    env = environment({"PYTHONUNBUFFERED": unbuffered})
    script = f"set -o pipefail; {command} | head -1"
    done = subprocess.run(["bash", "-c", script], cwd=folder, env=env, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.count(b"\n") == 1


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")
@pytest.mark.parametrize(("closed", "code"), [("a.txt >&-", 5), ("- <&-", 2), ("nothing.txt 2>&-", 2), ("--help >&-", 5)])
def test_closed_streams(folder: Path, closed: str, code: int) -> None:
    script = f"{shlex.quote(sys.executable)} -m pipeline -q {closed}"
    done = subprocess.run(["bash", "-c", script], cwd=folder, env=environment(), capture_output=True, check=False)
    assert done.returncode == code
    assert len(messages(done)) == (0 if "2>" in closed else 1)


@pytest.mark.skipif(os.name == "nt", reason="needs SIGINT")
def test_an_interrupt(folder: Path) -> None:
    command = [sys.executable, "-m", "pipeline", "-q", "a.txt", "-"]
    process = subprocess.Popen(
        [*command, "-o", "out"],
        cwd=folder,
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with process:
        while not (folder / "out/a.json").exists():  # from here on it waits for standard input
            assert process.poll() is None
        process.send_signal(signal.SIGINT)
        _, error = process.communicate(timeout=30)
    assert (process.returncode, error) == (130, b"extract: interrupted; what is done is kept, and the same command goes on from there\n")


# Several sources, and folders


def test_a_folder_of_documents(folder: Path) -> None:
    (folder / "a.txt").write_text(BULLETIN * 2, encoding="utf-8")
    done = run(archive(folder), "a.txt", "-", "-o", "out/deep", cwd=folder, stdin=OTHER.encode())
    assert done.returncode == 0
    assert written(folder / "out/deep") == {"12.json", "2021/13.json", "a.json", "stdin.json"}
    assert (folder / "out/deep/2021/13.json").read_text(encoding="utf-8") == pipeline.to_json(
        pipeline.extract(folder / "archive/2021/13.TXT")
    )
    assert done.stdout == b""


def test_the_package_of_a_folder_reads_back(folder: Path) -> None:
    done = run(archive(folder), "-f", "csv", "-o", "out", cwd=folder)
    assert done.returncode == 0
    paths = [folder / "archive/12.txt", folder / "archive/2021/13.TXT"]
    assert pipeline.read_package(folder / "out") == tuple(map(pipeline.extract, paths))


def test_a_run_again_replaces_what_it_wrote(folder: Path) -> None:
    for options in (["-o", "out"], ["-o", "tables", "-f", "csv"]):
        for _ in range(2):
            assert run("a.txt", "-q", *options, cwd=folder).returncode == 0
    assert written(folder / "out") == {"a.json"}
    assert len(pipeline.read_package(folder / "tables")) == 1


@pytest.mark.parametrize("options", [["-f", "json"], ["-f", "csv"]], ids=str)
def test_one_bad_file_among_good_ones(folder: Path, options: list[str]) -> None:
    archive(folder)
    (folder / "archive/2021/bad.txt").write_bytes(bytes(99))
    done = run("missing.txt", "archive", "-q", "-o", "out", *options, cwd=folder)
    bad, missing = sorted(messages(done))  # they are told as they come
    assert done.returncode == 2
    assert missing == "extract: missing.txt: no such file"
    assert bad.startswith(f"extract: {Path('archive/2021/bad.txt')}: ")
    assert {"12.json", "2021/13.json"} <= written(folder / "out") or len(pipeline.read_package(folder / "out")) == 2


def test_nothing_good_at_all(folder: Path) -> None:
    (folder / "empty").mkdir()
    done = run("empty", "missing.txt", "-f", "csv", "-o", "out", cwd=folder)
    assert done.returncode == 2
    assert len(messages(done)) == 3
    assert written(folder / "out") == set()


def test_names_that_collide(folder: Path) -> None:
    archive(folder)
    (folder / "archive/2021/13.md").write_text(BULLETIN, encoding="utf-8")
    (folder / "archive/2021/13.TXT").write_text(OTHER * 2, encoding="utf-8")
    assert run("archive", "-o", "out", cwd=folder).returncode == 0
    assert written(folder / "out") == {"12.json", "2021/13.TXT.json"}, "13.md is 12.txt again"
    (folder / "archive/2021/13.md").write_text(BULLETIN * 2, encoding="utf-8")
    assert run("archive", "-o", "out", cwd=folder).returncode == 0
    assert written(folder / "out") == {"12.json", "2021/13.TXT.json", "2021/13.md.json"}


def test_an_issue_twice_in_a_package(folder: Path) -> None:
    (folder / "b.txt").write_text(BULLETIN + "电话：83188031\n", encoding="utf-8")
    line = only_message(run("a.txt", "b.txt", "-q", "-f", "csv", "-o", "out", cwd=folder), 5)
    assert line.startswith("extract: b.txt: left out: it is the same issue")
    assert "as a.txt" in line
    assert [document.source.file for document in pipeline.read_package(folder / "out")] == ["a.txt"]


@pytest.mark.parametrize("form", ["json", "csv"])
@pytest.mark.parametrize("output", ["a.txt", "a.txt/out", "/dev/null/out"])
def test_an_output_folder_that_cannot_be(folder: Path, output: str, form: str) -> None:
    line = only_message(run("a.txt", "-q", "-f", form, "-o", output, cwd=folder), 5)
    assert f"cannot write {output}: a file stands where a folder has to be" in line
    assert (folder / "a.txt").read_text(encoding="utf-8") == BULLETIN


def test_an_output_that_is_called_as_a_file_and_is_a_folder(folder: Path) -> None:
    (folder / "kept.json").mkdir()
    assert run("a.txt", "-q", "-o", "kept.json", cwd=folder).returncode == 0
    assert written(folder / "kept.json") == {"a.json"}
    assert run("a.txt", "-q", "-f", "jsonl", "-o", "all.JSONL", cwd=folder).returncode == 0
    assert (folder / "all.JSONL").is_file()


def test_a_zip_file_needs_a_folder(folder: Path) -> None:
    shutil.make_archive(str(folder / "box"), "zip", folder, "a.txt")
    assert "box.zip is a zip file and needs a folder for the output: add -o DIR" in only_message(run("box.zip", cwd=folder), 1)
    assert "gone.zip: no such file" in only_message(run("gone.zip", cwd=folder), 2)


def test_a_target_that_is_a_folder(folder: Path) -> None:
    (folder / "out/a.json").mkdir(parents=True)
    line = only_message(run("a.txt", "-q", "-o", "out", cwd=folder), 5)
    assert line.startswith("extract: a.txt: cannot write")
    assert written(folder / "out") == set()


# Help, version, schema


def test_version(folder: Path) -> None:
    assert run("--version", cwd=folder).stdout.decode() == f"extract {pipeline.__version__}\n"


def test_schema_describes_what_is_printed(folder: Path) -> None:
    schema = json.loads(run("--schema", cwd=folder).stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(json.loads(run("a.txt", cwd=folder).stdout))


def test_help_names_every_option_style_and_exit_code(folder: Path) -> None:
    shown = run("--help", cwd=folder).stdout.decode("ascii")
    flags = [flag for action in command_line._parser()._actions for flag in action.option_strings]
    from pipeline.errors import PipelineError
    from pipeline.readers.suffixes import SUFFIXES
    from pipeline.source import MAX_BYTES
    from pipeline.styles import STYLES

    errors: tuple[type[PipelineError], ...] = (PipelineError, *PipelineError.__subclasses__())
    codes = {str(error.exit_code) for error in errors} | {"0", "130"}
    assert [word for word in (*flags, *STYLES, *SUFFIXES) if word not in shown] == []
    assert f"(default {MAX_BYTES // 2**20})" in shown
    assert set(re.findall(r"^  (\d+) ", shown, re.MULTILINE)) == codes


def help_examples() -> list[str]:
    return [re.split("  +", line.strip())[0] for line in command_line.EPILOG.splitlines() if line.startswith("  extract ")]


def test_there_are_three_examples() -> None:
    assert len(help_examples()) == 3


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")
@pytest.mark.parametrize("example", help_examples())
@pytest.mark.parametrize("style", SAMPLES)
def test_an_example_works_as_printed(tmp_path: Path, example: str, style: str) -> None:
    text = SAMPLES[style].read_bytes()
    (tmp_path / "archive").mkdir()
    for name in ("bulletin.txt", "archive/bulletin.txt"):
        (tmp_path / name).write_bytes(text)
    (tmp_path / "bin").mkdir()
    command = tmp_path / "bin/extract"
    command.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m pipeline "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    env = environment({"PATH": f"{command.parent}{os.pathsep}{os.environ['PATH']}"})
    done = subprocess.run(["sh", "-c", example], cwd=tmp_path, env=env, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout or (tmp_path / "items.csv").exists() or pipeline.read_package(tmp_path / "tables")


def test_the_entry_points_are_there() -> None:
    import tomllib
    from importlib import import_module

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for target in project["scripts"].values():
        module, function = target.split(":")
        assert callable(getattr(import_module(module), function))


# Errors of our own


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (RecursionError("too deep"), "internal error (RecursionError: too deep); please report it with the source"),
        (MemoryError(), "out of memory; split the source"),
    ],
)
def test_an_unforeseen_error_is_one_line(
    folder: Path, error: Exception, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(cli, "_extract", fail)
    monkeypatch.chdir(folder)
    assert cli.main(["a.txt"]) == 15
    assert capsys.readouterr().err == f"extract: a.txt: {said}\n"


def test_the_command_can_be_called_from_python(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["-q", str(folder / "a.txt")]) == 0
    assert json.loads(capsys.readouterr().out)["source"]["file"] == "a.txt"
