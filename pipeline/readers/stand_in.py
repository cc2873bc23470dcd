"""What stands in for fonts that a PDF names and does not bring (宋体, 仿宋_GB2312): one whose every shape is a full square.

pdfium takes a font of the machine for it, and leaves out words for which that has no shapes: all Chinese on a server without
fonts, the digits with Droid Sans Fallback. So what is read would depend on the machine. The square is as good as the true shape,
for only its place is asked. boxes.ttf has that one shape for all of Unicode (cmap format 13); tests/printer/box_font.py makes it.
"""

import ctypes
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import pypdfium2.raw as pdfium

_PATH = os.path.join(os.path.dirname(__file__), "boxes.ttf")
_HANDLE = 1
"""Of the only font there is; anything but 0."""


@contextmanager
def squares_for_missing_fonts() -> Iterator[None]:
    """Within it pdfium sees no font of the machine; who opens it holds the lock of pdfium, and closes files that were opened in it."""
    pdfium.FPDF_SetSystemFontInfo(ctypes.byref(_fonts()))
    try:
        yield
    finally:
        pdfium.FPDF_SetSystemFontInfo(pdfium.FPDF_GetDefaultSystemFontInfo())


@cache
def _fonts() -> Any:
    """The machine's fonts as pdfium asks for them (FPDF_SYSFONTINFO); kept, for pdfium keeps no reference of ours."""
    with open(_PATH, "rb") as file:
        data = file.read()

    def map_font(*_: object) -> int:
        return _HANDLE

    def font_data(_: object, __: object, table: int, buffer: Any, size: int) -> int:
        if table:
            return 0  # a single table, as of a collection of fonts
        if buffer and size >= len(data):
            ctypes.memmove(buffer, data, len(data))
        return len(data)

    def face_name(_: object, __: object, buffer: Any, size: int) -> int:
        name = b"Boxes\0"
        if buffer and size >= len(name):
            ctypes.memmove(buffer, name, len(name))
        return len(name)

    def charset(*_: object) -> int:
        return 1  # FXFONT_DEFAULT_CHARSET

    def nothing(*_: object) -> None:
        """Nothing is kept that could be freed."""

    answers = {"Release": nothing, "MapFont": map_font, "GetFontData": font_data, "GetFaceName": face_name, "GetFontCharset": charset,
               "DeleteFont": nothing}  # fmt: skip
    kinds = dict(pdfium.FPDF_SYSFONTINFO._fields_)
    return pdfium.FPDF_SYSFONTINFO(version=1, **{name: kinds[name](answer) for name, answer in answers.items()})
