"""Lines that go on with the one above and lines that do not, and what separates items without a word."""

import pytest

from pipeline.blocks import group_blocks
from pipeline.extract import extract
from pipeline.furniture import mark_furniture
from pipeline.lines import is_ornament, is_rule, placed_lines, split_lines
from pipeline.model.layout import Line, PrintedLine
from pipeline.normalize import fold


def lines_of(text: str) -> tuple[Line, ...]:
    lines, rules = split_lines(text, fold(text))
    return mark_furniture(lines, rules)[0]


def paragraphs(text: str, rule_width: int = 0) -> list[str]:
    return [block.key for block in group_blocks(lines_of(text), rule_width)]


FULL = "会议听取了上半年工作情况的汇报，研究了下一步的工作安排，\n"  # 56 columns
FLUSH = FULL * 3 + "并作出了部署。\n\n"


def test_a_number_that_had_no_room_above_goes_on() -> None:
    text = "　　" + FULL[2:] + FULL + "截至七月底，全市各级工会共走访慰问困难职工和劳动模\n1234567人。\n" + ("　　" + FULL[2:] + FULL) * 2
    assert paragraphs(text)[0].endswith("劳动模1234567人。")


def test_a_line_with_room_for_what_stands_below_ends_there() -> None:
    text = "　　石汀区五步工作法推进职工之家建设\n重要会议\n" + ("　　" + FULL[2:] + FULL + FULL) * 3
    assert paragraphs(text)[:2] == ["石汀区五步工作法推进职工之家建设", "重要会议"]


INDENTED = ("　　" + FULL[4:] + FULL) * 3 + "并作出了部署。\n"
HEADLINE = "石汀区总工会举办第六届职工技能大赛暨全区职工运动会开幕仪"  # 56 columns


@pytest.mark.parametrize(("opening", "is_headline"), [("5月6日，", True), ("五月六日上午，", True), ("近日，", True), ("式和闭幕式，", False)])
def test_a_headline_that_fills_its_line(opening: str, is_headline: bool) -> None:  # noqa: FBT001  a case of a table
    text = f"{INDENTED}\n{HEADLINE}\n{opening}各级工会主席参加。\n{INDENTED}"
    assert (HEADLINE in paragraphs(text)) == is_headline


def test_a_line_of_text_before_a_date_is_no_headline() -> None:
    assert HEADLINE not in paragraphs(f"{INDENTED}　　{HEADLINE[2:]}\n5月6日，各级工会主席参加。\n{INDENTED}")


def test_a_bracket_that_explains_a_word_does_not_end_a_sentence() -> None:
    assert paragraphs(FLUSH + "各级工会要认真组织学习，主动走访企业（含个体工商户）\n57家，收集建议13条。\n\n" + FLUSH)[1].endswith("工商户)57家,收集建议13条。")


def test_a_bracket_that_names_a_unit_ends_a_text() -> None:
    assert len(paragraphs("　　" + FULL[2:] + FULL + "并作出了部署，要求抓好落实。（梧岭区教育局　田建）\n会议结束了。\n")) == 2


def test_full_stops_at_the_margin_end_no_paragraph_where_blank_lines_part_them() -> None:
    stop = FULL[:-2] + "。\n"
    assert len(paragraphs((stop + FULL + "并作出了部署。\n\n") * 3)) == 3


def test_a_title_over_two_centred_lines_after_a_comma_is_one() -> None:
    centred = "　　　　　　　　聚焦劳模工作室创建，\n　　　　　　　　市自来水公司工会出实招\n"
    assert paragraphs(centred + ("　　" + FULL[2:] + FULL) * 2)[0] == "聚焦劳模工作室创建,市自来水公司工会出实招"


def test_whole_paragraphs_that_are_as_long_by_chance_are_no_broken_lines() -> None:
    text = "".join(f"8月{day}日，指挥部组织3个小组，检查工地14处，整改通知书9份。\n路基三标完成清表\n" for day in (11, 12, 13, 14))
    assert len(paragraphs(text)) == 8


@pytest.mark.parametrize("rest", ["政执法局，市财政局。", "设指挥部，市财政局。"])
def test_a_name_broken_in_a_foot_narrower_than_the_text_is_joined(rest: str) -> None:
    text = f"　抄送：市人民政府办公室，市公安局，市城市管理行\n　　　　{rest}\n"
    assert paragraphs(text, rule_width=56) == ["抄送:市人民政府办公室,市公安局,市城市管理行" + rest.replace("，", ",")]


def test_names_on_lines_of_their_own_are_not_joined() -> None:
    assert len(paragraphs("报：县委办公室\n　　县政府办公室\n　　县人大办公室\n", rule_width=56)) == 3


@pytest.mark.parametrize("line", ["××××××××", "01", "07", "PART 2", "Part.1"])
def test_separators(line: str) -> None:
    assert is_rule(line) or is_ornament(line)


@pytest.mark.parametrize("line", ["10", "2020", "NO.3", "第01期", "××厂"])
def test_no_separators(line: str) -> None:
    assert not is_rule(line)
    assert not is_ornament(line)


def test_a_rule_that_is_typed_on_a_page_is_one() -> None:
    text = "工会简报\n━━━━━━\n会议召开"
    ends = [4, 11, 16]
    printed = tuple(PrintedLine(end - size, end, 0, None, 0, 8, 0, rule_above=False, size=1.0, height=None) for end, size in zip(ends, (4, 6, 4), strict=True))
    lines, rules = placed_lines(printed, text)
    assert [(line.key, line.rule_above) for line in lines] == [("工会简报", False), ("会议召开", True)]
    assert [text[rule.start : rule.end] for rule in rules] == ["━━━━━━"]


def levels(text: str) -> list[int]:
    return [line.markup for line in lines_of(text)]


def test_headings_of_markdown_have_their_level() -> None:
    assert levels("双周报\n====\n\n动态\n----\n\n### 议程公布\n") == [1, 2, 3]


def test_rules_under_the_head_and_the_foot_of_a_bulletin_are_none() -> None:
    assert levels("工会简报\n第3期\n某工会编\n----------\n会议召开\n发：各单位\n----------\n印50份\n") == [0, 0, 0, 0, 0, 0]


ACCOUNT = """【一周速览】某站工会这一周
原创 某站工会 某站工会 2023-07-21 17:30 发表于湖北

点击蓝字 关注我们

01
公司工会开展高温慰问

7月18日，公司工会主席一行来到变电站，为一线职工送去绿豆汤。

02
职工气排球赛落幕

7月19日，运检分会代表队夺得冠军，营销分会获第二名。

编辑：阮小宁
阅读 862　赞 19　在看 7
"""


def test_an_article_of_a_chat_account() -> None:
    document = extract(ACCOUNT.encode())
    assert document.masthead.date == "2023-07-21"
    assert [item.title for section in document.sections for item in section.items] == ["公司工会开展高温慰问", "职工气排球赛落幕"]
    assert [contact.name for contact in document.colophon.contacts] == ["阮小宁"]


def test_a_saved_web_page() -> None:
    page = "首页 > 工作动态 > 正文\n\n某局扎实推进调解工作\n\n发布时间：2019-03-26 09:41　　来源：区司法局　　浏览次数：213\n\n"
    document = extract((page + "　　今年以来，区司法局扎实推进人民调解工作，共调处纠纷416件。\n【打印本页】【关闭窗口】\n").encode())
    assert (document.masthead.date, document.masthead.issuer, document.masthead.title) == ("2019-03-26", "区司法局", None)
    assert [item.title for section in document.sections for item in section.items] == ["某局扎实推进调解工作"]


def test_a_line_broken_by_the_count_of_characters_goes_on() -> None:
    """Latin letters are half as wide as the typist reckoned."""
    text = "　　副校长吴某，兼任CTO、江汽公司CEO的张\n博校友，各部门负责人，学院师生出席了活动。\n" + ("　　" + FULL[2:] + FULL + "作出部署。\n") * 4
    assert paragraphs(text)[0].endswith("CEO的张博校友,各部门负责人,学院师生出席了活动。")
