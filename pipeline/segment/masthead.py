"""报头 of a bulletin, 版头 of a 公文.

工会信息 / 〔2020〕第十二期 / 广州市总工会办公室 / (穗办准印证第089号) / 2020年5月19日;  2021年第3期（总第135期）　某某工会 编印;
政协某县委员会办公室编　　2018年7月6日;  秘密★1年;  特急;  国办发〔2004〕57号　　签发人：某某
"""

from itertools import pairwise

from pipeline.lexicon import ending, opening
from pipeline.model.frame import FieldSpan, Masthead
from pipeline.notation import labels
from pipeline.notation.dates import find_day
from pipeline.notation.frame import opens_with_frame_label
from pipeline.notation.genres import letterhead_unit
from pipeline.notation.names import is_han, is_person, is_unit
from pipeline.notation.ordinals import is_sign
from pipeline.notation.pattern import Pattern
from pipeline.notation.records import names_no_paper
from pipeline.segment.head_facts import Found, found_at, read_facts
from pipeline.segment.spans import Piece, raw_text, source_range

_TITLE_KEY = Pattern(r"^title:[ ]*[\"'“]?(?P<title>[^\"'”(#]+?)[ ]*(?:\([^()]*\d[^()]*\))?[\"'”]?$", first="t")
_ISSUER_KEY = Pattern(r"(?:issuer|publisher|author|organization):[ ]*[\"'“]?(?P<unit>[^\"'”]+?)[\"'”]?$", first="ipao")
_LABELLED = Pattern(r"[^\d: ]{2,5}[ ]?:")
"""浏览次数:, 作者:: what a web page says of itself."""
_PERIODS = ("周刊", "旬刊", "半月刊", "月刊", "双月刊", "季刊", "试刊", "创刊号", "创刊", "特刊", "增刊", "内刊", "週刊", "雙月刊")
"""How often a bulletin comes out: said beside its number, no name."""
_SELVES = ("本站", "本网", "本網", "本刊", "原创", "原創", "互联网", "网络")
"""What a web page names as its source where it names nobody."""
_SITES = ("网", "網", "网站", "網站", "门户", "频道")
_WEB_SOURCE = Pattern(r"^(?:(?:信息|文章|稿件)?[来來]源|作者|[发發][布文].{2})[ ]*:", needs=":")
"""Labels of a web page; a unit that the issue itself names goes before."""
_FRAGMENT = 4
"""Characters of 办公室, 编辑部: no unit has as short a name, it is the rest of one."""
_LAST_WORD = 2
"""Characters of 简报, 通讯: alone below a letter-spaced line they end the name that it begins."""
_ALIKE = 2
"""Columns by which the places of two lines that are set alike may differ."""
_FRAME = " ()[]|:,·*#《》【】〔〕■□◆◇★☆●◎▲△※"
"""Marks around a name that are none of it."""
_FREE = Pattern(r"[^\0]+")
_FREE_WORDS = Pattern(r"[^\0 |\t]+(?: [^\0 |\t]+)*")
_SPACING = Pattern(r"(?<![A-Za-z0-9])\s+|\s+(?![A-Za-z0-9])")
_CREDIT = Pattern(r"[文图圖摄攝][字影片]?/")
"""文/某某　图/某某: who wrote and who took the pictures."""
_SPACED = Pattern(r"^(?:[^\s](?:\s+|$)){2,}$")


def parse_masthead(pieces: list[Piece], text: str, *, official: bool = False) -> tuple[Masthead, list[Piece]]:
    """The masthead, and what of its lines is none of its fields (editors on the first page).

    In a 公文 (`official`) only a 发文机关标志 is a title: a line that ends in 文件 or the like, or a unit's name.
    """
    facts = read_facts(pieces)
    rest = [left for piece, row in zip(pieces, facts, strict=True) for left in _leftovers(piece, row)]
    found = _with_date([fact for row in facts for fact in row])
    found += _yearless_date(pieces, found)
    rest, editors = _part_editors(rest)
    found += _front_matter(pieces) or _names([p for p in rest if not official or _is_mark(p.key)])
    return _build(found, text), editors


def _with_date(found: list[Found]) -> list[Found]:
    """The day that is printed, the one of its page on a site, the first of the time that it reports on (8月15日—19日), its month: the first known."""
    kinds = ("date", "posted", "first_day", "month")
    best = next((field for field in kinds if any(fact.field == field for fact in found)), "date")
    return [fact._replace(field="date" if fact.field == best else "_") if fact.field in kinds else fact for fact in found]


def _yearless_date(pieces: list[Piece], found: list[Found]) -> list[Found]:
    """1991年第4期　5月4日出版: the day of an issue, its year beside the number."""
    years = [fact.value for fact in found if fact.field == "year"]
    if not years or any(fact.field == "date" for fact in found):
        return []
    days = ((piece, find_day(piece.key, int(years[0]))) for piece in pieces)
    return [found_at("date", day.iso, piece, day.start, day.end) for piece, day in days if day][:1]


def _leftovers(piece: Piece, facts: list[Found]) -> list[Piece]:
    """What no fact has taken, cut at wide gaps; letter-spaced words are one."""
    key = list(piece.key)
    for fact in facts:
        for at in range(fact.piece.start - piece.start, fact.piece.end - piece.start):
            key[at] = "\0"
    left = "".join(key)
    pattern = _FREE if all(_SPACED.match(run.strip()) for run in left.split("\0") if run.strip()) else _FREE_WORDS
    found = []
    for match in pattern.finditer(left):
        core = match[0].strip(_FRAME + "".join(filter(is_sign, match[0])))
        core += ")" if "(" in core and ")" not in core and match[0].rstrip(_FRAME.replace(")", "")).endswith(")") else ""
        if left[match.end() - 1 : match.end() + 1] == ":\0":  # the label of a fact: 国内统一刊号：
            core = core.rpartition(" ")[0].strip()
        if core:
            start = match.start() + match[0].index(core)
            found.append(Piece(piece.block, piece.start + start, piece.start + start + len(core)))
    return found


def _part_editors(rest: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    editors = [piece for piece in rest if _is_editor(piece.key)]
    return [piece for piece in rest if piece not in editors], editors


def _front_matter(pieces: list[Piece]) -> list[Found]:
    """Name and issuer out of a Markdown file's front matter: title: "社区双周报 (7.03 - 7.16)", issuer: 某某社区."""
    titles = [found_at("title", "", piece, *found.span("title")) for piece in pieces if (found := _TITLE_KEY.match(piece.key))]
    keys = ((piece, _ISSUER_KEY.match(piece.key)) for piece in pieces if titles)
    issuers = [found_at("issuer", "", piece, *found.span("unit")) for piece, found in keys if found and is_unit(found["unit"])]
    return titles[:1] + issuers[:1]


def _is_editor(key: str) -> bool:
    return not labels.EDITED_BY.match(key) and (opens_with_frame_label(key) or opening(key, "editor_roles") != "")


def _is_mark(key: str) -> bool:
    name = key.replace(" ", "")
    return labels.OFFICE_MARK.match(name) is not None or is_unit(name) or letterhead_unit(key) is not None


def _names(rest: list[Piece]) -> list[Found]:
    """Title and issuer among what is left."""
    found: list[Found] = []
    rest, issuers = _issuers([_unlabelled(piece) for piece in rest])
    others = [piece for piece in rest if piece not in issuers and not (labels.EDITED_BY.match(piece.key) or labels.CLASSIFICATION.match(piece.key))]
    others = [piece for piece in others if not (names_no_paper(piece.block.key) or names_no_paper(piece.key))]
    title = _title([p for p in others if not (p.key[0].isdigit() or _LABELLED.match(p.key) or _is_of_page(p.block.key) or _is_account(p))])
    if all(_WEB_SOURCE.match(piece.key) for piece in issuers):
        issuers = [piece for piece in others if piece is not title and _is_publisher(piece.key.replace(" ", ""))][-1:] or issuers
    if title:
        found.append(Found("title", "", title, _unit_above(title, rest) if title.key.endswith("纪要") else _name_above(title, rest)))
    if title and letterhead_unit(title.key):
        found.append(Found("issuer", "", Piece(title.block, title.start, title.start + len(title.key.rpartition(" ")[0].rstrip()))))
    for piece in issuers[:1]:
        lead = labels.EDITED_BY.match(piece.key)
        tail = labels.LABELLED_ON.search(piece.key) if lead else labels.EDITED.search(piece.key)
        start = piece.start + (lead.end() if lead else 0)
        end = piece.start + tail.start() if tail else piece.end
        above = _unit_above(piece, rest)
        found.append(Found("issuer", "", Piece(piece.block, start, end), None if above is title else above))
    return found


def _unlabelled(piece: Piece) -> Piece:
    """Without 报名： before the name."""
    label = labels.NAMED.match(piece.key)
    return Piece(piece.block, piece.start + label.end(), piece.end) if label else piece


def _is_publisher(name: str) -> bool:
    """A unit's name, but no web site's."""
    return ":" not in name and is_unit(name) and not name.endswith(_SITES)


def _is_account(piece: Piece) -> bool:
    """Whether a unit's name stands beside the time at which its web page or chat account has published an article."""
    return labels.PUBLISHED.search(piece.block.key) is not None and _is_publisher(piece.key.replace(" ", ""))


def _issuers(rest: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    """The pieces without those that are nothing but 主办, and those that say who issues, units first: 作者：某某　来源：本站."""
    issuers = [piece for piece in rest if _says_issuer(piece.key)]
    kept = [piece for piece in rest if labels.EDITED.sub("", piece.key)]
    issuers += [before for before, piece in pairwise(rest) if piece not in kept and before.block is piece.block and before in kept]
    return kept, sorted(issuers, key=lambda piece: not is_unit(_issuer(labels.EDITED_BY.sub("", labels.LABELLED_ON.sub("", piece.key)))))


def _says_issuer(key: str) -> bool:
    if lead := labels.EDITED_BY.match(key):
        name = key[lead.end() :].replace(" ", "")
        return not (name.startswith(_SELVES) or is_person(name) or _CREDIT.match(name))
    return labels.EDITED.search(key) is not None and is_unit(_issuer(key))


def _unit_above(piece: Piece, rest: list[Piece]) -> Piece | None:
    """A unit's name right above, set alike: a long name, or that of two units, over two lines."""
    at = rest.index(piece)
    above = rest[at - 1] if at else None
    if above is None or piece.start or above.start or len(above.key) < len(above.block.key) or piece.block.gap or piece.block.rule_above:
        return None
    fragment = len(piece.key.replace(" ", "")) <= _FRAGMENT
    alike = fragment or abs(above.block.indent - piece.block.indent) <= _ALIKE or abs(_middle(above) - _middle(piece)) <= 2 * _ALIKE
    name = above.key.replace(" ", "")
    return above if alike and is_unit(name) and not ending(name, "bulletin_names") else None


def _name_above(title: Piece, rest: list[Piece]) -> Piece | None:
    """The first half of a name over two lines: letter-spaced above a second that is no more than 简报, or the very first line, set alike."""
    at = rest.index(title)
    above = rest[at - 1] if at else None
    apart = title.start or title.block.gap or title.block.rule_above
    if above is None or apart or len(above.key) < len(above.block.key) or is_unit(above.key.replace(" ", "")):
        return None
    if len(title.key.replace(" ", "")) <= _LAST_WORD:
        return above if _SPACED.match(above.key) else None
    alike = above.block.indent == title.block.indent or abs(_middle(above) - _middle(title)) <= _ALIKE
    named = ending(title.key.replace(" ", ""), "bulletin_names") and not ending(above.key.replace(" ", ""), "bulletin_names")
    named = named and len(above.key.replace(" ", "")) <= len(title.key.replace(" ", ""))
    return above if at == 1 and alike and named and is_han(above.key.replace(" ", "")) and not labels.CLASSIFICATION.match(above.key) else None


def _middle(piece: Piece) -> int:
    """Twice the column of the middle of its line."""
    return piece.block.indent + piece.block.right


def _issuer(key: str) -> str:
    return labels.EDITED.sub("", key).replace(" ", "")


def _is_of_page(key: str) -> bool:
    """Whether the line is a row of the table, or the stamp, of a site's page."""
    return labels.METADATA.match(key) is not None or labels.PUBLISHED.search(key) is not None


def _title(pieces: list[Piece]) -> Piece | None:
    """The bulletin's name: a line that ends as names of bulletins do, else the first that names no unit."""
    pieces = [p for p in pieces if p.key not in _PERIODS]
    named = [p for p in pieces if ending(p.key.replace(" ", ""), "bulletin_names") or labels.OFFICE_MARK.match(p.key.replace(" ", ""))]
    if named:
        return named[0]
    others = [p for p in pieces if not is_unit(p.key.replace(" ", ""))] or pieces[:1]
    # spaced out, or alone on its line, before what stands at the end of one: 内部资料　　注意保存
    return max(others, key=lambda p: 2 * bool(_SPACED.match(p.key)) + (p.key == p.block.key), default=None)


def _build(found: list[Found], text: str) -> Masthead:
    values: dict[str, str | int] = {}
    spans: list[FieldSpan] = []
    for field, value, piece, above in found:
        if field == "_" or field in values:
            continue
        raw = (raw_text(above, text).strip() if above else "") + raw_text(piece, text).strip()
        if field in ("title", "issuer", "document_number"):
            raw = tidy(raw)
        values[field] = raw if value == "" else value
        if field == "date":
            values["date_text"] = raw
        spans.append(FieldSpan(field, *(source_range(above, piece) if above else source_range(piece))))
    if "year" not in values and "date" in values:
        values["year"] = int(str(values["date"])[:4])
    return Masthead(**values, spans=tuple(spans))  # type: ignore[arg-type]


def tidy(raw: str) -> str:
    """Without the blanks of letter-spacing: 工　会　信　息 is 工会信息; blanks between Latin words stay."""
    return _SPACING.sub("", raw)
