"""What speaks against a supposed name of a person: everyday words in it or across its end, places, marks around it."""

from functools import cache

from pipeline.entities.foreign_sounds import SOUNDS
from pipeline.entities.masking import BLANK, UNIT_END
from pipeline.entities.name_likelihood import ends_names, given_likelihood, likelihood
from pipeline.entities.person_sides import (
    ACT,
    APPOINTS,
    BEFORE,
    CALLING,
    COMMON,
    EDGE,
    OPENING,
    TITLE,
    WORD,
    appointed,
    lists,
    names_doctrine,
)
from pipeline.entities.unit_marks import JOINTS, MEASURES, STOP, WIDE_DIVISIONS
from pipeline.entities.vocabulary import is_word, vocabulary
from pipeline.notation.han import is_han

EVERYDAY = 3
"""What an everyday word inside a supposed name weighs against it (高度, 黄金)."""
ACROSS = 2
"""What a word across its end weighs against a name: 凌霜撰 | 写."""
LONGEST_COMMON = 3
"""Characters of a name with a surname of one."""
LIKELY_BITS = 3
"""What the characters of a name weigh at least if its given name is a word."""
PARTICLES = frozenset(
    "今昨未捐拟亦任获把将向说在对被到的了是与从给就也都因等们副还又才便仍均已曾没不称并颇员师及籍院厂局处科所站队部社班组人则"
    "摄牌杯奖讯丸着后既"
)
"""Characters that end no given name."""
_NUMERALS = frozenset("一二三四五六七八九十百千万零〇两")
_COUNTING = _NUMERALS | {"首"}
"""With which what is counted begins: 工程 | 首条."""
_WORDLIKE = frozenset("向常成时高方文金安明全单曾都严易何古华水江经通关连温和万满白黄米麦石路陆车毛马牛羊龙雷云")
"""Surnames that are everyday words as well: beside no title they need one more reason."""
ADVERBS = frozenset(
    (
        "严厉 严正 严肃 严格 郑重 连忙 连声 连连 陆续 马上 凌晨 厉声 高声 尤其 庄严 庄重 毕竟 温柔 温和 索性 许久 连年 连夜 连续 迟迟 隆重 乐观 "
        "全程 盛装 明天 周末 夏天 全速 白天 高兴 权威 金秋 方才 向来 赫然 昂然 冷静 简要 简洁 胡乱 那天 高呼 呼吁 祝贺 祝愿 安慰 关心 解释 申明"
    ).split()
)
"""Words between a post and what its bearer says: they tell how or when, and begin with a surname."""
_VERBLIKE = frozenset("师全南任余向于那")
"""Surnames that are nearly always another word, beside no title."""
_CLOSING = frozenset("”》」』")
"""Marks behind the name of a storm, a work or a brand."""
_PLACES = frozenset("省市县区乡镇村州旗寺庙")
_LANDFORMS = frozenset("路街河江湖山港桥潭坪岭沟坝塘寨屯园")
_PLACE_LENGTHS = (3, 4, 5, 6)
"""Characters of places of which names may be a part."""
_INVITATION = 6
"""Characters in which it is told whose invitation is followed."""
_OFTEN = frozenset("纷常渐连往")
"""Characters that are adverbs when doubled: 卫兵 | 纷纷, and no end of a word like 乐呵呵."""
_PREPOSITIONS = frozenset("从向将与对因")
"""Little words that are none where nothing follows them."""


def doubt_of(key: str, start: int, end: int, left: int, right: int) -> int:
    """The weight of it all; `left` and `right` are what the sides of the supposed name weigh."""
    name = key[start:end]
    doubt = _words_in(key, start, end, left, right) + 2 * EVERYDAY * _is_product(key, start, end)
    after = key[end - 1 : end + 1]
    crossed = is_word(after) if right < 0 else right == WORD and (vocabulary().is_common(after) or (left < TITLE and is_word(after)))
    doubt += ACROSS * crossed
    if " " in name and key[end : end + 1] == ":":  # a label: 司 库:
        doubt += EVERYDAY
    if key[end - 1 : end + 1] == "和" + BLANK:  # 魏巍 | 和 | 中国文联
        doubt += EVERYDAY
    if key[start - 1 : start] in OPENING and key[end : end + 1] in _CLOSING:
        doubt += EVERYDAY
    other = name in ADVERBS or name in lists().acts or name in vocabulary().endings or name.replace(" ", "") in lists().titles
    if other or _begins_little(key, start, end) or "副" in name or "某" in name or names_doctrine(key, end):
        doubt += 3 * EVERYDAY
    numbered = _is_number(name[1:]) and (left < TITLE or is_han(key[end : end + 1] or " "))  # 副主任 | 丁一,
    if _ends_badly(key, end, right) or numbered or _title_begins(key, start + 1, end) or _verb_begins(key, end, right):
        doubt += EVERYDAY
    return doubt + (_other_things(key, start, end, left, right) if left < TITLE else 0)


def _begins_little(key: str, start: int, end: int) -> bool:
    """Whether the supposed surname is a little word: 向 | 其他, 谷歌 | 和 | 亚马逊, 应 | 塞里略总统的邀请."""
    c = key[start]
    if c == "叫":
        return True
    if c == "应":
        return key.find("的邀请", end, end + _INVITATION) > 0
    return c in BEFORE and (key[start + 1] in STOP or (c in JOINTS and key[start - 1 : start] == UNIT_END))


def _is_product(key: str, start: int, end: int) -> bool:
    """Whether it is a long word made as a foreign name is, or the most of one: 阿莫西 | 林."""
    alike = lists().alike
    return (end - start > LONGEST_COMMON and key[start:end] in alike) or (end - start == LONGEST_COMMON and key[start : end + 1] in alike)


def _ends_badly(key: str, end: int, right: int) -> bool:
    """Whether it ends with a character that ends no given name, or does so only where nothing or a verb follows: 焦茂才说."""
    last = key[end - 1]
    if last not in PARTICLES:
        return False
    acts = right >= ACT or (right == WORD and key[end : end + 1] in lists().acts)
    open_end = is_han(key[end : end + 1] or " ") and not (last == "才" and acts)
    return open_end or not (ends_names(last) or last in _PREPOSITIONS)


def _verb_begins(key: str, end: int, right: int) -> bool:
    """Whether the last character begins what somebody does: 主 | 讲, 任 | 会长, 乐 | 呵呵."""
    c = key[end : end + 1]
    if key[end - 1] in APPOINTS and appointed(key, end):
        return True
    if right >= TITLE or not is_han(c or " "):
        return False
    following = (key[end - 1 : end + 1], key[end - 1 : end + 2], key[end - 1 : end + 3])
    doubled = c == key[end + 1 : end + 2] and c not in _OFTEN
    return doubled or not lists().acts.isdisjoint(following)


def _is_number(given: str) -> bool:
    """Whether a supposed given name counts something: 八个."""
    return given[0] in _COUNTING and (given[-1] in MEASURES or all(c in _NUMERALS for c in given))


def _words_in(key: str, start: int, end: int, left: int, right: int) -> int:
    """What the words of which the name is made speak against it."""
    name = key[start:end]
    if name[:2] in lists().surnames and len(name) > 2:
        if name[0] == "第" and not ends_names(name[-1]):
            return 2 * EVERYDAY
        everyday = is_word(name[2:]) and (right < EDGE or left < CALLING)
        return EVERYDAY * (everyday or (left < CALLING and vocabulary().is_common(name[:2])))
    if len(name) > 3:
        return 0
    if is_word(name[:2]):
        plain = left == TITLE and right >= WORD and not (vocabulary().is_common(name[:2]) and is_han(key[end : end + 1] or " "))
        beside = (left >= CALLING and right >= COMMON) or (left == EDGE and right >= TITLE and not vocabulary().is_common(name[:2]))
        given = beside and len(name) > 2 and ends_names(name[-1])  # 高大 | 勇, 温家 | 宝
        return 1 if plain or given else EVERYDAY
    if name in lists().alike or (name[:2] in lists().alike and ((left < CALLING and right < EDGE) or not ends_names(name[-1]))):
        return 1 if left >= CALLING else EVERYDAY
    return _given_word(key, start, left, right) if len(name) == 3 and is_word(name[1:]) else 0


def _given_word(key: str, start: int, left: int, right: int) -> int:
    """What speaks against a name of three characters in which the given name is a word: 丁 | 平安."""
    if key[start] in APPOINTS and appointed(key, start + 1):  # 任 | 名誉院长
        return 2 * EVERYDAY
    if vocabulary().is_common(key[start - 1 : start + 1]):
        return 2 * EVERYDAY  # 要同 | 学习 | 贯彻
    if right >= COMMON:
        return left < CALLING
    return 1 if left >= CALLING and likelihood(key[start], key[start + 1 : start + 3]) >= LIKELY_BITS else EVERYDAY


def _other_things(key: str, start: int, end: int, left: int, right: int) -> int:
    """What else it may be where no post stands before it."""
    words, name = vocabulary(), key[start:end]
    doubt = 2 * EVERYDAY * (name in words.places or in_place(key, start) or (name[0] in BEFORE and name[1:] in words.places))
    doubt += EVERYDAY * (right < EDGE and left < CALLING and name[:2] in words.places) * (1 + (right < COMMON))
    doubt += 2 * EVERYDAY * (right < COMMON and _is_cut_foreign(key, start, end))
    landform = name[-1] in _LANDFORMS and left < CALLING and right < ACT and name[:2] not in lists().surnames
    doubt += EVERYDAY * (name in words.functions or name[-1] in _PLACES or landform)
    doubt += EVERYDAY * (right < EDGE and key[start - 2 : start - 1] == UNIT_END and key[start - 1] in JOINTS)
    doubt += EVERYDAY * ("族" in key[end : end + 2] or (key[start - 1 : start] == "到" and right not in (COMMON, EDGE)))
    doubt += 2 * EVERYDAY * key.startswith(WIDE_DIVISIONS, end)
    wordlike = name[0] in _WORDLIKE and len(name) <= LONGEST_COMMON
    doubt += wordlike and left < CALLING and right < (EDGE if len(name) > 2 else TITLE)
    verb = name[0] in _VERBLIKE and (right < TITLE or len(name) == 2) and not _is_called(key, start, end, left, right)
    return doubt + EVERYDAY * verb


def _is_called(key: str, start: int, end: int, left: int, right: int) -> bool:
    """Whether the given name is so likely one that the little word before it is a surname: 橘农 | 向兴贵 | 用, 主任:向守义."""
    name = key[start:end]
    beside = (left >= CALLING and right >= WORD) or (key[start - 1 : start] == ":" and not is_han(key[end : end + 1] or " "))
    return beside and name[0] in "向余于" and len(name) == LONGEST_COMMON and given_likelihood(name[1:]) >= LIKELY_BITS and not is_word(name[1:])


def _is_cut_foreign(key: str, start: int, end: int) -> bool:
    """Whether it is the beginning of a longer word in foreign sounds: 沃勒贝 | 克, 康涅狄 | 格."""
    return end - start == LONGEST_COMMON and key[end] in SOUNDS and SOUNDS.issuperset(key[start:end]) and not is_word(key[end : end + 2])


@cache
def _place_pairs() -> frozenset[str]:
    """Two characters beside each other in the longer names of places: nearly all names have none of them."""
    return frozenset(name[at : at + 2] for name in vocabulary().places if len(name) > 2 for at in range(len(name) - 1))


def in_place(key: str, start: int) -> bool:
    """Whether the first two characters belong to the longer name of a place: 乌 | 鲁木齐, 阿尔 | 及利亚."""
    places = vocabulary().places
    return key[start : start + 2] in _place_pairs() and any(
        key[first : first + size] in places for size in _PLACE_LENGTHS for first in range(max(0, start + 2 - size), start + 1)
    )


def _title_begins(key: str, start: int, end: int) -> bool:
    """Whether what follows the supposed surname is a post or an address: 任组长, 丘大爷."""
    titles, honorifics = lists().titles, lists().honorifics
    following = [key[start : start + size] for size in (2, 3, 4) if start + size >= end]
    following += [key[end - 1 : end + 2], key[end - 1 : end + 3]]  # 史前 | 考古学家
    return not (titles.isdisjoint(following) and honorifics.isdisjoint(following))
