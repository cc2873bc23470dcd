"""Signs, brackets and the printed contents as evidence of what is a title, a section, or a heading inside a text."""

import pytest
import small_issue
from small_issue import items_of, read

from pipeline.extract import extract

TEXT, OTHER = (f"　　{text}\n" for text in (small_issue.TEXT, small_issue.OTHER))
CONTENTS = "　　　　　　目　录\n市某局部署全年工作………1\n海边的清洁工………2\n我们想要一间阅览室………3\n夜班公交开到城南………4\n\n"


def listed(inner: str, sign: str) -> list[str | None]:
    """Titles of an issue of which one text has two headings inside."""
    text = f"海边的清洁工\n\n{TEXT}{inner}{sign}天不亮就出门\n{OTHER}{inner}{sign}孩子们的信\n{TEXT}\n"
    return [item.title for item in items_of(read(f"{CONTENTS}市某局部署全年工作\n\n{TEXT}\n{text}我们想要一间阅览室\n\n{OTHER}\n夜班公交开到城南\n\n{TEXT}"))]


def test_headings_that_the_contents_does_not_list_are_inside_a_text() -> None:
    titles = ["市某局部署全年工作", "海边的清洁工", "我们想要一间阅览室", "夜班公交开到城南"]
    for inner, sign in (("　　", "◎"), ("　　", "▶ "), ("　　　　", "一、"), ("　　", "■ ")):
        assert listed(inner, sign) == titles


def test_briefs_behind_a_sign_stay_items_where_the_contents_lists_only_their_section() -> None:
    contents = CONTENTS.replace("夜班公交开到城南", "工作短讯")
    body = f"{contents}市某局部署全年工作\n\n{TEXT}\n海边的清洁工\n\n{OTHER}\n我们想要一间阅览室\n\n{OTHER}\n工作短讯\n\n　　●城南分局开通夜班车\n{TEXT}　　●城北分局修好路灯\n{OTHER}"
    assert [item.title for item in items_of(read(body))][3:] == ["城南分局开通夜班车", "城北分局修好路灯"]


def test_entries_side_by_side_in_the_contents() -> None:
    contents = "本期导读\n\n① 市某局部署全年工作　　　　② 海边的清洁工\n③ 我们想要一间阅览室\n\n"
    document = read(f"{contents}市某局部署全年工作\n\n{TEXT}\n海边的清洁工\n\n{OTHER}\n我们想要一间阅览室\n\n{TEXT}")
    assert [entry.title for entry in document.contents] == ["市某局部署全年工作", "海边的清洁工", "我们想要一间阅览室"]
    assert all(entry.item_id for entry in document.contents)


def test_an_entry_and_its_title_over_two_lines() -> None:
    """The second line ends as the name of a unit does."""
    contents = "　　　　目　录\n01　市某局部署全年工作………1\n02　市某局、市某院\n　　联合建立诉调对接工作站………2\n03　海边的清洁工………3\n\n"
    titled = f"02　市某局、市某院\n　　联合建立诉调对接工作站\n\n{OTHER}\n"
    document = read(f"{contents}01　市某局部署全年工作\n\n{TEXT}\n{titled}03　海边的清洁工\n\n{TEXT}")
    titles = ["市某局部署全年工作", "市某局、市某院联合建立诉调对接工作站", "海边的清洁工"]
    assert [entry.title for entry in document.contents] == titles
    assert [item.title for item in items_of(document)] == titles


def test_a_second_line_below_the_words_behind_a_sign() -> None:
    body = f"★　苦战一昼夜　产量创新高\n　　炼钢车间放出卫星\n\n{TEXT}\n★　运输部全力保证“口粮”\n\n{OTHER}\n———战斗口令———\n\n{TEXT}"
    found = items_of(read(body))
    assert [item.title for item in found][:2] == ["苦战一昼夜　产量创新高炼钢车间放出卫星", "运输部全力保证“口粮”"]


def test_two_poems_of_one_section() -> None:
    poems = "钢水奔流\n　　　　　　　　炼钢车间　丁大勇\n\n　　炉火映红半边天，\n　　钢水好比瀑布泉。\n　　英雄举起钢铁棒，\n　　捅得龙王叫皇天。\n\n"
    poems += "女司机\n　　　　　　　　运输部　何玉珍\n\n　　汽笛一声山打战，\n　　矿石装得堆成山。\n　　哥哥炼钢我来运，\n　　看谁先把红旗拴。\n"
    found = items_of(read(f"———赛诗台———\n\n{poems}"))
    assert [(item.title, item.attributions[0].person) for item in found] == [("钢水奔流", "丁大勇"), ("女司机", "何玉珍")]


def test_sections_in_title_marks() -> None:
    document = read(f"《调查研究》\n\n市某局部署全年工作\n\n{TEXT}\n《基层传真》\n\n海边的清洁工\n\n{OTHER}\n一封信\n\n{TEXT}")
    assert [section.title for section in document.sections] == ["调查研究", "基层传真"]


def test_senders_in_tortoise_shell_brackets() -> None:
    body = f"　　●　{TEXT.strip()}〔市某局办公室〕\n\n　　●　{OTHER.strip()}\n〔市某局建管科〕\n\n　　●　{TEXT.strip()}〔城北分局〕\n"
    assert [[row.organization for row in item.attributions] for item in items_of(read(body))] == [["市某局办公室"], ["市某局建管科"], ["城北分局"]]


def test_signs_apart_part_items() -> None:
    document = read(f"市某局部署全年工作\n\n{TEXT}\n　　　　　　　※　　※　　※\n\n海边的清洁工\n\n{OTHER}")
    assert [section.title for section in document.sections] == [None]
    assert [item.title for item in items_of(document)] == ["市某局部署全年工作", "海边的清洁工"]


def test_a_foot_that_sends_on_and_counts() -> None:
    foot = "────────────────\n呈送：市委办公室\n交流：各区（县）某局\n发：各科室　　　本期发行3,200份\n"
    document = read(f"市某局部署全年工作\n\n{TEXT}\n{foot}")
    assert [(row.relation, row.text) for row in document.distribution] == [("呈送", "市委办公室"), ("交流", "各区（县）某局"), ("发", "各科室")]
    assert document.colophon.print_run == 3200


def test_what_appears_on_a_day_is_no_title() -> None:
    text = f"　　　　　　志　愿　者\n\n　　　　　2012年 第8期\n\n某市志愿者协会　主办　　　　2012年8月30日出刊\n◆◆◆◆◆◆◆◆◆◆◆◆◆◆◆◆\n\n海边的清洁工\n\n{TEXT}"
    assert extract(text.encode()).masthead.title == "志愿者"


def test_a_running_head_between_signs() -> None:
    head = "◆志愿者◆　　　　　　2012年第8期　　　　　　某市志愿者协会\n"
    text = f"　　　　　　志　愿　者\n　　　　　2012年 第8期\n某市志愿者协会　主办　　　　2012年8月30日\n━━━━━━━━━━━━\n\n海边的清洁工\n\n{TEXT}\n　　　第1页\n{head}{OTHER}\n夜班公交开到城南\n\n{TEXT}\n　　　第2页\n{head}{OTHER}"
    document = extract(text.encode())
    taken = [document.text[run.start : run.end] for run in document.ledger if run.role == "furniture"]
    assert taken == [f"第{number}页\n{head.strip()}" for number in (1, 2)]


def test_headings_inside_the_one_text_of_an_issue() -> None:
    title = "　　　　　　　海岛上的“背包客”\n　　　　　——社区主任某某服务渔民纪实\n\n"
    told = "　　雨停了，渡口的人多起来，她把水壶灌满，又背上那只包。\n"
    inner = "".join(f"　　　　　　　　{heading}\n{told}{told}" for heading in ("背包里的民情账", "背包里的公平秤", "背包还会背下去"))
    found = items_of(read(f"{title}{told}{told}{inner}　　　　　　　　　　　　　（某街道办　任桂芬）\n"))
    assert [item.title for item in found] == ["海岛上的“背包客”——社区主任某某服务渔民纪实"]
    assert "背包里的公平秤" in found[0].text


def test_a_title_whose_second_line_names_a_meeting() -> None:
    told = "　　县委、县政府表彰先进教师46名，先进学校6所，县长在会上讲话，并为获奖的教师颁发了证书。\n"
    first = f"　　　　　　县委、县政府召开庆祝第28个教师节\n　　　　　　　　　　　表彰大会\n{told}{told}"
    found = items_of(read(f"{first}\n　　　　　　　　　　海边的清洁工\n{told}\n　　　　　　　　　夜班公交开到城南\n{told}"))
    assert found[0].title == "县委、县政府召开庆祝第28个教师节表彰大会"
    assert found[0].attributions == ()


def test_numbered_headings_without_space_are_inside_where_titles_have_space() -> None:
    told = "　　过去厂里的指标只到车间，班组干好干坏没有区别，工人们有意见。\n"
    inner = "".join(f"　　　　　　{number}、{heading}\n{told}{told}" for number, heading in (("一", "指标分到班组"), ("二", "干部能上能下"), ("三", "眼睛盯住市场")))
    feature = f"　　　　　敢破“大锅饭” 闯出新路子\n　　　　　——某厂实行承包的调查\n\n{told}{inner}　　　　　　　　（某科　吕建国）\n\n"
    found = items_of(read(f"{feature}　　　　　某厂清仓查库收效显著\n\n{told}{told}"))
    assert [item.title for item in found] == ["敢破“大锅饭” 闯出新路子——某厂实行承包的调查", "某厂清仓查库收效显著"]


def test_a_digest_of_a_chat_account_has_its_day() -> None:
    head = "工会周报 | 高温慰问不停歇\n某区总工会  某岸工会  2023-08-11 18:30  发表于浙江\n\n【区级动态】\n\n区总工会送清凉走进工地\n\n"
    text = "8月8日，区总工会主席来到工地，为260名一线工人送去矿泉水300箱。\n\n来源：某街道总工会\n\n某厂工会建成驿站\n\n8月3日，某厂工会在门口建成驿站，面积36平方米。\n\n来源：某厂工会\n"
    assert extract((head + text).encode()).masthead.date == "2023-08-11"


def test_a_permit_with_the_letter_of_its_place() -> None:
    text = f"鹤 山 矿 工\n总第1127期　　　2006年8月18日\n某集团党委宣传部主办\n内部资料准印证（鹤）字06—014号\n\n────────────\n\n海边的清洁工\n\n{TEXT}\n────────────\n编辑出版：《鹤山矿工》编辑部\n"
    document = extract(text.encode())
    assert document.masthead.permit_number == "内部资料准印证（鹤）字06—014号"
    assert "编辑部" not in items_of(document)[0].text


def test_a_heading_ornamented_as_a_section_is_one_though_text_stands_right_below() -> None:
    verse = "钢水奔流\n　　　　　　　　炼钢车间　丁大有\n\n　　炉火映红半边天，\n　　钢水好比瀑布泉。\n　　英雄举起钢铁棒，\n　　捅得龙王叫皇天。\n\n"
    document = read(f"★ 运输部保证口粮\n\n{TEXT}\n———赛诗台———\n\n{verse}———明日战斗口令———\n\n　　炼铁车间：保证出铁八百吨。炼钢车间：巩固日产一千吨，二十二日中午以前修好吊车两台。\n")
    assert [(section.title, [item.title for item in section.items]) for section in document.sections[1:]] == [
        ("赛诗台", ["钢水奔流"]), ("明日战斗口令", [None]),
    ]  # fmt: skip


def test_where_a_text_was_taken_from_stands_in_any_brackets() -> None:
    document = read(f"〔1〕昨日装车完成情况\n{TEXT}　　　　　　〔据青沟车务段二十四点电话〕\n\n〔2〕路基下沉限速运行\n{OTHER}")
    assert [(section.title, len(section.items)) for section in document.sections] == [(None, 2)]


def test_a_sign_at_both_ends_of_short_and_long_headings_stands_around_titles() -> None:
    titles = ["跃进民工团昨日完成土方八千公方", "工具改革大放光彩", "喜讯", "表扬"]
    document = read("".join(f"★　{title}　★\n{TEXT}\n" for title in titles))
    assert [(section.title, [item.title for item in section.items]) for section in document.sections] == [(None, titles)]


def test_a_table_between_two_headings_of_a_text_is_no_item() -> None:
    rows = "".join(f"　　{n}　　　{name}　　　　{n}300　　　　{n}6%\n" for n, name in enumerate(("城南污水厂", "东河大桥", "第二中学"), 1))
    document = read(f"关于项目进展情况的通报\n\n{TEXT}　　一、总体情况\n{OTHER}\n　　　　　　项目进度表\n　　序号　　名称　　　　完成投资　　进度\n{rows}\n　　二、工作要求\n{TEXT}")
    assert [item.title for item in items_of(document)] == ["关于项目进展情况的通报"]


@pytest.mark.parametrize("heading", ["┆{}┆", "〓〓  {}  〓〓", "—— {} ——", "〈{}〉", "＜{}＞", "==={}===", "◎◎{}◎◎", "·{}·", "≡ {} ≡", "〔{}〕", "♪♪{}♪♪"])
def test_whatever_stands_at_both_ends_of_headings_is_no_part_of_them(heading: str) -> None:
    named = {"水情": "中洲河水位回落", "抢险": "沙桥站三次抢测洪峰"}
    body = "".join(f"　　　　　　{heading.format(name)}\n\n　　　　　　{title}\n{TEXT}\n" for name, title in named.items())
    briefs = "　　○昨日，上游来船十二艘。\n　　○今晨，渡口恢复通航。\n"
    document = read(f"{body}　　　　　　{heading.format('短讯')}\n\n{briefs}")
    assert [(section.title, [item.title for item in section.items]) for section in document.sections] == [
        ("水情", ["中洲河水位回落"]), ("抢险", ["沙桥站三次抢测洪峰"]), ("短讯", [None, None]),
    ]  # fmt: skip
