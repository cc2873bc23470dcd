"""Whether what was read before an ending makes the name of one particular unit of it, and no class, post or venue."""

from pipeline.entities.masking import BLANK
from pipeline.entities.person_sides import title_before
from pipeline.entities.unit_marks import (
    ACTIONS,
    DIVISIONS,
    INDUSTRIES,
    NAMING,
    NUMBERED_SCHOOLS,
    NUMERALS,
    PARTIES,
    SOFT_STOP,
    STOP,
    VERBS,
)
from pipeline.entities.unit_name import Reading
from pipeline.entities.unit_parts import TENS_OF_SCHOOLS
from pipeline.entities.vocabulary import Vocabulary
from pipeline.notation.pattern import Pattern

_POSTS = ("书记", "副书记", "成员", "委员", "第一书记", "专职副书记", "常务副书记", "会议", "(扩大)", "理论", "班子", "中心组")
_BODIES = frozenset(("党组", "党委", "党总支", "党支部", "分党组", "总支部", "董事会", "监事会", "理事会"))
_TROOPS = frozenset("军师旅团营连班")
"""Endings that only a number makes a unit of: 第三师."""
_NUMBERED = frozenset(("分厂", "分场", "车间", "工区", "工段", "中队", "大队", "分公司", "支部", "党支部"))
"""Endings of the parts of one unit that are told apart by number alone: 二分厂."""
_OF_PLACES = frozenset(("之家", "府", "空军", "海军", "陆军", "自卫队"))
"""Endings that only a place makes a unit of: 美国 | 空军."""
_RANKS = frozenset(("总队", "支队", "大队", "中队", "队"))
_SCHOOLS = NUMBERED_SCHOOLS.union("小学 中学 学院 附小 附中 一小 二小 三小".split())
CLASSES = ("基层", "企业", "中小企业", "民营企业", "私营企业", "高校", "中小学", "行业", "农民专业", "外商投资企业")
"""Words that name a class of units right before an ending, whatever stands before them: 新建 | 基层 | 工会."""
CLASSES_ALONE = (
    "民营", "学校", "职工", "产业", "专业", "国有", "工业", "商业", "农村", "社会", "机关", "农民", "律师", "保险", "物业", "快递", "餐饮",
    "高等专科", "职业", "成人教育", "科研", "医疗", "研究", "附属", "常务",
)  # fmt: skip
"""Words that do so where no proper name stands before them: 物业公司, 会计师事务所."""
_ACADEMIES = ("大学", "科学院", "工程院", "中科院", "农科院", "社科院", "科大")
_INSTITUTES = ("研究所", "研究院", "研究中心", "研究室", "实验室", "观测站", "植物园", "天文台")
_LONGEST_INSTITUTE = 14
"""Characters between the name of an academy and the end of that of its institute."""
_JOINT_FROM = 4
"""Characters of what an institute studies, from which it may study one thing more."""
_BETWEEN = STOP | frozenset("成立共参访赴邀请牵筹派聘签揭、，,。()《》“” \n\0")
"""Characters with which the academy does something with another's institute, or the sentence goes on."""
_OF_TRADES = frozenset(("工会", "医院", "公社", "农场"))
"""Endings before which a trade is the name of one unit: 建筑工会, 港口医院."""
HUBS = tuple("指挥 研发 数据 会展 购物 文化 商业 政治 经济 金融 贸易 科技 教育 交通 旅游 航运 创新 工作 活动 社区 便民 党群 政务 群众".split())
"""Before 中心 they say what a place is: 商业中心, 便民服务中心."""
_FORWARD = tuple("前先奋跃促")
"""Before 进: a word, and no going into a school."""
_THROUGH = ("进", "入", "出", "去")
"""走进 | 学校, 带出 | 海关: somebody goes in or out."""
_STAGES = frozenset("站所部段局")
"""What number one of its kind is no unit of: 第一站."""
_OF_THE_NATION = ("联", "协", "会", "委", "人大")
"""Endings with which 全国 is the name of one body: 全国妇联; 全国海关 are many."""
OF_MANY = frozenset("矿 大学 小学 中学 医院 幼儿园 公司 厂 银行 电视台 电台 法院 监狱 煤矿 商场 宾馆 派出所 剧团 旅行社 企业 市场".split())
"""Endings with which it names many, whatever they do: 全国 | 城市 | 电视台."""
_OF_SIZE = frozenset("公司 集团 企业 工厂 医院 学校".split())
"""Endings with which 大 makes a class: 国际 | 大公司."""
_KINDS = ("国立", "私立", "国营")
"""With which a bare ending is a kind of unit: 国立 | 大学."""
_VISITS = frozenset(("巡视", "检查", "视察"))
"""What somebody does in any unit of a kind: 代表巡视车间."""
_OUTSIDE = ("门前", "门口", "门外", "对面", "附近")
"""Behind a unit that is named for where it stands."""
_DEPARTMENT = 2
"""Characters of 妇科."""
_VENUES = frozenset("馆宫店场院心园厅部")
_HELD = Pattern(r"(?:隆重|成功|顺利|联合|共同)?(?:召开|举行|举办|进行|开幕|开展|闭幕|拉开|启动|揭牌|上演|开班|开讲)")
_SHORT_NAME = 2
"""Characters of a proper name in which nobody acts."""
_DEEDS = frozenset(ACTIONS) - VERBS
_OPENS = ("办起", "建起", "增设", "启用", "办成")
_COUNTED = Pattern(r"(?:\d+|[一二三四五六七八九十]+)(?:个|家|处|所|支)[,。、;]")
"""Behind what is many of a kind."""
_OF_EACH = Pattern(r"(?:[各县市]\([省市县区]\)、?|各[省市县]、|[省市县区]\((?:自治区(?:、直辖市)?|[市县区](?:、[市县区])*)\)|所在|[×某○])$")
_CLOSES_EACH = frozenset(")、在×某○")
_LONGEST_EACH = 12
"""Before what each of many divisions has."""
_BRANCH_ENDINGS = ("分", "支", "办事处", "代表处", "联络处")
_AFTER_DATES = frozenset("前后起止交")
"""Characters behind a date that begin no name: 5日前交教务处."""
_DATED = (BLANK, "日", "月", "年")
_HONOURS = ("”称号", "”等称号", "”荣誉", '"称号', "」稱號", "」称号")
_ROOMS = ("血液透析", "心电图", "超声", "放射", "病理", "检验", "输血", "消毒供应", "供应", "产", "监察")
"""Words with which 室 is a department; of any other function it is a room."""
_BANKS, _BANK_BRANCHES = ("银行", "发行", "国开行", "保险公司"), ("分行", "支行", "分公司", "支公司")
"""What goes on with a division of its own: 交通银行 | 省分行."""
KINDS = {
    "油田": ("海上",),
    "游击队": ("抗日", "农民", "反政府"),
    "银行": ("村镇", "投资", "开户", "专业"),
    "公司": ("小贷", "小额贷款", "博彩"),
    "集团": ("反革命", "犯罪", "走私", "贩毒", "诈骗", "盗窃", "利益", "贪污"),
    "政府": ("地方", "外国", "非"),
    "医院": ("哨点", "公立"),
    "国中": ("全",),
    "议会": ("地方",),
}
"""Words that make a class of an ending, be they proper names elsewhere."""
_ACTS = SOFT_STOP | frozenset("诉告建办设管租欠赴探带")
"""Characters with which one unit does something with another: 玉泉中学 | 建 | 图书馆."""
_HALLS = ("服务", "报告", "营业", "展览")
"""Before 厅 they make a hall of it: 办税服务厅."""
_OUTPOSTS = frozenset("局处队站所段庭矿库")
"""How the outposts that an office has in other places end."""
_OF_HEALTH = ("卫生厅", "卫生局", "卫健委", "卫生健康委")
"""Who has no hospital of its own: 省卫生厅 | 医院评审组."""
TEAMS = ("帮扶", "医疗", "代表", "工作", "宣讲", "督导", "抢修")
"""Before 队 they make a team for one task, and no part of the unit that sends it: 县医院 | 医疗队."""


def is_post(key: str, ending: str, end: int) -> bool:
    """Whether the body of a unit stands only for a post in it: 党组 of 市总工会党组书记, 中队 of 支队中队长."""
    if ending == "委" and key[end - 2] in "政常主":
        return True
    if key.startswith(("长", "辅导员"), end) and (ending in _RANKS or len(ending) == 1 or ending[-1] == "组"):
        return True
    return ending in _BODIES and key.startswith(_POSTS, end)


def continues(key: str, reading: Reading, ending: str, whole: str) -> bool:
    """Whether a name goes on from the unit `whole` before it: 市总工会 | 法律援助中心, 苍岩集团 | 西南分公司, 国家税务总局 | 云州市税务局."""
    if key.startswith(("国家", "中央"), reading.start) and ending[-1] in "部委局署办":
        return False  # 公安部 | 国家安全部
    if ending in _BANK_BRANCHES and whole.endswith(_BANKS) and not (reading.head or reading.opened or reading.functions):
        return False  # 华夏银行 | 支行
    if reading.head:
        ours = reading.head == "relative" and (
            (ending in _BANK_BRANCHES and whole.endswith(_BANKS)) or (ending == "分局" and whole[-1] == "局")
        )
        outpost = ending.startswith(_BRANCH_ENDINGS) or ending[-1] in _OUTPOSTS
        branch = reading.head == "known" or (reading.head == "open" and outpost and (ending != "队" or reading.functions > 0))
        return ours or whole in PARTIES or (branch and key[reading.start : reading.head_end] not in whole)
    team = ending == "队" and (key.startswith(TEAMS, reading.start) or (not reading.functions and reading.opened < 2))
    troop = ending in _TROOPS and not (ending == "班" and reading.functions > 1) and key[reading.start] not in NUMERALS | {"第"}
    former = reading.opened == 1 and key[reading.start] == "原"
    visitor = ending == "医院" and whole.endswith(_OF_HEALTH)
    if ending.endswith("之家") or team or troop or visitor or former or joins(key, reading):
        return False
    verb = reading.opened or reading.functions or key[reading.start + 3 : reading.start + 4] == "班"  # 县委 | 办 | 培训班
    office = ending == "办" and whole[-1] in "委府" and not verb
    return reading.opened <= 4 and (office or len(ending) > 1 or reading.functions > 0 or reading.opened == 2)


def is_academic(whole: str, part: str) -> bool:
    """Whether a university or academy goes on to an institute of its own, whatever place or everyday words name that.

    中国科学院 | 南海海洋研究所, 清江大学 | 热带生物圈研究中心; `whole` is how the first ends, `part` all that follows.
    """
    if not (whole.endswith(_ACADEMIES) and part.endswith(_INSTITUTES) and 4 < len(part) <= _LONGEST_INSTITUTE):
        return False
    between = part[:_JOINT_FROM] + part[_JOINT_FROM:].replace("与", "", 1)  # 古脊椎动物 | 与 | 古人类研究所
    return _BETWEEN.isdisjoint(between) and not any(word in part for word in (*VERBS, *_ACADEMIES))


def joins(key: str, reading: Reading) -> int:
    """Length of the word by which the unit before does something with this one: 联合, 完成, 诉, 为."""
    start = reading.start
    if (reading.functions > 1 and key[start : start + 2] in VERBS) or (reading.functions + reading.opened > 1 and key[start : start + 2] in ACTIONS):
        return 2
    return 1 if reading.opened not in (0, 2) and key[start] in _ACTS else 0


def holds(key: str, reading: Reading, start: int, end: int, words: Vocabulary) -> bool:
    """Whether the ending at `start:end` with what was read before it is a name by itself."""
    ending = key[start:end]
    numbered = key[start - 1 : start] in NUMERALS and reading.functions > 0
    some_of = len(ending) == 1 and key[start - 1 : start] in ("几", "多")  # 云州几所
    counted = some_of or (numbered and ending == "处" and key[start - 2] in NUMERALS)  # 工地食堂十一处
    moved = not reading.functions and not reading.head and key[start - 1 : start] in _THROUGH
    entered = moved and key[start - 2 : start - 1] not in _FORWARD  # 师傅进学校
    visited = reading.stop == "word" and key[reading.start : start] in _VISITS
    some = not reading.head and key[reading.start - 1 : reading.start] == "某"
    learns = ending == "学会" and not reading.head and (not reading.functions or title_before(key, start) != "")  # 职工 | 学会
    led = ending in _RANKS and key.startswith("长", end) and not (reading.head or reading.functions)  # 陶卫东 | 支队长
    kind = ending in KINDS and _is_kind(key, reading, start, KINDS[ending])
    none = some or led or learns or entered or visited or counted or kind
    if none or reading.stop in ("long", "count") or _lacks(key, reading, start, ending, numbered=numbered):
        return False
    school = ending in NUMBERED_SCHOOLS and key[reading.start : start] in TENS_OF_SCHOOLS | {"十"}  # 二十 | 三中
    if numbered and (school or reading.start == start - 1):
        return (school or ending in _NUMBERED) and (reading.stop == "edge" or key[reading.start - 1] in STOP)
    if reading.head:
        return _holds_with_head(key, reading, start, ending)
    elected = key[start - 1 : start] == "届"  # 第三届理事会
    dated = reading.opened and key[reading.start] in _AFTER_DATES and key[reading.start - 1 : reading.start] in _DATED
    stage = ending in _STAGES and key[reading.start] == "第" and reading.functions == 1
    if reading.opened == 1 or elected or dated or stage:
        return False
    alone = len(ending) > 1 and key[reading.start : start] in CLASSES_ALONE
    if reading.functions and (alone or key.endswith(CLASSES, reading.start, start)):
        return _is_numbered(key, reading, start) or ending in ("小学", "中学")
    return _is_numbered(key, reading, start) or _stands_alone(key, reading, start, words, ending)


def _is_kind(key: str, reading: Reading, start: int, kinds: tuple[str, ...]) -> bool:
    """Whether what stands before an ending only says which kind it is: 村镇 | 银行; 云州村镇银行 is one."""
    return key[reading.start : start] in kinds or (not reading.head and key.endswith(kinds, 0, start))


def _lacks(key: str, reading: Reading, start: int, ending: str, *, numbered: bool) -> bool:
    """Whether an ending that makes no unit with a proper name alone has nothing else before it."""
    if ending == "队":
        return not reading.functions or key.endswith(TEAMS, 0, start)
    return not reading.head if ending in _OF_PLACES else ending in _TROOPS and not numbered


def _is_numbered(key: str, reading: Reading, start: int) -> bool:
    """Whether a number makes a unit a particular one: 第三人民医院, 机关第一党支部, 七〇八所; not 第三届理事会; or a name: 康乐敬老院."""
    number = key[reading.start : start]
    named = number in NAMING and not key.startswith("中心", start)
    return reading.functions > 0 and (named or ("第" in number and "届" not in number) or (len(number) > 2 and NUMERALS.issuperset(number)))


def _holds_with_head(key: str, reading: Reading, start: int, ending: str) -> bool:
    named = reading.functions + reading.opened > 0
    one = (named or ending.endswith(_OF_THE_NATION)) and ending not in OF_MANY and not key.startswith("长", start + 1)
    if key.startswith("全国", reading.start) and not one:  # 全国文物局 | 长会议
        return False
    if not named and key[reading.start : start] in _KINDS:
        return False
    if _is_of_kind(key, reading, start, ending):
        return False
    if ending in "总府":  # 广州市总, short for 总工会; 县府
        return not named and key[start - 1] in DIVISIONS
    return named or len(ending) > 1 or ending == "委" or (ending in "局厅府" and key[start - 1] in DIVISIONS)


def _is_of_kind(key: str, reading: Reading, start: int, ending: str) -> bool:
    """Whether what stands before an ending tells no unit of a place from others: 国际 | 大公司, 中国 | 第一部, 云州市 | 中小学, 六届 | 三中."""
    before, parts = key[start - 1], reading.functions + reading.opened
    if ending == "中心":  # 云州市 | 中心, 以云州市场为 | 中心
        return not parts or before in "为是"
    if (ending in NUMBERED_SCHOOLS and before == "届") or (ending == "小学" and before == "中" and key[start - 2] in DIVISIONS):
        return True
    return parts == 1 and ((ending in _OF_SIZE and before == "大") or (ending == "部" and before in NUMERALS))


def _stands_alone(key: str, reading: Reading, start: int, words: Vocabulary, ending: str) -> bool:
    """Without a place: by a proper name, or by a word for what the unit does where the ending is of the free kind."""
    functions, opened = reading.functions > 0, reading.opened >= 2
    if ending == "部" and key.endswith("项目", reading.start, start):
        return opened
    if (ending == "厅" and key.endswith(_HALLS, reading.start, start)) or (ending == "室" and not key.endswith(_ROOMS, reading.start, start)):
        return False
    if ending == "队":
        return reading.functions > 1 - opened and (opened or key[start - 1] in NUMERALS)
    if ending in words.free:
        return functions and reading.opened in (0, 2, 3) if len(ending) == 1 else functions or opened
    between = reading.stop == "edge" or key[reading.start - 1] in STOP
    if functions and (ending in _SCHOOLS or (between and _is_of_trade(key, reading, start, ending))):
        return True
    return opened and (len(ending) > 1 or ending in "厂矿店" or functions)


def _is_of_trade(key: str, reading: Reading, start: int, ending: str) -> bool:
    """Whether a word for what the unit does makes the name of one, between signs: 港口医院, 计量中心."""
    if ending in _OF_TRADES:
        return key[reading.start : start] in INDUSTRIES
    return ending == "厂" or (ending.endswith("中心") and not reading.opened and not key.endswith(HUBS, reading.start, start))


def acts_inside(key: str, reading: Reading, start: int) -> bool:
    """Whether somebody does something in what was taken for a proper name: 妇女组探访 | 安老院."""
    return reading.opened > _SHORT_NAME and not reading.head and any(key[at : at + 2] in _DEEDS for at in range(reading.start, start - 1))


def is_opened(key: str, start: int) -> bool:
    """Whether somebody opens what begins here: 建起 | 气象站."""
    return key.startswith(_OPENS, start - 2)


def is_counted(key: str, end: int) -> bool:
    """Whether what ends here is many: 党支部 | 19个."""
    return key[end : end + 1] in NUMERALS and _COUNTED.match(key, end) is not None


def is_of_each(key: str, start: int) -> bool:
    """Whether what begins here is one that each of many has: 省(自治区、直辖市) | 财政厅, 各县(市)、| 区政府, 所在 | 镇政府, 某某县第× | 区政府."""
    return key[start - 1 : start] in _CLOSES_EACH and _OF_EACH.search(key[max(0, start - _LONGEST_EACH) : start]) is not None


def is_honour(key: str, end: int) -> bool:
    """Whether a name in quotation marks is a title that is won: “松岭市绿色学校”称号."""
    return key.startswith(_HONOURS, end)


def is_venue(key: str, start: int, end: int) -> bool:
    """Whether a name stands for the place where something is, or for what is done there: 在市工人文化宫召开, 镇政府门前, 妇科检查."""
    if key.startswith(_OUTSIDE, end) or (end - start == _DEPARTMENT and key.startswith("科检查", end - 1)):
        return True
    venue = (key[end - 1] in _VENUES or key.endswith("招待所", start, end)) and not key.endswith(("学院", "医院", "法院", "检察院"), start, end)
    return venue and key[start - 1 : start] in ("在", "于") and _HELD.match(key, end) is not None
