"""The review server answers one person on this machine, about the sources of one folder, and nobody else."""

import http.client
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest
from printer.raw_pdf import Text, pdf

from pipeline.corrections.locate import quote
from pipeline.errors import InputError
from pipeline.review import shelf as shelves
from pipeline.review.command import main
from pipeline.review.server import LARGEST_BODY, ReviewServer
from pipeline.review.shelf import Shelf

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
TEXT = (SAMPLES / "jianbao" / "reservoir-union" / "source.txt").read_text(encoding="utf-8")


class Answer(NamedTuple):
    status: int
    body: str
    headers: dict[str, str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "2022").mkdir()
    (tmp_path / "2022" / "四月.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "broken.txt").write_bytes(b"\x7fELF\0\0\0\1" * 100)
    (tmp_path / "secret.key").write_text("not for the page", encoding="utf-8")
    return tmp_path


@pytest.fixture
def server(folder: Path) -> Iterator[ReviewServer]:
    with serving(ReviewServer(Shelf(str(folder), (".txt",)))) as server:
        yield server


@contextmanager
def serving(server: ReviewServer) -> Iterator[ReviewServer]:
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def ask(server: ReviewServer, path: str, method: str = "GET", body: bytes | None = None, **headers: str) -> Answer:
    headers = {name.replace("_", "-"): value for name, value in headers.items()}
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=20)
    sent = {"Host": server.origin.removeprefix("http://"), "Origin": server.origin, **headers}
    connection.request(method, path, body, sent)
    answer = connection.getresponse()
    found = Answer(answer.status, answer.read().decode("utf-8", "replace"), dict(answer.getheaders()))
    connection.close()
    return found


def own(server: ReviewServer, what: str = "") -> str:
    return f"/{server.token}/{what}"


PAGE = "page?source=2022/%E5%9B%9B%E6%9C%88.txt"
SAVE = "save?source=2022/%E5%9B%9B%E6%9C%88.txt"


def line(exact: str, target: str = "body") -> str:
    at = TEXT.index(exact)
    return json.dumps({"op": "role", "target": target, "quote": quote(TEXT, at, at + len(exact))._asdict(), "file": "四月.txt"}) + "\n"


def test_the_list_and_a_page(server: ReviewServer) -> None:
    found = ask(server, own(server))
    assert found.status == 200
    assert found.body.index("2022/四月.txt") < found.body.index("broken.txt") or "program" in found.body
    assert "secret" not in found.body
    page = ask(server, own(server, PAGE))
    assert page.status == 200
    assert 'meta name="save"' in page.body
    assert page.headers["Cache-Control"] == "no-store"


def test_the_list_answers_before_anything_is_read_and_fills_itself(server: ReviewServer, monkeypatch: pytest.MonkeyPatch) -> None:
    before = ask(server, own(server)).body
    assert before.count("<td>…") == 2
    assert "http-equiv=refresh" in before
    server._read_all()
    with monkeypatch.context() as patch:
        patch.setattr(shelves, "extract_whole", pytest.fail)
        after = ask(server, own(server)).body
    assert "http-equiv=refresh" not in after
    assert "水库工会简讯" in after
    assert after.index("broken.txt") < after.index("四月.txt")  # what cannot be read comes first


def test_the_list_and_faults_speak_the_language_of_the_browser(server: ReviewServer) -> None:
    assert "<h1>2 bulletins" in ask(server, own(server)).body
    assert "<h1>共 2 期" in ask(server, own(server), Accept_Language="zh-CN,zh;q=0.9").body
    assert ask(server, own(server, "page?source=none"), Accept_Language="zh-CN").body == "这个文件夹里没有这一期"


def test_pages_are_pictures_that_are_asked_for_one_by_one(folder: Path) -> None:
    (folder / "issue.pdf").write_bytes(pdf([[Text(100, 100, "工会信息")], [Text(100, 100, "第二页")]]))
    with serving(ReviewServer(Shelf(str(folder), (".pdf",)))) as server:
        page = ask(server, own(server, "page?source=issue.pdf")).body
        assert "img-src data: 'self'" in page
        assert page.count("picture?source=issue.pdf&amp;page=") == 2
        picture = ask(server, own(server, "picture?source=issue.pdf&page=2"))
        assert (picture.status, picture.headers["Content-Type"]) == (200, "image/webp")
        for wrong in ("9", "0", "x", "-1", ""):
            assert ask(server, own(server, f"picture?source=issue.pdf&page={wrong}")).status == 404
        assert ask(server, own(server, "picture?source=../issue.pdf&page=1")).status == 404


def test_corrections_are_kept_and_applied(server: ReviewServer, folder: Path) -> None:
    title = "局工会召开班组建设现场会"
    words = TEXT[TEXT.rindex(title) : TEXT.rindex(title) + len(title)]
    at = TEXT.rindex(title)
    row = {"op": "role", "target": "body", "quote": quote(TEXT, at, at + len(words))._asdict(), "file": "四月.txt"}
    assert ask(server, own(server, SAVE), "POST", (json.dumps(row) + "\n").encode()).body == "1"
    assert ask(server, own(server, SAVE), "POST", line("近日，渠首管理站", "untitled").encode()).body == "1"
    kept = (folder / "2022" / "corrections.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(one)["target"] for one in kept] == ["body", "untitled"]
    document = server.shelf.reading("2022/四月.txt").document
    assert title not in [item.title for section in document.sections for item in section.items]
    assert server.shelf.volume("2022/四月.txt").corrections == 2


@pytest.mark.parametrize("body", [b"{", b'{"op": "burn", "target": "title", "quote": {"exact": "x"}}', b"\xff\xfe"])
def test_what_is_no_correction_is_refused(server: ReviewServer, folder: Path, body: bytes) -> None:
    assert ask(server, own(server, SAVE), "POST", body).status == 422
    assert not (folder / "2022" / "corrections.jsonl").exists()


def test_without_the_token_nothing_is_told(server: ReviewServer) -> None:
    for path in ("/", "/x/", f"/{server.token[:-1]}/", "//", f"/{'a' * 5000}/"):
        assert ask(server, path).status == 403
    assert ask(server, f"/x/{SAVE}", "POST", b"").status == 403


def test_another_host_name_is_refused(server: ReviewServer) -> None:
    assert ask(server, own(server), Host="evil.example").status == 421


@pytest.mark.parametrize("origin", ["http://evil.example", "null", ""])
def test_another_origin_cannot_save(server: ReviewServer, folder: Path, origin: str) -> None:
    assert ask(server, own(server, SAVE), "POST", line("近日").encode(), Origin=origin).status == 403
    assert not (folder / "2022" / "corrections.jsonl").exists()


@pytest.mark.parametrize("name", ["secret.key", "../x.txt", "/etc/passwd", "..%2F..%2Fetc%2Fpasswd", "2022", ""])
def test_only_sources_of_the_folder_are_opened(server: ReviewServer, name: str) -> None:
    assert ask(server, own(server, f"page?source={name}")).status == 404
    assert ask(server, own(server, f"save?source={name}"), "POST", b"").status == 404


def test_a_flood_is_refused(server: ReviewServer) -> None:
    answer = ask(server, own(server, SAVE), "POST", b"", **{"Content-Length": str(LARGEST_BODY + 1)})
    assert answer.status == 413


def test_it_listens_on_this_machine_alone(server: ReviewServer) -> None:
    assert server.server_address[0] == "127.0.0.1"


def test_a_folder_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(InputError, match="no such folder"):
        Shelf(str(tmp_path / "none"), (".txt",))
    assert main([str(tmp_path / "none")]) == 2
    assert "no such folder" in capsys.readouterr().err
