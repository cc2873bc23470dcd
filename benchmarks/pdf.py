"""Pages a second of processor time and peak memory: whole extraction of ours beside the text alone of other tools, on the same files, in one run.

`python benchmarks/pdf.py` sets samples with two makers and asks each tool in a process of its own, three times in turn.
`--peers` installs MarkItDown, Kreuzberg and Unstructured into a temporary virtual environment and asks them too.
"""

import json
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterable
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

ROUNDS = 3
PAGES = 1000
SAMPLES = ("city-union-work", "county-peoples-congress", "congress-session-1993", "opinion-wrapped", "city-congress", "railway-safety")
TIMER = """
import json, sys, time
def timed(read, paths):
    for path in paths:
        assert read(path), "no text"  # and what is loaded and compiled once
    start = time.process_time()
    for path in paths:
        read(path)
    seconds = time.process_time() - start
    peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))  # ru_maxrss is that of who started it
    print(json.dumps([seconds, int(peak.split()[1]) // 1024]))
"""
OURS = {
    "bulletin-extract, everything": "import pipeline; read = lambda path: pipeline.to_json(pipeline.extract(path))",
    "pypdfium2 text": """
import pypdfium2
def read(path):
    with pypdfium2.PdfDocument(path) as pdf:
        return [page.get_textpage().get_text_range() for page in pdf]""",
    "pdfplumber extract_text": """
import pdfplumber
def read(path):
    texts = []
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            texts.append(page.extract_text())
            page.close()
    return texts""",
    "pdfminer extract_text": "from pdfminer.high_level import extract_text as read",
}
PEERS = {
    "MarkItDown": (
        "markitdown[pdf]",
        "from markitdown import MarkItDown; convert = MarkItDown().convert; read = lambda path: convert(path).text_content",
    ),
    "Kreuzberg": ("kreuzberg", "import kreuzberg; read = lambda path: kreuzberg.extract_file_sync(path).content"),
    "Unstructured": (
        "unstructured[pdf]",
        "from unstructured.partition.pdf import partition_pdf; read = lambda path: partition_pdf(path, strategy='fast')",
    ),
}
"""Name → what pip installs, and the call that reads a file. Unstructured fetches a model of spaCy from GitHub, and gives nothing without it."""


def files(folder: Path) -> list[str]:
    """The samples as PDF, by both makers."""
    from printer import reportlab_maker, typst_maker
    from printer.sheet import sheet

    paths = []
    for sample in sorted(ROOT.glob("samples/*/*/source.txt")):
        if sample.parent.name in SAMPLES:
            printed = sheet(sample.read_bytes())
            for name, maker in (("typst", typst_maker.pdf), ("reportlab", reportlab_maker.pdf)):
                paths.append(folder / f"{sample.parent.name}-{name}.pdf")
                paths[-1].write_bytes(maker(printed))
    return [str(path) for path in paths]


def long_file(folder: Path) -> str:
    """One PDF of a thousand full pages."""
    from printer.raw_pdf import paragraph, pdf

    text = (ROOT / "samples/gongwen/opinion-wrapped/source.txt").read_text("utf-8").replace("\n", "").replace("　", "")
    path = folder / "long.pdf"
    path.write_bytes(pdf([paragraph(text[:600], 74, 110) for _ in range(PAGES)]))
    return str(path)


def measured(python: str, code: str, paths: list[str]) -> tuple[float, int] | None:
    """Seconds and peak megabytes of a process that reads the files; None where the tool fails, or finds no text."""
    script = f"{TIMER}\n{code}\ntimed(read, json.loads(sys.argv[1]))"
    done = subprocess.run([python, "-c", script, json.dumps(paths)], capture_output=True, text=True, check=False, cwd=ROOT)
    if done.returncode:
        return None
    seconds, memory = json.loads(done.stdout.splitlines()[-1])
    return seconds, memory


def peers(folder: Path) -> Iterable[tuple[str, str, str]]:
    """Name, interpreter and call of every peer that can be installed."""
    for name, (package, code) in PEERS.items():
        home = folder / name
        venv.create(home, with_pip=True)
        python = str(home / "bin" / "python")
        installed = subprocess.run([python, "-m", "pip", "install", "--quiet", package], capture_output=True, check=False)
        if installed.returncode:
            print(f"{name} cannot be installed here")
        else:
            yield name, python, code


def main() -> None:
    """Print the table."""
    import pypdfium2

    with tempfile.TemporaryDirectory() as home:
        folder = Path(home)
        paths = files(folder)
        pages = sum(len(pypdfium2.PdfDocument(path)) for path in paths)
        tools = [(name, sys.executable, code) for name, code in OURS.items()]
        tools += peers(folder) if "--peers" in sys.argv else []
        runs = [{name: measured(python, code, paths) for name, python, code in tools} for _ in range(ROUNDS)]
        first = "bulletin-extract, everything"
        print(f"{len(paths)} files, {pages} pages, {ROUNDS} rounds, medians")
        for name, *_ in tools:
            found = [run[name] for run in runs]
            if any(one is None for one in found):
                print(f"{name:32} failed")
                continue
            ratio = median(run[name][0] / run[first][0] for run in runs)  # type: ignore[index]  # no None is left
            speed = pages / median(one[0] for one in found if one)
            print(f"{name:32} {speed:8.1f} pages/s  {ratio:6.2f} x our time  {max(one[1] for one in found if one):5} MB")
        long = measured(sys.executable, "import pipeline; read = pipeline.extract", [long_file(folder)])
        print(f"{PAGES} pages: {long[0]:.1f} s, {long[1]} MB" if long else "the long file failed")


if __name__ == "__main__":
    main()
