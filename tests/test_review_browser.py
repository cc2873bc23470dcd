"""The page in a real browser: opened, clicked, corrected, saved, and the corrections applied by the next run."""

import json
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FloatRect, Locator, Page, sync_playwright
from printer import typst_maker
from printer.sheet import sheet

import pipeline
from pipeline.facsimile import extract_with_facsimile
from pipeline.review.page import to_html
from pipeline.review.server import ReviewServer
from pipeline.review.shelf import Shelf

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here: apt-get install chromium"),
    pytest.mark.xdist_group("browser"),
]
SAMPLE = Path(__file__).resolve().parent.parent / "samples" / "jianbao" / "reservoir-union" / "source.txt"
TITLE = "局工会召开班组建设现场会"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="zh-CN", viewport={"width": 1300, "height": 900})
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    yield page
    context.close()
    assert faults == []


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "issue.txt"
    path.write_bytes(SAMPLE.read_bytes())
    return path


@pytest.fixture(scope="module")
def printed() -> bytes:
    return typst_maker.pdf(sheet(SAMPLE.read_bytes()))


@pytest.fixture
def pdf(printed: bytes, tmp_path: Path) -> Path:
    path = tmp_path / "issue.pdf"
    path.write_bytes(printed)
    return path


def open_file(page: Page, source: Path) -> None:
    html = source.with_suffix(".html")
    html.write_text(to_html(*extract_with_facsimile(source)), encoding="utf-8")
    page.goto(html.as_uri())
    page.wait_for_selector("article")


def select(page: Page, words: str) -> None:
    """Select words in the source as a person does, the last place where they stand, and let the mouse go."""
    page.evaluate(
        """words => {
            const pre = document.getElementById("text"), walker = document.createTreeWalker(pre, NodeFilter.SHOW_TEXT);
            const nodes = []; while (walker.nextNode()) if (!walker.currentNode.parentNode.classList.contains("page")) nodes.push(walker.currentNode);
            const whole = nodes.map(n => n.data).join(""), at = whole.lastIndexOf(words);
            const find = offset => { for (const n of nodes) { if (offset <= n.data.length) return [n, offset]; offset -= n.data.length; } };
            const range = document.createRange(); range.setStart(...find(at)); range.setEnd(...find(at + words.length));
            const s = getSelection(); s.removeAllRanges(); s.addRange(range);
            pre.dispatchEvent(new MouseEvent("mouseup", {bubbles: true}));
        }""",
        words,
    )


def test_a_click_on_either_side_shows_the_other(page: Page, source: Path) -> None:
    open_file(page, source)
    page.click("article h3")
    assert "".join(page.locator("#text .lit").all_text_contents()) == TITLE
    page.locator("#text .attribution").first.click()
    assert "沈碧波" in "".join(page.locator("#structure .lit").all_text_contents())


def test_doubts_come_first_and_keys_go_through_them(page: Page, source: Path) -> None:
    open_file(page, source)
    assert page.locator("#structure > *").first.locator("h2").text_content() == "疑点与提示"
    page.keyboard.press("n")
    assert "".join(page.locator("#text .lit").all_text_contents()) == "三件事"
    page.keyboard.press("j")
    assert page.locator("article h3.lit").text_content() == TITLE


def test_what_is_for_information_stands_below_the_doubts(page: Page, source: Path) -> None:
    source.write_text(source.read_text("utf-8").replace("　沈碧波）", "　沈\n\n碧波）").replace("第4期（总第31期）", ""), "utf-8")
    open_file(page, source)
    told = page.locator("#structure .warning")
    assert [("for-information" in (one.get_attribute("class") or ""), one.text_content()) for one in told.all()] == [
        (False, "报头没有期号"), (False, "文中说“三件事”，列出的却是 2 项"),
        (True, "供稿 （局工会办公室　沈碧波） 被换页或空行切断"),
    ]  # fmt: skip


def test_search_and_language(page: Page, source: Path) -> None:
    open_file(page, source)
    page.keyboard.press("/")
    page.keyboard.type("生日蛋糕")
    assert "生日蛋糕" in (page.locator("p.found").text_content() or "")
    page.click("#language")
    assert page.locator("#structure h2").first.text_content() == "Doubts and warnings"


def test_corrections_are_downloaded_and_the_next_run_applies_them(page: Page, source: Path) -> None:
    open_file(page, source)
    select(page, "二是办好“口袋")
    page.click("text=条目由此开始")
    select(page, "溢洪道管理站")
    page.click("text=补为单位")
    select(page, "青岩水库管理局工会编")
    page.locator("#menu select").select_option("issuer")
    page.click("text=是报头的")
    page.fill("#menu input", "青岩水库管理局工会")
    page.click("#menu button:has-text('改正')")
    assert "3" in (page.locator("#count").text_content() or "")
    with page.expect_download() as download:
        page.click("#save")
    download.value.save_as(source.parent / "corrections.jsonl")
    document = pipeline.extract(source)
    items = [item for section in document.sections for item in section.items]
    assert items[1].text == "二是办好“口袋书”流动站，每季度换一次书。"
    assert "溢洪道管理站" in [row.text for row in items[0].organizations if row.confidence == 1]
    assert not [w for w in document.warnings if w.code.startswith("correction")]


def box(node: Locator) -> FloatRect:
    found = node.bounding_box()
    assert found
    return found


def test_the_pages_of_a_pdf_are_shown_and_linked(page: Page, pdf: Path) -> None:
    open_file(page, pdf)
    assert page.evaluate("[...document.images].every(image => image.complete && image.naturalWidth > 800)")
    assert not page.locator("#text").is_visible()
    page.locator("article h3", has_text=TITLE).click()
    line = box(page.locator("#sheets svg text", has_text=TITLE).last)
    lit = box(page.locator("#sheets rect.lit").first)
    assert abs(lit["x"] - line["x"]) < 9
    assert abs(lit["width"] - line["width"]) < 18
    assert abs(lit["y"] - line["y"]) < 9
    page.locator("#sheets svg text", has_text="沈碧波").first.scroll_into_view_if_needed()
    line = box(page.locator("#sheets svg text", has_text="沈碧波").first)
    page.mouse.click(line["x"] + line["width"] - 20, line["y"] + line["height"] / 2)
    assert page.locator("#structure .lit").text_content() == "局工会办公室 沈碧波"


def test_words_are_selected_on_the_picture(page: Page, pdf: Path) -> None:
    open_file(page, pdf)
    line = box(page.locator("#sheets svg text", has_text="溢洪道管理站").first)
    middle = line["y"] + line["height"] / 2
    page.mouse.move(line["x"] + 2, middle)
    page.mouse.down()
    page.mouse.move(line["x"] + line["width"] / 2, middle, steps=4)
    page.mouse.up()
    words = page.locator("#menu q").text_content() or ""
    text = page.locator("#sheets svg text", has_text="溢洪道管理站").first.text_content() or ""
    assert text.startswith(words)
    assert 0.3 * len(text) < len(words) < 0.7 * len(text)
    page.click("text=补为地点")
    assert page.locator("#sheets rect.corrected").count() == 1


def test_pages_or_text(page: Page, pdf: Path) -> None:
    open_file(page, pdf)
    page.keyboard.press("n")
    page.keyboard.press("v")
    assert page.locator("#text").is_visible()
    assert not page.locator("#sheets").is_visible()
    assert "".join(page.locator("#text .lit").all_text_contents()) == "三件事"
    page.click("#view")
    before = box(page.locator(".sheet img").first)["width"]
    page.keyboard.press("+")
    assert box(page.locator(".sheet img").first)["width"] > 1.2 * before


def test_a_page_without_a_picture_is_shown_as_text(page: Page, pdf: Path) -> None:
    document, facsimile = extract_with_facsimile(pdf)
    html = pdf.with_suffix(".html")
    html.write_text(to_html(document, facsimile._replace(pictures=facsimile.pictures[:1])), encoding="utf-8")
    page.goto(html.as_uri())
    assert page.locator("#left").text_content() == ("只附前 1 页的影像，其余各页请看文字。" if len(document.source.pages) > 1 else "")
    last = document.sections[-1].items[-1].segments[-1]
    page.locator("article p").last.click()
    assert page.locator("#text").is_visible() == (last.page > 1)


def test_undo(page: Page, source: Path) -> None:
    open_file(page, source)
    select(page, "溢洪道管理站")
    page.click("text=补为单位")
    page.keyboard.press("z")
    assert page.locator("#save").is_disabled()


def test_a_row_is_changed_and_rejected(page: Page, source: Path) -> None:
    open_file(page, source)
    chip = page.locator(".row", has_text="沈碧波").first
    chip.dblclick()
    page.fill("#menu input[name=person]", "沈碧波（代）")
    page.click("#menu button:has-text('改正')")
    chip.dblclick()
    page.click("#menu button:has-text('不对')")
    with page.expect_download() as download:
        page.keyboard.press("s")
    rows = [json.loads(line) for line in Path(download.value.path()).read_text(encoding="utf-8").splitlines()]
    assert [(row["op"], row["target"], row["value"]) for row in rows] == [
        ("change", "attributions", {"person": "沈碧波（代）"}),
        ("reject", "attributions", {}),
    ]


def test_a_unit_gets_its_full_name(page: Page, source: Path) -> None:
    open_file(page, source)
    row = page.locator("tr.entity", has_text="局工会").first
    row.click()
    assert "局工会" in "".join(page.locator("#text .lit").all_text_contents())
    row.click()
    page.fill("#menu input[name=name]", "青岩水库管理局工会委员会")
    page.click("#menu button:has-text('改正')")
    with page.expect_download() as download:
        page.keyboard.press("s")
    download.value.save_as(source.parent / "corrections.jsonl")
    assert "青岩水库管理局工会委员会" in [entity.name for entity in pipeline.extract(source).entities]


def test_a_telephone_corrects_with_a_button(browser: Browser, source: Path) -> None:
    context = browser.new_context(locale="zh-CN", viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    open_file(page, source)
    page.evaluate("getSelection().selectAllChildren(spansOf(...FIRST.values().next().value)[0])")
    page.wait_for_selector("#correct:enabled")
    page.tap("#correct")
    assert page.locator("#menu q").text_content() == "局工会"
    context.close()


def test_a_long_page_is_marked_up_where_it_is_seen(page: Page, tmp_path: Path) -> None:
    source = tmp_path / "long.txt"
    source.write_text("工会信息\n第3期\n\n" + "".join(f"市总工会开展第{n}次检查\n    5月6日，市总工会检查{n}处。\n\n" for n in range(1, 120)), encoding="utf-8")
    open_file(page, source)
    total, drawn = page.evaluate("[leaves.length, leaves.filter(leaf => leaf.spans).length]")
    assert drawn < total
    assert page.locator("#text").text_content() == source.read_text("utf-8")
    page.evaluate("lightAt(TEXT.length - 8)")
    assert "119处" in "".join(page.locator("#text .lit").all_text_contents())
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate("leaves.every(leaf => leaf.spans)")


def test_text_stays_text(page: Page, tmp_path: Path) -> None:
    source = tmp_path / "hostile.txt"
    source.write_text("<img src=x onerror=document.title='gone'>\n\n<script>document.title='gone'</script></script>\n" * 3, encoding="utf-8")
    html = source.with_suffix(".html")
    html.write_text(to_html(pipeline.extract(source)), encoding="utf-8")
    page.goto(html.as_uri())
    page.wait_for_selector("#structure h2")
    assert page.title() != "gone"
    assert page.locator("main img, main script").count() == 0
    assert "<script>" in (page.locator("#text").text_content() or "")


def test_corrections_are_kept_by_the_server(page: Page, source: Path) -> None:
    server = ReviewServer(Shelf(str(source.parent), (".txt",)))
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        page.goto(server.address)
        page.click("text=issue.txt")
        page.wait_for_selector("article")
        before = page.locator("article").count()
        select(page, "二是办好“口袋")
        page.click("text=条目由此开始")
        with page.expect_navigation():
            page.click("#save")
        page.wait_for_selector("article")
        assert page.locator("article").count() == before + 1
        assert len((source.parent / "corrections.jsonl").read_text(encoding="utf-8").splitlines()) == 1
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def test_the_server_shows_the_pages_of_a_pdf(page: Page, pdf: Path) -> None:
    server = ReviewServer(Shelf(str(pdf.parent), (".pdf",)))
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        page.goto(server.address)
        page.click("text=issue.pdf")
        page.wait_for_load_state("networkidle")
        assert page.evaluate("document.images.length && document.images[0].naturalWidth > 800")
        page.click("#back")
        page.wait_for_selector("table")
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def test_it_can_be_read_on_a_telephone_and_in_print(page: Page, source: Path) -> None:
    page.set_viewport_size({"width": 380, "height": 800})
    open_file(page, source)
    assert page.evaluate("document.documentElement.scrollWidth <= 380")
    page.emulate_media(media="print")
    assert not page.locator("footer").is_visible()
