"""Nothing is read from the network, and nothing told to it: whatever opens a socket to an address ends the process."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import pipeline
from pipeline.writers import WRITERS

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "samples/jianbao/reservoir-union/source.txt"
GUARD = """
import os, sys

def forbid(event, arguments):
    if event in ("socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"):
        sys.stderr.write(f"network: {event} {arguments}\\n")
        sys.stderr.flush()
        os._exit(99)

sys.addaudithook(forbid)
"""


def run(code: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """The code in a process of its own, with the network forbidden there and in every process that it starts."""
    (cwd / "sitecustomize.py").write_text(GUARD, "utf-8")
    env = os.environ | {"PYTHONPATH": os.pathsep.join((str(cwd), str(Path(pipeline.__file__).parent.parent))), "PYTHONUTF8": "1"}
    return subprocess.run([sys.executable, "-c", code], cwd=cwd, env=env, capture_output=True, encoding="utf-8", timeout=120, check=False)


def test_the_guard_sees_a_connection(tmp_path: Path) -> None:
    done = run("import socket; socket.create_connection(('127.0.0.1', 9))", tmp_path)
    assert (done.returncode, done.stderr[:8]) == (99, "network:")


@pytest.mark.parametrize("name", WRITERS)
def test_a_format_is_written_without_the_network(name: str, tmp_path: Path) -> None:
    out = f"out{WRITERS[name].suffix}" if WRITERS[name].write else "out"
    arguments = [str(SAMPLE), "-q", "-j", "1", "-f", name, "-o", out]
    done = run(f"from pipeline.cli import main; raise SystemExit(main({arguments!r}))", tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / out).exists()


def test_loading_and_searching_need_no_network(tmp_path: Path) -> None:
    code = f"""
import pipeline
from pipeline.writers.sqlite_file import write_sqlite

write_sqlite([pipeline.extract({str(SAMPLE)!r})], "a.sqlite")
assert len(pipeline.load("a.sqlite")["items"]) == 2
assert pipeline.search("a.sqlite", "工会")
"""
    assert run(code, tmp_path).returncode == 0
