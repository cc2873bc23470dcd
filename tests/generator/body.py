"""Sections and items as they are printed."""

from dataclasses import replace

from generator.drafts import Draft, Part
from generator.head import section_heading
from generator.layout import Layout
from generator.rows import Row, columns, padded, paragraph_rows


def body_rows(layout: Layout, parts: tuple[Part, ...]) -> list[Row]:
    """Everything between the contents and the distribution."""
    rows: list[Row] = []
    order = 0
    for part in parts:
        if part.title:
            order += 1
            heading = section_heading(layout, part.title, order)
            rows += [Row("", "gap"), Row(padded(heading, layout.columns, layout.space, "centre") if layout.section_centred else heading), Row("")]
        fresh = True
        for draft in part.drafts:
            rows += _item_rows(layout, draft, first=fresh)
            fresh = False
    return rows


def _item_rows(layout: Layout, draft: Draft, *, first: bool) -> list[Row]:
    item, gap = draft.truth, layout.paragraph_gap
    if item.kind == "editor_note":
        return paragraph_rows(draft.label + item.paragraphs[0], layout.indent, layout.width, gap=True)
    if item.kind == "brief":
        text = layout.bullet + item.paragraphs[0] + (f"（{draft.credit}）" if draft.credit else "")
        return paragraph_rows(text, layout.indent, layout.width, gap=gap)
    paragraphs = list(item.paragraphs)
    if draft.credit and layout.credit in ("tail", "supplied", "labelled_tail"):
        paragraphs[-1] += f"（{'供稿：' if layout.credit == 'labelled_tail' else ''}{draft.credit}）"
    rows = [] if first else [Row("", "gap")]
    head = 0
    if layout.title == "run_in":
        head = len(item.title or "") + len(layout.blank)
        paragraphs[0] = (item.title or "") + layout.blank + paragraphs[0]
    else:
        rows += [Row(line) for line in _title_lines(layout, draft)]
        if layout.credit == "byline" and draft.credit:
            rows.append(Row(padded(draft.credit, layout.columns, layout.space, "centre")))
    for at, text in enumerate(paragraphs):
        spaced = gap if at else (layout.title_gap if layout.title != "run_in" else False)
        more = paragraph_rows(text, layout.indent, layout.width, gap=gap or spaced, head=head if not at else 0)
        rows += [replace(row, cut="no") if row.cut == "gap" else row for row in more] if not at else more
    return rows + _credit_rows(layout, draft.credit)


def _title_lines(layout: Layout, draft: Draft) -> list[str]:
    if layout.title == "centre":
        return [padded(line, layout.columns, layout.space, "centre") for line in draft.title_lines]
    number = draft.truth.number or ""
    mark = {"number": layout.title_number.replace("{一}", "{}").format(number), "star": "★"}.get(layout.title, "")
    return [mark + draft.title_lines[0], *draft.title_lines[1:]]


def _credit_rows(layout: Layout, credit: str) -> list[Row]:
    if not credit or layout.credit not in ("right", "line", "label"):
        return []
    gap = [Row("")] if layout.paragraph_gap else []
    if layout.credit == "right" and columns(credit) + 8 < layout.columns:
        return [*gap, Row(padded(f"（{credit}）", layout.columns, layout.space, "right"))]
    text = f"供稿：{credit}" if layout.credit == "label" else f"（{credit}）"
    return gap + [replace(row, cut="no") for row in paragraph_rows(text, layout.indent, layout.width)]
