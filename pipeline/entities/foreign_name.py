"""Foreign names of persons: 买买提·艾力, 莱昂纳多·罗西, J. R. 史密斯; one word beside a post or what persons do: 总统恩科洛, 恩科洛指出."""

from collections.abc import Iterator
from functools import cache
from itertools import takewhile

from pipeline.entities.person_name import NEEDED, Person
from pipeline.entities.person_sides import ACT, BEFORE, TITLE, WORD, left_weight, lists, right_weight, title_before
from pipeline.entities.unit_marks import is_han
from pipeline.entities.vocabulary import is_word, vocabulary
from pipeline.lexicon import table
from pipeline.model.record import NamedTuple
from pipeline.notation.pattern import Pattern

_SOUNDS = frozenset(
    "娃阿埃艾爱安昂奥巴班邦保鲍贝本比彼宾波伯勃博布查察才措达丹当道德登邓迪蒂丁东杜多顿厄恩尔法范菲费芬丰冯夫弗福富盖冈高戈哥格葛根"
    "古瓜哈海汉豪赫黑亨洪胡华怀惠霍基吉加贾简杰金卡凯坎康考科可克肯孔库夸奎拉莱赖兰朗劳勒雷里利列林琳卢鲁伦罗洛马玛迈麦曼梅门蒙孟"
    "米密明莫默姆穆纳娜奈南内尼宁纽努诺欧帕派潘庞佩彭皮平珀普奇恰乔切琴热仁日瑞若萨塞桑沙山尚舍申圣施史士斯松苏索塔泰坦汤唐陶特提"
    "图托瓦万威韦维魏温翁沃乌西希夏谢辛休雅亚扬耶伊因英尤于约泽扎詹张兹佐丽莎娅妮薇茜珍芳买合不都依江木力孜汗别吾牙吐逊玉素甫让卓"
    "森叶烈什丘茨喀昆芒缅朴钦琼屈舒珊廷廖锡逊朔撒乃楚策戴央旺次贡嘎席桃娥芭茨恺梵霖崔蓬佛寇缪裴荷拿破仑铎祖瑟柴斐圭朱帖浦洁露丝黛蕾婷弥亥桂卜柏笛肖翰"
)
"""Characters that write foreign sounds."""
_FOREIGN = Pattern(r"[\u4e00-\u9fff]{1,8}(?:[·•・‧∙・][\u4e00-\u9fff]{1,10})+", needs="·•・‧∙・")
_INITIALS = Pattern(r"(?<![A-Za-z.])(?:[A-Z](?:\.[ ]?|[·•・‧∙・])){1,3}(?=[\u4e00-\u9fff]{2})", needs=".·•・‧∙・")


_FOREIGN_BITS = 10
"""What the characters of a foreign name of one word weigh at least."""


def is_dot(c: str) -> bool:
    """Whether a character stands between the parts of a foreign name."""
    return c != "" and c in "·•・‧∙・"


def scan_foreign(key: str) -> list[Person]:
    """Names of several parts with a dot between: as far to both sides as characters are of those that write foreign sounds."""
    found = []
    for match in _FOREIGN.finditer(key):
        start, end = match.span()
        dots = [at for at in range(start, end) if not is_han(key[at])]
        first, last = dots[0], dots[-1] + 1
        while first > start and key[first - 1] in _SOUNDS and not (first < dots[0] and _breaks_before(key, first)):
            first -= 1
        while last < end and key[last] in _SOUNDS and (last < dots[-1] + 3 or right_weight(key, last) < WORD):
            last += 1
        middle = key[first:last]
        foreign = sum(c in _SOUNDS for c in middle) >= len(middle) - len(dots)
        if foreign and len(middle) > 3 and first < dots[0] and last > dots[-1] + 1:
            found.append(Person(first, last, NEEDED))
    return found + list(_with_initials(key)) + list(_one_word(key))


def _with_initials(key: str) -> Iterator[Person]:
    """J. R. 史密斯."""
    for match in _INITIALS.finditer(key):
        first = last = match.end()
        while key[last : last + 1] in _SOUNDS and (last < first + 2 or right_weight(key, last) < WORD):
            last += 1
        if last > first + 1:
            yield Person(match.start(), last, NEEDED)


class _Sounds(NamedTuple):
    """Characters that write foreign sounds."""

    bits: dict[str, int]
    """How much likelier each is in a foreign name than in a text, as a power of two."""
    run: Pattern
    """Several of them."""


@cache
def _sounds() -> _Sounds:
    bits = {c: int(more) for more, characters in table("foreign_characters").items() for c in characters}
    return _Sounds(bits, Pattern(f"[{''.join(sorted(bits))}]{{2,8}}"))


def _one_word(key: str) -> Iterator[Person]:
    """恩科洛, where a post stands beside it or what persons do behind it."""
    bits, run = _sounds()
    for match in run.finditer(key):
        end = match.end()
        if sum(bits[c] for c in match[0]) < _FOREIGN_BITS or any(
            is_dot(c) for c in (key[match.start() - 1 : match.start()], key[end : end + 1])
        ):
            continue
        for start in range(match.start(), end - 1):
            weight = _foreign_weight(key, start, end, sum(bits[c] for c in key[start:end]))
            if weight >= NEEDED:
                yield Person(start, end, weight)
                break


def _foreign_weight(key: str, start: int, end: int, bits: int) -> int:
    left, right = left_weight(key, start), right_weight(key, end)
    name = key[start:end]
    short = len(name) == 2
    if bits < _FOREIGN_BITS or left < 0 or name in vocabulary().places or name in lists().alike or is_word(name[-2:]):
        return 0
    beside = max(left, right)
    return 0 if beside < (TITLE if short else ACT) else left + right + (not short)


def last_part(name: str) -> tuple[str, ...]:
    """By what the bearer is called once he has been named in full: 拉尔森 of 埃里克·拉尔森; nothing for other names."""
    last = "".join(takewhile(is_han, reversed(name)))[::-1]
    return (last,) if 1 < len(last) < len(name) else ()


def _breaks_before(key: str, at: int) -> bool:
    """Whether the part of a foreign name begins here: after a title or an everyday word."""
    return (
        bool(title_before(key, at))
        or key[at - 1] in BEFORE
        or key[at - 1] in "的是和"
        or vocabulary().is_common(key[at - 2 : at])
    )
