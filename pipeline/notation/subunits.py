"""Amounts in a unit and its tenths, and money as it is written on a bill.

五元三毛  三块五  两角五分  一分二厘  八元零五分  三块二毛五      一亩二分  三丈六尺  四斗五升      一成二  五厘四  两米五      壹仟玖佰圆  伍拾万元

`marked` is the folded text with every numeral as a digit (numerals.with_digits).
"""

from pipeline.notation.numerals import FORMAL, FORMAL_TENS, parse_numeral
from pipeline.notation.pattern import Pattern

_OF_YUAN = {"角": 10, "毛": 10, "分": 100, "厘": 1000}
_OF_JIAO = {"分": 10, "厘": 100}
SMALLER: dict[str, dict[str, int]] = {
    **dict.fromkeys(("元", "圆", "块", "块钱"), _OF_YUAN),
    **dict.fromkeys(("角", "毛", "亩", "畝"), _OF_JIAO),
    "成": {}, "厘": {}, "米": {}, "分": {"厘": 10}, "丈": {"尺": 10, "寸": 100}, "尺": {"寸": 10}, "石": {"斗": 10, "升": 100}, "斗": {"升": 10},
}  # fmt: skip
"""Unit → the smaller ones that may stand behind it, and how many of each make it."""
_SMALL = Pattern(r"(?P<nought>\d)?(?P<number>\d)(?P<unit>[角毛分厘尺寸斗升])(?![\u949f\u9418之])钱?", first="0123456789")
_ALONE = Pattern(r"(?P<number>\d)(?!\d|[十百千万亿.%]|(?![左以的到至])[\u4e00-\u9fff])", first="0123456789")
"""5 of 三块五, where nothing follows that it could count."""
_WITH_TENTHS = ("块", "毛", "成", "厘", "米")
_ONE = f"[{FORMAL}]"
_FORMAL = Pattern(
    rf"[零〇{FORMAL}{FORMAL_TENS}万萬亿億]{{2,}}(?=[圆圓元整]|[美欧日]元|角)"
    rf"|{_ONE}(?=[圆圓元](?:整|[零〇]?{_ONE}[角分]))|(?<=[圆圓元角])[零〇]?{_ONE}(?=[角分])",
    needs=FORMAL + FORMAL_TENS,
)
_AS_DIGITS = str.maketrans(dict.fromkeys(f"零{FORMAL}{FORMAL_TENS}", "0"))


def with_smaller(key: str, marked: str, at: int, unit: str, value: float) -> tuple[float, int]:
    """The value of an amount with what stands behind it in smaller units, in its own unit, and where they end."""
    smaller, whole, end, last = SMALLER[unit], round(value * 1000), at, 1
    found = _SMALL.match(marked, at)
    while found and smaller.get(found["unit"], 0) > last and (found["nought"] is None or key[found.start()] in "零〇"):
        last = smaller[found["unit"]]
        whole += 1000 * _digit(key, found.start("number")) // last
        end = found.end()
        found = _SMALL.match(marked, end)
    if (key[end - 1] if end > at else unit) in _WITH_TENTHS and (found := _ALONE.match(marked, end)):
        whole, end = whole + 100 * _digit(key, found.start()) // last, found.end()
    return (whole / 1000, end) if end > at else (value, at)


def _digit(key: str, at: int) -> int:
    return parse_numeral(key[at]) or 0


def with_formal_digits(key: str, marked: str) -> str:
    """`marked` with the numerals of a bill (大写) as digits too; 伍 and 陆 elsewhere are names and words."""
    for found in _FORMAL.finditer(key):
        marked = f"{marked[: found.start()]}{found[0].translate(_AS_DIGITS)}{marked[found.end() :]}"
    return marked
