"""Which headings stand above which: what a reader tells from brackets, signs, dashes and the printed contents. Layouts in small."""

import pytest

from pipeline.extract import extract
from pipeline.lines import is_ornament, is_rule

HEAD = "　　　　　　　工 作 简 报\n　　　　　　　　第3期\n某市某局办公室　　2021年3月9日\n━━━━━━━━━━━━━━━━━━━━\n\n"
MARKDOWN = "# 巷口双周报\n\n2021年第3期 | 2021年3月9日\n\n---\n\n"
TEXT = "3月2日，市某局召开会议，部署全年工作，80人参加。"
OTHER = "3月5日，市某局检查工地14处，发现隐患23项，全部整改。"
THIRD = "市某局新添铲雪车2台，3月起用于城北各路段，每日清扫两次。"

Outline = list[tuple[str | None, list[str | None]]]


def outline(source: str) -> Outline:
    return [(section.title, [item.title for item in section.items]) for section in extract(source.encode()).sections]


LEVELS: dict[str, tuple[str, Outline]] = {
    "labels in brackets, each over text": (
        f"【雨情水情】\n　　{TEXT}\n\n【工程险情】\n　　{OTHER}\n\n【防汛建议】\n　　{THIRD}\n",
        [("雨情水情", [None]), ("工程险情", [None]), ("防汛建议", [None])]),
    "labels in brackets, over titles or text": (
        f"〔要闻〕\n夜市开张\n　　{TEXT}\n\n〔启事〕\n　　{THIRD}\n", [("要闻", ["夜市开张"]), ("启事", [None])]),
    "titles in brackets below a numbered section": (
        f"一、工作动态\n【夜市开张】\n　　{TEXT}\n【早市整修】\n　　{OTHER}\n二、下周安排\n【河道清淤】\n　　{THIRD}\n【换发新证】\n　　{TEXT}\n",
        [("工作动态", ["夜市开张", "早市整修"]), ("下周安排", ["河道清淤", "换发新证"])]),
    "numbered labels, one over titles": (
        f"一、雨情水情\n　　{TEXT}\n\n二、抗洪一线\n　　城北大堤管涌得到控制\n　　{OTHER}\n\n三、灾情统计\n　　{THIRD}\n",
        [("雨情水情", [None]), ("抗洪一线", ["城北大堤管涌得到控制"]), ("灾情统计", [None])]),
    "numbered headlines, one with a subtitle": (
        f"一、城北大堤保住了\n　　{TEXT}\n\n二、上堤抢险一夜\n　　——记城北抢险队\n　　{OTHER}\n",
        [(None, ["城北大堤保住了", "上堤抢险一夜——记城北抢险队"])]),
    "a banner in English": (
        f"01　服务动态\n— SERVICE —\n\n夜市开张\n\n{TEXT}\n\n02　便民提示\n— NOTICE —\n\n续保提醒\n\n{OTHER}\n",
        [("服务动态", ["夜市开张"]), ("便民提示", ["续保提醒"])]),
    "headings between dashes": (
        f"——要闻——\n夜市开张\n　　{TEXT}\n\n——启事——\n续保提醒\n　　{OTHER}\n", [("要闻", ["夜市开张"]), ("启事", ["续保提醒"])]),
    "captions without a sign": (
        f"夜市开张\n　　{TEXT}\n　　（图为夜市一角）\n　　图1　夜市一角　佟欣摄\n\n早市整修\n　　{OTHER}\n", [(None, ["夜市开张", "早市整修"])]),
    "a title about a picture": (
        f"图书馆开门\n　　{TEXT}\n\n图为媒书为伴\n　　{OTHER}\n", [(None, ["图书馆开门", "图为媒书为伴"])]),
    "keycaps": (f"📢 要闻\n\n1️⃣ 夜市开张\n{TEXT}\n\n2️⃣ 早市整修\n{OTHER}\n", [("要闻", ["夜市开张", "早市整修"])]),
    "a katakana dot": ("會員動態\n\n・會員佟欣榮任某校校董。\n・會員黎陽喜獲麟兒。\n", [("會員動態", [None, None])]),
    "headlines before wide gaps": (
        f"便民夜市开张　　城北夜市昨夜开张，设摊位80个，客流2万人次。\n\n早市整修　　城南早市换新顶棚，投资20万元，可容菜农90户。\n\n招工启事　　{THIRD}\n\n修路通告　　{THIRD}\n",
        [(None, ["便民夜市开张", "早市整修", "招工启事", "修路通告"])]),
    "what is planned, day by day": (
        f"【要闻】\n夜市开张\n　　{TEXT}\n【下周安排】\n　　3月10日　　全局大会\n　　3月12日　　植树\n", [("要闻", ["夜市开张"]), ("下周安排", [None])]),
    "a day before each title": (
        f"3月2日　　夜市开张\n　　{THIRD}\n\n3月5日　　早市整修\n　　{THIRD}\n", [(None, ["3月2日　　夜市开张", "3月5日　　早市整修"])]),
}  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), LEVELS.values(), ids=LEVELS)
def test_levels_of_headings(body: str, expected: Outline) -> None:
    assert outline(HEAD + body) == expected


def test_a_list_below_a_section_is_items_and_below_a_title_is_text() -> None:
    body = f"## 巷口新闻\n\n### 夜市开张\n\n{TEXT}\n\n- {THIRD}\n- {OTHER}\n\n## 下周提示\n\n- {THIRD}\n\n- {OTHER}\n"
    assert outline(MARKDOWN + body) == [("巷口新闻", ["夜市开张"]), ("下周提示", [None, None])]


def test_headings_in_bold_alone() -> None:
    body = f"**一、要闻**\n\n**夜市开张**\n\n{TEXT}\n\n**二、简讯**\n\n- {THIRD}\n- {OTHER}\n"
    assert outline("**工作简报**\n\n**2021年第3期**\n\n某市某局办公室　2021年3月9日\n\n---\n\n" + body) == [("要闻", ["夜市开张"]), ("简讯", [None, None])]


def test_a_foot_set_as_quotation() -> None:
    document = extract(f"{MARKDOWN}## 巷口新闻\n\n### 夜市开张\n\n{TEXT}\n\n---\n\n> 报：某街道办事处\n> 发：各居民小组\n>\n> 编辑：佟欣\n".encode())
    assert [(row.relation, row.text) for row in document.distribution] == [("报", "某街道办事处"), ("发", "各居民小组")]
    assert [contact.name for contact in document.colophon.contacts] == ["佟欣"]
    assert not [run for run in document.ledger if run.role == "unassigned"]


def test_rows_of_units_and_names_below_headings_of_an_annex() -> None:
    annex = "附件\n　　　　表彰名单\n\n　　一、先进单位\n　　城北煤炭公司　　城南教育局\n　　城东水务局　　城西农机厂\n　　二、先进个人\n　　谈永年　　祝小青　　焦大海\n　　单志远　　孟凡青　　娄玉花\n"
    notice = "　　　　　某市安全委员会\n　　　关于表彰先进的通报\n\n各县人民政府：\n　　经研究，决定表彰一批单位和个人，希望再接再厉，取得更大的成绩。\n\n　　　　　　　　某市安全委员会\n　　　　　　　　2021年2月28日\n\n"
    document = extract((HEAD + f"［编者按］　现将通报转发给你们，{TEXT}\n\n" + notice + annex + "\n报：市委。\n").encode())
    (section,) = document.sections
    assert [item.kind for item in section.items] == ["editor_note", "article", "attachment"]
    assert section.items[-1].text.splitlines()[:2] == ["一、先进单位", "城北煤炭公司　　城南教育局"]
    assert section.items[-1].text.endswith("娄玉花")


ROWS = ("　　·工作动态\n　　　　局里召开座谈会\n　　·来函照登\n", "工作动态\n　　局里召开座谈会\n来函照登\n", "【工作动态】\n　　局里召开座谈会\n【来函照登】\n")


@pytest.mark.parametrize("rows", ROWS)
def test_the_contents_says_what_is_a_section(rows: str) -> None:
    document = extract((HEAD + f"　　　　目　录\n{rows}━━━━━━━━━━━━\n\n工作动态\n\n局里召开座谈会\n\n{TEXT}\n\n来函照登\n\n{OTHER}\n").encode())
    assert [(s.title, [item.title for item in s.items]) for s in document.sections] == [("工作动态", ["局里召开座谈会"]), ("来函照登", [None])]
    assert [(row.section, row.title) for row in document.contents] == [("工作动态", "局里召开座谈会"), ("来函照登", None)]


def test_a_subtitle_in_the_contents_makes_no_section_of_its_title() -> None:
    rows = "把路修到家\n　　——记养路工佟大山\n夜市开张\n　　——城北一夜\n"
    body = f"把路修到家\n　　——记养路工佟大山\n{TEXT}\n\n夜市开张\n　　——城北一夜\n{OTHER}\n"
    assert outline(HEAD + f"目录\n{rows}━━━━━━━━━━━━\n\n{body}") == [(None, ["把路修到家——记养路工佟大山", "夜市开张——城北一夜"])]


@pytest.mark.parametrize("line", ["— SERVICE —", "// NEWS & VIEWS //"])
def test_an_english_word_between_signs_sets_off_what_is_around_it(line: str) -> None:
    assert is_ornament(line)


@pytest.mark.parametrize("line", ["— END —", "— 简讯 —", "NEWS", "-NEWS"])
def test_other_lines_with_words_do_not(line: str) -> None:
    assert not is_ornament(line)


@pytest.mark.parametrize("line", ["┏━━━━┓", "╔════╗", "╰────╯", "＿＿＿＿＿＿"])
def test_the_sides_of_a_box_are_rules(line: str) -> None:
    assert is_rule(line)


def test_senders_in_square_brackets_are_no_sections() -> None:
    body = f"夜市开张\n　　{TEXT}\n　　　　　　　　　　〔城北工务段　吕占山〕\n\n早市整修\n　　{OTHER}\n　　　　　　　　　　〔城南工务段〕\n"
    document = extract((HEAD + body).encode())
    assert outline(HEAD + body) == [(None, ["夜市开张", "早市整修"])]
    assert [row.organization for item in document.sections[0].items for row in item.attributions] == ["城北工务段", "城南工务段"]


MORE: dict[str, tuple[str, Outline]] = {
    "fields of a project": (
        f"重点工作进展\n\n　　{TEXT}\n\n1．老旧小区改造\n责任单位：市住建局\n完成时限：12月底\n进展情况：{OTHER}\n\n2．河道清淤\n责任单位：市水利局\n完成时限：6月底\n进展情况：{THIRD}\n",
        [(None, ["重点工作进展"])]),
    "titles with the same label": (
        f"梅园街道：手机解决停车难\n　　{TEXT}\n\n城管驿站：送去一抹清凉\n　　{OTHER}\n", [(None, ["梅园街道：手机解决停车难", "城管驿站：送去一抹清凉"])]),
    "a title over two lines that ends as a column does": (
        f"　　　　市某局召开全市工作会议部署\n　　　　　　今年各项重点工作\n\n　　{TEXT}\n　　{OTHER}\n　　　　　　　　　　　（市某局办公室）\n",
        [(None, ["市某局召开全市工作会议部署今年各项重点工作"])]),
    "a day below the title of a speech": (
        f"领导讲话\n\n佟大山书记在全市工作会议上的讲话\n（2021年3月2日）\n\n同志们：\n　　{TEXT}\n\n经验交流\n\n夜市开张\n　　{OTHER}\n",
        [("领导讲话", ["佟大山书记在全市工作会议上的讲话"]), ("经验交流", ["夜市开张"])]),
    "where texts were taken from": (
        f"夜市开张\n　　{TEXT}（摘自《北港日报》2021年3月3日）\n\n早市整修\n　　{OTHER}（据《城南晚报》）\n\n续保提醒\n　　{THIRD}\n",
        [(None, ["夜市开张", "早市整修", "续保提醒"])]),
    "after an answer": (
        f"政策问答\n　　问：夜市几点开张？\n　　答：每晚6时开张，12时收市。\n\n早市整修\n　　{OTHER}\n", [("政策问答", [None, "早市整修"])]),
    "ordinals of the Republic": (f"甲、夜市開張迎客\n　　{TEXT}\n乙、早市整修完畢\n　　{OTHER}\n", [(None, ["夜市開張迎客", "早市整修完畢"])]),
    "two parties are no ordinals": ("夜市签约\n　　甲、乙双方3月2日签约，部署全年工作，80人参加。\n", [(None, ["夜市签约"])]),
}  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), MORE.values(), ids=MORE)
def test_more_levels(body: str, expected: Outline) -> None:
    assert outline(HEAD + body) == expected


def test_front_matter_of_markdown_is_the_head() -> None:
    found = extract(f'---\ntitle: "巷口双周报 (2.21 - 3.6)"\ndate: 2021-03-06\n---\n\n## 动态\n\n### 夜市开张\n\n{TEXT}\n'.encode())
    assert (found.masthead.title, found.masthead.date) == ("巷口双周报", "2021-03-06")
    assert [(section.title, [item.title for item in section.items]) for section in found.sections] == [("动态", ["夜市开张"])]


def test_one_level_of_headlines_in_markdown_is_titles() -> None:
    titles = ["夜市今晚在老城墙下重新开张", "某县人民医院医疗队走进河西小区"]
    assert outline(MARKDOWN + "".join(f"## {title}\n\n{TEXT}\n\n" for title in titles)) == [(None, titles)]


def test_formal_numerals_number_sections() -> None:
    body = f"壹、工作动态\n一、夜市开张\n　　{TEXT}\n二、早市整修\n　　{OTHER}\n贰、下周安排\n一、河道清淤\n　　{THIRD}\n二、换发新证\n　　{TEXT}\n"
    assert outline(HEAD + body) == [("工作动态", ["夜市开张", "早市整修"]), ("下周安排", ["河道清淤", "换发新证"])]


HUNG = "　◎导　读◎\n　＞夜市开张\n　＞市某局与城北街道办事处、城南街道办事处建立\n　　联合巡查机制\n　＞早市整修\n　＞续保提醒\n\n"
SECTIONS = "　◎导　读◎\n　●要闻\n　　夜市开张\n　●启事\n　　续保提醒\n\n"


def test_an_entry_of_the_contents_that_hangs_below_its_first_line() -> None:
    long = "市某局与城北街道办事处、城南街道办事处建立\n联合巡查机制"
    body = "".join(f"▲{title}\n　　{TEXT}\n\n" for title in ("夜市开张", long, "早市整修", "续保提醒"))
    document = extract((HEAD + HUNG + body).encode())
    titles = ["夜市开张", long.replace("\n", ""), "早市整修", "续保提醒"]
    assert [entry.title for entry in document.contents] == titles
    assert [item.title for section in document.sections for item in section.items] == titles


def test_entries_that_hang_below_their_sections() -> None:
    document = extract((HEAD + SECTIONS + f"●要闻\n夜市开张\n　　{TEXT}\n\n●启事\n续保提醒\n　　{OTHER}\n").encode())
    assert [(entry.section, entry.title) for entry in document.contents] == [("要闻", "夜市开张"), ("启事", "续保提醒")]
    assert outline(HEAD + SECTIONS + f"●要闻\n夜市开张\n　　{TEXT}\n\n●启事\n续保提醒\n　　{OTHER}\n") == [("要闻", ["夜市开张"]), ("启事", ["续保提醒"])]


@pytest.mark.parametrize(("first", "second"), [("　　页一", "　　页三"), ("……………頁十二", "……………頁十五"), ("    页 3", "    页 12"), ("　　页码 3", "　　页码 5")])
def test_a_page_number_behind_its_word(first: str, second: str) -> None:
    contents = f"　　　目　录\n要闻\n　河道清淤完工{first}\n　夜市开张{second}\n\n"
    document = extract(f"{HEAD}{contents}　　　要　闻\n\n河道清淤完工\n　　{TEXT}\n\n夜市开张\n　　{OTHER}\n".encode())
    assert [(row.section, row.title, row.page is not None) for row in document.contents] == [("要闻", "河道清淤完工", True), ("要闻", "夜市开张", True)]
