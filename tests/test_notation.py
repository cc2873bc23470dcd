"""Context-free notation: forms that are read, and look-alikes that are not."""

from pathlib import Path

import cn2an
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import lexicon
from pipeline.lexicon import words
from pipeline.lexicon.scripts import in_traditional
from pipeline.normalize import fold
from pipeline.notation import labels
from pipeline.notation.dates import find_date
from pipeline.notation.document_numbers import find_document_number
from pipeline.notation.han import all_han, is_han
from pipeline.notation.names import is_person, is_unit
from pipeline.notation.numerals import parse_numeral
from pipeline.notation.ordinals import parse_marker


@given(st.integers(0, 99_999_999))
def test_numerals_agree_with_cn2an(number: int) -> None:
    assert parse_numeral(cn2an.an2cn(number)) == number


@given(st.integers(1000, 2999))
def test_digit_by_digit_years_agree_with_cn2an(year: int) -> None:
    assert parse_numeral(cn2an.an2cn(year, "direct").replace("零", "〇")) == year


@pytest.mark.parametrize("text", ["0⒈", "⒈", "十⒈", "²", "3²"])
def test_digits_that_are_no_decimals_write_no_number(text: str) -> None:
    assert parse_numeral(text) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [("二○二一", 2021), ("廿三", 23), ("卅一", 31), ("两百", 200), ("壹佰", 100), ("048", 48), ("十", 10), ("一万二千三百四十五", 12345)],
)
def test_numerals(text: str, number: int) -> None:
    assert parse_numeral(fold(text)) == number


@pytest.mark.parametrize("text", ["第", "期", "1a", "一个"])
def test_no_numerals(text: str) -> None:
    assert parse_numeral(text) is None


@pytest.mark.parametrize(
    ("text", "kind", "ordinal", "rest"),
    [
        ("一、重要会议", "han", 1, "重要会议"),
        ("（三）健全机制", "han_paren", 3, "健全机制"),
        ("1．近日", "digit", 1, "近日"),
        ("2.9月7日", "digit", 2, "9月7日"),
        ("（12）附则", "digit_paren", 12, "附则"),
        ("③其他", "circled", 3, "其他"),
        ("第二章  权利", "chapter", 2, "权利"),
        ("第十条  本办法", "article", 10, "本办法"),
        ("一是学习", "point", 1, "学习"),
        ("第二，要", "point", 2, "要"),
        ("## 要闻", "markdown", 2, "要闻"),
        ("△近日", "bullet", 0, "近日"),
        ("○近日", "bullet", 0, "近日"),
        ("- 条目", "dash", 0, "条目"),
        ("l 南溪特大桥封顶", "bullet", 0, "南溪特大桥封顶"),
        ("Ø 工程进展", "bullet", 0, "工程进展"),
        ("2.1 安全检查", "digit", 1, "安全检查"),
        ("[3] 查获运动鞋", "digit_paren", 3, "查获运动鞋"),
        ("02 | 产业发展", "digit", 2, "产业发展"),
        ("✓ 消防演练", "bullet", 0, "消防演练"),
        ("🌸小星星", "bullet", 0, "小星星"),
        (">>>护理动态", "bullet", 0, "护理动态"),
        ("貳、處室報告", "formal", 2, "處室報告"),
        ("叁、榮譽榜", "formal", 3, "榮譽榜"),
        ("2.45個班組", "digit", 2, "45個班組"),
    ],
)
def test_markers(text: str, kind: str, ordinal: int, rest: str) -> None:
    marker = parse_marker(fold(text), text)
    assert marker is not None
    assert (marker.kind, marker.ordinal, fold(text)[marker.length :]) == (kind, ordinal, fold(rest))


@pytest.mark.parametrize("text", ["2020年", "1.3万", "十佳青年", "一要闻", "——副题", "3.15晚会", "第一条为", "一些单位", "一是否"])
def test_no_markers(text: str) -> None:
    assert parse_marker(fold(text), text) is None


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2020年5月19日", "2020-05-19"),
        ("2025 年 4 月 1 日", "2025-04-01"),
        ("２０２０年５月１９日", "2020-05-19"),
        ("二〇二〇年五月十九日", "2020-05-19"),
        ("二○一一年九月二十八日", "2011-09-28"),
        ("一九九六年二月六日", "1996-02-06"),
        ("一九九六年元月六日", "1996-01-06"),
        ("2020-05-19", "2020-05-19"),
        ("2020.5.19", "2020-05-19"),
        ("2020/5/19", "2020-05-19"),
        ("民国三十八年五月一日", "1949-05-01"),
        ("中華民國98年5月1日", "2009-05-01"),
    ],
)
def test_dates(text: str, iso: str) -> None:
    date = find_date(fold(text))
    assert date is not None
    assert (date.iso, date.start, date.end) == (iso, 0, len(text))


@pytest.mark.parametrize("text", ["2020年13月1日", "2021年2月29日", "5月6日", "0999-2210351", "12020.5.19", "穗工〔2020〕12号"])
def test_no_dates(text: str) -> None:
    assert find_date(fold(text)) is None


@given(st.dates())
def test_every_date_is_found_as_it_is_printed(date: object) -> None:
    year, month, day = str(date).split("-")
    if int(year) > 999:
        found = find_date(f"{int(year)}年{int(month)}月{int(day)}日印发")
        assert found is not None
        assert found.iso == str(date)


@pytest.mark.parametrize(
    ("text", "code", "year", "number"),
    [
        ("国办发〔2004〕57号", "国办发", 2004, 57),
        ("平政办发[2021]17号", "平政办发", 2021, 17),
        ("京教【2019】3号", "京教", 2019, 3),
        ("（86）泊署发第12号", "泊署发", 1986, 12),
        ("溪政發〔2018〕26號", "溪政發", 2018, 26),
        ("（50）溪秘字第一八六號", "溪秘", 1950, 186),
        ("（05）泊教字第3号", "泊教", 2005, 3),
        ("鄂某發〔2018〕26號", "鄂某發", 2018, 26),
        ("（50）魯某字第一八六號", "魯某", 1950, 186),
        ("（五○）某社字第二一號", "某社", 1950, 21),
        ("某安办《2009》6号", "某安办", 2009, 6),
        ("某安办｛2009｝6号", "某安办", 2009, 6),
        ("某政发〔一九八四〕五十七号", "某政发", 1984, 57),
        ("某政发2004〕57号", "某政发", 2004, 57),
        ("某政发〔2004 57号", "某政发", 2004, 57),
        ("某某总局公告2017年第16号", "某某总局公告", 2017, 16),
        ("某市人民政府令 2019年第3号", "某市人民政府令", 2019, 3),
    ],
)
def test_document_numbers(text: str, code: str, year: int, number: int) -> None:
    found = find_document_number(fold(text))
    assert found is not None
    assert (found.issuer_code, found.year, found.number) == (code, year, number)


@pytest.mark.parametrize("text", ["〔2021〕3号", "第12号", "2021年17号楼", "（2021）", "2018年第22号", "（2013—1号）", "2017年第16号台风", "工作简报2021年第3号", "某政发〔20041号", "（50）溪秘第一號"])
def test_no_document_numbers(text: str) -> None:
    assert find_document_number(fold(text)) is None


@pytest.mark.parametrize("name", ["柳莹", "欧阳明德", "司徒静", "阿依古丽·买买提", "闻人俊", "簡如玉"])
def test_persons(name: str) -> None:
    assert is_person(name)


@pytest.mark.parametrize("name", ["办公室", "会议强调", "的", "认真学习宣传", "A组"])
def test_no_persons(name: str) -> None:
    assert not is_person(name)


@pytest.mark.parametrize("name", ["市总工会", "语文组", "县政协经科委", "第二作业区工会", "各县(区)", "急诊科", "漓州轴承厂", "街道办事处"])
def test_units(name: str) -> None:
    assert is_unit(name)


@pytest.mark.parametrize("name", ["柳莹", "劳动最光荣", "会", "5号", "扎实推进"])
def test_no_units(name: str) -> None:
    assert not is_unit(name)


@pytest.mark.parametrize("line", ["目录", "本 期 导 读", "【目　录】", "本期要目"])
def test_contents_headings(line: str) -> None:
    assert "".join(c for c in fold(line) if c.isalpha()) in words("contents_headings")


@pytest.mark.parametrize("word", ["簡報", "編輯", "黨支部", "簽發", "團總支"])
def test_word_lists_hold_in_traditional_characters_too(word: str) -> None:
    assert any(word in words(name) for name in ("bulletin_names", "editor_roles", "unit_suffixes")) or is_unit(word)


@pytest.mark.parametrize("path", sorted(Path(lexicon.__file__).parent.glob("*.txt")), ids=lambda path: path.stem)
def test_a_list_leaves_the_traditional_form_of_its_words_to_be_made(path: Path) -> None:
    written = [line for line in path.read_text(encoding="utf-8").split("\n") if line and line[0] != "#"]
    made = {in_traditional(word) for word in written if in_traditional(word) != word}
    assert made.isdisjoint(written)
    assert len(set(written)) == len(written)


@pytest.mark.parametrize("line", ["报：市委", "抄　送：市政府", "发:各区", "呈报：省厅"])
def test_relations(line: str) -> None:
    assert labels.RELATION.match(fold(line))


@pytest.mark.parametrize("line", ["报告：一切正常", "发言：王平", "会议强调：要", "送温暖：实录"])
def test_no_relations(line: str) -> None:
    assert not labels.RELATION.match(fold(line))


def test_chinese_characters() -> None:
    assert [is_han(character) for character in ("会", "㐀", "𠀀", "a", "。", "〇", "")] == [True, True, True, False, False, False, False]
    assert [all_han(text) for text in ("市总工会", "市总A", "")] == [True, False, True]
