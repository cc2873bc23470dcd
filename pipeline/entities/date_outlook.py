"""What a sentence says of past and future around a date: 将于, 力争, 前 are of what is to come, 了, 圆满 and 以来 of what is over."""

from pipeline.notation.pattern import Pattern, any_of

CERTAIN, SAID, LIKELY, PLANNED, FESTIVAL, REPORTED, OPEN, PAST = 20.0, 4.0, 3.0, 1.0, 1 / 3, 1 / 20, 0.0, -1.0
"""How many times as far from the issue a date to come may be as the one that is past, for it to be the one that is meant. For a
cue at the date itself (上半年将), for one right before it (力争上半年), for one in the sentence (将 is also 把, and 计划 a plan that was
made), after a date that is to come, for a festival, in a report of what is done, and where nothing says (then it is 31 days); none to
come where the wording itself looks back (年初以来)."""
_AHEAD_WORDS = (
    "将于 将在 将要 将会 将持续 将举 将召开 将开 将组织 将启动 将全面 将陆续 将继续 将正式 将进一步 将完成 将建成 将投入 将进行 将实行 将实施 将施行 "
    "将推出 将迎 将达 将分 将对 将为 将由 将起 将从 将自 将再 将前往 将赴 將於 將在 將於 將會 將舉 將由 即将 即將 拟于 拟在 拟举 拟召 拟开 拟对 "
    "拟新 拟建 拟组 拟邀 拟投 擬於 定于 定於 订于 訂於 預定 预定 预计 預計 计划于 计划在 计划到 计划用 计划建 计划投 计划下 计划今 计划年 "
    "计划新 计划开 计划组 计划完 计划实 计划举 计划召 计划培 计划对 计划再 計劃於 部署 筹备 截止 截稿 请于 應於 应于 要于 须于 务必 "
    "放假 调休 争取 力争 确保 安排于 时限 期限 届时 下一步 阶段 快到"
)
_AHEAD = any_of(_AHEAD_WORDS.split())
"""Said of what is to come. 将 alone is also 把, and 计划 a plan that was made."""
_AT_ONCE = Pattern(r",?(?:[将將拟擬再]|即将|计划|預計|预计)", first=",将將拟擬再即计預预")
_JUST_BEFORE = tuple("决定 計劃 计划 拟 擬 预计 預計 约定 商定 确定 力争 争取 请 须 应".split())
"""The same, right before a date: 会议决定11月举办."""
_DONE = any_of("了 已 圆满 荣获 顺利 成功 落下帷幕 闭幕 以来 截至目前".split())
"""Said of what is over."""
_DEADLINE = Pattern(r"(?:之|以)?前(?!后|往|夕|期|来|赴|身|不久)|起(?:施行|实施|执行|生效|正式|试行|开始|实行)|施行|生效", first="之以前起施生")
_LONGEST = 2000
"""Characters of a sentence or paragraph that are looked back on: a text without ends must not cost its square."""
_SENTENCE_ENDS = "。!?;\n"
_ENDS = Pattern(f"[{_SENTENCE_ENDS}]")
_REACH = 40
"""Characters of a sentence before and behind a date that are asked for what it says of past and future."""


def reach_of(key: str, start: int, end: int) -> float:
    """What the sentence says of past and future."""
    stop = _ENDS.search(key, end, end + _REACH)
    after = key[end : stop.start() if stop else end + _REACH]
    if _AT_ONCE.match(after):
        return CERTAIN
    if key.endswith(_JUST_BEFORE, 0, start - key.startswith(",", start - 1)):
        return SAID
    done = _DONE.search(after) is not None
    if _DEADLINE.match(after):
        return REPORTED if done else LIKELY
    if _AHEAD.search(key[max(sentence_start(key, start), start - _REACH) : start] + "\0" + after):
        return LIKELY
    return REPORTED if done else OPEN


def sentence_start(key: str, at: int) -> int:
    """Where the sentence begins that `at` stands in."""
    start = max(0, at - _LONGEST)
    return max(start, *(key.rfind(mark, start, at) + 1 for mark in _SENTENCE_ENDS))


def paragraph_start(key: str, at: int) -> int:
    """Where the paragraph begins that `at` stands in."""
    return key.rfind("\n", max(0, at - _LONGEST), at)
