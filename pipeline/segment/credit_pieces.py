"""The words of an attribution (供稿), before it is known which are units and which persons.

鲁　宁　安　然 is two names, 供稿:县政协 a role and a name, and a line's end may part a unit from a person.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from pipeline.lexicon import opening, words
from pipeline.model.record import NamedTuple
from pipeline.notation.names import is_person, is_unit
from pipeline.notation.pattern import Pattern

if TYPE_CHECKING:
    import re

ROLE_TAILS = ("供稿", "供图", "供圖", "报道", "報道", "報導", "撰稿", "整理", "摄影", "来稿", "报送", "执笔")
"""Role words that may be written on to a name: 语文组供稿."""
APART = Pattern(r"[\s、,;/|+&:]")
"""What may stand between names."""
_LETTER = r"[^\s、,;/|+&:]"
_RUN = rf"(?<!{_LETTER}){_LETTER}(?: +{_LETTER}(?!{_LETTER}))+"
_PIECE = Pattern(rf"{_RUN}|[^\s、,;/|+&:]+:(?={_RUN})|[^\s、,;/|+&]+")
"""A letter-spaced run, a label before one, or a word."""
_SPACED_LABELS = [Pattern(rf"(?<!{_LETTER}){_LETTER}(?: +{_LETTER}){{{more}}} ?:", needs=":") for more in (3, 2, 1)]
"""Of four, three and two letters."""
_STAMP = Pattern(
    r"(?:(?:发布|更新|发稿|发表|添加|录入|公开)?(?:时间|日期)|(?:点击|浏览|阅读|访问)(?:次数|人次|量|数|率)?):[\d\[]",
    needs=":",
    first="发更添录公时日点浏阅访",
)
"""时间:2021-07-01, 点击:88: what a site sets beside the source."""
_STATUS = Pattern(r"(?:本[报報刊]|特[约約邀]|实习|實習|见习|見習)+", first="本特实實见見")
"""How a role belongs to the paper."""
_SPACED_NAME = 3
"""Letters of a letter-spaced name at most."""

_SHORTEST_UNIT = 3
_PERSONS_BEHIND = ((3,), (2,), (3, 3), (3, 2), (2, 3))
"""Characters of the names that may be written on to a unit's."""
_DIVISIONS = frozenset("省市县縣区區旗州镇鎮乡鄉村")


class Piece(NamedTuple):
    """A word; offsets index the content."""

    text: str
    start: int
    end: int
    listed: bool
    """A list mark (、；/) stands before it."""


def pieces_of(content: str) -> list[Piece]:
    """The content's words, with letter-spaced names (王　平) and labels (作　者:) put together and role words apart."""
    found = next(_spaced_labels(content), None) if ":" in content and " " in content else None
    if not found:
        return _pieces(content)
    start, end = found.span()
    behind = (piece._replace(start=piece.start + end, end=piece.end + end) for piece in pieces_of(content[end:]))
    return [*_pieces(content[:start]), Piece("".join(found[0].split())[:-1], start, end, listed=False), *behind]


def _spaced_labels(content: str) -> Iterator["re.Match[str]"]:
    """作　者: and the like, however many letters stand before it: 王　平　摄　影:."""
    return (found for label in _SPACED_LABELS for found in label.finditer(content) if is_role("".join(found[0].split())[:-1]))


def _pieces(content: str) -> list[Piece]:
    found: list[Piece] = []
    last = 0
    for piece in _PIECE.finditer(content):
        listed = bool(content[last : piece.start()].strip())
        last = piece.end()
        if _STAMP.match(piece[0]):
            continue
        if " " not in piece[0]:
            found += _split_roles(piece[0], piece.start(), listed=listed)
            continue
        for start, end in _part_spaced(piece[0]):
            found.append(Piece(piece[0][start:end], piece.start() + start, piece.start() + end, listed and not start))
    return found


def is_role(word: str) -> bool:
    """通讯员, 供稿; 本刊特约撰稿人 and 实习记者 too, and two roles as one: 整理编辑."""
    return word in words("credit_roles") or word[status_length(word) :] in words("credit_roles") or _is_double_role(word)


def _is_double_role(word: str) -> bool:
    first = opening(word, "credit_roles")
    return len(first) > 1 and (word[len(first) :] in words("credit_roles") or word[len(first) :] in words("editor_roles"))


def status_length(word: str) -> int:
    """Characters of 本刊特约 and the like before a role."""
    found = _STATUS.match(word)
    return found.end() if found else 0


def _part_spaced(run: str) -> list[tuple[int, int]]:
    """Letter-spaced words: 鲁　宁　安　然 is two names. Wider gaps part them where there are any, else what reads as names and units."""
    places = [at for at, character in enumerate(run) if character != " "]
    gaps = [after - before for before, after in pairwise(places)]
    edges = [0, *(number for number, gap in enumerate(gaps, 1) if gap > min(gaps)), len(places)]
    if len(edges) == 2 or min(last - first for first, last in pairwise(edges)) == 1:
        edges = [0, *_name_ends("".join(run.split())), len(places)]
    return [(places[first], places[last - 1] + 1) for first, last in pairwise(edges)]


def _name_ends(letters: str) -> list[int]:
    """Where to cut letters so that each part is a person or unit, with the fewest cuts; nowhere where that cannot be."""
    best: list[list[int] | None] = [[]] + [None] * len(letters)
    for end in range(2, len(letters) + 1):
        for start in range(end - 1):
            before, word = best[start], letters[start:end]
            named = (len(word) <= _SPACED_NAME and is_person(word)) or is_unit(word)
            if before is not None and named and (best[end] is None or len(before) < len(best[end] or ())):
                best[end] = [*before, end]
    return (best[-1] or [0])[:-1]


def part_at_seams(pieces: list[Piece], seams: set[int]) -> list[Piece]:
    """A unit or person at the end of a line and a person at the beginning of the next are two."""
    if not seams:
        return pieces
    parted: list[Piece] = []
    for piece in pieces:
        cut = next((seam for seam in seams if piece.start < seam < piece.end), None)
        left, right = (piece.text[: cut - piece.start], piece.text[cut - piece.start :]) if cut else ("", "")
        named = is_unit(left) or (is_person(left) and not is_person(piece.text))
        if cut and named and is_person(right) and not is_unit(right):
            parted += [Piece(left, piece.start, cut, piece.listed), Piece(right, cut, piece.end, listed=False)]
        else:
            parted.append(piece)
    return parted


def part_unit_and_person(piece: Piece) -> list[Piece]:
    """（厂工会办公室沈碧波）, （云江市柳林镇沈碧波何敬之）: in brackets, and with nothing between, as lost blanks leave it."""
    text = piece.text
    for sizes in _PERSONS_BEHIND:
        cuts = [len(text) - sum(sizes[at:]) for at in range(len(sizes))]
        persons = [text[cut : cut + size] for cut, size in zip(cuts, sizes, strict=True)]
        if cuts[0] >= _SHORTEST_UNIT and _is_whose(text[: cuts[0]], len(sizes)) and all(is_person(name) and not is_unit(name) for name in persons):
            starts = [0, *cuts]
            words = zip(starts, [*cuts, len(text)], strict=True)
            return [Piece(text[a:b], piece.start + a, piece.start + b, piece.listed and not a) for a, b in words]
    return [piece]


def _is_whose(text: str, persons: int) -> bool:
    """Whether it names the unit, or before two persons the place, of those whose names follow."""
    return is_unit(text) or (persons > 1 and text[-1] in _DIVISIONS)


def _split_roles(text: str, at: int, *, listed: bool) -> list[Piece]:
    """供稿:县政协 → 供稿 | 县政协; 通讯员钟鸣 → 通讯员 | 钟鸣; 语文组供稿 → 语文组 | 供稿."""
    head, colon, _ = text.partition(":")
    if colon and is_unit(head) and is_person(text[len(head) + 1 :]):  # 县委政研室:袁怀玉
        cut = at + len(head) + 1
        return [Piece(head, at, cut - 1, listed), *_split_roles(text[len(head) + 1 :], cut, listed=False)]
    status = status_length(text)
    word = head if colon and is_role(head) else text[: status * bool(bare := opening(text[status:], "credit_roles"))] + bare
    if word and len(word) < len(text.rstrip(":")) and (colon or len(word) > 2 or (len(word) == 2 and is_person(text[2:]))):
        cut = len(word) + (text[len(word)] == ":")
        return [Piece(word, at, at + cut, listed), *_split_roles(text[cut:], at + cut, listed=False)]
    if text.endswith(ROLE_TAILS) and len(text) > 3:
        cut = at + len(text) - 2
        return [Piece(text[:-2], at, cut, listed), Piece(text[-2:], cut, at + len(text), listed=False)]
    return [Piece(text, at, at + len(text), listed)]
