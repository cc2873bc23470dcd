"""Names of companies without an ending: 沧江纺织, 恒澈电子 in a list of companies, 安舍物业.

A proper name of two or three characters and a trade are a company where they stand beside another unit in a list, or where the
text counts them (恒澈电子、霞光包装两家企业); elsewhere they are goods as well.
"""

from collections.abc import Iterator

from pipeline.entities.masking import BLANK
from pipeline.entities.unit_marks import GENERIC_DIVISIONS, JOINTS, STOP
from pipeline.entities.vocabulary import vocabulary
from pipeline.notation.han import is_han
from pipeline.notation.pattern import Pattern

TRADES = tuple(
    (
        "石化 煤电 煤业 肉业 面业 纸业 铝业 铜业 种业 牧业 木业 鞋业 化纤 水产 灯饰 光学 光电 美妆 航运 集运 海运 财险 人寿 医疗 激光 精工 重汽 "
        "纺织 电子 包装 物业 食品 科技 制药 实业 建工 地产 置业 能源 重工 股份 化工 钢铁 水泥 机械 传媒 物流 快递 速递 电器 服饰 药业 矿业 乳业 证券 "
        "控股 建设 制造 汽车 通信 网络 软件 生物 医药 环保 农业 果业 茶业 酒业 陶瓷 家具 家电 玻璃 电力 燃气 水务 航空 铁塔 超市 百货 商贸 旅游 酒店 "
        "餐饮 地铁 港务 印务 建材 电缆 轴承 材料 智能 投资 保险 信托 租赁 饮品 饮料 重装 毛纺 纺机 米业 粮业 油业 "
        "糖业 盐业 禽业 瓷业 塑业 竹业 菌业 影业 影视 文旅 出行 装饰 园林 路桥 检测"
    ).split()
)
_LASTS = "".join(sorted({trade[1] for trade in TRADES}))
_ACTS = frozenset("在获将向为赠出调提共也投签参派捐承")
"""With which what a company does begins: 三江重工 | 调集."""
_DEEDS = frozenset("宣布 推出 表示 发布 展出 计划 中标 签约 承建 研发 宣告".split())
"""And in full, where the first character begins other words as well."""
_WITH = Pattern(r"[与和同][^,。;!?\n]{2,30}?(?:合作|合资|签|携手|联手|联合|共同|达成)", first="与和同")
"""What it does with another: 三江传媒 | 与家乐影业合作."""
_BEGINS = "".join(sorted(_ACTS | {deed[0] for deed in _DEEDS}))
_TRADE = Pattern(rf"[{_LASTS}](?=[、,。;和及与同等两三四五六七八九十({_BEGINS}])")
"""The last character of a trade before what may stand behind the name of a company."""
_NO_NAME = frozenset("自新老旧大小各")
"""With which goods begin: 自编软件."""
_KNOWN = frozenset(TRADES)
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
        if key[end - 2 : end] not in _KNOWN:
            continue
        begins = (_begin(key, at, end) for at in range(max(passed, end - 2 - _LONGEST), end - 3))
        start = next((at for at in begins if at >= 0), -1)
        passed = max(passed, end)
        if start < 0:
            continue
        if row and (row[-1][1] + 1 != start or key[row[-1][1]] not in JOINTS):
            yield from _counted(key, row, ends)
            row = []
        row.append((start, end))
    yield from _counted(key, row, ends)


def _begin(key: str, start: int, end: int) -> int:
    """Where the name begins of which `start:end` is the proper name and the trade: there, or with the place before it; -1 for none."""
    words = vocabulary()
    name = key[start : end - 2]
    if not STOP.isdisjoint(name) or name[:1] == "为" or words.is_common(name[:2]) or words.is_common(name[-2:]) or name[-2:] in words.functions:
        return -1
    sizes = (0, 2, 3, 4) if is_han(key[start]) else ()
    begins = (start - size for size in sizes if not size or key[start - size : start] in words.places)
    return next((at for at in begins if _is_apart(key, at)), -1)


def _is_apart(key: str, at: int) -> bool:
    """Whether a name may begin here: behind a sign, a joint or an everyday word."""
    before = key[at - 1 : at] or " "
    if before == "其" and key[at] == "中":
        return False
    return not is_han(before) or before in JOINTS or before in STOP or vocabulary().is_common(key[at - 2 : at])


def _counted(key: str, row: list[tuple[int, int]], ends: frozenset[int]) -> list[tuple[int, int]]:
    """The names of a row, if the text treats them as units."""
    if not row:
        return []
    last = row[-1][1]
    beside = (row[0][0] - 1 in ends and key[row[0][0] - 1] in JOINTS) or (key[last : last + 1] in JOINTS and key[last + 1 : last + 2] == BLANK)
    return row if beside or _COUNTED.match(key, last) or (len(row) == 1 and _acts(key, *row[0])) else []


def _acts(key: str, start: int, end: int) -> bool:
    """Whether a sentence begins with the name, which does something."""
    acts = key[end : end + 1] in _ACTS or key[end : end + 2] in _DEEDS or _WITH.match(key, end)
    return not is_han(key[start - 1 : start] or " ") and bool(acts) and key[start] not in _NO_NAME
