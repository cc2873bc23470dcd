"""Head and foot of bulletins in layouts in small: where name, issuer, staff and recipients stand, and what only looks like them."""

import pytest

from pipeline.extract import extract
from pipeline.model.document import Document
from pipeline.zones.rows import repeated_fields

HEAD = "　　　　　　　工 作 简 报\n　　　　　　　　第3期\n某市某局办公室　　2021年3月9日\n━━━━━━━━━━━━━━━━━━━━\n\n"
TEXT = "3月2日，市某局召开会议，部署全年工作，80人参加。"
OTHER = "3月5日，市某局检查工地14处，发现隐患23项，全部整改。"
ITEM = f"夜市开张\n　　{TEXT}\n\n"


def read(source: str) -> Document:
    return extract(source.encode())


NAMES_BELOW = {
    "in a box": "2021.03.09                （第3期）\n┏━━━━━━━━━━━━━━━━━━┓\n　　　　　　北　港　快　讯\n┗━━━━━━━━━━━━━━━━━━┛\n　　　　　　奉献　安全　创效\n\n■ 要闻 ■\n\n",
    "below number and date": "第三期　　　　　　　　　　　二〇二一年三月九日\n\n　　　　　　　　北港快讯\n\n【要闻】\n",
    "above its publisher at the margin": "2021年3月9日　　第3期\n\n　　　　北 港 快 讯\n北港商会编\n\n",
    "above its publisher and the contents": "第三期　　　　　　　　二〇二一年三月九日\n\n　　　　　北 港 快 讯\n　　　　　北港商会　出版\n\n　　　　　歡迎傳閱\n\n　　　　　目　录\n　　夜市开张\n━━━━━━━━━━━━\n\n",
}  # fmt: skip


@pytest.mark.parametrize("head", NAMES_BELOW.values(), ids=NAMES_BELOW)
def test_a_name_below_its_number(head: str) -> None:
    document = read(head + ITEM)
    masthead = document.masthead
    assert (masthead.title, masthead.issue_number, masthead.date) == ("北港快讯", 3, "2021-03-09")
    assert [(section.title in (None, "要闻"), [item.title for item in section.items]) for section in document.sections] == [(True, ["夜市开张"])]


def test_a_section_below_a_head_that_has_its_name_is_no_name() -> None:
    document = read("　　　　北港快讯　第3期\n2021年3月9日\n\n　　　　　工 作 动 态\n\n" + ITEM)
    assert (document.masthead.title, [section.title for section in document.sections]) == ("北港快讯", ["工 作 动 态"])


@pytest.mark.parametrize("side", ["|", "│", "║"])
def test_a_head_in_a_box_with_space_inside(side: str) -> None:
    rows = ["", "　　　　　北　港　快　讯", "", "　2021年3月9日　　　　第3期", ""]
    box = "\n".join(f"{side}{row:　<24}{side}" for row in rows)
    masthead = read(f"{box}\n\n{ITEM}").masthead
    assert (masthead.title, masthead.issue_number, masthead.date) == ("北港快讯", 3, "2021-03-09")


@pytest.mark.parametrize(("line", "name"), [("内部资料　　　　　　注意保存", "民意直报"), ("　　　　　　　　　　　　注意保存", "民 意 直 报")])
def test_what_stands_at_the_end_of_a_line_is_no_name(line: str, name: str) -> None:
    document = read(f"{line}\n\n　　　　　　{name}\n　　　　　　第3期\n某县某办公室　　2021年3月9日\n━━━━━━━━━━━━\n\n{ITEM}")
    assert document.masthead.title == "民意直报"


MASTHEADS = [
    ("2021年第3期（总29）", "cumulative_number", 29),
    ("（北新出准字（2018）第011号）　第3期", "issue_number", 3),
    ("（北新出准字（2018）第011号）　第3期", "permit_number", "北新出准字（2018）第011号"),
    ("第 3 期　　1 9 8 2 年 6 月 2 8 日", "date", "1982-06-28"),
    ("第3期　（总号：88）", "cumulative_number", 88),
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
    ("编辑：佟欣\n2021年3月9日（星期二）\n", None, "2021-03-09"),
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


def test_whom_a_document_addresses_that_a_gazette_prints_is_not_whom_that_goes_to() -> None:
    letter = f"　　　　关于夜市的批复\n\n市商务局：\n　　{TEXT}\n\n"
    document = read(HEAD + letter + letter.replace("商务", "粮食") + "━━━━━━━━━━━━━━━━\n发：各科室\n")
    assert [(row.relation, row.text) for row in document.distribution] == [("发", "各科室")]
    assert all("局：" not in item.text for section in document.sections for item in section.items)


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


def test_a_row_of_the_foot_is_no_attribution() -> None:
    document = read(HEAD + ITEM + "主编：顾大川 责任编辑：苏小梅 摄影：田野 电话：36127\n")
    assert [contact.role for contact in document.colophon.contacts] == ["主编", "责任编辑", "摄影"]
    assert document.sections[0].items[0].attributions == ()


def test_a_row_of_senders_is_one() -> None:
    (item,) = read(HEAD + f"夜市开张\n　　{TEXT}\n作者：佟欣 摄影：田野\n").sections[0].items
    assert [row.person for row in item.attributions] == ["佟欣", "田野"]


def test_a_text_that_tells_of_a_number_is_no_part_of_the_head() -> None:
    document = read(f"馆务微讯 | 第46期\n\n▼\n\n01\n夜市开张\n\n3月2日，市某局举办第六期“大讲堂”，80人参加，气氛热烈。\n\n02\n续保提醒\n\n{OTHER}\n")
    assert [(s.title, [item.title for item in s.items]) for s in document.sections] == [(None, ["夜市开张", "续保提醒"])]


@pytest.mark.parametrize("heading", ["CONTENTS　目录", "目录 CONTENTS", "本期要目 Contents"])
def test_a_heading_of_the_contents_in_two_languages(heading: str) -> None:
    rows = read(HEAD + f"{heading}\n夜市开张………1\n续保提醒………2\n━━━━━━━━━━━━\n{ITEM}续保提醒\n　　{OTHER}\n").contents
    assert [(row.section, row.title) for row in rows] == [(None, "夜市开张"), (None, "续保提醒")]


@pytest.mark.parametrize("page", ["=============（第二版）=============", "第二版", "（第2版）", "———第２版———"])
def test_the_number_of_a_page_of_a_paper(page: str) -> None:
    document = read(HEAD + ITEM + f"{page}\n续保提醒\n　　{OTHER}\n")
    assert [run.role for run in document.ledger if "版" in document.text[run.start : run.end]] == ["furniture"]
    assert [section.title for section in document.sections] == [None]


def test_the_number_of_a_page_as_ocr_reads_it() -> None:
    document = read(HEAD + f"夜市开张\n　　{TEXT}\n\n　　　　　一 3 一\n\n续保提醒\n　　{OTHER}\n")
    assert [run.role for run in document.ledger if "一 3 一" in document.text[run.start : run.end]] == ["furniture"]


def test_the_name_of_the_bulletin_and_the_page_at_the_ends_of_a_rule() -> None:
    document = read(HEAD + ITEM + f"续保提醒\n\n工作简报　2021年第3期 {'-' * 30} 1\n\n\n　　{OTHER}\n")
    assert [item.title for section in document.sections for item in section.items] == ["夜市开张", "续保提醒"]
    assert [run.role for run in document.ledger if "--- 1" in document.text[run.start : run.end]] == ["furniture"]


def test_name_page_and_day_between_rules() -> None:
    head = f"{'=' * 44}\n　　第2版　　　　工作简报　　　　2021年3月9日\n{'=' * 44}\n"
    document = read(HEAD + ITEM + head + f"\n续保提醒\n　　{OTHER}\n")
    assert [item.title for section in document.sections for item in section.items] == ["夜市开张", "续保提醒"]
    assert "furniture" in [run.role for run in document.ledger if "第2版" in document.text[run.start : run.end]]


SET_APART = ["总　　编：黎阳　　　　执行主编：陶静\n编　　辑：佟欣\n", "总编｜黎阳　执行主编｜陶静　编辑｜佟欣\n", "总编 | 黎阳\n执行主编 | 陶静\n编辑 | 佟欣\n"]


@pytest.mark.parametrize("foot", SET_APART)
def test_names_of_staff_behind_labels_set_apart(foot: str) -> None:
    contacts = read(HEAD + ITEM + f"━━━━━━━━━━━━\n{foot}").colophon.contacts
    assert [(row.role, row.name) for row in contacts] == [("总编", "黎阳"), ("执行主编", "陶静"), ("编辑", "佟欣")]


LETTERS = [
    (f"　　称要称足\n编辑同志：\n　　{TEXT}\n　　　　　　　　　　　　城关门市部　四月十一日\n\n　　要有人收\n编辑同志：\n　　{OTHER}\n　　　　　　　　　　　　白岩大队　四月二日\n",
     ["城关门市部", "白岩大队"]),
    (f"井队搬家不过夜\n　　{TEXT}\n　　　　　　　　　（32518队　高飞）\n\n固井一次成功\n　　{OTHER}\n　　　　　　　　　（固井5班　佟欣）\n", ["32518队", "固井5班"]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "units"), LETTERS)
def test_who_signs_an_item(body: str, units: list[str]) -> None:
    items = [item for section in read(HEAD + body).sections for item in section.items]
    assert [row.organization for item in items for row in item.attributions] == units
    assert len(items) == 2


def test_a_salutation_is_text() -> None:
    document = read(HEAD + f"　　　　　新年献词\n\n各位家长：\n　　{TEXT}\n")
    assert (document.sections[0].items[0].text.splitlines()[0], document.distribution) == ("各位家长：", ())


ROLLS = "　　炼铁车间：王铁柱　李山东　何阿毛\n　　炼焦车间：周大成　谢桂香（女）\n　　运输连：　朱有福　杜　鹃　乐　天\n"


def test_people_by_unit_are_text() -> None:
    (item,) = read(HEAD + f"本月先进榜\n{ROLLS}").sections[0].items
    assert (item.text.splitlines()[0], item.attributions) == ("炼铁车间：王铁柱　李山东　何阿毛", ())


@pytest.mark.parametrize(
    "roll",
    [
        "　　评委会：\n　　韩　　江　　　　巴图布和\n　　石　　峰\n　　山城车队：郎永贵　　　　米　　兰\n　　冷向东　　　　温　　泉\n",
        "　　副主任委员：\n　　　　孔祥瑞　　　石　　峰\n　　　　呼和牧仁\n　　委　　员：\n　　　　丁　　茹　　　马玉林\n　　　　田桂珍\n",
    ],
)
def test_names_on_lines_too_short_for_all_stay_below_their_label(roll: str) -> None:
    (item,) = read(f"{HEAD}　　　评审委员会名单\n\n　　{TEXT}\n{roll}").sections[0].items
    assert (item.text.splitlines()[1:], item.attributions) == ([line.strip() for line in roll.splitlines()], ())


@pytest.mark.parametrize("rows", ["　　名次　　乡　镇　　完工\n　　1　　　云溪镇　　88%\n　　2　　　柏木镇　　75%\n", "　　谈永年　　祝小青　　焦大海\n　　单志远　　孟凡青　　娄玉花\n"])
def test_an_annex_whose_title_stands_behind_its_label(rows: str) -> None:
    document = read(HEAD + f"　　　关于工程进展的通报\n\n　　{TEXT}\n\n附：各乡镇名次\n{rows}\n━━━━━━━━━━━━\n发：各科室\n")
    assert [(item.kind, item.title) for item in document.sections[0].items] == [("article", "关于工程进展的通报"), ("attachment", "各乡镇名次")]
    assert document.sections[0].items[1].text.splitlines()[0] == rows.splitlines()[0].strip()


def test_a_list_of_annexes_is_text() -> None:
    document = read(HEAD + f"　　　关于工程进展的通报\n\n　　{TEXT}\n\n　　附件：各乡镇名次表\n\n━━━━━━━━━━━━\n发：各科室\n")
    assert [(item.title, item.text.splitlines()[-1]) for item in document.sections[0].items] == [("关于工程进展的通报", "附件：各乡镇名次表")]


@pytest.mark.parametrize("mark", ["明 传 电 报", "内部电报", "传真电报"])
def test_a_telegram_has_its_kind_for_a_mark(mark: str) -> None:
    telegram = f"{mark}\n签发：佟大山\n等级：特急　　某防汛〔2021〕3号\n\n关于做好防汛工作的紧急通知\n\n各县（区）防汛指挥部：\n　　{TEXT}\n\n某市防汛指挥部\n2021年7月9日\n"
    document = read(telegram)
    assert (document.style, document.masthead.title) == ("gongwen", mark.replace(" ", ""))
    assert [item.title for item in document.sections[0].items] == ["关于做好防汛工作的紧急通知"]


@pytest.mark.parametrize("line", ["（以上由某街道办供稿）", "（以上均由某街道办供稿）", "（以上简讯由某街道办供稿）", "（由某街道办供稿）"])
def test_who_sent_in_what_stands_above(line: str) -> None:
    items = read(HEAD + f"简　讯\n　　△{TEXT}\n　　△{OTHER}\n　　{line}\n").sections[0].items
    assert [row.organization for row in items[-1].attributions] == ["某街道办"]


def test_senders_at_the_end_of_the_last_line() -> None:
    (section,) = read(HEAD + f"夜市开张\n　　{TEXT}　　　　　　　　城北办\n早市整修\n　　{OTHER}　　　　　　黎阳　佟欣\n").sections
    assert [[row.organization or row.person for row in item.attributions] for item in section.items] == [["城北办"], ["黎阳", "佟欣"]]
    assert [item.text[-1] for item in section.items] == ["。", "。"]


def test_facts_of_a_web_page_in_brackets() -> None:
    page = f"某市某局\n您现在的位置：首页 >> 正文\n工作简报第3期\n【发布日期：2021-03-09】 【来源：某市某局办公室】 【浏览：80次】\n\n{ITEM}（责任编辑：佟欣）\n打印 关闭\n"
    document = read(page)
    assert (document.masthead.title, document.masthead.date) == ("工作简报", "2021-03-09")
    assert [item.title for section in document.sections for item in section.items] == ["夜市开张"]


def test_the_word_before_a_number_is_no_name() -> None:
    contacts = read(HEAD + ITEM + "━━━━━━━━━━━━\n编辑：佟欣　签发：路遥　电话（传真）：0571-87654321\n").colophon.contacts
    assert [(contact.role, contact.name) for contact in contacts] == [("编辑", "佟欣"), ("签发", "路遥")]


def test_a_number_that_ends_a_row_of_the_contents_begins_no_page() -> None:
    contents = "目录\n1.夜市开张迎客，城北街道出实招，商户纷纷点赞，市民连连叫好············\n　4\n2.早市整修············5\n\n------------------------------------\n\n\f\n"
    text = f"夜市开张迎客，城北街道出实招，商户纷纷点赞，市民连连叫好\n　　{TEXT}\n\n5\n\n早市整修\n　　{OTHER}\n"
    document = read(HEAD + contents + text)
    assert document.source.pages[1].start in range(document.text.index("\f"), document.text.index("\f") + 3)
    assert [row.page for row in document.contents] == [4, 5]


def test_a_title_with_a_colon_and_its_row_of_the_contents_are_no_fields() -> None:
    title = "某审计局:把家安在审计组"
    assert repeated_fields([f"{title} 2", TEXT, title], 0) == set()
    assert repeated_fields(["责任单位:某审计局", TEXT, "责任单位:某财政局"], 0) == {0, 2}


HEADS = [
    ("内 情 参 考\n　　　14\n（总第88期）\n某市来信办公室　　1985.7.9\n", "内情参考", 14, "1985-07-09"),
    ("　　　　　职 工 读 本\n\n　　　　　　　4\n　　　　　　１９８３\n某局宣传科编印　　　　　　4月20日\n", "职工读本", 4, "1983-04-20"),
    ("　　工　作　简　报　（八）\n\n某县供销社\n　　　　　　1962.6.23\n", "工作简报", 8, "1962-06-23"),
    ("　　　　北港文史资料\n\n　　　　第二辑\n\n北港市政协文史委编　　1986年3月9日\n", "北港文史资料", 2, "1986-03-09"),
    ("　　　　工会信息汇编\n　　　　（2020年第一辑）\n某市总工会办公室　　2020年3月9日\n", "工会信息汇编", 1, "2020-03-09"),
    ("　　　　情 况 汇 编\n　　　　第 五 集\n某市某局　　2020年3月9日\n", "情况汇编", 5, "2020-03-09"),
    ("　　　　工 作 简 报\n　　　　第5、6期合刊\n某市某局　　2020年3月9日\n", "工作简报", 5, "2020-03-09"),
    ("秘密★1年　　　　　　　　　　No.00017\n\n　　　　每日快报\n　　　　第3期\n\n某市某局　　　　2021年1月8日\n", "每日快报", 3, "2021-01-08"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "title", "number", "date"), HEADS)
def test_numbers_of_a_head(head: str, title: str, number: int, date: str) -> None:
    masthead = read(f"{head}────────────────\n\n　　　　夜市开张\n　　{TEXT}\n").masthead
    assert (masthead.title, masthead.issue_number, masthead.date, masthead.year) == (title, number, date, int(date[:4]))


def test_an_issue_of_two_numbers_has_the_first_of_each() -> None:
    masthead = read(f"　　　　工 作 简 报\n2020年第5—6期（总第87、88期）\n某市某局　　2020年3月9日\n────────────────\n\n　　　　夜市开张\n　　{TEXT}\n").masthead
    assert (masthead.issue_number, masthead.cumulative_number, masthead.year) == (5, 87, 2020)
    assert masthead.issue_label == "2020年第5—6期（总第87、88期）"


def test_a_number_of_six_digits_is_the_copy() -> None:
    masthead = read(HEADS[-1][0] + "────────────────\n\n" + ITEM).masthead
    assert (masthead.copy_number, masthead.classification, masthead.issue_label) == ("00017", "秘密★1年", "第3期")


@pytest.mark.parametrize("number", ["0995—3327714", "0971-552183", "(0971)552183"])
def test_numbers_behind_the_code_of_a_place(number: str) -> None:
    assert read(HEAD + ITEM + f"━━━━━━━━━━━━\n编辑：佟欣　电话：{number}\n").colophon.phones == (number,)


def test_a_printer_named_below_the_foot_is_no_item() -> None:
    document = read(f"工 作 简 报\n第3期\n某市某局办公室　　2021年3月9日\n━━━━━━━━━━━━━━━━━━━━\n\n市某局部署工作\n　　{TEXT}\n\n主编：顾大成　副主编：胡一鸣\n\n电子信箱：ab@example.net　　印数：600份\n某市新华印刷厂印刷\n")
    assert [item.title for section in document.sections for item in section.items] == ["市某局部署工作"]
    assert (document.colophon.text or "").endswith("新华印刷厂印刷")


@pytest.mark.parametrize("foot", ["编辑 Editor：祝秋平　　电话 Tel：029-81234567", "值班领导：祝秋平　　值班员：丁一鸣"])
def test_labels_of_a_foot(foot: str) -> None:
    document = read(f"市某局部署工作\n　　{TEXT}\n\n四、今日天气\n　　多云转小雨。\n\n{foot}\n")
    assert (document.colophon.text, document.colophon.contacts[0].name) == (foot, "祝秋平")


def test_the_mark_of_a_telegram_is_no_title() -> None:
    head = "　　　　平 川 省 电 报\n\n发电单位　平川省防汛指挥部　　　签批盖章　乔立明\n等级　特急·明电　　平汛明电〔2016〕21号　　平机发　307号\n\n"
    document = extract(f"{head}关于做好防御工作的紧急通知\n\n各市（州）防汛指挥部：\n　　{TEXT}各级要落实24小时值班和领导带班制度，及时报告灾情。\n　　一、加强值守。\n\n　　　　　　　　平川省防汛指挥部\n　　　　　　　　2016年7月17日\n".encode())
    assert [item.title for section in document.sections for item in section.items] == ["关于做好防御工作的紧急通知"]
    assert (document.masthead.title, document.masthead.document_number) == ("平川省电报", "平汛明电〔2016〕21号")
