"""Where in a text its attribution stands: at the end of a paragraph, at its head, behind a label.

……安排全年工作。（青岩区总工会 柳莹）  ……每小时报一次水位。 县防办 聂小风  本报讯（通讯员 江小舟）……  供稿：县政协经科委
"""

from collections.abc import Iterable

from pipeline.lexicon import words
from pipeline.notation.han import all_han
from pipeline.notation.pattern import Pattern
from pipeline.segment.attribution import LEAD, NO_CREDIT, ROLE, UNITS, Credit, Credits, read_credits

SOURCE = Pattern(r"[(〔](?:摘自|摘编自|转自|轉自|选自|選自|原载|原載|载于|据|來源|来源:)[^()〔〕]{2,40}[)〕][。 ]*$", needs="(〔")
"""Where a text was taken from, which closes it as an attribution does: （摘自《北港日报》2021年3月3日）."""
LINK = Pattern(r"[【\[(](?:(?:点击)?(?:查看|阅读|了解|浏览))?(?:详情|详细|全文|原文|更多)[】\])]$", last="】])")
"""What a list of news on a site sets behind the beginning of each text: 【查看详情】."""
_WIDE = "    "
"""Blanks that set what follows at the end of a line."""
_BARE_TAIL = 40
"""Characters from the full stop to the end of a paragraph within which names stand without brackets."""
_LEAD_REACH = 60
_UNKNOWN = Pattern(r"(?<=[。!?”])\((?P<name>(?!一)[\u4e00-\u9fff]{2,4})\)$")
"""一职工 names nobody."""
_SIGNED = 0.5
"""Weight of such a word: that of a person's name alone."""


def find_tail(key: str, seams: Iterable[int] = ()) -> tuple[int, Credits] | None:
    """The attribution that ends a paragraph, in brackets or after a blank: where it begins, and what it names."""
    bare = key.rstrip(" 。.*_")
    if not bare.endswith((")", "】", "]", "〕")) or len(bare) < 4:
        return _bare_tail(key, bare, seams)
    at = _open_bracket(bare) if bare[-1] == ")" else max(bare.rfind(c, 0, -1) for c in "([【〔")
    if at < 0:
        return None
    credit = read_credits(key[at:], [seam - at for seam in seams])
    if not credit:
        return None
    while at and key[at - 1] in "*_":  # Markdown's italics
        at -= 1
    before = key[:at].rstrip()[-1:]
    closed = before in "。!?;”’…》" or not before or (before == "." and all_han(key[:at].rstrip()[-2:-1]))
    weight = credit.weight * (1.0 if closed else 0.55 if key[len(bare) :].strip() or credit.weight > UNITS else 0.3)
    return at, credit._replace(weight=weight)


def find_signs(key: str) -> tuple[int, Credits] | None:
    """A word in brackets behind a sentence that nothing shows to be a name, （长河）, where other texts of the issue end in names: as `find_tail`."""
    found = _UNKNOWN.search(key) if key[-1] == ")" else None
    if not found or key[found.start("name") :].startswith(NO_CREDIT):
        return None
    return found.start(), Credits((Credit(None, found["name"], None, 1, found.end("name") - found.start()),), _SIGNED)


def _bare_tail(key: str, bare: str, seams: Iterable[int]) -> tuple[int, Credits] | None:
    """Names after the last full stop and a blank: ……每小时报一次水位。 县防办 聂小风."""
    at = key.rfind("。", 0, len(bare)) + 1
    if not at or key[at : at + 1] != " " or len(bare) - at > _BARE_TAIL:
        return None
    at += len(key[at:]) - len(key[at:].lstrip())
    credit = read_credits(f"({key[at:].rstrip(' 。.')})", [seam - at + 1 for seam in seams])
    credit = credit and credit._replace(rows=tuple(row._replace(start=row.start - 1, end=row.end - 1) for row in credit.rows))
    wide = key[:at].endswith(_WIDE)
    sure = credit and (wide or credit.weight == ROLE or any(row.organization and row.person for row in credit.rows))
    return (at, credit) if credit and sure else None


def _open_bracket(bare: str) -> int:
    depth = 0
    for at in range(len(bare) - 1, max(-1, len(bare) - 1400), -1):
        depth += (bare[at] == ")") - (bare[at] == "(")
        if not depth:
            return at
    return -1


def find_lead(key: str) -> int:
    """End of 本报讯（通讯员 某某） at the head of a text, 0 where there is none."""
    lead = LEAD.match(key)
    if not lead:
        return 0
    opened = key.find("(", 0, lead.end() + 3)
    return key.find(")", opened, opened + _LEAD_REACH) + 1 if opened >= 0 else 0


def is_label(key: str) -> bool:
    """Whether the text opens with a role word and a colon: 供稿：…, 作者：…."""
    return key.lstrip("([【 ").partition(":")[0].rstrip() in words("credit_roles") and ":" in key
