"""Colour profiles of a PDF are made unreadable before pdfium makes tables of them; what is read stays the same."""

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from printer import typst_maker
from printer.raw_pdf import assemble
from printer.sheet import Paragraph, Sheet

from pipeline.model.layout import ReadOptions
from pipeline.readers import pdf
from pipeline.readers.colour_profiles import without_profiles
from pipeline.readers.formats import read

TITLE, RULED, BODY = "青山工会信息", "市总工会召开会议", "五月六日，市总工会召开会议，部署全年工作。"
PRINTED = Sheet(TITLE, (
    Paragraph(TITLE, "center", 0, 0, rule_above=False, size=2),
    Paragraph(RULED, "center", 0, 0, rule_above=True, size=1),
    Paragraph(BODY, "indented", 4, 0, rule_above=False, size=1),
), 1)  # fmt: skip


def profile(stream: bytes) -> bytes:
    return assemble([b"<< /Type /Catalog >>", b"[ /ICCBased 3 0 R ]", b"<< /N 3 /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream), b"<< >>"])


def test_what_is_read_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    data = typst_maker.pdf(PRINTED)
    assert data.count(b"/ICCBased") == 2
    found = read(data, ReadOptions())
    assert [line.rule_above for line in found.printed[:2]] == [False, True]
    monkeypatch.setattr(pdf, "without_profiles", bytes)
    assert read(data, ReadOptions()) == found


def test_a_red_and_a_white_ground_are_told_apart_without_the_profile() -> None:
    with pypdfium2.PdfDocument(without_profiles(typst_maker.pdf(PRINTED))) as file:
        bitmap = file[0].render(scale=1).to_numpy().reshape(-1, 3)
    assert any(blue < 100 and red > 200 for blue, _, red in bitmap.tolist()), "the red rule"
    assert tuple(bitmap[0]) == (255, 255, 255)


def test_only_the_stream_of_the_profile_is_touched() -> None:
    data = profile(b"acsp" * 30)
    mended = without_profiles(data)
    changed = [at for at, (old, new) in enumerate(zip(data, mended, strict=True)) if old != new]
    assert (data.find(b"acsp"), 40) == (changed[0], len(changed))


@pytest.mark.parametrize("data", [
    profile(b"x" * 50).replace(b"ICCBased 3 0", b"ICCBased 4 0"),  # an object that is no stream
    profile(b"x" * 50).replace(b"ICCBased 3 0", b"ICCBased 33 0"),
    profile(b"x" * 50).replace(b"3 0 obj", b"%d 0 obj" % 13),
    b"/ICCBased 1 0 R " + b"\n1 0 obj<<" + b" " * 2000 + b">>stream\n" + b"x" * 50,
    b"".join(b"/ICCBased %d 0 R\n%d 0 obj<<>>stream\n" % (number, number) for number in range(200)),  # no file has so many
])  # fmt: skip
def test_what_is_not_sure_stays(data: bytes) -> None:
    assert without_profiles(data) == data


def test_a_short_profile_ends_where_its_stream_does() -> None:
    data = profile(b"short")
    assert without_profiles(data) == data.replace(b"short\n", bytes(6))


@given(st.lists(st.sampled_from([b"/ICCBased ", b"3 0 R", b"\n3 0 obj", b"<<", b">>", b"stream\n", b"endstream", b"\r", b"x" * 9]), max_size=30))
def test_nothing_moves(pieces: list[bytes]) -> None:
    data = b"".join(pieces)
    mended = without_profiles(data)
    assert len(mended) == len(data)
    assert all(new in (old, 0) for old, new in zip(data, mended, strict=True))
