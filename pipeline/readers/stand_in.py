"""What stands in for fonts that a PDF names and does not bring (宋体, 仿宋_GB2312), where it is read and where it is drawn.

pdfium takes a font of the machine for it, and leaves out words for which that has no shapes: all Chinese on a server without
fonts, the digits with Droid Sans Fallback. So what is read would depend on the machine. To read, only the place of a shape is asked,
and a full square is as good as the true one; boxes.ttf has that one shape for all of Unicode (cmap format 13;
tests/printer/box_font.py makes it). To draw, the fonts of the machine come first; where it has none for Chinese, that of the extra
`fonts`, and without that the squares, which at least show where something stands.
"""

import ctypes
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import pypdfium2.raw as pdfium

_PATH = os.path.join(os.path.dirname(__file__), "boxes.ttf")
_OURS = 2**16 + 1
"""Handle of the font that stands in: those of the machine are addresses."""
_GB2312 = 134
_CHINESE = {_GB2312, 136, 128}
"""Charsets of fonts as Windows numbers them: GB 2312, Big5, and Shift JIS, as which some programs mark 宋体."""
_ANY = 1
"""FXFONT_DEFAULT_CHARSET."""


@contextmanager
def squares_for_missing_fonts() -> Iterator[None]:
    """Within it pdfium sees no font of the machine; who opens it holds the lock of pdfium, and closes files that were opened in it."""
    with _fonts_of(_squares()):
        yield


@contextmanager
def fonts_to_draw_with() -> Iterator[None]:
    """Within it Chinese is drawn on any machine; the same holds of who opens it."""
    with _fonts_of(_machine_first()):
        yield


@contextmanager
def _fonts_of(info: Any) -> Iterator[None]:
    pdfium.FPDF_SetSystemFontInfo(ctypes.byref(info))
    try:
        yield
    finally:
        pdfium.FPDF_SetSystemFontInfo(pdfium.FPDF_GetDefaultSystemFontInfo())


@cache
def _squares() -> Any:
    """Of each font the squares."""
    return _font_info(
        Release=_nothing, MapFont=lambda *_: _OURS, DeleteFont=_nothing, GetFontCharset=lambda *_: _ANY,
        GetFontData=_giving(lambda: _content(_PATH)), GetFaceName=_giving(lambda: b"Boxes\0"),
    )  # fmt: skip


@cache
def _machine_first() -> Any:
    """The machine's fonts, and one for Chinese where it has none."""
    own = pdfium.FPDF_GetDefaultSystemFontInfo()
    machine = own.contents

    def map_font(_: object, weight: int, italic: int, charset: int, pitch: int, face: Any, exact: Any) -> int:  # noqa: PLR0913, PLR0917  pdfium's
        return machine.MapFont(own, weight, italic, charset, pitch, face, exact) or (_OURS if charset in _CHINESE else 0)

    def ours_or(ours: Callable[..., int], name: str) -> Callable[..., int]:
        """The answer for our font, or that of the machine."""
        theirs = getattr(machine, name)
        return lambda info, font, *rest: ours(info, font, *rest) if font == _OURS else theirs(own, font, *rest)

    return _font_info(
        Release=_nothing, MapFont=map_font, EnumFonts=lambda _, mapper: machine.EnumFonts(own, mapper),
        GetFont=lambda _, face: machine.GetFont(own, face) or 0, DeleteFont=ours_or(_nothing, "DeleteFont"),
        GetFontCharset=ours_or(lambda *_: _GB2312, "GetFontCharset"),
        GetFontData=ours_or(_giving(lambda: _content(_chinese_font())), "GetFontData"),
        GetFaceName=ours_or(_giving(lambda: b"Stand-in for Chinese\0"), "GetFaceName"),
    )  # fmt: skip


def _font_info(**answers: Callable[..., Any]) -> Any:
    """Fonts as pdfium asks for them (FPDF_SYSFONTINFO); who calls keeps it, for pdfium keeps no reference of ours."""
    kinds = dict(pdfium.FPDF_SYSFONTINFO._fields_)
    return pdfium.FPDF_SYSFONTINFO(version=1, **{name: kinds[name](answer) for name, answer in answers.items()})


def _nothing(*_: object) -> int:
    """Nothing is kept that could be freed."""
    return 0


def _giving(content: Callable[[], bytes]) -> Callable[..., int]:
    """Answers with the content, (info, font, [table,] buffer, size) → its length; it is copied where the buffer has room for it."""

    def give(_: object, __: object, *place: Any) -> int:
        *table, buffer, size = place
        if any(table):
            return 0  # a single table, as of a collection of fonts
        data = content()
        if buffer and size >= len(data):
            ctypes.memmove(buffer, data, len(data))
        return len(data)

    return give


def _chinese_font() -> str:
    """The file of the extra `fonts`, or else that of the squares."""
    try:
        from pylopdf_fonts_zh_cn import serif_path
    except ImportError:
        return _PATH
    return str(serif_path())


@cache
def _content(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()
