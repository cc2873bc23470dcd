"""Images of pages: scans and photographs as PNG, JPEG, TIFF of any number of pages, BMP, GIF, WebP."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from pipeline.errors import DependencyError, InputError, PipelineError
from pipeline.model.layout import RawText, ReadOptions
from pipeline.model.paper import PageImage, PaperPage, Recognised, scaled
from pipeline.readers.page_range import parse_pages
from pipeline.readers.recognition import HOW_TO_INSTALL, RESOLUTION, fault_warning, has_engine, recognise_all
from pipeline.readers.scanned_tables import seen_page
from pipeline.readers.typeset import typeset

_MOST_PIXELS = 120_000_000
"""An A3 page at 600 dpi has 70 million; more is a bomb."""
_A4_WIDTH = 8.27
"""Inches: the width of a page of which nothing says how large it is."""
_LEAST_WIDTH, _MOST_WIDTH = 3.0, 20.0
"""Inches between which a page may be wide; telephones say 72 dots per inch whatever they take."""
MEDIA_TYPES = {"PNG": "image/png", "JPEG": "image/jpeg", "TIFF": "image/tiff", "BMP": "image/bmp", "GIF": "image/gif", "WEBP": "image/webp"}


def read_photo(data: bytes, options: ReadOptions) -> RawText:
    """The text that is seen; InputError where the image is damaged, DependencyError where nothing here reads images."""
    try:
        from PIL import Image
    except ImportError as error:
        raise DependencyError(f"to have an image read: {HOW_TO_INSTALL}") from error
    if not has_engine():
        raise DependencyError(f"to have an image read: {HOW_TO_INSTALL}")
    with reported():
        file = Image.open(BytesIO(data), formats=tuple(MEDIA_TYPES))
        numbers = parse_pages(options.pages, getattr(file, "n_frames", 1))
    with file:
        sizes: list[tuple[float, float, float]] = []
        images = _frames(file, numbers, sizes)
        seen = list(recognise_all(images, len(numbers), options.progress))
        pages = [_page(*row) for row in zip(numbers, seen, sizes, strict=True)]
        faults = [warning for number, found in zip(numbers, seen, strict=True) for warning in fault_warning(number, found)]
        return typeset(pages, MEDIA_TYPES[str(file.format)], "scan", faults)


def _page(number: int, found: Recognised, size: tuple[float, float, float]) -> PaperPage:
    width, height, factor = size
    wide, high = (height, width) if found.turn % 2 else (width, height)
    return seen_page(number, wide, high, scaled(found, factor))


@contextmanager
def reported() -> Iterator[None]:
    """Within it whatever an image library makes of a damaged file becomes one line."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what is odd in the data beside the picture is of no interest
            yield
    except PipelineError:
        raise
    except Exception as error:
        if isinstance(error, MemoryError) or type(error).__name__ == "DecompressionBombError":
            raise InputError("the image is too large; save it with a lower resolution") from error
        raise InputError("the image is damaged or of a kind that is not read; save it again as PNG or JPEG") from error


def _frames(file: Any, numbers: list[int], sizes: list[tuple[float, float, float]]) -> Iterator[PageImage]:
    """Each page as pixels; `sizes` gets its width and height in points, and points to a pixel."""
    for number in numbers:
        with reported():
            file.seek(number - 1)
            dpi = _resolution(file)
            frame = upright(file)
        sizes.append((frame.width * 72 / dpi, frame.height * 72 / dpi, 72 / dpi * max(1.0, dpi / RESOLUTION)))
        yield _as_page(frame, dpi)


def as_wide_as(points: float, data: bytes) -> PageImage:
    """The image of this file, which covers a page of that width; InputError where it cannot be read."""
    from PIL import Image

    with reported():
        frame = upright(Image.open(BytesIO(data), formats=tuple(MEDIA_TYPES)))
    return _as_page(frame, frame.width * 72 / max(1.0, points))


def _as_page(frame: Any, dpi: float) -> PageImage:
    """The frame as an engine is shown it."""
    from PIL import Image

    if dpi > RESOLUTION:
        frame = frame.resize((round(frame.width * RESOLUTION / dpi), round(frame.height * RESOLUTION / dpi)), Image.Resampling.LANCZOS)
    return PageImage(frame.width, frame.height, frame.tobytes(), min(dpi, RESOLUTION))


def upright(file: Any) -> Any:
    """The frame at hand as its camera was held, on white, in red, green and blue; InputError for more pixels than a page has."""
    from PIL import Image, ImageOps

    if file.width * file.height > _MOST_PIXELS:
        raise InputError("the image is too large; save it with a lower resolution")
    frame = ImageOps.exif_transpose(file).convert("RGBA" if "transparency" in file.info else "RGB")
    if frame.mode == "RGBA":
        frame = Image.alpha_composite(Image.new("RGBA", frame.size, "white"), frame).convert("RGB")
    return frame


def _resolution(file: Any) -> float:
    """Dots per inch as the file says, or as if the page were A4."""
    said, width = float(file.info.get("dpi", (0, 0))[0]), min(file.width, file.height)
    return said if _LEAST_WIDTH * said <= width <= _MOST_WIDTH * said else width / _A4_WIDTH
