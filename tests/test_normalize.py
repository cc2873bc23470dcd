"""Folding: plain forms of the same length, and the same again when folded twice."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.normalize import fold


@given(st.text())
def test_length_is_kept_and_folding_twice_changes_nothing(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded


@given(st.text(max_size=8), st.text(st.characters(min_codepoint=0xFF00, max_codepoint=0xFFEF), max_size=300))
def test_what_stands_beside_a_character_does_not_change_its_plain_form(text: str, wide: str) -> None:
    assert fold(text + wide) == "".join(map(fold, text + wide))


@pytest.mark.parametrize(
    ("printed", "plain"),
    [("（１）：", "(1):"), ("　", " "), ("\u00a0", " "), ("⼯⻓⻜", "工长飞"), ("［２０２０］", "[2020]"), ("﹝3﹞", "〔3〕"), ("○", "〇"), ("\ufeff", " "), ("二OＯ五年", "二〇〇五年"),
     ("五O年代", "五〇年代"), ("甲级二O", "甲级二O")],
)  # fmt: skip
def test_plain_forms(printed: str, plain: str) -> None:
    assert fold(printed) == plain


@pytest.mark.parametrize("kept", ["①", "②", "《》“”", "……", "——", "㈠", "²"])
def test_what_means_something_else_is_kept(kept: str) -> None:
    assert fold(kept) == kept


def test_every_kangxi_radical_and_compatibility_ideograph_becomes_a_unified_one() -> None:
    for code in [*range(0x2F00, 0x2FD6), *range(0xF900, 0xFA6E)]:
        folded = fold(chr(code))
        assert folded == unicodedata.normalize("NFKC", chr(code)), hex(code)
