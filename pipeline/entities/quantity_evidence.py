"""What looks like an amount and is none, by the characters around it: the checks of every amount.

an ordinal   第三届  №5      a piece of a code   4A级  1.2.3  5+2天      a place   三家店村

Those of one kind: by the unit (quantity_units.py), of numbers in words (quantity_words.py), in names (quantity_names.py).
"""

from pipeline.entities.quantity_names import is_quoted, is_slogan
from pipeline.entities.quantity_units import check_unit
from pipeline.entities.quantity_words import counts_in_words
from pipeline.lexicon import words
from pipeline.notation.numbers import is_figures
from pipeline.notation.pattern import Pattern
from pipeline.notation.shares import Amount

_WHOLE = frozenset("本项版")
_MANY = 1000
"""With 万 a number of whole things has decimals: 2.4万本."""
_NUMBER_JOINTS = frozenset("、和及至到-")
_NUMBERED_BEFORE = Pattern(r"第[ ]?\d+(?:[、和及至到-]\d+)*[、和及至到-]$")
"""So is 30节 in 第29、30节."""
_SPACED = Pattern(r"[\d一二三四五六七八九十百千.] $")
_PLACE = Pattern(
    "[子户店铺堡庄沟屯营坡坟寨湾塘渠口岭房台坪](?:[村镇乡屯庄]|街道|社区|居委会|地区|片区|大队|公社|小学|中学|车站|水库|派出所)|渠市",
    first="子户店铺堡庄沟屯营坡坟寨湾塘渠口岭房台坪",
)
"""After 三家, where they begin the name of a place: 三家店村, 八家户村."""


def is_quantity(key: str, amount: Amount) -> bool:
    """Whether the text around an amount leaves it one."""
    start = amount.start
    return (
        not _is_joined(key, amount)
        and not (key[start - 1 : start] == "老" and amount.numeral in tuple("一二三四五六七八九"))  # 周老五把
        and not key.endswith(("第", "第 ", "№", "No.", "编号", "成千上", "成百上"), 0, start)
        and not (len(amount.numeral) == 1 and amount.unit not in ("个", "個") and not is_figures(amount.numeral) and _names_place(key, amount))
        and not (key[start - 1 : start] in _NUMBER_JOINTS and _NUMBERED_BEFORE.search(key[max(0, start - 16) : start]))
        and (is_figures(amount.numeral) or counts_in_words(key, amount))
        and check_unit(key, amount)
        and not is_slogan(key, amount)
        and not is_quoted(key, start, amount.end)
    )


def _names_place(key: str, amount: Amount) -> bool:
    """三家店村; 五台山, 三元区, 七台河, which the list of places knows."""
    if _PLACE.match(key, amount.end):
        return True
    name = key[amount.start : amount.end]
    return f"{name}{key[amount.end : amount.end + 1]}" in words("place_names") or (
        name in words("place_names") and key[amount.end : amount.end + 1] in tuple("市县区山州镇")
    )


def _is_joined(key: str, amount: Amount) -> bool:
    """A piece of a longer code: 0999-12个, A4张, 1.2.3, 5+2天; or the marker of a heading: 3 个人."""
    start = amount.start
    before, far = key[start - 1 : start], key[start - 2 : start - 1] if start > 1 else ""
    if before.isascii() and before.isalpha():
        return True
    if before and before in "-+./_#@=*×" and far.isascii() and far.isalnum():
        return True
    if (amount.numeral[0] == "0" and amount.numeral[1:3].isdigit()) or (before == ":" and far.isdigit() and len(amount.numeral) == len("00")):
        return True  # 0999-3216688转, 8:00起
    if before == " " and _SPACED.search(key, max(0, start - 2), start):
        return True
    if "." in amount.numeral and amount.kind == "classifier" and (" " in key[start : amount.end] or amount.unit in _WHOLE):
        return amount.value < _MANY  # a version, 0.15 个, or the number of a heading: 2.2本项目
    is_opening = before in ("", "\n")
    return is_opening and key[start : amount.end].find(" ") in (1, 2) and amount.kind == "classifier"
