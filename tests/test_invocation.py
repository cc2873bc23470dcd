"""What is asked of `extract`: the plain call, which is understood without argparse, and all others with it."""

import pytest

from pipeline import invocation, options
from pipeline.errors import UsageError
from pipeline.invocation import Options, parse

PLAIN = [[], ["a.txt"], ["-"], ["", "b"], ["a.txt", "-q"], ["--quiet", "a.txt", "-v", "b.txt"], ["--verbose", "-v"]]


def said(options: Options) -> dict[str, object]:
    return {name: getattr(options, name) for name in Options.__annotations__}


@pytest.mark.parametrize("arguments", PLAIN, ids=str)
def test_a_plain_call_means_what_argparse_makes_of_it(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    expected = said(options.parse_all(arguments))
    monkeypatch.setattr(options, "parse_all", None)
    assert said(parse(arguments)) == expected


@pytest.mark.parametrize("arguments", [["-f", "csv", "a"], ["-qv", "a"], ["--", "-q"], ["a", "-o", "out", "-j", "2"]], ids=str)
def test_any_other_call_is_for_argparse(arguments: list[str]) -> None:
    assert said(parse(arguments)) == said(options.parse_all(arguments))


@pytest.mark.parametrize("arguments", [["-Q"], ["a", "-q=1"], ["--quie"]], ids=str)
def test_what_is_no_option_is_told(arguments: list[str]) -> None:
    with pytest.raises(UsageError, match="see extract --help"):
        parse(arguments)


def test_every_option_has_a_value_before_anything_is_said() -> None:
    described = {action.dest for action in options._parser()._actions} - {"completion", "schema", "version", "help"}
    assert described == set(Options.__annotations__)
    assert all(hasattr(Options, name) for name in described - {"paths"})
    assert {*invocation.BATCH_ONLY, *invocation.WRITER_OPTIONS} < described


def test_patterns_are_collected() -> None:
    assert parse(["d", "-o", "out", "--include", "*.a", "--include", "*.b"]).include == ["*.a", "*.b"]
    assert parse(["d"]).include is None
