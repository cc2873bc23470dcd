"""Parts of a whole: 百分之四十, 千分之五, 百分之八十到九十, 三分之二, 1/3; and what every amount is."""

from pipeline.model.record import Struct
from pipeline.notation.measures import read_measure
from pipeline.notation.numbers import SCALES, read_number
from pipeline.notation.pattern import Pattern

_COUNTED = "[个個](?=[亿億](?:元?(?:[,。;、:) ]|$)|[美欧日港韩]元|人民币|卢布|英镑|法郎|卢比|泰铢|台币))"
"""个 of 两个亿, 3个亿元; not of 两个亿元镇."""
PART = (
    r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d{1,3}(?:[ ]\d{3})+(?!\d)|\d+)(?:[.点點]\d+)?"
    r"(?:[ ]?[多余餘]|[几幾来來])?"
    rf"(?:[ ]?(?:{_COUNTED})?[万萬亿億]{{1,2}}(?:[ ]?[多余餘]|[几幾来來])?)?"
)
NUMBER = Pattern(rf"[数數几幾]?(?:{PART})+")
RANGE = Pattern(r"[ ]?(?:\(不?含\))?(?:[-—–~～－―]{1,2}|至|到|或)[ ]?")
JOINTS = frozenset(" (-—–~～－―至到或")
"""First characters of what RANGE matches."""
_SHARE = Pattern(r"(?:\d+|[万萬])分之")
_FRACTION = Pattern(r"(?P<above>\d{1,2})/(?P<below>\d{1,2})(?![\da-zA-Z/.%年月日])")
_SHARE_BEFORE = tuple("占佔约近超过達达逾足为有的")
"""Before 1/3: it is a share, no date and no page."""
_PER = {100: "%", 1000: "‰", 10000: "‱"}


class Amount(Struct):
    """A number with its unit and where it stands."""

    start: int
    end: int
    value: float
    """Of a range or a pair (两三个) the lower bound."""
    unit: str
    """As printed, without 万 and 亿; % ‰ ‱ for 百分之, 千分之, 万分之; empty for a fraction and for 300万."""
    kind: str
    """unit, classifier, ratio, money, bare."""
    numeral: str
    """As printed."""
    more: bool
    """More than `value`: 多, 余, 几, 数十."""
    between: bool
    """A range or a pair."""


def read_share(key: str, marked: str, start: int) -> Amount | None:
    """百分之四十, 三分之二."""
    found = _SHARE.match(marked, start)
    follows = NUMBER.match(marked, found.end()) if found else None
    if found is None or follows is None:
        return None
    end = follows.end()
    above = read_number(follows_text := key[found.end() : end])
    whole = key[start : found.end() - 2]
    below = read_number(f"一{whole}" if whole in SCALES else whole)
    if above is None or below is None or not below.value:
        return None
    numeral = f"{whole}分之{follows_text}"
    if below.value in _PER:
        upper = _upper_share(key, marked, end, lower=above.value, whole=whole)
        unit = _PER[int(below.value)]
        return Amount(start, upper or end, above.value, unit, "ratio", numeral, above.open and not upper, above.pair or bool(upper))
    return Amount(start, end, above.value / below.value, "", "ratio", numeral, above.open, above.pair)


def _upper_share(key: str, marked: str, at: int, *, lower: float, whole: str) -> int:
    """The end of 百分之八十到九十, 百分之五至百分之八; 0 where no second number follows."""
    joint = RANGE.match(key, at) if key[at : at + 1] in JOINTS else None
    if joint is None:
        return 0
    again = joint.end() + len(whole) + 2 if key.startswith(f"{whole}分之", joint.end()) else joint.end()
    follows = NUMBER.match(marked, again)
    upper = read_number(key[again : follows.end()]) if follows else None
    if follows is None or upper is None or upper.value <= lower:
        return 0
    is_free = again > joint.end() or read_measure(key, follows.end(), figures=False) is None
    return follows.end() if is_free else 0


def read_fraction(key: str, start: int) -> Amount | None:
    """1/3."""
    found = _FRACTION.match(key, start) if key.find("/", start, start + 3) > 0 else None
    if found is None or not 0 < int(found["above"]) < int(found["below"]):
        return None
    if not key.endswith(_SHARE_BEFORE, 0, start) and key[found.end() : found.end() + 1] not in tuple("的以左强弱多"):
        return None
    return Amount(start, found.end(), int(found["above"]) / int(found["below"]), "", "ratio", found[0], more=False, between=False)
