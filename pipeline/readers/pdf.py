"""PDF files that carry text, page by page, with pdfium (pypdfium2).

pdfium is not thread-safe, so one file is read at a time; a page is closed before the next is opened, so that memory does not
grow with the number of pages.
"""

import threading

import pypdfium2
import pypdfium2.raw as pdfium

from pipeline.errors import InputError
from pipeline.model.document import DocumentWarning
from pipeline.model.layout import RawText, ReadOptions
from pipeline.model.paper import PageImage, PaperPage, scaled
from pipeline.readers.page_range import parse_pages
from pipeline.readers.pdf_page import PageReading, read_page
from pipeline.readers.recognition import HOW_TO_INSTALL, RESOLUTION, find_page_reader
from pipeline.readers.typeset import typeset

MEDIA_TYPE = "application/pdf"
_LOCK = threading.Lock()
_WRONG_PASSWORD = 4
_MOST_PAGES = 5_000
"""A bulletin has tens; a file that claims more is damaged or no bulletin."""


def read_pdf(data: bytes, options: ReadOptions) -> RawText:
    """The text of a PDF; InputError where it is damaged beyond opening or locked."""
    with _LOCK:
        pdf = _open(data, options.password)
        try:
            numbers = parse_pages(options.pages, min(len(pdf), _MOST_PAGES))
            readings = [_with_image_read(pdf, _read(pdf, number)) for number in numbers]
        finally:
            pdf.close()
    warnings = [warning for reading in readings for warning in reading.warnings]
    return typeset([reading.page for reading in readings], MEDIA_TYPE, "pdf", warnings)


def _open(data: bytes, password: str | None) -> pypdfium2.PdfDocument:
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


def _with_image_read(pdf: pypdfium2.PdfDocument, reading: PageReading) -> PageReading:
    """The page as an engine reads it off its image, where it carries no text of its own."""
    if not reading.needs_ocr:
        return reading
    number = reading.page.number
    empty = reading.page._replace(fragments=(), sideways=())
    reader = find_page_reader()
    if reader is None:
        message = f"page {number} carries no text, only an image or a font without names; to have it read: {HOW_TO_INSTALL}"
        return PageReading(empty, [*reading.warnings, DocumentWarning("ocr_missing", message, None, None, None)])
    width, height = (empty.width, empty.height) if empty.turn % 2 == 0 else (empty.height, empty.width)
    fragments = tuple(scaled(fragment, 72 / RESOLUTION) for fragment in reader.recognise(_render(pdf, number)))
    return PageReading(PaperPage(number, width, height, fragments, empty.rules if not empty.turn else ()), reading.warnings)


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
