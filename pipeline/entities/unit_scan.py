"""Names of units in one text: every ending is tried, longest first, and what was read before it is judged."""

from collections.abc import Iterator
from functools import cache

from pipeline.entities.person_sides import title_before
from pipeline.entities.unit_evidence import TEAMS, acts_inside, continues, holds, is_academic, is_post, joins
from pipeline.entities.unit_marks import ACTIONS, COUNTS, HEADS, LEADING, NUMBERED_SCHOOLS, SOFT_STOP, STOP
from pipeline.entities.unit_name import Reader, Reading
from pipeline.entities.unit_openings import MISSIONS, POSTED, bare, numbered, posted, sent, without
from pipeline.entities.unit_sections import SECTION
from pipeline.entities.unit_support import appoints, is_supported, may_lead
from pipeline.entities.vocabulary import vocabulary
from pipeline.model.record import Struct
from pipeline.notation.han import is_han
from pipeline.notation.pattern import Pattern

LONGEST = 40
"""Characters of a name; what runs on is no name any more, and every ending costs the same time."""
_OWN = frozenset("院校厂矿局处所社段场站")
_OWN_WORDS = ("集团", "公司", "公社", "总医院", "分局", "总厂")
_NOT_OWN = frozenset("全各两学医法我你本该")
_APART = STOP | SOFT_STOP | LEADING
"""Before 局 of 局党委 they are no part of a class of units: 经 | 局党委, 报 | 厂工会."""
_CHILDREN = frozenset(
    "工会 团委 党委 纪委 党总支 党支部 团总支 妇委会 工会小组 学生会 研究生会 办公室 党组 工会委员会 女职委 工会女职委 关工委 机关党委 "
    "科协 安委会 安委办 志愿者协会 协会 学会 团支部 党校 妇联 医院 托儿所 幼儿园 图书馆 档案馆 革命委员会 革委会 卫生院".split()
)
"""Bodies inside a unit that a bulletin names with one character of the unit: 院工会, 校团委."""
_WORKS = frozenset(("厂", "医院", "中心", "学校", "分会"))
"""Those that need a word for what they do as well: 局机修厂, 矿职工医院."""
_NO_ENDINGS = frozenset(("南部", "北部", "东部", "西部", "中部", "为所", "斯科", "马科"))
"""Words that end as units do."""
_NAME_AND_VERB = 4
"""Characters of a supposed proper name behind a post from which they are a person who does something: 经理褚向东坐镇 | 调度中心."""
_BEGIN_PARTS = ("工会", "工委", "团委", "学生会", "医疗队", "部署")
"""Parts, and a word, whose first character makes another word of the ending before them: 矿 | 工会, 市总 | 部署."""
_LISTS = frozenset("、;。")
"""Behind the units of a list."""
_OF_GOVERNMENTS = ("特殊津贴", "间")
"""Behind 政府 of what is no government's act: 国务院 | 政府特殊津贴, 政府间合作."""
_SELDOM_ALONE = ("总", "科", "人大", "办", "国小")
"""Endings that are part of the word behind them, or a verb, wherever they can be: 总 | 工程师, 社会科 | 学界, 人大 | 代表, 办 | 实事,
美国 | 小朋友."""
_OF_WORKS = frozenset(("编辑部", "杂志社", "编委会", "编写组"))
"""Who makes what has its title before them: 《鸟类研究》编辑部."""
_TASK_BODY = "领导小组"
"""What several units form for one task (议事协调机构): between division and ending stands the task, in any words."""
_WITHIN = ("(中国)", "附属")
"""Between a unit and one that belongs to it."""
_ATTACHED = 4
"""Characters of 附属 and the everyday word that a hospital of a university is called by."""
_OF_PREFECTURES = ("地委", "行署")
"""Whole names before which one of the prefecture may stand: 清江 | 行署."""
_NO_FIXED = ("其中", "老红", "地地")
"""What begins before a whole name: 其中 | 石化, 老红军, 各地 | 地委."""
_OF_THE_STATE = tuple("最高 国家 全国 中国 中央 中共 联合国 公安部 外交部 国防部 国务院 共青团 团省委 团市委 团县委 团区委".split())
"""With which a name begins that is no part of the one before it: 最高人民法院 | 最高人民检察院 | 公安部, 市妇联 | 团市委."""
OF_THE_WORLD = tuple("欧盟 东盟 阿盟 非盟 北约 联合国 欧共体 独联体 组织".split())
"""Bodies that belong to no place: 云京 | 东盟 | 会议."""
_TASK_BREAKS = "的了、，,。;:()《》 \n"
"""What a task is not named with."""


class Name(Struct):
    """The name of a unit in a text, with how it was read."""

    start: int
    end: int
    head: str
    """known, open, relative (as in a Reading), own (院工会), fixed (国务院), or nothing."""
    head_end: int
    nested: bool = False
    """Whether it is a part of the unit that its name begins with."""
    opened: int = 0
    """Characters of the proper name, as in a Reading."""


_CAMPUS = Pattern("\\(([\u4e00-\u9fff]{2,3})\\)", first="(")
"""The place of a university that bears the name of another: 工业大学(鹏城)."""
_NONE = Name(0, 0, "", 0)


@cache
def _anchors() -> Pattern:
    """The characters that endings close with."""
    return Pattern("[" + "".join(sorted({tail[-1] for tail in vocabulary().ending_lengths})) + "]")


def scan(key: str, places: frozenset[str] = frozenset()) -> Iterator[Name]:
    """Names in the order of the text; one that goes on from another comes after it, from the same start.

    `key` is in simplified script, what cannot be a name blanked out; `places` are divisions that the issue teaches.
    """
    return _Scanner(key, places).names()


class _Scanner:
    def __init__(self, key: str, places: frozenset[str]) -> None:
        self.key = key
        self.words = vocabulary()
        self.reader = Reader(key, self.words, places)
        self.last = _NONE
        self.leading = _NONE
        """The last that is a unit if another follows in a list."""
        self.refused = 0
        """Where the ending last refused ends: what goes on from a class (基层医院工会) is a class."""

    def names(self) -> Iterator[Name]:
        key, lengths = self.key, self.words.ending_lengths
        for match in _anchors().finditer(key):
            end = match.end()
            sizes = lengths.get(key[end - 2 : end], ()) + lengths.get(key[end - 1], ())
            if sizes and (name := self._longest(end, sizes)):
                if 0 < self.leading.end == name.start - 1:
                    yield self.leading
                    self.leading = _NONE
                self.last = name = self._with_part(name)
                yield name

    def _with_part(self, name: Name) -> Name:
        """市中区法院 | 民一庭, 县财政局 | 工业股, 云州工业大学 | (石桥): parts that only stand behind the unit."""
        campus = _CAMPUS.match(self.key, name.end) if self.key.endswith("大学", name.start, name.end) else None
        if campus and campus[1] in self.words.places:
            name = name._replace(end=campus.end())
        while (part := SECTION.match(self.key, name.end)) and part.end() - name.start <= LONGEST:
            name = name._replace(end=part.end(), nested=True)
        return name

    def _longest(self, end: int, sizes: tuple[int, ...]) -> Name | None:
        """The name with the longest ending, of those of some sizes that end here, that makes one."""
        named = -1
        for start in self._endings(end, sizes):
            if named >= 0 and self.reader.functions(start, self.last.end)[0] >= named:
                break  # 办公 | 室 lacks what 办公室 lacks, and 坎水 | 电站 is no reading of 水电站
            if name := self._name(start, end):
                self.refused = 0
                return name
            named = start if self.key[start:end] not in self.words.free else named
            self.refused = end
        return None

    def _endings(self, end: int, sizes: tuple[int, ...]) -> Iterator[int]:
        """Where the endings that end here begin, the longest first."""
        key, words, floor = self.key, self.words, self.last.end
        following = key[end : end + 1]
        for size in sizes:
            start = end - size
            ending = key[start:end]
            if start < self.last.start or (size == 1 and self._is_none(start, end)) or not (ending in words.endings or ending in words.fixed):
                continue
            if following and self._continues(ending, end) and not self._begins_part(ending, end):
                continue
            if size == 1 and ending != "委" and words.is_common(key[end - 2 : end]) and not self.reader.has_function(start, floor):
                continue
            direct = start == floor or ending == "委" or (start == floor + 1 and key[floor] == "原")  # 教育部 | 原 | 党组书记
            if (direct and is_post(key, ending, end)) or (following == "长" and key[start - 1 : start] == "副"):
                return
            yield start

    def _begins_part(self, ending: str, end: int) -> bool:
        """Whether another part, or who belongs to the unit, begins behind an ending: 矿 | 工会, 二中 | 学生."""
        return self.key.startswith(_BEGIN_PARTS, end) or (ending in NUMBERED_SCHOOLS and self.key.startswith("学生", end))

    def _is_none(self, start: int, end: int) -> bool:
        """Whether one character ends no unit: 南部, 莫斯科, 领导一班人, the surname of 教师段锦秀."""
        word = self.key[end - 2 : end]
        if word in _NO_ENDINGS or (word == "一班" and self.key.startswith("人", end)):
            return True
        return self.key[start] in "段班" and title_before(self.key, start) != ""

    def _continues(self, ending: str, end: int) -> bool:
        """Whether the character behind an ending makes another word of it: 部 | 署; 县卫计委 | 派出 and 工会 | 同 are none."""
        table, following = self.words.continuations, self.key[end : end + 1]
        if ending == "政府" and self.key.startswith(_OF_GOVERNMENTS, end):
            return True
        if (ending == "工会" and following == "同") or (len(ending) > 2 and (following in "派托在于" or ending[-1] == "所")):
            return False
        return following in table.get(ending, table.get(ending[-1], "")) and not self._word_behind(ending, end)

    def _word_behind(self, ending: str, end: int) -> bool:
        """Whether a word begins behind an ending, and none behind the longer word: 公安局 | 部署 | 行动, but 教育部门 | 前往."""
        if ending in _SELDOM_ALONE:
            return self.key.startswith(ACTIONS, end)
        word = self.key[end : end + 2]
        return self.words.is_common(word) and word not in self.words.endings and not self.words.is_common(self.key[end + 1 : end + 3])

    def _name(self, start: int, end: int) -> Name | None:
        """The name with the ending at `start:end`, if what stands before it makes one."""
        if start < self.last.end:  # 工会 | 小组: the ending takes in the one before; 联合国 | 中 is none
            return self._extended(end) if self.key[start:end] != "国中" else None
        word = self.key[start:end]
        if word in self.words.fixed and not self.reader.function(start + 1, self.last.end):
            named = self._read(start, end) if word in _OF_PREFECTURES else None
            return named or self._fixed(start, end)
        return self._by_signs(start, end) or self._read(start, end) if word in self.words.endings else None  # 人民 | 建立

    def _read(self, start: int, end: int) -> Name | None:
        key, last, ending = self.key, self.last, self.key[start:end]
        reading = self.reader.read(start, last.end, branch=ending.startswith(("分", "支", "营业部")))
        if ending.endswith(_TASK_BODY) and not reading.head:
            return self._task_body(start, end)
        if reading.stop == "word" and (len(ending) > 2 or self._is_listed(end)) and (not reading.head or key[reading.start : start] in HEADS):
            reading = self.reader.between_signs(start, last.end) or reading
        reading = sent(self.reader, reading, start, last.end) if ending.endswith(MISSIONS) else reading
        reading = posted(self.reader, reading, last.end) if ending.endswith(POSTED) else reading
        reading = bare(key, reading, last.end)
        own = self._own_head(start, reading, ending)
        if reading.head == "class" or (own is None and self.refused and reading.start == self.refused and not reading.head):
            return None
        attached = ending == "医院" and key.startswith("附属", last.end) and start - last.end <= _ATTACHED and key[start - 1] != "属"
        if last.end and (attached or is_academic(key[last.end - 3 : last.end], key[last.end : end])):
            return self._extended(end)
        if last.end and (reading.start == last.end or key[last.end : reading.start] in _WITHIN):
            if continues(key, reading, ending, key[last.start : last.end]):
                return self._extended(end)
            if verb := joins(key, reading):
                reading = without(reading, verb)
        if own is not None:
            return Name(own, end, "own", own + 1)
        return self._judged(numbered(key, reading, start, last.end), start, end)

    def _by_signs(self, start: int, end: int) -> Name | None:
        """A name of a title, of letters, or of nothing but an ending: 《鸟类》| 编辑部, 清江大学 | PUMA | 协会, 团省委学校 | 部 | 部长."""
        key, floor, ending = self.key, self.last.end, self.key[start:end]
        if key[start - 1] == "》" and ending in _OF_WORKS:
            at = key.rfind("《", max(floor, start - LONGEST), start)
            return Name(at, end, "", at) if at >= 0 else None
        between = key[floor:start]
        lettered = floor > 0 and ending == "协会" and between.isascii() and between.isalpha()
        of_post = floor == start > 0 and ending == "部" and key.startswith("部长", end)
        return self._extended(end) if lettered or of_post else None

    def _judged(self, reading: Reading, start: int, end: int) -> Name | None:
        """The name that was read before the ending at `start:end`, if by itself or by what stands beside it it is one."""
        name = Name(reading.start, end, reading.head, reading.head_end, opened=reading.opened)
        held = holds(self.key, reading, start, end, self.words) and not self._is_person(reading) and not acts_inside(self.key, reading, start)
        if held or is_supported(self.key, reading, start, end, self.last.end):
            return name
        if may_lead(self.key, reading, start, end):
            self.leading = name
        return None

    def _is_person(self, reading: Reading) -> bool:
        """Whether the supposed proper name of a unit is a person behind a post, who does something in it."""
        length = {"": reading.opened, "open": reading.head_end - reading.start - 1 + reading.opened}.get(reading.head, 0)
        return length >= _NAME_AND_VERB and title_before(self.key, reading.start) != ""

    def _is_listed(self, end: int) -> bool:
        """Whether a list goes on behind what ends here, or closes."""
        return self.key[end : end + 1] in _LISTS

    def _task_body(self, start: int, end: int) -> Name | None:
        """区产业振兴领导小组: the division in whose name it acts, at the beginning of what runs on to the ending."""
        low = max(self.last.end, end - LONGEST, *(self.key.rfind(sign, 0, start) + 1 for sign in _TASK_BREAKS))
        for at in range(low + 1, start):
            if self.reader.may_be_head(at):
                head, begin = self.reader.head(at, low, direct=True)
                quoted = self.key.count("“", begin, end) == self.key.count("”", begin, end)
                if head and head != "class" and quoted and not self.words.is_common(self.key[begin - 1 : begin + 1]):
                    return Name(begin, end, head, at)
        of_place = self.last.head in ("relative", "open", "known")  # 市青河水电站 | 建设领导小组
        governs = self.last.end == low > 0 and (of_place or self.key[low - 1] in "委府局")  # 区委 | 创先争优活动领导小组
        return self._extended(end) if governs else None

    def _extended(self, end: int) -> Name | None:
        return self.last._replace(end=end, nested=True) if end - self.last.start <= LONGEST else None

    def _fixed(self, start: int, end: int) -> Name | None:
        if self.last.end and self.last.end == start and not self.key.startswith(_OF_THE_STATE, start):
            return self._extended(end)
        if end - start == 2 and (self.words.is_common(self.key[start - 1 : start + 1]) or self.words.is_common(self.key[end - 1 : end + 1])):
            return None  # 居 | 民建 | 议
        if self.key[end - 1] == "为" and appoints(self.key, start, end):
            return None
        across = self.key[start - 1 : start + 1]
        if across in _NO_FIXED or across in self.words.endings:
            return None  # 其中 | 石化, 集团 | 中央研究院
        reading = self.reader.read(start, self.last.end)
        alone = not reading.opened and not reading.functions and not self.key.endswith(OF_THE_WORLD, start, end)
        return Name(reading.start if alone and reading.head in ("known", "open", "relative") else start, end, "fixed", end)

    def _own_head(self, start: int, reading: Reading, ending: str) -> int | None:
        """Where 院 of 院工会, or 集团 of 集团工会, stands."""
        if reading.head or (ending == "队" and self.key.endswith(TEAMS, 0, start)):
            return None
        if not (ending in _CHILDREN or (reading.functions and (ending in self.words.free or ending in _WORKS))):
            return None
        key, floor = self.key, self.last.end
        end = self.reader.functions(start, floor)[0]
        at = end - next((len(word) for word in _OWN_WORDS if key.endswith(word, floor, end)), 1)
        begin = self.reader.functions(at, floor)[0]
        if floor <= begin < at and key[at] in _OWN and not is_han(key[begin - 1 : begin] or " "):
            return begin  # 工务 | 段 | 党委
        before = key[at - 1 : at] if at > floor else ""
        whole = end - at > 1
        of_class = self.refused == end and not whole and is_han(before or " ") and before not in _APART
        if at < floor or (key[at] not in _OWN and not whole) or of_class:
            return None
        if before and (before in _NOT_OWN or before in COUNTS or (is_han(before) and not self.reader.step(at, floor, 2)[2])):
            return None
        return self.reader.functions(at, floor)[0] if key.startswith("公司", at) else at  # 物业公司工会
