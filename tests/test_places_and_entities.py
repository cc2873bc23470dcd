"""Places of texts, and the entities of an issue: which names mean the same."""

import pytest

from pipeline import extract, mentions
from pipeline.entities.annotate import read_context
from pipeline.entities.full_names import FullNames
from pipeline.entities.learn import learn
from pipeline.lexicon import table
from pipeline.model.document import Document
from pipeline.model.mentions import IssueContext


def places(text: str) -> list[str]:
    return [row.text for row in mentions(text).places]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("到广州开展调研，从化区扎实推进", ["广州", "从化区"]),
        ("走进白水乡盘龙村，在石桥县柳林镇", ["白水乡", "盘龙村", "石桥县", "柳林镇"]),
        ("在炭步镇横岗公园举行", ["炭步镇", "横岗公园"]),
        ("在市工人文化宫召开会议", ["市工人文化宫"]),
        ("广州市教育局召开会议", []),
        ("西安排了工作，公安机关，矿区，各县，两区", []),
        ("東莞市舉行活動", ["東莞市"]),
        ("前往广州学习", ["广州"]),
        ("音乐会在广州濠桥纪念馆举行", ["广州濠桥纪念馆"]),
        ("改造县乡公路，新办乡镇企业，撤乡设镇，小（二）型水库，在童书市集上，邻里市集、邻里市集", []),
        ("來賓四百人到來賓市", ["來賓市"]),
    ],
)
def test_places(text: str, names: list[str]) -> None:
    assert places(text) == names


def full(name: str, issuer: str, *others: str) -> str:
    context = IssueContext(issuer=issuer, units=(issuer, *others))
    return FullNames([name], learn([], context)).of(name)


@pytest.mark.parametrize(
    ("name", "issuer", "others", "whole"),
    [
        ("市总工会", "广州市总工会办公室", (), "广州市总工会"),
        ("市教育局", "广州市总工会办公室", (), "广州市教育局"),
        ("市总", "广州市总工会办公室", (), "广州市总工会"),
        ("区总", "广州市总工会办公室", (), "区总"),
        ("省总工会", "广州市总工会办公室", (), "省总工会"),
        ("院工会", "湘浔市第三人民医院工会", (), "湘浔市第三人民医院工会"),
        ("越秀工会", "广州市总工会办公室", ("越秀区总工会",), "越秀区总工会"),
        ("越秀工会", "广州市总工会办公室", (), "越秀工会"),
        ("越秀工会", "广州市总工会办公室", ("越秀区总工会", "越秀县总工会"), "越秀工会"),
        ("广州市总", "广州市总工会办公室", ("广州市总工会",), "广州市总工会"),
        ("县委", "中共松岭县委员会办公室", (), "中共松岭县委"),
        ("市委", "广州市总工会办公室", (), "广州市委"),
        ("县委党校", "中共松岭县委员会办公室", (), "中共松岭县委党校"),
        ("县供销合作社", "中共松岭县委员会办公室", (), "松岭县供销合作社"),
        ("市教育局", "共青团滨江市委员会", (), "滨江市教育局"),
        ("柏岭镇总工会", "安澜县总工会", ("安澜县柏岭镇总工会",), "安澜县柏岭镇总工会"),
        ("柏岭镇政府", "安澜县总工会", ("安澜县柏岭镇人民政府",), "安澜县柏岭镇人民政府"),
        ("柏岭镇政府", "安澜县总工会", ("安澜县柏岭镇人民政府", "清江县柏岭镇人民政府"), "柏岭镇政府"),
        ("县政府", "安澜县总工会", ("安澜县人民政府",), "安澜县人民政府"),
        ("县政府", "安澜县总工会", (), "安澜县政府"),
        ("评建办公室", "南江工学院评建办公室", (), "南江工学院评建办公室"),
        ("办公室", "南江工学院办公室", (), "办公室"),
        ("苍岩集团", "苍岩建工集团有限公司", (), "苍岩建工集团有限公司"),
        ("苍岩集团", "苍岩建工集团有限公司", ("苍岩水泥集团有限公司",), "苍岩集团"),
    ],
)
def test_full_names(name: str, issuer: str, others: tuple[str, ...], whole: str) -> None:
    assert full(name, issuer, *others) == whole


@pytest.mark.parametrize(("short", "whole"), table("short_endings").items())
def test_what_names_of_units_end_in_for_short(short: str, whole: str) -> None:
    assert full(f"安澜县{short}", "清江市总工会", f"安澜县{whole}") == f"安澜县{whole}"


@pytest.mark.parametrize(
    ("text", "joins"),
    [
        ("县委召开会议", False), ("院工会召开会议", False), ("教务处召开会议", False), ("由村党支部牵头", False), ("团市委召开会议", False),
        ("松岭县委召开会议", True), ("红星机械厂召开会议", True), ("国务院召开会议", True),
    ],
)
def test_units_that_every_issuer_calls_its_own_are_joined_under_one_issuer_only(text: str, joins: bool) -> None:  # noqa: FBT001  a case of a table
    ids = [mentions(text, issuer=issuer).organizations[0].entity_id for issuer in ("清泽日报社", "清泽日报社", "华阳供电公司")]
    assert ids[0] == ids[1]
    assert (ids[0] == ids[2]) is joins


@pytest.mark.parametrize(
    ("name", "relative"),
    [("街道文教科", True), ("社区居委会", True), ("村党支部", True), ("团县委", True), ("会务组", True), ("柳荫村党支部", False), ("柳浪社区居委会", False), ("外交部", False)],
)
def test_names_that_mean_another_unit_elsewhere(name: str, relative: bool) -> None:  # noqa: FBT001  a case of a table
    assert FullNames((), IssueContext()).is_relative(name) is relative


BULLETIN = """工会信息
第3期
漓州市总工会办公室　　2023年3月17日

市总工会召开会议
3月2日，市总工会召开会议。主席贺启东出席会议并讲话。贺启东强调，东岭工会的做法值得推广。漓州市总工会将继续努力。
（市总工会办公室）

东岭区总工会开展活动
3月6日，东岭区总工会组织活动，贺启东同志到场。
（东岭区总工会 孟繁云）
"""


@pytest.fixture(scope="module")
def document() -> Document:
    return extract(BULLETIN.encode())


def test_entities_of_an_issue(document: Document) -> None:
    rows = {entity.name: entity for entity in document.entities}
    assert rows["漓州市总工会"].aliases == ("市总工会",)
    assert rows["漓州市总工会"].mentions == 3
    assert rows["东岭区总工会"].aliases == ("东岭工会",)
    assert (rows["贺启东"].type, rows["贺启东"].mentions) == ("person", 3)
    assert "孟繁云" not in rows  # signs an item beside its unit and is mentioned in none


def test_who_has_sent_an_item_in_is_an_entity_and_no_mention(document: Document) -> None:
    rows = {entity.id: entity for entity in document.entities}
    first, second = (rows[row.entity_id or ""] for item in document.sections[0].items for row in item.attributions)
    assert (first.name, first.aliases, first.mentions) == ("漓州市总工会办公室", ("市总工会办公室",), 0)
    assert (second.name, second.mentions) == ("东岭区总工会", 3)
    assert list(rows.values()).index(first) == len(rows) - 1


@pytest.mark.parametrize(("credit", "kind", "name"), [("三分会", "organization", "三分会"), ("孟繁云", "person", "孟繁云")])
def test_who_signs_with_a_name_that_every_issuer_has_is_joined_under_one_issuer_only(credit: str, kind: str, name: str) -> None:
    texts = [BULLETIN.replace("东岭区总工会 孟繁云", credit).replace("漓州市", town) for town in ("漓州市", "漓州市", "霁州市")]
    found = [next(entity for entity in extract(text.encode()).entities if entity.name == name) for text in texts]
    assert {entity.type for entity in found} == {kind}
    assert found[0].id == found[1].id != found[2].id


def test_every_mention_has_its_entity(document: Document) -> None:
    ids = {entity.id: entity.mentions for entity in document.entities if entity.mentions}
    assert len(ids) == len(document.entities) - 1
    items = [item for section in document.sections for item in section.items]
    rows = [row.entity_id for item in items for row in item.organizations] + [row.entity_id for item in items for row in item.persons]
    assert {name: rows.count(name) for name in rows} == ids


def test_names_of_a_list_have_the_end_that_they_share() -> None:
    text = "工会信息\n第3期\n漓州市总工会办公室　　2023年3月17日\n\n区总工会开展活动\n3月2日，东岭、西湾、云溪区总工会召开会议。西湾工会表示，省、市总工会给予支持。\n"
    rows = {entity.name: (entity.aliases, entity.mentions) for entity in extract(text.encode()).entities if entity.type == "organization"}
    assert rows["东岭区总工会"] == (("东岭",), 1)
    assert rows["西湾区总工会"] == (("西湾", "西湾工会"), 2)
    assert rows["云溪区总工会"] == ((), 1)
    assert rows["省总工会"] == (("省",), 1)


def test_ids_come_from_the_content(document: Document) -> None:
    assert extract(BULLETIN.encode()).entities == document.entities
    assert all(entity.id.startswith("ent-") and len(entity.id) == 16 for entity in document.entities)


def test_the_frame_teaches_divisions(document: Document) -> None:
    assert "漓州" in learn([], read_context(document)).learned.places


def test_many_divisions_are_looked_for_as_few_are() -> None:
    names = [f"{first}{last}" for first in "漓璜霁琅沅溧砀" for last in "州阳陵浦川汀渚"]
    text = "。".join(f"{name}省" for name in (*names, *names)) + "。客人前往漓州、沅陵、砀渚、霁阳和合肥"
    assert [row.text for row in mentions(text).places][-5:] == ["漓州", "沅陵", "砀渚", "霁阳", "合肥"]
    assert [row.text for row in mentions("漓州省。漓州省。客人前往漓州和合肥").places][-2:] == ["漓州", "合肥"]


def test_countries_and_cities_of_the_world() -> None:
    text = "新中国成立后，代表团访问奥地利、布拉格，走中国特色道路，河内水位上涨，大连与合肥结好"
    assert [row.text for row in mentions(text).places] == ["中国", "奥地利", "布拉格", "大连", "合肥"]


@pytest.mark.parametrize("count", [3, 60])
def test_places_that_an_issue_teaches_are_found_however_many_they_are(count: int) -> None:
    taught = [f"{first}{last}" for last in "岭湾桥塘坪河" for first in "松柏桐榆槐枫桦杉桂樟"][:count]
    body = "".join(f"　　{place}镇召开会议，{place}镇部署工作。{place}也派人参加。\n" for place in taught)
    document = extract(f"工会信息\n2020年第3期\n\n　　　　各镇召开会议\n{body}".encode())
    found = {row.text for section in document.sections for item in section.items for row in item.places}
    assert {"松岭", "柏岭", "桐岭"} <= found
