"""Atoms that stand together → phrases: 去年 + 5月 + 上旬, and how a phrase is joined to the one before (range, list)."""

from collections.abc import Iterable, Iterator

from pipeline.model.record import Struct
from pipeline.notation.date_atoms import Atom
from pipeline.notation.pattern import Pattern

_RANK = {
    "every": 0, "lunar": 0, "era": 0, "century": 1, "decade": 2, "year": 3,
    "half": 4, "quarter": 4, "quarters": 4, "season": 4, "months": 4, "firstmonths": 4, "lastmonths": 4,
    "monthpair": 4, "term": 4, "yearpart": 4, "yearweek": 4, "holiday": 4,
    "month": 5, "lunarmonth": 5, "part": 6, "monthpart": 6, "week": 6, "day": 7, "lunarday": 7, "nthday": 7, "same": 8,
}  # fmt: skip
"""From large to small; in a phrase each is smaller than the one before. A kind that is not here stands alone."""
_MARKS = ("lunar", "era", "every")
_PARENTS = {
    "day": ("month",), "nthday": ("month",),
    "lunarday": ("month", "lunarmonth"), "monthpart": ("month", "year"), "part": ("month",), "holiday": ("year",),
    "yearpart": ("year",), "yearweek": ("year",), "lastmonths": ("year",), "decade": ("century",), "week": ("month",), "same": ("year", "month"),
}  # fmt: skip
"""Kind → what it may follow in a phrase; every other may follow whatever is larger."""

_RANGE = Pattern(r"(?:\([^()]{1,6}\))?(?:[上下]午|晚上?|早上?|起|开始)?[ ]?(?:——|--|[-–—―~〜/至到])[ ]?")
_LIST = Pattern(r"[ ]?(?:、|和|及|与|以及|或)[ ]?")
_TAILS = (
    ("since", ("以来", "以來"), "往"),
    ("during", ("期间", "期間"), ""),
    ("now", ("起至今", "至今", "到现在", "到目前", "迄今"), "年天日春夏秋冬后晚"),
)
"""What a date may end in, and what must not follow it: 至今 is not 至 + 今年."""
_JOINABLE = frozenset(_RANK) | {"iso", "plan"}


class Phrase(Struct):
    """One date as it stands in the text, or one end of a range."""

    atoms: tuple[Atom, ...]
    start: int
    end: int
    joint: str
    """How it is joined to the phrase before: range, list, or nothing."""
    tail: str
    """since (以来), now (至今), during (期间), or nothing."""

    def get(self, kind: str) -> Atom | None:
        """Its atom of a kind."""
        for atom in self.atoms:
            if atom.kind == kind:
                return atom
        return None

    @property
    def last(self) -> Atom:
        """Its smallest atom."""
        return self.atoms[-1]


def group(atoms: Iterable[Atom], key: str) -> Iterator[Phrase]:
    """Phrases from left to right; those of a range or a list are still apart."""
    held: list[Atom] = []
    before: Phrase | None = None
    for atom in _without_asides(atoms, key):
        if held and not _continues(held, atom, key):
            before = _phrase(held, key, before)
            if before:
                yield before
            held = []
        held.append(atom)
    last = _phrase(held, key, before) if held else None
    if last:
        yield last


def _without_asides(atoms: Iterable[Atom], key: str) -> Iterator[Atom]:
    """Without the other name of a day that stands in brackets after it: 2月11日（除夕）至17日（正月初六）."""
    before: Atom | None = None
    end = 0
    for atom in atoms:
        if before and before.kind == "day" and key[before.end : atom.start] == "(":
            close = key.find(")", atom.end, atom.end + 12)
            if atom.kind in ("holiday", "lunarmonth", "lunar") or any(mark in key[atom.start : close] for mark in "初廿"):
                end = close
        if atom.start >= end:
            yield atom
            before = atom


def _continues(held: list[Atom], atom: Atom, key: str) -> bool:
    """Whether an atom belongs to the phrase that ends before it."""
    last = held[-1]
    if last.kind == "every" and not last.extra:
        return key[last.end : atom.start] in ("", " ") and atom.mode != "relative"
    if last.kind not in _RANK or atom.kind not in _RANK:
        return False
    if last.start == atom.start:
        return True
    gap = key[last.end : atom.start]
    if gap not in ("", " ") and not (gap == "的" and last.kind in ("year", "month")):
        return False
    if last.kind in _MARKS or (atom.kind in ("lunar", "era") and last.kind == "year"):
        return True
    same_month = atom.kind == "month" and atom.value == 0 and last.kind == "year"  # 去年本月
    smaller = _RANK[last.kind] < _RANK[atom.kind] and (atom.kind not in _PARENTS or last.kind in _PARENTS[atom.kind])
    return smaller and (atom.mode != "relative" or same_month)


def _phrase(held: list[Atom], key: str, before: Phrase | None) -> Phrase | None:
    if all(atom.kind in _MARKS and not atom.extra for atom in held):
        return None
    start, end = held[0].start, held[-1].end
    tail, end = _tail(key, end)
    return Phrase(tuple(held), start, end, _joint(key, before, held[0]) if before else "", tail)


def _tail(key: str, at: int) -> tuple[str, int]:
    """以来, 期间 or 至今 at the end of a date, and where it ends then."""
    for name, words, unlike in _TAILS:
        if key.startswith(words, at):
            end = at + next(len(word) for word in words if key.startswith(word, at))
            if not key[end : end + 1] or key[end] not in unlike:
                return name, end
    return "", at


def _joint(key: str, before: Phrase, first: Atom) -> str:
    if before.tail or first.start - before.end > 12 or before.last.kind not in _JOINABLE or first.kind not in _JOINABLE:
        return ""
    for name, pattern in (("range", _RANGE), ("list", _LIST)):
        found = pattern.match(key, before.end)
        if found and found.end() == first.start:
            return name
    alike = before.last.kind == first.kind == "day" and first.mode == "plain" and first.extra == before.last.extra
    if alike and key[before.end : first.start] == ",":
        return "list"  # 5月6日，8日
    return ""
