"""PDF files that carry text, page by page, with pdfium (pypdfium2).

pdfium is not thread-safe, so one file is read at a time; a page is closed before the next is opened, so that memory does not
grow with the number of pages.
"""

import threading
from contextlib import closing

import pypdfium2
import pypdfium2.raw as pdfium

from pipeline.errors import InputError
from pipeline.model.document import DocumentWarning
from pipeline.model.layout import RawText, ReadOptions
from pipeline.model.paper import PageImage, PaperPage, Recognised, scaled
from pipeline.readers.page_range import parse_pages
from pipeline.readers.pdf_page import PageReading, read_page
from pipeline.readers.recognition import HOW_TO_INSTALL, RESOLUTION, fault_warning, has_engine, recognise_all
from pipeline.readers.stand_in import squares_for_missing_fonts
from pipeline.readers.typeset import typeset

MEDIA_TYPE = "application/pdf"
LOCK = threading.Lock()
"""Who opens a PDF holds it."""
_WRONG_PASSWORD = 4
_MOST_PAGES = 5_000
"""A bulletin has tens; a file that claims more is damaged or no bulletin."""


def read_pdf(data: bytes, options: ReadOptions) -> RawText:
    """The text of a PDF; InputError where it is damaged beyond opening or locked."""
    with LOCK:
        with squares_for_missing_fonts(), closing(open_pdf(data, options.password)) as pdf:
            numbers = parse_pages(options.pages, min(len(pdf), _MOST_PAGES))
            found = [_read(pdf, number) for number in numbers]
        readings = _with_images_read(found, data, options)
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
            warning = DocumentWarning("page_unreadable", f"page {number} is damaged and was left out", None, None, None)
            return PageReading(PaperPage(number, 0, 0, ()), [warning])
        return read_page(page, text, number)
    finally:
        if text:
            pdfium.FPDFText_ClosePage(text)
        if page:
            pdfium.FPDF_ClosePage(page)


def _with_images_read(readings: list[PageReading], data: bytes, options: ReadOptions) -> list[PageReading]:
    """The pages as an engine reads them off their images, where they carry no text of their own."""
    wanting = [reading for reading in readings if reading.needs_ocr]
    if not wanting:
        return readings
    if not has_engine():
        return [_unread(reading) if reading.needs_ocr else reading for reading in readings]
    with closing(open_pdf(data, options.password)) as pdf:  # anew: an image shows the fonts of the machine
        seen = recognise_all((_render(pdf, reading.page.number) for reading in wanting), len(wanting), options.progress)
        return [_seen(reading, next(seen)) if reading.needs_ocr else reading for reading in readings]


def _unread(reading: PageReading) -> PageReading:
    number = reading.page.number
    message = f"page {number} carries no text, only an image or a font without names; to have it read: {HOW_TO_INSTALL}"
    page = reading.page._replace(fragments=(), sideways=())
    return PageReading(page, [*reading.warnings, DocumentWarning("ocr_missing", message, None, None, None)])


def _seen(reading: PageReading, found: Recognised) -> PageReading:
    """The page with what was seen on it."""
    page = reading.page
    width, height = (page.width, page.height) if (page.turn + found.turn) % 2 == 0 else (page.height, page.width)
    found = scaled(found, 72 / RESOLUTION)
    warnings = [*reading.warnings, *fault_warning(page.number, found)]
    return PageReading(PaperPage(page.number, width, height, found.fragments, found.rules, turn=found.turn), warnings)


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
