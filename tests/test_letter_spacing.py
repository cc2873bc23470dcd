"""Texts typed with a blank between all their characters."""

import pytest
from small_issue import HEAD, OTHER, TEXT, items, items_of

from pipeline import extract
from pipeline.letter_spacing import is_letter_spaced, without_spacing
from pipeline.lines import split_lines
from pipeline.model.layout import Line
from pipeline.normalize import fold
from pipeline.offsets import source_offset

ISSUE = f"工作简报\n第3期\n某市某局办公室　2021年3月9日\n\n目录\n夜市开张（1）\n续保提醒（2）\n\n夜市开张\n　　{TEXT}\n（某局　秦朗）\n\n续保提醒\n　　{OTHER}\n\n报：市委、市政府\n责任编辑：佟欣\n"


def spaced(text: str, blank: str) -> str:
    """The text with a blank behind every character, and a further one where one stands."""
    lines = text.split("\n")
    return "\n".join(line[: len(line) - len(line.lstrip())] + blank.join(line.strip()).replace(f"{blank}\u3000{blank}", 2 * blank) for line in lines)


def lines_of(text: str) -> tuple[Line, ...]:
    return split_lines(text, fold(text))[0]


@pytest.mark.parametrize("blank", [" ", "　", "  "])
def test_such_a_text_is_read_as_if_set_close(blank: str) -> None:
    document, plain = extract(spaced(ISSUE, blank).encode()), extract(ISSUE.encode())
    assert [(item.title, item.text) for item in items_of(document)] == [(item.title, item.text) for item in items_of(plain)]
    assert [(row.text, row.edtf) for item in items_of(document) for row in item.dates] == [(row.text, row.edtf) for item in items_of(plain) for row in item.dates]
    assert [[row.person for row in item.attributions] for item in items_of(document)] == [["秦朗"], []]
    assert (document.masthead.title, document.masthead.date) == (plain.masthead.title, plain.masthead.date)
    assert [(row.title, row.page, row.match) for row in document.contents] == [("夜市开张", 1, "exact"), ("续保提醒", 2, "exact")]
    assert [row.text for row in document.distribution] == ["市委", "市政府"]
    assert "".join(document.text[run.start : run.end] for run in document.ledger) == document.text


def test_every_character_keeps_its_place() -> None:
    document = extract(spaced(ISSUE, "　").encode())
    for item in items_of(document):
        for at, character in enumerate(item.text):
            place = source_offset(item, at)
            assert place is not None
            assert document.text[place] == character


def test_a_wider_gap_is_kept() -> None:
    (line,) = lines_of("区　教　育　局　　召　开　Ｇ　Ｄ　Ｐ　会　议")
    key, parts = without_spacing(line)
    assert (key, len(parts)) == ("区教育局 召开GDP会议", 11)
    assert sum(part.end - part.start for part in parts) == len(key)


def test_latin_words_stay_apart() -> None:
    (line,) = lines_of("世 界 银 行 World Bank 贷 款")
    assert without_spacing(line)[0] == "世界银行World Bank贷款"


def test_broken_lines_are_joined() -> None:
    body = spaced("　　3月2日，市某局召开会议，部署全年工作，\n80人参加，局长黎阳讲话，会议要求各单位认\n真落实。", " ")
    text = f"{spaced(HEAD.replace('━' * 20, ''), ' ')}\n{spaced('夜市开张', ' ')}\n{body}\n"
    assert items_of(extract(text.encode()))[0].text == "3月2日，市某局召开会议，部署全年工作，80人参加，局长黎阳讲话，会议要求各单位认真落实。"


@pytest.mark.parametrize("text", [ISSUE, "工 作 简 报\n第 3 期\n", "序号  姓名  单位\n" * 20, f"一 、 二 、 三\n{TEXT}\n", ""])
def test_other_texts_keep_their_blanks(text: str) -> None:
    assert not is_letter_spaced(lines_of(text))


def test_a_letter_spaced_title_over_a_text_set_close_is_kept_as_printed() -> None:
    assert items(f"喜　　报\n　　{TEXT}\n")[0].title == "喜　　报"
