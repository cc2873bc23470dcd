"""What the reading of a unit's name takes in at its beginning, and what it leaves out: 驻 | 即城 | 办事处, 应 | 邮电部.

`floor` is where the name before it ends, `start` where the ending begins.
"""

from pipeline.entities.divisions import DATELINE
from pipeline.entities.unit_marks import LEADING, STOP, VERBS
from pipeline.entities.unit_name import Reader, Reading
from pipeline.notation.han import is_han
from pipeline.notation.pattern import Pattern

_LEADING = LEADING | frozenset("为获报系依")
"""Before words for what a unit does they are no part of it."""
_PLANTS = ("车间", "泵站", "泵房")
"""What is told apart by a number before its name."""
_NUMBER = Pattern(r"[\d一二三四五六七八九十]{1,2}号$", needs="号")
_LONGEST_NUMBER = 3
"""Characters of 十二号."""
_LED = 3
"""Characters of a proper name of two with a little word before it."""
_BEGINS = frozenset("好当")
"""Little words with which a proper name begins as well."""
_SHOWN = ("图为", "经商")
"""Words before a unit: below a picture, and of whom somebody has asked."""
_MERCHANTS = ("生产", "制造", "供应", "承包", "运营", "经销", "开发", "投资")
"""With 商 who does something for a living."""
_APPOINTED = (3, 4)
"""Characters of a name with the word that makes its bearer an officer of the unit."""
_ADVERBS = frozenset("还并将已又再均都也就")
"""Before a verb."""
_ORGANISES = Pattern("组织(?!人事|干部|宣传|统战|联络|工作|部|处|科)", first="组")
"""The verb: 组织 | 妇科; not 组织人事部."""
POSTED = ("办事处", "代表处", "联络处")
"""Ends of offices that somebody keeps elsewhere."""
MISSIONS = ("使馆", "领事馆", "领馆")
"""Ends of those that a state keeps."""


def without(reading: Reading, size: int) -> Reading:
    """The reading without the word of some characters that it begins with."""
    start, opened = reading.start + size, max(0, reading.opened - size)
    return reading._replace(start=start, head_end=max(start, reading.head_end), opened=opened, functions=reading.functions - (not reading.opened))


def bare(key: str, reading: Reading, floor: int) -> Reading:
    """The reading without what is no part of it before the words for what the unit does: 应 | 邮电部, 组织 | 妇科, 劳慧为 | 总务处."""
    start = reading.start
    if key[start] == "(" and not 0 < start == floor:  # (二)内政部
        begin = key.find(")", start) + 1
        return reading._replace(start=begin, head_end=max(begin, reading.head_end))
    if key[start] == "商" and key.endswith(_MERCHANTS, floor, start):  # 供应商 | 洛川公司
        return reading._replace(start=start + 1, head="", head_end=start + 1, opened=reading.opened + reading.head_end - start - 1)
    if reading.head and key.endswith("政协", floor, start):  # 政协 | 云州市 | 委员会
        return reading._replace(start=start - 2)
    size = 0 if reading.head else _little(key, reading)
    return without(reading, size) if size else reading


def _little(key: str, reading: Reading) -> int:
    """Length of what is no part of a name without a head at its beginning."""
    start, opened, functions = reading.start, reading.opened, reading.functions
    before = key[start - 1 : start]
    if opened == 1 and functions and (key[start] in _LEADING or (key[start] in "电讯" and before in DATELINE)):
        return 1
    led = key[start] in LEADING and key[start] not in _BEGINS and (before in STOP or not is_han(before or " "))
    if opened == _LED and (led or (key[start] in "电讯" and before in DATELINE)):
        return 1  # 接 | 东照海上安全监督局, 5月1日讯 | 海峡协会
    if functions and opened in _APPOINTED and key[start + opened - 1] in "为任":
        return opened
    if opened and key[start] == "中" and before == "其":
        return 1
    if opened == len(_SHOWN[0]) and key.startswith(_SHOWN, start):
        return opened
    verb = key[start : start + 2] in VERBS and before in _ADVERBS  # 还 | 联合 | 农业部
    return 2 if functions > 1 and (verb or _ORGANISES.match(key, start)) else 0


def numbered(key: str, reading: Reading, start: int, floor: int) -> Reading:
    """The reading of a workshop with the number before its name: 二号 | 高炉 | 车间."""
    if reading.head or not key.startswith(_PLANTS, start):
        return reading
    match = _NUMBER.search(key, max(floor, reading.start - _LONGEST_NUMBER), reading.start)
    begin = match.start() if match else 0
    return reading._replace(start=begin, head_end=begin) if match and not is_han(key[begin - 1 : begin] or " ") else reading


def sent(reader: Reader, reading: Reading, start: int, floor: int) -> Reading:
    """An embassy with the state that sends it: 中国 | 驻 | 缅甸 | 大使馆, 德国 | 驻华 | 大使馆."""
    key = reader.key
    at = start - 2 if key.endswith("驻华", floor, start) else reading.start - 1
    head, begin = reader.head(at, floor, direct=True) if at > floor and key[at] == "驻" else ("", at)
    return reading._replace(start=begin, head=head, head_end=at, opened=0, stop="edge") if head in ("known", "open") else reading


def posted(reader: Reader, reading: Reading, floor: int) -> Reading:
    """An office at a place with who keeps it and the word that posts it there: 甘肃省 | 驻 | 深圳 | 办事处, 驻 | 即城 | 办事处."""
    key, at = reader.key, reading.start - 1
    head, begin = reader.head(at, floor, direct=True) if at > floor and key[at] == "驻" else ("", at)
    if head in ("known", "open"):
        return reading._replace(start=begin, head=head, head_end=at, stop="edge")
    stands = at >= floor and key[at] == "驻" and not is_han(key[at - 1 : at] or " ")
    return reading._replace(start=at, stop="edge") if stands else reading
