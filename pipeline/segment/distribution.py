"""报：送：发： and 主送, 抄送: who gets the issue, one row for each recipient.

报：市委罗晋京同志，市政府黎明同志，市委办公厅。　发：各街道党工委、办事处，各乡镇党委（含经开区党工委、风景区党工委）
"""

from itertools import pairwise

from pipeline.model.frame import Recipient, RecipientKind
from pipeline.notation.labels import RELATION
from pipeline.notation.names import is_person, is_unit
from pipeline.notation.pattern import Pattern
from pipeline.segment.spans import Piece, raw_text, source_range, trim

_SECOND = Pattern(r"(?:(?<!\s)(?<!\s\S)\s+|[;。][ ]*)(?=\S{1,3}[ ]?:)|(?<![ ])[ ]+(?=[*_]{2}[^\s*_]{1,4}:)")
_HONORIFIC = Pattern(r"(?P<name>.{2,4})(?P<honorific>同志|先生|女士|主席|书记|主任|市长|县长|区长|局长|部长)$")
_PRINT_RUN = Pattern(r"(?<!\s)\s*\([ ]*(?:本期)?共?[ ]?印[^()]{1,12}\)[。 ]*$|(?<!\s)\s{2,}(?:共?印|本期共?[发發]行)[^、]{1,10}份$")
_LEVELS = "省市县縣区區乡鄉镇鎮州盟旗村"
_OWN = "厂廠院校局矿礦场場社所"
"""With which a body names the one whole that it belongs to: 厂工会."""
_LONGEST_BODY = 3
"""Characters of a body that a list names without its place: 办事处, 政府, 居委会."""
_CLASSES = ("街道", "社区", "社區", "乡", "鄉", "镇", "鎮")
_GROUP = Pattern(
    r"各|[省市县区州镇]直(?:属)?(?:机关|部门|学校|企业)$"
    r"|单位$|常委$|领导|同志$|成员|委员$|代表$|主席$|书记$|秘书长$|副主任$|所属|有关|全体"
)


def parse_distribution(pieces: list[Piece], text: str) -> tuple[Recipient, ...]:
    """The recipients of all distribution lines; a line without 报：or the like goes on with the relation above."""
    rows: list[Recipient] = []
    relation = ""
    for piece in pieces:
        for part in _relations(piece):
            head = RELATION.match(part.key)
            if head:
                relation = head["relation"].replace(" ", "").removesuffix("至")
            if relation:
                names = Piece(part.block, part.start + (head.end() if head else 0), part.end)
                rows += parse_recipients(names, relation, text)
    return tuple(rows)


def _relations(piece: Piece) -> list[Piece]:
    """报：… and 送：… on one line are two."""
    cuts = [m.end() for m in _SECOND.finditer(piece.key) if m.start() > 1 and RELATION.match(piece.key[m.end() :])]
    edges = [0, *cuts, len(piece.key)]
    return [trim(Piece(piece.block, piece.start + a, piece.start + b)) for a, b in pairwise(edges)]


def parse_recipients(piece: Piece, relation: str, text: str) -> list[Recipient]:
    """A list of recipients, split at ，、； outside of brackets."""
    rows: list[Recipient] = []
    depth, start = 0, int(relation == "主送" and piece.key[0] == "令")  # 令某县县长
    opens = copied = relation != "主送"
    key = _PRINT_RUN.sub("", piece.key).rstrip("。. :")
    marks = ",、;" if any(mark in key for mark in ",、;") or not _parts_by_blanks(key) else " "
    for at, character in enumerate(key + marks[0]):
        depth += (character in "(〔[") - (character in ")〕]")
        if character in marks and depth <= 0:
            part = trim(Piece(piece.block, piece.start + start, piece.start + at))
            if opens and len(part.key) == 1 and part.key in _LEVELS and character == "、":
                continue  # 市、县人大代表 is one, as a copy names them; 各市、州、县人民政府 are three
            if part.key:
                listed = rows and key[start - 1 : start] == "、" and _shares_class(rows[-1], part.key)
                rows.append(_recipient(part, relation, text, of_all=bool(listed)))
            start, depth, opens = at + 1, 0, copied and character != "、"
    return rows


def _shares_class(before: Recipient, name: str) -> bool:
    """Whether a body without a place is that of all who are named before it: 各街道党工委、| 办事处."""
    if before.kind != "group" or not before.text.startswith("各") or len(name) > _LONGEST_BODY:
        return False
    return name in _CLASSES or (is_unit(before.text[1:]) and name[0] not in _LEVELS + _OWN)


def _parts_by_blanks(key: str) -> bool:
    """Whether blanks alone stand between recipients: 市中级法院 县委 县人大常委会."""
    names = key.split()
    return len(names) > 1 and all(is_unit(name) or _GROUP.search(name) for name in names)


def _recipient(piece: Piece, relation: str, text: str, *, of_all: bool) -> Recipient:
    name = piece.key.replace(" ", "")
    organization, person, honorific = _take_apart(name)
    kind: RecipientKind = "person" if person else "group" if of_all or _GROUP.search(name) or not is_unit(name) else "organization"
    if kind == "organization":
        organization = name
    raw = "".join(raw_text(piece, text).split())
    return Recipient(relation, raw, kind, organization, person, honorific, *source_range(piece))


def _take_apart(name: str) -> tuple[str | None, str | None, str | None]:
    """市委罗晋京同志 → 市委, 罗晋京, 同志."""
    found = _HONORIFIC.search(name)
    if not found:
        return None, None, None
    stem = name[: found.start("honorific")]
    for size in (3, 2, 4):
        person, unit = stem[-size:], stem[:-size]
        if len(person) == size and is_person(person) and (not unit or is_unit(unit)):
            return unit or None, person, found["honorific"]
    return None, None, None
