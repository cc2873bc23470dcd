"""报尾 of a bulletin, 版记 of a 公文: who edited and printed it, and where to reach them.

责任编辑：黄升 E-mail: gzghxx@126.com 电话：83188030;  编辑：宁静　谈笑　　校对：苗青;  （共印180份）;
某市人民政府办公室　　2021年4月13日印发
"""

import re

from pipeline.model.document import Colophon, Contact, FieldSpan
from pipeline.notation import labels
from pipeline.notation.dates import find_date
from pipeline.notation.names import is_person, is_unit
from pipeline.notation.numerals import parse_numeral
from pipeline.segment.masthead import tidy
from pipeline.segment.spans import Piece, raw_text, source_range

_LABEL = re.compile(rf"(?:(?<![一-龥])(?:{labels.EDITOR_ROLE})|[一-龥A-Za-z-]{{2,8}}|[一-龥] [一-龥])[ ]*[:]")
_NAME = re.compile(r"[一-龥·]{2,12}(?:\([^)]*\))?|[一-龥](?= [一-龥](?![一-龥]))|(?<=[一-龥] )[一-龥]")
_NO_ROLE = re.compile(r"电话|電話|传真|傳真|邮|信箱|址|微信|QQ|热线|印|份|单位|主办|承办|机关|日期|时间|主题词")
_FAX = re.compile(r"传[ ]?真|傳[ ]?真|[Ff]ax|FAX")
_PRINTER = re.compile(r"^(?:印发机关|印制单位|印发单位|印刷)?[ ]*:?[ ]*(?P<unit>[^\s:,;。\d]+(?:[ ][^\s:,;。\d]+)*)[ ]+")


def parse_colophon(pieces: list[Piece], editors: list[Piece], notes: list[Piece], distribution: list[Piece], text: str) -> Colophon:
    """The colophon's facts; `editors` are names on the first page, `notes` are the 附注 of a 公文."""
    contacts: list[Contact] = []
    emails: list[str] = []
    phones: list[str] = []
    single: dict[str, str | int] = {}
    spans: list[FieldSpan] = []
    for piece in [*editors, *pieces, *notes]:
        contacts += _contacts(piece)
        emails += labels.EMAIL.findall(piece.key)
        phones += _phones(piece.key)
        for field, value, start, end in _single(piece.key):
            if field not in single:
                single[field] = value
                spans.append(FieldSpan(field, *source_range(Piece(piece.block, piece.start + start, piece.start + end))))
    for piece in distribution:  # （共印80份） may stand at the end of 发：…
        run = labels.PRINT_RUN.search(piece.key)
        if run and "print_run" not in single and (number := parse_numeral((run["run"] or run["run2"]).replace(" ", ""))) is not None:
            single["print_run"] = number
            spans.append(FieldSpan("print_run", *source_range(Piece(piece.block, piece.start + run.start(), piece.start + run.end()))))
    lines = [raw_text(piece, text) for piece in [*editors, *pieces]]
    return Colophon(
        text="\n".join(lines) or None,
        contacts=tuple(c for c in contacts if editors_role(c, editors)),
        emails=tuple(dict.fromkeys(emails)),
        phones=tuple(dict.fromkeys(phones)),
        note="\n".join(_bare(raw_text(piece, text)) for piece in notes) or None,
        spans=tuple(spans),
        **single,  # type: ignore[arg-type]
    )


def editors_role(contact: Contact, editors: list[Piece]) -> bool:
    """签发 on the first page is the masthead's 签发人, no contact."""
    return not (contact.role.startswith("签发") and any(contact.name in piece.key.replace(" ", "") for piece in editors))


def _labelled(key: str) -> list[tuple[str, str, int]]:
    """(label, content, where the content begins) for each label: of the line."""
    marks = list(_LABEL.finditer(key))
    if not marks:
        return []
    ends = [m.start() for m in marks[1:]] + [len(key)]
    return [(m[0].rstrip(": ").replace(" ", ""), key[m.end() : end], m.end()) for m, end in zip(marks, ends, strict=True)]


def _contacts(piece: Piece) -> list[Contact]:
    found = []
    for label, content, _ in _labelled(piece.key):
        names = _split_names(re.split(r"\(|[^\s(]*\d|[A-Za-z]", content.strip())[0])
        if re.fullmatch(labels.EDITOR_ROLE, label) or (names and not _NO_ROLE.search(label) and all(map(is_person, names))):
            found += [Contact(label, name) for name in names]
    return found or _unlabelled(piece.key)


def _unlabelled(key: str) -> list[Contact]:
    """主编 骆以宁 | 编辑 温故 田小野: roles without a colon."""
    marks = list(labels.CONTACT.finditer(key))
    ends = [mark.start() for mark in marks[1:]] + [len(key)]
    found = []
    for mark, end in zip(marks, ends, strict=False):
        names = re.split(r"[|(\d:A-Za-z]", key[mark.end() : end])[0]
        found += [Contact(mark["role"], name) for name in _split_names(names) if is_person(name)]
    return found


def _split_names(content: str) -> list[str]:
    """宁静　谈笑; 王　平、李四: names, letter-spaced ones put together."""
    names: list[str] = []
    for run in re.split(r"[、,;/。]+", content):
        pending = ""
        for word in run.split():
            if len(word) == 1:
                pending += word
                if len(pending) >= 2:
                    names.append(pending)
                    pending = ""
            elif re.fullmatch(r"[一-龥·]{2,14}", word):
                names.append(word)
        if pending and names and len(names[-1]) == 2 and not run.strip().startswith(names[-1]):
            names[-1] += pending
    return names


def _phones(key: str) -> list[str]:
    cut = _FAX.search(key)
    head = key[: cut.start()] if cut else key
    tail = ""
    if cut:
        following = _LABEL.search(key, cut.end() + 1)
        tail = key[following.start() :] if following else ""
    bare = labels.EMAIL.sub(" ", labels.WEBSITE.sub(" ", head + " " + tail))
    found = [m[0] for m in labels.PHONE.finditer(bare)]
    if not found:  # the short numbers of a factory's or county's own exchange, where a label says so
        found = [n for label, content, _ in _labelled(key) if "话" in label or "話" in label for n in labels.SHORT_PHONE.findall(content)]
    return found


def _single(key: str) -> list[tuple[str, str | int, int, int]]:
    found: list[tuple[str, str | int, int, int]] = []
    if match := labels.PRINT_RUN.search(key):
        number = parse_numeral((match["run"] or match["run2"]).replace(" ", ""))
        if number is not None:
            found.append(("print_run", number, *match.span()))
    if match := labels.ADDRESS.search(key):
        found.append(("address", match["address"].strip(), *match.span("address")))
    if match := labels.WEBSITE.search(key):
        found.append(("website", match[0], *match.span()))
    if labels.PRINTED.search(key) or re.search(r"印发日期|印发机关", key):
        found += _printed(key)
    return found


def _printed(key: str) -> list[tuple[str, str | int, int, int]]:
    found: list[tuple[str, str | int, int, int]] = []
    date = find_date(key)
    if date:
        found.append(("print_date", date.iso, date.start, date.end))
    head = key[: date.start] if date else key
    head = re.sub(r"印发日期[ ]*:?[ ]*$", "", head)
    match = _PRINTER.match(head.rstrip() + " ")
    if match and is_unit(match["unit"].replace(" ", "")):
        found.append(("printed_by", tidy(match["unit"]), *match.span("unit")))
    return found


def _bare(note: str) -> str:
    """Without the brackets around it."""
    return note.strip()[1:-1].strip() if note.strip()[:1] in "(（" else note.strip()
