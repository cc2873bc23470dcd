"""What looks like a date and is none, by the characters around it.

a duration   3年  近20年的努力  10日内  为期3日  5月以上  三五年  2000年历史          a count      每月  第3月  3月龄
a name       十月革命  五一劳动奖章  三八红旗手  八一小学  21世纪酒店  庆“五一”文艺晚会        a number     15号楼
"""

from collections.abc import Callable

from pipeline.entities.date_phrases import Phrase
from pipeline.notation.date_atoms import Atom
from pipeline.notation.date_chains import follows_marker
from pipeline.notation.holidays import is_bare_number
from pipeline.notation.pattern import Pattern

# What stands before a number of days, months or years and makes it a duration or a count: 为期3日, 每月, 连续5日.
_COUNT_BEFORE = tuple("第每满滿近约約逾超历歷时時期达達足共连連续續個个内內过過前后後隔")
_NO_COUNT = ("日期", "时期", "以后", "之后", "此后", "此前", "之前", "过去", "時期")
_CLAUSE_BEFORE = ("", *",。;:!?、( \n“”《△▲●◆○◇■□*·")
_DAY_BEFORE = tuple("于 於 在 至 从 從 自 到 截止 截至 即 和 与 及 同 是 为 起 日期 时间 时间为 定 改 由".split())
"""Before a day that is printed without its month: 至15日, 于14日; after a verb it is a duration (公示10日)."""
_NUMBER_BEFORE = tuple("-.:/")
_ROUND_BEFORE = tuple("近約约逾超达達")
_SHORT_BEFORE = (
    *tuple("近约逾超达满已过去这共有第前后经历了的"),
    *"建党 建国 建军 建校 建院 建厂 建市 建区 成立 长达 历时 工作 从事 从业 从教 从医 从警 任职 结婚 坚守 坚持 相隔 持续 服役 驻".split(),
    *("为期", "累计", "时隔", "走过"),
)
_NEARLY_BEFORE = tuple(
    "历时 长达 用时 耗时 经过 经历 达 持续 花了 已有 已 有 共 任职 工作 从事 历经 时间 成立 坚持 坚守 了 出 投入 用 是 在位 停产 一干就是".split()
)
_BUILDING_BEFORE = tuple("路街楼第栋室巷弄院门座")
_CENTURY_BEFORE = tuple("进入 迈入 迈向 跨入 步入 跨 在 于 自 从 至 到 是 为".split())
_CELEBRATED_BEFORE = tuple("庆 庆祝 喜迎 欢度 迎 迎接 贺 欢庆 闹 纪念 恭贺 祝贺 过好 慶 慶祝 喜慶 献礼".split())
_TIME_BEFORE = tuple("在 于 自 从 至 到 逢 值 临近 年 节 截至 截止 时值 正值 恰逢 适逢 适值 明天 今天 昨天".split())

_AGO_BEFORE = tuple(
    "在 于 从 自 到 约 大约 大概 将近 近 与 跟 和 同 比 是 就 像 他 她 它 我 你 们 这 那 即 还 而 但 因 若 早 今 后来 仅 短短 直到 再".split()
)
"""Before 三天前 and 两年后, where they do not begin their clause."""
_NO_AGO_BEFORE = tuple("第每满滿止始束早迟期少个隔用使")
"""After these 三年前 counts from something else: 合同期满三个月前."""

# What follows.
_NOT_DAY = (
    *tuple("内內间間游龄齡本元语語文军軍历曆常用均照出光志記记期程刊报報益夜制捐化式站-多余不为后行"),
    *"之内 之內 之久 以内 以內 以上 以下 左右 工作".split(),
)
_HOURS = tuple("上午 下午 中午 凌晨 清晨 晚 早 夜 傍晚 当天 当日 当晚".split())
_CLOCK = Pattern(r"[ ]?(?:\d{1,2}[时點点:]|[零一二三四五六七八九十]+[时點点])", first=" 0123456789零一二三四五六七八九十")
_NEWS = tuple("在 电 讯 表示 指出 说 宣布 通报 介绍 发布 公布 举行 召开 抵达 来到 赴 从 就 向".split())
"""After a day that a name stands before: 李某某5日在会上指出."""
_NO_NEWS = ("在家", "在岗", "在校", "在职")
_NOT_MONTH = (
    *tuple("龄齡饼餅球亮光薪嫂子票租费費息刊历曆季花兰蘭宫桂牙经内期间多余"),
    *"流火 革命 怀胎 懷胎 诗社 以上 之内 之久 时间 的时间".split(),
)
_NOT_YEAR = tuple("历史 歷史 岁月 风雨 光阴 时间 历程 文明 传统 之久 以上 多 余 级 級 龄 来 间".split())
_NOT_SHORT_YEAR = (
    *tuple("来间多余的历后前之风如里内期和制"),
    *"以来 以上 时间 工龄 经验 党龄 校庆 华诞 坚守 奋斗 初心".split(),
)
_AFTER_CENTURY = (*tuple(",。、;:) 初末中之是的"), "以来", "以后", "以前")
_TIME_AFTER = (
    *tuple(",。、;:!?)\n 前后起至到是晚"),
    *"不打烊 不停工 不放假 不休 坚守 仍然 照常".split(),
    *"期间 期間 之前 之后 之际 来临 到来 临近 将至 将近 即将 当天 当日 当晚 节日 时节 以来 那天 那日 正值 上午 下午 在即 刚过 已过 过后 伊始".split(),
    *"双节 “双节” 两节 “两节” 假期 长假 小长假 黄金周 假日".split(),
)
_NUMBER_TIME_AFTER = tuple("节气 前后 前夕 之前 之后 之际 来临 到来 临近 当天 当日 时节 期间 假期 长假 小长假 黄金周".split())
_FESTIVALS_AFTER = Pattern(
    r"(?:[、和及]?[“\"]?(?:元旦|春节|元宵|清明|五一|端午|中秋|国庆|十一|重阳)节?[”\"]?)+", first='、和及“"元春清五端中国十重'
)
_NAME_AFTER = (
    *tuple("奖獎路村厂街"),
    *"劳动奖 勋章 红旗 奖章 奖状 先锋 先进 小学 中学 学校 大学 大道 大桥 大厦 广场 公园 水库 精神 运动 口号 标兵 能手 维权".split(),
)
_NEARLY_AFTER = tuple("时间 努力 历史 奋斗 建设 筹备 施工 工作经验 之久".split())
_PLAN_AFTER = tuple("末 初 收官 前期 后期".split())
_NO_WEEKDAY_BEFORE = tuple("每逢至到、—-个")
_NO_WEEKDAY_AFTER = tuple("至到、)—-")
_TOTAL_AFTER = tuple(
    ", 、 累计 全市 全县 全区 全省 全国 全镇 全村 全校 全院 全厂 完成 实现 我 本 同比 较 比 经济 主要 规模 的全 的主要 的经济".split()
)
_NOT_AFTER = {"day": _NOT_DAY, "month": _NOT_MONTH}
_RECENT = 12
"""Years before the issue that a text of the last century writes with two digits."""
_EARLIEST, _LATEST = 1840, 2100
"""Years outside, and those that end in 00, are durations as often as not: 2000年历史."""


def is_date(key: str, phrase: Phrase, follows: Phrase | None, year: int | None) -> bool:
    """Whether the text around a phrase leaves it a date; `follows` is the end of the range that it begins, `year` that of the issue."""
    kind = phrase.atoms[0].kind
    if kind == "every":
        return _recurs(key, phrase)
    if phrase.atoms[0].mode == "short" and follows is None:
        return _is_short_year(key, phrase, year)
    if follows is not None and kind == follows.atoms[0].kind and kind in ("day", "month", "year"):
        return _is_no_count(key, phrase.atoms[0]) and _leaves_free(key, follows)
    if phrase.joint and phrase.last.kind != "holiday":
        return _leaves_free(key, phrase)
    check = _CHECKS.get(kind)
    return check is None or check(key, phrase)


def _leaves_free(key: str, phrase: Phrase) -> bool:
    """Whether what follows a bare number leaves it a date: 8日 of 6日、8日, not of 6至8日内."""
    if len(phrase.atoms) > 1 or phrase.tail:
        return True
    return not key.startswith(_NOT_AFTER.get(phrase.last.kind, ()), phrase.end)


def _recurs(key: str, phrase: Phrase) -> bool:
    """每年11月, 每月15日; 每年5日 are five days."""
    every, follows = phrase.atoms[0], phrase.atoms[1] if len(phrase.atoms) > 1 else None
    if follows is None:
        return True
    if follows.kind == "day" and "月" not in key[every.start : every.end]:
        return False
    return follows.mode == "plain" and follows.kind not in ("year", "near", "ago", "past") and not key.startswith(
        _NOT_AFTER.get(phrase.last.kind, ()), phrase.end
    )


def _ends_number(key: str, at: int) -> bool:
    """Whether a number with a mark stands before: 3.5月, 9:30日; not 时间:6月20日 nor 1.6月20日 at the start of a line."""
    return not follows_marker(key, at) and key.endswith(_NUMBER_BEFORE, 0, at) and key[at - 2 : at - 1].isdigit()


def _after_blank(key: str, at: int) -> int:
    return at + key.startswith(" ", at)


def _is_no_count(key: str, atom: Atom) -> bool:
    return not key.endswith(_COUNT_BEFORE, 0, atom.start) or key.endswith(_NO_COUNT, 0, atom.start)


def _is_day(key: str, phrase: Phrase) -> bool:
    atom = phrase.atoms[0]
    if atom.mode != "plain":
        return True
    before = key[atom.start - 1 : atom.start]
    if not _is_no_count(key, atom) or _ends_number(key, atom.start) or (before.isascii() and before.isalnum()):
        return False
    hours = key.startswith(_HOURS, _after_blank(key, phrase.end)) or _CLOCK.match(key, phrase.end) is not None
    if atom.extra:  # 号: of a building as often as of a month
        return before not in _BUILDING_BEFORE and hours
    begins = before in _CLAUSE_BEFORE or key.endswith(_DAY_BEFORE, 0, atom.start)
    news = key.startswith(_NEWS, phrase.end) and not key.startswith(_NO_NEWS, phrase.end)
    return (hours or begins or news) and _leaves_free(key, phrase) and key[atom.start : atom.end] != "一日"


def _is_month(key: str, phrase: Phrase) -> bool:
    atom = phrase.atoms[0]
    if atom.mode != "plain":
        return True
    if _ends_number(key, atom.start) or not _is_no_count(key, atom):
        return False
    named = not key[atom.start].isascii() and len(phrase.atoms) == 1 and key[phrase.end : phrase.end + 1] in tuple("一二三四五六七八九")
    return not named and _leaves_free(key, phrase)  # 三月三, 一月一主题


def _is_year(key: str, phrase: Phrase) -> bool:
    atom = phrase.atoms[0]
    if atom.mode != "plain":
        return True
    before = key[max(0, atom.start - 2) : atom.start]
    if (before.endswith(("第", ".")) and not follows_marker(key, atom.start)) or (before.endswith(("-", "/")) and before[0].isdigit()):
        return False
    if len(phrase.atoms) > 1 or phrase.tail:
        return True
    is_round = atom.value % 100 == 0 or not _EARLIEST <= atom.value <= _LATEST
    if is_round and before.endswith(_ROUND_BEFORE):
        return False
    end = phrase.end + key.startswith("的", phrase.end)
    if not key.startswith(_NOT_YEAR, end) or key.startswith("来临", end):
        return True
    return not is_round and key[end : end + 1] not in ("级", "級")


def _is_short_year(key: str, phrase: Phrase, issue: int | None) -> bool:
    """98年 and 九八年: with a month or a part, or where they are neither a duration nor 三五年 (three to five years)."""
    start = phrase.atoms[0].start
    text = key[start : start + 2]
    if len(phrase.atoms) > 1 and phrase.atoms[1].kind in ("month", "yearpart", "half", "quarter", "season"):
        return not key.endswith(("第", "满", "期"), 0, start)
    if text[0] in "0零〇" or (text.isascii() and key[start - 1 : start] in tuple("'‘’`")):
        return True  # 08年, '98年
    if key.endswith(_SHORT_BEFORE, 0, start) or key.startswith(_NOT_SHORT_YEAR, phrase.end):
        return False
    if text.isascii():
        return int(text) >= 50 and (phrase.joint != "" or (issue is not None and -1 <= issue - 1900 - int(text) <= _RECENT))
    digits = "〇一二三四五六七八九"
    if text[0] not in digits or text[1] not in digits:
        return False
    step = digits.index(text[1]) - digits.index(text[0])
    return step != 1 and (text[0] in digits[5:] or (text[1] != "〇" and (step != 2 or text[0] == "一")))


def _is_century(key: str, phrase: Phrase) -> bool:
    if len(phrase.atoms) > 1 or key[phrase.start] in "上本":
        return True
    return phrase.end == len(key) or key.startswith(_AFTER_CENTURY, phrase.end) or key.endswith(_CENTURY_BEFORE, 0, phrase.start)


def _is_decade(key: str, phrase: Phrase) -> bool:
    return not key.endswith("第", 0, phrase.start)


def _is_holiday(key: str, phrase: Phrase) -> bool:
    """A festival as a time: “五一”期间, 春节前夕; not as a part of the name of an event or a prize."""
    atom = phrase.last
    before = key[max(0, phrase.start - 5) : phrase.start].rstrip("“\"「'‘")
    if before.endswith(_CELEBRATED_BEFORE):
        return False
    if atom.extra or len(phrase.atoms) > 1:
        return True
    end = phrase.end
    others = _FESTIVALS_AFTER.match(key, end)  # 元旦、春节期间, but 元旦、春节“送温暖”活动
    end = others.end() if others else end
    end += key.startswith(("”", '"', "」"), end)
    if key.startswith(_NAME_AFTER, end):
        return False
    if is_bare_number(key[atom.start : atom.end]):
        return key.startswith(_NUMBER_TIME_AFTER, end)
    return end == len(key) or key.startswith(_TIME_AFTER, end) or before.endswith(_TIME_BEFORE)


def _is_near(key: str, phrase: Phrase) -> bool:
    """近三年 as the three years up to now; not as nearly three years."""
    if key.endswith(("来", "來"), 0, phrase.end):
        return not key.endswith("第", 0, phrase.start)
    if key[phrase.start] == "近" and key.endswith(_NEARLY_BEFORE, 0, phrase.start):
        return False
    return not key.startswith(_NEARLY_AFTER, phrase.end + key.startswith("的", phrase.end))


def _is_ago(key: str, phrase: Phrase) -> bool:
    """三天前, 两年后 from the issue or the date named last; not 毕业两年后, 提前三天前."""
    atom, before = phrase.last, key[phrase.start - 1 : phrase.start]
    if before in _CLAUSE_BEFORE or key.endswith(_AGO_BEFORE, 0, phrase.start):
        return not key.endswith(("至少", "提前"), 0, phrase.start)
    return atom.value < 0 and atom.extra > 0 and not before.isascii() and before not in _NO_AGO_BEFORE


def _is_part(key: str, phrase: Phrase) -> bool:
    """年底, 月底, 中旬 without their year or month; not the end of another word."""
    before = key[phrase.start - 1 : phrase.start]
    if before.isdigit() or before in tuple("一二三四五六七八九十百千几数多半两"):
        return False
    return phrase.last.value != 2 or phrase.last.kind == "part" or before in ("", "\n", ",", "。", "在", "于", "到", "至", "从")


def _is_quarter(key: str, phrase: Phrase) -> bool:
    return not key.endswith(tuple("续連连个近每两几"), 0, phrase.start)


def _is_season(key: str, phrase: Phrase) -> bool:  # noqa: ARG001  one signature for the family
    """A season, a vacation or a term is a date only with its year: 春季运动会 is none."""
    return phrase.tail == "during"


def _is_weekday(key: str, phrase: Phrase) -> bool:
    """星期三 by itself; not that of a date before it, not 周一至周五."""
    return not key.endswith(_NO_WEEKDAY_BEFORE, 0, phrase.start) and not key.startswith(_NO_WEEKDAY_AFTER, phrase.end)


def _is_first_months(key: str, phrase: Phrase) -> bool:
    """前4个月 of the year; not the first months of a project (前6个月免费)."""
    return phrase.tail != "" or key.startswith(_TOTAL_AFTER, phrase.end)


def _is_plan(key: str, phrase: Phrase) -> bool:
    """“十四五”期间, “十四五”末; not the plan (“十四五”规划)."""
    return bool(phrase.last.extra or phrase.tail) or key.startswith(_PLAN_AFTER, phrase.end)


_CHECKS: dict[str, Callable[[str, Phrase], bool]] = {
    "day": _is_day, "month": _is_month, "year": _is_year, "century": _is_century, "decade": _is_decade, "holiday": _is_holiday,
    "near": _is_near, "ago": _is_ago,
    "nthday": _is_season, "yearpart": _is_part, "monthpart": _is_part, "part": _is_part, "quarter": _is_quarter, "season": _is_season,
    "months": _is_season, "firstmonths": _is_first_months, "term": _is_season, "plan": _is_plan, "weekday": _is_weekday,
}  # fmt: skip
"""Kind of the first atom → whether the text leaves it a date; the other kinds always are."""
