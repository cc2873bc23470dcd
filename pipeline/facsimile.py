"""A document together with its source as it looks (影印)."""

import os
from typing import IO, Any

from pipeline.extract import Given, extract_whole
from pipeline.model.document import Document
from pipeline.model.paper import Facsimile
from pipeline.readers.pictures import take_pictures


def extract_with_facsimile(source: str | os.PathLike[str] | bytes | IO[bytes] | IO[str], **options: Any) -> tuple[Document, Facsimile]:
    """As `extract`, whose options and errors it has, and the lines and pictures of the pages."""
    given = Given(**options)
    document, raw, data = extract_whole(source, given)
    numbers = [page.number for page in raw.pages]
    return document, Facsimile(raw.printed, tuple(take_pictures(data, numbers, given.password, given.progress)))
