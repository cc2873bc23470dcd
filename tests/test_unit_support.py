"""Names of units that only what stands before them makes certain: another unit of a list, the beginning of a sentence."""

import pytest

from pipeline import mentions


def units(text: str) -> list[str]:
    return [row.text for row in mentions(text).organizations]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("请商业局、物资局、供销社、粮食局派人", ["商业局", "物资局", "供销社", "粮食局"]),
        ("麻醉科、儿外科、手术室等7个科室", ["麻醉科", "儿外科", "手术室"]),
        ("校团委、学生会组织献血", ["校团委", "学生会"]),
        ("外科党总支、锅炉党支部负责人", ["外科党总支", "锅炉党支部"]),
        ("内科党支部、后勤党支部、设计院工会到会", ["内科党支部", "后勤党支部", "设计院工会"]),
        ("市文化局、市歌舞团排练厅、学校、医院", ["市文化局", "市歌舞团"]),
        ("县教育局与学校签约，教务处和会议室", ["县教育局", "教务处"]),
        ("县粮食局、合资公司、三所学校", ["县粮食局"]),
    ],
)
def test_behind_another_unit_of_a_list(text: str, names: list[str]) -> None:
    assert units(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("院长走访能源中心、保卫处和食堂", ["能源中心", "保卫处"]),
        ("带领植保站、种子公司检查，来到图书馆、市总工会", ["植保站", "种子公司", "图书馆", "市总工会"]),
        ("走进会议室、教务处，到民营医院、县医院看病，会同公安机关、市税务局", ["教务处", "县医院", "市税务局"]),
        ("在图书馆、餐厅就餐", []),
    ],
)
def test_before_another_unit_of_a_list(text: str, names: list[str]) -> None:
    assert units(text) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("昨日，监测所查封一批假药", "监测所"),
        ("6月2日　分局召开电话会议", "分局"),
        ("职工医院为工人检查身体", "职工医院"),
        ("驻机场办事处开设专窗", "驻机场办事处"),
        ("。附中每年接收实习生", "附中"),
        ("去年十二月获机械工业部奖励", "机械工业部"),
        ("，宣传部部长陶小波到会", "宣传部"),
    ],
)
def test_at_the_beginning_of_a_sentence(text: str, name: str) -> None:
    assert units(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "图书馆里坐满了人，图书馆闭馆以后",
        "培训班开课，医疗队出发，总工程师到场，民营医院增多，专业合作社兴起",
        "手术三小时后苏醒，机器再运行一小时，扩建工程二小时完成",
    "工地食堂十一处，三处渗漏，64家政府办基层机构，第四届理事会开会，组织工会干部学习",
        "指挥中心建成，九月进七一三厂，公司召开会议，学校放假",
    ],
)
def test_classes_and_places_are_none_there(text: str) -> None:
    assert units(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("食堂科办起主食加工厂，东关小学建起红领巾气象站，县医院增设发热门诊", ["食堂科", "东关小学", "县医院"]),
        ("县民政局办起青井竹编厂", ["县民政局", "青井竹编厂"]),
        ("成立院落党支部19个，组建业委会党支部6个。", []),
        ("为使职工学会算账，女工闵桂荣学会缝纫，升入高中就读", []),
        ("县新华书店、市新华书店工会和共青团省委", ["县新华书店", "市新华书店工会", "共青团省委"]),
        ("县化学学会招聘", ["县化学学会"]),
    ],
)
def test_what_is_opened_counted_or_learned_is_no_unit(text: str, names: list[str]) -> None:
    assert units(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("沧江港务局与中海集运签订协议", ["沧江港务局", "中海集运"]),
        ("日前，华昌陶瓷获一项专利，嘉木茶业在会上签约", ["华昌陶瓷", "嘉木茶业"]),
        ("中铁二局、三元重工调集挖掘机", ["中铁二局", "三元重工"]),
        ("土耳其阿纳集团、巴基斯坦尼萨特纺织出口棉纱", ["土耳其阿纳集团", "巴基斯坦尼萨特纺织"]),
        ("自编软件提高效率，新型材料在工地使用，水产在市场热销", []),
    ],
)
def test_companies_without_an_ending_that_do_something(text: str, names: list[str]) -> None:
    assert units(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("，县石桥镇第二小学教师，，县新丰食品厂", ["县石桥镇第二小学", "县新丰食品厂"]),
        ("。接东港海上安全监督局通知", ["东港海上安全监督局"]),
        ("，好来顺超市开业", ["好来顺超市"]),
        ("（二）內政部核備，渣打银行（中国）有限公司", ["內政部", "渣打银行（中国）有限公司"]),
        ("本會已去信教育署", ["教育署"]),
        ("成都军区陆航二团、云南省军区独立师行军", ["成都军区陆航二团", "云南省军区独立师"]),
        ("白塔寺住持释明心、福音堂牧师石若望、东桥清真大寺教长", ["白塔寺", "福音堂", "东桥清真大寺"]),
        ("云州农大、市美协、市文管会，职工大会、教师大会", ["云州农大", "市美协", "市文管会"]),
        ("会员参访国史馆", ["国史馆"]),
        ("。工务段党委决定，监察室明察暗访", ["工务段党委", "监察室"]),
        ("二号高炉车间高产，一号铸造车间停产，第3号仓库", ["二号高炉车间", "一号铸造车间"]),
        ("其中石化码头公司，妇女组探访安老院", ["石化码头公司"]),
        ("石塘乡农科站、省林科院研究员，全市学校舍安", ["石塘乡农科站", "省林科院"]),
        ("仁康中医诊所、海涌幼稚园、香港乐施会、云陂长途汽车站", ["仁康中医诊所", "海涌幼稚园", "香港乐施会", "云陂长途汽车站"]),
    ],
)
def test_where_names_begin_and_what_belongs_to_them(text: str, names: list[str]) -> None:
    assert units(text) == names
