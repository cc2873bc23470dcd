"""Pages as people see them, for a page of HTML that shows them beside what was read: PDF by pdfium, images by Pillow.

WebP keeps the red of a head or a seal; a typed page takes 80 kB, a speckled scan 250 (PNG of 16 greys: 80 and 440).
"""

import base64
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from io import BytesIO
from typing import Any

from pipeline.errors import PipelineError
from pipeline.model.paper import Picture
from pipeline.readers.formats import format_name

_RESOLUTION = 110
"""Dots per inch: small print can be read, as wide as half a screen."""
_LONGEST_SIDE = 1600
"""Pixels of a PDF page that is larger than A4."""
_PHOTO_SIDE = 1300
"""Pixels of a photograph: A4 at that resolution."""
_QUALITY = 45
MOST_BYTES = 16 * 2**20
"""Of all pictures of a source together: two hundred typed pages. The further pages are shown as text."""

Draw = Callable[[int], bytes | None]
"""1-based number of a page → its picture as a WebP file, or None where that page cannot be drawn."""


def take_pictures(
    data: bytes, numbers: Iterable[int], password: str | None = None, progress: Callable[[int, int], None] | None = None
) -> Iterator[Picture]:
    """The pictures of these pages as data URIs, until they are MOST_BYTES; none of a source that is no paper."""
    numbers, taken = list(numbers), 0
    with drawing(data, password) as draw:
        for done, number in enumerate(numbers, 1):
            picture = draw(number)
            taken += len(picture or b"")
            if taken > MOST_BYTES:
                break
            if picture:
                yield Picture(number, f"data:image/webp;base64,{base64.b64encode(picture).decode()}")
            if progress:
                progress(done, len(numbers))
    if progress and numbers:
        progress(len(numbers), len(numbers))


@contextmanager
def drawing(data: bytes, password: str | None = None) -> Iterator[Draw]:
    """Within it the pages of a source can be drawn; those of a source that is no paper, or damaged, are None."""
    opened = {"pdf": _of_pdf, "image": _of_image}.get(format_name(data))
    if opened is None:
        yield _nothing
        return
    with opened(data, password) as draw:
        yield draw


def _nothing(_: int) -> None:
    return None


@contextmanager
def _of_pdf(data: bytes, password: str | None) -> Iterator[Draw]:
    from pipeline.readers.pdf import LOCK, open_pdf
    from pipeline.readers.stand_in import fonts_to_draw_with

    with LOCK, fonts_to_draw_with(), closing(open_pdf(data, password)) as pdf:
        yield lambda number: _pdf_page(pdf, number)


def _pdf_page(pdf: Any, number: int) -> bytes | None:
    from pypdfium2 import PdfiumError

    try:
        page = pdf[number - 1]
    except (PdfiumError, IndexError):
        return None
    try:
        scale = min(_RESOLUTION / 72, _LONGEST_SIDE / max(page.get_size()))
        return _webp(page.render(scale=scale, rev_byteorder=True).to_pil())
    except (PdfiumError, ValueError, ZeroDivisionError):
        return None
    finally:
        page.close()


@contextmanager
def _of_image(data: bytes, _: str | None) -> Iterator[Draw]:
    from PIL import Image

    from pipeline.readers.photo import MEDIA_TYPES, reported, upright

    def draw(number: int) -> bytes | None:
        try:
            with reported():
                file.seek(number - 1)
                picture = upright(file)
                picture.thumbnail((_PHOTO_SIDE, _PHOTO_SIDE))
                return _webp(picture)
        except PipelineError:
            return None

    try:
        with reported():
            file = Image.open(BytesIO(data), formats=tuple(MEDIA_TYPES))
    except PipelineError:
        yield _nothing
        return
    with file:
        yield draw


def _webp(picture: Any) -> bytes:
    buffer = BytesIO()
    picture.convert("RGB").save(buffer, "WEBP", quality=_QUALITY, method=2)
    return buffer.getvalue()
