"""报头 of a bulletin, 版头 of a 公文.

工会信息 / 〔2020〕第十二期 / 广州市总工会办公室 / (穗办准印证第089号) / 2020年5月19日;  2021年第3期（总第135期）　某某工会 编印;
政协某县委员会办公室编　　2018年7月6日;  秘密★1年;  特急;  国办发〔2004〕57号　　签发人：某某
"""

from itertools import pairwise

from pipeline.lexicon import ending, opening
from pipeline.model.frame import FieldSpan, Masthead
from pipeline.normalize import fold
from pipeline.notation import labels
from pipeline.notation.dates import find_day
from pipeline.notation.frame import opens_with_frame_label
from pipeline.notation.genres import heading_unit, letterhead_unit
from pipeline.notation.names import is_person, is_unit, split_names
from pipeline.notation.ordinals import is_sign
from pipeline.notation.pattern import Pattern
from pipeline.notation.promulgation import find_promulgation
from pipeline.notation.records import names_no_paper
from pipeline.segment.head_facts import Found, found_at, read_facts
from pipeline.segment.name_lines import is_line, is_set_alike, name_lines
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
_TIME = Pattern(r"(?:19|20)\d\d[ ]?(?:[-/.]\d|年|第)|\d{1,2}月", needs="-/.年月第", numerals=True)
"""The year or month of an issue, behind its name."""
_FRAGMENT = 4
"""Characters of 办公室, 编辑部: no unit has as short a name, it is the rest of one."""
_ALIKE = 2
"""Columns by which the places of two lines that are set alike may differ."""
_DATES = ("date", "posted", "first_day", "month")
"""Kinds of dates in a head, the best first."""
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
    facts = [row + _yearless_date(piece, facts) for piece, row in zip(pieces, facts, strict=True)]
    rest = [left for piece, row in zip(pieces, facts, strict=True) for left in _leftovers(piece, row)]
    found = _with_date([fact for row in facts for fact in row])
    rest, editors = _part_editors(rest)
    if official:
        found = [*_with_signatories(found, rest), *_promulgators(pieces)]
        rest = [piece for piece in rest if _is_mark(piece.key) and not (_is_of_site(piece.key) or find_promulgation(piece.block.key))]
    else:
        rest = [piece for piece in rest if is_unit(piece.key.replace(" ", "")) or not find_promulgation(piece.block.key)]
    found += _front_matter(pieces) or _names(rest)
    return _build(found, text), editors


def _with_date(found: list[Found]) -> list[Found]:
    """The day that is printed, the one of its page on a site, the first of the time that it reports on (8月15日—19日), its month: the first known."""
    best = next((field for field in _DATES if any(fact.field == field for fact in found)), "date")
    return [fact._replace(field="date" if fact.field == best else "_") if fact.field in _DATES else fact for fact in found]


def _yearless_date(piece: Piece, facts: list[list[Found]]) -> list[Found]:
    """1991年第4期　5月4日出版: the day of an issue, its year beside the number."""
    found = [fact for row in facts for fact in row]
    years = [fact.value for fact in found if fact.field == "year"]
    if not years or any(fact.field in _DATES for fact in found):
        return []
    day = find_day(piece.key, int(years[0]))
    return [found_at("date", day.iso, piece, day.start, day.end)] if day else []


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
        core += ")" if "(" in core and ")" not in core and f"{core})" in match[0] else ""
        if left[match.end() - 1 : match.end() + 1] == ":\0":  # the label of a fact: 国内统一刊号：
            core = core.rpartition(" ")[0].strip()
        if core:
            start = match.start() + match[0].index(core)
            found.append(Piece(piece.block, piece.start + start, piece.start + start + len(core)))
    return found


def _part_editors(rest: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    editors = [piece for piece in rest if _is_editor(piece.key)]
    return [piece for piece in rest if piece not in editors], editors


def _with_signatories(found: list[Found], rest: list[Piece]) -> list[Found]:
    """With those who sign for the other issuers of a joint document (GB/T 9704-2012, 7.2.6), one below the other."""
    first = next((fact for fact in found if fact.field == "signatory"), None)
    if first is None:
        return found
    below = [split_names(piece.key) for piece in rest if piece.block.start > first.piece.block.start]
    names = [name for listed in below if all(map(is_person, listed)) for name in listed]
    return [fact._replace(value=" ".join([str(first.value), *names])) if fact is first else fact for fact in found]


def _promulgators(pieces: list[Piece]) -> list[Found]:
    """Who issued a document, and by which order, on the line below its title with the day: 1964年2月10日，某某法院."""
    found = []
    for piece in pieces:
        if line := find_promulgation(piece.key):
            places = (("issuer", line.issuer), ("document_number", line.order))
            found += [found_at(field, "", piece, *place) for field, place in places if place[1]]
    return found


def _is_of_site(key: str) -> bool:
    """Whether the line names the site from whose page the text was taken: 来源：某某网."""
    name = labels.EDITED_BY.sub("", labels.LABELLED_ON.sub("", key))
    return _WEB_SOURCE.match(key) is not None and name.endswith(_SITES)


def _front_matter(pieces: list[Piece]) -> list[Found]:
    """Name and issuer out of a Markdown file's front matter: title: "社区双周报 (7.03 - 7.16)", issuer: 某某社区."""
    titles = [found_at("title", "", piece, found.start("title"), _name_stop(*found.span("title"), piece.key))
              for piece in pieces if (found := _TITLE_KEY.match(piece.key))]  # fmt: skip
    keys = ((piece, _ISSUER_KEY.match(piece.key)) for piece in pieces if titles)
    issuers = [found_at("issuer", "", piece, *found.span("unit")) for piece, found in keys if found and is_unit(found["unit"])]
    return titles[:1] + issuers[:1]


def _name_stop(start: int, stop: int, key: str) -> int:
    """Where a name ends at the latest: before the number or the time of its issue, 馆务通讯 2019年第2期."""
    name = key[start:stop]
    found = [match.start() for pattern in (labels.NUMBER_IN_YEAR, labels.CUMULATIVE_NUMBER, _TIME) if (match := pattern.search(name))]
    bare = name[: min(found, default=len(name))].rstrip(_FRAME + "-—–:")
    return start + len(bare) if bare else stop


def _is_editor(key: str) -> bool:
    issues = (lead := labels.EDITED_BY.match(key)) and not _names_people(key[lead.end() :].replace(" ", ""))
    return not issues and (opens_with_frame_label(key) or opening(key, "editor_roles") != "")


def _names_people(names: str) -> bool:
    """佟欣, 佟欣、何川 and @lanlan、@zhoumo."""
    parts = [part for part in names.replace(",", "、").split("、") if part]
    return bool(parts) and all(is_person(part) or (part[0] == "@" and len(part) > 1) for part in parts)


def _is_mark(key: str) -> bool:
    name = key.replace(" ", "")
    return labels.OFFICE_MARK.match(name) is not None or is_unit(name) or (letterhead_unit(key) or heading_unit(key)) is not None


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
        found += _name(title, rest)
        title = found[0].piece
    for piece in issuers[:1]:
        lead = labels.EDITED_BY.match(piece.key)
        tail = labels.LABELLED_ON.search(piece.key) if lead else labels.EDITED.search(piece.key)
        start = piece.start + (lead.end() if lead else 0)
        end = piece.start + tail.start() if tail else piece.end
        above = _unit_above(piece, rest)
        found.append(Found("issuer", "", Piece(piece.block, start, end), () if above is None or above is title else (above,)))
    return found


def _name(title: Piece, rest: list[Piece]) -> list[Found]:
    """The name with the lines above that belong to it, 文件 with all units around it, and in a letterhead (某县人民政府　函) whose it is."""
    squeezed = title.key.replace(" ", "")
    if squeezed == "文件" or (title.key.endswith(" 文件") and is_unit(squeezed[:-2])):
        return [Found("title", "", title, tuple(piece for piece in rest if piece is not title and is_unit(piece.key.replace(" ", ""))))]
    lettered = letterhead_unit(title.key) is not None
    unit = _unit_above(title, rest) if lettered or title.key.endswith("纪要") else None
    lines = (unit, title) if unit else name_lines(title, rest)
    last = lines[-1]
    found = [Found("title", "", last, lines[:-1])]
    if lettered:
        found.append(Found("issuer", "", Piece(last.block, last.start, last.start + len(last.key.rpartition(" ")[0].rstrip())), lines[:-1]))
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
        return not (name.startswith(_SELVES) or _names_people(name) or _CREDIT.match(name))
    return labels.EDITED.search(key) is not None and is_unit(_issuer(key))


def _unit_above(piece: Piece, rest: list[Piece]) -> Piece | None:
    """A unit's name right above, set alike: a long name, or that of two units, over two lines."""
    at = rest.index(piece)
    above = rest[at - 1] if at else None
    if above is None or piece.start or above.start or not is_line(above) or piece.block.gap or piece.block.rule_above:
        return None
    fragment = len(piece.key.replace(" ", "")) <= _FRAGMENT
    alike = fragment or abs(above.block.indent - piece.block.indent) <= _ALIKE or is_set_alike(above, piece)
    name = above.key.replace(" ", "")
    return above if alike and is_unit(name) and not ending(name, "bulletin_names") else None


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
        raw = "".join(raw_text(line, text).strip() for line in (*above, piece))
        if field in ("title", "issuer", "document_number"):
            raw = tidy(raw)
        values[field] = raw if value == "" else value
        if field == "date":
            values["date_text"] = raw
        spans.append(FieldSpan(field, *(source_range(*above, piece))))
    if "year" not in values and "date" in values:
        values["year"] = int(str(values["date"])[:4])
    return Masthead(**values, spans=tuple(spans))  # type: ignore[arg-type]


def tidy(raw: str) -> str:
    """Without the blanks of letter-spacing: 工　会　信　息 is 工会信息; blanks between Latin words stay."""
    names = raw.split()
    if len(names) > 1 and all(len(name) > _FRAGMENT and is_unit(fold(name)) for name in names):
        return " ".join(names)  # 某某县委办公室　某某县政府办公室
    return _SPACING.sub("", raw)
