"""Sections (栏目) and items (条目), from the zoned blocks between the contents and the foot.

Title on its own line, over two lines, with a ——subtitle, or run into its paragraph; briefs with a bullet; editor's notes; annexes.
"""

from pipeline.lexicon import words
from pipeline.model.item import ItemKind, TitleBasis
from pipeline.model.zone import Zoned, ZoneRole
from pipeline.notation import labels
from pipeline.notation.ordinals import is_sign, parse_marker
from pipeline.segment.attribution import Credits, read_credits
from pipeline.segment.credit_places import LINK, find_lead, find_signs, find_tail
from pipeline.segment.headings import heading_core, section_core, split_number
from pipeline.segment.spans import Piece, seams, trim, whole

_NOTE_COLUMNS = ("卷首语", "编者序", "刊首语", "编者按", "编者的话", "编者话", "编后", "按语", "主编寄语", "前言", "导语")
_LONGEST_HEADING = 60
_CONTINUES: frozenset[ZoneRole] = frozenset(("body", "brief_more", "note_more"))
_FURTHER = {"masthead": "other_mastheads", "signature": "other_signatures"}
"""Parts that a document has once → where those of the further issues of a source go."""
_TEXT: frozenset[ZoneRole] = frozenset(("body", "brief", "brief_more", "untitled", "run_in", "note", "note_more"))


class ItemDraft:
    """An item while it is being put together."""

    def __init__(self, kind: ItemKind) -> None:
        self.kind = kind
        self.number: str | None = None
        self.title: list[Piece] = []
        self.basis: TitleBasis = "none"
        self.body: list[Piece] = []  # one piece for each paragraph
        self.credits: list[tuple[Piece, Credits]] = []
        self.marks: list[Piece] = []  # bullets, numbers and labels that belong to the item and to none of its values


class SectionDraft:
    """A section while it is being put together; without a heading, the items before any."""

    def __init__(self, heading: Piece | None = None, title: Piece | None = None) -> None:
        self.heading = heading
        self.title = title
        self.items: list[ItemDraft] = []


class Parts:
    """The blocks of a bulletin, sorted by the part that they belong to; lists are named for the roles."""

    def __init__(self) -> None:
        self.sections: list[SectionDraft] = []
        self.masthead: list[Piece] = []
        self.other_mastheads: list[Piece] = []  # of further issues in the same source, of what is forwarded
        self.contents_heading: list[Piece] = []
        self.contents: list[Piece] = []
        self.addressee: list[Piece] = []
        self.other_addressees: list[Piece] = []  # 主送 of a document that is forwarded inside this one
        self.signature: list[Piece] = []
        self.other_signatures: list[Piece] = []  # 署名 of such a document
        self.signed_date: list[Piece] = []
        self.postscript: list[Piece] = []
        self.distribution: list[Piece] = []
        self.colophon: list[Piece] = []


def sort_parts(zoned: tuple[Zoned, ...], *, signed_items: bool) -> Parts:
    """The parts of a bulletin; `signed_items` says that brackets at the end of a text may name who sent it in (not in a 公文)."""
    sorter = _Sorter(_ordinals(zoned), signed_items=signed_items)
    for index, zone in enumerate(zoned):
        following = zoned[index + 1].role if index + 1 < len(zoned) else None
        sorter.take(zone, following)
    if signed_items and _prints_documents(sorter.parts):
        sorter.parts.other_addressees += sorter.parts.addressee
        sorter.parts.addressee.clear()
    return sorter.parts


def _ordinals(zoned: tuple[Zoned, ...]) -> frozenset[str]:
    """The ordinals of headings, 一 as 1; one of them in an issue has parts, 2.1, or the set is of no use."""
    keys = [zone.block.key.lstrip("# ") for zone in zoned if len(zone.block.key) <= _LONGEST_HEADING]
    if not any(key[:1].isdigit() and "." in key[:4] for key in keys):
        return frozenset()
    markers = [marker for key in keys if key and (marker := parse_marker(key)) and marker.ordinal]
    return frozenset(marker.text if marker.text.isascii() else str(marker.ordinal) for marker in markers)


def _prints_documents(parts: Parts) -> bool:
    """Whether a bulletin has several articles or an editor's note: whom one of them addresses is not whom the bulletin goes to."""
    kinds = [item.kind for section in parts.sections for item in section.items]
    return "editor_note" in kinds or kinds.count("article") > 1


def join_parts(issues: list[Parts], *, one_section: bool = False) -> Parts:
    """The parts of all issues of a source, those of the further ones below those of the first; in `one_section` the articles of a database."""
    first, *others = issues
    for parts in others:
        for name, found in vars(parts).items():
            vars(first)[_FURTHER.get(name, name)].extend(found)
    if one_section and first.sections:
        items = [item for section in first.sections for item in section.items]
        first.sections[:] = [SectionDraft()]
        first.sections[0].items += items
    return first


class _Sorter:
    def __init__(self, ordinals: frozenset[str], *, signed_items: bool) -> None:
        self.parts = Parts()
        self.ordinals = ordinals
        self.item: ItemDraft | None = None
        self.signed_items = signed_items
        self.annex: Piece | None = None
        self.author: Piece | None = None  # of what stands below, entered with the first item
        self.labels: list[Piece] = []  # above the title: 作者：
        self.signed = False

    def take(self, zone: Zoned, following: ZoneRole | None) -> None:
        """Add one block to the part that its role names."""
        piece = whole(zone.block)
        if zone.label_length:
            piece = trim(Piece(piece.block, zone.label_length, piece.end))
        special = getattr(self, f"_{zone.role}", None)
        if zone.role == "byline" and (following == "brief" or self.item is None):
            self.author = piece
        elif special:
            special(piece)
        elif zone.role not in _TEXT:
            getattr(self.parts, zone.role).append(piece)
        if zone.role in _TEXT:
            self._text(zone, piece, closes=following not in _CONTINUES)
        if zone.label_length:
            marks = self.item.marks if self.item else self.labels
            marks.append(Piece(piece.block, 0, zone.label_length))

    # --- openings

    def _section(self, piece: Piece) -> None:
        self.parts.sections.append(SectionDraft(piece, section_core(piece)))
        self.item = None

    def _open(self, kind: ItemKind) -> ItemDraft:
        if not self.parts.sections:
            self.parts.sections.append(SectionDraft())
        annexed = self.annex is not None or (self.signed and not self.signed_items)
        self.item = ItemDraft("attachment" if annexed else kind)
        if self.annex:
            self.item.marks.append(self.annex)
            self.annex = None
        self.parts.sections[-1].items.append(self.item)
        self.item.marks += self.labels
        self.labels = []
        if self.author:
            author, self.author = self.author, None
            self._byline(author)
        return self.item

    def _title(self, piece: Piece) -> None:
        if label := labels.ANNEX_NOTE.match(piece.key):
            self.annex = Piece(piece.block, piece.start, piece.start + label.end())
            piece = trim(Piece(piece.block, self.annex.end, piece.end))
        item = self._open("article")
        if label := labels.SUBJECT.match(piece.key):
            item.marks.append(Piece(piece.block, piece.start, piece.start + label.end()))
            piece = Piece(piece.block, piece.start + label.end(), piece.end)
        number, core = split_number(piece, self.ordinals)
        item.number, item.basis = number, "own_line"
        item.title.append(heading_core(core, self.ordinals))
        item.marks.append(piece)

    def _subtitle(self, piece: Piece) -> None:
        title = (self.item or self._open("article")).title
        if title and title[-1].end < len(title[-1].block.key) and title[-1].block.key[title[-1].end] == ":":
            title[-1] = title[-1]._replace(end=title[-1].end + 1)  # 局长强调：| 安全第一
        title.append(trim(piece))

    def _annex(self, piece: Piece) -> None:
        self.annex = piece

    # --- attribution

    def _byline(self, piece: Piece) -> None:
        item = self.item or self._open("article")
        if credit := read_credits(piece.key, seams(piece)):
            item.credits.append((piece, credit))
        else:
            item.marks.append(piece)

    _credit = _byline

    def _masthead(self, piece: Piece) -> None:
        forwarded = self.signed and not self.signed_items
        (self.parts.other_mastheads if forwarded else self.parts.masthead).append(piece)

    def _signature(self, piece: Piece) -> None:
        annexed = self.item is not None and self.item.kind == "attachment"
        first = self.signed_items or not (self.signed and (self.parts.signature or annexed))
        (self.parts.signature if first else self.parts.other_signatures).append(piece)

    def _signed_date(self, piece: Piece) -> None:
        self.parts.signed_date.append(piece)
        self.signed = True

    def _addressee(self, piece: Piece) -> None:
        first = not self.signed and not self.parts.addressee
        (self.parts.addressee if first else self.parts.other_addressees).append(piece)

    # --- text

    def _text(self, zone: Zoned, piece: Piece, *, closes: bool) -> None:
        if zone.role == "run_in":
            piece = self._open_run_in(zone, piece)
        elif zone.role in ("brief", "untitled", "note"):
            piece = self._open_plain(zone, piece)
        item = self.item or self._open("article")
        if piece.key[-1:] != "。" and (link := LINK.search(piece.key)):
            item.marks.append(Piece(piece.block, piece.start + link.start(), piece.end))
            piece = Piece(piece.block, piece.start, piece.start + link.start())
        if self.signed_items:
            piece = self._cut_lead(item, piece) if not item.body else piece
            piece = self._cut_tail(item, piece, zone) if closes else piece
        if piece.key.strip():
            item.body.append(trim(piece))

    def _open_run_in(self, zone: Zoned, piece: Piece) -> Piece:
        item = self._open("brief" if is_sign(zone.block.key[0]) else "article")
        head = Piece(zone.block, 0, zone.title_length)
        item.number, core = split_number(head)
        item.basis = "run_in"
        item.title.append(heading_core(core))
        item.marks.append(head)
        return Piece(zone.block, zone.title_length, piece.end)

    def _open_plain(self, zone: Zoned, piece: Piece) -> Piece:
        if zone.role == "note":
            item = self._open("editor_note")
            label = labels.NOTE.match(piece.key)
            cut = label.end() if label else 0
        else:
            bulleted = zone.role == "brief" or self._in_brief_column()
            marker = parse_marker(piece.key, piece.key)
            if marker and (marker.kind == "point" or not (bulleted or marker.kind == "bullet")):
                marker = None  # 一是 is part of the sentence
            item = self._open("brief" if marker else self._untitled_kind(zone))
            cut = marker.length if marker else 1 if zone.role == "brief" and zone.block.key[0] in "〇○" else 0
            item.number = marker.text if marker and marker.kind not in ("bullet", "dash") else None
        if cut:
            item.marks.append(Piece(piece.block, piece.start, piece.start + cut))
        return Piece(piece.block, piece.start + cut, piece.end)

    def _in_brief_column(self) -> bool:
        section = self.parts.sections[-1] if self.parts.sections else None
        return section is not None and section.title is not None and heading_core(section.title).key.endswith(tuple(words("brief_columns")))

    def _untitled_kind(self, zone: Zoned) -> ItemKind:
        section = self.parts.sections[-1] if self.parts.sections else None
        if section and section.title and any(name in section.title.key for name in _NOTE_COLUMNS):
            return "editor_note"
        return "brief" if zone.role == "brief" or zone.tail_start >= 0 else "article"

    def _cut_lead(self, item: ItemDraft, piece: Piece) -> Piece:
        """本报讯（通讯员 某某） at the head of a text."""
        end = find_lead(piece.key)
        credit = read_credits(piece.key[:end]) if end else None
        if not credit:
            return piece
        head = Piece(piece.block, piece.start, piece.start + end)
        item.credits.append((head, credit))
        return Piece(piece.block, head.end, piece.end)

    def _cut_tail(self, item: ItemDraft, piece: Piece, zone: Zoned) -> Piece:
        if zone.tail_start < 0:
            return piece
        found = find_tail(piece.key, seams(piece)) or find_signs(piece.key)
        if not found:
            return piece
        tail = Piece(piece.block, piece.start + found[0], piece.end)
        item.credits.append((tail, found[1]))
        return Piece(piece.block, piece.start, tail.start)
