"""`extract-review DIR`: check and correct a folder of bulletins in a browser."""

import argparse
import sys
import webbrowser
from collections.abc import Sequence
from contextlib import suppress

from pipeline import __version__
from pipeline.console import Messages, waiting
from pipeline.errors import InputError
from pipeline.readers.suffixes import SUFFIXES
from pipeline.review.server import ReviewServer
from pipeline.review.shelf import Shelf
from pipeline.translation import translate_help


def main(argv: Sequence[str] | None = None) -> int:
    """Serve until interrupted; the exit codes are those of `extract`."""
    messages = Messages("extract-review")
    try:
        options = _parser().parse_args(argv)
        shelf = Shelf(options.folder, SUFFIXES)
        if options.take_in:
            _take_in(shelf, options.take_in, messages)
        else:
            _serve(shelf, options)
    except Exception as error:  # noqa: BLE001  a user is owed a line, not a traceback
        messages.failed(error)
    return messages.code


def _take_in(shelf: Shelf, path: str, messages: Messages) -> None:
    try:
        with open(path, encoding="utf-8-sig") as file, waiting():
            count, faults = shelf.take_in(file.read())
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read ({error})") from error
    for fault in faults:
        messages.say(f"{fault}; it was left out")
    messages.say(f"{count} corrections added to corrections.jsonl", path)


def _serve(shelf: Shelf, options: argparse.Namespace) -> None:
    server = ReviewServer(shelf, options.port)
    server.read_ahead()
    print(server.address, flush=True)  # noqa: T201  the one thing that it says
    if not options.no_browser:
        webbrowser.open(server.address)
    with server, suppress(KeyboardInterrupt):
        server.serve_forever()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "extract-review",
        description="Check and correct a folder of bulletins, or those of a run of extract, in a browser. Corrections are kept in corrections.jsonl "
        "beside each source, and every later run of extract applies them. The server listens on this machine alone; stop it with Ctrl-C.",
        allow_abbrev=False,
    )
    parser.add_argument("folder", metavar="DIR", help="folder of the sources, with what is below it, or the OUT of a run")
    parser.add_argument("--port", type=int, default=0, help="port on 127.0.0.1 (default: a free one)")
    parser.add_argument("--no-browser", action="store_true", help="only print the address")
    parser.add_argument("--import", dest="take_in", metavar="FILE",
                        help="take in a Label Studio export or a page of W3C Web Annotations, and end")  # fmt: skip
    parser.add_argument("--version", action="version", version=f"extract-review {__version__}", help="print the version")
    translate_help(parser)
    return parser


if __name__ == "__main__":
    sys.exit(main())
