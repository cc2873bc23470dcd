"""Files that are whole or not there, also after a power failure."""

import os

from pipeline.writers.files import reported


def write_durably(target: str, data: bytes, scratch: str) -> None:
    """Replace `target`, whose folder is made; `scratch` is a folder on the same file system. OutputError if that is not possible."""
    with reported(target):
        temporary = os.path.join(scratch, os.urandom(12).hex())
        try:
            _write(temporary, data)
            move(temporary, target)
        except BaseException:
            if os.path.exists(temporary):
                os.unlink(temporary)
            raise


def _write(path: str, data: bytes) -> None:
    with open(path, "xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def move(source: str, target: str) -> None:
    """Put a file that is on the disk in its place; OSError if that is not possible."""
    try:
        os.replace(source, target)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(target), exist_ok=True)
        os.replace(source, target)


def sync_file(path: str) -> None:
    """Have a file on the disk."""
    with open(path, "rb+") as file:
        os.fsync(file.fileno())
