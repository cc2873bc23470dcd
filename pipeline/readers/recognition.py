"""The seam between pages without text and what reads them (OCR): which engine is at hand, and what is said where none is."""

from collections.abc import Callable

from pipeline.model.paper import PageReader

RESOLUTION = 200
"""Dots per inch at which a page is shown to the engine; 300 gains nothing."""
ENGINES: dict[str, Callable[[], PageReader | None]] = {}
"""Name of an engine → what starts it, or gives None where its library is not installed; the first that starts is taken."""
HOW_TO_INSTALL = "pip install 'bulletin-extract[ocr]'"


def find_page_reader() -> PageReader | None:
    """The engine that reads images here, None where none is installed."""
    for start in ENGINES.values():
        if reader := start():
            return reader
    return None
