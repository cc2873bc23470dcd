"""Chinese numerals: 十二, 四十八, 一百零八, 二〇二〇, 廿三, 卅一, 壹佰, 12.

Own code, because cn2an, which the tests hold it against, takes ten times as long to load as everything else on the path.
"""

from pipeline.lexicon.scripts import CharacterTable

_DIGITS = {c: n for n, cs in enumerate(("〇零○O", "一壹弌", "二贰貳两兩", "三叁參", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖")) for c in cs}
_TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_MYRIADS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_SHORT = {"廿": "二十", "卅": "三十", "卌": "四十", "元": "一"}
DIGITS = "〇一二三四五六七八九"
"""Each at the place of its value."""
FORMAL, FORMAL_TENS = "壹贰叁肆伍陆柒捌玖貳參陸", "拾佰仟"
"""大写, the numerals of a bill: digits in both scripts, and ten, hundred, thousand."""
NUMERALS = "〇零一二三四五六七八九十百千两兩廿卅"
_AS_DIGIT = CharacterTable((ord(character), ord("0")) for character in NUMERALS)
_TRANSLATED = 32
"""Characters up to which `translate` is as fast as looking for each numeral; at 1,000 it takes nine times as long."""


def with_digits(text: str) -> str:
    """The text with every Chinese numeral as the digit 0; its length stays."""
    if len(text) <= _TRANSLATED:
        return text.translate(_AS_DIGIT)
    for numeral in NUMERALS:
        if numeral in text:
            text = text.replace(numeral, "0")
    return text


def parse_numeral(text: str) -> int | None:
    """The whole number that `text` (folded) writes, None where it writes none."""
    if text.isascii():
        return int(text) if text.isdigit() else None
    text = "".join(_SHORT.get(c, c) for c in text)
    if all(c in _DIGITS or c.isdecimal() for c in text):
        return int("".join(str(_DIGITS[c]) if c in _DIGITS else c for c in text))
    return _positional(text)


def _positional(text: str) -> int | None:
    """Digits and unit words: 一万二千三百四十五."""
    total = section = digit = 0
    for character in text:
        if character in _DIGITS:
            digit = _DIGITS[character]
        elif character.isascii() and character.isdigit():
            digit = digit * 10 + int(character)
        elif character in _TENS:
            section += (digit or 1) * _TENS[character]
            digit = 0
        elif character in _MYRIADS:
            total = (total + section + digit) * _MYRIADS[character] if total < _MYRIADS[character] else (
                total + (section + digit) * _MYRIADS[character]
            )
            section = digit = 0
        else:
            return None
    return total + section + digit
