"""How many dates are found and what they are taken to mean, beside JioNLP and Microsoft Recognizers-Text, and how fast.

`python benchmarks/dates.py [GOLD_DIR]` reads the sentences of tests/dated_sentences.txt and, where a directory with NAME.gold.json files
is given, their items. The peers are installed into a temporary environment (--peers DIR keeps one); --alone leaves them out.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from pipeline import mentions
from pipeline.notation.calendar import bounds

HERE = Path(__file__).resolve().parent
SENTENCES = HERE.parent / "tests" / "dated_sentences.txt"
PEERS = ("jionlp", "recognizers")
REQUIREMENTS = ("jionlp", "recognizers-text-suite", "emoji<2")  # recognizers-text imports a name that emoji 2 has dropped
Days = tuple[str | None, str | None]


class Expected(NamedTuple):
    """One date that a reader finds."""

    start: int
    end: int
    days: Days | None
    """None where no time can be computed or readers differ."""


class Text(NamedTuple):
    """One text with its dates."""

    text: str
    issue: str
    dates: tuple[Expected, ...]


class Found(NamedTuple):
    """One date that a tool finds, and the days that it may mean."""

    start: int
    end: int
    days: tuple[Days, ...]


def placed(text: str, pairs: list[tuple[str, str | None]]) -> tuple[Expected, ...]:
    """Wordings in the order of the text, at their places."""
    found, at = [], 0
    for wording, edtf in pairs:
        start = text.find(wording, at)
        if start >= 0:
            at = start + len(wording)
            found.append(Expected(start, at, bounds(edtf) if edtf else None))
    return tuple(found)


def sentences() -> Iterator[Text]:
    """The dated sentences whose issue has a date; every tool needs one."""
    issue = ""
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            issue = line[1:].strip()
        elif line and not line.startswith("#") and issue:
            sentence, _, dates = line.partition(" => ")
            pairs = [row.rpartition("=") for row in dates.split(" ; ") if row]
            text = sentence.replace("\\n", "\n")
            yield Text(text, issue, placed(text, [(wording, None if edtf == "null" else edtf) for wording, _, edtf in pairs]))


def gold_texts(directory: Path) -> Iterator[Text]:
    """Titles and bodies of the items of each gold file whose mentions are given, as one text."""
    for path in sorted(directory.glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        items = [item for section in gold.get("sections") or [] for item in section["items"]]
        if not gold.get("mentions") or any("body" not in item for item in items):
            continue
        text = "\n".join(part for item in items for part in (item.get("title"), item.get("body")) if part and part != "__skip__")
        dates = [(row["text"], row.get("edtf")) for row in gold["mentions"] if row["type"] == "date"]
        pairs = [(wording, None if edtf == "__skip__" else edtf) for wording, edtf in dates]
        yield Text(text, gold["masthead"]["date"], placed(text, pairs))


def ours(texts: list[Text]) -> tuple[float, list[list[Found]]]:
    """Seconds of processor time, and what `pipeline.mentions` finds; it finds names and quantities in the same time."""
    for text in texts[:3]:
        mentions(text.text, issue_date=text.issue)
    start = time.process_time()
    dates = [mentions(text.text, issue_date=text.issue).dates for text in texts]
    taken = time.process_time() - start
    return taken, [[Found(date.start, date.end, ((date.date_start, date.date_end),)) for date in row] for row in dates]


def theirs(peer: str, python: Path, texts: list[Text]) -> tuple[float, list[list[Found]]]:
    """The same of a peer, in its environment."""
    task = json.dumps([(text.text, text.issue) for text in texts])
    command = [str(python), str(HERE / "dates_peers.py"), peer]
    answer = json.loads(subprocess.run(command, input=task, capture_output=True, text=True, check=True).stdout.splitlines()[-1])
    return answer["seconds"], [[Found(start, end, tuple((a, b) for a, b in days)) for start, end, days in row] for row in answer["dates"]]


def figures(texts: list[Text], found: list[list[Found]]) -> tuple[float, float, float]:
    """F1 of the exact wordings, F1 of what overlaps, and the share of computable dates whose first and last day are right."""
    exact = overlapping = right = computable = 0
    for text, dates in zip(texts, found, strict=True):
        exact += len({(date.start, date.end) for date in text.dates} & {(date.start, date.end) for date in dates})
        left = list(dates)
        for date in text.dates:
            hit = next((other for other in left if other.start < date.end and date.start < other.end), None)
            overlapping += hit is not None
            computable += date.days is not None
            right += hit is not None and date.days in hit.days
            if hit:
                left.remove(hit)
    all_dates = sum(len(text.dates) for text in texts) + sum(map(len, found))
    return 2 * exact / all_dates, 2 * overlapping / all_dates, right / max(1, computable)


def environment(directory: Path) -> Path:
    """The interpreter of an environment that has the peers; made where there is none."""
    python = directory / "bin" / "python"
    if not python.exists():
        venv.create(directory, with_pip=True)
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", *REQUIREMENTS], check=True)
    return python


def compare(name: str, texts: list[Text], python: Path | None) -> None:
    """Print one table."""
    characters = sum(len(text.text) for text in texts)
    print(f"\n{name}: {len(texts)} texts, {sum(len(text.dates) for text in texts)} dates, {characters} characters")
    print(f"{'':16}{'F1 exact':>10}{'F1 overlap':>12}{'value right':>13}{'characters/s':>14}")
    rows = {"bulletin-extract": ours(texts)} | {peer: theirs(peer, python, texts) for peer in PEERS if python}
    for tool, (seconds, found) in rows.items():
        exact, overlapping, right = figures(texts, found)
        print(f"{tool:16}{exact:10.3f}{overlapping:12.3f}{right:13.3f}{characters / max(seconds, 1e-6):14,.0f}")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="?", type=Path, help="directory with NAME.gold.json files")
    parser.add_argument("--peers", type=Path, help="environment of the peers, made where it is missing; default: a temporary one")
    parser.add_argument("--alone", action="store_true", help="leave the peers out")
    options = parser.parse_args()
    sets = {"dated sentences": list(sentences())}
    if options.gold:
        sets["gold items"] = list(gold_texts(options.gold))
        if not sets["gold items"]:
            sys.exit(f"no gold file with mentions in {options.gold}")
    with tempfile.TemporaryDirectory() as temporary:
        python = None if options.alone else environment(options.peers or Path(temporary))
        for name, texts in sets.items():
            compare(name, texts, python)


if __name__ == "__main__":
    main()
