"""Notices of the editors among the items, and lists of annexes below their texts."""

import pytest
from small_issue import OTHER, TEXT, items, items_of, read

from pipeline.extract import extract
from pipeline.notation.genres import names_notice

NOTICE = "本刊第2期《夜市开张》一文，“14处”应为“41处”，特此更正。"


@pytest.mark.parametrize("label", ["更正", "更正启事", "更正说明", "本刊更正", "勘误", "补正", "正误", "致歉声明", "征稿启事", "更 正", "招领启事", "敬告"])
def test_a_notice_that_runs_into_its_label(label: str) -> None:
    found = items(f"夜市开张首日\n　　{TEXT}\n\n续保提醒通知\n　　{OTHER}\n{label}：{NOTICE}\n")
    assert [(item.title, item.text) for item in found] == [("夜市开张首日", TEXT), ("续保提醒通知", OTHER), (label, NOTICE)]
    assert found[-1].title_basis == "run_in"


@pytest.mark.parametrize("heading", ["更正", "更　　正", "补　正", "更正启事", "征稿启事", "【更正】"])
def test_a_notice_below_its_heading(heading: str) -> None:
    found = items(f"夜市开张首日\n　　{TEXT}\n\n续保提醒通知\n　　{OTHER}\n\n{heading}\n　　{NOTICE}\n")
    assert [item.text for item in found] == [TEXT, OTHER, NOTICE]


@pytest.mark.parametrize("line", [f"会议认为：{NOTICE}", f"经核对更正的数字如下：{NOTICE}", f"《征稿启事》说：{NOTICE}"])
def test_another_label_opens_no_notice(line: str) -> None:
    assert [item.text for item in items(f"夜市开张首日\n　　{TEXT}\n　　{line}\n")] == [f"{TEXT}\n{line}"]


def test_headlines_that_end_as_units_do_in_a_bulletin_named_for_news() -> None:
    """民政信息 is no heading of briefs where headlines with space above stand over each text."""
    body = f"县民政局走访困难家庭\n　　{TEXT}（救助科）\n\n养老院举办消夏晚会\n　　{OTHER}（福利科）\n"
    document = extract(f"民政信息\n第8期\n河口县民政局　2021年8月20日\n\n{body}".encode())
    assert [(section.title, [item.title for item in section.items]) for section in document.sections] == [(None, ["县民政局走访困难家庭", "养老院举办消夏晚会"])]


LISTS = ["附件：\n1.企业名单\n2.整改情况表\n", "附：\n（一）年会日程\n（二）回执\n（三）交通路线图\n", "　　附件\n　　１、企业名单；\n　　２、整改情况表。\n"]


@pytest.mark.parametrize("rows", LISTS)
def test_a_list_of_annexes_belongs_to_the_text_above(rows: str) -> None:
    found = items(f"夜市开张首日\n　　{TEXT}\n{rows}\n续保提醒通知\n　　{OTHER}\n")
    assert [item.kind for item in found] == ["article", "article"]
    assert found[0].text == "\n".join([TEXT, *(row.strip() for row in rows.splitlines())])


@pytest.mark.parametrize("annex", ["附件\n检查方案\n", "附件：\n1.检查方案\n", "附件1\n1.检查方案\n"])
def test_an_annex_with_its_text_is_an_item(annex: str) -> None:
    found = items(f"夜市开张首日\n　　{TEXT}\n\n{annex}　　{OTHER}\n")
    assert [(item.kind, item.title, item.text) for item in found] == [("article", "夜市开张首日", TEXT), ("attachment", "检查方案", OTHER)]


GENRES = "更正 补正 補正 勘误 勘誤 讣告 訃告 喜报 喜報 捷报 捷報 贺信 賀信 贺电 賀電 唁电 唁電 感谢信 感謝信 表扬信 表揚信 慰问信 慰問信 邀请函 倡议书 倡議書 征稿启事 寻物啟事".split()


@pytest.mark.parametrize("genre", GENRES)
def test_the_genre_of_a_notice_is_its_title(genre: str) -> None:
    """Also right below rows of a list, without a gap."""
    rows = "捐款名单\n金桥物流\t50000元\n鼎盛建材\t30000元\n绿源食品\t20000元\n"
    found = items(f"夜市开张首日\n　　{TEXT}\n\n{rows}{genre}\n　　{OTHER}\n　　　　　　　　　　　　　　县妇联\n　　　　　　　　　　　　　　11月10日\n\n工地检查\n　　{OTHER}\n")
    assert [(item.title, item.text) for item in found] == [
        ("夜市开张首日", TEXT), ("捐款名单", "\n".join(rows.splitlines()[1:])), (genre, OTHER), ("工地检查", OTHER),
    ]  # fmt: skip


@pytest.mark.parametrize("key", ["启事", "关于征集稿件的启事", "喜报频传", "感谢信寄到办公室"])
def test_other_headings_are_no_such_genre(key: str) -> None:
    assert not names_notice(key)


def test_the_day_of_a_letter_is_no_section() -> None:
    document = read(f"致职工的一封信\n各位职工：\n　　{TEXT}\n　　让我们携手同行，共创未来。\n　　　　　　　　　　　　　　某市总工会\n　　　　　　　　　　　　　　2021年3月8日\n\n会员风采\n夜市开张首日\n　　{OTHER}\n")
    assert [(section.title, [item.title for item in section.items]) for section in document.sections] == [(None, ["致职工的一封信"]), ("会员风采", ["夜市开张首日"])]


@pytest.mark.parametrize("name", ["编　者", "編者", "本刊编者", "编辑部", "編輯部", "（编者）", "——编者"])
def test_the_editors_sign_a_notice(name: str) -> None:
    document = read(f"夜市开张首日\n　　{TEXT}\n\n更正启事\n{NOTICE}\n　　　　　　　　　　　　　{name}\n\n工地检查完毕\n　　{OTHER}\n")
    assert [(item.title, item.text) for item in items_of(document)] == [("夜市开张首日", TEXT), ("更正启事", NOTICE), ("工地检查完毕", OTHER)]


def test_the_day_before_a_blank_is_no_title() -> None:
    days = ["2月3日  县长主持召开县政府常务会议，研究春节后复工复产等工作。", "2月7日  副县长到石门镇调研春耕生产，走访农户。", "同日  县政府召开安全生产电视电话会议，部署工作。",
            "2月15日-17日  县人大十六届二次会议召开，县长作报告。", "2月下旬  各乡镇完成换届后首次预算编制，上报县财政局。"]  # fmt: skip
    assert [(item.title, item.text) for item in items("".join(f"{text}\n" for text in days))] == [(None, text) for text in days]


def test_an_issue_of_dated_paragraphs() -> None:
    days = [f"5月{day}日，镇里召开第{day}次会议，研究防汛、旅游等工作，要求各线抓紧落实。" for day in (3, 4, 6)]
    assert [item.text for item in items("".join(f"　　{text}\n" for text in days))] == days
    assert len(items("".join(f"　　{text}\n" for text in (days[1], days[0], days[2])))) == 1
    assert len(items("".join(f"　　{text}\n" for text in (days[0], TEXT.replace("3月2日，", ""), days[2])))) == 1
