"""Patterns that were compiled when the package was built, as its modules are when it is installed.

A cold start would spend most of its time on compiling: a bulletin needs a hundred patterns, `re` takes 0.2 ms for each, and what
it makes of them is a list of numbers that can be kept. They hold for one version of Python. Under another, without the file
(a checkout that was not installed), and for a pattern that was changed since, `re` compiles as ever: only time depends on it.
"""

import marshal
import os
import re
import sys
from functools import cache
from typing import Any

_ENGINE: Any = getattr(getattr(re, "_compiler", None), "_sre", None)
"""Below `re`; private, so it may be elsewhere in another Python, where the file does not match VERSION."""
PATH = os.path.join(os.path.dirname(__file__), "precompiled.bin")
_LAYOUT = 2
"""Of the file: one that was written in another way is not read."""
VERSION = (_LAYOUT, sys.implementation.name, *sys.version_info[:3], sys.byteorder, getattr(_ENGINE, "MAGIC", 0), getattr(_ENGINE, "CODESIZE", 0))
"""What the numbers mean may change with each of these."""

Kept = dict[tuple[str, int], bytes]
"""Source and flags → what the engine is given besides, as `marshal` writes it, for a start needs a third of them:
all flags, code, number of groups, their places by name, their names by place."""


def compile_pattern(source: str, flags: int) -> re.Pattern[str]:
    """The same as `re.compile`."""
    kept = _read(PATH).get((source, flags))
    if kept is None:
        return re.compile(source, flags)
    all_flags, code, *groups = marshal.loads(kept)  # noqa: S302  as below
    return _ENGINE.compile(source, all_flags, memoryview(code).cast("I").tolist(), *groups)  # type: ignore[no-any-return]


@cache
def _read(path: str) -> Kept:
    try:
        with open(path, "rb") as file:
            version, kept = marshal.load(file)  # noqa: S302  ours, installed beside the code that reads it
    except (OSError, ValueError, EOFError, TypeError):
        return {}
    return kept if version == VERSION else {}
