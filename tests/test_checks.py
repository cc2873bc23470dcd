"""Warnings of a document: each with the words that it is about, and none where all is well."""

import pytest

from pipeline.checks import check
from pipeline.extract import extract
from pipeline.model.document import Document, DocumentWarning

HEAD = "　　　　工　会　信　息\n\n　　　　2021年第3期（总第135期）\n\n某市总工会办公室编　　　2021年3月9日"
RULE = "━━━━━━━━━━━━━━━━━━━━━━"
TITLE = "市总工会召开全委会议"
OTHER = "东岭区总工会建成职工书屋十二家"
THIRD = "西湾区总工会慰问困难职工"
ITEM = f"　　　　　　　{TITLE}\n\n　　3月2日，市总工会召开全委会议，部署全年工作。{{}}（市总工会办公室）\n"
OTHERS = {
    OTHER: f"　　　　　　　{OTHER}\n\n　　3月5日，东岭区总工会又有一批职工书屋投入使用，受到职工的欢迎。（东岭区总工会）\n",
    THIRD: f"　　　　　　　{THIRD}\n\n　　3月6日，西湾区总工会为困难职工送去米和油，一共走访了二十户。（西湾区总工会）\n",
}
FOOT = "报：省总工会。\n责任编辑：黄立\n"


def issue(body: str = "", *, head: str = HEAD, contents: str = "", others: str = "") -> Document:
    listed = f"　　　　目　录\n{contents}\n{RULE}\n\n" if contents else ""
    return extract(f"{head}\n{RULE}\n\n{listed}{ITEM.format(body)}\n{others}{RULE}\n{FOOT}".encode())


def told(document: Document) -> list[tuple[str, str]]:
    """Codes, and the words that they stand at."""
    return [(w.code, document.text[w.source_start : w.source_end] if w.source_start is not None else "") for w in document.warnings]


def test_a_bulletin_with_all_its_parts_has_no_warning() -> None:
    assert told(issue()) == []


# Numbers announced and listed


@pytest.mark.parametrize(
    ("body", "announced", "listed"),
    [
        ("会议要求做好四项工作。一是抓学习。二是抓服务。三是抓落实。", "四项工作", 3),
        ("会议要求做好两件事。一是抓学习。二是抓服务。三是抓落实。", "两件事", 3),
        ("内容包括学习交流、队伍共建、法律援助、互助保障等5个方面内容。", "5个方面", 4),
        ("活动共有学习交流、队伍共建、法律援助、互助保障等5个方面。", "5个方面", 4),
        ("会议听取了学习交流、队伍共建，内容包括法律援助、互助保障、技能竞赛、素质提升等5个方面。", "5个方面", 4),
        ("内容包括学习、共建、援助、保障、竞赛等4个方面。", "4个方面", 5),
        ("会议要求做好四项工作：一是抓学习。二是抓服务。三是抓落实。会后，与会人员参观了展览。", "四项工作", 3),
        ("会议要求做好三项工作。一是抓学习。二是抓服务。四是抓落实。", "三项工作", 2),
        ("会议提出两点要求。一是抓学习。会议还要求做好三件事。一是抓服务。二是抓落实。", "三件事", 2),
    ],
)
def test_a_number_that_the_list_does_not_keep(body: str, announced: str, listed: int) -> None:
    document = issue(body)
    assert ("count_mismatch", announced) in told(document)
    assert f"the text announces {announced} and lists {listed}" in [warning.message for warning in document.warnings]


@pytest.mark.parametrize(
    "body",
    [
        "会议要求做好三项工作。一是抓学习。二是抓服务。三是抓落实。",
        "内容包括学习交流、队伍共建、法律援助、互助保障等4个方面内容。",
        "组织学校、医院等20个方面的代表参加。",
        "包括学习、共建、援助、保障等6个方面。",  # 等 means et cetera
        "包括学习、共建、援助等4个方面。",  # too few to tell
        "内容包括学习、共建、援助、保障、竞赛，分为4个方面。",  # the list is not of what is counted
        "会议明确了45项任务。一是抓学习。二是抓服务。",  # no list is that long
        "这是第3个阶段。一是抓学习。二是抓服务。",  # an ordinal
        "会议部署了四项工作，大家对此进行了认真而热烈的讨论，并且表示一定要抓好落实，不负重托。一是抓学习。二是抓服务。",  # not right after it
        "会议部署了四项工作。大家很高兴。一是抓学习。二是抓服务。",  # not right after it
        "会议部署了四项工作。二是抓服务。三是抓落实。",  # no first point
    ],
)
def test_a_number_that_is_kept_or_that_nothing_is_listed_for(body: str) -> None:
    assert told(issue(body)) == []


def test_a_list_that_opens_its_text() -> None:
    item = f"　　　　　　　{OTHER}\n\n　　学习交流、队伍共建、法律援助、互助保障等5个方面同时推进。（东岭区总工会）\n"
    assert told(issue(others=item)) == [("count_mismatch", "5个方面")]


# Contents


def listed(*titles: str) -> str:
    return "\n".join(f"{number}. {title}……{number}" for number, title in enumerate(titles, 1))


@pytest.mark.parametrize(
    ("contents", "others", "expected"),
    [
        ((TITLE, OTHER), (OTHER,), []),
        ((TITLE, THIRD), (OTHER,), [("contents_missing", THIRD), ("contents_extra", OTHER)]),
        ((TITLE, "东岭区总工会建成十二家职工书屋"), (OTHER,), [("contents_reworded", "东岭区总工会建成十二家职工书屋")]),
        ((TITLE, THIRD, OTHER), (OTHER, THIRD), [("contents_order", OTHER)]),
        ((OTHER, THIRD, TITLE), (OTHER, THIRD), [("contents_order", TITLE)]),
        ((TITLE, OTHER), (OTHER, THIRD), [("contents_extra", THIRD)]),
    ],
)
def test_contents_against_the_text(contents: tuple[str, ...], others: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    found = told(issue(contents=listed(*contents), others="\n".join(map(OTHERS.__getitem__, others))))
    assert [(code, next(title for title in (*contents, *others) if title in words)) for code, words in found] == expected


def test_a_section_that_is_listed_alone() -> None:
    brief = "【简讯】\n\n　　△3月7日，南坪区总工会举办招聘会。（南坪区总工会）\n\n"
    kept = f"【要闻】\n1. {TITLE}……1\n【简讯】……2"
    body = f"{HEAD}\n{RULE}\n\n　　　　目　录\n{kept}\n{RULE}\n\n【要闻】\n\n{ITEM.format('')}\n{{}}{RULE}\n{FOOT}"
    assert told(extract(body.format(brief).encode())) == []
    ((code, words),) = told(extract(body.format("").encode()))
    assert (code, words) == ("contents_missing", "简讯")


# Attributions that are cut


def test_an_attribution_that_a_page_end_cuts() -> None:
    text = ITEM.format("").replace("（市总工会办公室）", "（市总工会\f办公室）")
    assert told(extract(f"{HEAD}\n{RULE}\n\n{text}\n{RULE}\n{FOOT}".encode())) == [("attribution_broken", "市总工会\f办公室）")]
    text = ITEM.format("").replace("（市总工会办公室）", "（市总工会办公室　李明\n\n）")
    assert told(extract(f"{HEAD}\n{RULE}\n\n{text}\n{RULE}\n{FOOT}".encode())) == [("attribution_broken", "市总工会办公室　李明\n\n）")]
    text = ITEM.format("").replace("（市总工会办公室）", "（市总工会\n办公室）")
    assert told(extract(f"{HEAD}\n{RULE}\n\n{text}\n{RULE}\n{FOOT}".encode())) == []


# Masthead, style, source


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("　　　　2021年第3期（总第135期）", "issue_number"),
        ("某市总工会办公室编　　　", "issuer"),
        ("　　　2021年3月9日", "date"),
    ],
)
def test_a_masthead_that_lacks_something(line: str, fields: str) -> None:
    document = issue(head=HEAD.replace(line, ""))
    assert [(w.code, w.message) for w in document.warnings] == [("masthead_incomplete", f"the masthead shows no {fields}")]


def test_a_number_over_all_is_a_number() -> None:
    assert told(issue(head=HEAD.replace("2021年第3期（总第135期）", "总第135期"))) == []


def test_a_text_of_no_known_kind() -> None:
    document = extract("今天天气很好。\n我们去了公园。\n".encode())
    assert document.style == "plain"
    assert told(document) == [("style_unknown", "")]
    assert [item.text for section in document.sections for item in section.items] == ["今天天气很好。\n我们去了公园。"]


def test_a_source_without_text() -> None:
    assert told(extract(b" \n\n")) == [("empty_source", ""), ("style_unknown", "")]
    assert ("no_items", "") in told(extract(f"{HEAD}\n".encode()))


def test_control_characters_and_bytes_that_are_no_text() -> None:
    assert told(issue("全年工作\x01有\x02序。")) == [("control_characters", "\x01")]
    data = issue().text.encode().replace("（市总工会办公室）".encode(), b"\xff")
    assert told(extract(data)) == [("decode_errors", "\ufffd")]
    (warning,) = extract(data).warnings
    assert warning.message == "1 byte could not be decoded as utf-8; it stands as U+FFFD"


def test_warnings_stand_in_the_order_of_the_source_with_those_of_the_reader() -> None:
    document = issue("会议要求做好四项工作。一是抓学习。二是抓服务。三是抓落实。")
    late, early, of_all = (DocumentWarning("ocr_doubt", "", None, start, start) for start in (400, 1, None))
    found = check(document, (late, early, of_all))
    assert [warning.source_start for warning in found] == [None, 1, document.warnings[0].source_start, 400]
