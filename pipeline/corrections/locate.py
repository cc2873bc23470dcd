"""Where the words of a correction stand now; a correction whose words have gone says so, it never moves to others."""

from typing import NamedTuple

from pipeline.model.correction import Quote
from pipeline.model.layout import Span

CONTEXT = 32
"""Characters of prefix and suffix that a quotation carries: enough to tell the same name in two items apart."""


class Lost(NamedTuple):
    """The words cannot be told: `code` is correction_lost or correction_ambiguous."""

    code: str
    message: str


def quote(text: str, start: int, end: int) -> Quote:
    """The quotation of a stretch of the text."""
    return Quote(text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])


def locate(words: Quote, text: str) -> Span | Lost:
    """The one place at which the words stand, with what stood around them where that is needed."""
    places = _places(words.exact, text)
    fitting = [at for at in places if _fits(words, text, at, both=True)] or [at for at in places if _fits(words, text, at, both=False)]
    if len(fitting) == 1:
        return Span(fitting[0], fitting[0] + len(words.exact))
    shown = words.exact if len(words.exact) <= CONTEXT else words.exact[:CONTEXT] + "…"
    if not fitting:
        return Lost("correction_lost", f"the words “{shown}” of a correction no longer stand where they stood; it was not applied")
    return Lost("correction_ambiguous", f"the words “{shown}” of a correction stand in {len(fitting)} places alike; it was not applied")


def _places(exact: str, text: str) -> list[int]:
    found = []
    at = text.find(exact)
    while at >= 0:
        found.append(at)
        at = text.find(exact, at + 1)
    return found


def _fits(words: Quote, text: str, at: int, *, both: bool) -> bool:
    """Whether what stands around the place is what was quoted: on both sides, or on one where the other has changed."""
    end = at + len(words.exact)
    before = text.endswith(words.prefix, 0, at)
    after = text.startswith(words.suffix, end)
    return (before and after) if both else bool((words.prefix and before) or (words.suffix and after))
