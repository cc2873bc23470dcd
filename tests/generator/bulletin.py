"""简报: masthead, contents, sections, distribution and colophon in one random layout."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from generator.body import body_rows
from generator.drafts import draw_parts
from generator.foot import draw_colophon, draw_distribution
from generator.head import contents_rows, draw_head
from generator.layout import draw_layout
from generator.noise import with_noise
from generator.rows import Row, paged
from generator.script import in_traditional
from generator.truth import Generated, Truth
from generator.words import Dice


def compose_bulletin(dice: Dice, *, encodings: bool = True, traditional: bool = False) -> Generated:
    """An issue of a bulletin with its truth."""
    layout = draw_layout(dice)
    head = draw_head(dice, layout)
    parts = draw_parts(dice, layout)
    sections = tuple(part.truth for part in parts)
    contents, entries = contents_rows(dice, layout, sections)
    distribution, recipients = draw_distribution(dice, layout)
    colophon, facts = draw_colophon(dice, layout)
    rule = [layout.rule] if layout.rule else [""]
    rows = [Row(line) for line in (*head.lines, *rule, *([""] if layout.rule else []))]
    rows += contents
    if contents:
        rows += [Row(line) for line in (*rule, "")]
    rows += body_rows(layout, parts)
    between = rule if dice.chance(30) else ([] if layout.rule else [""])
    foot = [*rule, *distribution, *(between if distribution else []), *colophon] if distribution or colophon else []
    rows += [Row("", "gap"), *(Row(line) for line in foot)]
    pages = replace(layout.page_break, running_head=head.running_head) if layout.page_break.running_head else layout.page_break
    text = "\n".join(paged(rows, layout.page_rows, pages))
    clean = Generated(text, Truth(head.truth, sections, tuple(entries), tuple(recipients), facts))
    return with_noise(dice, in_traditional(clean) if traditional else clean, encodings=encodings)


@st.composite
def bulletins(draw: Callable[[st.SearchStrategy[Any]], Any], *, encodings: bool = True, traditional: bool = False) -> Generated:
    """Issues of bulletins with their truth."""
    return compose_bulletin(Dice(draw), encodings=encodings, traditional=traditional)
