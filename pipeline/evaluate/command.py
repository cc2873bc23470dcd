"""`extract-eval GOLD_DIR`: measure accuracy on an archive of your own."""

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from pipeline.console import Messages, print_data, show_pages, waiting
from pipeline.errors import InputError, OutputError
from pipeline.evaluate.archive import Case, extracted, find_cases, stored
from pipeline.evaluate.floors import below, read_floors
from pipeline.evaluate.render import render, render_shortfall
from pipeline.evaluate.report import Report, evaluate
from pipeline.translation import translate_help

DEFAULT_WORST = 10
BELOW_FLOOR = 1

DESCRIPTION = "Compare documents with gold facts: precision, recall and F1, or the share right, of each family."
EPILOG = """\
GOLD_DIR holds NAME.gold.json beside the source that its "doc" names, or folders (at any depth) with expected.json
beside its source. A document that is missing or unreadable is scored as if nothing had been found.
Text is compared after NFKC and without white space. "__skip__" in gold is not scored.

exit codes:
  0    measured, and no figure is below its floor
  1    a figure is below its floor in --floors, or a family of --floors was not measured
  2    wrong options; no gold; gold, floors or the folder of documents cannot be read
  5    the figures cannot be written
  15   another error
  130  interrupted
"""


def main(argv: list[str] | None = None) -> int:
    """Run the command and return its exit code."""
    options = _parser().parse_args(argv)
    messages = Messages("extract-eval")
    try:
        return _run(options, messages)
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001  a user is owed a line, not a traceback
        messages.failed(error)
    return messages.code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="extract-eval",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("gold_dir", metavar="GOLD_DIR", type=Path, help="folder with gold facts beside their sources")
    parser.add_argument("--documents", metavar="DIR", type=Path, help="read DIR/NAME.json, made earlier by extract")
    parser.add_argument("--floors", metavar="FILE", type=Path, help="JSON object of least F1 or share by family, such as items 0.95")
    parser.add_argument("--json", metavar="FILE", type=Path, help="also write the figures here")
    parser.add_argument(
        "--worst", metavar="N", type=_count, default=DEFAULT_WORST, help="show N differences (default %(default)s)"
    )
    translate_help(parser)
    return parser


def _count(text: str) -> int:
    if not text.isdecimal():
        message = f"{text!r} is not a whole number from 0"
        raise argparse.ArgumentTypeError(message)
    return int(text)


def _run(options: argparse.Namespace, messages: Messages) -> int:
    floors = read_floors(options.floors) if options.floors else {}
    report = _measure(options.gold_dir, options.documents)
    with suppress(BrokenPipeError):  # who reads the table has seen enough; the floors count all the same
        print_data(render(report, options.worst), sys.stdout.encoding)
    for row in report.missing:
        messages.say(f"no document, scored as if nothing had been found: {row.found}", row.name)
    if options.json:
        _write(report, options.json)
    shortfalls = below(report, floors)
    for shortfall in shortfalls:
        messages.say(f"below its floor: {render_shortfall(shortfall)}")
    return BELOW_FLOOR if shortfalls else 0


def _measure(gold_dir: Path, documents: Path | None) -> Report:
    if documents and not documents.is_dir():
        message = f"no folder of documents: {documents}; name the one into which extract wrote"
        raise InputError(message)
    cases = find_cases(gold_dir)
    with waiting():
        return evaluate((case.gold, stored(case, documents) if documents else extracted(case)) for case in _counted(cases))


def _counted(cases: list[Case]) -> Iterator[Case]:
    for done, case in enumerate(cases):
        show_pages(done, len(cases))
        yield case


def _write(report: Report, path: Path) -> None:
    try:
        path.write_text(json.dumps(report.as_json(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        message = f"figures cannot be written to {path}: {error.strerror}"
        raise OutputError(message) from error
