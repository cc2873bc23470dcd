"""Units and persons in sentences of many domains: what a careful reader marks, `[unit]` and `{person}`, in tests/names/*.txt."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import mentions
from pipeline.model.mentions import Mentions

SUITES = sorted((Path(__file__).parent / "names").glob("*.txt"))
FLOORS = {"organizations": 0.95, "persons": 0.82}
"""F1 that every suite must reach."""
MARKS = {"[": ("organizations", 1), "]": ("organizations", -1), "{": ("persons", 1), "}": ("persons", -1)}
Span = tuple[int, int]


def marked(path: Path) -> Iterator[tuple[str, dict[str, set[Span]]]]:
    """Each sentence without its marks, and the marked spans."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        text, spans, open_at = "", {"organizations": set[Span](), "persons": set[Span]()}, 0
        for c in line:
            kind, step = MARKS.get(c, ("", 0))
            if step == 1:
                open_at = len(text)
            elif step == -1:
                spans[kind].add((open_at, len(text)))
            else:
                text += c
        yield text, spans


def spans_of(found: Mentions, kind: str) -> set[Span]:
    return {(row.start, row.end) for row in getattr(found, kind)}


@pytest.mark.parametrize("path", SUITES, ids=lambda path: path.stem)
@pytest.mark.parametrize("kind", FLOORS)
def test_names_of_a_suite(path: Path, kind: str) -> None:
    right = marks = rows = 0
    wrong = []
    for text, spans in marked(path):
        got = spans_of(mentions(text), kind)
        right += len(got & spans[kind])
        marks += len(spans[kind])
        rows += len(got)
        wrong += [text[a:b] for a, b in got ^ spans[kind]]
    f1 = 2 * right / (marks + rows)
    assert f1 >= FLOORS[kind], f"{f1:.3f}: {wrong}"


TEXTS = st.lists(st.sampled_from([*"省市县区局部委会院校长任王李张、，。和（）·的在 \n第三人民", "市总工会", "集团", "有限公司", "主席", "同志", "教育", "董事长", "CEO", "物流"])).map("".join)


@given(TEXTS | st.text())
def test_a_mention_is_the_text_at_its_place(text: str) -> None:
    found = mentions(text)
    for rows in (found.organizations, found.persons, found.places):
        assert all(text[row.start : row.end] == row.text != "" for row in rows)
        assert all(0 < row.confidence <= 1 for row in rows)


@given(TEXTS)
def test_names_of_a_kind_do_not_overlap(text: str) -> None:
    found = mentions(text)
    for rows in (found.organizations, found.persons, found.places):
        spans = [(row.start, row.end) for row in rows]
        assert spans == sorted(spans)
        assert all(one[1] <= two[0] for one, two in pairwise(spans))


@given(TEXTS)
def test_the_same_text_gives_the_same_names(text: str) -> None:
    assert mentions(text) == mentions(text)
