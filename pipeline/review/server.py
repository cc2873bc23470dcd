"""A server for one person on this machine: the list of the bulletins by doubt, their pages, and the corrections they send.

It listens on 127.0.0.1 alone. Every address holds a token that only the person who started it has seen; a request with another host name
or from another origin is refused, so that no page of the web can speak to it. It opens no file but the folder's own sources.
"""

import hmac
import html
import secrets
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from urllib.parse import parse_qs, quote, urlsplit

from pipeline.errors import PipelineError
from pipeline.model.paper import Facsimile, Picture
from pipeline.review.listing import listing
from pipeline.review.page import to_html
from pipeline.review.shelf import Shelf
from pipeline.translation import translate

LARGEST_BODY = 4 * 2**20
"""Bytes of corrections that one request may bring; a thousand have 400 kB."""
_GONE = "the source is not there any more: this is what the run has made of it, and corrections can only be downloaded"
_IN_ZIP = "the source is in a zip file: corrections can only be downloaded; unpack it to have them applied"
_HEADERS = {
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "frame-ancestors 'none'",
}


class ReviewServer(ThreadingHTTPServer):
    """The server; `address` is what the person opens."""

    daemon_threads = True

    def __init__(self, shelf: Shelf, port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.shelf = shelf
        self.turn = Lock()  # a browser opens connections ahead of need, and the PDF library bears one thread
        self.token = secrets.token_urlsafe(24)
        self.origin = f"http://127.0.0.1:{self.server_port}"
        self.address = f"{self.origin}/{self.token}/"

    def read_ahead(self) -> None:
        """Begin to read what nothing is known of; the list says how much is left."""
        Thread(target=self._read_all, daemon=True).start()

    def _read_all(self) -> None:
        for name in self.shelf.entries:
            with self.turn:
                self.shelf.volume(name)


class _Refused(Exception):  # noqa: N818  it is an answer, no error of ours
    def __init__(self, status: HTTPStatus, reason: str) -> None:
        super().__init__(reason)
        self.status = status


class _Handler(BaseHTTPRequestHandler):
    server: ReviewServer
    server_version = "extract-review"
    sys_version = ""

    def do_GET(self) -> None:
        """The list, or the page of a source."""
        self._answer(self._page)

    def do_POST(self) -> None:
        """Corrections of a source, one a line."""
        self._answer(self._keep)

    def log_message(self, *_: object) -> None:
        """Nothing: a person at a page needs no log of requests."""

    @property
    def _chinese(self) -> bool:
        """Whether the browser asks for Chinese."""
        return self.headers.get("Accept-Language", "").startswith("zh")

    def _answer(self, respond: Callable[[], str | bytes]) -> None:
        try:
            self._check()
            with self.server.turn:
                status, body = HTTPStatus.OK, respond()
        except _Refused as refused:
            status, body = refused.status, self._fault(str(refused))
        except KeyError:
            status, body = HTTPStatus.NOT_FOUND, self._fault("no such bulletin in this folder")
        except (PipelineError, OSError) as error:
            status, body = HTTPStatus.UNPROCESSABLE_ENTITY, self._fault(str(error))
        kind = {"Content-Type": "image/webp"} if isinstance(body, bytes) else {}
        data = body if isinstance(body, bytes) else body.encode("utf-8", "replace")
        self.send_response(status)
        for name, value in {**_HEADERS, **kind, "Content-Length": str(len(data))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def _fault(self, message: str) -> str:
        return html.escape(translate(message) if self._chinese else message)

    def _check(self) -> None:
        """Host, token, and for a request that changes something its origin."""
        if self.headers.get("Host") != self.server.origin.removeprefix("http://"):
            raise _Refused(HTTPStatus.MISDIRECTED_REQUEST, "wrong host name")
        token = self.path.split("/")[1] if "/" in self.path else ""
        if not hmac.compare_digest(token.encode(), self.server.token.encode()):
            raise _Refused(HTTPStatus.FORBIDDEN, "wrong token: open the address that extract-review has printed")
        if self.command == "POST" and self.headers.get("Origin") != self.server.origin:
            raise _Refused(HTTPStatus.FORBIDDEN, "wrong origin")

    def _target(self) -> tuple[str, str, str]:
        """What is asked for, of which source, and of which page."""
        parts = urlsplit(self.path)
        query = parse_qs(parts.query)
        return parts.path.split("/", 2)[2], query.get("source", [""])[0], query.get("page", [""])[0]

    def _page(self) -> str | bytes:
        what, name, page = self._target()
        shelf = self.server.shelf
        if what == "":
            return listing(map(shelf.known, shelf.entries), chinese=self._chinese)
        if what == "picture" and page.isdecimal() and (picture := shelf.picture(name, int(page))):
            return picture
        if what != "page":
            raise KeyError(what)
        return self._bulletin(name)

    def _bulletin(self, name: str) -> str:
        document, lines = self.server.shelf.reading(name)
        entry = self.server.shelf.entries[name]
        shown = document.source.pages if entry.source and any(line.box for line in lines) else ()
        pictures = tuple(Picture(page.number, f"picture?source={quote(name)}&page={page.number}") for page in shown)
        save = f"save?source={quote(name)}" if entry.is_correctable else None
        note = None if save else _IN_ZIP if entry.source else _GONE
        note = translate(note) if note and self._chinese else note
        return to_html(document, Facsimile(lines, pictures), save=save, note=note)

    def _keep(self) -> str:
        what, name, _ = self._target()
        size = self.headers.get("Content-Length", "")
        if what != "save":
            raise KeyError(what)
        if not size.isdigit() or int(size) > LARGEST_BODY:
            raise _Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"more than {LARGEST_BODY // 2**20} MB of corrections; save more often")
        lines = self.rfile.read(int(size)).decode("utf-8", "replace")
        return str(self.server.shelf.keep(name, lines))
