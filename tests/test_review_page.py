"""The page is one file that shows every text as text."""

import base64
import hashlib
import json
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import pipeline
from pipeline.review.page import to_html

HOSTILE = "<script>alert(1)</script><!-- </script> ]]> <img src=x onerror=alert(1)> &lt; \u2028 ${x} $title"


def payload(page: str) -> str:
    found = re.search(r'<script id="document" type="application/json">(.*?)</script>', page, re.DOTALL)
    assert found
    return found[1]


def test_the_document_is_in_the_page() -> None:
    document = pipeline.extract(f"{HOSTILE}\n\n第3期\n".encode(), name="a<b>.txt")
    page = to_html(document)
    assert json.loads(payload(page)) == json.loads(pipeline.to_json(document))
    assert HOSTILE[:20] not in page
    assert "a<b>" not in page


def test_style_and_script_are_those_that_the_policy_names() -> None:
    page = to_html(pipeline.extract("会议\n".encode()))
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    for tag in ("style", "script"):
        text = re.search(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        assert text
        assert base64.b64encode(hashlib.sha256(text[1].encode()).digest()).decode() in policy[1]
    assert "unsafe" not in policy[1]
    assert "default-src 'none'" in policy[1]


def test_the_page_needs_nothing_else() -> None:
    page = to_html(pipeline.extract("会议\n".encode()))
    assert re.findall(r"(?:src|href)=[\"']?(\w+:)?//", page) == []
    assert "http" not in page.replace("http-equiv", "")


def test_where_corrections_go() -> None:
    document = pipeline.extract("会议\n".encode())
    assert "<meta name" not in to_html(document).replace('<meta name="viewport"', "")
    assert '<meta name="save" content="save?source=a&amp;b">' in to_html(document, save="save?source=a&b")


@pytest.mark.parametrize("surrogate", ["\ud800", "a\udfff<"])
def test_lone_surrogates(surrogate: str) -> None:
    page = to_html(pipeline.extract(surrogate.encode("utf-8", "surrogatepass"), encoding="utf-8"))
    page.encode()


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]) | st.just("\n"), max_size=200))  # much of Cc is a binary file
def test_any_text(text: str) -> None:
    document = pipeline.extract(text.encode("utf-8", "replace"))
    assert json.loads(payload(to_html(document)))["text"] == document.text
