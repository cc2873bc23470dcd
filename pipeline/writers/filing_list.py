"""归档文件目录: the list of filed documents of DA/T 22-2015 with its nine columns, one row for each issue (件).

Filled from what is printed; 档号 and whatever else the archive alone knows stays empty, or comes from its own table (`--metadata`).
"""

import csv
import os
from typing import NamedTuple

from pipeline.errors import InputError
from pipeline.model.document import Document
from pipeline.writers.files import Path
from pipeline.writers.titles import issue_title

COLUMNS = ("序号", "档号", "文号", "责任者", "题名", "日期", "密级", "页数", "备注")
"""Number in the list, reference code, document number, responsible body, title, date, classification, pages, note."""

FILE, ISSUE = "文件名", "期次标识"
KEYS = {"文件名": FILE, "file": FILE, "期次标识": ISSUE, "issue_id": ISSUE}
"""Column of a metadata file -> what it names: the file of an issue, or its id."""

CLASSIFICATIONS = ("绝密", "机密", "秘密")
"""密级 of the Law on Guarding State Secrets; 内部资料 is none."""


class Fonds(NamedTuple):
    """What the archive's own table says of its files."""

    rows: dict[tuple[str, str], dict[str, str]]
    """(key column, its value) -> column of the list -> cell."""
    ignored: tuple[str, ...] = ()
    """Columns that the list does not have."""


def filing_row(document: Document, number: int, fonds: Fonds) -> dict[str, str]:
    """The nine cells of one issue; "" is unknown. `number` counts from 1."""
    known = fonds.rows.get((ISSUE, document.id)) or fonds.rows.get((FILE, document.source.file or "")) or {}
    return _printed(document, number) | {name: cell for name, cell in known.items() if cell}


def _printed(document: Document, number: int) -> dict[str, str]:
    masthead = document.masthead
    classification = masthead.classification or ""
    secret = classification.startswith(CLASSIFICATIONS)
    pages = [page for page in document.source.pages if page.width is not None]  # those of a text file are a guess
    cells = (
        str(number),
        "",
        masthead.document_number,
        masthead.issuer,
        issue_title(document),
        (masthead.date or "").replace("-", ""),
        classification if secret else "",
        str(len(pages)) if pages else "",
        "" if secret else classification,
    )
    return {name: cell or "" for name, cell in zip(COLUMNS, cells, strict=True)}


def read_fonds(path: Path) -> Fonds:
    """The archive's table: CSV in UTF-8 or GB18030 with a column 文件名 (file) or 期次标识 (issue_id) and any of the nine.

    InputError if it cannot be read, names its files in no column, or names one twice.
    """
    name = os.fspath(path)
    try:
        with open(name, "rb") as file:
            text = _decoded(file.read())
        lines = csv.reader(text.splitlines(keepends=True), strict=True)
        header = [cell.strip() for cell in next(lines, [])]
        key = next((place for place, cell in enumerate(header) if cell in KEYS), None)
        if key is None:
            raise InputError(f"{name}: no column is called 文件名 (file) or 期次标识 (issue_id); add one that names the files")
        return _fonds(list(lines), header, key, name)
    except OSError as error:
        raise InputError(f"cannot read {name}: {error.strerror}; name a CSV file that is there") from error
    except (csv.Error, UnicodeDecodeError) as error:
        raise InputError(f"cannot read {name}: {error}; save it as CSV UTF-8") from error


def _fonds(lines: list[list[str]], header: list[str], key: int, name: str) -> Fonds:
    rows: dict[tuple[str, str], dict[str, str]] = {}
    for cells in filter(any, lines):
        row = dict(zip(header, (cell.strip() for cell in cells), strict=False))
        place = (KEYS[header[key]], row.get(header[key], ""))
        if place in rows:
            raise InputError(f"{name}: {place[1]} stands in two rows; keep one of them")
        rows[place] = {column: row[column] for column in COLUMNS if column in row}
    return Fonds(rows, tuple(column for column in header if column and column not in {*COLUMNS, header[key]}))


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030")
