"""How a word processor has set a paragraph: what its styles say, whatever the format of the file."""

from collections.abc import Iterator
from typing import NamedTuple

from pipeline.model.layout import Align
from pipeline.readers.flowing import Paragraph

DEFAULT_SIZE = 10.5
"""Points (五号), where a file names none."""
_SPACE = 0.8
"""Sizes of type above a paragraph from which a line is left out."""


class Setting(NamedTuple):
    """How a paragraph is set."""

    align: Align
    """center, right or flush."""
    indent: float
    """Points from the margin to its first line."""
    size: float
    space_above: float
    """Points."""
    rule_above: bool
    rule_below: bool
    number: tuple[str, int] | None = None
    """Id of its list and level in it."""


def set_lines(text: str, setting: Setting, *, ruled: bool) -> Iterator[Paragraph]:
    """The lines of a paragraph, parted by line feeds; `ruled` where a rule is drawn between it and the one before."""
    align: Align = setting.align if setting.align != "flush" else "indented" if setting.indent else "flush"
    indent = round(2 * setting.indent / setting.size)
    gap = int(setting.space_above >= _SPACE * setting.size)
    for index, line in enumerate(text.split("\n")):
        yield Paragraph(line, align, indent, gap if not index else 0, ruled and not index, setting.size)
