"""Units and persons found in tests/names/*.txt, and the time, beside jieba's tags; and what segmentation would add to the rules.

    pip install jieba rjieba        the peers; what is not installed is left out

jieba: a run of tags nr is a person; a run of nouns that holds nt, or ends as units do, is a unit. rjieba is the same dictionary in Rust.
"with boundaries of jieba" drops the mentions of ours that do not begin and end where jieba cuts: the gain that a segmenter could bring.
"""

import contextlib
import importlib
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from pipeline import mentions
from pipeline.notation.names import is_unit

SUITES = sorted((Path(__file__).resolve().parent.parent / "tests" / "names").glob("*.txt"))
MARKS = {"[": ("unit", 1), "]": ("unit", -1), "{": ("person", 1), "}": ("person", -1)}
Span = tuple[str, int, int]
Reader = Callable[[str], set[Span]]
NOUNS = ("n", "ns", "nt", "nz", "j", "vn", "b", "m")


class Score(NamedTuple):
    """Counts of one kind."""

    right: int
    found: int
    marked: int

    def __str__(self) -> str:
        """Precision, recall, F1."""
        return f"{self.right / max(1, self.found):.3f} {self.right / self.marked:.3f} {2 * self.right / (self.found + self.marked):.3f}"


def sentences() -> Iterable[tuple[str, set[Span]]]:
    """Each sentence without its marks, and the marked spans."""
    for path in SUITES:
        for line in path.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                yield unmarked(line)


def unmarked(line: str) -> tuple[str, set[Span]]:
    """A line without its marks, and the spans that they mark."""
    text, spans, start = "", set[Span](), 0
    for c in line:
        kind, step = MARKS.get(c, ("", 0))
        if step == 1:
            start = len(text)
        elif step == -1:
            spans.add((kind, start, len(text)))
        else:
            text += c
    return text, spans


def ours(text: str) -> set[Span]:
    """Units and persons as `pipeline.mentions` finds them."""
    found = mentions(text)
    return {("unit", row.start, row.end) for row in found.organizations} | {("person", row.start, row.end) for row in found.persons}


def tagged(tag: Callable[[str], Iterable[tuple[str, str]]]) -> Reader:
    """A reader that makes units and persons of tagged words."""

    def read(text: str) -> set[Span]:
        spans, at, run = set[Span](), 0, -1
        tags: set[str] = set()
        for word, flag in [*tag(text), ("", "x")]:
            if flag.startswith("nr"):
                spans.add(("person", at, at + len(word)))
            if run >= 0 and flag not in NOUNS:
                if "nt" in tags or is_unit(text[run:at]):
                    spans.add(("unit", run, at))
                run, tags = -1, set()
            elif flag in NOUNS:
                run = at if run < 0 else run
                tags.add(flag)
            at += len(word)
        return spans

    return read


def bounded(cut: Callable[[str], Iterable[str]]) -> Reader:
    """Ours, without mentions that do not begin and end where the segmenter cuts."""

    def read(text: str) -> set[Span]:
        cuts, at = {0}, 0
        for word in cut(text):
            at += len(word)
            cuts.add(at)
        return {span for span in ours(text) if span[1] in cuts and span[2] in cuts}

    return read


def readers() -> dict[str, Reader]:
    """Name → reader, of what is installed."""
    table: dict[str, Reader] = {"rules": ours}
    with contextlib.suppress(ImportError):
        jieba, posseg = importlib.import_module("jieba"), importlib.import_module("jieba.posseg")
        jieba.setLogLevel(60)
        table["jieba.posseg"] = tagged(lambda text: [(pair.word, pair.flag) for pair in posseg.cut(text)])
        table["with boundaries of jieba"] = bounded(jieba.cut)
    with contextlib.suppress(ImportError):
        rjieba = importlib.import_module("rjieba")
        table["rjieba tags"] = tagged(rjieba.tag)
        table["with boundaries of rjieba"] = bounded(rjieba.cut)
    return table


def score(read: Reader, kind: str, rows: list[tuple[str, set[Span]]]) -> Score:
    """What a reader gets right of one kind."""
    pairs = [({s for s in read(text) if s[0] == kind}, {s for s in spans if s[0] == kind}) for text, spans in rows]
    return Score(sum(len(a & b) for a, b in pairs), sum(len(a) for a, _ in pairs), sum(len(b) for _, b in pairs))


def main() -> None:
    """Print the table."""
    rows = list(sentences())
    size = sum(len(text) for text, _ in rows)
    print(f"{len(rows)} sentences, {size} characters; precision, recall, F1")
    print(f"{'':28}{'units':20}{'persons':20}characters a second")
    for name, read in readers().items():
        read(rows[0][0])
        start = time.process_time()
        for text, _ in rows:
            read(text)
        speed = size / (time.process_time() - start)
        print(f"{name:28}{score(read, 'unit', rows)!s:20}{score(read, 'person', rows)!s:20}{speed:,.0f}")


if __name__ == "__main__":
    main()
