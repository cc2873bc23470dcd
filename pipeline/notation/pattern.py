r"""Regular expressions that cost nothing until a text may match them.

A pattern is compiled when it is first used: compiling all of them costs a cold start more than reading a bulletin
(benchmarks/cold_start.py), and a short text needs half. Two things make most of the rest cheap:

needs     characters of which every match holds at least one; a text with none of them is not searched at all.
first     characters of which every match begins with one, for `match` and `fullmatch`.
last      characters of which the text ends with one where anything matches, for patterns that end in $.
numerals  Chinese numerals of the text stand as the digit 0, so that `\d` finds 第十二期 too. The text keeps its length:
          read values from the text itself, at the match's places. A class that lists the numerals compiles forty times slower.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from pipeline.notation.numerals import with_digits
from pipeline.notation.precompiled import compile_pattern

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub")


class Pattern:
    """Stands for a compiled pattern; its methods are those of `re.Pattern`."""

    def __init__(  # noqa: PLR0913  named one by one at each pattern, as the module says
        self, source: str, flags: int = 0, *, needs: str = "", first: str = "", last: str = "", numerals: bool = False
    ) -> None:
        self.source = source
        self.flags = flags
        self._needs = needs
        self._first = first
        self._last = last
        self._numerals = numerals
        self._compiled: re.Pattern[str] | None = None

    def _ready(self) -> re.Pattern[str]:
        if self._compiled is None:
            self._compiled = compile_pattern(self.source, self.flags)
            if not (self._needs or self._first or self._last or self._numerals):
                self.__dict__.update({name: getattr(self._compiled, name) for name in _METHODS})  # from now on without a call of ours
        return self._compiled

    def _lacks(self, text: str) -> bool:
        if self._last and text[-1:] not in self._last:
            return True
        for character in self._needs:
            if character in text:
                return False
        return self._needs != ""

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first match in `text[start:end]`."""
        if self._lacks(text):
            return None
        text = with_digits(text) if self._numerals else text
        return self._ready().search(text, start, len(text) if end is None else end)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """A match at `start`."""
        if (self._first and text[start : start + 1] not in self._first) or self._lacks(text):
            return None
        return self._ready().match(with_digits(text) if self._numerals else text, start)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """A match of the whole text."""
        if (self._first and text[:1] not in self._first) or self._lacks(text):
            return None
        return self._ready().fullmatch(with_digits(text) if self._numerals else text)

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """All matches in `text[start:end]`, one after the other."""
        if self._lacks(text):
            return iter(())
        text = with_digits(text) if self._numerals else text
        return self._ready().finditer(text, start, len(text) if end is None else end)

    def findall(self, text: str) -> list[str]:
        """The texts of all matches, or of their group."""
        return [] if self._lacks(text) else self._ready().findall(text)

    def split(self, text: str) -> list[str]:
        """The text cut at every match."""
        return [text] if self._lacks(text) else self._ready().split(text)

    def sub(self, replacement: str | Callable[[re.Match[str]], str], text: str) -> str:
        """The text with every match replaced."""
        return text if self._lacks(text) else self._ready().sub(replacement, text)


def any_of(words: Iterable[str]) -> Pattern:
    """A pattern of all words, the longest first, by their first characters: a plain alternation is tried word by word."""
    groups: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        groups.setdefault(word[0], []).append(re.escape(word[1:]))
    return Pattern("|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in groups.items()))
