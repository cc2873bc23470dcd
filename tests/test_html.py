"""Web pages: the article is the text, the site around it is furniture."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import pipeline
from pipeline.errors import InputError
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


@pytest.mark.parametrize("between", ["<!-- 注释 -->", "<?php ?>", "<span style='display:none'>隐藏</span>"])
def test_a_control_character_behind_what_is_left_out_stays(between: str) -> None:
    assert lines(page(f"<p>各级工会组织{between}\b要认真贯彻&#7;落实会议的精神。</p>"))[-1] == "各级工会组织\b要认真贯彻\a落实会议的精神。"


def test_entities() -> None:
    assert lines(page("<p>A&amp;B &lt;5月&gt;，各级工会组织要认真贯彻落实会议的精神。</p>"))[-1].startswith("A&B <5月>")


SITE = """<html><head><title>市总工会召开会议_青山市总工会</title></head><body {body}>{before}<h1>市总工会召开会议</h1>
<div class="info">{info}</div><div class="text">{article}</div>{after}</body></html>"""


def site(*, body: str = "", before: str = "", info: str = "", article: str = ARTICLE, after: str = "") -> bytes:
    return SITE.format(body=body, before=before, info=info, article=article, after=after).encode()


KEPT = ["市总工会召开会议", "5月6日，市总工会召开会议，部署今年工作，各区总工会负责人参加。", "会议要求，各级工会要认真落实。"]


def kept(data: bytes) -> list[str]:
    return [line.strip() for line in lines(data)]


def test_a_form_around_the_whole_page_is_none() -> None:
    assert kept(site(before="<form id='form1'>", after="<input value='1'><select><option>站点</option></select></form>")) == KEPT


def test_what_the_page_does_not_show_is_no_text() -> None:
    hidden = '<div style="DISPLAY : none"><p>微信号：gonghui</p></div><p hidden>功能介绍</p>'
    assert kept(site(info=hidden)) == KEPT
    assert kept(site(body='style="display:none"')) == KEPT  # a script was to show it


def test_a_page_that_tables_place() -> None:
    menu = "<tr><td>栏目导航</td></tr><tr><td><a href='a'>工作简报</a></td></tr>"
    page = f"<table><tr><td><a href='/'>网站首页</a> | <a href='b'>机构设置</a></td></tr><tr><td><table>{menu}</table></td><td>{{}}</td></tr></table>"
    head, tail = page.split("{}")
    assert kept(site(before=head, after=tail)) == KEPT


def test_links_beside_the_text_are_navigation_and_files_are_not() -> None:
    further = "<h3><a href='x'>更多</a></h3><ul><li><a href='1.html'>职工运动会今日开幕</a> 2020-05-01</li></ul><p><a href='2.html'>女职工读书活动</a></p>"
    assert kept(site(article=ARTICLE * 3, after=further)) == [KEPT[0], *KEPT[1:] * 3]
    source = "<p>来源：<a href='/'>市总工会办公室</a></p>"
    assert kept(site(info=source)) == [KEPT[0], "来源：市总工会办公室", *KEPT[1:]]
    attached = "<p>附件：<a href='/f/1.DOC?v=2'>报名表.doc</a></p>"
    assert kept(site(before="<div>", after=f"{attached}</div>")) == [*KEPT, "附件：报名表.doc"]
    linked = "<p>　　<a href='3.html'>详见通知，请各单位遵照执行。</a></p>"
    assert kept(site(article=ARTICLE + linked))[-1] == "详见通知，请各单位遵照执行。"


def test_the_point_of_a_menu_that_is_no_link() -> None:
    crumbs = "<ol><li><a href='/'>首页</a></li><li><a href='/a'>工会工作</a></li><li>通告</li></ol>"
    assert kept(site(before=f"<div>{crumbs}", after="</div>")) == KEPT
    points = "<ul><li>市总工会：召开会议</li><li>区总工会：<a href='x'>慰问职工</a></li></ul>"
    assert kept(site(info=points))[1:3] == ["市总工会：召开会议", "区总工会：慰问职工"]


def test_short_sentences_between_rules_are_the_article() -> None:
    rule = "-" * 80
    text = f"　　　　工会信息<br>{rule}<br>　　市总工会办公室<br>　　区总工会慰问职工。<br>{rule}<br>报：市总工会"
    menu = "<div><p>设为首页</p><p>工会动态</p></div>"
    found = kept(site(before=menu + "<div>", article=text, after="</div><p>技术支持：某某科技</p>"))
    assert (found[0], found[1], found[-1]) == ("市总工会召开会议", "工会信息", "报：市总工会")


@pytest.mark.parametrize(("markup", "size"), [
    ("<p><font size=5><strong>{}</strong></font></p>", 18 / 12), ("<p><b><font size=' 4'>{}</font></b></p>", 13.5 / 12),
    ("<p style='font-size:24px'><span>{}</span></p>", 18 / 12), ("<p><span style='font-size:24pt'>{}</span>二</p>", 10.5 / 12),
    ("<p><font size=9>{}</font></p>", 10.5 / 12), ("<h2><span style='font-size:18pt'>{}</span></h2>", 18 / 12),
])  # fmt: skip
def test_sizes_of_type(markup: str, size: float) -> None:
    body = "".join(f"<p style='font-size:12pt'>　　五月六日，市总工会召开会议，部署第{number}项工作。</p>" for number in range(9))
    raw = read(site(article=markup.format("第一") + body), ReadOptions())
    (line,) = [line for line in raw.printed if raw.text[line.start : line.end].startswith("第一")]
    assert line.size == pytest.approx(size, abs=0.01)


def test_a_notice_of_the_site_in_sentences_is_none_of_the_article() -> None:
    notice = "<div class='dialog'><div>当前内容未经审核，请确认。</div></div>"
    assert kept(site(before="<div id='main'>", article=ARTICLE * 2, after=f"</div>{notice}")) == [KEPT[0], *KEPT[1:] * 2]


def test_what_stands_beside_each_other_above_the_text_is_parted() -> None:
    info = "<span>2020-05-06</span><span>来源：市总工会</span>\n<em>编辑：李青</em> <i>浏览</i>"
    assert kept(site(info=info))[1] == "2020-05-06　来源：市总工会　编辑：李青 浏览"
    split = "<p>　　5月6日，市<span>总工</span><span>会</span>召开会议，部署今年工作。</p>"
    assert "5月6日，市总工会召开会议，部署今年工作。" in kept(site(article=split + ARTICLE))


def test_the_row_of_the_headline_above_the_text_is_no_second_one() -> None:
    table = "<table><tr><td>发布机构：</td><td>市总工会</td></tr><tr><td>标　　题：</td><td>市总工会召开会议</td></tr></table>"
    assert kept(site(info=table)) == [KEPT[0], "发布机构：\t市总工会", *KEPT[1:]]
    assert "标　　题：\t市总工会召开会议" in kept(site(article=ARTICLE + table))


def test_a_page_of_a_list_has_no_sentences_to_go_by() -> None:
    names = "".join(f"<p>先进工作者{name}</p>" for name in "甲乙丙丁戊己庚辛")
    assert kept(site(article="<p>名单公布如下：</p>" + names)) == [KEPT[0], "名单公布如下：", *(f"先进工作者{name}" for name in "甲乙丙丁戊己庚辛")]


def test_the_part_of_a_page_that_was_copied_out_of_it() -> None:
    for part in (f"<div class='con'><h1>{KEPT[0]}</h1>{ARTICLE}</div>", f" <p align=center>{KEPT[0]}</p>{ARTICLE}"):
        raw = read(part.encode(), ReadOptions())
        assert raw.reader == "html"
        assert [raw.text[line.start : line.end] for line in raw.printed] == KEPT
    assert read("<p 一行没有结尾的文字".encode(), ReadOptions()).reader == "text"
    assert read("<div> 是一个标签，不是网页".encode(), ReadOptions()).reader == "text"


def test_a_page_without_a_link_is_of_no_site() -> None:
    office = f"<html><body><div><p style='text-align:center'>工会简报</p><p>第3期</p></div><div class=WordSection1>{ARTICLE * 3}</div></body></html>"
    assert lines(office.encode())[:2] == ["工会简报", "第3期"]


def test_the_headline_above_the_text_where_the_title_names_the_site() -> None:
    menu = "<tr><td><a href='/'>网站首页</a> | <a href='b'>机构设置</a></td></tr>"
    text = f"<tr><td align=center><font size=5><b>职工运动会今日开幕</b></font></td></tr><tr><td>作者：李青　来源：市总工会</td></tr><tr><td>{ARTICLE}</td></tr>"
    data = f"<html><head><title>青山市总工会</title></head><body><table>{menu}<tr><td><table>{text}</table></td></tr></table><p>技术支持：某某科技</p></body></html>"
    assert kept(data.encode()) == ["职工运动会今日开幕", "作者：李青　来源：市总工会", *KEPT[1:]]


def test_the_name_of_the_site_is_no_headline() -> None:
    name = "<h1><a href='/'>青山市总工会</a></h1>"
    assert kept(site(before=f"<header>{name}</header><div>", after="</div>")) == KEPT


def test_the_heading_of_a_list_of_links_is_navigation() -> None:
    below = "<div class='rel'><h3>相关链接</h3><ul><li><a href='1.html'>职工运动会今日开幕</a></li><li><a href='2.html'>读书活动</a></li></ul></div>"
    assert kept(site(before="<div>", after=f"{below}</div>")) == KEPT
    points = "<h3>主要做法</h3><ul><li>召开会议，部署工作。</li><li>慰问职工。</li></ul>"
    assert kept(site(article=ARTICLE + points))[3:] == ["主要做法", "召开会议，部署工作。", "慰问职工。"]


def test_a_text_that_a_script_was_to_show() -> None:
    article = f"<div id='js_content' style='visibility: hidden; opacity: 0;'>{ARTICLE}</div><div>微信扫一扫</div>"
    assert kept(site(info="<span>原创</span>\n<span>李青</span>\n<span>青山工会</span>", article=article))[:3] == [KEPT[0], "原创　李青　青山工会", KEPT[1]]


def test_an_encoding_that_a_page_names_wrongly() -> None:
    raw = read(page().decode().encode("gbk"), ReadOptions())
    assert (raw.encoding, raw.decode_errors) == ("gb18030", ())
    damaged = page(ARTICLE * 9).replace("认真".encode(), b"\xe8\xae", 1)
    assert read(damaged, ReadOptions()).encoding == "utf-8"


def test_what_a_frame_holds_is_part_of_the_page() -> None:
    frame = ARTICLE.replace("<", "&lt;")
    assert kept(site(article=f'<iframe src="a.html" srcdoc="{frame}">没有框架</iframe>')) == KEPT


def test_links_side_by_side_are_a_menu_though_no_element_parts_them_from_the_text() -> None:
    data = f"<html><head><title>{KEPT[0]}</title></head><body><div><a href='/'>首页</a>|<a href='/n'>最新消息</a></div><h1>{KEPT[0]}</h1>{ARTICLE}</body></html>"
    assert kept(data.encode()) == KEPT


def test_the_numbers_of_a_list() -> None:
    points = "<li><p>召开会议，部署工作。</p><p>落实会议精神。</p></li><li>慰问职工。</li>"
    assert kept(site(article=f"{ARTICLE}<ol start=3>{points}</ol>"))[3:] == ["3.召开会议，部署工作。", "落实会议精神。", "4.慰问职工。"]
    assert kept(site(article=f"{ARTICLE}<ol style='list-style:none'>{points}</ol>"))[3] == "召开会议，部署工作。"


def test_articles_one_below_the_other() -> None:
    titles = ["石桥镇工会把关怀送到工地", "河湾区举办招聘会", "北山林场开展防火演练"]
    entries = "".join(f"<h2><a href='{n}.html'>{title}</a></h2><div>2026-11-1{n}</div>{ARTICLE.replace('</p><p>　　', '')}" for n, title in enumerate(titles))
    document = pipeline.extract(f"<html><head><title>工会动态</title></head><body><div>{entries}</div></body></html>".encode())
    assert [item.title for section in document.sections for item in section.items] == titles


@pytest.mark.parametrize("stamp", ["原创　李青　青山工会　2026年11月18日 17:32　云南", "发表于 2026-11-6 10:22:31 | 李青", "发布时间：2026年11月18日&nbsp; 作者：李青&nbsp; 点击：[88]次"])
def test_the_stamp_below_the_headline(stamp: str) -> None:
    document = pipeline.extract(site(info=stamp, article=ARTICLE.replace("认真落实。", "认真落实。（青山区总工会　李青）")))
    (item,) = [item for section in document.sections for item in section.items]
    assert (item.title, item.text[:4], [row.organization for row in item.attributions]) == (KEPT[0], "5月6日", ["青山区总工会"])


PIECES = st.recursive(
    st.sampled_from(["市总工会召开会议，部署工作。", "简讯", " ", "\n"]),
    lambda inner: st.builds("<{0}>{1}</{0}>".format, st.sampled_from(["p", "div", "a", "span", "td", "form", "h1", "br", "li"]), inner)
    | st.lists(inner, max_size=4).map("".join),
    max_leaves=12,
)  # fmt: skip


@given(PIECES)
def test_nothing_is_lost(body: str) -> None:
    raw = read(f"<html><head><title>简讯</title></head><body>{body}</body></html>".encode(), ReadOptions())
    assert "".join(raw.text.split()) == "".join(re.sub("<[^>]*>", "", body).split())


def test_empty_page() -> None:
    assert pipeline.extract(b"<html></html>").text.strip() == ""


def test_a_long_line_without_an_end() -> None:
    raw = read(f"<html><body><p>{'<span>字，</span>' * 20_000}</p></body></html>".encode(), ReadOptions())
    assert len(raw.text) == 40_001  # and in no time that grows with the square


def test_deep_nesting() -> None:
    found: RawText = read(page("<div>" * 3000 + "深处的文字，各级工会组织要认真贯彻。" + "</div>" * 3000), ReadOptions())
    assert isinstance(found.text, str)


@pytest.mark.parametrize("source", [b"text", b"<html><body><p>text", b"{\\rtf1 text}", b"PK\x03\x04word/"])
def test_a_file_without_pages_of_its_own_has_none_to_choose_from(source: bytes) -> None:
    with pytest.raises(InputError, match="this one has none"):
        read(source, ReadOptions(pages="1"))


def test_headings_of_one_size_are_not_run_together() -> None:
    one = "<h3>{}</h3><h3>{}</h3><p>3月2日，市某局召开会议，部署全年工作，要求各单位落实责任，80人参加。</p>"
    page = f"<html><body><h3>工作简报</h3><p>第3期　2021年3月9日</p>{one.format('工作动态', '某局召开会议')}{one.format('基层之窗', '夜市开张')}</body></html>"
    document = pipeline.extract(page.encode(), name="a.html")
    assert [(section.title, [item.title for item in section.items]) for section in document.sections] == [("工作动态", ["某局召开会议"]), ("基层之窗", ["夜市开张"])]
