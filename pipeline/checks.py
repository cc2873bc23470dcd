"""Document → warnings: what the source does not keep, and what the reader is not sure of. docs/warnings.md says what each code means."""

import re
from collections.abc import Iterator
from itertools import groupby

from pipeline.model.document import Document, DocumentWarning
from pipeline.model.item import Attribution, Item, OutlineEntry
from pipeline.normalize import fold
from pipeline.notation.numerals import parse_numeral
from pipeline.notation.pattern import Pattern
from pipeline.offsets import source_offset

_THING = (
    "方面|项(?:工作|任务|内容|举措|措施|要求|重点)|点(?:意见|建议|要求|体会|希望)|条(?:意见|建议|措施|举措)"
    "|大(?:任务|举措|工程|行动|重点)|件(?:事|实事)|个(?:问题|环节|重点|阶段|步骤)"
)
_ANNOUNCED = Pattern(rf"(?<![\d第])(?P<n>\d{{1,3}})个?(?P<thing>{_THING})", numerals=True)
_LIST_START = Pattern(r"包括了?|分别是|分别为|主要有|涵盖了?|涉及|就|围绕|[:。;]")
_CUT = Pattern(r"\n\s*\n|\f", needs="\n\f")
_CLOSING = Pattern(r"\s*[)）]")
_CONTROL = Pattern(r"[\x00-\x08\x0e-\x1f\x7f]")
_NO_WORD = Pattern(r"[\W_]+")
_CLOSE_COUNT = 0.75
"""A list of at least this share of the announced number means to be complete; 等 after fewer means et cetera."""


def check(document: Document, reading: tuple[DocumentWarning, ...] = ()) -> tuple[DocumentWarning, ...]:
    """All warnings of a document, in the order of the source; `reading` are those that its reader gave."""
    found = [*reading, *_source(document), *_style(document), *_contents(document), *_counts(document), *_broken(document), *_unassigned(document)]
    return tuple(sorted(found, key=lambda w: -1 if w.source_start is None else w.source_start))


def _source(document: Document) -> Iterator[DocumentWarning]:
    errors = len(document.source.decode_errors)
    if not document.text.strip():
        yield DocumentWarning("empty_source", "the source holds no text")
    if errors:
        first = document.text.find("\ufffd")
        encoding = document.source.encoding
        message = (
            f"1 byte could not be decoded as {encoding}; it stands as U+FFFD"
            if errors == 1
            else f"{errors} bytes could not be decoded as {encoding}; each stands as U+FFFD"
        )
        yield DocumentWarning("decode_errors", message, None, first, first + 1)
    controls = _CONTROL.search(document.text)
    if controls:
        yield DocumentWarning("control_characters", "the text holds control characters such as NUL", None, *controls.span())


def _style(document: Document) -> Iterator[DocumentWarning]:
    if document.style == "plain":
        yield DocumentWarning("style_unknown", "neither a bulletin nor a 公文 was recognised; the text is one item")
    elif document.style == "jianbao":
        missing = [name for name in ("title", "date", "issuer") if getattr(document.masthead, name) is None]
        if document.masthead.issue_number is None and document.masthead.cumulative_number is None:
            missing.append("issue_number")
        if missing:
            yield DocumentWarning("masthead_incomplete", f"the masthead shows no {', '.join(missing)}")
    if not any(section.items for section in document.sections) and document.text.strip():
        yield DocumentWarning("no_items", "no item was found")


def _contents(document: Document) -> Iterator[DocumentWarning]:
    items = [item for section in document.sections for item in section.items]
    order = {item.id: number for number, item in enumerate(items)}
    headings = {_bare(section.title) for section in document.sections}
    furthest = -1
    for row in document.contents:
        place = (row.item_id, row.source_start, row.source_end)
        if row.title is None:
            if _bare(row.section) not in headings:
                yield DocumentWarning("contents_missing", f"section {row.section} is listed in the contents and not found in the text", *place)
        elif row.match == "none":
            yield DocumentWarning("contents_missing", f"{row.title} is listed in the contents and not found in the text", *place)
        elif row.match == "fuzzy":
            yield DocumentWarning("contents_reworded", f"{row.title} reads differently in the text", *place)
        position = order.get(row.item_id or "", furthest)
        if position < furthest:
            yield DocumentWarning("contents_order", f"{row.title} stands elsewhere in the text than in the contents", *place)
        furthest = max(furthest, position)
    yield from _extra(document)


def _extra(document: Document) -> Iterator[DocumentWarning]:
    listed = {row.item_id for row in document.contents}
    whole = {_bare(row.section) for row in document.contents if row.title is None}
    if not any(row.title for row in document.contents):
        return
    for section in document.sections:
        for item in section.items if _bare(section.title) not in whole else ():
            if item.title and item.kind == "article" and item.id not in listed:
                yield DocumentWarning("contents_extra", f"{item.title} is not listed in the contents", item.id, item.title_start, item.title_end)


def _bare(title: str | None) -> str:
    return _NO_WORD.sub("", fold(title or ""))


def _counts(document: Document) -> Iterator[DocumentWarning]:
    for section in document.sections:
        for item in section.items:
            folded = fold(item.text)
            for found in _ANNOUNCED.finditer(folded):
                announced = parse_numeral(folded[slice(*found.span("n"))])
                if not announced or announced > 40:
                    continue
                counted = _listed_before(folded, found) or _points_after(folded, found, item.outline)
                if counted and counted != announced:
                    start, end = _source_place(item, found.start(), found.end())
                    message = f"the text announces {item.text[found.start() : found.end()]} and lists {counted}"
                    yield DocumentWarning("count_mismatch", message, item.id, start, end)


def _listed_before(text: str, found: re.Match[str]) -> int | None:
    """Parts of a list A、B、C等13个方面, where the list means to be complete."""
    if text[found.start() - 1 : found.start()] != "等":
        return None
    sentence = text[max(0, found.start() - 600) : found.start() - 1]
    starts = [m.end() for m in _LIST_START.finditer(sentence)]
    parts = sentence[starts[-1] if starts else 0 :].count("、") + 1
    announced = parse_numeral(text[slice(*found.span("n"))]) or 0
    return parts if parts >= 4 and parts >= _CLOSE_COUNT * announced else None


def _points_after(text: str, found: re.Match[str], outline: tuple[OutlineEntry, ...]) -> int | None:
    """Points 一是… 二是… (or 一、 二、) that begin right after the sentence."""
    stop = next((at for at in range(found.end(), min(len(text), found.end() + 30)) if text[at] in "。:\n"), None)
    if stop is None:
        return None
    begin = next((i for i, entry in enumerate(outline) if stop < entry.start <= stop + 2), None)
    if begin is None:
        return None
    count = 0
    for entry in outline[begin:]:
        if entry.level < outline[begin].level:
            break
        if entry.level == outline[begin].level:
            if entry.ordinal != count + 1:
                break
            count += 1
    return count


def _source_place(item: Item, start: int, end: int) -> tuple[int | None, int | None]:
    places = [place for offset in (start, end - 1) if (place := source_offset(item, offset)) is not None]
    return (min(places), max(places) + 1) if places else (None, None)  # what goes on in a next column may go back


def _broken(document: Document) -> Iterator[DocumentWarning]:
    for section in document.sections:
        for item in section.items:
            for text, rows in groupby(item.attributions, lambda row: row.text):
                start, end = _extent(document.text, tuple(rows))
                if _CUT.search(document.text, start, end):
                    yield DocumentWarning("attribution_broken", f"the attribution {text} is cut by a page end or blank line", item.id, start, end)


def _extent(text: str, rows: tuple[Attribution, ...]) -> tuple[int, int]:
    """From the first name to the bracket that closes the attribution; without one, to the last name."""
    start, end = rows[0].source_start, rows[-1].source_end
    closing = _CLOSING.match(text, end)
    return start, closing.end() if closing else end


def _unassigned(document: Document) -> Iterator[DocumentWarning]:
    for run in document.ledger:
        if run.role == "unassigned":
            opening = document.text[run.start : run.start + 20]
            yield DocumentWarning("unassigned_text", f"{run.end - run.start} characters belong to no part: {opening}", None, run.start, run.end)
