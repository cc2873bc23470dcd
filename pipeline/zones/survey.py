"""What has to be known of the whole bulletin before a single block can be judged."""

from collections.abc import Mapping
from functools import cached_property
from itertools import groupby, pairwise

from pipeline.lexicon import words
from pipeline.model.layout import CODE, Block
from pipeline.notation import labels
from pipeline.notation.frame import find_labels, is_frame_label, opens_with_frame_label
from pipeline.notation.ordinals import Marker, parse_marker
from pipeline.notation.pattern import Pattern
from pipeline.segment.attribution import LEAD, ROLE, UNIT_AND_PERSON, Credits, read_credits
from pipeline.segment.credit_places import LINK, SOURCE
from pipeline.zones.annex_lists import annex_lists
from pipeline.zones.annex_tables import annex_tables
from pipeline.zones.brief_columns import Look, brief_columns, names_briefs, page_heading, read_months
from pipeline.zones.contents_index import index_contents
from pipeline.zones.fields import NO_FIELDS, Field, read_fields, read_stamps
from pipeline.zones.forms import (
    BRACKETS,
    FIGURE,
    blank_cuts,
    is_addressee,
    is_bracketed,
    is_date_only,
    is_headline,
    is_prose,
    says,
)
from pipeline.zones.head import find_head
from pipeline.zones.inner_headings import counted_poems, feature_headings, inner_headings
from pipeline.zones.label_headings import label_headings
from pipeline.zones.meeting_facts import meeting_facts
from pipeline.zones.numbered_titles import numbered_titles
from pipeline.zones.one_level import one_level
from pipeline.zones.part_labels import part_labels
from pipeline.zones.rows import list_rows, repeated_fields
from pipeline.zones.series import read_series
from pipeline.zones.signs import bracket_levels, dashed_items, emphasis_levels, outer_ordinals, outer_signs
from pipeline.zones.stems import is_column_word, stem
from pipeline.zones.tails import CLOSES, read_tails
from pipeline.zones.topic_headings import Headings, inner_topics, topic_headings
from pipeline.zones.verse import verse_lines

_LABEL_COLUMNS = 24
"""Markdown headings of this median width or more are headlines, below it labels of sections."""
_CENTRED = 2
_SPACED, _SUBHEADS = 2, 2
"""Titles with space above from which all have it; headings inside an item without space for each of them, at most."""
_RUN_IN = 2
_ROW_OF_LABELS = 2
_COLUMNS, _LIST = 2, 3
_LONGEST_COLUMN = 6
"""Characters of a section's name that nothing but its last word tells."""
_VALUE = Pattern(r"[^,。:]{2,14}:[^,。:]{1,14}$", needs=":")
_COLON_TITLE = Pattern(r"[^,。;:!?]{8,36}:(?=.)", needs=":")
_NO_VERSE = frozenset("(附|")
"""Characters with which brackets, annexes and rows of tables begin."""


class Survey:
    """One bulletin's blocks, and what each look over all of them has found; every list is by block."""

    def __init__(self, blocks: tuple[Block, ...], raws: tuple[str, ...], fields: Mapping[int, Field] = NO_FIELDS) -> None:
        self.blocks = blocks
        self.keys = [block.key for block in blocks]
        self.markers = [_marker(block, raw) for block, raw in zip(blocks, raws, strict=True)]
        self.prose = [block.markup <= 0 and is_prose(block.key) for block in blocks]
        self.last_prose = max((index for index, prose in enumerate(self.prose) if prose), default=-1)
        self.sentences = [prose or key[-1] in "。!?)" for key, prose in zip(self.keys, self.prose, strict=True)]
        self.dated = [is_date_only(key) for key in self.keys]
        self.stems = tuple("" if prose else stem(key) for key, prose in zip(self.keys, self.prose, strict=True))
        self.fields = dict(fields) or read_fields(self.keys) | read_stamps(self.keys, self.dated, self.prose)
        self.contents = index_contents(blocks, self.stems)
        self.credits = [None if prose else _credits(block) for block, prose in zip(blocks, self.prose, strict=True)]
        self.tails = read_tails(blocks, self.prose)
        self.sourced = [SOURCE.search(key) is not None or (key[-1] != "。" and LINK.search(key) is not None) for key in self.keys]
        self.meeting_facts, self.annex_lists = meeting_facts(self.keys, self.prose), annex_lists(blocks, self.markers, self.prose)
        self.front_matter, self.masthead_end, self.head_end = find_head(blocks, self.prose, self.markers, self.contents, self.meeting_facts)
        self.text_start = max(self.masthead_end, 0 if self.contents.at_foot else self.contents.end)
        self.runs_in = self._runs_in()
        self.heading_levels = self._heading_levels()
        self.levels = one_level(self.keys, self.markers, self.masthead_end) if len(self.heading_levels) == 1 else {}
        self.centres_titles = self._centres_titles()
        self.recipients = self._hanging_recipients()
        self.rows = list_rows(blocks, self.prose) | repeated_fields(self.keys, self.text_start) | annex_tables(blocks, self.prose)
        self.spacings = [self._spacing(index) for index in range(len(blocks))]
        self.spaces_titles = self._spaces_titles()
        self.lone_unit = self._lone_unit()
        self.topics = topic_headings(headings := Headings(blocks, self.stems, self.sentences, self.markers, self._signs(), self.text_start))
        self.series = read_series(self.markers, self._heads, self.closes)
        self.series |= dict.fromkeys(self.topics & self.series.keys(), "series_outside")
        self.outer_signs = outer_signs(self.markers, self.stems, self.text_start)
        self.outer_ordinals = outer_ordinals(self.keys, self.markers, self.series, self.stems)
        self.label_headings = set() if self.heading_levels else label_headings(blocks, self.stems, self.text_start)
        self.heading_forms = self._heading_forms() | dict.fromkeys(inner_topics(headings, self.topics), "topic_inside")
        look = Look(blocks, self.stems, self.prose, self.sentences, self.markers, self.credits, self.series, self.text_start)
        self.poems = counted_poems(blocks, self.stems, self.prose, self.text_start)
        self.inner_headings = self._inner_headings()
        self.page_heading = page_heading(look, self.label_headings)
        self.months = read_months(look)
        self.brief_column = brief_columns(look, self.months) | self._signed_rows()
        self.points = self._points()
        said = [text or key[-1] in "。!?" or bool(tail) for text, key, tail in zip(self.prose, self.keys, self.tails, strict=True)]
        self.dashed = dashed_items(self.markers, [holds and says(key) for holds, key in zip(said, self.keys, strict=True)], self._heads_list)
        self.signs_titles = any(self._is_signed(index) for index in range(self.masthead_end + 1, len(self.blocks) - 1))
        self.parted_bullets = self._parted_bullets()
        self.colon_titles = self._colon_titles()
        self.opening = self._opening()
        signed = [credit is not None and any(row.person for row in credit.rows) for credit in self.credits]
        self.verse = verse_lines(blocks, self._may_be_verse(), signed, self.text_start).union(*self.poems.values())

    def closes(self, index: int) -> bool:
        """Whether the block ends in an attribution or is one."""
        tail = self.tails[index]
        signs = self.credits[index] is not None and not self.markers[index] and index not in self.rows and not self.announces(index - 1)
        return signs or self.sourced[index] or (tail is not None and tail[1].weight > CLOSES)

    def announces(self, index: int) -> bool:
        """Whether the block is a numbered heading, whose names stand right below: 一、先进集体."""
        return index >= 0 and self.markers[index] is not None and not self.prose[index] and is_headline(self.keys[index])

    def _parted_bullets(self) -> set[int]:
        """Paragraphs behind a sign that are the first of their texts: space stands above each of them and above no other, or who reports is named."""
        texts = [index for index in range(self.text_start, len(self.blocks)) if self.sentences[index]]
        signed = {index: marker.length for index in texts if (marker := self.markers[index]) and marker.kind == "bullet"}
        first = {index for index in texts if self.blocks[index].gap or self.blocks[index].rule_above}
        if len(first) > 1 and first == set(signed) != set(texts):
            return first
        return {index for index, length in signed.items() if LEAD.match(self.keys[index], length)}

    def _runs_in(self) -> bool:
        """Whether titles of this bulletin run into their paragraphs."""
        texts = [key for key, prose in zip(self.keys, self.prose, strict=True) if prose]
        cuts = [(key, blank_cuts(key)) for key in texts]
        wide = sum(any(key.startswith("  ", at) for at, _ in found) for key, found in cuts)
        sure = sum(any(opens for _, opens in found) for _, found in cuts)
        return sure >= _RUN_IN or sum(self.prose[i] for i in self.contents.listed) >= _RUN_IN or (wide > _RUN_IN and 2 * wide > len(texts))

    def _centres_titles(self) -> bool:
        """Whether headlines above running text are centred, more than once."""
        above = [i for i in range(self.masthead_end, len(self.blocks) - 1) if not self.prose[i] and (self.prose[i + 1] or self.credits[i + 1])]
        return sum(self.blocks[i].align == "center" for i in above) >= _CENTRED

    def _lone_unit(self) -> int:
        """A unit's name below space and right above a headline over running text, the only such one: no section, as several would be.

        -1 for none.
        """
        found = [
            index
            for index in range(self.text_start, len(self.blocks) - 2)
            if (credit := self.credits[index]) and len(credit.rows) == 1 and credit.rows[0].organization == self.keys[index].replace(" ", "")
            and (self.blocks[index].gap or self.blocks[index].rule_above) and not self.blocks[index + 1].gap
            and is_headline(self.keys[index + 1]) and "," not in self.keys[index + 1] and not self.credits[index + 1] and self.prose[index + 2]
        ]  # fmt: skip
        return found[0] if len(found) == 1 else -1

    def _spaces_titles(self) -> bool:
        """Whether space stands above headlines below a text, more than once, and above all that a byline or the contents shows to be titles."""
        spaced = unspaced = 0
        for index in range(self.text_start, len(self.blocks) - 1):
            titled = index in self.contents.listed or not self.prose[index + 1]
            spacing = self.spacings[index]
            if spacing == "unspaced" and (titled or self.closes(index - 1)):
                return False
            unspaced += spacing == "unspaced"
            spaced += spacing == "spaced" and (titled or self.ends_text(index - 1))
        return spaced >= _SPACED and spaced * _SUBHEADS >= unspaced

    def spacing_of(self, index: int) -> str | None:
        """The entry of `spacings`, and of a numbered heading inside an item whether it stands without space between two paragraphs."""
        inside = self.series.get(index) == "series_inside" and self.prose[index - 1] and any(self.prose[index + 1 : index + 2])
        return self.spacings[index] or ("unspaced" if inside and not self.blocks[index].gap and is_headline(self.keys[index]) else None)

    def _spacing(self, index: int) -> str | None:
        """Whether space stands above a headline, without ordinal or brackets, right above running text, a ——subtitle or a name that does.

        None for other blocks, at the top of a page or column, and for a headline without space that stands below no text.
        """
        key, block, below = self.keys[index], self.blocks[index], index + 1
        if self.prose[index] or self.markers[index] or not is_headline(key) or key[0] == "(" or is_bracketed(key) or below == len(self.blocks):
            return None
        if not (self.prose[below] or self.keys[below].startswith("——") or (self.credits[below] and any(self.prose[below + 1 : below + 2]))):
            return None
        above = self.blocks[index - 1]
        if block.page != above.page or block.start < above.start:
            return None
        if block.gap or block.rule_above:
            return "spaced"
        return "unspaced" if self.ends_text(index - 1) else None

    def ends_text(self, index: int) -> bool:
        """Whether the block is running text or closes an item."""
        return self.prose[index] or self.closes(index)

    def _heading_levels(self) -> dict[int, str]:
        """Markdown heading levels that occur more than once or above another, and what they are: sections, titles, headings inside items.

        One level of long headings is titles without sections.
        """
        widths: dict[int, list[int]] = {}
        for marker, name in zip(self.markers, self.stems, strict=True):
            if marker and marker.kind == "markdown":
                widths.setdefault(marker.ordinal, []).append(len(name.encode("gbk", "replace")))
        levels = sorted({level for level, found in widths.items() if len(found) > 1} | (self._lone_levels() if widths else set()))
        if len(levels) == 1 and sorted(widths[levels[0]])[len(widths[levels[0]]) // 2] >= _LABEL_COLUMNS:
            return {levels[0]: "markdown_title"}
        names = ("markdown_section", "markdown_title", "markdown_inner")
        return {level: names[min(2, rank)] for rank, level in enumerate(levels)}

    def heading_level(self, index: int) -> str | None:
        """What a Markdown heading is by its level, or by what stands below it; None for one of a level of its own."""
        marker = self.markers[index]
        name = self.heading_levels.get(marker.ordinal) if marker and marker.kind == "markdown" else None
        return self.levels.get(index, name) if name else None

    def _heading_forms(self) -> dict[int, str]:
        """What the form of a heading says of its level: brackets, one word as all others, bold type, numbers below marked sections."""
        found = bracket_levels(self.keys, self.markers, self.stems, self._no_headings())
        found |= dict.fromkeys(self.label_headings, "label_heading") | dict.fromkeys(self.topics, "topic_heading")
        if not self.heading_levels:
            return found | emphasis_levels(self.blocks, self.stems, self._no_headings())
        sections = [self.heading_level(index) == "markdown_section" for index in range(len(self.blocks))]
        numbered = numbered_titles(self.keys, self.markers, sections) if len(self.heading_levels) == 1 else set()
        return found | dict.fromkeys(numbered, "numbered_title")

    def _lone_levels(self) -> set[int]:
        """Levels of headings below the head right above a deeper one: the one section of an issue."""
        pairs = pairwise(self.markers[self.text_start :] if self.text_start else [])
        marked = ((above, below) for above, below in pairs if above and below and above.kind == below.kind == "markdown")
        return {above.ordinal for above, below in marked if above.ordinal < below.ordinal}

    @property
    def is_markdown(self) -> bool:
        """Whether headings are marked with #, so that a line without is none."""
        return bool(self.heading_levels)

    def _signed_rows(self) -> set[int]:
        """Paragraphs numbered one below the other, outside of any item, at least half of which name who sent them in."""
        numbered = [self.series.get(i) == "series_outside" and prose for i, prose in enumerate(self.prose)]
        runs = [list(run) for outside, run in groupby(range(len(numbered)), numbered.__getitem__) if outside]
        return {index for run in runs if len(run) >= _LIST and 2 * sum(map(self.closes, run)) >= len(run) for index in run}

    def _may_be_verse(self) -> list[bool]:
        """Whether each block is no running text, number, date, label, table, heading in brackets or entry of the contents."""
        other = _NO_VERSE | BRACKETS.keys()
        return [
            not prose and marker is None and ":" not in key and "  " not in key and key[0] not in other and key[-1] != "日"
            and index not in self.contents.listed
            for index, (prose, marker, key) in enumerate(zip(self.prose, self.markers, self.keys, strict=True))
        ]

    def _is_signed(self, index: int) -> bool:
        """Whether a person's name, or one with a role, stands between a headline and text."""
        credit = self.credits[index]
        named = credit is not None and (credit.weight == ROLE or all(row.person for row in credit.rows))
        return named and not self.prose[index - 1] and not self.credits[index - 1] and self.sentences[index + 1] and self.keys[index][0] != "("

    def _points(self) -> set[int]:
        """Bulleted lines that a colon above announces, that end in semicolons, or are each a label and a value: points of one text, no items."""
        bulleted = [marker is not None and marker.kind == "bullet" for marker in self.markers]
        valued = [bullet and _VALUE.match(key) is not None for bullet, key in zip(bulleted, self.keys, strict=True)]
        runs = [list(run) for is_value, run in groupby(range(len(valued)), valued.__getitem__) if is_value]
        found = {index for run in runs if len(run) >= _LIST for index in run}
        for index, marker in enumerate(self.markers):
            if marker and marker.kind == "bullet" and index:
                announced = self.keys[index - 1][-1] == ":" or index - 1 in found
                found |= {index} if announced or self.keys[index][-1] == ";" else set()
        return found

    @cached_property
    def part_labels(self) -> set[int]:
        """Paragraphs that a word in brackets opens which is no title."""
        return part_labels(self.blocks, self.prose, self.closes, self.text_start)

    def _inner_headings(self) -> set[int]:
        """Headings inside a text: that the contents does not list, that space sets off from the one title, or that a title counts."""
        listed = inner_headings(self.blocks, self.markers, self.prose, self.contents.listed, self.closes)
        below = range(self.text_start, len(self.blocks))
        return listed | self.poems.keys() | feature_headings(self.spacing_of, below, self.prose, self.stems, self.closes)

    def _heads_list(self, index: int) -> bool:
        """Whether the block is a section by its brackets, its name or its level in Markdown, or closes an item with space below."""
        name = self.stems[index]
        level = self.heading_level(index) == "markdown_section"
        ended = self.closes(index) and self.blocks[index + 1].gap > 0
        return level or ended or names_briefs(name) or self.heading_forms.get(index) == "bracket_label"

    def _colon_titles(self) -> dict[int, int]:
        """Paragraphs numbered right from the head or a section on that each begin with a headline and a colon, and how long it is."""
        numbered = [i for i, name in self.series.items() if name == "series_outside" and self.prose[i]]
        found = {i: opened.end() for i in numbered if (opened := _COLON_TITLE.match(self.keys[i]))}
        return found if len(found) == len(numbered) >= _COLUMNS else {}

    def _no_headings(self) -> set[int]:
        """Blocks of the head and the contents, and those that name who sent an item in: set right, or a unit and a person."""
        signed = {i for i, credit in enumerate(self.credits) if credit and (credit.weight >= UNIT_AND_PERSON or self.blocks[i].align == "right")}
        return signed | set(self.fields) | set(range(self.text_start))

    def _signs(self) -> set[int]:
        """Blocks that name a person, or a unit at the margin, captions, and those of the foot: no headings."""
        named = {i for i, credit in enumerate(self.credits) if credit and (any(row.person for row in credit.rows) or self.blocks[i].align == "right")}
        return named | self.rows | {i for i, key in enumerate(self.keys) if FIGURE.match(key) or (not self.prose[i] and opens_with_frame_label(key))}

    def _hanging_recipients(self) -> set[int]:
        """Recipients on lines of their own, set in under the 报： of the line above."""
        found: set[int] = set()
        for index in range(1, len(self.blocks)):
            block, key = self.blocks[index], self.keys[index]
            if block.gap or block.rule_above or block.align == "flush" or ":" in key:
                continue
            below = index - 1 in found or labels.RELATION.match(self.keys[index - 1])
            closed = not below or self.keys[index - 1].endswith("。") or labels.PRINT_RUN.search(key) or labels.PRINTED.search(key)
            if not closed:
                found.add(index)
        return found

    def _heads(self, index: int) -> bool:
        """Whether the block belongs to the head or the contents, closes an item or is a section heading."""
        if index < self.masthead_end or self.contents.start <= index < self.contents.end:
            return True
        if self.closes(index):
            return not self._is_below_title(index)
        marker = self.markers[index]
        if index in self.topics:
            return marker is None
        if marker and marker.kind == "formal" and not self.prose[index]:
            return True
        return not self.prose[index] and (is_bracketed(self.keys[index]) or is_column_word(self.stems[index], longest=_LONGEST_COLUMN))

    def _is_below_title(self, index: int) -> bool:
        """Whether a headline, no section, stands above, so that who is named here wrote what follows."""
        above = index - 1
        title = above >= self.text_start and not self.prose[above] and not self.markers[above] and is_headline(self.keys[above])
        return title and len(self.stems[above]) > _LONGEST_COLUMN and not self.closes(above)

    def _opening(self) -> set[int]:
        """Lines above the first running text, 主送 or ordinal: at the top, and below each date that stands alone."""
        found: set[int] = set()
        is_open = True
        for index, key in enumerate(self.keys):
            opens = self.dated[index] or labels.ANNEX.match(key) is not None or labels.POSTSCRIPT.match(key) is not None
            if not (is_open or opens) or labels.METADATA.match(key) or opens_with_frame_label(key):
                continue
            is_open = is_open and not (self.prose[index] or self.markers[index] or key.endswith((":", "。")) or is_addressee(key))
            if is_open:
                found.add(index)
            is_open = is_open or opens
        return found


def _credits(block: Block) -> Credits | None:
    """Who sent an item in, unless the line names the editors too: 主编:佟欣 摄影:黎阳 电话:4228 is a row of the foot."""
    found = read_credits(block.key, block.seams)
    if not found or block.key.count(":") < _ROW_OF_LABELS:
        return found
    foot = [label for label in find_labels(block.key) if is_frame_label(label.text) and label.text not in words("credit_roles")]
    return None if len(foot) >= _ROW_OF_LABELS else found


def _marker(block: Block, raw: str) -> Marker | None:
    if block.markup == CODE:
        return None
    marker = parse_marker(block.key, raw)
    underlined = block.markup > 0 and (marker is None or marker.kind != "markdown")
    return Marker("markdown", "", block.markup, 0) if underlined else marker
