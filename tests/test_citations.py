"""文号 cited in running text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.entities.annotate import mentions

Found = list[tuple[str, str, int | None, int | None]]


def cited(text: str) -> Found:
    return [(row.text, row.issuer_code, row.year, row.number) for row in mentions(text).document_numbers]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("根据国办发〔2004〕7号和穗工〔2020〕3号文件", [("国办发〔2004〕7号", "国办发", 2004, 7), ("穗工〔2020〕3号", "穗工", 2020, 3)]),
        ("《通知》（平政办发[2021]17号）要求", [("平政办发[2021]17号", "平政办发", 2021, 17)]),
        ("按照岚政办发（2021）9号", [("岚政办发（2021）9号", "岚政办发", 2021, 9)]),
        ("京教【2019】3号印发", [("京教【2019】3号", "京教", 2019, 3)]),
        ("总工办发《2019》5号", [("总工办发《2019》5号", "总工办发", 2019, 5)]),
        ("沪府规〔2020〕 12 号", [("沪府规〔2020〕 12 号", "沪府规", 2020, 12)]),
        ("国办发2004〕7号", [("国办发2004〕7号", "国办发", 2004, 7)]),
        ("国办发〔2004 7号", [("国办发〔2004 7号", "国办发", 2004, 7)]),
        ("国办发〔20047号", []),
        ("国发［1986］第3号", [("国发［1986］第3号", "国发", 1986, 3)]),
        ("京民发〔二〇一九〕十二号", [("京民发〔二〇一九〕十二号", "京民发", 2019, 12)]),
        ("苏府办〔2020〕字第3号", [("苏府办〔2020〕字第3号", "苏府办", 2020, 3)]),
        ("（86）泊署发第12号", [("（86）泊署发第12号", "泊署发", 1986, 12)]),
        ("石政发一九八六年第3号", [("石政发一九八六年第3号", "石政发", 1986, 3)]),
        ("海关总署公告2020年第5号", [("海关总署公告2020年第5号", "海关总署公告", 2020, 5)]),
        ("《条例》（国务院令第503号）公布", [("国务院令第503号", "国务院令", None, 503)]),
        ("中华人民共和国国务院令第503号", [("国务院令第503号", "国务院令", None, 503)]),
        ("依國務院令第503號及溪政發〔2018〕26號辦理", [("國務院令第503號", "國務院令", None, 503), ("溪政發〔2018〕26號", "溪政發", 2018, 26)]),
        ("位於〔2018〕26號樓", []),
        ("主席令第二十三号", [("主席令第二十三号", "主席令", None, 23)]),
        ("市政府第8号令同时废止", [("市政府第8号令", "市政府令", None, 8)]),
        ("现公布第12号令。", [("第12号令", "令", None, 12)]),
        ("和政发〔2020〕1号", [("和政发〔2020〕1号", "和政发", 2020, 1)]),
        ("转发国办函〔2020〕15号的意见", [("国办函〔2020〕15号", "国办函", 2020, 15)]),
        ("依據111年9月1日水授保字第1111000224號公告", [("水授保字第1111000224號", "水授保", None, 1111000224)]),
        ("奉西南某某委员会西办秘字第五三一号通令，八月十四日财预字第12号代电", [("西办秘字第五三一号", "西办秘", None, 531), ("财预字第12号", "财预", None, 12)]),
        ("准印证字第123号，京房权证朝字第123456号，新出印准字第12号，这是天字第一号工程", []),
        ("（2021）青0199民初3693号判决，〔2020〕青01行终12号裁定", [("（2021）青0199民初3693号", "青0199民初", 2021, 3693), ("〔2020〕青01行终12号", "青01行终", 2020, 12)]),
        ("（2021）第2期01版，（2021）3栋12号", []),
        ("国办发„2009‟3号", [("国办发„2009‟3号", "国办发", 2009, 3)]),
        ("标准GB/T 9704-2012", []),
        ("今年第3号台风，2020年第12号", []),
        ("2号楼，5月6号，中山路（2020）", []),
        ("〔2021〕3号", []),
    ],
)
def test_citations(text: str, expected: Found) -> None:
    assert cited(text) == expected


def test_a_number_of_a_document_is_no_date_and_no_amount() -> None:
    found = mentions("穗工〔2020〕12号文件要求5月6日前报送3份材料。", issue_date="2020-05-19")
    assert [row.text for row in found.dates] == ["5月6日"]
    assert [row.text for row in found.quantities] == ["3份"]


@given(st.sampled_from(["国办发", "穗工", "平政办函", "京教"]), st.integers(1950, 2049), st.integers(1, 9999), st.sampled_from(["〔〕", "[]", "（）", "【】", "〈〉", "［］"]))
def test_every_number_is_found_as_it_is_printed(code: str, year: int, number: int, brackets: str) -> None:
    text = f"{code}{brackets[0]}{year}{brackets[1]}{number}号"
    assert cited(f"（{text}）") == [(text, code, year, number)]
    assert cited(f"根据{text}精神") == [(text, code, year, number)]


@given(st.text("国发〔〕[]（）20第令号字 年", max_size=20))
def test_any_text_is_read(text: str) -> None:
    for row in mentions(text).document_numbers:
        assert text[row.start : row.end] == row.text
        assert row.issuer_code
