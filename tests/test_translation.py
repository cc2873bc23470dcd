"""Messages in Chinese: every sentence of the code is in the catalogue, and what varies in it is kept."""

import ast
import os
import re
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import pipeline
from pipeline import cli, options, translation
from pipeline.console import localized
from pipeline.errors import PipelineError
from pipeline.evaluate import command as evaluation
from pipeline.review import command as review
from pipeline.translation import Sentence, is_chinese, read_catalogue, translate

ROOT = Path(pipeline.__file__).parent
SENTENCES = read_catalogue()
ENGLISH = ["{}".join(sentence.pieces) for sentence in SENTENCES]
TOLD = re.compile(r"(Error|\bsay|_warn|ArgumentTypeError|Warning|Finding|_found|_Refused|Outcome|Lost|_Unfit|faults.append)$")
"""Calls of whose arguments a person may read some."""
NAMES = {"message", "reason", "said", "state", "numbers", "tries"}
"""Variables in which such a sentence waits."""
ADVICE = re.compile(r"^[^\nA-Z]*\w; (?!SELECT)[a-z]+ \w+ [a-z]")
"""What is said wherever it waits: what happened; and what to do."""
INTERNAL = {
    "module {} has no attribute {}",
    "{} is none of the forms of EDTF that this package writes",
    "is neither true nor false",
    "is empty",
    "{}.{}: cannot write a field of type {}",
    "{}.{}: a field holds one type or None, not {}, {}",
    "a finite number",
    "Expected {} arguments, got {}",
    "Got unexpected field names: {}",
    "an object",
    "{}: {}",
}
"""Of faults of the program, and parts of other sentences."""


def template(node: ast.expr) -> str | None:
    """A sentence with gaps, out of a string or an f-string."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return None


def waiting(tree: ast.Module) -> Iterator[str]:
    """All strings of a file but its docstrings and the parts of others."""
    no_text = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    no_text |= {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    texts = (template(node) for node in ast.walk(tree) if isinstance(node, ast.Constant | ast.JoinedStr) and id(node) not in no_text)
    yield from filter(None, texts)


def sentences_of(path: Path) -> set[str]:
    """What the calls of a file may say: more than one word."""
    tree = ast.parse(path.read_text("utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    told = [argument for call in calls if TOLD.search(ast.unparse(call.func)) for argument in call.args[:5]]
    kept = [node for node in ast.walk(tree) if isinstance(node, ast.Assign | ast.AnnAssign)]
    told += [node.value for node in kept if node.value and NAMES & set(re.findall(r"\w+", ast.unparse(node).partition("=")[0]))]
    told += [branch for node in told if isinstance(node, ast.IfExp) for branch in (node.body, node.orelse)]
    said = {text for text in map(template, told) if text and " " in text.replace("{}", "")}
    return said | {text for text in waiting(tree) if ADVICE.search(text)}


CODE = {said for path in sorted(ROOT.rglob("*.py")) for said in sentences_of(path)}


def test_the_sentences_of_the_code_are_in_the_catalogue() -> None:
    """All but a few that are new: these are said in English until somebody translates them."""
    missing = CODE - set(ENGLISH) - INTERNAL
    assert len(missing) <= len(CODE) // 50, f"add to pipeline/{translation.CATALOGUE}: {sorted(missing)}"


def test_what_is_internal_is_said_somewhere() -> None:
    assert INTERNAL <= CODE


def test_every_option_and_every_line_of_the_help_is_in_the_catalogue() -> None:
    parser = options._parser()
    said = {action.help or "" for action in parser._actions} | {group.title or "" for group in parser._action_groups}
    lines = {line.rpartition("  ")[2] for line in options.EPILOG.splitlines() if line and not line.startswith("  .")}  # suffixes
    missing = (said | lines | {options.DESCRIPTION}) - set(ENGLISH)
    assert not missing, f"add to pipeline/{translation.CATALOGUE}: {sorted(missing)}"


def test_no_sentence_stands_twice() -> None:
    assert len(set(ENGLISH)) == len(ENGLISH)


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda sentence: "{}".join(sentence.pieces)[:40])
def test_a_translation_keeps_every_gap(sentence: Sentence) -> None:
    gaps = [f"<{number}>" for number in range(len(sentence.kinds))]
    chinese = sentence.chinese.format(*gaps)
    assert all(chinese.count(gap) == 1 for gap in gaps)
    assert not chinese.isascii()


@given(st.sampled_from(SENTENCES), st.lists(st.text("文件a.-_", min_size=1, max_size=8), min_size=6, max_size=6))
def test_a_sentence_with_anything_in_its_gaps_is_translated(sentence: Sentence, given_gaps: list[str]) -> None:
    gaps = ["17" if kind == "n" else gap for gap, kind in zip(given_gaps, sentence.kinds, strict=False)]
    english = "".join(piece + gap for piece, gap in zip(sentence.pieces, [*gaps, ""], strict=True))
    chinese = translate(english)
    assert all(gap in chinese for gap in gaps)
    assert chinese != english


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("no such file", "没有这个文件"),
        ("a, b.txt: no such file", "a, b.txt：没有这个文件"),
        (
            "cannot write out/a, b: Permission denied; choose a folder that has space and that you may write to",
            "不能写入 out/a, b：没有权限；请换一个有空间、有写权限的文件夹",
        ),
        ("3 warnings (count_mismatch 3)", "3 条提示（count_mismatch 3）"),
        ("12 sources: 10 done, 2 failed (error 2) in 0:03; see out/report.csv", "共 12 个来源：完成 10，失败 2（error 2），用时 0:03；见 out/report.csv"),
        (
            "1 source: 1 done, 2 partly read, 1 same as another, 1 failed (error 1) in 0:03; see out/report.csv",
            "共 1 个来源：完成 1，只读出一部分 2，与其他相同 1，失败 1（error 1），用时 0:03；见 out/report.csv",
        ),
        ("the masthead shows no date, issuer, issue_number", "报头没有日期，编发单位，期号"),
        ("to check in 3 sources: a_b 2, c_d 1", "3 个来源需要核对：a_b 2, c_d 1"),
        ("2 warnings (a_b 1, c_d 1), 1 note (e_f 1)", "2 条提示（a_b 1, c_d 1），1 条说明（e_f 1）"),
        ("unrecognized arguments: --x; see extract --help", "没有这个选项：--x；请看 extract --help"),
        ("something that nobody foresaw", "something that nobody foresaw"),
        ("", ""),
    ],
)
def test_translations(english: str, chinese: str) -> None:
    assert translate(english) == chinese


@pytest.mark.parametrize(
    ("variables", "chinese"),
    [
        ({"LANG": "zh_CN.UTF-8"}, True),
        ({"LANG": "zh_TW"}, True),
        ({"LANG": "en_GB.UTF-8"}, False),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, False),
        ({"LANG": "C", "LC_MESSAGES": "zh_CN.UTF-8", "LC_ALL": ""}, True),
        ({}, False),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="Windows has no such variables")
def test_the_locale_says_which_language(variables: dict[str, str], chinese: bool, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: FBT001
    for name in translation._VARIABLES:
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert is_chinese() is chinese
    assert ("文件" in localized("no such file", "utf-8")) is chinese


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such variables")
def test_a_terminal_without_chinese_gets_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert localized("no such file", "ascii") == "no such file"
    assert localized("no such file", "gbk") == "没有这个文件"


def in_chinese(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    env = os.environ | {"LC_ALL": "zh_CN.UTF-8", "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT.parent)}
    command = [sys.executable, "-m", "pipeline", *arguments]
    return subprocess.run(command, cwd=cwd, env=env, capture_output=True, encoding="utf-8", check=False)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such variables")
def test_the_command_speaks_chinese_and_its_data_is_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("工会信息\n第3期\n\n市总工会开会\n    5月6日，市总工会开会，部署三件事。一是学习。\n", "utf-8")
    assert in_chinese("none.txt", cwd=tmp_path).stderr == "extract: none.txt: 没有这个文件\n"
    done = in_chinese("a.txt", cwd=tmp_path)
    assert re.fullmatch(r"extract: a\.txt: \d 条提示（.*）\n", done.stderr)
    cli.main([str(tmp_path / "a.txt"), "-q"])
    assert capsys.readouterr().out == done.stdout
    told = in_chinese("a.txt", "-v", cwd=tmp_path).stderr.splitlines()
    assert told[0].startswith("extract: a.txt: jianbao，按 utf-8 读取：")
    assert len(told) > 1
    assert in_chinese("a.txt", "-o", "out", "-v", cwd=tmp_path).stderr.splitlines()[1].startswith("extract: 共 1 个来源：")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such variables")
def test_the_reports_tell_in_chinese_what_happened(tmp_path: Path) -> None:
    for number in (3, 5):
        (tmp_path / f"{number}.txt").write_text(f"工会信息\n2020年第{number}期\n\n市总工会开会\n    5月6日，市总工会开会。\n", "utf-8")
    (tmp_path / "x.txt").write_bytes(b"\x7fELF\0\0\0\1" * 100)
    in_chinese("3.txt", "5.txt", "x.txt", "-o", "out", cwd=tmp_path)
    assert "不是文本文件" in (tmp_path / "out" / "report.csv").read_text("utf-8")
    assert "本期之前缺 2020 年第 4 期" in (tmp_path / "out" / "series.csv").read_text("utf-8")
    cli.main([str(tmp_path / "x.txt"), str(tmp_path / "3.txt"), "-o", str(tmp_path / "out"), "-q"])
    assert "give the document that is in it" in (tmp_path / "out" / "report.csv").read_text("utf-8")


@pytest.mark.parametrize("path", sorted((Path(__file__).parent.parent / "samples").glob("*/*/source.txt"))[::6], ids=lambda path: path.parent.name)
def test_warnings_of_documents_are_in_the_catalogue(path: Path) -> None:
    assert [warning.message for warning in pipeline.extract(path).warnings if translate(warning.message) == warning.message] == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such variables")
def test_the_help_in_chinese_names_every_option_and_exit_code(tmp_path: Path) -> None:
    shown = in_chinese("--help", cwd=tmp_path).stdout
    flags = [flag for action in options._parser()._actions for flag in action.option_strings]
    errors: tuple[type[PipelineError], ...] = (PipelineError, *PipelineError.__subclasses__())
    codes = {error.exit_code for error in errors}
    assert [flag for flag in flags if flag not in shown] == []
    assert {int(code) for code in re.findall(r"^  (\d+) ", shown, re.MULTILINE)} == codes | {0, 130}
    assert "退出码" in shown


@pytest.mark.parametrize("command", [review._parser, evaluation._parser])
def test_the_help_of_the_other_commands_is_in_chinese(command: Callable[[], ArgumentParser], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(translation, "is_chinese", lambda: True)
    shown = command()
    said = [shown.description, *(action.help for action in shown._actions), *(group.title for group in shown._action_groups)]
    said += [line.rpartition("  ")[2] for line in (shown.epilog or "").splitlines() if line]
    assert [text for text in said if text and text.isascii()] == []


# What else the command says


def test_verbose_tells_what_was_recognised_and_every_warning(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = Path(__file__).parent.parent / "samples/jianbao/reservoir-union/source.txt"
    assert cli.main([str(source), "-v", "-f", "csv"]) == 0
    first, second = capsys.readouterr().err.splitlines()
    assert first.endswith("jianbao, read as utf-8: 2 items in 2 sections")
    assert second.endswith("line 18: the text announces 三件事 and lists 2 (count_mismatch)")
    assert "三件事" in source.read_text("utf-8").splitlines()[17]
    assert cli.main([str(source), "-v", "-o", str(tmp_path)]) == 0
    assert re.search(r"source\.txt: done in \d+\.\d\d s, 1 warning \(count_mismatch 1\)", capsys.readouterr().err)


@pytest.mark.parametrize("shell", options.SHELLS)
def test_completion_knows_every_option(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["--completion", shell])
    script = capsys.readouterr().out
    assert [flag for action in options._parser()._actions for flag in action.option_strings if flag.lstrip("-") not in script] == []


@pytest.mark.skipif(os.name == "nt", reason="needs bash")
def test_bash_completes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["--completion", "bash"])
    (tmp_path / "completion").write_text(capsys.readouterr().out, "utf-8")
    (tmp_path / "bulletin.txt").touch()
    script = """
        source completion
        complete_line() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=(); _shtab_extract; echo "${COMPREPLY[@]}"; }
        complete_line extract --verb; complete_line extract -f sq; complete_line extract bul
    """
    done = subprocess.run(["bash", "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert [line.strip() for line in done.stdout.splitlines()] == ["--verbose", "sqlite", "bulletin.txt"]


def test_without_shtab_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setitem(sys.modules, "shtab", None)
    assert cli.main(["--completion", "bash"]) == 3
    assert "pip install 'bulletin-extract[completion]'" in capsys.readouterr().err
