"""Documents -> files of one output format. A new format is one file here and one line in WRITERS.

Nothing is imported until a format is asked for: a cold start that writes JSON never loads the tables.
"""

from collections.abc import Callable, Mapping
from importlib.util import find_spec
from typing import Any

from pipeline.errors import DependencyError, UsageError
from pipeline.model.document import Document
from pipeline.model.record import NamedTuple
from pipeline.named import named


class Format(NamedTuple):
    """One output format; its functions are named as module:function."""

    text: str = ""
    """`text(document) -> str`: what standard output gets, and where there is no `write`, the file of each source."""
    write: str = ""
    """`write(documents, path, **options)`: all documents, in their order, into one file, or into a folder where `suffix` is empty.

    The documents may be a generator of any length, of which none is kept; the file appears when it is complete.
    OutputError where it cannot be written.
    """
    suffix: str = ""
    options: Mapping[str, str] = {}
    """What `write` takes besides → what reads it, and raises what is wrong with it."""
    part: str = "pipeline.writers.json_lines:to_line"
    """`part(document) -> str`: what many processes can make of a document each, for one to join."""
    join: str = ""
    """`join(parts, path)`: writes what `write` would of the documents; empty if the parts have to be read again for that."""
    needs: str = ""
    """What `write` needs besides, which the extra brings that is called as the format is."""
    facsimile: bool = False
    """Whether `text` takes a facsimile, too: the source as it looks."""


WRITERS = {
    "json": Format(text="pipeline.writers.json_writer:to_json", suffix=".json"),
    "jsonl": Format(
        text="pipeline.writers.json_lines:to_line",
        write="pipeline.writers.json_lines:write_lines",
        suffix=".jsonl",
        join="pipeline.writers.json_lines:join_lines",
    ),
    "csv": Format(
        text="pipeline.writers.csv_package:items_csv",
        write="pipeline.writers.csv_package:write_package",
        part="pipeline.writers.csv_package:to_part",
        join="pipeline.writers.csv_package:join_parts",
    ),
    "html": Format(text="pipeline.review.page:to_html", suffix=".html", facsimile=True),
    "label-studio": Format("pipeline.exchange.label_studio:to_tasks", "pipeline.exchange.label_studio:write_tasks", ".json"),
    "annotations": Format(text="pipeline.exchange.web_annotation:to_annotations", suffix=".jsonld"),
    "sqlite": Format(write="pipeline.writers.sqlite_file:write_sqlite", suffix=".sqlite"),
    "parquet": Format(write="pipeline.writers.parquet:write_parquet", needs="pyarrow"),
    "xlsx": Format(write="pipeline.writers.xlsx:write_xlsx", suffix=".xlsx", options={"metadata": "pipeline.writers.filing_list:read_fonds"}),
    "tei": Format(text="pipeline.writers.tei:to_tei", suffix=".xml"),
}


def output_format(name: str) -> Format:
    """The line of WRITERS; UsageError for a name that it does not have."""
    if name not in WRITERS:
        raise UsageError(f"unknown output format {name!r}: choose one of {', '.join(WRITERS)}")
    return WRITERS[name]


def text_writer(name: str) -> Callable[..., str]:
    """The function that gives a document, and its facsimile where the format shows it, as text; UsageError if the format is no text."""
    home = output_format(name).text
    if not home:
        raise UsageError(f"{name} is no text to print: add -o and a name")
    return named(home)


def archive_writer(name: str) -> Callable[..., None] | None:
    """`write(documents: Iterable[Document], path)` of the format; None if each document gets a file of its own."""
    home = output_format(name).write
    return named(home) if home else None


def check_writer(name: str, options: Mapping[str, Any]) -> None:
    """Raise what would keep the format from being written, before an archive is read: a library or a file that is not there."""
    form = output_format(name)
    if form.needs and find_spec(form.needs) is None:
        raise DependencyError(f"{form.needs} is not installed; run: pip install 'bulletin-extract[{name}]'")
    for option, value in options.items():
        named(form.options[option])(value)


def part_writer(name: str) -> Callable[[Document], str]:
    """`part(document)` of the format."""
    return named(output_format(name).part)


def part_joiner(name: str) -> Callable[..., None]:
    """`join(parts: Iterable[str], path, **options)` of the format, where one file or folder holds all documents; it writes what `write` would."""
    form = output_format(name)
    if form.join:
        return named(form.join)
    from_json = named("pipeline.writers.json_reader:from_json")
    write = named(form.write)
    return lambda parts, path, **options: write(map(from_json, parts), path, **options)
