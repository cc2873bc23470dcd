"""PDF files that carry text, page by page, with pdfium (pypdfium2).

pdfium is not thread-safe, so one file is read at a time; a page is closed before the next is opened, so that memory does not
grow with the number of pages.
"""

import threading
from collections import Counter
from contextlib import closing

import pypdfium2
import pypdfium2.raw as pdfium

from pipeline.errors import InputError
from pipeline.model.document import DocumentWarning
from pipeline.model.layout import Box, RawText, ReadOptions
from pipeline.model.paper import PageImage, PaperPage, Recognised, scaled, scaled_box
from pipeline.readers.colour_profiles import without_profiles
from pipeline.readers.page_range import parse_pages
from pipeline.readers.pdf_page import PageReading, read_page
from pipeline.readers.recognition import HOW_TO_INSTALL, RESOLUTION, damaged, fault_warning, has_engine, recognise_all, unread
from pipeline.readers.scanned_tables import seen_page
from pipeline.readers.stand_in import squares_for_missing_fonts
from pipeline.readers.typeset import typeset

MEDIA_TYPE = "application/pdf"
LOCK = threading.Lock()
"""Who opens a PDF holds it."""
_WRONG_PASSWORD = 4
_MOST_ALIKE = 2
"""Pages on which a picture may stand at one place before it belongs to a running head."""
_SURE = 0.8
"""Confidence from which what is seen on a picture is a word; a photograph shows none."""
_MOST_PAGES = 5_000
"""A bulletin has tens; a file that claims more is damaged or no bulletin."""


def read_pdf(data: bytes, options: ReadOptions) -> RawText:
    """The text of a PDF; InputError where it is damaged beyond opening or locked."""
    with LOCK:
        with squares_for_missing_fonts(), closing(open_pdf(without_profiles(data), options.password)) as pdf:
            numbers = parse_pages(options.pages, min(len(pdf), _MOST_PAGES))
            found = [_read(pdf, number) for number in numbers]
        readings = _with_images_read(_without_running(found), data, options)
    warnings = [warning for reading in readings for warning in reading.warnings]
    reader = "scan" if found and all(reading.needs_ocr for reading in found) else "pdf"
    return typeset([reading.page for reading in readings], MEDIA_TYPE, reader, warnings)


def open_pdf(data: bytes, password: str | None) -> pypdfium2.PdfDocument:
    """The file, for who holds LOCK; InputError where it is locked or damaged."""
    try:
        return pypdfium2.PdfDocument(data, password)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _WRONG_PASSWORD:
            state = "the password is wrong" if password else "the PDF is locked"
            raise InputError(f"{state}; give the right one with --password") from error
        raise InputError("the PDF is damaged and cannot be opened; try to save it again from a PDF viewer") from error


def _read(pdf: pypdfium2.PdfDocument, number: int) -> PageReading:
    page = pdfium.FPDF_LoadPage(pdf, number - 1)
    text = pdfium.FPDFText_LoadPage(page) if page else None
    try:
        if not text:
            return PageReading(PaperPage(number, 0, 0, ()), [damaged(number)])
        return read_page(page, text, number)
    finally:
        if text:
            pdfium.FPDFText_ClosePage(text)
        if page:
            pdfium.FPDF_ClosePage(page)


def _without_running(readings: list[PageReading]) -> list[PageReading]:
    """The pages without the pictures that stand at one place on many of them, but for the first: those of running heads."""
    counts = Counter(_place(box) for reading in readings for box in reading.pictures)
    seen: set[Box] = set()
    found = []
    for reading in readings:
        kept = tuple(box for box in reading.pictures if counts[_place(box)] <= _MOST_ALIKE or _place(box) not in seen)
        seen.update(map(_place, kept))
        found.append(reading._replace(pictures=kept))
    return found


def _place(box: Box) -> Box:
    x0, top, x1, bottom = map(round, box)
    return x0, top, x1, bottom


def _with_images_read(readings: list[PageReading], data: bytes, options: ReadOptions) -> list[PageReading]:
    """The pages as an engine reads them off their images, where they carry no text of their own, and the words of pictures."""
    wanting = [reading for reading in readings if reading.needs_ocr or reading.pictures]
    if not wanting:
        return readings
    if not has_engine():
        return [_unread(reading) for reading in readings]
    with closing(open_pdf(data, options.password)) as pdf:  # anew: an image shows the fonts of the machine
        seen = recognise_all((_shown(pdf, reading) for reading in wanting), len(wanting), options.progress)
        return [_seen(reading, next(seen)) if reading.needs_ocr or reading.pictures else reading for reading in readings]


def _unread(reading: PageReading) -> PageReading:
    """The page as it is where no engine is at hand, with a warning of what was not read."""
    page, number = reading.page, reading.page.number
    if reading.needs_ocr:
        page, warning = page._replace(fragments=(), sideways=()), unread(number)
    elif reading.pictures:
        message = f"page {number} has pictures where a heading may stand, which were not read; to have them read: {HOW_TO_INSTALL}"
        warning = DocumentWarning("pictures_unread", message)
    else:
        return reading
    return reading._replace(page=page, warnings=[*reading.warnings, warning])


def _seen(reading: PageReading, found: Recognised) -> PageReading:
    """The page with what was seen on it, or on its pictures."""
    page = reading.page
    found = scaled(found, 72 / RESOLUTION)
    warnings = [*reading.warnings, *fault_warning(page.number, found)]
    if not reading.needs_ocr:
        words = [fragment for fragment in found.fragments if not found.turn and fragment.confidence >= _SURE]
        return PageReading(page._replace(fragments=(*page.fragments, *words)), warnings)
    width, height = (page.width, page.height) if (page.turn + found.turn) % 2 == 0 else (page.height, page.width)
    return PageReading(seen_page(page.number, width, height, found), warnings)


def _shown(pdf: pypdfium2.PdfDocument, reading: PageReading) -> PageImage:
    """What the engine is shown: the page, or nothing of it but its pictures."""
    image = _render(pdf, reading.page.number)
    if reading.needs_ocr:
        return image
    pixels, row = bytearray(b"\xff") * len(image.pixels), 3 * image.width
    for x0, top, x1, bottom in (map(round, box) for box in (scaled_box(box, RESOLUTION / 72) for box in reading.pictures)):
        for y in range(max(0, top), min(image.height, bottom)):
            part = slice(y * row + 3 * max(0, x0), y * row + 3 * min(image.width, x1))
            pixels[part] = image.pixels[part]
    return image._replace(pixels=bytes(pixels))


def _render(pdf: pypdfium2.PdfDocument, number: int) -> PageImage:
    page = pdf[number - 1]
    try:
        bitmap = page.render(scale=RESOLUTION / 72, rev_byteorder=True, prefer_bgrx=False)
        rows = memoryview(bitmap.buffer).cast("B")
        used = bitmap.width * 3
        pixels = b"".join(rows[at : at + used] for at in range(0, bitmap.stride * bitmap.height, bitmap.stride))
        return PageImage(bitmap.width, bitmap.height, pixels, RESOLUTION)
    finally:
        page.close()
