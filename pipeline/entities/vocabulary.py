"""The word lists of the name finders, in simplified script, read once when a text first needs them."""

from functools import cache

from pipeline.lexicon import entries, table
from pipeline.model.record import Struct


class Vocabulary(Struct):
    """What is known of names before a text is read."""

    endings: frozenset[str]
    """What the name of a unit may end in, of every kind."""
    free: frozenset[str]
    """Endings that a word for what the unit does may carry alone: 教育局."""
    fixed: frozenset[str]
    """Names that are whole as they stand: 国务院."""
    ending_lengths: dict[str, tuple[int, ...]]
    """Last two characters → lengths of the endings and whole names that they close, longest first; the one character of the shortest → 1."""
    functions: frozenset[str]
    """What a unit does: 教育, 人力资源和社会保障."""
    function_lengths: dict[str, tuple[int, ...]]
    """Last two characters → lengths of the functions that they close, longest first."""
    places: frozenset[str]
    """Names of divisions without 省, 市, 县, 区."""
    continuations: dict[str, str]
    """Ending, or last character of endings → characters behind it that make another word of it: 部 → 署分门."""
    place_tails: frozenset[str]
    """Last two characters of the places."""
    common: dict[str, str]
    """Words of everyday language, of two characters: first → all second ones. An open name stops before them."""

    def is_common(self, word: str) -> bool:
        """Whether a text of two characters is an everyday word."""
        return len(word) == 2 and word[1] in self.common.get(word[0], "")


@cache
def vocabulary() -> Vocabulary:
    """The lists, from the data files of the lexicon."""
    free, named, fixed = entries("unit_endings"), entries("named_unit_endings"), entries("fixed_units")
    functions, places = entries("unit_functions"), entries("place_names")
    return Vocabulary(
        free | named,
        free,
        fixed,
        _lengths(free | named | fixed),
        functions,
        _lengths(functions),
        places,
        table("ending_continuations"),
        frozenset(name[-2:] for name in places),
        table("common_words"),
    )


def _lengths(words: frozenset[str]) -> dict[str, tuple[int, ...]]:
    """Last two characters → lengths of the words that end in them, longest first."""
    lengths: dict[str, set[int]] = {}
    for word in words:
        lengths.setdefault(word[-2:], set()).add(len(word))
    return {tail: tuple(sorted(sizes, reverse=True)) for tail, sizes in lengths.items()}


@cache
def rarer_words() -> dict[str, str]:
    """Everyday words that matter beside the names of persons only; laid out as `Vocabulary.common`."""
    return table("rarer_words")


def is_word(word: str) -> bool:
    """Whether two characters are a word, be it a rarer one."""
    return len(word) == 2 and (word[1] in vocabulary().common.get(word[0], "") or word[1] in rarer_words().get(word[0], ""))
