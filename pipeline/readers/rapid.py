"""The engine rapidocr (PP-OCR on onnxruntime), whose models come in its wheel: the accurate choice.

It finds lines as quadrilaterals and reads each turned upright; what is said of the page as a whole is made of them here.
"""

from typing import Any

from pipeline.model.paper import PageImage, PageReader, Recognised
from pipeline.readers.ink import darkened, without_red
from pipeline.readers.quads import Quad, lay_straight, overlap

_LEAST_CONFIDENCE = 0.3
"""Lines below are specks and seals; the engine's own limit of 0.5 loses faint ones."""
_TURNED_SHARE = 0.5
"""Share of lines that stand on their heads from which the page does."""
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
        "Global.text_score": _LEAST_CONFIDENCE,
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
        image, record = self._engine.preprocess_img(pixels)
        boxes, turns, texts, crops = self._engine.run_ocr_steps(image, record)
        result = self._engine.build_final_output(pixels, boxes, turns, texts, crops, record)
        if getattr(result, "boxes", None) is None or getattr(result, "txts", None) is None:
            return [], False
        down = [label == "180" for label, _ in turns.cls_res or ()]
        quads = [
            Quad(tuple((float(x), float(y)) for x, y in box), str(text), float(score))
            for box, text, score in zip(result.boxes, result.txts, result.scores, strict=True)
        ]
        return quads, sum(down) > _TURNED_SHARE * len(down)


def _runs_sideways(quads: list[Quad]) -> bool:
    tall = [quad for quad in quads if quad.height > _TALL * quad.width and len(quad.text) > 1]
    return len(quads) >= _FEW_LINES and len(tall) > _TURNED_SHARE * len(quads)
