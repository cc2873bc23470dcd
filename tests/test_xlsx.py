"""The workbook: DA/T 22's list, text that stays text, numbers and dates that are such, limits in the open."""

import datetime
import gc
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from xml.sax.saxutils import unescape

import openpyxl
import pytest
from hypothesis import given, settings
from openpyxl.utils.escape import unescape as unescape_controls
from strategies import NASTY, archives, bulletin, documents, filled, nasty_bulletin

import pipeline
from pipeline import cli
from pipeline.errors import InputError, OutputError, UsageError
from pipeline.model.document import Document, Page
from pipeline.writers import xlsx_sheet
from pipeline.writers.filing_list import COLUMNS, FILE, ISSUE, Fonds, filing_row, read_fonds
from pipeline.writers.labels import table_title
from pipeline.writers.strings import as_unicode
from pipeline.writers.table_layout import TABLES
from pipeline.writers.tables import to_tables
from pipeline.writers.xlsx import in_chinese, write_xlsx

SAMPLES = Path(__file__).parent.parent / "samples"
NOTHING = Fonds({})


def book(path: Path | str) -> Any:
    return openpyxl.load_workbook(path, read_only=False)


def rows(sheet: Any) -> list[tuple[Any, ...]]:
    """The values below the header, with Excel's way of writing control characters undone."""
    return [tuple(unescape_controls(v) if isinstance(v, str) else v for v in row) for row in sheet.iter_rows(2, values_only=True)]


def sheet_of(name: str) -> str:
    return f"{table_title(name)} {name}"


def filing(path: Path) -> list[dict[str, Any]]:
    return [dict(zip(COLUMNS, row, strict=True)) for row in rows(book(path)["归档文件目录"])]


# 归档文件目录


def test_the_list_comes_first_with_the_nine_columns_of_the_standard(tmp_path: Path) -> None:
    write_xlsx([bulletin(1), bulletin(2)], tmp_path / "a.xlsx")
    written = book(tmp_path / "a.xlsx")
    assert written.sheetnames[:2] == ["归档文件目录", "说明"]
    assert written.active.title == "归档文件目录"
    head = [cell.value for cell in next(written["归档文件目录"].iter_rows())]
    assert head == ["序号", "档号", "文号", "责任者", "题名", "日期", "密级", "页数", "备注"]
    assert [row["序号"] for row in filing(tmp_path / "a.xlsx")] == [1, 2]


def test_a_bulletin_has_its_name_and_number_and_nothing_that_is_not_printed() -> None:
    masthead = bulletin().masthead._replace(issue_label="〔2020〕第十二期", issuer="广州市总工会", classification="内部资料")
    row = filing_row(bulletin()._replace(masthead=masthead), 3, NOTHING)
    assert row == {
        "序号": "3", "档号": "", "文号": "", "责任者": "广州市总工会", "题名": "工会信息〔2020〕第十二期", "日期": "20200519", "密级": "",
        "页数": "", "备注": "内部资料",
    }  # fmt: skip
    assert all(cell == "" for name, cell in filing_row(nothing(), 1, NOTHING).items() if name != "序号")


def nothing() -> Document:
    """A document in which nothing was found."""
    return bulletin()._replace(masthead=type(bulletin().masthead)(), sections=())


def test_an_official_document_has_its_own_title_number_and_classification() -> None:
    document = pipeline.extract(SAMPLES / "gongwen/request-upward/source.txt")
    row = filing_row(document, 1, NOTHING)
    assert row["文号"] == document.masthead.document_number
    assert row["题名"] == document.sections[0].items[0].title
    secret = document._replace(masthead=document.masthead._replace(classification="机密★1年"))
    assert filing_row(secret, 1, NOTHING)["密级"] == "机密★1年"


def test_pages_are_counted_where_there_are_pages() -> None:
    guessed = bulletin()._replace(source=bulletin().source._replace(pages=(Page(1, 0, 9),)))
    real = guessed._replace(source=guessed.source._replace(pages=(Page(1, 0, 4, 595.0, 842.0), Page(2, 4, 9, 595.0, 842.0))))
    assert filing_row(guessed, 1, NOTHING)["页数"] == ""
    assert filing_row(real, 1, NOTHING)["页数"] == "2"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_what_the_archive_knows_goes_before_what_is_printed(tmp_path: Path, encoding: str) -> None:
    table = "档号,文件名,密级,责任者,页数,盒号\nX043-WS·2020-Y-0012,d1.txt,,市总工会,4,7\nX043-WS·2020-Y-0099,none.txt,,,,\n\n"
    (tmp_path / "fonds.csv").write_bytes(table.encode(encoding))
    write_xlsx([bulletin()], tmp_path / "a.xlsx", tmp_path / "fonds.csv")
    (row,) = filing(tmp_path / "a.xlsx")
    assert (row["档号"], row["责任者"], row["页数"], row["密级"]) == ("X043-WS·2020-Y-0012", "市总工会", 4, None)
    notes = [note for *_, note in rows(book(tmp_path / "a.xlsx")["说明"])]
    assert any("盒号" in note for note in notes)
    assert any("none.txt" in note for note in notes)
    assert len(notes) == 2


def test_a_row_of_the_archive_may_name_the_issue_and_one_that_names_several_files_is_told(tmp_path: Path) -> None:
    assert read_one(tmp_path, f"issue_id,档号\n{bulletin().id},A-1\n").rows == {(ISSUE, bulletin().id): {"档号": "A-1"}}
    fonds = tmp_path / "fonds.csv"
    fonds.write_text("file,档号\nd1.txt,A-1\n", "utf-8")
    write_xlsx([bulletin(1), bulletin(2)], tmp_path / "a.xlsx", fonds)
    assert "对应 2 个文件" in rows(book(tmp_path / "a.xlsx")["说明"])[0][2]


def read_one(folder: Path, content: str | bytes) -> Fonds:
    path = folder / "fonds.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_fonds(path)


def test_a_faulty_table_of_the_archive_is_an_input_error(tmp_path: Path) -> None:
    assert read_one(tmp_path, "文件名,档号\na.txt,1\n").rows == {(FILE, "a.txt"): {"档号": "1"}}
    for content, said in (
        ("档号\n1\n", "no column is called 文件名"),
        ("", "no column is called 文件名"),
        ("文件名,档号\na,1\na,2\n", "a stands in two rows"),
        (b"\xff\xff\xff", "save it as CSV UTF-8"),
        ('文件名\n"a', "save it as CSV UTF-8"),
    ):
        with pytest.raises(InputError, match=said):
            read_one(tmp_path, content)
    with pytest.raises(InputError, match="cannot read"):
        read_fonds(tmp_path / "missing.csv")


def test_the_command_takes_metadata(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("工会信息\n第3期\n", "utf-8")
    Path("fonds.csv").write_text("文件名,档号\na.txt,A·1\n", "utf-8")
    assert cli.main(["a.txt", "-q", "-f", "xlsx", "-o", "a.xlsx", "--metadata", "fonds.csv"]) == 0
    assert filing(Path("a.xlsx"))[0]["档号"] == "A·1"
    assert cli.main(["a.txt", "-q", "-f", "csv", "-o", "out", "--metadata", "fonds.csv"]) == UsageError.exit_code
    assert "--metadata is for -f xlsx" in capsys.readouterr().err
    assert cli.main(["gone.txt", "-f", "xlsx", "-o", "b.xlsx", "--metadata", "missing.csv"]) == InputError.exit_code
    said = "cannot read missing.csv: No such file or directory; name a CSV file that is there"
    assert capsys.readouterr().err == f"extract: {said}\n", "before anything is read"


# Sheets of the tables


@settings(max_examples=8, deadline=None)
@given(archives)
def test_every_table_is_a_sheet_with_its_rows(archive: list[Document]) -> None:
    with TemporaryDirectory() as folder:
        write_xlsx(archive, f"{folder}/a.xlsx")
        written = book(f"{folder}/a.xlsx")
        tables = to_tables(archive)
        tables["warnings"] = [tuple(in_chinese(row)) for row in tables["warnings"]]
        for name, table in tables.items():
            kinds = [column.kind for column in TABLES[name].columns]
            wanted = [tuple(in_excel(cell, kind) for cell, kind in zip(row, kinds, strict=True)) for row in table]
            assert list(map(repr, rows(written[sheet_of(name)]))) == list(map(repr, wanted))


def in_excel(cell: Any, kind: str) -> Any:
    if kind == "date" and cell is not None and cell >= "1900-03-01":
        return datetime.datetime.combine(datetime.date.fromisoformat(cell), datetime.time())
    if isinstance(cell, float):
        written = float(f"{cell:.16G}")
        return int(written) if written.is_integer() and "E" not in f"{cell:.16G}" else written
    if isinstance(cell, int) and abs(cell) >= 10**15:
        return str(cell)
    return as_unicode(cell)


@pytest.mark.parametrize("text", [*NASTY, "5月6日", "1-2", "00123", "1E5", "_x0041_", "\x0b\x1f\ufffe", "{=1}", "http://a.b/"])
def test_a_string_is_text_and_no_formula_number_link_or_date(text: str, tmp_path: Path) -> None:
    write_xlsx(nasty_bulletin(text), tmp_path / "a.xlsx")
    written = book(tmp_path / "a.xlsx")
    for sheet in written:
        for row in sheet.iter_rows(2):
            for cell in row:
                assert cell.data_type != "f"
                assert cell.hyperlink is None
                if cell.data_type == "s":
                    assert (cell.number_format, cell.quotePrefix) == ("@", True)
    (row,) = rows(written[sheet_of("emails")])
    assert unescape(row[2] or "") == as_unicode(text)


def test_dates_and_numbers_are_such(tmp_path: Path) -> None:
    write_xlsx([bulletin(), bulletin(7)._replace(masthead=bulletin().masthead._replace(date="1899-05-04"))], tmp_path / "a.xlsx")
    written = book(tmp_path / "a.xlsx")
    place = [column.name for column in TABLES["issues"].columns].index("date") + 1
    cells = [written[sheet_of("issues")].cell(row, place) for row in (2, 3)]
    assert [(cell.value, cell.number_format) for cell in cells] == [
        (datetime.datetime(2020, 5, 19), "yyyy-mm-dd"),  # noqa: DTZ001  a cell has no time zone
        ("1899-05-04", "@"),
    ]
    assert rows(written[sheet_of("quantities")])[0][-4:] == (20, "人", "gt", True)


def test_a_cell_too_long_for_excel_is_cut_and_told(tmp_path: Path) -> None:
    whole, long, wide = "字" * 32_767, "字" * 32_768, "𠮷" * 20_000
    documents = [bulletin(n)._replace(text=text) for n, text in enumerate((whole, long, wide))]
    write_xlsx(documents, tmp_path / "a.xlsx")
    texts = [row[-1] for row in rows(book(tmp_path / "a.xlsx")[sheet_of("sources")])]
    assert texts[0] == whole
    assert all(text.endswith("……〔未完 cut〕") and len(text.encode("utf-16-le")) <= 2 * 32_767 for text in texts[1:])
    assert set(texts[2]) == {"𠮷", *"……〔未完 cut〕"}
    notes = rows(book(tmp_path / "a.xlsx")["说明"])
    assert [note[:2] for note in notes] == [(sheet_of("sources"), 3), (sheet_of("sources"), 4)]
    assert "共 32,768 字" in notes[0][2]


def test_rows_beyond_the_limit_go_on_in_another_sheet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_sheet, "MAX_ROWS", 4)
    write_xlsx(map(bulletin, range(7)), tmp_path / "a.xlsx")
    written = book(tmp_path / "a.xlsx")
    parts = [sheet_of("issues") + suffix for suffix in ("", " (2)", " (3)")]
    assert [row[0] for part in parts for row in rows(written[part])] == [bulletin(n).id for n in range(7)]
    told = [row for sheet in written.sheetnames if sheet.startswith("说明") for row in rows(written[sheet])]
    assert any(note[:2] == (parts[0], 5) and parts[1] in note[2] for note in told)


def test_the_list_can_be_printed(tmp_path: Path) -> None:
    document = pipeline.extract("关于{0}的{0}通知\n".format("做好安全生产大检查有关工作" * 4).encode(), style="plain")
    document = document._replace(masthead=document.masthead._replace(title="关于做好安全生产大检查有关工作的通知" * 4))
    write_xlsx([document], tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["归档文件目录"]
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.page_setup.fitToHeight) == ("landscape", 9, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$1:$1"
    assert sheet["E2"].alignment.wrap_text
    assert sheet.row_dimensions[2].height >= 4 * 15
    assert sheet["I2"].border.left.style == "thin"


def test_warnings_are_in_chinese(tmp_path: Path) -> None:
    document = pipeline.extract("工会信息\n第3期\n\n市总工会开会\n    5月6日，市总工会开会，部署三件事。一是学习。二是宣传。\n".encode())
    assert any("announces" in warning.message for warning in document.warnings)
    write_xlsx([document], tmp_path / "a.xlsx")
    rows = list(openpyxl.load_workbook(tmp_path / "a.xlsx")["提示 warnings"].values)
    at = rows[0].index("说明")
    assert any("三件事" in str(row[at]) and "列出" in str(row[at]) for row in rows)
    assert not any("announces" in str(row[at]) for row in rows)


def test_columns_are_explained(tmp_path: Path) -> None:
    write_xlsx([], tmp_path / "a.xlsx")
    explained = {(row[0], row[2]) for row in rows(book(tmp_path / "a.xlsx")["字段 columns"])}
    assert explained == {(sheet_of(name), column.name) for name, table in TABLES.items() for column in table.columns}


# Faults


@settings(max_examples=5, deadline=None)
@given(documents)
def test_an_id_twice_is_an_output_error(document: Document) -> None:
    with TemporaryDirectory() as folder:
        with pytest.raises(OutputError, match="two documents have the id"):
            write_xlsx([document, document], f"{folder}/a.xlsx")
        assert list(Path(folder).iterdir()) == []


@pytest.mark.filterwarnings("ignore")  # XlsxWriter leaves its files open when it fails
def test_a_full_disk_is_an_output_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import xlsxwriter.workbook

    def full(*_: object, **__: object) -> Iterator[None]:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(xlsxwriter.workbook, "ZipFile", full)
    with pytest.raises(OutputError, match=r"cannot write .*a\.xlsx"):
        write_xlsx([filled(Document)], tmp_path / "a.xlsx")
    gc.collect()
    assert list(tmp_path.iterdir()) == []
