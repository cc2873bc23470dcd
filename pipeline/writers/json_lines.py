"""Documents -> JSON Lines: one document on each line, in the published form, without white space."""

from collections.abc import Iterable

from pipeline.model.document import Document
from pipeline.writers.files import Path, PendingFile
from pipeline.writers.json_writer import to_json


def to_line(document: Document) -> str:
    """The document on one line, with the line feed."""
    return to_json(document, indent=None)


def write_lines(documents: Iterable[Document], path: Path) -> None:
    """Write the documents to a file, which is replaced; OutputError if that is not possible."""
    join_lines(map(to_line, documents), path)


def join_lines(lines: Iterable[str], path: Path) -> None:
    """Write the same of their lines."""
    with PendingFile(path) as file:
        for line in lines:
            file.write(line)
        file.close()
        file.replace()
