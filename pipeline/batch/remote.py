"""Sources and OUT at an address (s3://, hdfs://, file://, memory://): the only door to fsspec.

Workers see local files alone: a shard of sources is fetched, converted, and its outputs are put, many at a time.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from typing import Any, Self

from pipeline.batch.convert import Job
from pipeline.batch.lease import Lease
from pipeline.batch.pool import Answer, Pool
from pipeline.batch.request import STATE_FOLDER
from pipeline.batch.sources import Selection, Source
from pipeline.batch.store import Store
from pipeline.digest import sha256
from pipeline.errors import DependencyError, InputError, OutputError, PipelineError

_STAMPS = ("ETag", "etag", "md5Hash", "mtime", "LastModified", "last_modified", "modificationTime", "created")
"""What file systems call that which changes with the content."""


def file_system(url: str) -> tuple[Any, str]:
    """The file system of an address, and the path in it; InputError or DependencyError if there is none."""
    try:
        from fsspec.core import url_to_fs
    except ImportError as error:
        raise DependencyError("addresses need fsspec; run: pip install 'bulletin-extract[cluster]'") from error
    try:
        return url_to_fs(url)  # type: ignore[no-any-return]
    except ImportError as error:
        raise DependencyError(f"{url}: {error}") from error
    except ValueError as error:
        raise InputError(f"{url}: {error}") from error


def find_remote(url: str, top: str, selection: Selection) -> Iterator[Source]:
    """The sources at and below an address, by name; InputError if it cannot be listed."""
    system, path = file_system(url)
    with _reached("cannot be listed", InputError):
        found = system.find(path, detail=True)
    for name, info in sorted(found.items()):
        below = name[len(path) :].strip("/")
        place = below or os.path.basename(name)
        if not below or selection.takes(place):
            whole = f"{url.rstrip('/')}/{below}" if below else url  # not unstrip_protocol, which forgets the host
            yield Source(whole, whole, None, top + place, info["size"], _stamp(info))
        else:
            selection.pass_over(place)


def _stamp(info: dict[str, Any]) -> int:
    said = next((str(info[key]) for key in _STAMPS if info.get(key) is not None), "")
    return int(sha256(said.encode()).hexdigest()[:15], 16)


class RemoteStore(Store):
    """OUT at an address; `stage` is the local folder in which the journal and the reports are made."""

    def __init__(self, url: str, stage: str, names: tuple[str, ...]) -> None:
        super().__init__(stage)
        self.url = url.rstrip("/")
        self._system, self._path = file_system(self.url)
        self._names = names
        """State that is fetched when OUT is taken, and saved later."""
        self._present: set[str] | None = None
        self._lease = Lease(self._system, f"{self._path}/{names[0].replace(os.sep, '/')}.runs")
        self._taken = ExitStack()

    def __enter__(self) -> Self:
        with ExitStack() as stack, putting(self.url):
            stack.enter_context(self._lease)
            for name in self._names:
                os.makedirs(os.path.dirname(os.path.join(self.folder, name)), exist_ok=True)
                _fetch(self._system, {f"{self._path}/{name}": os.path.join(self.folder, name)})
            self._taken = stack.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._taken.close()

    def has(self, target: str) -> bool:
        """Whether the output is there; all are listed at once."""
        if self._present is None:
            with suppress(FileNotFoundError):
                self._system.invalidate_cache()
            self._present = set()
            with putting(self.url), suppress(FileNotFoundError):
                self._present = {name[len(self._path) :].strip("/") for name in self._system.find(self._path)}
        return target in self._present

    def shown(self, path: str) -> str:
        """Where that which is made at a local path will be."""
        return f"{self.url}/{os.path.relpath(path, self.folder).replace(os.sep, '/')}"

    def remove(self, target: str) -> None:
        """Remove an output, if it is there."""
        with suppress(FileNotFoundError):
            self._system.rm_file(f"{self._path}/{target}")

    def save(self, *, final: bool) -> None:
        """Put the state; at the end all that was made here. OutputError if another run has taken over meanwhile."""
        self._lease.check()
        names = self._names
        if final:
            names = tuple(os.path.relpath(path, self.folder) for path in _files(self.folder) if f"{os.sep}{STATE_FOLDER}{os.sep}" not in path)
            names = (*names, *self._names)  # the journal says that something is done after it is
        with putting(self.url):
            for name in names:
                if os.path.exists(path := os.path.join(self.folder, name)):
                    put(self._system, {path: f"{self._path}/{name.replace(os.sep, '/')}"})


@contextmanager
def _reached(said: str, kind: type[PipelineError]) -> Iterator[None]:
    """Within it whatever a file system raises becomes an error of ours."""
    try:
        yield
    except PipelineError:
        raise
    except Exception as error:
        raise kind(f"{said} ({error}); the same command goes on where it was") from error


def putting(url: str) -> AbstractContextManager[None]:
    """Within it whatever a file system raises becomes an OutputError about this address."""
    return _reached(f"cannot write {url}", OutputError)


def put(system: Any, files: dict[str, str]) -> None:
    """Local files → paths of the file system, as many at a time as it can."""
    for folder in {target.rpartition("/")[0] for target in files.values()}:
        system.makedirs(folder, exist_ok=True)
    if files:
        system.put(list(files), list(files.values()))


def run_shard(jobs: list[Job], pool: Pool, stage: str, url: str | None) -> list[Answer]:
    """Fetch the sources of a shard, convert them, put their outputs to `url`; answers are those of the jobs as they were given."""
    given = {job.id: job for job in jobs}
    with tempfile.TemporaryDirectory(prefix="extract-") as home:
        local = [_localised(job, number, home, stage, url) for number, job in enumerate(jobs)]
        _fetch_all({job.path: near.path for job, near in zip(jobs, local, strict=True) if near.path != job.path})
        answers = [_given_back(answer, given[answer.job.id]) for answer in pool.run(local)]
        if url:
            system, path = file_system(url)
            made = [near.target for near in local if near.target and os.path.exists(near.target)]
            with putting(url):
                put(system, {name: f"{path}/{os.path.relpath(name, f'{home}/out').replace(os.sep, '/')}" for name in made})
    return answers


def _localised(job: Job, number: int, home: str, stage: str, url: str | None) -> Job:
    if "://" in job.path:
        folder = os.path.join(home, "in", str(number))
        os.makedirs(folder)
        job = job._replace(path=os.path.join(folder, os.path.basename(job.path)))
    if url and job.target:
        scratch = os.path.join(home, "tmp")
        os.makedirs(scratch, exist_ok=True)
        job = job._replace(target=os.path.join(home, "out", os.path.relpath(job.target, stage)), scratch=scratch)
    return job


def _fetch_all(files: dict[str, str]) -> None:
    """Addresses → local paths; InputError if their storage cannot be reached."""
    of_each: dict[Any, dict[str, str]] = {}
    for url, path in files.items():
        system, name = file_system(url)
        of_each.setdefault(system, {})[name] = path
    for system, paths in of_each.items():
        with _reached(f"cannot read {system.unstrip_protocol(min(paths))}", InputError):
            _fetch(system, paths)


def _fetch(system: Any, files: dict[str, str]) -> None:
    """Paths of the file system → local ones, as many at a time as it can; one that is not there is missing here, too."""
    try:
        system.get(list(files), list(files.values()))
    except (FileNotFoundError, PermissionError):
        for name, path in files.items():
            with suppress(FileNotFoundError, PermissionError):
                system.get_file(name, path)


def _given_back(answer: Answer, job: Job) -> Answer:
    result = answer.result
    if result is not None and result.message:
        result = result._replace(message=result.message.replace(answer.job.path, job.name))
    return answer._replace(job=job, result=result)


def _files(folder: str) -> Iterator[str]:
    for home, _, names in os.walk(folder):
        for name in names:
            yield os.path.join(home, name)
