"""Accuracy on scans: our samples printed, scanned and read, beside what their text gives; errors of single characters left out.

`python benchmarks/scans.py` prints, for each condition, the share of items that are whole (section, title, paragraphs and
attributions as in the text), the share of masthead facts that are right, and the share of the items' characters that were not read.
`--pages 12` takes so many pages of each condition; with BULLETIN_EXTRACT_CACHE pages are recognised once for all runs.
"""

import argparse
import difflib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from printer import scanner, typst_maker  # noqa: E402
from printer.sheet import Sheet, sheet  # noqa: E402

import pipeline  # noqa: E402  from this checkout
from pipeline.model.document import Document  # noqa: E402
from pipeline.normalize import fold  # noqa: E402

ALIKE = 0.8
"""Likeness of two short texts that differ by single characters alone; a paragraph of the text needs more:"""
SAME = 0.9
LONGEST = 4
"""Pages of the longest sample that is taken, so that there are many."""
MARKUP = {"association-setext", "community-markdown", "mixed-readme"}
FACTS = ("title", "year", "issue_number", "cumulative_number", "issuer", "date", "document_number", "classification", "signatory")


class Condition(NamedTuple):
    """How pages are printed and scanned."""

    name: str
    dpi: int = 300
    columns: int = 1
    change: Callable[[Image.Image, int], Image.Image] = lambda page, _: page
    share: float = 1.0
    """Of the pages that are asked for."""


CONDITIONS = (
    Condition("clean, 300 dpi"),
    Condition("two columns, 300 dpi", columns=2, share=0.4),
    Condition("askew by 1 to 3 degrees", 200, 1, lambda page, number: scanner.askew(page, (1, -2, 3, -1.5)[number % 4]), 0.4),
    Condition("150 dpi", 150, share=0.4),
    Condition("specks and grain", 200, 1, scanner.speckled, 0.4),
    Condition("photographed aslant", 200, 1, lambda page, _: scanner.photographed(page), 0.4),
    Condition("a seal", 200, 1, lambda page, _: scanner.sealed(page, 0.65, 0.6), 0.4),
)


class Score(NamedTuple):
    """Right ones of how many, and characters of the text that were not read."""

    items: tuple[int, int]
    facts: tuple[int, int]
    characters: tuple[int, int]


def likeness(one: str | None, other: str | None) -> float:
    """Of two texts without their blanks, 1 where they are equal."""
    bare, like = ("".join(fold(text or "").split()) for text in (one, other))
    return difflib.SequenceMatcher(None, bare, like, autojunk=False).ratio() if bare or like else 1.0


def rows(document: Document) -> list[tuple[str | None, str | None, list[str], list[str]]]:
    """Section, title, paragraphs and attributions of every item."""
    return [
        (section.title, item.title, item.text.split("\n"), sorted({row.text for row in item.attributions}))
        for section in document.sections
        for item in section.items
    ]


def is_same(
    one: tuple[str | None, str | None, list[str], list[str]], other: tuple[str | None, str | None, list[str], list[str]]
) -> bool:
    """Whether two items differ by single characters alone."""
    heads = all(bool(a) == bool(b) and likeness(a, b) >= ALIKE for a, b in zip(one[:2], other[:2], strict=True))
    if not heads or (len(one[2]), len(one[3])) != (len(other[2]), len(other[3])):
        return False
    texts = all(likeness(a, b) >= SAME or len(a) < 1 / (1 - SAME) for a, b in zip(one[2], other[2], strict=True))
    return texts and all(likeness(a, b) >= ALIKE for a, b in zip(one[3], other[3], strict=True))


def score(expected: Document, found: Document) -> tuple[Score, list[str]]:
    """What was found of what the text gives, and what was not."""
    mine = rows(found)
    missed = [f"item {row[1] or row[2][0][:20]}" for row in rows(expected) if not any(is_same(row, other) for other in mine)]
    total = len(rows(expected))
    pairs = [(name, getattr(expected.masthead, name), getattr(found.masthead, name)) for name in FACTS]
    wrong = [
        f"{name} {a} | {b}"
        for name, a, b in pairs
        if a and not (likeness(a, b) >= ALIKE if isinstance(a, str) and name != "date" else a == b)
    ]
    said = sum(1 for _, a, _ in pairs if a)
    bare, like = (_characters(document) for document in (expected, found))
    read = sum(match.size for match in difflib.SequenceMatcher(None, bare, like, autojunk=False).get_matching_blocks())
    return Score((total - len(missed), total), (said - len(wrong), said), (len(bare) - read, len(bare))), missed + wrong


def _characters(document: Document) -> str:
    return "".join(fold("".join(f"{title or ''}{''.join(texts)}" for _, title, texts, _ in rows(document))).split())


def prints(pages: int, columns: int) -> Iterator[tuple[str, Document, list[Image.Image]]]:
    """Samples of every style in turn, as many as have so many pages together."""
    left = pages
    paths = [
        path
        for path in sorted(ROOT.glob("samples/*/*/source.txt"), key=lambda path: path.parent.name[::-1])
        if path.parent.name not in MARKUP
    ]
    for path in paths:
        printed: Sheet = sheet(path.read_bytes())
        if columns > 1 and printed.characters < 1000:
            continue
        pdf = typst_maker.pdf(printed, columns=columns, size=10.5 if columns > 1 else 16)
        images = scanner.pages(pdf, dpi=300)
        if len(images) > min(LONGEST, left):
            continue
        left -= len(images)
        yield path.parent.name, pipeline.extract(path), images
        if not left:
            return


def main() -> None:
    """Print a line for each condition, and what was missed on stderr."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, default=30)
    asked = parser.parse_args().pages
    print(f"{'condition':28}{'pages':>6}{'items':>14}{'masthead':>14}{'characters lost':>20}", flush=True)
    for condition in CONDITIONS:
        scores, count = [], 0
        for name, expected, images in prints(max(2, round(asked * condition.share)), condition.columns):
            count += len(images)
            scans = [condition.change(_at(image, condition.dpi), number) for number, image in enumerate(images)]
            found, missed = score(expected, pipeline.extract(scanner.tiff(scans, condition.dpi)))
            scores.append(found)
            for what in missed:
                print(f"{condition.name}: {name}: {what}", file=sys.stderr, flush=True)
        items, facts, characters = (_share([getattr(one, field) for one in scores]) for field in Score._fields)
        print(f"{condition.name:28}{count:6}{items:>14}{facts:>14}{characters:>20}", flush=True)


def _at(image: Image.Image, dpi: int) -> Image.Image:
    return image if dpi == 300 else image.resize((image.width * dpi // 300, image.height * dpi // 300), Image.Resampling.LANCZOS)


def _share(pairs: list[tuple[int, int]]) -> str:
    right, total = sum(right for right, _ in pairs), sum(total for _, total in pairs)
    return f"{right}/{total} {right / max(1, total):.3f}"


if __name__ == "__main__":
    main()
