"""Physical 2, of a text in Markdown: which lines are headings, of what level, which are code, in which # heads nothing, and what only sets others."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.model.layout import CODE, LINKED, SLANTED, STRONG, Line, Span
from pipeline.notation import labels
from pipeline.notation.frame import is_editor_role, opens_with_frame_label
from pipeline.notation.pattern import Pattern
from pipeline.org_mode import is_org, mark_org

if TYPE_CHECKING:
    import re

_SETEXT = {"=": 1, "-": 2}
"""Underlines, and the levels of the headings above them."""
_HASHES = tuple("#" * level + " " for level in range(1, 7))
_FENCES = ("```", "~~~")
_EMPHASIS = "*_"
_SAID = "。!?”"
_HEAD = 8
"""Lines of a head."""
_BOLD = 2
"""Signs before and after what is set in bold."""
_LINK = Pattern(r"(?P<heading>\[[^\[\]]+\]\([^()]*\))(?:[ ]+@(?P<name>\S{2,20}))?$", first="[")
_KEY = Pattern(r"[a-z_]{2,20}: ")
"""With which front matter begins."""
_ELEMENT = Pattern(r"<(?P<tag>p|div|center|span|font|h[1-6])(?: [^<>]*)?> *(?P<words>[^<> ](?:[^<>]*[^<> ])?) *</(?P=tag)>$", first="<")
_FIELD = Pattern(r":(?=[^\s:][^:]{0,15}:[ ])", first=":")
"""Of a list of fields in reStructuredText: :期号: 第3期."""
_SEVERAL_RULES = 3
"""Rules from which a text may be one in reStructuredText."""
_SEVERAL = 2
"""Of links above paragraphs, to be headings."""


def underline_level(rule: str) -> int:
    """Level of a heading right above the rule, if the text is Markdown; 0 for a rule that underlines none."""
    return _SETEXT.get(rule[0], 0) if len(set(rule)) == 1 else 0


def mark_up(lines: list[Line], rules: list[Span], folded: str) -> tuple[Line, ...]:
    """The lines, with headings, code and emphasis marked; where the text is no Markdown, rules are no underlines and # opens no heading."""
    lines = [_untagged(line) if line.key[0] == "<" and line.key[-1] == ">" else line for line in lines]
    foot = _foot(lines)
    if is_org(lines):
        return tuple(line if line.markup else _emphasised(line, in_frame=at >= foot) for at, line in enumerate(mark_org(lines)))
    if len(rules) >= _SEVERAL_RULES and not any(line.key.startswith(_HASHES) for line in lines):
        from pipeline.restructured_text import mark_underlined  # most texts need it not

        underlined = mark_underlined(lines, rules, folded)
        if underlined is not lines:
            return tuple(line if line.markup else _emphasised(_field(line), in_frame=at >= foot) for at, line in enumerate(underlined))
    if not _is_markdown(lines):
        return tuple(_emphasised(line._replace(markup=0) if line.markup else line, in_frame=at >= foot) for at, line in enumerate(lines))
    end = _head_end(lines)
    lines = [line for at, line in enumerate(lines) if line.key != ">" or at >= end]
    head, foot = _head_end(lines), _foot(lines)
    words = [_unquoted(line, in_head=at < _HEAD) for at, line in enumerate(lines)]
    return tuple(_with_linked_headings([_marked(line, in_frame=at < head or at >= foot) for at, line in enumerate(_with_code(words))]))


def _foot(lines: list[Line]) -> int:
    """Index of the first line below the last sentence."""
    return next((at for at in range(len(lines), 0, -1) if lines[at - 1].key[-1] in _SAID), 0)


def _head_end(lines: list[Line]) -> int:
    """Index of the first line below the head: the second heading, or a sentence."""
    below = (at for at, line in enumerate(lines[:_HEAD]) if line.key[-1] in _SAID or (at and (line.markup or line.key.startswith(_HASHES))))
    return next(below, min(_HEAD, len(lines)))


def _untagged(line: Line) -> Line:
    """A line without the element that sets it: <p align="right">某某</p>; <h2>…</h2> is a heading."""
    found = _ELEMENT.match(line.key)
    if not found:
        return line
    level = int(found["tag"][1]) if found["tag"][1:].isdecimal() else line.markup
    return line._replace(start=line.start + found.start("words"), end=line.start + found.end("words"), key=found["words"], markup=level)


def _field(line: Line) -> Line:
    """A field of a list without the colon in front."""
    return line._replace(start=line.start + 1, key=line.key[1:]) if not line.indent and _FIELD.match(line.key) else line


def _unquoted(line: Line, *, in_head: bool) -> Line:
    """A line of the frame without the sign of a quotation, > 报:各单位; a text keeps it."""
    words = line.key[1:].lstrip() if line.key[0] == ">" else ""
    framed = words and ((in_head and words[-1] not in _SAID) or opens_with_frame_label(words) or labels.RELATION.match(words) is not None)
    return line._replace(start=line.end - len(words), key=words) if framed else line


def _marked(line: Line, *, in_frame: bool) -> Line:
    """A heading behind #, which may be a printer's sign before a sentence, too."""
    if line.markup:
        return line
    heading = line.key.startswith(_HASHES) and line.key[-1] != "。"
    return line._replace(markup=line.key.index(" ")) if heading else _emphasised(line, in_frame=in_frame)


def _with_linked_headings(lines: list[Line]) -> list[Line]:
    """Lines without a number that are nothing but a link and who wrote, each above a paragraph, as headings, the names below: [标题](地址) @某某."""
    links = {at: link for at, line in enumerate(lines) if not line.markup and (link := _LINK.match(line.key))}
    found = {at: link for at, link in links.items() if at + 1 < len(lines) and at + 1 not in links and not lines[at + 1].markup}
    if len(found) < _SEVERAL:
        return lines
    return [part for at, line in enumerate(lines) for part in (_parted(line, found[at]) if at in found else (line,))]


def _parted(line: Line, link: "re.Match[str]") -> Iterator[Line]:
    """The heading, and the name behind it on a line of its own."""
    end, start = link.end("heading"), link.start("name")
    yield line._replace(end=line.start + end, key=line.key[:end], markup=LINKED)
    if start >= 0:
        yield line._replace(start=line.start + start, key=line.key[start:], gap=0, rule_above=False)


def _emphasised(line: Line, *, in_frame: bool) -> Line:
    """A line without the signs of emphasis around it, **一、要闻**, or in the frame around its label, **抄送**:各单位; a text keeps them."""
    key = line.key
    if key[0] not in _EMPHASIS:
        return line
    left, right = len(key) - len(key.lstrip(key[0])), len(key) - len(key.rstrip(key[0]))
    inner = key[left : len(key) - right]
    if left == right and inner.strip() and key[0] not in inner and inner[-1] not in "。;":
        return line._replace(start=line.start + left, end=line.end - right, key=inner, markup=STRONG if left >= _BOLD else SLANTED)
    label = inner.replace(key[0], " ")
    labelled = in_frame and left == _BOLD and key[:left] in inner and _opens_frame(label)
    return line._replace(start=line.start + left, key=label + " " * right) if labelled else line


def _opens_frame(words: str) -> bool:
    """Whether a line of head or foot begins with a label, 编辑:某某 and 报:各单位, or roles between bars: 主编 某某 | 编辑 某某."""
    barred = "|" in words and is_editor_role(words.partition(" ")[0])
    return barred or opens_with_frame_label(words) or (labels.RELATION.match(words) or labels.EDITED_BY.match(words)) is not None


def _is_markdown(lines: list[Line]) -> bool:
    """Whether there are # headings, or underlines below front matter or a first line that has one too."""
    underlines = [line.markup for line in lines]
    headed = underlines[:1] == [1] or (lines != [] and lines[0].rule_above and _KEY.match(lines[0].key) is not None)
    return any(line.key.startswith(_HASHES) for line in lines) or (headed and underlines.count(2) > 1)


def _with_code(lines: list[Line]) -> list[Line]:
    """A fence that none closes opens nothing."""
    marked: list[Line] = []
    opened = ""
    begun = 0
    for line in lines:
        fence = line.key[:3] if line.key.startswith(_FENCES) else ""
        if fence and not opened:
            opened, begun = fence, len(marked)
        marked.append(line._replace(markup=CODE) if opened else line)
        opened = "" if fence == opened and len(marked) - 1 > begun else opened
    return [*marked[:begun], *lines[begun:]] if opened else marked
