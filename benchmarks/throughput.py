"""How fast text becomes structure, and how the time grows with the length."""

import argparse
import itertools
import json
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from importlib import import_module
from inspect import isfunction
from pathlib import Path
from typing import Any
from unittest.mock import patch

import chardet

from pipeline import extract, to_json
from pipeline.readers.text import read_text

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
MEGABYTE = 1_000_000
SIZES = (10_000, 100_000, 1_000_000, 10_000_000)
LINE_ENDS = b"\r\n\f"
GROWTH_GOAL = 11.0
"""Times that a text ten times as long may take."""
SPEED_GOAL = 1.0
"""MB of UTF-8 per second."""


def sample_texts() -> list[str]:
    """The text of every sample, whatever its encoding."""
    texts = [read_text(path.read_bytes()).text for path in sorted(SAMPLES.glob("*/*/source.txt"))]
    if not texts:
        sys.exit(f"no samples in {SAMPLES}")
    return texts


def composed(size: int, texts: list[str]) -> bytes:
    """UTF-8 of at least `size` bytes: one sample after the other, each on a new page, cut at a line end."""
    pieces: list[bytes] = []
    length = 0
    for text in itertools.cycle(texts):
        pieces.append(text.encode("utf-8", "replace") + b"\n\f")
        length += len(pieces[-1])
        if length >= size:
            break
    data = b"".join(pieces)
    return data[: data.find(b"\n", size - 1) + 1]


def seconds(work: Callable[[], object], least: float = 0.5) -> float:
    """The fastest of several runs, in seconds of processor time: at least two, and as many as fit into `least` seconds."""
    best, spent, runs = float("inf"), 0.0, 0
    while spent < least or runs < 2:
        start = time.process_time()
        work()
        taken = time.process_time() - start
        best, spent, runs = min(best, taken), spent + taken, runs + 1
    return best


def speeds(texts: list[str], megabytes: float) -> None:
    """Print MB/s of our steps and of what they can be compared with."""
    data = composed(round(megabytes * MEGABYTE), texts)
    singles = [text.encode("utf-8", "replace") for text in texts]
    document = extract(data)
    printed = to_json(document)
    plain = json.loads(printed)
    size = len(data)
    rows: list[tuple[str, int, Callable[[], object]]] = [
        ("extract, one text", size, lambda: extract(data)),
        ("extract, each sample", sum(map(len, singles)), lambda: [extract(single) for single in singles]),
        ("extract, without line ends", size, lambda: extract(data.translate(None, LINE_ENDS))),
        ("extract, wrong style", size, lambda: extract(data, style="plain")),
        ("to_json", size, lambda: to_json(document)),
        ("  json.dumps of the same", size, lambda: json.dumps(plain, ensure_ascii=False)),
        ("  json.loads of the same", size, lambda: json.loads(printed)),
        ("  chardet.detect", size, lambda: chardet.detect(data)),
        ("  str.splitlines", size, document.text.splitlines),
    ]
    print(f"{'speed':32}{'MB':>8}{'s':>10}{'MB/s':>10}")
    for name, length, work in rows:
        taken = seconds(work)
        goal = f"   goal {SPEED_GOAL}" if name == "extract, one text" else ""
        print(f"{name:32}{length / MEGABYTE:8.2f}{taken:10.3f}{length / MEGABYTE / taken:10.2f}{goal}")


def growth(texts: list[str], sizes: tuple[int, ...]) -> None:
    """Print the time of each size, and how many times that of the size before."""
    print(f"\n{'growth':32}{'MB':>8}{'s':>10}{'µs/kB':>10}{'x before':>10}   goal {GROWTH_GOAL}")
    for name, removed in (("composed of samples", b""), ("one line", LINE_ENDS)):
        before = None
        for size in sizes:
            data = composed(size, texts).translate(None, removed)
            taken = seconds(partial(extract, data))
            step = f"{taken / before:10.2f}" if before else ""
            print(f"{name:32}{len(data) / MEGABYTE:8.2f}{taken:10.3f}{taken / len(data) * 1e9:10.0f}{step}")
            before = taken


def stages(texts: list[str]) -> None:
    """Print how the time of one text is shared among the functions that extract.py calls, the outermost only."""
    recipe = import_module("pipeline.extract")
    spent: dict[str, float] = {}

    def timed(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            start, inner = time.process_time(), sum(spent.values())
            result = function(*arguments, **options)
            spent[name] = spent.get(name, 0.0) + time.process_time() - start - (sum(spent.values()) - inner)
            return result

        return call

    steps = {name: step for name, step in vars(recipe).items() if isfunction(step) and step.__module__ != recipe.__name__}
    data = composed(sum(len(text.encode("utf-8", "replace")) for text in texts), texts)
    extract(data)
    with ExitStack() as stack:
        for name, step in (*steps.items(), ("Assembler.sections", recipe.Assembler.sections), ("Ledger.close", recipe.Ledger.close)):
            owner = getattr(recipe, name.partition(".")[0]) if "." in name else recipe
            stack.enter_context(patch.object(owner, name.rpartition(".")[2], timed(name, step)))
        start = time.process_time()
        extract(data)
        whole = time.process_time() - start
    print(f"{'stage':32}{'ms':>8}{'%':>8}   of {len(data) / MEGABYTE:.2f} MB, each sample once")
    rest = ("all else", whole - sum(spent.values()))
    for name, taken in [*sorted(spent.items(), key=lambda row: -row[1]), rest]:
        print(f"{name:32}{taken * 1000:8.1f}{100 * taken / whole:8.1f}")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mb", type=float, default=5.0, help="length of the one text, in MB (default %(default)s)")
    parser.add_argument("--largest", type=int, default=SIZES[-1], help="largest size to try, in bytes (default %(default)s)")
    parser.add_argument("--stages", action="store_true", help="only show which stage takes how much")
    options = parser.parse_args()
    texts = sample_texts()
    if options.stages:
        stages(texts)
        return
    speeds(texts, options.mb)
    growth(texts, tuple(size for size in SIZES if size <= options.largest))


if __name__ == "__main__":
    main()
