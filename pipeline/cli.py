"""`extract PATH…`: options → one call → exit code. No text logic."""

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, NoReturn

from pipeline.console import STDIN, Messages, print_data, show_pages, waiting
from pipeline.errors import InputError, UsageError
from pipeline.invocation import BATCH_ONLY, WRITER_OPTIONS, Options, parse

if TYPE_CHECKING:
    from pipeline.model.document import Document
    from pipeline.model.paper import Facsimile


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
        _run(parse(sys.argv[1:] if argv is None else argv), messages)
    except BrokenPipeError:
        return messages.code  # who reads our output has seen enough
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001  a user is owed a line, not a traceback
        messages.failed(error)
    return messages.code


def _run(options: Options, messages: Messages) -> None:
    if not options.paths and options.files_from is None:
        raise UsageError("no PATH is given; see extract --help")
    if "" in options.paths:
        raise UsageError("a PATH is empty; look at the variable that it comes from")
    if (*options.paths, options.files_from).count(STDIN) > 1:
        raise UsageError("standard input (-) can be read once only")
    for name in filter(partial(getattr, options), WRITER_OPTIONS):
        from pipeline.writers import output_format

        if name not in output_format(options.format).options:
            raise UsageError(f"--{name} is for -f xlsx, not for {options.format}")
    if options.output is None:
        _print_one(options, messages)
    else:
        from pipeline.batch.command import convert_all

        convert_all(options, messages)


def _print_one(options: Options, messages: Messages) -> None:
    from pipeline.writers import text_writer

    path, text = _one_path(options), text_writer(options.format)
    try:
        document, shown = _extract(path, options)
    except Exception as error:  # noqa: BLE001  it is told with the name of the source
        messages.failed(error, path)
        return
    if options.verbose:
        _tell(document, messages, path)
    elif document.warnings and not options.quiet:
        from pipeline.warning_lines import in_short, what_is_lost

        for line in in_short(what_is_lost(document.warnings), [warning.code for warning in document.warnings]):
            messages.say(line, path)
    print_data(text(document, *shown))


def _one_path(options: Options) -> str:
    """The source; UsageError where what was said needs an output folder."""
    if given := next((name for name in BATCH_ONLY if getattr(options, name)), None):
        raise UsageError(f"--{given.replace('_', '-')} is for runs that write files: add -o OUT")
    if len(options.paths) > 1:
        raise UsageError("several sources need a folder for the output: add -o DIR")
    path = options.paths[0]
    if os.path.isdir(path):
        raise UsageError(f"{path} is a folder and needs one for the output: add -o DIR")
    if path.lower().endswith(".zip") and os.path.exists(path):
        raise UsageError(f"{path} is a zip file and needs a folder for the output: add -o DIR")
    return path


def _tell(document: "Document", messages: Messages, path: str) -> None:
    """What was recognised, and each warning with its line (1-based)."""
    sections, source = document.sections, document.source
    items = sum(len(section.items) for section in sections)
    messages.say(f"{document.style}, read as {source.encoding or source.reader}: {items} items in {len(sections)} sections", path)
    for warning in document.warnings:
        start = warning.source_start
        if start is None:
            messages.say(f"the whole: {warning.message} ({warning.code})", path)
        else:
            messages.say(f"line {document.text.count(chr(10), 0, start) + 1}: {warning.message} ({warning.code})", path)


def _extract(path: str, options: Options) -> "tuple[Document, tuple[Facsimile, ...]]":
    """The document, and its facsimile where the format shows it."""
    from pipeline.extract import extract
    from pipeline.source import MAX_BYTES
    from pipeline.writers import output_format

    limit = options.max_mb * 2**20 if options.max_mb else MAX_BYTES
    source = _read_stdin(limit) if path == STDIN else path
    reading: dict[str, Any] = {name: getattr(options, name) for name in ("encoding", "password", "pages", "style")}
    reading["progress"] = None if options.quiet else show_pages
    facsimile = output_format(options.format).facsimile
    if _is_pdf(source):
        from pipeline.batch.single import extract_apart

        return extract_apart(source, {**reading, "max_bytes": limit}, facsimile=facsimile)
    with waiting(shown=not options.quiet):
        if facsimile:
            from pipeline.facsimile import extract_with_facsimile

            document, shown = extract_with_facsimile(source, **reading, max_bytes=limit)
            return document, (shown,)
        return extract(source, **reading, max_bytes=limit), ()


def _is_pdf(source: str | bytes) -> bool:
    """Whether a native library is going to read the source."""
    try:
        if isinstance(source, str):
            with open(source, "rb") as file:
                source = file.read(5)
    except OSError:
        return False  # extract says what is wrong with it
    return source.startswith(b"%PDF-")


def _read_stdin(limit: int) -> bytes:
    if sys.stdin is None:
        raise InputError("standard input is closed")
    try:
        return sys.stdin.buffer.read(limit + 1)
    except OSError as error:
        raise InputError(f"standard input cannot be read ({error.strerror})") from error
