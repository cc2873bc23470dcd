"""Bulletin styles, as data; a new one is a file here, a line in STYLES and a sample."""

from pipeline.styles.gongwen import GONGWEN
from pipeline.styles.grammar import Style
from pipeline.styles.jianbao import JIANBAO
from pipeline.styles.plain import PLAIN

STYLES: dict[str, Style] = {style.name: style for style in (JIANBAO, GONGWEN, PLAIN)}

__all__ = ["STYLES", "Style"]
