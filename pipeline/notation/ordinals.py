"""Ordinals that open a heading, an item or a point, as printed.

壹、  一、  （一）  ㈠  1.  1．  1、  ⒈  （1）  ⑴  1）  ①  第一章  第一条  一是  第一，  # ## ###  △ ▲ ◆ ●  - *
"""

from collections.abc import Callable
from typing import Literal

from pipeline.model.record import NamedTuple
from pipeline.notation.han import is_han
from pipeline.notation.numerals import NUMERALS, parse_numeral, with_digits
from pipeline.notation.pattern import Pattern

MarkerKind = Literal["formal", "han", "han_paren", "digit", "digit_paren", "circled", "chapter", "article", "point", "markdown", "bullet", "dash"]

BULLETS = "＊△▲▽▼◆◇●○◎⊙■□★☆※✦✧✪❖➢➤►▶▷♦♢•·・§◈▪\ufffd"
"""Signs that printers set before a brief or a title."""
_WINGDINGS = "lnopquvwØüþ"
"""l ● n ■ o □ p □ q ❑ u ◆ v ❖ w ◆ Ø ➢ ü ✓ þ ☑"""
_FORMAL = "壹贰叁肆伍陆柒捌玖拾"
_FORMAL_OLD = "壹貳參肆伍陸柒捌玖拾"
"""Numerals of documents that must not be altered; before 、 they are the outermost ordinals."""
_HEAVENLY = "甲乙丙丁戊己庚辛壬癸"
"""天干, the outermost ordinals of documents of the Republic."""
_ENCLOSED_KINDS: tuple[tuple[MarkerKind, str], ...] = (
    ("circled", "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"), ("han_paren", "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"),
    ("digit", "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"), ("digit_paren", "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"),
)  # fmt: skip
"""Numerals that are one character with the bracket or point around them."""
_NUMERAL = NUMERALS + "0123456789"
_MEASURES = ("个百", "个点", "个月", "个小", "個百", "個點", "個月", "個小")
"""After a decimal number: 2.45个百分点, 1.5个月."""
_AFTER_ZERO = "〇一二三四五六七八九年"
_ORNAMENT, _LONGEST_SQUARE = 2, 2
"""Digits of 01 before a heading, and at most of [12]."""
_TAGS = Pattern(r"(?:<[A-Za-z][^<>]*>[ ]*)+", first="<")
_LONGEST_NUMBER = 4
"""Numerals of an ordinal: 第一百零八条; an Arabic one has at most three digits, four are a year."""


class Marker(NamedTuple):
    """An ordinal at the start of a text."""

    kind: MarkerKind
    text: str
    """Without its punctuation: 一 of 一、."""
    ordinal: int
    """0 for a bullet, the number of # for a Markdown heading."""
    length: int
    """Characters up to the text that it opens."""


def parse_marker(key: str, raw: str | None = None) -> Marker | None:
    """The ordinal that opens `key` (folded); `raw` is the same text unfolded, in which ○ is a bullet and no zero."""
    head = raw[0] if raw and raw[0] in BULLETS else key[:1]
    read = _SIGNS.get(head) or (_bullet if head and is_sign(head) else None)
    return read(key, head) if read else _number(key)


def is_sign(character: str) -> bool:
    """Whether the character is a sign that printers set before a brief or a title, an arrow, a dingbat or an emoji."""
    return character in BULLETS or (
        ("\u2190" <= character <= "\u2bff" and not "\u2460" <= character <= "\u257f") or "\U0001f000" <= character <= "\U0001faff"
    )


def _bullet(key: str, head: str) -> Marker:
    signed = head + key[1:12]
    end = 0
    while end < len(signed) and (is_sign(signed[end]) or signed[end] == "\ufe0f"):
        end += 1
    return Marker("bullet", signed[:end], 0, _past_blanks(signed, end))


def _circle(key: str, head: str) -> Marker | None:
    """○, which folding makes the zero 〇: a bullet where no numeral follows."""
    return None if key[1:2] in _AFTER_ZERO else Marker("bullet", head, 0, _past_blanks(key, 1))


def _arrows(key: str, _head: str) -> Marker | None:
    """>> and >; with a blank behind it, one alone is a quotation in Markdown."""
    end = len(key) - len(key.lstrip(">"))
    return Marker("bullet", key[:end], 0, _past_blanks(key, end)) if end > 1 or key[1:2] > " " else None


def _dash(key: str, head: str) -> Marker | None:
    return Marker("dash", head, 0, _past_blanks(key, 1)) if key[1:2] == " " else None


def _wingding(key: str, head: str) -> Marker | None:
    """A sign of the Wingdings font that a text file shows as a letter, before a blank and a Chinese word."""
    end = _past_blanks(key, 1)
    follows = key[end : end + 1]
    return Marker("bullet", head, 0, end) if end > 1 and (is_han(follows) or follows in "“《【") and follows else None


def _enclosed(key: str, head: str) -> Marker:
    kind, numerals = next(row for row in _ENCLOSED_KINDS if head in row[1])
    return Marker(kind, head, numerals.index(head) + 1, _past_blanks(key, 1 + (key[1:2] in ("、", ".", ","))))


def _stem(key: str, head: str) -> Marker | None:
    """甲、 and 乙、; 甲、乙双方 is none."""
    if key[1:2] not in ("、", ".") or key[2:3] in _HEAVENLY or key[2:3] == "":
        return None
    return Marker("formal", head, _HEAVENLY.index(head) + 1, _past_blanks(key, 2))


def _formal(key: str, head: str) -> Marker | None:
    if key[1:2] != "、":
        return None
    return Marker("formal", head, max(_FORMAL.find(head), _FORMAL_OLD.find(head)) + 1, _past_blanks(key, 2))


def _markdown(key: str, _head: str) -> Marker | None:
    """# to ######, with the tags that set the heading: ## <font color="red">."""
    level = len(key) - len(key.lstrip("#"))
    if level > 6 or key[level : level + 1] != " ":
        return None
    end = _past_blanks(key, level)
    tags = _TAGS.match(key, end)
    return Marker("markdown", key[:level], level, tags.end() if tags else end)


def _past_blanks(key: str, at: int) -> int:
    while key[at : at + 1] == " ":
        at += 1
    return at


def _number(key: str) -> Marker | None:
    """An ordinal that opens with a numeral, 第 or a bracket."""
    opener = key[:1] if key[:1] in _OPENERS else ""
    start = _past_blanks(key, 1) if opener == "第" else len(opener)
    if key[start : start + 1] not in _NUMERAL:
        return None
    digits = with_digits(key[start : start + _LONGEST_NUMBER + 1])
    size = len(digits) - len(digits.lstrip("0123456789"))
    if not 1 <= size <= _LONGEST_NUMBER:
        return None
    text, after = key[start : start + size], start + size
    kind, end = _OPENERS.get(opener, _after_numeral)(key, text, after)
    if not kind:
        return None
    if key[after : after + 1] == "." and key[after + 1 : after + 2].isdigit() and kind == "digit" and " " in key[after:end]:
        text = key[start:end].strip()  # 2.1
    return Marker(kind, text, parse_numeral(text.rpartition(".")[2]) or 0, end)


_Found = tuple[MarkerKind | None, int]


def _after_di(key: str, text: str, after: int) -> _Found:
    """第一章, 第一条 before a blank, 第一， and 第一是."""
    at = _past_blanks(key, after)
    if key[at : at + 1] in tuple("章节编編部"):
        return "chapter", _past_blanks(key, at + 1)
    if key[at : at + 1] in ("条", "條") and key[at + 1 : at + 2] in ("", " "):
        return "article", _past_blanks(key, at + 1)
    return _point(key, text, after)


def _after_bracket(key: str, text: str, after: int) -> _Found:
    """（一） and （1）."""
    if key[after : after + 1] != ")" or (text.isascii() and len(text) > 3):
        return None, 0
    after += 1 + (key[after + 1 : after + 2] in ("、", ",", "."))
    return "digit_paren" if text.isascii() else "han_paren", _past_blanks(key, after)


def _after_square(key: str, text: str, after: int) -> _Found:
    """[1] and 〔1〕 before a blank or a Chinese word; a year in such brackets is none."""
    if key[after : after + 1] not in ("]", "〕") or not text.isascii() or len(text) > _LONGEST_SQUARE:
        return None, 0
    end = _past_blanks(key, after + 1)
    return ("digit_paren", end) if key[end : end + 1] not in ("", "第") else (None, 0)


def _after_numeral(key: str, text: str, after: int) -> _Found:
    """一、  1.  1、  1)  一是; 1.5万 and 2020, are none, 2.9月7日 is."""
    sign, follows = key[after : after + 1], key[after + 1 : after + 4]
    arabic = text.isascii()
    if arabic and (keycap := after + (sign == "\ufe0f")) and key[keycap : keycap + 1] == "\u20e3":
        return "digit", _past_blanks(key, keycap + 1)
    if arabic and len(text) > 3:
        return None, 0
    if arabic and (end := _decimal_end(key, after) or _ornament_end(key, text, after)):
        return "digit", end
    if sign in ("、", ",") or (sign == "." and (not follows[:1].isdigit() or "月" in follows or _counts(key[after + 1 :]))):
        return "digit" if arabic else "han", _past_blanks(key, after + 1)
    if sign == ")" and arabic and len(text) <= 2:
        return "digit_paren", _past_blanks(key, after + 1)
    return _point(key, text, after)


def _decimal_end(key: str, after: int) -> int:
    """Where the text begins behind 2.1 and 2.1.3, which stand before a blank and a Chinese word; 0 where there is none."""
    at = after
    while key[at : at + 1] == "." and key[at + 1 : at + 2].isdigit():
        at += 2 + key[at + 2 : at + 3].isdigit()
    end = _past_blanks(key, at)
    return end if at > after and end > at and key[end : end + 1] and is_han(key[end]) else 0


def _ornament_end(key: str, text: str, after: int) -> int:
    """Where the text begins behind 01, 01 | and 01/; 0 where the number has no zero in front."""
    if text[0] != "0" or len(text) != _ORNAMENT:
        return 0
    end = _past_blanks(key, after)
    end = _past_blanks(key, end + 1) if key[end : end + 1] in ("|", "/", "丨") else end
    return end if end > after and key[end : end + 1] else 0


def _counts(rest: str) -> bool:
    """Whether whole things are counted: 2.45个班组 is the second entry, 45 of them, where 2.45 could be no number of things."""
    digits = rest[:_LONGEST_NUMBER]
    size = len(digits) - len(digits.lstrip("0123456789"))
    return rest[size : size + 1] in tuple("个個名家项項条條所") and rest[size : size + 2] not in _MEASURES


def _point(key: str, text: str, after: int) -> _Found:
    """一是, 二要, 第三，."""
    sign, follows = key[after : after + 1], key[after + 1 : after + 2]
    is_point = (sign == "是" and follows not in ("否", "些", "个", "一")) or (sign == "要" and follows != "闻") or sign == ","
    return ("point", after + 1) if is_point and len(text) <= 2 and not text.isascii() else (None, 0)


_OPENERS: dict[str, Callable[[str, str, int], _Found]] = {"第": _after_di, "(": _after_bracket, "[": _after_square, "〔": _after_square}
_SIGNS: dict[str, Callable[[str, str], Marker | None]] = {
    **dict.fromkeys(BULLETS, _bullet),
    **dict.fromkeys("-*+—", _dash),
    **dict.fromkeys("".join(numerals for _, numerals in _ENCLOSED_KINDS), _enclosed),
    **dict.fromkeys(_FORMAL + _FORMAL_OLD, _formal),
    **dict.fromkeys(_HEAVENLY, _stem),
    **dict.fromkeys(_WINGDINGS, _wingding),
    "〇": _circle,
    "#": _markdown,
    ">": _arrows,
}
"""First character → what reads the ordinal; with any other it is a numeral or none."""
