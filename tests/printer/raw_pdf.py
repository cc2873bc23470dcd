"""PDF files written by hand, object by object, so that a test has exactly the fault or the place that it asks for."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

A4 = (595, 842)


class Text(NamedTuple):
    """Characters at a place: x and baseline in points from the top left."""

    x: float
    y: float
    text: str
    size: float = 16
    extra: str = ""
    """Operators that come before: `3 Tr` hides, `20 Tc` sets letters apart."""
    matrix: str = ""
    """First four numbers of the text matrix, `1 0 0 1` if empty."""


class Rule(NamedTuple):
    """A line from x0 to x1."""

    x0: float
    x1: float
    y: float
    y1: float | None = None


Mark = Text | Rule
FONT = b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [ << /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [ -25 -254 1000 880 ] /ItalicAngle 0 /Ascent 752 /Descent -271 /CapHeight 737 /StemV 58 >> /DW 1000 >> ] >>"
"""A font that is not embedded: its characters are named by a CMap that every reader of PDF knows."""


def pdf(pages: Sequence[Iterable[Mark]], *, size: tuple[float, float] = A4, page: str = "", font: bytes = FONT, encoding: str = "utf-16-be") -> bytes:
    """A file of these pages; `page` is added to every page's dictionary."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", font]
    kids = []
    for marks in pages:
        content = "\n".join(_operators(mark, size[1], encoding) for mark in marks).encode()
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        kids.append(len(objects) + 1)
        entry = f"<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 {size[0]} {size[1]} ] /Resources << /Font << /F 3 0 R >> >> /Contents {len(objects)} 0 R {page} >>"
        objects.append(entry.encode())
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [ {' '.join(f'{kid} 0 R' for kid in kids)} ] >>".encode()
    return assemble(objects)


def assemble(objects: Sequence[bytes]) -> bytes:
    """The file of these objects, numbered from 1; the first is the catalogue."""
    data = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    return bytes(data)


def _operators(mark: Mark, height: float, encoding: str) -> str:
    if isinstance(mark, Rule):
        return f"0.8 w {mark.x0} {height - mark.y} m {mark.x1} {height - (mark.y if mark.y1 is None else mark.y1)} l S"
    matrix = mark.matrix or "1 0 0 1"
    coded = mark.text.encode(encoding).hex()
    return f"q BT {mark.extra} /F {mark.size} Tf {matrix} {mark.x} {height - mark.y} Tm <{coded}> Tj ET Q"


def paragraph(text: str, x: float, y: float, *, columns: int = 28, leading: float = 28) -> list[Text]:
    """Lines of so many Chinese characters, the first set in by two."""
    size, indent = 16, 2
    lines = [text[: columns - indent]] + [text[i : i + columns] for i in range(columns - indent, len(text), columns)]
    return [Text(x + (indent * size if number == 0 else 0), y + number * leading, line, size) for number, line in enumerate(lines)]
