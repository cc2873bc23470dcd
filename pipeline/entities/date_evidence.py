"""What looks like a date and is none, by the characters around it: the checks of every kind, and those of words that are read without a number.

a duration   近20年的努力  毕业两年后      a name   21世纪酒店  “十四五”规划      a count   前6个月免费  每年5日
"""

from collections.abc import Callable

from pipeline.entities.date_festivals import is_holiday
from pipeline.entities.date_figures import (
    CLAUSE_BEFORE,
    NOT_AFTER,
    is_day,
    is_month,
    is_no_count,
    is_short_span,
    is_short_year,
    is_year,
    leaves_free,
)
from pipeline.entities.date_phrases import Phrase

_NEARLY_BEFORE = tuple(
    (
        "历时 长达 用时 耗时 经过 经历 达 持续 花了 已有 已 有 共 任职 工作 从事 历经 时间 成立 坚持 坚守 了 出 投入 用 是 在位 停产 "
        "提前 推迟 延长 缩短 一干就是"
    ).split()
)
_CENTURY_BEFORE = tuple("面向 走向 奔向 迎接 进入 迈入 迈向 跨入 步入 跨 在 于 自 从 至 到 是 为".split())
_AGO_BEFORE = tuple(
    "在 于 从 自 到 约 大约 大概 将近 近 与 跟 和 同 比 是 就 像 他 她 它 我 你 们 这 那 即 还 而 但 因 若 早 今 后来 仅 短短 直到 再".split()
)
"""Before 三天前 and 两年后, where they do not begin their clause."""
_NO_AGO_BEFORE = tuple("第每满滿止始束早迟期少个隔用使")
"""After these 三年前 counts from something else: 合同期满三个月前."""
_AFTER_CENTURY = (*tuple(",。、;:) 初末中之是的将"), "以来", "以后", "以前")
_NEARLY_AFTER = tuple("时间 努力 历史 奋斗 建设 筹备 施工 工作经验 之久".split())
_PLAN_AFTER = tuple("末 初 收官 前期 后期".split())
_NO_WEEKDAY_BEFORE = tuple("每逢至到、—-个")
_NO_WEEKDAY_AFTER = tuple("至到、)—-")
_TOTAL_AFTER = tuple(
    ", 、 累计 全市 全县 全区 全省 全国 全镇 全村 全校 全院 全厂 完成 实现 我 本 同比 较 比 经济 主要 规模 的全 的主要 的经济".split()
)


def is_date(key: str, phrase: Phrase, follows: Phrase | None, year: int | None) -> bool:
    """Whether the text around a phrase leaves it a date; `follows` is the end of the range that it begins, `year` that of the issue."""
    kind = phrase.atoms[0].kind
    if kind == "every":
        return _recurs(key, phrase)
    if phrase.atoms[0].mode in ("short", "years") and follows is None:
        return is_short_year(key, phrase, year)
    if phrase.atoms[-1].mode == "short" and follows is not None and not is_short_span(key, phrase, follows, year):
        return False
    if follows is not None and kind == follows.atoms[0].kind and kind in ("day", "month", "year"):
        return is_no_count(key, phrase.atoms[0]) and leaves_free(key, follows)
    if phrase.joint and phrase.last.kind != "holiday":
        return leaves_free(key, phrase)
    check = _CHECKS.get(kind)
    return check is None or check(key, phrase)


def _recurs(key: str, phrase: Phrase) -> bool:
    """每年11月, 每月15日; 每年5日 are five days."""
    every, follows = phrase.atoms[0], phrase.atoms[1] if len(phrase.atoms) > 1 else None
    if follows is None:
        return True
    if follows.kind == "day" and "月" not in key[every.start : every.end]:
        return False
    return follows.mode == "plain" and follows.kind not in ("year", "near", "ago", "past") and not key.startswith(
        NOT_AFTER.get(phrase.last.kind, ()), phrase.end
    )


def _is_century(key: str, phrase: Phrase) -> bool:
    if len(phrase.atoms) > 1 or key[phrase.start] in "上本":
        return True
    return phrase.end == len(key) or key.startswith(_AFTER_CENTURY, phrase.end) or key.endswith(_CENTURY_BEFORE, 0, phrase.start)


def _is_decade(key: str, phrase: Phrase) -> bool:
    return not key.endswith("第", 0, phrase.start)


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
    if before in CLAUSE_BEFORE or key.endswith(_AGO_BEFORE, 0, phrase.start):
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


def _is_term(key: str, phrase: Phrase) -> bool:
    """上学期, 本学期; 第一学期 and 秋季学期 only with their year."""
    return phrase.last.mode == "relative" or key[phrase.start] in "上下" or _is_season(key, phrase)


def _needs_more(key: str, phrase: Phrase) -> bool:  # noqa: ARG001  one signature for the family
    """第一周 and 后三个月, which are dates only behind their month or year."""
    return False


def _is_weekday(key: str, phrase: Phrase) -> bool:
    """星期三 by itself; not that of a date before it, not 周一至周五."""
    return not key.endswith(_NO_WEEKDAY_BEFORE, 0, phrase.start) and not key.startswith(_NO_WEEKDAY_AFTER, phrase.end)


def _is_first_months(key: str, phrase: Phrase) -> bool:
    """前4个月 of the year; not the first months of a project (前6个月免费), not 提前4个月."""
    if key.endswith("提", 0, phrase.start):
        return False
    return phrase.tail != "" or key.startswith(_TOTAL_AFTER, phrase.end)


def _is_plan(key: str, phrase: Phrase) -> bool:
    """“十四五”期间, “十四五”末; not the plan (“十四五”规划)."""
    return bool(phrase.last.extra or phrase.tail) or key.startswith(_PLAN_AFTER, phrase.end)


_CHECKS: dict[str, Callable[[str, Phrase], bool]] = {
    "day": is_day, "month": is_month, "year": is_year, "century": _is_century, "decade": _is_decade, "holiday": is_holiday,
    "near": _is_near, "ago": _is_ago,
    "nthday": _needs_more, "lastmonths": _needs_more, "yearweek": _needs_more,
    "yearpart": _is_part, "monthpart": _is_part, "part": _is_part, "quarter": _is_quarter, "season": _is_season,
    "months": _is_season, "firstmonths": _is_first_months, "term": _is_term, "plan": _is_plan, "weekday": _is_weekday,
}  # fmt: skip
"""Kind of the first atom → whether the text leaves it a date; the other kinds always are."""
