"""Short names that a text gives a unit in brackets behind its full one.

labelled    石桥区教育工作委员会（以下简称“区教工委”）    any short name made of the characters of the full one
bare        松浦钢铁公司（松钢）                          the same, where it is no place, word or beginning of the full name
letters     太平洋旅行协会（PTA）                         the first letters of its name in another language
"""

from collections.abc import Iterable, Iterator

from pipeline.entities.unit_marks import DIVISIONS
from pipeline.entities.vocabulary import vocabulary
from pipeline.model.mentions import Mentions, Passage
from pipeline.notation.pattern import Pattern

_DEFINED = Pattern(
    r"""\((?:(?P<label>(?:以?下)?(?:统称|简称)|下称)(?:为|:)?)?["“「『]?(?P<short>[\u4e00-\u9fff]{2,8}|[A-Z][A-Za-z]{2,15})["”」』]?[,)]""", first="("
)
_LABELLED = 3
"""Characters from which a kind of body that is said to be the short name means the one: 以下简称管委会, no 以下简称公司."""
_WHOLE = 4
"""Characters from which the beginning of the full name is a name too, and no place: 松浦建工 of 松浦建工集团."""


def defined_names(items: Iterable[tuple[Passage, ...]], found: Iterable[Mentions]) -> dict[str, str]:
    """Short name → full name, in simplified script; the first that an issue gives a short name."""
    names: dict[str, str] = {}
    for passages, mentions in zip(items, found, strict=True):
        for passage in passages:
            ends = {row.end: row.start for row in mentions.organizations if row.field == passage.field} if "(" in passage.plain else {}
            for short, full in _defined(passage.plain, ends):
                names.setdefault(short, full)
    return names


def _defined(plain: str, ends: dict[int, int]) -> Iterator[tuple[str, str]]:
    for end, start in ends.items():
        match = _DEFINED.match(plain, end)
        if match and _is_short(match["short"], full := plain[start:end].replace(" ", ""), labelled=bool(match["label"])):
            yield match["short"], full


def _is_short(short: str, full: str, *, labelled: bool) -> bool:
    """Whether a name is made of the characters of the full one, in their order, and is none that many bear: 公司."""
    if short.isascii():
        return labelled or short.isupper()
    rest = iter(full)
    if (short in vocabulary().endings and not (labelled and len(short) >= _LABELLED)) or not all(character in rest for character in short):
        return False
    word = short in vocabulary().places or short in vocabulary().functions or short[-1] in DIVISIONS
    return labelled or not (word or (len(short) < _WHOLE and full.startswith(short)))
