"""Sources and OUT in a bucket, on a server that speaks S3."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import fsspec
import pytest
from batch_tasks import fill, tree
from moto.server import ThreadedMotoServer

from pipeline.batch.request import Request
from pipeline.batch.run import Watcher, run_batch
from pipeline.errors import OutputError, PipelineError


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A file system with the bucket `bulletins`."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://{host}:{port}")
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "any")
    system = fsspec.filesystem("s3")
    system.mkdir("bulletins")
    yield system
    type(system).clear_instance_cache()
    server.stop()


class Recorder(Watcher):
    """What was converted, while another run tries to have the same OUT."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def planned(self, sources: int, waiting: int) -> None:  # noqa: ARG002
        with pytest.raises(OutputError, match=r"another run is at work on s3://bulletins/out \("):
            run("s3://bulletins/archive", "s3://bulletins/out")

    def finished(self, job: Any, outcome: Any, seconds: float) -> None:  # noqa: ARG002
        self.names.append(job.name)


def run(source: str, output: str, watcher: Watcher | None = None) -> list[PipelineError]:
    told: list[PipelineError] = []
    run_batch(Request((source,), output, workers=1), lambda error, _: told.append(error), watcher or Watcher())
    return told


def test_a_bucket_gives_and_takes_what_a_folder_does(bucket: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    bucket.put(str(fill(Path("archive"), 12)) + "/", "bulletins/archive/", recursive=True)
    first, second = Recorder(), Recorder()
    run("s3://bulletins/archive", "s3://bulletins/out", first)
    bucket.pipe_file("bulletins/archive/000/00003.txt", Path("archive/000/00004.txt").read_bytes() + "附件\n".encode())
    run("s3://bulletins/archive", "s3://bulletins/out", second)
    assert len(first.names) == 12
    assert second.names == ["s3://bulletins/archive/000/00003.txt"]
    Path("archive/000/00003.txt").write_bytes(bucket.cat_file("bulletins/archive/000/00003.txt"))
    run("archive", "out")
    assert {name for name in bucket.find("bulletins/out") if ".extract" in name} == {"bulletins/out/.extract/json.journal"}
    for name, data in tree(Path("out")).items():
        found = bucket.cat_file(f"bulletins/out/{name}")
        assert (found.replace(b"s3://bulletins/", b"") if name.endswith(".csv") else found) == data
    (told,) = run("s3://nowhere/archive", "out")
    assert str(told).startswith("cannot be listed (")
