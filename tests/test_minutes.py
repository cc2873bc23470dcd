"""Minutes (会议纪要): where the meeting was held and who was there, above the text or at its foot."""

import pytest
from small_issue import OTHER, TEXT, items_of

from pipeline import extract
from pipeline.zones.meeting_facts import meeting_facts

FACTS = "时间：2021年3月8日下午\n地点：厂部小会议室\n主持人：厂党委书记江河\n参加人：江　河　陆　平　宋　岩\n缺席人：贺　林（出差）\n记录人：田　禾\n"
ROLL = "出席：马　远　方　正　何　川\n列席：县政协副主席　鲁　平\n　　　县财政局局长　　白　露\n请假：夏　雨\n记录：周　舟\n"


def test_when_and_where_below_the_head() -> None:
    document = extract(f"红星厂党委会议纪要\n第14期\n红星机械厂党委办公室　　　　2021年3月9日\n\n{FACTS}\n　　{TEXT}\n".encode())
    (item,) = items_of(document)
    assert (item.title, item.text) == (None, f"{FACTS}{TEXT}")
    assert (document.masthead.title, document.masthead.date) == ("红星厂党委会议纪要", "2021-03-09")


@pytest.mark.parametrize("title", ["关于污水管网建设的会议纪要", None])
def test_who_was_there_at_the_foot(title: str | None) -> None:
    head = "清泉镇党政联席会议纪要\n〔2021〕3号\n清泉镇党政综合办公室　　　　2021年3月9日\n\n"
    document = extract(f"{head}{f'{title}{chr(10)}{chr(10)}' if title else ''}　　{TEXT}\n　　{OTHER}\n\n{ROLL}\n发：各村，镇属各部门\n".encode())
    (item,) = items_of(document)
    assert (item.title, item.text) == (title, "\n".join([TEXT, OTHER, *(row.strip() for row in ROLL.splitlines())]))
    assert [row.text for row in document.distribution] == ["各村", "镇属各部门"]
    assert document.masthead.title == "清泉镇党政联席会议纪要"


def test_the_title_below_the_mark_and_number_of_an_official_document() -> None:
    head = "秘密\n松岭区安全生产委员会会议纪要\n松安委纪〔2021〕3号\n\n松岭区安全生产委员会办公室　　签发人：邢伟\n\n"
    document = extract(f"{head}全区安全生产第三季度例会会议纪要\n\n　　{TEXT}\n\n{ROLL}　　　　　　　　　　　　　　　2021年3月9日\n".encode())
    assert [item.title for item in items_of(document)] == ["全区安全生产第三季度例会会议纪要"]
    assert (document.masthead.title, document.masthead.document_number) == ("松岭区安全生产委员会会议纪要", "松安委纪〔2021〕3号")


def test_names_that_blanks_part_over_two_lines() -> None:
    head = "常委会会议纪要\n（六）\n中共青河县委办公室　　　　　2021年3月9日\n\n"
    document = extract(f"{head}　　出　席：向　阳　凌　云　高　山\n　　　　　　石　磊　白　雪\n　　记　录：文　静\n\n　　{TEXT}\n".encode())
    assert items_of(document)[0].text == f"出　席：向　阳　凌　云　高　山\n石　磊　白　雪\n记　录：文　静\n{TEXT}"


@pytest.mark.parametrize("word", "主持 出席 列席 参加 参会 到会 与会 缺席 请假 记录 紀錄".split())
def test_labels(word: str) -> None:
    for label in (word, f"{word}人", f"{word}人员", f"{word[0]}　{word[1]}"):
        assert meeting_facts([f"{label.replace('　', ' ')}:某某", "时间:3月8日"], [False, False]) == {0, 1}


@pytest.mark.parametrize("keys", [["记录:某某", "某某"], ["时间就是金钱", "地点:某地"], ["出席会议的代表:某某", "时间:3月8日"]])
def test_a_single_one_says_nothing(keys: list[str]) -> None:
    assert not meeting_facts(keys, [False] * len(keys))
