"""Physical 5, beside blocks.py: a text typed with a blank between all its characters, 召 开 会 议 or 召　开　会　议, is read without them.

What is typed in a wider gap than its line's others keeps what the gap has more: 区　教　育　局　　召　开　会　议 is two parts.
"""

from pipeline.model.layout import Line, Span
from pipeline.notation.pattern import Pattern

_LEAST = 60
"""Characters from which a text can be judged; a letter-spaced head of three lines has fewer."""
_BLANKS = 0.38
"""Share of the blanks in such a text; where marks stand close to the character before, they are fewer than half."""
_CLOSE = 0.1
"""Share of the characters that stand right beside another all the same."""
_HAN_PAIR = Pattern(r"[\u4e00-\u9fff](?=[\u4e00-\u9fff])")
_HAN = Pattern(r"[\u4e00-\u9fff]")
_GAP = Pattern(r"(?<=\S) +(?=\S)", needs=" ")
_WORD = Pattern(r"[A-Za-z]{2,}", needs="ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")


def is_letter_spaced(lines: tuple[Line, ...]) -> bool:
    """Whether blanks stand between nearly all characters throughout the text."""
    size = sum(len(line.key) for line in lines)
    if size < _LEAST or sum(line.key.count(" ") for line in lines) < _BLANKS * size:
        return False
    characters = sum(len(_HAN.findall(line.key)) for line in lines)
    close = sum(len(_HAN_PAIR.findall(line.key)) for line in lines)
    return close <= _CLOSE * characters


def without_spacing(line: Line) -> tuple[str, tuple[Span, ...]]:
    """The line's characters without the blanks that only set them apart, and where they stand in the source."""
    gaps = [found.span() for found in _GAP.finditer(line.key) if not _parts_words(line.key, *found.span())]
    if not gaps:
        return line.key, (Span(line.start, line.end),)
    step = min(end - start for start, end in gaps)
    begins = [0, *(end for _, end in gaps)]
    ends = [*(end - step for _, end in gaps), len(line.key)]
    key = "".join(line.key[begin:end] for begin, end in zip(begins, ends, strict=True))
    return key, tuple(Span(line.start + begin, line.start + end) for begin, end in zip(begins, ends, strict=True))


def _parts_words(key: str, start: int, end: int) -> bool:
    """Whether the gap stands between Latin words: World Bank, but not G D P."""
    before, after = key[max(0, start - 2) : start], key[end : end + 2]
    return _is_latin(before[-1]) and _is_latin(after[0]) and (_WORD.fullmatch(before) is not None or _WORD.fullmatch(after) is not None)


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalpha()
