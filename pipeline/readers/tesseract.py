"""The engine tesseract, where its command and its Chinese data are installed: the light choice."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from itertools import groupby

from pipeline.model.paper import Fragment, PageImage, PageReader, Recognised

_LANGUAGES = ("chi_sim", "chi_tra")
_PAGE_SEGMENTATION = "3"
"""Fully automatic: modes that take the page for one block mix its columns."""
_SECONDS = 300
_WORD = "5"
"""Level of a row of its table that is a word."""
_HEIGHT_OF_TYPE = 0.95


def start_tesseract() -> PageReader | None:
    """The engine, None where it or its Chinese is not installed."""
    command = shutil.which("tesseract")
    if command is None:
        return None
    listed = subprocess.run([command, "--list-langs"], capture_output=True, text=True, check=False).stdout.split()  # noqa: S603  no input
    languages = [language for language in _LANGUAGES if language in listed]
    return _Tesseract(command, "+".join(languages)) if languages else None


class _Tesseract:
    def __init__(self, command: str, languages: str) -> None:
        self._command = [command, "stdin", "stdout", "-l", languages, "--psm", _PAGE_SEGMENTATION, "tsv"]

    def recognise(self, image: PageImage) -> Recognised:
        """The lines; boxes and sizes in pixels. SubprocessError where it refuses the image or takes too long."""
        bitmap = b"P6 %d %d 255\n" % (image.width, image.height) + image.pixels
        one_thread = {**os.environ, "OMP_THREAD_LIMIT": "1"}  # more of them wait for each other
        done = subprocess.run(  # noqa: S603  the page goes in by standard input
            self._command, input=bitmap, capture_output=True, check=True, env=one_thread, timeout=_SECONDS
        )
        return Recognised(tuple(_fragments(done.stdout.decode("utf-8", "replace"))))


def _fragments(table: str) -> Iterator[Fragment]:
    """Its words, line by line; between Chinese words it sees blanks that are none."""
    rows = [row for line in table.splitlines()[1:] if (row := line.split("\t"))[0] == _WORD and row[-1].strip()]
    for _, words in groupby(rows, key=lambda row: row[1:5]):
        line = list(words)
        boxes = [tuple(map(int, row[6:10])) for row in line]
        left, top = min(b[0] for b in boxes), min(b[1] for b in boxes)
        right, bottom = max(b[0] + b[2] for b in boxes), max(b[1] + b[3] for b in boxes)
        text = ""
        for row in line:
            text += (" " if text[-1:].isascii() and row[-1][:1].isascii() and text else "") + row[-1]
        sure = min(float(row[10]) for row in line) / 100
        yield Fragment(text, (left, top, right, bottom), round(_HEIGHT_OF_TYPE * (bottom - top), 1), max(0.0, round(sure, 3)))
