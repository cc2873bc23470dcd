"""The seam between pages without text and what reads them (OCR): which engine is at hand, and pages read side by side.

An engine is a file that starts one, and a line in ENGINES.
"""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from pipeline.model.document import DocumentWarning
from pipeline.model.paper import PageImage, PageReader, Recognised
from pipeline.readers.drawn_rules import with_lines
from pipeline.readers.page_cache import PageCache

RESOLUTION = 200
"""Dots per inch at which a page is shown to the engine; 300 gains nothing."""
HOW_TO_INSTALL = "pip install 'bulletin-extract[ocr]'"
WORKERS = "BULLETIN_EXTRACT_OCR_WORKERS"
"""Name in the environment: pages that are read at a time, by default one for each processor."""


def _rapidocr(threads: int) -> PageReader | None:
    from pipeline.readers.rapid import start_rapid

    return start_rapid(threads)


def _tesseract(_: int) -> PageReader | None:
    from pipeline.readers.tesseract import start_tesseract

    return start_tesseract()


ENGINES: dict[str, Callable[[int], PageReader | None]] = {"rapidocr": _rapidocr, "tesseract": _tesseract}
"""Name of an engine → what starts it with so many threads, or gives None where it is not installed; the first that starts is taken."""


def has_engine() -> bool:
    """Whether anything here reads images."""
    return _start(1) is not None


def recognise_all(images: Iterable[PageImage], count: int, progress: Callable[[int, int], None] | None) -> Iterator[Recognised]:
    """What is seen on each image, in order; of `count` images a few are held at a time. The engine must be there.

    Pages are read side by side with one thread each: an engine's own threads gain less.
    """
    from concurrent.futures import Future, ThreadPoolExecutor
    from threading import local

    workers = max(1, min(count, int(os.environ.get(WORKERS, "0")) or os.cpu_count() or 1))
    own = local()  # an engine bears one page at a time

    def read(image: PageImage) -> Recognised:
        if not hasattr(own, "reader"):
            own.reader = _start(1 if workers > 1 else 0)
        return with_lines(image, _cached(own.reader[0], own.reader[1], image))

    pool = ThreadPoolExecutor(workers)
    waiting: deque[Future[Recognised]] = deque()
    done = 0
    try:
        for image in chain(images, [None] * workers):
            if image is not None:
                waiting.append(pool.submit(read, image))
            if waiting and (image is None or len(waiting) > workers):
                yield waiting.popleft().result()
                done += 1
                if progress:
                    progress(done, count)
    finally:  # who interrupts need not wait for pages that have not been begun
        pool.shutdown(wait=False, cancel_futures=True)


def damaged(number: int) -> DocumentWarning:
    """That nothing can be read of the page of this number."""
    return DocumentWarning("page_unreadable", f"page {number} is damaged and was left out")


def unread(number: int) -> DocumentWarning:
    """That an engine is wanted for the page of this number, and none is at hand."""
    message = f"page {number} carries no text, only an image or a font without names; to have it read: {HOW_TO_INSTALL}"
    return DocumentWarning("ocr_missing", message)


def fault_warning(number: int, found: Recognised) -> list[DocumentWarning]:
    """That an engine came to nothing on the page of this number, if it did."""
    if found.fault is None:
        return []
    message = f"page {number} could not be read: the engine failed ({found.fault}); give it more memory, or a smaller image"
    return [DocumentWarning("ocr_failed", message)]


def _start(threads: int) -> tuple[str, PageReader] | None:
    """The first engine that is installed, and its name; 0 threads are as many as it likes."""
    for name, start in ENGINES.items():
        if reader := start(threads or -1):
            return name, reader
    return None


def _cached(name: str, reader: PageReader, image: PageImage) -> Recognised:
    """Read before, or read now and kept: a page costs seconds, and an interrupted run begins where it was."""
    cache = PageCache(name, image)
    found = cache.load()
    if found is None:
        try:
            found = reader.recognise(image)
        except Exception as error:  # noqa: BLE001  an engine raises what it likes, and the other pages are to go on
            return Recognised((), fault=type(error).__name__)
        cache.save(found)
    return found
