"""Names of companies without an ending: 沧江纺织, 恒澈电子 in a list of companies, 安舍物业.

A proper name of two or three characters and a trade are a company where they stand beside another unit in a list, or where the
text counts them (恒澈电子、霞光包装两家企业); elsewhere they are goods as well.
"""

from collections.abc import Iterator

from pipeline.entities.masking import BLANK
from pipeline.entities.unit_marks import GENERIC_DIVISIONS, JOINTS, STOP, is_han
from pipeline.entities.vocabulary import vocabulary
from pipeline.notation.pattern import Pattern

TRADES = tuple(
    (
        "石化 煤电 煤业 肉业 面业 纸业 铝业 铜业 种业 牧业 木业 鞋业 化纤 水产 灯饰 光学 光电 美妆 航运 集运 海运 财险 人寿 医疗 激光 精工 重汽 "
        "纺织 电子 包装 物业 食品 科技 制药 实业 建工 地产 置业 能源 重工 股份 化工 钢铁 水泥 机械 传媒 物流 快递 速递 电器 服饰 药业 矿业 乳业 证券 "
        "控股 建设 制造 汽车 通信 网络 软件 生物 医药 环保 农业 果业 茶业 酒业 陶瓷 家具 家电 玻璃 电力 燃气 水务 航空 铁塔 超市 百货 商贸 旅游 酒店 "
        "餐饮 地铁 港务 印务 建材 电缆 轴承 材料 智能 投资 保险 信托 租赁 饮品 饮料 重装 毛纺 纺机"
    ).split()
)
_LASTS = "".join(sorted({trade[1] for trade in TRADES}))
_TRADE = Pattern(rf"[{_LASTS}](?=[、,。;和及与等两三四五六七八九十(])(?<=[\u4e00-\u9fff]{{2}}(?:{'|'.join(TRADES)}))")
"""The end of a trade with a name before it; begins with one class, which is searched ten times as fast as the trades."""
_LONGEST = 3
"""Characters of the name before the trade."""
_COUNTED = Pattern(r"(?:等)?[两三四五六七八九十\d]+(?:余|多)?(?:家|户|个)")


_CARRIER = Pattern(
    r"(?:移动|联通|电信|铁塔|人保财险)(?!通信|互联|电话|支付|办公|终?端|网|用户|业务|宽带|信号|卡|诈骗|平台|图书|执法|警务|式|化|厕|设备)",
    needs="移联电铁人",
)
_LONGEST_PLACE = 4


def carriers(key: str, places: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Spans of services of the whole state that are named with the place of a branch alone: 云州移动, 石桥联通."""
    words = vocabulary()
    for match in _CARRIER.finditer(key):
        for size in range(_LONGEST_PLACE, 1, -1):
            start = match.start() - size
            place = key[start : match.start()]
            if start >= 0 and place not in GENERIC_DIVISIONS and (place in places or (place in words.places and not words.is_common(place))):
                yield start, match.end()
                break


def trade_names(key: str, ends: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Spans of such names, in order; `ends` are where other units end."""
    row: list[tuple[int, int]] = []
    passed = 0
    for match in _TRADE.finditer(key):
        end = match.end()
        start = next((at for at in range(max(passed, end - 2 - _LONGEST), end - 3) if _is_proper(key, at, end)), -1)
        passed = max(passed, end)
        if start < 0:
            continue
        if row and (row[-1][1] + 1 != start or key[row[-1][1]] not in JOINTS):
            yield from _counted(key, row, ends)
            row = []
        row.append((start, end))
    yield from _counted(key, row, ends)


def _is_proper(key: str, start: int, end: int) -> bool:
    """Whether what stands before the trade may be a proper name, and a joint or an everyday word before it."""
    words = vocabulary()
    name = key[start : end - 2]
    if not is_han(key[start]):
        return False
    before = key[start - 1 : start] or " "
    joint = not is_han(before) or before in JOINTS or before in STOP or words.is_common(key[start - 2 : start])
    return joint and STOP.isdisjoint(name) and not words.is_common(name[:2]) and not words.is_common(name[-2:]) and name[-2:] not in words.functions


def _counted(key: str, row: list[tuple[int, int]], ends: frozenset[int]) -> list[tuple[int, int]]:
    """The names of a row, if the text treats them as units."""
    if not row:
        return []
    last = row[-1][1]
    beside = (row[0][0] - 1 in ends and key[row[0][0] - 1] in JOINTS) or (key[last : last + 1] in JOINTS and key[last + 1 : last + 2] == BLANK)
    return row if beside or _COUNTED.match(key, row[-1][1]) else []
