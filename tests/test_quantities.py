"""Amounts in running text: the sentences of quantity_sentences.txt, every word of the lists, and what holds for any text."""

import itertools
from collections.abc import Collection
from pathlib import Path

import cn2an
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.entities import comparators, quantity_units, quantity_words
from pipeline.entities.annotate import mentions
from pipeline.lexicon import words
from pipeline.notation import amounts, measures
from pipeline.notation.amounts import find_amounts
from pipeline.notation.date_words import long_form
from pipeline.notation.numbers import read_number

SENTENCES = Path(__file__).with_name("quantity_sentences.txt")
Row = tuple[str, float, str, str, bool]


def read_cases() -> list[tuple[str, tuple[Row, ...]]]:
    """As the file says at its head."""
    cases = []
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            sentence, _, found = line.partition(" =>")
            cases.append((sentence, tuple(read_row(row) for row in found.split(";") if row.strip())))
    return cases


def read_row(row: str) -> Row:
    text, _, facts = row.strip().partition("=")
    value, unit, comparator, *rounded = facts.split("|")
    return text, float(value), unit, comparator, rounded == ["~"]


CASES = read_cases()


def test_the_file_has_enough_of_both_kinds() -> None:
    assert len(CASES) >= 250
    assert sum(not expected for _, expected in CASES) >= 60


@pytest.mark.parametrize(("sentence", "expected"), CASES)
def test_sentence(sentence: str, expected: tuple[Row, ...]) -> None:
    found = mentions(sentence, issue_date="2020-05-19").quantities
    assert [row.text for row in found] == [row[0] for row in expected]
    for row, (_, value, unit, comparator, rounded) in zip(found, expected, strict=True):
        assert sentence[row.start : row.end] == row.text
        assert row.value == pytest.approx(value, rel=1e-9)
        assert (row.unit, row.comparator, row.approximate) == (unit, comparator, rounded)


def test_either_script_says_the_same() -> None:
    for sentence, _ in CASES:
        printed = f"{long_form(sentence)}\n本會於縣裡舉辦。"
        found = [[(row.start, row.end, row.value, row.comparator) for row in mentions(text).quantities] for text in (sentence, printed)]
        assert found[0] == found[1], printed
        assert all(row.unit in ("%", "‰", "‱") or set(row.unit) <= set(row.text) for row in mentions(printed).quantities)


@pytest.mark.parametrize("word", sorted(words("measure_words") | words("units")))
def test_every_measure_word_is_reached(word: str) -> None:
    number = {"级": "3.6", "級": "3.6", "人民": "36亿", "人口": "36亿", "个点": "3.6", "個點": "3.6"}.get(word, "36")
    amount = next(find_amounts(f"{number}{word}{'意见' if word in '点點' else ''}"))
    value = read_number(number)
    assert value is not None
    assert (amount.value, amount.unit, amount.end) == (value.value, word, len(number + word))


@pytest.mark.parametrize("word", amounts._NO_ONE)
def test_one_behind_such_a_word_belongs_to_the_number(word: str) -> None:
    assert [row.text for row in mentions(f"按{word}一百吨").quantities] == ["一百吨"]


@pytest.mark.parametrize("line", sorted(words("measure_compounds")))
def test_every_compound_hides_its_measure_word(line: str) -> None:
    word, _, unless = line.partition("/")
    assert all(amount.unit == "" for amount in find_amounts(f"36{word}"))
    if unless:
        assert next(find_amounts(f"36{word}{unless}")).unit == word[0]


@pytest.mark.parametrize("word", sorted(words("numeral_words")))
def test_every_word_with_a_numeral_counts_nothing(word: str) -> None:
    assert mentions(f"推进{word}").quantities == ()


@pytest.mark.parametrize("word", sorted(measures._RATES))
def test_every_rate_is_reached(word: str) -> None:
    assert next(find_amounts(f"36米每{word}")).unit == f"米每{word}"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("要走五里{}", quantity_units._LENGTH_AFTER),
        ("校舍{}三层", quantity_units._HIGH_BEFORE),
        ("全省购进器械一{}，", quantity_words._THINGS),
        ("{}三户", quantity_words._COUNTING),
    ],
)
def test_every_word_that_tells_of_a_count_is_reached(text: str, words: Collection[str]) -> None:
    for word in words:
        assert len(mentions(text.format(word)).quantities) == 1, word


@pytest.mark.parametrize("before", quantity_words._NO_LENGTH)
def test_one_year_may_name_a_time(before: str) -> None:
    assert mentions(f"大家盼来{before}一年，").quantities == ()


@pytest.mark.parametrize("word", amounts._BALANCES)
def test_a_balance_may_be_below_zero(word: str) -> None:
    assert [row.value for row in mentions(f"今年{word}-36万美元").quantities] == [-360000]


@pytest.mark.parametrize("word", sorted(comparators._BEFORE))
def test_every_word_before_compares(word: str) -> None:
    number = "千人" if word == "上" else "30人"
    row = mentions(f"共有职工{word}{number}").quantities[0]
    assert (row.text, (row.comparator, row.approximate)) == (number, comparators._BEFORE[word])


@pytest.mark.parametrize("word", sorted(comparators._AFTER))
def test_every_word_after_compares(word: str) -> None:
    row = mentions(f"共有30岁{word}，").quantities[0]
    assert (row.text, (row.comparator, row.approximate)) == ("30岁", comparators._AFTER[word])


@pytest.mark.parametrize("text", ["附近", "节约", "契约", "加快", "内容", "以上"])
def test_a_character_of_another_word_does_not_compare(text: str) -> None:
    assert {(row.comparator, row.approximate) for row in mentions(f"{text}3家，3家{text[::-1]}").quantities} == {("eq", False)}


@given(st.integers(0, 99_999_999_999))
def test_chinese_numerals(value: int) -> None:
    number = read_number(cn2an.an2cn(str(value), "low"))
    assert number is not None
    assert number.value == value


@example(20_550_801, "名", "，")  # could be a day
@given(st.integers(3, 99_999_999), st.sampled_from(["名", "家", "万元", "平方米", "人次", "吨", "个百分点"]), st.sampled_from(["，", "。", "参加活动", ""]))
def test_amounts_written_by_a_machine(value: int, unit: str, after: str) -> None:
    scale, bare = (10_000, "元") if unit == "万元" else (1, unit)
    for text in (str(value), f"{value:,}", cn2an.an2cn(str(value), "low")):
        if unit == "万元" and "万" in text:
            continue
        found = mentions(f"本次共计{text}{unit}{after}").quantities
        assert [(row.text, row.value, row.unit) for row in found] == [(f"{text}{unit}", value * scale, bare)]


@given(st.integers(0, 9_999_999), st.sampled_from(["", "万", "亿", "万亿"]))
def test_decimals_are_exact(hundredths: int, scale: str) -> None:
    power = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}[scale]
    text = f"{hundredths // 100}.{hundredths % 100:02}{scale}元"
    row = mentions(f"总投资{text}。").quantities[0]
    assert (row.text, row.value) == (text, hundredths * power / 100)


PIECES = st.sampled_from(
    [*"0123456789一二三四五六七八九十百千万亿两半几数多余来第约近超 ,.-—~至到/%％‰元人名个年月日时分“”《》。，\n", "百分之", "三分之二", "个月", "平方米", "公里", "以上", "不少于", "二〇"]
)


@given(st.lists(PIECES, max_size=25).map("".join))
def test_any_text_is_read(text: str) -> None:
    found = mentions(text).quantities
    for row in found:
        assert text[row.start : row.end] == row.text
        assert row.comparator in ("eq", "gt", "ge", "lt", "le")
    assert all(before.end <= after.start for before, after in itertools.pairwise(found))


@pytest.mark.parametrize("text", ["9" * 5000 + "元", "1" + "万亿" * 300 + "元", "一" * 500 + "个", "1/0的", "百分之", "0分之三", "一/二", "٣名", "1,2,3个"])
def test_odd_numbers_do_no_harm(text: str) -> None:
    for row in mentions(text).quantities:
        assert text[row.start : row.end] == row.text


def test_a_unit_in_a_name_is_left_alone() -> None:
    found = mentions("市第三人民医院18个科室参加，11个区总工会到会。", issuer="广州市总工会")
    assert [row.text for row in found.quantities] == ["18个", "11个"]
