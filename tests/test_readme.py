"""The commands of the README's chapters, run as they are printed."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest

ROOT = Path(__file__).resolve().parents[1]
CHAPTER = (ROOT / "README.md").read_text("utf-8").partition("## Three kinds of work")[2]
BLOCKS = re.findall(r"```(sh|python)\n(.*?)```", CHAPTER.partition("\n## ")[0], re.DOTALL)
SLOW = "bench score"  # run by the tests of the bench on parts of the same file


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("readme")
    copytree(ROOT / "data", folder / "data")
    return folder


def test_there_are_chapters() -> None:
    assert [kind for kind, _ in BLOCKS] == ["sh", "sh", "sh", "python", "sh"]


@pytest.mark.parametrize(("kind", "block"), BLOCKS)
def test_what_is_printed_runs(kind: str, block: str, desk: Path) -> None:
    if kind == "python":
        (desk / "script.py").write_text("if __name__ == '__main__':\n" + "".join(
            f"    {line}\n" for line in block.splitlines()))
        assert run(desk, [sys.executable, "script.py"]) == 0
        return
    for line in block.splitlines():
        if SLOW not in line:
            command = shlex.split(line)
            assert command[0] == "selaras"
            code = run(desk, [sys.executable, "-m", "align", *command[1:]])
            assert code == ("--fail-on" in command)


def run(desk: Path, command: list[str]) -> int:
    done = subprocess.run(command, cwd=desk, capture_output=True, text=True, check=False,
                          env=os.environ | {"PYTHONPATH": str(ROOT)})
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode
