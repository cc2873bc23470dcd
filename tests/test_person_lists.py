"""Persons behind posts whatever their surname, in lists of persons, and by names of other languages; what stands there and is no name."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipeline import mentions
from pipeline.entities.foreign_sounds import is_dot
from pipeline.lexicon import entries


def persons(text: str) -> list[str]:
    return [row.text for row in mentions(text).persons]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("市档案馆馆长缑玉明参加启用仪式", ["缑玉明"]),
        ("青溪法庭法官查文远来到村里", ["查文远"]),
        ("县茶叶协会会长和丽珍赴省城领取证书", ["和丽珍"]),
        ("护士长门春兰（市第二医院）", ["门春兰"]),
        ("会员证发给水库承包人庞广田保管", ["庞广田"]),
        ("高炉炉长冷云山说", ["冷云山"]),
        ("技术员宋有来、耿家旺经过九年", ["宋有来", "耿家旺"]),
        ("指导教师为揭岚、司空亮。", ["揭岚", "司空亮"]),
        ("云州市第三中学的单文博同大家见面", ["单文博"]),
        ("副局长阮氏青梅介绍政策", ["阮氏青梅"]),
        ("县邮电局投递员和振林今年投递邮件", ["和振林"]),
        ("会长和张小军参加", ["张小军"]),
        ("大会选举岳兰香为县妇联主席", ["岳兰香"]),
        ("换届大会上，祝明远任会长", ["祝明远"]),
        ("爱心人士来　喜、安　宁到场", ["来　喜", "安　宁"]),
    ],
)
def test_a_post_makes_a_name_of_rare_surnames(text: str, names: list[str]) -> None:
    assert persons(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("教师谭小山、包容、缑玉明获表彰", ["谭小山", "包容", "缑玉明"]),
        ("女民工解兰香、曩秀梅、訾小凤推车", ["解兰香", "曩秀梅", "訾小凤"]),
        ("先进个人：贺文海、郝春生、曩玉英。", ["贺文海", "郝春生", "曩玉英"]),
        ("研究员支　农、续　岚走访", ["支　农", "续　岚"]),
        ("总经理由　青签字", ["由　青"]),
        ("队员海日汗巴图、孟和、额尔德木图、斯琴高娃获奖", ["海日汗巴图", "孟和", "额尔德木图", "斯琴高娃"]),
        ("辅导员是：果莹莹（和平小学）　　桂文成（盐场小学）　　穆小英（中心小学）　　回玉梅（红桥小学）", ["果莹莹", "桂文成", "穆小英", "回玉梅"]),
        ("女民工解兰香、从秀梅、訾小凤推车", ["解兰香", "从秀梅", "訾小凤"]),
        ("工程师向发明、粟爱香、那广文一起", ["向发明", "粟爱香", "那广文"]),
        ("专家崔　鹏、游　云、强　震等14名", ["崔　鹏", "游　云", "强　震"]),
        ("司机杨素云、格桑卓玛、呼格吉日图；", ["杨素云", "格桑卓玛", "呼格吉日图"]),
        ("市第一中学贺晓岩，东山小学瞿远，回民中学沈从，", ["贺晓岩", "瞿远", "沈从"]),
        ("专家卡洛斯·席尔瓦、容国正、宗玉", ["卡洛斯·席尔瓦", "容国正", "宗玉"]),
        ("优秀学员：冶秀英、马阿乙草、李毛先", ["冶秀英", "马阿乙草", "李毛先"]),
        ("放映员桂　兰、上官水清、晏子明受到表彰", ["桂　兰", "上官水清", "晏子明"]),
    ],
)
def test_a_list_of_persons_makes_names_of_its_members(text: str, names: list[str]) -> None:
    assert persons(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("总工程师谢尔盖·阿纳托利耶维奇·别列佐夫，", ["谢尔盖·阿纳托利耶维奇·别列佐夫"]),
        ("技术总监约翰·K·米勒，", ["约翰·K·米勒"]),
        ("商会会长萨立赫·本·哈立德、秘书长到会", ["萨立赫·本·哈立德"]),
        ("上等兵阿布都·吐尔逊和班长岳小刚", ["阿布都·吐尔逊", "岳小刚"]),
        ("买买提·艾力是教师", ["买买提·艾力"]),
        ("站长来提甫·库尔班带队", ["来提甫·库尔班"]),
        ("局长巴特尔·道尔吉说", ["巴特尔·道尔吉"]),
        ("理工学院教授艾琳·周。", ["艾琳·周"]),
        ("厂长爱新觉罗·毓岚、", ["爱新觉罗·毓岚"]),
        ("翻译员桑平陪同叶甫盖尼·安德烈耶夫到车间", ["桑平", "叶甫盖尼·安德烈耶夫"]),
        ("阿依夏木·买买提是绣娘。阿依夏木说", ["阿依夏木·买买提", "阿依夏木"]),
        ("副市长呼和巴雅尔主持召开会议", ["呼和巴雅尔"]),
        ("毕业生代表卡洛斯·席尔瓦发言，会议选举才仁·多吉为会长", ["卡洛斯·席尔瓦", "才仁·多吉"]),
        ("审判长古丽努尔·买买提应邀到校", ["古丽努尔·买买提"]),
        ("牧民敖登其木格、院长哈斯毕力格主持，校长汉斯·墨克尔到会", ["敖登其木格", "哈斯毕力格", "汉斯·墨克尔"]),
        ("法国专家让·雷诺和德国工程师汉斯·穆勒参观", ["让·雷诺", "汉斯·穆勒"]),
        ("土族群众祁多杰才让、法官沙玛阿呷入选", ["祁多杰才让", "沙玛阿呷"]),
        ("队长色音巴图和兽医苗玉春作了安排", ["色音巴图", "苗玉春"]),
        ("工程师中村浩是专家，局长小野寺勇介绍", ["中村浩", "小野寺勇"]),
        ("副县长别克木拉提出席", ["别克木拉提"]),
        ("教授召罕温主编的书", ["召罕温"]),
        ("县长完么才让、副局长鲍文到场", ["完么才让", "鲍文"]),
        ("中学的单文博同阿依夏木·托合提见面", ["阿依夏木·托合提"]),
        ("医生拉毛措、护士王芳", ["拉毛措", "王芳"]),
        ("东江大学教授山本诚一来校讲学", ["山本诚一"]),
        ("工程师长谷川健、翻译小野美智子应邀来厂", ["长谷川健", "小野美智子"]),
    ],
)
def test_names_of_other_languages(text: str, names: list[str]) -> None:
    assert persons(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "职工积极参加活动，队长带领队员出发，民警立即赶到",
        "教师节期间，班组长轮训率达到100%，首席技师已达9人",
        "启动“师带徒”工程，为交警、环卫工送清凉",
        "农民种田积极性高，女职工登青龙山，干部当日包保，社员修渠",
        "法律顾问撰文说明，医生护士长期坚持，主任就此作了说明",
        "毛主席在中南海，第三届理事会第五次会议",
        "教师宿舍、食堂、图书室，村民自治、互助、养老",
        "东方钢铁董事会，环卫工人老孟",
        "车间甲、乙、丙三班，局长、副局长、处长",
        "霍先生为康乐部主任，学生爱听，文中所说福升班",
        "抵达乌鲁木齐天山旅行社，全体职工严阵以待",
        "联系人和电　话：0350-4480",
    ],
)
def test_words_behind_posts_are_no_names(text: str) -> None:
    assert persons(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("主任韦向群、主治医师皮定安等到场", ["韦向群", "皮定安"]),
        ("县长米德高任组长，米德高和代表参加", ["米德高", "米德高"]),
        ("吕薇、司徒磊及全院干部", ["吕薇", "司徒磊"]),
        ("教授郎兴邦、敦和慈善基金会秘书长朱安", ["郎兴邦", "朱安"]),
        ("蔺如海　　贡长林　　苏　叶　　向　阳", ["蔺如海", "贡长林", "苏　叶", "向　阳"]),
        ("局长魏大同、国家电网、市县两级", ["魏大同"]),
    ],
)
def test_names_end_where_they_end(text: str, names: list[str]) -> None:
    assert persons(text) == names


def test_a_name_printed_with_a_blank_is_known_without() -> None:
    assert persons("医生牛　耘、朱药到场。大家称赞牛耘的医术") == ["牛　耘", "朱药", "牛耘"]


def test_japanese_surnames() -> None:
    lost = [name for name in entries("japanese_surnames") if persons(f"，教授{name}健一，") != [f"{name}健一"]]
    assert lost == []


@example("、丰和棠鲁")  # a name that would go on behind the end
@given(st.text("张三丰局长、、， 　（）·布和朝鲁海棠从书记等\n：A.", max_size=60))
def test_any_text_gives_names_in_order(text: str) -> None:
    spans = [(row.start, row.end) for row in mentions(text).persons]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= two[0] for one, two in pairwise(spans))


def test_dots_of_names() -> None:
    assert is_dot("·")
    assert not is_dot("")


BY_UNIT = """授予下列同志“办案标兵”称号：
市中院：相里明　仉小军　官云　强光　平安
柳林区法院：第五鸿　覃爱民　谢天地
滕云龙　县水利工程队队长
党荣　惠芳　柳沟村村民委员会委员
常年　县供销社司机
代表　县农机局技术员
"""


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("大岭机务段解放、盖文山；铁山机务段向阳、幸福生。", "解放 盖文山 向阳 幸福生"),
        ("记功的是：刑侦支队雷霆、于勇敢，巡警支队邸飞。", "雷霆 于勇敢 邸飞"),
        ("工行：钱程、暴雨生；农行：田间、农田。", "钱程 暴雨生 田间 农田"),
        ("炼钢厂国庆和初轧厂毕胜，海钢二中古月和海钢三小苏醒。", "国庆 毕胜 古月 苏醒"),
        (BY_UNIT, "相里明 仉小军 官云 强光 平安 第五鸿 覃爱民 谢天地 滕云龙 党荣 惠芳 常年 代表"),
        ("市纺织公司经理、市机械厂厂长、市食品公司会计出席，县粮站主任、副主任请假。", ""),
        ("出席：市教育局局长、副局长；县教育局科长、干事；区教育局校长、教师。", ""),
        ("市总工会部署，区总工会响应、跟进；县总工会落实，镇工会巩固、提高。", ""),
        ("时间：上午；地点：会议室；内容：学习、讨论。", ""),
    ],
)
def test_persons_by_unit(text: str, names: str) -> None:
    assert [person.text for person in mentions(text).persons] == names.split()
