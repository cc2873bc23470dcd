"""Word files, old and new, and what is no bulletin: what Word prints is what comes out."""

import shutil
import zipfile
from io import BytesIO

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

import pipeline
from pipeline.errors import DependencyError, InputError
from pipeline.model.layout import RawText, ReadOptions
from pipeline.readers.formats import read
from pipeline.readers.list_numbers import Level, Numbers

NUMBERING = f"""<w:numbering {nsdecls("w")}>
<w:abstractNum w:abstractNumId="77">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="（%2）"/></w:lvl>
  <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
</w:abstractNum>
<w:num w:numId="33"><w:abstractNumId w:val="77"/></w:num></w:numbering>"""


def saved(document: "docx.document.Document") -> bytes:
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def raw(document: "docx.document.Document") -> RawText:
    return read(saved(document), ReadOptions())


def lines(document: "docx.document.Document") -> list[str]:
    found = raw(document)
    return [found.text[line.start : line.end] for line in found.printed]


def test_alignment_indent_and_size() -> None:
    document = docx.Document()
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.add_run("关于开展活动的通知").font.size = Pt(22)
    body = document.add_paragraph()
    body.add_run("各单位要认真组织。" * 8).font.size = Pt(16)
    body.paragraph_format.first_line_indent = Pt(32)
    found = raw(document).printed
    assert (found[0].indent, found[0].right) == ((56 - 18) // 2, (56 - 18) // 2 + 18)
    assert found[0].size == pytest.approx(22 / 16, abs=0.01)
    assert found[1].indent == 4


def test_a_paragraph_that_sets_nothing_itself_has_the_size_of_its_style() -> None:
    document = docx.Document()
    document.styles["Normal"].font.size = Pt(16)
    document.add_paragraph("各单位要认真组织。" * 8)
    document.add_paragraph("落实情况请于月底前报送。" * 2).paragraph_format.first_line_indent = Pt(32)
    assert [line.size for line in raw(document).printed] == [1, 1]


def test_blocks_stand_in_order_and_tables_are_rows() -> None:
    document = docx.Document()
    document.add_paragraph("统计表如下：")
    table = document.add_table(2, 2)
    for cell, text in zip((c for row in table.rows for c in row.cells), ("单位", "人数", "青山区", "120"), strict=True):
        cell.text = text
    document.add_paragraph("以上为统计数。")
    assert lines(document) == ["统计表如下：", "单位\t人数", "青山区\t120", "以上为统计数。"]
    found = raw(document)
    assert [(cell.row, cell.column, found.text[cell.start : cell.end]) for cell in found.cells] == [
        (0, 0, "单位"), (0, 1, "人数"), (1, 0, "青山区"), (1, 1, "120"),
    ]  # fmt: skip


def test_a_table_that_places_articles_is_none() -> None:
    document = docx.Document()
    row = document.add_table(1, 2)
    texts = ["五月六日，市总工会召开会议，部署今年工作。" * 12, "区总工会走访慰问困难职工，送去米面油。" * 12]
    for place, text in enumerate(texts):
        row.cell(0, place).text = f"标题{place}"
        row.cell(0, place).add_paragraph(text)
    assert lines(document) == ["标题0", texts[0], "标题1", texts[1]]
    duties = docx.Document().add_table(2, 3)
    for place, text in enumerate(["科室", "职责", "人数", "办公室", texts[0], "3"]):
        duties.cell(*divmod(place, 3)).text = text
    assert lines(duties.part.document)[1] == f"办公室\t{texts[0]}\t3"


def test_a_frame_of_one_cell_is_no_table() -> None:
    document = docx.Document()
    cell = document.add_table(1, 1).rows[0].cells[0]
    cell.text = "工会信息"
    cell.add_paragraph("第3期")
    assert lines(document) == ["工会信息", "第3期"]


def test_numbers_that_word_writes() -> None:
    document = docx.Document()
    part = document.part.numbering_part
    for child in parse_xml(NUMBERING):
        part._element.append(child) if child.tag == qn("w:num") else part._element.insert(0, child)
    for level, text in ((0, "总体要求"), (1, "指导思想"), (1, "目标"), (2, "入会"), (0, "任务"), (1, "宣传")):
        properties = document.add_paragraph(text)._p.get_or_add_pPr()
        properties.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="33"/></w:numPr>'))
    assert lines(document) == ["一、总体要求", "（一）指导思想", "（二）目标", "1.入会", "二、任务", "（一）宣传"]


@pytest.mark.parametrize(("number", "form", "written"), [
    (1, "chineseCounting", "一"), (10, "japaneseCounting", "十"), (11, "chineseCountingThousand", "十一"), (20, "chineseCounting", "二十"),
    (99, "chineseCounting", "九十九"), (100, "chineseCounting", "100"), (12, "ideographDigital", "一二"), (3, "decimalEnclosedCircle", "③"),
    (21, "decimalEnclosedCircle", "21"), (2, "upperLetter", "B"), (27, "lowerLetter", "a"), (12, "decimalFullWidth", "１２"), (4, "decimal", "4"), (4, "none", ""),
])  # fmt: skip
def test_numbers_of_lists(number: int, form: str, written: str) -> None:
    assert Numbers({"list": {0: Level("（%1）", form, number)}}).next("list", 0) == f"（{written}）"


def test_tracked_changes_count_as_accepted_and_hidden_text_is_left_out() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("会议")._p
    paragraph.append(parse_xml(f'<w:del {nsdecls("w")}><w:r><w:delText>明天</w:delText></w:r></w:del>'))
    paragraph.append(parse_xml(f'<w:ins {nsdecls("w")}><w:r><w:t>后天</w:t></w:r></w:ins>'))
    paragraph.append(parse_xml(f'<w:r {nsdecls("w")}><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>'))
    paragraph.append(parse_xml(f'<w:r {nsdecls("w")}><w:instrText>PAGE</w:instrText></w:r>'))
    paragraph.append(parse_xml(f"<w:r {nsdecls('w')}><w:t>召开</w:t></w:r>"))
    assert lines(document) == ["会议后天召开"]


def test_a_text_box_is_read_once() -> None:
    document = docx.Document()
    box = "<w:txbxContent><w:p><w:r><w:t>本期导读</w:t></w:r></w:p></w:txbxContent>"
    spaces = nsdecls("w") + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
    both = f"<w:r {spaces}><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    document.add_paragraph("正文")._p.append(parse_xml(both))
    assert lines(document) == ["本期导读", "正文"]


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_notes_stand_behind_the_paragraph_that_has_their_mark(kind: str) -> None:
    document = docx.Document()
    document.add_paragraph("新建职工之家十二个")._p.append(parse_xml(f'<w:r {nsdecls("w")}><w:{kind}Reference w:id="2"/></w:r>'))
    document.add_paragraph("以上为统计数。")
    note = '<w:{0} w:id="{1}"{2}><w:p><w:r><w:t>{3}</w:t></w:r></w:p></w:{0}>'
    notes = note.format(kind, 0, ' w:type="separator"', "线") + note.format(kind, 2, "", "职工之家指有场地的基层工会。")
    buffer = BytesIO(saved(document))
    with zipfile.ZipFile(buffer, "a") as file:
        file.writestr(f"word/{kind}s.xml", f"<w:{kind}s {nsdecls('w')}>{notes}</w:{kind}s>")
    found = read(buffer.getvalue(), ReadOptions())
    assert found.text.split("\n")[:3] == ["新建职工之家十二个", "职工之家指有场地的基层工会。", "以上为统计数。"]


def test_heads_and_feet_are_furniture() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "内部刊物"
    document.sections[0].footer.paragraphs[0].text = "第 1 页"
    document.add_paragraph("　　五月六日，市总工会召开会议，部署工作。")
    found = pipeline.extract(saved(document))
    roles = {found.text[run.start : run.end].strip(): run.role for run in found.ledger}
    assert roles["内部刊物"] == roles["第 1 页"] == "furniture"
    assert found.sections[0].items[0].text == "五月六日，市总工会召开会议，部署工作。"
    assert found.source.reader == "docx"


def test_line_breaks_and_borders() -> None:
    document = docx.Document()
    run = document.add_paragraph().add_run("上行")
    run.add_break(WD_BREAK.LINE)
    run.add_text("下行")
    below = document.add_paragraph("线下")
    below._p.get_or_add_pPr().append(parse_xml(f'<w:pBdr {nsdecls("w")}><w:top w:val="single"/></w:pBdr>'))
    assert lines(document) == ["上行", "下行", "线下"]
    assert [line.rule_above for line in raw(document).printed] == [False, False, True]


def good() -> bytes:
    document = docx.Document()
    document.add_paragraph("工会信息")
    document.add_paragraph("五月六日，市总工会召开会议。")
    return saved(document)


def test_a_bomb_is_not_unpacked() -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file, file.open("word/document.xml", "w") as part:
        for _ in range(100):
            part.write(bytes(2**20))
    with pytest.raises(InputError, match="no text that can be read"):
        pipeline.extract(buffer.getvalue())


def test_entities_are_not_expanded() -> None:
    buffer = BytesIO()
    spaces = nsdecls("w")
    text = f'<!DOCTYPE d [<!ENTITY a "哈哈哈哈">]><w:document {spaces}><w:body><w:p><w:r><w:t>正文&a;</w:t></w:r></w:p></w:body></w:document>'
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr("word/document.xml", text)
    assert "哈" not in read(buffer.getvalue(), ReadOptions()).text


def test_an_old_file_and_nothing_that_reads_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(DependencyError, match="antiword"):
        pipeline.extract(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le"))
    with pytest.raises(DependencyError, match="LibreOffice"):
        pipeline.extract(rb"{\rtf1 text}")


def test_old_files_that_are_no_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(InputError, match="no Word document"):
        pipeline.extract(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    with pytest.raises(InputError, match="locked"):
        pipeline.extract(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"))


@pytest.mark.skipif(shutil.which("antiword") is None, reason="antiword is not installed")
def test_a_damaged_old_file_goes_past_antiword(monkeypatch: pytest.MonkeyPatch) -> None:
    antiword = shutil.which("antiword")
    monkeypatch.setattr(shutil, "which", lambda name: antiword if name == "antiword" else None)
    with pytest.raises(DependencyError):
        pipeline.extract(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le"))
