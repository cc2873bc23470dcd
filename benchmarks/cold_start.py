"""What a start costs, against bare Python: the median of interleaved runs, so that a busy machine slows all alike."""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pipeline

SAMPLE = Path(__file__).resolve().parent.parent / "samples/jianbao/city-union-work/source.txt"
GOAL = 5.0
"""`extract` of a sample to JSON, in times of bare Python."""
COMMAND = "from pipeline.cli import run; run()"
"""What the installed script `extract` does."""


def cases(utf8: Path, gb18030: Path) -> dict[str, list[str]]:
    """Name of each row → arguments of Python."""
    return {
        "python -c pass": ["-c", "pass"],
        "import pipeline": ["-c", "import pipeline"],
        "import argparse, json, re": ["-c", "import argparse, json, re"],
        "extract --version": ["-c", COMMAND, "--version"],
        "import pipeline.extract": ["-c", "import pipeline.extract"],
        "extract, UTF-8 sample": ["-c", COMMAND, "-q", str(utf8)],
        "extract, GB18030 sample": ["-c", COMMAND, "-q", str(gb18030)],
    }


def measure(runs: dict[str, list[str]], repetitions: int, environment: dict[str, str]) -> dict[str, float]:
    """Median seconds of each case; the first round compiles and does not count."""
    seconds: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(repetitions + 1):
        for name, arguments in runs.items():
            start = time.perf_counter()
            subprocess.run([sys.executable, *arguments], env=environment, stdout=subprocess.DEVNULL, check=True)
            seconds[name].append(time.perf_counter() - start)
    return {name: statistics.median(taken[1:]) for name, taken in seconds.items()}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", nargs="?", type=Path, default=SAMPLE, help="a UTF-8 text")
    parser.add_argument("-n", type=int, default=21, help="runs of each (default %(default)s)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        recoded = Path(folder) / "gb18030.txt"
        recoded.write_bytes(options.source.read_text(encoding="utf-8").encode("gb18030"))
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        paths = {"PYTHONPATH": str(Path(pipeline.__file__).parent.parent), "PYTHONPYCACHEPREFIX": folder}
        medians = measure(cases(options.source, recoded), options.n, kept | paths)
    bare = medians["python -c pass"]
    print(f"Python {sys.version.split()[0]}, median of {options.n} runs, {options.source.stat().st_size} bytes\n")
    print(f"{'':28}{'ms':>8}{'x bare':>9}")
    for name, median in medians.items():
        goal = f"   goal {GOAL}" if name.startswith("extract, UTF-8") else ""
        print(f"{name:28}{median * 1000:8.1f}{median / bare:9.2f}{goal}")


if __name__ == "__main__":
    main()
