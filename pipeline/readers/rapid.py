"""The engine rapidocr (PP-OCR on onnxruntime), whose models come in its wheel: the accurate choice.

It finds lines as quadrilaterals and reads each turned upright; what is said of the page as a whole is made of them here.
"""

from typing import Any

from pipeline.model.paper import PageImage, PageReader, Recognised
from pipeline.readers.ink import darkened, without_red
from pipeline.readers.line_ink import measure_line
from pipeline.readers.quads import Quad, lay_straight, overlap

_LEAST_CONFIDENCE = 0.3
"""Lines below are specks and seals; the engine's own limit of 0.5 loses faint ones."""
_TURNED_SHARE = 0.5
"""Share of lines that stand on their heads from which the page does."""
_SURELY_FLIPPED = 0.9
"""Confidence from which the engine turns a line by half before it reads it."""
_TALL = 1.5
"""Times its width that a box is high where its line runs up or down the page."""
_FEW_LINES = 3


def start_rapid(threads: int) -> PageReader | None:
    """The engine, working with so many threads; None where it is not installed."""
    try:
        import onnxruntime  # noqa: F401  rapidocr is installed without it, and fails only at its first page
        import rapidocr
    except ImportError:
        return None
    options = {
        "Global.log_level": "critical",
        "Global.return_word_box": True,
        "EngineConfig.onnxruntime.intra_op_num_threads": threads,
        "EngineConfig.onnxruntime.inter_op_num_threads": 1,
    }
    return _Rapid(rapidocr.RapidOCR(params=options))


class _Rapid:
    def __init__(self, engine: Any) -> None:
        self._engine = engine

    def recognise(self, image: PageImage) -> Recognised:
        """The lines, the page set straight; a seal is taken off, and what only stands in red ink is read with it on."""
        import numpy

        pixels = darkened(numpy.frombuffer(image.pixels, numpy.uint8).reshape(image.height, image.width, 3)[:, :, ::-1])
        found, heads_down = self._read(pixels)
        sideways = _runs_sideways(found)
        if sideways:
            pixels = numpy.ascontiguousarray(numpy.rot90(pixels))  # counter-clockwise
            found, heads_down = self._read(pixels)
        cleaned = without_red(pixels)
        if cleaned is not None:
            below, heads_down = self._read(cleaned)
            found = [*below, *(quad for quad in found if not any(overlap(quad, other) for other in below))]
        return lay_straight(found, image.width, image.height, sideways + 2 * heads_down)

    def _read(self, pixels: Any) -> tuple[list[Quad], bool]:
        """Every line, and whether most of them stand on their heads."""
        from rapidocr.utils.process_img import map_boxes_to_original

        image, record = self._engine.preprocess_img(pixels)
        boxes, turns, texts, _ = self._engine.run_ocr_steps(image, record)
        if boxes.boxes is None or texts.txts is None:
            return [], False
        corners = map_boxes_to_original(boxes.boxes, record, *pixels.shape[:2]).tolist()
        flipped = ["180" in label and float(score) > _SURELY_FLIPPED for label, score in turns.cls_res]
        sure = [n for n, score in enumerate(texts.scores) if score >= _LEAST_CONFIDENCE and texts.txts[n].strip()]
        return [_quad(corners[n], texts, n, flipped=flipped[n]) for n in sure], sum(flipped) > _TURNED_SHARE * len(flipped)


def _quad(corners: list[list[float]], texts: Any, number: int, *, flipped: bool) -> Quad:
    """A line between the ends of its ink; the engine reads it off a picture that is upright."""
    seen, picture = texts.word_results[number], texts.imgs[number]
    high, wide = picture.shape[:2]
    middles = [(step + 0.5) * wide / seen.line_txt_len for word in seen.word_cols for step in word]
    line = measure_line(texts.txts[number], middles, picture)
    quad = Quad(tuple((x, y) for x, y in corners), line.text, float(texts.scores[number]), line.size)
    if quad.height > quad.width:
        return quad
    left, right = (wide - line.right, wide - line.left) if flipped else (line.left, line.right)
    return quad.between(left / wide, right / wide)._replace(size=line.size * quad.height / high)


def _runs_sideways(quads: list[Quad]) -> bool:
    tall = [quad for quad in quads if quad.height > _TALL * quad.width and len(quad.text) > 1]
    return len(quads) >= _FEW_LINES and len(tall) > _TURNED_SHARE * len(quads)
