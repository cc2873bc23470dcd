"""Characters that machines put in the place of those of a date: l998年, 20l7年, 8月21曰, 八月廿一目."""

import re

from pipeline.notation.pattern import Pattern

_ONE = Pattern(r"(?:(?<=\d)|(?<![A-Za-z\d]))[Il|](?=\d{0,3}[年月]|\d?[日号](?![常用均]))(?:(?<=\d[Il|])|(?=\d))", needs="Il|")
_DAY = Pattern(r"[曰目](?<=[\d一二三四五六七八九十廿卅 ].)(?![标標的录錄前击擊光])", needs="曰目")
"""The character first: that is searched ten times as fast as what stands before it."""
_BEFORE = Pattern(r"月[ ]?(?:\d{1,2}|[一二三四五六七八九十廿卅]{1,3})[ ]?$")
_LONGEST = 6
"""Characters of 月 and a day."""


def as_meant(key: str) -> str:
    """A folded text with its dates as they were meant; its length stays, and 10l水 and 项目 are left alone."""
    return _DAY.sub(_day, _ONE.sub("1", key))


def _day(found: re.Match[str]) -> str:
    key, at = found.string, found.start()
    is_day = _BEFORE.search(key, max(0, at - _LONGEST), at) is not None or (found[0] == "曰" and key[at - 1].isdigit())
    return "日" if is_day else found[0]
