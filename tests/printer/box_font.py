"""Makes pipeline/readers/boxes.ttf: `python tests/printer/box_font.py pipeline/readers/boxes.ttf`, with fonttools."""

import sys

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import newTable
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

EM, TOP, BOTTOM = 1000, 880, -120
LAST = 0x2FFFF
"""The last character of the planes that hold ideographs."""


def main(path: str) -> None:
    font = FontBuilder(EM, isTTF=True)
    font.setupGlyphOrder([".notdef", "box"])
    font.setupGlyf({".notdef": _box(), "box": _box()})
    font.setupHorizontalMetrics({".notdef": (EM, 0), "box": (EM, 0)})
    font.setupHorizontalHeader(ascent=TOP, descent=BOTTOM)
    characters = CmapSubtable.newSubtable(13)  # ranges of characters with one shape
    characters.platformID, characters.platEncID, characters.language = 3, 10, 0
    characters.format, characters.reserved, characters.length, characters.nGroups = 13, 0, 0, 0
    characters.cmap = dict.fromkeys(range(1, LAST + 1), "box")
    font.font["cmap"] = newTable("cmap")
    font.font["cmap"].tableVersion, font.font["cmap"].tables = 0, [characters]
    font.setupNameTable({"familyName": "Boxes", "styleName": "Regular"})
    font.setupOS2(sTypoAscender=TOP, sTypoDescender=BOTTOM, usWinAscent=TOP, usWinDescent=-BOTTOM)
    font.setupPost(keepGlyphNames=False)
    font.font["head"].created = font.font["head"].modified = 0
    font.font.recalcTimestamp = False
    font.save(path)


def _box() -> object:
    pen = TTGlyphPen(None)
    pen.moveTo((0, BOTTOM))
    for corner in ((0, TOP), (EM, TOP), (EM, BOTTOM)):
        pen.lineTo(corner)
    pen.closePath()
    return pen.glyph()


if __name__ == "__main__":
    main(sys.argv[1])
