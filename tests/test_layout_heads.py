"""What stands above and between the texts of an issue: contents in a line or by pages, running heads, marks of secrecy, authors."""

import pytest
import small_issue
from small_issue import HEAD, OTHER, TEXT, items_of, read

from pipeline.extract import extract

LONG = "3月2日，市某局召开会议，部署全年工作，各科室、各站所负责人80人参加，会议由副局长主持，"
REST = "局长作了讲话。"


def entries(body: str) -> list[tuple[str | None, str | None, int | None]]:
    return [(entry.section, entry.title, entry.page) for entry in read(body).contents]


@pytest.mark.parametrize("heading", ["本期要点：", "【本期导读】：", "目录:"])
def test_contents_in_one_line(heading: str) -> None:
    body = f"{heading}渡口复航；两座水闸完成大修；新码头的一天\n━━━━━━━━━━━━\n\n"
    texts = "".join(f"　　　　　{title}\n　　{TEXT}\n\n" for title in ("渡口复航", "两座水闸完成大修", "新码头的一天"))
    assert entries(body + texts) == [(None, "渡口复航", None), (None, "两座水闸完成大修", None), (None, "新码头的一天", None)]
    assert [section.title for section in read(body + texts).sections] == [None]


def test_a_sentence_behind_a_heading_of_contents_is_none() -> None:
    assert read(f"　　　　　渡口复航\n　　主要内容：{TEXT}；{OTHER}\n").contents == ()


@pytest.mark.parametrize("page", ["P.{}　", "P{} ", "p. {}　", "{}  "])
def test_the_page_stands_before_the_title(page: str) -> None:
    titles = ["渡口复航", "两座水闸完成大修"]
    rows = "".join(f"{page.format(n)}{title}\n" for n, title in enumerate(titles, 1))
    texts = "".join(f"　　　　　{title}\n　　{TEXT}\n\n" for title in titles)
    assert entries(f"本期内容\n{rows}\n{texts}") == [(None, "渡口复航", 1), (None, "两座水闸完成大修", 2)]


def test_contents_end_where_the_pages_do_though_the_text_is_worded_otherwise() -> None:
    rows = "目　录\n\n▲局里开年会…………2\n▲一艘船的新生…………3\n\n"
    document = read(f"{rows}【港口要闻】\n某局召开2020年度总结大会\n　　{TEXT}\n\n【走基层】\n一艘船的新生\n　　{OTHER}\n")
    assert [entry.title for entry in document.contents] == ["局里开年会", "一艘船的新生"]
    assert [(section.title, [item.title for item in section.items]) for section in document.sections] == [
        ("港口要闻", ["某局召开2020年度总结大会"]), ("走基层", ["一艘船的新生"]),
    ]  # fmt: skip


@pytest.mark.parametrize("head", ["工作简报（2021·3）　　　　　　　　　　　[2 / 3]", "工作简报　　　　　　　　　　　　　　　第 2 版"])
def test_a_running_head_with_the_page_in_other_forms(head: str) -> None:
    *_, item = items_of(read(f"　　　　　渡口复航\n　　{TEXT}\n　　{OTHER}\n\n　　　　　某局召开年度总结大会\n　　{LONG}\n\n{head}\n\n{REST}\n"))
    assert item.text == LONG + REST


def test_a_running_head_of_a_name_that_shares_its_line() -> None:
    body = HEAD.replace("　　　　　　　工 作 简 报\n　　　　　　　　第3期\n", "2021年第3期　　　　　　　　　　工 作 简 报\n")
    *_, item = items_of(extract(f"{body}　　　　　渡口复航\n　　{TEXT}\n　　{OTHER}\n\n　　　　　某局召开年度总结大会\n　　{LONG}\n\n工作简报（2021·3）　　　　　　　　　　　[2 / 3]\n\n{REST}\n".encode()))
    assert item.text == LONG + REST


@pytest.mark.parametrize("mark", ["秘　　密", "机 密★一年", "（内部刊物）", "(内部资料　注意保存)"])
def test_marks_above_the_name_of_an_issue_are_not_its_name(mark: str) -> None:
    document = extract(f"{mark}\n\n{HEAD}　　　　　某局召开年度总结大会\n　　{TEXT}\n".encode())
    assert (document.masthead.title, document.contents) == ("工作简报", ())
    assert document.masthead.classification is not None


@pytest.mark.parametrize("unit", ["局办公室", "县港口局、县航道站联合调研组"])
@pytest.mark.parametrize("opening", ["", "　　一、基本情况\n", "　　（一）基本情况\n"])
def test_a_unit_alone_between_title_and_text_is_its_author(unit: str, opening: str) -> None:
    (item,) = items_of(read(f"　　　　　关于渡口管理情况的调研报告\n　　　　　　　{unit}\n{opening}　　{TEXT}\n{opening.replace('一', '二')}　　{OTHER}\n"))
    assert (item.title, [row.organization for row in item.attributions]) == ("关于渡口管理情况的调研报告", unit.split("、"))


def test_a_second_line_that_ends_in_joining_a_union_stays_in_the_title() -> None:
    (item,) = items_of(read(f"　　　　　港口镇“1+3+N”模式\n　　　　推进船员入会\n\n　　{TEXT}\n"))
    assert (item.title, item.attributions) == ("港口镇“1+3+N”模式推进船员入会", ())


def test_a_second_line_that_ends_as_a_unit_stays_in_the_title() -> None:
    (item,) = items_of(read(f"　　　　　市领导到节日期间坚守岗位的\n　　　　　　　县港口局\n　　　　　　　慰问职工\n　　{TEXT}\n"))
    assert item.attributions == ()


@pytest.mark.parametrize(("line", "persons"), [("作　者：甘棠", ["甘棠"]), ("执　　笔：甘棠", ["甘棠"]), ("撰　稿：林 笛　摄　影：甘棠", ["林笛", "甘棠"])])
def test_letter_spaced_labels_of_those_who_wrote(line: str, persons: list[str]) -> None:
    (item,) = items_of(read(f"　　　　　某局召开年度总结大会\n　　{TEXT}\n　　　　　　　　　　　　{line}\n"))
    assert [row.person for row in item.attributions] == persons


def test_a_row_of_measures_below_others_is_no_title() -> None:
    rows = "　　　　水泥      38.4 万吨      增长 12.5%\n　　　　白酒      5630 千升      增长 4.6%\n　　　　发电量    1.96 亿千瓦时  增长 7.3%\n"
    (item,) = items_of(read(f"　　　　　上半年生产情况\n　　（一）主要产品产量有增有减：\n{rows}　　（二）{small_issue.TEXT}\n"))
    assert "发电量" in item.text


def test_poems_that_their_title_counts_are_one_item() -> None:
    first = "　　　　　　早班\n\n　　　　江水在桥下转了一个弯，\n　　　　把灯火带到对岸；\n　　　　夜班的人收起缆绳，\n　　　　天就亮了。\n\n"
    second = "　　　　　　灯塔\n\n　　　　守了三十年的灯，\n　　　　记得每一条船的名字。\n\n"
    body = f"　　　　　　诗二首\n　　　　　　船闸管理所　林 笛\n\n{first}{second}　　　　　渡口复航\n　　{TEXT}\n"
    assert [item.title for item in items_of(read(body))] == ["诗二首", "渡口复航"]


def test_the_salutation_of_a_letter_is_its_text() -> None:
    document = read(f"　　　　　渡口复航\n　　{TEXT}\n\n　　　　　感谢信\n\n某县港口局：\n　　{OTHER}\n　　　　　　　　　　　　（石桥村委会）\n")
    assert [item.text.split("\n")[0] for item in items_of(document)] == [TEXT, "某县港口局："]
    assert document.distribution == ()


def test_words_in_brackets_right_below_a_text_are_parts_of_it() -> None:
    parts = f"　　{TEXT}\n　　【问题】{OTHER}\n　　【建议】{TEXT}\n"
    document = read(f"关于渡口夜航的建议\n\n{parts}（反映人：县港口局　甘棠）\n\n关于船闸大修的建议\n\n{parts}")
    assert [item.title for item in items_of(document)] == ["关于渡口夜航的建议", "关于船闸大修的建议"]
    assert [row.person for row in items_of(document)[0].attributions] == ["甘棠"]


def test_words_in_brackets_below_a_heading_are_titles() -> None:
    document = read(f"一周要情\n　　【水情】{TEXT}\n　　【航运】{OTHER}\n　　【安全】{TEXT}\n")
    assert [item.title for item in items_of(document)] == ["水情", "航运", "安全"]


@pytest.mark.parametrize("bar", ["│", "|", "┃"])
def test_bars_behind_labels(bar: str) -> None:
    head = f"港　区　快　讯\n第16期 {bar} 2022年9月5日\n主办 {bar} 港区街道办事处\n\n"
    document = extract(f"{head}　　　　　渡口复航\n　　{TEXT}\n\n发 {bar} 各社区\n编辑 {bar} 甘棠　　审校 {bar} 林笛\n".encode())
    assert (document.masthead.issuer, document.masthead.date) == ("港区街道办事处", "2022-09-05")
    assert ([row.text for row in document.distribution], [contact.name for contact in document.colophon.contacts]) == (["各社区"], ["甘棠", "林笛"])


def test_sections_that_a_rule_underlines() -> None:
    document = read(f"建言献策\n~~~~~~~~\n\n关于渡口夜航的建议\n\n　　{TEXT}\n\n办理反馈\n~~~~~~~~\n\n　　{OTHER}\n")
    assert [(section.title, [item.title for item in section.items]) for section in document.sections] == [
        ("建言献策", ["关于渡口夜航的建议"]), ("办理反馈", [None]),
    ]  # fmt: skip


def test_an_issue_that_one_report_fills_keeps_its_number() -> None:
    report = f"关于渡口管理情况的报告\n区委、区政府：\n　　{TEXT}现将有关情况报告如下：\n　　一、基本情况\n　　{OTHER}\n　　特此报告。\n"
    document = extract(f"信息专报〔2020〕第47期\n港区航道局　　　　　　签发人：甘棠\n────────────\n{report}\n　　　　　港区航道局\n　　　　　2020年9月16日\n".encode())
    assert (document.masthead.issue_number, document.masthead.document_number) == (47, None)


def test_a_unit_as_the_first_line_of_a_headline() -> None:
    found = items_of(read(f"第一船队大干四十天\n清淤一万二千方\n\n{TEXT}\n\n航道站突击队\n三战老鹰嘴\n\n{OTHER}\n"))
    assert [(item.title, item.attributions) for item in found] == [("第一船队大干四十天清淤一万二千方", ()), ("航道站突击队三战老鹰嘴", ())]


@pytest.mark.parametrize("last", [f"　　{OTHER}\n", f"△{TEXT}\n△{OTHER}\n"])
def test_who_signs_an_issue_whose_head_names_nobody(last: str) -> None:
    head = "航道疏浚简报\n第二十三期\n\n"
    foot = "\n港区革命委员会疏浚办公室\n一九七六年十一月二十五日\n发：各公社党委、县直各单位\n"
    document = extract(f"{head}渡口复航\n\n　　{TEXT}\n\n各地短讯\n\n{last}{foot}".encode())
    assert (document.masthead.issuer, document.masthead.date) == ("港区革命委员会疏浚办公室", "1976-11-25")
    assert items_of(document)[-1].attributions == ()


def test_entries_that_name_column_title_and_author() -> None:
    rows = "本期要目\n◎渡口见闻：早班船（林笛）………………1\n◎学员习作：外婆的码头（初二5班　甘棠）……2\n\n"
    first = f"渡口见闻\n早班船\n航道站　林笛\n{TEXT}\n\n"
    document = read(f"{rows}{first}学员习作\n外婆的码头\n初二（5）班　甘棠　　指导老师：余静\n{OTHER}\n")
    assert [entry.match for entry in document.contents] == ["exact", "exact"]
    assert [(section.title, [item.title for item in section.items]) for section in document.sections] == [
        ("渡口见闻", ["早班船"]), ("学员习作", ["外婆的码头"]),
    ]  # fmt: skip


def test_persons_alone_between_title_and_text_wrote_it() -> None:
    (item,) = items_of(read(f"“航道变迁”学术研讨会综述\n甘中河  林婉清\n\n  {TEXT}\n  {OTHER}\n"))
    assert (item.title, [row.person for row in item.attributions]) == ("“航道变迁”学术研讨会综述", ["甘中河", "林婉清"])


def test_labels_with_a_colon_above_all_texts_are_sections() -> None:
    texts = "各站全力保证船闸畅通，没有发生事故。", "近期水位上涨较快，请各船队加强夜间值守。", "某船队夜航时没有瞭望，造成两船相擦。"
    body = "\n\n".join(f"{label}：\n{text}" for label, text in zip(("本周情况", "安全提示", "事故案例"), texts, strict=True))
    assert [(section.title, len(section.items)) for section in read(body).sections] == [("本周情况", 1), ("安全提示", 1), ("事故案例", 1)]


def test_groups_that_count_up_are_sections() -> None:
    body = f"第一代表团\n\n甘棠代表：{TEXT}\n\n第二代表团\n\n林笛代表：{OTHER}\n"
    assert [section.title for section in read(body).sections] == ["第一代表团", "第二代表团"]


def test_an_answer_in_brackets_below_a_question_is_its_text() -> None:
    found = items_of(read(f"　　建议延长末班渡船时间\n　　【答复】港口局：经研究，{TEXT}\n\n　　渡口路灯不亮\n　　【答复】航道站：{OTHER}\n"))
    assert [(item.title, item.text[:4]) for item in found] == [("建议延长末班渡船时间", "【答复】"), ("渡口路灯不亮", "【答复】")]


def test_rows_of_figures_below_each_other_are_a_text() -> None:
    rows = "到港旅客　217,640人次\n夜航班次　163班\n新增船只　18艘（其中轮渡7艘）\n举办培训　36场\n"
    document = read(f"■ 要闻\n\n渡口复航\n\n　　{TEXT}\n\n■ 数字\n\n{rows}\n■ 简讯\n\n● {OTHER}\n● 近日，渡口添置救生衣40件。\n")
    assert [(section.title, [item.title for item in section.items]) for section in document.sections] == [
        ("要闻", ["渡口复航"]), ("数字", [None]), ("简讯", [None, None]),
    ]  # fmt: skip


def test_the_last_of_several_briefs_behind_an_arrow_is_no_caption() -> None:
    briefs = f"▲ {TEXT}\n▲ {OTHER}（航道站　甘棠）\n▲ 日前，渡口添置救生衣40件。\n"
    assert [item.title for item in items_of(read(f"[要闻]\n\n渡口复航\n　　{TEXT}\n\n[动态]\n\n{briefs}"))] == ["渡口复航", None, None, None]


@pytest.mark.parametrize("credit", ["（推荐人：采编部　甘棠）", "（采访：甘棠）", "（口述：甘棠）"])
def test_others_who_had_a_part_in_a_text(credit: str) -> None:
    (item,) = items_of(read(f"渡口复航\n\n　　{TEXT}\n{credit}\n"))
    assert [row.person for row in item.attributions] == ["甘棠"]


def test_an_aside_below_a_title_and_a_salutation_below_that() -> None:
    speech = f"　　　　　　　在渡口安全会上的讲话\n　　　　　　　　　（摘要）\n　　　　　　　　局长　甘棠\n　　同志们：\n　　{TEXT}\n\n"
    letter = f"　　　　　　　石桥村民的感谢信\n渡口的同志们：\n　　{OTHER}\n　　　　　　　　　　　　（石桥村委会）\n"
    document = read(f"▼水情\n\n　　{TEXT}\n\n▼领导讲话\n\n{speech}▼来信\n\n{letter}")
    assert [(section.title, [item.title for item in section.items]) for section in document.sections] == [
        ("水情", [None]), ("领导讲话", ["在渡口安全会上的讲话（摘要）"]), ("来信", ["石桥村民的感谢信"]),
    ]  # fmt: skip


@pytest.mark.parametrize("aside", "摘要 节选 摘登 选登 要点 草案 试行 讨论稿 征求意见稿 修订稿 代序 摘編 節選".split())
def test_what_stands_in_brackets_below_a_title_belongs_to_it(aside: str) -> None:
    (item,) = items_of(read(f"　　　　　　　渡口夜航管理的若干意见和做法\n　　　　　　　　　（{aside}）\n　　{TEXT}\n"))
    assert item.title == f"渡口夜航管理的若干意见和做法（{aside}）"


@pytest.mark.parametrize("role", "推荐人 采访 采访人 口述 口述人 讲述人 整理人 反映人 指导老师 指导教师 辅导老师 辅导教师".split())
def test_roles_of_those_who_had_a_part_in_a_text(role: str) -> None:
    (item,) = items_of(read(f"渡口复航\n\n　　{TEXT}\n（{role}：甘棠）\n"))
    assert [(row.person, row.role) for row in item.attributions] == [("甘棠", role)]


@pytest.mark.parametrize("role", ["刻印", "刻写", "誊写", "油印"])
def test_roles_of_those_who_cut_stencils(role: str) -> None:
    document = read(f"渡口复航\n\n　　{TEXT}\n\n编辑：林笛　　　　{role}：甘棠\n")
    assert [(contact.role, contact.name) for contact in document.colophon.contacts] == [("编辑", "林笛"), (role, "甘棠")]
