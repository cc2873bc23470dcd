"""What is to be converted: folders, globs, lists and zip files → sources, in an order that does not depend on the disk."""

import glob
import os
import stat
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from fnmatch import fnmatch
from typing import IO, NamedTuple

from pipeline.batch.archives import SUFFIX as ZIP
from pipeline.batch.archives import members
from pipeline.batch.names import safe_place
from pipeline.console import STDIN
from pipeline.errors import InputError, PipelineError
from pipeline.readers.suffixes import SUFFIXES
from pipeline.source import CORRECTIONS


class Source(NamedTuple):
    """One file to convert, or one member of a zip file."""

    name: str
    """As it is shown to people."""
    path: str
    """Of the file, or of the zip file; `-` is standard input."""
    member: int | None
    place: str
    """Relative path in the tree, with `/`, which is kept in OUT."""
    size: int | None
    """Bytes; None if the file is not there."""
    stamp: int | None
    """Changes when the content does: time of change in ns, or the checksum of a member."""

    @property
    def key(self) -> str:
        """What the journal knows it by, from wherever the command is given."""
        path = self.path if self.path == STDIN or is_url(self.path) else os.path.abspath(self.path)
        return path if self.member is None else f"{path}|{self.member}|{self.place}"


def is_url(path: str) -> bool:
    """Whether it is an address, such as s3://bucket/folder."""
    return "://" in path


_KINDS = 99
"""Suffixes that are told apart, for there are names such as report.19980307."""
_BLOCK = 2**16
"""Bytes of a list that are read at a time."""
_HIDDEN = (".", "~$", "__MACOSX")
"""How names begin that a person did not make: hidden files, snapshots, locks of Office, what macOS packs beside each file."""


class Selection(NamedTuple):
    """Which files of a folder or a zip file are taken; hidden ones never, unless they are named themselves."""

    include: tuple[str, ...] = ()
    """Globs of names or of paths below the folder; without any, the suffixes that a reader is there for."""
    exclude: tuple[str, ...] = ()
    output: str = ""
    """A folder that is never entered: what a run wrote is no source of the next."""
    others: Counter[str] | None = None
    """Suffix → how many files were not taken because no reader is there for them, to be told at the end."""

    def takes(self, place: str) -> bool:
        """Whether a file at this place is wanted."""
        if self.leaves_out(place):
            return False
        if self.include:
            return any(_fits(place, pattern) for pattern in self.include)
        return place.lower().endswith(SUFFIXES)

    def pass_over(self, place: str) -> None:
        """Count a file that is not taken, unless that was asked for."""
        suffix = os.path.splitext(place)[1].lower()
        if self.others is None or self.include or self.leaves_out(place) or place.rpartition("/")[2] == CORRECTIONS:
            return
        self.others[suffix if len(self.others) < _KINDS or suffix in self.others else ""] += 1

    def leaves_out(self, place: str) -> bool:
        """Whether it is hidden, or excluded."""
        return _is_hidden(place) or any(_fits(place, pattern) for pattern in self.exclude)


Tell = Callable[[PipelineError, str], None]
"""What is called with a fault and the name of what has it."""


def find_sources(paths: Iterable[str], selection: Selection, tell: Tell) -> Iterator[Source]:
    """The sources of all paths. With several folders each keeps its name in the tree, so that they do not mix."""
    given = [found for path in paths for found in _expanded(path)]
    several = sum(is_url(path) or os.path.isdir(path) or path.lower().endswith(ZIP) for path, _ in given) > 1
    for path, place in given:
        if is_url(path):
            top = f"{path.rstrip('/').rpartition('/')[2]}/" if several else ""
            yield from _of_address(path, top, selection, tell)
        elif os.path.isdir(path):
            top = f"{os.path.basename(os.path.abspath(path))}/" if several else ""
            yield from _of_folder(path, top, selection, tell)
        elif path.lower().endswith(ZIP) and os.path.exists(path):
            yield from _of_zip(path, f"{os.path.splitext(place)[0]}/" if several else "", selection)
        else:
            yield file_source(path, place)


def listed_sources(listed: Iterable[str], selection: Selection, tell: Tell) -> Iterator[Source]:
    """Those of a list of files; their paths are kept in OUT as `tar` would: without a root, without `..`."""
    for path in listed:
        if is_url(path):
            yield from _of_address(path, f"{os.path.dirname(safe_place(path.partition('://')[2]))}/", selection, tell)
        elif path.lower().endswith(ZIP):
            yield from _of_zip(path, f"{os.path.splitext(safe_place(path))[0]}/", selection)
        elif path:
            yield file_source(path, _relative(path))


def listed_paths(stream: IO[bytes]) -> Iterator[str]:
    """The paths of a list, one a line, or ended by NUL as `find -print0` does."""
    block = stream.read(_BLOCK)
    mark, rest = (b"\0" if b"\0" in block else b"\n"), b""
    while block:
        *whole, rest = (rest + block).split(mark)
        yield from map(_listed, whole)
        block = stream.read(_BLOCK)
    yield _listed(rest)


def _listed(path: bytes) -> str:
    return os.fsdecode(path.rstrip(b"\r"))


def file_source(path: str, place: str) -> Source:
    """The source of one file, whether it is there or not."""
    if path == STDIN:
        return Source("standard input", path, None, "stdin", None, None)
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return Source(path, path, None, place, None, None)
    regular = stat.S_ISREG(found.st_mode)
    return Source(path, path, None, place, found.st_size if regular else None, found.st_mtime_ns if regular else None)


def _relative(path: str) -> str:
    return "/".join(part for part in os.path.splitdrive(path)[1].split(os.sep) if part not in {"", ".", ".."}) or "_"


def _expanded(path: str) -> Iterator[tuple[str, str]]:
    """The path and its place; of a pattern that the shell has left alone, all that it fits, below its fixed beginning."""
    if path == STDIN or is_url(path) or os.path.lexists(path) or not glob.has_magic(path):
        yield path, os.path.basename(path)
        return
    fixed = path[: min(path.find(mark) for mark in "*?[" if mark in path)].rpartition(os.sep)[0]
    for found in sorted(glob.glob(path, recursive=True)) or [path]:
        if not os.path.isdir(found):
            yield found, _relative(os.path.relpath(found, fixed or os.curdir))


def _of_folder(folder: str, top: str, selection: Selection, tell: Tell) -> Iterator[Source]:
    found = False
    for source in _walk(folder, top, len(top), selection, tell):
        found = True
        yield source
    if not found:
        globs, kinds = " ".join(selection.include), ", ".join(SUFFIXES)
        reason = f"no file that fits --include {globs} is in this folder" if globs else f"no {kinds} file is in this folder"
        tell(InputError(reason), folder)


def _walk(folder: str, top: str, skip: int, selection: Selection, tell: Tell) -> Iterator[Source]:
    """A folder and those beneath it, by name; `skip` characters of a place are not below the folder that was named."""
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError as error:
        tell(InputError(f"cannot be listed ({error.strerror}); see whether you may read it"), folder)
        return
    for entry in entries:
        place = top + entry.name
        if entry.is_dir(follow_symlinks=False):
            if os.path.abspath(entry.path) != selection.output and not entry.name.startswith(_HIDDEN):
                yield from _walk(entry.path, f"{place}/", skip, selection, tell)
        elif place.lower().endswith(ZIP) and not selection.leaves_out(place[skip:]):
            yield from _of_zip(entry.path, f"{os.path.splitext(place)[0]}/", selection)
        elif entry.is_symlink() and os.path.isdir(entry.path):  # entry.is_dir raises where the link leads to itself
            _tell_of_link(entry, place[skip:], selection, tell)
        elif _is_file(entry):
            if selection.takes(place[skip:]):
                yield _found(entry, place)
            else:
                selection.pass_over(place[skip:])


def _is_file(entry: os.DirEntry[str]) -> bool:
    """Whether it is one, or a link to one, or to nothing: the source is missing then, which is to be told."""
    if entry.is_symlink():
        return os.path.isfile(entry.path) or not os.path.exists(entry.path)
    return entry.is_file()


def _tell_of_link(entry: os.DirEntry[str], place: str, selection: Selection, tell: Tell) -> None:
    """A link to a folder is not followed, for it may be a loop; what it leads to is come to anyway, unless it is elsewhere."""
    root = os.path.realpath(entry.path[: -len(place)])
    if os.path.commonpath((root, os.path.realpath(entry.path))) != root and not selection.leaves_out(place):
        tell(InputError("is a link to a folder elsewhere, which is not followed; give that folder besides"), entry.path)


def _found(entry: os.DirEntry[str], place: str) -> Source:
    try:
        found = entry.stat()
    except OSError:  # gone since it was listed
        return Source(entry.path, entry.path, None, place, None, None)
    return Source(entry.path, entry.path, None, place, found.st_size, found.st_mtime_ns)


def _of_address(url: str, top: str, selection: Selection, tell: Tell) -> Iterator[Source]:
    from pipeline.batch.remote import find_remote

    try:
        yield from find_remote(url, top, selection)
    except InputError as error:
        tell(error, url)


def _of_zip(path: str, top: str, selection: Selection) -> Iterator[Source]:
    """Its members; the file itself if it cannot be read, for the worker to say why."""
    try:
        for member in members(path):
            place = safe_place(member.name)
            if selection.takes(place):
                yield Source(f"{path}/{place}", path, member.at, top + place, member.size, member.checksum)
            else:
                selection.pass_over(place)
    except InputError:
        yield file_source(path, top + os.path.basename(path))


def _is_hidden(place: str) -> bool:
    return any(part.startswith(_HIDDEN) for part in place.split("/"))


def _fits(place: str, pattern: str) -> bool:
    return fnmatch(place, pattern) or fnmatch(place.rpartition("/")[2], pattern)
