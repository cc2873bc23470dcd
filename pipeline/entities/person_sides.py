"""What stands on the two sides of a supposed name of a person, and how much it speaks for the name."""

from functools import cache

from pipeline.entities.foreign_sounds import NO_NATIVE
from pipeline.entities.masking import BLANK, UNIT_END
from pipeline.entities.name_likelihood import outlook
from pipeline.entities.unit_marks import COUNTS, STOP
from pipeline.entities.vocabulary import is_word, vocabulary
from pipeline.lexicon import entries
from pipeline.model.record import Struct
from pipeline.notation.han import is_han
from pipeline.notation.pattern import Pattern

TITLE, UNIT, CALLING, ACT, WORD, EDGE, COMMON, UNKNOWN, NOTHING = 3, 2, 2, 2, 1, 1, 0, -1, -9
"""Weights: a post (局长), a unit, a calling (村民), what persons do (强调), a little word (对), punctuation, an everyday word, any
other character, one with which the supposed name is no name."""
_SPEECH = frozenset("指出 强调 表示 介绍 认为 告诉 说道 坦言 回忆 感慨 讲话 主持 出席 一行 率队 带队 致辞 宣读".split())
_SINGLE_SPEECH = frozenset("说率称")
_MEASURED = frozenset("达为由从超均提上下高低")
"""Behind 率 it is a rate."""
BEFORE = frozenset("由对向与为让请给和及被把以从是随跟同任派到称于叫")
"""Little words before a name."""
INTRODUCTIONS = tuple(
    (
        "增补 替补 选派 选举 推选 任命 聘任 聘请 选聘 免去 邀请 慰问 看望 采访 表彰 奖励 追授 授予 批准 陪同 包括 以及 其中 开除 "
        "控告 纠集 起诉 判处 逮捕 抓获 救出 救起 营救 抢救 悼念 纪念 怀念 拜访 会见 接见 欢迎 感谢 祝贺 就是 名叫"
    ).split()
)
"""Words that bring a person in."""
CALLINGS = frozenset("员手师匠工警兵户农长人者生")
"""Last characters of callings that no list holds: 防护员, 爆破手, 承包人."""
_ROLES = frozenset("长农工师人者生")
"""Those that end everyday words as well: 增长, 湖南师 | 范大学."""
_COPULAS = frozenset("为是")
_COUNTS = COUNTS - {"多", "余"}
"""Behind a name; 多 writes a sound: 罗纳尔多."""
_NO_CALLING = COUNTS | STOP
_CRAFTS = frozenset("长工")
"""Those that a single character may stand before: 炉长, 铆工."""
_LONGEST_ROLE = 6
"""Characters from a unit to the end of what somebody is in it: 报关主管."""
_LONGEST_KIND = 2
"""Characters between a unit and what somebody is in it: 农业局 | 驻村 | 干部."""
OPENING = frozenset("“《「『")
APPOINTS = frozenset("任为")
"""Before a post they make somebody bear it."""
_LONGEST_POST = 24
"""Characters of a post with its unit."""
_STOPS = frozenset("、,。;:)")
"""Behind which no verb stands alone: 宋来有、."""
_CREDITS = frozenset("摄绘译撰")
"""Those that do: what somebody has done to a picture or a text, 程远摄)."""
_ADVERBS = frozenset("还也却又就曾已将便都才")
"""Before what somebody does: 还 | 透露."""
_CLAUSES = frozenset("由于 因为 如果 虽然 尽管 但是 不过 然而 于是 随后 后来 当时 目前 此时 这时 可是 甚至".split())
"""Words that open a clause."""
_OFFICERS = ("CEO", "CFO", "CTO")
_SEXES = (",男,", ",女,", "(男", "(女", ",男。", ",女。")
_AT_MEETING = Pattern("在(?:(?:大|座谈)?会上|会议[上中]|大会中|(?:仪|开幕|闭幕)式上|(?:讲话|致辞|发言|总结|报告|座谈|调研|采访)中)", first="在")
"""Where somebody speaks."""
_AND_OTHERS = Pattern("等(?:领导|同志|人(?![才民])|老师|专家|代表|.{1,2}[人名位])", first="等")
"""Behind the last of several persons: 龚学平 | 等领导."""
_SEX_OF_ROW = Pattern(r"[男女](?: |,?(?:汉族|回族|中共|19|20|\d+岁))", first="男女")
"""The sex of somebody in a row of facts, and no given name: 李娜 | 女,汉族."""
_CLASS_NUMBERS = frozenset(")0123456789一二三四五六七八九十")
"""Before 班: a pupil stands behind it, 高二(5)班盛夏."""
_LOOSE = frozenset(("代表", "委员", "校友", "老人", "医生", "护士", "一家", "两位", "三位", "二位"))
"""Words of address that stand as often before a name or beside none."""
_LITTLE = STOP | BEFORE
_NEXT_BITS = 1
"""What the characters behind a post weigh at least if they begin the name to which it belongs."""
_LEARNING = ("水平", "功底", "知识", "素养", "联系", "学习", "研究", "上")
"""Behind 理论 it is somebody's own."""


class Lists(Struct):
    """What is known of persons before a text is read."""

    surnames: frozenset[str]
    unlikely: frozenset[str]
    """Those that are hardly ever one."""
    alike: frozenset[str]
    """Words that are made as a name is."""
    titles: frozenset[str]
    groups: frozenset[str]
    title_ends: frozenset[str]
    title_tails: frozenset[str]
    """Their last two characters."""
    honorifics: frozenset[str]
    acts: frozenset[str]
    decisive: frozenset[str]
    """Honorifics and words for speech: what stands before them is a name."""
    begins: Pattern
    """A surname behind something that speaks for a name."""
    posts: Pattern
    """The last characters of a post, a calling or what brings a person in, before more that begins with no common surname."""
    belonging: Pattern
    """Between a unit, or an age, and who belongs to it: 水泥厂的 | 郁金华, 25岁的 | 温晓."""
    spaced: Pattern
    """The blank in a name of two characters before a mark."""
    addressed: Pattern
    """A surname, one or two characters, and an address: 习近平总书记."""


@cache
def lists() -> Lists:
    """The lists, from the data files of the lexicon."""
    surnames, unlikely = entries("surnames"), entries("no_surnames")
    titles = entries("person_titles")
    first, rare = "".join(sorted({name[0] for name in surnames} - unlikely)), "".join(sorted(unlikely))
    compounds = "|".join(sorted(name for name in surnames if len(name) > 1 and name[0] in unlikely))
    ends = frozenset(title[-1] for title in titles)
    left = "".join(sorted(ends | BEFORE | CALLINGS | {"班", "级"} | {word[-1] for word in INTRODUCTIONS}))
    beside = f"(?<=[^\u4e00-\u9fff].)|(?<=[{left}].)|(?<=^.)"
    surname = f"(?<=[{first}])|(?<=(?={compounds}).)"
    brought = "".join(sorted({word[-1] for word in INTRODUCTIONS}))
    begins = Pattern(f"[{first}{rare}](?=[ \u4e00-\u9fff])(?:(?:{beside})(?:{surname})|(?<=[ :\n{UNIT_END}{brought}].)(?<=[{rare}]))")
    honorifics = entries("person_honorifics")
    address = sorted(honorifics - _LOOSE)
    opening = "".join(sorted({word[0] for word in address}))
    addressed = Pattern(f"[{first}](?=[\u4e00-\u9fff]{{1,2}}(?=[{opening}])(?:{'|'.join(address)}))")
    before = "".join(sorted({title[-2] for title in titles}))
    no_name = "".join(sorted(NO_NATIVE))
    post = f"[{''.join(sorted({*ends, *CALLINGS, *brought}))}](?:(?<=[{before}].)|(?<=[{''.join(sorted(CALLINGS))}])|(?<={'|'.join(INTRODUCTIONS)}))"
    posts = Pattern(f"{post}(?![{first}{no_name}][^ ])(?=[\u4e00-\u9fff] ?[\u4e00-\u9fff])")
    belonging = Pattern(f"的(?<=[{UNIT_END}岁]的)(?=[\u4e00-\u9fff]{{2}})", needs=f"{UNIT_END}岁")
    spaced = Pattern(" [\u4e00-\u9fff](?<=[\u4e00-\u9fff] .)(?=[、,。;()等])", needs=" ")
    alike, groups, acts = entries("name_like_words"), entries("person_groups"), entries("person_acts")
    tails = frozenset(title[-2:] for title in titles)
    patterns = (begins, posts, belonging, spaced, addressed)
    return Lists(surnames, unlikely, alike, titles, groups, ends, tails, honorifics, acts, honorifics | _SPEECH, *patterns)


def left_weight(key: str, start: int) -> int:
    """What stands before a name that begins here; units in `key` are blanked out."""
    c = key[start - 1] if start else " "
    if c == UNIT_END:
        return UNIT
    words = lists()
    title = title_before(key, _before_blanks(key, start) if c in " :\n" else start) if c in words.title_ends or c in " :\n" else ""
    if c == "O" and key.endswith(_OFFICERS, 0, start):
        title = key[start - 3 : start]
    if c in COUNTS or (not words.title_ends.isdisjoint(key[start : start + 2]) and _goes_on(key, start, len(title))):
        return NOTHING
    if title:
        return TITLE if title not in words.groups or _is_of_unit(key, start, title) else CALLING
    if c == "长" and key[start - 2 : start - 1] == UNIT_END:  # 国防部 | 长
        return TITLE
    if (c in _COPULAS and title_before(key, start - 1) not in lists().honorifics | {""}) or (c == "的" and key[start - 2] == UNIT_END):
        return UNIT
    return _word_before(key, start, c)


def _goes_on(key: str, start: int, size: int) -> bool:
    """Whether a post of this size goes on behind what supposedly is its end: the 长 of 护士长, the 程师 of 工程师."""
    return any(longer >= size + over for over in (1, 2) if (longer := len(title_before(key, start + over))))


def _word_before(key: str, start: int, c: str) -> int:
    words = vocabulary()
    pair = key[start - 1 : start + 1]
    across = words.is_common(pair) or pair in lists().alike
    if (c in CALLINGS and not across and (c not in _ROLES or _is_role(key, start))) or _is_class(key, start):
        return TITLE if _in_unit(key, start) else CALLING
    called = c == "叫" and (key[start - 2 : start - 1] in CALLINGS or title_before(key, start - 1) != "")  # 老人叫 | 冯志安
    if called or key.startswith(INTRODUCTIONS, start - 2 - (c == "了")):  # 看望 | 了 | 李三江
        return CALLING
    if words.is_common(key[start - 2 : start]):
        return EDGE if key[start - 2 : start] in _CLAUSES and not across else COMMON
    if across or not is_han(c):
        return NOTHING if across else COMMON if c in OPENING else EDGE
    if c == "的":
        return CALLING if key[start - 2] == "岁" else COMMON
    told = c == "据" and not is_han(key[start - 2 : start - 1] or " ")
    return EDGE if c in BEFORE or told or place_before(key, start) else UNKNOWN


def _is_role(key: str, at: int) -> bool:
    """Whether a character that ends everyday words as well ends what somebody is: 点 | 长, no 增长."""
    first, second = key[at - 3 : at - 2], key[at - 2 : at - 1]
    if first == UNIT_END and is_han(second):
        return True
    if not is_han(second or " ") or second in _NO_CALLING or is_word(key[at - 2 : at]):
        return False
    return is_han(first or " ") or (key[at - 1] in _CRAFTS and second not in lists().surnames)


def _is_class(key: str, at: int) -> bool:
    """Whether a class of pupils ends here: 高二(5)班, 三年级."""
    return (key[at - 1] == "班" and key[at - 2] in _CLASS_NUMBERS) or key.endswith("年级", 0, at)


def _in_unit(key: str, at: int) -> bool:
    """Whether what ends here is what somebody is in the unit before it: 海关 | 关长."""
    return UNIT_END in key[max(0, at - _LONGEST_ROLE) : at]


def _is_of_unit(key: str, at: int, title: str) -> bool:
    """Whether who bears a title that many bear is somebody of the unit before it, and does nothing yet: 化肥厂工人山丹, no 中学学生种树."""
    before = key[at - len(title) - _LONGEST_KIND - 1 : at - len(title)].rpartition(UNIT_END)
    return before[1] != "" and all(map(is_han, before[2])) and key[at : at + 1] not in lists().acts


def place_before(key: str, at: int) -> bool:
    """Whether the name of a place ends here."""
    words = vocabulary()
    return key[at - 2 : at] in words.place_tails and any(key[at - size : at] in words.places for size in (2, 3, 4))


def _before_blanks(key: str, at: int) -> int:
    while at and key[at - 1] in " :\n":
        at -= 1
    return at


def title_before(key: str, at: int) -> str:
    """The longest title that ends here."""
    words = lists()
    if at < 2 or key[at - 2 : at] not in words.title_tails:
        return ""
    for size in (5, 4, 3, 2):
        if size <= at and key[at - size : at] in words.titles:
            across = vocabulary().is_common(key[at - size - 1 : at - size + 1]) and is_word(key[at - 1 : at + 1])  # 确保 | 安全
            return "" if across and not place_before(key, at - size) else key[at - size : at]  # 英国 | 外相 | 约翰逊
    return ""


def appointed(key: str, start: int) -> bool:
    """Whether what begins here is a post: 任 | 市妇联主席."""
    end = next((at for at in range(start + 2, min(len(key), start + _LONGEST_POST)) if key[at] in _STOPS), len(key))
    return bool(title_before(key, end))


def right_weight(key: str, end: int) -> int:
    """What stands behind speaks for a name."""
    words = lists()
    c = key[end : end + 1]
    if not c or not is_han(c):
        return TITLE if key.startswith(_SEXES, end) or (c == "(" and _speaks_behind(key, end)) else EDGE
    following = (key[end : end + 4], key[end : end + 3], key[end : end + 2])
    if not words.decisive.isdisjoint(following):
        post = next(word for word in following if word in words.decisive)
        return COMMON if post in words.titles and _is_of_next(key, end + len(post)) else TITLE
    if _AT_MEETING.match(key, end) or _SEX_OF_ROW.match(key, end):
        return TITLE
    if c in "男女" or (c == "率" and key[end + 1 : end + 2] in _MEASURED):
        return UNKNOWN
    return _act(key, end, c, following)


def _act(key: str, end: int, c: str, following: tuple[str, ...]) -> int:
    """What a verb behind a name weighs, that begins what follows, or a little word or a number."""
    words = lists()
    if _AND_OTHERS.match(key, end) or c in _SINGLE_SPEECH or not words.acts.isdisjoint(following):
        return ACT
    return _single_act(key, end, c) if c in words.acts or c in _COUNTS or c in _CREDITS else COMMON if is_word(following[-1]) else UNKNOWN


def names_doctrine(key: str, end: int) -> bool:
    """Whether the name that ends here is the first part of that of a doctrine: 邓小平 | 理论."""
    return key.startswith(("理论", "主义", "新时代中国特色", "新时期"), end) and not key.startswith(_LEARNING, end + 2)


def _is_of_next(key: str, at: int) -> bool:
    """Whether a name begins here, to which the post before it belongs: 南山寺住持 | 方立明."""
    if key[at : at + 1] == BLANK:
        return key[at : at + _LONGEST_POST].lstrip(BLANK)[:1] != UNIT_END
    begins = is_han(key[at : at + 1] or " ") and key[at] not in _LITTLE
    return begins and is_han(key[at + 1 : at + 2] or " ") and outlook(key, at) >= _NEXT_BITS


def _speaks_behind(key: str, at: int) -> bool:
    """Whether who stands before a bracket speaks behind it: 宋佳(县工商联)说."""
    close = key.find(")", at, at + _LONGEST_POST)
    return close > 0 and key.startswith(("说", "发言", "认为", "提出", "建议"), close + 1)


def _single_act(key: str, end: int, c: str) -> int:
    """What a verb or number of one character weighs behind a name."""
    if c in APPOINTS and appointed(key, end + 1):
        return ACT
    if key[end + 1 : end + 2] in _STOPS:
        return ACT if c in _CREDITS else UNKNOWN
    return ACT if c in _ADVERBS and key[end + 1 : end + 3] in lists().acts else WORD
