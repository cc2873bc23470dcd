"""Records of databases, poems, letters, lists and rows, and what stands in heads and feet beside them, in small."""

import pytest
from small_issue import OTHER, TEXT, items, items_of, read

from pipeline import extract
from pipeline.model.item import Attribution


def senders(rows: tuple[Attribution, ...]) -> list[tuple[str | None, str | None]]:
    return [(row.organization, row.person) for row in rows]


RECORDS = f"""报　名：青岚机械报
主办单位：青岚机械厂党委宣传部
出版日期：1996-04-18
期　号：第217期

■ 要闻

【标题】一季度产值过亿
【作者】通讯员　滕大有
【正文】
　　{TEXT}

【标题】食堂装上新锅炉
【作者】
【正文】{OTHER}

=== 全文完 ===
"""


def test_fields_of_a_record() -> None:
    document = extract(RECORDS.encode())
    first, second = document.sections[0].items
    assert (document.masthead.title, len(document.sections)) == ("青岚机械报", 1)
    assert (first.title, first.text, senders(first.attributions)) == ("一季度产值过亿", TEXT, [(None, "滕大有")])
    assert (second.title, second.text, second.attributions) == ("食堂装上新锅炉", OTHER, ())


def test_labels_of_fields_without_a_title_are_headings() -> None:
    sections = read(f"【内容】\n　　{TEXT}\n\n【来源】\n　　{OTHER}\n").sections
    assert [section.title for section in sections] == ["内容", "来源"]


def test_such_a_label_in_an_ordinary_text_belongs_to_it() -> None:
    label = "〔来源〕市统计局提供的数据显示，全市企业已有三成参加，比上年增加一成。"
    (item,) = items(f"　　　　　　　市局召开年会\n　　{TEXT}\n　　{label}\n")
    assert item.text == f"{TEXT}\n{label}"


CONTENTS = """　　目　次
学会活动
　·第六届年会在青岚召开（1）
　·春季科普下乡见闻　　　　　　　段克俭（2）
　·一种小蜂的来历　孔令杨（3）

　　　　　　【学会活动】
　　第六届年会在青岚召开
　　{text}
　　春季科普下乡见闻
　　　　　段克俭
　　{other}
　　一种小蜂的来历
　　　　　孔令杨
　　{text}
"""


def test_authors_behind_the_titles_of_the_contents() -> None:
    document = read(CONTENTS.format(text=TEXT, other=OTHER))
    titles = ["第六届年会在青岚召开", "春季科普下乡见闻", "一种小蜂的来历"]
    assert [(entry.section, entry.title) for entry in document.contents] == [("学会活动", title) for title in titles]
    assert [item.title for section in document.sections for item in section.items] == titles


def test_a_contents_of_one_level_lists_titles() -> None:
    rows = ["河西分局列出“三张清单”亮家底", "开发区分局开设“诉求直通车”", "读者来信"]
    listed = "".join(f"◆ {row}\n" for row in rows)
    document = read(f"【本期要目】\n{listed}----------------\n\n" + "".join(f"{row}\n　　{text}\n\n" for row, text in zip(rows, (TEXT, OTHER, TEXT), strict=True)))
    assert [(section.title, [item.title for item in section.items]) for section in document.sections] == [(None, rows)]


def test_a_title_that_begins_in_quotes_keeps_them_in_the_contents() -> None:
    titles = ["「親子閱讀嘉年華」圓滿結束", "會員週年大會紀要"]
    document = read(f"　　目　錄\n{titles[0]}　　　１\n{titles[1]}　　　２\n\n{titles[0]}\n　　{TEXT}\n\n{titles[1]}\n　　{OTHER}\n")
    assert [entry.title for entry in document.contents] == titles


def test_a_short_poem_below_its_author() -> None:
    first, poem = items(f"　　　　　市局召开年会\n　　{TEXT}\n\n　　　　　　夜　读\n　　　　中文组　樊小舟\n　　　　灯是一粒种子\n　　　　在书页之间\n　　　　长出黎明\n")
    assert first.title == "市局召开年会"
    assert (poem.title, poem.text, senders(poem.attributions)) == ("夜　读", "灯是一粒种子\n在书页之间\n长出黎明", [("中文组", "樊小舟")])


def test_the_end_of_a_letter_is_its_text() -> None:
    (letter,) = items(f"希望恢复标本交换\n编辑同志：\n　　{TEXT}\n　　　　　　　　　　此致\n敬礼\n　　　　　　来信人：卓长青\n")
    assert letter.text.endswith("此致\n敬礼")
    assert senders(letter.attributions) == [(None, "卓长青")]


def test_questions_and_answers_are_text() -> None:
    body = f"职工互助保障怎么赔\n\n{TEXT}\n\nＱ：参保要交多少钱？\nＡ：每份70元。\n\nQ：到账要多久？\nA：10天左右。\n"
    assert [item.title for item in items(body)] == ["职工互助保障怎么赔"]


@pytest.mark.parametrize(
    "rows",
    [
        "　　一等奖（2人）\n　　　　石榴生（中文系）　　陆定芳（化学系）\n　　二等奖（3人）\n　　　　解家梁（数学系）　　路小青（外语系）\n　　　　国　亮（体育系）\n",
        "　　• 走访纳税人：2136户\n　　• 征求意见：518条\n　　• 压缩会议：41%\n",
        "　　　　　　　　　　　　　　单位：户、万元\n　　村　名　　　　户数　　　　资金\n　　大冲村　　　　　260　　　　16.4\n　　黄莲村　　　　　150　　　　　8.3\n",
        "　　恒昌置业有限公司　　　　港币三万元\n　　乐善堂　　　　　　　　　港币一万元\n　　方树亭先生　　　　　　　港币五千元\n",
    ],
    ids=["names and units", "labels and values", "measures of a table", "donors"],
)
def test_rows_below_a_title_are_its_text(rows: str) -> None:
    (item,) = items(f"　　　　　　第六届优秀教学奖名单\n{rows}")
    assert item.title == "第六届优秀教学奖名单"


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("登记证：浔新字第0031号", "permit_number", "浔新字第0031号"),
        ("国内统一刊号：CN34-0825/(G)", "permit_number", "CN34-0825/(G)"),
        ("局版北市誌字第一二八七號", "permit_number", "局版北市誌字第一二八七號"),
    ],
)
def test_a_permit_in_the_foot(line: str, field: str, value: str) -> None:
    foot = f"　　　　　　　市局召开年会\n　　{TEXT}\n\n　　　　　　　市局检查工地\n　　{OTHER}\n\n━━━━━━━━━━━━\n编辑：方圆\n{line}\n"
    masthead = read(foot).masthead
    assert (getattr(masthead, field), masthead.document_number) == (value, None)


def test_who_put_an_issue_together_sent_in_no_item() -> None:
    document = read(f"◇3月2日　{TEXT}\n◇3月5日　{OTHER}\n\n━━━━━━━━━━━━\n整理：柏长青　　核稿：姚启明\n报：区委宣传部、区政府办公室\n")
    assert [(contact.role, contact.name) for contact in document.colophon.contacts] == [("整理", "柏长青"), ("核稿", "姚启明")]


@pytest.mark.parametrize(
    ("above", "name", "title"),
    [("党的群众路线", "教育实践活动简报", "党的群众路线教育实践活动简报"), ("蓟水市第十二届人民代表大会第四次会议", "会议简报", "会议简报")],
)
def test_a_name_over_two_lines(above: str, name: str, title: str) -> None:
    assert extract(f"{above}\n{name}\n\n第36期\n\n某市某局办公室\n2014年8月7日\n\n市局召开年会\n　　{TEXT}\n".encode()).masthead.title == title


def test_an_issuer_beside_the_number_of_its_paper() -> None:
    head = "　　　　　　东 陵 学 院 报\n中共东陵学院委员会主办　国内统一刊号：CN34-0825\n2001年5月15日　第287期\n\n　　　　　市局召开年会\n"
    assert extract(f"{head}　　{TEXT}\n".encode()).masthead.issuer == "中共东陵学院委员会"


def test_who_printed_it_before_another_label() -> None:
    foot = f"　　　　　　　市局召开年会\n　　{TEXT}\n\n━━━━━━━━━━━━\n送：厂党委常委。\n厂党委办公室　　一九七九年四月二十八日印　　校对：谢桂芳\n"
    colophon = read(foot).colophon
    assert (colophon.printed_by, colophon.print_date) == ("厂党委办公室", "1979-04-28")


def test_units_below_a_title_wrote_what_follows() -> None:
    body = f"　　　　　　　市局召开年会\n　　{OTHER}\n\n　　　　　小额贷款公司发展情况的调查报告\n　　　　　　　市委政研室　市金融办\n\n　　{TEXT}\n"
    _, item = items(body)
    assert (item.title, senders(item.attributions)) == ("小额贷款公司发展情况的调查报告", [("市委政研室", None), ("市金融办", None)])


def test_a_name_farther_in_than_a_short_title_is_its_author() -> None:
    first = f"　　　　　　　　校史大事记\n　　9月1日　{TEXT}\n　　9月10日　{OTHER}\n　　9月28日　{TEXT}\n"
    item = items(f"{first}\n　　　　　　　　西迁岁月\n　　　　　　　　　　　邝耀生\n\n　　{TEXT}\n　　{OTHER}\n\n编辑：方圆\n")[-1]
    assert (item.title, senders(item.attributions)) == ("西迁岁月", [(None, "邝耀生")])


def test_a_name_far_in_below_a_title_at_the_margin_is_its_author() -> None:
    (section,) = read("【文艺园地】\n◎　望月寄怀\n\n　　　　　　黄绍棠\n　　南岭峰前桂子香，今宵明月照他乡。\n　　归帆若问何时发，夜夜江声入梦长。\n").sections
    assert [(item.title, senders(item.attributions)) for item in section.items] == [("望月寄怀", [(None, "黄绍棠")])]


@pytest.mark.parametrize("rule", ["▁" * 24, "▔" * 24])
def test_rules_of_blocks(rule: str) -> None:
    (item,) = items(f"　　　　　市局召开年会\n　　{TEXT}\n{rule}\n报：市委、市政府\n")
    assert item.text == TEXT


def test_where_a_text_was_taken_from_is_no_part_of_it() -> None:
    body = f"【致富门路】\n　　　　　　小木梳闯天下\n　　{TEXT}\n　　　　　　　　　　　　（摘自《经济生活报》）\n\n　　　　　　养蝎能手\n　　{OTHER}\n　　　　　　　　　　　　（摘自《农村信息》　丁南）\n"
    (section,) = read(body).sections
    assert [(item.title, item.text) for item in section.items] == [("小木梳闯天下", TEXT), ("养蝎能手", OTHER)]


def test_a_row_of_the_contents_for_all_briefs_is_a_section() -> None:
    rows = ["县纪委组织开展专项清理工作", "县国土局推行窗口服务“五公开”", "简讯二则"]
    listed = "".join(f"　　{at}．{row}\n" for at, row in enumerate(rows, 1))
    texts = f"　　　　　{rows[0]}\n\n　　{TEXT}\n\n　　　　　{rows[1]}\n\n　　{OTHER}\n\n　　　　　　{rows[2]}\n\n　　▲　{TEXT}\n　　▲　{OTHER}\n"
    sections = read(f"　　　目　录\n{listed}\n━━━━━━━━━━━━\n\n{texts}").sections
    assert [(section.title, len(section.items)) for section in sections] == [(None, 2), ("简讯二则", 2)]


def test_who_else_was_present_stands_below_who_was() -> None:
    rows = "　　出席：夏侯瑾　市政府副秘书长翁同山\n　　　　　市住建局金满江　市财政局苑　丽　市自然资源局卜松山\n　　　　　市交警支队郗建山　城投集团游　勇、郁芳山\n　　　　　城关街道办事处车振山\n　　记录：景晓山\n"
    (item,) = items(f"　　　　　研究滨河路改造工程有关问题的会议纪要\n\n　　{TEXT}\n　　会议议定：\n　　一、关于征迁。{OTHER}\n\n{rows}")
    assert item.text.endswith("记录：景晓山")


def test_staff_without_colons() -> None:
    document = read(f"　　　　　　市局召开年会\n　　{TEXT}\n\n━━━━━━━━━━━━\n　　　　　　编辑　苏　文　　　责任校对　毕小山\n")
    assert [(contact.role, contact.name) for contact in document.colophon.contacts] == [("编辑", "苏文"), ("责任校对", "毕小山")]


def test_signs_above_titles_and_above_text_head_sections() -> None:
    body = f"◆會長的話\n\n　　{TEXT}\n\n◆教學園地\n\n　　　　欒樹下的生態課\n　　　　　　　　　　　　　　吳佩芬\n　　{OTHER}\n\n◆芳名錄\n\n　　陳錦芳　二千元\n　　許世芳　一千元\n　　永發文具行　三千元\n"
    sections = read(body).sections
    assert [(section.title, [item.title for item in section.items]) for section in sections] == [
        ("會長的話", [None]), ("教學園地", ["欒樹下的生態課"]), ("芳名錄", [None]),
    ]  # fmt: skip


def test_who_reports_the_news_stands_above_the_text() -> None:
    body = f"■ 要闻\n\n厂里召开年中会\n本报讯（记者　燕秋山）\n{TEXT}\n\n车间提前投产\n本报讯（通讯员　龙在山　记者　燕秋山）\n{OTHER}\n"
    (section,) = read(body).sections
    assert [(item.title, item.text, senders(item.attributions)) for item in section.items] == [
        ("厂里召开年中会", TEXT, [(None, "燕秋山")]), ("车间提前投产", OTHER, [(None, "龙在山"), (None, "燕秋山")]),
    ]  # fmt: skip


def test_a_title_that_ends_as_a_unit_below_a_listed_section() -> None:
    titles = ["医院要闻", "护理园地"]
    body = f"　　目　录\n◎{titles[0]}……1\n◎{titles[1]}……2\n\n━━━━━━━━\n\n◎{titles[0]}◎\n\n我院与江陵医大附属医院结为协作医院\n　　{TEXT}\n供稿：医务科　卢思山\n\n◎{titles[1]}◎\n\n护理部召开会议\n　　{OTHER}\n"
    assert [item.title for item in items(body)] == ["我院与江陵医大附属医院结为协作医院", "护理部召开会议"]


def test_a_chronicle_below_the_heading_of_its_section_is_one_item() -> None:
    days = "".join(f"　　8月{day}日　县长乔立明检查沙溪水库除险加固工程，该工程完成投资{day}00万元。\n" for day in (3, 16, 25))
    document = read(f"〖人事任免〗\n\n关于邓大河等同志职务任免的通知\n\n　　{TEXT}\n\n〖政务日志〗\n\n8月县政府大事记\n\n{days}")
    assert [item.title for item in items_of(document)] == ["关于邓大河等同志职务任免的通知", "8月县政府大事记"]


def test_who_wrote_a_letter_is_a_field_of_its_record() -> None:
    letters = "".join(f"　　来信编号：06031{n}\n　　来信人：{who}退休职工\n　　反映问题：要求{what}\n　　摘要：{TEXT}\n　　拟办意见：请{to}阅处。\n\n" for n, who, what, to in ((2, "东关街道", "发放过渡费", "市房产局"), (5, "第二机床厂", "报销医疗费", "市国资委")))
    found = items(letters)
    assert not any(item.attributions for item in found)
    assert "\n来信人：第二机床厂退休职工\n" in "\n".join(item.text for item in found)


def test_fields_of_their_own_in_records() -> None:
    """A number above the titles belongs to no text, advice below a text does."""
    head = "网络舆情摘报\n〔2019〕第86期\n青山市互联网信息办公室　　2019年6月12日\n\n"
    records = "".join(f"【编号】20190612-0{n}\n【标题】{title}\n【来源】市长信箱\n【内容】{TEXT}\n【建议】转市教育局阅处。\n\n" for n, title in enumerate(("网民反映校门口拥堵", "网民咨询住房申请条件"), 1))
    document = extract((head + records).encode())
    assert [(section.title, [item.title for item in section.items]) for section in document.sections] == [(None, ["网民反映校门口拥堵", "网民咨询住房申请条件"])]
    assert [item.text for item in items_of(document)] == [f"{TEXT}\n【建议】转市教育局阅处。"] * 2
    assert document.masthead.issuer == "青山市互联网信息办公室"
