"""Sources and OUT on HDFS, both ways to it; there is no Hadoop to be had.

Of WebHDFS a name node of a few lines answers the calls; hdfs:// goes through fsspec's own driver, to a folder in place of libhdfs.
"""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import fsspec
import pytest
from batch_tasks import bulletin, fill, tree
from fsspec.implementations.arrow import ArrowFSWrapper, HadoopFileSystem
from pyarrow.fs import LocalFileSystem, SubTreeFileSystem

from pipeline.batch.request import Request
from pipeline.batch.run import Summary, Watcher, run_batch


class NameNode(BaseHTTPRequestHandler):
    """Files in memory; data is taken at a second address, to which the first one sends."""

    protocol_version = "HTTP/1.1"
    wbufsize = -1  # an answer goes in one piece, else the other side waits for it
    files: dict[str, bytes]
    folders: set[str]

    def do_GET(self) -> None:
        call, path, asked = self.asked()
        status = self.status(path)
        if status is None:
            fault = {"exception": "FileNotFoundException", "message": f"File does not exist: {path}"}
            self.answer(json.dumps({"RemoteException": fault}).encode(), 404)
        elif call == "OPEN":
            start = int(asked.get("offset", 0))
            self.answer(self.files[path][start : start + int(asked["length"])])
        elif call == "GETFILESTATUS":
            self.answer(json.dumps({"FileStatus": status}).encode())
        else:
            top = f"{path.rstrip('/')}/"
            names = {name.removeprefix(top).split("/")[0] for name in (*self.files, *self.folders) if name.startswith(top)}
            listed = [(self.status(top + name) or {}) | {"pathSuffix": name} for name in sorted(names)]
            self.answer(json.dumps({"FileStatuses": {"FileStatus": listed if status["type"] == "DIRECTORY" else [status]}}).encode())

    def do_PUT(self) -> None:
        call, path, asked = self.asked()
        data = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if call == "MKDIRS":
            self.folders |= {path, *map(str, Path(path).parents)}
        elif "data" not in asked:
            self.answer(b"", 307, f"http://{self.headers['Host']}{self.path}&data=true")
            return
        else:
            self.files[path] = (self.files[path] if call == "APPEND" else b"") + data
        self.answer(b'{"boolean": true}')

    def do_POST(self) -> None:
        self.do_PUT()

    def do_DELETE(self) -> None:
        self.answer(json.dumps({"boolean": self.files.pop(self.asked()[1], None) is not None}).encode())

    def asked(self) -> tuple[str, str, dict[str, str]]:
        address = urlsplit(self.path)
        asked = dict(parse_qsl(address.query))
        return asked["op"], unquote(address.path).removeprefix("/webhdfs/v1"), asked

    def status(self, path: str) -> dict[str, Any] | None:
        if path in self.files:
            return {"type": "FILE", "length": len(self.files[path]), "pathSuffix": "", "modificationTime": hash(self.files[path])}
        return {"type": "DIRECTORY", "length": 0, "pathSuffix": "", "modificationTime": 0} if path in self.folders else None

    def answer(self, body: bytes, code: int = 200, location: str = "") -> None:
        self.send_response(code)
        self.send_header("Content-Length", str(len(body)))
        if location:
            self.send_header("Location", location)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


class NativeDriver(HadoopFileSystem):  # type: ignore[misc]
    """The driver of hdfs://, but for the connection."""

    folder = ""

    def __init__(self, host: str = "default", port: int = 0, **options: Any) -> None:
        assert (host, port) == ("namenode", 8020)
        ArrowFSWrapper.__init__(self, fs=SubTreeFileSystem(self.folder, LocalFileSystem()), **options)


@pytest.fixture
def native_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """hdfs:// with nothing in it."""
    (folder := tmp_path / "hdfs").mkdir()
    monkeypatch.setattr(NativeDriver, "folder", str(folder))
    NativeDriver.clear_instance_cache()
    fsspec.register_implementation("hdfs", NativeDriver, clobber=True)
    return "hdfs://namenode:8020"


@pytest.fixture
def web_root() -> Iterator[str]:
    """webhdfs:// with nothing in it."""
    handler = type("Node", (NameNode,), {"files": {}, "folders": {"/"}})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"webhdfs://127.0.0.1:{server.server_port}"
        server.shutdown()


def run(source: str, output: str) -> Summary:
    return run_batch(Request((source,), output, workers=1), lambda *_: None, Watcher())


@pytest.mark.parametrize("way", ["web_root", "native_root"])
def test_hdfs_gives_and_takes_what_a_folder_does(way: str, request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    root: str = request.getfixturevalue(way)
    system, _ = fsspec.url_to_fs(root)
    system.put(str(fill(Path("archive"), 4)) + "/", "/archive/", recursive=True)
    for text in (bulletin(3, 2000), bulletin(99)):
        Path("archive/000/00003.txt").write_text(text, encoding="utf-8")
        system.put("archive/000/00003.txt", "/archive/000/00003.txt")
        assert run(f"{root}/archive", f"{root}/out").counts == run("archive", "out").counts
        for name, data in tree(Path("out")).items():
            found = system.cat_file(f"/out/{name}")
            assert (found.replace(f"{root}/".encode(), b"") if name.endswith(".csv") else found) == data
    assert [name.strip("/") for name in system.find("/out") if ".extract" in name] == ["out/.extract/json.journal"]
