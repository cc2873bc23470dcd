"""Where the name of one unit ends and the next word begins: verbs between two units, posts and classes before, parts behind."""

import pytest

from pipeline import mentions
from pipeline.entities.divisions import REGIONS
from pipeline.entities.trade_names import TRADES
from pipeline.entities.unit_evidence import OF_MANY
from pipeline.entities.unit_marks import LEGAL_FORMS, NUMBERED_SCHOOLS
from pipeline.entities.unit_scan import OF_THE_WORLD


def units(text: str, issuer: str | None = None) -> list[str]:
    return [row.text for row in mentions(text, issuer=issuer).organizations]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("县人民检察院诉海达化工有限责任公司一案", ["县人民检察院", "海达化工有限责任公司"]),
        ("石桥支行诉云南宏发塑料机械有限公司一案，依日本三叶株式会社申请，患者系云南大学学生", ["石桥支行", "云南宏发塑料机械有限公司", "日本三叶株式会社", "云南大学"]),
        ("全线因云河水务公司检修停水，沿河路因县自来水公司停水", ["云河水务公司", "县自来水公司"]),
        ("经商财政部同意，另行报交通部审批", ["财政部", "交通部"]),
        ("三室为第一机器制造厂研制车床", ["第一机器制造厂"]),
        ("关于成立国家古戏台保护委员会的通知，联合组建昆明余热回收有限公司", ["国家古戏台保护委员会", "昆明余热回收有限公司"]),
        ("，其中国新蓝海电力、石桥水泥公司开工", ["石桥水泥公司"]),
        ("馆员为恒联网络、市财政局服务", ["市财政局"]),
        ("任命甘兴华为云南大学第一医院院长", ["云南大学第一医院"]),
        ("自治区、直辖市、计划单列市财政厅", []),
        ("县畜牧中心原主任班立新受查处，老红军到会", ["县畜牧中心"]),
        ("集团工会为压缩机公司送清凉", ["集团工会", "压缩机公司"]),
        ("云州市科协为服务队捐书", ["云州市科协"]),
        ("柳林镇人大主席团评议基层站所", ["柳林镇人大主席团"]),
        ("云州市妇联评议柳湾安老院", ["云州市妇联", "柳湾安老院"]),
        ("云州市妇联探访柳湾安老院", ["云州市妇联", "柳湾安老院"]),
        ("县卫生防疫站覃爱民带队巡诊", ["县卫生防疫站"]),
        ("为玉泉中学建图书馆", ["玉泉中学"]),
        ("检修公司完成化肥厂大修", ["检修公司"]),
        ("机务科在场部检查，一分场、二分场收完小麦", ["机务科", "一分场", "二分场"]),
        ("动力中心的司炉班长", ["动力中心"]),
        ("卢建平任分局教育科科长", ["分局教育科"]),
        ("派人来厂参观", []),
        ("科技部委托国家自然科学基金委员会评估", ["科技部", "国家自然科学基金委员会"]),
        ("应市政府邀请，落实好市教育局的方案", ["市政府", "市教育局"]),
        ("受助学生司马晓晓表示", []),
        ("区财政局面向社会招标，市总工会面对困难，打开局面", ["区财政局", "市总工会"]),
        ("区应急管理局部署防火工作，市公安局部署攻势，局部地区", ["区应急管理局", "市公安局"]),
        ("石桥街道办事处在12个社区推行", ["石桥街道办事处"]),
        ("在云亭职业技术学院开展培训，在云州会展中心举行", ["云亭职业技术学院"]),
        ("聘请安泰技术服务有限公司的专家", ["安泰技术服务有限公司"]),
        ("站党委组织客运车间、装卸大队，由站工会表彰", ["站党委", "客运车间", "装卸大队", "站工会"]),
        ("省水产厅放流处处长、县科委星火科副科长", ["省水产厅放流处", "县科委星火科"]),
        ("省水产厅对放流处处长、县科委选派科科长的考核", ["省水产厅", "县科委"]),
        ("清江大学附属瑞禾医院与州医院", ["清江大学附属瑞禾医院", "州医院"]),
        ("县工会筹备委员会、全国盐业总工会筹备组", ["县工会筹备委员会", "全国盐业总工会筹备组"]),
        ("随县疾病预防控制中心医疗队下乡", ["县疾病预防控制中心"]),
        ("经局党组研究，由局党委决定，是厂工会提出的，报厂党委批准", ["局党组", "局党委", "厂工会", "厂党委"]),
        ("各局党委、建设局厂工会", ["建设局厂工会"]),
        ("任命劳慧为总务处副处长", ["总务处"]),
        ("咸文博跑县林业局办手续，找县财政局", ["县林业局", "县财政局"]),
        ("看望老干部、高龄老干部", []),
        ("驻云亭办事处帮扶村通上自来水", ["驻云亭办事处"]),
        ("组织女工委员会、组织妇科体检，组织人事处、组织宣传科参加", ["女工委员会", "妇科", "组织人事处", "组织宣传科"]),
        ("电（记者陶波）邮电部定于，苍岩（集团）有限公司", ["邮电部", "苍岩（集团）有限公司"]),
        ("逐步使云州证券交易所成为，仅云州海关查获", ["云州证券交易所", "云州海关"]),
        ("全国妇联还联合农业部，市妇联并联合护理部", ["全国妇联", "农业部", "市妇联", "护理部"]),
        ("陶石同市委、市政府的，大同市委，同心县政府", ["市委", "市政府", "大同市委", "同心县政府"]),
        ("找来公司主管，是继通源公司，，像通源公司", ["通源公司", "通源公司"]),
        ("贾廷寅支队长介绍，县交警大队大队长", ["县交警大队"]),
        ("最高人民法院最高人民检察院公安部国家安全部", ["最高人民法院", "最高人民检察院", "公安部", "国家安全部"]),
        ("图为木偶剧团出发，端正部队风气，新上市公司，涉案公司", ["木偶剧团"]),
        ("不去学校，能不去厂里，虽获议会通过，当云州市委选派，当代集团", ["云州市委"]),
        ("为人民建立功绩，领导人民进行改革，民建云州市委", ["民建云州市委"]),
        ("中共六届六中全会，云州一中全体师生，胜了第四局，第一军团", ["云州一中"]),
        ("在党风教育中学习，全国铀矿普查，汽车行至，伙同烟厂，住市建筑公司", ["市建筑公司"]),
        ("不得带出海关，获准走出监狱，武进中学开学", ["武进中学"]),
        ("致云州商学院诸位校友，听省农委讲解", ["云州商学院", "省农委"]),
        ("而东滩矿率先达标，副局长兼市教育考试中心主任", ["东滩矿", "市教育考试中心"]),
        ("设计者云州市建筑设计院，使用市档案馆的底图", ["云州市建筑设计院", "市档案馆"]),
        ("致赠鹿谷乡农会锦旗，没上小学，要拆政府的旧楼", ["鹿谷乡农会"]),
        ("继白沙镇卫生院之后，交市疾病预防控制中心检测，交通局负责", ["白沙镇卫生院", "市疾病预防控制中心", "交通局"]),
    ],
)
def test_what_one_unit_does_with_another(text: str, names: list[str]) -> None:
    assert units(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("国家开发银行省分行、交通银行省分行工会", ["国家开发银行省分行", "交通银行省分行工会"]),
        ("九三学社云州支社到会", ["九三学社云州支社"]),
        ("松岭市国家税务局开发区分局，青岩煤矿采煤一区", ["松岭市国家税务局开发区分局", "青岩煤矿采煤一区"]),
        ("县农行、县建行、市工行、市中行、松岭林科所、县农科所", ["县农行", "县建行", "市工行", "市中行", "松岭林科所", "县农科所"]),
        ("市水科所", ["市水科所"]),
        ("县招办、县职高、市职中、市职校", ["县招办", "县职高", "市职中", "市职校"]),
        ("市地方税务局高新分局、市环卫处清扫一队", ["市地方税务局高新分局", "市环卫处清扫一队"]),
        ("县委办、县府办联合督查，县委办培训班", ["县委办", "县府办", "县委"]),
        ("云州二中学生米雪，由物业公司工会组织", ["云州二中", "物业公司工会"]),
        ("柳湾华侨医院门诊楼封顶", ["柳湾华侨医院"]),
        ("华昌超市石桥店检出", ["华昌超市石桥店"]),
        ("超市店员、酒店大堂、书店店长", []),
        ("水利局测量队抢测，河东大队机耕队出动", ["水利局测量队", "河东大队机耕队"]),
        ("厂托儿所改进工作，场党委、总厂团委", ["厂托儿所", "场党委", "总厂团委"]),
        ("全县76所幼儿园", []),
        ("云州师范专科学校、云州师范", ["云州师范专科学校", "云州师范"]),
    ],
)
def test_parts_belong_to_the_whole(text: str, names: list[str]) -> None:
    assert units(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("到康乐敬老院义诊", ["康乐敬老院"]),
        ("铁路一小、师范附小参赛", ["铁路一小", "师范附小"]),
        ("观音寺村委会，由解放路派出所接报", ["观音寺村委会", "解放路派出所"]),
        ("后窑村委会等6个", ["后窑村委会"]),
        ("在办税服务厅设窗口，某担保公司吸收存款", []),
        ("先盖大李庄小学，柳林镇小王庄小学开学", ["大李庄小学", "柳林镇小王庄小学"]),
        ("石门特殊教育学校", ["石门特殊教育学校"]),
        ("省气象局应急与减灾处、云东油田公司井下作业处", ["省气象局应急与减灾处", "云东油田公司井下作业处"]),
        ("省农牧业厅草原处、省森林警察总队、超声诊断科", ["省农牧业厅草原处", "省森林警察总队", "超声诊断科"]),
        ("云岭军马场、县测绘地信局", ["云岭军马场", "县测绘地信局"]),
        ("衞生署致函衞生防護中心化驗服務處", ["衞生署", "衞生防護中心化驗服務處"]),
        ("区住房保障和房屋管理局、马栏革命纪念馆、康民大药房、医院药房", ["区住房保障和房屋管理局", "马栏革命纪念馆", "康民大药房"]),
        ("质检科、审单处、征管科，县妇联城乡工作部", ["质检科", "审单处", "征管科", "县妇联城乡工作部"]),
        ("经批准，银轮轴承集团公司发行债券，与骨干轴承厂签约", ["银轮轴承集团公司"]),
    ],
)
def test_names_of_everyday_words(text: str, names: list[str]) -> None:
    assert units(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("，大成药业股份有限公司150万元，", ["大成药业股份有限公司"]),
        ("推行药业股份有限公司改制", ["药业股份有限公司"]),
        ("中国驻缅甸大使馆、大韩民国驻华大使馆、加拿大大使馆", ["中国驻缅甸大使馆", "大韩民国驻华大使馆", "加拿大大使馆"]),
        ("恒远证券云州营业部开业", ["恒远证券云州营业部"]),
        ("昆明移动、北京联通免去话费", ["昆明移动", "北京联通"]),
        ("昆明移动互联网用户、社区移动图书馆、人口移动", []),
        ("、金庭物业经理骆英，项目经理、客户经理、原电子经理", ["金庭物业"]),
        ("理事長拜會內政部營建署", ["內政部營建署"]),
        ("漓州港务集团、上善饮品、第一中学", ["漓州港务集团", "上善饮品", "第一中学"]),
    ],
)
def test_companies_and_missions(text: str, names: list[str]) -> None:
    assert units(text) == names


def test_the_company_that_issues_the_bulletin_is_known_by_its_own_name() -> None:
    text = "良禾铺子上半年签约，各铺子开业。"
    assert units(text, issuer="良禾铺子股份有限公司办公室") == ["良禾铺子"]
    assert units(text, issuer="第三办公室") == []


@pytest.mark.parametrize("verb", "推行 实行 兼并 重组 改组 探访 慰劳".split())
def test_verbs_before_another_unit(verb: str) -> None:
    assert units(f"市妇联{verb}柳湾安老院") == ["市妇联", "柳湾安老院"]


@pytest.mark.parametrize("trade", TRADES)
def test_trades_in_a_list_of_companies(trade: str) -> None:
    assert units(f"走访了恒澈{trade}、霞光包装两家企业。") == [f"恒澈{trade}", "霞光包装"]


@pytest.mark.parametrize("form", LEGAL_FORMS)
def test_legal_forms(form: str) -> None:
    assert units(f"与恒澈机电{form}签约。") == [f"恒澈机电{form}"]


@pytest.mark.parametrize("school", sorted(NUMBERED_SCHOOLS | {"附中", "附小", "一小", "二小", "三小"}))
def test_schools_behind_a_trade(school: str) -> None:
    assert units(f"铁路{school}教师获奖") == [f"铁路{school}"]


@pytest.mark.parametrize("school", sorted(NUMBERED_SCHOOLS))
def test_schools_before_their_pupils(school: str) -> None:
    assert units(f"县{school}学生获奖") == [f"县{school}"]


@pytest.mark.parametrize("bank", ["交通银行", "农发行", "国开行", "平安保险公司"])
@pytest.mark.parametrize("branch", ["分行", "支行", "分公司", "支公司"])
def test_branches_of_a_division_behind_a_bank(bank: str, branch: str) -> None:
    assert units(f"{bank}省{branch}捐款") == [f"{bank}省{branch}"]


@pytest.mark.parametrize("mission", ["使馆", "领事馆", "总领事馆"])
def test_missions_with_the_state_that_sends_them(mission: str) -> None:
    assert units(f"中国驻缅甸{mission}发来感谢信") == [f"中国驻缅甸{mission}"]


@pytest.mark.parametrize("ending", sorted(OF_MANY))
def test_of_the_whole_nation_there_are_many(ending: str) -> None:
    assert units(f"全国城市{ending}座谈") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("推动全国京剧院团改革，云州剧院开幕", ["云州剧院"]),
        ("这是南线的第一站，国内第一所，第一站台，铁路第一中学", ["铁路第一中学"]),
        ("位于云州市中心的旧址，以云州温棚为中心的园区，云州市中心医院", ["云州市中心医院"]),
        ("五大总公司重组，瑞士三大银行，几所中学，云州几所大学", []),
        ("非洲国家政府，国立大学、国营农场，国立云州大学", ["国立云州大学"]),
        ("在云京市东盟会议上，新华社莫斯科5月1日电，联合国中的席位", ["东盟", "新华社", "联合国"]),
        ("本刊讯云州市总工会，5月1日电云州市教育局，电白县教育局", ["云州市总工会", "云州市教育局", "电白县教育局"]),
        ("涉案云州公司赔偿", ["云州公司"]),
        ("地区妇联一班人，采煤一班人人争先", ["地区妇联"]),
        ("名誉理事长、云州市政协委员，“白桦奖”获得者、云州市妇联主任", ["云州市政协", "云州市妇联"]),
        ("全国组织干部学院、全国轻工机械有限公司，云州市中小学开学，市中小学教师，全国妇联", ["全国组织干部学院", "全国轻工机械有限公司", "全国妇联"]),
        ("石桥、云州市妇联", ["石桥", "云州市妇联"]),
        ("江南省地矿厅、县地矿局，东滩煤矿", ["江南省地矿厅", "县地矿局", "东滩煤矿"]),
    ],
)
def test_stages_places_posts_and_classes_are_no_units(text: str, names: list[str]) -> None:
    assert units(text) == names


@pytest.mark.parametrize("region", REGIONS)
def test_the_states_of_a_region_are_many(region: str) -> None:
    assert units(f"{region}国家政府") == []


@pytest.mark.parametrize("body", OF_THE_WORLD)
def test_bodies_of_the_world_belong_to_no_place(body: str) -> None:
    assert not any("云州" in name for name in units(f"在云州市{body}会议上"))


@pytest.mark.parametrize("verb", ["任命", "选举", "提名", "，"])
def test_who_becomes_something_is_no_company(verb: str) -> None:
    found = mentions(f"{verb}李建华为副局长")
    assert ([row.text for row in found.persons], [row.text for row in found.organizations]) == (["李建华"], [])


@pytest.mark.parametrize("text", ["，江苏华为总经理到会", "由华为总裁致辞", "访问华为公司"])
def test_the_company_keeps_its_officers(text: str) -> None:
    assert any("华为" in name for name in units(text))
