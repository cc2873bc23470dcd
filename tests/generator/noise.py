"""What happens to a text on its way into a file: line ends, trailing blanks, encodings."""

import codecs
from dataclasses import replace

from generator.truth import Generated
from generator.words import Dice

ENCODINGS = ("utf-8", "gb18030", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "big5")


def with_noise(dice: Dice, clean: Generated, *, encodings: bool = True) -> Generated:
    """The same bulletin, as an editor or a converter has left it."""
    lines = clean.text.split("\n")
    if dice.chance(20):
        lines = [line + dice.pick((" ", "　", "  \t")) if line and dice.chance(30) else line for line in lines]
    if dice.chance(20):
        lines = [""] * dice.number(1, 3) + lines
    end = dice.pick(("\n", "\r\n")) if dice.chance(30) else "\n"
    text = end.join(lines) + (end if dice.chance(70) else "")
    encoding = dice.pick(ENCODINGS) if encodings and dice.chance(50) else "utf-8"
    try:
        data = text.encode(encoding)
    except UnicodeEncodeError:
        encoding, data = "utf-8", text.encode()
    if encoding in ("utf-16-le", "utf-16-be") and dice.chance(50):
        data = (codecs.BOM_UTF16_LE if encoding.endswith("le") else codecs.BOM_UTF16_BE) + data
    return replace(clean, text=text, data=data, encoding=encoding)
