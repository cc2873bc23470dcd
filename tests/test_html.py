"""Web pages: the article is the text, the site around it is furniture."""

import pytest

import pipeline
from pipeline.model.layout import RawText, ReadOptions
from pipeline.readers.formats import read

ARTICLE = "<p>　　5月6日，市总工会召开会议，部署今年工作，各区总工会负责人参加。</p><p>　　会议要求，各级工会要认真落实。</p>"
PAGE = """<!DOCTYPE html><html><head><meta charset="{charset}"><title>市总工会召开会议</title></head><body>
<div class="nav"><a href="/">首页</a><a href="/news">工会动态</a></div>
<div class="main"><h1>市总工会召开会议</h1><div class="content">{article}</div></div>
<div class="footer">版权所有 <a href="/map">网站地图</a></div></body></html>"""


def page(article: str = ARTICLE, charset: str = "utf-8") -> bytes:
    return PAGE.format(article=article, charset=charset).encode(charset)


def lines(data: bytes) -> list[str]:
    raw = read(data, ReadOptions())
    return [raw.text[line.start : line.end] for line in raw.printed if not line.is_edge]


def test_navigation_is_furniture() -> None:
    document = pipeline.extract(page())
    roles = {document.text[run.start : run.end].strip(): run.role for run in document.ledger}
    furniture = "".join(text for text, role in roles.items() if role == "furniture")
    assert "首页" in furniture
    assert "版权所有" in furniture
    (item,) = document.sections[0].items
    assert item.title == "市总工会召开会议"
    assert item.text.startswith("5月6日，市总工会")
    assert (document.source.reader, document.source.media_type, document.source.encoding) == ("html", "text/html", "utf-8")


@pytest.mark.parametrize(("charset", "name"), [("gb2312", "gb18030"), ("gbk", "gb18030"), ("big5", "big5"), ("utf-8", "utf-8")])
def test_encodings(charset: str, name: str) -> None:
    text = page().decode() if charset != "big5" else "<html><head><meta charset=big5></head><body><p>　　工會召開大會，通過提案。</p></body></html>"
    data = text.replace("utf-8", charset).encode(charset)
    raw = read(data, ReadOptions())
    assert raw.encoding == name
    assert "召" in raw.text


def test_links_are_kept_as_text() -> None:
    assert lines(page('<p>　　详见<a href="a.html">《通知》</a>（<b>附件</b>），请认真组织学习并抓好贯彻落实工作。</p>'))[-1] == "详见《通知》（附件），请认真组织学习并抓好贯彻落实工作。"


def test_line_breaks_of_the_file_are_none_of_the_page() -> None:
    assert lines(page("<p>　　会议由市总工会\n   主席主持，李 青作 Report on\nlabour 报告。会议要求认真落实。</p>"))[-1] == (
        "会议由市总工会主席主持，李 青作 Report on labour 报告。会议要求认真落实。"
    )


def test_breaks_rules_and_alignment() -> None:
    raw = read(page('<p>第一行是这样写的<br>第二行是那样写的</p><hr><p style="text-align:right">市总工会办公室</p><center>2020年5月6日</center>' + ARTICLE), ReadOptions())
    kept = {raw.text[line.start : line.end]: line for line in raw.printed}
    assert "第一行是这样写的" in kept
    assert kept["市总工会办公室"].rule_above
    assert kept["市总工会办公室"].right == 56
    assert kept["2020年5月6日"].indent == 22


def test_tables_are_rows_and_layout_tables_are_not() -> None:
    table = "<table><tr><td>单位</td><td>人数</td></tr><tr><td>青山区总工会</td><td>120</td></tr></table>"
    assert [line for line in lines(page(ARTICLE + table)) if "\t" in line] == ["单位\t人数", "青山区总工会\t120"]
    layout = f"<table><tr><td>{ARTICLE * 4}</td><td>{ARTICLE * 4}</td></tr></table>"
    assert not [line for line in lines(page(layout)) if "\t" in line]


def test_scripts_and_comments_are_no_text() -> None:
    found = "\n".join(lines(page(ARTICLE + "<script>alert('脚本')</script><!-- 注释 --><style>p{}</style>")))
    assert "脚本" not in found
    assert "注释" not in found


def test_entities() -> None:
    assert lines(page("<p>A&amp;B &lt;5月&gt;，各级工会组织要认真贯彻落实会议的精神。</p>"))[-1].startswith("A&B <5月>")


def test_empty_page() -> None:
    assert pipeline.extract(b"<html></html>").text.strip() == ""


def test_deep_nesting() -> None:
    found: RawText = read(page("<div>" * 3000 + "深处的文字，各级工会组织要认真贯彻。" + "</div>" * 3000), ReadOptions())
    assert isinstance(found.text, str)
