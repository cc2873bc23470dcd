"""公文 in small: forwarded ones, annexes behind a page end, joint issuers side by side, the letter form (GB/T 9704)."""

import pytest
from small_issue import items_of

from pipeline.extract import extract

HEAD = "　　　　　　 云阳县某局文件\n\n　　　　　　 云某发〔1979〕62号\n\n──────────────────\n\n"
BODY = "各公社：\n　　现将意见转发给你们，望认真贯彻执行。今年夏粮丰收已成定局，各社要踊跃交售爱国粮。\n　　各社要有专人负责这项工作，并严防发生火灾事故。\n\n"


def test_the_days_of_two_signatures_are_no_running_foot() -> None:
    first = f"　　　　　批转《关于夏粮入库的报告》的通知\n\n{BODY}\n　　　　　　　　　　　云阳县某局\n　　　　　　　　　　　一九七九年六月十八日\n\n　　　　　　　　—1—\n\n"
    second = "　　　　　关于夏粮入库的报告\n\n县某局：\n　　今年我县夏粮长势良好，预计总产七千四百万斤。\n\n　　　　　　　　　　　县粮食局\n　　　　　　　　　　　一九七九年六月十五日\n\n　　　　　　　　—2—\n"
    document = extract((HEAD + first + second).encode())
    assert document.masthead.date == "1979-06-18"
    assert [item.title for item in items_of(document)] == ["批转《关于夏粮入库的报告》的通知", "关于夏粮入库的报告"]


def test_an_annex_right_behind_a_page_end() -> None:
    wrapped = "　　受到表彰的先进集体，每个奖励工作经费5万元；先进个人，\n每人奖励3000元。希望受到表彰的集体和个人珍惜荣誉、再接再\n厉。全县各级党组织要以先进为榜样，与全省同步迈入小康社会。\n\n"
    first = f"　　　　　关于表彰先进的决定\n\n{wrapped}　　附件：云阳县2018年度脱贫攻坚先进集体和先进个人名单\n\n　　　　　　　　— 1 —\n\n附件\n\n"
    second = "　　先进集体和先进个人名单\n\n　　一、先进集体（3个）\n　　县扶贫局\n　　县财政局\n　　县人民医院\n"
    annex = items_of(extract((HEAD + first + second).encode()))[1]
    assert (annex.title, annex.kind) == ("先进集体和先进个人名单", "attachment")


def test_joint_issuers_side_by_side_sign() -> None:
    body = f"　　　　　关于选聘工作的意见\n\n{BODY}　　附件：名额分配表\n\n　　嘉宁市某甲局　　　　　　　嘉宁市某乙局\n\n　　嘉宁市某丙局　　　　　　　嘉宁市某丁局\n\n　　　　　　　　　　　二○○六年三月二十日\n\n"
    table = "附件：\n\n名额分配表\n\n　　县（市、区）　　　名额\n　　海东县　　　　　　80名\n　　平溪县　　　　　　75名\n　　合　计　　　　　　155名\n"
    document = extract((HEAD + body + table).encode())
    found = items_of(document)
    assert [item.title for item in found] == ["关于选聘工作的意见", "名额分配表"]
    assert "嘉宁市某甲局" not in found[0].text
    assert "海东县" in found[1].text
    assert document.masthead.date == "2006-03-20"


def test_the_mark_of_a_letter_stands_above_a_rule() -> None:
    text = "平峪省某某厅\n\n━━━━━━━━━━━━━━━━\n特急　　　　　　　　　平某函〔2015〕193号\n\n\n平峪省某某厅关于商请解决大桥\n临时用电有关问题的函\n\n\n省某公司：\n\n"
    text += "　　大桥是重点项目，全长4.36公里，概算总投资28.7亿元。\n\n　　妥否，请函复。\n\n　　　　　　　　　　　平峪省某某厅\n　　　　　　　　　　　2015年4月2日\n"
    document = extract(text.encode())
    assert (document.masthead.title, document.masthead.document_number) == ("平峪省某某厅", "平某函〔2015〕193号")
    assert [item.title for item in items_of(document)] == ["平峪省某某厅关于商请解决大桥临时用电有关问题的函"]


def test_numbers_of_documents_below_the_entries_of_a_gazette() -> None:
    head = "　　　　　某 县 人 民 政 府 公 报\n　　　　　　2017年第5期\n━━━━━━━━━━━━━━━━\n\n　　　　　◆ 今期內容 ◆\n"
    entries = "某县人民政府关于第三季度安全情况的通报\n　　安府字〔2017〕61号………………（2）\n某县人民政府关于调整运价的批复\n　　安府字〔2017〕66号………………（3）\n\n"
    texts = "".join(f"{title}\n　　　　　　安府字〔2017〕{number}号\n\n各乡镇人民政府：\n　　7月至9月，全县情况平稳，与去年同期相比有所好转。\n\n" for title, number in (("某县人民政府关于第三季度安全情况的通报", 61), ("某县人民政府关于调整运价的批复", 66)))
    rows = extract((head + entries + texts).encode()).contents
    assert [(row.title, row.page) for row in rows] == [("某县人民政府关于第三季度安全情况的通报", 2), ("某县人民政府关于调整运价的批复", 3)]


def test_two_annexes_each_at_the_top_of_a_page() -> None:
    """Their labels repeat there and are no running head; （印） is no part of the name that signs."""
    signed = "　　　　　　　　　　　云阳县某局（印）\n　　　　　　　　　　　2016年3月21日\n\n　　— 1 —\n附件1\n\n"
    rules = "　　一、汛期每天巡查1次，雨后每天巡查不少于3次，遇险情昼夜值守。\n　　二、巡查记录由责任人签字，按月上报备查。\n\n"
    first = f"　　　　　关于做好水库巡查工作的通知\n\n{BODY}　　附件：1.水库巡查规定\n　　　　　2.水库险情报告办法\n\n{signed}　　　　　　　水库巡查规定\n\n{rules}　　— 2 —\n附件2\n\n"
    document = extract((HEAD + first + f"　　　　　　　水库险情报告办法\n\n{rules}").encode())
    assert [item.title for item in items_of(document)] == ["关于做好水库巡查工作的通知", "水库巡查规定", "水库险情报告办法"]
    assert document.masthead.issuer == "云阳县某局"


@pytest.mark.parametrize(("mark", "signed"), [("云河县人民委员会　通知", "县长　祁大有\n　　　　　　　一九五八年二月二十日"), ("雲河縣政府　函", "　")])
def test_a_letterhead_of_unit_and_genre_is_no_title(mark: str, signed: str) -> None:
    document = extract(f"{mark}\n（58）会农字第31号\n\n关于春耕准备的通知\n各乡人民委员会：\n　　春耕在即，各乡应即检查农具、种籽的准备情形。\n　　　　　　　　{signed}\n".encode())
    assert [item.title for section in document.sections for item in section.items] == ["关于春耕准备的通知"]
    assert (document.masthead.title, document.masthead.issuer) == (mark.replace("　", ""), mark.partition("　")[0])


def test_what_a_letter_says_of_its_sender_is_no_title_and_who_signs_below_the_copies_no_item() -> None:
    head = "蘆山縣政府　函\n\n地址：26060蘆山縣城北路1號\n承辦人：呂先生\n電話：039-251000\n\n受文者：蘆山縣立東國民小學\n\n發文日期：中華民國104年3月18日\n發文字號：蘆府教字第1040046821號\n\n"
    document = extract(f"{head}主旨：檢送計畫1份，請查照並踴躍提出申請。\n\n說明：\n一、補助項目分為基礎型及深耕型，請於期限前申請。\n\n正本：本縣各國民小學\n副本：本府教育處\n\n縣長　林大同\n".encode())
    assert [(item.title, item.text[:3]) for section in document.sections for item in section.items] == [(None, "主旨：")]
    assert document.masthead.issuer == "蘆山縣政府"


def test_addressees_with_commas_between_are_no_text_of_a_document_that_a_gazette_prints() -> None:
    head = "某县人民政府公报\n2017年第5期（总第29期）　　2017年10月15日出版\n\n目　录\n县政府文件\n" + "".join(f"某县人民政府关于{what}的通报\n　　某府字〔2017〕{n}号………（2）\n" for n, what in ((61, "安全情况"), (66, "用水情况")))
    texts = "".join(f"某县人民政府关于{what}的通报\n　　　　　　　某府字〔2017〕{n}号\n\n各乡镇人民政府，县政府各部门，县属各企业：\n　　7月至9月，全县情况平稳，与去年同期相比有所好转。\n　　　　　　　　　　　　　　　　　　某县人民政府\n　　　　　　　　　　　　　　　　　　2017年9月30日\n\n" for n, what in ((61, "安全情况"), (66, "用水情况")))
    assert [item.text[:3] for item in items_of(extract((head + "\n〖县政府文件〗\n\n" + texts).encode()))] == ["7月至", "7月至"]


def test_a_unit_that_signs_below_the_date() -> None:
    """Where GB/T 9704 wants it above."""
    document = extract("云江县林长办关于调整责任单位的通知\n各乡镇人民政府：\n因人事调整和工作需要，我办对责任单位进行了调整，现予公布。\n2024年5月15日\n云江县林长制办公室\n".encode())
    assert [item.title for item in document.sections[0].items] == ["云江县林长办关于调整责任单位的通知"]
    assert (document.masthead.issuer, document.masthead.date) == ("云江县林长制办公室", "2024-05-15")


def test_a_number_in_brackets_and_a_date_are_lines_of_their_own() -> None:
    title = "云江市总工会关于授予“海疆杯”立功竞赛有关先进集体和先进个人五一劳动奖状、工人先锋号的决定"
    text = "根据市委、市政府的总体部署，2011年，我市新一轮工作全面展开，广大职工奋勇争先，为表彰先进，决定予以表彰。\n附件：表彰名单\n"
    document = extract(f"{title}\n（云工总〔2012〕98号）\n{text}二○一二年四月十二日\n".encode())
    assert document.sections[0].items[0].title == title
    assert (document.masthead.document_number, document.masthead.date) == ("云工总〔2012〕98号", "2012-04-12")


def test_a_day_with_the_time_of_a_site_signs() -> None:
    document = extract("12月12日—18日安全生产简况\n\n上周发生重大事故1起，死亡15人，同比增加1起、15人。\n\n省安监局网站\n2011年12月20日 11:27\n".encode())
    assert document.masthead.date == "2011-12-20"
    assert document.sections[0].items[0].text.endswith("15人。")


@pytest.mark.parametrize("deputy", ["何敬之委员", "沈碧波代表"])
def test_who_moved_what_a_document_answers(deputy: str) -> None:
    document = extract(f"云江县交通局关于第14号提案的复函\n\n云交函〔2023〕34号\n\n{deputy}：\n　　您提出的提案收悉，我局已投资42万元修路，现答复如下，感谢您的关心。\n\n云江县交通局\n2023年10月16日\n".encode())
    assert [row.text for row in document.distribution] == [deputy]
    assert document.sections[0].items[0].text.startswith("您提出")


def test_a_number_in_the_title_of_a_brief_is_no_fact_of_the_masthead() -> None:
    text = "【政策信息】\n●省教育厅印发《实施细则》（江教〔2021〕1号）\n省教育厅印发《实施细则》，各校要认真执行，每校不少于8人。\n●省财政厅印发《意见》（江财〔2021〕39号）\n省财政厅印发《意见》，安排资金，补助标准为每人300元。\n【院校动态】\n●职业学院举办技能大赛\n4月2日，职业学院举办技能大赛，300人参加。\n"
    document = extract(text.encode())
    assert [len(section.items) for section in document.sections] == [2, 1]
    assert document.masthead.document_number is None


def test_what_closes_a_text_and_an_annex_are_no_part_of_the_signature() -> None:
    text = "关于表彰先进的决定\n各会员单位：\n　　经研究，决定授予18家单位先进集体称号，希望受到表彰的集体珍惜荣誉。\n特此通知\n附件：先进集体名单；\n云江市联合会\n2016年11月28日\n"
    document = extract(text.encode())
    assert (document.masthead.issuer, document.masthead.date) == ("云江市联合会", "2016-11-28")
    assert "特此通知" in document.sections[0].items[0].text


def test_kinds_of_departments_are_addressed() -> None:
    notice = f"　　　　　关于做好夏粮入库的通知\n\n各市、县（区）人民政府，省政府各委、办、厅、局：\n{BODY.partition('：')[2]}\n　　　　　　　　　云阳省某局\n　　　　　　　　　一九七九年六月十八日\n"
    rows = extract((HEAD + notice).encode()).distribution
    assert [row.text for row in rows] == ["各市", "县（区）人民政府", "省政府各委", "办", "厅", "局"]
