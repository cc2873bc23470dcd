"""A folder of gold: which sources it speaks of, and the document of each, extracted now or read from an earlier run.

NAME.gold.json          beside the source that its "doc" names; the earlier document is DIR/NAME.json
**/expected.json        the same facts beside the source in a folder of its own; the earlier document is
                        DIR/<style>/<id>/<source>.json, as the folders stand, or DIR/<id>.json
"""

import json
from pathlib import Path
from typing import NamedTuple

from pipeline.errors import InputError, PipelineError
from pipeline.evaluate.found import Answer, Missing
from pipeline.evaluate.gold import Gold
from pipeline.evaluate.gold_reader import read_gold
from pipeline.model.document import Document

GOLD_SUFFIX = ".gold.json"
SAMPLE_NAME = "expected.json"


class Case(NamedTuple):
    """One source with its gold."""

    gold: Gold
    source: Path
    documents: tuple[Path, ...]
    """Where a document of an earlier run may stand in its folder, the first that is there counts."""


def find_cases(folder: Path) -> list[Case]:
    """Every source with gold, by name. Raises InputError where there is none, or gold that cannot be read."""
    beside = [_case(path, path.name.removesuffix(GOLD_SUFFIX)) for path in sorted(folder.glob(f"*{GOLD_SUFFIX}"))]
    samples = [_sample(path, folder) for path in sorted(folder.rglob(SAMPLE_NAME))]
    if not beside and not samples:
        message = f"no gold in {folder}: put NAME{GOLD_SUFFIX} beside each source, or {SAMPLE_NAME} into its folder"
        raise InputError(message)
    return beside + samples


def _sample(path: Path, folder: Path) -> Case:
    case = _case(path, path.parent.name)
    source = case.source.relative_to(folder)
    below = Path(f"{source.with_suffix('').as_posix()}.json")
    return case._replace(gold=case.gold._replace(doc=source.as_posix()), documents=(below, *case.documents))


def _case(path: Path, name: str) -> Case:
    gold = read_gold(path)
    return Case(gold, path.parent / gold.doc, (Path(f"{name}.json"),))


def extracted(case: Case) -> Answer:
    """The document that the source gives now."""
    try:
        return _extract(case.source)
    except PipelineError as error:
        return Missing(str(error))


def stored(case: Case, folder: Path) -> Answer:
    """The document that an earlier run wrote into a folder."""
    paths = [folder / name for name in case.documents]
    path = next((path for path in paths if path.exists()), paths[0])
    try:
        document = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        return Missing(f"{path} cannot be read: {error}")
    return document if isinstance(document, dict) else Missing(f"{path} is not a document")


def _extract(path: Path) -> Document:
    from pipeline.extract import extract  # documents of an earlier run are read without it

    return extract(path)
