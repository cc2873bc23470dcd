"""Files that are broken, or made to hang a reader: a message or a partial document, within the limits, and no traceback."""

import subprocess
import sys
from pathlib import Path

import pytest
from printer.raw_pdf import FONT, assemble

from pipeline.batch.limits import Limits
from pipeline.batch.single import extract_apart
from pipeline.errors import InputError

MEGABYTES = 1024


@pytest.mark.parametrize(
    ("kind", "seeds", "read", "refused"),
    [
        ("pdf", 400, 100, 40),
        ("docx", 200, 60, 20),
        ("odt", 100, 20, 10),
        ("ofd", 100, 20, 10),
        ("html", 150, 140, 0),
        *((name, 30, 5, 5) for name in ("png", "jpeg", "tiff", "gif", "webp", "bmp")),
    ],
)
def test_damaged_files_end_in_a_message_or_a_document(kind: str, seeds: int, read: int, refused: int) -> None:
    """In a process of its own, for pdfium could take the tests down with it; the last seed that it prints is the fatal one."""
    script = Path(__file__).with_name("damage.py")
    run = subprocess.run([sys.executable, script, kind, "0", str(seeds), str(MEGABYTES)], capture_output=True, text=True, check=False, timeout=300)
    outcomes = run.stdout.splitlines()
    assert run.returncode == 0, (outcomes[-1:], run.stderr[-2000:])
    assert len(outcomes) == seeds
    states = [line.split()[1] for line in outcomes]
    assert states.count("read") >= read
    assert states.count("refused") >= refused
    assert "LOST" not in states


def test_a_web_page_that_is_too_deep_for_its_article_to_be_found() -> None:
    page = f"<html><body><p>各级工会组织要认真贯彻。</p>{'<div>' * 100_000}</body></html>"
    assert "认真贯彻" in extract_apart(page.encode(), {}, Limits(seconds=10))[0].text


def nested_forms(depth: int, width: int) -> bytes:
    """A page whose form draws a form `width` times, which draws another as often, and so on: width ** depth characters."""
    numbers = range(6, 6 + depth)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [ 5 0 R ] >>",
        FONT,
        _stream(b"/X6 Do"),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 595 842 ] /Contents 4 0 R /Resources << /XObject << /X6 6 0 R >> >> >>",
    ]
    for number in numbers:
        inner = b"/X%d Do " % (number + 1) * width if number != numbers[-1] else b"BT /F 10 Tf 100 100 Td <4E00> Tj ET"
        resources = b"/XObject << /X%d %d 0 R >> /Font << /F 3 0 R >>" % (number + 1, number + 1)
        objects.append(_stream(inner, b"/Type /XObject /Subtype /Form /BBox [ 0 0 595 842 ] /Resources << " + resources + b" >>"))
    return assemble(objects)


def _stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), entries, content)


def test_a_page_that_never_ends_is_ended() -> None:
    with pytest.raises(InputError, match=r"more than \d+ s|hangs|memory|fell over"):
        extract_apart(nested_forms(20, 20), {}, Limits(seconds=2, silence=30, memory_mb=2048, attempts=1))


def test_a_page_that_ends_is_read() -> None:
    assert extract_apart(nested_forms(2, 3), {})[0].text == "一"


def test_what_extract_refuses_is_refused() -> None:
    with pytest.raises(InputError, match="damaged"):
        extract_apart(b"%PDF-1.7 nothing", {})
