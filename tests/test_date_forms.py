"""The context-free pieces of dates: every word in the lists can be reached, and what is part of another word is left alone."""

import pytest

from pipeline.entities.annotate import mentions
from pipeline.notation.date_forms import find_atoms
from pipeline.notation.date_words import AFTER_WHICH, UNLIKE_AFTER, UNLIKE_BEFORE, words
from pipeline.notation.eras import FIRST_YEARS
from pipeline.notation.holidays import HOLIDAYS, NAMED, names


def pieces(text: str) -> list[tuple[str, int, str]]:
    return [(atom.kind, atom.value, text[atom.start : atom.end]) for atom in find_atoms(text)]


@pytest.mark.parametrize("word", words())
def test_every_word_is_reached(word: str) -> None:
    """Alone, in a sentence, and at its end."""
    for text in (word, f"，{word}，", f"会议。{word}"):
        found = [atom for atom in find_atoms(text) if text[atom.start : atom.end] == word]
        assert tuple((atom.kind, atom.value, atom.mode) for atom in found) == words()[word]


@pytest.mark.parametrize("name", names())
def test_every_festival_is_reached(name: str) -> None:
    assert pieces(f"，{name}期间，") == [("holiday", names()[name], f"{name}期间")]


@pytest.mark.parametrize("at", range(len(HOLIDAYS)))
def test_every_festival_is_a_date_in_a_text(at: int) -> None:
    name = HOLIDAYS[at].names.split()[0]
    found = mentions(f"2020年{name}期间，街道开展活动。", issue_date="2020-12-31").dates
    assert [date.text for date in found] == [f"2020年{name}期间"]
    assert found[0].date_start is not None
    assert found[0].date_start[:4] == "2020"


@pytest.mark.parametrize("word", NAMED)
def test_what_is_named_after_a_day_is_none(word: str) -> None:
    assert pieces(f"，五四{word}，") == pieces(f"，“五四”{word}，") == []


@pytest.mark.parametrize("era", FIRST_YEARS)
def test_every_era_is_reached(era: str) -> None:
    if era not in ("洪熙", "泰昌"):  # they lasted a year
        assert pieces(f"{era}三年") == [("year", FIRST_YEARS[era] + 2, f"{era}三年")]
    assert pieces(f"{era}元年") == [("year", FIRST_YEARS[era], f"{era}元年")]
    assert pieces(f"{era}间") == []


@pytest.mark.parametrize(("word", "before"), [(word, text) for word, texts in UNLIKE_BEFORE.items() for text in texts])
def test_part_of_a_longer_word_before(word: str, before: str) -> None:
    text = f"，{before}{word}，"
    assert word not in [piece for _, _, piece in pieces(text)]


@pytest.mark.parametrize(("word", "after"), [(word, text) for word, texts in UNLIKE_AFTER.items() for text in texts])
def test_part_of_a_longer_word_after(word: str, after: str) -> None:
    assert word not in [piece for _, _, piece in pieces(f"，{word}{after}，")]


@pytest.mark.parametrize("before", [*AFTER_WHICH, "於", "將"])
def test_hou_begins_a_word(before: str) -> None:
    assert pieces(f"{before}后天复议") == [("day", 2, "后天")]
    assert pieces(f"{before}雨后天晴") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2018-2020年", [("year", 2018, "2018"), ("year", 2020, "2020年")]),
        ("2018-19年", [("year", 2018, "2018"), ("year", 2019, "19年")]),
        ("2018/19年度", [("year", 2018, "2018"), ("year", 2019, "19年度")]),
        ("二〇一八至二〇二〇年", [("year", 2018, "二〇一八"), ("year", 2020, "二〇二〇年")]),
        ("1—4月", [("month", 1, "1"), ("month", 4, "4月")]),
        ("一、5月6日", [("month", 5, "5月"), ("day", 6, "6日")]),
        ("二、三季度", [("quarter", 2, "二"), ("quarter", 3, "三季度")]),
        ("第一、二季度", [("quarter", 1, "第一"), ("quarter", 2, "二季度")]),
        ("七八十年代", [("decade", 70, "七八十年代")]),
        ("90年代末", [("decade", 90, "90年代末")]),
        ("2020.5.19—25", [("iso", 2020, "2020.5.19"), ("iso", 2020, "25")]),
        ("闰四月初八", [("lunarmonth", 4, "闰四月"), ("lunarday", 8, "初八")]),
        ("八月十五日", [("month", 8, "八月"), ("day", 15, "十五日")]),
        ("2020年底", [("year", 2020, "2020年"), ("yearpart", 3, "底")]),
        ("2020年底层逻辑", [("year", 2020, "2020年")]),
        ("13月5日", [("day", 5, "5日")]),
        ("5月32日", [("month", 5, "5月")]),
        ("3.5月", []),
        ("3年", []),
        ("2.0.1", []),
        ("2020-13-01", []),
        ("上下年", []),
    ],
)
def test_pieces(text: str, expected: list[tuple[str, int, str]]) -> None:
    assert pieces(text) == expected
