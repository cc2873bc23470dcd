"""Strings that a format can hold, for the formats whose own rules are narrower than those of a Document."""

from pipeline.writers.table_layout import Cell


def as_unicode(cell: Cell) -> Cell:
    r"""A string in which a lone surrogate, which UTF-8 cannot hold, is written out as `\udcff`; any other cell as it is.

    Only the name of a file that is no text, and JSON from elsewhere, can have one.
    """
    if isinstance(cell, str) and not cell.isascii():
        return cell.encode("utf-8", "backslashreplace").decode()
    return cell
