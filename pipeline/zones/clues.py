"""What can be seen of each block, as clues for evidence.py."""

from collections.abc import Mapping

from pipeline.model.layout import Block
from pipeline.model.record import Struct
from pipeline.notation import labels
from pipeline.zones.credit_clues import credit_clues
from pipeline.zones.fields import NO_FIELDS, Field
from pipeline.zones.forms import BRACKETS, blank_cuts
from pipeline.zones.frame_clues import contents_clues, frame_clues
from pipeline.zones.heading_clues import SAID, marker_clues, word_clues
from pipeline.zones.setting_clues import setting_clues
from pipeline.zones.survey import Survey


class Clues(Struct):
    """One block's clues, by name, and what was found on the way."""

    names: tuple[str, ...]
    title_length: int
    """Characters of the block that are a title running into its paragraph, 0 for none."""
    tail_start: int
    """Where the attribution that ends the block begins, -1 for none."""
    tail_weight: float
    look: tuple[object, ...]
    """What the block looks like; blocks that look alike tend to have one role. Empty for running text."""
    label_length: int = 0
    """Characters of a field's label before what the block holds."""


def read_clues(blocks: tuple[Block, ...], raws: tuple[str, ...], fields: Mapping[int, Field] = NO_FIELDS) -> tuple[Clues, ...]:
    """The clues of every block of an issue; `raws` are the first characters of the blocks as printed, `fields` those of a record."""
    survey = Survey(blocks, raws, fields)
    return tuple(_clues(survey, index) for index in range(len(blocks)))


def _clues(survey: Survey, index: int) -> Clues:
    if field := survey.fields.get(index):
        return Clues((field.clue,), 0, -1, 0.0, (), field.label_length)
    names = [
        "prior",
        *setting_clues(survey, index),
        *word_clues(survey, index),
        *marker_clues(survey, index),
        *contents_clues(survey, index),
        *frame_clues(survey, index),
        *credit_clues(survey, index),
    ]
    title_length, clue = _run_in(survey, index)
    tail = None if "caption" in names or "credit_between" in names else survey.tails[index]  # a byline opens a text
    return Clues(
        tuple([*names, clue] if clue else names),
        title_length,
        tail[0] if tail else -1,
        tail[1].weight if tail else float(survey.sourced[index]),
        () if survey.prose[index] else _look(survey, index),
    )


def _look(survey: Survey, index: int) -> tuple[object, ...]:
    block, marker = survey.blocks[index], survey.markers[index]
    key = block.key
    kind = marker.text if marker and marker.kind in ("bullet", "markdown") else marker.kind if marker else ""
    indent = block.indent // 2 if block.align in ("flush", "indented") else -1
    apart = block.gap > 0 or block.rule_above
    return block.align, indent, apart, kind, key[0] if key[0] in BRACKETS else "", key[-1] in "。;,", ":" in key[:8], key[-1] in "?!"


def _run_in(survey: Survey, index: int) -> tuple[int, str | None]:
    """How much of a paragraph may be a title that runs into it, and the clue that says so."""
    key, marker = survey.keys[index], survey.markers[index]
    if not survey.prose[index] or index < survey.masthead_end:
        return 0, None
    if listed := survey.contents.listed.get(index):
        return listed.length, None
    if found := _signed_run_in(survey, index):
        return found
    if marker and marker.kind in ("dash", "point", "article", "chapter", "markdown"):
        return 0, None
    return (0, None) if survey.is_markdown else _run_in_at_blank(key, runs_in=survey.runs_in)


def _signed_run_in(survey: Survey, index: int) -> tuple[int, str] | None:
    """A title in brackets, 更正 and the like, or one behind an ordinal and before a colon."""
    key = survey.keys[index]
    if key[0] == "【" and 2 <= key.find("】") <= 45 and not labels.NOTE.match(key) and index not in survey.part_labels:
        return key.find("】") + 1, "bracket_run_in"
    if (notice := labels.NOTICE.match(key)) and _stands_by_itself(survey, index):
        return notice.end(), "notice_run_in"
    length = survey.colon_titles.get(index)
    return (length, "numbered_run_in") if length else None


def _stands_by_itself(survey: Survey, index: int) -> bool:
    """Whether the text above has come to its end, or a heading stands there."""
    return survey.keys[index - 1][-1] in SAID + ")" or survey.closes(index - 1) or survey.blocks[index].gap > 0 or not survey.prose[index - 1]


def _run_in_at_blank(key: str, *, runs_in: bool) -> tuple[int, str | None]:
    """A title before a blank: where the text opens as texts do, or where other titles of the bulletin run in."""
    cuts = blank_cuts(key)
    sure = [cut for cut, opens in cuts if opens]
    if sure:
        return sure[0], "maybe_run_in"
    if not cuts or not runs_in:
        return 0, None
    return cuts[0][0], "maybe_run_in" if key.startswith("  ", cuts[0][0]) else "weak_run_in"
