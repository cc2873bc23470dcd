"""The form that a site sets below a text, for what its readers think: 我要留言 / 姓名： / 留言内容： / 验证码： / 提交."""

from pipeline.model.layout import Line
from pipeline.notation.pattern import Pattern

_OF_SITE = Pattern(
    r"验证码|驗證碼|看不清|换一张|匿名|留言|反馈|反饋|纠错|评论|評論|满意|滿意|[您你]的|请勿|字以内|还可以输入"
    r"|(?:提[ ]*交|重[ ]*置|发[ ]*表|清[ ]*空|取[ ]*消)(?:[ ]|$)"
)
"""What no form of an annex (报名表) says."""
_CHOICE = Pattern(r"(?:[〇○□☐◯●() ]*[\u4e00-\u9fff]{1,6}(?:[ /|]+|$)){2,}$", first="〇○□☐◯●( ")
_EMPTY = Pattern(r"\*?[ ]*[\u4e00-\u9fff ]{2,14}(?:\([^()]{1,12}\))?[ ]*:[ *_]*$", last=": *_")
"""A field that is yet to be filled in."""
_FIELDS = Pattern(r"(?:[\u4e00-\u9fff]{2,6}: +){2,}[\u4e00-\u9fff]{0,6}$", needs=":")
_SHORT = 40
_HEADING = 8
_SEVERAL = 2
_SAID = "。;"


def form(lines: tuple[Line, ...]) -> set[int]:
    """Indices of its lines and of its heading, at the end of the page; what follows is left to others."""
    end = len(lines)
    start = end
    while start and _is_of_form(lines[start - 1].key):
        start -= 1
    found = [line.key for line in lines[start:]]
    if len(found) < _SEVERAL or not start or not any(map(_OF_SITE.search, found)) or not any(map(_is_blank, found)):
        return set()
    return set(range(start, end))


def _is_blank(key: str) -> bool:
    """Whether it is an empty field, several of them, or a choice."""
    return _EMPTY.match(key) is not None or _CHOICE.match(key) is not None or _FIELDS.match(key) is not None


def _is_of_form(key: str) -> bool:
    """Whether the line is an empty field, a choice, a button, or a word of the site about them."""
    if len(key) > _SHORT or key[-1] in _SAID:
        return False
    if _is_blank(key):
        return True
    return _OF_SITE.search(key) is not None and (key[-1] in ":)" or len(key.replace(" ", "")) <= _HEADING or key.count(":") > 1 or "?" in key)
