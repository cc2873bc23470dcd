"""Damaged files, the same for the same seed: bytes flipped, cut, swapped, doubled, numbers blown up, dictionaries and tags nested.

`python damage.py KIND FIRST LAST MEGABYTES` reads the files of these seeds within the memory and prints what came of each.
"""

import os
import random
import re
import resource
import sys
import zipfile
from collections.abc import Callable
from functools import partial
from io import BytesIO

import docx
from PIL import Image, ImageDraw
from printer.ofd_maker import line, package
from printer.raw_odt import odt
from printer.raw_pdf import paragraph, pdf

import pipeline
from pipeline.errors import PipelineError
from pipeline.model.paper import PageImage, PageReader, Recognised
from pipeline.readers import recognition

TEXT = "五月六日，青山市总工会召开全市工会工作会议，传达学习上级会议精神，总结去年工作。"
_MAGIC = 8
"""First bytes that tell the format; they stay."""


class Blind:
    """An engine that sees nothing: what is tested is the file."""

    def recognise(self, _: PageImage) -> Recognised:
        """Nothing."""
        return Recognised(())


def _docx() -> bytes:
    document = docx.Document()
    document.add_heading("工会信息")
    for _ in range(3):
        document.add_paragraph(TEXT)
    document.add_table(2, 2).cell(0, 0).text = "单位"
    document.sections[0].header.paragraphs[0].text = "工会信息"
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _html() -> bytes:
    rows = "<table><tr><td>单位</td><td>人数</td></tr></table>"
    body = f"<div><h1>工会信息</h1>{f'<p>{TEXT}</p>' * 4}{rows}<a href='x'>下一篇</a></div>"
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>工会信息</title></head><body>{body}</body></html>".encode()


def _image(name: str) -> bytes:
    pages = [Image.new("RGB", (120, 160), "white") for _ in range(2)]
    for page in pages:
        ImageDraw.Draw(page).rectangle((20, 20, 100, 60), fill="red")
    buffer = BytesIO()
    pages[0].save(buffer, name, **({"save_all": True, "append_images": pages[1:]} if name in ("TIFF", "GIF") else {}))
    return buffer.getvalue()


GOOD: dict[str, Callable[[], bytes]] = {
    "pdf": lambda: pdf([paragraph(TEXT * 3, 74, 120)] * 3),
    "docx": _docx,
    "ofd": lambda: package([line(20, 40, "工会信息", size=9) + line(20, 60, TEXT, steps="g 30 5.64")] * 3),
    "odt": lambda: odt(f"<text:h>工会信息</text:h><text:p>{TEXT}</text:p>" * 3),
    "html": _html,
    **{name: partial(_image, name.upper()) for name in ("png", "jpeg", "tiff", "gif", "webp", "bmp")},
}
"""Kind → a file that is whole."""


def damaged(good: bytes, seed: int) -> bytes:
    """The file of this seed; of an archive the file itself, or one of its parts."""
    dice = random.Random(seed)
    if good.startswith(b"PK") and dice.random() < 0.6:
        return _with_damaged_part(good, dice)
    return good[:_MAGIC] + _harmed(good[_MAGIC:], dice)


def _harmed(good: bytes, dice: random.Random) -> bytes:
    data = bytearray(good)
    for _ in range(dice.randint(1, 4)):
        if data:
            dice.choice(FAULTS)(data, dice)
    return bytes(data)


def _with_damaged_part(good: bytes, dice: random.Random) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(good)) as whole, zipfile.ZipFile(buffer, "w") as file:
        hit = dice.choice(["word/document.xml", dice.choice(whole.namelist())])
        for name in whole.namelist():
            content = whole.read(name)
            file.writestr(name, _harmed(content, dice) if name == hit else content)
    return buffer.getvalue()


def _flip(data: bytearray, dice: random.Random) -> None:
    for _ in range(dice.randint(1, 40)):
        data[dice.randrange(len(data))] = dice.randrange(256)


def _cut(data: bytearray, dice: random.Random) -> None:
    del data[dice.randrange(len(data)) :]


def _swap(data: bytearray, dice: random.Random) -> None:
    length = dice.randint(1, len(data) // 4 + 1)
    one, two = (dice.randrange(max(1, len(data) - length)) for _ in range(2))
    data[one : one + length], data[two : two + length] = data[two : two + length], data[one : one + length]


def _double(data: bytearray, dice: random.Random) -> None:
    start = dice.randrange(len(data))
    data[start:start] = data[start : start + dice.randint(1, 2000)] * dice.randint(1, 20)


def _blow_up(data: bytearray, dice: random.Random) -> None:
    numbers = list(re.finditer(rb"\d+", data))
    if numbers:
        found = dice.choice(numbers)
        data[found.start() : found.end()] = str(dice.choice((0, -1, 2**31, 2**63, 10**30, dice.randrange(30)))).encode()


def _nest(data: bytearray, dice: random.Random) -> None:
    places = [found.start() for found in re.finditer(rb"<<|\[|<[a-z]", data)]
    if places:
        depth = dice.choice((10, 1000, 100_000))
        at = dice.choice(places)
        data[at:at] = dice.choice((b"<</A", b"[", b"q ", b"<w:p>", b"<div>")) * depth


def _rename(data: bytearray, dice: random.Random) -> None:
    names = list(re.finditer(rb"/[A-Z][A-Za-z]+", data))
    if len(names) > 1:
        one, two = dice.choice(names), dice.choice(names)
        data[one.start() : one.end()] = two[0]


def _refer(data: bytearray, dice: random.Random) -> None:
    """A reference to another object, perhaps to the one that it stands in."""
    places = list(re.finditer(rb"\d+ 0 R", data))
    if places:
        found = dice.choice(places)
        data[found.start() : found.end()] = b"%d 0 R" % dice.randint(0, 12)


FAULTS: tuple[Callable[[bytearray, random.Random], None], ...] = (_flip, _cut, _swap, _double, _blow_up, _nest, _rename, _refer)


def main() -> None:
    """Read the files of a range of seeds."""
    kind, (first, last, megabytes) = sys.argv[1], map(int, sys.argv[2:5])
    good = GOOD[kind]()
    os.environ["BULLETIN_EXTRACT_CACHE"] = "off"
    os.environ[recognition.WORKERS] = "1"
    recognition.ENGINES.clear()
    if kind not in ("pdf", "docx", "odt", "html", "ofd"):
        recognition.ENGINES["blind"] = _blind
    limit = megabytes * 2**20
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    for seed in range(first, last):
        _say(f"{seed} ")
        try:
            document = pipeline.extract(damaged(good, seed))
        except PipelineError as error:
            _say(f"refused {error}\n")
            continue
        whole = "".join(document.text[run.start : run.end] for run in document.ledger) == document.text
        _say(f"{'read' if whole else 'LOST'} {len(document.text)} {len(document.warnings)}\n")


def _blind(_: int) -> PageReader:
    return Blind()


def _say(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


if __name__ == "__main__":
    main()
