"""Money as it is said and as it is written on a bill: 五元三毛, 三块五, 两角五分, 一分二厘; 壹仟玖佰圆, 伍拾万元.

`marked` is the folded text with every numeral as a digit (numerals.with_digits).
"""

from pipeline.notation.numerals import parse_numeral
from pipeline.notation.pattern import Pattern

COINS = {"元": 1, "圆": 1, "块": 1, "块钱": 1, "角": 10, "毛": 10, "分": 100}
"""Unit → how many of it make a 元."""
_SMALLER = {**COINS, "厘": 1000, "钱": 0}
_COIN = Pattern(r"(?P<number>\d)(?P<unit>[角毛分厘])(?![\u949f\u9418之])钱?", first="0123456789")
_ALONE = Pattern(r"(?P<number>\d)(?!\d|[十百千万亿\u4e00-\u9fff]|[.%])", first="0123456789")
"""5 of 三块五, where nothing follows that it could count."""
_FORMAL = Pattern(r"[零〇壹贰叁肆伍陆柒捌玖貳參陸拾佰仟万萬亿億]{2,}(?=[圆圓元整]|[美欧日]元|角)", needs="壹贰叁肆伍陆柒捌玖貳參陸拾佰仟")
_AS_DIGITS = str.maketrans(dict.fromkeys("零壹贰叁肆伍陆柒捌玖貳參陸拾佰仟", "0"))


def with_coins(key: str, marked: str, at: int, unit: str, value: float) -> tuple[float, int]:
    """The value of an amount of money with the smaller coins behind it, in its own unit, and where they end."""
    whole, end, last = round(value * 1000), at, COINS[unit]
    found = _COIN.match(marked, at)
    while found and _SMALLER[found["unit"]] > last:
        last = _SMALLER[found["unit"]]
        whole += 1000 * _digit(key, found.start()) * COINS[unit] // last
        end = found.end()
        found = _COIN.match(marked, end)
    if end == at and unit in ("块", "毛") and (found := _ALONE.match(marked, at)):
        whole, end = whole + 100 * _digit(key, found.start()), found.end()
    return (whole / 1000, end) if end > at else (value, at)


def _digit(key: str, at: int) -> int:
    return parse_numeral(key[at]) or 0


def with_formal_digits(key: str, marked: str) -> str:
    """`marked` with the numerals of a bill (大写) as digits too; 伍 and 陆 elsewhere are names and words."""
    for found in _FORMAL.finditer(key):
        marked = f"{marked[: found.start()]}{found[0].translate(_AS_DIGITS)}{marked[found.end() :]}"
    return marked
