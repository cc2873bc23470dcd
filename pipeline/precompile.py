"""Compile every pattern of the package and keep it: `python -m pipeline.precompile`. hatch_build.py does so for a wheel."""

import gc
import marshal
import pkgutil
import re
from array import array
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

import pipeline
from pipeline.notation.pattern import Pattern
from pipeline.notation.precompiled import PATH, VERSION, Kept

_TEXT = "工会简讯\n第4期\n\n　　去年5月6日，市总工会主席王明同志在广州市慰问职工30人，发放2.5万元。\n　　（市总工会　李平）\n"
"""Has every stage make the patterns that it makes of word lists, when they are first needed."""


def main() -> None:
    """Write the file that notation/precompiled.py reads."""
    Path(PATH).write_bytes(marshal.dumps((VERSION, compile_all(sources()))))


def sources() -> set[tuple[str, int]]:
    """Source and flags of every pattern of every module whose libraries are installed."""
    for module in pkgutil.walk_packages(pipeline.__path__, "pipeline."):
        if not module.name.endswith("__main__"):
            with suppress(ImportError):
                import_module(module.name)
    pipeline.extract(_TEXT.encode())
    return {(found.source, int(found.flags)) for found in gc.get_objects() if isinstance(found, Pattern)}


def compile_all(patterns: set[tuple[str, int]]) -> Kept:
    """What `re` hands to its engine for each pattern."""
    return {key: marshal.dumps(_compile(*key)) for key in sorted(patterns)}


def _compile(source: str, flags: int) -> tuple[Any, ...]:
    """`re.compile` up to where it calls the engine."""
    compiler = re._compiler  # type: ignore[attr-defined]  # noqa: SLF001  there is no public way to what it has compiled
    parsed = compiler._parser.parse(source, flags)  # noqa: SLF001
    state = parsed.state
    code = array("I", map(int, compiler._code(parsed, flags)))  # noqa: SLF001
    names: list[str | None] = [None] * state.groups
    for name, place in state.groupdict.items():
        names[place] = name
    return int(flags | state.flags), code.tobytes(), state.groups - 1, dict(state.groupdict), tuple(names)


if __name__ == "__main__":
    main()
