"""The SQLite file: the same facts, keys that hold, a search for Chinese, and Datasette over it."""

import asyncio
import json
import re
import sqlite3
import tomllib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlencode

import pytest
from datasette.app import Datasette
from datasette.plugins import pm
from hypothesis import example, given, settings
from hypothesis import strategies as st
from strategies import NASTY, archives, bulletin, documents, filled, nasty_bulletin

import pipeline
from pipeline.errors import InputError, OutputError
from pipeline.model.document import Document
from pipeline.writers import datasette_plugin
from pipeline.writers.sqlite_file import pairs, write_sqlite
from pipeline.writers.sqlite_reader import read_sqlite
from pipeline.writers.sqlite_schema import ASKED_FOR, references
from pipeline.writers.sqlite_search import search
from pipeline.writers.strings import as_unicode
from pipeline.writers.table_layout import TABLES
from pipeline.writers.tables import from_tables

SAMPLES = sorted((Path(__file__).parent.parent / "samples" / "jianbao").glob("*union*/source.txt"))[:12]


def of_text(text: str, title: str = "题") -> Document:
    """A document of one item with this text."""
    document = bulletin()
    section = document.sections[0]
    item = section.items[0]._replace(text=text, title=title)
    return document._replace(sections=(section._replace(items=(item,)),))


def with_unicode(value: Any) -> Any:
    """The same value, whose strings can be encoded."""
    if isinstance(value, tuple):
        parts = map(with_unicode, value)
        return value._make(parts) if hasattr(value, "_make") else tuple(parts)
    return as_unicode(value) if isinstance(value, str) else value


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of real issues."""
    path = tmp_path_factory.mktemp("sqlite") / "archive.sqlite"
    write_sqlite(map(pipeline.extract, SAMPLES), path)
    return path


@pytest.fixture
def connection(archive: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(archive)) as opened:
        yield opened


@settings(max_examples=25, deadline=None)
@given(archives)
@example([filled(Document)])
def test_reading_gives_the_same_documents(archive: list[Document]) -> None:
    with TemporaryDirectory() as folder:
        write_sqlite(archive, f"{folder}/a.sqlite")
        written = from_tables(read_sqlite(f"{folder}/a.sqlite"))
    assert written == with_unicode(tuple(archive))


@pytest.mark.parametrize("text", NASTY)
def test_every_nasty_text_survives(text: str, tmp_path: Path) -> None:
    write_sqlite(nasty_bulletin(text), tmp_path / "a.sqlite")
    wanted = nasty_bulletin(text.encode("utf-8", "backslashreplace").decode())
    assert from_tables(read_sqlite(tmp_path / "a.sqlite")) == (wanted,)


def test_a_number_beyond_64_bits_is_kept(tmp_path: Path) -> None:
    document = bulletin()._replace(masthead=bulletin().masthead._replace(issue_number=-(10**30), cumulative_number=2**63 - 1))
    write_sqlite(document, tmp_path / "a.sqlite")
    assert from_tables(read_sqlite(tmp_path / "a.sqlite")) == (document,)


def test_keys_hold(connection: sqlite3.Connection) -> None:
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    for name, table in TABLES.items():
        found: dict[int, list[str]] = {}
        for key in connection.execute(f"PRAGMA foreign_key_list({name})"):
            found.setdefault(key[0], []).append(key[3])
        assert sorted(map(tuple, found.values())) == sorted(columns for columns, _ in references(table))


def test_a_broken_reference_would_be_seen(tmp_path: Path) -> None:
    document = bulletin()
    write_sqlite(document._replace(contents=(document.contents[0]._replace(item_id="itm-none"),)), tmp_path / "a.sqlite")
    with closing(sqlite3.connect(tmp_path / "a.sqlite")) as opened:
        assert [row[0] for row in opened.execute("PRAGMA foreign_key_check")] == ["contents"]


@pytest.mark.parametrize(("table", "column"), [(table, column) for table, columns in ASKED_FOR.items() for column in columns])
def test_what_is_asked_for_has_an_index(connection: sqlite3.Connection, table: str, column: str) -> None:
    query = f"SELECT count(*) FROM {table} INDEXED BY {table}_by_{column} WHERE {column} = ?"  # noqa: S608
    assert connection.execute(query, ("none",)).fetchall() == [(0,)]


# Search


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("工会信息，2020", "工会 会信 信息 息 20 02 20 0"),
        ("", ""),
        ("，。 ", ""),
        ("工", "工"),
        ("GDP", "GD DP P"),
        ("a_b", "a b"),
        ("𠮷野家", "𠮷野 野家 家"),
    ],
)
def test_pairs(text: str, tokens: str) -> None:
    assert pairs(text) == tokens
    assert pairs(None) == ""


@settings(max_examples=60, deadline=None)
@given(st.data(), st.text("工会信息总2aB，。\n、 “”", min_size=1, max_size=30))
def test_every_word_of_a_text_is_found(data: st.DataObject, text: str) -> None:
    words = re.findall(r"[^\W_]+", text)
    with TemporaryDirectory() as folder:
        write_sqlite(of_text(text), f"{folder}/a.sqlite")
        for word in words:
            start = data.draw(st.integers(0, len(word) - 1))
            part = word[start : data.draw(st.integers(start + 1, len(word)))]
            assert search(f"{folder}/a.sqlite", part), part
        assert search(f"{folder}/a.sqlite", " ".join(words)) or not words
        assert search(f"{folder}/a.sqlite", "会总信") == () or "会总信" in text


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("工会", True),
        ("慰问", True),
        ("总工会开展慰问", True),
        ("慰问　工会", True),
        ("慰问、2020", True),
        ("gdp", True),
        ("工", True),
        ("问", True),
        ("会展", False),
        ("慰问 罢工", False),
        ("题目", True),
        ("020", True),
        ("", False),
        ("，", False),
        ('"', False),
        ("' OR 1=1 --", False),
        ("工会 OR 罢工", False),
        ("NOT", False),
        ("title:工会", False),
        ("\0", False),
    ],
)
def test_search(words: str, found: bool, tmp_path: Path) -> None:  # noqa: FBT001
    write_sqlite(of_text("市总工会开展慰问，2020年GDP", "题目"), tmp_path / "a?#%20.sqlite")
    assert bool(search(tmp_path / "a?#%20.sqlite", words)) is found


def test_a_hit_shows_where(archive: Path) -> None:
    hits = pipeline.search(archive, "工会")
    assert len(hits) > 5
    assert all("工会" in hit.excerpt or "工会" in (hit.title or "") for hit in hits)
    assert all(hit.issue_id.startswith("iss-") and hit.item_id.startswith("itm-") for hit in hits)


# Datasette


def test_datasette_serves_the_file_with_its_metadata(archive: Path) -> None:
    metadata = json.loads((archive.parent / "archive.metadata.json").read_text("utf-8"))

    async def ask() -> None:
        datasette = Datasette([str(archive)], metadata=metadata)
        await datasette.invoke_startup()
        found = (await datasette.client.get("/archive/search.json?words=慰问&_shape=array")).json()
        assert {row["item_id"] for row in found} == {hit.item_id for hit in search(archive, "慰问")} != set()
        page = (await datasette.client.get("/archive")).text
        assert "检索 Search" in page
        for name in TABLES:
            answer = await datasette.client.get(f"/archive/{name}")
            assert answer.status_code == 200
        items = (await datasette.client.get("/archive/items")).text
        assert "篇目" in items
        assert 'href="/archive/issues/iss-' in items

    asyncio.run(ask())


@pytest.fixture
def plugin() -> Iterator[None]:
    """The plugin, as Datasette finds it where both are installed."""
    there = pm.is_registered(datasette_plugin) or pm.has_plugin("bulletin-search")
    if not there:
        pm.register(datasette_plugin)
    yield
    if not there:
        pm.unregister(datasette_plugin)


@pytest.mark.usefixtures("plugin")
@pytest.mark.parametrize("words", ["工会", "总工会", "水库管理局工会", "工会 慰问", "4月", "没有的词语", '"'])
def test_the_search_box_of_datasette_finds_what_the_search_finds(words: str, archive: Path) -> None:
    async def ask() -> None:
        datasette = Datasette([str(archive)])
        await datasette.invoke_startup()
        query = urlencode({"_search": words, "_shape": "array", "_size": "max"})
        found = (await datasette.client.get(f"/archive/items.json?{query}")).json()
        assert sorted(row["item_id"] for row in found) == sorted(hit.item_id for hit in search(archive, words))
        page = (await datasette.client.get(f"/archive/items?{query}")).text
        assert 'name="_search"' in page
        assert 'name="_search"' not in (await datasette.client.get("/archive/issues")).text

    asyncio.run(ask())


@pytest.mark.usefixtures("plugin")
def test_the_plugin_leaves_other_databases_alone(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "b.sqlite")) as opened:
        opened.execute("CREATE TABLE items (a)")
        opened.commit()

    async def ask() -> None:
        datasette = Datasette([str(tmp_path / "b.sqlite")])
        await datasette.invoke_startup()
        answer = await datasette.client.get("/b/items?_search=a")
        assert answer.status_code == 200
        assert 'name="_search"' not in answer.text

    asyncio.run(ask())


def test_datasette_is_told_of_the_plugin() -> None:
    project = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["entry-points"]["datasette"] == {"bulletin-search": datasette_plugin.__name__}


# Faults


def test_what_is_no_such_file_is_an_input_error(tmp_path: Path) -> None:
    for content, said in ((b"", "is not a SQLite file"), (b"SQLite format 3\0" + bytes(99), "cannot")):
        (tmp_path / "a.sqlite").write_bytes(content)
        with pytest.raises(InputError, match=said):
            read_sqlite(tmp_path / "a.sqlite")
        with pytest.raises(InputError, match=said):
            search(tmp_path / "a.sqlite", "工会")
    with pytest.raises(InputError, match="cannot read"):
        read_sqlite(tmp_path / "none.sqlite")
    with closing(sqlite3.connect(tmp_path / "b.sqlite")) as opened:
        opened.execute("CREATE TABLE other (a)")
        opened.commit()
    with pytest.raises(InputError, match=r"no such table: issues; write it anew"):
        read_sqlite(tmp_path / "b.sqlite")


def test_a_cell_of_the_wrong_type_is_an_input_error(tmp_path: Path) -> None:
    write_sqlite(bulletin(), tmp_path / "a.sqlite")
    with closing(sqlite3.connect(tmp_path / "a.sqlite")) as opened:
        opened.execute("UPDATE issues SET year = 'MMXX'")
        opened.commit()
    with pytest.raises(InputError, match="a cell is of the wrong type"):
        read_sqlite(tmp_path / "a.sqlite")


def test_a_full_disk_is_an_output_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.writers.sqlite_file._SETTINGS", ("max_page_count=100",))
    with pytest.raises(OutputError, match=r"cannot write .*a\.sqlite: database or disk is full"):
        write_sqlite(map(bulletin, range(5000)), tmp_path / "a.sqlite")
    assert list(tmp_path.iterdir()) == []


@settings(max_examples=10, deadline=None)
@given(documents)
def test_an_id_twice_is_an_output_error(document: Document) -> None:
    with TemporaryDirectory() as folder, pytest.raises(OutputError, match="two documents have the id"):
        write_sqlite([document, document], f"{folder}/a.sqlite")
