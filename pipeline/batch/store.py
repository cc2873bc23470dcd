"""OUT, as the journal's steps see it: which outputs are there, and how one is removed."""

import os
from contextlib import suppress


class Store:
    """A folder of this machine, or one that is mounted."""

    def __init__(self, folder: str) -> None:
        self.folder = folder

    def has(self, target: str) -> bool:
        """Whether the output is there."""
        return os.path.isfile(os.path.join(self.folder, target))

    def remove(self, target: str) -> None:
        """Remove an output, if it is there."""
        with suppress(OSError):
            os.unlink(os.path.join(self.folder, target))

    def save(self, *, final: bool) -> None:
        """Bring what is only here to where it belongs; at the end also what is for the user."""
