"""Heads of bulletins whose names stand on several lines, and what stands beside them."""

import pytest
from small_issue import OTHER, TEXT, items_of

from pipeline import extract
from pipeline.model.document import Document

BODY = f"\n夜市开张\n　　{TEXT}\n\n续保提醒\n　　{OTHER}\n"


def read(head: str, body: str = BODY) -> Document:
    return extract((head + body).encode())


NAMES = {
    "江 岭 省\n人民政府公报\n": "江岭省人民政府公报",
    "江岭省\n\n人民政府公报\n": "江岭省人民政府公报",
    "江岭省人民政府\n公　报\n": "江岭省人民政府公报",
    "南山市\n人民代表大会常务委员会\n公　报\n": "南山市人民代表大会常务委员会公报",
    "　　　　　白　沙　县\n　　　　　农村工作\n　　　　　简　　报\n": "白沙县农村工作简报",
    "青年\n之声\n": "青年之声",
    "石\n桥\n职\n工\n": "石桥职工",
    # what stands above or below a name and belongs to none
    "内部资料\n工作简报\n": "工作简报",
    "秘密\n简报\n": "简报",
    "江浦区总工会\n简报\n": "简报",
    "中共江浦区委员会\n江浦区人民政府\n信息快报\n": "信息快报",
    "工作简报\n━━━━━━━━━━━━\n快讯\n": "工作简报",
}


@pytest.mark.parametrize(("lines", "name"), NAMES.items(), ids=NAMES.values())
def test_a_name_over_several_lines(lines: str, name: str) -> None:
    document = read(f"{lines}2021年第3期\n某市某局办公室　　2021年3月9日\n━━━━━━━━━━━━━━━━━━━━\n")
    assert document.masthead.title == name
    assert [item.title for item in items_of(document)] == ["夜市开张", "续保提醒"]
    (span,) = [span for span in document.masthead.spans if span.field == "title"]
    assert document.text[span.source_start : span.source_end].replace("\n", "").replace("　", "").replace(" ", "") == name


def test_the_first_document_of_a_gazette_is_no_part_of_its_head() -> None:
    document = f"\n江岭省人民政府关于表彰劳动模范的决定\n江政发〔2021〕24号\n各市、县人民政府：\n　　{TEXT}\n二〇二一年三月二日\n\n江岭省人民政府关于发展渔业的意见\n江政发〔2021〕21号\n各市、县人民政府：\n　　{OTHER}\n二〇二一年三月五日\n"
    found = read("江岭省人民政府公报\n2021年第3期（总第61期）\n江岭省人民政府办公厅主办　2021年3月9日\n", document)
    assert (found.masthead.document_number, found.masthead.date) == (None, "2021-03-09")
    assert [item.title for item in items_of(found)] == ["江岭省人民政府关于表彰劳动模范的决定", "江岭省人民政府关于发展渔业的意见"]


@pytest.mark.parametrize(
    ("line", "issuer", "date"),
    [
        ("2021年第3期　石桥钢铁厂工会编　3月9日", "石桥钢铁厂工会", "2021-03-09"),
        ("第3期\n2021年3月　共青团江浦区委主办", "共青团江浦区委", "2021-03"),
        ("第3期\n江浦区委办公室　江浦区政府办公室　2021年3月9日", "江浦区委办公室 江浦区政府办公室", "2021-03-09"),
        ("第3期\n江 浦 区 委 办 公 室　　2021年3月9日", "江浦区委办公室", "2021-03-09"),
    ],
)
def test_issuer_and_day_set_apart_by_one_wide_blank(line: str, issuer: str, date: str) -> None:
    masthead = read(f"工作简报\n{line}\n━━━━━━━━━━━━\n").masthead
    assert (masthead.title, masthead.issuer, masthead.date, masthead.issue_number) == ("工作简报", issuer, date, 3)
