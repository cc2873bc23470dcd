"""The notebooks run, cell after cell, draw pictures in which every character is there, and are stored without output."""

import io
import json
from pathlib import Path
from typing import Any

import matplotlib as mpl
import pytest

import pipeline

mpl.use("Agg")
from matplotlib import pyplot as plt  # after the choice of what draws

ROOT = Path(__file__).parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


def code_cells(path: Path) -> list[dict[str, Any]]:
    """The cells that hold code."""
    return [cell for cell in json.loads(path.read_text("utf-8"))["cells"] if cell["cell_type"] == "code"]


def run(path: Path, **given: object) -> dict[str, Any]:
    """The names after the last cell; `given` replace what the notebook assigns to them. A missing glyph is a warning, so an error."""
    names: dict[str, Any] = {}
    with mpl.rc_context():
        drawn = []
        for cell in code_cells(path):
            exec("".join(cell["source"]), names)  # noqa: S102  our own cells
            names.update({name: value for name, value in given.items() if name in names})
        for number in plt.get_fignums():
            picture = io.BytesIO()
            plt.figure(number).savefig(picture, dpi=60)
            drawn.append(picture.getvalue())
        plt.close("all")
    return names | {"figures": drawn}


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_stored_without_output(path: Path) -> None:
    for cell in code_cells(path):
        assert (cell["outputs"], cell["execution_count"]) == ([], None)


def test_the_first_hour_on_the_samples(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT / "notebooks")
    names = run(ROOT / "notebooks/first_hour.ipynb")
    assert len(names["tables"]["items"]) > 100
    assert len(names["top"]) == 12
    assert names["by_month"].to_numpy().sum() > 12
    assert len(names["pairs"]) > 20
    assert len(names["figures"]) == 4


@pytest.mark.parametrize("form", ["csv", "sqlite"])
def test_the_first_hour_on_ones_own_archive(form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An archive of one issue, in which most tables are empty."""
    from pipeline.writers import WRITERS, archive_writer

    monkeypatch.chdir(tmp_path)
    write = archive_writer(form)
    assert write
    out = tmp_path / f"out{WRITERS[form].suffix}"
    write([pipeline.extract("工会信息\n第3期\n\n市总工会开会\n    5月6日，市总工会开会。\n".encode())], out)
    names = run(ROOT / "notebooks/first_hour.ipynb", OUT=out)
    assert len(names["tables"]["issues"]) == 1
