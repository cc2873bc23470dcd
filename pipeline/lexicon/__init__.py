"""Word lists as data files, one word a line, `#` for a comment; each is read once, when it is first asked for.

They are written in simplified characters and hold in traditional ones too.
"""

import os
from functools import cache

from pipeline.lexicon.scripts import in_traditional


@cache
def words(name: str) -> frozenset[str]:
    """The entries of `NAME.txt` in this folder, in both scripts."""
    with open(os.path.join(os.path.dirname(__file__), f"{name}.txt"), encoding="utf-8") as file:
        text = file.read()
    lines = f"{text}\n{in_traditional(text)}".split("\n")
    return frozenset(word for line in lines if (word := line.partition("#")[0].strip()))


def ending(text: str, name: str, longest: int = 8) -> str:
    """The longest entry of a list with which the text ends; empty for none."""
    entries = words(name)
    return next((text[-size:] for size in range(min(longest, len(text)), 0, -1) if text[-size:] in entries), "")


def opening(text: str, name: str, longest: int = 8) -> str:
    """The longest entry of a list with which the text begins; empty for none."""
    entries = words(name)
    return next((text[:size] for size in range(min(longest, len(text)), 0, -1) if text[:size] in entries), "")
