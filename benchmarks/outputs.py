"""How fast each output format is written, beside JSON Lines, and whether memory grows with the number of documents."""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline import extract
from pipeline.model.document import Document
from pipeline.writers import WRITERS, archive_writer

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
SEARCH = ("慰问", "总工会", "慰问 工会")
GROWTH_GOAL = 1.2
"""Times the memory that four times as many documents may take."""


def documents(count: int) -> Iterator[Document]:
    """The samples again and again, each time with an id of its own."""
    read = [extract(path) for path in sorted(SAMPLES.glob("*/*/source.txt"))]
    for number in range(count):
        yield read[number % len(read)]._replace(id=f"iss-{number:012x}")


def measure(name: str, count: int) -> None:
    """Print, as JSON: seconds of processor time, peak memory in MB, size in MB, seconds of each search."""
    import resource
    import time

    write = archive_writer(name)
    if write is None:
        sys.exit(f"{name} has a file for each document")
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"out{WRITERS[name].suffix}"
        source = documents(count)
        first = next(source)  # the samples are read before the clock starts
        start = time.process_time()
        write(_chained(first, source), path)
        taken = time.process_time() - start
        files = [path] if path.is_file() else list(path.iterdir())
        found = {"seconds": taken, "size": sum(file.stat().st_size for file in files) / 1e6, "searches": _searches(path)}
    print(json.dumps(found | {"memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))


def _chained(first: Document, rest: Iterator[Document]) -> Iterator[Document]:
    yield first
    yield from rest


def _searches(path: Path) -> list[float]:
    """Seconds of each search, for a database."""
    import time

    from pipeline import search

    taken = []
    for words in SEARCH if path.suffix == ".sqlite" else ():
        start = time.perf_counter()
        search(path, words)
        taken.append(time.perf_counter() - start)
    return taken


def measured(name: str, count: int) -> dict[str, float | list[float]]:
    """`measure` in a process of its own, whose memory is nobody else's."""
    command = [sys.executable, __file__, "--only", name, "-n", str(count)]
    return dict(json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", type=int, default=2000, help="documents (default %(default)s)")
    parser.add_argument("--only", metavar="FORMAT", help="measure one format and print JSON")
    options = parser.parse_args()
    if options.only:
        measure(options.only, options.n)
        return
    base = 0.0
    print(f"{options.n} documents, and four times as many\n")
    print(f"{'format':<13}{'ms a document':>15}{'times jsonl':>13}{'MB':>8}{'memory MB':>11}{'4x: times':>11}")
    for name in (name for name in WRITERS if WRITERS[name].write):
        few, many = measured(name, options.n), measured(name, 4 * options.n)
        seconds, memory = float(str(few["seconds"])), float(str(few["memory"]))
        base = base or seconds
        growth = float(str(many["memory"])) / memory
        told = "" if growth <= GROWTH_GOAL else f"  above {GROWTH_GOAL}"
        row = f"{name:<13}{seconds / options.n * 1000:>15.2f}{seconds / base:>13.1f}{few['size']:>8.1f}{memory:>11.0f}{growth:>11.2f}{told}"
        print(row)
        if many["searches"]:
            print(f"  searches in {4 * options.n} documents, ms: {[round(float(s) * 1000, 1) for s in many['searches']]}")  # type: ignore[union-attr]


if __name__ == "__main__":
    main()
