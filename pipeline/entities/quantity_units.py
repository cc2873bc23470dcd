"""What looks like an amount and is none, by its unit.

a time    2020年  98年5月  15日  8时30分      an ordinal    前三名  5层 (位于)      a place    五里 (五里路 measures)
"""

from pipeline.notation.numbers import is_figures
from pipeline.notation.pattern import Pattern
from pipeline.notation.shares import Amount

_LENGTH_AFTER = tuple("路 地 远 遠 长 長 宽 寬 高 深 厚 山路 水路".split())
"""After 里, 尺 and 丈: they measure (五里路), where 五里 alone may be the name of a place."""
_HIGH_BEFORE = tuple("为為共高建")
_HELD_OFTEN = Pattern(r"(?:举办|舉辦|开办|办(?![公事理法案])|主办|承办|编印|编发|出版|刊出)[^,。;:\n]{1,14}$")
"""Before 三期 at the end of a clause: so many were held, where 工程三期 is the third."""
_A_TEXT = 50
"""Characters that somebody counts."""
_HOURS = tuple("时時点點:：")
_DAYS_AFTER = Pattern(r"[ ]?(?:之?[内內]|以[内內上下]|左右|为限|的?(?:期限|时间|时限))")
_DAYS_BEFORE = tuple(
    (
        "为期 历时 连续 满 达 超过 近 约 逾 共 不少于 至少 不超过 提前 推迟 延长 持续 "
        "长达 累计 期限 期限为 不得少于 不得超过 少于 每 隔 日起"
    ).split()
)
_MONTH_AFTER = Pattern(r"[ ]?(?:\d{1,2}[ ]?月|[上下]半年|第?[一二三四1-4]季度|[春夏秋冬][天季]|[—–~～\-至][ ]?(?:19|20)\d\d年)")
_CLAUSE_HELD = 20
"""Characters back from 三期 in which a word may say that so many were held."""
ENDS = Pattern(r"[,。;)]|$")
_MARKED_YEAR = Pattern(r"\d{1,2}\.(?:19|20)\d\d")
_ROOM = Pattern(r"\d{1,4}(?:单元|單元|号|號|室|-)", first="0123456789")
_NO_FRONT = tuple("目前 此前 日前 之前 以前 当前".split())
_MOST_CLASSES, _YEAR_AND_CLASS = 30, 1000
"""Classes that a year of a school has, and the least number that names year and class."""
_BODIES = ("会", "人大", "政协")
_ROUNDS_BEFORE = tuple("进行 开展 经过 经历 遭遇 组织 展开".split())
"""Before 三轮: so many were."""
_GLOSS = Pattern(r"\((?:公元)?前?\d{1,4}年?[),]")
"""After the year of a reign: 淳熙七年(1180年)."""


def is_measured(key: str, amount: Amount) -> bool:
    """五里路, 楼为三层; 举办培训班三期."""
    start, end = amount.start, amount.end
    if amount.unit in ("层", "層"):
        return key.endswith(_HIGH_BEFORE, 0, start)
    if amount.unit in ("轮", "輪") and key.endswith(_ROUNDS_BEFORE, 0, start):
        return True
    if amount.unit in ("期", "课", "課", "轮"):
        return ENDS.match(key, end) is not None and _HELD_OFTEN.search(key[max(0, start - _CLAUSE_HELD) : start]) is not None
    return amount.unit in ("里", "丈", "尺") and key.startswith(_LENGTH_AFTER, end)


def check_unit(key: str, amount: Amount) -> bool:
    """Whether the text around an amount with such a unit leaves it one."""
    check = _UNIT_CHECKS.get(amount.unit)
    return check is None or check(key, amount)


def _is_years(key: str, amount: Amount) -> bool:
    numeral = amount.numeral
    before_christ = key.endswith("(前", 0, amount.start) and key.startswith(")", amount.end)  # (前481年)
    if before_christ or _MARKED_YEAR.fullmatch(numeral) or _GLOSS.match(key, amount.end):
        return False
    is_plain = not any(c in "十百千万亿余多几数,. " for c in numeral)
    if is_plain and 1000 <= amount.value <= 2200 and len(numeral) == 4:
        return False
    if is_plain and len(numeral) >= 2 and not is_figures(numeral) and not amount.between:
        return False
    return _MONTH_AFTER.match(key, amount.end) is None


def _is_days(key: str, amount: Amount) -> bool:
    before = key[amount.start - 1 : amount.start]
    if before in ("月", "、", "-", "—"):
        return False
    return key.endswith(_DAYS_BEFORE, 0, amount.start) or _DAYS_AFTER.match(key, amount.end) is not None


def _is_weeks(key: str, amount: Amount) -> bool:
    """Not 周三周四, nor 住宅四周."""
    if key.endswith("周", 0, amount.start):
        return False
    if amount.numeral != "四" or key.endswith(_DAYS_BEFORE, 0, amount.start):
        return True
    return _DAYS_AFTER.match(key, amount.end) is not None or key.startswith(("共", "累计"), amount.end)


def _is_score(key: str, amount: Amount) -> bool:
    """Points, and minutes of a duration (1小时30分); not those of a clock time."""
    return key.endswith(("小时", "小時"), 0, amount.start) or not key.endswith(_HOURS, 0, amount.start)


def _is_rank(key: str, amount: Amount) -> bool:
    """Not 前三名; 目前73名 are so many."""
    return key.endswith(_NO_FRONT, 0, amount.start) or not key.endswith(("前", "列第", "居第", "位列", "位居", "排名"), 0, amount.start)


def _is_floor(key: str, amount: Amount) -> bool:
    return not key.endswith(("位于", "在", "负", "地下", "楼", "座", "栋"), 0, amount.start)


def _is_building(key: str, amount: Amount) -> bool:
    """Not that of an address: 人民路128号3栋2单元."""
    return not (key[amount.start - 1 : amount.start] in tuple("号弄") or _ROOM.match(key, amount.end))


def _is_time(key: str, amount: Amount) -> bool:
    """Not sessions that have a number: 人大四次会议."""
    return not (key.startswith(("会议", "全会", "全体会"), amount.end) and key.endswith(_BODIES, 0, amount.start))


def _is_classes(key: str, amount: Amount) -> bool:  # noqa: ARG001
    """Classes of learners; 三班 is the third of its year, and 8902班 that of 1989."""
    return _MOST_CLASSES < amount.value < _YEAR_AND_CLASS


def _is_centuries(key: str, amount: Amount) -> bool:  # noqa: ARG001
    """两世纪; 21世纪 is the one that has this number."""
    return amount.numeral in "两兩"


def _is_written(key: str, amount: Amount) -> bool:  # noqa: ARG001  one signature for the family
    """Characters of a text; 十二字方针 and 十字路口 count none."""
    return amount.value >= _A_TEXT


_UNIT_CHECKS = {
    "年": _is_years, "日": _is_days, "周": _is_weeks, "分": _is_score, "秒": _is_score, "名": _is_rank, "位": _is_rank, "层": _is_floor,
    "字": _is_written, "次": _is_time, "班": _is_classes, "世纪": _is_centuries, "世紀": _is_centuries,
    "栋": _is_building, "幢": _is_building, "座": _is_building,
}  # fmt: skip
