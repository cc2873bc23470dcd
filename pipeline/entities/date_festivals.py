"""Whether the name of a festival is a time: “五一”期间, 春节前夕; not a part of the name of an event, a prize or a street."""

from pipeline.entities.date_phrases import Phrase
from pipeline.notation.holidays import NAMED, is_bare_number
from pipeline.notation.pattern import Pattern

_CELEBRATED_BEFORE = tuple("庆 庆祝 喜迎 欢度 迎 迎接 贺 欢庆 闹 纪念 配合 恭贺 祝贺 过好 慶 慶祝 喜慶 献礼".split())
_TIME_BEFORE = tuple("在 于 自 从 至 到 逢 值 临近 年 节 截至 截止 时值 正值 恰逢 适逢 适值 离 距 距离 明天 今天 昨天".split())
_TIME_AFTER = (
    *tuple(",。、;:!?)\n 前后起至到是晚"),
    *"不打烊 不停工 不放假 不休 坚守 仍然 照常".split(),
    *"期间 期間 就要 的到来 的来临 的临近".split(),
    *"之前 之后 之际 来临 到来 临近 将至 将近 即将 当天 当日 当晚 节日 时节 以来 那天 那日 这天 之夜 正值 在即 刚过 已过 过后 伊始".split(),
    *"上午 下午 清晨 凌晨 早晨 晚上 夜里".split(),
    *"双节 “双节” 两节 “两节” 假期 长假 小长假 黄金周 假日".split(),
)
_NUMBER_TIME_AFTER = tuple("节气 前后 前夕 之前 之后 之际 来临 到来 临近 当天 当日 时节 期间 假期 长假 小长假 黄金周".split())
_FESTIVALS_AFTER = Pattern(
    r"(?:[、和及]?[“\"]?(?:元旦|春节|元宵|清明|五一|端午|中秋|国庆|十一|重阳)节?[”\"]?)+", first='、和及“"元春清五端中国十重'
)


def is_holiday(key: str, phrase: Phrase) -> bool:
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
    if key.startswith(NAMED, end):
        return False
    if is_bare_number(key[atom.start : atom.end]):
        return key.startswith(_NUMBER_TIME_AFTER, end)
    return end == len(key) or key.startswith(_TIME_AFTER, end) or before.endswith(_TIME_BEFORE)
