"""Headings that were pasted into a PDF as pictures are read by the engine; nothing else of such a page is."""

from io import BytesIO

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

import pipeline
from pipeline.model.layout import Box
from pipeline.model.paper import Fragment, PageImage, Recognised
from pipeline.readers import recognition

PLACE = (150.0, 100.0, 400.0, 140.0)
SENTENCE = "五月六日，青山市总工会召开全市工会工作会议，传达学习上级会议精神。"
GREY = (90, 90, 90)


def printed(*pages: list[Box], text_at: float = 300) -> bytes:
    """Pages of one sentence with grey pictures at these places, points from the top left."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842))
    picture = ImageReader(Image.new("RGB", (40, 20), GREY))
    for boxes in pages:
        for x0, top, x1, bottom in boxes:
            canvas.drawImage(picture, x0, 842 - bottom, x1 - x0, bottom - top)
        canvas.setFont("STSong-Light", 14)
        canvas.drawString(74, 842 - text_at, SENTENCE)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


class Seer:
    """An engine that sees one line where the picture stands."""

    def __init__(self, confidence: float = 0.95) -> None:
        self.shown: list[PageImage] = []
        self._confidence = confidence

    def recognise(self, image: PageImage) -> Recognised:
        self.shown.append(image)
        dot = image.dpi / 72
        return Recognised((Fragment("市总工会召开工作会议", tuple(edge * dot for edge in PLACE), 24 * dot, self._confidence),))  # type: ignore[arg-type]


def engine(monkeypatch: pytest.MonkeyPatch, seer: Seer) -> Seer:
    monkeypatch.setenv("BULLETIN_EXTRACT_CACHE", "off")
    monkeypatch.setattr(recognition, "ENGINES", {"seer": lambda _: seer})
    return seer


def test_a_heading_that_is_a_picture_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    seer = engine(monkeypatch, Seer())
    document = pipeline.extract(printed([PLACE]))
    assert document.text.split("\n") == ["市总工会召开工作会议", SENTENCE]
    assert document.sections[0].items[0].title == "市总工会召开工作会议"
    assert document.source.reader == "pdf"
    (image,) = seer.shown
    dark = [at for at in range(0, len(image.pixels), 3) if image.pixels[at] < 200]
    rows, columns = {at // 3 // image.width for at in dark}, {at // 3 % image.width for at in dark}
    dot = 72 / image.dpi
    assert (min(columns) * dot, min(rows) * dot, max(columns) * dot, max(rows) * dot) == pytest.approx(PLACE, abs=1)


def test_without_an_engine_a_warning_says_that_it_was_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recognition, "ENGINES", {})
    document = pipeline.extract(printed([PLACE]))
    assert document.text == SENTENCE
    (warning,) = [warning for warning in document.warnings if warning.code == "pictures_unread"]
    assert "page 1 has pictures where a heading may stand" in warning.message


@pytest.mark.parametrize(
    ("box", "text_at"),
    [
        ((150, 100, 300, 200), 300),  # a photograph
        ((74, 100, 520, 106), 300),  # a rule
        ((60, 280, 540, 320), 305),  # a ground with text on it
    ],
)
def test_other_pictures_are_not_shown(monkeypatch: pytest.MonkeyPatch, box: Box, text_at: float) -> None:
    seer = engine(monkeypatch, Seer())
    assert pipeline.extract(printed([box], text_at=text_at)).text == SENTENCE
    assert seer.shown == []


def test_what_is_seen_dimly_is_no_word(monkeypatch: pytest.MonkeyPatch) -> None:
    engine(monkeypatch, Seer(confidence=0.6))
    assert pipeline.extract(printed([PLACE])).text == SENTENCE


def test_the_picture_of_a_running_head_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    seer = engine(monkeypatch, Seer())
    pipeline.extract(printed([PLACE], [PLACE], [PLACE]))
    assert len(seer.shown) == 1
