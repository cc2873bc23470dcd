"""How likely characters are the name of a person, by the characters alone."""

import pytest

from pipeline import mentions
from pipeline.entities.name_likelihood import ends_names, likelihood, likely_starts, outlook
from pipeline.entities.person_readings import is_long_name
from pipeline.entities.vocabulary import vocabulary
from pipeline.lexicon import entries, table

NAMES = ("郝来喜", "褚立群", "施一诺", "佟广福", "崔玉莲", "蒋殿富", "欧阳春晓")
TEXTS = ("成本高", "高度的", "应当从", "方面有", "何时能", "时间不", "项目进")


def split(name: str) -> tuple[str, str]:
    size = 2 if name[:2] in entries("surnames") else 1
    return name[:size], name[size:]


@pytest.mark.parametrize("name", NAMES)
def test_names_are_likelier_than_texts(name: str) -> None:
    assert likelihood(*split(name)) > max(likelihood(*split(text)) for text in TEXTS)


def test_a_name_is_seen_in_a_text_by_its_characters() -> None:
    text = "据了解褚立群算过成本，高度重视"
    assert list(likely_starts(text)) == [3]
    assert outlook(text, 3) > 0 > outlook(text, text.index("成"))


def test_characters_that_end_names() -> None:
    assert ends_names("芳")
    assert not ends_names("的")


def test_characters_of_the_table_stand_once_in_each_place() -> None:
    for kind in ("surname", "first", "last"):
        characters = "".join(cells for key, cells in table("name_characters").items() if key.startswith(kind))
        assert len(characters) == len(set(characters)) > 300


def test_words_alike_are_of_use() -> None:
    """A word that no name is likely to be, or that stands in a list that is asked before, helps nobody."""
    surnames, places = entries("surnames"), vocabulary().places
    foreign = {word for word in entries("name_like_words") if len(word) > 3}
    assert [word for word in entries("name_like_words") - foreign if word[0] not in surnames or word in places] == []
    assert all(is_long_name(word) and word not in places for word in foreign)
    assert [row.text for word in foreign for row in mentions(f"价格下降：{word}、{word}。").persons] == []
