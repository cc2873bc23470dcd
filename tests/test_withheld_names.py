"""Names of persons of which a text withholds a part: 张某, 李某某; and 某 that stands before things."""

import pytest

from pipeline import mentions


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("被告人严某某、邹某分别获刑", ["严某某", "邹某"]),
        ("邹某提起诉讼，邹某家属到场", ["邹某", "邹某"]),
        ("给予副站长鲍某警告处分", ["鲍某"]),
        ("抓获鲍某、岩某罕、贺某某等12人", ["鲍某", "岩某罕", "贺某某"]),
        ("严某刚说，王某甲与王某乙互殴", ["严某刚", "王某甲", "王某乙"]),
        ("被告人欧阳某某认罪，司马某翻供", ["欧阳某某", "司马某"]),
        ("被告人于某、向某某拖欠工资", ["于某", "向某某"]),
        ("为章某、更登扎西、岳大林等发放助学金", ["章某", "更登扎西", "岳大林"]),
    ],
)
def test_names(text: str, names: list[str]) -> None:
    assert [row.text for row in mentions(text).persons] == names


@pytest.mark.parametrize(
    "text",
    [
        "江苏某企业、浙江某公司，广东中山某厂",
        "于某年某月某日，在某小区，向某公司借款",
        "记者从某医院了解到，成某事，某县某镇",
    ],
)
def test_things(text: str) -> None:
    assert mentions(text).persons == ()
