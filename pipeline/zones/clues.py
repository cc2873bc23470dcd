"""What can be seen of each block: clues for evidence.py, found in one pass over the bulletin."""

import re
from typing import NamedTuple

from pipeline.lexicon import words
from pipeline.model.layout import Block
from pipeline.notation import labels
from pipeline.notation.dates import find_date
from pipeline.notation.document_numbers import find_document_number
from pipeline.notation.names import is_person, is_unit
from pipeline.notation.ordinals import Marker, parse_marker
from pipeline.segment.attribution import Credits, find_tail, is_label, read_credits
from pipeline.zones.contents_index import ContentsIndex, index_contents
from pipeline.zones.stems import stem, strip_page

_LONG = 60
"""Characters; the longest title of the gold has 44."""
_STOPS = "。;…"
_CLOSERS = "”’』」)]〕】》 *_"
_BRACKETS = {"【": "】", "〔": "〕", "[": "]", "「": "」", "『": "』", "〖": "〗", "◇": "◇", "◆": "◆", "★": "★", "☆": "☆", "■": "■",
             "●": "●", "※": "※", "—": "—", "-": "-", "~": "~", "=": "=", "◎": "◎", "▲": "▲", "✦": "✦", "<": ">", "《": "》"}  # fmt: skip
_OPENS_TEXT = re.compile(r"(?:\d{1,4}年|\d{1,2}月|[一二三四五六七八九十]{1,3}[月是]|近日|近期|日前|今年|去年|为|在|自|按照|根据|针对|随着|本报|本刊|截至|连日来|最近|入|一[要、,])")
_GENRE = re.compile(r"(?:通知|通报|通告|公告|决定|决议|意见|请示|报告|批复|复函|函|纪要|命令|办法|规定|细则|方案|规划|条例|章程|要点|预案|令)(?:\([^()]{2,12}\))?$")
_LEAD_DATE = re.compile(r"(?:\d{4}年)?(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日|近日|日前|近期")
_BRIEF_COLUMNS = ("简讯", "簡訊", "快讯", "快訊", "短讯", "短訊", "短波", "速览", "速递", "快递", "短消息", "一句话新闻", "动态", "快报", "要闻", "集锦", "信息", "简明新闻", "新闻")
_LAST_BRACKET = re.compile(r"\([^()]*\)[。 ]*$")
_MARKUP = re.compile(r"^(?:>|!\[|\[[^\]]*\]|```|<|https?:|\||\* |- )")
_FRONT_MATTER = re.compile(r"^[a-z_]{2,20}:")
_SPEAKER = re.compile(r"^[^,。:]{2,20}:(?=.)")
_LABEL_COLUMNS = 24
"""Markdown headings of a median width above this are headlines, below it labels of sections."""
_MASTHEAD_BLOCKS = 16
"""A masthead that is longer has not been seen; the longest on record, in a box, has nine lines."""


class Clues(NamedTuple):
    """One block's clues, by name, and what was found on the way."""

    names: tuple[str, ...]
    marker: Marker | None
    title_length: int
    """Characters of the block that are a title running into its paragraph, 0 for none."""
    tail_start: int
    """Where the attribution that ends the block begins, -1 for none."""
    tail_weight: float
    signature: tuple[object, ...]
    """What the block looks like; blocks that look alike tend to have one role."""


class _Reader:
    """The clues of every block of one bulletin."""

    def __init__(self, blocks: tuple[Block, ...], raws: tuple[str, ...]) -> None:
        self.blocks = blocks
        self.raws = raws
        self.markers = [parse_marker(b.key, raw) for b, raw in zip(blocks, raws, strict=True)]
        self.prose = [_is_prose(b.key) for b in blocks]
        self.stems = tuple("" if p else stem(b.key) for b, p in zip(blocks, self.prose, strict=True))
        self.contents = index_contents(blocks, self.stems)
        self.credits = [None if p else read_credits(b.key) for b, p in zip(blocks, self.prose, strict=True)]
        self.masthead_end = self._masthead_end()
        strong = [i for i, p in enumerate(self.prose) if p and any(opens for _, opens in blank_cuts(blocks[i].key))]
        self.runs_in = len(strong) >= 2 or sum(self.prose[i] for i in self.contents.listed) >= 2
        self.levels = sorted({m.ordinal for m in self.markers if m and m.kind == "markdown"})
        self.is_markdown = sum(m is not None and m.kind == "markdown" for m in self.markers) >= 3
        self.flat_markdown = self._has_flat_headings()
        self.head_end = self._head_end()
        self.brief_column = self._brief_columns()
        self.series = _series(self)
        self.opening = _opening(self)

    def _brief_columns(self) -> set[int]:
        """Paragraphs that stand right under the heading of a column of briefs, with no headline between."""
        found: set[int] = set()
        inside = False
        for index, name in enumerate(self.stems):
            if self.prose[index]:
                found |= {index} if inside else set()
            elif not self.credits[index]:
                inside = len(name) <= 10 and name.endswith(_BRIEF_COLUMNS)
        return found

    def _has_flat_headings(self) -> bool:
        """Markdown with one level of long headings: they are titles, not sections."""
        headings = [(m.ordinal, len(self.stems[i].encode("gbk", "replace"))) for i, m in enumerate(self.markers) if m and m.kind == "markdown"]
        levels = [n for n in self.levels if sum(level == n for level, _ in headings) > 1]
        widths = sorted(width for level, width in headings if level in levels)
        return len(levels) == 1 and widths[len(widths) // 2] > _LABEL_COLUMNS

    def _head_end(self) -> int:
        """Where the red head of a 公文 ends: its 文号, if a line above it ends in 文件 or the like."""
        for index, block in enumerate(self.blocks[:10]):
            if find_document_number(block.key) and len(block.key) < 60:
                return index if any(labels.OFFICE_MARK.match(b.key) for b in self.blocks[:index]) else 0
        return 0

    def _is_letterhead(self, index: int) -> bool:
        """A unit's name right above the 文号, in the letter form of a 公文 (GB/T 9704-2012, 10.1): its mark, not its title."""
        if index > 2 or index + 2 >= len(self.blocks) or find_document_number(self.blocks[index + 1].key) is None:
            return False
        return is_unit(self.blocks[index].key.replace(" ", "")) and not self.prose[index] and not _GENRE.search(self.blocks[index].key)

    def closes_before(self, index: int) -> bool:
        """Whether the block before ends in an attribution or is one."""
        before = self.blocks[index - 1] if index else None
        if before is None:
            return True
        tail = find_tail(before.key)
        return (tail is not None and tail[1].weight > 0.4) or (self.credits[index - 1] is not None and not self.markers[index - 1])

    def heads_before(self, index: int) -> bool:
        """Whether the block before belongs to the head, the contents or is a section heading."""
        if index <= self.masthead_end or self.closes_before(index) or self.contents.start <= index - 1 < self.contents.end:
            return True
        names = self._words(index - 1)
        return "bracketed" in names or ("column_word" in names and "column_name" in names)

    def read(self) -> tuple[Clues, ...]:
        return tuple(self._clues(i) for i in range(len(self.blocks)))

    def _masthead_end(self) -> int:
        """Index after the last line with a masthead's facts, before any running text."""
        end = self._front_matter_end()
        if end:
            return end
        limit = self.contents.heading if self.contents.heading >= 0 else _MASTHEAD_BLOCKS
        for index, block in enumerate(self.blocks[: max(limit, 0)]):
            if (self.prose[index] and not is_masthead_fact(block.key)) or index >= _MASTHEAD_BLOCKS or labels.NOTE.match(block.key):
                break
            if is_masthead_fact(block.key):
                end = index + 1
        return end + self._issuer_follows(end)

    def _front_matter_end(self) -> int:
        """Index after a Markdown file's front matter: key: value lines between two rules at the very top."""
        if not self.blocks or not self.blocks[0].rule_above or not _FRONT_MATTER.match(self.blocks[0].key):
            return 0
        return next((i for i, block in enumerate(self.blocks[1:30], 1) if block.rule_above), 0)

    def _issuer_follows(self, end: int) -> bool:
        """A unit's name between the last fact and the rule that closes the head."""
        if not 0 < end < len(self.blocks) - 1 or self.blocks[end].rule_above or not self.blocks[end + 1].rule_above:
            return False
        key = self.blocks[end].key
        return not self.prose[end] and (is_unit(key.replace(" ", "")) or bool(labels.EDITED_BY.match(key) or labels.EDITED.search(key)))

    def _clues(self, index: int) -> Clues:
        block = self.blocks[index]
        tail = find_tail(block.key) if len(block.key) > 8 else None
        names = ["prior", *self._setting(index), *self._words(index), *self._contents(index), *self._frame(index)]
        names += self._markers(index, tail is not None and tail[1].weight > 0.4)
        names += self._credits(index, self.credits[index])
        if index in self.opening:
            names.append("opening")
        if index < self.head_end or self._is_letterhead(index):
            names.append("joint_head")
        title_length = self._title_length(index, names)
        look = () if self.prose[index] else self._look(index)
        return Clues(tuple(names), self.markers[index], title_length, tail[0] if tail else -1, tail[1].weight if tail else 0.0, look)

    def _look(self, index: int) -> tuple[object, ...]:
        block, marker = self.blocks[index], self.markers[index]
        kind = marker.text if marker and marker.kind in ("bullet", "markdown") else marker.kind if marker else ""
        bracket = block.key[0] if block.key[0] in _BRACKETS else ""
        indent = block.indent // 2 if block.align in ("flush", "indented") else -1
        return block.align, indent, kind, bracket, block.key[-1:] in "。;,", ":" in block.key[:8], block.key[-1:] in "?!"

    def _setting(self, index: int) -> list[str]:
        block = self.blocks[index]
        names = []
        if block.align in ("center", "right"):
            names.append(block.align)
        elif block.align == "indented":
            names.append("paragraph_indent")
        if block.gap or block.rule_above:
            names.append("space_above")
        if index == 0:
            names.append("first_block")
        if self._pairs_with_previous(index):
            names.append("pairs_with_previous")
        return names + self._next(index)

    def _pairs_with_previous(self, index: int) -> bool:
        if not index or self.prose[index] or self.prose[index - 1] or self.blocks[index].gap or self.blocks[index].rule_above:
            return False
        block, before = self.blocks[index], self.blocks[index - 1]
        if self.markers[index] or block.key[0] in "(【〔[" or not is_headline(before.key) or not is_headline(block.key):
            return False
        return block.align == before.align and len(block.key) + len(before.key) <= 70 and self.stems[index] not in ("", self.stems[index - 1])

    def _next(self, index: int) -> list[str]:
        if index + 1 >= len(self.blocks):
            return []
        key = self.blocks[index + 1].key
        marker = self.markers[index + 1]
        if key.startswith("——"):
            return ["before_subtitle"]
        if marker and marker.kind == "bullet" and (self.prose[index + 1] or not is_headline(key)):
            return ["before_bullet"]
        if self.prose[index + 1]:
            return ["before_prose"]
        credits = self.credits[index + 1]
        if credits and (credits.weight >= 0.9 or key[0] == "□") and key[0] != "(":
            return ["before_byline"]
        return ["before_headline" if is_headline(key) else "before_line"]

    def _words(self, index: int) -> list[str]:
        key = self.blocks[index].key
        size = len(self.stems[index]) or len(key)
        names = []
        if self.prose[index]:
            names.append("prose")
        if len(key) > _LONG:
            names.append("long")
        bare = key.rstrip(_CLOSERS) or key
        ending = {"。": "ends_sentence", ";": "ends_sentence", "…": "ends_sentence", "!": "ends_mark", "?": "ends_mark",
                  ",": "ends_comma", "、": "ends_comma", ":": "ends_colon"}.get(bare[-1])  # fmt: skip
        if ending:
            names.append(ending)
        if index in self.brief_column and _LEAD_DATE.match(key):
            names.append("brief_lead")
        if len(key) > _LONG or self.prose[index]:
            return names
        if not ending or ending == "ends_mark":
            names.append("headline")
        return names + self._short_words(key, self.stems[index] or key, size)

    def _short_words(self, key: str, words_: str, size: int) -> list[str]:
        names = [name for name, holds in (("label", size <= 8), ("tiny", size <= 4), ("wordy", size > 14)) if holds]
        if size <= 12 and any(words_[-n:] in words("column_words") for n in (2, 3, 4)):
            names.append("column_word")
            if size <= 6:
                names.append("column_name")
        squeezed = key.replace(" ", "")
        if len(squeezed) > 2 and _BRACKETS.get(squeezed[0]) == squeezed[-1]:
            names.append("bracketed")
        elif squeezed[0] == "(" and squeezed[-1] == ")":
            names.append("in_parens")
        elif key.startswith("——"):
            names.append("dash_start")
        if _SPEAKER.match(key):
            names.append("speaker")
        if is_table_row(key) and not labels.FRAME.search(key):
            names.append("table_row")
        people = [part.replace(" ", "") for part in re.split(r" {2,}|、", key)]
        if len(people) >= 3 and 3 * sum(map(is_person, people)) >= 2 * len(people):
            names.append("name_list")
        if self.levels and _MARKUP.match(key):
            names.append("markup")
        elif self.is_markdown and not key.startswith("#") and not labels.FRAME.search(key):
            names.append("markdown_plain")
        if _GENRE.search(squeezed):
            names.append("genre_word")
        return names

    def _markers(self, index: int, closes: bool) -> list[str]:
        marker, key = self.markers[index], self.blocks[index].key
        if not marker:
            return []
        whole = self.prose[index] or not is_headline(key)
        kind = marker.kind
        if kind == "markdown":
            return [self._markdown(marker, index)]
        if index in self.series and not self.prose[index]:
            return [self.series[index], *(["marker_han_center"] if kind == "han" and self.blocks[index].align == "center" else [])]
        if kind == "bullet":
            if whole or closes:
                return ["bullet_prose"]
            return ["bullet_short", "bullet_label"] if len(self.stems[index]) <= 8 else ["bullet_short"]
        if kind == "dash":
            return ["marker_dash"]
        if kind in ("chapter", "article"):
            return ["marker_chapter"]
        if kind == "point":
            return ["marker_point"]
        if whole and (closes or index in self.brief_column) and kind in ("digit", "digit_paren", "han", "circled"):
            return ["number_prose_closed"]
        if kind == "han":
            return ["marker_han", "marker_han_center"] if self.blocks[index].align == "center" else ["marker_han"]
        return ["marker_low"]

    def _markdown(self, marker: Marker, index: int) -> str:
        """# is the name where it stands once at the top; of the rest the highest level is sections, the next titles."""
        if self.flat_markdown:
            return "markdown_name" if index <= 2 and marker.ordinal == 1 else "markdown_title"
        levels = [n for n in self.levels if sum(m is not None and m.kind == "markdown" and m.ordinal == n for m in self.markers) > 1]
        if marker.ordinal not in levels:
            return "markdown_name" if index <= 2 else "markdown_title"
        return ("markdown_section", "markdown_title", "markdown_inner")[min(2, levels.index(marker.ordinal))]

    def _contents(self, index: int) -> list[str]:
        found: ContentsIndex = self.contents
        if index == found.heading:
            return ["contents_heading"]
        if found.start <= index < found.end:
            return ["in_contents", "leader"] if strip_page(self.blocks[index].key)[1] is not None else ["in_contents"]
        listed = found.listed.get(index)
        if not listed:
            return []
        if listed.continued:
            return ["listed_on"]
        name = "listed" if listed.exact else "listed_like"
        return [name + "_run_in" if self.prose[index] else name]

    def _frame(self, index: int) -> list[str]:
        key = self.blocks[index].key
        names = []
        if index < self.masthead_end:
            names.append("masthead_fact" if is_masthead_fact(key) or self._front_matter_end() else "within_masthead")
        elif index >= _MASTHEAD_BLOCKS or self.masthead_end:
            names.append("past_masthead")
        late = 2 * index >= len(self.blocks)
        if self._goes_on_with_relation(index) and not labels.PRINT_RUN.search(key):
            names.append("relation_on")
        elif labels.RELATION.match(key):
            names += ["relation", "relation_late"] if late else ["relation"]
        if len(key) <= 200 and labels.SUBJECT_WORDS.match(key):
            names.append("subject_words")
        if not self.prose[index] or late:
            names += self._colophon(index, key, late)
        return names + ([] if self.prose[index] and len(key) > 200 else self._document(index, key))

    def _goes_on_with_relation(self, index: int) -> bool:
        """A recipient on a line of its own, set in under 报： of the line above."""
        block = self.blocks[index]
        if not index or block.gap or block.rule_above or ":" in block.key or block.align == "flush":
            return False
        return labels.RELATION.match(self.blocks[index - 1].key) is not None or (index > 1 and self._goes_on_with_relation(index - 1))

    def _colophon(self, index: int, key: str, late: bool) -> list[str]:
        head = key[:160]
        credits = self.credits[index]
        if credits and credits.weight == 1.0 and key[0] in "(【[*_":
            return []
        facts = ":" in head and len(labels.FRAME.findall(head)) or "@" in head and bool(labels.EMAIL.search(head))
        facts = facts or ("印" in head and len(key) < 60 and bool(labels.PRINT_RUN.search(head)))
        names = []
        if facts and (not _is_prose(key) or labels.FRAME.match(key)):
            names += ["frame_fact", "frame_late"] if late else ["frame_fact"]
        if late and len(key) < 60 and labels.PRINTED.search(key):
            names.append("printed")
        return names

    def _document(self, index: int, key: str) -> list[str]:
        """The parts of a 公文, an editor's note and an annex label."""
        names = []
        if is_date_only(key):
            names.append("date_only")
        number = find_document_number(key) if len(key) < 80 else None
        if number and number.end - number.start >= len(key) - 6:
            names.append("document_number")
        if labels.NOTE.match(key):
            names.append("note")
        if labels.ANNEX.match(key.replace(" ", "")):
            names.append("annex")
        if labels.ANNEX_NOTE.match(key):
            names.append("annex_note")
        if labels.POSTSCRIPT.match(key):
            names.append("postscript")
        if labels.OFFICE_MARK.match(key) and index < 6:
            names.append("office_mark")
        if is_addressee(key):
            names.append("addressee")
        if not self.prose[index] and index > 1:
            if self._before_date(index):
                names.append("signature")
            elif self._is_signature(index, key):
                names.append("unit_late")
        return names

    def _is_signature(self, index: int, key: str) -> bool:
        squeezed = key.replace(" ", "")
        names = [part for part in re.split(r" {2,}", key) if part]
        return index > 1 and len(squeezed) <= 60 and (is_unit(squeezed) or all(is_unit(n.replace(" ", "")) for n in names) or "长 " in key)

    def _before_date(self, index: int) -> bool:
        """Whether short lines lead from here to a date that stands alone, and name a unit or an officer together."""
        words_ = ""
        for later in range(index, min(index + 4, len(self.blocks))):
            key = self.blocks[later].key
            if later > index and is_date_only(key):
                return bool(words_) and (is_unit(words_) or self._is_signature(index, self.blocks[index].key))
            if self.prose[later] or len(key) > 60 or key[-1] in "。;," or ":" in key or self.markers[later]:
                return False
            words_ += "" if key[0] == "(" else key.replace(" ", "")
        return False

    def _credits(self, index: int, credits: Credits | None) -> list[str]:
        if not credits:
            return []
        key, align = self.blocks[index].key, self.blocks[index].align
        marker = self.markers[index]
        if marker and align not in ("right", "center") and not (marker.kind == "bullet" and (credits.weight >= 0.9 or marker.text == "□")):
            return []
        if credits.weight == 1.0 and (is_label(key) or key[0] in "(【[*_" or len(key) <= 40):
            return ["credit_sure"]
        if key[0] in "(【[*_" and key.rstrip(" 。.*_")[-1:] in ")】]*_":
            return ["credit_form"]
        if align == "right" or key.startswith("——"):
            return ["credit_right"]
        if marker and marker.text == "□":
            return ["credit_pair"]
        if credits.weight >= 0.9 and any(row.organization and row.person for row in credits.rows) and " " in key:
            return ["credit_pair"]
        ends_item = index + 1 == len(self.blocks) or {"before_headline", "before_bullet"} & set(self._next(index))
        if credits.weight >= 0.8 and self.blocks[index].gap and ends_item and not self.markers[index] and align != "center":
            return ["credit_plain"]
        return ["credit_bare"] if credits.weight >= 0.5 and (align == "center" or " " in key) else []

    def _title_length(self, index: int, names: list[str]) -> int:
        listed = self.contents.listed.get(index)
        key = self.blocks[index].key
        if listed and self.prose[index]:
            return listed.length
        if not self.prose[index] or index < self.masthead_end:
            return 0
        marker = self.markers[index]
        if key[0] == "【" and 4 <= key.find("】") <= 45 and not labels.NOTE.match(key):
            names.append("bracket_run_in")
            return key.find("】") + 1
        return self._blank_cut(key, marker, names)

    def _blank_cut(self, key: str, marker: Marker | None, names: list[str]) -> int:
        """Where a headline might end that runs into its paragraph after a blank."""
        if marker and marker.kind in ("dash", "point", "article", "chapter", "markdown"):
            return 0
        cuts = blank_cuts(key)
        sure = [cut for cut, opens in cuts if opens]
        if sure or (cuts and self.runs_in):
            names.append("maybe_run_in" if sure else "weak_run_in")
            return sure[0] if sure else cuts[0][0]
        return 0


def blank_cuts(key: str) -> list[tuple[int, bool]]:
    """Blanks at which a headline may run into its text, each with whether the text then opens as texts do."""
    cuts = []
    for found in re.finditer(r" +", key[:70]):
        before, after = key[: found.start()], key[found.end() : found.end() + 12]
        if any(c in ",。:;!" for c in before):
            break
        opens = _OPENS_TEXT.match(after) is not None
        if found.start() >= 7 and not before[-1:].isascii() and (opens or not after[:1].isascii()):
            cuts.append((found.start(), opens))
    return cuts


def _series(reader: _Reader) -> dict[int, str]:
    """Headings 一、二、三、 that count up together: inside one item, or the titles (or sections) themselves.

    They are titles where the first stands right under the head or a section, or where an attribution stands before one.
    """
    found: dict[int, str] = {}
    open_runs: dict[str, list[int]] = {}
    for index, marker in enumerate(reader.markers):
        if not marker or marker.kind not in ("han", "han_paren", "digit"):
            continue
        run = open_runs.setdefault(marker.kind, [])
        if marker.ordinal == 1 or not run or marker.ordinal != (reader.markers[run[-1]] or marker).ordinal + 1:
            _settle(reader, run, found)
            open_runs[marker.kind] = run = []
        run.append(index)
    for run in open_runs.values():
        _settle(reader, run, found)
    return found


def _settle(reader: _Reader, run: list[int], found: dict[int, str]) -> None:
    if len(run) < 2:
        return
    outer = any(reader.closes_before(index) for index in run[1:]) or reader.heads_before(run[0])
    name = "series_outside" if outer else "series_inside"
    found.update({index: name for index in run})


def _opening(reader: _Reader) -> set[int]:
    """Lines above the first running text, 主送 or ordinal: at the top, and below each date that stands alone."""
    found: set[int] = set()
    open_ = True
    for index, block in enumerate(reader.blocks):
        key = block.key
        if open_ and (reader.prose[index] or is_addressee(key) or reader.markers[index] or key.endswith((":", "。"))):
            open_ = False
        if open_:
            found.add(index)
        if is_date_only(key) or labels.ANNEX.match(key) or labels.POSTSCRIPT.match(key):
            open_ = True
    return found


def read_clues(blocks: tuple[Block, ...], raws: tuple[str, ...]) -> tuple[Clues, ...]:
    """The clues of every block; `raws` are the blocks' texts as printed."""
    return _Reader(blocks, raws).read()


def _is_prose(key: str) -> bool:
    """Running text: long, or a whole sentence of some length."""
    if is_table_row(key):
        return False
    if len(key) > 80:
        return "." * 6 not in key and "…" * 3 not in key and "··" not in key
    if len(key) < 120 and labels.FRAME.match(key):
        return False
    key = _LAST_BRACKET.sub("", key) or key
    commas = key.count(",") + key.count("。") + key.count(";") + key.count(":")
    return (len(key) >= 20 and commas >= 1 and key.rstrip(_CLOSERS)[-1:] in "。!?;:…") or (len(key) >= 40 and commas >= 2)


def is_table_row(key: str) -> bool:
    """Cells set apart by tabs, wide gaps or bars."""
    if key[0] == "|" or key.count("\t") >= 2:
        return True
    return "   " in key and sum(bool(cell.strip()) for cell in key.split("   ")) >= 3


def is_headline(key: str) -> bool:
    """Short, and no sentence that has ended or goes on."""
    bare = key.rstrip(_CLOSERS) or key
    return len(key) <= _LONG and bare[-1] not in "。;,、:…"


def is_masthead_fact(key: str) -> bool:
    """Whether the line carries a number, date, permit, classification or other fact that stands at the top of an issue."""
    if len(key) > 90:
        return False
    return bool(
        labels.ISSUE_NUMBER.search(key)
        or labels.PERMIT.search(key)
        or labels.CLASSIFICATION.match(key)
        or labels.URGENCY.match(key)
        or labels.COPY_NUMBER.match(key)
        or labels.SIGNATORY.search(key)
        or labels.SERIAL.match(key)
        or find_document_number(key)
        or ((date := find_date(key)) and (date.start == 0 or key[date.start - 1] in " (:|*") and (len(key) - date.end <= 6 or key[date.end : date.end + 2] == "  "))
    )


def is_date_only(key: str) -> bool:
    """Whether the line is a whole date and nothing else."""
    date = find_date(key) if len(key) < 40 else None
    return date is not None and date.end - date.start >= len(key.strip("() ")) - 1


def is_addressee(key: str) -> bool:
    """主送机关: a list of units or classes of units that ends in a colon."""
    if not key.endswith(":") or len(key) > 260 or "。" in key or ";" in key:
        return False
    parts = [p.replace(" ", "") for p in re.split(r"[、,]", key[:-1]) if p.strip()]
    good = sum(is_unit(p) or p.startswith("各") or p.endswith(_CLASSES) for p in parts)
    return bool(parts) and (parts[0].startswith("各") or is_unit(parts[0])) and 2 * good > len(parts)


_CLASSES = ("机构", "企业", "同志", "院校", "直辖市", "自治区", "单位", "人员")
