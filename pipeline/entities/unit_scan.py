"""Names of units in one text: every ending is tried, longest first, and what was read before it is judged."""

from collections.abc import Iterator
from typing import NamedTuple

from pipeline.entities.unit_name import Reader, Reading, is_han
from pipeline.entities.vocabulary import vocabulary
from pipeline.notation.pattern import Pattern

_ANCHORS: dict[str, Pattern] = {}
"""The characters that endings close with, as a pattern; made when the lists are read."""

_GOES_ON = {
    "局": "面限势部", "部": "分署门队位件落首类", "处": "理于在方境罚分置女处事", "科": "学技研目普幻举室", "厅": "堂", "署": "名",
    "会": "议员谈商场计费见面同上后前期诊客务话合战师展籍长", "院": "士子落内外区前", "校": "园长友对正服门", "所": "有以在谓属需得用作长",
    "社": "会区交员保稷", "团": "结体员圆聚伙购队长", "站": "点台位立在岗长", "厂": "房商家区长矿", "店": "员铺主", "委": "员会托派任屈婉", "中": "学心队央", "办": "法理公事学案好成结实完到证", "协": "议会商助调定作同办",
    "师": "傅生范资长", "旅": "游客行途程", "军": "人事队民属工官", "系": "列统数", "段": "落位",
    "矿": "山产区工石长井务业", "政府": "", "中心": "组任", "银行": "业卡", "公司": "", "电台": "", "工会": "", "联": "合系", "队": "伍员列",
    "海关": "", "市场": "化", "大学": "生城", "学院": "派", "中学": "生", "小学": "生", "高中": "生阶", "初中": "生", "人大": "代", "工厂": "化",
    "军区": "", "分行": "", "内科": "医学疾", "外科": "医学手", "妇科": "病医检", "儿科": "医学疾", "骨科": "医", "眼科": "医", "产科": "医",
    "车间": "主", "中央": "空集处财企预直", "政协": "", "书院": "", "党校": "", "俱乐部": "", "华为": "", "车站": "", "办公室": "", "机场": "",
    "交通银行": "", "红军": "长", "共产党": "员人宣", "国民党": "员", "妇联": "", "监狱": "", "之家": "", "商店": "", "饭店": "", "总部": "",
}  # fmt: skip
"""Ending → characters that make another word of it: 部署, 会议, 所有."""
_POSTS_OF_BODIES = ("书记", "副书记", "成员", "委员", "第一书记", "专职副书记", "常务副书记", "会议", "(扩大)", "理论", "班子", "中心组")
_BODIES = frozenset(("党组", "党委", "党总支", "党支部", "分党组", "总支部", "董事会", "监事会", "理事会"))
_CHILDREN = frozenset("工会 团委 党委 纪委 党总支 党支部 团总支 妇委会 工会小组 学生会 研究生会 办公室 党组 工会委员会 女职委 工会女职委 关工委 机关党委 科协 志愿者协会 协会 学会 团支部 职代会 民兵营 党校 妇联".split())
"""Bodies inside a unit that a bulletin names with one character of the unit: 院工会, 校团委."""
_SCHOOLS = frozenset(("小学", "中学", "学院"))
_OWN = frozenset("院校厂矿司局处所社团厅")
_VENUES = frozenset("馆宫店场院心园厅部")
_HELD = Pattern(r"(?:隆重|成功|顺利|联合|共同)?(?:召开|举行|举办|开幕|开展|闭幕|拉开|启动|揭牌|上演|开班|开讲)")


class Name(NamedTuple):
    """A name of a unit in a text, with how it was read."""

    start: int
    end: int
    head: str
    head_end: int
    opened: int
    functions: int
    nested: bool
    stop: str
    venue: bool = False


def scan(key: str, places: frozenset[str] = frozenset()) -> Iterator[Name]:
    """Names in the order of the text; a longer one comes after the shorter one that it begins with, from the same start."""
    words = vocabulary()
    if not _ANCHORS:
        _ANCHORS["all"] = Pattern("[" + "".join(sorted(words.ending_lengths)) + "]")
    reader = Reader(key, words, places)
    last: Name | None = None
    refused = 0
    for match in _ANCHORS["all"].finditer(key):
        end = match.end()
        floor = last.end if last else 0
        last_character, following = key[end - 1], key[end : end + 1]
        tried = False
        for size in words.ending_lengths[last_character]:
            start = end - size
            ending = key[start:end]
            if start < floor or not (ending in words.endings or ending in words.fixed):
                continue
            if following and following in _GOES_ON.get(ending, _GOES_ON.get(last_character, "")):
                continue
            if size == 1 and ending != "委" and words.is_common(key[end - 2 : end]) and not reader.has_function(start, floor):
                continue
            tried = True
            if last and last.end == start and ending in _BODIES and key.startswith(_POSTS_OF_BODIES, end):
                break
            name = _name(reader, start, end, last, refused)
            if name:
                last = name
                yield name
                break
        else:
            refused = end if tried else refused


def _name(reader: Reader, start: int, end: int, last: Name | None, refused: int) -> Name | None:
    """The name with the ending at `start:end`, if what stands before it makes one."""
    key, words = reader.key, reader.words
    ending = key[start:end]
    floor = last.end if last else 0
    if ending in words.fixed:
        name = _fixed(reader, start, end, last)
        if name:
            return name
    reading = reader.read(start, floor)
    if reading.head == "class" or (reading.start == refused and refused and not reading.head):
        return None
    if key[end : end + 1] == "长" and len(ending) == 1 and not reading.head:
        return None
    if last and reading.start == last.end and _continues(reading, ending):
        return Name(last.start, end, last.head, last.head_end, last.opened, last.functions, nested=True, stop=last.stop)
    own = _own_head(reader, start, reading, ending, floor, refused)
    if own is not None:
        return Name(own, end, "own", own + 1, 0, 1, nested=False, stop="word")
    if not _holds(reading, ending, start, words.free):
        return None
    return Name(reading.start, end, reading.head, reading.head_end, reading.opened, reading.functions, nested=False, stop=reading.stop)


def _fixed(reader: Reader, start: int, end: int, last: Name | None) -> Name | None:
    key = reader.key
    if last and last.end == start:
        return Name(last.start, end, last.head, last.head_end, last.opened, last.functions, nested=True, stop=last.stop)
    reading = reader.read(start, last.end if last else 0)
    begin = reading.start if reading.head in ("known", "open", "relative") and not reading.opened and not reading.functions else start
    return Name(begin, end, "fixed", end, 0, 1, nested=False, stop="edge" if key[begin - 1 : begin] == "" else "word")


def _continues(reading: Reading, ending: str) -> bool:
    """Whether a name goes on from the unit before it: 市总工会 | 法律援助中心, 岚峰集团 | 西南分公司."""
    if reading.head in ("known", "open"):
        return ending.startswith(("分", "支", "办事处", "代表处")) or ending in ("分公司", "支行", "分行")
    if reading.head:
        return False
    return reading.opened <= 4 and (len(ending) > 1 or reading.functions > 0 or reading.opened == 2)


def _own_head(reader: Reader, start: int, reading: Reading, ending: str, floor: int, refused: int) -> int | None:
    """Where 院 of 院工会 stands."""
    key = reader.key
    if ending not in _CHILDREN or reading.head:
        return None
    at = reader.functions(start, floor)[0] - 1
    if at < floor or key[at : at + 1] not in _OWN or refused == at + 1:
        return None
    before = key[at - 1 : at] if at > floor else ""
    if before and (before in "全各两学医法我本该" or (is_han(before) and not _ends_word(reader, at))):
        return None
    return at


def _ends_word(reader: Reader, at: int) -> bool:
    """Whether a word that begins no name ends here."""
    return reader.step(at, 0, 2)[2] != ""


def _holds(reading: Reading, ending: str, start: int, free: frozenset[str]) -> bool:
    """Whether what was read before an ending makes a particular name of it."""
    if reading.stop == "long":
        return False
    if reading.head:
        return reading.functions + reading.opened > 0 or len(ending) > 1 or ending == "委"
    if reading.ordinal or (ending in _SCHOOLS and reading.functions):
        return True
    if ending in free:
        if len(ending) == 1:
            return reading.functions > 0 and reading.opened in (0, 2, 3)
        return reading.functions > 0 or reading.opened >= 2
    if len(ending) == 1 and ending not in "厂矿店":
        return reading.opened >= 2 and reading.functions > 0
    return reading.opened >= 2


def is_venue(key: str, name: Name) -> bool:
    """Whether a name stands for the place where something is held: 在市工人文化宫召开."""
    return (
        key[name.start - 1 : name.start] in ("在", "于")
        and key[name.end - 1] in _VENUES
        and _HELD.match(key, name.end) is not None
    )
