"""文号 cited in running text, with whatever brackets a keyboard or a reader of print gave them (GB/T 9704-2012, 7.2.5).

国办发〔2004〕7号  穗工[2020]3号  （2020）【2020】《2020》  国办发2004〕7号  国办发〔2004 7号 (a bracket lost)  国发［1986］第3号
国务院令第503号  第12号令  市政府第8号令  海关总署公告2020年第5号  鲁政发一九八六年第3号  （86）泊署发第12号
府教字第1070012345號  政秘字第五三一號 (no year: of the Republic, the first years after it, and Taiwan)  （2021）宁0502民初3693号 (a court's 案号)
"""

import re
from collections.abc import Iterator

from pipeline.model.record import NamedTuple
from pipeline.notation.document_numbers import find_document_number
from pipeline.notation.numerals import parse_numeral
from pipeline.notation.pattern import Pattern

_OPEN, _CLOSE = r"[〔\[({【<《〈「„]", r"[〕\])}】>》〉」‟]"
_YEAR = r"(?:19|20)\d\d"
_NUMBER = r"(?P<number>\d{1,5}|[一-鿿〇]{1,5}?)[ ]?[号號](?![楼线院车门房樓線車門])"
_TAIL = Pattern(
    rf"""第?(?:
        {_OPEN}[ ]?(?P<year>{_YEAR}|\d\d|[一二][一-鿿〇]{{3}})[ ]?年?[ ]?{_CLOSE}[ ]?(?:字[ ]?)?第?
        |{_OPEN}[ ]?(?P<opened>{_YEAR})(?!\d)[ ]?年?[ ]?第?
        |(?P<closed>{_YEAR})[ ]?年?[ ]?{_CLOSE}[ ]?(?:字[ ]?)?第?
        |(?P<plain>{_YEAR}|[一二][一-鿿〇]{{3}})[ ]?年[ ]?第
    )[ ]?{_NUMBER}""",
    re.VERBOSE,
    needs="号號",
)
_ORDER = Pattern(rf"(?P<before>令?)[ ]?第[ ]?{_NUMBER}(?P<after>令?)", needs="令")
_SERIAL = Pattern(r"(?<![证證証])字[ ]?第[ ]?(?P<number>\d{1,12}|[〇零一二三四五六七八九十百千]{2,6})[ ]?[号號]", needs="字")
_BEFORE_CODE = Pattern(r"(?:.*日(?=..))?(?:.{3,}[会會府院部厅廳局委](?=..))?")
"""A date and the full name of who issues it: 八月十四日政政董字, 军政委员会东办秘字."""
_CASE = Pattern(rf"[(〔\[](?P<year>{_YEAR})[)〕\]][ ]?(?P<code>[一-鿿]{{1,3}}\d{{2,4}}[一-鿿]{{1,4}})(?P<number>\d{{1,6}})号", needs="号號")
_LICENCE = frozenset("准印刊登证證証资資许許房车車")
"""Characters of the codes of permits and certificates, which are no documents: 准印证字第, 房权证朝字第."""
_CODE = Pattern(r"[一-鿿]{1,14}[ ]?$")
_CODE_ENDS = tuple("发發函字办辦文令告")
"""Of a code before a year without brackets; without one it is 2020年第3号 of anything."""
_LEFT = Pattern(
    r"根据|按照|依据|依照|遵照|参照|对照|贯彻|落实|执行|印发|下发|转发|颁布|发布|公布|废止|以及|由于|关于|文件|通知|意见|办法|规定|有关|下达|批复|依據|根據|中华人民共和国"
    r"|[的和与及以经见按据原由在至同将对了或如依因凡即是]"
)
_NAMES = "和同原"
"""Also the first characters of names of places (和政发, 同政办)."""


class Citation(NamedTuple):
    """A 文号 and where it stands."""

    issuer_code: str
    """国办发; of an order 国务院令, of one that names no issuer 令."""
    year: int | None
    number: int
    start: int
    end: int


def find_citations(key: str) -> Iterator[Citation]:
    """Every 文号 of a folded text, from left to right; they do not overlap."""
    if "号" not in key and "號" not in key:
        return
    last = 0
    for citation in sorted((*_numbers(key), *_orders(key), *_serials(key), *_cases(key)), key=lambda row: (row.start, -row.end)):
        if citation.start >= last:
            yield citation
            last = citation.end


def _numbers(key: str) -> Iterator[Citation]:
    for found in _TAIL.finditer(key):
        year, number = _year(found), parse_numeral(found["number"])
        code = _code(key, found.start())
        if number is None or year is None:
            continue
        if code and (not found["plain"] or code.endswith(_CODE_ENDS)):
            yield Citation(code, year, number, _start(key, found.start(), code), found.end())
    first = find_document_number(key)
    while first:
        if key[first.start] in "([〔":
            yield Citation(first.issuer_code, first.year, first.number, first.start, first.end)
        first = find_document_number(key, first.end)


def _year(found: re.Match[str]) -> int | None:
    text = found["year"] or found["opened"] or found["closed"] or found["plain"]
    year = parse_numeral(text)
    if year is None or (year < 1900 and not found["year"]):
        return None
    return year if year > 99 else 1900 + year


def _orders(key: str) -> Iterator[Citation]:
    for found in _ORDER.finditer(key):
        number = parse_numeral(found["number"])
        if number is None or not (found["before"] or found["after"]):
            continue
        issuer = _code(key, found.start())
        start = _start(key, found.start(), issuer) if issuer else found.start()
        yield Citation(f"{issuer}令", None, number, start, found.end())


def _serials(key: str) -> Iterator[Citation]:
    for found in _SERIAL.finditer(key):
        code, number = _code(key, found.start()), parse_numeral(found["number"])
        before = _BEFORE_CODE.match(code)
        code = code[before.end() :] if before else code
        if len(code) > 1 and number is not None and _LICENCE.isdisjoint(code):
            yield Citation(code, None, number, _start(key, found.start(), code), found.end())


def _cases(key: str) -> Iterator[Citation]:
    for found in _CASE.finditer(key):
        yield Citation(found["code"], int(found["year"]), int(found["number"]), found.start(), found.end())


def _code(key: str, end: int) -> str:
    """The code that ends at `end`, without the words before it."""
    found = _CODE.search(key, max(0, end - 15), end)
    if found is None:
        return ""
    code = found[0].rstrip()
    cut = 0
    for word in _LEFT.finditer(code):
        is_name = word.start() == 0 and word[0] in _NAMES
        cut = cut if is_name else word.end()
    return code[cut:]


def _start(key: str, end: int, code: str) -> int:
    return key.rindex(code, 0, end)
