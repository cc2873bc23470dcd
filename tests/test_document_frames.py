"""公文 as sites, collections of law and older hands give them: who signs, when, under what number, and whom they name."""

import pytest
from small_issue import items_of

from pipeline.extract import extract
from pipeline.model.document import Document
from pipeline.normalize import fold
from pipeline.notation.names import split_officer
from pipeline.notation.promulgation import find_promulgation

TEXT = "　　今年以来，各地认真落实责任，事故起数下降12.6%，但形势依然严峻，现将有关事项通知如下。\n　　一、加强领导。各单位要明确专人负责，每月5日前报送情况。\n"
RULES = "第一条　为加强水资源管理，根据有关法律、法规，结合本地实际，制定本办法。\n第二条　本办法自发布之日起施行。\n"


def facts(document: Document) -> tuple[str | None, str | None, str | None]:
    return document.masthead.issuer, document.masthead.date, document.masthead.document_number


def titles(document: Document) -> list[str | None]:
    return [item.title for item in items_of(document)]


@pytest.mark.parametrize(
    ("key", "officer"),
    [
        ("县长  祁大有", ("县长", "祁大有")),
        ("市长:董 炜", ("市长", "董炜")),
        ("總 理 周 大 同", ("總理", "周大同")),
        ("代省长    陆    昊", ("代省长", "陆昊")),
        ("政治委员 白桦", ("政治委员", "白桦")),
        ("主席:田小禾", ("主席", "田小禾")),
        ("書記 白樺", ("書記", "白樺")),
        ("司令員 贺大龙", ("司令員", "贺大龙")),
        ("专 员 王力行", ("专员", "王力行")),
    ],
)
def test_an_officer_and_his_name(key: str, officer: tuple[str, str]) -> None:
    assert split_officer(key) == officer


@pytest.mark.parametrize("key", ["市长董炜", "责任编辑:佟欣", "局 长", "通讯员 王平", "市长 在会上说", "警员 王平"])
def test_no_officer(key: str) -> None:
    assert split_officer(key) is None


@pytest.mark.parametrize(
    ("signed", "issuer"),
    [("市长：董　炜", "市长 董炜"), ("代市长　　陆　　昊", "代市长 陆昊"), ("總　理　周　大　同", "總理 周大同"), ("部　长：何其昌\n　　　　　署　长：田小禾", "部长 何其昌 署长 田小禾")],
)
def test_officers_sign_an_order(signed: str, issuer: str) -> None:
    head = "　　　　　　澄江市人民政府令\n\n　　　　　　　第16号\n\n　　《取水许可办法》业经市政府常务会议讨论通过，现予发布施行。\n\n"
    document = extract(f"{head}　　　　　{signed}\n　　　　　一九九四年五月十八日\n\n　　　　　取水许可办法\n\n{RULES}".encode())
    assert facts(document) == (issuer, "1994-05-18", "第16号")
    assert [item.text[-4:] for item in items_of(document)] == ["发布施行", "起施行。"] or items_of(document)[0].text.endswith("施行。")
    assert titles(document)[1] == "取水许可办法"


def test_an_order_of_two_departments() -> None:
    head = "澄江国商务部\n澄江国海关总署　令\n\n2009年第7号\n\n《货物许可证办法》已经商务部部务会议审议通过，现予公布。\n\n部　长：何其昌\n署　长：田小禾\n二〇〇九年一月六日\n\n"
    document = extract(f"{head}货物许可证办法\n\n{RULES}".encode())
    assert (document.masthead.title, document.masthead.document_number) == ("澄江国商务部澄江国海关总署令", "2009年第7号")
    assert titles(document) == [None, "货物许可证办法"]


@pytest.mark.parametrize("mark", ["国家某某总局公告", "澄江市公安局通告"])
def test_the_mark_above_the_number_of_a_public_notice(mark: str) -> None:
    text = f"{mark}\n2018年第22号\n\n关于发布许可目录的公告\n\n　　根据《许可办法》，现发布许可目录，自2018年8月1日起施行。\n　　特此公告。\n\n　　　　　　国家某某总局\n　　　　　　2018年7月20日\n"
    document = extract(text.encode())
    assert (document.masthead.title, document.masthead.document_number, titles(document)) == (mark, "2018年第22号", ["关于发布许可目录的公告"])


def test_a_public_notice_whose_title_stands_above_its_number() -> None:
    text = "国家某某总局关于发布许可目录的公告\n国家某某总局公告2018年第22号\n\n　　根据《许可办法》，现发布许可目录，自2018年8月1日起施行。\n　　特此公告。\n\n　　　　　　国家某某总局\n　　　　　　2018年7月20日\n"
    document = extract(text.encode())
    assert facts(document) == ("国家某某总局", "2018-07-20", "国家某某总局公告2018年第22号")
    assert titles(document) == ["国家某某总局关于发布许可目录的公告"]


@pytest.mark.parametrize(
    ("line", "issuer", "order"),
    [
        ("1964年2月10日，某某法院", "某某法院", ""),
        ("（1990年9月11日　财政部、司法部　（90）财文字第486号）", "财政部、司法部", ""),
        ("某某省物价局　1996年7月8日　某价工字（1996）第123号", "某某省物价局", ""),
        ("（1993年5月6日某某市人民政府令第21号发布）", "某某市人民政府", "某某市人民政府令第21号"),
        ("某某市人民政府1986年5月3日发布", "某某市人民政府", ""),
    ],
)
def test_the_line_of_a_collection_below_a_title(line: str, issuer: str, order: str) -> None:
    key = fold(line)
    found = find_promulgation(key)
    assert found is not None
    assert (key[slice(*found.issuer)], key[slice(*found.order)]) == (fold(issuer), fold(order))


@pytest.mark.parametrize("line", ["1990年9月11日", "1990年9月11日，财政部召开会议", "财政部、司法部", "1990年9月11日，市总工会举办培训班。"])
def test_no_line_of_a_collection(line: str) -> None:
    assert find_promulgation(fold(line)) is None


SITE = "您的位置： 首页 » 某某法规网 » 法律法规 »\n\n{title}\n\n时间：2024-06-26 21:32:56  来源：某某法规网  作者：某某法规网  阅读：9930\n下载地址： 点击此处下载\n\n{title}\n\n{unit}\n\n\n{title}\n\n"


@pytest.mark.parametrize(
    ("line", "number"),
    [("1984年3月10日，澄江省物价局", None), ("（1984年3月10日　澄江省物价局　（84）澄价字第12号）", "（84）澄价字第12号"), ("澄江省物价局1984年3月10日澄价字〔1984〕12号", "澄价字〔1984〕12号")],
)
def test_a_document_of_a_collection_of_law(line: str, number: str | None) -> None:
    """Name and day of the site are none of the document's."""
    head = SITE.format(title="澄江省物价局关于调整水价的批复", unit="澄江省物价局")
    document = extract(f"{head}{line}\n\n临河市物价局：\n　　你局请示收悉。经研究，同意每吨由0.45元调整为0.62元，自8月1日起执行。\n\n上一篇：某批复\n下一篇：某办法\n".encode())
    assert facts(document) == ("澄江省物价局", "1984-03-10", number)
    assert titles(document) == ["澄江省物价局关于调整水价的批复"]
    assert [row.text for row in document.distribution] == ["临河市物价局"]


def test_an_order_alone_in_a_collection() -> None:
    head = SITE.format(title="澄江市取水管理办法", unit="澄江市人民政府")
    document = extract(f"{head}（1993年5月6日澄江市人民政府令第21号发布）\n\n第一章　总则\n{RULES}".encode())
    assert facts(document) == ("澄江市人民政府", "1993-05-06", "澄江市人民政府令第21号")
    assert titles(document) == ["澄江市取水管理办法"]


@pytest.mark.parametrize("below", ["省财政厅　省监察厅", "省财政厅", "省财政厅　省监察厅　省审计厅\n（二〇一一年四月二十日）"])
@pytest.mark.parametrize("title", ["关于加强采购管理的意见", "政府集中采购\n管理暂行办法"])
def test_who_has_drawn_up_what_is_forwarded(title: str, below: str) -> None:
    head = f"澄江省人民政府办公厅转发省财政厅等部门\n{title}的通知\n澄政办发〔2011〕33号\n\n各市、县（市、区）人民政府：\n{TEXT}\n　　　　　　澄江省人民政府办公厅\n　　　　　　二〇一一年五月六日\n\n"
    document = extract(f"{head}{title}\n{below}\n\n　　第一条　为规范采购行为，提高资金使用效益，根据有关规定，制定本办法，请认真执行。\n　　第二条　本办法自2011年6月1日起施行，原有规定同时废止。\n".encode())
    assert facts(document) == ("澄江省人民政府办公厅", "2011-05-06", "澄政办发〔2011〕33号")
    assert titles(document)[1:] == [title.replace("\n", "")]
    assert items_of(document)[1].text.startswith("第一条")


@pytest.mark.parametrize(
    ("addressed", "rows"),
    [
        ("各市、州、縣人民政府，省政府各部門", ["各市", "州", "縣人民政府", "省政府各部門"]),
        ("各县、市、区水利局，中央、省、市驻县单位", ["各县", "市", "区水利局", "中央", "省", "市驻县单位"]),
        ("各市、区人民政府", ["各市", "区人民政府"]),
    ],
)
def test_levels_that_are_addressed(addressed: str, rows: list[str]) -> None:
    document = extract(f"关于做好春耕工作的通知\n澄政发〔2011〕33号\n\n{addressed}：\n{TEXT}\n　　　　　　澄江省人民政府\n　　　　　　2011年5月6日\n".encode())
    assert [row.text for row in document.distribution] == rows


LIST = [
    "主　　任：向守义　　县政府办公室副主任\n副 主 任：曾　洁　　县住建局副局长\n　　　　　马国梁　　县城管局总工程师\n工作人员：江　波　　县委宣传部\n",
    "组　长：许　诺　　县委常委\n副组长：江　平　　县政府办公室主任\n成　员：田小禾　　县发改局副局长\n　　　　金　铭　　县财政局副局长\n",
    "组长：许诺 县委常委、常务副县长\n副组长：何其昌 县统计局局长\n成员：田小禾 县发改局副局长\n",
]


@pytest.mark.parametrize("rows", LIST)
def test_a_list_of_posts_names_and_units(rows: str) -> None:
    head = f"　　　　澄江县人民政府办公室文件\n\n　　　　澄政办〔2015〕41号\n━━━━━━━━━━━━━━━\n\n　　关于成立领导小组的通知\n\n各乡镇人民政府：\n{TEXT}\n　　　　　　澄江县人民政府办公室\n　　　　　　2015年11月2日\n\n附件\n\n"
    found = items_of(extract(f"{head}　　　领导小组组成人员名单\n\n{rows}".encode()))
    assert [item.title for item in found] == ["关于成立领导小组的通知", "领导小组组成人员名单"]
    assert found[1].text.startswith(rows[:2])


def test_a_document_in_traditional_characters() -> None:
    text = "　　山某省人民政府關於統一規定名稱的通令\n\n　　　　　　（50）魯某字第一八六號\n\n各專員公署、各縣人民政府：\n　　（一）按照本省情況，名稱應遵照規定執行，在新印未頒發前暫借用舊印。\n　　希即遵照爲要。\n\n　　　　　　　山某省人民政府\n　　　　　　　一九五○年九月二十二日\n"
    document = extract(text.encode())
    assert facts(document) == ("山某省人民政府", "1950-09-22", "（50）魯某字第一八六號")
    assert [row.text for row in document.distribution] == ["各專員公署", "各縣人民政府"]


@pytest.mark.parametrize("label", ["发文单位", "发布部门", "发文机关"])
def test_who_issued_a_document_below_its_text(label: str) -> None:
    text = f"关于同意设立急救中心的函\n\n澄江省卫生厅：\n　　你厅（87）澄卫字第56号函收悉。经研究，同意你省设立急救中心，编制45人。\n　　此复。\n\n{label}：国家某某部\n发布日期：1987-03-09\n"
    document = extract(text.encode())
    assert titles(document) == ["关于同意设立急救中心的函"]
    assert items_of(document)[0].text.endswith("此复。")
