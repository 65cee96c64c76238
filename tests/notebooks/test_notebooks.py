"""Every notebook runs from its first cell to its last, in its own folder, as a reader would run it.

What is committed holds no output, so that a notebook never shows what the code no longer does.
"""

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

FOLDER = Path(__file__).resolve().parents[2] / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))

each = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def test_there_are_notebooks():
    assert "review.ipynb" in [path.name for path in NOTEBOOKS]


@each
def test_it_is_committed_without_output(path):
    cells = nbformat.read(path, as_version=4).cells
    assert not any(cell.get("outputs") or cell.get("execution_count") for cell in cells)


@each
def test_it_runs(path):
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(notebook, timeout=120, kernel_name="python3",
                   resources={"metadata": {"path": str(FOLDER)}}).execute()
    if path.stem == "review":
        shown = [output["data"] for cell in notebook.cells for output in cell.get("outputs", ())
                 if "data" in output]
        assert any("application/vnd.jupyter.widget-view+json" in data for data in shown)
        assert any("image/svg+xml" in data for data in shown)
