"""Items in small: where their authors stand, what parts them, and what prints them whole."""

import pytest
from small_issue import OTHER, TEXT, items, read

from pipeline.extract import extract


def test_senders_in_brackets_between_title_and_text() -> None:
    body = f"　　　　　　　巷口积水要排\n　　　　　（市排水所　谈永年）\n　　{TEXT}\n　　{OTHER}\n────────────\n"
    body += f"　　　　　　老住户反映停电\n　　　　　　盼望早日恢复\n　　　（市来信办　佟欣　祝小青）\n　　{TEXT}\n────────────\n　　　　　　渡口收费太乱\n　　　　　　（焦大海）\n　　{OTHER}\n"
    found = items(body)
    assert [item.title for item in found] == ["巷口积水要排", "老住户反映停电盼望早日恢复", "渡口收费太乱"]
    assert [[row.person for row in item.attributions] for item in found] == [["谈永年"], ["佟欣", "祝小青"], ["焦大海"]]


LETTERS = f"""　　　　　　　浴室何时能修好
编辑同志：
　　{TEXT}
　　　　　　　　　　　　　　机修厂　刘春生等六人
　　　　　　　　　　　　　　　　6月3日

　　编后：{OTHER}

　　　　　　　码头上缺水
编辑同志：
　　{OTHER}
　　　　　　　　　　　　　　　　　　（未完待续）

　　　　　　　光荣榜

　　先进集体：县农业局、高坪乡、县一中
　　先进个人：段成山、罗桂英、赵树林
"""


def test_letters_with_the_day_below_the_writer_and_lists_behind_a_label() -> None:
    sections = read(LETTERS).sections
    assert [(section.title, [item.title for item in section.items]) for section in sections] == [(None, ["浴室何时能修好", "码头上缺水", "光荣榜"])]
    found = sections[0].items
    assert [[(row.organization, row.person) for row in item.attributions] for item in found] == [[("机修厂", "刘春生")], [], []]
    assert found[0].text.endswith(f"编后：{OTHER}")
    assert found[2].text == "先进集体：县农业局、高坪乡、县一中\n先进个人：段成山、罗桂英、赵树林"


@pytest.mark.parametrize(
    ("byline", "row"),
    [
        ("梁詠詩校長", (None, "梁詠詩", None)),
        ("何佩文女士", (None, "何佩文", None)),
        ("县长　郭立民", (None, "郭立民", "县长")),
        ("校级督导员　郭立民", (None, "郭立民", "校级督导员")),
        ("——青岩小学　罗月芬", ("青岩小学", "罗月芬", None)),
    ],
)
def test_who_speaks_below_a_title(byline: str, row: tuple[str | None, str | None, str | None]) -> None:
    found = items(f"　　　　　　　新学年寄语\n　　　　　　　　　　{byline}\n\n　　{TEXT}\n　　{OTHER}\n\n　　　　　　　工地检查\n　　{OTHER}\n")
    assert [item.title for item in found] == ["新学年寄语", "工地检查"]
    assert [(a.organization, a.person, a.role) for a in found[0].attributions] == [row]


def test_a_subtitle_that_says_of_whom_a_text_tells_is_no_byline() -> None:
    assert items(f"　　　　　　　扎根山村二十年\n　　　　　　——记青岩小学　罗月芬\n\n　　{TEXT}\n")[0].title == "扎根山村二十年——记青岩小学　罗月芬"


def test_a_caption_of_a_table_inside_a_text() -> None:
    body = f"　　　　　　　上半年运行情况\n　　{TEXT}\n\n　　　　　　表1　主要指标\n　　│指　标│绝对数│增　长│\n　　│产　值│86.4　│7.2　│\n　　注：快报数。\n\n　　{OTHER}\n"
    found = items(body)
    assert [item.title for item in found] == ["上半年运行情况"]
    assert "表1　主要指标" in found[0].text


def test_a_call_above_who_signs_is_text() -> None:
    body = f"　　　　　　　悼念方季和教授\n　　{TEXT}\n　　方季和先生千古！\n　　　　　　　　　　　方季和教授治丧委员会\n　　　　　　　　　　　　2021年3月3日\n"
    assert items(body)[0].text == f"{TEXT}\n方季和先生千古！"


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("市人民政府关于加强", "春季护林防火的通知"), "市人民政府关于加强春季护林防火的通知"),
        (("春风送暖访千家万户", "细雨润物解百姓忧难"), "春风送暖访千家万户　细雨润物解百姓忧难"),
    ],
)
def test_two_lines_of_one_length_are_a_couplet_where_none_goes_on(lines: tuple[str, str], title: str) -> None:
    assert [item.title for item in items("".join(f"　　　　　　　{line}\n" for line in lines) + f"\n　　{TEXT}\n")] == [title]


def test_senders_in_brackets_below_one_brief_and_above_another() -> None:
    found = items(f"简　讯\n▲市水厂夺得金杯\n（市水厂）\n▲{TEXT}\n（市某局）\n")
    assert [[row.organization for row in item.attributions] for item in found] == [["市水厂"], ["市某局"]]


TITLES = ["养路班恢复编筐收入大增", "农机站下乡检修水泵", "粮站改进收购办法"]
FOOT_CONTENTS = f"　　　　　　养路班恢复编筐\n　　　　　　　收入大增\n\n　　{TEXT}\n　　　　　　{TITLES[1]}\n　　{OTHER}\n　　　　　　{TITLES[2]}\n　　{TEXT}\n"


@pytest.mark.parametrize("fill", [0, 60])
def test_contents_at_the_foot(fill: int) -> None:
    """However long the issue is above it."""
    text = FOOT_CONTENTS.replace(f"　　{OTHER}\n", f"　　{OTHER}\n" + "　　站长随车下乡，同社员一道检修。\n" * fill)
    document = read(text + "—　—　—　—　—　—\n　　　　本　期　目　录\n" + "".join(f"　{title}\n" for title in TITLES) + "—　—　—　—　—　—\n发：各站\n")
    assert [(row.title, row.match) for row in document.contents] == [(title, "exact") for title in TITLES]
    assert [(section.title, [item.title for item in section.items]) for section in document.sections] == [(None, TITLES)]
    assert [row.text for row in document.distribution] == ["各站"]


def test_a_heading_contents_inside_a_text_lists_nothing() -> None:
    document = read(f"资料室添书\n　　{TEXT}\n　　目　录\n　　水工手册\n　　测量学\n\n夜市开张\n　　{OTHER}\n")
    assert [item.title for section in document.sections for item in section.items][-1] == "夜市开张"


@pytest.mark.parametrize("mark", ["————————————　1", "1 ------------", "＿＿＿＿＿＿　1"])
def test_a_rule_with_the_page_number_below_a_title(mark: str) -> None:
    found = items(f"　　　　　夜市开张\n　　{TEXT}\n　　　　　早市整修\n\n{mark}\n\n某市某局　　　工作简报\n\n　　{OTHER}\n")
    assert [(item.title, len(item.attributions)) for item in found] == [("夜市开张", 0), ("早市整修", 0)]


def test_bullets_with_a_word_and_a_gap_are_titles() -> None:
    found = items(f"☆ 抗旱保苗  {TEXT}（县水利局）\n\n☆ 项目建设  投资1亿元的茶油项目开工，预计年产值3亿元。（县招商局）\n\n☆ 安全生产  {OTHER}（县安监局）\n")
    assert [item.title for item in found] == ["抗旱保苗", "项目建设", "安全生产"]


def test_briefs_numbered_right_from_the_head() -> None:
    found = items(f"1. {TEXT}\n2. {OTHER}（市商会）\n3. 3月6日，码头开航，首日发船12班。\n4. {OTHER}（市某局、佟欣）\n5. {TEXT}（佟欣）\n")
    assert [(item.number, item.text[:4]) for item in found] == [("1", "3月2日"), ("2", "3月5日"), ("3", "3月6日"), ("4", "3月5日"), ("5", "3月2日")]


def test_a_rule_of_geta_marks_ends_the_last_item() -> None:
    (item,) = items(f"夜市开张\n　　{TEXT}\n{'〓' * 30}\n编辑：佟欣\n")
    assert item.text == TEXT


def test_ordinals_of_the_contents_that_a_blank_parts() -> None:
    body = f"- 导读 -\n\n一　生产经营\n　　夜市开张　/ 1\n　　早市整修　/ 1\n二　三农\n　　渡口复航　/ 2\n\n█ 生产经营\n\n夜市开张\n　　{TEXT}\n\n早市整修\n　　{OTHER}\n\n█ 三农\n\n渡口复航\n　　{TEXT}\n"
    rows = read(body).contents
    assert [(row.section, row.title, row.match) for row in rows] == [
        ("生产经营", "夜市开张", "exact"), ("生产经营", "早市整修", "exact"), ("三农", "渡口复航", "exact"),
    ]  # fmt: skip


def test_a_name_of_four_letters_behind_a_unit() -> None:
    first, second = items(
        f"　　　　食堂办起灶间擂台\n　　　　　　第二医院　佟南英　阿迪力江\n　　{TEXT}\n\n　　　　夜校开课\n　　{OTHER}（州进修学校　仁青措毛）\n"
    )
    assert [(row.organization, row.person) for row in first.attributions] == [("第二医院", "佟南英"), (None, "阿迪力江")]
    assert [(row.organization, row.person) for row in second.attributions] == [("州进修学校", "仁青措毛")]


REPLY = "　　　　　　关于同意组建港务公司的批复\n　　　　　　　松政复〔2005〕12号\n\n市港务局：\n　　你局《关于组建港务公司的请示》收悉。经研究，同意组建。\n　　　　　　　　　　　　　　　　　　　　　　松岭市人民政府\n　　　　　　　　　　　　　　　　　　　　　二〇〇五年四月四日\n\n"
NOTICE = "　　　　　　松岭市港务局关于码头停航的公告\n　　　　　　　松港告〔2005〕3号\n\n　　因码头整修，自5月1日起停航两周，现予公告。\n　　　　　　　　　　　　　　　　　　　　　　　松岭市港务局\n　　　　　　　　　　　　　　　　　　　二〇〇五年四月二十一日\n\n"
GAZETTE = "　　　　　　　松岭市人民政府公报\n　　　　　　　2005年第4期\n　　　　　2005年4月30日出版\n\n　　　　目　录\n【市政府文件】\n关于同意组建港务公司的批复……（1）\n【部门文件】\n松岭市港务局关于码头停航的公告……（2）\n━━━━━━━━━━━━━━━━━━━━\n\n"


def test_documents_that_a_gazette_prints_whole() -> None:
    document = extract(f"{GAZETTE}【市政府文件】\n\n{REPLY}【部门文件】\n\n{NOTICE}━━━━━━━━━━\n主办：松岭市人民政府\n编辑：佟欣\n".encode())
    found = [item for section in document.sections for item in section.items]
    assert [item.title for item in found] == ["关于同意组建港务公司的批复", "松岭市港务局关于码头停航的公告"]
    assert [item.text[:2] for item in found] == ["你局", "因码"]
    assert [item.text[-4:] for item in found] == ["意组建。", "予公告。"]
    assert [item.attributions for item in found] == [(), ()]
    assert (document.masthead.issuer, document.masthead.date, document.masthead.document_number) == ("松岭市人民政府", "2005-04-30", None)


def test_those_who_sign_documents_are_not_who_issues_them_together() -> None:
    assert extract(f"{GAZETTE}【市政府文件】\n\n{REPLY}【部门文件】\n\n{NOTICE}".encode()).masthead.issuer is None


def test_a_unit_below_a_text_that_is_no_document_sent_it_in() -> None:
    first, second = items(f"　　　　夜市开张\n　　{TEXT}\n　　　　　　　　　　　　　　　　　　　　　市商会\n　　　　　　　　　　　　　　　　　2021年3月4日\n\n　　　　早市整修\n　　{OTHER}\n")
    assert ([row.organization for row in first.attributions], second.title) == (["市商会"], "早市整修")


def test_who_signs_a_document_that_is_forwarded() -> None:
    letter = "松岭市人民政府办公室文件\n松政办发〔2012〕8号\n\n转发市粮食局关于秋粮收购的请示的通知\n\n各县人民政府：\n　　市粮食局的请示已经同意，现转发给你们，请遵照执行。\n\n　　　　　　松岭市人民政府办公室\n　　　　　　2012年9月5日\n\n"
    inner = "关于秋粮收购的请示\n\n市政府：\n　　今年秋粮丰收，现就收购提出意见，如无不妥，请批转各地执行。\n\n　　　　　　松岭市粮食局\n　　　　　　2012年9月1日\n"
    document = extract((letter + inner).encode())
    assert [(item.kind, item.attributions) for item in document.sections[0].items] == [("article", ()), ("attachment", ())]
    assert document.masthead.issuer == "松岭市人民政府办公室"
    assert [run.role for run in document.ledger if "市粮食局\n" in document.text[run.start : run.end + 1]][-1] == "attribution"


def test_a_month_below_who_sent_an_item_in_is_no_heading() -> None:
    signed = "　　　　　　　　　　　　　　　　　　　　　　　东环公司\n　　　　　　　　　　　　　　　　　　　　　　2021年2月\n\n"
    found = items(f"　　　　　夜市开张\n\n　　{TEXT}\n{signed}　　　　　早市整修\n\n　　{OTHER}\n{signed}")
    assert [(item.title, item.attributions[0].organization) for item in found] == [("夜市开张", "东环公司"), ("早市整修", "东环公司")]
    assert not any("2021年2月" in item.text for item in found)
