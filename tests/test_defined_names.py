"""Short names that a text gives a unit in brackets behind its full one."""

import pytest

from pipeline import extract, mentions


def units(text: str) -> list[str]:
    return [row.text for row in mentions(text).organizations]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("石桥区伊斯兰教协会（简称区伊协）换届。区伊协会长讲话", ["石桥区伊斯兰教协会", "区伊协", "区伊协"]),
        ("松浦钢铁公司（以下简称为“松钢”）召开大会。松钢年产钢五万吨", ["松浦钢铁公司", "松钢", "松钢"]),
        ("松浦钢铁公司（松钢）召开大会。松钢年产钢五万吨", ["松浦钢铁公司", "松钢", "松钢"]),
        ("滄江科學院微生物研究所（下稱微生物所）舉行會議。微生物所提出", ["滄江科學院微生物研究所", "微生物所", "微生物所"]),
    ],
)
def test_a_short_name_in_brackets_is_the_unit(text: str, names: list[str]) -> None:
    assert units(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "云州供电公司（以下简称公司）召开会议。公司决定",
        "云州供电公司（以下简称我们）召开会议。我们决定",
        "中国银行武汉分行（武汉）召开会议。武汉下雨",
        "国家税务总局石桥县税务局（石桥县）召开会议",
        "石桥县公安局（石桥）召开会议。石桥下雨",
        "松浦钢铁公司（松浦）召开会议。松浦下雨",
        "松浦钢铁公司（松浦钢铁公司）召开会议",
        "松浦钢铁公司（钢铁）召开会议。钢铁涨价",
    ],
)
def test_other_words_in_brackets_are_none(text: str) -> None:
    assert len(set(units(text))) == 1


def test_a_name_of_two_characters_is_not_read_across_words() -> None:
    text = "松浦钢铁公司（松钢）召开大会。劲松钢材涨价，松钢职工增收"
    assert units(text) == ["松浦钢铁公司", "松钢", "松钢"]


def test_the_short_name_and_the_full_one_are_one_entity() -> None:
    text = "工会信息\n第3期\n漓州市总工会办公室　　2023年3月17日\n\n职工大会\n3月2日，市伊斯兰教协会（简称伊协）召开会议。伊协表示支持。\n"
    (found,) = extract(text.encode()).entities
    assert (found.name, found.aliases, found.mentions) == ("漓州市伊斯兰教协会", ("市伊斯兰教协会", "伊协"), 3)
