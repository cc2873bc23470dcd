"""Names of units read whole: divisions of which nobody has heard, what a company says of its trade, bodies of a war, names of foreign founders."""

import pytest

from pipeline import mentions
from pipeline.entities.unit_name import _FOUNDS, _GIVES, _TRADING
from pipeline.entities.unit_scan import _OF_GOVERNMENTS


def units(text: str) -> list[str]:
    return [row.text for row in mentions(text).organizations]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("支援安澜县柏岭镇卫生院建设", ["安澜县柏岭镇卫生院"]),
        ("清江市柏岭区总工会走访企业", ["清江市柏岭区总工会"]),
        ("安澜县东湖镇政府、清江市柏岭社区党支部", ["安澜县东湖镇政府", "清江市柏岭社区党支部"]),
        ("全市柏岭镇政府，新市镇政府，市、县柏岭镇政府", ["柏岭镇政府", "新市镇政府", "县柏岭镇政府"]),
        ("青石山旅游度假区管理委员会召开例会", ["青石山旅游度假区管理委员会"]),
    ],
)
def test_divisions_within_divisions_of_which_nobody_has_heard(text: str, names: list[str]) -> None:
    assert units(text) == names


def test_divisions_without_end_cost_no_more_than_others() -> None:
    assert len(units("安澜县柏岭区" * 400 + "总工会")) == 1


@pytest.mark.parametrize("ending", _TRADING)
def test_where_a_company_trades_stands_behind_its_name(ending: str) -> None:
    company = ending + {"有限": "公司", "股份": "公司", "(集团)": "公司"}.get(ending, "")
    assert units(f"走访石桥岭生国际{company}。大型国际{company}") == [f"石桥岭生国际{company}", f"国际{company}"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("解除与柏菲石油中国有限公司签订的合同", ["柏菲石油中国有限公司"]),
        ("位于云州有限公司、中国国际贸易公司", ["云州有限公司", "中国国际贸易公司"]),
        ("现任总裁，兼任岭兴投资董事长", ["岭兴投资"]),
        ("云州协和医院、云州仁和医院、云州永和中学与泰和集团", ["云州协和医院", "云州仁和医院", "云州永和中学", "泰和集团"]),
        ("病人和医院发生纠纷，老人和学校", []),
        ("约翰·鲁米特基金会资助，会长约翰·鲁米特到会", ["约翰·鲁米特基金会"]),
        ("工会·鲁米特公司，埃及爱因·夏姆斯大学", ["鲁米特公司", "夏姆斯大学"]),
        ("这幢招待所、两栋图书馆", []),
        ("柏青反革命集团、柏东诈骗集团", []),
    ],
)
def test_companies_hospitals_and_foundations(text: str, names: list[str]) -> None:
    assert units(text) == names


@pytest.mark.parametrize("verb", _FOUNDS)
def test_a_company_begins_behind_what_is_done(verb: str) -> None:
    assert units(f"，{verb}江苏柏泰桥梁钢架股份有限公司。") == ["江苏柏泰桥梁钢架股份有限公司"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("历任新四军暨山东军区政治部主任，暨南大学教授", ["新四军", "山东军区政治部", "暨南大学"]),
        ("红军战士归队，老红军讲述，参加抗日游击队", ["红军"]),
        ("中国工农红军岭北游击队、岭东纵队、第九野战军政治部", ["中国工农红军岭北游击队", "岭东纵队", "第九野战军政治部"]),
        ("本报清江1月1日讯岭海文化协会会长", ["岭海文化协会"]),
    ],
)
def test_bodies_of_the_wars(text: str, names: list[str]) -> None:
    assert units(text) == names


@pytest.mark.parametrize("what", _OF_GOVERNMENTS)
def test_what_is_of_governments_is_of_none(what: str) -> None:
    assert units(f"享受国务院政府{what}。") == ["国务院"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("石桥区管理委员会（以下简称“管委会”）开会，管委会主任表示，各管委会参加", ["石桥区管理委员会", "管委会", "管委会"]),
        ("苍岩公司（以下简称“公司”）开会，公司经理表示", ["苍岩公司"]),
    ],
)
def test_a_kind_of_body_that_is_said_to_be_the_short_name(text: str, names: list[str]) -> None:
    assert units(text) == names


def test_an_office_of_the_street_beside_its_committee() -> None:
    assert units("柏岭街道党工委、办事处联合检查，各办事处参加") == ["柏岭街道党工委", "办事处"]


def test_little_friends_are_no_school() -> None:
    assert units("美国小朋友参观，彰化縣國小老師") == ["彰化縣國小"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("柏岭镇团结村村委会、柏岭乡前进村党支部", ["柏岭镇团结村村委会", "柏岭乡前进村党支部"]),
        ("清江市东湖区柏岭街道和平社区党支部", ["清江市东湖区柏岭街道和平社区党支部"]),
        ("柏岭街道幸福里社区居委会", ["柏岭街道幸福里社区居委会"]),
        ("柏岭镇有关村委会，县重点村党支部", ["村党支部"]),
        ("安澜县第三区妇联、第五区工会", ["安澜县第三区妇联", "第五区工会"]),
        ("区二小、十五中、二十三中师生，九七中国之旅，十一届三中全会", ["区二小", "十五中", "二十三中"]),
        ("清江地委、清江行署，各地地委", ["清江地委", "清江行署"]),
        ("清江师范附小大队辅导员金玲", ["清江师范附小"]),
        ("县革委会政工组、生产指挥组，校学生会、研究生会", ["县革委会政工组", "生产指挥组", "校学生会", "研究生会"]),
        ("海上油田增产，首钢队获胜", []),
    ],
)
def test_villages_districts_schools_and_prefectures(text: str, names: list[str]) -> None:
    assert units(text) == names


@pytest.mark.parametrize("verb", _GIVES)
def test_what_a_place_gives_a_unit_is_no_part_of_it(verb: str) -> None:
    assert units(f"。大庆{verb}材料给清江炼油厂，") == ["清江炼油厂"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("由省（自治区、直辖市）劳改局、劳教局负责，安澜县劳改局", ["安澜县劳改局"]),
        ("各县（市）、区人民政府和市人民政府", ["市人民政府"]),
        ("由所在镇人民政府核准，某某县第×区人民政府，你省及安澜县人民政府", ["安澜县人民政府"]),
        ("《柏岭鸟类》编辑部、《柏岭》杂志社供稿，阅读《柏岭》后编辑部来信", ["《柏岭鸟类》编辑部", "《柏岭》杂志社"]),
        ("清江大学PUMA协会提供下载", ["清江大学PUMA协会"]),
        ("团省委学校部部长耿放，“青年大学习”平均参学率", ["团省委学校部"]),
        ("撤销市“三小”拍卖领导小组、市青河抽水蓄能电站建设协调领导小组", ["市“三小”拍卖领导小组", "市青河抽水蓄能电站建设协调领导小组"]),
        ("市人民政府防治艾滋病工作委员会，国务院批转司法部报告", ["市人民政府防治艾滋病工作委员会", "国务院", "司法部"]),
        ("清江市新型冠状病毒感染的肺炎疫情防控指挥部", ["清江市新型冠状病毒感染的肺炎疫情防控指挥部"]),
        ("家住书院社区的居民，场卫生院医疗队巡回，在县招待所召开", ["场卫生院"]),
        ("马庙棉花收购站、省林业司法鉴定中心、岭通报关行、新柏超级市场", ["马庙棉花收购站", "省林业司法鉴定中心", "岭通报关行", "新柏超级市场"]),
        ("第八届全国中学生邀请赛，哨点医院报告，柏岭医学高等专科学校", ["柏岭医学高等专科学校"]),
        ("群众看儿科难，县域儿科诊疗能力", []),
    ],
)
def test_what_documents_call_units(text: str, names: list[str]) -> None:
    assert units(text) == names
