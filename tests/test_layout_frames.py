"""Head and foot of bulletins in layouts in small: where name, issuer, staff and recipients stand, and what only looks like them."""

import pytest

from pipeline.extract import extract
from pipeline.model.document import Document

HEAD = "　　　　　　　工 作 简 报\n　　　　　　　　第3期\n某市某局办公室　　2021年3月9日\n━━━━━━━━━━━━━━━━━━━━\n\n"
TEXT = "3月2日，市某局召开会议，部署全年工作，80人参加。"
OTHER = "3月5日，市某局检查工地14处，发现隐患23项，全部整改。"
ITEM = f"夜市开张\n　　{TEXT}\n\n"


def read(source: str) -> Document:
    return extract(source.encode())


NAMES_BELOW = {
    "in a box": "2021.03.09                （第3期）\n┏━━━━━━━━━━━━━━━━━━┓\n　　　　　　北　港　快　讯\n┗━━━━━━━━━━━━━━━━━━┛\n　　　　　　奉献　安全　创效\n\n■ 要闻 ■\n\n",
    "below number and date": "第三期　　　　　　　　　　　二〇二一年三月九日\n\n　　　　　　　　北港快讯\n\n【要闻】\n",
    "above its publisher and the contents": "第三期　　　　　　　　二〇二一年三月九日\n\n　　　　　北 港 快 讯\n　　　　　北港商会　出版\n\n　　　　　歡迎傳閱\n\n　　　　　目　录\n　　夜市开张\n━━━━━━━━━━━━\n\n",
}  # fmt: skip


@pytest.mark.parametrize("head", NAMES_BELOW.values(), ids=NAMES_BELOW)
def test_a_name_below_its_number(head: str) -> None:
    document = read(head + ITEM)
    masthead = document.masthead
    assert (masthead.title, masthead.issue_number, masthead.date) == ("北港快讯", 3, "2021-03-09")
    assert [item.title for section in document.sections for item in section.items] == ["夜市开张"]


def test_a_section_below_a_head_that_has_its_name_is_no_name() -> None:
    document = read("　　　　北港快讯　第3期\n2021年3月9日\n\n　　　　　工 作 动 态\n\n" + ITEM)
    assert (document.masthead.title, [section.title for section in document.sections]) == ("北港快讯", ["工 作 动 态"])


@pytest.mark.parametrize(("line", "name"), [("内部资料　　　　　　注意保存", "民意直报"), ("　　　　　　　　　　　　注意保存", "民 意 直 报")])
def test_what_stands_at_the_end_of_a_line_is_no_name(line: str, name: str) -> None:
    document = read(f"{line}\n\n　　　　　　{name}\n　　　　　　第3期\n某县某办公室　　2021年3月9日\n━━━━━━━━━━━━\n\n{ITEM}")
    assert document.masthead.title == "民意直报"


MASTHEADS = [
    ("2021年第3期（总29）", "cumulative_number", 29),
    ("（北新出准字（2018）第011号）　第3期", "issue_number", 3),
    ("（北新出准字（2018）第011号）　第3期", "permit_number", "北新出准字（2018）第011号"),
    ("第 3 期　　1 9 8 2 年 6 月 2 8 日", "date", "1982-06-28"),
]


@pytest.mark.parametrize(("line", "field", "value"), MASTHEADS)
def test_facts_of_a_head(line: str, field: str, value: object) -> None:
    assert getattr(read(f"　　　　工 作 简 报\n{line}\n某市某局办公室\n━━━━━━━━━━━━\n\n{ITEM}").masthead, field) == value


SITES = ["北港科学网", "某市教育局门户网站"]


@pytest.mark.parametrize("site", SITES)
def test_a_site_is_not_the_unit_that_issues_what_it_shows(site: str) -> None:
    web = f"{site}\n当前位置：首页 > 简报\n\n工作简报2021年第3期\n来源：某市教育局　　发布时间：2021-03-09 09:15　　浏览次数：483\n\n{ITEM}"
    assert read(web).masthead.issuer == "某市教育局"


@pytest.mark.parametrize("author", ["某市图书馆 ", "佟欣 ", ""])
def test_the_account_of_an_article_issues_it(author: str) -> None:
    assert read(f"馆务简讯 | 2021年第3期\n\n原创 {author}某市图书馆 2021-03-09 17:30 发表于江苏\n\n{ITEM}").masthead.issuer == "某市图书馆"


NAMELESS = "　　　　　　　工 作 简 报\n　　　　　　　　第3期\n━━━━━━━━━━━━━━━━━━━━\n\n" + ITEM + "续保提醒\n　　" + OTHER + "\n\n━━━━━━━━━━━━━━━━━━━━\n"
FEET = [
    ("发：各科室\n编辑：佟欣　　电话：87654321\n\n某市某局办公室\n2021年3月9日\n", "某市某局办公室", "2021-03-09"),
    ("发：各科室\n编辑：佟欣　　电话：87654321\n北港集团有限公司党群工作部　编\n", "北港集团有限公司党群工作部", None),
    ("发：各科室\n主办单位：某市园艺学会\n编辑：佟欣\n", "某市园艺学会", None),
    ("发：各科室\n编辑：佟欣　　承印：某市印刷厂\n某市印刷厂　印\n", None, None),
]


@pytest.mark.parametrize(("foot", "issuer", "date"), FEET)
def test_issuer_and_date_in_the_foot(foot: str, issuer: str | None, date: str | None) -> None:
    document = read(NAMELESS + foot)
    assert (document.masthead.issuer, document.masthead.date) == (issuer, date)
    assert [contact.name for contact in document.colophon.contacts] == ["佟欣"]
    assert [item.title for section in document.sections for item in section.items] == ["夜市开张", "续保提醒"]


def test_a_document_inside_does_not_sign_the_bulletin() -> None:
    inside = f"　　　　关于表彰先进的通报\n\n各县人民政府：\n　　{TEXT}\n\n　　　　　　　　　　　　　某市安全委员会\n　　　　　　　　　　　　　2021年2月28日\n"
    document = read(HEAD + f"［编者按］　现将通报转发给你们，{OTHER}\n\n{inside}\n━━━━━━━━━━━━━━━━\n发：各乡镇\n")
    assert (document.masthead.issuer, document.masthead.date) == ("某市某局办公室", "2021-03-09")
    assert [(row.relation, row.text) for row in document.distribution] == [("发", "各乡镇")]


def test_whom_a_bulletin_itself_addresses() -> None:
    document = read(HEAD + f"　　　　关于夜市的通报\n\n各乡镇人民政府：\n　　{TEXT}\n\n━━━━━━━━━━━━━━━━\n发：各科室\n")
    assert [(row.relation, row.text) for row in document.distribution] == [("主送", "各乡镇人民政府"), ("发", "各科室")]


def test_staff_below_the_contents() -> None:
    contents = "　　　目　录\n夜市开张………………（2）\n续保提醒………………（3）\n\n主　编：顾大山　　副主编：霍小川\n印　数：800册\n电　话：87654321\n━━━━━━━━━━━━\n"
    document = read(HEAD + contents + ITEM + f"续保提醒\n　　{OTHER}\n")
    assert [row.title for row in document.contents] == ["夜市开张", "续保提醒"]
    assert [(c.role, c.name) for c in document.colophon.contacts] == [("主编", "顾大山"), ("副主编", "霍小川")]
    assert (document.colophon.print_run, document.colophon.phones) == (800, ("87654321",))


STAFF = [
    ("文字 | 佟欣\n编辑 | 路遥\n审核 | 孔令杰\n", ["佟欣", "路遥", "孔令杰"], []),
    ("文字 | 佟欣    图片 | 黎阳\n编辑 | 路遥\n", ["佟欣", "黎阳", "路遥"], []),
    ("供稿：佟欣\n编辑：路遥\n", ["路遥"], ["佟欣"]),
]


@pytest.mark.parametrize(("foot", "staff", "senders"), STAFF)
def test_staff_of_an_article(foot: str, staff: list[str], senders: list[str]) -> None:
    document = read(HEAD + ITEM + foot)
    assert [contact.name for contact in document.colophon.contacts] == staff
    assert [row.person for item in document.sections[0].items for row in item.attributions] == senders


@pytest.mark.parametrize(("line", "roles"), [("摘编：祁妙　　核稿：曹望　　电话：4228", ["摘编", "核稿"]), ("邮编：030001　　编辑：曹望", ["编辑"])])
def test_a_row_of_labels_begins_a_line_of_the_foot(line: str, roles: list[str]) -> None:
    document = read(HEAD + ITEM + f"━━━━━━━━━━━━\n送：市纪委，市交通局，市教育局，市财政局\n{line}\n")
    assert [row.text for row in document.distribution] == ["市纪委", "市交通局", "市教育局", "市财政局"]
    assert [contact.role for contact in document.colophon.contacts] == roles


@pytest.mark.parametrize("number", ["24-3217", "4228", "66123"])
def test_numbers_of_an_exchange(number: str) -> None:
    assert read(HEAD + ITEM + f"━━━━━━━━━━━━\n编辑：佟欣　电话：{number}　共印60份\n").colophon.phones == (number,)


def test_a_caption_names_its_photographer() -> None:
    (section,) = read(HEAD + f"夜市开张\n\n{TEXT}\n\n▲夜市一角（摄影：佟欣）\n\n续保提醒\n\n{OTHER}\n").sections
    assert section.items[0].text.endswith("\n▲夜市一角（摄影：佟欣）")
    assert [(item.title, item.attributions) for item in section.items] == [("夜市开张", ()), ("续保提醒", ())]
