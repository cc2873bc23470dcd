"""A server for one person on this machine: the list of a folder's bulletins by doubt, their pages, and the corrections they send.

It listens on 127.0.0.1 alone. Every address holds a token that only the person who started it has seen; a request with another host name
or from another origin is refused, so that no page of the web can speak to it. It opens no file but the folder's own sources.
"""

import hmac
import html
import secrets
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock
from urllib.parse import parse_qs, quote, urlsplit

from pipeline.errors import PipelineError
from pipeline.review.page import to_html
from pipeline.review.shelf import Shelf, Volume

LARGEST_BODY = 4 * 2**20
"""Bytes of corrections that one request may bring; a thousand have 400 kB."""
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

    def _answer(self, respond: Callable[[], str]) -> None:
        try:
            self._check()
            with self.server.turn:
                status, body = HTTPStatus.OK, respond()
        except _Refused as refused:
            status, body = refused.status, html.escape(str(refused))
        except KeyError:
            status, body = HTTPStatus.NOT_FOUND, "no such bulletin in this folder"
        except PipelineError as error:
            status, body = HTTPStatus.UNPROCESSABLE_ENTITY, html.escape(str(error))
        data = body.encode("utf-8", "replace")
        self.send_response(status)
        for name, value in {**_HEADERS, "Content-Length": str(len(data))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def _check(self) -> None:
        """Host, token, and for a request that changes something its origin."""
        if self.headers.get("Host") != self.server.origin.removeprefix("http://"):
            raise _Refused(HTTPStatus.MISDIRECTED_REQUEST, "wrong host name")
        token = self.path.split("/")[1] if "/" in self.path else ""
        if not hmac.compare_digest(token.encode(), self.server.token.encode()):
            raise _Refused(HTTPStatus.FORBIDDEN, "wrong token: open the address that extract-review has printed")
        if self.command == "POST" and self.headers.get("Origin") != self.server.origin:
            raise _Refused(HTTPStatus.FORBIDDEN, "wrong origin")

    def _target(self) -> tuple[str, str]:
        """What is asked for, and of which source."""
        parts = urlsplit(self.path)
        return parts.path.split("/", 2)[2], (parse_qs(parts.query).get("source") or [""])[0]

    def _page(self) -> str:
        what, name = self._target()
        if what == "":
            return _list([self.server.shelf.volume(name) for name in self.server.shelf.names])
        if what != "page":
            raise KeyError(what)
        return to_html(self.server.shelf.document(name), save=f"save?source={quote(name)}")

    def _keep(self) -> str:
        what, name = self._target()
        size = self.headers.get("Content-Length", "")
        if what != "save":
            raise KeyError(what)
        if not size.isdigit() or int(size) > LARGEST_BODY:
            raise _Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"more than {LARGEST_BODY // 2**20} MB of corrections; save more often")
        lines = self.rfile.read(int(size)).decode("utf-8", "replace")
        return str(self.server.shelf.keep(name, lines))


def _list(volumes: list[Volume]) -> str:
    """The list, what is most in doubt first."""
    order = sorted(volumes, key=lambda v: (v.doubts >= 0, -v.doubts, v.name))
    rows = "".join(_line(volume) for volume in order)
    return (
        "<!DOCTYPE html><html lang=zh><meta charset=utf-8><title>extract-review</title>"
        "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        "<style>body{font:16px/1.6 system-ui,sans-serif;margin:2rem}td,th{text-align:left;padding:.1rem 1rem .1rem 0}</style>"
        f"<h1>{len(order)} 期</h1><table><tr><th>疑点 doubts<th>更正 corrections<th>文件 file<th>期 issue</tr>{rows}</table></html>"
    )


def _line(volume: Volume) -> str:
    name = html.escape(volume.name)
    link = f'<a href="page?source={quote(volume.name)}">{name}</a>' if volume.doubts >= 0 else name
    doubts = str(volume.doubts) if volume.doubts >= 0 else "—"
    return f"<tr><td>{doubts}<td>{volume.corrections or ''}<td>{link}<td>{html.escape(volume.title)}</tr>"
