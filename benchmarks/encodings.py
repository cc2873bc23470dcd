"""Which share of short texts is decoded exactly: ours beside the two libraries that it asks when in doubt."""

import argparse
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import chardet
from charset_normalizer import from_bytes

from pipeline.readers.encoding import decode
from pipeline.readers.text import read_text

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
LENGTHS = (20, 60, 200, 1000)
"""Characters of a draw: a title, a brief, a short item, a page."""
ENCODINGS = ("utf-8", "gb18030", "big5", "utf-16-le", "utf-16-be")
AS_GB18030 = {"gb2312", "gbk", "cp936", "hz"}
"""Names for subsets of GB 18030; decoded as the whole, as everyone should."""


def ours(data: bytes) -> str:
    """What `extract` reads."""
    return decode(data).text


def by_chardet(data: bytes) -> str:
    """What chardet's answer gives."""
    name = (chardet.detect(data)["encoding"] or "utf-8").lower()
    return data.decode("gb18030" if name in AS_GB18030 else name, "replace")


def by_charset_normalizer(data: bytes) -> str:
    """What charset-normalizer's best match gives."""
    match = from_bytes(data).best()
    name = match.encoding if match else "utf-8"
    return data.decode("gb18030" if name in AS_GB18030 else name, "replace")


READERS: dict[str, Callable[[bytes], str]] = {
    "ours": ours,
    "chardet": by_chardet,
    "charset-normalizer": by_charset_normalizer,
}


class Figure(NamedTuple):
    """How one reader did on the draws of one encoding and length."""

    right: int
    seconds: float


def draws(encoding: str, length: int, count: int, seed: int) -> list[str]:
    """Random stretches of samples that the encoding can write in full: only texts in long-form characters for Big5."""
    dice = random.Random(f"{seed} {encoding} {length}")
    texts = [read_text(path.read_bytes()).text for path in sorted(SAMPLES.glob("*/*/source.txt"))]
    pool = [text for text in texts if len(text) > length and share_of(text, encoding) > 0.99]
    found: list[str] = []
    for _ in range(count * 50 if pool else 0):
        text = dice.choice(pool)
        start = dice.randrange(len(text) - length)
        draw = text[start : start + length]
        if len(found) < count and share_of(draw, encoding) == 1 and any("\u4e00" <= c <= "\u9fff" for c in draw):
            found.append(draw)
    return found


def share_of(text: str, encoding: str) -> float:
    """Share of the characters that the encoding has."""
    return len(text.encode(encoding, "ignore").decode(encoding)) / max(1, len(text))


def judge(read: Callable[[bytes], str], encoding: str, texts: list[str]) -> Figure:
    """How many draws a reader reads exactly."""
    start = time.perf_counter()
    right = sum(read(text.encode(encoding)) == text for text in texts)
    return Figure(right, time.perf_counter() - start)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", type=int, default=60, help="draws of each encoding and length (default %(default)s)")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    print(f"% decoded exactly (ms each), up to {options.n} draws, seed {options.seed}, Python {sys.version.split()[0]}\n")
    print(f"{'encoding':12}{'characters':>11}{'draws':>7}" + "".join(f"{name:>24}" for name in READERS))
    for encoding in ENCODINGS:
        for length in LENGTHS:
            texts = draws(encoding, length, options.n, options.seed)
            cells = ""
            for read in READERS.values():
                figure = judge(read, encoding, texts)
                n = max(1, len(texts))
                cells += f"{100 * figure.right / n:15.0f}{f'({1000 * figure.seconds / n:.2f})':>9}"
            print(f"{encoding:12}{length:11}{len(texts):7}{cells if texts else '   no sample in this encoding'}")


if __name__ == "__main__":
    main()
