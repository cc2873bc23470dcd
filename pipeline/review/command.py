"""`extract-review DIR`: check and correct a folder of bulletins in a browser."""

import argparse
import sys
import webbrowser
from collections.abc import Sequence
from contextlib import suppress

from pipeline import __version__
from pipeline.console import Messages
from pipeline.review.server import ReviewServer
from pipeline.review.shelf import Shelf

SUFFIXES = (".txt", ".md", ".text", ".pdf", ".docx", ".html", ".htm")


def main(argv: Sequence[str] | None = None) -> int:
    """Serve until interrupted; the exit codes are those of `extract`."""
    messages = Messages("extract-review")
    try:
        options = _parser().parse_args(argv)
        server = ReviewServer(Shelf(options.folder, SUFFIXES), options.port)
        print(server.address, flush=True)  # noqa: T201  the one thing that it says
        if not options.no_browser:
            webbrowser.open(server.address)
        with server, suppress(KeyboardInterrupt):
            server.serve_forever()
    except Exception as error:  # noqa: BLE001  a user is owed a line, not a traceback
        messages.failed(error)
    return messages.code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "extract-review",
        description="Check and correct a folder of bulletins in a browser. Corrections are kept in corrections.jsonl beside each source, "
        "and every later run of extract applies them. The server listens on this machine alone; stop it with Ctrl-C.",
        allow_abbrev=False,
    )
    parser.add_argument("folder", metavar="DIR", help="folder of the sources, with what is below it")
    parser.add_argument("--port", type=int, default=0, help="port on 127.0.0.1 (default: a free one)")
    parser.add_argument("--no-browser", action="store_true", help="only print the address")
    parser.add_argument("--version", action="version", version=f"extract-review {__version__}")
    return parser


if __name__ == "__main__":
    sys.exit(main())
