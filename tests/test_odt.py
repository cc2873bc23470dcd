"""OpenDocument texts: what LibreOffice prints is what comes out."""

import pytest
from printer.raw_odt import fodt, odt, style

import pipeline
from pipeline.errors import InputError
from pipeline.model.layout import PrintedLine, ReadOptions
from pipeline.readers.formats import format_name, read

NUMBERED = """<text:list-style style:name="L1">
<text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/>
<text:list-level-style-number text:level="2" style:num-format="一, 二, 三, ..." loext:num-list-format="（%2%）"/>
<text:list-level-style-number text:level="3" style:num-format="1" style:num-suffix="." text:display-levels="1"/>
<text:list-level-style-bullet text:level="4"/></text:list-style>"""


def lines(data: bytes) -> list[str]:
    found = read(data, ReadOptions())
    return [found.text[line.start : line.end] for line in found.printed]


def printed(data: bytes) -> tuple[PrintedLine, ...]:
    return read(data, ReadOptions()).printed


def paragraph(text: str, name: str = "Standard") -> str:
    return f'<text:p text:style-name="{name}">{text}</text:p>'


def points(*texts: str, inner: str = "", attributes: str = "") -> str:
    items = "".join(f"<text:list-item>{paragraph(text)}{inner if index == len(texts) else ''}</text:list-item>" for index, text in enumerate(texts, 1))
    return f"<text:list {attributes}>{items}</text:list>"


def test_alignment_indent_size_and_rules() -> None:
    styles = style("P1", 'fo:text-align="center"') + style("P2", 'fo:text-indent="1.129cm" fo:margin-left="0cm" fo:border-top="1pt solid #f00"')
    styles += style("T1", 'fo:font-size="11pt" style:font-size-asian="22pt"', family="text") + style("T2", 'fo:font-size="50%"', family="text")
    common = '<style:default-style style:family="paragraph"><style:text-properties style:font-size-asian="16pt"/></style:default-style>'
    heading = '<text:span text:style-name="T1">关于开展活动的通知</text:span>'
    note = paragraph('<text:span text:style-name="T2">小字</text:span>')
    found = printed(odt(paragraph(heading, "P1") + paragraph("各单位要认真组织。" * 8, "P2") + note, styles, common=common))
    assert (found[0].indent, found[0].right) == ((56 - 18) // 2, (56 - 18) // 2 + 18)
    assert [line.size for line in found] == pytest.approx([22 / 16, 1, 0.5], abs=0.01)
    assert found[1].indent == 4
    assert [line.rule_above for line in found] == [False, True, False]


def test_a_style_has_what_it_is_based_on() -> None:
    common = style("Base", 'fo:text-align="end"') + style("Mine", 'fo:margin-top="0.5in"', parent="Base")
    found = printed(odt(paragraph("市总工会办公室") + paragraph("五月六日", "Mine"), common=common))
    assert found[1].right == 56
    assert found[1].gap == 1


def test_styles_that_go_round_in_a_ring() -> None:
    assert lines(odt(paragraph("正文", "A"), style("A", "", parent="B") + style("B", "", parent="A"))) == ["正文"]


def test_numbers_of_lists() -> None:
    inner = points("指导思想", "目标", inner=points("入会", inner=points("宣传")))
    name = 'text:style-name="L1"'
    body = points("总体要求", inner=inner, attributes=name) + paragraph("分述如下。")
    body += points("任务", "保障", attributes=f'{name} text:continue-numbering="true"') + points("另一表", attributes=name)
    assert lines(odt(body, NUMBERED)) == [
        "一、总体要求", "（一）指导思想", "（二）目标", "1.入会", "·宣传", "分述如下。", "二、任务", "三、保障", "一、另一表",
    ]  # fmt: skip


def test_only_the_first_paragraph_of_a_point_is_numbered() -> None:
    body = f'<text:list text:style-name="L1"><text:list-header>{paragraph("要点")}</text:list-header><text:list-item>{paragraph("入会") * 2}</text:list-item></text:list>'
    assert lines(odt(body, NUMBERED)) == ["要点", "一、入会", "入会"]


def test_numbers_of_headings() -> None:
    outline = '<text:outline-style><text:outline-level-style text:level="1" style:num-format="1" style:num-prefix="第" style:num-suffix="章　"/></text:outline-style>'
    body = '<text:h text:outline-level="1">总则</text:h><text:h text:outline-level="2">目的</text:h><text:h text:outline-level="1">罚则</text:h>'
    assert lines(odt(body, common=outline)) == ["第1章　总则", "目的", "第2章　罚则"]


def cell(text: str) -> str:
    return f"<table:table-cell>{paragraph(text)}</table:table-cell>"


def test_tables_are_rows_and_a_frame_of_one_cell_is_none() -> None:
    head = f"<table:table-header-rows><table:table-row>{cell('人数')}<table:covered-table-cell/>{cell('备注')}</table:table-row></table:table-header-rows>"
    rows = f"<table:table-row>{cell('男')}{cell('女')}{cell('')}</table:table-row>"
    frame = f"<table:table><table:table-row>{cell('工会信息')}</table:table-row></table:table>"
    found = read(odt(f"{frame}<table:table>{head}{rows}</table:table>"), ReadOptions())
    assert [found.text[line.start : line.end] for line in found.printed] == ["工会信息", "人数\t\t备注", "男\t女\t"]
    assert [(c.row, c.column, found.text[c.start : c.end]) for c in found.cells if c.start < c.end] == [
        (0, 0, "人数"), (0, 2, "备注"), (1, 0, "男"), (1, 1, "女"),
    ]  # fmt: skip


def test_blanks_breaks_and_what_is_not_printed() -> None:
    styles = style("T1", 'text:display="none"', family="text")
    body = "<text:tracked-changes><text:p>删去</text:p></text:tracked-changes><text:section text:display='none'><text:p>暗节</text:p></text:section>"
    body += paragraph('上\n 行<text:s text:c="3"/>左<text:tab/>右<text:line-break/>下行<text:span text:style-name="T1">隐藏</text:span>末')
    body += paragraph("会议<office:annotation><text:p>批注</text:p></office:annotation><text:a>链接</text:a><!-- 注 -->")
    assert lines(odt(body, styles)) == ["上 行   左    右", "下行末", "会议链接"]


def test_text_boxes_notes_and_lines() -> None:
    box = "<draw:frame><draw:text-box><text:p>本期导读</text:p></draw:text-box></draw:frame>"
    note = "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>见上期。</text:p></text:note-body></text:note>"
    data = odt(paragraph(f"{box}正文{note}<draw:line/>") + paragraph("线下"))
    assert lines(data) == ["本期导读", "正文", "见上期。", "线下"]
    assert [line.rule_above for line in printed(data)] == [False, False, False, True]


def test_heads_and_feet_are_furniture() -> None:
    master = "<style:master-page><style:header><text:p>内部刊物</text:p></style:header><style:footer><text:p>第 <text:page-number>1</text:page-number> 页</text:p></style:footer></style:master-page>"
    found = pipeline.extract(odt(paragraph("　　五月六日，市总工会召开会议，部署工作。"), master=master))
    roles = {found.text[run.start : run.end].strip(): run.role for run in found.ledger}
    assert roles["内部刊物"] == roles["第 1 页"] == "furniture"
    assert found.sections[0].items[0].text == "五月六日，市总工会召开会议，部署工作。"
    assert (found.source.reader, found.source.media_type) == ("odt", "application/vnd.oasis.opendocument.text")


def test_a_flat_file_is_the_same_in_one_part() -> None:
    parts = style("P1", 'fo:text-align="center"'), style("Base", 'fo:margin-top="0.5in"'), "<style:master-page><style:header><text:p>内部刊物</text:p></style:header></style:master-page>"
    body = paragraph("工会信息", "P1") + paragraph("五月六日", "Base")
    flat, whole = fodt(body, parts[0], common=parts[1], master=parts[2]), odt(body, parts[0], common=parts[1], master=parts[2])
    assert format_name(flat) == "fodt"
    assert read(flat, ReadOptions()) == read(whole, ReadOptions())
    for damaged in (flat.replace(b"office:body", b"office:bodi"), flat[: flat.find(b"<office:body")]):
        with pytest.raises(InputError, match="no text that can be read"):
            read(damaged, ReadOptions())


def test_files_that_cannot_be_read() -> None:
    whole = odt(paragraph("正文"))
    with pytest.raises(InputError, match="pages"):
        read(whole, ReadOptions(pages="1"))
    with pytest.raises(InputError, match="no text that can be read"):
        pipeline.extract(whole.replace(b"content.xml", b"kontent.xml"))
    locked = odt("", **{"META-INF__manifest": '<m:manifest xmlns:m="urn:m"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'})
    with pytest.raises(InputError, match="locked"):
        pipeline.extract(locked.replace(b"content.xml", b"kontent.xml"))
    assert format_name(whole) == "odt"
