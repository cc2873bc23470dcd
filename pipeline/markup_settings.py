"""Lines of light markup that are not meant to be read: where links lead, comments, settings, the place of a table of contents, badges.

[1]: https://…   <!-- … -->   #+OPTIONS: toc:nil   .. contents::   {:toc}   [TOC]   [![build](…)](…)
"""

from pipeline.notation.pattern import Pattern

_TARGET = Pattern(r"\[(?!\^)[^\]]{1,60}\]:[ ]*\S+(?:[ ]+[\"'(].*)?$|<!--.*-->$", first="[<")
"""Markdown's link definitions and comments; [^1]: is a footnote."""
_ORG = Pattern(r"#\+(?:[A-Za-z]+:|(?:begin|BEGIN|end|END)_(?:quote|QUOTE|center|CENTER|verse|VERSE))", first="#")
_DIRECTIVE = Pattern(
    r"\.\. (?:_[^:]+:(?: \S+)?|(?:contents|meta|post|toctree|highlight|sectnum)::.*)$"
    r"|:(?:depth|local|maxdepth|caption|width|height|alt|align|scale|target|class):(?: .*)?$",
    first=".:",
)
"""Of reStructuredText, and its options."""
_CONTENTS = Pattern(r"[*-] TOC$|\{:toc[^{}]*\}$|\[\[?(?:TOC|toc)\]?\]$|@\[toc\].*$", first="*-{[@")
"""Where a table of contents is to be put in."""
_PICTURE = r"!\[[^\[\]]*\]\([^()]*\)"
_BADGES = Pattern(rf"(?:\[?{_PICTURE}(?:\]\([^()]*\))? *)+$", needs="!")
_FIRST = "[<#.:*-{@!"
"""With what each of these begins."""
_MARKS = ("shields.io", "badge", "travis", "codecov")


def is_setting(key: str) -> bool:
    """Whether a folded line is one."""
    if key[0] not in _FIRST:
        return False
    if any(pattern.match(key) for pattern in (_TARGET, _ORG, _DIRECTIVE, _CONTENTS)):
        return True
    return key[0] in "[!" and any(mark in key for mark in _MARKS) and _BADGES.match(key) is not None
