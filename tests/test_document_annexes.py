"""公文 with what they forward, annex and make known: marks and days inside, tables, older forms of the head."""

import pytest
from small_issue import items_of

from pipeline.extract import extract
from pipeline.model.document import Document
from pipeline.notation.genres import heading_unit
from pipeline.zones.forms import is_addressee

HEAD = "　　　　　　澄江县教育局文件\n\n　　　　　　澄教〔2013〕58号\n━━━━━━━━━━━━━━━\n\n"
BODY = "各中小学校：\n　　现将有关文件转发给你们，请认真贯彻落实，并于6月20日前报送自查情况。\n\n"
SIGNED = "　　　　　　　　　　澄江县教育局\n　　　　　　　　　　2013年6月7日\n\n"


def titles(document: Document) -> list[str | None]:
    return [item.title for item in items_of(document)]


@pytest.mark.parametrize(("key", "unit"), [("某某总局公告", "某某总局"), ("澄江县人民政府通知", "澄江县人民政府"), ("澄江縣政府訓令", "澄江縣政府"), ("某委员会通告", "某委员会")])
def test_a_unit_and_a_genre(key: str, unit: str) -> None:
    assert heading_unit(key) == unit


@pytest.mark.parametrize("key", ["关于成立某某局的通知", "通知", "某县人民政府", "会议纪要", "表彰通报"])
def test_no_unit_and_genre(key: str) -> None:
    assert heading_unit(key) is None


@pytest.mark.parametrize("key", ["委直属各医疗机构,各县(市、区)卫生健康局:", "各系(部)、处(室):", "各粮站 、 库 :", "局属各单位:", "各縣人民政府、直屬市人民政府:"])
def test_addressees(key: str) -> None:
    assert is_addressee(key)


@pytest.mark.parametrize("key", ["各位代表、同志们:", "现将有关事项通知如下:", "指标、任务:", "一、各单位的任务。二、要求:"])
def test_no_addressees(key: str) -> None:
    assert not is_addressee(key)


@pytest.mark.parametrize("mark", ["澄江市教育局文件", "澄 江 市 教 育 局 文 件", "澄江市教育局函"])
def test_the_mark_of_what_is_forwarded(mark: str) -> None:
    inner = f"　　　　{mark}\n　　　　澄市教〔2013〕41号\n\n　　关于做好校园防汛工作的通知\n\n各县教育局：\n　　当前已进入主汛期，平均降雨量326毫米，为确保安全，现通知如下。\n\n　　　　　　澄江市教育局\n　　　　　　2013年6月3日\n"
    document = extract(f"{HEAD}　　转发关于做好校园防汛工作的通知\n\n{BODY}{SIGNED}{inner}".encode())
    assert titles(document) == ["转发关于做好校园防汛工作的通知", "关于做好校园防汛工作的通知"]
    assert (document.masthead.title, document.masthead.document_number, document.masthead.date) == ("澄江县教育局文件", "澄教〔2013〕58号", "2013-06-07")
    assert [row.text for row in document.distribution] == ["各中小学校"]


def test_the_number_of_what_is_forwarded_is_not_that_of_a_document_without_one() -> None:
    inner = "关于做好校园防汛工作的通知\n澄市教〔2013〕41号\n\n各县教育局：\n　　当前已进入主汛期，平均降雨量326毫米，为确保安全，现通知如下。\n\n　　　　　　澄江市教育局\n　　　　　　2013年6月3日\n"
    document = extract(f"转发关于做好校园防汛工作的通知\n\n{BODY}{SIGNED}{inner}".encode())
    assert document.masthead.document_number is None
    assert titles(document)[1:] == ["关于做好校园防汛工作的通知"]


TABLES = [
    ("临时救助申请审批表", "申请人　　　　　　性别　　　　　　年龄\n家庭住址　　　　　　　　　　　　　联系电话\n申请理由\n乡镇意见　　　　　　　　　　　　（盖章）　年　月　日\n"),
    ("农村公路养护工程分类表", "类别 内容 周期\n小修 路面坑槽修补 每年\n中修 路面罩面 5年\n"),
    ("材料清单（2013年）", "申请书\n身份证复印件\n户口簿复印件\n"),
    ("先进单位和个人\n名单", "澄江一中\n澄江二中\n何其昌\n"),
]


@pytest.mark.parametrize(("title", "rows"), TABLES)
def test_an_annexed_table_of_any_form(title: str, rows: str) -> None:
    first = "附件1\n\n{}\n\n{}\n附件2\n救助工作流程\n\n　　一、申请。困难家庭向乡镇提出书面申请，并附证明材料。\n"
    document = extract(f"{HEAD}　　关于印发有关文件的通知\n\n{BODY}{SIGNED}{first.format(title, rows)}".encode())
    assert titles(document) == ["关于印发有关文件的通知", title.replace("\n", ""), "救助工作流程"]
    assert items_of(document)[1].text.split() == rows.split()


def test_units_side_by_side_sign() -> None:
    signed = "　　澄江市教育局　　　澄江市财政局　　　澄江市人力资源和社会保障局\n　　　　　　　　　　　　　2020年8月17日\n"
    document = extract(f"{HEAD}　　关于提高补助标准的通知\n\n{BODY}{signed}".encode())
    assert document.masthead.issuer == "澄江市教育局 澄江市财政局 澄江市人力资源和社会保障局"
    assert items_of(document)[0].text.endswith("自查情况。")


MARKS = [
    "　　澄江市教育局\n　　澄江市财政局　　文件\n　　澄江市物价局\n",
    "澄江市教育局\n　　　　　　　文件\n澄江市财政局\n澄江市物价局\n",
    "澄 江 市 教 育 局\n澄 江 市 财 政 局      文件\n澄 江 市 物 价 局\n",
]


@pytest.mark.parametrize("mark", MARKS)
def test_the_mark_of_a_joint_document_names_all_issuers(mark: str) -> None:
    number = "\n　　　　　　　　　签发人：何其昌　田小禾\n澄教发〔2020〕15号　　　　　　许　诺\n━━━━━━━━━━━━\n\n"
    document = extract(f"{mark}{number}　　关于提高补助标准的请示\n\n市人民政府：\n{BODY.partition('：')[2]}{SIGNED}".encode())
    assert document.masthead.title == "澄江市教育局澄江市财政局澄江市物价局文件"
    assert (document.masthead.signatory, document.masthead.document_number) == ("何其昌 田小禾 许诺", "澄教发〔2020〕15号")


@pytest.mark.parametrize(("printed", "read"), [("何立春", "何立春"), ("许　诺", "许诺"), ("何其昌、许　诺", "何其昌 许诺")])
def test_who_signs_for_the_issuer(printed: str, read: str) -> None:
    head = f"　　澄江市教育局文件\n\n澄教发〔2020〕15号　　　　　　签发人：{printed}\n━━━━━━━━━━━━\n\n"
    document = extract(f"{head}　　关于提高补助标准的请示\n\n市人民政府：\n{BODY.partition('：')[2]}{SIGNED}".encode())
    assert document.masthead.signatory == read


NOTICE = "澄江省人民代表大会常务委员会公告\n\n第十二号\n\n　　《湿地保护条例》已于2019年3月28日通过，现予公布，自2019年6月1日起施行。\n\n　　　　澄江省人民代表大会常务委员会\n　　　　2019年3月28日\n\n"
RULE = "澄江省湿地保护条例\n（2019年3月28日澄江省第十三届人民代表大会常务委员会第九次会议通过）\n\n目　录\n第一章　总则\n第二章　附则\n\n第一章　总则\n第一条　为了加强湿地保护，维护湿地功能，根据有关法律，制定本条例。\n第二章　附则\n第二条　本条例自2019年6月1日起施行。\n"


def test_a_rule_that_an_assembly_makes_known() -> None:
    """Its chapters are no sections of a bulletin, and when it was passed is no part of its title."""
    document = extract((NOTICE + RULE).encode())
    assert document.style == "gongwen"
    assert titles(document) == ["澄江省人民代表大会常务委员会公告", "澄江省湿地保护条例"]
    assert (document.masthead.document_number, document.masthead.date) == ("第十二号", "2019-03-28")
    assert items_of(document)[1].text.startswith("目　录\n第一章　总则")


@pytest.mark.parametrize("passed", ["（2016年9月29日中共澄江县第十三次代表大会通过）", "（中共澄江县第十三次代表大会2016年9月29日通过　自2016年10月1日起施行）"])
def test_a_resolution_of_a_congress(passed: str) -> None:
    text = f"中共澄江县第十三次代表大会\n关于县委工作报告的决议\n{passed}\n\n　　大会批准许诺同志代表第十二届委员会所作的报告，认为过去五年生产总值年均增长10.5%。\n"
    document = extract(text.encode())
    assert (document.masthead.issuer, document.masthead.date) == ("中共澄江县第十三次代表大会", "2016-09-29")
    assert titles(document) == ["中共澄江县第十三次代表大会关于县委工作报告的决议"]


def test_a_document_of_1953() -> None:
    head = "澄江縣人民政府通知\n（五三）財字第八七號\n\n事由：爲布置農業稅徵收工作由\n\n各區公所、各鄉人民政府：\n　　茲將農業稅徵收工作布置如下，希即遵照執行，全縣應徵公糧一千二百六十萬斤。\n\n"
    document = extract(f"{head}　　　　　縣　長　許大有\n　　　　　副縣長　白　樺\n　　　一九五三年九月十四日\n\n抄致：縣委、專署財政科\n".encode())
    assert (document.masthead.title, document.masthead.document_number) == ("澄江縣人民政府通知", "（五三）財字第八七號")
    assert titles(document) == ["爲布置農業稅徵收工作由"]
    assert [(row.relation, row.text) for row in document.distribution] == [("主送", "各區公所"), ("主送", "各鄉人民政府"), ("抄致", "縣委"), ("抄致", "專署財政科")]


def test_an_instruction_of_the_republic() -> None:
    text = "澄江省政府訓令　秘字第二三一號\n民國二十三年五月七日\n\n令澄江縣縣長\n\n　　案准內政部咨開：查各縣倉穀多有短少，亟應整頓。等因。合行令仰該縣長遵照辦理。\n　　此令。\n\n　　　　　　主席　許大有\n"
    document = extract(text.encode())
    assert (document.masthead.title, document.masthead.document_number, document.masthead.date) == ("澄江省政府訓令", "秘字第二三一號", "1934-05-07")
    assert [row.text for row in document.distribution] == ["澄江縣縣長"]
    assert items_of(document)[0].text.startswith("案准內政部")
    assert "".join(document.text[run.start : run.end] for run in document.ledger if run.role == "unassigned") == ""


@pytest.mark.parametrize("mark", ["澄江省革命委员会 电报", "澄江縣政府電報", "澄江省水利厅明传电报"])
def test_the_mark_of_a_telegram(mark: str) -> None:
    text = f"{mark}\n\n等级 特急　　　　澄革电〔1975〕26号\n\n关于做好防御台风工作的紧急通知\n\n各地区、市、县革命委员会：\n　　第3号台风将于八月三日夜间登陆，望各地立即行动起来，做好防御准备。\n\n　　　　澄江省革命委员会\n　　　　一九七五年八月二日\n"
    document = extract(text.encode())
    assert document.masthead.title == mark.replace(" ", "")
    assert titles(document) == ["关于做好防御台风工作的紧急通知"]


@pytest.mark.parametrize("kind", ["特　急　　　　明　电", "加急　　密电", "明　電"])
def test_the_urgency_and_kind_of_a_telegram_are_no_title(kind: str) -> None:
    text = f"{kind}\n\n发往：各县人民政府　　　签批：陆昊\n\n等级：特提·明电　　澄防电〔2021〕9号\n\n关于做好强降雨防范工作的紧急通知\n\n各县（市、区）人民政府：\n　　全市将出现大到暴雨，过程雨量80至120毫米，请做好防范。\n\n澄江市防汛抗旱指挥部\n2021年7月19日\n"
    document = extract(text.encode())
    assert titles(document) == ["关于做好强降雨防范工作的紧急通知"]
    assert document.masthead.document_number == "澄防电〔2021〕9号"


@pytest.mark.parametrize("signed", ["（印章）\n　　　　　二〇〇六年六月八日", "二〇〇六年六月八日（盖章）", "二〇〇六年六月八日　（印）"])
def test_a_seal_signs_without_a_name(signed: str) -> None:
    document = extract(f"{HEAD}　　关于2005年审计情况的报告\n\n{BODY}　　　　　{signed}\n\n抄送：县委办公室\n".encode())
    assert document.masthead.date == "2006-06-08"
    assert items_of(document)[0].text.endswith("自查情况。")


def test_two_departments_above_the_mark() -> None:
    document = extract(f"澄江省财政厅\n澄江省水利厅　文件\n\n澄财农〔2019〕44号\n澄水财〔2019〕12号\n\n关于下达资金的通知\n\n{BODY}{SIGNED}".encode())
    assert (document.masthead.title, document.masthead.document_number) == ("澄江省财政厅澄江省水利厅文件", "澄财农〔2019〕44号")
    assert titles(document) == ["关于下达资金的通知"]


def test_files_that_a_site_offers_below_the_day() -> None:
    document = extract(f"{HEAD}　　关于公布名单的通知\n\n{BODY}　　附件：优秀教师名单.docx\n\n{SIGNED}相关附件：\n优秀教师名单.docx\n2.申报表.xls（23KB）\n分享到：\n".encode())
    assert titles(document) == ["关于公布名单的通知"]
    assert items_of(document)[0].text.endswith("附件：优秀教师名单.docx")


def test_a_communique_of_a_plenum() -> None:
    text = "中共某某委员会\n公　报\n（1978年12月22日通过）\n\n第十一届中央委员会第三次全体会议于12月18日至22日举行，169人出席会议，决定把工作重点转移到建设上来。\n"
    document = extract(text.encode())
    assert (document.masthead.title, document.masthead.date) == (None, "1978-12-22")


@pytest.mark.parametrize("where", ["地点：县政府二楼会议室", "主持人：陆昊"])
def test_minutes_without_a_head(where: str) -> None:
    text = f"澄江县安委会2018年第三次全体会议纪要\n\n时间：2018年9月28日下午3：00\n{where}\n\n会议分析了当前安全生产形势，事故起数下降18.2%。现将会议精神纪要如下：\n一、各单位要抓好国庆期间安全工作，10月10日前上报总结。\n\n发：县安委会各成员单位\n"
    document = extract(text.encode())
    assert titles(document) == ["澄江县安委会2018年第三次全体会议纪要"]
    assert items_of(document)[0].text.startswith("时间：")
    assert [row.text for row in document.distribution] == ["县安委会各成员单位"]


def test_a_number_below_a_title_of_several_issuers() -> None:
    title = "国家某某部、国家某某总局、中国某某银行关于调整出口退税率的通知"
    document = extract(f"{title}\n某税字〔1998〕102号\n\n各省国家某某局，各分行：\n{BODY.partition('：')[2]}国家某某部\n1998年6月26日\n".encode())
    assert (titles(document), document.masthead.document_number) == ([title], "某税字〔1998〕102号")
