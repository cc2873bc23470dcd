"""The line that collections of documents set below a title: when it was issued, by whom, under what number.

（1990年9月11日　某某部、某某部　（90）某文字第486号）   1964年2月10日，某某法院   某市人民政府　1986年5月3日发布
（1993年5月6日某市人民政府令第21号发布）   （2016年9月29日某县第十三次代表大会通过　自2016年10月1日起施行）
"""

from pipeline.model.record import NamedTuple
from pipeline.notation.dates import find_date
from pipeline.notation.document_numbers import find_document_number
from pipeline.notation.labels import SERIAL_OF_OFFICE
from pipeline.notation.names import is_unit
from pipeline.notation.pattern import Pattern

_LONGEST = 90
_PARTS = Pattern(r"[^ ,、;()\0]+")
_ORDER = Pattern(r"令[ ]?第[ ]?\d{1,4}[ ]?[号號]", needs="令", numerals=True)
_ISSUED = Pattern(
    r"(?:第[^ ,]{1,6}[次届屆](?:[全体體]{2})?[会會][议議])?(?:[审審][议議])?(?:[发發公颁頒][布佈]|印[发發]|批准|[发發]出|令|通[过過]|修[订訂正])$",
    last="布佈发發准出令过過订訂正",
)
_SINCE = ("自", "起施行", "起执行", "起執行", "施行")
"""Around the day from which it holds."""
_MOST_DAYS = 6


class Promulgation(NamedTuple):
    """Places in the folded line, both ends 0 for what it does not say."""

    issuer: tuple[int, int]
    order: tuple[int, int]
    """某市人民政府令第21号."""


def find_promulgation(key: str) -> Promulgation | None:
    """What a folded line says that holds a whole date, units or a 文号, and nothing else; None for other lines and for a date alone."""
    days = _days(key) if len(key) <= _LONGEST and key[-1] not in "。:" else []
    if not days:
        return None
    number = find_document_number(key)
    order = _ORDER.search(key)
    spans = [*days, *([(number.start, number.end)] if number else []), *([order.span()] if order else [])]
    left = _without(key, spans)
    parts = [(found.start(), _ISSUED.sub("", found[0])) for found in _PARTS.finditer(left) if found[0] not in _SINCE]
    units = [(start, name) for start, name in parts if name and not SERIAL_OF_OFFICE.match(name)]
    if not parts or not all(is_unit(name) for _, name in units):
        return None
    issuer = _first_issuer(left, units)
    return Promulgation(issuer, (issuer[0] if issuer[1] == order.start() else order.start(), order.end()) if order else (0, 0))


def _first_issuer(left: str, units: list[tuple[int, str]]) -> tuple[int, int]:
    """The first unit with those behind it, up to the next day or number."""
    start, end = units[0][0] if units else 0, 0
    for at, name in units:
        if end and "\0" in left[end:at]:
            break
        end = at + len(name)
    return start, end


def _days(key: str) -> list[tuple[int, int]]:
    """Where whole dates stand: when it was passed, amended, from when it holds."""
    found: list[tuple[int, int]] = []
    while len(found) < _MOST_DAYS and (date := find_date(key)):
        found.append((date.start, date.end))
        key = key[: date.start] + "\0" * (date.end - date.start) + key[date.end :]
    return found


def _without(key: str, spans: list[tuple[int, int]]) -> str:
    """The line with what stands at the spans as signs of no word."""
    for start, end in spans:
        key = key[:start] + "\0" * (end - start) + key[end:]
    return key
