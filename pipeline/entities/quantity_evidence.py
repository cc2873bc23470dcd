"""What looks like an amount and is none, by its wording and the characters around it.

an ordinal   第三届  二次供水  三期工程  前三名  5层 (位于)      an article    一个时期  每一位  一名 (one only where things are counted)
a time       2020年  98年5月  15日  8时30分                    a name        “三张清单”  《…100条》  四个“坚持”  4A级  1.2.3
"""

from collections.abc import Callable
from functools import lru_cache

from pipeline.notation.names import is_han
from pipeline.notation.numbers import is_figures
from pipeline.notation.pattern import Pattern
from pipeline.notation.shares import Amount

_COUNTING = tuple(
    (
        "共 计 仅 只 各 达 近 约 逾 超 足 满 超过 不足 不到 至少 不少于 为期 历时 长达 任期 期限 用时 耗时 持续 连续 连任 "
        "分 分为 分成 设 设立 设置 增加 减少 新增 "
        "试用期 聘期 有效期 保修期 工期 会期 刑期 学制 缓刑 放假 全家 "
        "少于 多于 设有 下设 建成 组建 成立 举办 "
        "开办 编印 印发 出版 编写 最多 最少 提前 推迟 延长 缩短 以上 得 扣 了 出 等 有 整整 上 满分 超出 至多 每隔 间隔 相隔"
    ).split()
)
"""Before a number: it counts."""
_COUNTING_ONE = tuple(
    "共 共计 仅 各 至少 不少于 为期 增加 减少 新增 多于 只有 仅有 共有 各有 每人 每户 每村 每县 每镇 每社区 每单位 每校".split()
)
"""Before 一 and a measure word: it is a number and no article."""
_ORDINAL_MEASURES = frozenset("期组層层部队册卷集章度分角課课面里两寸尺丈方轮节幕行股门口级道段坪厘")
"""With a Chinese numeral they number as often as they count: 三期, 三组."""
_LENGTH_AFTER = tuple("路 地 远 遠 长 長 宽 寬 高 深 厚 山路 水路".split())
"""After 里, 尺 and 丈: they measure (五里路), where 五里 alone may be the name of a place."""
_HIGH_BEFORE = tuple("为為共高建")
_HELD_OFTEN = Pattern(r"(?:举办|舉辦|开办|主办|承办|编印|编发|出版|刊出)[^,。;:\n]{1,14}$")
"""Before 三期 at the end of a clause: so many were held, where 工程三期 is the third."""
_LIGHT = frozenset("年 天 日 周 度 成 分 里 两 角 元 寸 尺 丈 岁 升 克 石 立方 刻钟 周岁 秒 米 斤 方 折 星期 学年".split())
"""Units with which 一 is a part of speech as often as a number: 一天, 一年一度."""
_WHOLE = frozenset("本项版")
_MANY = 1000
"""With 万 a number of whole things has decimals: 2.4万本."""
_A_TEXT = 50
"""Characters that somebody counts."""
_RANKS = tuple("名位强")
_HOURS = tuple("时時点點:：")
_DAYS_AFTER = Pattern(r"[ ]?(?:之?[内內]|以[内內上下]|左右|为限|的?(?:期限|时间|时限))")
_DAYS_BEFORE = tuple(
    (
        "为期 历时 连续 满 达 超过 近 约 逾 共 不少于 至少 不超过 提前 推迟 延长 持续 "
        "长达 累计 期限 期限为 不得少于 不得超过 少于 每 隔"
    ).split()
)
_MONTH_AFTER = Pattern(r"[ ]?(?:\d{1,2}[ ]?月|[上下]半年|第?[一二三四1-4]季度|[春夏秋冬][天季]|[—–~～\-至][ ]?(?:19|20)\d\d年)")
_QUOTES = ("“”", "「」", "『』", "‘’", '""', "《》", "〈〉")
_STRAIGHT = Pattern('"')
_OPENING = frozenset(pair[0] for pair in _QUOTES)
_LONGEST_NAME = 14
"""Characters of a name in quotes; 《》 hold a name of any length."""
_LONGEST_TITLE = 80
_STOPS = tuple("，。；：！？,;\n")
_CLAUSE_HELD = 20
"""Characters back from 三期 in which a word may say that so many were held."""
_CLAUSE = 12
"""Characters back from 一 in which a word may say that it counts."""
_NONE_BEFORE = Pattern(r"(?:没有?|未|无|不[漏落少差放])[^,。;:、!?\n“”]{0,6}$|每[^个位一,。;、][^,。;:、!?\n“”]{2,7}$")
_EXCEPT = Pattern(r"除[^,。;\n]{0,10}$")
_BUT = Pattern(r"[^,。;\n]{0,6}外")
_HELD = tuple("进行 進行 开展 開展 组织 举办".split())
"""Before 一次 and what is done: 进行一次全面检查."""
_POINTING = tuple("这那每上下同某第另头首")
_NO_LENGTH = tuple("这這那每同当當第另头頭前后後上下某的之有是又最近去今明新整全日月年周天复")
"""Before 一年 and 一天 where they name a time."""
_HALF_OF = tuple("上下前后後大多过過一小")
_ENDS = Pattern(r"[,。;)]|$")
_ENTRY_ENDS = Pattern(r"[、,。;)]|$")
_THINGS = frozenset("座台辆輛艘栋棟幢间間所架套份面枚眼孔")
"""Measure words of what is bought and built."""
_LISTED_ORDINALS = Pattern("[一二三四五六七八九]、$")
"""二、三名 and 一、二期 are ordinals."""
_NUMBER_JOINTS = frozenset("、和及至到-")
_NUMBERED_BEFORE = Pattern(r"第[ ]?\d+(?:[、和及至到-]\d+)*[、和及至到-]$")
"""So is 30节 in 第29、30节."""
_MARKED_YEAR = Pattern(r"\d{1,2}\.(?:19|20)\d\d")
_GLOSS = Pattern(r"\((?:公元)?前?\d{1,4}年?[),]")
"""After the year of a reign: 淳熙七年(1180年)."""
_SPACED = Pattern(r"[\d一二三四五六七八九十百千.] $")
_PLACE = Pattern("[子户店铺堡庄沟屯营坡坟寨湾塘渠口岭房台坪][村镇乡屯庄]|渠市", first="子户店铺堡庄沟屯营坡坟寨湾塘渠口岭房台坪")
"""After 三家, where they begin the name of a place: 三家店村, 八家户村."""
_SLOGAN_AFTER = Pattern(r"[“\"「‘][^”\"」’]{1,2}[”\"」’]")


def is_quantity(key: str, amount: Amount) -> bool:
    """Whether the text around an amount leaves it one."""
    start = amount.start
    return (
        not _is_joined(key, amount)
        and not (key[start - 1 : start] == "老" and amount.numeral in tuple("一二三四五六七八九"))  # 周老五把
        and not key.endswith(("第", "第 ", "№", "No.", "编号", "成千上", "成百上"), 0, start)
        and not (len(amount.numeral) == 1 and amount.unit not in ("个", "個") and _PLACE.match(key, amount.end))
        and not (key[start - 1 : start] in _NUMBER_JOINTS and _NUMBERED_BEFORE.search(key[max(0, start - 16) : start]))
        and (is_figures(amount.numeral) or _counts_in_words(key, amount))
        and _check_unit(key, amount)
        and not _is_slogan(key, amount)
        and not is_quoted(key, start, amount.end)
    )


def _is_joined(key: str, amount: Amount) -> bool:
    """A piece of a longer code: 0999-12个, A4张, 1.2.3, 5+2天; or the marker of a heading: 3 个人."""
    start = amount.start
    before, far = key[start - 1 : start], key[start - 2 : start - 1] if start > 1 else ""
    if before.isascii() and before.isalpha():
        return True
    if before and before in "-+./_#@=*×" and far.isascii() and far.isalnum():
        return True
    if before == " " and _SPACED.search(key, max(0, start - 2), start):
        return True
    if "." in amount.numeral and amount.kind == "classifier" and (" " in key[start : amount.end] or amount.unit in _WHOLE):
        return amount.value < _MANY  # a version, 0.15 个, or the number of a heading: 2.2本项目
    is_opening = before in ("", "\n")
    return is_opening and key[start : amount.end].find(" ") in (1, 2) and amount.kind == "classifier"


def _counts_in_words(key: str, amount: Amount) -> bool:
    """Whether a number in Chinese numerals counts; 两 always does."""
    if amount.kind in ("ratio", "money", "bare"):
        return amount.value > 0
    if key.endswith(("届", "屆"), 0, amount.start) or _LISTED_ORDINALS.search(key, max(0, amount.start - 2), amount.start):
        return False
    counted = key.endswith(_COUNTING, 0, amount.start)
    check = None if amount.between else _NUMERAL_CHECKS.get(amount.numeral)
    if check and not (amount.numeral in "一二" and (amount.more or amount.value % 1)):
        return check(key, amount, counted)
    if amount.unit in _ORDINAL_MEASURES and (amount.between or len(amount.numeral) == 1) and not amount.value % 1:
        return counted or amount.numeral in "两兩" or _is_measured(key, amount)
    return amount.value > 0


def _is_measured(key: str, amount: Amount) -> bool:
    """五里路, 楼为三层; 举办培训班三期."""
    start, end = amount.start, amount.end
    if amount.unit in ("层", "層"):
        return key.endswith(_HIGH_BEFORE, 0, start)
    if amount.unit in ("期", "课", "課", "轮"):
        return _ENDS.match(key, end) is not None and _HELD_OFTEN.search(key[max(0, start - _CLAUSE_HELD) : start]) is not None
    return amount.unit in ("里", "丈", "尺") and key.startswith(_LENGTH_AFTER, end)


def _is_half(key: str, amount: Amount, counted: bool) -> bool:  # noqa: FBT001  one signature for the family
    if key.endswith(_HALF_OF, 0, amount.start):
        return False
    return amount.more or amount.unit not in ("年", "天") or counted or key.endswith(("每", "已", "不到"), 0, amount.start)


def _is_one(key: str, amount: Amount, counted: bool) -> bool:  # noqa: FBT001
    if amount.kind == "classifier":
        return key.endswith(_COUNTING_ONE, 0, amount.start) or _counts_one(key, amount)
    if amount.unit in _LIGHT:
        return (counted and key[amount.start - 1] != "有") or _lasts(key, amount)  # 有一天
    return counted or not key.endswith(_POINTING, 0, amount.start)


def _lasts(key: str, amount: Amount) -> bool:
    """休息一天，: as long as that, at the end of a clause; not 有一天， or 新的一年，."""
    before = key[amount.start - 1 : amount.start]
    ends = amount.unit in ("年", "天", "周", "日") and _ENDS.match(key, amount.end) is not None
    return ends and is_han(before) and before not in _NO_LENGTH


def _counts_one(key: str, amount: Amount) -> bool:
    """没有发生一件, 除一条支线外, 每晚安排一人; 每月巡视一次, 进行一次检查."""
    before = key[max(0, amount.start - _CLAUSE) : amount.start]
    if before.endswith(_POINTING):
        return False
    if amount.unit == "次":
        return _ENDS.match(key, amount.end) is not None or before.endswith(_HELD)
    if amount.unit not in ("个", "個") and (_NONE_BEFORE.search(before) or _is_entry(key, amount)):
        return True
    return _EXCEPT.search(before) is not None and _BUT.match(key, amount.end) is not None


def _is_entry(key: str, amount: Amount) -> bool:
    """溢洪道一座、: a thing and how many of it; not 发现一件，查处一件."""
    before, one = key[amount.start - 1 : amount.start], key[amount.start : amount.end]
    alone = key.count(one, max(0, amount.start - _CLAUSE), amount.end + _CLAUSE) == 1
    return alone and is_han(before) and amount.unit in _THINGS and _ENTRY_ENDS.match(key, amount.end) is not None


def _is_two(key: str, amount: Amount, counted: bool) -> bool:  # noqa: ARG001, FBT001
    """二 before a measure word is an ordinal, unless nothing follows: 会员二人, 每位二张."""
    is_measured = amount.kind == "unit" and amount.unit not in _LIGHT
    is_last = (amount.kind == "unit" or amount.unit not in _ORDINAL_MEASURES) and _ENDS.match(key, amount.end) is not None
    return is_measured or amount.unit in ("人", "人次") or is_last


def _is_round(key: str, amount: Amount, counted: bool) -> bool:  # noqa: ARG001, FBT001
    """百名, 千家; 百年 and 千里 are figures of speech as often as not."""
    return amount.kind == "classifier" or counted


_NUMERAL_CHECKS: dict[str, Callable[[str, Amount, bool], bool]] = {
    "半": _is_half, "一": _is_one, "二": _is_two, "百": _is_round, "千": _is_round,
}  # fmt: skip


def _check_unit(key: str, amount: Amount) -> bool:
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
    return not key.endswith(("前", "列第", "居第", "位列", "位居", "排名"), 0, amount.start)


def _is_floor(key: str, amount: Amount) -> bool:
    return not key.endswith(("位于", "在", "负", "地下", "楼", "座", "栋"), 0, amount.start)


def _is_written(key: str, amount: Amount) -> bool:  # noqa: ARG001  one signature for the family
    """Characters of a text; 十二字方针 and 十字路口 count none."""
    return amount.value >= _A_TEXT


_UNIT_CHECKS = {
    "年": _is_years, "日": _is_days, "周": _is_weeks, "分": _is_score, "秒": _is_score, "名": _is_rank, "位": _is_rank, "层": _is_floor,
    "字": _is_written,
}  # fmt: skip


def _is_slogan(key: str, amount: Amount) -> bool:
    """四个“坚持”, 3个100%."""
    if amount.unit not in ("个", "個"):
        return False
    return key[amount.end : amount.end + 1].isdigit() or (
        not is_figures(amount.numeral) and _SLOGAN_AFTER.match(key, amount.end) is not None
    )


def is_quoted(key: str, start: int, end: int) -> bool:
    """Whether it stands in a name: in 《》, or in quotes around a few words without a stop."""
    if _OPENING.isdisjoint(key[max(0, start - _LONGEST_TITLE) : start]):
        return False
    return any(_is_inside(key, start, end, pair) for pair in _QUOTES)


@lru_cache(maxsize=1)
def _straight_openings(key: str) -> frozenset[int]:
    """Where a straight quote opens: each other one. Kept, since every amount of a text asks, and counting takes longer the later it stands."""
    return frozenset([match.start() for match in _STRAIGHT.finditer(key)][::2])


def _is_inside(key: str, start: int, end: int, pair: str) -> bool:
    opening, closing = pair[0], pair[1]
    longest = _LONGEST_TITLE if opening == "《" else _LONGEST_NAME
    first = key.rfind(opening, max(0, start - longest), start)
    if first < 0 or (opening == closing and first not in _straight_openings(key)):
        return False
    last = key.find(closing, end, end + longest)
    if last < 0 or last - first > longest + 2 or closing in key[first + 1 : start]:
        return False
    return opening == "《" or not any(stop in key[first:last] for stop in _STOPS)
