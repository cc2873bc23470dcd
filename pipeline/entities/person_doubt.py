"""What speaks against a supposed name of a person: everyday words in it or across its end, places, marks around it."""

from pipeline.entities.name_likelihood import ends_names
from pipeline.entities.person_sides import CALLING, COMMON, EDGE, OPENING, TITLE, WORD, lists
from pipeline.entities.unit_marks import is_han
from pipeline.entities.vocabulary import is_word, vocabulary

EVERYDAY = 3
"""What an everyday word inside a supposed name weighs against it (高度, 黄金)."""
ACROSS = 2
"""What a word across its end weighs against a name: 凌霜撰 | 写."""
PARTICLES = frozenset("任获把将向说在对被到的了是与从给就也都因等们副还又才便仍均已曾没不员师及籍院厂局处科所站队部社班")
"""Characters that end no given name."""
_NUMERALS = frozenset("一二三四五六七八九十百千万零〇两")
_WORDLIKE = frozenset("向常成时高方文金安明全单曾都严易何古华水江经通关连温和万满白黄米麦石路陆车毛马牛羊龙雷云")
"""Surnames that are everyday words as well: beside no title they need one more reason."""
_VERBLIKE = frozenset("师全南任余向于那")
"""Surnames that are nearly always another word, beside no title."""
_CLOSING = frozenset("”》」』")
"""Marks behind the name of a storm, a work or a brand."""
_DIVISIONS = frozenset("省市县区乡镇村州旗路街河江湖山港桥潭坪岭沟坝塘寨屯")


def doubt_of(key: str, start: int, end: int, left: int, right: int) -> int:
    """The weight of it all; `left` and `right` are what the sides of the supposed name weigh."""
    name = key[start:end]
    doubt = _words_in(key, start, end, left, right)
    crossed = is_word(key[end - 1 : end + 1]) if right < 0 else right == WORD and vocabulary().is_common(key[end - 1 : end + 1])
    doubt += ACROSS * crossed
    if key[start - 1 : start] in OPENING and key[end : end + 1] in _CLOSING:
        doubt += EVERYDAY
    if "副" in name or "某" in name:
        doubt += 2 * EVERYDAY
    if _ends_badly(key, end) or all(c in _NUMERALS for c in name[1:]) or _title_begins(key, start + 1, end):
        doubt += EVERYDAY
    return doubt + (_other_things(key, start, end, left) if left < TITLE else 0)


def _ends_badly(key: str, end: int) -> bool:
    """Whether it ends with a character that ends no given name, or one that does so only where nothing follows: 焦茂才."""
    last = key[end - 1]
    return last in PARTICLES and (is_han(key[end : end + 1] or " ") or not ends_names(last))


def _words_in(key: str, start: int, end: int, left: int, right: int) -> int:
    """What the words of which the name is made speak against it."""
    name = key[start:end]
    if name[:2] in lists().surnames and len(name) > 2:
        return EVERYDAY * (is_word(name[2:]) or (left < TITLE and (name[0] == "第" or vocabulary().is_common(name[:2]))))
    if len(name) > 3:
        return 0
    if is_word(name[:2]):
        plain = left == TITLE and right >= WORD and not (vocabulary().is_common(name[:2]) and is_han(key[end : end + 1] or " "))
        given = left >= CALLING and right >= COMMON and len(name) > 2 and ends_names(name[-1])  # 高大 | 勇
        return 1 if plain or given else EVERYDAY
    if name in lists().alike or (name[:2] in lists().alike and ((left < CALLING and right < EDGE) or not ends_names(name[-1]))):
        return 1 if left >= CALLING else EVERYDAY
    if len(name) == 3 and is_word(name[1:]):
        return (left < CALLING) if right >= COMMON else EVERYDAY
    return 0


def _other_things(key: str, start: int, end: int, left: int) -> int:
    """What else it may be where no post stands before it."""
    words, name = vocabulary(), key[start:end]
    doubt = 2 * EVERYDAY * (name in words.places or key[start : end + 1] in words.places or key[start : end + 2] in words.places)
    doubt += EVERYDAY * (name in words.functions or (name[-1] in _DIVISIONS and left < CALLING))
    doubt += name[0] in _WORDLIKE and left < CALLING
    return doubt + EVERYDAY * (name[0] in _VERBLIKE)


def _title_begins(key: str, start: int, end: int) -> bool:
    """Whether what follows the supposed surname is a post or an address: 任组长, 丘大爷."""
    titles, honorifics = lists().titles, lists().honorifics
    following = [key[start : start + size] for size in (2, 3, 4) if start + size >= end]
    return not (titles.isdisjoint(following) and honorifics.isdisjoint(following))
