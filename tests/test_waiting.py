"""Who waits at a terminal is told that the work goes on; nobody else hears of it."""

import io
from threading import Event
from types import SimpleNamespace

import pytest

from pipeline import console
from pipeline.console import show_pages, waiting


class Terminal(io.StringIO):
    """Standard error that somebody watches."""

    def __init__(self) -> None:
        super().__init__()
        self.drawn = Event()

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        written = super().write(text)
        self.drawn.set()
        return written

    def wait(self) -> None:
        self.drawn.clear()
        assert self.drawn.wait(20)


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    stream = Terminal()
    monkeypatch.setattr(console, "sys", SimpleNamespace(stderr=stream))  # pytest puts its own stderr back after a fixture
    monkeypatch.setattr(console, "_TICK", 0.01)
    monkeypatch.setattr(console, "_PATIENCE", 0.02)
    return stream


def test_the_line_counts_and_is_gone_at_the_end(terminal: Terminal) -> None:
    with waiting():
        terminal.wait()
        assert "working: 0 s" in terminal.getvalue()
        show_pages(3, 12)
        terminal.wait()
        terminal.wait()
        assert "working: 3/12, 0 s" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r\x1b[K")
    assert "\n" not in terminal.getvalue()


def test_what_is_quick_says_nothing(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(console, "_PATIENCE", 60.0)
    with waiting():
        show_pages(1, 2)
    assert terminal.getvalue() == ""


def test_an_error_ends_it(terminal: Terminal) -> None:
    def fall() -> None:
        with waiting():
            terminal.wait()
            raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        fall()
    assert terminal.getvalue().endswith("\r\x1b[K")


def test_nobody_watches(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    with waiting(shown=False):
        pass
    monkeypatch.setattr(console, "sys", SimpleNamespace(stderr=None))
    with waiting():
        show_pages(1, 2)
    assert terminal.getvalue() == ""


def test_it_speaks_chinese(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(console, "localized", lambda line, _: f"〔{line}〕")
    with waiting():
        terminal.wait()
    assert "〔working: 0 s〕" in terminal.getvalue()
