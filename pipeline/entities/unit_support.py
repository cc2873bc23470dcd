"""Names of units that their form alone does not make certain, by what stands before them.

listed    商业局、物资局、供销社、粮食局    behind another unit of a list
leading   走访能源中心、保卫处              before another unit of a list
opening   监测所、图书馆新增期刊            at the beginning of a sentence or a line
"""

from pipeline.entities.person_sides import lists, title_before
from pipeline.entities.unit_evidence import CLASSES, CLASSES_ALONE, HUBS, KINDS, TEAMS
from pipeline.entities.unit_marks import ACTIONS, JOINTS, NUMERALS, SOFT_STOP, STOP, VERBS
from pipeline.entities.unit_name import Reading
from pipeline.entities.vocabulary import vocabulary
from pipeline.notation.han import is_han

_ONES = frozenset(
    "图书馆 档案馆 博物馆 出版社 学生会 研究生会 家长会 校友会 供销社 门诊部 设计院 宣传部 组织部 统战部 政治部 政法委 纪检组 附中 附小 总厂 分局 "
    "街道办 街道办事处 机关工会 植保站 土肥站 农技站 农机站 政工组 生产指挥组".split()
)
"""Bodies of which a unit or a place has one: the word alone is the name of it."""
_GOVERNING = tuple("党委 党工委 县委 市委 省委 区委 州委 政府 人大 政协 纪委 妇联 工会 团委".split())
_BESIDE = frozenset("党委 政府 人大 政协 纪委 纪检委 妇联 团委 工会 武装部 人武部 办事处".split())
"""What governs one place, or unit, together: 柳林镇党委、政府、妇联."""
_PEERS = frozenset("工商联 妇联 侨联 残联 文联 科协 社科联 团委 贸促会".split())
"""Those of which a text speaks in general as well; in a list of units they are those of one place."""
_POSTS = ("主席", "副主席", "党组", "会长", "副会长", "书记", "秘书长")
_INSIDE = frozenset("里内外旁前边闭")
"""Behind such a word it is a place: 图书馆里."""
_OF_ONE = frozenset(("职工", "机关", "子弟"))
"""What makes a school or a hospital the one of a unit."""
_LITTLE = SOFT_STOP - {"驻"}
"""Before the name of a unit they are no part of it."""
_NONE = ("师", "总", "军", "旅", "委")
"""Endings that end other words as well: 工程师."""
_MANY = (*_NONE, *"学校 医院 小学 中学 幼儿园 公司 工会 合作社 支部 班 团 站 连 营 室 之家".split())
"""Endings with which a word for what they do names many, or no unit at all: 培训班."""
_LONG = 2
"""Words for what a unit does from which its name may begin with an everyday word: 矿石 | 码头 | 公司."""
_CHOOSES = frozenset("任聘选举免派")
"""Before the name of who gets a post."""
_LONGEST_POST = 8
"""Characters in which the title of a post stands: 县委副书记."""


def is_supported(key: str, reading: Reading, start: int, end: int, floor: int) -> bool:
    """Whether what was read before the ending at `start:end` is the name of a unit; another one ends at `floor`."""
    first = reading.start
    before = key[first - 1 : first]
    listed = 0 < floor == first - 1 and before in JOINTS
    if reading.head or (is_han(before or " ") and not listed) or _acts_or_counts(key, reading):
        return False
    ending, doing = key[start:end], key[first:start]
    if not doing:
        return _is_of_place(key, first, end, listed=listed)
    if _is_class(doing, ending):
        return False
    if listed:
        closed = not is_han(key[end : end + 1] or " ") or key[end] == "等"
        return ending not in _NONE and (closed or (reading.functions > 0 and reading.opened < 2))
    if not reading.functions or reading.opened > 1 or (reading.opened and key[first] in _LITTLE):
        return False
    return doing in _OF_ONE or ending == "办公室" or not (ending.endswith(_MANY) or doing.endswith(TEAMS))


def _is_of_place(key: str, start: int, end: int, *, listed: bool) -> bool:
    """Whether the bare word at `start:end` means the one body of its kind in a unit or a place; `listed` behind another unit."""
    ending = key[start:end]
    if ending in _ONES:
        return key[end : end + 1] not in _INSIDE
    if ending in _PEERS and (listed or _is_of_second_post(key, start, end)):
        return True
    return listed and ending in _BESIDE and key.endswith(_GOVERNING, 0, start - 1)


def _is_of_second_post(key: str, start: int, end: int) -> bool:
    """Whether somebody bears one more post in what stands at `start:end`: 县政协副主席、| 工商联 | 主席."""
    return key[start - 1 : start] == "、" and key.startswith(_POSTS, end) and title_before(key, start - 1) != ""


def may_lead(key: str, reading: Reading, start: int, end: int) -> bool:
    """Whether it may be the first unit of a list, behind what somebody does: 走访 | 能源中心、保卫处."""
    if key[end : end + 1] not in JOINTS or reading.head or reading.opened:
        return False
    first = reading.start
    acts = key[first - 1 : first] in STOP or key[first - 2 : first] in lists().acts or key[first - 2 : first] in ACTIONS
    if not acts or _acts_or_counts(key, reading):
        return False
    ending, doing = key[start:end], key[first:start]
    if not doing:
        return ending in _ONES
    return not (_is_class(doing, ending) or ending in _NONE or doing.endswith(TEAMS))


def _acts_or_counts(key: str, reading: Reading) -> bool:
    """Whether the reading begins with what somebody does, or is no name: 组织 | 工会干部, 64 | 家."""
    first = reading.start
    long = reading.stop == "long" and (reading.opened > 0 or reading.functions < _LONG)
    return reading.stop == "count" or long or key[first - 1 : first].isdigit() or key.startswith(ACTIONS, first) or key[first : first + 2] in VERBS


def _is_class(doing: str, ending: str) -> bool:
    """Whether words for what units do name many of them, or the place that each has, or a number of them."""
    many = doing.endswith(CLASSES + KINDS.get(ending, ())) or (doing in CLASSES_ALONE and doing not in _OF_ONE)
    return many or (ending.endswith("中心") and doing.endswith(HUBS)) or "届" in doing or NUMERALS.issuperset(doing)


def appoints(key: str, start: int, end: int) -> bool:
    """Whether 华为 at `start:end` is the end of a given name and what its bearer becomes: 任命 | 李建华 | 为副局长."""
    called = "任命" in (key[start - 3 : start - 1], key[start - 4 : start - 2])
    if not called and not key.startswith("副", end) and not any(title_before(key, at) for at in range(end + 2, end + _LONGEST_POST)):
        return False
    words = vocabulary()
    for at in (start - 1, start - 2):
        before = key[at - 1 : at]
        begins = not is_han(before or " ") or before in _CHOOSES or words.is_common(key[at - 2 : at])
        if begins and key[at : at + 1] in lists().surnames - STOP and key[at:start] not in words.places:
            return True
    return False
