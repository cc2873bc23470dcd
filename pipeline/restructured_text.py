"""Physical 2, of a text in reStructuredText: headings by what is drawn below them, in the order in which the styles first stand."""

from pipeline.model.layout import Line, Span

_FITTED, _WIDER = 3, 4
"""Headings as wide as what is drawn below them from which a text is in this format, and the columns by which it may be wider."""
_HEAD = 6
"""Lines of a head, one of which is the first heading: fields may stand above it."""
_SAID = "。;:,"
_LONGEST = 60


def mark_underlined(lines: list[Line], rules: list[Span], folded: str) -> list[Line]:
    """The lines with the level of each heading, 1 for the style of the first; as they are where their rules do not fit words above them."""
    below = _rules_below(lines, rules, folded)
    under = set(below.values())
    over = {folded.find("\n", rule.end) + 1 for rule in rules if rule not in under}
    styles = {index: (folded[rule.start], lines[index].start in over) for index, rule in below.items() if _fits(lines[index], rule)}
    if min(styles, default=_HEAD) >= _HEAD or len(styles) < _FITTED or len(styles) < len(below):
        return lines
    levels = {style: level for level, style in enumerate(dict.fromkeys(styles.values()), 1)}
    if len(levels) == 1 or list(styles.values()).count(styles[min(styles)]) > 1:
        return lines
    return [line._replace(markup=levels[styles[index]] if index in styles else 0) for index, line in enumerate(lines)]


def _rules_below(lines: list[Line], rules: list[Span], folded: str) -> dict[int, Span]:
    """Rules of one sign on the very next line, by the line above; not the one over a heading that is drawn on both sides."""
    by_start = {rule.start: rule for rule in rules if len(set(folded[rule.start : rule.end])) == 1}
    found: dict[int, Span] = {}
    for index, line in enumerate(lines):
        at = folded.find("\n", line.end) + 1
        if at and at in by_start and not folded[line.end : at].strip():
            found[index] = by_start[at]
    return found


def _fits(line: Line, rule: Span) -> bool:
    width = line.right - line.indent
    drawn = rule.end - rule.start
    return len(line.key) <= drawn <= width + _WIDER and len(line.key) <= _LONGEST and line.key[-1] not in _SAID and not line.indent
