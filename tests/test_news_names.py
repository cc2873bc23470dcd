"""Units and persons as newspapers name them: armed forces, banks in short, letters for a name, how somebody is brought in."""

import pytest

from pipeline import mentions
from pipeline.entities.company_names import _SOLELY
from pipeline.entities.person_sides import _ADVERBS, _CLAUSES
from pipeline.entities.trade_names import _DEEDS
from pipeline.entities.unit_evidence import KINDS
from pipeline.entities.unit_openings import _MERCHANTS


def units(text: str) -> list[str]:
    return [row.text for row in mentions(text).organizations]


def persons(text: str) -> list[str]:
    return [row.text for row in mentions(text).persons]


@pytest.mark.parametrize("force", ["空军", "海军", "陆军", "自卫队"])
def test_what_only_a_place_makes_a_unit_of(force: str) -> None:
    assert units(f"，云州{force}，参加{force}的人") == [f"云州{force}"]


@pytest.mark.parametrize("merchant", sorted(_MERCHANTS))
def test_a_merchant_before_his_company(merchant: str) -> None:
    assert units(f"{merchant}商洛斯曼公司、{merchant}商远涛建筑公司") == ["洛斯曼公司", "远涛建筑公司"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("工行、农行与交行下调利率，加工行业支农行动", ["工行", "农行", "交行"]),
        ("去年华夏银行支行经理离任，上海银行界人士", ["华夏银行"]),
        ("太平洋旅行协会、亚太法官协会、拉美经济委员会", ["太平洋旅行协会", "亚太法官协会", "拉美经济委员会"]),
        ("“幸福源”组委会主任、“星火”基金会", ["“幸福源”组委会", "“星火”基金会"]),
        ("市司法局行政复议科、石门露天煤矿", ["市司法局行政复议科", "石门露天煤矿"]),
        ("政协岚溪县委员会，县政协云州委员", ["政协岚溪县委员会", "县政协"]),
        ("政协岚溪县第十届委员会提案，提案办复率，抄告县应急办", ["政协岚溪县第十届委员会", "县应急办"]),
        ("云州机械厂业余学校新开高中", ["云州机械厂业余学校"]),
        ("中科院远古动物与冰川研究所、中科院与云州大学研究所", ["中科院远古动物与冰川研究所", "中科院", "云州大学研究所"]),
        ("在云州体育馆进行的争夺，免费妇科检查，派信贷员池文魁驻厂", []),
        ("云州工业大学（深圳）、云州大学（主办）", ["云州工业大学（深圳）", "云州大学"]),
        ("●洪都职业技术学院开学，我们都学会了", ["洪都职业技术学院"]),
        ("先送省财政厅审核；先送省教育厅审核", ["省财政厅", "省教育厅"]),
        ("石桥村驻村帮扶队到户", []),
        ("奥地利—中国友好协会", ["奥地利—中国友好协会"]),
        ("等及中国光明事业促进会，中国举办促进会，中华希望研究会", ["中国光明事业促进会", "中华希望研究会"]),
        ("中日友好医院、美中友协石桥分会、海军四一一医院", ["中日友好医院", "美中友协石桥分会", "海军四一一医院"]),
        ("与建设部联合国家发展改革委员会、联合国家园", ["建设部", "国家发展改革委员会"]),
        ("地方政府、地方议会、云州市政府", ["云州市政府"]),
        ("中国驻温哥华总领馆称，石桥时报、云州都市报，中央社会工作部", ["中国驻温哥华总领馆", "石桥时报", "云州都市报", "中央社会工作部"]),
        ("“全国文物局长会议”，全国文物局网站", ["全国文物局"]),
    ],
)
def test_units_of_the_news(text: str, names: list[str]) -> None:
    assert units(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("环球旅行协会（简称Pata）开会。Pata会长讲话，加入Patas", ["环球旅行协会", "Pata", "Pata"]),
        ("环球标准公司（GBC）成立。GBC9001认证，GBC表示", ["环球标准公司", "GBC", "GBC"]),
        ("环球标准公司（Shanghai）成立。Shanghai下雨", ["环球标准公司"]),
        ("松涛集团有限公司（下简称“松涛”）获奖。松涛技术领先，听松涛", ["松涛集团有限公司", "松涛", "松涛", "松涛"]),
    ],
)
def test_letters_and_labels_of_short_names(text: str, names: list[str]) -> None:
    assert units(text) == names


def test_a_company_is_called_by_two_characters_where_it_acts() -> None:
    assert units("英澜公司开工。英澜表示，与英澜签约。英澜机降价，购英澜灯，大英澜人") == ["英澜公司", "英澜", "英澜"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("中澜传媒与远州影业合作，新型电子与机械合作", ["中澜传媒"]),
        ("三禾米业总经理鲁平到会，三禾米业一直坚持", ["三禾米业", "三禾米业"]),
        ("捷讯CEO鲁平到会，捷讯推出新品，用捷讯机", ["捷讯", "捷讯"]),
        ("阿里巴巴、捷讯等企业增收", ["阿里巴巴", "捷讯"]),
        ("阿里巴巴、捷讯等企业家", ["阿里巴巴"]),
        ("董事长、公司CEO、担任董事长、国企董事长、原首席执行官、陈光创始人", []),
        ("Novida首席执行官鲁平说，Novida推出新品，担任CEO董事长", ["Novida", "Novida"]),
        ("捷讯董事长CEO鲁平、捷讯重工总经理", ["捷讯", "捷讯重工"]),
        ("云州村镇银行成立，村镇银行、专业银行增多", ["云州村镇银行"]),
        ("微软、新浪与美团合作，新浪微博、网易微博、搜狐微博、微软雅黑、美团外卖", ["微软", "新浪", "美团"]),
        ("视察解放军报，总政治部主任", ["解放军报", "总政治部"]),
    ],
)
def test_companies_that_a_post_or_a_list_names(text: str, names: list[str]) -> None:
    assert units(text) == names


@pytest.mark.parametrize("post", _SOLELY)
def test_posts_that_nobody_but_a_company_has(post: str) -> None:
    assert units(f"，捷讯{post}到会") == ["捷讯"]


@pytest.mark.parametrize("deed", sorted(_DEEDS))
def test_what_a_company_named_by_its_trade_does(deed: str) -> None:
    assert units(f"。沧江汽车{deed}新款，汽车{deed}") == ["沧江汽车"]


@pytest.mark.parametrize(("kind", "ending"), [(kind, ending) for ending, kinds in KINDS.items() for kind in kinds])
def test_kinds_of_units(kind: str, ending: str) -> None:
    assert units(f"发展{kind}{ending}，云州{kind}{ending}") == [f"云州{kind}{ending}"]


@pytest.mark.parametrize("adverb", sorted(_ADVERBS))
def test_an_adverb_before_what_somebody_does(adverb: str) -> None:
    assert persons(f"纳达尔{adverb}透露，他会来") == ["纳达尔"]


@pytest.mark.parametrize("word", sorted(_CLAUSES))
def test_a_clause_begins_before_a_name(word: str) -> None:
    assert persons(f"他来了{word}鲁平还透露，计划不变") == ["鲁平"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("现年25岁的熊澄，来自漓州。18岁的花季少女，80岁的高龄老人", ["熊澄"]),
        ("据叶朗称，会费已缴", ["叶朗"]),
        ("捷讯CEO鲁平、CFO邓朗", ["鲁平", "邓朗"]),
        ("要同学习贯彻决定结合，请鲁文祥同志向其他同志转达", ["鲁文祥"]),
        ("教授邓朗颇有遗憾，鲁云并没有来，教授鲁云", ["邓朗", "鲁云", "鲁云"]),
        ("鲁平新时期军队建设思想", []),
        ("一个名叫瓦里的教师，教授瓦里", ["瓦里", "瓦里"]),
        ("毛云和江青都不爱吃，史前考古学家邓朗，教授阿不都克里木", ["邓朗", "阿不都克里木"]),
        ("扎琳娜说，和扎琳娜有关，但扎琳娜的母亲", ["扎琳娜", "扎琳娜", "扎琳娜"]),
        ("救人的老人叫冯志安，施先生说，某某银行经理施先生说", ["冯志安"]),
        ("前锋索杰加盟云州队，鲁平效力两年", ["索杰", "鲁平"]),
        ("鲁平希望得到帮助，教授邓建国手中", ["鲁平", "邓建国"]),
        ("腾讯和亚马逊推出新品", ["亚马逊"]),
        ("主角鲁乔很勇敢，经济学家邓朗认为，死者王明", ["鲁乔", "邓朗", "王明"]),
        ("采访鲁平校友，全体校友、海外校友", ["鲁平"]),
        ("应塞里略总统的邀请，代表团来访", ["塞里略"]),
    ],
)
def test_how_somebody_is_brought_in(text: str, names: list[str]) -> None:
    assert persons(text) == names
