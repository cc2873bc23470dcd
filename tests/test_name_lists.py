"""Every entry of the word lists of the name finders can be reached: a list that nobody reads is a list that nobody mends."""

from collections.abc import Iterable

import pytest

from pipeline import mentions
from pipeline.entities.person_name import scan_persons
from pipeline.entities.person_sides import INTRODUCTIONS
from pipeline.entities.unit_scan import scan
from pipeline.entities.vocabulary import is_word, vocabulary
from pipeline.lexicon import entries, in_simplified, table, words
from pipeline.notation.names import is_unit

LEFT = ("越秀区", "苍岩", "越秀区教育", "苍岩教育", "第三", "血液透析", "越秀区第三", "越秀区采煤三", "教育三", "北京")


def unreached(name: str, templates: Iterable[str]) -> list[str]:
    """The entries with which no template gives the name of a unit that ends, or begins, with the entry."""
    lost = []
    for entry in entries(name):
        texts = [f"，{template.format(entry)}，" for template in templates]
        found = [text[n.start : n.end] for text in texts for n in scan(text)]
        if not any(entry in unit and unit == text.strip("，") for unit in found for text in texts):
            lost.append(entry)
    return lost


@pytest.mark.parametrize("name", ["unit_endings", "named_unit_endings"])
def test_endings(name: str) -> None:
    assert unreached(name, [left + "{}" for left in LEFT]) == []


def test_functions() -> None:
    assert unreached("unit_functions", ["越秀区{}局", "越秀区{}公司"]) == []


def test_fixed_units() -> None:
    assert unreached("fixed_units", ["{}"]) == []


def test_places() -> None:
    assert unreached("place_names", ["{}教育局", "{}市教育局"]) == []


@pytest.mark.parametrize(
    ("name", "template"),
    [
        ("person_titles", "，{}褚建东，"),
        ("person_groups", "，{}褚建东说，"),
        ("person_honorifics", "，褚建东{}，"),
        ("person_acts", "，局长褚建东{}"),
    ],
)
def test_words_beside_persons(name: str, template: str) -> None:
    lost = [entry for entry in entries(name) if "褚建东" not in named(template.format(entry))]
    assert lost == []


def test_surnames() -> None:
    surnames = entries("surnames") - entries("no_surnames")
    lost = [s for s in surnames if in_simplified(s) == s and f"{s}建东" not in named(f"，局长{s}建东，")]
    assert lost == []


def test_words_that_bring_a_person_in() -> None:
    assert [word for word in INTRODUCTIONS if named(f"当日{word}果兰芝等，") != ["果兰芝"]] == []


def named(text: str) -> list[str]:
    return [text[person.start : person.end] for person in scan_persons(text)]


def test_no_surnames_are_surnames() -> None:
    """What is taken out of a list must be in it."""
    assert entries("no_surnames") <= entries("surnames")


def test_ambiguous_places_are_places() -> None:
    assert entries("ambiguous_places") <= entries("place_names")
    assert [name for name in entries("ambiguous_places") if mentions(f"前往{name}，").places] == []


def test_every_suffix_makes_a_unit() -> None:
    assert [word for word in words("unit_suffixes") if not is_unit(f"青山{word}")] == []


def test_continuations_belong_to_endings() -> None:
    known = vocabulary().endings | vocabulary().fixed
    assert {key for key in table("ending_continuations") if key not in known | {word[-1] for word in known}} == set()


@pytest.mark.parametrize("name", ["common_words", "rarer_words"])
def test_everyday_words(name: str) -> None:
    for first, seconds in table(name).items():
        assert len(first) == 1
        assert all(is_word(first + second) for second in seconds)
        assert len(set(seconds)) == len(seconds)


def test_simplified_characters() -> None:
    for traditional, simplified in table("simplified_characters").items():
        assert in_simplified(f"{traditional}會")[0] == simplified
        assert len(traditional) == len(simplified) == 1


def test_a_text_in_traditional_script_is_read_as_in_simplified() -> None:
    one = mentions("市總工會主席陳國華到廣州市教育局調研。")
    two = mentions("市总工会主席陈国华到广州市教育局调研。")
    for rows, others in ((one.organizations, two.organizations), (one.persons, two.persons)):
        assert [(row.start, row.end) for row in rows] == [(row.start, row.end) for row in others] != []
