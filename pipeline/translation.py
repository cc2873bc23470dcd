"""Messages in Chinese, out of one catalogue of whole sentences: messages_zh.txt.

The code says everything in English; what is printed is looked up here where the locale is Chinese. A sentence that the catalogue
does not have stays English. Nothing is read before the first message, and in other locales nothing at all.
"""

import os
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from argparse import ArgumentParser

CATALOGUE = "messages_zh.txt"
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""The first that is set says which language messages are in (POSIX)."""


class Sentence(NamedTuple):
    """One sentence: its English with gaps, and its Chinese."""

    pieces: tuple[str, ...]
    """The English between the gaps."""
    kinds: tuple[str, ...]
    """Of each gap: * holds a sentence too, n is a number, "" is anything."""
    chinese: str
    """With {0}, {1} … or {} in the order of the English."""


def is_chinese() -> bool:
    """Whether messages are to be in Chinese."""
    if os.name == "nt":
        import locale

        return "Chinese" in (locale.getlocale()[0] or "")
    return next(filter(None, map(os.environ.get, _VARIABLES)), "").startswith("zh")


def translate(line: str) -> str:
    """The line in Chinese, or as it is."""
    for sentence in _sentences():
        gaps = _gaps(sentence.pieces, line)
        if gaps is not None and all(gap.isdecimal() for gap, kind in zip(gaps, sentence.kinds, strict=True) if kind == "n"):
            return sentence.chinese.format(*[translate(gap) if kind == "*" else gap for gap, kind in zip(gaps, sentence.kinds, strict=True)])
    return line


def translate_help(parser: "ArgumentParser") -> None:
    """Put the help of a command into Chinese, where the locale is."""
    if not is_chinese():
        return
    parser.description = translate(parser.description or "")
    parser.epilog = "\n".join(map(_translated_end, (parser.epilog or "").split("\n")))
    for group in parser._action_groups:  # noqa: SLF001  argparse has no other way
        group.title = translate(group.title or "")
    for action in parser._actions:  # noqa: SLF001
        action.help = translate(action.help or "")


def _translated_end(line: str) -> str:
    """A line whose text, behind a command or an exit code and two spaces, is in Chinese."""
    head, gap, text = line.rpartition("  ")
    return head + gap + translate(text)


@cache
def _sentences() -> tuple[Sentence, ...]:
    """Those with the most words of their own first, so that a general one does not take the place of another."""
    return tuple(sorted(read_catalogue(), key=lambda sentence: -sum(map(len, sentence.pieces))))


def read_catalogue() -> list[Sentence]:
    """The sentences in the order of the file: a line of English, beneath it the Chinese, set in."""
    with open(os.path.join(os.path.dirname(__file__), CATALOGUE), encoding="utf-8") as file:
        lines = [line.rstrip("\n") for line in file if line.strip() and not line.startswith("#")]
    return [_sentence(english, chinese.strip()) for english, chinese in zip(lines[::2], lines[1::2], strict=True)]


def _sentence(english: str, chinese: str) -> Sentence:
    first, *rest = english.split("{")
    kinds, pieces = zip(*(part.split("}", 1) for part in rest), strict=True) if rest else ((), ())
    return Sentence((first, *pieces), tuple(kinds), chinese)


def _gaps(pieces: tuple[str, ...], line: str) -> list[str] | None:
    """What stands in the gaps, if the line is this sentence."""
    first, *inner = pieces
    if not inner:
        return [] if line == first else None
    last = inner.pop()
    if not (line.startswith(first) and line.endswith(last)):
        return None
    start, end = len(first), len(line) - len(last)
    gaps = []
    for piece in inner:
        place = line.find(piece, start, end)
        if place < 0:
            return None
        gaps.append(line[start:place])
        start = place + len(piece)
    return [*gaps, line[start:end]] if start <= end else None
