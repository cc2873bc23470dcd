"""Whether a short text names a person or a unit (单位), by its form alone.

Persons: 柳莹  王　平  欧阳明德  阿依古丽·买买提.  Units: 青岩区总工会  语文组  县政协经科委  第二作业区工会.
"""

from pipeline.lexicon import last_characters, words
from pipeline.notation.han import all_han, is_han
from pipeline.notation.pattern import Pattern

_EVENTS = tuple("大会 座谈会 报告会 见面会 动员会 推进会 培训会 运动会 发布会 茶话会 现场会 表彰会 交流会 联欢会 研讨会 调度会".split())
"""Where people meet, which is no unit."""
_ASSEMBLY = "代表大会"
"""But an assembly of deputies is one."""
_REPORTS = ("汇报", "通报", "申报", "上报")
"""What somebody does, and no newspaper."""
_BRACKET = Pattern(r"\([^()]*\)$")
_POSTS = ("长", "長", "总理", "總理", "主席", "主任", "书记", "書記", "司令员", "司令員", "委员", "委員", "专员", "專員")
"""Last characters of the posts of who signs: 市长, 总理, 政治委员."""
_LONGEST_OFFICER = 24
_SPACED_NAME = Pattern(r"(?<![^ ])([^ ]) {1,3}([^ ])(?![^ ])", needs=" ")


def is_person(text: str) -> bool:
    """Whether the text (folded, without blanks) has the form of a person's name: a known surname and one or two characters."""
    if "·" in text:
        return 4 <= len(text) <= 20 and all(part and all_han(part) for part in text.split("·"))
    return 2 <= len(text) <= 4 and all_han(text) and _given_length(text) in (1, 2)


def split_names(key: str) -> list[str]:
    """车前　樊　江　白雪梅: the words of a folded line between blanks, names of two characters that blanks part in one."""
    return _SPACED_NAME.sub(r"\1\2", key).split()


def is_officer(key: str) -> bool:
    """县长　王平, 市长：王　平, 總　理　王　平: a post and, behind a blank or a colon, a person's name, who signs for a unit."""
    return split_officer(key) is not None


def split_officer(key: str) -> tuple[str, str] | None:
    """The post and the name of an officer who signs, without blanks and colon."""
    if len(key) > _LONGEST_OFFICER or not (" " in key or ":" in key):
        return None
    said = key.replace(" ", "")
    pairs = ((said[:-size].rstrip(":"), said[-size:]) for size in (2, 3, 4))
    return next((pair for pair in pairs if pair[0].endswith(_POSTS) and is_person(pair[1])), None)


def _given_length(text: str) -> int:
    surnames = words("surnames")
    if len(text) > 2 and text[:2] in surnames:
        return len(text) - 2
    return len(text) - 1 if text[0] in surnames else 0


def is_unit(text: str) -> bool:
    """Whether the text (folded, without blanks) ends as the names of units do: 青岩区总工会, 《水利战报》编辑部."""
    if text[:1] == "《" and text.find("》") == text.rfind("》") > 1:
        text = text[text.find("》") + 1 :]
    if len(text) < 2 or not is_han(text[0]):
        return False
    core = _BRACKET.sub("", text) if text[-1] == ")" else text
    if core[-1:] not in last_characters("unit_suffixes") or (core.endswith(_EVENTS) and not core.endswith(_ASSEMBLY)) or core.endswith(_REPORTS):
        return False
    suffixes = words("unit_suffixes")
    return any(core[-n:] in suffixes for n in (1, 2, 3) if len(core) > n) or (core in suffixes and len(core) > 1)
