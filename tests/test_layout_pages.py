"""Pages that hold several items and no issue's head: a column of a newspaper, a site's list of news, a chat account's digest."""

import pytest
from small_issue import TEXT, items_of

from pipeline.extract import extract
from pipeline.model.document import Document

PLACES = ("河口县总工会", "青岩化肥厂工会", "松林铁路工会", "石桥供销社工会")
BRIEFS = [f"{place}举办职工技术比武，参加的职工有一百二十六人，十八人受到表彰。" for place in PLACES]


def read(text: str) -> Document:
    return extract(text.encode())


def texts(document: Document) -> list[str]:
    return [item.text for item in items_of(document)]


def test_the_heading_of_a_page_stands_below_another_line() -> None:
    document = read("本版导读\n工会简讯台\n" + "".join(f"△{brief}\n（何立春）\n" for brief in BRIEFS))
    assert [(section.title, len(section.items)) for section in document.sections] == [("工会简讯台", 4)]
    assert (texts(document), document.contents) == (BRIEFS, ())


def test_the_author_of_a_page_stands_below_its_heading() -> None:
    document = read("河口记事（2014年3月）\n王世平\n" + "".join(f"●{brief}\n" for brief in BRIEFS))
    assert [section.title for section in document.sections] == ["河口记事（2014年3月）"]
    assert [[row.person for row in item.attributions] for item in items_of(document)] == [["王世平"], [], [], []]


@pytest.mark.parametrize("numerals", ["㈠㈡㈢㈣", "⒈⒉⒊⒋", "⑴⑵⑶⑷"])
def test_briefs_behind_numerals_that_are_one_character(numerals: str) -> None:
    body = "".join(f"{numeral}{brief}\n\n" for numeral, brief in zip(numerals, BRIEFS, strict=True))
    document = read(f"（一周简讯）2022.9.19-9.25\n\n日期：2022-09-26\n\n{body}")
    assert (texts(document), [item.number for item in items_of(document)]) == (BRIEFS, list(numerals))


def test_a_signer_that_no_rule_knows_where_all_other_texts_are_signed() -> None:
    names = ("何立春", "雁声", "王世平", "青岩化肥厂工会")
    document = read("\n".join(f"{brief}（{name}）" for brief, name in zip(BRIEFS, names, strict=True)))
    assert texts(document) == BRIEFS
    assert [item.attributions[0].person for item in items_of(document)] == ["何立春", "雁声", "王世平", None]


@pytest.mark.parametrize("aside", ["（鼓掌）", "（一职工）"])
def test_an_aside_is_no_signer(aside: str) -> None:
    document = read("\n".join(f"{brief}（何立春）" for brief in BRIEFS) + f"\n{BRIEFS[0]}{aside}\n{BRIEFS[1]}\n")
    assert aside in document.sections[0].items[-1].text or aside in document.sections[0].items[-2].text


@pytest.mark.parametrize("link", ["【查看详情】", "[详细]", "（查看全文）"])
def test_teasers_that_end_in_a_link(link: str) -> None:
    document = read("\n".join(brief.replace("，十八人", "，比武分六个工种，十八人") + link for brief in BRIEFS))
    assert [text[:8] for text in texts(document)] == [brief[:8] for brief in BRIEFS]
    assert all(link not in text for text in texts(document))


def test_dates_below_the_headlines_of_a_list() -> None:
    rows = "".join(f"  • {place}举办技术比武\n\n    2014-03-1{day}\n\n      {brief[:-3]}...\n\n" for day, (place, brief) in enumerate(zip(PLACES, BRIEFS, strict=True)))
    document = read(f"集团要闻\n\nNews of the group\n\n{rows}首页 上一页 43 44 45 下一页 末页\n")
    assert [item.title for item in items_of(document)] == [f"{place}举办技术比武" for place in PLACES]
    assert texts(document) == [f"{brief[:-3]}..." for brief in BRIEFS]
    assert document.masthead.title == "集团要闻"


def test_letter_spaced_headings_are_sections() -> None:
    items = [f"{place}技术比武\n{brief}\n" for place, brief in zip(PLACES, BRIEFS, strict=True)]
    document = read(f"一周热点\n图文点滴\n考 察 调 研\n{items[0]}{items[1]}合 作 交 流\n{items[2]}荣 誉 奖 项\n{items[3]}")
    assert [(section.title, len(section.items)) for section in document.sections] == [("考 察 调 研", 2), ("合 作 交 流", 1), ("荣 誉 奖 项", 1)]
    assert [item.title for item in items_of(document)] == [f"{place}技术比武" for place in PLACES]


def test_one_word_over_each_text_is_a_section() -> None:
    document = read(f"汛情通报\n第53期\n2020年8月6日\n\n雨情\n{BRIEFS[0]}\n水情\n{BRIEFS[1]}\n{BRIEFS[2]}\n工情\n{BRIEFS[3]}\n")
    assert [(section.title, [item.title for item in section.items]) for section in document.sections] == [("雨情", [None]), ("水情", [None]), ("工情", [None])]


def test_pages_of_the_database_of_a_newspaper() -> None:
    articles = "".join(f"\n第2版()\n专栏:\n\n{place}举办技术比武\n本报讯　{brief}\n（{place}）\n" for place, brief in zip(PLACES, BRIEFS, strict=True))
    document = read(f"1987年4月21日河口日报 第2版\n{articles}")
    assert [item.title for item in items_of(document)] == [f"{place}举办技术比武" for place in PLACES]
    assert [section.title for section in document.sections] == [None]


def test_the_key_words_and_the_bar_of_a_page_are_no_text() -> None:
    document = read(f"河口县举办职工技术比武\n{BRIEFS[0]} |\n关键词：河口县，技术比武 |\n责任编辑：何立春\n")
    assert texts(document) == BRIEFS[:1]


def test_the_title_of_a_page_is_repeated_over_two_lines() -> None:
    title = "关于对政协河口县第十届委员会第二次会议第14号提案的复函"
    facts = "类 别：B\n\n签发人：何立春\n\n河交函〔2023〕34号\n\n"
    body = f"王世平委员：\n\n{BRIEFS[0]}\n\n河口县交通运输局\n\n二O二三年十月十六日\n"
    document = read(f"首页/ 专题专栏/ 政协委员提案回复/ 正文\n\n{title}\n\n{facts}{title[:-11]}\n\n{title[-11:]}\n\n{body}")
    assert [item.title for item in items_of(document)] == [title]
    masthead = document.masthead
    assert (masthead.signatory, masthead.date, masthead.date_text) == ("何立春", "2023-10-16", "二O二三年十月十六日")


def test_what_a_forum_says_of_a_post_and_a_table_with_subject_words() -> None:
    title = "松林省人民政府关于同意河口市设立望湖镇的批复"
    table = f"索引号:000027351/2014-00079\n发文机关:松林省人民政府\n标题:{title}\n主题词:民政 行政区划 河口 批复\n"
    body = f"河口市人民政府:\n{BRIEFS[0]}\n松林省人民政府\n二〇一四年六月十九日\n|\n"
    document = read(f"|\n本帖最后由 雁声 于 2014-7-10 09:37 编辑\n{table}{title}\n松政函〔2014〕43号\n{body}")
    assert [(item.title, item.text) for item in items_of(document)] == [(title, BRIEFS[0])]


def test_an_empty_line_of_a_box_is_none() -> None:
    head = "┌──────────────┐\n|　　　　　　　　|\n|　　工 作 简 报　　|\n|              |\n└──────────────┘\n"
    document = extract(f"{head}第3期\n某市某局办公室　　2021年3月9日\n\n夜市开张\n　　{TEXT}\n".encode())
    assert (document.masthead.title, [item.title for section in document.sections for item in section.items]) == ("工作简报", ["夜市开张"])
