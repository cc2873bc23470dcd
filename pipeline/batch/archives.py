"""Zip files of issues: their members, with the names that were meant, never more of one than may be read, and what was corrected in them."""

import os
import zipfile
import zlib
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from pipeline.errors import InputError
from pipeline.model.correction import Correction
from pipeline.source import corrections_beside

SUFFIX = ".zip"
_UTF8 = 0x800
"""Flag of a member whose name is UTF-8; without it Chinese packers mean GBK, and zipfile reads code page 437."""
_ENCRYPTED = 0x1


class Member(NamedTuple):
    """One file in a zip file."""

    at: int
    """Its place in the directory of the zip file, for two members may have the same name."""
    name: str
    size: int
    checksum: int
    """CRC-32 of its content, as the directory has it."""


def members(path: str) -> Iterator[Member]:
    """The files in a zip file; InputError if it cannot be read as one."""
    for at, info in enumerate(_directory(path, _stamp(path)).infolist()):
        if not info.is_dir():
            yield Member(at, _name(info), info.file_size, info.CRC)


def read_member(path: str, index: int, most: int) -> bytes:
    """At most `most` bytes of a member, whatever size it claims; InputError if that is not possible."""
    archive = _directory(path, _stamp(path))
    try:
        info = archive.infolist()[index]
        if info.flag_bits & _ENCRYPTED:
            raise InputError("is encrypted in its zip file; unpack it with the password first")
        with archive.open(info) as file:
            return file.read(most)
    except (IndexError, OSError, EOFError, NotImplementedError, zipfile.BadZipFile, zlib.error) as error:
        raise InputError(f"cannot be read from its zip file ({error}); test that with unzip -t") from error


def member_corrections(path: str) -> tuple[Correction, ...]:
    """Those in the folder of a zip file; the ones that say the content of their source are of that alone, for names stand twice in a zip file."""
    return tuple(one._replace(file=None) if one.sha256 else one for one in corrections_beside(path))


def _name(info: zipfile.ZipInfo) -> str:
    if info.flag_bits & _UTF8 or info.orig_filename.isascii():
        return info.orig_filename
    try:
        return info.orig_filename.encode("cp437").decode("gb18030")
    except UnicodeError:
        return info.orig_filename


@lru_cache(maxsize=2)  # a worker reads one member after the other; the directory of a large zip file takes a second to read
def _directory(path: str, stamp: tuple[int, int]) -> zipfile.ZipFile:  # noqa: ARG001  the stamp tells a changed file from the old
    try:
        return zipfile.ZipFile(path)
    except (OSError, zipfile.BadZipFile, NotImplementedError, UnicodeError) as error:
        raise InputError(f"cannot be read as a zip file ({error}); test it with unzip -t") from error


def _stamp(path: str) -> tuple[int, int]:
    try:
        found = os.stat(path)
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror}); see whether you may read it") from error
    return found.st_size, found.st_mtime_ns
