"""Physical 0: the characters cut into printed lines, each with its place between the margins."""

from collections.abc import Iterator

from pipeline.model.layout import Line, Span

_RULE = frozenset("-—―─━═=_*＊﹡~～﹏‐–﹣·.+…┄┅┈┉▬■□◆◇★☆※┌┐└┘├┤┬┴┼")
_SHORT_RULE = frozenset("-*＊_=")
"""Three of these are a rule too, in Markdown."""
_BOX = "|│┃║"
_TAB = 4


def split_lines(text: str, folded: str) -> tuple[tuple[Line, ...], tuple[Span, ...]]:
    """The lines with something on them, and the printed rules between them; `folded` is `text` folded."""
    lines: list[Line] = []
    rules: list[Span] = []
    gap = page = 0
    rule_above = False
    for start, end, form_feed in _spans(text):
        key = folded[start:end].strip()
        if not key:
            gap += 1
        elif is_rule(key):
            rules.append(_content(folded, start, end))
            rule_above = True
        else:
            span = _content(folded, start, end)
            lines.append(Line(*span, folded[span.start : span.end], *_edges(text, start, span), gap, page, rule_above))
            gap, rule_above = 0, False
        page += form_feed
    return tuple(lines), tuple(rules)


def _spans(text: str) -> Iterator[tuple[int, int, bool]]:
    """Start, end and whether a form feed ends it, for each line."""
    start = 0
    for line in text.splitlines(keepends=True):
        yield start, start + len(line), line[-1] == "\f"
        start += len(line)


def is_rule(key: str) -> bool:
    """Whether the line is a printed rule: ━━━━, ———, ＊＊＊＊, =====."""
    squeezed = key.replace(" ", "")
    if len(squeezed) < 3 or squeezed[0] not in _RULE:
        return False
    signs = set(squeezed)
    return (len(signs) <= 4 and signs <= _RULE) if len(squeezed) >= 5 else (len(signs) == 1 and signs <= _SHORT_RULE)


def _content(folded: str, start: int, end: int) -> Span:
    raw = folded[start:end]
    left, right = len(raw) - len(raw.lstrip()), len(raw.rstrip())
    if right - left > 2 and raw[left] in _BOX and raw[right - 1] in _BOX:
        inner = raw[left + 1 : right - 1]
        if any(bar in inner for bar in _BOX):
            return Span(start + left, start + right)  # a row of a table, not the side of a box
        right = left + 1 + len(inner.rstrip())
        left += 1 + len(inner) - len(inner.lstrip())
    return Span(start + left, start + max(left, right))


def _edges(text: str, line_start: int, span: Span) -> tuple[int, int]:
    """Columns from the start of the line to the content's left and right edge."""
    indent = columns(text[line_start : span.start])
    return indent, indent + columns(text[span.start : span.end])


def columns(raw: str) -> int:
    """Width on paper: two for a Chinese character, one for an ASCII one, four for a tab."""
    if raw.isascii():
        return len(raw) + (_TAB - 1) * raw.count("\t")
    # In GBK a character takes as many bytes as columns.
    return len(raw.encode("gbk", "replace")) + (_TAB - 1) * raw.count("\t")
