"""Web pages saved as one file, and letters: what comes out is what the page gives, or the text."""

from contextlib import suppress
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

import pipeline
from pipeline.errors import InputError
from pipeline.model.document import Document
from pipeline.model.layout import ReadOptions
from pipeline.readers.formats import format_name, read

PAGE = """<!DOCTYPE html><html><head><meta charset="{charset}"><title>市总工会召开会议</title></head><body>
<div class="nav"><a href="/">首页</a><a href="/news">工会动态</a></div><div class="main"><h1>市总工会召开会议</h1>
<p>　　5月6日，市总工会召开会议，部署今年工作，各区总工会负责人参加。</p><p>　　会议要求，各级工会要认真落实。</p></div></body></html>"""
TEXT = "工会信息\n第3期\n市总工会办公室　　2021年3月9日\n\n市总工会召开会议\n　　3月2日，市总工会召开会议，部署全年工作，80人参加。\n"


def archive(charset: str = "utf-8", *, named: str | None = None, coding: str = "quoted-printable") -> bytes:
    """A page as browsers save it: quoted-printable (Chrome) or base64 (Internet Explorer), pictures beside it."""
    page, picture = EmailMessage(), EmailMessage()
    page.set_content(PAGE.format(charset=charset).encode(charset), "text", "html", cte=coding)
    if named:
        page.set_param("charset", named)
    page["Content-Location"] = "http://example.cn/1.html"
    picture.set_content(b"\x89PNG", "image", "png")
    picture["Content-Location"] = "http://example.cn/1.png"
    whole = EmailMessage()
    whole["From"], whole["Subject"] = "<Saved by Blink>", "市总工会召开会议"
    whole.make_related()
    whole.attach(page)
    whole.attach(picture)
    whole["MIME-Version"] = "1.0"
    return whole.as_bytes()


def told(document: Document) -> tuple[object, ...]:
    return document.text, document.masthead, [(item.title, item.text) for section in document.sections for item in section.items]


@pytest.mark.parametrize(("charset", "named", "coding"), [
    ("utf-8", None, "quoted-printable"), ("utf-8", "utf-8", "base64"), ("gb2312", "gb2312", "base64"), ("gbk", None, "quoted-printable"),
    ("gbk", "no-such", "base64"),
])  # fmt: skip
def test_a_web_archive_is_its_page(charset: str, named: str | None, coding: str) -> None:
    data = archive(charset, named=named, coding=coding)
    document = pipeline.extract(data)
    assert told(document) == told(pipeline.extract(PAGE.format(charset=charset).encode(charset)))
    assert document.sections[0].items[0].title == "市总工会召开会议"
    assert (format_name(data), document.source.reader, document.source.media_type) == ("mail", "html", "text/html")


def letter() -> EmailMessage:
    found = EmailMessage()
    for server in range(60):  # on its way
        found.add_header("Received", f"from mail{server}.example.cn by mail{server + 1}.example.cn with SMTP id {server:030}; Mon, 8 Mar 2021")
    found["Subject"] = "工会信息第3期"
    found.set_content(TEXT, charset="utf-8", cte="base64")
    return found


def test_a_letter_is_its_text() -> None:
    assert told(pipeline.extract(letter().as_bytes())) == told(pipeline.extract(TEXT.encode()))


def test_lines_that_end_as_servers_end_them() -> None:
    assert told(pipeline.extract(letter().as_bytes().replace(b"\n", b"\r\n"))) == told(pipeline.extract(TEXT.encode()))


def test_of_two_forms_of_a_text_the_page_is_read() -> None:
    both = letter()
    both.add_alternative(PAGE.format(charset="utf-8"), subtype="html")
    assert read(both.as_bytes(), ReadOptions()).reader == "html"


def test_what_is_attached_is_told_and_not_read() -> None:
    both = letter()
    both.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="工会信息.pdf")
    both.add_attachment("<p>别的文字</p>", subtype="html", filename="=?gb2312?B?uL28/i5odG1s?=")
    document = pipeline.extract(both.as_bytes())
    assert document.masthead.title == "工会信息"
    assert [(warning.code, warning.message.split()[0]) for warning in document.warnings] == [
        ("attachment_unread", "工会信息.pdf"), ("attachment_unread", "附件.html"),
    ]  # fmt: skip


def test_a_letter_that_is_handed_on_is_read_where_nothing_stands_above_it() -> None:
    outer = EmailMessage()
    outer["MIME-Version"] = "1.0"
    outer.add_attachment(letter(), disposition="inline")
    assert told(pipeline.extract(outer.as_bytes())) == told(pipeline.extract(TEXT.encode()))


def test_there_is_nothing_to_read() -> None:
    bare = EmailMessage()
    bare["MIME-Version"] = "1.0"
    bare.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="a.pdf")
    with pytest.raises(InputError, match="attached"):
        read(bare.as_bytes(), ReadOptions())
    with pytest.raises(InputError, match="pages"):
        read(letter().as_bytes(), ReadOptions(pages="1"))


def test_letters_in_letters_without_end() -> None:
    with pytest.raises(InputError, match="no page and no text"):
        read(b"MIME-Version: 1.0\n" + b"Content-Type: message/rfc822\n\n" * 2000 + b"x", ReadOptions())


def test_a_text_that_speaks_of_letters_is_none() -> None:
    assert format_name("工会信息\n\nMIME-Version: 1.0\nContent-Type: text/plain\n".encode()) == "text"


@given(st.binary(max_size=200), st.integers(0, 2000), st.integers(0, 40))
def test_damage_ends_in_a_document_or_a_message(noise: bytes, at: int, lost: int) -> None:
    whole = archive()
    data = whole[:at] + noise + whole[at + lost :]
    with suppress(InputError):
        pipeline.extract(data)
