"""Damaged PDF files, the same for the same seed: bytes flipped, cut, swapped, doubled, numbers blown up, dictionaries nested.

`python damage.py FIRST LAST MEGABYTES` reads the files of these seeds within the memory and prints what came of each.
"""

import random
import re
import resource
import sys
from collections.abc import Callable

from printer.raw_pdf import paragraph, pdf

import pipeline
from pipeline.errors import PipelineError
from pipeline.readers import recognition

recognition.ENGINES.clear()  # what is tested is the file, not an engine that reads images in little memory

TEXT = "五月六日，青山市总工会召开全市工会工作会议，传达学习上级会议精神，总结去年工作。"
GOOD = pdf([paragraph(TEXT * 3, 74, 120)] * 3)


def damaged(seed: int) -> bytes:
    """The file of this seed."""
    dice = random.Random(seed)
    data = bytearray(GOOD)
    for _ in range(dice.randint(1, 4)):
        dice.choice(FAULTS)(data, dice)
    return b"%PDF-" + bytes(data[5:])


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
    places = [found.start() for found in re.finditer(rb"<<|\[", data)]
    if places:
        depth = dice.choice((10, 1000, 100_000))
        at = dice.choice(places)
        data[at:at] = dice.choice((b"<</A", b"[", b"q ")) * depth


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
    first, last, megabytes = map(int, sys.argv[1:4])
    limit = megabytes * 2**20
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    for seed in range(first, last):
        _say(f"{seed} ")
        try:
            document = pipeline.extract(damaged(seed))
        except PipelineError as error:
            _say(f"refused {error}\n")
            continue
        whole = "".join(document.text[run.start : run.end] for run in document.ledger) == document.text
        _say(f"{'read' if whole else 'LOST'} {len(document.text)} {len(document.warnings)}\n")


def _say(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


if __name__ == "__main__":
    main()
