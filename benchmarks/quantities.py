"""Amounts in sentences of bulletins: accuracy and speed beside recognizers-text-suite, which is installed into a temporary folder.

    python benchmarks/quantities.py [--repeat 20]

Sentences are those of tests/quantity_sentences.txt. An amount counts as found where its wording is the same to the character (the peer
is given its best case: percentages, numbers with units of dimension, currency and age together, spaces not compared), its value where
the number is right too. Most of what the peer misses are measure words 量词, which it does not know.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pipeline.entities.quantities import find_quantities
from pipeline.model.mentions import IssueContext, Mentions, Passage
from pipeline.normalize import fold

ROOT = Path(__file__).resolve().parent.parent
PEER = "recognizers-text-suite"
REQUIREMENTS = (PEER, "emoji<2")  # the suite imports a name that emoji 2 has dropped
Found = list[tuple[str, float | None]]
_PEER = """
import json, sys, time
from recognizers_number import recognize_percentage
from recognizers_number_with_unit import recognize_age, recognize_currency, recognize_dimension
sentences = json.load(sys.stdin)
readers = (recognize_percentage, recognize_dimension, recognize_currency, recognize_age)
for reader in readers:
    reader(sentences[0], "zh-cn")
start = time.process_time()
rows = [[[row.text, row.resolution.get("value")] for reader in readers for row in reader(text, "zh-cn")] for text in sentences]
print(json.dumps([rows, time.process_time() - start]))
"""


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--repeat", type=int, default=20, help="runs of ours; the fastest counts")
    repeat = parser.parse_args().repeat
    cases = read_cases()
    size = sum(len(text.encode()) for text, _ in cases) / 1e6
    ours, seconds = measure(lambda: [run(text) for text, _ in cases], repeat)
    print(f"{len(cases)} sentences, {size * 1000:.0f} kB, {sum(len(rows) for _, rows in cases)} amounts")
    print(f"{'':28}{'precision':>10}{'recall':>8}{'F1':>8}{'value':>8}{'kB/s':>9}")
    show("bulletin-extract", cases, ours, size * 1000 / seconds)
    try:
        theirs, peer_seconds = run_peer([text for text, _ in cases])
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"{PEER}: not measured ({error})")
        return
    show(PEER, cases, theirs, size * 1000 / peer_seconds)


def read_cases() -> list[tuple[str, Found]]:
    """The sentences, each with the wording and the value of its amounts."""
    lines = (ROOT / "tests" / "quantity_sentences.txt").read_text(encoding="utf-8").splitlines()
    cases: list[tuple[str, Found]] = []
    for line in lines:
        if line and not line.startswith("#"):
            text, _, found = line.partition(" =>")
            rows = [row.strip().partition("=") for row in found.split(";") if row.strip()]
            cases.append((text, [(wording, float(facts.split("|")[0])) for wording, _, facts in rows]))
    return cases


def run(text: str) -> Found:
    """The amounts alone, as of a text in which no date and no name was found."""
    rows = find_quantities((Passage("text", text, key := fold(text), key),), IssueContext(), Mentions())
    return [(row.text, row.value) for row in rows]


def measure(work: Callable[[], list[Found]], repeat: int) -> tuple[list[Found], float]:
    """What the work gives, and its fastest run in processor time."""
    best, found = float("inf"), work()
    for _ in range(repeat):
        start = time.process_time()
        found = work()
        best = min(best, time.process_time() - start)
    return found, best


def run_peer(sentences: list[str]) -> tuple[list[Found], float]:
    """What the peer finds, in a folder of its own, and its processor time."""
    import json

    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        python = str(Path(folder, "bin", "python"))
        subprocess.run([python, "-m", "pip", "install", "-q", *REQUIREMENTS], check=True)
        done = subprocess.run([python, "-c", _PEER], input=json.dumps(sentences), capture_output=True, text=True, check=True)
    rows, seconds = json.loads(done.stdout)
    return [[(text, number(value)) for text, value in found] for found in rows], seconds


def number(value: Any) -> float | None:
    """The value as a number; the peer gives 40% and 3.5 as text."""
    try:
        return float(str(value).rstrip("%"))
    except ValueError:
        return None


def is_same(found: float | None, expected: float | None) -> bool:
    """To nine digits, as the file of sentences prints them."""
    return found is not None and expected is not None and abs(found - expected) <= 1e-9 * abs(expected)


def show(name: str, cases: list[tuple[str, Found]], found: list[Found], speed: float) -> None:
    """One line of the table."""
    hits = right = given = wanted = 0
    for (_, expected), rows in zip(cases, found, strict=True):
        want, have = Counter("".join(fold(text).split()) for text, _ in expected), Counter("".join(fold(text).split()) for text, _ in rows)
        hits += sum((want & have).values())
        values = {"".join(fold(text).split()): value for text, value in rows}
        right += sum(is_same(values.get("".join(fold(text).split())), value) for text, value in expected)
        given, wanted = given + len(rows), wanted + len(expected)
    precision, recall = hits / max(given, 1), hits / wanted
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    print(f"{name:28}{precision:10.3f}{recall:8.3f}{f1:8.3f}{right / wanted:8.3f}{speed:9.0f}")


if __name__ == "__main__":
    main()
