"""The full name of a unit that a text calls by a short one, as far as the issue itself supports it.

    市总工会            in an issue of 广州市总工会办公室            广州市总工会
    市总                the same                                    广州市总工会
    院工会              in an issue of 湘浔市第三人民医院工会       湘浔市第三人民医院工会
    越秀工会            where 越秀区总工会 signs an item            越秀区总工会
    广州市总            where 广州市总工会 is named                 广州市总工会
    区教工委            where 石桥区教育工作委员会（以下简称区教工委） stands  石桥区教育工作委员会
    苍岩集团            where one 苍岩…集团有限公司 is named         苍岩建工集团有限公司
    县妇联              where 安澜县妇女联合会 is named              安澜县妇女联合会
    柏岭镇政府          where 安澜县柏岭镇人民政府 is named          安澜县柏岭镇人民政府

Two candidates are no support: the short name then stands for itself.
"""

from collections.abc import Iterable, Iterator
from functools import cache

from pipeline.entities.unit_marks import LEGAL_FORMS
from pipeline.entities.unit_scan import Name, scan
from pipeline.lexicon import in_simplified, table
from pipeline.model.mentions import IssueContext
from pipeline.normalize import fold
from pipeline.notation.pattern import Pattern

_KINDS = "省市区县州旗镇乡"
_NEAR = ("街道", "社区")
"""Divisions of which every town has some."""
_DEPARTMENTS = tuple("部室科处股组队班")
_LARGER = Pattern("[\u4e00-\u9fff]{2,4}[省市县区州](?=[\u4e00-\u9fff]{2,4}(?:[市县区镇乡]|街道)[\u4e00-\u9fff]{2})")
"""A division before the name of a smaller one: 安澜县 | 柏岭镇总工会."""
_SHORTEST_PART = 4
"""Characters of a department that are not any department's: no 办公室."""


class FullNames:
    """Short name → full name, for one issue."""

    def __init__(self, names: Iterable[str], context: IssueContext) -> None:
        self._names = dict.fromkeys((*names, *context.learned.units))
        """All units that the issue names anywhere; a dictionary for its order."""
        issuer = in_simplified(fold(context.issuer or "")).replace(" ", "")
        self._of_party = issuer.startswith("中共")
        """Whether 县委 is 中共松岭县委, as the masthead has it; the other units of the county are none of the Party."""
        named = tuple(scan(issuer))
        self._bases = _bases(issuer, named)
        self._defined = dict(context.learned.short_names)
        self._parts = {issuer[name.end :]: issuer for name in named if len(issuer) - name.end >= _SHORTEST_PART}
        """The department that issues the bulletin: 评建办公室 of 南江工学院评建办公室."""
        self._shortened: dict[str, list[str]] = {}
        for name in self._names:
            for short in _short_forms(name):
                self._shortened.setdefault(short, []).append(name)

    def of(self, name: str) -> str:
        """The full name, or the name itself."""
        name = self._defined.get(name, name)
        name = self._parts.get(name) or self._relative(name) or name
        candidates = [full for full in self._shortened.get(name, ()) if full != name]
        return candidates[0] if len(candidates) == 1 else name

    def is_relative(self, name: str, *, signed: bool = False) -> bool:
        """Whether it means another unit in the bulletin of another issuer: 县委, 村党支部, 团市委, 院工会, 教务处, 会务组.

        Who signs with a name in which no unit can be read (团工委, 第三小组) is known to the issuer's own readers.
        """
        if name[0] in _KINDS or name.startswith(_NEAR):
            return True
        read = None if any(kind in name[2:6] for kind in _KINDS) else next(scan(name), None)
        if read is None:
            return signed or name.endswith(_DEPARTMENTS)
        return read.head in ("own", "relative") or (read.head == "fixed" and name[1] in _KINDS) or (read.head == "" and read.opened == 0)

    def _relative(self, name: str) -> str | None:
        """市总工会 and 院工会 under the unit that issues the bulletin."""
        rest = "总工会" if name[1:] == "总" else name[1:]
        if (len(rest) > 1 or rest == "委") and (base := self._bases.get(name[0])):
            return ("中共" if self._of_party and rest[0] == "委" else "") + base + rest
        return None


def _bases(issuer: str, named: Iterable[Name]) -> dict[str, str]:
    """Last character → what the issuer's name begins with up to it: 市 → 广州市, 院 → 湘浔市第三人民医院; `named` are the units in it."""
    bases: dict[str, str] = {}
    for name in named:
        head = issuer[: name.head_end]
        if name.start == 0 and name.head in ("known", "open") and len(head) > 2 and head[-1] in _KINDS:
            bases.setdefault(head[-1], head.removeprefix("中共").removeprefix("共青团"))
        whole = issuer[: name.end]
        if name.start == 0 and whole[-1] in "院校厂矿" and not name.nested:
            bases.setdefault(whole[-1], whole)
    return bases


def _short_forms(name: str) -> Iterable[str]:
    """What a unit may be called for short: 越秀区总工会 is 越秀工会, 广州市总工会 is 广州市总."""
    for at in range(2, min(len(name) - 2, 6)):
        if name[at] in _KINDS:
            place, rest = name[:at], name[at + 1 :]
            yield place + rest
            if rest.startswith("总工会"):
                yield place + rest[1:]
                if rest == "总工会":
                    yield name[:-2]
            break
    larger = _LARGER.match(name)
    if larger:
        yield name[larger.end() :]
        yield from _official_forms(name[larger.end() :])
    yield from _official_forms(name)
    yield from _company_forms(name)


def _official_forms(name: str) -> Iterator[str]:
    """安澜县妇联 of 安澜县妇女联合会."""
    for short, full in _endings().get(name[-2:], ()):
        if name.endswith(full) and len(name) > len(full):
            yield name[: -len(full)] + short


@cache
def _endings() -> dict[str, list[tuple[str, str]]]:
    """Last two characters of an ending → in short and in full, those that close with them."""
    endings: dict[str, list[tuple[str, str]]] = {}
    for short, full in table("short_endings").items():
        endings.setdefault(full[-2:], []).append((short, full))
    return endings


def _company_forms(name: str) -> Iterable[str]:
    if not name.endswith(LEGAL_FORMS):
        return
    ending = next((ending for ending in LEGAL_FORMS if name.endswith(ending) and len(name) > len(ending) + 2), "")
    if not ending:
        return
    stem = name[: -len(ending)]
    for kind in ("集团", "公司", "集团公司"):
        if kind in ending or kind == "公司":
            yield stem[:2] + kind
            yield stem + kind
