"""The stem of a heading: what stays the same of it between the printed contents and the text."""

from pipeline.lexicon import ending
from pipeline.notation.brackets import HEADING_BRACKETS, without_last_bracket
from pipeline.notation.names import is_person
from pipeline.notation.numerals import parse_numeral
from pipeline.notation.ordinals import parse_marker
from pipeline.notation.pattern import Pattern

_PAGE_AT_END = Pattern(r"(?P<open>[(第Pp]*)\.?(?P<page>\d{1,3})[页頁版]?\)?\s*$", last="0123456789页頁版) \t")
_NUMERAL_AT_END = Pattern(
    r"(?:…{2,}|[.·⋯]{4,})[ ]*[(第]?(?P<page>[一二三四五六七八九十]{1,3})[页頁]?\)?\s*$", last="一二三四五六七八九十页頁) \t"
)
_LABELLED_PAGE = Pattern(
    r"(?: {2,}|\t|…+|[.·⋯]{3,})[ ]*[(第]?[页頁](?:[数數]|[码碼])?[ ]?(?P<page>[一二三四五六七八九十百]{1,4}|\d{1,3})\)?\s*$",
    last="一二三四五六七八九十百0123456789) \t",
)
"""页一, 頁 12, behind a gap or leaders."""
_TAIL = 12
"""Characters in which a page number stands at the end of a row."""
_LEADERS = " \t.…·⋯・‥-—_/"
_SURE_LEADERS = 3
_LONGEST_BRACKET = 14
_LONGEST_COLUMN = 6
_LEADING_PAGE = Pattern(r"(?:\(|[Pp]\.?[ ]?)?(?P<page>\d{1,3})\)?\s+(?=\D)", first="(Pp0123456789")
_INNER_LEADERS = Pattern(r"(?:…{3,}|[.·⋯]{5,})[ ]*", needs="….·⋯")
"""Between the title of an entry and its author."""
_SPACED_ORDINAL = Pattern(r"(?:[一二三四五六七八九十]{1,3}|\d{1,2}) +(?=[^ ]{2})", first="一二三四五六七八九十0123456789")
_GAP = Pattern(r"(?<=\S) {2,}(?=\S)", needs=" ")
_AUTHOR = Pattern(r"(?<=[^ ]) +(?P<name>[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff] {1,3}[\u4e00-\u9fff])$", needs=" ")
_NOT_WORD = Pattern(r"[\W_]+")
_LINK = Pattern(r"!?\[([^\[\]]*)\]\([^()]*\)", needs="[")


def strip_page(key: str) -> tuple[str, int | None]:
    """A contents line without leaders and page number, and the number: ……3, ···(2), (3), a tab and 4, /5, 6 in front."""
    key = _LINK.sub(r"\1", key)
    if found := _LABELLED_PAGE.search(key, max(0, len(key) - _TAIL)):
        return _without_leaders(key[: found.start()].rstrip(_LEADERS)), parse_numeral(found["page"])
    if found := _PAGE_AT_END.search(key, max(0, len(key) - _TAIL)):
        words = key[: found.start()].rstrip(_LEADERS)
        leaders = key[len(words) : found.start()]
        if len(words) >= 2 and (found["open"] or leaders not in ("", ".", "-", "—", "_")):
            return _without_leaders(words), int(found["page"])
        if not words or len(leaders) > _SURE_LEADERS:  # the end of an entry, on a line of its own
            return _without_leaders(words), int(found["page"])
    if found := _NUMERAL_AT_END.search(key, max(0, len(key) - _TAIL)):
        return _without_leaders(key[: found.start()].rstrip(_LEADERS)), parse_numeral(found["page"])
    if (found := _LEADING_PAGE.match(key)) and len(key) - found.end() >= 2:
        return key[found.end() :].strip(_LEADERS), int(found["page"])
    return _without_leaders(key.strip(" .…·⋯")), None


def _without_leaders(words: str) -> str:
    return _INNER_LEADERS.split(words)[0].rstrip()


def inline_entries(key: str) -> list[int]:
    """Where the entries begin that stand behind the heading of the contents: 本期要点：水情；抢险；短讯. None for another line."""
    head, _, rest = key.partition(":")
    name = head.replace(" ", "").strip("【】[]")
    if not (name and ";" in rest and ending(name, "contents_headings") == name):
        return []
    return [len(head) + 1, *(at + 1 for at, character in enumerate(key) if character == ";" and at + 1 < len(key))]


def side_by_side(key: str) -> list[int]:
    """Where the entries begin that stand on one line of the contents: ① 要闻　　② 简讯; 要闻……2　　简讯……5."""
    if listed := inline_entries(key):
        return listed
    starts = [0]
    for gap in _GAP.finditer(key):
        before, after = key[starts[-1] : gap.start()], key[gap.end() :]
        if _is_next(before, after) or (_has_page_behind(before) and _has_page_behind(after)):
            starts.append(gap.end())
    return starts


def _is_next(before: str, after: str) -> bool:
    """Whether two ordinals of one kind follow each other."""
    first, second = parse_marker(before), parse_marker(after)
    return first is not None and second is not None and first.kind == second.kind and second.ordinal == first.ordinal + 1


def _has_page_behind(key: str) -> bool:
    words, page = strip_page(key)
    return page is not None and words != "" and key.startswith(words)


def bracket_end(key: str) -> int:
    """Length of the bracket with which a heading begins, 0 for none: 【要闻】 of 【要闻】市总工会召开会议."""
    closer = HEADING_BRACKETS.get(key[:1])
    return key.find(closer, 2, _LONGEST_BRACKET) + 1 if closer else 0


def without_author(words: str) -> str:
    """The words of a row of the contents (without its page) before the name of its author, which blanks set apart; all where there is none."""
    found = _AUTHOR.search(words)
    return words[: found.start()] if found and is_person(found["name"].replace(" ", "")) else words


def parts_at_colon(key: str) -> tuple[str, ...]:
    """The stems of column, title and, without its author in brackets, title again of 学生作品：外婆的菜园（初二5班 某某）; none of another row."""
    words = strip_page(key)[0]
    column, colon, title = words.partition(":")
    alone = without_last_bracket(title)
    if not (colon and title and len(stem(column)) <= _LONGEST_COLUMN):
        return ()
    return (stem(column), stem(title)) if alone in ("", title) else (stem(column), stem(title), stem(alone))


def spaced_ordinal(key: str) -> int:
    """Length of 一 or 10 and the blank with which a row of the contents may begin, 0 for none; a heading elsewhere may be letter-spaced: 三 农."""
    found = _SPACED_ORDINAL.match(key)
    return found.end() if found else 0


def stem(key: str) -> str:
    """The words of a heading: without ordinal, bullet, brackets, leaders, page number, blanks and punctuation."""
    bare, _ = strip_page(key)
    marker = parse_marker(bare)
    while marker and marker.kind != "point" and marker.length < len(bare):
        bare = bare[marker.length :]
        marker = parse_marker(bare)
    return _NOT_WORD.sub("", bare)


def is_column_word(name: str, longest: int) -> bool:
    """Whether a heading's stem of at most `longest` characters ends as names of columns do: 要情动态, 信息短波."""
    return len(name) <= longest and ending(name, "column_words") != ""
