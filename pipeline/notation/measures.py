"""Measure words 量词 and units of measure that stand after a number: 名, 人次, 平方米, 元/平方米, 个百分点, 万吨/年.

The words are data (lexicon/measure_words.txt, units.txt); measure_compounds.txt holds the words that begin like one (部门, 家庭).
"""

from functools import cache

from pipeline.lexicon import words
from pipeline.model.record import NamedTuple, Struct
from pipeline.notation.pattern import Pattern

_HALVED = "年月天日周时時斤里亩畝尺吨噸米成倍两兩"
"""Last characters of units after which 半 stands."""
_JOINTS = frozenset("/·每")
_RATES = frozenset("秒 秒钟 分钟 小时 分鐘 小時 升 毫升 立方米 平方米 公里 吨 噸 公斤 千克 克".split())
"""Units after 每 in 立方米每秒; 每 before others begins what comes next (300万元每年递增)."""

_PERIODS = tuple("月季班")
"""What is no unit by itself, in rates: 78米/月."""
_POINTS_OF = tuple("意见 意見 要求 建议 建議 希望 体会 體會 看法 说明 思考 启示 经验 想法 认识 措施 内容 做法 共识 倡议 感受 理由 原因 打算".split())
"""After 点: it counts points that are made, and is no clock time."""
_INDEX = Pattern(r"(?:2[5-9]|[3-9]\d|\d{3})\.\d+$")
"""Before 点, a number that no clock shows: 收于3124.5点."""
_MAGNITUDE = Pattern(r"\d\.\d$|[一二三四五六七八九]点[〇零一二三四五六七八九]$")
"""Before 级, of an earthquake; 三级 is a rank."""
_DECIMAL = Pattern(r"\d\.\d+$")
"""Before 个点, which are 个百分点 then; 5个点 are places."""
_BEHIND = {"个点": _DECIMAL, "個點": _DECIMAL, "点": _INDEX, "點": _INDEX, "级": _MAGNITUDE, "級": _MAGNITUDE}
_PEOPLE = {"人民": tuple("万萬亿億"), "人口": tuple("万萬亿億百千多余餘")}
"""What is counted only by large numbers, and what stands before it: 13亿人民, 2000多人口; not 评选6人民主推荐, 8人口述."""
_LONGEST_INDEX = 8
"""Characters of them that are looked at."""


class Measure(Struct):
    """A unit after a number."""

    text: str
    """As printed, without 多 and 半: 个月 of 1个多月."""
    end: int
    kind: str
    """unit (of measure) or classifier 量词."""
    more: bool
    """With 多 or 余 in it or after it: 1个多月, 3年多."""
    half: bool
    """With 半 in it or after it: 两年半, 三个半小时."""


class _Words(NamedTuple):
    """Measure words with the same first character."""

    kinds: dict[str, str]
    sizes: tuple[int, ...]
    """Their lengths, the longest first."""


@cache
def _table() -> dict[str, _Words]:
    """First character → the words that begin with it."""
    kinds = dict.fromkeys(words("measure_words"), "classifier") | dict.fromkeys(words("units"), "unit")
    table: dict[str, dict[str, str]] = {}
    for word, kind in kinds.items():
        table.setdefault(word[0], {})[word] = kind
    return {first: _Words(row, tuple(sorted({len(word) for word in row}, reverse=True))) for first, row in table.items()}


@cache
def _compounds() -> dict[str, str]:
    """Word that begins like a measure word → what after it makes the measure word one again."""
    return {word: unless for word, _, unless in (line.partition("/") for line in words("measure_compounds"))}


def read_measure(key: str, at: int, *, figures: bool) -> Measure | None:
    """The longest unit at `at`; single Latin letters only after figures."""
    found = _simple(key, at, figures=figures)
    if found is None:
        return None
    word, kind = found
    first = at + len(word)
    text, end = key[at:first], first
    while key[end : end + 1] in _JOINTS:
        per = (key[end + 1], "unit") if key[end] == "/" and key[end + 1 : end + 2] in _PERIODS else _simple(key, end + 1, figures=True)
        if per is None or (key[end] == "每" and per[0] not in _RATES):
            break
        end += 1 + len(per[0])
        text = key[at:end]
        kind = "unit"
    return _with_rest(key, Measure(text, end, kind, more=False, half=False))


def _simple(key: str, at: int, *, figures: bool) -> tuple[str, str] | None:
    row = _table().get(key[at : at + 1])
    if row is None:
        return None
    inner = _split(key, at) if key[at] in "个個" else ""
    if inner:
        return inner, "unit"
    for size in row.sizes:
        word = key[at : at + size]
        kind = row.kinds.get(word)
        if kind and _stands(key, at, word, figures=figures):
            return word, kind
    return None


def _split(key: str, at: int) -> str:
    """个多月, 个半小时: the unit with 多 or 半 in it."""
    if key[at + 1 : at + 2] not in ("多", "余", "半"):
        return ""
    return next((key[at : at + 2] + unit for unit in ("月", "小时", "小時", "星期", "学期", "世纪") if key.startswith(unit, at + 2)), "")


def _stands(key: str, at: int, word: str, *, figures: bool) -> bool:
    if word[-1].isascii() and word[-1].isalnum():
        after = key[at + len(word) : at + len(word) + 1]
        return figures and not (after.isascii() and (after.isalnum() or after == "-"))
    if len(word) > 1 and word not in _BEHIND:
        return word not in _PEOPLE or key[at - 1 : at] in _PEOPLE[word]
    if word in "两兩" and _simple(key, at + 1, figures=False):
        return False  # 2019两个年度
    if behind := _BEHIND.get(word):
        counted = word in "点點" and key.startswith(_POINTS_OF, at + 1)
        return counted or behind.search(key, max(0, at - _LONGEST_INDEX), at) is not None
    compounds = _compounds()
    for size in (2, 3):
        unless = compounds.get(key[at : at + size])
        if unless is not None and not (unless and key.startswith(unless, at + size)):
            return False
    return True


def _with_rest(key: str, found: Measure) -> Measure:
    text, end = found.text, found.end
    if len(text) > 2 and text[0] in "个個" and text[1] in "多余半":
        return found._replace(text=text[0] + text[2:], more=text[1] != "半", half=text[1] == "半")
    if found.kind != "unit" or key[end : end + 1] not in ("多", "余", "半"):
        return found
    if key[end] == "半":
        is_half = text[-1] in _HALVED and key[end + 1 : end + 2] not in tuple("数价径边天年")
        return found._replace(end=end + 1, half=True) if is_half else found
    return found if key[end + 1 : end + 2] in tuple("元样种层名项个家杭姚数少次方用功粮糧") else found._replace(end=end + 1, more=True)
