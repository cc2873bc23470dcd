"""Names of persons by what stands beside them; what looks like one and is none; position and address."""

import pytest

from pipeline import mentions
from pipeline.entities import person_sides
from pipeline.entities.learn import learn
from pipeline.entities.person_doubt import ADVERBS
from pipeline.entities.recall import recall
from pipeline.model.mentions import IssueContext, Mentions, Passage
from pipeline.notation import names


def test_the_doctrine_of_who_is_named_elsewhere_names_nobody() -> None:
    assert persons("周友明同志出席会议。会议学习周友明理论，周友明理论水平很高。") == ["周友明", "周友明"]


def persons(text: str) -> list[str]:
    return [row.text for row in mentions(text).persons]


@pytest.mark.parametrize("text", ["小博士幼儿园开学", "理　事：", "谈谈师范生的基本功", "专家组充分肯定师范特色", "研究生论文报告会，交流论文37篇"])
def test_words_that_are_made_as_names_are(text: str) -> None:
    assert mentions(text).persons == ()


def test_a_festival_that_somebody_is_called_by_is_no_date() -> None:
    found = mentions("副局长涂国庆、书记李元旦参加国庆节前的检查。", issue_date="2020-05-19")
    assert ([person.text for person in found.persons], [date.text for date in found.dates]) == (["涂国庆", "李元旦"], ["国庆节"])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("海滨市人大常委会副主任彭江斌率队", ["彭江斌"]),
        ("项目经理石磊参加培训", ["石磊"]),
        ("处长樊大为检查了工作，教师凌霜撰写论文", ["樊大为", "凌霜"]),
        ("甘雁如、颜松青、朱江海等多位劳动模范", ["甘雁如", "颜松青", "朱江海"]),
        ("欧阳春晓教授、司马青先生、诸葛明同志", ["欧阳春晓", "司马青", "诸葛明"]),
        ("王　平同志任副处长", ["王　平"]),
        ("主任委员：\n申一鸣　　孔祥瑞　　　石　峰", ["申一鸣", "孔祥瑞", "石　峰"]),
        ("护士长孙丽娟、总工程师傅延龄", ["孙丽娟", "傅延龄"]),
        ("学习习近平总书记的讲话", ["习近平"]),
        ("陈建华，男，1965年出生", ["陈建华"]),
        ("买买提·艾力是教师，总裁莱昂纳多·罗西抵达", ["买买提·艾力", "莱昂纳多·罗西"]),
        ("理事長洪嘉祐、縣長陳國華主持", ["洪嘉祐", "陳國華"]),
        ("市交通运输局贺晓岩，咨询电话", ["贺晓岩"]),
        ("增补吕春燕、韦小曼为常委", ["吕春燕", "韦小曼"]),
        ("局长王建国、" + 14 * " " + "于是散会，主席吕春燕、" + 13 * "\n", ["王建国", "吕春燕"]),
    ],
)
def test_names(text: str, names: list[str]) -> None:
    assert persons(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "高度重视安全生产，黄金周期间江河湖海",
        "主任高度重视，书记严格要求",
        "严格执行标准，和谐社会建设，成立以来，易地搬迁",
        "130余人参加，确保安全度夏，上门服务",
        "时间紧迫，任务艰巨，万众一心，方案完善",
        "由党委书记任组长，任副处长",
        "以“中国梦·劳动美”为主题，“礼赞·最美逆行者”",
        "广州、南昌、安庆三市",
        "水泥厂为松溪乡贫困户送煤",
        "观音寺住持到会，纺织局组织女工到井口慰问",
        "对松园3栋楼改造，整顿民兵连八个",
        "收集柯尔克孜族刺绣，农网惠及山村，到康乐敬老院",
        "拜会北海石油公司、阿布扎比投资局，推行一户一策",
        "县交通局曾派人查看，设立亚太区总部，市政协华侨组视察农场",
        "整合住建、民政、卫健、文旅等部门资源",
    ],
)
def test_no_names(text: str) -> None:
    assert persons(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("特邀副教授田雪主讲《诗经》", ["田雪"]),
        ("站长吕海笑呵呵地说", ["吕海"]),
        ("班长石有才说，验级员柳有才把棉花过秤", ["石有才", "柳有才"]),
        ("会议推选尤刚为理事长", ["尤刚"]),
        ("交警认定驾驶员丁平安负全部责任", ["丁平安"]),
        ("石佛寺住持尹立明、双桥物业经理骆小英", ["尹立明", "骆小英"]),
        ("贺明远教授任名誉院长", ["贺明远"]),
        ("由老师傅毛有光负责验收，領隊戴國強講解", ["毛有光", "戴國強"]),
        ("院長馮黃淑芳致送紀念旗，處長張簡國輝到會", ["馮黃淑芳", "張簡國輝"]),
        ("宋步青（市工商联顾问）说：", ["宋步青"]),
        ("获奖的有教师苏明、安春。当天，安春是主持人", ["苏明", "安春", "安春"]),
        ("退休教师第五文被骗，代表第五届理事会作报告", ["第五文"]),
        ("桥东区人民政府璩家和", ["璩家和"]),
        ("请假：贺自立", ["贺自立"]),
        ("会议推选尤刚为副主席。", ["尤刚"]),
        ("退休工人丘盛师傅捐款，班长卓云山安全行车五年", ["丘盛", "卓云山"]),
        ("夜班的麻建国、罗国庆、古丽努尔三位师傅", ["麻建国", "罗国庆", "古丽努尔"]),
        ("副局长小野寺勇設宴款待", ["小野寺勇"]),
        ("副主任丁一，居民完颜青轮流值守", ["丁一", "完颜青"]),
        ("大会选举果兰芝为县妇联主席，冒着大风救起安有年、罗国庆等9人", ["果兰芝", "安有年", "罗国庆"]),
        ("市铁路局批准，黄立山任北川车务段段长", ["黄立山"]),
        ("教师石瑾来访。石瑾全家六口", ["石瑾", "石瑾"]),
        ("县广播站解飞以98分获第一", ["解飞"]),
        ("骨科主任侯立才演示手法，秘书长阳霜随队参加", ["侯立才", "阳霜"]),
    ],
)
def test_where_a_name_ends(text: str, names: list[str]) -> None:
    assert persons(text) == names


def test_a_number_that_the_frame_takes_for_a_name_is_recalled_nowhere() -> None:
    text = "查补税款120万元，赵砚田查补。"
    passages = (Passage("text", text, text, text),)
    context = learn(passages, IssueContext("2020-05-19", 2020, None, (), ("120", "赵砚田")))
    found = recall([passages], [Mentions()], context)
    assert [row.text for row in found[0].persons] == ["赵砚田"]


def test_kinds_of_regions_that_a_document_is_sent_to_are_no_units() -> None:
    text = "各省、自治区、直辖市和直属单位工会按时上报。"
    passages = (Passage("text", text, text, text),)
    context = learn(passages, IssueContext("2020-05-19", 2020, None, ("自治区", "直辖市", "直属单位工会"), ()))
    assert recall([passages], [Mentions()], context)[0].organizations == ()


def test_posts_lead_to_a_name_and_a_time_or_a_count_to_none() -> None:
    assert persons("收到慰问金后说：“有工会在。”地铁四电工程首条电缆敷设") == []
    assert persons("副省长高玉山来院调研公立医院改革，包工头方大同被查，指挥家林振家应邀担任评委") == ["高玉山", "方大同", "林振家"]


def test_words_that_say_how_somebody_speaks_are_no_names() -> None:
    frames = ("，局长{}强调，", "，局长{}赶到现场，", "，书记{}说，")
    assert [word for word in sorted(ADVERBS) if any(persons(frame.format(word)) for frame in frames)] == []


def test_a_name_once_known_needs_no_title() -> None:
    assert persons("局长褚向东主持会议。随后褚向东还慰问了职工。有人记得褚向东当年的样子。") == ["褚向东"] * 3


@pytest.mark.parametrize(
    ("text", "position", "honorific"),
    [
        ("海滨市人大常委会副主任，市总工会党组书记、主席彭江斌率队", "海滨市人大常委会副主任，市总工会党组书记、主席", None),
        ("党委书记、董事长韩锦云出席", "党委书记、董事长", None),
        ("市委罗晋京同志", None, "同志"),
        ("欧阳春晓教授讲课", None, "教授"),
        ("鲍立民代表公司发言，矿长鲍立民代表矿里", None, None),
    ],
)
def test_position_and_address(text: str, position: str | None, honorific: str | None) -> None:
    row = mentions(text).persons[0]
    assert (row.position, row.honorific) == (position, honorific)


def test_confidence_grows_with_what_speaks_for_a_name() -> None:
    weak, strong = mentions("茶农蓝秀珍对记者笑了").persons, mentions("县长蓝秀珍强调").persons
    assert weak[0].confidence < strong[0].confidence <= 0.95


@pytest.mark.parametrize("done", sorted(person_sides._CREDITS))
def test_who_has_made_a_picture_or_a_text(done: str) -> None:
    assert [row.text for row in mentions(f"图为丰收的场面（记者程远{done}）").persons] == ["程远"]


@pytest.mark.parametrize("event", names._EVENTS)
def test_a_meeting_is_no_unit(event: str) -> None:
    assert not names.is_unit(f"区{event}")
    assert names.is_unit("区职工代表大会")
