"""Layouts of bulletins in small: what a reader tells from how the lines stand to each other."""

import pytest

from pipeline.extract import extract
from pipeline.site_residue import FURTHER

HEAD = "　　　　　　　工 作 简 报\n　　　　　　　　第3期\n某市某局办公室　　2021年3月9日\n━━━━━━━━━━━━━━━━━━━━\n\n"
TEXT = "3月2日，市某局召开会议，部署全年工作，80人参加。"
OTHER = "3月5日，市某局检查工地14处，发现隐患23项，全部整改。"

Outline = list[tuple[str | None, list[str | None]]]


def outline(body: str) -> Outline:
    """Titles of sections, each with the titles of its items."""
    return [(section.title, [item.title for item in section.items]) for section in extract((HEAD + body).encode()).sections]


LAYOUTS: list[tuple[str, Outline]] = [
    (f"一、医疗工作\n（一）手术室运行\n{TEXT}\n（二）病历质控\n{OTHER}\n二、医疗安全\n（一）不良事件\n{TEXT}\n（二）医患沟通\n{OTHER}\n",
     [("医疗工作", ["手术室运行", "病历质控"]), ("医疗安全", ["不良事件", "医患沟通"])]),
    (f"一、局领导活动\n1.{TEXT}\n2.{OTHER}\n二、下周安排\n1.{OTHER}\n2.{TEXT}\n", [("局领导活动", [None, None]), ("下周安排", [None, None])]),
    (f"◎会务纪要\n\n{TEXT}\n\n{OTHER}\n\n◎艺苑短波\n\n△{TEXT}\n△{OTHER}\n", [("会务纪要", [None, None]), ("艺苑短波", [None, None])]),
    (f"☆ 抗旱保苗  {TEXT}（县水利局）\n\n☆ 项目建设  {OTHER}（县招商局）\n", [(None, ["抗旱保苗", "项目建设"])]),
    (f"【雨情】{TEXT}\n\n【险情】{OTHER}\n", [(None, ["雨情", "险情"])]),
    (f"　　〔生产〕\n\n　　市水厂超额供水　　市水厂{TEXT}\n\n　　职工医院开门诊　　职工医院{OTHER}\n\n　　〔简讯〕\n　　○{TEXT}\n　　○{OTHER}\n　　○{TEXT}\n",
     [("生产", ["市水厂超额供水", "职工医院开门诊"]), ("简讯", [None, None, None])]),
    (f"　　　　　　　我为企业献一计。\n\n　　{TEXT}\n　　　　　　　　　（某车间）\n\n　　　　　　　业余时间怎样安排？\n\n　　{OTHER}\n",
     [(None, ["我为企业献一计。", "业余时间怎样安排？"])]),
    (f"　　减轻负担要动真格\n　　　　（安阜县代表团）\n　　{TEXT}\n　　{OTHER}\n\n　　科教兴市要多方投入\n　　　　（高教代表团）\n　　{OTHER}\n",
     [(None, ["减轻负担要动真格", "科教兴市要多方投入"])]),
    (f"食堂开张\n\n{TEXT}\n\n续保提醒\n\n{OTHER}\n\nEND\n\n文字 | 佟欣    图片 | 黎阳\n\n往期推荐\n● 一碗姜汤，暖了一个班组\n● 合唱团招新啦\n\n阅读原文  阅读 1268   赞 57\n",
     [(None, ["食堂开张", "续保提醒"])]),
    (f"　　　　——简讯——\n\n　　△{TEXT}\n　　△{OTHER}\n", [("简讯", [None, None])]),
    (f"【今日要目】\n老字号要保护\n校车怎样管好\n\n　　　老字号要保护\n\n　　　民建某市委会\n\n　　{TEXT}\n\n　　　校车怎样管好\n\n　　　市妇联界别委员小组\n\n　　{OTHER}\n",
     [(None, ["老字号要保护", "校车怎样管好"])]),
    (f"　　〔编者按〕{TEXT}\n\n　　　　局里召开会议\n　　{OTHER}\n", [(None, [None, "局里召开会议"])]),
    (f"梅园街道：一部手机解决停车难\n\n{TEXT}\n\n城管驿站：送去一抹清凉\n\n{OTHER}\n", [(None, ["梅园街道：一部手机解决停车难", "城管驿站：送去一抹清凉"])]),
    (f"（一）柳沟社四十天修成大渠：{TEXT}\n（二）农具厂试制小犁成功：{OTHER}\n", [(None, ["柳沟社四十天修成大渠", "农具厂试制小犁成功"])]),
    (f"■ 一周警情\n1. {TEXT}\n2. {OTHER}\n■ 工作动态\n● 夜市开张\n{TEXT}\n■ 提醒\n{OTHER}\n",
     [("一周警情", [None, None]), ("工作动态", ["夜市开张"]), ("提醒", [None])]),
    (f"一、业务工作\n（一）食品监管\n{TEXT}（食品股）\n（二）设备监管\n{OTHER}（特设股）\n\n二、下周重点\n1.迎接省级复核。\n2.召开三季度会商会。\n",
     [("业务工作", ["食品监管", "设备监管"]), ("下周重点", [None])]),
    (f"~~~~~~~~ 学会活动 ~~~~~~~~\n\n· 市农学会办讲座\n{TEXT}\n", [("学会活动", ["市农学会办讲座"])]),
    (f"★\n\n夜市开张\n\n{TEXT}\n▲图为夜市一角\n（市商务局）\n\n早市整修\n\n{OTHER}\n", [(None, ["夜市开张", "早市整修"])]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), LAYOUTS, ids=[body[:12].strip() for body, _ in LAYOUTS])
def test_sections_and_titles(body: str, expected: Outline) -> None:
    assert outline(body) == expected


def test_points_that_a_colon_announces_belong_to_the_text() -> None:
    body = f"全市开展安全检查\n\n{TEXT}会议部署了三项工作：\n● 开展一次宣誓；\n● 组织一次演练；\n● 落实一次整改“回头看”。\n\n局里召开总结会\n\n{OTHER}\n"
    assert outline(body) == [(None, ["全市开展安全检查", "局里召开总结会"])]


def test_the_author_of_a_contents_row_is_no_part_of_its_title() -> None:
    body = f"目录\n谈谈识字教学………………城北小学　苏小妹　3\n一节课的反思………………实验小学　佟湘玉　5\n━━━━━━━━━━━━━━━━━━━━\n\n谈谈识字教学\n城北小学　苏小妹\n{TEXT}\n\n一节课的反思\n实验小学　佟湘玉\n{OTHER}\n"
    document = extract((HEAD + body).encode())
    assert [(row.title, row.match) for row in document.contents] == [("谈谈识字教学", "exact"), ("一节课的反思", "exact")]
    assert [item.attributions[0].person for section in document.sections for item in section.items] == ["苏小妹", "佟湘玉"]


ROSTER = "关山月（满族）　第一分场高级技师\n朴　石（女）　物资公司会计\n佟国梁　检修公司焊工班长\n"
COLUMNS = "乡镇　　土方（万立方米） 水库（座）\n北坡镇　　　210　　　5\n官塘镇　　　265　　　7\n合计　　　　475　　　12\n"


@pytest.mark.parametrize("rows", [ROSTER, COLUMNS])
def test_rows_below_the_title_of_an_annex_are_its_text(rows: str) -> None:
    official = "某市电力公司文件\n某电字〔2003〕4号\n\n关于表彰先进的决定\n\n各分场：\n　　经研究，决定予以表彰，希望再接再厉。\n\n某市电力公司\n2003年12月28日\n\n"
    annex = extract(f"{official}附件：\n\n任务分解和人员名单\n\n{rows}\n抄送：市总工会。\n".encode()).sections[0].items[-1]
    assert annex.title == "任务分解和人员名单"
    assert annex.text.splitlines() == rows.splitlines()


def test_a_caption_behind_an_arrow_belongs_to_the_text_above() -> None:
    (section,) = extract((HEAD + f"夜市开张\n\n{TEXT}\n▲图为夜市一角\n（市商务局）\n").encode()).sections
    assert section.items[0].text.endswith("80人参加。\n▲图为夜市一角")


def test_the_foot_of_a_bulletin_on_few_lines() -> None:
    foot = "━━━━━━━━━━\n发：各乡党委、县直各党组　报：地委办公室\n赠阅　各县图书馆\n编辑：佟湘玉　电话：2718 4410\n"
    document = extract((HEAD + f"夜市开张\n\n{TEXT}\n\n{foot}").encode())
    assert [(row.relation, row.text) for row in document.distribution] == [
        ("发", "各乡党委"), ("发", "县直各党组"), ("报", "地委办公室"), ("赠阅", "各县图书馆"),
    ]  # fmt: skip
    assert document.colophon.phones == ("2718 4410",)


@pytest.mark.parametrize(("line", "issuer"), [
    ("2021-03-09　来源：某市绿化协会秘书处　阅读：210 次　【大】【中】【小】", "某市绿化协会秘书处"),
    ("时间：2021-03-09  作者：某市绿化协会  来源：本站  点击：12次", "某市绿化协会"),
    ("2021年3月9日\n某市绿化协会委员会  主办", "某市绿化协会委员会"),
])  # fmt: skip
def test_who_issues_a_bulletin(line: str, issuer: str) -> None:
    masthead = extract(f"绿化简报\n第3期\n{line}\n\n夜市开张\n{TEXT}\n\n早市整修\n{OTHER}\n".encode()).masthead
    assert (masthead.issuer, masthead.date) == (issuer, "2021-03-09")


def test_who_wrote_a_page_and_took_its_pictures_issues_nothing() -> None:
    line = "2021-03-09　作者：文／龚晓玲　图／佟亮　点击：508次"
    assert extract(f"绿化简报\n第3期\n{line}\n\n夜市开张\n{TEXT}\n\n早市整修\n{OTHER}\n".encode()).masthead.issuer is None


def test_the_day_of_an_issue_is_the_printed_one_not_that_of_its_page() -> None:
    site = "工作简报第3期\n作者：办公室　点击数：8　更新时间：2021-3-12 8:31:05\n"
    assert extract((site + HEAD + f"夜市开张\n{TEXT}\n").encode()).masthead.date == "2021-03-09"
    assert extract((site + f"夜市开张\n{TEXT}\n\n早市整修\n{OTHER}\n").encode()).masthead.date == "2021-03-12"


def test_how_a_document_is_open_to_the_public_is_a_note_below_its_date() -> None:
    document = extract(
        f"某市某局关于开展检查的通知\n某局发〔2021〕3号\n\n各区某局：\n　　{TEXT}\n\n　　　　　　　　某市某局\n"
        "　　　　　　　　2021年3月9日\n\n公开方式：主动公开\n抄送：市农业局，市水务局。\n".encode()
    )
    assert [row.text for row in document.distribution if row.relation == "抄送"] == ["市农业局", "市水务局"]
    assert document.colophon.note == "公开方式：主动公开"
    assert sum(len(section.items) for section in document.sections) == 1


def test_names_under_titles_are_bylines_as_elsewhere_in_the_issue() -> None:
    body = f"【来稿】\n夜市开张\n舒兰\n{TEXT}\n我们支部的一天\n市人民银行离退休支部\n{OTHER}\n【诗页】\n江边晚眺\n段鹤年\n一江春水向东流，两岸灯花照客舟。\n"
    items = [item for section in extract((HEAD + body).encode()).sections for item in section.items]
    assert [item.title for item in items] == ["夜市开张", "我们支部的一天", "江边晚眺"]
    assert [row.person or row.organization for item in items for row in item.attributions] == ["舒兰", "市人民银行离退休支部", "段鹤年"]


def test_name_and_number_at_the_ends_of_a_line_are_a_running_head() -> None:
    body = f"夜市开张\n\n{TEXT}\n\n2021年第3期　　　　　　工作简报\n\n早市整修\n\n{OTHER}\n\n工作简报　　　　　　2021年第3期\n\n菜场搬迁\n\n{TEXT}\n"
    assert outline(body) == [(None, ["夜市开张", "早市整修", "菜场搬迁"])]


def test_an_order_of_the_republic_is_known_by_the_number_of_its_office() -> None:
    document = extract(
        "江東省政府建設廳訓令\n建二字第三一七二號\n中華民國三十六年四月十日\n\n令省立第一農場\n\n　　本省荒地亟待造林，仰即遵照辦理，具報備查。\n"
        "　　此令。\n\n廳長　龔維翰\n".encode()
    )
    masthead = document.masthead
    assert (document.style, masthead.title, masthead.document_number, masthead.date) == (
        "gongwen", "江東省政府建設廳訓令", "建二字第三一七二號", "1947-04-10",
    )  # fmt: skip
    assert document.sections[0].items[0].text.endswith("此令。")


def test_an_official_letter_of_taiwan() -> None:
    document = extract(
        "檔　　號：\n保存年限：\n\n蘭溪縣政府　函\n\n地址：蘭溪縣城北路1號\n承辦人：呂孟儒\n電話：03-9251000\n\n受文者：東溪國民小學\n\n"
        "發文日期：中華民國104年3月18日\n發文字號：蘭府教字第1040046821號\n速別：普通件\n附件：如說明二\n\n"
        "主旨：檢送計畫1份，請查照並踴躍提出申請。\n\n說明：\n一、依據教育署來函辦理，並請貴校配合宣導。\n二、檢附申請表一式三份，請於期限內逕送本府。\n\n"
        "正本：本縣各國民中小學\n副本：本府教育處\n\n縣長　林承恩\n".encode()
    )
    assert (document.masthead.document_number, document.masthead.date) == ("蘭府教字第1040046821號", "2015-03-18")
    assert [(row.relation, row.text) for row in document.distribution] == [("正本", "本縣各國民中小學"), ("副本", "本府教育處")]
    assert any(item.text.startswith("主旨") for section in document.sections for item in section.items)


def test_a_name_alone_below_a_text_signs_it() -> None:
    body = f"※施工动态\n隧道提前贯通\n{TEXT}\n舒　畅\n拌合站日产破千方\n{OTHER}\n王　凯\n\n※工地文苑\n父亲的安全帽\n{TEXT}\n"
    sections = extract((HEAD + body).encode()).sections
    assert [(section.title, [[row.person for row in item.attributions] for item in section.items]) for section in sections] == [
        ("施工动态", [["舒畅"], ["王凯"]]), ("工地文苑", [[]]),
    ]  # fmt: skip


def test_recipients_that_blanks_alone_part() -> None:
    document = extract((HEAD + f"夜市开张\n\n{TEXT}\n\n━━━━━━━━\n报：市商务局　县委　县人大常委会\n发：本局各科室\n").encode())
    assert [row.text for row in document.distribution] == ["市商务局", "县委", "县人大常委会", "本局各科室"]


def test_lines_of_verse_are_no_titles() -> None:
    poem = "夜深了\n城市把眼睛闭上\n只有车间的灯还醒着\n\n它看见我把一枚插针\n轻轻放进绝缘体\n像把一颗星\n放回夜空\n"
    sections = extract((HEAD + f"【诗页】\n\n夜班的灯\n田 苗\n\n{poem}\n\n投稿邮箱：a@example.cn\n").encode()).sections
    (item,) = sections[0].items
    assert (item.title, [row.person for row in item.attributions]) == ("夜班的灯", ["田苗"])
    assert item.text.split() == poem.split()


def test_amounts_below_a_title_are_its_text() -> None:
    accounts = "会费　　　　$42,650\n义卖　　　　$18,304\n奖学金　　　$24,000\n结余　　　　$36,954\n"
    (section,) = extract((HEAD + f"亲子旅行\n\n{TEXT}\n\n本学年的财政报告\n\n{accounts}").encode()).sections
    assert [item.title for item in section.items] == ["亲子旅行", "本学年的财政报告"]
    assert section.items[1].text.split() == accounts.split()


def test_an_issue_of_a_month_has_its_year_and_month() -> None:
    masthead = extract(f"家长会通讯\n第十五期\n二零零八年七月\n\n夜市开张\n\n{TEXT}\n\n早市整修\n\n{OTHER}\n".encode()).masthead
    assert (masthead.title, masthead.issue_number, masthead.year, masthead.date) == ("家长会通讯", 15, 2008, "2008-07")


def test_a_contents_row_holds_a_section_of_the_text_and_its_first_title() -> None:
    body = f"本期要目\n\n领导关怀  厅长到工地调研\n工程进展  大坝填筑过半\n          导流洞通过验收\n\n----------\n\n【领导关怀】\n\n厅长到工地调研\n\n{TEXT}\n\n【工程进展】\n\n大坝填筑过半\n\n{OTHER}\n\n导流洞通过验收\n\n{TEXT}\n"
    rows = extract((HEAD + body).encode()).contents
    assert [(row.section, row.title, row.match) for row in rows] == [
        ("领导关怀", "厅长到工地调研", "exact"), ("工程进展", "大坝填筑过半", "exact"), ("工程进展", "导流洞通过验收", "exact"),
    ]  # fmt: skip


def test_a_table_below_the_title_of_an_annex() -> None:
    body = f"关于项目推进情况的通报\n\n{TEXT}\n\n附件\n项目进度排名表\n名次\t单位\t开工率\n1\t住建局\t100%\n2\t水利局\t50%\n"
    assert outline(body) == [(None, ["关于项目推进情况的通报", "项目进度排名表"])]


def test_the_heading_of_a_page_of_briefs_is_their_section() -> None:
    """No number, date or unit stands below it, and no bulletin is named so."""
    page = f"提案及社情民意\n\n【概述】  {TEXT}\n(黄 平)\n\n【重点提案】  {OTHER}\n(黄 平)\n\n【优秀提案】  {TEXT}\n(县政协办公室)\n"
    document = extract(page.encode())
    assert [(section.title, [item.title for item in section.items]) for section in document.sections] == [("提案及社情民意", ["概述", "重点提案", "优秀提案"])]
    assert document.masthead.title is None


def test_rows_of_a_table_that_hold_a_word_of_the_head_are_no_running_heads() -> None:
    rows = "".join(f"{number}\t某{where}教育工会\t{number + 3}\n" for number, where in enumerate("甲乙丙丁", 1))
    body = f"工会\n某县教育工会关于举办培训班的通知\n各乡镇教育工会：\n　　{TEXT}名额见附件。\n某县教育工会\n2021年3月9日\n附件：\n名额分配表\n\n序号\t单位\t名额\n{rows}"
    document = extract(body.encode())
    assert not [run for run in document.ledger if run.role == "furniture"]


def test_contents_without_heading_whose_first_entry_stands_on_two_lines_below() -> None:
    entries = "1.局长强调：安全是头等大事\n2.食堂开张\n3.续保提醒\n"
    body = f"{entries}局长强调：\n安全是头等大事\n{TEXT}\n食堂开张\n{OTHER}\n续保提醒\n{TEXT}\n"
    document = extract((HEAD + body).encode())
    assert [entry.title for entry in document.contents] == ["局长强调：安全是头等大事", "食堂开张", "续保提醒"]
    assert outline(body) == [(None, ["局长强调：安全是头等大事", "食堂开张", "续保提醒"])]


@pytest.mark.parametrize("lead", ["", "沅汀新闻网讯(通讯员江小舟)"])
def test_texts_of_several_paragraphs_behind_signs(lead: str) -> None:
    """Space above the sign parts them, and no paragraph without one has space above."""
    brief = "　　◆ {}3月2日，市某局召开会议，部署全年工作。\n　　会议要求各处抓好落实，确保开门红。\n　　会后检查了工地。\n\n"
    document = extract((HEAD + "　　　　　县 内 快 讯\n\n" + brief.format(lead) * 3).encode())
    items = document.sections[0].items
    assert [item.text.count("\n") for item in items] == [2, 2, 2]
    assert {item.text[:4] for item in items} == {"3月2日"}
    assert {row.person for item in items for row in item.attributions} == ({"江小舟"} if lead else set())


@pytest.mark.parametrize("heading", FURTHER)
def test_what_a_site_lists_below_its_last_article_is_no_item(heading: str) -> None:
    assert outline(f"食堂开张\n\n{TEXT}\n\n续保提醒\n\n{OTHER}\n\n【{heading}】\n● 一碗姜汤\n● 合唱团招新\n") == [(None, ["食堂开张", "续保提醒"])]


@pytest.mark.parametrize("line", ["长按二维码，关注本会", "版权所有：某市某局", "某ICP备05012345号", "- END -", "THE END"])
def test_what_a_site_sets_below_is_furniture(line: str) -> None:
    document = extract((HEAD + f"食堂开张\n\n{TEXT}\n\n{line}\n").encode())
    assert [document.text[run.start : run.end] for run in document.ledger if run.role == "furniture"] == [line]


def test_pages_of_the_contents_in_chinese_numerals() -> None:
    rows = "纺织厂掀起革新热潮…………（一）\n机器厂办好业余学校……………（三）\n"
    body = f"　　纺织厂掀起革新热潮\n　　{TEXT}\n\n　　机器厂办好业余学校\n　　{OTHER}\n"
    contents = extract(f"{HEAD}目　录\n{rows}━━━━━━━━━━\n\n{body}".encode()).contents
    assert [(row.title, row.page) for row in contents] == [("纺织厂掀起革新热潮", 1), ("机器厂办好业余学校", 3)]


def test_a_number_behind_its_year_without_a_word() -> None:
    assert extract(HEAD.replace("第3期", "〔2021〕28").encode()).masthead.issue_number == 28


def test_the_head_of_a_telegram_is_no_item() -> None:
    head = "　　　　发　电\n\n发电单位　松岭省人民政府办公厅　　签批盖章　祁连山\n\n等级　特急·明电　　松政办明电〔2005〕31号\n\n───────────────────────────────\n\n"
    text = f"　　　　关于做好台风防御工作的紧急通知\n\n各市人民政府：\n　　{TEXT}\n\n　　　　　　松岭省人民政府办公厅\n　　　　　　二〇〇五年七月二十七日\n\n抄送：省委办公厅。\n"
    document = extract((head + text).encode())
    assert [[item.title for item in section.items] for section in document.sections] == [["关于做好台风防御工作的紧急通知"]]
    assert document.masthead.document_number == "松政办明电〔2005〕31号"


def test_years_of_an_issue_that_counts_from_1912() -> None:
    head = "教師會會訊\n第87期\n松嶺縣教師會　　　　中華民國98年6月15日\n※※※※※※※※※※\n\n"
    document = extract(f"{head}【短訊】\n■98年5月30日，廖校長獲獎。\n■96年5月3日，國小募款二萬元。\n".encode())
    dates = [date for section in document.sections for item in section.items for date in item.dates]
    assert [(date.edtf, date.calendar) for date in dates] == [("2009-05-30", "minguo"), ("2007-05-03", "minguo")]


def test_two_lines_around_one_middle_are_one_title() -> None:
    body = f"　　　松岭新区428家高新技术企业\n　　　　创新投入情况分析及建议\n\n　　{TEXT}\n　　{OTHER}\n"
    assert outline(body) == [(None, ["松岭新区428家高新技术企业创新投入情况分析及建议"])]
    apart = f"　　　　　　　　　调查研究\n　松岭新区高新技术企业投入情况分析及建议\n\n　　{TEXT}\n　　{OTHER}\n"
    assert outline(apart) == [("调查研究", ["松岭新区高新技术企业投入情况分析及建议"])]


@pytest.mark.parametrize("permit", ["松新出准字（2018）第011号", "（松）新出内书第015号", "松岭内资字（2009）第17号"])
def test_permits(permit: str) -> None:
    masthead = extract(HEAD.replace("\n某市某局", f"\n{permit}\n某市某局").encode()).masthead
    assert (masthead.permit_number, masthead.issue_number) == (permit, 3)


def test_a_telephone_with_its_area_in_brackets() -> None:
    assert extract(f"{HEAD}　　　　会议召开\n　　{TEXT}\n\n電話：(08)779-2145　　编辑：佟欣\n".encode()).colophon.phones == ("(08)779-2145",)


STAMP = "某市总工会　2023-05-08 18:05　发表于山东"


def test_the_headline_of_one_article_of_a_chat_account_is_its_title() -> None:
    foot = "来源：市总工会宣教部\n编辑：佟欣　审核：黎阳\n阅读 862　在看 7\n喜欢就点个“在看”吧\n"
    document = extract(f"夜校开课三小时抢空\n\n{STAMP}\n点击上方蓝字关注我们\n\n{TEXT}\n▲图为夜校。\n01　课程，职工说了算\n{OTHER}\n{foot}".encode())
    (item,) = document.sections[0].items
    assert (item.title, document.masthead.title, document.masthead.issuer) == ("夜校开课三小时抢空", None, "某市总工会")
    assert item.text.endswith(f"01　课程，职工说了算\n{OTHER}")
    assert [row.organization for row in item.attributions] == ["市总工会宣教部"]
    assert [contact.name for contact in document.colophon.contacts] == ["佟欣", "黎阳"]


def test_an_account_that_prints_several_texts_below_its_greeting_has_items() -> None:
    document = extract(f"工会这一周\n\n{STAMP}\n\n{TEXT}\n\n夜市开张第一天\n\n{TEXT}（市场科　佟欣）\n\n早市整修第二天\n\n{OTHER}（市场科　黎阳）\n".encode())
    assert [item.title for section in document.sections for item in section.items] == [None, "夜市开张第一天", "早市整修第二天"]
