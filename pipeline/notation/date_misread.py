"""Characters that machines put in the place of those of a date: l998年, 20l7年, 8月21曰, 八月廿一目."""

from pipeline.notation.pattern import Pattern

_ONE = Pattern(r"(?:(?<=\d)|(?<![A-Za-z\d]))[Il|](?=\d{0,3}[年月]|\d?[日号](?![常用均]))(?:(?<=\d[Il|])|(?=\d))", needs="Il|")
_DAY = Pattern(r"(月[ ]?(?:\d{1,2}|[一二三四五六七八九十廿卅]{1,3})[ ]?)[曰目](?![标標的录錄前击擊光])|(?<=\d)曰", needs="曰目")


def as_meant(key: str) -> str:
    """A folded text with its dates as they were meant; its length stays, and 10l水 and 项目 are left alone."""
    return _DAY.sub(lambda found: f"{found[1] or ''}日", _ONE.sub("1", key))
