"""文号 of a 公文 (GB/T 9704-2012, 7.2.5): 发文机关代字, year, serial.

国办发〔2004〕57号  平政办发[2021]17号  岚政办发（2021）9号  京教【2019】3号  安办《2009》6号  澄政发2004〕57号 (a bracket lost)
鄂政發〔2018〕26號  （86）泊署发第12号  （50）魯秘字第一八六號  国家某某总局公告2017年第16号
"""

import re

from pipeline.model.record import NamedTuple
from pipeline.notation.numerals import parse_numeral
from pipeline.notation.pattern import Pattern

_OPEN, _CLOSE = r"[〔\[({【<〈《「]", r"[〕\])}】>〉》」]"
_HAN = "〇零一二三四五六七八九"
_YEAR = rf"(?:(?:19|20)\d\d|\d\d|[一二][{_HAN}]{{3}}|[一二三四五六七八九][{_HAN}])"
_WHOLE_YEAR = r"(?:19|20)\d\d(?!\d)"
_N = rf"(?:\d{{1,5}}|[{_HAN}十百]{{1,6}})"
_CODE = r"[^\W\d_a-zA-Z]"
_LATEST = 30
"""Two digits up to which a year is one of this century: （05）."""
_NUMBER = Pattern(
    rf"""(?P<code>(?!(?<=\d)日){_CODE}{{1,12}})[ ]?第?
        (?:{_OPEN}[ ]?(?P<year>{_YEAR})[ ]?年?[ ]?{_CLOSE}|{_OPEN}(?P<opened>{_WHOLE_YEAR})|(?P<closed>{_WHOLE_YEAR}){_CLOSE})
        [ ]?(?:字[ ]?)?(?:第[ ]?)?(?P<number>{_N})[ ]?[号號]
    |{_OPEN}[ ]?(?P<before>{_YEAR})[ ]?{_CLOSE}(?P<code2>(?!第){_CODE}{{1,10}}?)[ ]?(?:字[ ]?)?第?[ ]?(?P<number2>\d{{1,5}}|(?<=字第){_N})[ ]?[号號]
    |(?P<code3>{_CODE}{{2,16}}(?:公告|通告|令))[ ]*(?P<year3>{_WHOLE_YEAR})[ ]?年[ ]?第[ ]?(?P<number3>{_N})[ ]?[号號]""",
    re.VERBOSE,
    needs="号號",
)


class DocumentNumber(NamedTuple):
    """A 文号 and where it stands in the text."""

    issuer_code: str
    year: int
    number: int
    start: int
    end: int


def find_document_number(key: str, start: int = 0) -> DocumentNumber | None:
    """The first 文号 in `key` (folded) at or after `start`."""
    found = _NUMBER.search(key, start)
    if not found:
        return None
    code = found["code"] or found["code2"] or found["code3"]
    year = parse_numeral(found["year"] or found["opened"] or found["closed"] or found["before"] or found["year3"])
    number = parse_numeral(found["number"] or found["number2"] or found["number3"])
    if year is None or number is None:
        return None
    century = 0 if year > 99 else 1900 if year > _LATEST else 2000
    return DocumentNumber(code, century + year, number, found.start(), found.end())
