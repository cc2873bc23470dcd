"""Whether a number before 年, 月 or 日 is a date, by the characters around it.

a duration   3年  10日内  为期3日  5月以上  三五年  2000年历史      a count   每月  第3月  3月龄      a number   15号楼  3.5月
"""

from pipeline.entities.date_phrases import Phrase
from pipeline.notation.date_atoms import Atom
from pipeline.notation.date_chains import follows_marker
from pipeline.notation.numerals import DIGITS
from pipeline.notation.pattern import Pattern

_COUNT_BEFORE = tuple("第每满滿近约約逾超历歷时時期达達足共连連续續個个内內过過前后後隔")
_NO_COUNT = ("日期", "时期", "以后", "之后", "此后", "此前", "之前", "过去", "時期")
CLAUSE_BEFORE = ("", *",。;:!?、( \n“”《△▲●◆○◇■□*·")
_DAY_BEFORE = tuple("于 於 在 至 从 從 自 到 截止 截至 即 和 与 及 同 是 为 起 日期 时间 时间为 定 改 由 其中 预计".split())
"""Before a day that is printed without its month: 至15日, 于14日; after a verb it is a duration (公示10日)."""
_NUMBER_BEFORE = tuple("-.:/")
_ROUND_BEFORE = tuple("近約约逾超达達")
_SHORT_BEFORE = (
    *tuple("近约逾超达满已过去这共有第前后经历了的"),
    *"建党 建国 建军 建校 建院 建厂 建市 建区 成立 长达 历时 工作 从事 从业 从教 从医 从警 任职 结婚 坚守 坚持 相隔 持续 服役 驻".split(),
    *("为期", "累计", "时隔", "走过"),
)
_BUILDING_BEFORE = tuple("路街楼第栋室巷弄院门座")
_NOT_DAY = (
    *tuple("内內间間游龄齡本元语語文军軍历曆常用均照光志記记期程刊益制捐化式-多余不为后行"),
    *"之内 之內 之久 以内 以內 以上 以下 左右 工作".split(),
)
_HOURS = tuple("上午 下午 中午 凌晨 清晨 晚 早 夜间 夜里 夜晚 深夜 傍晚 当天 当日 当晚".split())
_CLOCK = Pattern(r"[ ]?(?:\d{1,2}[时點点:]|[零一二三四五六七八九十]+[时點点])", first=" 0123456789零一二三四五六七八九十")
_NEWS = (
    *tuple("在电電讯訊说說赴从從就向"),
    *"表示 指出 宣布 选出 通报 介绍 发布 公布 举行 召开 抵达 来到 发表 会见 会晤 致电 致函 决定 提议 访问 开始 正式 讲话 签署 启动 部署".split(),
    *"拒绝 强烈 再次 继续 下令 任命 呼吁 当地时间".split(),
    *"报道 报导 援引 跌至 升至 收于 收盘 上涨 下跌".split(),
    *"降水 降雨 气温 最高气温 最低气温 出现 遭遇".split(),
    *"下发 印发 出台 批准 视察 考察 调研 参观 慰问 前往 离开 返回 舉辦 舉行 召開 發表 會見 決定 訪問 開始".split(),
)
"""After a day that any other name stands before: 李某某5日在会上指出."""
_ADVERBS = tuple("也 还 又 分别 同时".split())
_ADVERB = Pattern(f"(?:{'|'.join(_ADVERBS)})+")
"""Between a day and what was done: 李某某5日也会见了."""
_WHO = (
    *"政府 当局 内阁 总统 总理 主席 书记 大臣 国王 发言人 通讯社 电台 股市 汇市 警方 军方 校方 省委 市委 县委 区委 州委 纪委 党委".split(),
    *(f"{of}长" for of in "部外议省市县区镇乡局厅处科校院厂站所行"),
)
"""Before a day that tells when somebody acted: 市政府8日重申."""
_NO_FIRST = ("", *tuple("有这這那某整同,。;:、(\n "))
"""Before 一日, where it is some day or the length of one."""
_NO_NEWS = ("在家", "在岗", "在校", "在职")
_NOT_MONTH = (
    *tuple("龄齡饼餅球亮光薪嫂子票租费費息刊历曆季花兰蘭宫桂牙经内期多余"),
    *"流火 革命 怀胎 懷胎 诗社 以上 之内 之久 时间 的时间".split(),
)
_NOT_YEAR = tuple("历史 歷史 岁月 风雨 光阴 时间 历程 文明 传统 之久 以上 多 余 级 級 龄 来 间".split())
_NOT_SHORT_YEAR = (
    *tuple("来间多余的历后前之风如里内期和制"),
    *"以来 以上 时间 工龄 经验 党龄 校庆 华诞 纪念 诞辰 坚守 奋斗 初心".split(),
)
NOT_AFTER = {"day": _NOT_DAY, "month": _NOT_MONTH}
_RECENT = 12
"""Years before the issue that a text of the last century writes with two digits."""
_EARLIEST, _LATEST = 1840, 2100
"""Years outside, and those that end in 00, are durations as often as not: 2000年历史."""


def leaves_free(key: str, phrase: Phrase) -> bool:
    """Whether what follows a bare number leaves it a date: 8日 of 6日、8日, not of 6至8日内."""
    if len(phrase.atoms) > 1 or phrase.tail:
        return True
    return not key.startswith(NOT_AFTER.get(phrase.last.kind, ()), phrase.end) or key.startswith("为止", phrase.end)


def _ends_number(key: str, at: int) -> bool:
    """Whether a number with a mark stands before: 3.5月, 9:30日; not 时间:6月20日 nor 1.6月20日 at the start of a line."""
    return not follows_marker(key, at) and key.endswith(_NUMBER_BEFORE, 0, at) and key[at - 2 : at - 1].isdigit()


def _after_blank(key: str, at: int) -> int:
    return at + key.startswith(" ", at)


def is_no_count(key: str, atom: Atom) -> bool:
    """Whether no word before makes the number a count or a duration: 连续5日, 每月."""
    return not key.endswith(_COUNT_BEFORE, 0, atom.start) or key.endswith(_NO_COUNT, 0, atom.start)


def is_day(key: str, phrase: Phrase) -> bool:
    """A day that is printed without its month: 至15日, 14日上午; 号 only with an hour."""
    atom = phrase.atoms[0]
    if atom.mode != "plain":
        return not key.endswith("《", 0, atom.start)  # 《今日中国》
    before = key[atom.start - 1 : atom.start]
    if not is_no_count(key, atom) or _ends_number(key, atom.start) or (before.isascii() and before.isalnum()):
        return False
    hours = key.startswith(_HOURS, _after_blank(key, phrase.end)) or _CLOCK.match(key, phrase.end) is not None
    if atom.extra:  # 号: of a building as often as of a month
        return before not in _BUILDING_BEFORE and hours
    begins = before in CLAUSE_BEFORE or key.endswith(_DAY_BEFORE, 0, atom.start)
    adverb = _ADVERB.match(key, phrase.end) if key.startswith(_ADVERBS, phrase.end) else None
    news = key.startswith(_NEWS, adverb.end() if adverb else phrase.end) and not key.startswith(_NO_NEWS, phrase.end)
    if key[atom.start : atom.end] == "一日":
        return news and before not in _NO_FIRST
    return (hours or begins or news or key.endswith(_WHO, 0, atom.start)) and leaves_free(key, phrase)


def is_month(key: str, phrase: Phrase) -> bool:
    """A month, with its day whatever stands before; not 3月龄, 第3月, 一月一主题."""
    atom = phrase.atoms[0]
    if atom.mode != "plain":
        return True
    if _ends_number(key, atom.start) or key.endswith("元年", 0, atom.start) or not (phrase.get("day") or is_no_count(key, atom)):
        return False
    named = not key[atom.start].isascii() and len(phrase.atoms) == 1 and key[phrase.end : phrase.end + 1] in tuple("一二三四五六七八九")
    return not named and leaves_free(key, phrase)  # 三月三, 一月一主题


def is_year(key: str, phrase: Phrase) -> bool:
    """A year of four digits; not 2000年历史."""
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


def is_short_span(key: str, first: Phrase, last: Phrase, issue: int | None) -> bool:
    """98年至99年, 12年至15年 shortly before the issue; not what lasts so long: 15年至30年, 10年至15年有期徒刑."""
    if key.startswith((*_NOT_SHORT_YEAR, "有期徒刑", "不等", "以下"), last.end):
        return False
    years = [phrase.atoms[0] for phrase in (first, last)]
    return all(year.mode != "short" or key[year.start] not in tuple("1234") or _is_recent(year.value, issue) for year in years)


def _is_recent(number: int, issue: int | None) -> bool:
    return issue is not None and 0 <= issue - 2000 - number <= _RECENT


def is_short_year(key: str, phrase: Phrase, issue: int | None) -> bool:
    """98年, 九八年 and 112年: with a month or a part, or where they are neither a duration nor 三五年 (three to five years)."""
    start = phrase.atoms[0].start
    text = key[start : start + 2]
    if len(phrase.atoms) > 1 and phrase.atoms[1].kind in ("month", "yearpart", "half", "quarter", "season", "term", "holiday"):
        return not key.endswith(("第", "满", "期", "续"), 0, start)
    if text[0] in "0零〇" or (text.isascii() and key[start - 1 : start] in tuple("'‘’`")):
        return True  # 08年, '98年
    if key.endswith(_SHORT_BEFORE, 0, start) or key.startswith(_NOT_SHORT_YEAR, phrase.end):
        return False
    if text.isascii():
        is_recent = issue is not None and -1 <= issue - 1900 - int(text) <= _RECENT
        counted = key[start : start + 3].isdecimal()  # 112年, in an issue that counts from 1912
        return counted or (int(text) >= 50 and (is_recent or phrase.joint != "" or key[phrase.end - 1] == "度"))
    if text[0] not in DIGITS or text[1] not in DIGITS:
        return phrase.atoms[0].mode == "years"  # 八十六年, in an issue that counts from 1912
    step = DIGITS.index(text[1]) - DIGITS.index(text[0])
    return step != 1 and (text[0] in DIGITS[5:] or (text[1] != "〇" and (step != 2 or text[0] == "一")))
