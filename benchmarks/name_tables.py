"""The table of characters of names, counted again in the dictionary of jieba, beside the one that is kept.

    pip install jieba; python benchmarks/name_tables.py [--print]

Names are its entries tagged nr of two to four characters that begin with a surname, each counted once; text is all of its entries by their
frequency. A character weighs log2 of its share at its place in names over its share in text, from -4 to 6 (surnames to 9), with half a count
added to each. `--print` writes the lines of pipeline/lexicon/name_characters.txt; what weighs 1 is left out there.
"""

import argparse
import importlib
import math
from collections import Counter, defaultdict
from pathlib import Path

from pipeline.lexicon import entries, table

LOWEST, HIGHEST, HIGHEST_SURNAME = -4, 6, 9
ADDED = 0.5
LEFT_OUT = 1
Bits = dict[str, dict[str, int]]


def count(dictionary: Path) -> Bits:
    """Place → character → weight."""
    surnames = entries("surnames")
    names, text = defaultdict[str, Counter[str]](Counter), Counter[str]()
    for line in dictionary.read_text(encoding="utf-8").splitlines():
        word, frequency, tag = line.split()
        for c in word:
            text[c] += int(frequency)
        size = 2 if word[:2] in surnames and len(word) > 2 else 1
        if tag == "nr" and 2 <= len(word) <= 4 and word[:size] in surnames:
            names["surname"].update(word[:size] if size == 1 else ())
            names["first"].update(word[size] if len(word) == size + 2 else ())
            names["last"].update(word[-1] if len(word) > size else ())
    every = ADDED * len(text)
    return {
        place: {
            c: weight((counted[c] + ADDED) / (counted.total() + every), (text[c] + ADDED) / (text.total() + every), place)
            for c in text
            if "\u4e00" <= c <= "\u9fff" and (place != "surname" or c in surnames)
        }
        for place, counted in names.items()
    }


def weight(in_names: float, in_text: float, place: str) -> int:
    """How much likelier, as a power of two."""
    return max(LOWEST, min(HIGHEST_SURNAME if place == "surname" else HIGHEST, round(math.log2(in_names / in_text))))


def kept() -> Bits:
    """The table of the package, laid out as `count` does it."""
    bits = defaultdict[str, dict[str, int]](dict)
    for key, characters in table("name_characters").items():
        place = key.rstrip("-0123456789")
        bits[place].update(dict.fromkeys(characters, int(key[len(place) :])))
    return bits


def main() -> None:
    """Print how far the two agree, or the counted table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--print", action="store_true", help="the lines of the table instead")
    lines = parser.parse_args().print
    counted = count(Path(str(importlib.import_module("jieba").__file__)).with_name("dict.txt"))
    for place, ours in kept().items():
        again = counted[place]
        if lines:
            for bits in sorted(set(again.values()) - {LEFT_OUT}, reverse=True):
                print(f"{place}{bits} {''.join(sorted(c for c in again if again[c] == bits))}")
        else:
            off = [abs(bits - again[c]) for c, bits in ours.items() if c in again]
            print(f"{place:8} {len(off)} characters, {off.count(0) / len(off):.2f} the same, {sum(d < 2 for d in off) / len(off):.2f} within one")


if __name__ == "__main__":
    main()
