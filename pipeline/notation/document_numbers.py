"""文号 of a 公文 (GB/T 9704-2012, 7.2.5): 发文机关代字, year, serial.

国办发〔2004〕57号  平政办发[2021]17号  岚政办发（2021）9号  京教【2019】3号  （86）泊署发第12号  （50）魯秘字第一八六號
"""

import re

from pipeline.model.record import NamedTuple
from pipeline.notation.numerals import parse_numeral
from pipeline.notation.pattern import Pattern

_NUMBER = Pattern(
    r"""(?P<code>[^\W\d_a-zA-Z]{1,12})[ ]?第?[〔\[(【<〈][ ]?(?P<year>(?:19|20)\d\d|\d\d)[ ]?[〕\])】>〉][ ]?(?:第[ ]?)?(?P<number>\d{1,5})[ ]?[号號]
    |[(〔\[](?P<year2>(?:19|20)?\d\d)[)〕\]][ ]?(?P<code2>(?!第)[^\W\d_a-zA-Z]{1,10}?)[ ]?(?:字[ ]?)?第?[ ]?
        (?P<number2>\d{1,5}|(?<=字第)[〇零○一二三四五六七八九十百]{1,5})[ ]?[号號]""",
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
    year = int(found["year"] or found["year2"])
    return DocumentNumber(
        found["code"] or found["code2"],
        year if year > 99 else 1900 + year,
        parse_numeral(found["number"] or found["number2"]) or 0,
        found.start(),
        found.end(),
    )
