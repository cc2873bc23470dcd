"""What a site leaves around a text that was copied, or saved, from one of its pages: the path to it, menus, counters, buttons, links.

    首页 > 政务公开 > 通知公告                     above the text, with the entries of menus
    某县召开春耕现场会                              the page's own title, where the text repeats it
    来源：某某网  浏览次数：590  字号：【大 中 小】
    【打印本页】【关闭窗口】  上一篇：…              below it

Lines that state facts of the document (文号, 发布日期) stay: the masthead is read from them.
"""

from pipeline.lexicon import in_simplified
from pipeline.model.layout import Line
from pipeline.notation import labels
from pipeline.notation.document_numbers import find_document_number
from pipeline.notation.names import is_unit
from pipeline.notation.pattern import Pattern
from pipeline.site_forms import form

_PATH = Pattern(r"(?:所在|当前|现在的?|您的)位置 ?:|首页 ?[>»›/]", needs="位首")
"""The path to the page: 首页 > 政务公开 > 通知公告."""
_TRAIL = Pattern(r"(?:[^。,;:>»›]{1,20}|[>»›] *[^。,;:>»›]{2,20})(?: *[>»›] *[^。,;:>»›]{2,20})+ *[>»›]?$", needs=">»›")
"""The same without a word for it, at the head of the page: 某县年鉴 > 政协; one sign alone opens an entry of the contents."""
_COUNTER = Pattern(
    r"(?:浏览|阅读|点击|访问|查看)(?:次数|人次|量|数|率)? ?:|(?:(?<!文)字号|字体|视力保护色|下载地址|分享到?|[期刊]次(?! ?: ?第)) ?:"
    r"|【字体? ?:? ?大 ?中 ?小",
    needs=":大",
)
"""浏览次数：590, 字号：【大 中 小】."""
_CHROME = Pattern(
    "打印本页|】已下载|关闭窗口|打印】|关闭】|打印正文|分享到|上一[篇条](?: ?:|$)|下一[篇条](?: ?:|$)|字体:|点击(?:蓝字|上方)|链接 ?: ?点击|关注我们"
    "|扫一扫(?:在手机|分享|打开)|微信扫一扫|手机扫一扫,|扫码关注|长按(?:识别|二维码)|阅读原文|预览时标签不可点|继续滑动看下一个|收录于合集|点个“?在看"
    "|只看该作者|版权所有|版权声明:|ICP备|公网安备|网站标识码|网友评论[:】]|发表评论[:】]|此页面上?的?内容|免责声明:"
)
"""Buttons for printing and closing, what a site or chat account asks its readers to do, the notices at its foot.

Each begins with a character of its own, by which the engine passes over all other places: a group in front takes 20 times as long.
"""
_LOOSE = Pattern("返回顶部|返回列表|回到目录|关注.{2,20}(?:微信|公众号)|转载.{0,8}(?:注明|出处)|使用道具|复制链接|设为首页|加入收藏")
"""Those that a sentence may say as well."""
_OPENING = Pattern(
    r"【?查看详情】?$|\d+人看过$|写留言$|精选留言|发表回复$|点击下载|热门(?:新闻|图文|文章)$"
    r"|相关附件 ?:?$|附件下载 ?:?$|不分页显示|专[栏题] ?:$|列印此页$|回页首$|(?:[|·x•]|\(\))+$",
    first="【查0123456789写精发点热相附专不列回|·x•(",
)
"""Those that stand at the beginning of a line only."""
_INDEX = Pattern(r"^\d[\dA-Z-]{6,}/\d{4}-\d{3,}$", needs="/")
"""The 索引号 of a page without its label."""
_ASKED = Pattern(r"本帖最后由|马上注册|您需要 ?登录|找回密码")
"""What a forum says to guests."""
_COUNTS = Pattern(r"(?:(?:阅读|点赞|赞|在看|分享|收藏|留言|浏览)[ ]?(?:\d+(?:\.\d+)?[+万]?)?[ ]*)+$", first="阅点赞在分收留浏")
"""阅读 862　赞 19　在看 7"""
_BUTTONS = Pattern(
    r"(?:[【\[ ]*(?:打印|关闭|收藏|分享|返回|返回顶部|返回列表|加入收藏|设为首页|[繁简]体版|英文版|寄给朋友)[】\] |]*){2,}\S{0,6}$",
    first="【[打关收分返加设繁简英寄",
)
_PAGER = Pattern(r"(?:(?:首页|上一页|下一页|末页|尾页|\d{1,3})[ |]*){2,}$", first="首上下末尾0123456789", needs="页")
"""首页 上一页 43 44 45 下一页 末页"""
_CLOSING = Pattern(r"[-—=* ]*(?:THE )?END[-—=* ]*$", needs="E")
FURTHER = tuple("往期推荐 往期回顾 推荐阅读 相关阅读 精彩推荐 延伸阅读 猜你喜欢".split())
"""Below one of these a site lists its other articles, to the end."""
_TAGS = Pattern(r"(?:(?:相关|文章)?(?:关键[词字]|标签|分类)|[Tt](?:ag|AG)[Ss]?|相关热词(?:搜索)?) ?:", first="相文关标分Tt")
_NOTICE = Pattern(r"(?:免责|版权|法律|网站|本站|本网)声明 ?:|(?:特别|郑重)?声明 ?:.{0,40}(?:转载|版权|侵权)", first="免版法网本特郑声")
"""Of any length: 免责声明：凡本网注明…"""
_FILE = Pattern(r"[^:。]+\.(?:docx?|xlsx?|pdf|wps|rar|zip)(?:[ ]?\([^()]*\))?$", last="cxfspr)")
"""The name of a file and nothing else."""
_FOOT = 4
"""Lines from the end in which they stand."""
_SENTENCE = frozenset("。,;!")
_SHORT = 60
"""Characters of a line of the site's own."""
_ENTRY = 40
"""Those of the title of another article."""
_HEAD = 40
"""Lines in which the head of a page ends."""
_STAMP = 4
"""Lines in which the stamp of a page stands."""
_REPEATED = 8
"""Lines below the head in which a text repeats its title."""
_TWICE = 2
"""Times that a page prints its title; what goes on repeating is none."""
_TITLE_LINES = 5
"""Lines of one title at most."""
_TITLE = 8
"""Characters from which a line that is repeated is a title and no entry of a menu."""


def residue(lines: tuple[Line, ...]) -> set[int]:
    """Indices of the lines that are the site's and not the text's."""
    lines = _plain(lines)
    found = {index for index, line in enumerate(lines) if _is_chrome(line.key)}
    above = _above(lines)
    rest = [index for index in range(len(lines)) if index not in found]
    found |= {rest[at] for at in form(tuple(lines[index] for index in rest))}
    tags = _tags(lines, found)
    return found | above | tags | (_below(lines, found | tags) if above else set()) | _further(lines)


def _plain(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines of a text in traditional characters with those that may be the site's in simplified ones: 上一條:…."""
    head = "\n".join(line.key[:_SHORT] for line in lines[:_HEAD])
    if in_simplified(head) == head:
        return lines
    keys = in_simplified("\n".join([head, *(line.key if len(line.key) <= _SHORT else "" for line in lines)])).split("\n")
    return tuple(line._replace(key=key) if key else line for line, key in zip(lines, keys[-len(lines) :], strict=True))


def _is_chrome(key: str) -> bool:
    if len(key) > _SHORT:
        return _NOTICE.match(key) is not None
    if _CHROME.search(key) or _OPENING.match(key) or _PATH.search(key) or (_SENTENCE.isdisjoint(key) and _LOOSE.search(key)):
        return "来源:" not in key and "来源 :" not in key
    return any(pattern.match(key) for pattern in (_COUNTS, _BUTTONS, _PAGER, _CLOSING))


def _tags(lines: tuple[Line, ...], chrome: set[int]) -> set[int]:
    """The key words by which a site files its article, and the files that it offers, below the text and above what else the site has there."""
    end = len(lines)
    while end - 1 in chrome:
        end -= 1
    return {index for index in range(max(0, end - _FOOT), end) if _TAGS.match(lines[index].key) or _FILE.match(lines[index].key)}


def _further(lines: tuple[Line, ...]) -> set[int]:
    """The titles of other articles below the last one."""
    start = next((index for index, line in enumerate(lines) if line.key.strip(" -—:【】").endswith(FURTHER)), len(lines))
    rest = range(start, len(lines))
    return set(rest) if all(len(lines[index].key) <= _ENTRY and lines[index].key[-1] != "。" for index in rest) else set()


def _above(lines: tuple[Line, ...]) -> set[int]:
    """Menus, the path, the counters and, where the text repeats it, the title of the page."""
    head = _repeated_until(lines, _head(lines) or _stamped(lines) or _doubled(lines))
    if not head:
        return set()
    site = {index for index in range(head) if _is_of_site(lines[index].key) or _is_value(lines, index)}
    path = max((index for index in site if _leads(lines[index].key)), default=-1)
    names = [index for index in range(path + 1, head) if index not in site and not _states_fact(lines[index].key)]
    repeated = any(_is_repeated(lines, index, head) for index in names)
    numbered = any(labels.has_issue_number(lines[index].key) for index in names)  # the head of a bulletin
    kept = set() if repeated else set(names if numbered else names[-1:])
    return {index for index in range(head) if index not in kept and not _states_fact(lines[index].key)}


def _repeated_until(lines: tuple[Line, ...], head: int) -> int:
    """Where the head ends, with what a site sets between a title and its repetition above the text."""
    for index in range(min(head + _REPEATED, len(lines)) if head else 0):
        key = lines[index].key.rstrip(".… ")
        if _may_be_title(key) and not (_is_of_site(key) or _states_fact(key) or is_unit(key.replace(" ", ""))):
            for at in range(index + 1, min(max(head, index) + _REPEATED, len(lines))):
                if _is_text(lines[at].key):
                    break
                head = at if _repeats(lines, at, key) else head
    return head


def _head(lines: tuple[Line, ...]) -> int:
    """The line below the last one of the site's above the text."""
    head = 0
    for index, line in enumerate(lines[:_HEAD]):
        if _is_of_site(line.key):
            head = index + 1
        elif _is_text(line.key) and not _states_fact(line.key):
            break
    return head


def _stamped(lines: tuple[Line, ...]) -> int:
    """The line below the stamp between a title and its repetition, where nothing else of the site stands above; 0 for none."""
    for index, line in enumerate(lines[1:_STAMP], 1):
        if labels.PUBLISHED.search(line.key):
            return index + 1 if any(_is_repeated(lines, above, index + 1) for above in range(index)) else 0
    return 0


def _doubled(lines: tuple[Line, ...]) -> int:
    """The line at which the title begins that the first line is too, below it or below the issuer's name; 0 for none."""
    if len(lines) < _STAMP or not _may_be_title(lines[0].key) or sum(line.key == lines[0].key for line in lines[:_STAMP]) > _TWICE:
        return 0
    issuer = is_unit(lines[1].key.replace(" ", ""))
    return next((begins for begins in range(1, 2 + issuer) if _is_whole(lines, begins, lines[0].key)), 0)


def _may_be_title(key: str) -> bool:
    return len(key) >= _TITLE and key[-1] not in "。;:,、"


def _is_whole(lines: tuple[Line, ...], at: int, title: str) -> bool:
    """Whether the line at `at`, or what it makes up with those below, is the title; blanks count for nothing."""
    title, words = title.replace(" ", ""), ""
    for line in lines[at : at + _TITLE_LINES]:
        words += line.key.replace(" ", "")
        if words == title or not title.startswith(words):
            return words == title
    return False


def _is_text(key: str) -> bool:
    """Whether no menu holds the line: a long one, one that ends a sentence or addresses somebody."""
    return len(key) > _SHORT or key[-1] in "。;" or (key[-1] == ":" and key[0] not in "•·")


def _is_of_site(key: str) -> bool:
    return len(key) <= 3 * _SHORT and (_leads(key) or any(pattern.search(key) for pattern in (_COUNTER, _ASKED, _INDEX)))


def _leads(key: str) -> bool:
    return _PATH.search(key) is not None or _TRAIL.match(key) is not None


def _is_value(lines: tuple[Line, ...], index: int) -> bool:
    """Whether the line is what a label on the line above announces."""
    above = lines[index - 1].key
    return index > 0 and above[-1] == ":" and (above[0] in "•·" or labels.METADATA.match(above) is not None)


def _is_repeated(lines: tuple[Line, ...], index: int, head: int) -> bool:
    """Whether the text below begins with the same words, or the title of the page is cut off."""
    key = lines[index].key.rstrip(".… ")
    below = range(head, min(head + _REPEATED, len(lines)))
    return _may_be_title(key) and any(_repeats(lines, at, key) for at in below)


def _repeats(lines: tuple[Line, ...], at: int, key: str) -> bool:
    """Whether a line is the title again, which the page may give cut off or without the issuer; or it and those below are."""
    whole = lines[at].key
    return _is_whole(lines, at, key) or whole.startswith(key) or (whole.endswith(key) and len(whole) <= 2 * len(key))


def _states_fact(key: str) -> bool:
    stated = labels.METADATA.match(key) or labels.PUBLISHED.search(key) or labels.SIGNATORY.search(key)
    return stated is not None or find_document_number(key) is not None


def _below(lines: tuple[Line, ...], chrome: set[int]) -> set[int]:
    """From the first button or notice down, where no text follows."""
    start = len(lines)
    for index in range(len(lines) - 1, -1, -1):
        key = lines[index].key
        if index in chrome:
            start = index
        elif _is_text(key):
            break
    return set(range(start, len(lines)))
