"""Lists of persons by unit (光荣榜, 记功人员), whatever everyday words their names are.

机务段盖文山、向阳;车辆段逄金河      一中:钟声 时间 赫连勇      滕云龙 县化肥厂厂长
                                  二中:康庄 雷雨              常年 县供销社司机
"""

from collections.abc import Iterator

from pipeline.entities.masking import BLANK, UNIT_END
from pipeline.entities.person_doubt import PARTICLES
from pipeline.entities.person_readings import has_words, is_long_name
from pipeline.entities.person_roster import NEEDED, Person
from pipeline.entities.person_sides import lists
from pipeline.model.record import NamedTuple
from pipeline.notation.pattern import Pattern

_HAN = "\u4e00-\u9fff"
_GROUP = Pattern(
    f"(?:{UNIT_END}:?|(?<![{_HAN}])[{_HAN}]{{2,10}}:)(?P<names>[{_HAN}]{{2,3}}(?:[、和][{_HAN}]{{2,3}})*)(?=[;,。、和\n]|$)", needs=UNIT_END + ":"
)
"""The persons of one unit, or of what a label names."""
_NAME = Pattern(f"[{_HAN}]{{2,3}}?(?=[、和]|$)")
_ROW = Pattern(
    f"(?:^|\n) *(?:[{_HAN}{BLANK}{UNIT_END}]{{2,16}}: *(?P<listed>[{_HAN}]+(?: +[{_HAN}]+)+)"
    f"|(?P<led>[{_HAN}]+(?: +[{_HAN}]+)?) +{BLANK}*{UNIT_END}[{_HAN}]{{0,9}})(?=\n|$)",
    needs=UNIT_END + ":",
)
"""A line of names behind their unit, or of one or two before it."""
_CELL = Pattern(f"[{_HAN}]{{2,4}}(?= |$)|[{_HAN}] {{1,2}}[{_HAN}](?= |$)")
_LEAST_GROUPS, _LEAST_NAMES, _LONGEST = 2, 3, 3


class _Group(NamedTuple):
    start: int
    end: int
    names: list[tuple[int, int]]


def scan_unit_rosters(key: str) -> list[Person]:
    """Persons of two units and more, one unit after the other, most of whom have a surname; units in `key` are blanked out."""
    return _in_runs(key, _groups(key), 1) + _in_runs(key, _rows(key), 0)


def _in_runs(key: str, groups: Iterator[_Group], sign: int) -> list[Person]:
    """Persons of the groups that stand next to each other, with nothing but a sign and the name of a unit between."""
    found: list[Person] = []
    run: list[_Group] = []
    for group in groups:
        if run and key[run[-1].end + sign : group.start].strip(BLANK):
            found += _persons(key, run)
            run = []
        run.append(group)
    return found + _persons(key, run)


def _groups(key: str) -> Iterator[_Group]:
    for match in _GROUP.finditer(key):
        start = match.start("names")
        yield _Group(match.start(), match.end(), [(start + name.start(), start + name.end()) for name in _NAME.finditer(match["names"])])


def _rows(key: str) -> Iterator[_Group]:
    for match in _ROW.finditer(key):
        start = match.start(match.lastgroup or 0)
        yield _Group(match.start(), match.end(), [(start + name.start(), start + name.end()) for name in _CELL.finditer(match[match.lastgroup or 0])])


def _persons(key: str, run: list[_Group]) -> list[Person]:
    names = [name for group in run for name in group.names]
    if len(run) < _LEAST_GROUPS or len(names) < _LEAST_NAMES:
        return []
    texts = [key[start:end].replace(" ", "") for start, end in names]
    surnamed = sum(_has_surname(text) for text in texts)
    posts = sum(text in lists().titles for text in texts)
    sure = any(not has_words(text) for text in texts) and all(map(_may_be_name, texts)) and posts < len(run) / _LEAST_NAMES
    return [Person(*name, NEEDED) for name in names] if sure and 2 * surnamed >= len(texts) else []


def _has_surname(text: str) -> bool:
    return text[:2] in lists().surnames or (text[0] in lists().surnames and text[0] not in lists().unlikely)


def _may_be_name(text: str) -> bool:
    if text[-1] in PARTICLES:
        return False
    return len(text) <= _LONGEST or text[:2] in lists().surnames or is_long_name(text)
