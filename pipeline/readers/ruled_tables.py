"""Tables that are drawn with lines, found by pdfplumber on the pages that may hold one. The only door to it.

Its geometry is worth ten times the time of reading a page; the text of the cells is pdfium's, which doubles no bold character.
"""

from io import BytesIO
from typing import Any, NamedTuple

from pipeline.model.layout import Box

_MOST_TABLES = 20
"""Tables of one page; a grid of lines that is none may give hundreds."""


class Grid(NamedTuple):
    """Outline of a table and the boxes of its cells, in points from the top left of the page as it is shown."""

    box: Box
    rows: tuple[tuple[Box | None, ...], ...]
    """None where a cell of another row or column spans the place."""


class TableFinder:
    """Looks at pages of one file; nothing is opened before the first."""

    def __init__(self, data: bytes, password: str | None) -> None:
        self._data = data
        self._password = password or ""
        self._file: Any = None

    def find(self, number: int) -> tuple[Grid, ...]:
        """The tables of a page, 1-based; none where pdfplumber cannot read it."""
        import pdfplumber

        try:
            if self._file is None:
                self._file = pdfplumber.open(BytesIO(self._data), password=self._password)
            page = self._file.pages[number - 1]
        except Exception:  # noqa: BLE001  pdfminer raises whatever it meets in a damaged file; its tables are read as lines then
            return ()
        try:
            left, top = page.cropbox[0] - page.bbox[0], page.cropbox[1] - page.bbox[1]
            return tuple(_grid(table, left, top) for table in page.find_tables()[:_MOST_TABLES] if _is_table(table))
        except Exception:  # noqa: BLE001  as above
            return ()
        finally:
            page.close()

    def close(self) -> None:
        """Give back what pdfplumber holds."""
        if self._file is not None:
            self._file.close()


def _is_table(table: Any) -> bool:
    """Two rows and columns at least; less is a frame."""
    return len(table.rows) > 1 and max(sum(cell is not None for cell in row.cells) for row in table.rows) > 1


def _grid(table: Any, left: float, top: float) -> Grid:
    def moved(box: Any) -> Box | None:
        return None if box is None else (box[0] - left, box[1] - top, box[2] - left, box[3] - top)

    rows = tuple(tuple(moved(cell) for cell in row.cells) for row in table.rows)
    return Grid(moved(table.bbox) or (0, 0, 0, 0), rows)
