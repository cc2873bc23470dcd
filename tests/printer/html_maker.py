"""Web pages of our texts, with the navigation, buttons and foot that a site puts around an article."""

from html import escape

from printer.sheet import Paragraph, Sheet, tables

PAGE = """<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>{name}-某某市总工会</title><script>var track = "不是正文";</script></head><body>
<div class="header"><ul class="nav"><li><a href="/">首页</a></li><li><a href="/news">工作动态</a></li><li><a href="/notice">通知公告</a></li></ul></div>
<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/news">工作动态</a></div>
<div class="main"><div class="article">
<div class="content">
{body}
</div></div>
<div class="sidebar"><h3>热点文章</h3><ul><li><a href="/1">全市职工运动会开幕</a></li><li><a href="/2">劳模风采展播</a></li></ul></div></div>
<div class="footer"><p>版权所有：某某市总工会　备案号：ICP备00000000号</p><p><a href="/map">网站地图</a> | <a href="/about">联系我们</a></p></div>
</body></html>
"""


def html(sheet: Sheet) -> bytes:
    """The sheet as an article of a site."""
    return PAGE.format(name=escape(sheet.name), body="\n".join(map(_paragraph, tables(sheet.paragraphs)))).encode()


def _paragraph(paragraph: Paragraph | list[tuple[str, ...]]) -> str:
    if isinstance(paragraph, list):
        rows = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in paragraph)
        return f"<table>{rows}</table>"
    style = f"text-align: {paragraph.align}" if paragraph.align in ("center", "right") else ""
    blanks = "　" * (paragraph.indent // 2) if paragraph.align == "indented" else ""
    text = escape("　　　　".join(paragraph.ends))
    if paragraph.size > 1:
        text = f'<span style="font-size: {16 * paragraph.size}px">{text}</span>'
    above = ("<hr>\n" if paragraph.rule_above else "") + ("<p><br></p>\n" if paragraph.gap else "")
    return f'{above}<p style="{style}">{blanks}{text}</p>'
