"""Values of sources that are printed pages: what a page reader sees, and what reading order makes of it.

Coordinates are points from the top left of the page, turned so that its text stands upright.
"""

from typing import Protocol

from pipeline.model.layout import Box, PrintedLine
from pipeline.model.record import NamedTuple


class Fragment(NamedTuple):
    """Characters of one line with no wide gap between them."""

    text: str
    box: Box
    size: float
    """Type size in points."""
    confidence: float = 1.0
    """How sure the reader is of the characters; 1 for those that the file names itself."""
    slanted: bool = False
    """It runs across the lines of the page, as a watermark and the ring of a seal do."""
    upright: bool = False
    """Its characters stand one below the other (竖排)."""


class Row(NamedTuple):
    """One printed line of the page or of one of its columns, in reading order."""

    text: str
    box: Box
    size: float
    column: tuple[float, float]
    """Left and right edge of the column that it stands in; of the page where it has one column."""
    confidence: float = 1.0
    cells: tuple[tuple[int, int, int], ...] = ()
    """Of a row of a ruled table: number of the cell's column, start and end of its text in the row."""
    table: int = -1
    """0-based number of the table on its page, -1 for none."""
    number: int = 0
    """0-based number of the row in its table."""
    is_edge: bool = False
    """It is no part of the text: a watermark, the ring of a seal."""


class PageImage(NamedTuple):
    """A page as pixels, upright as it is shown."""

    width: int
    height: int
    pixels: bytes
    """Red, green, blue, one byte each, row by row from the top, without padding."""
    dpi: float


class Keystone(NamedTuple):
    """How a page that was photographed aslant leans, in pixels of its image; y counts from the middle of its height."""

    middle_y: float
    middle_x: float
    left: float
    """x of the left margin at the middle of the height."""
    lean: float
    """Pixels that it goes to the right for each pixel down."""
    width: float
    """Between the margins, at the middle of the height."""
    widening: float
    """Pixels that this grows for each pixel down."""
    fanning: float
    """How much the slope of lines grows for each pixel down."""


class Recognised(NamedTuple):
    """What an engine has seen on an image."""

    fragments: tuple[Fragment, ...]
    """Lines in any order, with the confidence of each; boxes and sizes in pixels of the image turned upright."""
    turn: int = 0
    """Quarter turns clockwise from upright to the image as it was given."""
    askew: float = 0.0
    """Radians clockwise by which the page lay askew on the image, turned upright."""
    keystone: Keystone | None = None
    rules: tuple[Box, ...] = ()
    """Horizontal lines, as the boxes."""
    grid_lines: tuple[Box, ...] = ()
    """Lines that may be of tables, level and upright, as the boxes."""
    fault: str | None = None
    """Why the engine came to nothing on it."""


class PageReader(Protocol):
    """Reads the characters off an image (OCR)."""

    def recognise(self, image: PageImage) -> Recognised:
        """What is seen; an image without text has no fragments. Raises whatever the engine does where it fails."""


class TableRow(NamedTuple):
    """One row of a ruled table."""

    box: Box
    cells: tuple[str, ...]
    confidence: float = 1.0
    """How sure the reader is of its characters."""


class RuledTable(NamedTuple):
    """A table drawn with lines (表格)."""

    box: Box
    rows: tuple[TableRow, ...]


def scaled(found: Recognised, factor: float) -> Recognised:
    """The same with boxes and sizes in units of another length."""
    fragments = tuple(f._replace(box=scaled_box(f.box, factor), size=f.size * factor) for f in found.fragments)
    rules, lines = (tuple(scaled_box(line, factor) for line in boxes) for boxes in (found.rules, found.grid_lines))
    return found._replace(fragments=fragments, rules=rules, grid_lines=lines)


def scaled_box(box: Box, factor: float) -> Box:
    """The box in units of another length."""
    x0, top, x1, bottom = box
    return (x0 * factor, top * factor, x1 * factor, bottom * factor)


class Picture(NamedTuple):
    """A page as people see it."""

    number: int
    """1-based position in the file."""
    address: str
    """A data URI, or where a page of HTML beside it finds the picture."""


class Facsimile(NamedTuple):
    """影印: the source as it looks."""

    lines: tuple[PrintedLine, ...] = ()
    """Where the lines of the text stand on its pages."""
    pictures: tuple[Picture, ...] = ()
    """Of its first pages, none for a source that is no paper."""


class PaperPage(NamedTuple):
    """What is seen on one page."""

    number: int
    """1-based position in the file."""
    width: float
    height: float
    fragments: tuple[Fragment, ...]
    """In the order of the file."""
    rules: tuple[Box, ...] = ()
    """Horizontal lines."""
    tables: tuple[RuledTable, ...] = ()
    turn: int = 0
    """Quarter turns clockwise from these coordinates to the page as it is shown."""
    sideways: tuple[Fragment, ...] = ()
    """Text that runs in another direction than most of the page."""


def turned(box: Box, turn: int, width: float, height: float) -> Box:
    """The box after so many quarter turns clockwise of its page, which was `width` by `height` before."""
    x0, top, x1, bottom = box
    if turn % 4 == 1:
        return (height - bottom, x0, height - top, x1)
    if turn % 4 == 2:
        return (width - x1, height - bottom, width - x0, height - top)
    if turn % 4 == 3:
        return (top, width - x1, bottom, width - x0)
    return box
