"""Physical 2, of a text in Org mode: * headings, #+TITLE: and other keywords of its head, what stands between #+BEGIN_ and #+END_."""

from pipeline.model.layout import CODE, Line
from pipeline.notation.pattern import Pattern

_KEYWORD = Pattern(r"#\+(?P<name>[A-Za-z]+):[ ]*", first="#")
_PRINTED = ("title", "subtitle", "date", "author")
"""Keywords whose values are shown; all others tell how."""
_HEADING = Pattern(r"(?P<stars>\*{1,6}) +(?:(?:TODO|DONE) +)?(?=\S)", first="*")
_TAGS = Pattern(r" +:[\w@:]+:$", last=":")
_BEGIN, _END = "#+begin_", "#+end_"
_HEAD = 12
"""Lines in which a keyword stands that shows the format."""


def is_org(lines: list[Line]) -> bool:
    """Whether keywords stand in the head, or headings of two levels at the margin: ** begins no line elsewhere."""
    if any(line.key[:2] == "#+" and _KEYWORD.match(line.key) for line in lines[:_HEAD]):
        return True
    found = {len(head["stars"]) for line in lines if line.key[0] == "*" and not line.indent and (head := _HEADING.match(line.key))}
    return {1, 2} <= found


def mark_org(lines: list[Line]) -> list[Line]:
    """The lines that are shown, headings marked and without their stars and tags."""
    marked: list[Line] = []
    code = False
    for line in lines:
        lowered = line.key[:8].lower()
        if lowered.startswith(_END):
            code = False
        if lowered.startswith((_BEGIN, _END)):
            marked.append(line._replace(markup=CODE))
            code = code or (lowered == _BEGIN and line.key[8:12].lower() not in ("quot", "cent", "vers"))
        else:
            marked.append(line._replace(markup=CODE) if code else _marked(line))
    return marked


def _marked(line: Line) -> Line:
    if line.indent:
        return line._replace(markup=0)
    if keyword := _KEYWORD.match(line.key):
        shown = keyword["name"].lower() in _PRINTED and keyword.end() < len(line.key)
        return line._replace(start=line.start + keyword.end(), key=line.key[keyword.end() :], markup=0) if shown else line
    head = _HEADING.match(line.key)
    if not head:
        return line._replace(markup=0)
    tags = _TAGS.search(line.key)
    end = tags.start() if tags else len(line.key)
    return line._replace(start=line.start + head.end(), end=line.start + end, key=line.key[head.end() : end], markup=len(head["stars"]))
