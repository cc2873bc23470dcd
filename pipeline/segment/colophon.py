"""报尾 of a bulletin, 版记 of a 公文: who edited and printed it, and where to reach them.

责任编辑：黄立 E-mail: ghxx@example.cn 电话：87654321;  编辑：宁静　谈笑　　校对：苗青;  （共印180份）;
某市人民政府办公室　　2021年4月13日印发
"""

from collections.abc import Iterator

from pipeline.model.frame import Colophon, Contact, FieldSpan
from pipeline.notation import labels
from pipeline.notation.dates import find_date
from pipeline.notation.frame import find_labels, is_editor_role, is_frame_label
from pipeline.notation.han import all_han
from pipeline.notation.names import is_person, is_unit, split_names
from pipeline.notation.numerals import parse_numeral
from pipeline.notation.pattern import Pattern
from pipeline.segment.masthead import tidy
from pipeline.segment.spans import Piece, raw_text, source_range

_NO_ROLE = ("邮编", "郵編", *"话話真箱址号Q线線数份位办关期间式词印刷稿lL")
"""Last characters of labels that name no role."""
_LONGEST_NAME = 3
_LISTED = Pattern(r"[、,;/。]+")
_HANDLE = Pattern(r"(?<![^\s、,;/|(])@([\w-]{2,30})", needs="@")
"""A name on the net: @lanlan."""
_DATE_LABEL = Pattern(r"印发日期[ ]*:?[ ]*$", needs="期")
_PRINTER = Pattern(r"^(?:印发机关|印制单位|印发单位|印刷)?[ ]*:?[ ]*(?P<unit>[^\s:,;。\d]+(?:[ ][^\s:,;。\d]+)*)[ ]+")
_Single = tuple[str, str | int, int, int]
"""Field, value, start and end in the key of a line."""


def parse_colophon(pieces: list[Piece], editors: list[Piece], notes: list[Piece], distribution: list[Piece], text: str) -> Colophon:
    """The colophon's facts; `editors` are names on the first page, `notes` are the 附注 of a 公文."""
    facts = _Facts()
    for piece in [*editors, *pieces, *notes]:
        facts.read(piece, editors)
    for piece in distribution:  # （共印80份） may stand at the end of 发：…
        facts.enter(piece, _print_run(piece.key))
    spans = [*facts.spans, *(FieldSpan("note", *source_range(piece)) for piece in notes)]
    lines = [raw_text(piece, text) for piece in [*editors, *pieces]]
    return Colophon(
        text="\n".join(lines) or None,
        contacts=tuple(facts.contacts),
        emails=tuple(facts.emails),
        phones=tuple(facts.phones),
        note="\n".join(_bare(raw_text(piece, text)) for piece in notes) or None,
        spans=tuple(spans),
        **facts.single,  # type: ignore[arg-type]
    )


class _Facts:
    """What has been read so far, and where it stands."""

    def __init__(self) -> None:
        self.contacts: list[Contact] = []
        self.emails: list[str] = []
        self.phones: list[str] = []
        self.single: dict[str, str | int] = {}
        """Field → its value, of what a colophon has once."""
        self.spans: list[FieldSpan] = []

    def read(self, piece: Piece, editors: list[Piece]) -> None:
        """Read a line: its contacts, addresses and numbers that are new, and what it has once."""
        contacts = [contact for contact in _contacts(piece) if not _is_signatory(contact, editors)]
        self.contacts += contacts
        self.spans += _places("contacts", [contact.name for contact in contacts], piece)
        for field, known, values in (("emails", self.emails, labels.EMAIL.findall(piece.key)), ("phones", self.phones, _phones(piece.key))):
            new = [value for value in dict.fromkeys(values) if value not in known]
            known.extend(new)
            self.spans += _places(field, new, piece)
        self.enter(piece, _single(piece.key))

    def enter(self, piece: Piece, found: list[_Single]) -> None:
        """Keep the first value of each field."""
        for field, value, start, end in found:
            if field not in self.single:
                self.single[field] = value
                self.spans.append(FieldSpan(field, *source_range(Piece(piece.block, piece.start + start, piece.start + end))))


def _is_signatory(contact: Contact, editors: list[Piece]) -> bool:
    """签发 on the first page is the masthead's 签发人, no contact."""
    return contact.role.startswith("签发") and any(contact.name in piece.key.replace(" ", "") for piece in editors)


def _places(field: str, values: list[str], piece: Piece) -> Iterator[FieldSpan]:
    """Where the values, in the order of the line, stand in it; a name may be letter-spaced there."""
    places = [at for at, character in enumerate(piece.key) if character != " "]
    bare = piece.key.replace(" ", "")
    end = 0
    for value in values:
        compact = value.replace(" ", "")
        start = bare.find(compact, end) if compact in bare[end:] else bare.find(compact)
        if start >= 0 and compact:
            end = start + len(compact)
            yield FieldSpan(field, *source_range(Piece(piece.block, piece.start + places[start], piece.start + places[end - 1] + 1)))


def _labelled(key: str) -> list[tuple[str, str]]:
    """Each label of the line with what follows it, up to the next."""
    marks = find_labels(key)
    ends = [*(mark.start for mark in marks[1:]), len(key)]
    return [(mark.text, key[mark.end : end]) for mark, end in zip(marks, ends, strict=False)]


def _contacts(piece: Piece) -> list[Contact]:
    found = []
    rows = _labelled(piece.key)
    among_editors = any(is_editor_role(label) for label, _ in rows)
    for label, content in rows:
        names = _HANDLE.findall(content) or [name for name in _listed_names(_before_data(content.strip())) if not is_frame_label(name)]
        persons = all(is_person(name) or (among_editors and len(name) <= _LONGEST_NAME and not is_unit(name)) for name in names)
        if is_editor_role(label) or (names and not label.endswith(_NO_ROLE) and persons):
            found += [Contact(label, name) for name in names]
    return found or _unlabelled(piece.key)


def _before_data(content: str) -> str:
    """The names before a bracket, Latin letters or the word that a number belongs to."""
    if count := labels.PRINT_RUN.search(content):
        content = content[: content.rfind(" ", 0, count.start()) + 1]
    for at, character in enumerate(content):
        if character.isdigit():
            return content[: content.rfind(" ", 0, at) + 1]
        if character in "()" or (character.isascii() and character.isalpha()):
            return content[:at]
    return content


def _unlabelled(key: str) -> list[Contact]:
    """主编 骆以宁 | 编辑 温故、田小野 and 文字 | 佟欣: roles without a colon."""
    found: list[Contact] = []
    role = ""
    words = split_names(key.replace("、", " "))
    barred = words[1:2] == ["|"]
    for word, after in zip(words, [*words[1:], ""], strict=True):
        if after == "|" if barred else is_editor_role(word):
            role = word
        elif is_frame_label(word):
            role = ""
        elif role and is_person(word):
            found.append(Contact(role, word))
    return found


def _listed_names(content: str) -> list[str]:
    """宁静　谈笑; 王　平、李四: names, letter-spaced ones put together."""
    names: list[str] = []
    for run in _LISTED.split(content):
        pending = ""
        for word in run.split():
            if len(word) == 1:
                pending += word
                if len(pending) >= 2:
                    names.append(pending)
                    pending = ""
            elif 2 <= len(word) <= 14 and all_han(word.replace("·", "")):
                names.append(word)
        if pending and names and len(names[-1]) == 2 and not run.strip().startswith(names[-1]):
            names[-1] += pending
    return names


def _phones(key: str) -> list[str]:
    """Telephone numbers, those after 传真 and QQ left out."""
    bare = labels.EMAIL.sub(" ", labels.WEBSITE.sub(" ", key)) if "@" in key or "www" in key or "http" in key else key
    marks = find_labels(bare)
    for mark, end in zip(marks[::-1], [len(bare), *(m.start for m in marks[:0:-1])], strict=False):
        if (mark.text.endswith(("传真", "傳真")) and "话" not in mark.text and "話" not in mark.text) or mark.text.startswith("QQ"):
            bare = bare[: mark.start] + bare[end:]
    found = [m[0] for m in labels.PHONE.finditer(bare)]
    if not found:  # the short numbers of a factory's or county's own exchange, where a label says so
        found = [n for label, content in _labelled(key) if label.endswith(("话", "話")) for n in labels.SHORT_PHONE.findall(content)]
    return found


def _single(key: str) -> list[_Single]:
    found = _print_run(key)
    if match := labels.ADDRESS.search(key):
        found.append(("address", match["address"].strip(), *match.span("address")))
    if match := labels.WEBSITE.search(key):
        found.append(("website", match[0], *match.span()))
    if labels.PRINTED.search(key) or "印发日期" in key or "印发机关" in key:
        found += _printed(key)
    return found


def _print_run(key: str) -> list[_Single]:
    match = labels.PRINT_RUN.search(key)
    if not match:
        return []
    number = parse_numeral(key[slice(*match.span("run" if match["run"] else "run2"))].replace(" ", "").replace(",", ""))
    return [] if number is None else [("print_run", number, *match.span())]


def _printed(key: str) -> list[_Single]:
    found: list[_Single] = []
    date = find_date(key)
    if date:
        found.append(("print_date", date.iso, date.start, date.end))
    head = key[: date.start] if date else key
    head = _DATE_LABEL.sub("", head)
    match = _PRINTER.match(head.rstrip() + " ")
    if match and is_unit(match["unit"].replace(" ", "")):
        found.append(("printed_by", tidy(match["unit"]), *match.span("unit")))
    return found


def _bare(note: str) -> str:
    """Without the brackets around it."""
    return note.strip()[1:-1].strip() if note.strip()[:1] in "(（" else note.strip()
