"""OFD out of a PDF, as the programs of offices make it: a text object for each line, with the steps between its characters, and paths."""

import zipfile
from collections.abc import Iterator
from ctypes import byref, c_double, c_float
from io import BytesIO
from itertools import groupby, pairwise
from typing import Any
from xml.sax.saxutils import escape

import pypdfium2
import pypdfium2.raw as pdfium

NAMES = 'xmlns:ofd="http://www.ofdspec.org/2016"'
MM = 25.4 / 72
AREA = "<ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox>"


def ofd(pdf: bytes) -> bytes:
    """The same pages."""
    with pypdfium2.PdfDocument(pdf) as document:
        return package([_content(page) for page in document])


def package(pages: list[str], *, common: str = "", parts: dict[str, str | bytes] | None = None) -> bytes:
    """A file of pages whose layers hold these objects; `common` is added to CommonData, `parts` to the package."""
    listed = "".join(f'<ofd:Page ID="{9000 + number}" BaseLoc="Pages/Page_{number}/Content.xml"/>' for number in range(len(pages)))
    content = {
        "OFD.xml": f'<ofd:OFD {NAMES} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>',
        "Doc_0/Document.xml": f"<ofd:Document {NAMES}><ofd:CommonData><ofd:PageArea>{AREA}</ofd:PageArea>{common}</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages></ofd:Document>",
        **{f"Doc_0/Pages/Page_{number}/Content.xml": page_part(objects) for number, objects in enumerate(pages)},
        **(parts or {}),
    }
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, part in content.items():
            file.writestr(name, part)
    return buffer.getvalue()


def page_part(objects: str, before: str = "") -> str:
    """The part of a page, or of a template."""
    layer = objects if objects.startswith("<ofd:Layer") else f'<ofd:Layer ID="1">{objects}</ofd:Layer>'
    return f'<?xml version="1.0" encoding="UTF-8"?><ofd:Page {NAMES}>{before}<ofd:Content>{layer}</ofd:Content></ofd:Page>'


def line(x: float, y: float, text: str, *, size: float = 5.64, steps: str = "", extra: str = "") -> str:  # noqa: PLR0913  what a test may say of it
    """Characters from this place of the base line, all in millimetres."""
    delta = f' DeltaX="{steps}"' if steps else ""
    return f'<ofd:TextObject Boundary="{x:.3f} {y - size:.3f} 150 {size:.3f}" Font="2" Size="{size:.3f}" {extra}><ofd:TextCode X="0" Y="{size:.3f}"{delta}>{escape(text)}</ofd:TextCode></ofd:TextObject>'


def path(x0: float, y0: float, x1: float, y1: float) -> str:
    """A straight line, in millimetres."""
    return f'<ofd:PathObject Boundary="{x0:.3f} {y0:.3f} {x1 - x0:.3f} {y1 - y0:.3f}" LineWidth="0.25"><ofd:AbbreviatedData>M 0 0 L {x1 - x0:.3f} {y1 - y0:.3f}</ofd:AbbreviatedData></ofd:PathObject>'


def _content(page: Any) -> str:
    height, text = page.get_height(), page.get_textpage()
    lines = [_line(list(run), height) for wraps, run in groupby(_characters(text), lambda found: found[0] in "\r\n") if not wraps]
    drawn = [_path(mark, height) for mark in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH])]
    text.close()
    return "".join([*drawn, *lines])


def _characters(text: Any) -> Iterator[tuple[str, float, float, float]]:
    """Every character that was set: what it is, x and base line in points from the foot, its size."""
    x, y = c_double(), c_double()
    for index in range(text.count_chars()):
        sign = chr(pdfium.FPDFText_GetUnicode(text, index))
        if sign in "\r\n" or not pdfium.FPDFText_IsGenerated(text, index):
            pdfium.FPDFText_GetCharOrigin(text, index, byref(x), byref(y))
            yield sign, x.value, y.value, pdfium.FPDFText_GetFontSize(text, index)


def _line(run: list[tuple[str, float, float, float]], height: float) -> str:
    gaps = [f"{(after[1] - before[1]) * MM:.3f}" for before, after in pairwise(run)]
    repeats = [(value, len(list(same))) for value, same in groupby(gaps)]
    steps = " ".join(f"g {count} {value}" if count > 2 else " ".join([value] * count) for value, count in repeats)
    sign, x, y, size = run[0]
    return line(x * MM, (height - y) * MM, "".join(found[0] for found in run), size=size * MM, steps=steps) if sign else ""


def _path(mark: Any, height: float) -> str:
    left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
    pdfium.FPDFPageObj_GetBounds(mark, byref(left), byref(bottom), byref(right), byref(top))
    low, high = (height - top.value) * MM, (height - bottom.value) * MM
    return path(left.value * MM, low, right.value * MM, high if high - low > 1 else low)
