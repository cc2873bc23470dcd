"""Whether a number in Chinese numerals counts: 一 before a measure word is an article, 三期 and 三组 are ordinals as often as numbers.

an article    一个时期  每一位  一名 (one only where things are counted)      an ordinal    三期工程  二、三名      a figure of speech    百年  千里
"""

from collections.abc import Callable

from pipeline.entities.quantity_units import ENDS, is_measured
from pipeline.notation.han import all_han
from pipeline.notation.pattern import Pattern
from pipeline.notation.shares import Amount

_COUNTING = tuple(
    (
        "共 计 仅 只 各 达 近 约 逾 超 足 满 超过 不足 不到 至少 不少于 为期 历时 长达 任期 期限 用时 耗时 持续 连续 连任 "
        "分 分为 分成 设 设立 设置 增加 减少 新增 "
        "试用期 聘期 有效期 保修期 工期 会期 刑期 学制 缓刑 放假 全家 一家 "
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
_LIGHT = frozenset("年 天 日 周 度 成 分 里 两 角 元 寸 尺 丈 岁 升 克 石 立方 刻钟 周岁 秒 米 斤 方 折 星期 学年".split())
"""Units with which 一 is a part of speech as often as a number: 一天, 一年一度."""
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
_WITHIN = tuple("内 之内 以内 以上 以下".split())
_HALF_OF = tuple("上下前后後大多过過一小")
_ENTRY_ENDS = Pattern(r"[、,。;)]|$")
_THINGS = frozenset("座台辆輛艘栋棟幢间間所架套份面枚眼孔")
"""Measure words of what is bought and built."""
_LISTED_ORDINALS = Pattern("[一二三四五六七八九]、$")
"""二、三名 and 一、二期 are ordinals."""


def counts_in_words(key: str, amount: Amount) -> bool:
    """Whether a number in Chinese numerals counts; 两 always does."""
    if amount.kind in ("ratio", "money", "bare"):
        return amount.value > 0
    if key.endswith(("届", "屆"), 0, amount.start) or _LISTED_ORDINALS.search(key, max(0, amount.start - 2), amount.start):
        return False
    if amount.numeral == "一" == key[amount.start - 1 : amount.start]:
        return False  # 一一载明
    counted = key.endswith(_COUNTING, 0, amount.start)
    check = None if amount.between else _NUMERAL_CHECKS.get(amount.numeral)
    if check and not (amount.numeral in "一二" and (amount.more or amount.value % 1)):
        return check(key, amount, counted)
    if amount.unit in _ORDINAL_MEASURES and (amount.between or len(amount.numeral) == 1) and not amount.value % 1:
        return counted or amount.numeral in "两兩" or is_measured(key, amount)
    return amount.value > 0


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
    ends = amount.unit in ("年", "天", "周", "日") and ENDS.match(key, amount.end) is not None
    return ends and all_han(before) and before not in _NO_LENGTH


def _counts_one(key: str, amount: Amount) -> bool:
    """没有发生一件, 除一条支线外, 每晚安排一人; 每月巡视一次, 进行一次检查."""
    before = key[max(0, amount.start - _CLAUSE) : amount.start]
    if before.endswith(_POINTING):
        return False
    if amount.unit == "次":
        return ENDS.match(key, amount.end) is not None or before.endswith(_HELD)
    if amount.unit not in ("个", "個") and (_NONE_BEFORE.search(before) or _is_entry(key, amount)):
        return True
    return _EXCEPT.search(before) is not None and _BUT.match(key, amount.end) is not None


def _is_entry(key: str, amount: Amount) -> bool:
    """溢洪道一座、: a thing and how many of it; not 发现一件，查处一件."""
    before, one = key[amount.start - 1 : amount.start], key[amount.start : amount.end]
    alone = key.count(one, max(0, amount.start - _CLAUSE), amount.end + _CLAUSE) == 1
    return alone and all_han(before) and amount.unit in _THINGS and _ENTRY_ENDS.match(key, amount.end) is not None


def _is_two(key: str, amount: Amount, counted: bool) -> bool:  # noqa: ARG001, FBT001
    """二 before a measure word is an ordinal, unless nothing follows: 会员二人, 每位二张; 二年内."""
    if amount.unit == "年" and key.startswith(_WITHIN, amount.end):
        return True
    is_measured = amount.kind == "unit" and amount.unit not in _LIGHT
    is_last = (amount.kind == "unit" or amount.unit not in _ORDINAL_MEASURES) and ENDS.match(key, amount.end) is not None
    return is_measured or amount.unit in ("人", "人次") or is_last


def _is_round(key: str, amount: Amount, counted: bool) -> bool:  # noqa: ARG001, FBT001
    """百名, 千家; 百年 and 千里 are figures of speech as often as not."""
    return amount.kind == "classifier" or counted


_NUMERAL_CHECKS: dict[str, Callable[[str, Amount, bool], bool]] = {
    "半": _is_half, "一": _is_one, "二": _is_two, "百": _is_round, "千": _is_round,
}  # fmt: skip
