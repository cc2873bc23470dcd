"""The facts of a 报头 or 版头 that have a form of their own: numbers, years and dates, permits, 文号, classes of secrecy.

〔2020〕第十二期　总第88期　穗办准印证第089号　2020年5月19日　秘密★1年　国办发〔2004〕57号　签发人：某某
"""

from pipeline.model.record import NamedTuple
from pipeline.notation import labels
from pipeline.notation.dates import CalendarDate, find_date
from pipeline.notation.document_numbers import find_document_number
from pipeline.notation.names import split_names
from pipeline.notation.numerals import parse_numeral
from pipeline.segment.spans import Piece

_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_RANGES = tuple("—–-~～至到")
_LABELLED_FACTS = (
    ("classification", labels.CLASSIFICATION), ("urgency", labels.URGENCY), ("copy_number", labels.COPY_NUMBER), ("signatory", labels.SIGNATORY),
    ("issuer", labels.CHAT_ACCOUNT),
)  # fmt: skip


class Found(NamedTuple):
    """A value of a field, and where it stands."""

    field: str
    value: str | int
    piece: Piece
    above: tuple[Piece, ...] = ()
    """The lines above, where the value is printed over several."""


def read_facts(pieces: list[Piece]) -> list[list[Found]]:
    """The facts of each piece of the head."""
    return _with_lone_numbers(pieces, [_facts(piece) for piece in pieces])


def _with_lone_numbers(pieces: list[Piece], facts: list[list[Found]]) -> list[list[Found]]:
    """The facts with the year and number that stand on lines of their own, or behind the name in brackets: 4 / 1983, 工作简报（8）."""
    known = {fact.field for row in facts for fact in row}
    return [row or [lone for lone in _lone_number(piece) if lone.field not in known] for piece, row in zip(pieces, facts, strict=True)]


def _lone_number(piece: Piece) -> list[Found]:
    match = labels.LONE_NUMBER.search(piece.key)
    value = parse_numeral(piece.key[slice(*match.span(match.lastindex or 0))]) if match else None
    if not match or value is None:
        return []
    return [found_at("year" if _FIRST_YEAR <= value <= _LAST_YEAR else "issue_number", value, piece, *match.span())]


def _facts(piece: Piece) -> list[Found]:
    """Everything in the line that has a form of its own."""
    key = piece.key
    found: list[Found] = []
    permit = labels.PERMIT.search(key)
    number = find_document_number(key)
    if number and not any(word in number.issuer_code for word in ("准", "登记", "内资", "刊", "局版")):
        found.append(found_at("document_number", "", piece, number.start, number.end))
    elif serial := _serial(key):
        found.append(found_at("document_number", "", piece, *serial))
    else:
        around = [(0, permit.start()), (permit.end(), len(key))] if permit else [(0, len(key))]
        found += [fact for start, end in around for fact in _issue(Piece(piece.block, piece.start + start, piece.start + end))]
    if date := find_date(key) or _spaced_date(key):
        found.append(found_at(_kind_of_date(piece, date), date.iso, piece, date.start, date.end))
    elif month := labels.YEAR_MONTH.search(key):
        names = ("year", "month") if month["year"] else ("y", "m")
        found += _month(piece, month.span(names[0]), month.span(names[1]))
    for field, match in (("permit_number", permit), *((field, pattern.search(key)) for field, pattern in _LABELLED_FACTS)):
        if match:
            found.append(found_at(field, _signatories(match["value"]) if field == "signatory" else "", piece, *match.span("value")))
            found.append(found_at("_", "", piece, *match.span()))
    return found


def _signatories(printed: str) -> str:
    """Who signs, 何 其 or 何其昌  田小禾、白 桦: one blank between two names, none inside."""
    names = split_names(printed.replace("、", "  "))
    return " ".join(names) if all(len(name) > 1 for name in names) else "".join(names)


def _serial(key: str) -> tuple[int, int] | None:
    """Where a 文号 without a year stands, alone or behind the name of who issues it."""
    for at in (0, key.rfind(" ") + 1):
        if found := labels.SERIAL_OF_OFFICE.match(key[at:]):
            return at + found.start("value"), at + found.end("value")
    return None


def _kind_of_date(piece: Piece, date: CalendarDate) -> str:
    if piece.key[date.end : date.end + 2].lstrip(" ")[:1] in _RANGES:
        return "first_day"
    return "posted" if labels.PUBLISHED.search(piece.block.key) else "date"


def _month(piece: Piece, year: tuple[int, int], month: tuple[int, int]) -> list[Found]:
    """The year and month of an issue of a month, without its day."""
    values = [parse_numeral(piece.key[slice(*place)]) for place in (year, month)]
    first, last = values[0] or 0, values[1] or 0
    if not (_FIRST_YEAR <= first <= _LAST_YEAR and 1 <= last <= 12):
        return []
    end = month[1] + piece.key[month[1] :].find("月") + 1 if "月" in piece.key[month[1] :] else month[1]
    return [found_at("year", first, piece, *year), found_at("month", f"{first}-{last:02}", piece, year[0], end)]


def _spaced_date(key: str) -> CalendarDate | None:
    """1 9 8 2 年 6 月 2 8 日, as typists and what reads a page off its image set it."""
    if " 月" not in key and "月 " not in key:
        return None
    places = [at for at, character in enumerate(key) if character != " "]
    date = find_date("".join(key.split()))
    return date and date._replace(start=places[date.start], end=places[date.end - 1] + 1)


def _issue(piece: Piece) -> list[Found]:
    """Number, cumulative number and year, and the label that they stand in."""
    key = piece.key
    found: list[Found] = []
    patterns = (("cumulative_number", labels.CUMULATIVE_NUMBER), ("issue_number", labels.NUMBER_IN_YEAR), ("year", labels.YEAR))
    for field, pattern in patterns:
        match = pattern.search(key)
        value = parse_numeral(key[slice(*match.span(match.lastindex or 0))].replace(" ", "")) if match else None
        if match and value is not None and (field != "year" or _FIRST_YEAR <= value <= _LAST_YEAR):
            found.append(found_at(field, value, piece, *match.span()))
    if not found and (extra := labels.SUPPLEMENT.search(key)) and len(key) < 20:
        found.append(found_at("issue_label", "", piece, *extra.span()))
    if any(f.field in ("issue_number", "cumulative_number") for f in found):
        start, end = min(f.piece.start for f in found) - piece.start, max(f.piece.end for f in found) - piece.start
        while start and key[start - 1] in "(〔[【":
            start -= 1
        while end < len(key) and key[end] in ")〕]】":
            end += 1
        found.append(found_at("issue_label", "", piece, start, end))
    return found


def found_at(field: str, value: str | int, piece: Piece, start: int, end: int) -> Found:
    """A value that stands at `start:end` of a piece."""
    return Found(field, value, Piece(piece.block, piece.start + start, piece.start + end))
