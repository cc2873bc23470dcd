"""Word lists as data files, one word a line, `#` before a line of comment; each is read once, when it is first asked for.

They are written in simplified characters and hold in traditional ones too.
"""

import os
from functools import cache

from pipeline.lexicon.scripts import in_traditional, is_traditional


@cache
def words(name: str) -> frozenset[str]:
    """The entries of `NAME.txt` in this folder, in both scripts."""
    text = _read(name)
    if "#" in text:
        text = "\n".join(line for line in text.split("\n") if line[:1] != "#")
    return frozenset(f"{text}\n{in_traditional(text)}".split("\n")) - {""}


def entries(name: str) -> frozenset[str]:
    """The entries of a long list as it is written, for texts in simplified script: one word a line below a line of comment.

    Four times as fast as `words` and not kept: a list of ten thousand words is read in a millisecond.
    """
    return frozenset(_read(name).split())


def table(name: str) -> dict[str, str]:
    """Key → value of a list that has a word, a blank and characters on each line, below a line of comment."""
    cells = _read(name).split()
    return dict(zip(cells[::2], cells[1::2], strict=True))


def in_simplified(text: str) -> str:
    """The text in simplified characters, of the same length, for lists that are in simplified script only."""
    return text.translate(_simplified()) if is_traditional(text) else text


@cache
def _simplified() -> dict[int, str]:
    return str.maketrans(table("simplified_characters"))


def _read(name: str) -> str:
    """The file below its first line, which is a comment."""
    with open(os.path.join(os.path.dirname(__file__), f"{name}.txt"), encoding="utf-8") as file:
        return file.read().partition("\n")[2]


@cache
def first_characters(name: str) -> frozenset[str]:
    """With which the entries of a list begin: most texts are told apart by that."""
    return frozenset(word[0] for word in words(name))


@cache
def last_characters(name: str) -> frozenset[str]:
    """In which the entries of a list end."""
    return frozenset(word[-1] for word in words(name))


def ending(text: str, name: str, longest: int = 8) -> str:
    """The longest entry of a list with which the text ends; empty for none."""
    if text[-1:] not in last_characters(name):
        return ""
    entries = words(name)
    return next((text[-size:] for size in range(min(longest, len(text)), 0, -1) if text[-size:] in entries), "")


def opening(text: str, name: str, longest: int = 8) -> str:
    """The longest entry of a list with which the text begins; empty for none."""
    if text[:1] not in first_characters(name):
        return ""
    entries = words(name)
    return next((text[:size] for size in range(min(longest, len(text)), 0, -1) if text[:size] in entries), "")
