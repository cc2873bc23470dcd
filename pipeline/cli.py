"""`extract PATH…`: options → one call → exit code. No text logic."""

import argparse
import gc
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, NoReturn

from pipeline import __version__
from pipeline.console import Messages, print_data
from pipeline.errors import InputError, OutputError, UsageError

if TYPE_CHECKING:
    from pipeline.model.document import Document

TEXT_SUFFIXES = (".txt", ".md", ".text")
"""Files of a folder that are taken, in upper case too; a file that is named itself may have any suffix."""
STDIN = "-"
ARCHIVE = "bulletins"
"""Name of the one file of many sources, where only its folder is given."""
FORMATS = ("json", "jsonl", "csv", "html", "sqlite", "parquet", "xlsx", "tei")
"""The keys of WRITERS, which a start does not load."""
WIDTH = 110
"""Columns of the help. Asking the terminal for its width would cost every start the import of shutil."""
LARGEST_MB = 2047
"""What one read of a file can take on every platform."""

DESCRIPTION = "Turn Chinese bulletins (jianbao, union news) and official documents (gongwen) into data."
EPILOG = """\
examples:
  extract bulletin.txt                     print the document as JSON
  extract bulletin.txt -f csv > items.csv  print its items as a table
  extract archive/ -o tables -f csv        write all tables of a folder of bulletins

exit codes:
  0    done, perhaps with warnings
  1    wrong arguments
  2    a source cannot be read as text: missing, binary, too large
  3    an optional library is not installed
  5    the output cannot be written
  15   another error
  130  interrupted
A source that fails is told on standard error and the others are done; the code is that of the first failure.
"""


def run() -> NoReturn:
    """The installed command: `main`, and the process ends at once, for taking the interpreter apart costs a start a tenth."""
    gc.disable()  # a run makes values without cycles and ends; collecting costs a tenth of it
    code = main()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):
            stream.flush()
    os._exit(code)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    messages = Messages("extract")
    try:
        _run(_options(sys.argv[1:] if argv is None else argv), messages)
    except BrokenPipeError:
        return messages.code  # who reads our output has seen enough
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001  a user is owed a line, not a traceback
        messages.failed(error)
    return messages.code


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    """Options and PATHs in any order; after `--` there are only PATHs, which argparse forgets where they are mixed."""
    end = next((place for place, argument in enumerate(arguments) if argument == "--"), len(arguments))
    options = _parser().parse_intermixed_args(arguments[:end])
    options.paths = [*options.paths, *arguments[end + 1 :]]
    return options


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="extract",
        usage="extract [-f FORMAT] [-o OUT] [-q] [--encoding NAME] [--style NAME] [--password WORD] [--pages N-M] [--max-mb N] PATH...",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=partial(argparse.RawDescriptionHelpFormatter, width=WIDTH),
        add_help=False,
        allow_abbrev=False,
    )
    add = parser.add_argument
    add("paths", nargs="*", metavar="PATH", help="a text file, - for standard input, or with -o a folder of .txt, .md, .text")
    add("-f", dest="format", choices=FORMATS, default="json", help="output format (default %(default)s)")
    add("-o", dest="output", metavar="OUT", help="a folder, for a file of each source or tables of all; or a file, ALL.jsonl, .sqlite, .xlsx")
    add("--metadata", metavar="FILE", help="with xlsx: a CSV of what the archive alone knows, such as reference codes, by file name")
    add("--encoding", type=_encoding, metavar="NAME", help="encoding of the sources, if it is not to be recognised")
    add("--style", type=_style, metavar="NAME", help="jianbao, gongwen or plain, if it is not to be recognised")
    add("--password", metavar="WORD", help="password of a locked PDF")
    add("--pages", metavar="N-M", help="read only these pages of a file that has pages: 1-3,7")
    add("--max-mb", type=_megabytes, metavar="N", help="refuse a source of more than N MB (default 64)")
    add("-q", "--quiet", action="store_true", help="say nothing of warnings")
    add("--schema", nargs=0, action=_Print, help="print the JSON Schema of the documents")
    add("--version", nargs=0, action=_Print, help="print the version")
    add("-h", "--help", nargs=0, action=_Print, help="print this help")
    return parser


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message}; see extract --help")


class _Print(argparse.Action):
    """Print a text and leave. Not argparse's own actions, which do not see that the output is full."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        print_data(_TEXTS[self.dest](parser))
        parser.exit()


def _schema() -> str:
    from pipeline.writers.schema import schema_text

    return schema_text()


_TEXTS: dict[str, Callable[[argparse.ArgumentParser], str]] = {
    "help": argparse.ArgumentParser.format_help,
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


def _run(options: argparse.Namespace, messages: Messages) -> None:
    if not options.paths:
        raise UsageError("no PATH is given; see extract --help")
    if options.paths.count(STDIN) > 1:
        raise UsageError("standard input (-) can be read once only")
    if options.output is None:
        _print_one(options, messages)
    else:
        _write_files(options, messages)


def _print_one(options: argparse.Namespace, messages: Messages) -> None:
    from pipeline.writers import text_writer

    text = text_writer(options.format)
    if len(options.paths) > 1:
        raise UsageError("several sources need a folder for the output: add -o DIR")
    if os.path.isdir(options.paths[0]):
        raise UsageError(f"{options.paths[0]} is a folder and needs one for the output: add -o DIR")
    for _, document in _documents(options.paths, options, messages):
        print_data(text(document))


def _write_files(options: argparse.Namespace, messages: Messages) -> None:
    from pipeline.writers import archive_writer, output_format

    write, suffix = archive_writer(options.format), output_format(options.format).suffix
    if write is None:
        _write_each(options, messages, suffix)
    else:
        _write_all(options, messages, write, suffix)


def _write_each(options: argparse.Namespace, messages: Messages, suffix: str) -> None:
    """A file for each source."""
    from pipeline.writers import text_writer
    from pipeline.writers.files import make_folder, write_text

    text = text_writer(options.format)
    paths = list(_sources(options.paths, messages))
    targets = _targets(paths, options.output, suffix)
    make_folder(options.output)
    for path, document in _documents(paths, options, messages):
        try:
            write_text(targets[path], text(document))
        except OutputError as error:
            messages.failed(error, path)


def _targets(paths: Iterable[str], folder: str, suffix: str) -> dict[str, str]:
    """Source → the file that is written of it."""
    taken: dict[str, str] = {}
    targets = {}
    for path in paths:
        name = "stdin" if path == STDIN else os.path.splitext(os.path.basename(path))[0]
        other = taken.setdefault(os.path.normcase(name), path)
        if other is not path:
            raise OutputError(f"{other} and {path} would both be written to {name}{suffix}; rename one, or choose -f csv")
        targets[path] = os.path.join(folder, name + suffix)
    return targets


def _write_all(options: argparse.Namespace, messages: Messages, write: Callable[..., None], suffix: str) -> None:
    """All sources in one file or one set of tables."""
    from pipeline.writers.files import make_folder

    given = _writer_options(options)
    target = options.output
    if suffix and not target.lower().endswith(suffix):
        target = os.path.join(target, ARCHIVE + suffix)
    make_folder(os.path.dirname(target) or os.curdir if suffix else target)
    documents = _distinct(_documents(_sources(options.paths, messages), options, messages), messages)
    first = next(documents, None)
    if first is not None:
        write(chain([first], documents), target, **given)


def _writer_options(options: argparse.Namespace) -> dict[str, str]:
    """The options that are for the writer; UsageError for one that the format does not take."""
    from pipeline.writers import output_format

    given = {name: value for name in ("metadata",) if (value := getattr(options, name)) is not None}
    for name in given:
        if name not in output_format(options.format).options:
            raise UsageError(f"--{name} is for -f xlsx, not for {options.format}")
    return given


def _distinct(documents: Iterable[tuple[str, "Document"]], messages: Messages) -> Iterator["Document"]:
    """Those that are not the same issue as one before."""
    seen: dict[str, str] = {}
    for path, document in documents:
        if document.id in seen:
            reason = f"left out: it is the same issue ({document.id}) as {seen[document.id]}, and a package holds it once"
            messages.failed(OutputError(reason), path)
        else:
            seen[document.id] = path
            yield document


def _sources(paths: Iterable[str], messages: Messages) -> Iterator[str]:
    """Each file that is named, and for a folder the text files in and beneath it, by name."""
    for path in paths:
        if not os.path.isdir(path):
            yield path
            continue
        found = sorted(_text_files(path, messages))
        if not found:
            messages.failed(InputError(f"no {', '.join(TEXT_SUFFIXES)} file is in this folder"), path)
        yield from found


def _text_files(folder: str, messages: Messages) -> Iterator[str]:
    def cannot_list(error: OSError) -> None:
        messages.failed(InputError(f"cannot be listed ({error.strerror})"), error.filename)

    for home, _, names in os.walk(folder, onerror=cannot_list):
        paths = (os.path.join(home, name) for name in names if name.lower().endswith(TEXT_SUFFIXES))
        yield from filter(os.path.isfile, paths)


def _documents(paths: Iterable[str], options: argparse.Namespace, messages: Messages) -> Iterator[tuple[str, "Document"]]:
    """Each source with its document; one that fails is told and left out."""
    for path in paths:
        try:
            document = _extract(path, options)
        except Exception as error:  # noqa: BLE001  the others are to go on
            messages.failed(error, path)
            continue
        if document.warnings and not options.quiet:
            messages.say(_summary(document), path)
        yield path, document


def _extract(path: str, options: argparse.Namespace) -> "Document":
    from pipeline.extract import MAX_BYTES, extract

    limit = options.max_mb * 2**20 if options.max_mb else MAX_BYTES
    source = _read_stdin(limit) if path == STDIN else path
    reading = {"encoding": options.encoding, "password": options.password, "pages": options.pages}
    return extract(source, **reading, style=options.style, max_bytes=limit)


def _read_stdin(limit: int) -> bytes:
    if sys.stdin is None:
        raise InputError("standard input is closed")
    try:
        return sys.stdin.buffer.read(limit + 1)
    except OSError as error:
        raise InputError(f"standard input cannot be read ({error.strerror})") from error


def _summary(document: "Document") -> str:
    """3 warnings (contents_missing 1, count_mismatch 2)."""
    codes = [warning.code for warning in document.warnings]
    counts = ", ".join(f"{code} {codes.count(code)}" for code in sorted(set(codes)))
    return f"{len(codes)} warning{'s' if len(codes) > 1 else ''} ({counts})"
