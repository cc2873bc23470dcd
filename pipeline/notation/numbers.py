"""Numbers of running text, written in figures, in Chinese numerals or in both, and what they leave open.

1400多万  1,234.5万  12 345  3亿5000万  两千三百  三点五  十余  数十  几百  十几  万余  (上)万  两三 (two to three)  十七八  三四百  三五
"""

from functools import lru_cache

from pipeline.model.record import NamedTuple
from pipeline.notation.numerals import FORMAL, FORMAL_TENS, parse_numeral
from pipeline.notation.pattern import Pattern

SOME = "数數几幾"
_LONGEST = 40
"""Characters of a numeral; what is longer is a code, and too large for a float."""
SCALES = {"万": 4, "萬": 4, "亿": 8, "億": 8}
_DIGITS = "〇零一二三四五六七八九"
_PLAIN = str.maketrans(FORMAL + FORMAL_TENS, "一二三四五六七八九二三六十百千")
"""大写 as plain numerals."""
_SHAPES = str.maketrans(
    dict.fromkeys("一二三四五六七八九两兩", "d")
    | {"〇": "z", "零": "z", "十": "t", "百": "h", "千": "k", "廿": "T", "卅": "T"}
)
_WHOLE = Pattern(r"(?:d?k)?z?(?:d?h)?z?(?:d?t|T)?z?d?|dkd|dhd|[dz]{3,}|z")
"""Well-formed numerals under 10,000 by the kind of each character: 两千零五十, 三千五, 二〇二〇; no 十三五."""
_PART = Pattern(
    r"(?P<number>[^万萬亿億多余餘几幾来來]+)(?P<more>[多余餘几幾来來]?)(?P<scale>[万萬亿億]{0,2})(?P<after>[多余餘几幾来來]?)"
)
_STEPS = Pattern(r"(?:(\d)千)?(?:(\d)百)?(?:(\d)十)?(\d)?")
_FIGURES = Pattern(r"(\d[\d,]*)(?:\.(\d+))?([十百千]?)")


class Number(NamedTuple):
    """What a numeral says."""

    value: float
    open: bool
    """It is more than `value`: 十余, 1400多, 数十."""
    pair: bool
    """It lies between `value` and the next: 两三."""


@lru_cache(4096)  # texts write the same few numbers again and again
def read_number(text: str) -> Number | None:
    """The number that a folded text writes, None where it writes none or one that no text means."""
    if len(text) > _LONGEST:
        return None
    if text.isdecimal() and text.isascii():
        return Number(float(text), open=False, pair=False)
    text = text.replace(" ", "").replace("个", "").translate(_PLAIN)  # 两个亿
    is_open = text[0] in SOME
    text = text[is_open:]
    if text[:1] in SCALES:
        text = f"一{text}"
    numerator, places, pair, at = 0, 0, False, 0
    while at < len(text):
        part = _PART.match(text, at)
        if part is None:
            return None
        read = _read_part(part["number"])
        if read is None:
            return None
        digits, shift, two = read
        scale = sum(SCALES[c] for c in part["scale"])
        if at and part.end() == len(text) == at + 1 and text[at - 1] in SCALES:
            scale = SCALES[text[at - 1]] - 1  # 1万2, 三万五
        numerator, places = _add(numerator, places, digits * 10**scale, shift)
        is_open |= bool(part["more"] or part["after"])
        pair |= two
        at = part.end()
    return Number(_divide(numerator, places), is_open, pair) if at else None


def _add(total: int, places: int, digits: int, shift: int) -> tuple[int, int]:
    """The sum of two decimals, each as a whole number and its count of decimal places."""
    most = max(places, shift)
    return total * 10 ** (most - places) + digits * 10 ** (most - shift), most


def _divide(digits: int, places: int) -> float:
    """The float that is nearest: 38.6亿 is 3860000000.0, not what 38.6 * 1e8 gives."""
    return float(digits / int(10**places))


def _read_part(text: str) -> tuple[int, int, bool] | None:
    """Its digits as a whole number, how many of them are decimals, and whether it is a pair."""
    if text[0].isascii():
        found = _FIGURES.fullmatch(text)
        if found is None:
            return _read_steps(text)
        decimals = found[2] or ""
        whole = int(found[1].replace(",", "") + decimals)
        return whole * (10 ** " 十百千".index(found[3]) if found[3] else 1), len(decimals), False
    whole_text, _, decimals = text.replace("點", "点").partition("点")
    if decimals:
        if any(c not in _DIGITS for c in decimals):
            return None
        whole_value = _read_whole(whole_text)
        return None if whole_value is None else (int(f"{whole_value[0]}{''.join(str(_figure(c)) for c in decimals)}"), len(decimals), False)
    value = _read_whole(text)
    return None if value is None else (value[0], 0, value[1])


def _read_steps(text: str) -> tuple[int, int, bool] | None:
    """4千6百 of 5万4千6百."""
    found = _STEPS.fullmatch(text)
    return (int("".join(digit or "0" for digit in found.groups())), 0, False) if found else None


def _figure(character: str) -> int:
    return max(0, _DIGITS.index(character) - 1)


def _read_whole(text: str) -> tuple[int, bool] | None:
    shape = text.translate(_SHAPES)
    at = shape.find("dd")
    two = at >= 0 and shape.find("d", at + 2) < 0
    if two:
        first, second = parse_numeral(text[at]) or 0, parse_numeral(text[at + 1]) or 0
        if second != first + 1 and text[at : at + 2] != "三五":
            return None
        text, shape = text[: at + 1] + text[at + 2 :], shape[: at + 1] + shape[at + 2 :]
    if not shape or _WHOLE.fullmatch(shape) is None:
        return None
    if shape in ("dkd", "dhd"):
        text += "百" if shape[1] == "k" else "十"
    value = parse_numeral(text)
    return None if value is None else (value, two)


def is_figures(text: str) -> bool:
    """Whether a numeral is written in figures (1400多万) and not in Chinese numerals."""
    return "0" <= text[:1] <= "9"
