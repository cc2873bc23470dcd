"""OUT and the folder in it where the journal and unfinished files are."""

import os
import shutil
from typing import NamedTuple

from pipeline.batch.request import STATE_FOLDER
from pipeline.writers.files import make_folder, reported

BUNDLE = "bulletins"
"""Name of the one file of many sources, where only its folder is given."""


class Workplace(NamedTuple):
    """Where a run writes."""

    folder: str
    """OUT, or where its one file is."""
    bundle: str
    """Path of the one file; the folder itself for tables; empty if each source has a file of its own."""
    name: str
    """Of this output in the names of the journal and of the report, for several may share a folder."""

    @property
    def journal(self) -> str:
        """Path of the journal."""
        return os.path.join(self.folder, STATE_FOLDER, f"{self.name}.journal")

    @property
    def scratch(self) -> str:
        """Where files are until they are complete: on the same file system, so that they can be moved into place."""
        return os.path.join(self.folder, STATE_FOLDER, f"{self.name}.tmp")

    def beside(self, name: str) -> str:
        """Path of a report: report.csv, or all.jsonl.report.csv beside all.jsonl, for all.xlsx may stand there, too."""
        prefix = f"{os.path.basename(self.bundle)}." if self.bundle not in {"", self.folder} else ""
        return os.path.join(self.folder, prefix + name)

    def make(self) -> None:
        """Make its folders; OutputError if that is not possible."""
        make_folder(self.folder)
        make_folder(os.path.dirname(self.journal))

    def sweep(self) -> None:
        """Remove what a run that was killed has left unfinished. Only with the journal in hand."""
        shutil.rmtree(self.scratch, ignore_errors=True)
        with reported(self.scratch):
            os.makedirs(self.scratch, exist_ok=True)


def workplace(output: str, format_name: str, suffix: str, *, one_file_each: bool) -> Workplace:
    """The places of an output; `suffix` is that of the format, empty for a folder of tables."""
    if one_file_each:
        return Workplace(output, "", format_name)
    if not suffix:
        return Workplace(output, output, format_name)
    if not output.lower().endswith(suffix):
        output = os.path.join(output, BUNDLE + suffix)
    return Workplace(os.path.dirname(output) or os.curdir, output, os.path.basename(output))
