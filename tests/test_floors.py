"""Data flows one way: each floor of the house imports only from the floors below it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("importlinter")

ROOT = Path(__file__).parents[1]
SETUP = (ROOT / "setup.cfg").read_text("utf-8")


def linted(folder: Path) -> subprocess.CompletedProcess[str]:
    code = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    return subprocess.run([sys.executable, "-c", code, "--no-cache"], cwd=folder, timeout=120,
                          env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True,
                          text=True, check=False)


def test_no_floor_imports_from_one_above_and_no_two_rooms_one_another() -> None:
    done = linted(ROOT)
    assert done.returncode == 0, done.stdout
    assert "2 kept, 0 broken" in done.stdout


def test_no_import_is_excused() -> None:
    assert "ignore_imports" not in SETUP


@pytest.mark.parametrize("changes", [
    pytest.param([("    checks\n", "")], id="a room that stands on no floor"),
    pytest.param([("    checks\n", ""), ("    text :", "    checks : text :")],
                 id="a room that stands too low"),
])
def test_the_contracts_would_notice(tmp_path: Path, changes: list[tuple[str, str]]) -> None:
    text = SETUP
    for was, becomes in changes:
        assert was in text
        text = text.replace(was, becomes)
    (tmp_path / "setup.cfg").write_text(text, "utf-8")
    done = linted(tmp_path)
    assert done.returncode == 1
    assert "1 kept, 1 broken" in done.stdout
