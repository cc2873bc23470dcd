"""Pages of a newspaper (小报): articles in columns beside and below each other, headlines over some of the columns, the box beside the name."""

from collections.abc import Iterator

import pytest
from printer.raw_pdf import Mark, Rule, Text, pdf

import pipeline

PAGE = (820, 1190)
SIZE, LEADING, COLUMN, GUTTER = 10, 16, 17, 14
LEFT = 40
FIRST = "十一月九日，河湾区总工会在新桥社区广场举办专场招聘会，五十二家企业带来家政、物流、装配等岗位一千一百八十个，吸引一千六百多名求职者进场。区总工会还设立了法律援助服务台，为职工解答劳动合同、工伤认定等方面的问题。"
SECOND = "今年以来，纺织集团工会把厂务公开作为民主管理的抓手，公开内容上墙，办理结果上墙，监督电话上墙，接受全体职工监督。到十月底，集团共公开各类事项九十六项，收到职工意见建议五十八条，已经办结五十五条。"
THIRD = "林场工会组织六十八名护林员开展秋冬季森林防火实战演练，扑火队员携带灭火机等装备在十二分钟内赶到现场，经过奋战将明火扑灭。演练结束后，林场场长对演练情况作了点评，并对下一步工作提出要求。"


def x_of(column: float) -> float:
    """Left edge of a column, from 0."""
    return LEFT + column * (COLUMN * SIZE + GUTTER)


def columns(text: str, y: float, places: list[int], rows: int = 4) -> Iterator[Mark]:
    """A paragraph that flows through columns of so many rows; the last takes what is left."""
    text = "\u3000\u3000" + text
    lines = [text[at : at + COLUMN] for at in range(0, len(text), COLUMN)]
    for number, line in enumerate(lines):
        place = min(number // rows, len(places) - 1)
        indent = 2 * SIZE if line.startswith("\u3000") else 0
        yield Text(x_of(places[place]) + indent, y + (number - place * rows) * LEADING, line.strip(), SIZE)


def headline(text: str, y: float, first: int, count: int, size: int = 20) -> Mark:
    """In the middle above so many columns."""
    middle = (x_of(first) + x_of(first + count) - GUTTER) / 2
    return Text(middle - len(text) * size / 2, y, text, size)


def read(*marks: Mark) -> pipeline.Document:
    return pipeline.extract(pdf([marks], size=PAGE))


def items(document: pipeline.Document) -> list[tuple[str | None, str]]:
    return [(item.title, item.text) for section in document.sections for item in section.items]


NAME: list[Mark] = [Text(LEFT, 105, "河湾职工报", 64), Rule(LEFT, 780, 120), Text(LEFT, 145, "2026年11月18日", SIZE), Text(300, 145, "第33期（总第418期）", SIZE), Rule(LEFT, 780, 152)]
EXPECTED = [("河湾区举办专场招聘会", FIRST), ("纺织集团推行厂务公开", SECOND), ("林场开展防火演练", THIRD)]


def test_articles_side_by_side_below_one_over_all_columns() -> None:
    """The gutter in the middle runs from top to bottom, and no text goes on across the white space below the first article."""
    document = read(
        *NAME, headline(EXPECTED[0][0], 180, 0, 4, 26), *columns(FIRST, 210, [0, 1, 2, 3], 2),
        headline(EXPECTED[1][0], 300, 0, 2), *columns(SECOND, 325, [0, 1], 4), headline(EXPECTED[2][0], 300, 2, 2), *columns(THIRD, 325, [2, 3], 4),
    )  # fmt: skip
    assert items(document) == EXPECTED
    assert (document.masthead.title, document.masthead.issue_number, document.masthead.date) == ("河湾职工报", 33, "2026-11-18")


def test_an_article_over_three_columns_beside_one() -> None:
    document = read(
        *NAME, headline(EXPECTED[0][0], 180, 0, 3, 26), *columns(FIRST, 210, [0, 1, 2], 3),
        headline(EXPECTED[1][0], 180, 3, 1, 16), *columns(SECOND, 225, [3]),
        headline(EXPECTED[2][0], 400, 0, 4), *columns(THIRD, 425, [0, 1, 2, 3], 2),
    )  # fmt: skip
    assert items(document) == EXPECTED


def test_single_columns_with_headlines_side_by_side() -> None:
    row = [mark for place, (title, text) in enumerate(EXPECTED) for mark in (headline(title, 320, place, 1, 16), *columns(text, 345, [place]))]
    document = read(*NAME, headline("职工运动会开幕", 180, 0, 3, 26), *columns(FIRST, 210, [0, 1, 2], 3), *row)
    assert items(document) == [("职工运动会开幕", FIRST), *EXPECTED]


def test_headings_at_one_height_part_no_columns_of_one_text() -> None:
    """The left column goes on at the top of the right one."""
    left = [headline(EXPECTED[0][0], 180, 0, 1, 14), *columns(FIRST, 200, [0]), headline(EXPECTED[1][0], 360, 0, 1, 14), *columns(SECOND, 380, [0, 1], 5)]
    moved = [mark._replace(y=mark.y - 200) if isinstance(mark, Text) and mark.x >= x_of(1) else mark for mark in left]
    right = [headline(EXPECTED[2][0], 360, 1, 1, 14), *columns(THIRD, 380, [1])]
    assert items(read(*NAME, *moved, *right)) == EXPECTED


@pytest.mark.parametrize("places", [[0, 1], [0, 1, 2]])
def test_a_byline_over_columns(places: list[int]) -> None:
    middle = (x_of(0) + x_of(len(places)) - GUTTER) / 2
    byline: list[Mark] = [Text(middle - 35, 196, "通讯员", SIZE), Text(middle + 5, 196, "方小舟", SIZE)]
    document = read(*NAME, headline(EXPECTED[0][0], 180, 0, len(places), 24), *byline, *columns(FIRST * 3, 214, places, 7))
    (item,) = document.sections[0].items
    assert (item.title, item.text, [row.person for row in item.attributions]) == (EXPECTED[0][0], FIRST * 3, ["方小舟"])


def test_the_box_beside_the_name_is_read_behind_the_head() -> None:
    box: list[Mark] = [Text(600, 60, "导读", 14), Text(600, 78, "林场开展防火演练", 11), Text(600, 96, "纺织集团推行厂务公开", 11)]
    document = read(*NAME, *box, headline(EXPECTED[0][0], 180, 0, 4, 26), *columns(FIRST * 3, 210, [0, 1, 2, 3], 5))
    assert document.text.split("\n")[0] == "河湾职工报"
    assert (document.masthead.title, document.masthead.issue_number, document.masthead.date) == ("河湾职工报", 33, "2026-11-18")
    assert items(document) == [(EXPECTED[0][0], FIRST * 3)]


def test_a_headline_whose_characters_stand_one_below_the_other() -> None:
    upright: list[Mark] = [Text(LEFT, 320 + 22 * number, character, 20) for number, character in enumerate(EXPECTED[1][0])]
    moved = [mark._replace(x=mark.x + 40) for mark in columns(SECOND * 2, 320, [0, 1, 2], 5) if isinstance(mark, Text)]
    document = read(*NAME, headline(EXPECTED[0][0], 180, 0, 4, 26), *columns(FIRST + SECOND, 210, [0, 1, 2, 3], 3), *upright, *moved)
    assert items(document) == [(EXPECTED[0][0], FIRST + SECOND), (EXPECTED[1][0], SECOND * 2)]


def test_a_page_of_upright_text_is_read_from_the_right() -> None:
    lines = [FIRST[at : at + 20] for at in range(0, len(FIRST), 20)]
    marks = [
        Text(600 - 24 * number, 100 + 16 * place, character, 15) for number, line in enumerate(lines) for place, character in enumerate(line)
    ]
    assert read(*marks).text.split("\n") == lines


def test_a_watermark_and_the_ring_of_a_seal_are_no_text() -> None:
    mark = Text(200, 210, "内部资料", 60, "", "0.8 0.6 -0.6 0.8")
    ring = [Text(600 + 14 * number, 500, character, 12, "", matrix) for number, (character, matrix) in enumerate(
        zip("云溪印章★", ["0.5 0.8 -0.8 0.5", "0.9 0.3 -0.3 0.9", "0.9 -0.3 0.3 0.9", "0.5 -0.8 0.8 0.5", ""], strict=True))]  # fmt: skip
    document = read(*NAME, headline(EXPECTED[0][0], 180, 0, 4), *columns(FIRST * 3, 210, [0, 1, 2, 3], 5), mark, *ring)
    assert items(document) == [(EXPECTED[0][0], FIRST * 3)]
    assert all(sign in document.text for sign in "内印★")


def test_a_name_in_very_large_type_heads_both_columns() -> None:
    beside: list[Mark] = [Text(250, 70, "2026年第3期", SIZE), Text(250, 88, "河湾区总工会编印", SIZE), Text(250, 106, "2026年11月18日", SIZE)]
    left = [headline(EXPECTED[0][0], 150, 0, 1, 14), *columns(FIRST, 170, [0])]
    right = [headline(EXPECTED[1][0], 150, 1, 1, 14), *columns(SECOND, 170, [1])]
    document = read(Text(LEFT, 105, "工会简报", 44), *beside, *left, *right)
    assert items(document) == EXPECTED[:2]
    assert (document.masthead.title, document.masthead.issue_number, document.masthead.issuer) == ("工会简报", 3, "河湾区总工会")


def test_names_in_columns_are_read_row_by_row() -> None:
    names = ["方小舟", "林志远", "马超群", "何志强", "徐立新", "吴小兰", "陈国胜", "郑悦明", "梁启文", "周敏之", "郭晓东", "高思贤"]
    rows: list[Mark] = [Text(x_of(place % 3), 360 + place // 3 * LEADING, name, SIZE) for place, name in enumerate(names)]
    document = read(*NAME, headline("先进工作者名单", 180, 0, 3), *columns(FIRST, 210, [0]), *rows)
    assert "".join(document.text.split()).endswith("".join(names))
