"""Columns of briefs, lists and what stands between items: layouts in small."""

import pytest

from pipeline.extract import extract
from pipeline.normalize import fold

HEAD = "　　　　　　　工 作 简 报\n　　　　　　　　第3期\n某市某局办公室　　2021年3月9日\n━━━━━━━━━━━━━━━━━━━━\n\n"

Outline = list[tuple[str | None, list[str | None]]]


def outline(source: str) -> Outline:
    return [(section.title, [item.title for item in section.items]) for section in extract(source.encode()).sections]


CHRONICLE = (
    "　　　　　　　一　月\n　　6日　市局召开局务会议，部署寒假工作。\n　　14日至18日　城北小学教学楼竣工验收。\n　　教学楼有教室24间。\n\n"
    "　　　　　　　三　月\n　　2日　市局任命三名校长。\n　　下旬　各校植树3000余株。\n"
)


def test_months_of_a_chronicle_that_is_the_whole_issue_are_sections() -> None:
    document = extract(f"　　　　　　北港市教育大事记\n\n北港市教育局办公室整理　　　　2001年1月8日\n\n{CHRONICLE}".encode())
    assert document.masthead.title == "北港市教育大事记"
    assert [(section.title, [item.text for item in section.items]) for section in document.sections] == [
        ("一　月", ["6日　市局召开局务会议，部署寒假工作。", "14日至18日　城北小学教学楼竣工验收。\n教学楼有教室24间。"]),
        ("三　月", ["2日　市局任命三名校长。", "下旬　各校植树3000余株。"]),
    ]


def test_years_of_a_chronicle_that_tells_the_month_alone_are_sections() -> None:
    years = "　　1985年\n　　3月5日　镇政府迁入新址，占地12亩，投资36万元。\n　　6月　供销社扩建门市部。\n\n　　1986年\n　　10月　小学迁址。\n　　年底　全镇通电话。\n"
    document = extract(f"　　　　　　北港镇大事记\n　　　　　　（1985—1986年）\n北港镇志办公室　　1988年3月\n\n{years}".encode())
    assert [(section.title, len(section.items)) for section in document.sections] == [("1985年", 2), ("1986年", 2)]
    assert (document.masthead.issuer, document.masthead.date) == ("北港镇志办公室", "1988-03")


def test_months_below_the_title_of_an_item_are_headings_inside_it() -> None:
    assert outline(f"{HEAD}　　　　　　　校史大事记摘编\n\n{CHRONICLE}\n　　　　　　　西迁岁月\n　　1938年10月，学校西迁，师生步行二十三天。\n") == [
        (None, ["校史大事记摘编", "西迁岁月"])
    ]


TEXT = "　　3月2日，城北夜市开张，设摊位80个，客流2万人次。\n"
WRAPPED = (
    "　　三月十五日至四月十日，县供销合作社主任佟欣带领九名职工，\n挑着货担走遍全县四十六个山村，送去农具、布匹和食盐三百余\n"
    "件，收购土产两千多斤。\n"
)
LONG = "　　" + "3月2日，城北夜市开张，设摊位80个，客流2万人次。" * 4 + "\n"
LISTS = {
    "units": "　　城北供销社\n　　市自来水公司\n　　城北客运站售票班\n",
    "units side by side": "　　城北供销社　　　市自来水公司\n　　市机械厂　　　　城北粮站\n",
    "persons": "　　佟　欣　黎　阳　白雪梅　贺大勇\n　　卫　青　方小玉　路明远　童　言\n",
    "officers": "　　会　长：黎　阳　　副会长：佟　欣、白雪梅\n　　秘　书：贺大勇\n",
    "a table": "　　城北车间　　390吨　　52%\n　　城南车间　　390吨　　61%\n",
}


@pytest.mark.parametrize("rows", LISTS.values(), ids=LISTS)
def test_a_list_that_space_sets_off_is_an_item(rows: str) -> None:
    lists = f"　　　　　　先进集体和个人（8个）\n{rows}\n　　　　　　特别嘉奖（4个）\n{rows}\n"
    source = f"{HEAD}　　　　　　市总工会关于表彰先进的决定\n\n{LONG}{LONG}\n{lists}　　　　　　城南早市整修\n{LONG}"
    (section,) = extract(source.encode()).sections
    assert [item.title for item in section.items] == ["市总工会关于表彰先进的决定", "先进集体和个人（8个）", "特别嘉奖（4个）", "城南早市整修"]
    assert [item.text.count("\n") for item in section.items[1:3]] == [rows.count("\n") - 1] * 2
    assert all(not item.attributions for item in section.items)


def test_a_list_right_below_its_announcement_is_text() -> None:
    source = f"{HEAD}　　夜市开张\n{TEXT}　　首批商户名单\n{LISTS['units']}\n　　城南早市整修\n{TEXT}"
    assert outline(source) == [(None, ["夜市开张", "城南早市整修"])]


def test_units_below_a_numbered_heading_inside_an_item_sent_in_nothing() -> None:
    source = f"{HEAD}夜市评优\n来源：市场科\n{TEXT}\n一、先进集体（3个）\n\n城北供销社、市自来水公司、市机械厂\n\n二、先进个人（2名）\n\n城北供销社：佟欣、黎阳\n\n城南早市整修\n来源：市场科\n{TEXT}"
    assert outline(source) == [(None, ["夜市评优", "城南早市整修"])]
    (item, _) = extract(source.encode()).sections[0].items
    assert [(row.organization, row.person) for row in item.attributions] == [("市场科", None)]


def test_units_below_the_title_of_an_annex_are_its_rows() -> None:
    head = "　　　　　北港市商务局文件\n\n　　　　　　北商字〔2014〕62号\n━━━━━━━━━━━━━━━━━━━━━\n\n　　　　北港市商务局关于表彰先进的决定\n\n各区商务局：\n"
    foot = "\n　　　　　　　　　　　　　北港市商务局\n　　　　　　　　　　　　　2014年9月5日\n\n附件\n　　　　　　　先进集体名单\n"
    document = extract((head + TEXT + foot + LISTS["units"]).encode())
    annex = document.sections[-1].items[-1]
    assert (annex.title, annex.text) == ("先进集体名单", "城北供销社\n市自来水公司\n城北客运站售票班")


HEADLINES = f"夜市开张\n（市场科　佟欣）\n\n{TEXT}\n早市整修：十天见效\n（市场科　通讯员　黎阳）\n\n{TEXT}党员带头\n{TEXT}比武练功\n{TEXT}\n修路通告\n{TEXT}"


def test_headlines_without_the_space_of_all_titles_are_headings_inside_an_item() -> None:
    assert outline(HEAD + HEADLINES) == [(None, ["夜市开张", "早市整修：十天见效", "修路通告"])]


def test_headings_inside_items_may_be_more_than_the_titles() -> None:
    inside = f"摊位怎样选\n{TEXT}客流怎样引\n{TEXT}\n"
    source = f"{HEAD}夜市开张一周记\n{TEXT}{inside}城南早市整修记\n{TEXT}{inside}修路通告贴出\n{TEXT}"
    assert outline(source) == [(None, ["夜市开张一周记", "城南早市整修记", "修路通告贴出"])]


def test_titles_without_space_elsewhere_in_an_issue_are_titles() -> None:
    source = HEAD + f"夜市开张\n{TEXT}（市场科　佟欣）\n早市整修\n{TEXT}（市场科　佟欣）\n\n换发新证\n{TEXT}\n修路通告\n{TEXT}续保提醒\n{TEXT}"
    assert outline(source) == [(None, ["夜市开张", "早市整修", "换发新证", "修路通告", "续保提醒"])]


def test_a_short_title_with_the_space_of_the_others() -> None:
    thanks = "　　市场科承蒙各界支持，谨致谢意，并列芳名如下：\n　　城北供销社、市自来水公司、市机械厂\n"
    source = f"{HEAD}　　夜市开张的一天\n　　　　　　　　　佟　欣\n{TEXT}\n　　先进集体（3个）\n{LISTS['units']}\n　　鸣谢\n{thanks}\n　　修路通告\n{TEXT}"
    assert outline(source) == [(None, ["夜市开张的一天", "先进集体（3个）", "鸣谢", "修路通告"])]


def test_briefs_and_nothing_else_is_a_section_over_one_text() -> None:
    text = WRAPPED.replace("三月十五日至四月十日，", "")
    items = "".join(f"         {title}\n{text}\n" for title in ("城南夜市开张首日", "城北早市整修完工", "修路通告贴出", "简　讯"))
    assert outline(HEAD + items) == [(None, ["城南夜市开张首日", "城北早市整修完工", "修路通告贴出"]), ("简　讯", [None])]


def test_a_name_right_below_a_marked_heading_is_its_author() -> None:
    source = f"# 北港院报\n第4期　2015年5月20日\n\n---\n\n## 要闻\n\n### 夜市开张\n\n{TEXT}\n## 副刊\n\n### 母亲的菜园\n佟欣\n\n{TEXT}\n### 父亲的船\n黎阳\n\n{TEXT}"
    essays = extract(source.encode()).sections[1].items
    assert [(item.title, [row.person for row in item.attributions]) for item in essays] == [("母亲的菜园", ["佟欣"]), ("父亲的船", ["黎阳"])]


UNIT = "　　　　北港县供销合作社\n　　送货下乡到四十六个山村深受群众欢迎\n\n"


def test_a_title_over_two_lines_begins_with_a_unit() -> None:
    assert outline(f"{HEAD}{UNIT}{WRAPPED}{WRAPPED}\n　　城南夜市开张首日\n\n{WRAPPED}") == [
        (None, ["北港县供销合作社送货下乡到四十六个山村深受群众欢迎", "城南夜市开张首日"])
    ]


def test_a_title_that_begins_with_places_is_no_list_of_names() -> None:
    assert outline(f"{HEAD}　　城南夜市开张首日\n{WRAPPED}\n　　石东、石西、湾头区委干部上工地劳动\n{WRAPPED}") == [
        (None, ["城南夜市开张首日", "石东、石西、湾头区委干部上工地劳动"])
    ]


def test_several_units_above_headlines_are_sections() -> None:
    body = "".join(f"　　　　{unit}\n　　送货下乡到{n}个山村深受各地群众欢迎\n\n{TEXT}\n" for n, unit in enumerate(["北港县供销合作社", "南港县供销合作社"], 3))
    assert [section for section, _ in outline(HEAD + body)] == ["北港县供销合作社", "南港县供销合作社"]


@pytest.mark.parametrize("dot", ["・", "‧", "∙", "･"])
def test_a_page_number_between_dots_of_any_kind(dot: str) -> None:
    assert fold(dot) == "·"
    source = HEAD + f"　　夜市开张\n　　3月2日，城北夜市开张，设摊位\n　　　　　{dot} 1 {dot}\n\n80个，客流2万人次。\n"
    assert [item.text for section in extract(source.encode()).sections for item in section.items] == ["3月2日，城北夜市开张，设摊位80个，客流2万人次。"]
