"""What can be said on the command line: the options of `extract`, what they may be, and what `--help` says of them."""

import argparse
from collections.abc import Callable, Sequence
from functools import partial
from typing import NoReturn

from pipeline import __version__
from pipeline.console import print_data
from pipeline.errors import DependencyError, UsageError
from pipeline.invocation import Options
from pipeline.readers.suffixes import SUFFIXES

FORMATS = ("json", "jsonl", "csv", "html", "label-studio", "annotations", "sqlite", "parquet", "xlsx", "tei")
"""The keys of WRITERS, which a start does not load."""
ENGINES = ("local", "dask")
SHELLS = ("bash", "zsh", "tcsh")
WIDTH = 110
"""Columns of the help. Asking the terminal for its width would cost every start the import of shutil."""
LARGEST_MB = 2047
"""What one read of a file can take on every platform."""

LARGEST_COUNT = 10**6

DESCRIPTION = "Turn Chinese bulletins (jianbao, union news) and official documents (gongwen) into data."
EPILOG = """\
examples:
  extract bulletin.txt                     print the document as JSON
  extract bulletin.txt -f csv > items.csv  print its items as a table
  extract archive/ -o tables -f csv        write all tables of a folder of bulletins

With -o every source is read in a worker process: one that hangs, crashes or takes too much memory costs itself alone. OUT has
report.csv with a row for each source. A run that was stopped in any way goes on where it was when the command is given again.

A file that is named itself may have any name; of a folder or .zip the files are taken that end in
  {suffixes}

exit codes:
  0    done, perhaps with warnings
  1    wrong arguments
  2    a source cannot be read as text: missing, binary, too large
  3    an optional library is not installed
  4    a source took too much time or memory, or crashed its worker, and was given up
  5    the output cannot be written
  15   another error
  130  interrupted
A source that fails is told on standard error and the others are done; the code is that of the first source that failed.
""".format(suffixes="\n  ".join(map(" ".join, (SUFFIXES[:16], SUFFIXES[16:]))))


def parse_all(arguments: Sequence[str]) -> Options:
    """Options and PATHs in any order; after `--` there are only PATHs, which argparse forgets where they are mixed."""
    end = next((place for place, argument in enumerate(arguments) if argument == "--"), len(arguments))
    options = _parser().parse_intermixed_args(arguments[:end], Options())
    options.paths = [*options.paths, *arguments[end + 1 :]]
    return options


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="extract",
        usage="extract [-f FORMAT] [-o OUT] [-j N] [OPTION]... PATH...",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=partial(argparse.RawDescriptionHelpFormatter, width=WIDTH),
        add_help=False,
        allow_abbrev=False,
    )
    add = parser.add_argument
    add("paths", nargs="*", metavar="PATH", help="a file, - for standard input, or with -o a folder or .zip")
    add("-f", dest="format", choices=FORMATS, default=Options.format, help="output format (default %(default)s)")
    add("-o", dest="output", metavar="OUT", help="a folder, for a file of each source or tables of all; or a file, ALL.jsonl, .sqlite, .xlsx")
    add("--metadata", metavar="FILE", help="with xlsx: a CSV of what the archive alone knows, such as reference codes, by file name")
    add("--encoding", type=_encoding, metavar="NAME", help="encoding of the sources, if it is not to be recognised")
    add("--style", type=_style, metavar="NAME", help="jianbao, gongwen or plain, if it is not to be recognised")
    add("--password", metavar="WORD", help="password of a locked PDF")
    add("--pages", metavar="N-M", help="read only these pages of a file that has pages: 1-3,7")
    add("--max-mb", type=_megabytes, metavar="N", help="refuse a source of more than N MB (default 64)")
    add("-q", "--quiet", action="store_true", help="say nothing of warnings")
    add("-v", "--verbose", action="store_true", help="say what was recognised in each source, and every warning")
    _add_batch(parser.add_argument_group("many files, with -o"))
    add("--completion", choices=SHELLS, action=_Completion, help="print a script that completes options and file names in this shell")
    add("--schema", nargs=0, action=_Print, help="print the JSON Schema of the documents")
    add("--version", nargs=0, action=_Print, help="print the version")
    add("-h", "--help", nargs=0, action=_Print, help="print this help")
    return parser


def _add_batch(group: argparse._ArgumentGroup) -> None:
    add = group.add_argument
    add("-j", "--workers", type=_count, metavar="N", help="worker processes (default: one for each processor)")
    add("--files-from", metavar="FILE", help="convert the files that are listed in FILE, one a line; - for standard input")
    add("--include", action="append", metavar="GLOB", help="take the files of a folder that fit, whatever their suffix")
    add("--exclude", action="append", metavar="GLOB", help="leave out the files of a folder that fit")
    add("--flat", action="store_true", help="put everything into one folder, instead of the tree of the sources")
    add("--force", action="store_true", help="do everything again")
    add("--retry-failed", action="store_true", help="try again what failed, or was read in part, in an earlier run")
    add("--time-limit", type=_seconds, metavar="S", help="give up a source that takes more than S seconds (default 600)")
    add("--silence-limit", type=_seconds, metavar="S", help="or whose worker gives no sign of life for S seconds (default 60)")
    add("--memory-limit", type=_count, metavar="MB", help="or takes more than this address space (default 4096)")
    add("--engine", choices=ENGINES, help="where the workers are: on this machine, or on a Dask cluster")
    add("--scheduler", metavar="ADDRESS", help="of the Dask cluster: tcp://host:8786")


class _Completion(argparse.Action):
    """Print the completion of a shell and leave."""

    def __call__(self, parser: argparse.ArgumentParser, _: object, values: object, *__: object) -> NoReturn:
        try:
            import shtab
        except ImportError as error:
            raise DependencyError("shtab is not installed; run: pip install 'bulletin-extract[completion]'") from error
        paths = next(action for action in parser._actions if action.dest == "paths")  # noqa: SLF001  argparse has no other way
        paths.complete = shtab.FILE  # type: ignore[attr-defined]
        print_data(shtab.complete(parser, shell=str(values)))
        parser.exit()


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message}; see extract --help")


class _Print(argparse.Action):
    """Print a text and leave. Not argparse's own actions, which do not see that the output is full."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        print_data(_TEXTS[self.dest](parser))
        parser.exit()


def _help(parser: argparse.ArgumentParser) -> str:
    """The help, in Chinese where the locale is."""
    from pipeline.translation import translate_help

    translate_help(parser)
    return parser.format_help()


def _schema() -> str:
    from pipeline.writers.schema import schema_text

    return schema_text()


_TEXTS: dict[str, Callable[[argparse.ArgumentParser], str]] = {
    "help": _help,
    "schema": lambda _: _schema(),
    "version": lambda _: f"extract {__version__}\n",
}


def _encoding(name: str) -> str:
    try:
        "".encode(name)
    except (LookupError, ValueError) as error:
        raise argparse.ArgumentTypeError(f"unknown encoding {name!r}, try utf-8, gb18030, big5 or utf-16") from error
    return name


def _style(name: str) -> str:
    from pipeline.styles import STYLES

    if name not in STYLES:
        raise argparse.ArgumentTypeError(f"unknown style {name!r}, choose one of {', '.join(STYLES)}")
    return name


def _megabytes(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) <= len(str(LARGEST_MB)) and 1 <= int(text) <= LARGEST_MB):
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1 to {LARGEST_MB}")
    return int(text)


def _count(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) <= len(str(LARGEST_COUNT)) and int(text) > 0):
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number above 0")
    return int(text)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds <= LARGEST_COUNT:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of seconds above 0")
    return seconds
