"""Pages of an OFD file that are images, as scanners make them: read by an engine where one is at hand."""

from typing import NamedTuple

from pipeline.errors import InputError
from pipeline.model.document import DocumentWarning
from pipeline.model.layout import ReadOptions
from pipeline.model.paper import PageImage, PaperPage, Recognised, scaled
from pipeline.readers.recognition import damaged, fault_warning, has_engine, recognise_all, unread
from pipeline.readers.scanned_tables import seen_page


class SheetReading(NamedTuple):
    """A page, and what could not be read of it."""

    page: PaperPage
    image: bytes | None = None
    """The file of the image that the page is; None where it is none."""
    warnings: tuple[DocumentWarning, ...] = ()


def left_out(page: PaperPage) -> SheetReading:
    """A page of which nothing can be read."""
    return SheetReading(page, None, (damaged(page.number),))


def with_images_read(readings: list[SheetReading], options: ReadOptions) -> list[SheetReading]:
    """The pages with what an engine sees on those that are images."""
    if not any(reading.image is not None for reading in readings):
        return readings
    if not has_engine():
        return [reading if reading.image is None else reading._replace(warnings=(unread(reading.page.number),)) for reading in readings]
    images = {reading.page.number: image for reading in readings if reading.image and (image := _opened(reading))}
    seen = recognise_all(iter(images.values()), len(images), options.progress)
    found = dict(zip(images, seen, strict=True))
    return [_seen(reading, images.get(reading.page.number), found) for reading in readings]


def _seen(reading: SheetReading, image: PageImage | None, found: dict[int, Recognised]) -> SheetReading:
    page = reading.page
    if reading.image is None:
        return reading
    if image is None:
        return left_out(page)
    seen = scaled(found[page.number], page.width / image.width)
    width, height = (page.height, page.width) if seen.turn % 2 else (page.width, page.height)
    return SheetReading(seen_page(page.number, width, height, seen), None, tuple(fault_warning(page.number, seen)))


def _opened(reading: SheetReading) -> PageImage | None:
    """The image as an engine is shown it; None for one that cannot be opened."""
    from pipeline.readers.photo import as_wide_as

    try:
        return as_wide_as(reading.page.width, reading.image or b"")
    except InputError:
        return None
