"""Names of units: what belongs to them on either side, what is a class, a post or a venue, and lists that share a head."""

import pytest

from pipeline import mentions
from pipeline.entities.annotate import mentions as find


def units(text: str, issuer: str | None = None) -> list[str]:
    return [row.text for row in mentions(text, issuer=issuer).organizations]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("到广州市维特斯兰服饰有限公司宣讲", ["广州市维特斯兰服饰有限公司"]),
        ("由市自然资源和规划局、市人力资源和社会保障局负责", ["市自然资源和规划局", "市人力资源和社会保障局"]),
        ("市林业和园林局、漓州市林业与园林协会", ["市林业和园林局", "漓州市林业与园林协会"]),
        ("苍岩（集团）有限公司、中国（上海）贸易促进会", ["苍岩（集团）有限公司", "中国（上海）贸易促进会"]),
        ("广东省广州市越秀区教育局发出通知", ["广东省广州市越秀区教育局"]),
        ("赴漓州市总工会、来石桥县总工会", ["漓州市总工会", "石桥县总工会"]),
        ("第三人民医院、市第二医院、采煤二队、中铁十二局", ["第三人民医院", "市第二医院", "采煤二队", "中铁十二局"]),
        ("三江航天红峰控制有限公司，松浦机器厂", ["三江航天红峰控制有限公司", "松浦机器厂"]),
        ("胸外科、儿科、血液透析室、生产科", ["胸外科", "儿科", "血液透析室", "生产科"]),
        ("经市委市政府同意，区委区政府部署", ["市委", "市政府", "区委", "区政府"]),
        ("广州市总召开会议，全市总产值增长", ["广州市总"]),
        ("幸福社区居委会组织居民", ["幸福社区居委会"]),
        ("国务院、新华社、联合国教科文组织", ["国务院", "新华社", "联合国教科文组织"]),
        ("县政府召開會議，臺北市政府教育局表示", ["县政府", "臺北市政府教育局"]),
    ],
)
def test_where_names_begin_and_end(text: str, names: list[str]) -> None:
    assert units(text) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("市总工会法律援助中心派出律师", "市总工会法律援助中心"),
        ("苍岩集团西南分公司中标", "苍岩集团西南分公司"),
        ("快马速递漓州分公司负责人", "快马速递漓州分公司"),
        ("任组长的县农村人居环境整治提升工作领导小组，召开会议", "县农村人居环境整治提升工作领导小组"),
        ("省营商环境优化领导小组成立", "省营商环境优化领导小组"),
        ("云州市创建文明城市工作领导小组印发", "云州市创建文明城市工作领导小组"),
        ("广州发展集团工会女职委组织", "广州发展集团工会女职委"),
        ("国家税务总局云州市税务局推出", "国家税务总局云州市税务局"),
        ("民建云州市委提交提案", "民建云州市委"),
        ("中国人民银行云州中心支行发布", "中国人民银行云州中心支行"),
        ("内科第一工会小组获奖", "内科第一工会小组"),
        ("中共柏河县委农村工作部编", "中共柏河县委农村工作部"),
        ("松江铁路局云州客运段广州车队获奖", "松江铁路局云州客运段广州车队"),
        ("水利部黄河水利委员会派员", "水利部黄河水利委员会"),
        ("新华社河北分社播发", "新华社河北分社"),
        ("南岭县人民法院白塔人民法庭开庭", "南岭县人民法院白塔人民法庭"),
        ("松浦机械厂总装车间完成任务", "松浦机械厂总装车间"),
        ("松浦机械厂铸钢车间乙班夺冠", "松浦机械厂铸钢车间乙班"),
        ("江南师范大学生物系招生", "江南师范大学生物系"),
        ("致公党市委到会", "致公党市委"),
        ("馒头营供电所检修", "馒头营供电所"),
        ("北方铁道学院讲师", "北方铁道学院"),
        ("由宝沙县公路工程公司返工", "宝沙县公路工程公司"),
        ("与上好佳集团座谈", "上好佳集团"),
        ("外轮理货公司受到表扬", "外轮理货公司"),
        ("，蒙和食品公司投产", "蒙和食品公司"),
        ("实地查看化学与材料学院", "化学与材料学院"),
        ("河东公社民兵营一连出动", "河东公社民兵营一连"),
        ("矿职工医院急送", "矿职工医院"),
        ("局机修厂试制", "局机修厂"),
        ("校医院坚守岗位", "校医院"),
        ("铁路工会召开", "铁路工会"),
        ("港口医院为职工体检", "港口医院"),
        ("计量中心、", "计量中心"),
        ("安居物业公司报修", "安居物业公司"),
        ("云溪市社会科学界联合会召开五届四次全委会", "云溪市社会科学界联合会"),
        ("三区供销社主任", "三区供销社"),
    ],
)
def test_the_longest_name_wins(text: str, name: str) -> None:
    assert units(text) == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("越秀、海珠、荔湾区总工会", ["越秀", "海珠", "荔湾区总工会"]),
        ("组织东岭、西湾和云溪区总工会参加", ["东岭", "西湾", "云溪区总工会"]),
        ("省、市、县总工会", ["省", "市", "县总工会"]),
        ("官兵与清江市消防救援支队并肩作战", ["清江市消防救援支队"]),
        ("市教育局、荔湾区总工会", ["市教育局", "荔湾区总工会"]),
    ],
)
def test_lists_that_share_a_head(text: str, names: list[str]) -> None:
    assert units(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "各级工会组织和有关部门、直属企事业单位要重视",
        "新建基层工会组织326家，企业工会要履行职责",
        "各县（区）总工会、各街道总工会、全市工会",
        "向11个区总工会、两家医院、17所中小学校捐赠",
        "我院专家、该公司经理、本校学生",
        "我市成立防汛工作领导小组，全市安全生产领导小组会议",
        "会议室、办公室、教室里座无虚席，内部、全部、干部、部署、部分",
        "乡镇政府要落实责任，村委会要做好宣传，人民法院依法审理",
        "当地医院、附近学校、保险公司、物业公司",
        "被授予“松岭市绿色学校”称号，成立小区党支部",
        "整治21处，供水工程264处，成立调研组、宣讲组",
        "县医疗队、市代表队、省抢修队，第三届理事会",
        "提倡乡镇卫生院办所，号召全市法院干警学习",
        "居民建议增设站点，民办学校教师段锦秀，把锦旗送到物业公司",
        "建设商业中心、文化中心，学校医院，各街道妇联",
        "在市工人文化宫召开，在港口中心举行",
        "主办、承办、签署、协议、率队、局长、院士、所有、社会、会议",
    ],
)
def test_classes_posts_and_venues_are_no_units(text: str) -> None:
    assert units(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("市总工会党组书记、苍岩矿务局党委书记", ["市总工会", "苍岩矿务局"]),
        ("市委常委、区委副书记", ["市委", "区委"]),
        ("武警云州支队中队长", ["武警云州支队"]),
        ("公安局副政委", ["公安局"]),
        ("苍岩集团工会主席", ["苍岩集团工会"]),
        ("县林业局原副局长、团市委宣传部副部长", ["县林业局", "团市委宣传部"]),
        ("6月3日，市局局长到省局汇报，省厅级干部", ["市局", "省局"]),
        ("县医院医疗队、苍岩矿务局代表队", ["县医院", "苍岩矿务局"]),
        ("漓州市总工会漓州市教育局", ["漓州市总工会", "漓州市教育局"]),
    ],
)
def test_before_a_post_the_unit_counts(text: str, names: list[str]) -> None:
    assert units(text) == names


def test_companies_without_an_ending_in_lists() -> None:
    assert units("走进恒澈电子、霞光包装两家企业") == ["恒澈电子", "霞光包装"]
    assert units("漓州港务集团、沧江纺织、金穗食品公司") == ["漓州港务集团", "沧江纺织", "金穗食品公司"]
    assert units("生产纺织、电子、包装等产品") == []


def test_units_named_by_one_character_of_the_whole() -> None:
    assert units("院工会、校团委、集团工会联合举办") == ["院工会", "校团委", "集团工会"]
    assert units("基层医院工会、两院工会") == []


def test_in_an_issue_of_a_street_it_is_meant() -> None:
    assert units("街道妇联慰问环卫工人，街道团工委，白云街道妇联", issuer="凤栖街道办事处") == ["街道妇联", "街道团工委", "白云街道妇联"]


def test_what_an_issue_names_elsewhere_is_known() -> None:
    assert units("石湾举行活动，石湾镇街道", issuer="石湾陶艺") == []
    assert units("走进石湾陶艺参观", issuer="石湾陶艺") == ["石湾陶艺"]


def test_confidence_tells_the_frame_from_the_form() -> None:
    rows = find("漓州市总工会、市教育局、越秀、荔湾区总工会、苍岩医院", issuer="漓州市总工会").organizations
    assert [(row.text, row.confidence) for row in rows] == [
        ("漓州市总工会", 0.95),
        ("市教育局", 0.9),
        ("越秀", 0.85),
        ("荔湾区总工会", 0.9),
        ("苍岩医院", 0.7),
    ]


def test_what_document_numbers_claim_is_left_alone() -> None:
    assert units("穗工〔2020〕12号、国办发〔2004〕57号") == []


@pytest.mark.parametrize("text", ["会" * 50, "市" * 50, "教育" * 50 + "局", "苍岩局" * 30, "(集团)" * 20 + "公司", "一" * 50 + "队"])
def test_texts_of_one_word(text: str) -> None:
    for name in units(text):
        assert len(name) <= 60


@pytest.mark.parametrize("part", [*"民一庭 刑二庭 民事审判庭 刑事审判第二庭 行政庭 立案庭 执行庭 审监庭 少年庭 速裁庭 金融庭 家事庭 破产庭 环资庭".split()])
def test_chambers_belong_to_their_court(part: str) -> None:
    assert [row.text for row in mentions(f"昨日，县法院{part}当庭宣判。").organizations] == [f"县法院{part}"]


@pytest.mark.parametrize("text", ["开庭审理此案", "当庭宣判", "控股企业", "入股分红", "股东大会"])
def test_what_a_unit_does_is_no_part_of_it(text: str) -> None:
    assert [row.text for row in mentions(f"昨日，县法院{text}。").organizations] == ["县法院"]


@pytest.mark.parametrize("zone", "高新技术产业开发区 经济技术开发区 高新技术开发区 经济开发区 工业园区 产业园区".split())
def test_zones_with_a_long_name_are_divisions(zone: str) -> None:
    assert [row.text for row in mentions(f"昨日，云州{zone}管委会开会。").organizations] == [f"云州{zone}管委会"]
