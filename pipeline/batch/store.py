"""OUT, as the journal's steps see it: which outputs are there, and how one is removed."""

import os
from contextlib import suppress
from typing import Self


class Store:
    """A folder of this machine, or one that is mounted; the lock of its journal keeps other runs out."""

    def __init__(self, folder: str) -> None:
        self.folder = folder

    def __enter__(self) -> Self:
        """Take OUT for this run, with what is needed of it here; OutputError if another run has it."""
        return self

    def __exit__(self, *_: object) -> None:
        """Give it back."""

    def has(self, target: str) -> bool:
        """Whether the output is there."""
        return os.path.isfile(os.path.join(self.folder, target))

    def shown(self, path: str) -> str:
        """Where a person finds that which is made at this path."""
        return os.path.normpath(path)

    def remove(self, target: str) -> None:
        """Remove an output, if it is there."""
        with suppress(OSError):
            os.unlink(os.path.join(self.folder, target))

    def save(self, *, final: bool) -> None:
        """Bring what is only here to where it belongs; at the end also what is for the user."""
