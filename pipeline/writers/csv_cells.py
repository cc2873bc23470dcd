r"""One cell of a table <-> its text in a CSV file, for every value and every text.

    None    (nothing)     ""       "'"        true    true      -1.5    -1.5
    =1+1    "'=1+1"       '72      "''72"     a, b    "a, b"    NUL     "'\\u0000"

A string that a spreadsheet would run as a formula gets an apostrophe in front, and so does one that starts with
an apostrophe, hence reading takes one away. An empty string is a lone apostrophe, because an empty cell is None. What
CSV readers refuse (NUL) or UTF-8 cannot hold (a lone surrogate) is escaped behind `'\`, and a backslash there is
doubled. Numbers are never guarded.
"""

import re
from collections.abc import Callable

from pipeline.writers.table_layout import Cell, Column

GUARDED = "'=+-@\t\r\n＝＋－＠"
"""First characters that get an apostrophe in front (OWASP, CSV injection; with the full-width twins)."""

_PLAIN = re.compile(rf"""(?! [{re.escape(GUARDED)}\s] ) [^",;\t\r\n\0\ud800-\udfff]+ (?<! \s )""", re.VERBOSE)
"""A string that stands for itself. Quoted as well: ; and tab, which separate cells in some locales, and outer space."""
_UNWRITABLE = re.compile("[\0\ud800-\udfff]")
_ESCAPED = re.compile(r"\\(?:\\|u([0-9a-f]{4}))")


def to_field(cell: Cell) -> str:
    """The text between two commas, quoted if need be (RFC 4180)."""
    if isinstance(cell, str):
        return cell if _PLAIN.fullmatch(cell) else _quoted(guard(cell))
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return "" if cell is None else repr(cell)


def guard(text: str) -> str:
    """The content of the cell for any string; never empty."""
    if _UNWRITABLE.search(text):
        text = text.replace("\\", "\\\\")
        return "'\\" + _UNWRITABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
    return "'" + text if not text or text[0] in GUARDED else text


def unguard(content: str) -> str:
    """The string that `guard` made this content from."""
    if content.startswith("'\\"):
        return _ESCAPED.sub(lambda match: chr(int(match[1], 16)) if match[1] else "\\", content[2:])
    return content.removeprefix("'")


def from_content(content: str, column: Column) -> Cell:
    """The cell from what a CSV reader gives; ValueError if it is not of the type of the column."""
    if content == "":
        if column.required:
            raise ValueError("is empty")
        return None
    return _PARSERS[column.kind](content)


def _boolean(content: str) -> bool:
    if content.lower() not in ("true", "false"):
        raise ValueError("is neither true nor false")
    return content.lower() == "true"


def _quoted(content: str) -> str:
    return '"' + content.replace('"', '""') + '"'


_PARSERS: dict[str, Callable[[str], Cell]] = {
    "string": unguard,
    "date": unguard,
    "integer": int,
    "number": float,
    "boolean": _boolean,
}
