"""Names of units in Taiwan, Hong Kong and Macao, with the words and the grammar of their own administrations."""

import pytest

from pipeline import mentions


def units(text: str) -> list[str]:
    return [row.text for row in mentions(text).organizations]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("雲山大學歷史學系教授、國立明志大學水利及海洋工程學系主任", ["雲山大學歷史學系", "國立明志大學水利及海洋工程學系"]),
        ("柳灣農田水利會會長、彰化縣農會理事長、桃園市商業會", ["柳灣農田水利會", "彰化縣農會", "桃園市商業會"]),
        ("縣府人員與鄉公所課長到場，市府會持續補助", ["縣府", "鄉公所", "市府"]),
        ("王府與首府，市政府", ["市政府"]),
        ("行政院主計總處、內政部警政署、最高檢察署說明", ["行政院主計總處", "內政部警政署", "最高檢察署"]),
        ("由民政及青年事務局、土木工程拓展署會同渠務署處理", ["民政及青年事務局", "土木工程拓展署", "渠務署"]),
        ("立法會議員到廉政公署，立法会议讨论", ["立法會", "廉政公署"]),
        ("香港灣仔區各界協會、港九勞工社團聯會、柳灣社團總會會董會", ["香港灣仔區各界協會", "港九勞工社團聯會", "柳灣社團總會會董會"]),
        ("與會的中華民國鄉鎮市區長聯合促進會會長", ["中華民國鄉鎮市區長聯合促進會"]),
        ("外交部駐港特派員公署、中央政府駐港聯絡辦的代表", ["外交部駐港特派員公署", "中央政府駐港聯絡辦"]),
        ("審計署駐東南特派員辦事處、市政府駐京辦發函", ["審計署駐東南特派員辦事處", "市政府駐京辦"]),
        ("到內政部參訪", ["內政部"]),
        ("柳坪居民聯誼會、灣仔區撲滅罪行委員會、灣仔區文娛康樂體育會、柳灣坊會", ["柳坪居民聯誼會", "灣仔區撲滅罪行委員會", "灣仔區文娛康樂體育會", "柳灣坊會"]),
    ],
)
def test_the_bodies_of_taiwan_and_hong_kong(text: str, names: list[str]) -> None:
    assert units(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("县教育体育和科学技术局、区农业农村和水利局印发", ["县教育体育和科学技术局", "区农业农村和水利局"]),
        ("由教育和体育局牵头，云州大学语言及文学系主办", ["教育和体育局", "云州大学语言及文学系"]),
        ("关心教育和文化局", ["文化局"]),
        ("市政府教育督导委员会办公室、县委依法治县办、县森林防灭火指挥部", ["市政府教育督导委员会办公室", "县委依法治县办", "县森林防灭火指挥部"]),
        ("县委办主任、市委办了解到，县委办学习班", ["县委办", "市委办", "县委"]),
        ("外科一病区护士长", ["外科一病区"]),
        ("六家电厂参加，五家电器公司", []),
        ("市妇联团市委联合表彰", ["市妇联", "团市委"]),
        ("一大早北京军区的官兵", ["北京军区"]),
        ("私立成功小学、成立成功小学", ["私立成功小学"]),
        ("云河食品参加展销", ["云河食品"]),
        ("走访了邳州谷岭新能源、启岭智能科技、汽车电子、岭兴激光科技等企业", ["邳州谷岭新能源", "启岭智能科技", "岭兴激光科技"]),
        ("县科技局、工商联、妇联、团委参加，妇联干部", ["县科技局", "工商联", "妇联", "团委"]),
        ("县政协副主席、工商联主席褚建东", ["县政协", "工商联"]),
        ("柳坪藏族乡中心小学、百桥回族乡政府", ["柳坪藏族乡中心小学", "百桥回族乡政府"]),
        ("中国铁路广州局集团有限公司石桥车务段、中国中车唐山机车车辆有限公司", ["中国铁路广州局集团有限公司石桥车务段", "中国中车唐山机车车辆有限公司"]),
        ("接著教育學院院長、企管系主任", ["教育學院", "企管系"]),
        ("采煤二队高玉兵班、综采一队贾立生产班，采煤二队早班，掘进一队全班", ["采煤二队高玉兵班", "综采一队贾立生产班", "采煤二队", "掘进一队"]),
        ("柳坪鄉民代表會主席、柳河社區守望相助隊，村民代表会议", ["柳坪鄉民代表會", "柳河社區守望相助隊"]),
        ("云州“山里红”农业发展有限公司，“山里红”种植专业合作社，“文明单位”称号", ["云州“山里红”农业发展有限公司", "“山里红”种植专业合作社"]),
    ],
)
def test_joint_functions_and_bodies_side_by_side(text: str, names: list[str]) -> None:
    assert units(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("中国第一部百科全书，中国第一汽车集团", ["中国第一汽车集团"]),
        ("坚持和平共处，云州公共处", []),
        ("敢与国际大公司抗衡，发展云州大集团", []),
        ("从而使云达莱公司受益", ["云达莱公司"]),
        ("在全世界核电站推广，世界核电站", ["世界核电站"]),
        ("新华社联合国5月1日电", ["新华社"]),
        ("集中行动，发挥工商行政管理职能，云州中行", ["云州中行"]),
        ("邮政公司保持多数股", ["邮政公司"]),
        ("褚巨才任书画院院长", []),
    ],
)
def test_what_only_looks_like_a_unit(text: str, names: list[str]) -> None:
    assert units(text) == names


def test_who_signs_in_brackets() -> None:
    found = mentions("合格率为百分之百。（石武）\n参加人数增加。（刘全应）\n又讯（图略）")
    assert [row.text for row in found.persons] == ["石武", "刘全应"]


def test_the_posts_and_names_of_hong_kong() -> None:
    found = mentions("行政長官林鄭月娥、張曉明主任、林武副主任、梁志祥會長出席，市長鄭文燦今（21）日致詞")
    assert [row.text for row in found.persons] == ["林鄭月娥", "張曉明", "林武", "梁志祥", "鄭文燦"]


def test_names_beside_verbs_and_posts() -> None:
    found = mentions("会长沈卫兵纷纷表示，由党员邓洁领学，赵丽江同志领誓，在烈士陵园，蔡佳瑾系主任到场，岩香和岩温是好友，邓小平理论")
    assert [row.text for row in found.persons] == ["沈卫兵", "邓洁", "赵丽江", "蔡佳瑾"]


def test_a_joint_between_a_person_and_a_unit() -> None:
    found = mentions("作家协会副主席魏巍和云州市文联秘书长仲跻和先生")
    assert [row.text for row in found.persons] == ["魏巍", "仲跻和"]


def test_who_is_named_again_by_surname_and_what_is_cut_from_a_foreign_word() -> None:
    found = mentions("日本首相高桥真一到访。高桥说，贸易会增长。据悉，沃勒贝克今天到达")
    assert [row.text for row in found.persons] == ["高桥真一", "高桥"]


def test_a_surname_before_a_post_is_no_name() -> None:
    found = mentions("感谢市议员吴琼华、洪里长、志愿者，以及常西湖新区")
    assert [row.text for row in found.persons] == ["吴琼华"]


def test_no_place_is_a_colleague() -> None:
    assert mentions("受到同仁歡迎").places == ()
