"""署名 and 成文日期 under a text (GB/T 9704-2012, 7.3.5): issuer and date of a 公文, and of a bulletin whose head has none."""

from pipeline.model.frame import FieldSpan, Masthead
from pipeline.normalize import fold
from pipeline.notation import labels
from pipeline.notation.dates import find_date
from pipeline.notation.document_numbers import find_document_number
from pipeline.notation.names import is_officer, is_unit, split_officer
from pipeline.notation.pattern import Pattern
from pipeline.segment.items import Parts
from pipeline.segment.masthead import parse_masthead, tidy
from pipeline.segment.spans import Piece, raw_text, source_range

_SIDE_BY_SIDE = Pattern(r"\s{2,}|\u3000+")


def parse_head(parts: Parts, text: str, *, official: bool) -> tuple[Masthead, list[Piece]]:
    """The masthead of an issue with what its foot and its signature say, and the lines of its head that name editors."""
    masthead, editors = parse_masthead(parts.masthead, text, official=official)
    masthead = with_foot(masthead, parts.colophon, text)
    return with_signature(masthead, parts.signature, parts.signed_date, text, official=official), editors


def with_signature(masthead: Masthead, signature: list[Piece], dates: list[Piece], text: str, *, official: bool) -> Masthead:
    """The masthead with what the signature says; in a 公文 (`official`) the signature is the issuer whatever the head says."""
    names = [name for piece in signature if piece.key[0] != "(" for name in _names(piece, text)]
    signs = official or (not masthead.issuer and len(dates) <= 1)  # with more, they sign documents that a bulletin prints
    if names and signs and not (masthead.issuer and all(is_officer(piece.key) for piece in signature)):
        masthead = _set(masthead, "issuer", " ".join(names) if not _is_spaced(names) else "".join(names), signature[0])
    for piece in dates[:1] if official else dates[-1:]:  # one further up is that of a document inside the bulletin
        date = find_date(piece.key)
        if date and (official or len(masthead.date or "") < len(date.iso)):
            printed = raw_text(Piece(piece.block, piece.start + date.start, piece.start + date.end), text)
            masthead = _set(masthead._replace(date_text=printed), "date", date.iso, piece)
            if masthead.year is None or (official and not masthead.document_number):
                masthead = masthead._replace(year=date.year)
    return _official(masthead) if official else masthead


def _names(piece: Piece, text: str) -> list[str]:
    """Who signs on one line: units side by side, or an officer, 市长 王平."""
    if officer := split_officer(piece.key):
        return [" ".join(officer)]
    return [tidy(name) for name in _SIDE_BY_SIDE.split(labels.SEALED.sub("", raw_text(piece, text))) if name.strip()]


def with_foot(masthead: Masthead, colophon: list[Piece], text: str) -> Masthead:
    """The masthead with the issuer and the permit that the foot names where the head names none: 某某公司党群工作部　编, 主办单位：某某学会."""
    for piece in () if masthead.permit_number else colophon:
        if permit := labels.PERMIT.search(piece.key):
            value = Piece(piece.block, piece.start + permit.start("value"), piece.start + permit.end("value"))
            masthead = _set(masthead, "permit_number", raw_text(value, text), value)
    for piece in () if masthead.issuer else colophon:
        lead = labels.EDITED_BY.match(piece.key)
        tail = labels.LABELLED_ON.search(piece.key) if lead else labels.ISSUED.search(piece.key)
        name = Piece(piece.block, piece.start + (lead.end() if lead else 0), piece.start + tail.start() if tail else piece.end)
        if (lead or tail) and is_unit(name.key.replace(" ", "")):
            return _set(masthead, "issuer", tidy(raw_text(name, text)), name)
    return masthead


def _official(masthead: Masthead) -> Masthead:
    """A 公文 has a serial, no issue number; the 第38号 of a 令 is its 文号. Its year is the 文号's."""
    number = find_document_number(fold(masthead.document_number or ""))
    if not masthead.document_number and (masthead.issue_label or "").rstrip(")）").endswith("期"):
        return masthead  # a bulletin that one report fills
    serial = masthead.document_number or (masthead.issue_label if masthead.issue_number else None)
    return masthead._replace(document_number=serial, issue_number=None, issue_label=None, year=number.year if number else masthead.year)


def _is_spaced(names: list[str]) -> bool:
    return all(len(name) == 1 for name in names)


def _set(masthead: Masthead, field: str, value: str, piece: Piece) -> Masthead:
    kept = tuple(span for span in masthead.spans if span.field != field)
    return masthead._replace(**{field: value}, spans=(*kept, FieldSpan(field, *source_range(piece))))  # type: ignore[arg-type]
