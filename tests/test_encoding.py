"""Five encodings, recognised and read; damage costs only itself."""

import codecs
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import InputError
from pipeline.readers.encoding import decode
from pipeline.readers.text import read_text

SIMPLIFIED = (
    "工会信息（第十二期）。5月6日，市总工会召开党组扩大会议，专题学习贯彻上级精神，研究部署下一阶段工作。会议强调，"
    "各级工会组织要把服务职工作为根本任务，深入车间班组了解困难，认真解决实际问题。近日，职工服务中心开展送温暖活动。"
) * 6
TRADITIONAL = (
    "工會通訊（第二十七期）。本會召開會員代表大會，理事長主持會議，秘書處報告會務。會議決定，各級單位應於五月底前完成會員資料"
    "更新，並將結果送交本會。近日，康樂組舉辦健行活動，會員踴躍參加，活動圓滿結束。"
) * 6
REACH = {"utf-8": 2, "gb18030": 4, "big5": 8}
"""Characters that one damaged byte may cost: in Big5 the second byte of a pair may look like ASCII, so that the cut is found late."""
ENCODINGS = ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_simplified_text_is_recognised(encoding: str) -> None:
    assert decode(SIMPLIFIED.encode(encoding)).text == SIMPLIFIED


@pytest.mark.parametrize("encoding", ["utf-8", "big5", "big5hkscs", "utf-16", "utf-16-le"])
def test_traditional_text_is_recognised(encoding: str) -> None:
    assert decode(TRADITIONAL.encode(encoding)).text == TRADITIONAL


@given(st.integers(0, 500), st.integers(20, 80), st.sampled_from(["gb18030", "utf-8", "utf-16-le", "utf-16-be"]))
@settings(max_examples=150, deadline=None)
def test_short_simplified_text_is_recognised(start: int, length: int, encoding: str) -> None:
    text = SIMPLIFIED[start : start + length]
    assert decode(text.encode(encoding)).text == text


@given(st.integers(0, 400), st.integers(20, 80))
@settings(max_examples=80, deadline=None)
def test_short_traditional_text_is_recognised(start: int, length: int) -> None:
    text = TRADITIONAL[start : start + length]
    assert decode(text.encode("big5")).text == text


def test_the_name_tells_what_was_used() -> None:
    assert decode("会".encode()).encoding == "utf-8"
    assert decode(SIMPLIFIED.encode("gbk")).encoding == "gb18030"
    assert decode(TRADITIONAL.encode("big5")).encoding == "big5"
    assert decode(codecs.BOM_UTF16_LE + "会".encode("utf-16-le")).encoding == "utf-16-le"


def test_encoding_can_be_overruled() -> None:
    assert decode("工会".encode("gbk"), "gb2312").text == "工会"
    assert decode(codecs.BOM_UTF8 + "工会".encode(), "utf-8").text == "工会"
    with pytest.raises(InputError, match="unknown encoding"):
        decode(b"x", "klingon")


@pytest.mark.parametrize("encoding", ["gb18030", "big5", "utf-8"])
@pytest.mark.parametrize("damage", ["replaced", "lost", "gained"])
def test_a_damaged_byte_costs_only_itself(encoding: str, damage: str) -> None:
    text = TRADITIONAL if encoding == "big5" else SIMPLIFIED
    data = text.encode(encoding)
    chance = random.Random(7)
    for _ in range(40):
        at = chance.randrange(len(data))
        broken = {"replaced": data[:at] + b"\xff" + data[at + 1 :], "lost": data[:at] + data[at + 1 :], "gained": data[:at] + b"\xff" + data[at:]}
        raw = decode(broken[damage], encoding)
        same_head = next((i for i, (a, b) in enumerate(zip(text, raw.text, strict=False)) if a != b), len(text))
        same_tail = next((i for i, (a, b) in enumerate(zip(text[::-1], raw.text[::-1], strict=False)) if a != b), len(text))
        assert len(text) - same_head - same_tail <= REACH[encoding]
        assert len(raw.decode_errors) == raw.text.count("\ufffd")


@given(st.binary(max_size=400))
@settings(deadline=None)
def test_any_bytes_are_read_or_refused_in_one_line(data: bytes) -> None:
    refusal = ""
    offsets: tuple[int, ...] = ()
    try:
        offsets = read_text(data).decode_errors
    except InputError as error:
        refusal = str(error)
    assert "\n" not in refusal
    assert all(0 <= offset < len(data) for offset in offsets)


@pytest.mark.parametrize("head", [b"%PDF-1.7", b"PK\x03\x04", b"\x89PNG\r\n", b"\xd0\xcf\x11\xe0"])
def test_files_of_other_kinds_are_named(head: bytes) -> None:
    with pytest.raises(InputError, match="this is a"):
        read_text(head + bytes(200))


def test_noise_is_refused() -> None:
    with pytest.raises(InputError, match="binary"):
        read_text(random.Random(1).randbytes(4000))
